"""No command reaches for a network: Python sees all attempts, and where it can be had the kernel.

Each command runs under a hook that ends it at the first attempt. Where network namespaces can be
had it also runs in one of its own, in which there is no other machine; where they cannot, the hook
alone judges. What was used is a property of the test (``network`` in a JUnit report).
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pytest

from tests.faults.faults import can_trace
from tests.faults.scenes import environment

GUARD = """
import os, sys

def refuse(event, arguments):
    if event.startswith(("socket.connect", "socket.bind", "socket.get", "socket.send",
                         "http.client.", "urllib.", "ftplib.", "smtplib.")):
        os.write(2, f"NETWORK {event} {arguments}".encode())
        os._exit(99)

sys.addaudithook(refuse)
"""
RUN = f"{GUARD}\nfrom pmlint.__main__ import main\nmain()\n"
TEXT = (
    "# Outage, 3 August 2026\n\nDave forgot the flag, see https://example.org/ and\n"
    "[this](http://example.org/x) ![image](http://example.org/y.png).\n\n"
    "## Action items\n\n- Improve monitoring\n"
)


@lru_cache(maxsize=1)
def namespace() -> tuple[str, ...]:
    """What puts a command into a network namespace of its own, if anything does."""
    if shutil.which("unshare") is None:
        return ()
    for way in ("-rn", "-n"):
        if not subprocess.run(
            ["unshare", way, "true"], capture_output=True, check=False
        ).returncode:
            return ("unshare", way)
    return ()


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    Path("a.md").write_text(TEXT, encoding="utf-8")


def start(
    *arguments: str, before: tuple[str, ...] = (), code: str = RUN
) -> subprocess.Popen[bytes]:
    """The command under guard. Nothing is kept yet in its cache, so all of it is loaded."""
    return subprocess.Popen(
        [*before, sys.executable, "-c", code, *arguments],
        env={**environment(Path("../cache").resolve()), "MPLCONFIGDIR": str(Path("..").resolve())},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def finished(process: subprocess.Popen[bytes]) -> bytes:
    """What it printed; it has to have done well."""
    stdout, stderr = process.communicate()
    assert b"NETWORK" not in stderr, stderr
    assert process.returncode == 0, stderr
    return stdout


def check(before: tuple[str, ...]) -> None:
    stdout = finished(start("check", "a.md", "--fail-on", "never", before=before))
    assert b"Dave forgot" in stdout


def report(before: tuple[str, ...]) -> None:
    arguments = ("report", ".", "--quarter", "2026Q3", "--format", "html", "-o", "report.html")
    finished(start(*arguments, before=before))
    assert "<html" in Path("report.html").read_text(encoding="utf-8")


def message(method: str, number: int | None = None, **params: object) -> bytes:
    """One message of the language server protocol."""
    head = {} if number is None else {"id": number}
    body = json.dumps({"jsonrpc": "2.0", **head, "method": method, "params": params}).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


def server(before: tuple[str, ...]) -> None:
    """A document is opened, and what is found in it awaited."""
    process = start("server", before=before)
    assert process.stdin is not None
    assert process.stdout is not None
    document = {
        "uri": Path("a.md").resolve().as_uri(),
        "languageId": "markdown",
        "version": 1,
        "text": TEXT,
    }
    process.stdin.write(
        message("initialize", 1, processId=None, rootUri=None, capabilities={})
        + message("initialized")
        + message("textDocument/didOpen", textDocument=document)
    )
    process.stdin.flush()
    told = b""
    wanted = (b"publishDiagnostics", b"Dave forgot")
    while not all(words in told for words in wanted):
        more = os.read(process.stdout.fileno(), 65536)
        assert more, "the server has ended"
        told += more
    process.stdin.write(message("shutdown", 2) + message("exit"))
    finished(process)


COMMANDS = (check, report, server)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.__name__)
def test_no_command_reaches_for_a_network(
    command: Callable[[tuple[str, ...]], None],
    record_property: Callable[[str, object], None],
) -> None:
    used = f"hook, {' '.join(namespace())}" if namespace() else "hook only: no namespaces here"
    record_property("network", used)
    print(used)
    command(namespace())


@pytest.mark.skipif(not can_trace(), reason="no strace that may watch; the hook has judged above")
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.__name__)
def test_the_kernel_is_asked_for_no_network(
    command: Callable[[tuple[str, ...]], None],
) -> None:
    trace = Path("../trace").resolve()
    command(("strace", "-f", "-qq", "-e", "trace=network", "-o", str(trace)))
    assert "AF_INET" not in trace.read_text(encoding="utf-8")


PROBES = (
    "import socket; socket.create_connection(('127.0.0.1', 9))",
    "import socket; socket.getaddrinfo('localhost', 80)",
    "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')",
    "import socket; socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 9))",
)


@pytest.mark.parametrize("probe", PROBES)
def test_the_guard_sees_attempts(probe: str) -> None:
    process = start(code=f"{GUARD}\n{probe}\n")
    _, stderr = process.communicate()
    assert process.returncode == 99
    assert b"NETWORK" in stderr


@pytest.mark.skipif(not namespace(), reason="no namespaces here")
def test_a_namespace_has_no_other_machine() -> None:
    probe = "import socket; socket.create_connection(('127.0.0.1', 9))"
    process = start(before=namespace(), code=probe)
    _, stderr = process.communicate()
    assert b"Network is unreachable" in stderr


@pytest.mark.skipif(not can_trace(), reason="no strace that may watch")
def test_the_trace_sees_attempts() -> None:
    trace = Path("../trace").resolve()
    tracer = ("strace", "-f", "-qq", "-e", "trace=network", "-o", str(trace))
    start(before=tracer, code=PROBES[0]).communicate()
    assert "AF_INET" in trace.read_text(encoding="utf-8")
