"""Fixes of findings, made in the text: all that do not touch each other, then the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from pmlint.engine import Finding
from pmlint.rule import Edit, Fix
from pmlint.source import Source

__all__ = ["Fixed", "apply", "fix_all"]

_ROUNDS = 20  # more than a document has parts that can be missing


class Fixed(Struct, frozen=True):
    """The text after fixing, and what was done, in order."""

    text: str
    done: tuple[str, ...]


def fix_all(source: Source, find: Callable[[Source], Iterable[Finding]]) -> Fixed:
    """*source* with the fixes of what *find* finds in it, until it finds none to make.

    A second call makes no further change.
    """
    text, done = source.text, list[str]()
    for _ in range(_ROUNDS):
        fixes = [one.fix for one in find(Source(source.path, text)) if one.fix is not None]
        fixed = apply(text, fixes)
        if fixed.text == text:
            break
        text = fixed.text
        done += fixed.done
    return Fixed(text, tuple(done))


def apply(text: str, fixes: Iterable[Fix]) -> Fixed:
    """*text* with *fixes*: the first one, and each other that touches none before it."""
    taken: list[Edit] = []
    done: list[str] = []
    for fix in dict.fromkeys(fixes):
        if not any(_touch(edit, other) for edit in fix.edits for other in taken):
            taken += fix.edits
            done.append(fix.summary)
    for edit in sorted(taken, key=lambda edit: edit.span.start, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return Fixed(text, tuple(done))


def _touch(edit: Edit, other: Edit) -> bool:
    return edit.span.start <= other.span.end and other.span.start <= edit.span.end
