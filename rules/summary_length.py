"""The summary is not two to three sentences long.

Why: the summary is all that most readers see: what happened, how long it lasted and
what it did. One sentence leaves something out; a page of them is not read.
Instead: keep two to three sentences and move the rest to the timeline and the factors.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from pmlint.document import Document, Section
from pmlint.review.summaries import summaries, summary_sentences, summary_span
from pmlint.rule import Category, Hit, Rule, Severity, option


@dataclass(frozen=True)
class Options:
    """How many sentences a summary may have."""

    min_sentences: int = option(2, "Fewest sentences of a summary.")
    max_sentences: int = option(3, "Most sentences of a summary.")


def check(document: Document, options: Options) -> Iterator[Hit]:
    low, high = options.min_sentences, options.max_sentences
    for summary in islice(summaries(document), 1):
        count = len(summary_sentences(document, summary))
        many = f"{count} sentence{'' if count == 1 else 's'}"
        if count and not low <= count <= high:
            yield Hit(
                summary_span(document, summary),
                f"{_name(summary)} has {many}, not {low} to {high}",
                _hint(count, high),
                data={"count": count, "limit": [low, high]},
            )


def _name(summary: Section) -> str:
    title = summary.title.strip()
    return (
        "the summary" if "summary" in title.casefold() or not title else f'the summary ("{title}")'
    )


def _hint(count: int, high: int) -> str:
    if count > high:
        return (
            "Keep what happened, how long it lasted and the impact; "
            "move the rest to the timeline and the contributing factors."
        )
    return "Say what happened, how long it lasted and what the impact was, one sentence each."


RULE = Rule(
    code="PM801",
    name="summary-length",
    category=Category.LIMITS,
    severity=Severity.WARNING,
    summary="The summary is not two to three sentences long.",
    check=check,
    bad=(
        "## [[Summary]]\n\nLogins failed for 18 minutes.\n",
        "## [[Summary]]\n\nA release broke logins. It went out at 14:32. Alerts fired. The release"
        " was rolled back. Logins worked again at 14:50.\n",
        "**[[Summary]]**\n\nSearch was slow on Tuesday. Nodes were added. The index was rebuilt."
        " Nothing was lost.\n",
        "## [[TL;DR]]\n\n- Search was slow on Tuesday for two hours.\n- Nodes were added by"
        " 12:40.\n"
        "- The index was rebuilt overnight.\n- Nothing was lost in the process.\n",
    ),
    good=(
        "## Summary\n\nLogins failed for 18 minutes. About 2,000 customers saw an error page.\n",
        "## Summary\n\nRelease v2.4.1 of search-api, e.g. its new index, broke logins at 14:32 UTC."
        " They worked again at 14:50 p.m. sharp. No data was lost.\n",
        "## Summary\n\nLogins failed for 18 minutes. 34% of requests got an HTTP 500. See"
        " [the report](https://example.com/a.b?c=d.e) for figures.\n",
        "## Summary\n\nLogins failed for 18 minutes. About 2,000 customers saw an error page.\n\n"
        "Customer-facing: yes. Revenue: none. Data loss: none.\n",
        "**Summary:** Logins failed for 18 minutes after a new\nrelease. About 2,000 customers saw"
        " an error page.\n",
        "## Summary\n\n- **Duration:** 18 minutes\n- **Impact:** 2,000 customers\n"
        "- **Severity:** SEV2\n- **Status:** Closed\n",
        "## Summary\n\nLogins failed for 18 minutes. About 2,000 customers saw an error.\n\n"
        "| Field | Value |\n|---|---|\n| Severity | SEV2. High. |\n",
        "## Summary\n\n## Timeline\n\n- 14:32 Deploy starts\n",
    ),
    options=Options(),
)
