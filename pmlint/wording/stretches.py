"""A stretch of a sentence cut to whole words, verbs and clauses, so that it reads well quoted."""

from __future__ import annotations

import re

from pmlint.lexicon import DETERMINERS, PARTICLES, POSSESSIVES, PREPOSITIONS, SUBORDINATORS
from pmlint.people import Actor
from pmlint.regexes import regex
from pmlint.wording.frames import Frame, Reading

__all__ = ["begun_well", "ended_well", "joined", "without_joint", "word_end"]

_PEOPLE = frozenset({Actor.PERSON, Actor.ROLE, Actor.INDEFINITE, Actor.TEAM, Actor.WE})


def without_joint(prose: str, start: int, end: int) -> int:
    """*start*, behind an "and" or "but" that only joins the stretch to what is left out."""
    found = _JOINT.match(prose, start, end)
    return found.end() if found is not None else start


_JOINT = regex(r"(?:,\s+)?(?:and|but|or)\s+(?=\S)", re.IGNORECASE)


def word_end(prose: str, end: int) -> int:
    """*end*, or where the word ends in which it stands ("re" of "re-enable")."""
    if 0 < end < len(prose) and prose[end - 1].isalnum():
        return _WORD_END.match(prose, end).end()  # type: ignore[union-attr]
    return end


def begun_well(reading: Reading, prose: str, start: int, end: int) -> int:
    """*start*, moved to where a clause begins.

    Words of the clause before are left out ("debug, he wrongly thought"), and the clause is
    taken in on which one of time hangs ("she paid no attention when she was editing").
    """
    loose = _LOOSE_START.match(prose, start, end)
    if loose is not None and _opens_clause(reading, start, loose.end()):
        start = loose.end()
    for at, frame in enumerate(reading.frames):
        if frame.subject is not None and frame.subject.start == start and _hangs(frame):
            return _main_start(reading.frames[:at], start)
    return start


_LOOSE_START = regex(r"[a-z]\S*(?:\s+\S+)?,\s+")


def _opens_clause(reading: Reading, start: int, at: int) -> bool:
    """Whether a clause begins at *at*, and nobody is named between *start* and there."""
    begins = any(one.subject is not None and one.subject.start == at for one in reading.frames)
    named = any(start <= one.start < at and one.actor in _PEOPLE for one in reading.phrases)
    return begins and not named


def _hangs(frame: Frame) -> bool:
    pronoun = frame.subject is not None and frame.subject.head in ("he", "she", "they")
    return pronoun and frame.connector in ("when", "while", "as")


def _main_start(before: tuple[Frame, ...], start: int) -> int:
    """Where the clause begins that the last of *before* stands in, if people act there."""
    main = before[-1] if before else None
    if main is None or main.subject is None or main.subject.actor not in _PEOPLE:
        return start
    return min(start, main.subject.start)


def ended_well(reading: Reading, prose: str, start: int, end: int) -> int:
    """*end*, moved to where a word, a verb with its particle, or a noun phrase ends."""
    end = word_end(prose, end)
    for frame in reading.frames:
        if frame.start < end < frame.end or frame.end == end:
            end = _with_particle(prose, frame.end)
        elif end <= frame.start and not prose[end : frame.start].strip():
            end = _without_bare_subject(prose, start, end, frame)
    return _without_loose_words(prose, start, end)


_WORD_END = regex(r"\w*(?:-\w+)*")


def _with_particle(prose: str, end: int) -> int:
    found = _NEXT_WORD.match(prose, end)
    return found.end() if found is not None and found[1].lower() in _VERBAL else end


# "In" and "on" rather begin what follows.
_VERBAL = PARTICLES - {"in", "on", "around", "through"}
_NEXT_WORD = regex(r"\s+(\w+)(?=\W|$)")


def _without_bare_subject(prose: str, start: int, end: int, frame: Frame) -> int:
    """*end* before "we" where *frame*, whose verb follows, is left out; behind it in "what we"."""
    found = _BARE_SUBJECT.search(prose, max(start, end - _LONGEST_WORD), end)
    if found is None:
        return end
    return frame.end if found["what"] else found.start()


_BARE_SUBJECT = regex(
    r"\s+(?P<what>(?:what|which|who|that)\s+)?(?:we|i|he|she|they|you|it)$", re.IGNORECASE
)


def _without_loose_words(prose: str, start: int, end: int) -> int:
    """*end* before articles and the like, whose noun the stretch leaves out."""
    if not _GOES_ON.match(prose, end):
        return end
    while (found := _LAST_WORD.search(prose, max(start, end - _LONGEST_WORD), end)) is not None:
        if found[1].lower() not in _LOOSE:
            break
        end = found.start()
    return end


_GOES_ON = regex(r"\s+[\w'\"“`@#]")
_LAST_WORD = regex(r"\s+(\w+)$")
_LONGEST_WORD = 20
_LOOSE = (
    DETERMINERS
    | POSSESSIVES
    | PREPOSITIONS
    | SUBORDINATORS
    | frozenset("and or but which who as even".split())
) - (PARTICLES | frozenset("this that those these all both some any none each".split()))


def joined(reading: Reading, prose: str, end: int) -> int:
    """*end*, moved behind what the same people did in the same breath ("and left it open")."""
    for at, frame in enumerate(reading.frames):
        same = frame.subject is not None and frame.subject.start < end
        if same and frame.finite and frame.start >= end:
            if not _AND.fullmatch(prose, end, frame.start):
                break
            last = at + 1 == len(reading.frames)
            stop = _STOP.search(
                prose, frame.end, len(prose) if last else reading.frames[at + 1].start
            )
            if stop is None and not last:
                break  # a clause hangs on it: where that ends is not known
            end = stop.start() if stop is not None else len(prose.rstrip())
    return end


_AND = regex(r",?\s+(?:and|but)\s+(?:\w+ly\s+|then\s+|also\s+)?", re.IGNORECASE)
_STOP = regex(r"[,;:(–—]|[.!?](?=\s|$)")
