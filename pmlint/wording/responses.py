"""Work on an incident, told plainly: who closed it, rolled back, found the cause, wrote of it."""

from __future__ import annotations

import re

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
# What turns such a sentence into a verdict: a contrast, a delay, a denial, a comment after a comma.
_MORE = regex(
    r"[,:;“”\"–—]|n['’]t\b|\b(?:by|there|not?|never|only|late|wrong\w*|without|instead|hours?|days?"
    r"|weeks?|finally|eventually|but|although|though|despite|even|too|again|same|nobody|none|unaware"
    r"|forg\w+|miss\w+|fail\w*|mist\w+|accident\w*|careless\w*|somehow|merely|just|what|which|who"
    r"|because|and|while|until|before|after|when|whose|own|should|could|would|apparently|supposed\w*)\b",
    re.IGNORECASE,
)
_NOTE = regex(r"\s*\[[^\[\]]*\][\s.]*")


def is_plain_response(words: str) -> bool:
    """Whether *words* only say that somebody worked on the incident, or are a note in brackets.

    No such line among those that the model took for blame in the held-out corpus was blame.
    """
    if _NOTE.fullmatch(words):
        return True
    plain = len(words.split()) <= _MOST_WORDS and _MORE.search(words) is None
    return plain and _RESPONSE.match(words) is not None
