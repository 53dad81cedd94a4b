"""Work on an incident, told plainly: who closed it, rolled back, found the cause, wrote of it."""

from __future__ import annotations

import re

from pmlint.lexicon import lemma
from pmlint.regexes import regex

__all__ = ["is_plain_response"]

_MOST_WORDS = 16  # with more, something else is told, too
_ALSO = r"(?:(?:is|are|has|have|had|also|then|now|still|later|quickly|immediately)\s+)*"
_DID = (
    r"(?:continu(?:es|ed|ing)(?:\s+(?:to\s+)?\w+)?|continue\s+(?:to|investigation|investigating)"
    r"|investigat(?:es|ed|ing)|confirm(?:s|ed)|acknowledged|rolled\s+(?:\w+\s+)?back"
    r"|cleaned\s+(?:\w+\s+)?up|restored|restarted|paged|escalated|joined|mitigated|identified"
    r"|found|noticed|reported|announced|experienced|recovered|fixed|reverted|observed|detected"
    r"|declared|resolved|posted|notified|closed\s+(?:the|this|that)\s+(?:issue|incident|ticket|case)"
    r"|(?:raised|opened)\s+(?:an?|the)\s+(?:issue|incident|ticket|case|pr|bug))"
)
_RESPONSE = regex(rf"\W*(?:[\w@.'’/-]+\s+){{1,6}}?{_ALSO}{_DID}\b", re.IGNORECASE)
# What turns such a sentence into a verdict: a contrast, a denial, a delay.
_TURNS = (
    r"n['’]t\b|\b(?:not?|never|only|late|without|instead|finally|eventually|but|whereas|although"
    r"|though|despite|even|too|nobody|none|unaware|obvious\w*|forg\w+|miss(?:ed|es)|fail(?:ed|s)|mist\w+"
    r"|accident\w*|careless\w*|somehow|merely|just|what|which|who|because|whose|own|should|could"
    r"|would|apparently|supposed\w*)\b"
)
# Outside of a timeline also another act, or a comment after a comma.
_MORE = (
    r"[,:;“”\"–—]|\b(?:by|there|wrong\w*|hours?|days?|weeks?|again|same|miss\w+|fail\w*|and|while"
    r"|until|before|after|when)\b"
)
_IN_ENTRY = regex(_TURNS, re.IGNORECASE)
_ELSEWHERE = regex(rf"{_TURNS}|{_MORE}", re.IGNORECASE)
_NEXT_ACT = regex(r"(?:,|\band)\s+(?:and\s+)?(?:then\s+)?(?P<verb>[a-z]+)")
_DOES = regex(rf"{_DID}\b", re.IGNORECASE)
_NOTE = regex(r"\s*\[[^\[\]]*\][\s.]*")


def is_plain_response(words: str, *, in_timeline: bool = False) -> bool:
    """Whether *words* only say that somebody worked on the incident, or are a note in brackets.

    No such line among those that the model took for blame in the held-out corpus was blame.
    """
    if _NOTE.fullmatch(words):
        return True
    turns = _IN_ENTRY if in_timeline else _ELSEWHERE
    plain = len(words.split()) <= _MOST_WORDS and turns.search(words) is None
    return plain and _RESPONSE.match(words) is not None and not _goes_on(words)


def _goes_on(words: str) -> bool:
    """Whether another act follows that is no work on the incident: "... and went home"."""
    return any(
        "d" in lemma(match["verb"])[1] and not _DOES.match(words, match.start("verb"))
        for match in _NEXT_ACT.finditer(words)
    )
