"""A timeline entry explains why something happened.

Why: a timeline is raw facts. A cause written into it, before anybody has asked why,
settles the question and closes the discussion of contributing factors.
Instead: keep what was seen and done; move the explanation to the contributing factors.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.document import Document, Text
from pmlint.regexes import regex
from pmlint.review.chronology import is_reported, is_speech, lead_in
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity

_EXPLAINS = regex(
    r"\b(?:because(?: of)?"
    r"|(?:was |is |were |are |being )?due to"
    r"|owing to|on account of|as a (?:direct )?(?:result|consequence) of|thanks to"
    r"|(?:was |were |is |are |been )?caused by|(?:the )?(?:main |real |actual )?reason (?:was|is"
    r"|being)"
    r"|(?:this|that|which) (?:is|was) (?:why|the reason)|which (?:explains|meant that|caused)"
    r"|(?:the )?(?:(?:actual|real|underlying) )?root[- ]cause(?: of [a-z ]{1,40}?)?"
    r"(?: (?:was|is|turned out to be)\b| ?[:=–—]| - )"
    r"|(?:the )?(?:(?:actual|real|underlying) )?cause (?:was|is)\b"
    r"(?! (?:now |being )?(?:removed|fixed|gone|eliminated|repaired|corrected|addressed|resolved))"
    r"|(?:was|is|being) the (?:(?:actual|real|main) )?(?:root[- ])?cause\b"
    r"|contributing factors? (?:was|were|is|are)\b)",
    re.IGNORECASE,
)
# "Due to begin at six" is a plan.
_PLAN = regex(
    r"(?:was |is |were |are |being )?due to (?:be|begin|start|end|expire|run|finish|complete"
    r"|happen|go|arrive|return|take|close|open|renew|ship|launch|join|retire)\b",
    re.IGNORECASE,
)
# A reason somebody had at the time is an event; so is what made an alert fire.
_DEED = regex(
    r"\b(?:alert\w*|alarm\w*|page[sd]?|paging|pagerduty|roll(?:s|ed|ing)?[ -]?back|rollback"
    r"|revert\w*"
    r"|paus\w+|postpon\w+|delay\w*|cancel\w*|abort\w*|escalat\w+|declar\w+|clos(?:e|es|ed|ing)"
    r"|re-?opened|disabl\w+|wait(?:s|ed|ing)?|held|hold|skipp\w+|could(?: not|n't)|unable|cannot"
    r"|re-?triggered|terminated|scal(?:e|es|ed|ing) (?:up|down|out)|apologi\w+|reject\w*|declin\w+"
    r"|priorit\w+|avoid\w*|refus\w+|retr(?:y|ied|ies)|detect\w*|clean\w*|ruled? out|incident)\b",
    re.IGNORECASE,
)
# "..., it is found": what was explained had just come to light.
_THEN_FOUND = regex(
    r"[^.!?]{0,200}?\b(?:is|was|were|are|been) (?:also )?(?:identified|found|discovered|determined"
    r"|noticed|detected|confirmed|suspected)\b",
    re.IGNORECASE,
)
_SENTENCE = 120  # characters after "due to ..., we rolled back"
_NEAR = 60  # characters in which "unknown" still belongs to "cause"
# "The rollback fails because ..." is about the rollback, not a reason to roll back.
_WENT_BADLY = regex(
    r"\b(?:slow(?:ly)?|fail(?:s|ed|ing)?|stuck|broken|late|hangs?|hung|crash(?:es|ed))\W*$",
    re.IGNORECASE,
)
_UNKNOWN = regex(r"\b(?:unknown|unclear|not (?:yet )?(?:known|clear)|tbd|\?)", re.IGNORECASE)


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    for entry in document.timeline.entries:
        if not (entry.in_code or is_speech(entry)):
            yield from _hits(entry.text)


def _hits(text: Text) -> Iterator[Hit]:
    for match in _EXPLAINS.finditer(text.prose):
        if _is_event(lead_in(text.prose, match.start()), text.prose, match.start()):
            continue
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        words = match[0].strip().rstrip(":=–—- ")
        yield Hit(
            text.span(start, start + len(words)),
            f'the timeline explains ("{words.lower()}") where it could only record',
            "Keep what was seen and done at that time here, and move the explanation "
            "to the contributing factors.",
        )
        return


def _is_event(before: str, prose: str, start: int) -> bool:
    if _PLAN.match(prose, start) or _UNKNOWN.search(prose, start, start + _NEAR):
        return True
    if _THEN_FOUND.match(prose, start):
        return True
    if not before.strip() and _DEED.search(prose, start, start + _SENTENCE):
        return True
    if is_reported(before):
        return True
    return _DEED.search(before) is not None and not _WENT_BADLY.search(before)


RULE = Rule(
    code="PM604",
    name="analysis-in-timeline",
    category=Category.TIMELINE,
    severity=Severity.WARNING,
    summary="A timeline entry explains instead of recording.",
    check=check,
    bad=(
        "## Timeline\n\n- 14:33 Checkout fails [[because]] the pool is too small\n"
        "- 14:50 Resolved\n",
        "## Timeline\n\n- 14:33 Error rate spikes [[due to]] the missing index\n- 14:50 Resolved\n",
        "## Timeline\n\n| Time | Event |\n|---|---|\n| 09:02 | Logins fail |\n"
        "| 09:10 | [[The root cause was]] an expired certificate |\n",
        "## Timeline\n\n1. 10:00 - Queue grows [[as a result of]] slow consumers\n"
        "2. 10:20 - Queue drained\n",
        "## Timeline\n\n- 10:00 Latency doubles, [[caused by]] a noisy neighbour on db-2\n"
        "- 10:20 Tenant moved\n",
        "## Timeline\n\n- 10:00 Workers stop; [[the reason was]] a full disk\n- 10:20 Disk"
        " cleared\n",
    ),
    good=(
        "## Timeline\n\n- 14:33 Pool set to 40. The cause is removed\n- 14:50 Resolved\n",
        "## Timeline\n\n- 14:41 On-call identified that the certificates had expired\n",
        "## Timeline\n\n- 14:41 Root cause identified\n- 14:44 Root cause investigation closed\n",
        "## Timeline\n\n- 14:41 On-call finds that errors are due to an expired certificate\n",
        "## Timeline\n\n- 14:41 Backup job was due to start at 15:00 and is postponed\n",
        "## Timeline\n\n- 14:41 Team decides against failover because replication lags by 40 s\n",
        '## Timeline\n\n- 14:41 Vendor writes: "the outage is because of our maintenance"\n',
        "## Timeline\n\n- 14:35 `JobFailed: killed because OOM` appears in the log\n",
        "## Timeline\n\n- 14:35 Latency alert fires due to p99 above 500 ms\n",
        "## Contributing factors\n\n- Checkout failed because the pool was too small\n",
        "## Timeline\n\n- 14:38 Cause unknown; two engineers join the bridge\n",
    ),
)
