"""The timeline does not say which time zone its times are in.

Why: logs, chat and deploy records disagree by hours; six months on nobody can tell.
Instead: say it once above the timeline: "All times UTC".
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import Document
from pmlint.review.chronology import timed, timeline_span
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    clocks = [entry for entry in timed(document) if not (entry.relative or entry.nested)]
    if clocks and not document.timeline.zone and not any(e.has_zone for e in clocks):
        yield Hit(
            timeline_span(document),
            "the times of the timeline have no time zone",
            'Say it once above the entries, e.g. "All times UTC".',
        )


RULE = Rule(
    code="PM609",
    name="missing-timezone",
    category=Category.TIMELINE,
    severity=Severity.INFO,
    summary="The timeline states no time zone.",
    check=check,
    bad=(
        "## [[Timeline]]\n\n- 14:32 Deploy starts\n- 14:35 Alert fires\n- 14:50 Resolved\n",
        "**[[Timeline]]**\n\n2:32 PM - Deploy starts\n\n2:50 PM - Resolved\n",
        "## [[Timeline of events]]\n\n| Time | Event |\n|---|---|\n| 09:02 | Certificate expires"
        " |\n"
        "| 09:30 | Certificate renewed |\n",
    ),
    good=(
        "## Timeline (all times UTC)\n\n- 14:32 Deploy starts\n- 14:50 Resolved\n",
        "## Timeline\n\nAll times are in CET.\n\n- 14:32 Deploy starts\n- 14:50 Resolved\n",
        "## Timeline\n\n- 14:32 UTC Deploy starts\n- 14:50 Resolved\n",
        "## Timeline\n\n- 2026-04-15T14:32Z Deploy starts\n- 2026-04-15T14:50Z Resolved\n",
        "## Timeline\n\n| Time (PST) | Event |\n|---|---|\n| 09:02 | Certificate expires |\n",
        "## Timeline\n\n- T+0 Deploy starts\n- T+18m Resolved\n",
        "## Timeline\n\n- 2026-04-15: Change announced\n- 2026-04-20: Change goes live\n",
    ),
)
