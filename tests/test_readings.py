"""How whole documents are read: nothing of it changes without being told."""

from __future__ import annotations

import json

import pytest

from pmlint.source import Source
from tests.readings import GOLDEN, digests, documents

CASES = dict(documents())
EXPECTED: dict[str, dict[str, str]] = json.loads(GOLDEN.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", CASES)
def test_a_document_is_read_as_before(name: str) -> None:
    source: Source = CASES[name]
    found, before = digests(source), EXPECTED[name]
    changed = [part for part in found if found[part] != before[part]]
    assert not changed, (
        f"read otherwise than before. Compare `python -m tests.readings {name}` of two "
        "versions; if the new reading is right, run `python -m tests.update`"
    )


def test_no_document_is_forgotten() -> None:
    assert list(EXPECTED) == list(CASES)
