"""Chromium without a window, spoken to over a pipe: no driver, no port, no package."""

from __future__ import annotations

import base64
import fcntl
import json
import os
import select
import shutil
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

__all__ = ["BROWSERS", "Browser", "browser_on_path", "opened"]

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SWITCHES = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--hide-scrollbars",
    "--remote-debugging-pipe",
    "about:blank",
)
PATIENCE = 60  # seconds
_HIGH = 10  # a descriptor above those that the browser is to have


def browser_on_path() -> str | None:
    """The first browser that there is."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


@dataclass
class Browser:
    """One page. `requests` are the addresses it asked for; none but the file's is let through."""

    write: int
    read: int
    session: str = ""
    allowed: str = ""
    requests: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    _number: int = 0
    _rest: bytes = b""

    def ask(self, method: str, **given: object) -> dict[str, Any]:
        """The answer to a command of the DevTools protocol.

        Raises:
            RuntimeError: the browser refused it.
            TimeoutError: the browser was silent for long.
        """
        number = self._send(method, given)
        while True:
            message = self._message()
            if message.get("id") == number:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']}")
                answer: dict[str, Any] = message["result"]
                return answer
            self._note(message)

    def run(self, script: str) -> Any:  # noqa: ANN401 - whatever the script gives
        """The value of a JavaScript expression in the page; a promise is waited for."""
        told = self.ask(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True
        )
        assert "exceptionDetails" not in told, told
        return told["result"].get("value")

    def open(self, page: Path) -> None:
        """Load *page*, and wait until it is shown."""
        self.allowed = page.as_uri()
        self.ask("Page.navigate", url=self.allowed)
        self.wait("document.readyState === 'complete' && location.protocol === 'file:'")

    def wait(self, script: str) -> None:
        """Until *script* is true.

        Raises:
            TimeoutError: it stays false.
        """
        end = time.monotonic() + PATIENCE
        while not self.run(script):
            if time.monotonic() > end:
                raise TimeoutError(script)
            time.sleep(0.02)

    def size(self, width: int, height: int = 800) -> None:
        """Make the window that large, as a phone would where it is narrow."""
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=width < 600,
        )

    def scheme(self, name: str, media: str = "screen") -> None:
        """Prefer the ``light`` or ``dark`` scheme, on screen or in print."""
        features = [{"name": "prefers-color-scheme", "value": name}]
        self.ask("Emulation.setEmulatedMedia", media=media, features=features)

    def key(self, name: str, code: int) -> None:
        """Press and release a key."""
        text = "\r" if name == "Enter" else ""
        for kind in ("keyDown", "keyUp"):
            self.ask(
                "Input.dispatchKeyEvent",
                type=kind,
                key=name,
                code=name,
                windowsVirtualKeyCode=code,
                **({"text": text} if text and kind == "keyDown" else {}),
            )

    def picture(self, to: Path) -> None:
        """A picture of the whole page."""
        shot = self.ask("Page.captureScreenshot", captureBeyondViewport=True)
        to.write_bytes(base64.b64decode(shot["data"]))

    def start(self) -> None:
        """Attach to a page, and hold every request it makes."""
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        told = self.ask("Target.attachToTarget", targetId=target, flatten=True)
        self.session = told["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.ask(f"{domain}.enable")
        self.ask("Fetch.enable", patterns=[{"urlPattern": "*"}])

    def _send(self, method: str, given: dict[str, Any]) -> int:
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": given}
        if self.session:
            message["sessionId"] = self.session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.write, data) :]
        return self._number

    def _message(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            if not select.select([self.read], [], [], PATIENCE)[0]:
                raise TimeoutError("the browser is silent")
            part = os.read(self.read, 1 << 20)
            if not part:
                raise RuntimeError("the browser has ended")
            self._rest += part
        line, _, self._rest = self._rest.partition(b"\0")
        message: dict[str, Any] = json.loads(line)
        return message

    def _note(self, message: dict[str, Any]) -> None:
        """What the browser tells by itself: requests, which are blocked, and complaints."""
        method, told = message.get("method"), message.get("params", {})
        if method == "Fetch.requestPaused":
            url = told["request"]["url"]
            self.requests.append(url)
            held = {"requestId": told["requestId"]}
            if url.partition("#")[0] == self.allowed:
                self._send("Fetch.continueRequest", held)
            else:
                self._send("Fetch.failRequest", {**held, "errorReason": "BlockedByClient"})
        elif method == "Log.entryAdded":
            self.problems.append(told["entry"]["text"])
        elif method in ("Runtime.exceptionThrown", "Page.javascriptDialogOpening"):
            self.problems.append(json.dumps(told))


@contextmanager
def opened(program: str, profile: Path) -> Iterator[Browser]:
    """A browser with an empty *profile*; it ends with the block."""
    commands, write = map(_moved, os.pipe())
    read, answers = map(_moved, os.pipe())
    child = os.posix_spawn(
        program,
        [program, f"--user-data-dir={profile}", *SWITCHES],
        os.environ,
        file_actions=[
            (os.POSIX_SPAWN_DUP2, commands, 3),
            (os.POSIX_SPAWN_DUP2, answers, 4),
            (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
        ],
        setpgroup=0,
    )
    os.close(commands)
    os.close(answers)
    try:
        browser = Browser(write, read)
        browser.start()
        yield browser
    finally:
        os.close(write)
        os.close(read)
        os.killpg(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _moved(descriptor: int) -> int:
    """The same pipe under a number that is not one of those given to the browser."""
    high: int = fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, _HIGH)
    os.close(descriptor)
    return high
