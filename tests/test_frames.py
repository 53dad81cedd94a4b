"""The clause analyser: subjects, agents, voices and moods of one sentence at a time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmlint.document import Document, Text
from pmlint.reading import read
from pmlint.source import Source
from pmlint.wording.frames import Actor, Frame, frames, negated_at, reading_of, tokens


def clauses(sentence: str) -> tuple[Frame, ...]:
    document = read(Source("postmortem.md", f"## Summary\n\n{sentence}\n"))
    return tuple(frame for one in document.sentences for frame in frames(document, one))


def verb(sentence: str, lemma: str) -> Frame:
    return next(frame for frame in clauses(sentence) if frame.verb == lemma)


@pytest.mark.parametrize(
    ("sentence", "lemma", "subject", "actor"),
    [
        ("Dave ran the wrong script.", "run", "Dave", Actor.PERSON),
        ("The script that Dave ran deleted the index.", "delete", "The script", Actor.SYSTEM),
        ("The script that Dave ran deleted the index.", "run", "Dave", Actor.PERSON),
        ("The operator who dropped the table was new.", "be", "The operator", Actor.ROLE),
        ("Our DBA, Tom, dropped the index.", "drop", "Our DBA", Actor.ROLE),
        ("When Dave deployed, the alert fired.", "fire", "the alert", Actor.SYSTEM),
        ("Priya and Tom skipped the review.", "skip", "Priya and Tom", Actor.PERSON),
        ("One of the engineers forgot the flag.", "forget", None, Actor.INDEFINITE),
        ("It was Anna who broke the build.", "break", "Anna", Actor.PERSON),
        ("We found out that Camille never ran the tests.", "run", "Camille", Actor.PERSON),
        ("Ops never told us.", "tell", "Ops", Actor.TEAM),
        ("The vendor's technician pulled the cable.", "pull", None, Actor.ROLE),
        ("Jenkins ran the wrong job.", "run", "Jenkins", Actor.SYSTEM),
        ("Will forgot the flag.", "forget", "Will", Actor.PERSON),
        ("Next time Dave should think.", "think", "Dave", Actor.PERSON),
        ("J. Novak executed a command.", "execute", "J. Novak", Actor.PERSON),
    ],
)
def test_subject(sentence: str, lemma: str, subject: str | None, actor: Actor) -> None:
    frame = verb(sentence, lemma)
    assert frame.subject is not None
    assert frame.subject.actor is actor
    assert subject is None or frame.subject.text == subject


def test_shared_subject() -> None:
    ignored, restarted = clauses("The on-call ignored three alerts and restarted the wrong node.")
    assert restarted.shared
    assert restarted.subject == ignored.subject


def test_elided_subject() -> None:
    frame = verb("Forgot to renew the cert", "forget")
    assert frame.elided
    assert frame.subject is None
    assert frame.infinitive == "renew"


@pytest.mark.parametrize(
    "sentence", ["The table was dropped by Priya.", "The alert was seen and dropped by Priya."]
)
def test_passive_with_agent(sentence: str) -> None:
    frame = verb(sentence, "drop")
    assert frame.passive
    assert frame.who is not None
    assert frame.who.text == "Priya"


def test_reduced_passive_is_not_the_main_verb() -> None:
    pushed, broke = clauses("The config pushed by Priya broke checkout.")
    assert pushed.passive
    assert not pushed.finite
    assert broke.subject is not None
    assert broke.subject.text == "The config"


def test_inverted_condition() -> None:
    frame = verb("Had @lee read the runbook, nothing would have happened.", "read")
    assert frame.conditional
    assert frame.perfect
    assert frame.subject is not None
    assert frame.subject.text == "@lee"


def test_question() -> None:
    frame = verb("Why didn't the on-call engineer just read the runbook?", "read")
    assert frame.inverted
    assert frame.negated
    assert frame.subject is not None
    assert frame.subject.actor is Actor.ROLE


def test_modal_and_negation() -> None:
    frame = verb("This would not have happened.", "happen")
    assert (frame.modal, frame.perfect, frame.negated) == ("would", True, True)


def test_not_only_is_no_negation() -> None:
    assert not verb("Not only did Robert skip the review, he slept.", "skip").negated


def test_possessor() -> None:
    frame = verb("Tom's typo took the site down.", "take")
    assert frame.subject is not None
    assert frame.subject.owner is not None
    assert frame.subject.owner.actor is Actor.PERSON


@pytest.mark.parametrize(
    ("text", "word", "negated"),
    [
        ("this was not human error", "human", True),
        ("nobody is at fault", "at fault", True),
        ("not slow, human error", "human", False),
        ("it was human error", "human", False),
    ],
)
def test_scope_of_negation(text: str, word: str, negated: bool) -> None:
    assert negated_at(text, text.index(word)) is negated


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    document = read(Source("postmortem.md", "## Summary\n\nx\n"))
    reading = reading_of(document, Text(text, text, ((0, 0),)))
    for frame in reading.frames:
        assert 0 <= frame.start < frame.end <= len(text)
        assert frame.clause_start <= frame.start
        assert text[frame.object_start : frame.object_end] == frame.object
    for phrase in reading.phrases:
        assert text[phrase.start : phrase.end] == phrase.text


@given(st.text(max_size=300))
def test_tokens_quote_the_text(text: str) -> None:
    for token in tokens(text):
        assert text[token.start : token.end] == token.text


def empty() -> Document:
    return read(Source("postmortem.md", "x\n"))


def test_time_is_linear() -> None:
    sentence = "Dave ran the wrong script and the alert that Tom had muted never fired, " * 400
    started = time.perf_counter()
    reading_of(empty(), Text(sentence, sentence, ((0, 0),)))
    assert time.perf_counter() - started < 5
