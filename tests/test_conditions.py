"""The reader of conditions, and the tellings that it learns from."""

from __future__ import annotations

import json
import shutil
from collections import defaultdict
from pathlib import Path

import pytest

from pmlint.classifier import Classifier, ModelError, builtin_classifier
from pmlint.conditions import FILE
from pmlint.training.corpus import CorpusError, near_duplicates
from pmlint.training.tellings import load_tellings
from pmlint.training.unseen import report

CORPUS = Path(__file__).parent.parent / "corpus"
MODELS = CORPUS.with_name("models")
TOLD = {
    "Whoever wrote the fetcher gave it all the time in the world, and the tide service never "
    "answered.": "a call had no deadline",
    "The lease of the harbour's signing key was over at noon; it had been good for a year.": (
        "a credential ran out"
    ),
    "Of the four pilots' stations only one had ever been switched to the spare mast to see whether "
    "it works.": "a standby was never tried",
    "Two ferries were booked onto berth 4, as each of the two desks keeps a list of its own.": (
        "two writers did not know of each other"
    ),
    "The chart plotter took the depth in fathoms for metres.": "a figure was read in the wrong unit",
    "The new tide table was switched on in all nineteen ports in one go.": (
        "a change reached everything in one step"
    ),
    "At the pump station the spare had been ordered in May and was still at sea.": (
        "a spare part was not there"
    ),
    "For nine nights the archive run had written nothing, and the morning mail said all was "
    "well.": "a failure was reported as success",
}
PLAIN = [
    "The regatta had brought some four hundred boats to the harbour that weekend.",
    "Sixty-one skippers were on the phone between two and three.",
]


def test_mechanisms_are_known_in_other_words() -> None:
    """Not all: but of nearly three hundred names it says the right one for most."""
    told = builtin_classifier().conditions.told([*TOLD])
    right = [
        max(found, key=found.__getitem__) == wanted
        for found, wanted in zip(told, TOLD.values(), strict=True)
    ]
    assert sum(right) >= 5


@pytest.mark.parametrize("text", PLAIN)
def test_a_circumstance_tells_of_no_condition(text: str) -> None:
    (found,) = builtin_classifier().conditions.told([text])
    assert max(found.values(), default=0.0) < 0.4


def test_what_is_said_of_a_text_does_not_depend_on_the_others() -> None:
    reader = builtin_classifier().conditions
    texts = [*TOLD, *PLAIN, "Brief.", *(f"Gate {at} " + "was shut " * at for at in range(1, 40))]
    for text, found in zip(texts, reader.told(texts), strict=True):
        assert reader.told([text])[0] == pytest.approx(dict(found), abs=0.002)


@pytest.mark.parametrize("text", ["", "  ", "…", "word " * 5_000, "\x00\u2028é"])
def test_every_text_can_be_read(text: str) -> None:
    (found,) = builtin_classifier().conditions.told([text])
    assert all(0 < chance <= 1 for chance in found.values())
    assert sum(found.values()) <= 1.001


def test_no_texts_are_no_work() -> None:
    assert builtin_classifier().conditions.told([]) == []


def test_the_names_are_those_of_the_corpus() -> None:
    """Else the models are stale: `pmlint train --only conditions`."""
    told = {one.condition for one in load_tellings(CORPUS)}
    assert set(builtin_classifier().conditions.names) == told


def test_a_damaged_file_is_an_error_that_names_it(tmp_path: Path) -> None:
    for name in ("manifest.json", "vocabulary.txt"):
        shutil.copy(MODELS / name, tmp_path / name)
    with pytest.raises(ModelError, match=FILE):
        _ = Classifier(tmp_path).conditions
    (tmp_path / FILE).write_bytes((MODELS / FILE).read_bytes()[:-1])
    with pytest.raises(ModelError, match=FILE):
        _ = Classifier(tmp_path).conditions


def test_each_condition_is_told_by_several_voices_and_has_look_alikes() -> None:
    voices: dict[str, set[str]] = defaultdict(set)
    alike: dict[str, int] = defaultdict(int)
    for one in load_tellings(CORPUS):
        voices[one.condition].add(one.voice)
        alike[one.condition] += one.look_alike
    assert min(map(len, voices.values())) >= 3
    assert min(count for name, count in alike.items() if name) >= 3
    assert not alike[""]


def test_no_telling_is_there_twice_and_none_is_one_of_a_pair() -> None:
    tellings = load_tellings(CORPUS)
    told = [one.text for one in tellings]
    assert len({text.casefold() for text in told}) == len(told)
    assert list(near_duplicates(one.text for one in tellings if not one.look_alike)) == []
    pairs = [
        factor
        for file in sorted((CORPUS / "repeats").glob("*.jsonl"))
        for line in file.read_text(encoding="utf-8").splitlines()
        for side in ("first", "second")
        for factor in json.loads(line)[side]["factors"]
    ]
    learnt = {text.casefold() for text in told}
    assert not [factor for factor in pairs if factor.casefold() in learnt]


def test_unseen_tellings_are_counted_by_voice(tmp_path: Path) -> None:
    """Three by hand: one is named rightly, one told under another's name, one a look-alike."""
    (tmp_path / "sentences").mkdir()
    (tmp_path / "conditions").mkdir()
    text, condition = "The certificate expired and nobody had renewed it.", "a credential ran out"
    rows = [(text, condition, False), (text.upper(), "no such name", False), (text, "x", True)]
    lines = [
        json.dumps({"text": text, "condition": name, "look_alike": alike})
        for text, name, alike in rows
    ]
    (tmp_path / "conditions" / "pilot.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert [*report(tmp_path)][-1] == "| pilot | 2 | 0.500 | 0.500 | 0 of 1 |"


@pytest.mark.parametrize(
    "line",
    [
        "no JSON",
        "[]",
        {"text": "A b."},
        {"text": " ", "condition": "x", "look_alike": False},
        {"text": "A b.", "condition": None, "look_alike": False},
        {"text": "A b.", "condition": "x", "look_alike": 0},
        {"text": "A b.", "condition": "", "look_alike": True},
    ],
)
def test_a_bad_telling_is_an_error_that_names_it(tmp_path: Path, line: object) -> None:
    (tmp_path / "conditions").mkdir()
    written = line if isinstance(line, str) else json.dumps(line)
    (tmp_path / "conditions" / "x.jsonl").write_text(f"{written}\n", encoding="utf-8")
    with pytest.raises(CorpusError, match="x:1"):
        load_tellings(tmp_path)
