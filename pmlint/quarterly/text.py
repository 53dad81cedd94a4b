"""A `Review` for the terminal and as Markdown: the same words and tables for both."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pmlint.document import Status
from pmlint.formats.markdown import escaped
from pmlint.formats.summary import count
from pmlint.formats.terminal import safe
from pmlint.quarterly import REPORT_BEGINS
from pmlint.quarterly.model import Cluster, Item, Quote, Review, Share
from pmlint.review.questions import FACTOR_QUESTIONS

__all__ = ["markdown", "shown_share", "terminal"]

_QUOTES = 5  # of one kind, where a page is to be read at one go
_RULES = 8


def shown_share(share: Share) -> str:
    """``7 of 9 (78 %)``, or that there is nothing to have a part of."""
    if share.value is None:
        return "nothing to count"
    return f"{share.part} of {share.whole} ({share.value:.0%})".replace("%", " %")


def terminal(review: Review) -> str:
    """The figures in some forty lines, without the quotes; then those of each group.

    Only where owners are asked for are open items quoted, as the owners are theirs.
    """
    blocks = [_head(review), _deep(review), _done(review), _again(review), _held(review)]
    blocks += [_open(review)] if review.show_owners else []
    for name, group in review.groups.items():
        blocks += [(f"{name or 'no group'}: {title}", rows) for title, rows in _group(group)]
    lines: list[str] = []
    for title, rows in blocks:
        lines += [title, *_aligned(rows), ""]
    lines += _notes(review)
    return "\n".join(map(safe, lines)).rstrip() + "\n"


def _aligned(rows: Sequence[tuple[str, str]]) -> Iterator[str]:
    width = max((len(name) for name, _ in rows), default=0)
    for name, value in rows:
        yield f"  {name:<{width}}  {value}".rstrip()


Block = tuple[str, list[tuple[str, str]]]


def _head(review: Review) -> Block:
    period = review.period
    days = f"{period.first} to {period.last}"
    told = f"{period.name}, {days}" if period.is_named else days
    title = f"{REPORT_BEGINS} {told}, as of {review.as_of}"
    rows = [("Documents", str(len(review.incidents)))]
    rows += [(f"Severity {name}", str(many)) for name, many in review.process.severities.items()]
    return title, rows


def _deep(review: Review) -> Block:
    depth = review.depth
    rate = depth.wording_per_thousand
    rows = [
        ("Two or more systemic factors", shown_share(depth.systemic)),
        ("Why-chains by depth", _counts(depth.why_depths) or "none"),
        *((FACTOR_QUESTIONS[name], shown_share(share)) for name, share in depth.questions.items()),
        (
            "Wording findings per 1,000 words",
            "-" if rate is None else f"{rate:.1f}",
        ),
        ("Specific action items", shown_share(depth.specific)),
        ("Signals taken up", shown_share(depth.harvested)),
    ]
    return "Are we finding real contributing factors?", rows


def _counts(table: Mapping[int, int]) -> str:
    return ", ".join(f"{number} of depth {depth}" for depth, number in table.items() if depth)


def _done(review: Review) -> Block:
    actions = review.actions
    rows = [(f"Items {name}", str(number)) for name, number in actions.by_status.items()]
    rows += [(f"Overdue {age} days", str(len(items))) for age, items in actions.overdue.items()]
    rows += [
        ("Closed on time", shown_share(actions.on_time)),
        ("Due in the coming quarter", str(len(actions.coming))),
    ]
    if actions.unmatched:
        rows.append(("Tickets that match no item", str(len(actions.unmatched))))
    return "Are action items getting completed?", rows


def _group(review: Review) -> tuple[Block, Block]:
    """What is said of one group."""
    return _deep(review), _done(review)


def _open(review: Review) -> Block:
    """Open items by date with their owners, those without a date last."""
    items = [item for item in review.actions.items if item.status is Status.OPEN]
    items.sort(key=lambda item: (item.due or dt.date.max, item.quote))
    rows = [
        (f"{item.quote.path}:{item.quote.line}", f"{item.quote.text} ({_terms(item)})")
        for item in items
    ]
    return "Open items and their owners", rows or [("Open items", "none")]


def _terms(item: Item) -> str:
    due = f"due {item.due}" if item.due else "no date"
    return f"{due}, {item.owner or 'no owner'}"


def _again(review: Review) -> Block:
    rows = [(f"Repeat {number}", _told(one)) for number, one in enumerate(review.repeats, 1)]
    return "Are we seeing repeat incidents?", rows or [("Repeats", "none found")]


def _told(cluster: Cluster) -> str:
    marks = []
    if cluster.open_fixes:
        number = len(cluster.open_fixes)
        marks.append(f"{number} earlier fix{'es' if number > 1 else ''} still open")
    if len(cluster.teams) > 1:
        marks.append("across teams")
    tail = f" ({'; '.join(marks)})" if marks else ""
    return " -> ".join(cluster.titles) + tail


def _held(review: Review) -> Block:
    process = review.process
    usual = process.usual_reviews_a_month
    rows = [
        ("Reviewed within 48 hours", shown_share(process.within_48_hours)),
        ("Near misses", shown_share(process.near_misses)),
        ("Reviews a month", f"{process.reviews_a_month:.1f}"),
        ("Reviews a month before", "-" if usual is None else f"{usual:.1f}"),
        *((f"More of {name}", f"{earlier} -> {now}") for name, earlier, now in process.rising),
        ("Suppressed findings", str(process.suppressed)),
        ("Known by the baseline", str(process.known)),
    ]
    return "How reviews are held", rows


def _notes(review: Review) -> Iterator[str]:
    if review.undated:
        names = ", ".join(one.path for one in review.undated)
        yield f"{count(len(review.undated), 'document')} without a date, in no period: {names}"
    committed = [one.path for one in review.incidents if one.date_from == "git"]
    if committed:
        # Many that were imported at once would all lie in one period.
        told = f"{count(len(committed), 'document')} dated by the commit that added it"
        yield f"{told}, as nothing in it says the day: {', '.join(committed)}"
    for one in review.unread:
        yield f"Not read: {one.path}: {one.reason}"


def markdown(review: Review) -> str:
    """The review for a wiki or a pull request, with some of the quoted lines."""
    parts = [f"# {_plain(_head(review)[0])}", _table(_head(review)[1])]
    for (title, rows), quotes in (
        (_deep(review), _deep_quotes(review)),
        (_done(review), _late_items(review)),
        (_again(review), _links(review)),
        (_held(review), _least_kept(review)),
    ):
        parts += [f"## {title}", _table(rows), *quotes]
    parts += ["## Trends", _trends(review)]
    for name, group in review.groups.items():
        parts += [
            f"## {_plain(name or 'no group')}",
            _table([row for block in _group(group) for row in block[1]]),
        ]
    notes = [f"- {_plain(note)}" for note in _notes(review)]
    if notes:
        parts += ["## Not counted", "\n".join(notes)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _table(rows: Iterable[tuple[str, str]]) -> str:
    body = "\n".join(f"| {_plain(name)} | {_plain(value)} |" for name, value in rows)
    return f"| | |\n|---|---|\n{body}"


def _deep_quotes(review: Review) -> Iterator[str]:
    yield _list("Words that blame, judge or end on a person", review.depth.wording)
    yield _list("Action items that nobody can check", review.depth.specific.quotes)
    yield _list("Signals that nothing took up", review.depth.unharvested)


def _late_items(review: Review) -> Iterator[str]:
    for age, items in review.actions.overdue.items():
        yield _list(f"Overdue {age} days", (_due(review, item) for item in items))
    yield _list("Due in the coming quarter", (_due(review, item) for item in review.actions.coming))


def _due(review: Review, item: Item) -> Quote:
    owner = f", {item.owner}" if review.show_owners and item.owner else ""
    return Quote(item.quote.path, item.quote.line, f"{item.quote.text} (due {item.due}{owner})")


def _links(review: Review) -> Iterator[str]:
    for cluster in review.repeats:
        quotes = [quote for link in cluster.links for quote in (link.first, link.second)]
        conditions = ", ".join(dict.fromkeys(one.condition for one in cluster.links))
        title = f"{_told(cluster)}: {conditions}" if conditions else _told(cluster)
        yield _list(title, dict.fromkeys(quotes))
        yield _list("Fixes that were still open", (item.quote for item in cluster.open_fixes))


def _least_kept(review: Review) -> Iterator[str]:
    kept = [(share.value or 0.0, code, share) for code, share in review.process.compliance.items()]
    least = sorted(one for one in kept if one[2].whole and one[0] < 1)[:_RULES]
    if least:
        yield "Rules least kept:"
        yield _table((code, shown_share(share)) for _, code, share in least)


def _list(title: str, quotes: Iterable[Quote]) -> str:
    every = list(quotes)
    if not every:
        return ""
    rows = [f"- {_plain(one.text)} ({_plain(one.path)}:{one.line})" for one in every[:_QUOTES]]
    if len(every) > _QUOTES:
        rows.append(f"- and {len(every) - _QUOTES} more")
    return f"{_plain(title)}:\n\n" + "\n".join(rows)


def _trends(review: Review) -> str:
    names = " | ".join(_plain(period.name) for period in review.periods)
    rows = [f"| | {names} |", "|---" * (len(review.periods) + 1) + "|"]
    for trend in review.trends:
        cells = " | ".join(_value(value, trend.unit) for value in trend.values)
        rows.append(f"| {trend.name} | {cells} |")
    return "\n".join(rows)


def _value(value: float | None, unit: str) -> str:
    if value is None:
        return "-"
    if unit == "share":
        return f"{100 * value:.0f} %"
    return f"{value:.0f}" if unit == "documents" else f"{value:.1f}"


def _plain(text: str) -> str:
    """*text* that shows as it is, on one line: no markup, link or mention."""
    return escaped(safe(text))
