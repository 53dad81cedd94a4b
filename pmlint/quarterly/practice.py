"""How reviews are held, the rules they keep, what was read, and the trends."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence

from pmlint.document import Profile
from pmlint.formats.summary import count
from pmlint.quarterly.charts import Bar, bars, line, shares
from pmlint.quarterly.model import Incident, Quote, Review, Trend
from pmlint.quarterly.parts import (
    Block,
    Cell,
    Evidence,
    Fact,
    Line,
    Listing,
    Place,
    Section,
    Table,
    anchor_of,
    block,
    linked,
    percent,
    portion,
    row,
)
from pmlint.rule import Rule

__all__ = ["Rules", "practice", "trends"]

Rules = Mapping[str, Rule]
"""The rules that come with pmlint, by code."""

_NO_DOCUMENTS = "No postmortem of this period was read."
_NO_FIGURE = "no figure"
_HOUSE = "house"
_TREND_ANCHORS = {
    "incidents": "documents",
    "two or more systemic factors": "systemic",
    "wording findings": "wording",
    "specific action items": "specific",
    "reviewed within 48 hours": "prompt",
    "near misses": "near-misses",
}
"""What the last value of a trend rests on."""


def practice(review: Review, place: Place, rules: Rules) -> Section:
    """How reviews are held."""
    blocks = (
        _prompt(review, place),
        _near_misses(review, place),
        _severities(review, place),
        _services(review, place),
        _compliance(review, place, rules),
        _accepted(review, place),
        _pace(review),
    )
    return Section(place.anchor("practice"), "How reviews are held", "", blocks)


def _prompt(review: Review, place: Place) -> Block:
    share = review.process.within_48_hours
    known = [one for one in review.incidents if one.resolved and one.reviewed]
    listing = place.listing(
        "prompt", "Resolved and reviewed", (place.document(one, _times(one)) for one in known)
    )
    note = "of those that say when the incident was resolved and when it was reviewed"
    fact = Fact("Reviewed within 48 hours", percent(share), anchor_of(listing), note)
    empty = "No document says both when the incident was resolved and when it was reviewed."
    evidence = (Evidence("Documents with both times", (listing,)),)
    return block("Time to review", share.whole > 0, empty, (fact,), evidence=evidence)


def _times(incident: Incident) -> str:
    resolved, reviewed = incident.resolved, incident.reviewed
    if resolved is None or reviewed is None:
        return ""
    return f"resolved {resolved:%Y-%m-%d %H:%M}, reviewed {reviewed:%Y-%m-%d %H:%M}"


def _near_misses(review: Review, place: Place) -> Block:
    share = review.process.near_misses
    near = (one for one in review.incidents if one.profile is Profile.NEAR_MISS)
    listing = place.listing("near-misses", "Near misses", map(place.document, near))
    fact = Fact(
        "Of all documents", percent(share), anchor_of(listing), "trouble caught before harm"
    )
    evidence = (Evidence("Near misses", (listing,)),)
    return block("Near misses", share.whole > 0, _NO_DOCUMENTS, (fact,), evidence=evidence)


def _severities(review: Review, place: Place) -> Block:
    numbers = review.process.severities

    def said(incident: Incident, name: str) -> bool:
        return (incident.severity or "not said") == name

    listings = _by_name("severity", numbers, review.incidents, said, place)
    table = _numbers_table("Documents by severity", "Severity", numbers, listings)
    drawn = [Bar(name, number, str(number)) for name, number in numbers.items()]
    return block(
        "Severities",
        bool(numbers),
        _NO_DOCUMENTS,
        picture=bars(place.anchor("chart-severities"), table.caption, drawn) if drawn else "",
        table=table,
        evidence=(Evidence("Documents by severity", listings),),
    )


def _by_name(
    key: str,
    names: Iterable[str],
    incidents: Sequence[Incident],
    belongs: Callable[[Incident, str], bool],
    place: Place,
) -> tuple[Listing, ...]:
    """A listing of documents for each name; the names come from documents, so none is an anchor."""
    return tuple(
        place.listing(
            f"{key}-{number}",
            name,
            (place.document(one) for one in incidents if belongs(one, name)),
        )
        for number, name in enumerate(names, 1)
    )


def _numbers_table(
    caption: str, head: str, numbers: Mapping[str, int], listings: Iterable[Listing]
) -> Table:
    rows = tuple(
        row(name, linked(number, listing))
        for (name, number), listing in zip(numbers.items(), listings, strict=True)
    )
    return Table(caption, (head, "Documents"), rows)


def _services(review: Review, place: Place) -> Block:
    numbers = review.process.services

    def names(incident: Incident, name: str) -> bool:
        return name in incident.services

    listings = _by_name("service", numbers, review.incidents, names, place)
    rising = {name: before for name, before, _ in review.process.rising}
    rows = tuple(
        row(name, linked(number, listing), f"up from {rising[name]}" if name in rising else "")
        for (name, number), listing in zip(numbers.items(), listings, strict=True)
    )
    table = Table("Documents by service", ("Service", "Documents", "Period before"), rows)
    fact = Fact("Rising", str(len(rising)), "", "more incidents than in the period before")
    empty = "No document names a service."
    evidence = (Evidence("Documents by service", listings),)
    return block("Services", bool(numbers), empty, (fact,), table=table, evidence=evidence)


# --- rules ----------------------------------------------------------------------------


def _compliance(review: Review, place: Place, rules: Rules) -> Block:
    categories = review.process.categories
    listings = [
        place.listing(f"category-{number}", _title(name), _told(share.quotes, place))
        for number, (name, share) in enumerate(categories.items(), 1)
    ]
    rows = tuple(
        row(_title(name), Cell(percent(share), anchor_of(listing)))
        for (name, share), listing in zip(categories.items(), listings, strict=True)
    )
    table = Table("Documents without a finding, by category", ("Category", "Without"), rows)
    drawn = [
        Bar(_title(name), share.value or 0, portion(share)) for name, share in categories.items()
    ]
    by_category = Evidence("Documents with a finding, by category", tuple(listings))
    return block(
        "Rules that are kept",
        any(share.whole for share in categories.values()),
        "No rule was run on a postmortem of this period.",
        picture=shares(place.anchor("chart-rules"), table.caption, drawn) if drawn else "",
        table=table,
        evidence=(by_category, *_by_rule(review, place, rules)),
    )


def _title(category: str) -> str:
    return category.replace("-", " ").capitalize()


def _told(quotes: Iterable[Quote], place: Place) -> tuple[Line, ...]:
    """Documents that the figures quote by their title."""
    return tuple(Line(one.text, one.path, 0, place.documents.get(one.path, "")) for one in quotes)


def _by_rule(review: Review, place: Place, rules: Rules) -> tuple[Evidence, ...]:
    """For each category its rules, and the documents in which each has findings."""
    codes: dict[str, list[str]] = {}
    for code in review.process.compliance:
        category = rules[code].category.value if code in rules else _HOUSE
        codes.setdefault(category, []).append(code)
    return tuple(
        _rules_of(category, codes[category], review, place, rules) for category in sorted(codes)
    )


def _rules_of(
    category: str, codes: Sequence[str], review: Review, place: Place, rules: Rules
) -> Evidence:
    order = list(review.process.compliance)
    listings = {
        code: place.listing(
            f"rule-{order.index(code) + 1}",
            _rule_name(code, rules),
            (
                place.document(one, count(one.findings[code], "finding"))
                for one in review.incidents
                if one.findings.get(code)
            ),
        )
        for code in codes
    }
    rows = tuple(
        row(
            _rule_name(code, rules),
            Cell(percent(review.process.compliance[code]), anchor_of(listings[code])),
        )
        for code in codes
    )
    caption = f"{_title(category)}: documents without a finding, by rule"
    table = Table(caption, ("Rule", "Without"), rows)
    return Evidence(f"{_title(category)}, rule by rule", tuple(listings.values()), table)


def _rule_name(code: str, rules: Rules) -> str:
    return f"{code} {rules[code].name}" if code in rules else code


def _accepted(review: Review, place: Place) -> Block:
    process = review.process
    suppressed = [one for one in review.incidents if one.suppressed]
    known = [one for one in review.incidents if one.known]
    listings = (
        place.listing(
            "suppressed",
            "Suppressed",
            (place.document(one, count(one.suppressed, "finding")) for one in suppressed),
        ),
        place.listing(
            "known",
            "In the baseline",
            (place.document(one, count(one.known, "finding")) for one in known),
        ),
    )
    facts = (
        Fact(
            "Suppressed findings",
            str(process.suppressed),
            anchor_of(listings[0]),
            "by a comment in the document",
        ),
        Fact(
            "Known findings", str(process.known), anchor_of(listings[1]), "listed in the baseline"
        ),
    )
    some = process.suppressed + process.known > 0
    empty = "No finding is suppressed or in the baseline."
    evidence = (Evidence("Documents with such findings", listings),)
    return block("Findings set aside", some, empty, facts, evidence=evidence)


def _pace(review: Review) -> Block:
    process = review.process
    usual = process.usual_reviews_a_month
    documents = "documents" if review.incidents else ""
    facts = (
        Fact("This period", f"{process.reviews_a_month:.1f}", documents),
        Fact(
            "Usual",
            _NO_FIGURE if usual is None else f"{usual:.1f}",
            "",
            "the mean of up to four periods before",
        ),
    )
    some = process.reviews_a_month > 0 or usual is not None
    return block("Reviews a month", some, _NO_DOCUMENTS, facts)


# --- trends ---------------------------------------------------------------------------


def trends(review: Review, place: Place) -> Section:
    """Each figure over the periods, as a line and a table."""
    blocks = tuple(_trend(one, number, review, place) for number, one in enumerate(review.trends))
    told = blocks or (Block("Over the periods", empty="There is no figure to follow."),)
    return Section(place.anchor("trends"), "Trends", "", told)


def _trend(trend: Trend, number: int, review: Review, place: Place) -> Block:
    names = [period.name for period in review.periods]
    title = trend.name[:1].upper() + trend.name[1:]
    if trend.unit not in ("", "share"):
        title += f" ({trend.unit})"
    points = [
        (math.nan if value is None else value, _value(value, trend.unit)) for value in trend.values
    ]
    cells = [Cell(shown) for _, shown in points]
    if cells and trend.values[-1]:
        cells[-1] = Cell(cells[-1].text, _rests_on(trend, review, place))
    rows = tuple(row(name, cell) for name, cell in zip(names, cells, strict=True))
    told = any(value is not None for value in trend.values)
    key = place.anchor(f"chart-trend-{number}")
    return block(
        title,
        told,
        "No period has a figure.",
        picture=line(key, title, names, points) if told else "",
        table=Table(title, ("Period", "Figure"), rows),
    )


def _value(value: float | None, unit: str) -> str:
    if value is None:
        return _NO_FIGURE
    if unit == "share":
        return f"{value:.0%}"
    return f"{value:.0f}" if value == int(value) else f"{value:.1f}"


def _rests_on(trend: Trend, review: Review, place: Place) -> str:
    """The anchor of what the last value is made of, where the page has it."""
    name = _TREND_ANCHORS.get(trend.name, "")
    lines: Mapping[str, Sequence[object]] = {
        "systemic": review.depth.systemic.quotes,
        "wording": review.depth.wording,
        "specific": [item for one in review.incidents for item in one.items if item.specific],
        "prompt": [one for one in review.incidents if one.resolved and one.reviewed],
        "near-misses": [one for one in review.incidents if one.profile is Profile.NEAR_MISS],
    }
    if name == "documents":
        return name if review.incidents else ""
    return place.anchor(name) if lines.get(name) else ""
