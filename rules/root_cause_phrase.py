"""The prose speaks of "the root cause", as if there were one.

Why: the words steer the review. Who looks for the root cause stops at the first
plausible one.

Instead: "contributing factors", "conditions", "what made it possible".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.document import BlockKind, Document, Sentence, Topic
from pmlint.regexes import regex
from pmlint.rule import Category, Hit, Rule, Severity

_PHRASE = regex(
    r"(?:\b(?:the|a|one|this|our|its|their|single|main|primary|true|real|actual|likely|probable"
    r"|underlying|suspected|exact|ultimate)\s+){0,3}\broot[ -]cause\b(?:[ ]analysis)?(?!s)",
    re.IGNORECASE,
)
_DENIED = regex(
    r"\b(?:no|not|never|isn['’]t|wasn['’]t|rather than|instead of|more than|without|avoid|beyond"
    r"|neither|nor|hardly|rarely|seldom|than)\b[^.;:]{0,40}$",
    re.IGNORECASE,
)
_DEFINED = regex(
    r"^\W*(?:(?:an?|the)\s+)?root[ -]cause(?:[ ]analysis)?\W*(?:is (?:an?|any|defined|when|what)"
    r"|means|refers to|describes)\b|\bby\W{1,3}root[ -]cause\b|\bterm\W|\bso-called\b|\bphrase\b",
    re.IGNORECASE,
)
# There it says when something was found out, or names a document to be read or written.
_ELSEWHERE = frozenset({Topic.TIMELINE, Topic.APPENDIX, Topic.GROUND_RULES, Topic.TITLE})


def check(document: Document, options: object) -> Iterator[Hit]:  # noqa: ARG001
    told: set[int] = set()
    for sentence in document.sentences:
        if sentence.section in told or not _is_prose(sentence):
            continue
        match = _claim(sentence.text.prose)
        if match is not None:
            told.add(sentence.section)
            yield _hit(sentence, match)


def _hit(sentence: Sentence, match: re.Match[str]) -> Hit:
    words = " ".join(sentence.text.raw[match.start() : match.end()].split())
    return Hit(
        sentence.text.span(match.start(), match.end()),
        f'"{words}" implies that there was one cause',
        hint='Speak of "contributing factors" or of "what made it possible", and look for the '
        "conditions that had to come together.",
    )


def _is_prose(sentence: Sentence) -> bool:
    return sentence.topic not in _ELSEWHERE and sentence.block.kind is not BlockKind.HEADING


def _claim(prose: str) -> re.Match[str] | None:
    """The first place where *prose* claims one root cause."""
    if _DEFINED.search(prose):
        return None
    for match in _PHRASE.finditer(prose):
        if not _DENIED.search(prose, 0, match.start()) and not regex(
            r"(?:no|not)\b", re.IGNORECASE
        ).match(match[0]):
            return match
    return None


RULE = Rule(
    code="PM702",
    name="root-cause-phrase",
    category=Category.FACTORS,
    severity=Severity.INFO,
    summary='The prose speaks of "the root cause", as if there were one.',
    bad=(
        "## Summary\n\n[[The root cause]] was a full disk on the queue host.\n",
        "## Impact\n\nWe then did [[a root cause analysis]] with the vendor.\n",
        "## Contributing factors\n\n- A full disk was [[the main root cause]] of the outage.\n",
        "## Resolution\n\nOnce [[the root-cause]] had been found, the root cause was fixed.\n",
        "## Summary\n\nWe are still looking for [[the exact root cause]].\n",
    ),
    good=(
        "## Summary\n\nNo single root cause explains it: three conditions came together.\n",
        "## Summary\n\nThe root certificate had expired, and root could not log in.\n",
        "## Background\n\nA root cause is a condition without which the incident would not be.\n",
        "## Timeline\n\n- 10:20 Root cause identified: the disk of the queue host is full\n",
        "## Summary\n\nThe root causes were a full disk and a missing alert.\n",
        "## Ground rules\n\nWe look for contributing factors rather than a root cause.\n",
        "## Root cause\n\nThe disk of the queue host was full.\n",
        '## Summary\n\nThe vendor wrote: "the root cause was a disk".\n',
    ),
    check=check,
)
