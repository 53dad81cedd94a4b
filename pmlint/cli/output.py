"""Writing: to a terminal that may close, to a file that is whole or not there."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TextIO

import click

__all__ = [
    "forsake",
    "in_color",
    "open_streams",
    "refuse_inputs",
    "refuse_twice",
    "say",
    "warn",
    "write_new",
    "write_whole",
]

_NO_SYNC = (errno.EINVAL, errno.ENOTSUP)  # file systems that cannot say when a file is on the disk


def open_streams() -> None:
    """Open what our caller closed (``>&-``) on the null device.

    Otherwise the next file that is opened, maybe a document, takes the place of a standard
    stream, and what a library prints lands in it.
    """
    if None not in (sys.stdin, sys.stdout, sys.stderr):
        return
    while (number := os.open(os.devnull, os.O_RDWR)) <= 2:
        os.set_inheritable(number, True)
    os.close(number)
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115


def say(text: str) -> None:
    """Print *text* on standard output. Nobody reading on is no error.

    Raises:
        click.ClickException: it cannot be written, as when the disk is full.
    """
    try:
        _print(text, sys.stdout)
    except OSError as error:
        reason = error.strerror or str(error)
        raise click.ClickException(f"standard output cannot be written: {reason}.") from error


def warn(text: str) -> None:
    """Print a line on standard error, marked as pmlint's. If that fails, nobody can be told."""
    with contextlib.suppress(OSError):
        _print(f"pmlint: {text}\n", sys.stderr)


def _print(text: str, stream: TextIO) -> None:
    try:
        stream.write(_encodable(text, stream))
        stream.flush()
    except OSError as error:
        forsake(stream)
        if not isinstance(error, BrokenPipeError):
            raise


def forsake(stream: TextIO) -> None:
    """Write no more to *stream*: Python would try again at exit, and complain."""
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
        click.ClickException: the file cannot be written; it is as it was.
    """
    data = text.encode("utf-8", "surrogateescape") if isinstance(text, str) else text
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)  # a pipe, or /dev/stdout
            return
        _replace(path.resolve(), data)
    except OSError as error:
        raise _unwritable(path, error) from error


def refuse_twice(outputs: Sequence[tuple[str, Path]]) -> None:
    """See that no two of *outputs*, each with the option that names it, are one file.

    Raises:
        click.UsageError: two are, and what is written first would be lost.
    """
    seen: dict[str, str] = {}
    for option, path in outputs:
        whole = os.path.realpath(path)
        if whole in seen and (path.is_file() or not path.exists()):  # a pipe takes both
            raise click.UsageError(
                f"{seen[whole]} and {option} both write to {path}, and one would be lost. "
                "Name two files."
            )
        seen[whole] = option


def refuse_inputs(outputs: Sequence[tuple[str, Path]], inputs: Iterable[Path]) -> None:
    """See that no file of *outputs*, each with the option that names it, is one that is read.

    Raises:
        click.UsageError: one is, and writing would destroy it.
    """
    written = {os.path.realpath(path): option for option, path in outputs}
    if not written:
        return
    for path in inputs:
        option = written.get(os.path.realpath(path))
        if option is not None:
            raise click.UsageError(
                f"{option}: {path} is read in this run, and would be overwritten. "
                "Choose another file, or exclude this one if it is an old result."
            )


def _replace(target: Path, data: bytes) -> None:
    """Write beside *target* what then takes its place. Who is killed leaves that file behind."""
    import tempfile  # Costs 5 ms, and few write files.

    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".pmlint-")
    made = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            _sync(file.fileno())
        made.chmod(target.stat().st_mode if target.exists() else 0o666 & ~_umask())
        made.replace(target)
    except BaseException:  # an interruption, too, leaves nothing behind
        with contextlib.suppress(OSError):
            made.unlink()
        raise


def _sync(number: int) -> None:
    """Wait until the file is on the disk: a power cut could leave an empty one in its place."""
    try:
        os.fsync(number)
    except OSError as error:
        if error.errno not in _NO_SYNC:
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
