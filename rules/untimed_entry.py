"""A timeline entry says what happened, but not when.

Why: the gaps between events are where the findings are. An event without a time
cannot be placed between the alert and the rollback, and nobody remembers it later.
Instead: give each event a time; a rough one ("~14:35") is close enough.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from itertools import groupby

from pmlint.document import Document, Entry
from pmlint.regexes import regex
from pmlint.review.chronology import place_of
from pmlint.review.placeholders import is_unfilled
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity

# A day with dashes for its time is waiting for one; a day alone is not.
_LEFT_OPEN = regex(r"(?<![\w-])(?:-{1,2}|\?{1,2}|[xX]{2}):(?:-{1,2}|\?{1,2}|[xX]{2})(?![\w-])")

_FEW = 2  # a longer list without times tells more of what stands above it
_ITEM = regex(r"\s*(?:[-*+•|]|\d{1,3}[.)])\s")


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    entries = document.timeline.entries
    among = _among_clocked(entries)
    for at, entry in enumerate(entries):
        if _lacks_time(document, entry, among=at in among):
            yield Hit(
                place_of(document, entry),
                "this timeline entry has no time",
                "Add the time from the alert, the chat or the deploy log; "
                'close is fine, e.g. "~14:35".',
            )


def _among_clocked(entries: Sequence[Entry]) -> Set[int]:
    """Where in *entries* few without a time of day stand among many that have one."""
    flat = [(at, one) for at, one in enumerate(entries) if not one.nested]
    found: set[int] = set()
    for (_, is_clocked), run in groupby(
        flat, key=lambda pair: (pair[1].section, pair[1].minute is not None)
    ):
        places = [at for at, _ in run]
        if not is_clocked and len(places) <= _FEW:
            found.update(places)
    timed = Counter(one.section for _, one in flat if one.minute is not None)
    total = Counter(one.section for _, one in flat)
    return {at for at in found if 2 * timed[entries[at].section] >= total[entries[at].section]}


def _lacks_time(document: Document, entry: Entry, *, among: bool) -> bool:
    """Whether the entry says no time; *among*: it stands among entries that say one."""
    if entry.minute is not None or entry.time_text.strip("- :?[]") or entry.relative:
        return False
    if entry.vague or entry.impossible or entry.nested or entry.in_code:
        return False
    if is_unfilled(entry.text):
        return False
    line = document.source.line(document.source.line_of(entry.line.start))
    # The day of the entry above is the time of this one where all have days alone; a
    # paragraph may go on with it.
    inherits = entry.dated and not (among and _ITEM.match(line))
    return not (entry.has_day or inherits) or _LEFT_OPEN.search(line) is not None


RULE = Rule(
    code="PM601",
    name="untimed-entry",
    category=Category.TIMELINE,
    severity=Severity.WARNING,
    summary="A timeline entry has no time.",
    check=check,
    bad=(
        "## Timeline\n\n- 14:32 Deploy of search-api v3.1 starts\n"
        "- [[Error rate climbs to 12%]]\n- 14:41 Rollback starts\n",
        "## Timeline (UTC)\n\n| Time | Event |\n|---|---|\n| 09:02 | Certificate expires |\n"
        "| | [[Support opens a ticket]] |\n| 09:30 | Certificate renewed |\n",
        "## Timeline\n\n### 2025-11-04\n\n- **13:40** Upgrade begins\n- [[Rollback attempted]]\n"
        "- **14:10** Upgrade stopped\n",
        "## Timeline\n\n1. 10:00 - Queue depth alert fires\n2. [[Consumers restarted]]\n"
        "3. 10:20 - Queue drained\n",
        "## Timeline\n\n| When | What |\n|---|---|\n| 08:00 | Nightly import begins |\n"
        "| --:-- | [[Disk fills up on db-2]] |\n| 08:40 | Old snapshots deleted |\n",
        "## Timeline\n\n| When | What |\n|---|---|\n| 2026-03-02 08:00 | Import begins |\n"
        "| 2026-03-02 --:-- | [[Disk fills up on db-2]] |\n| 2026-03-02 08:40 | Disk cleared |\n",
    ),
    good=(
        "## Timeline\n\n- [time] [describe what started it]\n",
        "## Timeline\n\n- 14:32 Deploy starts\n- 14:35 Alert fires\n- 14:50 Resolved\n",
        "## Timeline\n\n- 14:32 Deploy starts\n  - Version 3.1 of search-api\n"
        "  - Started from the release pipeline\n- ~14:35 Alert fires\n",
        "## Timeline\n\n- T+0 Deploy starts\n- T+5m Alert fires\n- T+18m Rolled back\n",
        "## Timeline\n\n- 2026-03-02: Vendor announces the change\n- 2026-03-09: Change goes live\n"
        "- 2026-03-10: Imports fail\n",
        "## Timeline\n\n### 2026-03-02\n\n- Vendor announces the change\n- Change goes live\n",
        "## Timeline\n\n- 27 Aug: interconnect live\n- 1 Sep: one line dropped\n",
        "## Timeline\n\n- T-3d: node rebuilt\n- T-0: exam opens\n- T+5m: first report\n",
        "## Timeline\n\n- 14:32 Deploy starts\n- Later that evening the cache was rebuilt\n",
        "## Timeline\n\n- 14:32 Deploy starts\n- 25:61 Alert fires\n- 14:50 Resolved\n",
        "## Timeline\n\n| Time | Event |\n|---|---|\n| about 14:35 | Alert fires |\n"
        "| 2:50 PM | Rolled back |\n",
        "## Timeline\n\nAll times are UTC.\n\n- 14:32 Deploy starts\n- 14:35 Alert fires\n",
        "## Action items\n\n- Add an alert on queue depth\n",
    ),
)
