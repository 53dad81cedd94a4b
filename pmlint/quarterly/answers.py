"""The three questions of the review: their answers in a sentence, figures and quoted lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pmlint.document import ActionType, Status
from pmlint.formats.summary import count
from pmlint.quarterly.charts import Bar, Series, bars, shares, stacked
from pmlint.quarterly.model import Cluster, Incident, Item, Link, Review, Ticket
from pmlint.quarterly.parts import (
    Block,
    Cell,
    Evidence,
    Fact,
    Line,
    Listing,
    Place,
    Repeat,
    Section,
    Table,
    Tie,
    anchor_of,
    block,
    day,
    first_of,
    linked,
    percent,
    portion,
    row,
)
from pmlint.review.questions import FACTOR_QUESTIONS

__all__ = ["STATUS_TONES", "answers"]

STATUS_TONES = {"done": "good", "open": "open", "cancelled": "off", "unknown": "unknown"}
_QUESTION_LABELS = {
    "risky": "Why risky?",
    "not caught": "Why not caught?",
    "slow detection": "Why slow to detect?",
    "slow recovery": "Why slow to recover?",
}
_NO_DOCUMENTS = "No postmortem of this period was read."
_NO_ITEMS = "No action item was read."
_UNTYPED = "untyped"


def answers(review: Review, place: Place) -> tuple[Section, ...]:
    """A section for each of the three questions."""
    return (_depth(review, place), _actions(review, place), _repeats(review, place))


# --- 1: contributing factors ----------------------------------------------------------


def _depth(review: Review, place: Place) -> Section:
    blocks = (
        _systemic(review, place),
        _whys(review, place),
        _questions(review, place),
        _wording(review, place),
        _specific(review, place),
        _signals(review, place),
    )
    title = "Are we finding real contributing factors?"
    return Section(place.anchor("factors"), title, _depth_answer(review), blocks)


def _depth_answer(review: Review) -> str:
    systemic = review.depth.systemic
    if not systemic.whole:
        return f"{_NO_DOCUMENTS} So nothing can be said."
    told = (
        f"{portion(systemic)} {_postmortems(systemic.whole)} ({systemic.value:.0%}) "
        f"{'names' if systemic.part == 1 else 'name'} at least two conditions of the system."
    )
    asked = [(share.value, name) for name, share in review.depth.questions.items() if share.whole]
    least = min(asked, default=None, key=lambda pair: pair[0] or 0)
    if least is None or least[0] == 1:
        return told
    share = review.depth.questions[least[1]]
    return f"{told} Least often answered: “{_asked(least[1])}” ({portion(share)})."


def _postmortems(number: int) -> str:
    return "postmortem" if number == 1 else "postmortems"


def _asked(name: str) -> str:
    return FACTOR_QUESTIONS.get(name, name)


def _systemic(review: Review, place: Place) -> Block:
    share = review.depth.systemic
    told = {quote.path for quote in share.quotes}
    fewer = (one for one in review.incidents if one.path not in told)
    listings = (
        place.listing("systemic", "Systemic factors", map(place.quote, share.quotes)),
        place.listing(
            "not-systemic",
            "Documents with fewer than two",
            (place.document(one, _factor_count(one)) for one in fewer),
        ),
    )
    note = "factors that are conditions of the system, no person's act"
    fact = Fact("Documents with two or more", percent(share), first_of(listings), note)
    evidence = (Evidence("Systemic factors, as quoted", listings),)
    return block("Systemic factors", share.whole > 0, _NO_DOCUMENTS, (fact,), evidence=evidence)


def _factor_count(incident: Incident) -> str:
    return f"{len(incident.systemic)} systemic of {count(len(incident.factors), 'factor')}"


def _whys(review: Review, place: Place) -> Block:
    depths = review.depth.why_depths
    listings = [
        place.listing(
            f"whys-{depth}",
            _levels(depth).capitalize(),
            (place.document(one) for one in review.incidents if one.why_depth == depth),
        )
        for depth in depths
    ]
    rows = [
        row(_levels(depth), linked(number, listing))
        for (depth, number), listing in zip(depths.items(), listings, strict=True)
    ]
    table = Table("Documents by their longest chain of whys", ("Chain", "Documents"), tuple(rows))
    drawn = [Bar(_levels(depth), number, str(number)) for depth, number in depths.items()]
    return block(
        "How deep the whys go",
        bool(depths),
        _NO_DOCUMENTS,
        picture=bars(place.anchor("chart-whys"), table.caption, drawn) if drawn else "",
        table=table,
        evidence=(Evidence("Documents by depth", tuple(listings)),),
    )


def _levels(depth: int) -> str:
    return count(depth, "why") if depth else "no chain"


def _questions(review: Review, place: Place) -> Block:
    questions = review.depth.questions
    listings: list[Listing] = []
    rows, drawn = [], []
    for number, (name, share) in enumerate(questions.items(), 1):
        told = [one for one in review.incidents if name in one.questions]
        silent = [one for one in review.incidents if name not in one.questions]
        pair = (
            place.listing(
                f"question-{number}", f"{_asked(name)} Answered", map(place.document, told)
            ),
            place.listing(
                f"question-{number}-not",
                f"{_asked(name)} Not answered",
                map(place.document, silent),
            ),
        )
        listings += pair
        rows.append(row(_asked(name), Cell(percent(share), first_of(pair))))
        label = _QUESTION_LABELS.get(name, name)
        drawn.append(Bar(label, share.value or 0, portion(share)))
    table = Table("Documents that answer each question", ("Question", "Answered"), tuple(rows))
    return block(
        "The four questions",
        any(share.whole for share in questions.values()),
        _NO_DOCUMENTS,
        picture=shares(place.anchor("chart-questions"), table.caption, drawn) if drawn else "",
        table=table,
        evidence=(Evidence("Which documents answer which question", tuple(listings)),),
    )


def _wording(review: Review, place: Place) -> Block:
    rate = review.depth.wording_per_thousand
    quotes = place.listing("wording", "Wording", map(place.quote, review.depth.wording))
    facts = (
        Fact(
            "Wording findings in 1,000 words",
            "no words" if rate is None else f"{rate:.1f}",
            anchor_of(quotes),
            "blame, hindsight and human error as a cause",
        ),
        Fact("Wording findings", str(len(review.depth.wording)), anchor_of(quotes)),
    )
    evidence = (Evidence("Wording, as quoted", (quotes,)),)
    return block("Wording", rate is not None, _NO_DOCUMENTS, facts, evidence=evidence)


def _specific(review: Review, place: Place) -> Block:
    share = review.depth.specific
    items = [item for one in review.incidents for item in one.items]
    listings = (
        place.listing(
            "vague", "Not specific", (place.quote(one.quote) for one in items if not one.specific)
        ),
        place.listing(
            "specific", "Specific", (place.quote(one.quote) for one in items if one.specific)
        ),
    )
    note = "in the documents of this period"
    fact = Fact(
        "Say how to check that they are done", percent(share), first_of(listings[::-1]), note
    )
    evidence = (Evidence("Specific items and others, as quoted", listings),)
    return block("Specific action items", share.whole > 0, _NO_ITEMS, (fact,), evidence=evidence)


def _signals(review: Review, place: Place) -> Block:
    share = review.depth.harvested
    listings = (
        place.listing("harvested", "Harvested", map(place.quote, share.quotes)),
        place.listing("unharvested", "Heard only", map(place.quote, review.depth.unharvested)),
    )
    facts = (
        Fact(
            "Signals heard",
            str(share.whole),
            first_of(listings),
            "sentences such as “I assumed” or “the dashboard looked normal”",
        ),
        Fact("Harvested", percent(share), anchor_of(listings[0]), "a factor or item takes them up"),
        Fact("Heard only", str(len(review.depth.unharvested)), anchor_of(listings[1])),
    )
    evidence = (Evidence("Signals, as quoted", listings),)
    empty = "No such signal was heard in the documents of this period."
    return block("Signals", share.whole > 0, empty, facts, evidence=evidence)


# --- 2: action items ------------------------------------------------------------------


def _actions(review: Review, place: Place) -> Section:
    items = _every_item(review)
    blocks = (
        _status(review, items, place),
        _overdue(review, place),
        _on_time(review, items, place),
        _types(review, items, place),
        _coming(review, place),
        _unmatched(review, place),
    )
    title = "Are action items getting completed?"
    return Section(place.anchor("items"), title, _actions_answer(review), blocks)


def _actions_answer(review: Review) -> str:
    number = {name: review.actions.by_status.get(name, 0) for name in STATUS_TONES}
    total = sum(review.actions.by_status.values())
    if not total:
        return f"{_NO_ITEMS} So nothing can be said."
    late = sum(map(len, review.actions.overdue.values()))
    told = (
        f"Of {count(total, 'action item')}, {number['done']} {_are(number['done'])} done "
        f"and {number['open']} {_are(number['open'])} open"
    )
    told += f", {late} of them past the date." if late else "; none of them is past its date."
    if number["unknown"]:
        told += f" Of {number['unknown']} the documents do not say where they stand."
    return told


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def _every_item(review: Review) -> tuple[Item, ...]:
    """All items that the review holds, each once: of all documents up to the period's end."""
    incidents = (*review.incidents, *review.undated)
    held = [*review.actions.items, *(item for one in incidents for item in one.items)]
    held += [item for late in review.actions.overdue.values() for item in late]
    held += review.actions.coming
    return tuple(dict.fromkeys(held))


def _status(review: Review, items: Sequence[Item], place: Place) -> Block:
    numbers = review.actions.by_status
    listings = [
        _of_status(name, number, [one for one in items if one.status.value == name], place)
        for name, number in numbers.items()
    ]
    rows = [
        row(name, linked(number, listing))
        for (name, number), listing in zip(numbers.items(), listings, strict=True)
    ]
    table = Table("Action items by status", ("Status", "Items"), tuple(rows))
    drawn = [
        Bar(name, number, str(number), STATUS_TONES.get(name, "main"))
        for name, number in numbers.items()
    ]
    return block(
        "Where the items stand",
        sum(numbers.values()) > 0,
        _NO_ITEMS,
        picture=bars(place.anchor("chart-status"), table.caption, drawn) if drawn else "",
        table=table,
        evidence=(Evidence("Action items by status", tuple(listings)),),
    )


def _of_status(name: str, number: int, items: Sequence[Item], place: Place) -> Listing:
    title = name.capitalize()
    if len(items) < number:
        title += f"; {number - len(items)} more stand in documents of earlier periods"
    return place.listing(f"status-{name}", title, map(place.item, items))


def _overdue(review: Review, place: Place) -> Block:
    overdue = review.actions.overdue
    listings = [
        place.listing(f"overdue-{number}", f"{age} days", map(place.item, late))
        for number, (age, late) in enumerate(overdue.items(), 1)
    ]
    rows = [
        row(f"{age} days", linked(len(late), listing))
        for (age, late), listing in zip(overdue.items(), listings, strict=True)
    ]
    table = Table("Open items past their date", ("Overdue by", "Items"), tuple(rows))
    drawn = [Bar(f"{age} days", len(late), str(len(late)), "late") for age, late in overdue.items()]
    return block(
        "Overdue, by age",
        any(overdue.values()),
        "No open item is past its date.",
        picture=bars(place.anchor("chart-overdue"), table.caption, drawn) if drawn else "",
        table=table,
        evidence=(Evidence("Overdue items, as quoted", tuple(listings)),),
    )


def _on_time(review: Review, items: Iterable[Item], place: Place) -> Block:
    share = review.actions.on_time
    known = [one for one in items if one.status is Status.DONE and one.due and one.closed]
    listings = (
        place.listing(
            "on-time", "Closed by the date", (place.item(one) for one in known if _in_time(one))
        ),
        place.listing(
            "late", "Closed later", (place.item(one) for one in known if not _in_time(one))
        ),
    )
    note = "done items with a date, of which a ticket says when they were closed"
    fact = Fact("Closed by their date", percent(share), first_of(listings), note)
    empty = "Of no done item both the date and the day of closing are known."
    evidence = (Evidence("Closed items, as quoted", listings),)
    return block("On time", share.whole > 0, empty, (fact,), evidence=evidence)


def _in_time(item: Item) -> bool:
    return bool(item.closed and item.due and item.closed <= item.due)


def _types(review: Review, items: Sequence[Item], place: Place) -> Block:
    table_of = review.actions.by_type
    names = list(dict.fromkeys(name for numbers in table_of.values() for name in numbers))
    listings = {
        (kind, name): place.listing(
            f"type-{_type_key(kind)}-{name}",
            f"{kind.capitalize()}, {name}",
            (place.item(one) for one in items if (_type_of(one), one.status.value) == (kind, name)),
        )
        for kind in table_of
        for name in names
    }
    rows = [
        row(kind, *(linked(numbers.get(name, 0), listings[kind, name]) for name in names))
        for kind, numbers in table_of.items()
    ]
    table = Table("Action items by type and status", ("Type", *names), tuple(rows))
    series = [
        Series(
            name,
            tuple(numbers.get(name, 0) for numbers in table_of.values()),
            STATUS_TONES.get(name, "main"),
        )
        for name in names
    ]
    some = any(sum(numbers.values()) for numbers in table_of.values())
    key = place.anchor("chart-types")
    return block(
        "By type",
        some,
        _NO_ITEMS,
        picture=stacked(key, table.caption, list(table_of), series) if some else "",
        table=table,
        evidence=(Evidence("Action items by type and status", tuple(listings.values())),),
    )


def _type_of(item: Item) -> str:
    return item.type.value if item.type else _UNTYPED


def _type_key(name: str) -> str:
    """The name in an anchor: types are known, anything else is one."""
    return name if name in {kind.value for kind in ActionType} else _UNTYPED


def _coming(review: Review, place: Place) -> Block:
    coming = review.actions.coming
    listing = place.listing("coming", "By date", map(place.item, coming))
    fact = Fact("Open items", str(len(coming)), anchor_of(listing))
    empty = "None is."
    evidence = (Evidence("Items that come due, as quoted", (listing,)),)
    return block("Due in the coming period", bool(coming), empty, (fact,), evidence=evidence)


def _unmatched(review: Review, place: Place) -> Block:
    tickets = review.actions.unmatched
    listing = place.listing("unmatched", "By key", map(_ticket_line, tickets))
    fact = Fact("Tickets of no action item", str(len(tickets)), anchor_of(listing))
    evidence = (Evidence("Tickets", (listing,)),)
    empty = "No ticket is left over."
    return block("Tickets that match nothing", bool(tickets), empty, (fact,), evidence=evidence)


def _ticket_line(ticket: Ticket) -> Line:
    notes = [ticket.key, ticket.status.value]
    notes += [f"due {day(ticket.due)}"] if ticket.due else []
    notes += [f"closed {day(ticket.closed)}"] if ticket.closed else []
    return Line(ticket.title, ticket.source, note=", ".join(notes))


# --- 3: repeats -----------------------------------------------------------------------


def _repeats(review: Review, place: Place) -> Section:
    numbered = list(enumerate(review.repeats, 1))
    with_fix = tuple(_repeat(one, number, place) for number, one in numbered if one.open_fixes)
    others = tuple(_repeat(one, number, place) for number, one in numbered if not one.open_fixes)
    title = "Are we seeing repeat incidents?"
    empty = "No incident of this period shares a condition with another that was read."
    return Section(
        place.anchor("repeats"),
        title,
        _repeats_answer(review),
        (
            block(
                "An earlier fix was still open",
                bool(with_fix),
                "No repeat had an earlier fix that was still open.",
                repeats=with_fix,
            ),
            block("Other repeats", bool(others), "None." if with_fix else empty, repeats=others),
        ),
    )


def _repeats_answer(review: Review) -> str:
    repeats = review.repeats
    if not repeats:
        return "No repeat was found among the documents that were read."
    open_ones = sum(bool(one.open_fixes) for one in repeats)
    across = sum(len(set(one.teams)) > 1 for one in repeats)
    told = f"{_conditions(len(repeats))} came back"
    told += f", {across} of them across teams." if across else "."
    if open_ones:
        times = "once" if open_ones == 1 else f"{open_ones} times"
        told += f" An earlier fix was still open {times}."
    return told


def _conditions(number: int) -> str:
    return "One condition" if number == 1 else f"{number} conditions"


def _repeat(cluster: Cluster, number: int, place: Place) -> Repeat:
    teams = sorted(set(cluster.teams))
    services = ", ".join(cluster.services) or "no service named"
    pairs = zip(cluster.paths, cluster.titles, strict=True)
    return Repeat(
        place.anchor(f"repeat-{number}"),
        f"{count(len(cluster.paths), 'incident')}: {services}",
        f"Across {count(len(teams), 'team')}: {', '.join(teams)}" if len(teams) > 1 else "",
        tuple(Line(title, path, 0, place.documents.get(path, "")) for path, title in pairs),
        tuple(map(place.item, cluster.open_fixes)),
        tuple(_tie(link, place) for link in cluster.links),
    )


def _tie(link: Link, place: Place) -> Tie:
    words = ", ".join(link.words)
    told = [f"Both tell that {link.condition}"] if link.condition else []
    told += [f"{'words of both' if told else 'Both say'}: {words}"] if words else []
    shown = "; ".join(told) or "Alike in meaning"
    return Tie(
        place.quote(link.first), place.quote(link.second), f"{shown} (likeness {link.likeness:.2f})"
    )
