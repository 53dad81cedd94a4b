"""An incident told plainly: who closed it, rolled back, found the cause, or was hit by it."""

from __future__ import annotations

import re

from pmlint.lexicon import word_set
from pmlint.people import Actor
from pmlint.regexes import regex
from pmlint.wording.blame_words import PRAISE_VERBS
from pmlint.wording.frames import Frame, Reading

__all__ = ["is_plain_response"]

_MOST_WORDS = 16  # with more, something else is told, too
# Seeing, saying and starting are praised in places, and are half of many a reproach.
_AMBIGUOUS = word_set(
    "see say describe realise realize suspect own save begin start open step rule lead author"
)
_RESPONDING = PRAISE_VERBS - _AMBIGUOUS | {"clean", "experience", "notify", "post", "restart"}
# "Closed the ticket" ends an incident; "closed the valve" may have begun it.
_ENDED = regex(r"\b(?:issue|incident|ticket|case|bridge|call)s?\b", re.IGNORECASE)
_TOLD = word_set("brief contact inform notify thank")
# "Continues to deploy" is a reproach, to continue to look is none.
_GOING_ON = "continue"
_LOOKING = word_set("analyse analyze confirm debug help investigate look monitor test verify work")
_CHOOSING = word_set("choose pick select use")
_HARMED = regex(r"\b(?:affected|impacted|hit|harmed|hurt)\b", re.IGNORECASE)
# What turns such a sentence into a verdict: a contrast, a denial, a delay, a comment.
_TURNS = (
    r"\b(?:only|late|without|instead|finally|eventually|but|whereas|although|though|despite|even|too"
    r"|nobody|none|unaware|obvious\w*|mist\w+|accident\w*|careless\w*|somehow|merely|just|because"
    r"|wh(?:o|ose|at|ich)|own|surely|apparently|supposed\w*)\b"
)
_MORE = r"[,:;“”\"–—]|\b(?:by|wrong\w*|hours?|days?|weeks?|again|same|miss\w+|fail\w*)\b"
_IN_ENTRY = regex(_TURNS, re.IGNORECASE)
_ELSEWHERE = regex(rf"{_TURNS}|{_MORE}", re.IGNORECASE)
_NOTE = regex(r"\s*\[[^\[\]]*\][\s.]*")


def is_plain_response(
    reading: Reading, words: str, *, in_timeline: bool = False, aside: bool = False
) -> bool:
    """Whether *words*, read as *reading*, only say that somebody worked on the incident.

    Or whom it hit ("The affected were mostly the support team"). So does a note in brackets
    ("[Ana to fill this in]"). No line of that kind among those that the model alone took for
    blame in the held-out corpus was blame.

    In an *aside*, behind the first sentence of a factor, so does taking what there was ("The agent
    chose the nearest entry").
    """
    if _NOTE.fullmatch(words):
        return True
    turns = _IN_ENTRY if in_timeline else _ELSEWHERE
    if len(words.split()) > _MOST_WORDS or turns.search(words) is not None:
        return False
    finite = [one for one in reading.frames if one.finite]
    acts = [one for one in finite if not _is_of_a_system(one) and not _is_of_the_harmed(one)]
    told = bool(acts) or any(map(_is_of_the_harmed, finite))
    return told and all(_responds(one) or (aside and _takes(one)) for one in acts)


def _is_of_the_harmed(frame: Frame) -> bool:
    """Whether it says who they are that were affected."""
    return frame.verb == "be" and bool(frame.subject and _HARMED.search(frame.subject.text))


def _is_of_a_system(frame: Frame) -> bool:
    return frame.subject is None or frame.subject.actor is Actor.SYSTEM


def _takes(frame: Frame) -> bool:
    """Whether somebody took what there was to be taken."""
    plain = not (frame.negated or frame.modal or frame.passive or frame.infinitive)
    return plain and frame.verb in _CHOOSING


def _responds(frame: Frame) -> bool:
    """Whether it is an act of the response, or being told of it."""
    if frame.verb == _GOING_ON and frame.infinitive in _LOOKING:
        return not (frame.negated or frame.modal or frame.passive)
    if frame.passive and frame.verb in _TOLD:
        return not (frame.negated or frame.modal)
    if frame.verb == "close" and _ENDED.search(frame.object):
        return not (frame.negated or frame.modal or frame.passive)
    known = frame.verb.replace(" ", "_") in _RESPONDING or frame.verb.split()[0] in _RESPONDING
    return known and not (frame.negated or frame.modal or frame.passive or frame.infinitive)
