"""Whether time and memory grow with the words and files, not faster.

``python -m tests.bench.growth [--megabytes 5] [--files 100000]`` from the checkout's root. Each
line is one run of ``pmlint check --no-cache``: CPU seconds and the most memory of the process,
and what each megabyte or file more has cost. If growth is linear, that stays the same.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.check import ROOT, calm_text

_HEAD = "# Outage\n\n## Background\n\n"
_PARAGRAPH = 520_000
_SHORT = (
    "# The gate rejected {number} parcels\n\n## Summary\n\nThe queue of gate {number} held 900 "
    "parcels when its disk was full, and the next {number} were rejected for two hours.\n"
)


def main() -> None:
    """Measure, and print a line for each run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=float, default=5.0)
    parser.add_argument("--files", type=int, default=100_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _documents(folder, given.megabytes)
        _paragraph(folder)
        _folders(folder, given.files)


def _documents(folder: Path, largest: float) -> None:
    path = folder / "long.md"
    growth = _Growth("MB")
    for size in _steps(largest, 4):
        path.write_text(_HEAD + "\n\n".join(_lines(int(size * 1_000_000))))
        growth.tell(f"one document of {size:.1f} MB", size, *_run(path))


def _paragraph(folder: Path) -> None:
    path = folder / "paragraph.md"
    growth = _Growth("MB")
    for size in (_PARAGRAPH // 16, _PARAGRAPH // 4, _PARAGRAPH):
        path.write_text(_HEAD + " ".join(_lines(size)))
        growth.tell(f"one paragraph of {size // 1000} KB", size / 1_000_000, *_run(path))


def _folders(folder: Path, most: int) -> None:
    growth = _Growth("file")
    for count in map(int, _steps(most, 10)):
        into = folder / f"{count}"
        for number in range(count):
            inner = into / f"{number // 1000}"
            inner.mkdir(parents=True, exist_ok=True)
            (inner / f"{number}.md").write_text(_SHORT.format(number=number))
        growth.tell(f"{count:,} short files", count, *_run(into))


def _lines(size: int) -> Iterator[str]:
    """Sentences in which nothing is found, no two the same, of *size* characters together."""
    bodies = calm_text().removeprefix(_HEAD).split("\n\n")
    number = 0
    while size > 0:
        for body in bodies:
            number += 1
            line = f"{body.strip().rstrip('.')} in run {number}."
            yield line
            size -= len(line)
            if size <= 0:
                return


def _steps(most: float, factor: int) -> Iterator[float]:
    yield from (most / factor**2, most / factor, most)


class _Growth:
    """Runs of one kind: what each *unit* more costs than in the run before."""

    def __init__(self, unit: str) -> None:
        self._unit = unit
        self._last: tuple[float, float] | None = None

    def tell(self, what: str, amount: float, seconds: float, memory: float) -> None:
        """Print a line for a run over *amount* units."""
        more = ""
        if self._last is not None:
            cost = (seconds - self._last[1]) / (amount - self._last[0])
            more = f"  {cost * 1000:8.1f} ms for each {self._unit} more"
        self._last = (amount, seconds)
        print(f"{what:30} {seconds:8.1f} s  {memory:6.0f} MB{more}", flush=True)


def _run(path: Path) -> tuple[float, float]:
    """CPU seconds and peak megabytes of a check of *path*, its output thrown away."""
    command = [sys.executable, "-m", "pmlint", "check", "-q", "--isolated", "--exit-zero"]
    process = _spawned([*command, "--no-cache", "--jobs", "1", str(path)])
    _, status, usage = os.wait4(process, 0)
    if status:
        raise SystemExit(
            f"the check of {path} ended with status {os.waitstatus_to_exitcode(status)}"
        )
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def _spawned(command: list[str]) -> int:
    nowhere = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return os.posix_spawn(command[0], command, environment, file_actions=nowhere)


if __name__ == "__main__":
    main()
