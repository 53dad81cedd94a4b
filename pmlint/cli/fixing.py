"""``--fix``: changes of form written to the documents, or shown as a patch."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path, PurePath

import click
from msgspec import Struct

from pmlint.cli.files import Target
from pmlint.cli.output import say, warn, write_whole
from pmlint.config import Settings
from pmlint.engine import Finding, Findings, review
from pmlint.fixes import Fixed, fix_all
from pmlint.formats.terminal import safe
from pmlint.source import Source, SourceError, read_regular

__all__ = ["fix_files", "show_fixes"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

Known = Callable[[Settings], Callable[[Findings], Findings]]


class _Document(Struct, frozen=True):
    """A document's file, its text and what fixing makes of it."""

    path: Path
    name: str
    data: bytes
    text: str
    fixed: Fixed

    @property
    def changed(self) -> bool:
        return self.fixed.text != self.text


def fix_files(
    targets: Sequence[Target], settings: Callable[[Path], Settings], known: Known
) -> None:
    """Make the fixes of *targets* in their files, each at once, and tell what was done.

    What *known* takes out of the findings, by their settings, stays as it is. Files that cannot
    be read are left to the review, which reports them.

    Raises:
        click.ClickException: a file cannot be written.
    """
    for document in _fixed(targets, settings, known):
        if document.changed:
            mark, encoding = _encoding(document.data)
            write_whole(document.path, mark + document.fixed.text.encode(encoding))
            warn(f"{safe(document.name)}: fixed: {_told(document.fixed)}.")


def show_fixes(
    targets: Sequence[Target], settings: Callable[[Path], Settings], known: Known
) -> bool:
    """Print what `fix_files` would change as a patch; whether there is anything."""
    found = False
    for document in _fixed(targets, settings, known):
        if document.changed:
            found = True
            say("".join(_patch(document)))
            warn(f"{safe(document.name)}: would do: {_told(document.fixed)}.")
    return found


def _told(fixed: Fixed) -> str:
    return "; ".join(fixed.done)


def _fixed(
    targets: Sequence[Target], settings: Callable[[Path], Settings], known: Known
) -> Iterable[_Document]:
    for target in targets:
        if target.path is None:
            raise click.UsageError("--fix changes files, and - is none. Name the file.")
        chosen = settings(target.path.parent)
        try:
            data = read_regular(target.path)
            source = Source.from_bytes(data, target.name)
        except SourceError:
            continue
        fixed = fix_all(source, _finder(chosen, known(chosen)))
        yield _Document(target.path, target.name, data, source.text, fixed)


def _finder(
    settings: Settings, known: Callable[[Findings], Findings]
) -> Callable[[Source], Iterable[Finding]]:
    """Findings of the rules that can be fixed; none of them needs the model."""
    rules = [rule for rule in settings.rules if rule.fixable]
    return lambda source: known(review(source, rules, settings)).findings


def _encoding(data: bytes) -> tuple[bytes, str]:
    """The byte order mark that *data* begins with, and how it is encoded."""
    return next(((m, name) for m, name in _MARKS if data.startswith(m)), (b"", "utf-8"))


def _patch(document: _Document) -> Iterable[str]:
    from difflib import unified_diff  # only here: a check starts without it

    lines = unified_diff(
        _lines(document.text),
        _lines(document.fixed.text),
        _side("a", document.name),
        _side("b", document.name),
    )
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _side(side: str, name: str) -> str:
    """A file's name on one side of a patch, as `git apply` and `patch -p1` take it."""
    path = PurePath(name)
    return safe(name if path.is_absolute() else f"{side}/{path.as_posix()}")


def _lines(text: str) -> list[str]:
    """Lines with their ends; only a line feed ends one."""
    parts = text.split("\n")
    return [f"{part}\n" for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])
