"""What must hold of any document: `failure_of` says in one line what does not."""

from __future__ import annotations

import json
import traceback
from collections.abc import Iterator
from pathlib import Path

from pmlint.config import Settings
from pmlint.document import Document
from pmlint.engine import Finding, Findings, lint
from pmlint.formats import Style, render
from pmlint.reading import read
from pmlint.registry import all_rules
from pmlint.source import Source
from tests.test_properties import check_map, check_place, spans_of, texts_of

__all__ = ["failure_of"]

SETTINGS = Settings(all_rules())
_COMMANDS = ("::error file=", "::warning file=", "::notice file=")


def failure_of(name: str, text: str, *, linted: bool = True, formats: bool = True) -> str | None:
    """What is wrong with reading and linting *text*, as a line that two alike failures share."""
    try:
        document = _read(Source(name, text))
        if linted:
            _lint(document, formats=formats)
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}"
        words = str(error).split("\n")[0]
        return f"{type(error).__name__} at {where}: {words}"
    return None


def _read(source: Source) -> Document:
    document = read(source)
    size = len(source.text)
    for span in spans_of(document):
        assert 0 <= span.start <= span.end <= size, "a span outside of the text"
    for text in texts_of(document):
        check_map(text, size)
    return document


def _lint(document: Document, *, formats: bool) -> None:
    source = document.source
    found = lint(document, SETTINGS.rules, SETTINGS)
    assert not found.errors, found.errors[0].message
    every = (*found.findings, *found.suppressed)
    has_secret = any(one.data.get("masked") for one in every)
    for one in every:
        if not has_secret:  # then words are not those of the text, in other findings too
            check_place(one, source)
    assert list(map(_place, found.findings)) == sorted(map(_place, found.findings)), "no order"
    if formats:
        _check_formats(found, every)


def _place(one: Finding) -> tuple[int, str, int]:
    return one.start, one.code, one.end


def _check_formats(found: Findings, every: tuple[Finding, ...]) -> None:
    style = Style(show_suppressed=True)
    assert len(list(_results(render(found, "sarif", style)))) == len(every), "results are lost"
    assert len(json.loads(render(found, "json", style))["findings"]) == len(found.findings)
    lines = render(found, "github", style).splitlines()
    assert len(lines) == len(found.findings), "a command of several lines"
    assert all(line.startswith(_COMMANDS) for line in lines), "another command"


def _results(text: str) -> Iterator[object]:
    yield from json.loads(text)["runs"][0]["results"]
