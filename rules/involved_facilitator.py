"""The facilitator took part in the incident, or nobody facilitated.

Why: whoever was in the middle of it has a view to defend, and can hardly ask open
questions about it. Without a facilitator, nobody turns blame into a question.
Instead: ask somebody from a neighbouring team; in a small team, whoever was least involved.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.document import Document, Entry, Person, Span, Text
from pmlint.regexes import regex
from pmlint.review.chronology import first_line_of
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity

_LEAST = regex(
    r"\b(?:least|not|un|wasn't|less|nobody)[ -]?(?:directly |deeply )?(?:involve[d]?|involvement)"
    r"|small team|everyone was involved",
    re.IGNORECASE,
)
_FACILITATES = regex(r"facilitat|moderat|chair|host|led by|meeting lead", re.IGNORECASE)
_WORD = regex(r"[^\W\d_][\w'’-]*")
# Being named in an entry about the review itself is no part in the incident.
_REVIEW = regex(r"post-?mortem|retro|review meeting|facilitat|write-?up|debrief", re.IGNORECASE)


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    facts = document.facts
    if facts.facilitator is not None:
        if not _is_least_involved(document):
            yield from _involved(document, facts.facilitator)
    elif facts.facilitator_text is None and _lists_people(document):
        yield Hit(
            _attendees_place(document),
            "attendees are listed, but no facilitator",
            "Name who led the discussion; somebody who was not part of the incident asks "
            "the open questions most easily.",
        )


def _lists_people(document: Document) -> bool:
    facts = document.facts
    if not (facts.attendees or facts.attendee_count):
        return False
    return not (facts.attendees_text and _FACILITATES.search(facts.attendees_text.raw))


def _attendees_place(document: Document) -> Span:
    text = document.facts.attendees_text
    return first_line_of(document, text) if text else document.first_line


def _is_least_involved(document: Document) -> bool:
    text = document.facts.facilitator_text
    facilitator = document.facts.facilitator
    if text is None or facilitator is None:
        return False
    line = document.source.line(document.source.line_of(facilitator.span.start))
    return bool(_LEAST.search(text.raw) or _LEAST.search(line))


def _involved(document: Document, facilitator: Person) -> Iterator[Hit]:
    part = _part_in_incident(document, facilitator)
    if part:
        yield Hit(
            facilitator.span,
            f'the facilitator, "{facilitator.name}", {part}',
            "Ask somebody from a neighbouring team to lead the discussion; in a small team, "
            'say that it was the person "least involved".',
            data={"facilitator": facilitator.name},
        )


def _part_in_incident(document: Document, facilitator: Person) -> str:
    for responder in document.facts.responders:
        if _same(facilitator.name, responder.name):
            return "is listed as a responder as well"
    if any(_acts(facilitator.name, entry) for entry in document.timeline.entries):
        return "acts in the timeline as well"
    return ""


def _names(name: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(name)]


def _same(one: str, other: str) -> bool:
    """Whether two spellings mean one person: all words of the shorter are in the longer."""
    first, second = _names(one), _names(other)
    if not first or not second or first[0] != second[0]:
        return False
    return set(first) <= set(second) or set(second) <= set(first)


def _acts(name: str, entry: Entry) -> bool:
    text: Text = entry.text
    names = _names(name)
    words = _WORD.findall(text.prose)
    if not names or _REVIEW.search(text.prose):
        return False
    spoken = [word for word in words if word[0].isupper() or f"@{word}" in text.prose]
    folded = [word.casefold().removesuffix("'s").removesuffix("’s") for word in spoken]
    if len(names) == 1:
        return names[0] in folded
    return names[0] in folded and (names[-1] in folded or not _other_surname(folded, names))


def _other_surname(folded: list[str], names: list[str]) -> bool:
    at = folded.index(names[0])
    return at + 1 < len(folded) and folded[at + 1] != names[-1]


RULE = Rule(
    code="PM810",
    name="involved-facilitator",
    category=Category.PROCESS,
    severity=Severity.WARNING,
    summary="The facilitator took part in the incident, or there was none.",
    check=check,
    bad=(
        "Facilitator: [[Ana Silva]]\n\nIncident commander: Ana Silva\n\n"
        "## Summary\n\nLogins failed.\n",
        "Facilitator: [[Ben Okoro]]\n\n## Timeline\n\n- 14:32 Ben deploys search-api v3.1\n"
        "- 14:35 Alert fires\n",
        "Attendees: [[Ana Silva, Ben Okoro, Chloe Martin, Dmitri Petrov]]\n",
        "Facilitator: [[Ana Silva]]\n\nResponders: Ben Okoro, Ana Silva\n",
    ),
    good=(
        "Facilitator: Eva Braun\n\nIncident commander: Ana Silva\n\n## Timeline\n\n"
        "- 14:32 Ben deploys search-api v3.1\n",
        "Facilitator: Ana Silva (least involved)\n\nIncident commander: Ana Silva\n",
        "Facilitator: Eva Braun\n\nAttendees: Ana Silva, Ben Okoro, Chloe Martin, Eva Braun\n",
        "Attendees: Ana Silva (facilitator), Ben Okoro, Chloe Martin, Dmitri Petrov\n",
        "Facilitator: Eva Braun\n\n## Timeline\n\n- 14:32 Deploy starts\n"
        "- 16:00 Review meeting planned, Eva to lead it\n",
        "## Summary\n\nLogins failed for 18 minutes.\n",
    ),
)
