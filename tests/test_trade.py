"""Whether a document is about software, and what a hint then takes its example from."""

from __future__ import annotations

import pytest

from pmlint.reading import read
from pmlint.registry import builtin_rules
from pmlint.review.trade import is_about_software
from pmlint.source import Source

SORTING = "The sorter of hall 2 stopped. Parcels were carried by hand."


@pytest.mark.parametrize(
    ("text", "software"),
    [
        (SORTING, False),
        (f"{SORTING} Its server was in the cellar.", False),
        (f"{SORTING} Its server had lost the database.", True),
        (f"{SORTING} `sort2` had no disk.", True),
        ("We rolled back the deploy.", True),
    ],
)
def test_what_a_document_is_about(text: str, software: bool) -> None:
    assert is_about_software(read(Source("postmortem.md", text))) is software


@pytest.mark.parametrize(
    "item",
    [
        "Improve monitoring",
        "More tests",
        "Better docs",
        "Better processes",
        "Look into it",
        "Improve",
    ],
)
def test_a_hint_is_of_the_documents_trade(item: str) -> None:
    """A warehouse was told of checkout latency and of pipelines."""
    rule = next(one for one in builtin_rules() if one.code == "PM401")

    def hint(about: str) -> str:
        text = f"# T\n\n{about}\n\n## Action items\n\n- {item}\n"
        (hit,) = rule.check(read(Source("postmortem.md", text)), rule.options)
        return hit.hint

    plain, technical = hint(SORTING), hint("The deploy of the API was rolled back.")
    assert plain != technical
    assert not any(
        word in plain for word in ("p99", "pipeline", "suite", "ADR", "database", "branch")
    )
