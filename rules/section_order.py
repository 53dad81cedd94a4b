"""The sections stand in another order than the template's.

Why: people who read many postmortems know where to look. Off until selected, as the
order matters less than what is written.

Instead: move the section to its place, or set `order` to that of the team's template.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pmlint.document import Document, HeadingStyle, Section, Topic
from pmlint.rule import Category, Hit, Rule, Severity, option

_TOPICS = {topic.value: topic for topic in Topic}
# Fields and labels stand at the top of a document, whatever the order of its parts.
_HEADINGS = frozenset({HeadingStyle.MARKDOWN, HeadingStyle.BOLD, HeadingStyle.BARE})


@dataclass(frozen=True)
class Options:
    """The order of the template.

    Raises:
        ValueError: a name is not one of a section that pmlint knows.
    """

    order: tuple[str, ...] = option(
        (
            "title",
            "summary",
            "timeline",
            "contributing factors",
            "action items",
            "lessons learned",
            "severity",
        ),
        "Sections in the order of the template; others may stand anywhere.",
    )

    def __post_init__(self) -> None:
        for name in self.order:
            if name not in _TOPICS:
                raise ValueError(f'unknown section "{name}"; known are: {", ".join(_TOPICS)}')


def check(document: Document, options: Options) -> Iterator[Hit]:
    sections = _first_of_each(document, options.order)
    ranks = [options.order.index(section.topic.value) for section in sections]
    kept = _longest_rise(ranks)
    for place, section in enumerate(sections):
        if place not in kept:
            yield _hit(section, options.order)


def _hit(section: Section, order: Sequence[str]) -> Hit:
    name = section.topic.value
    before = order[order.index(name) - 1] if order.index(name) else ""
    where = f'after "{before}"' if before else "first"
    return Hit(
        section.heading.strip().span(),
        f'"{section.title.strip()}" is not where the template has it',
        hint=f"Move it: {where}, so that people find it where they look for it.",
        data={"section": name, "order": list(order)},
    )


def _first_of_each(document: Document, order: Sequence[str]) -> list[Section]:
    seen: dict[str, Section] = {}
    for section in document.sections:
        topic = section.own_topic
        if topic is not None and topic.value in order and section.style in _HEADINGS:
            seen.setdefault(topic.value, section)
    return list(seen.values())


def _longest_rise(ranks: Sequence[int]) -> set[int]:
    """Places of a longest rising run of *ranks*: the others are out of order."""
    ends: list[int] = []
    places: list[int] = []
    before: list[int | None] = []
    for place, rank in enumerate(ranks):
        at = bisect_left(ends, rank)
        ends[at : at + 1] = [rank]
        places[at : at + 1] = [place]
        before.append(places[at - 1] if at else None)
    kept: set[int] = set()
    last = places[-1] if places else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return kept


RULE = Rule(
    code="PM508",
    name="section-order",
    category=Category.STRUCTURE,
    severity=Severity.INFO,
    summary="The sections stand in another order than the template's.",
    bad=(
        "# Search outage\n\n## [[Action items]]\n\n- Add a limit\n\n## Summary\n\nSearch was "
        "down.\n\n## Timeline\n\n- 10:02 Deploy\n",
        "# Search outage\n\n## Summary\n\nSearch was down.\n\n## [[Lessons learned]]\n\n- Shards "
        "fill up.\n\n## Timeline\n\n- 10:02 Deploy\n\n## Action items\n\n- Add a limit\n",
        "**Timeline**\n\n10:02 Deploy of search v8\n10:20 Rolled back\n\n**Contributing "
        "factors**\n\n- No limit.\n\n**[[Summary]]**\n\nSearch was down.\n",
    ),
    good=(
        "# Search outage\n\n## Summary\n\nSearch was down.\n\n## Timeline\n\n- 10:02 Deploy\n",
        "# Search outage\n\nSeverity: SEV2\n\n## Summary\n\nSearch was down.\n\n## Timeline\n\n"
        "- 10:02 Deploy\n",
        "# Search outage\n\n## Summary\n\nSearch was down.\n\n## Impact\n\n40 users.\n\n## "
        "Timeline\n\n- 10:02 Deploy\n\n## Detection\n\nBy an alert.\n\n## Action items\n\n- Add a "
        "limit\n",
        "# Search outage\n\nSearch was down for 18 minutes.\n",
    ),
    options=Options(),
    check=check,
    enabled=False,
)
