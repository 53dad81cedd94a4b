"""What once broke pmlint, found by ``python -m tests.fuzz.run`` and ``tests.fuzz.guided``."""

from __future__ import annotations

import json
from itertools import islice
from pathlib import Path

import pytest

import pmlint.wording.judged
from tests.fakes import SilentClassifier
from tests.fuzz.checks import failure_of
from tests.fuzz.documents import Maker
from tests.fuzz.targets import TARGETS, seeds_of

FILES = sorted((Path(__file__).parent / "fuzz" / "crashers").glob("*.json"))


@pytest.fixture(autouse=True)
def _silent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pmlint.wording.judged, "builtin_classifier", SilentClassifier)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_was_mended_stays_mended(file: Path) -> None:
    case = json.loads(file.read_text(encoding="utf-8"))
    if "target" in case:
        TARGETS[case["target"]](case["latin-1"].encode("latin-1"))
    else:
        assert failure_of(case["name"], case["text"]) is None


@pytest.mark.parametrize("name", TARGETS)
def test_each_target_takes_what_its_fuzzing_begins_with(name: str) -> None:
    seeds = list(islice(seeds_of(name), 10))
    assert seeds
    for seed in (*seeds, b"", b"\xff\xfe\x00", seeds[0][: len(seeds[0]) // 2]):
        TARGETS[name](seed)


def test_a_few_new_documents_hold() -> None:
    maker = Maker(seed=20260415)
    for _ in range(60):
        name, text = maker.document()
        assert failure_of(name, text) is None, text
