"""A timeline entry guesses.

Why: a timeline is raw facts; a guess between facts is soon read as one of them.
Instead: write what was seen, or what somebody suspected at that time ("on-call suspects
the cache"), and take open questions to the contributing factors.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.document import Document, Text
from pmlint.regexes import regex
from pmlint.review.chronology import is_reported, is_speech, lead_in
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity

_GUESSES = regex(
    r"\b(?:probably|maybe|perhaps|possibly|presumably|supposedly|apparently|conceivably"
    r"|(?:most |very )?likely(?! to\b)|(?:might|may|could) (?:also )?have(?: been)?"
    r"|we (?:still )?(?:think|believe|guess|suspect|assume|suppose|reckon|imagine)"
    r"|(?:our|the) (?:best )?guess is|no idea)\b",
    re.IGNORECASE,
)
# "Probably 14:35" is a rough time, and a fact.
_ROUGH_TIME = regex(
    r"\s*(?:at |around |about )?~?\d{1,2}:\d\d|\s*(?:earlier|later)\b", re.IGNORECASE
)


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    for entry in document.timeline.entries:
        if not (entry.in_code or is_speech(entry)):
            yield from _hits(entry.text)


def _hits(text: Text) -> Iterator[Hit]:
    for match in _GUESSES.finditer(text.prose):
        if is_reported(lead_in(text.prose, match.start())) or _ROUGH_TIME.match(
            text.prose, match.end()
        ):
            continue
        yield Hit(
            text.span(match.start(), match.end()),
            f'"{match[0]}" is a guess among the facts of the timeline',
            "Write what was seen, or who suspected what at that time; "
            "take the open question to the contributing factors.",
        )
        return


RULE = Rule(
    code="PM610",
    name="speculation-in-timeline",
    category=Category.TIMELINE,
    severity=Severity.INFO,
    summary="A timeline entry guesses instead of recording.",
    check=check,
    bad=(
        "## Timeline\n\n- 14:33 Latency rises, [[probably]] from the cold cache\n- 14:50"
        " Resolved\n",
        "## Timeline\n\n- 14:33 [[Maybe]] the retry storm begins\n- 14:50 Resolved\n",
        "## Timeline\n\n| Time | Event |\n|---|---|\n| 09:02 | [[We think]] the certificate"
        " expired |\n"
        "| 09:10 | Logins fail |\n",
        "## Timeline\n\n1. 10:00 - A second deploy [[may have been]] under way\n"
        "2. 10:20 - Queue drained\n",
    ),
    good=(
        "## Timeline\n\n- 14:33 (approx.) Latency rises\n- 14:50 Resolved\n",
        "## Timeline\n\n- 14:38 On-call suspects the cold cache, possibly after the restart\n",
        "## Timeline\n\n- 14:41 Network team identifies the likely cause, a flapping link\n",
        '## Timeline\n\n- 14:41 Support writes: "this is probably the CDN"\n',
        "## Timeline\n\n- ~14:33 Latency rises by about 40%\n- 14:50 Resolved\n",
        "## Timeline\n\n- 4 May 14:33 Latency rises\n- 4 May 14:50 Resolved\n",
        "## Contributing factors\n\n- The cache was probably cold after the restart\n",
    ),
)
