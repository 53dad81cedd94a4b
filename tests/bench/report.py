"""How long `pmlint report` takes over many documents, and how much memory.

``python -m tests.bench.report [--documents 2000]`` from the checkout's root. Each run is a
process of its own over copies of the corpus with other dates, services and ids; memory is the
peak of what was resident, as the system tells it. Judging wording costs most of a review, so
the model is asked only in the last run, of few documents; in all others it is replaced by one
that finds nothing, and the rules run as ever.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
SOURCES = (ROOT / "corpus" / "postmortems" / "docs", ROOT / "corpus" / "quarters")
FORMATS = ("terminal", "json", "html")
JUDGED = 60
LAST = dt.date(2026, 9, 30)
DAYS = 456  # the five quarters that the report compares
_DAY = re.compile(r"\b20[0-9]{2}-[01][0-9]-[0-3][0-9]\b")
_NUMBER = re.compile(r"(?<![\w.:/-])[1-9][0-9]{2,5}(?![\w:/-]|\.[0-9])")
_ID = re.compile(r"\b([A-Z]{2,6}[-#])[0-9]{1,6}\b")
_NAME = re.compile(r"`([a-z]+(?:-[a-z]+)+)`")
_SERVICES = re.compile(r"^(\W*(?:affected )?services?\W+)(.+)$", re.IGNORECASE | re.MULTILINE)
_MEGABYTE = 1024 * 1024
_UNIT = 1 if sys.platform == "darwin" else 1024  # of the system's figure, in bytes
CHILD = """
import sys
from pmlint.classifier import Classifier
from pmlint.cli import main
if sys.argv.pop(1) == "without":
    Classifier.judge = lambda self, passages, evidence: [None] * len(passages)
main(["report", *sys.argv[1:]])
"""


@dataclass(frozen=True)
class Run:
    """What one report took: `peak` and `size` of what it wrote in bytes."""

    documents: int
    seconds: float
    peak: int
    size: int

    def __str__(self) -> str:
        each = self.seconds / self.documents * 1000
        return (
            f"{self.documents:6,} documents {self.seconds:8.1f} s {each:7.1f} ms each "
            f"{self.peak / _MEGABYTE:8.1f} MB at most {self.size / 1024:9,.0f} KB written"
        )


def texts() -> list[tuple[str, str]]:
    """Names and texts of the corpus's postmortems, in an order that mixes its folders."""
    found = [path for folder in SOURCES for path in sorted(folder.rglob("*.md"))]
    kept = [path for path in found if path.name != "README.md"]
    random.Random(0).shuffle(kept)  # noqa: S311 - no secret
    return [(path.stem, path.read_text(encoding="utf-8")) for path in kept]


def varied(text: str, number: int) -> str:
    """*text* as another incident: other days, numbers, ids and names of components."""
    chance = random.Random(number)  # noqa: S311 - no secret
    moved = _moved(text, LAST - dt.timedelta(chance.randrange(DAYS)))
    moved = _ID.sub(lambda match: f"{match[1]}{chance.randrange(1, 99_999)}", moved)
    moved = _NUMBER.sub(lambda match: str(int(match[0]) + chance.randrange(50)), moved)
    moved = _NAME.sub(lambda match: f"`{match[1]}-{number % 400}`", moved)
    return _SERVICES.sub(lambda match: f"{match[1]}service {number % 400}", moved)


def _moved(text: str, to: dt.date) -> str:
    """*text* with all its days as far from *to* as they were from the first of them."""
    first = next(_days(text), None)

    def other(match: re.Match[str]) -> str:
        day = _day(match[0])
        return str(to + (day - first)) if first and day else match[0]

    return _DAY.sub(other, text)


def _days(text: str) -> Iterator[dt.date]:
    return filter(None, (_day(match[0]) for match in _DAY.finditer(text)))


def _day(words: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(words)
    except ValueError:
        return None


def write(folder: Path, count: int) -> None:
    """*count* documents in *folder*, by team, each with its day in its name too."""
    sources = texts()
    for number in range(count):
        name, text = sources[number % len(sources)]
        text = varied(text, number)
        day = next(_days(text), LAST - dt.timedelta(number % DAYS))
        path = folder / f"team-{number % 12}" / f"{day}-{name}-{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def report(folder: Path, count: int, name: str, *, judged: bool = False) -> Run:
    """A report of *folder* in a process of its own.

    Raises:
        RuntimeError: the report failed.
    """
    out = folder.parent / f"report.{name}"
    options = ["--isolated", "--quiet", "--quarter", "2026Q3", "--as-of", "2026-10-05"]
    command = [
        *(sys.executable, "-c", CHILD, "with" if judged else "without"),
        *(str(folder), *options, "--format", name, "-o", str(out)),
    ]
    start = time.perf_counter()
    child = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    taken = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise RuntimeError(f"pmlint report exited with {child.returncode}")
    return Run(count, taken, used.ru_maxrss * _UNIT, out.stat().st_size)


def runs(count: int, names: Sequence[str] = FORMATS) -> Iterator[tuple[str, Run]]:
    """The report in each format, of *count* documents without the model."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place).resolve() / "postmortems"
        write(folder, count)
        for name in names:
            yield name, report(folder, count, name)


def slope(small: Run, large: Run) -> float:
    """Megabytes of memory for each 1,000 more documents."""
    return (large.peak - small.peak) / _MEGABYTE / (large.documents - small.documents) * 1000


def main() -> None:
    """Measure, and print one line for each run."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--documents", type=int, default=2000, help="of the largest run")
    parser.add_argument("--format", choices=FORMATS, action="append", help="default: each")
    given = parser.parse_args()
    largest, names = max(20, given.documents), given.format or FORMATS
    found: dict[str, list[Run]] = {name: [] for name in names}
    print("without the model: it is replaced by one that finds nothing")
    for count in (largest // 10, largest // 2, largest):
        for name, run in runs(count, names):
            found[name].append(run)
            print(f"  {name:9}{run}", flush=True)
    for name, (first, *_, last) in found.items():
        print(f"  {name:9}{slope(first, last):6.1f} MB for each 1,000 documents")
    print("with the model")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place).resolve() / "postmortems"
        write(folder, JUDGED)
        print(f"  {'terminal':9}{report(folder, JUDGED, 'terminal', judged=True)}")


if __name__ == "__main__":
    main()
