"""Ways to end a process before its time, and what came of it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

from tests.faults.child import COUNT
from tests.faults.scenes import Stage, environment

__all__ = ["Outcome", "after_calls", "at_moments", "at_steps", "can_trace", "in_writes"]

_CALLS = (
    "write,pwrite64,rename,renameat,renameat2,unlink,unlinkat,fsync,fdatasync,ftruncate,"
    "chmod,fchmodat,mkdir"
)


@dataclass(frozen=True)
class Outcome:
    """One disturbed run: the fault, whether it met the process alive, and what is new."""

    fault: str
    killed: bool
    new: tuple[str, ...]
    status: int
    stderr: str


def at_moments(stage: Stage, times: int) -> Iterator[Outcome]:
    """``kill -9`` at moments spread over the time that the whole run takes."""
    begin = time.monotonic()
    _run(stage, stage.fresh())
    whole = time.monotonic() - begin
    for number in range(times):
        moment = whole * (number + 0.5) / times
        yield _outcome(stage, f"at {moment:.3f} s", partial(_killed, stage, moment))


def at_steps(
    stage: Stage, fault: str = "kill", steps: Sequence[int] | None = None
) -> Iterator[Outcome]:
    """The fault at each step of the run, or at those of *steps*."""
    for number in range(1, count(stage) + 1) if steps is None else steps:
        yield _child(stage, fault, number)


def in_writes(stage: Stage, times: int, fault: str = "cut") -> Iterator[Outcome]:
    """Files that must not grow beyond some size, up to that of the largest that is written."""
    for number in range(times):
        yield _child(stage, fault, int(stage.largest ** (number / times)))


def after_calls(stage: Stage, most: int) -> Iterator[Outcome]:
    """Killed by ``strace`` at the first call that changes a file, the second, and so on."""
    for number in range(1, most + 1):
        inject = f"inject={_CALLS}:signal=SIGKILL:when={number}"
        tracer = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={_CALLS}", "-e", inject]
        outcome = _outcome(stage, f"at call {number}", partial(_run, stage, before=tracer))
        yield outcome
        if not outcome.killed:
            return


@lru_cache(maxsize=1)
def can_trace() -> bool:
    """Whether there is a ``strace`` that may watch processes."""
    if shutil.which("strace") is None:
        return False
    return not subprocess.run(
        ["strace", "-qq", "true"], capture_output=True, check=False
    ).returncode


def count(stage: Stage, fault: str = "count") -> int:
    """How many steps the run has."""
    work = stage.fresh()
    file = work.parent / "steps"
    _run(stage, work, fault=fault, counted=file)
    return int(file.read_text(encoding="utf-8"))


def _child(stage: Stage, fault: str, number: int) -> Outcome:
    run = partial(_run, stage, fault=fault, number=number)
    return _outcome(stage, f"{fault} {number}", run)


def _outcome(
    stage: Stage, fault: str, run: Callable[[Path], subprocess.CompletedProcess[str]]
) -> Outcome:
    """What *run* does to a fresh folder.

    Raises:
        AssertionError: it is not what must hold; the fault is named.
    """
    work = stage.fresh()
    done = run(work)
    try:
        new = stage.verify(work)
    except (AssertionError, ValueError) as error:
        raise AssertionError(f"{stage.scene.name}, {fault}: {error}") from error
    killed = done.returncode < 0 or done.returncode > 128
    return Outcome(fault, killed, tuple(new), done.returncode, done.stderr)


def _run(
    stage: Stage,
    work: Path,
    *,
    before: Sequence[str] = (),
    fault: str = "",
    number: int = 0,
    counted: Path | None = None,
) -> subprocess.CompletedProcess[str]:
    module = ["tests.faults.child", fault, str(number)] if fault else ["pmlint"]
    return subprocess.run(
        [*before, sys.executable, "-m", *module, *stage.scene.arguments],
        cwd=work,
        env={**environment(work.parent / "cache"), COUNT: str(counted)},
        capture_output=True,
        text=True,
        check=False,
    )


def _killed(stage: Stage, moment: float, work: Path) -> subprocess.CompletedProcess[str]:
    """A plain pmlint, killed from outside."""
    process = subprocess.Popen(
        [sys.executable, "-m", "pmlint", *stage.scene.arguments],
        cwd=work,
        env=environment(work.parent / "cache"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    time.sleep(moment)
    os.kill(process.pid, signal.SIGKILL)
    return subprocess.CompletedProcess(process.args, process.wait(), "", "")
