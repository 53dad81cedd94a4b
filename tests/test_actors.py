"""Names among other words, and what the encoder is told of them."""

from __future__ import annotations

import pytest

from pmlint.passages import KINDS
from pmlint.reading import ReadSettings, read
from pmlint.source import Source
from pmlint.training.people_probe import is_taken_for_person
from pmlint.wording.actors import passage_of


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        # Each was taken for a thing: the words beside the name were read as one with it.
        ("Folasade", "Thanks to Folasade, the replica was rebuilt in under an hour."),
        ("Jack", "It was not the first time Jack had eaten the change log."),
        ("Aigerim", "It took until noon to work out what Aigerim had deleted."),
        ("Hemi", "A rule added by Hemi last spring blocked all traffic from Lisbon."),
        ("Christian", "The line that took us down was merged by Christian late on Thursday."),
        ("Wade", "During the freeze Wade's hotfix went out anyway."),
        ("Rose", "Rose let the certificate lapse over the long weekend."),
        ("Consul", "Our newest SRE, Consul, marked the node healthy too early."),
        ("J.R.", "The pager was handed to J.R. before the restart."),
        ("Ngata", "The arbiter was restarted by Pita Ngata."),
    ],
)
def test_a_person_among_other_words(name: str, sentence: str) -> None:
    assert is_taken_for_person(sentence, name)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Jenkins", "The build was started by Jenkins last spring."),
        ("Cassandra", "It took until noon to work out what Cassandra had deleted."),
        ("U.S.", "Traffic was moved to the U.S. before the restart."),
        ("Ruth", "Ruth, the jump host, was restarted by the patch job."),
    ],
)
def test_a_thing_among_other_words(name: str, sentence: str) -> None:
    assert not is_taken_for_person(sentence, name)


def told(sentence: str, settings: ReadSettings | None = None) -> dict[str, str]:
    """What the encoder is told of the words of *sentence*, the last word on each."""
    text = f"# Checkout outage, 15 April 2026\n\n## Summary\n\n{sentence}\n"
    document = read(Source("postmortem.md", text), settings)
    (one,) = document.sentences
    passage = passage_of(document, "summary", one.text)
    return {passage.text[start:end]: KINDS[kind] for start, end, kind in passage.actors}


def test_the_encoder_is_told_who_is_who() -> None:
    found = told("After the page Priya asked the platform team why Kafka and Zorblax disagreed.")
    assert found["Priya"] == "person"
    assert found["the platform team"] == "team"
    assert found["Kafka"] == "system"
    assert found["Zorblax"] == "capital"


def test_the_configuration_is_told_as_well() -> None:
    assert told("The queue was dropped by Olga at noon.")["Olga"] == "person"
    systems = ReadSettings(systems=frozenset({"Olga"}))
    assert told("The queue was dropped by Olga at noon.", systems)["Olga"] == "system"
