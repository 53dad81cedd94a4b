"""The findings that a team knows already: a file that old documents are adopted with.

An entry names a finding by path, rule and fingerprint, so that it holds when lines move. What
a document no longer shows is stale, and said to be; an entry never hides a second finding.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from pmlint.addresses import is_address
from pmlint.engine import Findings
from pmlint.fingerprints import fingerprints

__all__ = ["SCHEMA", "Baseline", "BaselineError", "Entry", "read_baseline", "rest_of_baseline"]

SCHEMA = 1
_SHOWN = 60  # characters of the words that an entry quotes, for those who read the file


class BaselineError(ValueError):
    """The text is no baseline that this version reads; the message says why."""


class Entry(Struct, frozen=True, order=True):
    """One known finding; `words` are what it quotes, cut short, and for readers only."""

    path: str
    code: str
    fingerprint: str
    words: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What a finding is found by."""
        return self.path, self.fingerprint


class Baseline(Struct, frozen=True, dict=True):
    """Known findings, ordered by path and rule; their paths are seen from `folder`."""

    entries: tuple[Entry, ...] = ()
    folder: Path = Path()

    @classmethod
    def of_document(cls, name: str, marks: Iterable[str]) -> Baseline:
        """The baseline of one document, from the fingerprints that `marks` gave for it."""
        whole = cls()
        return cls(tuple(Entry(whole._path(name), "", mark) for mark in marks))

    @cached_property
    def _marks(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for entry in self.entries:
            found.setdefault(entry.path, []).append(entry.fingerprint)
        return {path: tuple(marks) for path, marks in found.items()}

    def marks(self, name: str) -> tuple[str, ...]:
        """The fingerprints of what is known of the document that the user calls *name*."""
        return self._marks.get(self._path(name), ())

    def applied(self, findings: Findings) -> Findings:
        """*findings* with those that are known moved to `known`."""
        keys = {entry.key for entry in self.entries}
        marked = [(one.key in keys, at) for at, one in enumerate(self._entries(findings))]
        known = tuple(findings.findings[at] for is_known, at in marked if is_known)
        new = tuple(findings.findings[at] for is_known, at in marked if not is_known)
        return replace(findings, findings=new, known=(*findings.known, *known))

    def stale(self, findings: Findings, reviewed: Iterable[str]) -> tuple[Entry, ...]:
        """Entries that match nothing in *findings*, as they were before `applied`.

        Only what was looked at can be stale: entries of the paths in *reviewed* and of rules
        that ran there.
        """
        keys = {one.key for one in self._entries(findings)}
        paths, codes = self._paths(reviewed), {rule.code for rule in findings.rules}
        return tuple(
            entry
            for entry in self.entries
            if entry.path in paths and entry.code in codes and entry.key not in keys
        )

    def without(self, stale: Iterable[Entry]) -> Baseline:
        """The baseline after *stale* entries were removed."""
        gone = set(stale)
        return replace(self, entries=tuple(one for one in self.entries if one not in gone))

    def renewed(
        self, findings: Findings, reviewed: Iterable[str], *, complete: bool = True
    ) -> Baseline:
        """The baseline with what *findings* hold now; entries of other paths stay.

        So do all entries if the look was not *complete*: what was hidden is not gone.
        """
        paths = self._paths(reviewed) if complete else set()
        codes = {rule.code for rule in findings.rules}
        others = [one for one in self.entries if one.path not in paths or one.code not in codes]
        return replace(self, entries=tuple(sorted({*others, *self._entries(findings)})))

    def text(self) -> str:
        """The file's content: one entry a line, so that a diff shows what came and went."""
        lines = [json.dumps(_as_json(entry), ensure_ascii=True) for entry in self.entries]
        body = "".join(f"\n  {line}," for line in lines).removesuffix(",")
        return f'{{"schema": {SCHEMA}, "findings": [{body}\n]}}\n'

    def _entries(self, findings: Findings) -> list[Entry]:
        marks = fingerprints(findings.findings)
        return [
            Entry(self._path(one.path), one.code, mark, " ".join(one.excerpt.split())[:_SHOWN])
            for one, mark in zip(findings.findings, marks, strict=True)
        ]

    def _paths(self, names: Iterable[str]) -> set[str]:
        return {self._path(name) for name in names}

    def _path(self, name: str) -> str:
        """*name*, however the user wrote it, as seen from the baseline's folder."""
        if is_address(name):
            return name
        return Path(os.path.relpath(name, self.folder)).as_posix()


def read_baseline(text: str, folder: Path) -> Baseline:
    """The baseline that `Baseline.text` has written; *folder* is where the file stands.

    Raises:
        BaselineError: it is not JSON, of another schema, or an entry lacks a field.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BaselineError(f"it is not JSON ({error})") from error
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        raise BaselineError(f"it has no schema {SCHEMA}")
    entries = data.get("findings")
    if not isinstance(entries, list):
        raise BaselineError('"findings" is not a list')
    return Baseline(tuple(sorted({_entry(one, at) for at, one in enumerate(entries, 1)})), folder)


def rest_of_baseline(text: str, folder: Path) -> Baseline | None:
    """What can still be read of a damaged baseline, line by line, as `Baseline.text` writes it.

    A merge that met a conflict, or a disk that was full, leaves most of the lines whole. None if
    *text* never was a baseline, and nothing may be written over it.
    """
    found = {entry for line in text.splitlines() for entry in _entries_of_line(line)}
    if not found and text.strip() and not any(sign in text for sign in _SIGNS):
        return None
    return Baseline(tuple(sorted(found)), folder)


_SIGNS = ('{"schema": ', '"fingerprint": ')


def _entries_of_line(line: str) -> Iterator[Entry]:
    with suppress(ValueError, RecursionError):
        yield _entry(json.loads(line.strip().removesuffix(",")), 1)


def _as_json(entry: Entry) -> Mapping[str, str]:
    return {
        "path": entry.path,
        "code": entry.code,
        "fingerprint": entry.fingerprint,
        "words": entry.words,
    }


def _entry(data: object, number: int) -> Entry:
    names = ("path", "code", "fingerprint")
    if not isinstance(data, dict) or not all(isinstance(data.get(name), str) for name in names):
        raise BaselineError(f"entry {number} lacks a path, a code or a fingerprint")
    return Entry(data["path"], data["code"], data["fingerprint"], str(data.get("words", "")))
