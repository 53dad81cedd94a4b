"""What people said that shows a gap, and whether anything took it up."""

from __future__ import annotations

import pytest

from pmlint.reading import read
from pmlint.review.signals import Signal, signals
from pmlint.source import Source

_FACTORS = "\n\n## Contributing factors\n\n- The pool was too small for Monday.\n"


def _signals(text: str) -> list[Signal]:
    return signals(read(Source("postmortem.md", text)))


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("I assumed the flag was off because the page said so", "assumption"),
        ('On-call: "we thought it was noise since it fires weekly"', "assumption"),
        ("It was assumed that the replica was in step", "assumption"),
        ("We took it for granted that every client reuses its connections", "assumption"),
        ("We were under the impression that leases end with the run", "assumption"),
        ("We were sure that the call was made for gift cards only", "assumption"),
        ("We all believed the zones were independent; the names lived in one", "assumption"),
        ("We had counted on the switch taking five minutes", "assumption"),
        ("The table was believed to be unused", "assumption"),
        ("They went on under the mistaken belief that the lock was free", "assumption"),
        ("All of us had thought of it as a folder", "assumption"),
        ("We were not aware that the parser drops blank lines", "unknown behaviour"),
        ("None of us had an idea that a folder above could matter", "unknown behaviour"),
        ("I did not know that billing was connected to search", "unknown connection"),
        ("Nobody realised the job depends on the old bucket", "unknown connection"),
        ("We had no idea that the CDN was in front of the API", "unknown connection"),
        ("I checked the dashboard but it looked normal", "normal-looking dashboard"),
        ("The graphs showed nothing unusual", "normal-looking dashboard"),
        ("We saw nothing wrong on the main dashboard", "normal-looking dashboard"),
    ],
)
def test_signals_are_heard(words: str, kind: str) -> None:
    found = _signals(f"## Response\n\n{words}." + _FACTORS)
    assert [(signal.kind, signal.harvested) for signal in found] == [(kind, False)]


@pytest.mark.parametrize(
    "words",
    [
        "The dashboard looked normal again after the rollback",
        "The job assumed the role of the leader",
        "We did not know how many users shared the account",
        "The dashboard was slow",
        "Once we were sure that the fix held, we closed the channel",
        "The rebuild took longer than we had expected",
        "We thought about a rollback; the release had been an hour before",
        "We do not know that the data is gone",
        "Nobody was sure what would break",
        "The queue is believed to be empty",
    ],
)
def test_other_statements_are_no_signals(words: str) -> None:
    assert _signals(f"## Response\n\n{words}." + _FACTORS) == []


@pytest.mark.parametrize(
    "taken_up",
    [
        "## Contributing factors\n\n- No map shows that billing reads from search.\n",
        "## Action items\n\n- Draw billing and search on the map of services\n",
        "## Lessons learned\n\n- Billing depends on the search index.\n",
    ],
)
def test_a_signal_is_harvested_by_shared_content(taken_up: str) -> None:
    words = "We did not know that billing was connected to search."
    assert [signal.harvested for signal in _signals(f"## Response\n\n{words}\n\n{taken_up}")] == [
        True
    ]


def test_a_signal_among_the_factors_is_harvested() -> None:
    text = "## Contributing factors\n\n- We assumed that the cache survives a restart.\n"
    assert [signal.harvested for signal in _signals(text)] == [True]


@pytest.mark.parametrize(
    ("words", "rest", "harvested"),
    [
        ("I thought it ran because the tick was green. I now know what the tick means.", "", True),
        ("I thought it ran because the tick was green. I now work on the tick.", "", False),
        (
            "I assumed the store was fine because its dashboard was green.",
            "## Lessons learned\n\n- A dashboard of another team tells nothing of our data.\n",
            True,
        ),
        (
            "I assumed the store was fine because its light was green.",
            "## Lessons learned\n\n- A dashboard of another team tells nothing of our data.\n",
            False,
        ),
    ],
)
def test_a_signal_is_harvested_by_what_is_learned(words: str, rest: str, harvested: bool) -> None:
    found = _signals(f"## Response\n\n{words}\n\n{rest}")
    assert [signal.harvested for signal in found] == [harvested]
