"""Acts that mend: what is wrong is corrected, what is broken taken away, what was missing added.

"The failed node was removed by Mehmet" has the form of "the table was removed by Mehmet": what is
acted on tells them apart.
"""

from __future__ import annotations

import re

from pmlint.lexicon import word_set
from pmlint.regexes import regex
from pmlint.wording.blame_words import MANNER, WITHOUT, WORTHLESS
from pmlint.wording.frames import Frame

__all__ = ["is_repair", "patient"]

_MENDS = word_set(
    "catch correct detect discover find fix notice rectify repair resolve revert spot undo"
)
_TAKES_AWAY = word_set(
    "cancel clear close delete disable discard disconnect drain drop evict exchange isolate kill "
    "pull quarantine remove replace restart restore rebuild revoke stop swap terminate "
    "unplug withdraw wipe"
)
_SUPPLIES = word_set("add create enter fill insert replace restore supply")
_WRONG = regex(
    r"\b(?:wrong|incorrect|erroneous|mistakes?|errors?|typos?|bugs?|defects?|faults?|leaks?|mix-?ups?)\b",
    re.IGNORECASE,
)
_MISSING = regex(r"\b(?:missing|lost|lacking|absent)\b", re.IGNORECASE)


def is_repair(frame: Frame) -> bool:
    """Whether *frame* tells of mending, by its verb and by what is acted on."""
    if frame.negated or frame.modal or frame.infinitive:
        return False
    acted_on = patient(frame)
    rest = f"{frame.text} {frame.object}"
    if MANNER.search(rest) or WITHOUT.search(rest):
        return False
    verb = frame.verb.split()[0]
    if verb in _MENDS and (_WRONG.search(acted_on) or WORTHLESS.search(acted_on)):
        return True
    if verb in _SUPPLIES and _MISSING.search(acted_on):
        return True
    return verb in _TAKES_AWAY and bool(WORTHLESS.search(acted_on)) and not _WRONG.search(acted_on)


def patient(frame: Frame) -> str:
    """What *frame* is done to, without what is told of it behind ("the pool **of the shop**")."""
    if frame.passive:
        return frame.subject.text if frame.subject is not None else ""
    return _BEHIND.split(frame.object, 1)[0]


_BEHIND = regex(
    r"[,;(]|\s(?:of|on|in|from|with|by|at|to|for|into|after|before|when|which|that)\s",
    re.IGNORECASE,
)
