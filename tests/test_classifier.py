"""The trained models: they load only whole, and judge each passage for itself."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from unittest.mock import patch

import pytest

import pmlint
from pmlint.arrays import arrays_in
from pmlint.classifier import (
    ENCODER,
    LONGEST,
    STUDENT,
    Classifier,
    Judgement,
    ModelError,
    builtin_classifier,
    kinds_of,
)
from pmlint.encoder import Encoder, _threads
from pmlint.heads import HEADS, SPANS, Bounds
from pmlint.passages import ITEMS, Passage
from pmlint.products import in_floats
from pmlint.student import Student
from pmlint.wordpiece import WordPiece

MODELS = next(Path(root) / "models" for root in pmlint.__path__ if (Path(root) / "models").is_dir())
BLAME = Passage("contributing factors", "Dave forgot to renew the certificate again.")
HINDSIGHT = Passage("lessons learned", "We should have tested the restore months ago.")
PLAIN = [
    Passage("timeline", "Sarah acknowledged the page and started the rollback."),
    Passage("contributing factors", "The certificate expired at midnight on all three hosts."),
    Passage("contributing factors", "The queue had no limit, so that memory ran out."),
    Passage("summary", "Users in two regions saw errors until the cache was warm again."),
    Passage("lessons learned", "A canary would show such a change on one host first."),
]
NEUTRAL = Passage("timeline", "Sarah acknowledged the page and started the rollback.")


def judged(passage: Passage, *evidence: str) -> Judgement:
    (found,) = builtin_classifier().judge([passage], [evidence])
    assert found is not None
    return found


def test_what_is_wrong_is_told_from_what_is_plain() -> None:
    least = builtin_classifier().thresholds
    assert judged(BLAME).probabilities["blame"] >= least["blame"].alone
    assert judged(BLAME).who == "named"
    assert judged(HINDSIGHT).probabilities["hindsight"] >= least["hindsight"].alone
    plain = judged(NEUTRAL, "vague").probabilities  # any evidence, so that it is asked at all
    assert all(plain[label] < least[label].alone for label in SPANS)


def test_spans_hold_the_words_that_make_it_so() -> None:
    start, end = judged(HINDSIGHT).spans["hindsight"]
    assert "should have" in HINDSIGHT.text[start:end]


def test_evidence_of_a_rule_makes_it_likelier() -> None:
    for label in SPANS:
        with_rule = judged(HINDSIGHT, label).probabilities[label]
        assert with_rule > judged(HINDSIGHT, "vague").probabilities[label]


def test_a_judgement_does_not_depend_on_its_neighbours() -> None:
    passages = [BLAME, NEUTRAL, HINDSIGHT, Passage("summary", "Checkout failed for 18 minutes.")]
    together = builtin_classifier().judge(passages, [("blame",)] * 4)
    fresh = Classifier(MODELS)  # judgements are kept, so that another has to judge again
    apart = [fresh.judge([one], [("blame",)])[0] for one in passages]
    for one, other in zip(together, apart, strict=True):
        assert one is not None
        assert other is not None
        assert one == other


def test_what_is_clearly_nothing_is_passed_over() -> None:
    plain = Passage("background", "The queue is consumed by three workers in each region.")
    assert builtin_classifier().judge([plain], [()]) == [None]


@pytest.mark.parametrize(
    "name", ["vocabulary.txt", "sieve.bin", STUDENT, "middle.npz", *ENCODER, "manifest.json"]
)
def test_a_missing_file_is_an_error_that_names_it(tmp_path: Path, name: str) -> None:
    folder = models_without(tmp_path)
    (folder / name).unlink()
    with pytest.raises(ModelError, match=name):
        Classifier(folder).judge([BLAME, HINDSIGHT], [("blame",), ()])


@pytest.mark.parametrize("name", ["vocabulary.txt", "sieve.bin", STUDENT, "middle.npz", *ENCODER])
def test_a_changed_file_is_an_error_that_names_it(tmp_path: Path, name: str) -> None:
    folder = models_without(tmp_path)
    data = (folder / name).read_bytes()
    (folder / name).write_bytes(data[:-20] + b"x" * 20)
    with pytest.raises(ModelError, match=name):
        Classifier(folder).judge([BLAME, HINDSIGHT], [("blame",), ()])


def encoder(*, middle: bool = True) -> tuple[Encoder, Sequence[int], Sequence[int]]:
    """The shipped encoder, and one passage as it reads them: pieces and their kinds."""
    first, rest, layer = ((MODELS / name).read_bytes() for name in (*ENCODER, "middle.npz"))
    reader = WordPiece((MODELS / "vocabulary.txt").read_text(encoding="utf-8").splitlines())
    pieces = reader.read(HINDSIGHT.section, HINDSIGHT.text, LONGEST)
    made = Encoder(first, lambda: arrays_in(rest), layer if middle else None)
    return made, pieces.ids, kinds_of(HINDSIGHT, pieces)


def test_a_passage_is_put_aside_where_all_its_values_are_below_the_bounds() -> None:
    reader, ids, kinds = encoder()
    (whole,) = reader.read([ids], [kinds])
    assert len(whole.middle) == len(SPANS)
    assert whole.heads
    above = [value + 0.1 for value in whole.middle]
    (aside,) = reader.read([ids], [kinds], (), [above])
    assert aside.middle == whole.middle
    assert not aside.heads
    (early,) = reader.read([ids], [kinds], [[value + 0.1 for value in whole.early]], [above])
    assert not early.middle
    one_below = [above[0] - 0.2, *above[1:]]
    (on,) = reader.read([ids], [kinds], [()], [one_below])
    assert on.heads == whole.heads


def test_the_middle_values_are_a_linear_layer_on_the_states() -> None:
    reader, ids, kinds = encoder()
    states = reader.states([ids, ids], [kinds, kinds])
    layer = arrays_in((MODELS / "middle.npz").read_bytes())
    (whole,) = reader.read([ids], [kinds])
    for row in states @ layer["weight"].T + layer["bias"]:
        assert row.tolist() == pytest.approx(whole.middle, abs=1e-3)


def test_without_a_middle_layer_everything_is_read_to_the_end() -> None:
    reader, ids, kinds = encoder(middle=False)
    (whole,) = reader.read([ids], [kinds], (), [[9.0, 9.0, 9.0]])
    assert whole.heads
    assert not whole.middle


@pytest.mark.parametrize("threads", ["1", "2", "5"])
@pytest.mark.parametrize("count", [1, 3, 60])
def test_a_reading_does_not_depend_on_how_the_work_is_shared(
    threads: str, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One passage: threads share weights. Sixty: many pieces, in batches of a thread each."""
    reader, ids, kinds = encoder()
    (alone,) = reader.read([ids], [kinds])
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", threads)
    monkeypatch.setattr("pmlint.encoder.fastest", in_floats)
    sharing, _, _ = encoder()
    assert sharing._threads.count == int(threads)
    assert sharing.read([ids] * count, [kinds] * count) == [alone] * count


def test_of_many_passages_some_are_read_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else what is kept of them between layers grows with the document."""
    reader, ids, kinds = encoder()
    bounds: list[Sequence[float]] = [(), (9.0, 9.0, 9.0), ()]
    whole = reader.read([ids] * 3, [kinds] * 3, bounds)
    monkeypatch.setattr("pmlint.encoder._AT_ONCE", len(ids) + 1)
    with patch.object(reader, "_read", wraps=reader._read) as read:
        assert reader.read([ids] * 3, [kinds] * 3, bounds) == whole
    assert [len(call.args[0]) for call in read.call_args_list] == [2, 1]
    assert not whole[1].heads
    assert reader.read([], []) == []


def models_without(tmp_path: Path, *names: str) -> Path:
    """A copy of the models, to be damaged, in which the files *names* are missing."""
    folder = tmp_path / "models"
    shutil.copytree(MODELS, folder, ignore=shutil.ignore_patterns(*names))
    return folder


def test_models_of_another_schema_are_refused(tmp_path: Path) -> None:
    folder = models_without(tmp_path)
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    (folder / "manifest.json").write_text(json.dumps(manifest | {"schema": 99}), encoding="utf-8")
    with pytest.raises(ModelError, match="not models of this version"):
        Classifier(folder)


def test_an_empty_file_is_an_error_that_names_it(tmp_path: Path) -> None:
    folder = models_without(tmp_path)
    (folder / "sieve.bin").write_bytes(b"")
    with pytest.raises(ModelError, match=r"sieve\.bin"):
        Classifier(folder).judge([BLAME], [()])


def test_plain_passages_need_no_second_file(tmp_path: Path) -> None:
    folder = models_without(tmp_path, "encoder-rest.npz")
    plain = Passage("background", "The queue is consumed by three workers in each region.")
    assert Classifier(folder).judge([plain], [()]) == [None]


def test_what_the_sieve_holds_back_needs_no_encoder(tmp_path: Path) -> None:
    classifier = Classifier(models_without(tmp_path, *ENCODER, "vocabulary.txt"))
    plain = Passage("background", "The queue is consumed by three workers in each region.")
    assert classifier.judge([plain], [()]) == [None]
    with pytest.raises(ModelError, match=r"vocabulary\.txt"):
        classifier.judge([plain], [("blame",)])


def test_what_the_student_puts_aside_needs_no_encoder(tmp_path: Path) -> None:
    classifier = Classifier(models_without(tmp_path, *ENCODER))
    asked = [one for one in PLAIN if not classifier.sieve.holds_back(one)]
    assert len(asked) >= 3, "they have to come as far as the student"
    assert classifier.judge(asked, [()] * len(asked)) == [None] * len(asked)
    with pytest.raises(ModelError, match=r"encoder\.npz"):
        classifier.judge([BLAME], [()])


def test_what_the_student_is_sure_of_needs_no_encoder(tmp_path: Path) -> None:
    classifier = Classifier(models_without(tmp_path, *ENCODER))
    vague = Passage(ITEMS, "Improve monitoring.")
    (settled,) = classifier.judge([vague], [("vague",)])
    assert settled is not None
    assert settled.probabilities["vague"] > 0.9 > 0.1 > settled.probabilities["wish"]
    with pytest.raises(ModelError, match=r"encoder\.npz"):
        classifier.judge([Passage(ITEMS, "Alert on a queue above 5,000 jobs.")], [("vague",)])


HIGH, LOW, UNSURE = 6.0, -6.0, 0.0  # logits
BOUNDS = Bounds({"sentences": -2.0, "items": -1.0}, (0.1, 0.9), dict.fromkeys(HEADS[:5], (1, 0, 0)))


@pytest.mark.parametrize(
    ("section", "row", "evidence", "settles"),
    [
        ("summary", [HIGH, LOW, LOW, LOW, LOW], ["blame"], True),
        ("summary", [HIGH, LOW, LOW, HIGH, UNSURE], ["blame"], True),  # these are of items
        ("summary", [HIGH, HIGH, LOW, LOW, LOW], ["blame", "hindsight"], True),
        ("summary", [HIGH, UNSURE, LOW, LOW, LOW], ["blame"], False),
        ("summary", [HIGH, HIGH, LOW, LOW, LOW], ["blame"], False),  # in which words?
        ("summary", [UNSURE, LOW, LOW, LOW, LOW], ["blame"], False),
        ("summary", [LOW, LOW, LOW, LOW, LOW], ["blame"], False),  # the rule says so
        ("summary", [HIGH, LOW, LOW, LOW, LOW], [], False),
        (ITEMS, [HIGH, UNSURE, LOW, HIGH, LOW], ["vague"], True),
        (ITEMS, [LOW, LOW, LOW, LOW, HIGH], ["vague"], False),
    ],
)
def test_the_student_settles_what_a_rule_found_and_nothing_else(
    section: str, row: list[float], evidence: list[str], settles: bool
) -> None:
    found = BOUNDS.settled(row, Passage(section, "Tom did it again."), evidence)
    assert (found is not None) is settles


@pytest.mark.parametrize(
    ("section", "row", "nothing"),
    [
        ("summary", [-3.0, -2.1, -3.0, 5.0, 5.0], True),
        ("summary", [-3.0, -1.9, -3.0, 5.0, 5.0], False),
        (ITEMS, [5.0, 5.0, 5.0, -1.1, -1.1], True),
        (ITEMS, [5.0, 5.0, 5.0, -1.1, -0.9], False),
    ],
)
def test_the_student_is_asked_what_its_group_may_be_found_to_be(
    section: str, row: list[float], nothing: bool
) -> None:
    assert BOUNDS.is_nothing(row, Passage(section, "The disk filled.")) is nothing


def test_the_student_tells_blame_from_none() -> None:
    reader = WordPiece((MODELS / "vocabulary.txt").read_text(encoding="utf-8").splitlines())
    pieces = [reader.read(one.section, one.text, LONGEST) for one in (BLAME, NEUTRAL)]
    kinds = [kinds_of(one, found) for one, found in zip((BLAME, NEUTRAL), pieces, strict=True)]
    student = Student((MODELS / STUDENT).read_bytes())
    blame, neutral = student.rows([one.ids for one in pieces], kinds)
    assert len(blame) == len(HEADS)
    assert blame[0] > 0 > neutral[0]


def test_judgements_are_kept_by_passage_and_evidence() -> None:
    classifier = Classifier(MODELS)
    (first,) = classifier.judge([BLAME], [("blame",)])
    assert classifier.judge([BLAME], [("blame",)])[0] is first
    (other,) = classifier.judge([BLAME], [()])
    assert first is not None
    assert other is not None
    assert other.probabilities["blame"] < first.probabilities["blame"]


def test_threads_do_not_disturb_each_other() -> None:
    passages = [BLAME, HINDSIGHT, NEUTRAL, Passage("summary", "Nobody bothered to look at it.")]
    alone = [Classifier(MODELS).judge([one], [("blame",)])[0] for one in passages]
    shared = Classifier(MODELS)
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda one: shared.judge([one], [("blame",)])[0], passages))
    for one, other in zip(alone, together, strict=True):
        assert one is not None
        assert other is not None
        assert one == other


@pytest.mark.parametrize(("told", "threads"), [("3", 3), ("1", 1), ("0", 7), ("many", 7), ("", 7)])
def test_threads_are_as_many_as_the_environment_allows(
    told: str, threads: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pmlint.encoder.cores", lambda: 7)
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", told)
    assert _threads() == threads


@pytest.mark.parametrize("told", ["2", None])
def test_numpy_is_imported_with_one_thread_and_the_environment_is_left(told: str | None) -> None:
    """House rules and what pmlint starts get the environment that the user has set."""
    code = (
        "import os\n"
        "from pmlint import encoder\n"
        "before, seen = dict(os.environ), []\n"
        "load = encoder.import_module\n"
        "encoder.import_module = lambda name: (seen.append(os.environ.get(\n"
        "    'OPENBLAS_NUM_THREADS')), load(name))[1]\n"
        "assert encoder._numpy().__name__ == 'numpy'\n"
        "assert seen[0] == '1', seen\n"
        "assert dict(os.environ) == before\n"
    )
    environment = {k: v for k, v in os.environ.items() if k != "OPENBLAS_NUM_THREADS"}
    if told is not None:
        environment["OPENBLAS_NUM_THREADS"] = told
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)
