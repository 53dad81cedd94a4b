"""Findings of documents that have not changed, kept from one run to the next.

With them, what the report has read of a document's factors.

A result is found again by a digest of everything it depends on: the text and its name, the
settings, house rules, the day, and pmlint itself with its models. One database in the user's
cache folder holds them; SQLite keeps it whole when runs meet or are killed. Nothing here can
fail a run: what cannot be read is reviewed afresh.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec.structs import fields

import pmlint
from pmlint.caching import cache_folder
from pmlint.document import Span
from pmlint.engine import Finding, Findings, Problem
from pmlint.rule import Category, Edit, Fix, Severity

if TYPE_CHECKING:
    import sqlite3

__all__ = ["Results", "digest_of", "from_json", "stamp", "to_json"]

_Kept = TypeVar("_Kept")

_FILE = "results.sqlite3"
_SCHEMA = 2
_MOST = 30_000
"""Results that are kept, some 100 MB at the very most; those not used for longest go first."""
_SPARE = 1_000
_PATIENCE = 0.5  # seconds to wait for another run's write
_DIGEST = 20


class Results:
    """The store. It is closed with `close`, and then what was added is written."""

    def __init__(self) -> None:
        self.note = ""
        """What the user should be told: the store was damaged and begins anew."""
        self._added: dict[bytes, str] = {}
        self._used: set[bytes] = set()
        self._path = _path()
        self._database = self._opened() if self._path is not None else None

    def find(self, key: bytes) -> Findings | None:
        """What was found under *key*, if it is known."""
        return self._read(key, from_json)

    def add(self, key: bytes, findings: Findings) -> None:
        """Keep *findings*, unless something went wrong in their review."""
        if not findings.errors:
            self._keep(key, to_json(findings))

    def find_told(self, key: bytes) -> list[dict[str, float]] | None:
        """What the factors under *key* tell of, if it is known."""
        return self._read(key, _told_of)

    def add_told(self, key: bytes, told: Sequence[Mapping[str, float]]) -> None:
        """Keep of each factor of a document which conditions it tells of, and how likely."""
        self._keep(key, [dict(one) for one in told])

    def _read(self, key: bytes, made: Callable[[Any], _Kept]) -> _Kept | None:
        if self._database is None:
            return None
        query = "SELECT found FROM results WHERE key = ?"
        with self._guarded():
            row = self._database.execute(query, (key,)).fetchone()
            if row is not None:
                found = made(json.loads(row[0]))
                self._used.add(key)
                return found
        return None

    def _keep(self, key: bytes, value: object) -> None:
        if self._database is not None:
            self._added[key] = json.dumps(value, separators=(",", ":"))

    def write(self) -> None:
        """Write what was added. Another run's results stay, and the oldest give way."""
        if self._database is None:
            return
        with self._guarded():
            self._write(self._database)
        self._added.clear()
        self._used.clear()

    def close(self) -> None:
        """Write what was added, and end."""
        self.write()
        if self._database is not None:
            self._database.close()
            self._database = None

    def _write(self, database: sqlite3.Connection) -> None:
        if not self._added:  # a run that adds nothing need not write at all
            return
        with database:
            turn = database.execute("SELECT coalesce(max(used), 0) + 1 FROM results").fetchone()[0]
            put = "INSERT OR REPLACE INTO results VALUES (?, ?, ?)"
            database.executemany(put, [(key, turn, text) for key, text in self._added.items()])
            touch = "UPDATE results SET used = ? WHERE key = ?"
            database.executemany(touch, [(turn, key) for key in self._used])
            count = database.execute("SELECT count(*) FROM results").fetchone()[0]
            if count > _MOST:
                database.execute(
                    "DELETE FROM results WHERE key IN "
                    "(SELECT key FROM results ORDER BY used LIMIT ?)",
                    (count - _MOST + _SPARE,),
                )

    def _opened(self) -> sqlite3.Connection | None:
        import sqlite3  # here: a run without a cache needs none

        if self._path is None:
            return None
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            return _connected(self._path)
        except (OSError, sqlite3.OperationalError):
            return None  # locked, or not to be written
        except sqlite3.DatabaseError:
            self._begin_anew()
        try:
            return _connected(self._path)
        except sqlite3.Error:
            return None

    def _begin_anew(self) -> None:
        self.note = "the cache was damaged and begins anew."
        with suppress(OSError, AttributeError):
            self._path.unlink()  # type: ignore[union-attr]

    def _guarded(self) -> _Guard:
        return _Guard(self)

    def give_up(self, error: BaseException) -> None:
        """Go on without a store after *error*."""
        import sqlite3

        damaged = not isinstance(error, sqlite3.OperationalError)
        with suppress(sqlite3.Error, AttributeError):
            self._database.close()  # type: ignore[union-attr]
        self._database = None
        if damaged:
            self._begin_anew()


class _Guard:
    """Whatever the store does wrong ends the store, not the run."""

    def __init__(self, results: Results) -> None:
        self._results = results

    def __enter__(self) -> None:
        return

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        import sqlite3

        if isinstance(error, (sqlite3.Error, ValueError, TypeError, KeyError, AttributeError)):
            self._results.give_up(error)
            return True
        return False


def _connected(path: Path) -> sqlite3.Connection:
    import sqlite3

    database = sqlite3.connect(path, timeout=_PATIENCE)
    try:
        if database.execute("PRAGMA user_version").fetchone()[0] != _SCHEMA:
            with database:
                database.execute("DROP TABLE IF EXISTS results")
                database.execute(
                    "CREATE TABLE results (key BLOB PRIMARY KEY, used INTEGER, found TEXT) "
                    "WITHOUT ROWID"
                )
                database.execute(f"PRAGMA user_version = {_SCHEMA}")
    except BaseException:
        database.close()
        raise
    return database


def _path() -> Path | None:
    folder = cache_folder()
    return None if folder is None else folder / _FILE


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


def _told_of(data: Any) -> list[dict[str, float]]:  # noqa: ANN401 - JSON values of any kind
    return [{str(name): float(chance) for name, chance in one.items()} for one in data]


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
