"""Documents that are reviewed together: what is found in each, and how often the model is asked."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Collection, Sequence

import pytest

from pmlint import classifier, engine
from pmlint.classifier import Classifier, Judgement, builtin_classifier
from pmlint.config import Layer, Settings
from pmlint.document import Document
from pmlint.engine import Findings, review, review_together
from pmlint.passages import Passage
from pmlint.registry import builtin_rules
from pmlint.source import Source
from pmlint.wording import blame

SETTINGS = Settings(builtin_rules())
SAID = (
    "Dave broke the build again because he never reads the runbook.",
    "The night shift let the queue fill and only looked at it at breakfast.",
    "With a little more care the whole evening could have been spared to us.",
    "Nobody had thought of the second region, obvious as it looks today.",
)
DOCUMENT = """# Checkout outage, 15 April 2026

## Contributing factors

- {}
- The deploy tool has no canary.

## Action items

- Improve monitoring of {}
- [ ] Alert on checkout p99 above 500 ms (Ana, 2026-05-02)
"""


def sources(count: int) -> list[Source]:
    return [
        Source(f"{at}.md", DOCUMENT.format(SAID[at % len(SAID)], f"queue {at}"))
        for at in range(count)
    ]


def places(found: Findings) -> list[tuple[str, str, int, int]]:
    return [(one.path, one.code, one.start, one.end) for one in found.findings]


def together(asked: Sequence[Source]) -> list[Findings]:
    return list(review_together((source, SETTINGS) for source in asked))


def test_what_is_found_does_not_depend_on_the_documents_beside() -> None:
    every = sources(4)
    apart = [review(one, SETTINGS.rules, SETTINGS) for one in every]
    builtin_classifier()._known.clear()
    found = together(every)
    assert [places(one) for one in found] == [places(one) for one in apart]
    assert any(one.code == "PM101" for one in found[0].findings)
    assert [one.rules for one in found] == [one.rules for one in apart]
    for one, other in zip(found, apart, strict=True):
        assert [each.confidence for each in one.findings] == pytest.approx(
            [each.confidence for each in other.findings], abs=2e-3
        )


def test_the_model_reads_for_all_of_them_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read = Classifier._read
    asked: list[int] = []

    def told(
        self: Classifier, passages: Sequence[tuple[Passage, Collection[str]]]
    ) -> list[Judgement | None]:
        asked.append(len(passages))
        return read(self, passages)

    monkeypatch.setattr(Classifier, "_read", told)
    builtin_classifier()._known.clear()
    together(sources(4))
    (once,) = asked
    assert once >= 8, "a sentence and an action item of each"
    builtin_classifier()._known.clear()
    asked.clear()
    for one in sources(4):
        review(one, SETTINGS.rules, SETTINGS)
    assert len(asked) == 4
    assert sum(asked) == once
    builtin_classifier()._known.clear()
    asked.clear()
    items = Settings(builtin_rules(), (Layer({"select": ["PM4"]}),))
    list(review_together((source, items) for source in sources(4)))
    assert sum(asked) < once, "of action items alone"


def test_a_document_that_a_rule_fails_on_costs_the_others_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    every = sources(3)
    expected = [places(one) for one in together(every)]
    proposals = blame.proposals

    def failing(document: Document) -> tuple[blame.Blame, ...]:
        if document.source.path == "1.md":
            raise RuntimeError("no such clause")
        return proposals(document)

    monkeypatch.setattr(blame, "proposals", failing)
    builtin_classifier()._known.clear()
    first, second, third = together(every)
    assert [places(first), places(third)] == [expected[0], expected[2]]
    assert not first.errors
    assert {one.path for one in second.errors} == {"1.md"}
    assert "no such clause" in second.errors[0].message


def test_what_is_more_than_is_kept_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Found by reading: a document of 20,000 passages was asked for, forgotten, and read again."""
    read = Classifier._read
    asked: list[int] = []

    def told(
        self: Classifier, passages: Sequence[tuple[Passage, Collection[str]]]
    ) -> list[Judgement | None]:
        asked.append(len(passages))
        return read(self, passages)

    monkeypatch.setattr(Classifier, "_read", told)
    monkeypatch.setattr(classifier, "_KEPT", 2)
    builtin_classifier()._known.clear()
    together(sources(4))
    assert len(asked) == 1


class Probe:
    """What a document holds, and nobody else."""


def test_a_document_is_gone_with_its_last_user() -> None:
    (source,) = sources(1)
    document = engine.document_of(source, SETTINGS)
    gone = weakref.ref(document.memo("probe", Probe))
    assert engine.lint(document, SETTINGS.rules, SETTINGS).findings
    enabled = gc.isenabled()
    gc.disable()
    try:
        del document, source
        assert gone() is None
    finally:
        if enabled:
            gc.enable()


def test_few_documents_are_held_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    groups: list[int] = []
    reviewed = engine._reviewed

    def told(group: Sequence[tuple[Source, Settings]]) -> list[Findings]:
        groups.append(len(group))
        return reviewed(group)

    monkeypatch.setattr(engine, "_reviewed", told)
    assert len(together(sources(engine._TOGETHER * 2 + 1))) == engine._TOGETHER * 2 + 1
    assert groups == [engine._TOGETHER, engine._TOGETHER, 1]
    groups.clear()
    monkeypatch.setattr(engine, "_MOST_TOGETHER", 2 * len(sources(1)[0].text) + 50)
    together(sources(3))
    assert groups == [2, 1]
    groups.clear()
    assert together([]) == []
    assert groups == []
