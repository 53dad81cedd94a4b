"""Clauses that a document tells of without claiming them, or that speak for a person.

"Some of you asked whether Nils broke it", "we first thought that Nils had broken it" and "it was
not Nils who broke it" hold the same words as the accusation, "had Nils not looked, we would have
lost it" those of a reproach. What a clause hangs on decides, and how it ends.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import zip_longest

from pmlint.document import Document, Sentence
from pmlint.lexicon import word_set
from pmlint.people import Actor
from pmlint.regexes import Regex, regex
from pmlint.wording.blame_words import ERROR_NOUNS, WORSE
from pmlint.wording.frames import Frame, Phrase, Reading, reading_of, straightened

__all__ = ["unasserted"]

_Stretch = tuple[int, int]
_PEOPLE = frozenset({Actor.PERSON, Actor.ROLE, Actor.INDEFINITE, Actor.TEAM})
_BEFORE = 40  # characters before a verb of asking


def unasserted(document: Document) -> Iterator[tuple[Sentence, int, int]]:
    """Sentences, each with a stretch of its prose that is told of and not claimed."""
    likely = set(map(id, document.sentences_with(*_FORMS)))
    pairs = zip_longest(document.sentences, document.sentences[1:]) if likely else ()
    for sentence, after in pairs:
        if id(sentence) not in likely:
            continue
        follows = after is not None and after.block is sentence.block
        answer = straightened(after.text.prose) if follows else ""
        for start, end in _stretches(document, sentence):
            if not _affirmed(straightened(sentence.text.prose)[end:], answer):
                yield sentence, start, end
                if follows and _NO.fullmatch(answer):
                    yield after, 0, len(answer)


def _stretches(document: Document, sentence: Sentence) -> Iterator[_Stretch]:
    prose = straightened(sentence.text.prose)
    for form, find in _FORMS.items():
        if form.search(prose):
            yield from find(reading_of(document, sentence.text), prose)


def _affirmed(rest: str, answer: str) -> bool:
    """Whether the *rest* of the sentence or the *answer* behind it says that it was so."""
    return bool(_SO_IT_WAS.match(rest) or _YES.match(answer))


_SO_IT_WAS = regex(
    r"\W*(?:and|which)\s+(?:(?:indeed|so|he|she|they|it)\s+){0,2}(?:had|was|did|were)\W*$",
    re.IGNORECASE,
)
_NO = regex(
    r"\W*(?:no|(?:he|she|they|it|nobody)\s+\w+(?:n't|\s+not)?)\W*",
    re.IGNORECASE,
)
_YES = regex(
    r"\W*(?:yes|indeed)\b|\W*(?:he|she|they|it|that)\s+(?:is|was|did|does|has|had|were)\W*$",
    re.IGNORECASE,
)


def _stretch(frame: Frame, start: int) -> _Stretch:
    return start, max(frame.end, frame.object_end)


def _clause_at(reading: Reading, start: int) -> Frame | None:
    """The clause whose subject begins at *start*."""
    subjects = (one for one in reading.frames if one.subject is not None)
    return next((one for one in subjects if one.subject and one.subject.start == start), None)


def _people_in(phrase: Phrase | None) -> bool:
    """Whether *phrase* is of people, or of something that is theirs."""
    if phrase is None:
        return False
    return phrase.actor in _PEOPLE or (phrase.owner is not None and phrase.owner.actor in _PEOPLE)


# Asked, supposed


def _asked(reading: Reading, prose: str) -> Iterator[_Stretch]:
    """ "Several readers wondered if the operator was at fault": a question has no verdict."""
    for found in _ASKS.finditer(prose):
        frame = _clause_at(reading, found.end())
        unasked = _UNASKED.search(prose, max(0, found.start() - _BEFORE), found.start())
        if frame is None or unasked:
            continue  # "Nobody asked whether ..." tells of what was left undone
        start, end = _stretch(frame, found.end())
        if not _REPROACHES.search(prose, start, end):
            yield start, end


_ASKS = regex(
    r"\b(?:ask(?:s|ed|ing)?|wonder(?:s|ed|ing)?|discuss(?:es|ed|ing)?|debat(?:es|ed|ing)|question)\b"
    r"[^.;:?!,]{0,40}?\s(?:whether|if)\s(?=\S)",
    re.IGNORECASE,
)
_UNASKED = regex(
    r"\b(?:nobody|no\s?-?one|never|not|should|could|ought|might|without|instead\s+of|rather\s+than|if)\b|n't\b",
    re.IGNORECASE,
)
_REPROACHES = regex(r"\b(?:even|just|simply|ever|bother\w*|cares?|cared)\b", re.IGNORECASE)


def _supposed(reading: Reading, prose: str) -> Iterator[_Stretch]:
    """ "We first thought that Karim had dropped it": what was held to be so then."""
    for found in _SUPPOSES.finditer(prose):
        frame = _clause_at(reading, found.end())
        if frame is not None:
            start, end = _stretch(frame, found.start("as") if found["as"] else found.end())
            # "It is easy to say that Karim dropped it, and he did": the next clause is claimed.
            joint = _JOINT.search(prose, start, end)
            yield start, joint.start() if joint else end


_JOINT = regex(r"[,;]\s(?:and|but|yet|so|which)\s", re.IGNORECASE)
_SUPPOSES = regex(
    r"\b(?:(?:it|this|that|all|everything)\s+(?:\w+\s+)?(?:looked|seemed|appeared)\s+(?:\w+\s+)?(?:(?P<as>as)\s+(?:if|though)|like|that)"
    r"|(?:theory|suspicion|hypothesis|assumption|guess|impression|fear|belief)\s+(?:was|had\s+been)\s+(?:\w+ly\s+)?that"
    r"|(?:we|i|people|everyone|everybody|many|some|most)\s+(?:(?:all|had|first|then|at\s+first|\w+ly)\s+){0,3}"
    r"(?:thought|suspected|assumed|believed|feared|guessed)(?:\s+at\s+first)?(?:\s+that)?"
    r"|it\s+(?:was|had\s+been)\s+(?:\w+ly\s+|first\s+)?(?:thought|suspected|assumed|believed|feared)"
    r"(?:\s[^.;:,]{1,40}?)?\sthat"
    # What the writers do not say, or say that others will.
    r"|(?:we|i)\s+(?:do|did|would)(?:n't|\s+not)\s+(?:think|believe|say|claim|hold|mean|suggest)(?:\s+that)?"
    r"|(?:nobody|no\s?-?one)\s+(?:here\s+)?(?:thinks|believes|says|claims|suggests)(?:\s+that)?"
    r"|\bit\s+(?:would|is|was|'s)\s+(?:be\s+)?(?:too\s+)?(?:easy|wrong|unfair|tempting|cheap|simple|convenient|unjust)\s+to"
    r"\s+(?:say|claim|conclude|think|write|argue|hold)(?:\s+that)?"
    r"|(?:some|many|people|others|one|you)\s+(?:will|would|may|might|could)\s+(?:say|argue|claim|object|think)(?:\s+that)?"
    r")\s(?=\S)",
    re.IGNORECASE,
)


# Denied


def _denied(reading: Reading, prose: str) -> Iterator[_Stretch]:
    """ "It was not Karim who dropped it", "Karim's change did not cause the outage"."""
    for found in _NOT_HIM.finditer(prose):
        who = reading.phrase_at(found.end())
        said = (one for one in reading.frames if who and one.start >= who.end and one.relative)
        frame = next(said, None)
        if _people_in(who) and frame is not None:
            yield _stretch(frame, found.start())
    for frame in reading.frames:
        if frame.subject is not None and _people_in(frame.subject) and _clears(frame):
            yield _stretch(frame, min(frame.subject.start, frame.start))


_NOT_HIM = regex(r"\bit\s+(?:is|was)(?:n't|\s+not)\s(?=\S)", re.IGNORECASE)


def _clears(frame: Frame) -> bool:
    """Whether the clause says that it was not they, nor what they did."""
    if not frame.finite or frame.modal or frame.conditional:
        return False
    if not frame.negated:
        return frame.verb == "have" and _NO_PART.match(frame.object) is not None
    return frame.verb in _CAUSING or (frame.verb == "be" and bool(_GUILT.match(frame.object)))


_CAUSING = word_set("cause trigger contribute provoke")
_GUILT = regex(
    r"(?:the\s+)?(?:\w+\s+)?(?:cause|culprit|trigger|reason)\b|to\s+blame\b|at\s+fault\b|responsible\s+for\b",
    re.IGNORECASE,
)
_NO_PART = regex(r"(?:nothing\s+to\s+do\s+with|no\s+(?:part|share)\s+in)\b", re.IGNORECASE)
_DENIES = regex(
    r"\bit\s+(?:is|was)(?:n't|\s+not)\s"
    r"|(?:\bnot|\bnever|n't)\s+(?:\w+\s+)?(?:caus|trigger|contribut|provok|to\s+blame|at\s+fault|responsible|the\s)"
    r"|\b(?:nothing\s+to\s+do\s+with|no\s+(?:part|share)\s+in)\b",
    re.IGNORECASE,
)


# In their favour


def _commended(reading: Reading, prose: str) -> Iterator[_Stretch]:
    """ "The clerk should be commended for opening the ticket"."""
    for frame in reading.frames:
        if frame.negated or frame.subject is None:
            continue
        if _thanks(frame):
            yield frame.start, len(prose)  # "we thank Odile, who set it up unasked"
        elif _is_praise(frame):
            yield _stretch(frame, min(frame.subject.start, frame.start))


def _thanks(frame: Frame) -> bool:
    """Not "we can thank Dave for it", nor "we have Dave to thank"."""
    we = frame.subject is not None and frame.subject.actor is Actor.WE
    return frame.verb == "thank" and we and frame.finite and not (frame.modal or frame.passive)


def _is_praise(frame: Frame) -> bool:
    if frame.verb == "be":
        # "It would have been good to test" is none.
        plain = not (frame.modal or frame.conditional) and _people_in(frame.subject)
        return plain and _GOOD.match(frame.object) is not None
    if frame.verb == "deserve":
        return _CREDIT.match(frame.object) is not None
    return frame.passive and frame.verb in _PRAISES


_PRAISES = word_set("commend praise thank credit congratulate applaud")
_CREDIT = regex(r"(?:[\w']+\s+){0,2}(?:credit|thanks|praise|recognition|applause)\b", re.IGNORECASE)
_GOOD = regex(
    r"(?:an?\s+|the\s+)?(?:very\s+|perfectly\s+|entirely\s+)?(?:good|right|sound|sensible|reasonable|correct|exemplary)"
    r"\b(?!\s+(?:there|in|on|at|behind|next|beside|under)\b)",
    re.IGNORECASE,
)
_COMMENDS = regex(
    r"\b(?:good|right|sound|sensible|reasonable|correct|exemplary|thank|commended|praised|thanked|credited|congratulated|applauded|deserves?)\b",
    re.IGNORECASE,
)


def _rescued(reading: Reading, prose: str) -> Iterator[_Stretch]:
    """ "Had Zsofia not looked, we would have lost it", "without Karim it would have run on"."""
    bare = _WITHOUT.match(prose)
    who = reading.phrase_at(bare.end()) if bare else None
    if who is not None and _people_in(who) and not _ERROR.search(who.text):
        rest = prose[who.end :]
        if _WOULD_HAVE.search(rest) and not _ALL_WELL.search(rest):
            yield 0, len(prose)
    for frame in reading.frames:
        undone = frame.conditional and frame.perfect and frame.negated and not frame.modal
        ending = prose[: frame.start] + prose[max(frame.end, frame.object_end) :]
        worse = WORSE.search(prose) and not _DENIED.search(ending)
        if undone and worse and _people_in(frame.subject):
            yield 0, len(prose)


_DENIED = regex(r"\b(?:not|never|no|nothing|nobody|none)\b|n't\b", re.IGNORECASE)
_ERROR = regex(rf"\b(?:{ERROR_NOUNS})\b", re.IGNORECASE)
_WITHOUT = regex(r"\W*without\s(?=\S)", re.IGNORECASE)
_WOULD_HAVE = regex(r"\b(?:would|could|might)\s+(?:\w+\s+)?have\b", re.IGNORECASE)
_ALL_WELL = regex(
    r"\b(?:no|not|never|none|nothing|fine|well|back|up|alive|healthy|intact|online|available|safe|sooner|earlier|faster|avoided|prevented)\b|n't\b",
    re.IGNORECASE,
)
_SAVES = regex(r"^\W*without\s|\bhad\b[^.;:]{1,40}?\bnot\b|\bhad(?:n't|\s+not)\b", re.IGNORECASE)


def _ended_well(reading: Reading, _prose: str) -> Iterator[_Stretch]:
    """ "Ines ignored the advice to reformat it, which saved the data"."""
    for frame in reading.frames:
        ends = frame.verb in _ENDS and not (frame.negated or frame.modal or frame.passive)
        if ends and _people_in(frame.subject) and _HARM.match(frame.object) and frame.subject:
            yield _stretch(frame, min(frame.subject.start, frame.start))
    for before, frame in zip(reading.frames, reading.frames[1:], strict=False):
        helps = frame.verb in _HELPS or (frame.verb == "keep" and _KEPT.search(frame.object))
        if (
            frame.relative
            and frame.connector == "which"
            and helps
            and not frame.negated
            and before.subject is not None
        ):
            yield _stretch(frame, min(before.subject.start, before.start))


_KEPT = regex(r"\b(?:small|low|short|safe|dry|alive|running|open|up|going)$", re.IGNORECASE)
_HELPS = word_set("save protect preserve spare rescue avert")
# "Ms. Lindgren's decision ended the outage".
_ENDS = word_set("end stop shorten resolve limit contain avert prevent")
_HARM = regex(
    r"(?:the|an?|any|our|all|further|worse)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:outages?|incidents?|loss(?:es)?|damages?|leaks?|floods?|harm|failures?|spread|downtime|overload|worse)"
    # Not "the failure detector".
    r"(?=\s*(?:$|[.,;:])|\s+(?:of|in|on|at|by|for|from|to|before|after|within|that|which|and)\b)",
    re.IGNORECASE,
)
_SAVED = regex(
    r"\b(?:end|stopp|shorten|resolv|limit|contain|avert|prevent)(?:ed|s)\s|,\s+which\s+(?:\w+\s+){0,2}(?:sav|protect|preserv|spar|rescu|avert|ke?ep)\w*",
    re.IGNORECASE,
)


def _kept_away(reading: Reading, prose: str) -> Iterator[_Stretch]:
    """ "Ines would have seen it, but she was off that day", "could have come only by boat"."""
    for found in _ONLY_SO.finditer(prose):
        yield found.span()
    for found in _BUT_AWAY.finditer(prose):
        for frame in reading.frames:
            if frame.end <= found.start() and frame.modal and frame.perfect and frame.subject:
                yield min(frame.subject.start, frame.start), found.end()


_BUT_AWAY = regex(
    r"\bbut\s+(?:he|she|they)\s+(?:was|were|had)\s+(?:off|away|elsewhere|gone|no|on\s+(?:leave|holiday|an?)"
    r"|not\s+(?:been\s+)?(?:there|on|in|told|asked|paged|called|informed|given))\b",
    re.IGNORECASE,
)
_ONLY_SO = regex(
    r"\bcould\s+(?:only\s+)?have\s+\w+(?:\s+\w+){0,3}?\s+only\s+(?:by|through|with|if|from|in|on|at|after|via)\b",
    re.IGNORECASE,
)


_FORMS: dict[Regex, Callable[[Reading, str], Iterator[_Stretch]]] = {
    _ASKS: _asked,
    _SUPPOSES: _supposed,
    _DENIES: _denied,
    _COMMENDS: _commended,
    _SAVES: _rescued,
    _SAVED: _ended_well,
    _BUT_AWAY: _kept_away,
    _ONLY_SO: _kept_away,
}
