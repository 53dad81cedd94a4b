"""Sentences that speak for a person, or are of nobody whom a review could blame.

"He did what everybody does", "thanks are due to Ines", "the intruder made a mistake" and "had
Ines not asked, we would have sent it" hold the words of a reproach. Whom they are of, how they
end and what they compare with decide.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from pmlint.document import Document, Sentence, Span
from pmlint.lexicon import word_set
from pmlint.people import Actor
from pmlint.regexes import Regex, regex
from pmlint.wording import blame_words as words
from pmlint.wording.frames import Frame, Phrase, Reading, negated_at, reading_of, straightened

__all__ = ["cleared"]

_Stretch = tuple[int, int]
_PEOPLE = frozenset({Actor.PERSON, Actor.ROLE, Actor.INDEFINITE, Actor.TEAM})


def cleared(document: Document) -> Iterator[Span]:
    """Places whose words clear those whom they name, or name nobody of the organisation."""
    for form, find in _FORMS.items():
        for sentence in document.sentences_with(form):
            prose = straightened(sentence.text.prose)
            if form.search(prose):
                reading = reading_of(document, sentence.text)
                for start, end in find(reading, prose):
                    if not _slips_beside(reading, start, end):
                        yield sentence.text.span(start, end)
    yield from _of_attackers(document)


def _slips_beside(reading: Reading, start: int, end: int) -> bool:
    """Whether people slip outside of the stretch: a find of all the words is not cleared by it."""
    return any(
        one.verb in words.SLIPS and not one.negated and _is_of_people(one.subject)
        for one in reading.frames
        if one.start < start or one.start >= end
    )


def _slips(reading: Reading) -> bool:
    return _slips_beside(reading, 0, 0)


def _whole(prose: str) -> Iterator[_Stretch]:
    yield 0, len(prose)


def _is_of_people(phrase: Phrase | None) -> bool:
    return phrase is not None and phrase.actor in _PEOPLE


# Thanks, luck, and what is usual


def _thanked(reading: Reading, prose: str) -> Iterator[_Stretch]:
    """ "Credit is due to Ines", "we owe the recovery to her"; not "we owe the outage to her"."""
    found = _OWES.search(prose)
    owed = found is not None and (words.OUTAGE.search(found[0]) or _HARM.search(found[0]))
    if not owed and not _FOR_HARM.search(prose) and not _slips(reading):
        yield from _whole(prose)


_OWES = regex(r"\bowe[sd]?\s(?!an\s|some\s)[^.;:]{1,60}?\sto\s", re.IGNORECASE)
_FOR_HARM = regex(r"\bfor\s(?:break|delet|dropp|forg|ignor|los|miss|push|wip)", re.IGNORECASE)
_HARM = regex(r"\b(?:lost|lose|down|broken|waste\w*|hours?|nights?)\b", re.IGNORECASE)
_THANKS = regex(
    r"\b(?:thanks|credit|praise|gratitude|recognition)\s(?:for\s[^.;:]{1,60}\s)?"
    r"(?:(?:is|are|must|should|also|due|go|goes|belongs?)\s){1,4}to\s"
    r"|" + _OWES.pattern,
    re.IGNORECASE,
)


def _by_luck(reading: Reading, prose: str) -> Iterator[_Stretch]:
    """ "She tried it out of curiosity, so call that luck": luck is no fault."""
    return iter(()) if _slips(reading) else _whole(prose)


_LUCK = regex(
    r"\b(?:call|count)(?:ed)?\s(?:it|that|this)\s(?:as\s)?(?:\w+\s)?luck\b"
    r"|\b(?:that|this|which)\s(?:was|is)\s(?:\w+\s)?luck\W*$",
    re.IGNORECASE,
)


def _as_all_do(_reading: Reading, prose: str) -> Iterator[_Stretch]:
    """ "As everybody does", "did what anyone would", "per the fire card": no act of one person."""
    for found in _AS_ALL_DO.finditer(prose):
        if not negated_at(prose, found.start()):
            return _whole(prose)
    return iter(())


_ALL = (
    r"(?:everybody|everyone|anybody|anyone|most\sof\sus|all\sof\sus|we\sall|most\speople"
    r"|(?:any|every|most)\s(?:other\s)?\w+)"
)
_AS_ALL_DO = regex(
    rf"\b(?:did|does|do|doing|done)\s(?:just\s|exactly\s|only\s)?what\s{_ALL}\s(?:else\s)?"
    r"(?:does|do|did|would|has|had|have)\b"
    rf"|\b(?:as|like)\s{_ALL}\s(?:else\b|(?:does|do|did|would(?!\shave))\b)"
    r"|,\sper\s(?:the|our|its|their)\s(?:[\w-]+\s){0,2}?(?:card|checklist|drill|guide|instructions?|manual|plan"
    r"|playbook|policy|procedure|process|protocol|rules?|runbook|sheet)\b",
    re.IGNORECASE,
)


# What was done instead of what was not, and what would have been without


def _took_care(reading: Reading, prose: str) -> Iterator[_Stretch]:
    """ "Did not trust the screen and compared by hand": the doubt was the care."""
    for frame in reading.frames:
        if frame.negated and frame.finite and not frame.modal and _is_of_people(frame.subject):
            start = min(frame.subject.start if frame.subject else frame.start, frame.start)
            after = next((one for one in reading.frames if one.start >= frame.end), None)
            duty = frame.verb in words.DUTIES  # "did not read the label and called the ward"
            checked = after is not None and not duty and _is_care(frame, after, prose)
            if checked or _is_doubt(frame):
                yield start, max(frame.end, frame.object_end, after.end if after else 0)


def _is_care(before: Frame, after: Frame, prose: str) -> bool:
    """Whether *after* tells how the same people made sure instead."""
    same = after.shared or (after.subject is not None and after.subject.head in _PRONOUNS)
    plain = after.finite and not (after.negated or after.modal or after.subordinate)
    slack = _ONLY.search(prose, before.end, after.end) is not None
    return same and plain and not slack and after.verb in _MAKES_SURE


def _is_doubt(frame: Frame) -> bool:
    return frame.verb in _TRUSTS and not _SIGNAL.search(frame.object)


_PRONOUNS = frozenset({"he", "she", "they"})
_ONLY = regex(r"\b(?:only|just|merely|late|too)\b", re.IGNORECASE)
_MAKES_SURE = word_set("ask call check compare count look measure read test verify weigh")
_TRUSTS = word_set("trust believe")
# Who does not believe an alarm, or a colleague, has set a warning aside.
_SIGNAL = regex(
    r"\b(?:alarms?|alerts?|warnings?|pages?|him|her|them|us|colleagues?|nurses?|reports?|signs?)\b",
    re.IGNORECASE,
)
_DID_NOT = regex(r"\b(?:did|had|was|were)(?:\snot|n't)\b", re.IGNORECASE)


def _rescued(reading: Reading, prose: str) -> Iterator[_Stretch]:
    """ "Had Ines not looked, we would have sent it": who looked is praised."""
    for frame in reading.frames:
        undone = frame.conditional and frame.perfect and frame.negated and not frame.modal
        if undone and _is_of_people(frame.subject):
            rest = prose[: frame.clause_start] + prose[max(frame.end, frame.object_end) :]
            worse = frame.verb in _SEES or _HARMED.search(rest) is not None
            if worse and _WOULD_HAVE.search(rest) and not _ALL_WELL.search(rest):
                yield 0, len(prose)


def _spared(reading: Reading, prose: str) -> Iterator[_Stretch]:
    """ "No data was lost because Ines stopped the job": the end is good, and so is its cause."""
    told = _BECAUSE.search(prose)
    if told is None:
        return
    no_harm = _NO_HARM.search(prose, 0, told.start()) is not None
    mended = _MENDED.search(prose, 0, told.start()) and not _DENIED.search(prose, 0, told.start())
    if not (no_harm or mended):
        return  # "nothing could be recovered because ...": what is denied is the good of it
    clauses = [one for one in reading.frames if one.start >= told.end()]
    slip = any(one.negated or one.modal for one in clauses) or _SLIP.search(prose, told.end())
    if not slip and not _LATE.search(prose, 0, told.start()):
        yield 0, len(prose)


_SEES = word_set(
    "ask call check compare count doubt insist listen look measure notice question read see spot "
    "test verify wait warn watch wonder"
)
_WOULD_HAVE = regex(r"(?:\b(?:would|could|might)|'d)\s(?:\w+\s)?(?:have|be)\b", re.IGNORECASE)
_HARMED = regex(
    r"\b(?:lost|down|gone|offline|overwritten|deleted|wiped|corrupt\w*|leaked|flooded|dead|worse|stuck)\b",
    re.IGNORECASE,
)
_BECAUSE = regex(r"\b(?:because|since|as)\s(?:of\s)?(?=[A-Z@]|the\s|our\s|he\s|she\s)")
_NO_HARM = regex(
    r"\b(?:no|not|nothing|nobody|none|never)\b[^.;:]{0,40}\b(?:lost|affected|harmed|hurt|deleted|leaked"
    r"|overwritten)\b",
    re.IGNORECASE,
)
_MENDED = regex(
    r"\b(?:recovered|came\sback|restored|survived|saved|spared|(?:ended|over|resolved|fixed)\s(?:early|earlier|soon|sooner"
    r"|quickly|fast)|back\s(?:up|online))\b",
    re.IGNORECASE,
)
_DENIED = regex(
    r"\b(?:no|not|nothing|nobody|none|neither|never|hardly|few|cannot)\b|n't\b", re.IGNORECASE
)
_LATE = regex(
    r"\b(?:only|late|later|finally|until|hours?|slow\w*|partly|partially)\b", re.IGNORECASE
)
_GOOD_END = regex(rf"{_NO_HARM.pattern}|{_MENDED.pattern}", re.IGNORECASE)
_SLIP = regex(
    rf"\b(?:forgot\w*|ignor\w+|skip\w*|miss\w*|fail\w*|without|wrong\w*|late|delay\w*|{words.ERROR_NOUNS})\b",
    re.IGNORECASE,
)
_ALL_WELL = regex(
    r"\b(?:no|not|never|none|nothing|fewer|less|half|only|shorter|smaller|fine|well|back|sooner|earlier|faster|avoided|prevented|still(?!\s(?:be\s)?(?:down|offline|broken|lost|stuck|waiting|looking))|kept|intact"
    r"|saved|safe|up|online|running|worked)\b|n't\b",
    re.IGNORECASE,
)
_NOT_DONE = regex(r"\bhad(?:\s[\w'-]+){0,4}?(?:\snot\b|\snever\b|n't\b)|\bhadn't\b", re.IGNORECASE)


def _obliged(reading: Reading, prose: str) -> Iterator[_Stretch]:
    """ "Ruben had to search for the number": what one had to do tells what was not at hand.

    "All they had to do" and "just had to look" make it small.
    """
    for frame in reading.frames:
        plain = not (frame.negated or frame.modal or frame.passive or frame.conditional)
        told = plain and frame.verb not in _OWNS and _is_of_people(frame.subject)
        if told and frame.subject is not None and _HAD_TO.match(frame.text):
            start = frame.subject.start
            if not _ALL_OR_JUST.search(prose, max(0, start - _NEAR), frame.end):
                yield start, max(frame.end, frame.object_end)


_NEAR = 12
_ALL_OR_JUST = regex(r"\b(?:all|just|only|simply|merely|even)\b", re.IGNORECASE)
_HAD_TO = regex(r"\b(?:had|has|have)\sto\s", re.IGNORECASE)
_OWNS = word_set("admit apologise apologize concede confess guess")


# What is so of everybody, or of a tool


def _on_nobodys_mind(reading: Reading, _prose: str) -> Iterator[_Stretch]:
    """ "Nobody here thinks about Faraday": what is on nobody's mind is how things are."""
    for frame in reading.frames:
        who = frame.subject
        habit = frame.finite and not (frame.past or frame.perfect or frame.modal or frame.passive)
        nobody = who is not None and _NOBODY.match(who.text) is not None
        if nobody and who is not None and habit and frame.verb in words.STATES:
            yield who.start, max(frame.end, frame.object_end)


_NOBODY = regex(r"\b(?:nobody|no\s?-?one)\b", re.IGNORECASE)


def _exhorted(reading: Reading, prose: str) -> Iterator[_Stretch]:
    """ "Staff need to be more vigilant": a wish for everybody accuses nobody."""
    for frame in reading.frames:
        who = frame.subject
        wished = frame.modal or _MUST.match(prose, frame.start)
        told = wished and not (frame.past or frame.perfect)
        if told and who is not None and _WHOLE_STAFF.fullmatch(who.text):
            yield who.start, max(frame.end, frame.object_end)


_WHOLE_STAFF = regex(
    r"(?:all\s)?(?:staff|people|personnel|employees|everybody|everyone|users|operators|engineers|developers"
    r"|colleagues|teams)",
    re.IGNORECASE,
)
_MUST = regex(r"\b(?:needs?|must|ha(?:s|ve)\sto|should|ought)\s", re.IGNORECASE)


def _alone(reading: Reading, prose: str) -> Iterator[_Stretch]:
    """ "We should not depend on Ines", "Ines needs a deputy": there is only one, a finding."""
    told = [one for one in reading.frames if one.finite]
    if not told or any(one.past or one.perfect or one.passive for one in told):
        return
    for frame in told:
        unwanted = frame.negated and not _NEED_TO.search(prose)  # "we need to talk to Ines"
        leans = frame.verb in _LEANS and unwanted and not _is_of_people(frame.subject)
        if leans or (_is_of_people(frame.subject) and _SECOND.search(frame.object)):
            yield from _whole(prose)
            return


_NEED_TO = regex(r"\bneed(?:s|ed)?\sto\b", re.IGNORECASE)
_LEANS = word_set("depend rely need hang hinge rest")
_SECOND = regex(
    r"\b(?:deputy|deputies|back-?up|stand-?in|second\s(?:pair|person)|replacement|relief)\b",
    re.IGNORECASE,
)
_ONE_ONLY = regex(
    r"\b(?:depend|rely|relies|need|hang|hinge|rest)s?\b|" + _SECOND.pattern, re.IGNORECASE
)


def _made_so(reading: Reading, prose: str) -> Iterator[_Stretch]:
    """ "The designer makes everybody drag a pin": a tool, whose hands are everybody's."""
    for frame in reading.frames:
        present = frame.finite and not (frame.past or frame.perfect)
        if present and frame.verb in _CAUSES_TO and _OF_HANDS.match(prose, frame.end):
            yield 0, len(prose)


_CAUSES_TO = word_set("allow ask force let make permit require")
_OF_HANDS = regex(
    r"\s(?:everybody|everyone|anybody|anyone|people|(?:all|every|any)\s\w+)\s(?:to\s)?(?:click|confirm|drag|draw"
    r"|drop|enter|fill|log|paste|pick|press|re-?enter|retype|scroll|select|swipe|tap|type|wait)\b",
    re.IGNORECASE,
)
_MAKES_ALL = regex(
    r"\b(?:allow|ask|force|let|make|permit|require)s?\s(?:everybody|everyone|anybody|anyone|people|all|every|any)\b",
    re.IGNORECASE,
)


# Attackers

_KIND = (
    r"(?:attackers?|intruders?|adversar(?:y|ies)|threat\sactors?|phishers?|hackers?|impostors?"
    r"|thie(?:f|ves)|burglars?|fraudsters?|scammers?)"
)
_ATTACKER = regex(rf"\b{_KIND}\b", re.IGNORECASE)
_NAMED_SO = regex(
    r"\b(?P<before>[A-Z]\w+),?\s(?:\()?(?i:as\swe\s(?:call|called|named)|our\sname\sfor|the\sname\s(?:that\s)?we\sgave(?:\sto)?)"
    rf"\s(?i:the|our|this|an?)\s(?i:{_KIND})\b"
    rf"|\b(?i:{_KIND}),?\s(?i:(?:whom|who|which|that)\s)?(?i:we)\s(?:\w+\s)?(?i:call|called|named|nicknamed)\s(?P<after>[A-Z]\w+)"
)


def _of_attackers(document: Document) -> Iterator[Span]:
    """What attackers do, in sentences where nobody else acts: their slips are no one's here."""
    named: set[str] = set()
    told = [one for one in document.sentences_with(_ATTACKER) if _ATTACKER.search(one.text.prose)]
    for sentence in told:
        for found in _NAMED_SO.finditer(straightened(sentence.text.prose)):
            named.add(found["before"] or found["after"])
    for sentence in document.sentences if named else told:
        prose = straightened(sentence.text.prose)
        if named.isdisjoint(_CAPITALISED.findall(prose)) and not _ATTACKER.search(prose):
            continue
        reading = reading_of(document, sentence.text)
        # "Eve, as we call the intruder": what she is called is no act of ours.
        asides = [found.span() for found in _NAMED_SO.finditer(prose)]
        phrases = (p for p in reading.phrases if not any(a <= p.start < b for a, b in asides))
        if all(_is_attacker(phrase, named) for phrase in phrases):
            yield from _deeds(sentence, reading, named, asides)


def _deeds(
    sentence: Sentence, reading: Reading, named: set[str], asides: list[_Stretch]
) -> Iterator[Span]:
    """Clauses whose subject is an attacker, each with what it tells of the name."""
    for frame in reading.frames:
        who = frame.subject
        if who is not None and (_is_of_people(who) or _is_named(who, named)):
            start = min([who.start, *(a for a, b in asides if a <= who.start <= b)])
            yield sentence.text.span(start, max(frame.end, frame.object_end))


def _is_named(phrase: Phrase, named: set[str]) -> bool:
    known = not named.isdisjoint(_CAPITALISED.findall(phrase.text))
    return known or _ATTACKER.search(phrase.text) is not None


_CAPITALISED = regex(r"\b[A-Z]\w+")


def _is_attacker(phrase: Phrase, named: set[str]) -> bool:
    """Whether *phrase* is of an attacker, or of nobody at all."""
    if phrase.owner is not None and not _is_attacker(phrase.owner, named):
        return False
    if phrase.actor not in _PEOPLE | {Actor.WE} or phrase.head in _PRONOUNS:
        return True
    return _is_named(phrase, named)


_FORMS: dict[Regex, Callable[[Reading, str], Iterator[_Stretch]]] = {
    _THANKS: _thanked,
    _LUCK: _by_luck,
    _AS_ALL_DO: _as_all_do,
    _DID_NOT: _took_care,
    _NOT_DONE: _rescued,
    _HAD_TO: _obliged,
    _GOOD_END: _spared,
    _ONE_ONLY: _alone,
    _NOBODY: _on_nobodys_mind,
    _MAKES_ALL: _made_so,
    _MUST: _exhorted,
}
