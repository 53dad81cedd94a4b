"""What was so, told without anybody's act: a state of the system, not an error.

"The standby had never been tried under load" and "the clean-up job was off" are conditions, as
"there was no test" is one. "The totals were not checked that night" tells of what somebody left
undone, and so does "the test that the procedure demands had never been run".
"""

from __future__ import annotations

import re

from pmlint.lexicon import word_set
from pmlint.people import Actor
from pmlint.regexes import regex
from pmlint.wording import blame_words as words
from pmlint.wording.frames import Frame, Reading

__all__ = ["is_gap"]

_THINGS = frozenset({Actor.SYSTEM, Actor.UNKNOWN})
_PEOPLE = frozenset({Actor.PERSON, Actor.ROLE, Actor.TEAM, Actor.INDEFINITE})
_SWITCHED = frozenset({"off", "on", "down", "out", "up"})
_TRIES = word_set("compare drill exercise rehearse simulate test try")
_IS_SO = word_set("alert automate cover encrypt enforce index limit monitor protect replicate")
_KNOWS = word_set("expect foresee know realise realize see understand")
_MEETS = word_set("hear meet see show try use")
_DEMANDED = regex(
    r"\b(?:required|mandatory|planned|scheduled|prescribed|agreed|necessary|due|supposed|requires?|demands?|must"
    r"|daily|weekly|monthly|quarterly|yearly|annual|rules?|polic(?:y|ies)|procedures?)\b",
    re.IGNORECASE,
)
# "Lack of a rehearsal": nothing is told but what was not there.
_ABSENT = regex(
    r"\W*(?:the\s)?(?:lack(?:\sof)?|absence\sof|insufficient|inadequate|incomplete|missing|outdated|no)\s",
    re.IGNORECASE,
)
_OF_PEOPLE = regex(
    r"\b(?:(?:re-?)?train\w*|experience\w*|attent\w+|aware\w*|communicat\w+|knowledge|care\w*|diligence|discipline"
    r"|understanding|vigilance|commitment|adherence|compliance|effort|focus|concentration|rigou?r|motivation|skills?|familiarity|judge?ment|ownership|coordination|preparation|practice)\b",
    re.IGNORECASE,
)
_ERROR = regex(rf"\b(?:wrong\w*|{words.ERROR_NOUNS})\b", re.IGNORECASE)


def is_gap(reading: Reading, prose: str) -> bool:
    """Whether *prose*, read as *reading*, tells only of a state that nobody is said to have made.

    A rule that demanded what was not done and a noun for an error make it more than that. Of the
    corpus' 2 800 lines that are human error in causes, summaries or what went poorly, none is so.
    """
    finite = [one for one in reading.frames if one.finite]
    if _ABSENT.match(prose) and not any(one.subject for one in reading.frames):
        of_people = any(one.actor in _PEOPLE for one in reading.phrases)
        return not of_people and _OF_PEOPLE.search(prose) is None
    if not finite or _DEMANDED.search(prose) or _ERROR.search(prose):
        return False
    return all(_is_state(one) for one in finite)


def _is_state(frame: Frame) -> bool:
    subject = frame.subject
    if subject is None or frame.agent is not None or frame.modal:
        return False
    if subject.actor is Actor.WE:
        return frame.negated and not frame.passive and frame.verb in _KNOWS
    if subject.actor is Actor.TEAM:
        return frame.negated and frame.perfect and frame.verb in _MEETS
    if subject.actor not in _THINGS or subject.owner is not None:
        return False
    if frame.verb == "be":
        return frame.object in (*_SWITCHED, "that", "")  # "the honest answer is that we did not"
    return frame.negated and (frame.progressive or (frame.passive and _is_lasting(frame)))


def _is_lasting(frame: Frame) -> bool:
    """Whether what was not done was so all along, and not left undone once."""
    never = "never" in frame.text.lower().split()
    return frame.verb in _IS_SO or (never and (frame.perfect or frame.verb in _TRIES))
