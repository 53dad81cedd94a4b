"""pmlint with a fault: ``python -m tests.faults.child FAULT N ARGUMENT...``.

Its steps are what it asks of the system: files that are opened for writing, made, renamed and
removed, and statements of SQL. `tests.faults.faults` says what the faults are.
"""

from __future__ import annotations

import atexit
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pmlint.__main__ import main

COUNT = "PMLINT_FAULTS_COUNTED"
"""Names the file in which ``count`` leaves how many steps there were."""

_WRITES = os.O_WRONLY | os.O_RDWR
_STEPS = {
    *("os.chmod", "os.mkdir", "os.remove", "os.rename", "os.truncate"),
    *("sqlite3.connect", "tempfile.mkstemp"),
}


class _Steps:
    """Counts steps, and does something at one of them."""

    def __init__(self, at: int, act: Callable[[], None], *, every: bool = False) -> None:
        self._left = at
        self._act = act
        self._every = every
        self.done = 0

    def hook(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event == "sqlite3.connect/handle":
            arguments[0].set_trace_callback(lambda _statement: self.step())
        elif event in _STEPS or (event == "open" and _writes(arguments)) or self._every:
            self.step()

    def step(self) -> None:
        self.done += 1
        self._left -= 1
        if self._left == 0:
            self._act()


def _writes(arguments: tuple[Any, ...]) -> bool:
    flags = arguments[2]
    return isinstance(flags, int) and bool(flags & _WRITES)


def _watch(steps: _Steps) -> None:
    """Steps are counted from here on; to wait for the disk, too, is one, and so is the end."""
    wait = os.fsync

    def fsync(number: int) -> None:
        steps.step()
        wait(number)
        steps.step()

    setattr(os, "fsync", fsync)  # noqa: B010 - of another type for the checker
    atexit.register(steps.step)
    sys.addaudithook(steps.hook)


def _send(number: signal.Signals) -> Callable[[], None]:
    return lambda: os.kill(os.getpid(), number)


def _count(steps: _Steps) -> None:
    """Leave the number of steps at the very end."""
    file = os.environ[COUNT]
    atexit.register(lambda: Path(file).write_text(str(steps.done), encoding="utf-8"))


def _limit_files(most: int, *, deadly: bool) -> None:
    """No file may get larger: what goes beyond fails as on a full disk, or kills in the midst."""
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL if deadly else signal.SIG_IGN)


def _arm(fault: str, number: int) -> None:
    if fault in ("full", "cut"):
        _limit_files(number, deadly=fault == "cut")
        return
    act = _send(signal.SIGINT if fault.startswith("interrupt") else signal.SIGKILL)
    steps = _Steps(number, act, every=fault in ("interrupt", "count-every"))
    if fault.startswith("count"):
        _count(steps)
    _watch(steps)


if __name__ == "__main__":
    _arm(sys.argv[1], int(sys.argv[2]))
    sys.argv[1:] = sys.argv[3:]
    main()
