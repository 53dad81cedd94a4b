"""The corpus is what its guide says: labels, spans, voices, and no sentence twice."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from pmlint.training.corpus import (
    CorpusError,
    load_items,
    load_sentences,
    masked,
    near_duplicates,
)

CORPUS = Path(__file__).parent.parent / "corpus"


def test_every_line_is_well_formed_and_voices_are_many() -> None:
    voices = Counter(sentence.voice for sentence in load_sentences(CORPUS))
    assert len(voices) >= 12
    assert min(voices.values()) >= 80
    assert {item.label for item in load_items(CORPUS)} == {"specific", "vague", "wish"}


def test_at_least_half_are_negatives() -> None:
    sentences = load_sentences(CORPUS)
    assert 2 * sum(not sentence.labels for sentence in sentences) >= len(sentences)


def test_no_sentence_and_no_item_is_there_twice() -> None:
    assert list(near_duplicates(s.text for s in load_sentences(CORPUS))) == []
    assert list(near_duplicates(i.text for i in load_items(CORPUS))) == []


def test_near_duplicates_differ_only_in_what_is_masked() -> None:
    pairs = near_duplicates(
        [
            "Then Dave restarted `checkout-api` at 14:02 and the queue drained.",
            "Then Priya restarted `billing` at 09:17 and the queue drained.",
            "The queue drained once the operators had restarted the consumer.",
        ]
    )
    assert len(list(pairs)) == 1
    assert masked("At 14:02 Dave ran `x`").split() == ["at", "_", "_", "ran", "_"]


@pytest.mark.parametrize(
    "change",
    [
        {"section": "nowhere"},
        {"labels": ["blame"]},
        {"who": "named"},
        {"labels": ["hindsight"], "spans": [["hindsight", "not in the text"]]},
        {"text": " "},
    ],
)
def test_a_bad_line_is_an_error_that_names_it(tmp_path: Path, change: dict[str, object]) -> None:
    line: dict[str, object] = {
        "text": "A b c.",
        "section": "summary",
        "labels": [],
        "who": None,
        "spans": [],
    }
    (tmp_path / "sentences").mkdir()
    (tmp_path / "sentences" / "x.jsonl").write_text(json.dumps(line | change) + "\n")
    with pytest.raises(CorpusError, match="x:1"):
        load_sentences(tmp_path)
