"""Which words of a document judge the past by what is known only now.

Ten rules share this reading. Order of preference where several claim the same
words, the most specific first: preventability (PM210), minimiser (PM209), claimed
obviousness (PM204), ignored warning (PM206), should have (PM201), could have
(PM202), if only (PM203), judged by norm (PM208), judged omission (PM205), the
marker "in hindsight" (PM207).

Silent in headings (a heading "What could have gone better" asks, it does not
judge), ground rules, and open questions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.document import Document, Topic
from pmlint.regexes import regex
from pmlint.wording import counterfactuals
from pmlint.wording.finds import Claim, Detectors, Find, Scene, read_scenes
from pmlint.wording.obviousness import obviousness, preventability
from pmlint.wording.omissions import ignored_warning, judged_omission

__all__ = ["advice", "hindsight", "proposals"]


_ORDER = (
    "PM210",
    "PM209",
    "PM204",
    "PM206",
    "PM201",
    "PM202",
    "PM203",
    "PM208",
    "PM205",
    "PM207",
)


def hindsight(document: Document, code: str) -> tuple[Find, ...]:
    """What the rule of *code* proposes."""
    return tuple(find for find in proposals(document) if find.code == code)


def proposals(document: Document) -> tuple[Find, ...]:
    """Everything that the rules propose; the document is read once."""
    return document.memo("hindsight", lambda: tuple(_read(document)))


def _read(document: Document) -> Iterator[Find]:
    for scene in read_scenes(document):
        if scene.topic is Topic.GROUND_RULES:
            continue
        if not scene.asks or _LOADED.search(scene.words):
            yield from _DETECTORS.finds(scene)


_LOADED = regex(
    r"\bhow\s+(?:on\s+earth\s+)?could\s+(?:any\w+|no\w+|they|we|he|she|you|the\s+\w+)\s+(?:not\s+)?"
    r"(?:have\s+)?(?:miss|overlook|ignor|not\b)|^\W*(?:should|could)n't\s+(?:we|they|some|any|he"
    r"|she"
    r"|the\s+(?:team|engineer|on-call|operator|reviewer))"
    r"|\bwhy\b[^?]{0,40}\b(?:simply|just|bother\w*|even)\b",
    re.IGNORECASE,
)

# The markers

_MARKER = regex(
    r"\b(?:(?:in|with|by|given)\s+(?:(?:the\s+)?(?:benefit|clarity|wisdom|luxury"
    r"|advantage)\s+of\s+)?"
    r"(?:20[/-]20\s+|perfect\s+)?hindsight|in\s+retrospect|retrospectively|looking\s+back"
    r"|hindsight\s+(?:is|being)"
    r"\s+20[/-]20|knowing\s+what\s+(?:we|i|is)\s+(?:now\s+)?know(?:n)?(?:\s+now)?"
    r"|with\s+what\s+we\s+know\s+now"
    r"|seen\s+from\s+(?:today|here|now)|after\s+the\s+fact)\b(?!\s+(?:at|through|in|over)\s+the)",
    re.IGNORECASE,
)

_VERDICT = regex(
    r"\b(?:mistakes?|wrong(?:ly)?|bad|poor(?:ly)?|risky|ill-advised|unwise|naive(?:ly)?"
    r"|premature(?:ly)?"
    r"|hasty|hastily|regret\w*|obvious(?:ly)?|clear(?:ly)?|plain(?:ly)?|underestimat\w+"
    r"|overestimat\w+"
    r"|misjudge?\w*|better\s+(?:to|if|off|idea|choice|option)|not\s+(?:the\s+)?(?:right|best|wise"
    r"|a\s+good|enough)"
    r"|(?:could|should|would|might|ought\s+to)(?:n't|\s+not)?\s+(?:\w+\s+)?have|overlooked"
    r"|failed\s+to"
    r"|avoidable|preventable|unnecessary|foolish|dangerous|over-?confident|complacent|a\s+gamble"
    r"|waited|insufficiently|inadequately|carelessly|error\s+of\s+judge?ment|missed|misguided"
    r"|short-?sighted|questionable)\b",
    re.IGNORECASE,
)

_TOO = regex(
    r"\b(?:too|far\s+too)\s+(?:early|late|soon|long|quick(?:ly)?|hast(?:y|ily)|aggressive(?:ly)?"
    r"|optimistic(?:ally)?"
    r"|much|cautious(?:ly)?|slow(?:ly)?|fast|eager|trusting|ambitious|confident|little|many"
    r"|narrow(?:ly)?)\b",
    re.IGNORECASE,
)

_CHOICE = regex(
    r"\b(?:decision|choice|plan|call|approach|idea|deploy\w*|release|roll-?out|freeze|migration"
    r"|upgrade|change"
    r"|review|response|escalation|communication|we|i|they|he|she|team|engineer|on-call|\w+ing)\b",
    re.IGNORECASE,
)


def _marker(scene: Scene) -> Iterator[Claim]:
    for found in _MARKER.finditer(scene.words):
        rest = scene.words[: found.start()] + " " * len(found[0]) + scene.rest(found.end())
        judged = _VERDICT.search(rest) or (_TOO.search(rest) and _CHOICE.search(rest))
        if judged and not _learns(rest):
            yield scene.find("PM207", found.start(), found.end())


def _learns(rest: str) -> bool:
    return bool(
        regex(r"\b(?:not|n't)\s+(?:\w+\s+)?(?:obvious|clear|a\s+mistake|wrong)\b", re.I).search(
            rest
        )
    )


_DETECTORS = Detectors(
    (
        preventability,
        counterfactuals.minimiser,
        obviousness,
        ignored_warning,
        counterfactuals.should_have,
        counterfactuals.possible_verdict,
        counterfactuals.if_only,
        counterfactuals.judged_by_norm,
        judged_omission,
        _marker,
    ),
    _ORDER,
)

_SEEING = regex(
    r"\b(?:know|knew|notic|see\b|seen|saw|spot|caught|catch|realis|realiz|obvious|clear|aware"
    r"|look|read"
    r"|detect|foresee|anticipat|miss|overlook|warn|sign|alert|attention|recogni|understood)",
    re.IGNORECASE,
)

_TESTING = regex(r"\b(?:test|check|review|verif|rehears|validat|dry|qa\b)", re.IGNORECASE)

_TELLING = regex(
    r"(?<!\ba\s)(?<!\ban\s)(?<!\bthe\s)(?<!\bour\s)\b(?:told|inform|communicat|ask|call|page|escalat"
    r"|involv|notif|consult)",
    re.IGNORECASE,
)

_UNDOING = regex(r"\b(?:roll|revert|fail(?:ed)?\s+over|drain|paus|stop|abort)", re.IGNORECASE)


def advice(find: Find) -> str:
    """How to put a find as a finding about the system; empty where the rule's own says it."""
    near = find.text.prose[find.start : find.end + 40]
    if find.code in {"PM207", "PM210", "PM209"}:
        return ""
    if _TESTING.search(near):
        return "What let this go out without that check? Name the missing gate as the factor."
    if _TELLING.search(near):
        return (
            "What would have told people that this was the moment to ask or to tell somebody? "
            "Name that missing cue."
        )
    if _UNDOING.search(near):
        return (
            "What made that way out hard to see or slow to take? Name that condition as the factor."
        )
    if _SEEING.search(near):
        return "Which signal would have shown this at the time, and where? Name it as the factor."
    return ""
