"""An incident told plainly: who closed it, rolled back, found the cause, or was hit by it."""

from __future__ import annotations

import re

from pmlint.lexicon import word_set
from pmlint.people import Actor
from pmlint.regexes import regex
from pmlint.wording.blame_words import EXCUSED, MANNER, OUTAGE, PRAISE_VERBS, SLIPS, WITHOUT
from pmlint.wording.frames import Frame, Reading
from pmlint.wording.repairs import is_repair, patient

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
_CALLED = word_set("page notify call inform contact alert invite involve")
_AHEAD = frozenset({"will", "shall", "should", "can", "must"})
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
    if _NOTE.fullmatch(words) or _SHOULD_NOT_TAKE.search(words):
        return True
    if len(words.split()) > _MOST_WORDS or _turns(reading, words, in_timeline=in_timeline):
        return False
    finite = [one for one in reading.frames if one.finite]
    acts = [one for one in finite if not _is_of_a_system(one) and not _is_of_the_harmed(one)]
    told = bool(acts) or any(
        _is_of_the_harmed(one) or _is_neutral(one, words) for one in reading.frames
    )
    return told and all(
        _responds(one) or _is_neutral(one, words) or (aside and _takes(one)) for one in acts
    )


# "It should not take Karim to restore a backup": the system is to be changed.
_SHOULD_NOT_TAKE = regex(
    r"\b(?:it|this|that|nothing|nobody)\s+(?:should|must)(?:n't|\s+not|\s+never)?\s+(?:have\s+to\s+)?"
    r"(?:take|need|require|depend\s+on|rely\s+on)\b(?!\s+care)",
    re.IGNORECASE,
)


def _is_neutral(frame: Frame, words: str) -> bool:
    """Whether what is done in *words*, to what, or what for, clears whoever does it."""
    cleared = is_repair(frame) or _is_authorship(frame) or _is_barred(frame)
    given = _is_untold(frame) or _is_forced(frame) or _is_general(frame)
    return cleared or given or _is_on_purpose(frame, words)


def _is_forced(frame: Frame) -> bool:
    """ "Lev had to drive back to the depot": what was done for want of a choice."""
    forced = _HAD_TO.match(f"{frame.text} {frame.object}") is not None
    return forced and not (frame.negated or frame.modal or frame.passive or frame.perfect)


_HAD_TO = regex(r"ha[ds]\s+to\s+(?!be\b)", re.IGNORECASE)


def _is_general(frame: Frame) -> bool:
    """ "The person who deploys also approves": how it is each time, whoever it is."""
    who = frame.subject
    if who is None or frame.past or frame.perfect or frame.negated or frame.modal:
        return False
    return frame.finite and _WHOEVER.match(who.text) is not None


_WHOEVER = regex(r"(?:the\s+(?:same\s+)?person|whoever|each|every|any)\b", re.IGNORECASE)


def _is_untold(frame: Frame) -> bool:
    """ "Nobody had told Mr. Delgado": who was not told has done nothing."""
    who = frame.subject
    return who is not None and who.text.lower() in _NOBODY and frame.verb in _TELLING


_NOBODY = frozenset({"nobody", "no one", "no-one", "noone"})
_TELLING = word_set("brief inform notify show teach tell train warn")


def _is_authorship(frame: Frame) -> bool:
    """ "A build **made by Ines**", "the limit **that Ines had set in 2019**": whose it is."""
    if frame.verb not in _AUTHORS or frame.negated or frame.modal:
        return False
    made_by = frame.passive and not frame.finite and frame.agent is not None
    return made_by or (frame.relative and frame.perfect and frame.connector in ("that", "which"))


_AUTHORS = word_set(
    "author build commission design develop make order own prepare request set write"
)


def _is_on_purpose(frame: Frame, words: str) -> bool:
    """ "Took it down **to stop the writes**", "muted it, **as everybody does**"."""
    excused = EXCUSED.search(words, frame.end)
    if excused is not None and not _PURPOSE.match(excused[0]):
        return False
    if any(one.start() <= frame.start < one.end() for one in EXCUSED.finditer(words)):
        return True  # "as **everybody does**"
    judged = MANNER.search(words, frame.start) or WITHOUT.search(words, frame.end)
    return excused is not None and not (
        judged or frame.negated or frame.modal or frame.verb in SLIPS or frame.verb in _LEFT_UNDONE
    )


# Not "properly", which tells how, nor "to avoid being woken".
_PURPOSE = regex(
    r"as\s|per\s|following|according|in\s+line|on\s+purpose|for\s+maintenance|to\s+(?!avoid)",
    re.IGNORECASE,
)
_LEFT_UNDONE = word_set("fail refuse miss skip leave")


def _is_barred(frame: Frame) -> bool:
    """ "Did not have the right to stop it": what a person could not do is a condition."""
    held = (frame.verb == "have" and frame.negated) or (frame.verb == "lack" and not frame.negated)
    return held and not frame.modal and _MEANS.match(frame.object) is not None


_MEANS = regex(
    r"(?:(?:the|a|an|any|his|her|their|enough|write|admin|root)\s+){0,2}"
    r"(?:rights?|permissions?|access|authority|authori[sz]ation|means|way|key|number|credentials|tools?)\b",
    re.IGNORECASE,
)


def _turns(reading: Reading, words: str, *, in_timeline: bool) -> bool:
    """Whether something in *words* may make a verdict of it: a contrast, a delay, by whom."""
    rest = words
    for one in reading.frames:
        if _is_neutral(one, words):
            # "The wrong label was corrected by the nurse": that it was wrong is no verdict.
            nobody = one.subject.text if one.subject is not None and _is_untold(one) else ""
            for said in (nobody, patient(one), one.text):
                rest = rest.replace(said, " ", 1)
            rest = (_WHO if _is_general(one) else _BY).sub(" ", rest)
    if rest == words:
        return (_IN_ENTRY if in_timeline else _ELSEWHERE).search(words) is not None
    return _IN_ENTRY.search(rest) is not None or _HARM.search(rest) is not None


_BY = regex(r"\bby\b", re.IGNORECASE)
_WHO = regex(r"\bwho\b", re.IGNORECASE)
_HARM = regex(
    rf"{OUTAGE.pattern}|\b(?:down|lost|offline|broken?|crash\w*|died|stopped|unavailable|slow\w*|worse)\b",
    re.IGNORECASE,
)


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
    if frame.passive and frame.verb in _CALLED and frame.modal in _AHEAD:
        return not (frame.negated or frame.perfect)
    if frame.verb == "close" and _ENDED.search(frame.object):
        return not (frame.negated or frame.modal or frame.passive)
    known = frame.verb.replace(" ", "_") in _RESPONDING or frame.verb.split()[0] in _RESPONDING
    return known and not (frame.negated or frame.modal or frame.passive or frame.infinitive)
