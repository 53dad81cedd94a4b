"""A timeline entry judges what was done.

Why: each choice made sense with what could be seen then. A verdict in the timeline
hides what that was, and those who made the choice stop talking.
Instead: write what was seen and done; how it turned out is told by the next entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.document import Document, Text
from pmlint.people import Actor
from pmlint.regexes import regex
from pmlint.review.chronology import is_reported, is_speech, lead_in
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity
from pmlint.wording.frames import frames_of

_JUDGES = regex(
    r"\b(?:unfortunately|regrettably|sadly|embarrassingly|inexplicably|needlessly|unnecessarily"
    r"|carelessly|foolishly|hastily|recklessly|wrongly|mistakenly|erroneously"
    r"|poorly|badly|terribly|horribly|sloppily|inadequately|too (?:slow(?:ly)?|late)"
    r"|(?:far|much|way) too long|useless(?:ly)?|pointless(?:ly)?|unacceptabl[ey]|inexcusabl[ey]"
    r"|disappointing(?:ly)?|poor"
    r"|wrong)\b",
    re.IGNORECASE,
)
# What a system returned or held was wrong as a matter of fact.
_FACT_AFTER = regex(
    r"\s+(?:results?|answers?|values?|data|outputs?|responses?|status(?:es)?|codes?|numbers?"
    r"|formats?"
    r"|currency|currencies|prices?|balances?|timestamps?|times?|address(?:es)?|checksums?|records?"
    r"|amounts?|labels?|pages?|images?|messages?|type|types|headers?|length|size|totals?|order"
    r"|signature|hash|arn|region code|namespace|encoding|language|locale|metrics?)\b"
    r"|\s+(?:with|about)\b|\s+and\b",
    re.IGNORECASE,
)
_FACT_BEFORE = regex(
    r"(?:some|any|no|every)(?:thing| ?one)\s+(?:is|was|has gone|had gone|went|goes|being"
    r"|seemed?)?\s*$"
    r"|\b(?:what|things?|it|that|go|goes|going|gone|went)(?:'s| is| was| were| has| had| gone"
    r"| go)*\s*$"
    r"|\bnot\s+$|\bn't\s+$|\bproved?\s+$"
    # What was filed or sent went to a wrong address, as a matter of fact.
    r"|\b(?:is|are|was|were|gets?|got)\s+\w+\s+(?:against|to|for|under|with)\s+(?:the|an?)\s*$",
    re.IGNORECASE,
)
# A slow page is a symptom; a slow reaction a verdict.
_SYMPTOM = regex(
    r"\b(?:quer(?:y|ies)|requests?|pages?|site|website|apis?|disks?|network|database|db|responses"
    r"|service|replica|reads?|writes?|loads?|loading|connections?|cache|logins?|upstream|system"
    r"|servers?|app|application|latency|replication|uploads?|downloads?|performing|performs?"
    r"|performed|degraded|running|ran)\b",
    re.IGNORECASE,
)
_REPAIRED = regex(
    r"\b(?:fix|correct|clean|delet|remov|revert|repair|replac|restor|undo|undid)\w*\b",
    re.IGNORECASE,
)
_FOUND_OUT = frozenset({"wrong", "wrongly", "mistakenly", "erroneously"})
_MEASURE = regex(r"poorly|badly|poor|too (?:slow|late)", re.IGNORECASE)
_POOR_THING = regex(r"\s+(?:performance|latency|connection|connectivity|signal|quality)\b", re.I)
_TOO_LATE_FOR = regex(r"\s+(?:for|to)\b", re.IGNORECASE)


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    for entry in document.timeline.entries:
        if not (entry.in_code or is_speech(entry)):
            yield from _hits(document, entry.text)


def _hits(document: Document, text: Text) -> Iterator[Hit]:
    for match in _JUDGES.finditer(text.prose):
        word, (start, end) = match[0].lower(), match.span()
        fact = _is_fact(word, text.prose, start, end)
        if not (fact or (word == "wrong" and _befell(document, text, start))):
            yield Hit(
                text.span(match.start(), match.end()),
                f'"{match[0]}" judges an event of the timeline',
                "Write what was seen and what was done, without a verdict; "
                "the next entry shows how it turned out.",
            )
            return


def _is_fact(word: str, prose: str, start: int, end: int) -> bool:
    before = lead_in(prose, start)
    if word in _FOUND_OUT:
        if is_reported(before) or _REPAIRED.search(before):
            return True
        return word == "wrong" and bool(
            _FACT_AFTER.match(prose, end) or _FACT_BEFORE.search(before)
        )
    if not _MEASURE.match(word):
        return False
    return bool(
        _SYMPTOM.search(before)
        or _POOR_THING.match(prose, end)
        or ("late" in word and _TOO_LATE_FOR.match(prose, end))
    )


def _befell(document: Document, text: Text, at: int) -> bool:
    """Whether what is wrong befell a thing, so that no choice of anybody is judged.

    "60 parcels sorted to the wrong gate", "the importer reads the wrong file".
    """
    around = [frame for frame in frames_of(document, text) if frame.end <= at < frame.clause_end]
    frame = max(around, key=lambda one: one.end, default=None)
    if frame is None or frame.subject is None or frame.verb == "be":
        return False
    if frame.subject.actor not in _THINGS or (frame.agent and frame.agent.actor not in _THINGS):
        return False
    where = _WHERE.search(text.prose, frame.end, at) is not None
    return where or (frame.subject.actor is Actor.SYSTEM and not frame.passive)


_THINGS = (Actor.SYSTEM, Actor.UNKNOWN)
_WHERE = regex(
    r"\b(?:in|into|to|onto|at|on|with|for|under|from|against|off)(?:\s(?:the|an?))?\s$",
    re.IGNORECASE,
)

RULE = Rule(
    code="PM605",
    name="judgement-in-timeline",
    category=Category.TIMELINE,
    severity=Severity.WARNING,
    summary="A timeline entry judges instead of recording.",
    check=check,
    bad=(
        "## Timeline\n\n- 14:37 On-call follows the [[wrong]] runbook\n- 14:50 Resolved\n",
        "## Timeline\n\n- 14:37 The rollback was handled [[poorly]]\n- 14:50 Resolved\n",
        "## Timeline\n\n- 14:37 The vendor's first answer is [[useless]]\n- 14:50 Resolved\n",
        "## Timeline\n\n| Time | Event |\n|---|---|\n| 09:02 | Escalation was [[too slow]] |\n"
        "| 09:10 | Vendor called |\n",
        "## Timeline\n\n1. 10:00 - [[Unfortunately]] nobody was watching the channel\n"
        "2. 10:20 - Queue drained\n",
        "## Timeline\n\n- 10:00 Bridge opened [[too late]]\n- 10:05 The team [[mistakenly]]"
        " restarts"
        " the primary\n",
        "## Timeline\n\n- 11:00 Failing over was the [[wrong]] decision\n- 11:30 Failed back\n",
        "## Timeline\n\n- 11:00 Ops restart on the [[wrong]] node\n- 11:30 Failed back\n",
        "## Timeline\n\n- 11:00 Deployed to the [[wrong]] cluster\n- 11:30 Rolled back\n",
    ),
    good=(
        "## Timeline\n\n- 01:47 First result is filed against the wrong patient\n",
        "## Timeline\n\n- 04:10 60 parcels sorted in wrong gate\n- 04:20 Belt stops\n",
        "## Timeline\n\n- 04:10 Two vials labelled with the wrong name\n- 04:20 Stopped\n",
        "## Timeline\n\n- 04:10 The importer reads the wrong file\n- 04:20 Stopped\n",
        "## Timeline\n\n- 14:35 Alert `checkout too slow` fires\n- 14:50 Resolved\n",
        '## Timeline\n\n- 14:36 A customer writes in chat: "checkout is way too slow"\n',
        "## Timeline\n\n- 14:36 Search returns wrong results for 3% of queries\n",
        "## Timeline\n\n- 14:36 On-call notices that something is wrong with replication\n",
        "## Timeline\n\n- 14:41 Platform team finds that the wrong certificate is installed\n",
        "## Timeline\n\n- 14:41 Support sees pages that load too slowly\n",
        "## Timeline\n\n- 14:44 On-call switches to the second runbook\n- 14:50 Resolved\n",
        "## Lessons learned\n\n- The wrong runbook came first in the search results\n",
    ),
)
