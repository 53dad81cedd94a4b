"""Dask clusters of real processes for tests, and documents for them."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "corpus" / "postmortems" / "docs"
_PATIENCE = 60  # seconds, for what takes one or two


def smallest(count: int) -> list[Path]:
    """The *count* shortest documents of the corpus."""
    return sorted(DOCS.glob("*.md"), key=lambda path: (path.stat().st_size, path.name))[:count]


def house_rule(folder: Path, check: str) -> Path:
    """*folder* with one house rule, ZZ806, whose `check` function is the source *check*."""
    folder.mkdir()
    text = (ROOT / "rules" / "platitude.py").read_text(encoding="utf-8")
    text = text.replace("PM", "ZZ").replace("platitude", "counted")
    text += f"\n{check}\nRULE = __import__('msgspec.structs').structs.replace(RULE, check=check)\n"
    (folder / "counted.py").write_text(text, encoding="utf-8")
    return folder


@contextmanager
def scheduler_process(folder: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A scheduler as a process of its own: its address, and the process."""
    command = ["scheduler", "--host", "127.0.0.1", "--port", "0", "--dashboard-address", ":0"]
    with _process(folder, command, "Scheduler at:") as (process, line):
        yield line.split()[-1], process


@contextmanager
def worker_process(
    folder: Path, scheduler: str, environment: Mapping[str, str]
) -> Iterator[subprocess.Popen[bytes]]:
    """A worker of *scheduler* as a process of its own, once it is known there."""
    options = ["--nthreads", "1", "--no-nanny", "--dashboard-address", ":0"]
    command = ["worker", scheduler, *options, "--local-directory", str(folder)]
    with _process(folder, command, "Registered to:", environment) as (process, _):
        yield process


@contextmanager
def _process(
    folder: Path, command: list[str], sign: str, environment: Mapping[str, str] | None = None
) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """A process of Dask, and the line of its log in which *sign* stands."""
    program = ["-c", "import sys; from dask.__main__ import main; sys.exit(main())"]
    with tempfile.NamedTemporaryFile(suffix=".log", dir=folder) as log:
        process = subprocess.Popen(
            [sys.executable, *program, *command], cwd=folder, env=environment, stderr=log
        )
        try:
            yield process, _line_with(sign, Path(log.name), process)
        finally:
            process.kill()
            process.wait(_PATIENCE)


def _line_with(sign: str, log: Path, process: subprocess.Popen[bytes]) -> str:
    while process.poll() is None:
        for line in log.read_text(encoding="utf-8").splitlines():
            if sign in line:
                return line
        time.sleep(0.05)
    raise RuntimeError(log.read_text(encoding="utf-8"))
