"""An amount is hinted at, not given: "some users", "a while", "significant".

Why: "some users" is three or three million; severity and priority hang on it.
Instead: give the figure, or a bound: "fewer than 50 users", "about 20 minutes".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pmlint.document import BlockKind, Document, HeadingStyle, Sentence, Topic
from pmlint.regexes import regex
from pmlint.review.quantities import has_number, vague_amounts
from pmlint.rule import Category, Hit, Rule, Severity, option

_PLACES = (Topic.SUMMARY, Topic.IMPACT, Topic.SEVERITY)
_NEGATED = regex(
    r"\b(?:stable|fine|normal|healthy)\s+$|(?:\bno|\bnot|\bnor|n't|\bwithout"
    r"|\bany)(?: [a-z]+)?\s+$",
    re.IGNORECASE,
)
# What a figure would measure: somebody or something kept from working.
_HARM = regex(
    r"\b(?:fail\w*|affect\w*|impact\w*|unavailab\w+|down\w*|los[st]\w*|unable|could(?: not|n't)"
    r"|errors?|degrad\w+|time(?:d)?[- ]?outs?|saw|seen|see|experienc\w+|notic\w+|receiv\w+"
    r"|unreachable"
    r"|slow\w*|delay\w*|drop\w*|reject\w*|declin\w+|charged|missing|miss(?:ed)?|stuck|hung|crash\w*"
    r"|inaccessible|offline|outage|interrupt\w*|disrupt\w*|latency|broke\w*|wrong\w*|duplicat\w+"
    r"|cannot|can't|queued|queuing|stale|leak\w*|expos\w+|corrupt\w*|delet\w+|block\w*|stop\w*"
    r"|report\w*|had|got|abandon\w*|refund\w*|complain\w*|compromised|increase[ds]?|unstable)\b",
    re.IGNORECASE,
)
_TIME = regex(r"while|time|period|duration|window|spell|moment|hours|days|long", re.IGNORECASE)


@dataclass(frozen=True)
class Options:
    """Words that are allowed all the same."""

    allow: tuple[str, ...] = option((), "Vague words that are accepted, in lower case.")


def check(document: Document, options: Options) -> Iterator[Hit]:
    for sentence in document.sentences_of(*_PLACES):
        if sentence.block.kind is not BlockKind.HEADING and _is_unmeasured(document, sentence):
            yield from _hits(sentence, options)


def _is_unmeasured(document: Document, sentence: Sentence) -> bool:
    prose = sentence.text.prose
    if document.sections[sentence.section].style is HeadingStyle.FRONT_MATTER:
        return False
    return _HARM.search(prose) is not None and not has_number(prose)


def _hits(sentence: Sentence, options: Options) -> Iterator[Hit]:
    prose = sentence.text.prose
    for start, end in vague_amounts(prose):
        words = prose[start:end]
        if _NEGATED.search(prose, max(0, start - 40), start) or words.casefold() in options.allow:
            continue
        yield Hit(
            sentence.text.span(start, end),
            f'"{words}" does not say how {"long" if _TIME.search(words) else "much or how many"}',
            "Give the figure, or a bound where it is not known: "
            '"under 50 users", "about 20 minutes".',
        )
        return


RULE = Rule(
    code="PM803",
    name="vague-quantity",
    category=Category.PROCESS,
    severity=Severity.INFO,
    summary="An amount is hinted at, not given.",
    check=check,
    bad=(
        "## Summary\n\n[[Some users]] could not log in.\n",
        "## Impact\n\nThere was a [[significant increase]] in latency.\n",
        "## Summary\n\nSearch was down [[for a while]] on Tuesday.\n",
        "## Severity\n\n- [[A large number of]] orders were delayed\n",
        "## Impact\n\n| Area | Effect |\n|---|---|\n| Checkout | [[Many customers]] saw errors |\n",
        "## Summary\n\nThe API was unreachable [[for some time]].\n",
        "## Summary\n\nOn 15 April 2026 [[several requests]] to payments v2.4.1 failed.\n",
    ),
    good=(
        "## Summary\n\nSome users, about 340, could not log in.\n",
        "## Summary\n\nSearch was down for 18 minutes and many customers saw errors.\n",
        "## Impact\n\nThere was no significant impact on customers.\n",
        "## Contributing factors\n\n- Some services share one connection pool\n",
        "## Impact\n\nTwelve orders were delayed; some customers called support.\n",
        "## Summary\n\nA few-shot prompt in the classifier made every login fail.\n",
        '## Impact\n\nOne customer wrote "some users see errors".\n',
    ),
    options=Options(),
)
