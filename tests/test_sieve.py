"""What needs no encoder: the features, the table of weights and the bounds."""

from __future__ import annotations

import pytest

from pmlint.passages import ITEMS, KINDS, Passage
from pmlint.sieve import BUCKETS, Sieve, bucket, features
from pmlint.training.examples import Example
from pmlint.training.sieving import bound, train_sieve

PERSON = KINDS.index("person")


def test_features_are_words_pairs_and_the_section() -> None:
    found = features(Passage("timeline", "It’s 14 errors."))
    assert {"s # timeline", "s it's", "s 0", "s errors", "s it's 0", "s it's _ errors"} <= found
    assert "s < it's" in found
    assert "s . >" in found


def test_names_of_people_do_not_count_as_words() -> None:
    named = Passage("timeline", "Dave Miller restarted it.", ((0, 11, PERSON),))
    other = Passage("timeline", "Ana restarted it.", ((0, 3, PERSON),))
    assert features(named) == features(other)


def test_names_of_kinds_are_words_for_whom_they_stand() -> None:
    found = features(Passage("timeline", "Dave forgot it.", ((0, 4, PERSON),)))
    assert "s <person> forgot" in found
    assert not any("dave" in one for one in found)


def test_items_share_no_feature_with_sentences() -> None:
    words = "Improve monitoring"
    assert not features(Passage(ITEMS, words)) & features(Passage("timeline", words))


def weights(**values: int) -> bytes:
    table = bytearray(BUCKETS)
    for name, value in values.items():
        table[bucket(f"s {name}")] = value & 0xFF
    return bytes(table)


def test_the_value_is_the_sum_of_the_weights_of_what_is_there() -> None:
    sieve = Sieve(weights(forgot=20, queue=-30), 0.5, {"sentences": 1.0}, {"sentences": 0.0})
    assert sieve.value(Passage("timeline", "Forgot forgot")) == pytest.approx(11.0)
    assert not sieve.holds_back(Passage("timeline", "Forgot"))
    assert sieve.value(Passage("timeline", "The queue grew")) == pytest.approx(-14.0)
    assert sieve.holds_back(Passage("timeline", "The queue grew"))


def test_a_table_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="1048576 weights"):
        Sieve(b"\0" * 10, 1.0, {}, {})


def example(text: str, section: str = "timeline", **labels: bool) -> Example:
    return Example(Passage(section, text), labels, (), "bank", text)


def test_a_sieve_learns_what_is_worth_reading() -> None:
    pytest.importorskip("sklearn", reason="training needs more than the tests install")
    bad = [example(f"someone forgot flag {at}", blame=True) for at in range(20)]
    good = [example(f"the queue drained in minute {at}", blame=False) for at in range(20)]
    sieve = train_sieve([*bad, *good])
    assert sieve.value(bad[0]) > 0 > sieve.value(good[0])
    assert train_sieve([*bad, *good]) == sieve
    assert not sieve.bounded({"items": 0.0}).holds_back(Passage(ITEMS, "Anything")), (
        "a group without examples holds nothing back"
    )


def test_the_bound_loses_no_more_than_its_share() -> None:
    values = [float(value) for value in range(100)]
    assert bound(values, 0.05) == 5.0
    assert sum(value < bound(values, 0.02) for value in values) == 2
    assert bound([], 0.02) < -1e6
