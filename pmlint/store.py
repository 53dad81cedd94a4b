"""The one file in which pmlint keeps what it has worked out, from one run to the next.

Rows by key, in tables of a SQLite database: it stays whole when runs meet or are killed.
Nothing here can fail a run. A store that is locked or cannot be written is passed over, and
one that is damaged begins anew.
"""

from __future__ import annotations

import os
import sys
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pmlint.caching import cache_folder

if TYPE_CHECKING:
    import sqlite3

__all__ = ["Store"]

_Value = TypeVar("_Value")

_FILE = "results.sqlite3"
_SCHEMA = 4  # from here on no row holds a secret of a document
_PRIVATE = 0o600
_PATIENCE = 0.5  # seconds to wait for another run's write
_ASKED_AT_ONCE = 500  # keys: SQLite takes some thousand values in one question
_SPARE = 30  # one in so many rows more is dropped than has to be, so that few runs do it


class Store:
    """Tables of rows. It is closed with `close`, and then what was added is written.

    *most* says by the name of each table how many rows it keeps; those not used for longest
    go first.
    """

    def __init__(self, most: Mapping[str, int]) -> None:
        self.note = ""
        """What the user should be told: the store was damaged and begins anew."""
        self._most = most
        self._added: dict[str, dict[bytes, bytes]] = defaultdict(dict)
        self._used: dict[str, set[bytes]] = defaultdict(set)
        folder = cache_folder()
        self._path = None if folder is None else folder / _FILE
        self._database = self._opened()

    def read(
        self, table: str, keys: Collection[bytes], made: Callable[[bytes], _Value]
    ) -> dict[bytes, _Value]:
        """What is kept in *table* under each of *keys* that it has, as *made* of its bytes.

        *made* raises a ValueError, TypeError, KeyError or AttributeError for what is no such
        value: then the store is damaged.
        """
        found: dict[bytes, _Value] = {}
        if self._database is None:
            return found
        with self._guarded():
            added = self._added[table]
            rows = {key: added[key] for key in keys if key in added}
            for some in _portions([key for key in keys if key not in added]):
                marks = ",".join("?" * len(some))
                query = f"SELECT key, found FROM {table} WHERE key IN ({marks})"
                rows.update(self._database.execute(query, some).fetchall())
            found = {key: made(row) for key, row in rows.items()}
            self._used[table] |= found.keys()
        return found

    def keep(self, table: str, key: bytes, value: bytes) -> None:
        """Put *value* into *table*."""
        if self._database is not None:
            self._added[table][key] = value

    def write(self) -> None:
        """Write what was added. Another run's rows stay."""
        if self._database is None:
            return
        if any(self._added.values()):  # a run that adds nothing need not write at all
            with self._guarded(), self._database as database:
                for table, rows in self._added.items():
                    self._write(database, table, rows)
        self._added.clear()
        self._used.clear()

    def close(self) -> None:
        """Write what was added, and end."""
        self.write()
        if self._database is not None:
            self._database.close()
            self._database = None

    def _write(self, database: sqlite3.Connection, table: str, rows: Mapping[bytes, bytes]) -> None:
        latest = database.execute(f"SELECT max(used) FROM {table}").fetchone()[0]
        turn = (latest or 0) + 1
        put = f"INSERT OR REPLACE INTO {table} VALUES (?, ?, ?)"
        database.executemany(put, [(key, turn, value) for key, value in rows.items()])
        touch = f"UPDATE {table} SET used = ? WHERE key = ?"
        database.executemany(touch, [(turn, key) for key in self._used[table]])
        count = database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        most = self._most[table]
        if count > most:
            oldest = f"SELECT key FROM {table} ORDER BY used LIMIT ?"
            dropped = count - most + most // _SPARE
            database.execute(f"DELETE FROM {table} WHERE key IN ({oldest})", (dropped,))

    def _opened(self) -> sqlite3.Connection | None:
        if self._path is None:
            return None
        import sqlite3  # here: a run without a cache needs none

        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            return _connected(self._path, self._most)
        except (OSError, sqlite3.OperationalError):
            return None  # locked, or not to be written
        except sqlite3.DatabaseError:
            self._begin_anew()
        try:
            return _connected(self._path, self._most)
        except sqlite3.Error:
            return None

    def _begin_anew(self) -> None:
        self.note = "the cache was damaged and begins anew."
        with suppress(OSError, AttributeError):
            self._path.unlink()  # type: ignore[union-attr]

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """Whatever the store does wrong ends the store, not the run."""
        import sqlite3

        try:
            yield
        except (sqlite3.Error, ValueError, TypeError, KeyError, AttributeError) as error:
            with suppress(sqlite3.Error, AttributeError):
                self._database.close()  # type: ignore[union-attr]
            self._database = None
            if not isinstance(error, sqlite3.OperationalError):
                self._begin_anew()


def _portions(keys: Sequence[bytes]) -> Iterator[Sequence[bytes]]:
    for start in range(0, len(keys), _ASKED_AT_ONCE):
        yield keys[start : start + _ASKED_AT_ONCE]


def _keep_private(path: Path) -> None:
    """See that the file is there, and is its user's alone: it quotes what was reviewed.

    Raises:
        OSError: it cannot be made.
    """
    number = os.open(path, os.O_RDONLY | os.O_CREAT, _PRIVATE)
    try:
        if sys.platform != "win32" and os.fstat(number).st_mode & 0o077:
            with suppress(PermissionError):  # another user's, who chose to share it
                os.fchmod(number, _PRIVATE)
    finally:
        os.close(number)


def _connected(path: Path, tables: Iterable[str]) -> sqlite3.Connection:
    import sqlite3

    _keep_private(path)
    database = sqlite3.connect(path, timeout=_PATIENCE)
    try:
        if database.execute("PRAGMA user_version").fetchone()[0] != _SCHEMA:
            database.execute("PRAGMA secure_delete = ON")
            with database:
                for table in tables:
                    database.execute(f"DROP TABLE IF EXISTS {table}")
                    database.execute(
                        f"CREATE TABLE {table} (key BLOB PRIMARY KEY, used INTEGER, found BLOB) "
                        "WITHOUT ROWID"
                    )
                    # Without it, each write would read the whole table to see if it is full.
                    database.execute(f"CREATE INDEX {table}_by_use ON {table} (used)")
                database.execute(f"PRAGMA user_version = {_SCHEMA}")
    except BaseException:
        database.close()
        raise
    return database
