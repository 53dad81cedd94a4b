"""Whether a factor, as written, is one condition or tells of several."""

from __future__ import annotations

import re

from pmlint.document import Factor
from pmlint.regexes import regex

__all__ = ["is_known", "is_single"]

# One paragraph may tell of several conditions.
_FURTHER = regex(
    r"\b(?:also|additionally|in addition|furthermore|moreover|besides|second(?:ly)?|third(?:ly)?"
    r"|another|combined|combination|coupled with|together with|on top of|as well as|both"
    r"|at the same time|(?:two|three|four|five|several|multiple|many|few) (?:\w+ )?(?:causes"
    r"|factors|problems|issues|reasons|things|conditions|bugs|faults|changes)|compounded"
    r"|exacerbated|worse|made it harder|contribut\w+|other (?:factor|cause|problem|issue|reason)"
    r"|not only)\b|\band\b[^.;]{0,80}(?:n['’]t|\b(?:not|no|never|without|lack\w*|missing)\b)",
    re.IGNORECASE,
)
_UNKNOWN = regex(
    r"\b(?:unknown|unclear|not (?:yet )?(?:known|clear|identified|determined|understood)|(?:do|did)"
    r"(?: not|n['’]t) (?:yet |fully )?know|(?:under|being|still) investigat\w+)\b|\?\s*$|^\W*why\b",
    re.IGNORECASE,
)
_LONG = 60
"""Words of a paragraph from which on it is taken for more than one factor."""


def is_single(factor: Factor) -> bool:
    """Whether *factor* names one condition, as far as its words tell."""
    words = _words(factor)
    return len(words.split()) < _LONG and not _FURTHER.search(words)


def is_known(factor: Factor) -> bool:
    """Whether *factor* names something, not that the cause is still looked for."""
    return _UNKNOWN.search(_words(factor)) is None


def _words(factor: Factor) -> str:
    return " ".join((factor.text.raw, *(text.raw for text in factor.details)))
