"""The stated duration does not fit the timeline.

Why: the duration is what readers remember, and what the quarter's figures are summed from.
Instead: compute it from the first and the last event, or say which window is meant
("checkout was down for 12 of these 18 minutes").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pmlint.document import Document, Entry, Text
from pmlint.regexes import regex
from pmlint.review.chronology import first_line_of, show_minutes, timed
from pmlint.review.milestones import Milestone, milestones_of
from pmlint.rule import Category, Hit, Rule, Severity, option

_ENOUGH = 2

# Words that tell which part of the incident a length of time is about: that part may be
# shorter than the timeline, but hardly longer.
_PART = regex(
    r"\b(?:impact\w*|effect\w*|downtime|degrad\w+|partial\w*|unavailab\w+|read[- ]only|of which"
    r"|out of|peak"
    r"|of th(?:e|ese|at)|until|time to|tt[a-z]|mtt[a-z]|detect\w*|respon[ds]\w*|mitigat\w+|window"
    r"|within|for the (?:first|last)|worst|full\w*|complete\w*|took|down)\b",
    re.IGNORECASE,
)
# A sum of several times, or of office hours only, compares with nothing.
_SUM = regex(
    r"\b(?:cumulative|in total|total of|altogether|combined|sum|each|per|across|several times|twice"
    r"|(?:support|business|working|office) hours|intermittent\w*)\b",
    re.IGNORECASE,
)
_BEFORE, _AFTER = 60, 40  # characters around the duration that can say so
_STARTS = frozenset({Milestone.START, Milestone.DETECTION})
_ENDS = frozenset({Milestone.MITIGATION, Milestone.END})


@dataclass(frozen=True)
class Options:
    """How far the two may differ; the larger of both counts."""

    tolerance_percent: float = option(15.0, "Allowed difference in percent of the timeline.")
    tolerance_minutes: float = option(5.0, "Allowed difference in minutes.")


def check(document: Document, options: Options) -> Iterator[Hit]:
    stated, text = document.facts.duration, document.facts.duration_text
    entries = [e for e in timed(document) if not (e.nested or e.impossible)]
    if stated is None or text is None or len(entries) < _ENOUGH:
        return
    whole = _length(entries[0], entries[-1])
    around = _around(document, text)
    if _SUM.search(around) or (stated < whole and _PART.search(around)):
        return
    if not _differs(document, entries, stated, options):
        return
    yield Hit(
        first_line_of(document, text),
        f'"{" ".join(text.raw.split())}" is stated, but the timeline runs for '
        f"{show_minutes(whole)} from its first event to its last",
        "Correct the one that is off; if the duration covers only part of the timeline, "
        "say which part it counts.",
        data={"stated_minutes": stated, "timeline_minutes": whole},
    )


def _length(first: Entry, last: Entry) -> float:
    return abs((last.minute or 0.0) - (first.minute or 0.0))


def _differs(document: Document, entries: list[Entry], stated: float, options: Options) -> bool:
    share = options.tolerance_percent / 100
    return all(
        abs(stated - length) > max(options.tolerance_minutes, share * length)
        for length in _windows(document, entries)
    )


def _windows(document: Document, entries: list[Entry]) -> Iterator[float]:
    """Every length that the author can have meant: from an onset to a recovery."""
    starts = [e for e in entries[:-1] if e is entries[0] or milestones_of(e) & _STARTS]
    ends = [e for e in entries[1:] if e is entries[-1] or milestones_of(e) & _ENDS]
    for first in starts:
        yield from (_length(first, last) for last in ends)
    facts = document.facts
    if facts.started and facts.resolved:
        yield (facts.resolved - facts.started).total_seconds() / 60


def _around(document: Document, text: Text) -> str:
    """The words beside the stated duration on its line, its label among them."""
    span = text.span()
    start, end = document.source.line_bounds(document.source.line_of(span.start))
    return document.source.text[max(start, span.start - _BEFORE) : min(end, span.end + _AFTER)]


RULE = Rule(
    code="PM608",
    name="duration-mismatch",
    category=Category.TIMELINE,
    severity=Severity.WARNING,
    summary="The stated duration does not fit the timeline.",
    check=check,
    bad=(
        "Duration: [[2 hours]]\n\n## Timeline\n\n- 14:32 Deploy starts\n- 14:35 Alert fires\n"
        "- 14:50 Resolved\n",
        "**Duration:** [[45 minutes]]\n\n## Timeline\n\n| Time | Event |\n|---|---|\n"
        "| 09:02 | Certificate expires |\n| 11:30 | Certificate renewed |\n",
        "## Summary\n\nThe outage lasted [[3 hours]] and affected all users.\n\n"
        "## Timeline\n\n- 14:32 Deploy starts\n- 14:35 Alert fires\n- 14:50 Resolved\n",
    ),
    good=(
        "Duration: 18 minutes\n\n## Timeline\n\n- 14:32 Deploy starts\n- 14:35 Alert fires\n"
        "- 14:50 Resolved\n",
        "Duration: 20 min\n\n## Timeline\n\n- 14:32 Deploy starts\n- 14:50 Resolved\n",
        "Duration: 2 hours\n\n## Timeline\n\n- 10:00 Import fails\n- 12:14 Import restored\n",
        "Duration: 12 minutes\n\n## Timeline\n\n- 14:32 Deploy starts\n- 14:44 Rolled back\n"
        "- 15:30 Incident closed\n",
        "Duration: 9 minutes of full downtime\n\n## Timeline\n\n- 14:32 Deploy starts\n"
        "- 16:50 Resolved\n",
        "Time to detect: 2 minutes\n\nDuration: 18 minutes\n\n## Timeline\n\n- 14:32 Deploy"
        " starts\n"
        "- 14:35 Alert fires\n- 14:50 Resolved\n",
        "Duration: 3 hours in total, over several days\n\n## Timeline\n\n- 14:32 Deploy starts\n"
        "- 14:35 Alert fires\n- 14:50 Resolved\n",
        "Duration: 2 hours\n\n## Summary\n\nImports failed.\n",
        "## Timeline\n\n- 14:32 Deploy starts\n- 14:50 Resolved\n",
    ),
    options=Options(),
)
