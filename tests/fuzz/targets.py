"""What is fuzzed by bytes: each target takes any bytes, and raises if something does not hold."""

from __future__ import annotations

import datetime as dt
import json
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from xml.etree import ElementTree

from pmlint.baseline import BaselineError, read_baseline
from pmlint.changes import ChangesError, changes_of_patch
from pmlint.config import ConfigError, read_config
from pmlint.document import Span
from pmlint.engine import lint
from pmlint.formats import FORMATS, Style, render
from pmlint.quarterly.periods import quarter_named
from pmlint.quarterly.tickets import TicketsError, read_tickets
from pmlint.reading import read
from pmlint.reading.dates import find_clock, find_dates, find_datetime, find_duration, read_stamp
from pmlint.reading.deadlines import parse_deadline
from pmlint.source import Source, SourceError
from tests.fuzz.checks import SETTINGS, failure_of

__all__ = ["TARGETS", "Target", "seeds_of"]

_DAY = dt.date(2026, 4, 15)
_ROOT = Path("/tree")
_CORPUS = Path(__file__).parents[2] / "corpus"
_PIECE = 700  # bytes of a file that a seed is made of
_NAMES = ("a.md", "a.txt", "2026-04-15-x.mdx")

_SEEDS: Mapping[str, tuple[bytes, ...]] = {
    "matter": (
        b"title: Cache lost\ndate: 2026-04-15\nseverity: SEV2\ntags: [cache, dns]\n",
        b"authors:\n  - name: Ana\nowner: &a {team: core}\nservice: *a\n",
    ),
    "tables": (
        b"| Add an alert on lag | @ana | 2026-05-01 |\n| ~~Raise it~~ | core | done |\n",
        b"| Fix | | TBD |\n\n- [x] Add a test (Ana, by May 3)\n",
    ),
    "suppressions": (b"allow PM401", b"off PM4, PM5 -- reason", b"on", b"allow-file ALL"),
    "dates": (
        *(b"14:32 UTC", b"T+5m", b"15 April 2026", b"Apr 15th, 2026 at 2pm", b"2026-04-15T14:32Z"),
        *(b"15/04/26", b"1h 20m", b"end of Q3", b"in two weeks", b"next Friday", b"2026Q3", b"TBD"),
    ),
    "configuration": (
        b'select = ["PM1", "PM402"]\nignore = []\nmin-confidence = 0.7\n',
        b'[per-file-ignores]\n"drafts/**" = ["PM5"]\n[severity]\nPM401 = "error"\n',
        b"[options.PM601]\nmax-words = 20\n",
    ),
    "patch": (
        b"diff --git a/p.md b/p.md\n--- a/p.md\n+++ b/p.md\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n",
        b'diff --git "a/\\303\\251.md" b/n.md\nsimilarity index 90%\nrename from a\nrename to n.md\n',
    ),
    "baseline": (
        b'{"schema": 1, "findings": [{"path": "a.md", "code": "PM101", "fingerprint": "ab"}]}',
    ),
    "formats": (b"a\n## Action items\n\n- Fix it\n", b"\x1b[31m::error\n=cmd|' /C calc'!A0\n"),
}

Target = Callable[[bytes], None]


def _reader(data: bytes) -> None:
    _check(data, linted=False)


def _rules(data: bytes) -> None:
    _check(data, linted=True)


def _check(data: bytes, *, linted: bool) -> None:
    name = _NAMES[len(data) % len(_NAMES)]
    try:
        source = Source.from_bytes(data, name)
    except SourceError:
        return
    failure = failure_of(name, source.text, linted=linted, formats=False)
    assert failure is None, failure


def _matter(data: bytes) -> None:
    _check(b"---\n" + data + b"\n---\n\n# Outage\n\nText.\n", linted=False)


def _tables(data: bytes) -> None:
    _check(b"## Action items\n\n| Item | Owner | Due |\n|---|---|---|\n" + data, linted=False)


def _suppressions(data: bytes) -> None:
    text = _text(data).replace("-->", "")
    body = f"# Outage\n\n<!-- pmlint: {text} -->\nDave obviously forgot it.\n"
    failure = failure_of("a.md", body, formats=False)
    assert failure is None, failure


def _dates(data: bytes) -> None:
    text = _text(data)
    for found in find_dates(text, 2026):
        assert 0 <= found.start < found.end <= len(text)
    for anchor in (None, _DAY, dt.date.min, dt.date.max):
        find_datetime(text, anchor)
        parse_deadline(text, Span(0, len(text)), anchor, "table")
    find_clock(text)
    find_duration(text)
    read_stamp(text)
    _refused(lambda: quarter_named(text), ValueError)


def _configuration(data: bytes) -> None:
    with _file("pmlint.toml", data) as path:
        _refused(lambda: read_config(path, SETTINGS.rules), ConfigError, str(path))


def _patch(data: bytes) -> None:
    _refused(lambda: changes_of_patch(_text(data), _ROOT), ChangesError)


def _baseline(data: bytes) -> None:
    _refused(lambda: read_baseline(_text(data), _ROOT), BaselineError)


def _tickets(data: bytes) -> None:
    with _file("tickets.csv", data) as path:
        _refused(lambda: read_tickets(path), TicketsError, str(path))


def _refused(run: Callable[[], object], error: type[Exception], beginning: str = "") -> None:
    """What *run* does not take it refuses by *error*, in words that begin with the place."""
    try:
        run()
    except error as refusal:
        words = str(refusal)
    else:
        return
    assert words.strip()
    assert words.startswith(beginning)


def _formats(data: bytes) -> None:
    """The name of a document and its text are hostile together."""
    name, _, text = _text(data).partition("\n")
    path = (name.replace("\0", "") or "a").encode("utf-8", "replace").decode() + ".md"
    source = Source(path, "# Outage\n\nDave obviously forgot it.\n\n" + text)
    found = lint(read(source), SETTINGS.rules, SETTINGS)
    assert not found.errors, found.errors[0].message
    shown = {name: render(found, name, Style()) for name in FORMATS}
    count = len(found.findings)
    assert len(json.loads(shown["json"])["findings"]) == count
    assert len(json.loads(shown["sarif"])["runs"][0]["results"]) == count
    assert len(json.loads(shown["gitlab"])) == count
    assert len(list(ElementTree.fromstring(shown["checkstyle"]).iter("error"))) == count  # noqa: S314
    ElementTree.fromstring(shown["junit"])  # noqa: S314 - our own output
    assert len(shown["github"].splitlines()) == count
    for name in ("full", "concise", "markdown"):
        assert "\x1b" not in shown[name], "an escape"


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


class _file:  # noqa: N801 - used as a function is
    """A file of *data* in a folder of its own, for as long as it is used."""

    def __init__(self, name: str, data: bytes) -> None:
        self._folder = tempfile.TemporaryDirectory()
        self._path = Path(self._folder.name) / name
        self._path.write_bytes(data)

    def __enter__(self) -> Path:
        return self._path

    def __exit__(self, *_: object) -> None:
        self._folder.cleanup()


TARGETS: Mapping[str, Target] = MappingProxyType(
    {
        "reader": _reader,
        "rules": _rules,
        "matter": _matter,
        "tables": _tables,
        "suppressions": _suppressions,
        "dates": _dates,
        "configuration": _configuration,
        "patch": _patch,
        "baseline": _baseline,
        "tickets": _tickets,
        "formats": _formats,
    }
)
"""What `tests.fuzz.guided` can be told to fuzz."""


def seeds_of(name: str) -> Iterator[bytes]:
    """What a target's inputs are first made from."""
    if name in _SEEDS:
        yield from _SEEDS[name]
        return
    pattern = "quarters/tickets/*" if name == "tickets" else "postmortems/docs/*.md"
    for path in sorted(_CORPUS.glob(pattern)):
        data = path.read_bytes()
        yield from (data[at : at + _PIECE] for at in (0, len(data) // 2))
