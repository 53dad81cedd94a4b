"""What was worked out before: findings of documents that have not changed, and judgements.

A document's findings are found again by a digest of everything they depend on: the text and its
name, the settings, house rules, the day, and pmlint itself with its models. Where a document did
change, most of its sentences did not: what the encoder made of each is kept as well, as it takes
most of the time. So is what the report has read of a document's factors. What cannot be read is
worked out afresh.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from msgspec import MsgspecError, msgpack
from msgspec.structs import fields

import pmlint
from pmlint.classifier import Judgement
from pmlint.document import Span
from pmlint.engine import Finding, Findings, Problem
from pmlint.rule import Category, Edit, Fix, Severity
from pmlint.store import Store

__all__ = ["Results", "digest_of", "from_json", "stamp", "to_json"]

_RESULTS, _JUDGEMENTS = "results", "judgements"
_MOST = {_RESULTS: 30_000, _JUDGEMENTS: 100_000}
"""Rows that are kept: some 100 MB of results at the very most, and 25 MB of judgements."""
_DIGEST = 20


class Results:
    """What is kept. It is closed with `close`, and then what was added is written."""

    def __init__(self) -> None:
        self._store = Store(_MOST)

    @property
    def note(self) -> str:
        """What the user should be told: the store was damaged and begins anew."""
        return self._store.note

    def find(self, key: bytes) -> Findings | None:
        """What was found under *key*, if it is known."""
        return self._store.read(_RESULTS, [key], _findings_of).get(key)

    def add(self, key: bytes, findings: Findings) -> None:
        """Keep *findings*, unless something went wrong in their review."""
        if not findings.errors:
            self._store.keep(_RESULTS, key, _json(to_json(findings)))

    def find_told(self, key: bytes) -> list[dict[str, float]] | None:
        """What the factors under *key* tell of, if it is known."""
        return self._store.read(_RESULTS, [key], _told_of).get(key)

    def add_told(self, key: bytes, told: Sequence[Mapping[str, float]]) -> None:
        """Keep of each factor of a document which conditions it tells of, and how likely."""
        self._store.keep(_RESULTS, key, _json([dict(one) for one in told]))

    def find_judgements(self, keys: Sequence[bytes]) -> dict[bytes, Judgement | None]:
        """The judgements of those passages under *keys* that are known."""
        return self._store.read(_JUDGEMENTS, keys, _judgement_of)

    def add_judgements(self, judged: Mapping[bytes, Judgement | None]) -> None:
        """Keep judgements of passages. None stands for what is clearly nothing."""
        for key, judgement in judged.items():
            self._store.keep(_JUDGEMENTS, key, msgpack.encode(judgement))

    def write(self) -> None:
        """Write what was added. Another run's results stay, and the oldest give way."""
        self._store.write()

    def close(self) -> None:
        """Write what was added, and end."""
        self._store.close()


def digest_of(*parts: bytes | str) -> bytes:
    """A digest of *parts*, in their order; no two lists of parts have the same."""
    total = hashlib.blake2b(digest_size=_DIGEST)
    for part in parts:
        data = part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part
        total.update(len(data).to_bytes(8, "little"))
        total.update(data)
    return total.digest()


@lru_cache(maxsize=1)
def stamp() -> str:
    """What tells this installation from another: versions, and what its files are.

    An installed package has a list of its files' digests, which is the same on every machine;
    a checkout is told by its files' times and sizes.
    """
    roots = sorted({Path(root) for root in pmlint.__path__})
    files: list[Any] = list(_recorded(roots))
    files = files or sorted({one for root in roots for one in _own_files(root)})
    return json.dumps([pmlint.__version__, sys.version_info, files])


def _recorded(roots: Sequence[Path]) -> list[str]:
    """The lines of the installation's list of files; none if it has no such list."""
    record = roots[0].parent / f"pmlint-{pmlint.__version__}.dist-info" / "RECORD"
    try:
        lines = record.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return []
    return sorted(line for line in lines if line.startswith("pmlint/") and "sha256=" in line)


def _own_files(root: Path) -> Iterable[tuple[str, int, int]]:
    """Those of the package; of a checkout's root, what stands beside it."""
    if (root / "__init__.py").is_file():
        yield from _files(root)
        return
    for name in ("rules", "models"):
        yield from _files(root / name)


def _files(folder: Path) -> Iterable[tuple[str, int, int]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith((".", "__")):
            continue
        if entry.is_dir():
            yield from _files(Path(entry.path))
        else:
            told = entry.stat()
            yield entry.path, told.st_mtime_ns, told.st_size


def _json(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()


def _findings_of(data: bytes) -> Findings:
    return from_json(json.loads(data))


def _told_of(data: bytes) -> list[dict[str, float]]:
    told = json.loads(data)
    return [{str(name): float(chance) for name, chance in one.items()} for one in told]


def _judgement_of(data: bytes) -> Judgement | None:
    try:
        return msgpack.decode(data, type=Judgement | None)
    except MsgspecError as error:
        raise ValueError(str(error)) from None


def to_json(findings: Findings) -> dict[str, Any]:
    """*findings* of one document as JSON values. What ran is not kept: the settings tell it."""
    return {
        "findings": [_finding_to_json(one) for one in findings.findings],
        "suppressed": [_finding_to_json(one) for one in findings.suppressed],
        "errors": [[one.path, one.message] for one in findings.errors],
        "notes": [[one.path, one.message] for one in findings.notes],
        "files": findings.files,
    }


def from_json(data: Mapping[str, Any]) -> Findings:
    """The findings that `to_json` gave as *data*.

    Raises:
        KeyError, TypeError, ValueError: it is something else.
    """
    return Findings(
        tuple(_finding_of(one) for one in data["findings"]),
        tuple(_finding_of(one) for one in data["suppressed"]),
        tuple(Problem(path, message) for path, message in data["errors"]),
        data["files"],
        notes=tuple(Problem(path, message) for path, message in data["notes"]),
    )


_PLAIN = tuple(one.name for one in fields(Finding) if one.name not in ("category", "severity"))


def _finding_to_json(finding: Finding) -> dict[str, Any]:
    row = {name: getattr(finding, name) for name in _PLAIN}
    row |= {"category": finding.category.value, "severity": finding.severity.value}
    row["data"] = dict(finding.data)
    fix = finding.fix
    row["fix"] = fix and {
        "summary": fix.summary,
        "edits": [[one.span.start, one.span.end, one.text] for one in fix.edits],
    }
    return row


def _finding_of(row: Mapping[str, Any]) -> Finding:
    fix = row["fix"]
    made = fix and Fix(
        fix["summary"],
        tuple(Edit(Span(start, end), text) for start, end, text in fix["edits"]),
    )
    typed = {"category": Category(row["category"]), "severity": Severity(row["severity"])}
    return Finding(**{**row, **typed, "fix": made})
