"""Writing: to a terminal that may close, to a file that is whole or not there."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import TextIO

import click

__all__ = ["in_color", "say", "warn", "write_new", "write_whole"]


def say(text: str) -> None:
    """Print *text* on standard output. Nobody reading on is no error."""
    _print(text, sys.stdout)


def warn(text: str) -> None:
    """Print a line on standard error, marked as pmlint's."""
    _print(f"pmlint: {text}\n", sys.stderr)


def _print(text: str, stream: TextIO) -> None:
    try:
        stream.write(_encodable(text, stream))
        stream.flush()
    except BrokenPipeError:
        # Whoever read has stopped reading. Python would complain again at exit.
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _encodable(text: str, stream: TextIO) -> str:
    encoding = getattr(stream, "encoding", None) or "utf-8"
    return text.encode(encoding, "backslashreplace").decode(encoding)


def in_color(choice: str) -> bool:
    """Whether ``auto``, ``always`` or ``never`` means colours on standard output."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


def write_whole(path: Path, text: str | bytes) -> None:
    """Replace the file at *path* by *text*, at once: no reader sees a half.

    Raises:
        click.ClickException: the file cannot be written.
    """
    import tempfile  # Costs 5 ms, and few write files.

    data = text.encode("utf-8", "surrogateescape") if isinstance(text, str) else text
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)  # a pipe, or /dev/stdout
            return
        target = path.resolve()
        with tempfile.NamedTemporaryFile(
            dir=target.parent, prefix=".pmlint-", delete=False
        ) as file:
            file.write(data)
        _put(Path(file.name), target)
    except OSError as error:
        raise _unwritable(path, error) from error


def _put(made: Path, target: Path) -> None:
    try:
        made.chmod(target.stat().st_mode if target.exists() else 0o666 & ~_umask())
        made.replace(target)
    except OSError:
        made.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def write_new(path: Path, text: str) -> bool:
    """Write a file that must not exist yet; False if it does, and stays as it is.

    Raises:
        click.ClickException: the file cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
    except FileExistsError:
        return False
    except OSError as error:
        raise _unwritable(path, error) from error
    return True


def _unwritable(path: Path, error: OSError) -> click.ClickException:
    reason = error.strerror or str(error)
    return click.ClickException(f"{path}: cannot be written: {reason}. Choose another place.")
