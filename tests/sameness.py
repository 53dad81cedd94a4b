"""The same bytes out of the same bytes in: ``python -m tests.sameness PYTHON...``.

Each interpreter, which must have what pmlint depends on, reviews the examples in every format, and
makes every kind of report; what differs from the first one's is named. `tests/test_sameness.py`
does it with one interpreter over environments.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

__all__ = ["different", "outputs", "set_up"]

ROOT = Path(__file__).parent.parent
DOCUMENTS = (ROOT / "tests" / "examples", ROOT / "corpus" / "postmortems" / "docs")
MOST = 1  # documents of each folder
_RUN = """
import sys
from pathlib import Path
from pmlint.cli import main
from pmlint.formats import FORMATS

out = sys.argv[1]
exports = [f"--export={form}={out}/check.{form}" for form in FORMATS]
day = "--as-of=2026-10-01"
period = "--from=2020-01-01"

def run(*arguments):
    status = main([*arguments, day], standalone_mode=False)
    if status not in (0, 1):
        sys.exit(status)

run("check", ".", "--show-suppressed", "--color=never", "--jobs=1", *exports)
for form in ("html", "markdown", "json", "csv", "terminal"):
    run("report", ".", period, "--format", form, f"--output-file={out}/report.{form}")
"""


def main() -> int:
    """The exit status: 1 if outputs differ."""
    pythons = sys.argv[1:] or [sys.executable]
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder, "work")
        set_up(work)
        made = {python: outputs(work, python) for python in pythons}
    first = made[pythons[0]]
    failed = False
    for python, told in made.items():
        names = different(first, told)
        failed |= bool(names)
        print(f"{python}: {len(told)} outputs, {', '.join(names) or 'none'} different")
    return 1 if failed else 0


def set_up(work: Path, names: Sequence[str] = ()) -> None:
    """Lay documents into a folder: those of *names*, or some of each kind."""
    work.mkdir()
    for folder in DOCUMENTS:
        every = sorted(folder.glob("*.md"))
        for path in [one for one in every if one.name in names] if names else every[:MOST]:
            shutil.copy(path, work)


def outputs(
    work: Path, python: str = sys.executable, environment: Mapping[str, str] | None = None
) -> dict[str, bytes]:
    """What a fresh process prints, and all that it writes, by name; nothing is kept before it."""
    with tempfile.TemporaryDirectory() as out:
        done = subprocess.run(
            [python, "-c", _RUN, out],
            cwd=work,
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT),
                "PMLINT_CACHE_DIR": "",
                **(environment or {}),
            },
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        written = {path.name: path.read_bytes() for path in sorted(Path(out).iterdir())}
    return {"stdout": done.stdout, **written}


def different(first: Mapping[str, bytes], second: Mapping[str, bytes]) -> list[str]:
    """The names of what is not the same in both."""
    names = sorted({*first, *second})
    return [name for name in names if first.get(name) != second.get(name)]


if __name__ == "__main__":
    sys.exit(main())
