"""Who is blamed, where, and how: the reading that the rules PM101 to PM111 share.

A sentence is taken apart once (`pmlint.wording.frames`), each clause is judged by who acts
and what is said of the act, and patterns without a verb of their own ("on Tom",
"thanks to Dave's typo") are looked for beside it. Of several claims on the same
person in one sentence the most specific rule keeps its own: the hunt for a culprit
before sanctions, self-blame, loaded questions and character, these before the plain
verdict on a name, a role or a team, and that before a neutral factor (PM107). So
each person is reported once a sentence.

An act of nobody in particular ("an engineer mistyped the host") is no blame, nor
is what "we" did, what systems and companies did, praise, plans and neutral facts.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from pmlint.document import (
    Block,
    BlockKind,
    Document,
    Profile,
    Section,
    Sentence,
    Span,
    Text,
    Topic,
)
from pmlint.lexicon import SOFTWARE_NOUNS, lemma
from pmlint.memory import Memory
from pmlint.people import People, people
from pmlint.regexes import regex
from pmlint.wording import blame_words as words
from pmlint.wording.finds import beside_factors, they_are_things
from pmlint.wording.frames import (
    Actor,
    Frame,
    Phrase,
    Reading,
    is_excluded,
    negated_at,
    reading_of,
    straightened,
)
from pmlint.wording.repairs import is_repair
from pmlint.wording.stretches import ended_well

__all__ = ["Blame", "blame", "heads_factor", "is_speech", "named_in", "names_owners", "proposals"]

_ORDER = (
    "PM110", "PM104", "PM105", "PM108", "PM111", "PM106", "PM101", "PM102", "PM103", "PM107",
)  # fmt: skip
_CAUSES = frozenset({Topic.FACTORS, Topic.WHYS})
_RESPONSE = frozenset({Topic.RESPONSE, Topic.RESOLUTION, Topic.DONE, Topic.WENT_WELL, Topic.LUCKY})
_SILENT = frozenset({Topic.GROUND_RULES, Topic.PEOPLE, Topic.MEETING})
_OWNERS = regex(
    r"(?i)\b(?:owners?|assignees?|assigned|dri|authors?|attendees?|facilitators?|responders?|reviewers?|participants?|"
    r"commander|scribe|lead|poc|contact|written by|reported by|reporter|team|ticket|due|date|status|who)\b"
)
_SINGLE = frozenset({Actor.PERSON, Actor.ROLE})
_CODES = {
    Actor.PERSON: "PM101",
    Actor.ROLE: "PM102",
    Actor.TEAM: "PM103",
    Actor.INDEFINITE: "PM102",
}
_CONFIDENCE = {Actor.PERSON: 0.95, Actor.ROLE: 0.85, Actor.TEAM: 0.75, Actor.INDEFINITE: 0.55}


class Blame(Struct, frozen=True):
    """One place where a person or a team is blamed.

    `kind` says how: ``verdict``, ``act`` (a negative act), ``omission``, ``cause``,
    ``counterfactual``, ``factor``, ``sanction``, ``hunt``, ``self``, ``character``,
    ``title`` or ``question``. `act` is what was done or left out, for the hint. `in_sight`
    is False where only the model finds blame and is not sure of it, or the reader of names
    finds nobody who is blamed.
    """

    code: str
    span: Span
    words: str
    who: str
    actor: Actor
    kind: str
    act: str = ""
    confidence: float = 0.85
    in_causes: bool = False
    in_sight: bool = True


class _Claim(Struct, frozen=True):
    """A stretch of one text that a detector claims, before it is settled."""

    code: str
    start: int
    end: int
    actor: Actor
    who: str
    kind: str
    act: str = ""
    weight: float = 1.0


def blame(document: Document, code: str) -> tuple[Blame, ...]:
    """What the rule of *code* found; the document is read once for all of them."""
    table: dict[str, tuple[Blame, ...]] = document.memo("blame", lambda: _by_code(document))
    return table.get(code, ())


def proposals(document: Document) -> tuple[Blame, ...]:
    """Everything that the rules propose, by code and place."""
    table: dict[str, tuple[Blame, ...]] = document.memo("blame", lambda: _by_code(document))
    return tuple(found for each in table.values() for found in each)


def _by_code(document: Document) -> dict[str, tuple[Blame, ...]]:
    table: dict[str, list[Blame]] = {}
    seen: list[Span] = []
    for found in _read(document):
        if not any(found.span.overlaps(other) for other in seen):
            seen.append(found.span)
            table.setdefault(found.code, []).append(found)
    return {code: tuple(sorted(each, key=lambda one: one.span)) for code, each in table.items()}


def _read(document: Document) -> Iterator[Blame]:
    for section in document.sections:
        yield from _heading(document, section)
        yield from _columns(document, section)
    for sentence in document.sentences:
        if sentence.topic in _SILENT or names_owners(document, sentence):
            continue
        scene = _Scene(document, sentence.text, sentence.topic, sentence=sentence)
        yield from scene.settled()
    for factor in document.factors:
        topic = document.sections[factor.section].topic
        if topic in _CAUSES and not factor.from_list:
            scene = _Scene(document, factor.text, topic)
            yield from scene.settled()


def names_owners(document: Document, sentence: Sentence) -> bool:
    """Cells and labels that are there to name people."""
    return sentence.in_cell and bool(_OWNERS.search(sentence.column)) and len(sentence.text) < 60


_LABEL_WORDS = 3
_LONGEST_LABEL = 500  # characters of a label, or of the question that is answered


def opens_item(sentence: Sentence) -> bool:
    """Whether no other sentence of a list item or cell stands before *sentence* in it.

    What a factor is stands at its head: behind it, people's acts are told to explain it. The
    question that it answers is none of it, nor is a label ("**Review.**").
    """
    whole = sentence.block.text
    if whole is None or not (sentence.in_item or sentence.in_cell):
        return True
    before = sentence.text.offset(0) - whole.offset(0)  # with its markup, so at least as many
    if before > _LONGEST_LABEL:
        return False
    words = whole.raw[: max(0, whole.raw.find(sentence.text.raw, 0, before + len(sentence.text)))]
    return words.rstrip().endswith(("?", ":")) or len(words.split()) <= _LABEL_WORDS


def heads_factor(document: Document, sentence: Sentence) -> bool:
    """Whether *sentence*, if it is in a section of causes, stands where a factor is named."""
    return opens_item(sentence) and not beside_factors(document, sentence)


_KNOWN = Memory["tuple[_Claim, ...]"]()
_HEADINGS = Memory["tuple[_Claim, ...]"]()


# --- one sentence --------------------------------------------------------------------


class _Scene:
    """One text with its clauses, and the claims that the detectors make on it."""

    def __init__(
        self, document: Document, text: Text, topic: Topic, sentence: Sentence | None = None
    ) -> None:
        self.document = document
        self.text = text
        self.topic = topic
        self.sentence = sentence
        self.prose = straightened(text.prose)
        self.known: People = people(document)

    @cached_property
    def reading(self) -> Reading:
        return reading_of(self.document, self.text)

    @property
    def security(self) -> bool:
        """Whether an attack is told of."""
        return self.document.profile is Profile.SECURITY

    @property
    def causes(self) -> bool:
        """Whether the section names causes, so that a bare act counts as one."""
        return self.topic in _CAUSES

    @cached_property
    def opens(self) -> bool:
        """Whether it stands where a factor is named, if its section names factors."""
        one = self.sentence
        return one is None or heads_factor(self.document, one)

    @cached_property
    def asks(self) -> bool:
        return self.prose.rstrip(" *_)\"'").endswith("?")

    @cached_property
    def excluded(self) -> bool:
        return self.sentence is not None and is_excluded(self.sentence)

    @cached_property
    def praises(self) -> bool:
        return bool(_PRAISE.search(self.prose))

    def settled(self) -> Iterator[Blame]:
        """Claims of the detectors, one a person: the most specific, then the first."""
        if not self.prose.strip() or self.excluded:
            return
        for claim in _KNOWN.get(self.key, self._claims):
            yield self._blame(claim)

    @property
    def key(self) -> Hashable:
        """All that the claims depend on."""
        known = self.known.bearing(self.text.prose)
        said = (self.text.prose, self.topic, self.sentence is None, self.security, self.opens)
        return (*said, self.of_things, known)

    @cached_property
    def of_things(self) -> bool:
        """Whether "they" are the things that the sentence before speaks of."""
        return they_are_things(self.document, self.text)

    def _claims(self) -> tuple[_Claim, ...]:
        every = (claim for detector in _DETECTORS for claim in detector(self))
        kept: list[_Claim] = []
        for claim in sorted(every, key=lambda claim: (_ORDER.index(claim.code), claim.start)):
            if not any(_same(claim, other) for other in kept):
                kept.append(claim)
        return tuple(kept)

    def _blame(self, claim: _Claim) -> Blame:
        start, end = claim.start, claim.end
        end = ended_well(self.reading, self.prose, start, end)
        taken = self.prose[start:end]
        start += len(taken) - len(taken.lstrip(" ,:-*_"))
        end -= len(taken) - len(taken.rstrip(" ,;:.-*_!"))
        condition = _IF.search(self.prose[:start]) if claim.kind == "counterfactual" else None
        start = condition.start() if condition else start
        base = _CONFIDENCE.get(claim.actor, 0.8)
        return Blame(
            claim.code,
            self.text.span(start, max(start + 1, end)),
            " ".join(self.text.raw[start:end].split()),
            " ".join(claim.who.split()),
            claim.actor,
            claim.kind,
            " ".join(self._as_written(claim.act).split()).strip(" .,;:"),
            round(min(0.99, base * claim.weight), 2),
            self.causes,
        )

    def _as_written(self, words: str) -> str:
        """A stretch of the prose with the code, addresses and quotations that it masks."""
        at = self.prose.find(words)
        return self.text.raw[at : at + len(words)] if at >= 0 else words


_IF = regex(r"(?i)\b(?:if|unless)\s+$")  # without it, a quotation tells the opposite


def _same(claim: _Claim, other: _Claim) -> bool:
    """Whether two claims speak of the same person, or of the same words."""
    if claim.start < other.end and other.start < claim.end:
        return True
    pronoun = {"he", "she", "they", "his", "her", "their", "him"}
    if claim.who.lower() in pronoun or other.who.lower() in pronoun:
        return True
    return claim.who.lower() == other.who.lower()


_PRAISE = regex(
    r"(?i)^\W*(?:(?:many |huge |big |special |our )?(?:thanks|thank you|kudos|shout-?outs?|props|credit|hats off|congrat\w*|"
    r"well done|great (?:work|job)|good (?:work|job|catch))\b(?! to \S+(?:'s)?(?: \w+){0,3} (?:for (?:break|delet|dropp|forg|push)|we (?:lost|had|were|spent|missed)|the (?:site|service)|it all)))"
    r"|\b(?:did (?:a|an) (?:great|good|excellent|fantastic|amazing|superb|wonderful) job|quick thinking|saved the day|did nothing wrong|"
    r"did everything right|acted correctly|any(?:one|body) (?:else )?in (?:her|his|their|that|[\w-]+'s) (?:seat|place|position|shoes|chair|boots|role)|"
    r"would have done the same|could have happened to (?:any|every))"
)


# --- clauses -------------------------------------------------------------------------


class _Verdict(Struct, frozen=True):
    end: int
    kind: str
    act: str = ""
    weight: float = 1.0


def _acts(scene: _Scene) -> Iterator[_Claim]:
    """People as the doers of negative acts, active and passive."""
    if scene.topic is Topic.WENT_WELL or scene.praises:
        return
    frames = scene.reading.frames
    for index, frame in enumerate(frames):
        who = _doer(scene, frame, index)
        if who is None or _out_of_scope(scene, frame, frames, index, who):
            continue
        verdict = _judge(scene, frame, who, index)
        if verdict is None:
            continue
        start, end = _reach(frame, who, verdict)
        if frame.connector == "who" and (cleft := _CLEFT.match(scene.prose)):
            start = min(start, cleft.start("who"))
        yield _Claim(
            _CODES[who.actor],
            start,
            end,
            who.actor,
            who.text,
            verdict.kind,
            verdict.act,
            verdict.weight,
        )


# "It was our developer, as we saw from the address, who wiped it": the person stands in front.
_CLEFT = regex(
    r"(?i)\W*it (?:was|is) (?P<who>(?:the|our|an?|my|their|one of)\s+[^,;:]{1,60}), [^,;:]{1,80}, who\b"
)


def _doer(scene: _Scene, frame: Frame, index: int) -> Phrase | None:
    """The person who acts in *frame*, also one named before a colon ("@lee: forgot ...")."""
    who = frame.agent if frame.passive and not _told(frame) else frame.subject
    if who is None and frame.elided and not frame.passive and index == 0:
        who = _label_person(scene, frame.start)
    if who is not None and who.actor in (Actor.UNKNOWN, Actor.SYSTEM):
        who = _animate(scene, frame, who)
    if who is None or who.actor not in _CODES:
        return None
    return who


def _animate(scene: _Scene, frame: Frame, who: Phrase) -> Phrase | None:
    """An unknown name, or a trade that programs have, too, where only people do such things."""
    if who.head in SOFTWARE_NOUNS:
        alive = any(_ALIVE.match(one.verb) for one in scene.reading.frames if one.subject is who)
        return replace(who, actor=Actor.ROLE) if alive and _DEFINITE.match(who.text) else None
    named = _NAME_LIKE.fullmatch(who.text) and scene.known.may_be_name(who.text)
    only_people = _ONLY_PEOPLE.match(frame.verb) or _ONLY_PEOPLE.match(frame.infinitive or "-")
    return replace(who, actor=Actor.PERSON) if named and only_people else None


_ALIVE = regex(
    r"(?:walk|sleep|oversleep|shrug|talk|phone|apologi[sz]e|promise|argue|insist|panic|protest|quarrel|"
    r"bother|drive|laugh|smoke)\b"
)
_DEFINITE = regex(r"(?i)(?:the|our|that|this)\b")
_NAME_LIKE = regex(r"(?:[A-ZÀ-Þ][a-zà-öø-ÿ]+(?:[-'][A-ZÀ-Þ]?[a-zà-öø-ÿ]+)?|[a-z]+_[a-z]+)")
_ONLY_PEOPLE = regex(
    r"(?:think|decide|promise|argue|insist|shrug|bother|approve|sign|tell|say|ask|type|mistype|click|misclick|misread|panic|"
    r"quarrel|know|realise|realize|overlook|play|poke|guess|assume|paste|edit|tweak|review|look|want|hope|sleep|oversleep|hand|"
    r"protest|hack|copy|announce|admit|apologise|apologize|forget|neglect|bully|believe|load-test|hard-code|typo|hang|walk|"
    r"care|escalate|double-check|read|write|talk|answer|promote|phone|email|merge)\b"
)


def _told(frame: Frame) -> bool:
    """Passives whose subject is the one to act: "was supposed to", "could be bothered"."""
    return frame.agent is None and frame.verb in _TOLD


_TOLD = frozenset(
    {"bother", "suppose", "expect", "mean", "instruct", "remind", "tell", "ask", "warn", "require"}
)


def _label_person(scene: _Scene, before: int) -> Phrase | None:
    for phrase in scene.reading.phrases[:2]:
        between = scene.prose[phrase.end : before].strip()
        if (
            phrase.actor is Actor.PERSON
            and phrase.end <= before
            and between in (":", "-", "–", "—", ">")
        ):
            return phrase
    return None


def _reach(frame: Frame, who: Phrase, verdict: _Verdict) -> tuple[int, int]:
    if frame.passive and who is frame.agent:
        return frame.start, max(verdict.end, who.end)
    return min(who.start, frame.start), max(verdict.end, frame.end, who.end)


_LETTING = regex(
    r"(?i)\b(?:let|lets|letting|allow\w*|permit\w*|enabl\w*|help\w*|made|makes?|mak(?:es|ing) it \w+ for|forc\w*|requir\w*|ask(?:s|ed)?|"
    r"prompt\w*|led|leads?|possible for|easy for|prevent\w*|stop\w*|warn\w*|without|expects?|"
    r"expected|assum\w+|told|instruct\w*)(?: that)?\s*$"
)
_FUTURE = frozenset({"will", "would", "can", "may", "might", "must", "shall", "'ll", "could"})


def _out_of_scope(
    scene: _Scene, frame: Frame, frames: tuple[Frame, ...], index: int, who: Phrase
) -> bool:
    """Plans, possibilities, negated causes and acts that a system allowed."""
    if frame.modal in _FUTURE and not frame.perfect:
        return "bother" not in frame.text or not frame.negated
    if not frame.finite and not frame.passive and _chosen(frame, frames, index):
        return False
    if not frame.finite and not frame.passive:
        return not _gerund_counts(scene, frame, who)
    if frame.conditional and not frame.perfect and not (frame.past and not _generic(scene)):
        return True
    if frame.infinitive and frame.verb == "be" and not frame.perfect and not frame.passive:
        pass
    before = scene.prose[max(0, who.start - 40) : who.start]
    return bool(_LETTING.search(before)) and frame.start >= who.end and not frame.perfect


_CHOICES = frozenset(
    {
        "decide",
        "choose",
        "opt",
        "elect",
        "prefer",
        "manage",
        "proceed",
        "continue",
        "dare",
        "insist",
    }
)


def _chosen(frame: Frame, frames: tuple[Frame, ...], index: int) -> bool:
    """``chose to ignore``, ``decided not to test``: the act hangs on the choice."""
    if frame.connector != "to" or index == 0:
        return False
    main = frames[index - 1]
    settled = main.verb in _CHOICES and main.finite and not main.negated and not main.modal
    return settled and main.subject is frame.subject and frame.start - main.end < 12


def _generic(scene: _Scene) -> bool:
    return bool(regex(r"(?i)\b(?:if|when(?:ever)?) (?:an?|any|some)\b").search(scene.prose))


def _gerund_counts(scene: _Scene, frame: Frame, who: Phrase) -> bool:
    """``Dave running the wrong script took it down``, ``due to Priya forgetting it``."""
    if frame.verb in words.STATES or who.end > frame.start or frame.start - who.end > 12:
        return False
    if scene.prose[who.end : frame.start].strip() not in ("", "not", "'s", "never"):
        return False
    before = scene.prose[: who.start]
    causal = _CAUSAL_END.search(before)
    if causal:
        return True
    return not before.strip(" -*") and frame.connector in ("participle", "gerund", "g")


def _judge(scene: _Scene, frame: Frame, who: Phrase, index: int) -> _Verdict | None:
    """What is said of the act; None where it is neutral."""
    if who.actor is Actor.TEAM and not _people_meant(scene, frame, who):
        return None
    if who.actor is Actor.PERSON and _ITS.search(
        scene.prose, frame.end, max(frame.end, frame.object_end)
    ):
        return None  # a person has no "its": the name is a machine's
    for judge in _JUDGES:
        verdict = judge(scene, frame, who)
        if verdict is not None:
            return _for_actor(scene, frame, who, verdict)
    if who.actor in _SINGLE:
        found = _bare_act(scene, frame, who, index)
        if found is not None:
            return found
    return _went_badly(scene, frame, who, index)


def _for_actor(scene: _Scene, frame: Frame, who: Phrase, verdict: _Verdict) -> _Verdict | None:
    """Nobody in particular is blamed only by a verdict on character."""
    if who.actor is not Actor.INDEFINITE:
        return verdict
    pronoun = who.head in _NOBODY_IN_PARTICULAR or _QUANTIFIED.match(who.text)
    if pronoun or verdict.kind not in ("verdict", "act", "omission"):
        return None
    strong = frame.verb in ("ignore", "refuse", "shirk") or "bother" in frame.verb
    strong = strong or bool(
        regex(r"(?i)careless|reckless|negligen|blindly|lazily").search(
            scene.prose[who.start : verdict.end]
        )
    )
    return verdict if strong else None


_ITS = regex(r"(?i)\bits(?:elf)?\b")
_NOBODY_IN_PARTICULAR = frozenset(
    "someone somebody anyone anybody nobody everyone everybody one no-one noone who whoever none person".split()
)
_QUANTIFIED = regex(
    r"(?i)(?:no|any|some|every|each|several|many|few|most|two|three|one of|none|all)\b"
)


def _people_meant(scene: _Scene, frame: Frame, who: Phrase) -> bool:
    """Whether a team stands there as its people; "they" may be machines."""
    if _GENERIC.fullmatch(who.text.strip()):
        return False
    if who.head in ("they", "them", "themselves"):
        if scene.of_things:
            return False
        return bool(_OF_THEM.match(frame.verb)) or bool(_OF_THEM.match(frame.infinitive or "-"))
    if who.head in _DUBIOUS_TEAMS and len(who.text.split()) == 1:
        return bool(_ANIMATE.search(frame.verb)) or bool(_ANIMATE.match(frame.infinitive or "-"))
    return True


_GENERIC = regex(
    r"(?i)(?:the\s+)?(?:people|folks|guys|peeps|staff|personnel|employees|students|users|humans|everybody|everyone|workers|operators|individuals)"
)
_OF_THEM = regex(
    r"(?:bother|care|tell|inform|test|review|refuse|forget|neglect|listen|communicate|read|warn|announce|ask|insist|argue|approve)\b"
)
_DUBIOUS_TEAMS = frozenset(
    "platform backend frontend infra infrastructure security support network networking product engineering it operations".split()
)
_ANIMATE = regex(
    r"^(?:tell|inform|bother|care|refuse|forget|neglect|test|review|read|check|communicate|ask|notify|document|"
    r"escalate|answer|listen|warn|announce|blame|approve|sign|promise|insist|coordinate|verify|consult|"
    r"pay|drop|ignore|push|merge|sit|mess|screw|botch|think|know|understand|mention|talk|respond|reply|share|deploy|follow|skip|make|take|give|want|decide|assume|rush|change|block)\b"
)


# - the judges, most certain first


def _clip(scene: _Scene, frame: Frame, whole: bool = False) -> int:
    """Where the act ends: before a comma, a time, or a further clause."""
    stretch = scene.prose[frame.object_start : frame.object_end]
    stop = (_HARD_STOP if whole else _SOFT_STOP).search(stretch)
    end = frame.object_start + (stop.start() if stop else len(stretch))
    return max(frame.end, end)


_SOFT_STOP = regex(
    r"(?i),|\s(?:at (?:about |around )?\d|before |after |on (?:mon|tues|wednes|thurs|fri|satur|sun)day|because|so that|which|who|and (?:then )?(?:the|this|it|took|broke|caused|left)|but|\()"
)
_HARD_STOP = regex(r"(?i)\s\(|;|,\s(?:but|and|so|which|who|while)\b")


def _shifted_blame(scene: _Scene, frame: Frame, who: Phrase) -> _Verdict | None:
    """``Dave is to blame``, ``was at fault``, ``admitted``, ``owned up``."""
    if frame.negated and "bother" not in frame.text:
        return None
    tail = scene.prose[frame.object_start : max(frame.object_end, frame.end + 80)]
    if frame.verb == "be":
        match = None if negated_at(scene.prose, who.start) else _AT_FAULT.match(tail)
        if match and _credits(match):
            return None
        return _Verdict(frame.object_start + match.end(), "verdict", "", 1.0) if match else None
    match = _OWNS_UP.match(scene.prose[frame.start : frame.object_end])
    if (
        match
        and not frame.passive
        and not (who.actor is Actor.TEAM and "apolog" in match[0].lower())
    ):
        return _Verdict(frame.start + match.end(), "verdict", "", 0.95)
    return None


def _credits(match: re.Match[str]) -> bool:
    """ "The one who knows it best": what makes somebody stand out is no fault."""
    told = _ONE_WHO.match(match[0])
    return told is not None and lemma(told[1].lower())[0] in words.PRAISE_VERBS | words.STATES


_ONE_WHO = regex(r"(?i)the\s+\w+\s+(?:who|that|which)\s+(?:(?:has|had|also|first|always)\s+)?(\w+)")
_AT_FAULT = regex(
    r"(?i)(?:(?:clearly|solely|entirely|largely|mainly|partly|fully|directly|obviously|the one|really|personally|also|again|ultimately|primarily|both|in part|very much|squarely|completely|once again)\s+)*"
    r"(?:to blame|at fault|in the wrong|guilty|culpable|liable(?!\s+for\s+(?:the\s+)?(?:costs?|fees?|taxes|payment|rent|expenses))|accountable for (?:the|this|that)\b|"
    r"responsible(?:\s+(?:for\s+(?:(?:the|this|that|these|our|all|causing|breaking|bringing|taking|deleting|dropping|it|what|\w+ing)\b)[^.;,]{0,60}?\b(?:outage|incident|failure|downtime|"
    r"loss|crash|mess|mistake|error|problem|issue|breakage|disruption|delay|deletion|bug|happened|down|deleted|broke\w*|causing|deleting|breaking|dropping|data|this|it)\b)|(?=\W*$))|"
    r"the\s+(?:one|person|guy|engineer|developer)\s+(?:who|that|which)\s+(?!wrote the|saved|first)[^.;,]{2,50}|(?:the\s+)?(?:culprit|offender|guilty party|weak link|perpetrator|(?:root |main |real |actual |primary |only )*(?:cause|problem|reason))\b(?:\s+(?:of|for)\s+[^.;,]{0,40})?|"
    r"wrong\b|the one (?:to blame|at fault)\b[^.;,]{0,40}|behind\s+(?:the|this)\s+(?:\w+\s)?(?:outage|incident|failure|mess|breakage|mistake)|"
    r"asleep\b(?!\s+(?:when|and|by|until|at\s+(?:home|\d))\b)[^.;,]{0,30}|(?:far |much |way )?too slow\b[^.;,]{0,40}|(?:far |much )?too late\b[^.;,]{0,40}|slow to \w+[^.;,]{0,40}|late (?:to|in) \w+[^.;,]{0,40}|"
    r"nowhere to be (?:found|seen)|unwilling to [^.;,]{0,40}|not (?:paying attention|careful enough|thorough enough)|"
    r"(?:sitting|watching|playing|chatting|browsing|goofing|fooling|messing)\b[^.;,]{0,40}\binstead\b[^.;,]{0,30})"
)
_OWNS_UP = regex(
    r"(?i)(?:has |have |had |later |then |finally |eventually |also )*(?:own(?:ed|s) up\b[^.;,]{0,40}|confess\w*\b[^.;,]{0,50}|"
    r"admit(?:s|ted)\b(?!\s+(?:to\s+)?(?:hospital|the\s+pods?|requests?|traffic|patients?))[^.;,]{0,60}|"
    r"(?:took|takes|taken|accept\w*|bears?|bore|assum\w+)\s+(?:the\s+|full\s+|all\s+|sole\s+)*(?:blame|responsibility for (?:the|this|it|what|caus|break)\w*|the fall)[^.;,]{0,30}|"
    r"apologi[sz]ed for (?:his|her|their|the (?:mistake|error|oversight|slip|mix-up)|\w+ing)[^.;,]{0,40}|"
    r"drop(?:s|ped)? the ball|cut(?:s)? (?:some |several )?corners|jumped the gun|fell asleep|(?:took|takes|taking) (?:his|her|their) (?:sweet )?(?:own )?time|"
    r"(?:sat|sits|sitting) on (?:the|this|it|his|her|their)\b[^.;,]{0,40}|could(?:n't| not)(?: even)? be bothered[^.;,]{0,40}|"
    r"got (?:it|this|that|everything|the \w+) (?:all |completely |badly )?wrong|"
    r"ha(?:s|ve|d) a (?:\w+ )?(?:habit|history|track record|tendency) of\b[^.;,]{0,60}|(?:took|needed) (?:\w+ )?\d+ (?:minutes|hours|min|hrs?|days) (?:to (?:even|finally)|before (?:even|finally))\b[^.;,]{0,40}|"
    r"lost (?:control|track|sight|(?:his|her) temper|(?:his|her) nerve)\b[^.;,]{0,40}|(?:told|informed|notified|asked|warned|consulted) (?:nobody|no one|no-one)\b[^.;,]{0,40}|(?:kept|keeps) (?:quiet|silent|it (?:quiet|secret|to (?:him|her)self))\b[^.;,]{0,30}|said nothing\b|"
    r"wait(?:ed|s) (?:far |way |much )?(?:too long|(?:for )?(?:over |more than |nearly |almost |another )?(?:an?|two|three|\d+) (?:whole |full )?(?:hours?|minutes|days?|half hour))\b[^.;,]{0,20}\b(?:before|to|until)\b[^.;,]{0,40}|wait(?:ed|s) (?:far |way |much )?too long|hesitated\b[^.;,]{0,40}|"
    r"drag(?:ged|s) (?:his|her|their) (?:feet|heels)|(?:went|goes) (?:home|to (?:lunch|bed|sleep))\b(?= (?:without|instead|and left|in the middle))[^.;,]{0,40}|covered (?:it |this |that )?up\b[^.;,]{0,30}|"
    r"had no (?:idea|clue) (?:what|how|why)\b[^.;,]{0,40}|owes? (?:us|everyone|the (?:team|company|customers))\b[^.;,]{0,40}|(?:has|have) (?:some|a lot of) explaining to do|single-?handedly (?:\w+ ){0,4}(?:down|broke\w*|killed|destroyed)[^.;,]{0,40}|strikes again|(?:went|goes|turned over and went|gone) (?:straight )?back to (?:sleep|bed)\b|(?:made|makes?|making) (?:it|things|everything|matters|the \w+) (?:even |much |far )?worse\b|(?:did|does) (?:absolutely |next to )?nothing\b[^.;,]{0,20}|wav(?:ed|es) (?:it|this|(?:the|a) [\w ]{2,30}) through|rubber-?stamp\w*\b[^.;,]{0,40}|"
    r"took (?:\w+ ){1,3}(?:minutes|hours|days|weeks) to (?:even|finally|answer a simple)\b[^.;,]{0,40}|"
    r"looked the other way|turned a blind eye|passed the buck|took (?:a )?shortcuts?\b[^.;,]{0,30}|"
    r"(?:took|takes) (?:far |way |much )?too (?:long|much time)[^.;,]{0,40}|"
    r"(?:only |just )?(?:guess|gambl)(?:ed|es)\b[^.;,]{0,40}|(?:should|ought to) know better|knew better[^.;,]{0,30}|let (?:us|everyone|the team|the whole team|everybody) down|"
    r"put (?:the|our) \w+ at risk|wast(?:ed|es) (?:\w+ )?(?:\w+ )?(?:minutes|hours|time)\b[^.;,]{0,40}|"
    r"(?:made|makes|making|committed|commits) (?:a|an|the|another|this|two|several|some|his|her|many|that|one|such a|yet another)\s(?:[\w-]+\s){0,3}?(?:mistakes?|errors?|typos?|blunders?|slips?|misjudge?ments?|oversights?|wrong \w+|assumption|bad (?:call|decision))\b[^.;,]{0,50}|"
    r"mistook [^.;,]{0,60}|(?:mixed|mixes) up [^.;,]{0,50}|confused [^.;,]{0,30} (?:with|for|and) [^.;,]{0,40})"
)


def _slip(scene: _Scene, frame: Frame, who: Phrase) -> _Verdict | None:
    """Verbs that are a verdict in themselves: forgot, ignored, mistyped, messed up."""
    verb = frame.verb
    plain = verb in words.SLIPS or verb in words.PHRASAL_SLIPS
    if not plain or frame.negated:
        return None
    if frame.passive and who is not frame.agent:
        return None
    if verb == "lie" and not regex(r"(?i)(?:to|about)\b").match(frame.object):
        return None
    if verb == "blow up" and not frame.object:
        return None
    if _counter(frame):
        return None
    kind = "omission" if verb in ("forget", "neglect", "overlook", "disregard", "ignore") else "act"
    end = _clip(scene, frame)
    return _Verdict(end, kind, _deed(frame, end, scene))


def _counter(frame: Frame) -> bool:
    return frame.conditional and not frame.perfect


def _deed(frame: Frame, end: int, scene: _Scene) -> str:
    return scene.prose[frame.start : end]


def _skips(scene: _Scene, frame: Frame, who: Phrase) -> _Verdict | None:
    """A safeguard left out on purpose: skipped the review, bypassed the gate."""
    if frame.verb not in words.SKIPS or frame.negated:
        return None
    if not words.SAFEGUARDS.search(frame.object) or words.EXCUSED.search(scene.prose, frame.end):
        return None
    end = _clip(scene, frame)
    return _Verdict(end, "act", _deed(frame, end, scene))


def _fails(scene: _Scene, frame: Frame, who: Phrase) -> _Verdict | None:
    """``failed to page``, ``refused to answer``, ``did not bother to``."""
    end = _clip(scene, frame)
    deed = _deed(frame, end, scene)
    if frame.verb == "fail" and not frame.negated:
        if regex(
            r"(?i)(?:in (?:his|her|their|to)|at (?:his|her|their)|us\b|miserably|again to|badly)"
        ).match(frame.object):
            return _Verdict(end, "omission", deed)
        duty = frame.infinitive and (
            frame.infinitive not in words.INABILITY or "in time" in frame.object
        )
        if duty and not _excuse_follows(scene, frame):
            return _Verdict(end, "omission", deed)
    if frame.verb == "refuse" and frame.infinitive and not frame.negated:
        return _Verdict(end, "act", deed)
    if frame.verb in ("bother", "care", "trouble") and frame.negated:
        return _Verdict(end, "omission", deed)
    if frame.verb == "miss" and not frame.negated and not frame.passive and not _own_team(who):
        if _MISSED.search(frame.object) and not _excuse_follows(scene, frame):
            return _Verdict(end, "omission", deed, 0.95)
    return None


_MISSED = regex(
    r"(?i)^(?:(?:the|a|an|all|every|this|that|both|several|two|three|four|its?|his|her|their|our|some|many|very|most|these|those|first|second|obvious|clear|glaring|\w+ly)\s+)*"
    r"(?:\w+[\s-]){0,3}?(?:alerts?|alarms?|pages?|signs?|warnings?|steps?|errors?|bugs?|deadlines?|it|this|that|notifications?|emails?|messages?|flags?|"
    r"problems?|issues?|typos?|mistakes?|point|obvious|line|check|hand-?over|change|spike|graph|dashboard|renewal|detail|ticket|"
    r"fact|regression|calls?|review|escalation|migration|condition|\w+ case|notes?|reminder|entry|setting|window|again|part|everything|cue|log)\b"
)
_EXCUSE = regex(
    r"(?i)\b(?:because|since|as|due to|given that|owing to)\b(?:\s+(?:of|that))?\s+(?!he\b|she\b|they\b|(?:of\s+)?(?:his|her|their)\b)(?:there (?:was|were|is) no|no\b|neither|nobody|nothing|"
    r"it\b|the\b|an?\b|its\b|our\b|this\b|that\b|[A-Z]\w+|all\b|both\b|two\b)"
)


def _excuse_follows(scene: _Scene, frame: Frame) -> bool:
    """Whether the sentence names the condition: "because the rule routed it elsewhere"."""
    match = _EXCUSE.search(scene.prose, frame.end)
    if match is None:
        match = regex(r"(?i)\bso\b(?= (?:nobody|the on-call|\w+ (?:did|never|missed)))").search(
            scene.prose[: frame.start]
        )
        return match is not None
    later = [f for f in scene.reading.frames if f.start > match.start()]
    people_there = later and later[0].subject is not None and later[0].subject.actor in _CODES
    return not people_there or bool(later and later[0].passive)


def _omits(scene: _Scene, frame: Frame, who: Phrase) -> _Verdict | None:
    """A duty not done: did not check, never told us."""
    if not frame.negated or frame.passive or frame.modal or frame.conditional:
        return None
    never = "never" in frame.adverbs
    head = frame.verb.split()[0]
    if head == "get" and not regex(
        r"(?i)(?:approval|sign|permission|a review|anyone|the ok)"
    ).match(frame.object):
        return None
    present = frame.finite and not frame.past and not frame.perfect
    if frame.progressive:
        return None
    if present and not (
        who.actor in _SINGLE | {Actor.TEAM}
        and (
            never
            or head
            in (
                "care",
                "listen",
                "read",
                "test",
                "follow",
                "understand",
                "communicate",
                "bother",
                "document",
                "check",
                "review",
            )
        )
    ):
        return None
    if head == "have" or head == "be":
        return None
    if head == "do" and not frame.object and _DUTY_BEFORE.search(scene.prose[: frame.start]):
        return _Verdict(frame.end, "omission", "")
    if head in _NO_REPROACH or _excuse_follows(scene, frame):
        return None
    if present and head not in words.DUTIES:
        return None
    if head in _NEEDS_OBJECT and not frame.object:
        return None
    if head in ("do", "make", "take") and not _DUE.match(frame.object):
        return None
    if head in ("see", "understand") and regex(r"(?i)that\b").match(frame.object):
        return None
    if (
        head in ("notice", "catch", "spot", "understand", "look", "respond", "react", "work")
        and who.actor is Actor.TEAM
    ):
        return None
    if who.actor is Actor.TEAM and _own_team(who):
        return None
    if _NEEDLESS.search(frame.object) or _REPORTS.search(frame.object):
        return None
    weight = 0.8 if frame.perfect and not frame.past and not never else 0.95
    end = _clip(scene, frame)
    return _Verdict(end, "omission", _deed(frame, end, scene), weight)


_NO_REPROACH = words.INABILITY | frozenset(
    "know see have be receive reach find lose need change affect cause reproduce realise realize mean exist happen want get "
    "suffer experience remember recall feel hear expect go come leave lack own stop".split()
)
_DUTY_BEFORE = regex(
    r"(?i)\b(?:responsib\w+|jobs?|dut(?:y|ies)|supposed|should|asked|told|task|had to|trust\w*|rel(?:y|ied)|count\w* on|expect\w*|promised|agreed)\b"
)
_NEEDS_OBJECT = frozenset(
    "run use set add include remove do close lock enable disable get give keep bring say learn log pull perform apply push roll revert post fix create set-up help clear make take stop".split()
)
_DUE = regex(
    r"(?i)(?:(?:his|her|their|the|any|a|enough|proper|due|basic|its)\s+)*(?:\w+\s)?(?:jobs?|homework|duty|check\w*|test\w*|review\w*|diligence|backup\w*|anything|sure|care|steps?|precautions?|note|notes|time|effort|action|it|that|this|part|bit|so)\b"
)
_NEEDLESS = regex(
    r"(?i)\b(?:any (?:impact|errors?|problems?|issues?|anomal\w+|customers?)|anything (?:unusual|wrong|suspicious|abnormal|odd)|further|yet)\b|until \d"
)
_REPORTS = regex(
    r"(?i)^(?:any|an?|the) (?:alert|page|notification|email|error)s?\b (?:from|until|for)"
)


def _own_team(who: Phrase) -> bool:
    return bool(
        regex(r"(?i)(?:the|our|my|this)\s+(?:whole\s+|entire\s+)?team").fullmatch(who.text.strip())
    )


def _counterfactual(scene: _Scene, frame: Frame, who: Phrase) -> _Verdict | None:
    """``should have checked``, ``had @lee read``, ``if Dave hadn't pushed``."""
    if who.actor is Actor.INDEFINITE or (frame.passive and not _told(frame)):
        return None
    if frame.passive and frame.verb in ("warn", "tell", "remind"):
        match = _TOLD_BUT.match(scene.prose, frame.start)
        return _Verdict(match.end(), "counterfactual", "", 0.85) if match else None
    if frame.passive and frame.perfect:
        return None
    tail = _clip(scene, frame)
    deed = _deed(frame, tail, scene)
    head = frame.verb.split()[0]
    if who.actor is Actor.TEAM and frame.modal:
        return None
    if (
        who.actor is Actor.TEAM
        and (_own_team(who) or who.head in ("they", "them"))
        and not frame.conditional
    ):
        return (
            None
            if who.head != "they"
            else (
                _Verdict(tail, "counterfactual", deed, 0.8)
                if frame.modal in ("should", "ought") and frame.perfect and _ANIMATE.match(head)
                else None
            )
        )
    if frame.perfect and frame.modal in ("should", "ought", "could", "might", "must"):
        return _past_modal(frame, head, tail, deed)
    if frame.conditional and frame.perfect:
        return _past_condition(scene, frame, head, tail, deed)
    if _SUPPOSED.match(scene.prose[frame.start : frame.end + 150]) and not scene.asks:
        return _Verdict(tail, "counterfactual", deed, 0.8)
    return None


_TOLD_BUT = regex(
    r"(?i)(?:had|has|have|was|were)\s+(?:been\s+)?(?:explicitly |repeatedly )?(?:warned|told|reminded)\b[^.;]{0,50}?(?:,\s*|\s)(?:but|and|yet)\s+(?:still\s+|then\s+)?(?:went ahead|did|ignored|went on|carried on|pushed|deployed|merged|continued|chose|proceeded|never|forgot)\b[^.;,]{0,40}"
)
_EXPERIENCE = frozenset(
    "receive have get be see know find happen arrive feel need own hear notice".split()
)
_SUPPOSED = regex(
    r"(?i)(?:was|were|is|had been)\s+(?:supposed|expected|meant|told|asked|instructed|reminded|warned|required|trained)\s+(?:repeatedly\s+|explicitly\s+|many times\s+|twice\s+|not\s+)?(?:to|about)\b[^.;]{0,90}?"
    r"(?:,?\s+(?:but|yet|and)\s+(?:did(?:n't| not)|never|forgot|failed|chose|ignored|went ahead|still|instead)|\bbut\b|and yet|anyway|, and did)"
)


def _past_modal(frame: Frame, head: str, tail: int, deed: str) -> _Verdict | None:
    if frame.negated and frame.modal in ("could", "might", "must"):
        return None
    if head in ("receive", "get", "happen", "arrive", "feel", "need") or (
        head == "have" and not frame.negated
    ):
        return None
    if head == "be" and not regex(
        r"(?i)(?:more |better )?(?:careful|aware|prepared|faster|quicker|awake|watching|monitoring|thorough|diligent|patient|attentive|paying|able|wiser|fired)"
    ).match(frame.object):
        return None
    if frame.modal == "must" and head not in ("know", "see", "notice", "realise", "realize", "be"):
        return None
    weight = 0.95 if frame.modal in ("should", "ought") else 0.85
    if (head == "see" and not frame.object) or (
        head == "read" and frame.object.startswith("access")
    ):
        return None
    return _Verdict(tail, "counterfactual", deed, weight)


def _past_condition(
    scene: _Scene, frame: Frame, head: str, tail: int, deed: str
) -> _Verdict | None:
    if frame.negated and (
        head in words.PRAISE_VERBS or head == "be" or words.WORSE.search(scene.prose)
    ):
        return None
    if not frame.negated and (head in ("be", "have", "know") or words.WORSE.search(scene.prose)):
        return None
    if scene.topic in (Topic.LUCKY, Topic.WENT_WELL):
        return None
    return _Verdict(tail, "counterfactual", deed, 0.9)


def _wrong_act(scene: _Scene, frame: Frame, who: Phrase) -> _Verdict | None:
    """Neutral acts that the object or the manner turns into a verdict."""
    if frame.negated or frame.verb in words.STATES or _counter(frame):
        return None
    if frame.passive and frame.agent is None:
        return None
    head = frame.verb.split()[0]
    span_end = _clip(scene, frame)
    stretch = scene.prose[frame.object_start : max(span_end, frame.object_end)]
    whole = _clip(scene, frame, whole=True)
    excused = words.EXCUSED.search(stretch)
    passive_text = scene.prose[: frame.start] if frame.passive and not frame.elided else ""
    acting = head in words.DOING or head not in words.PRAISE_VERBS
    deed = _deed(frame, span_end, scene)
    if acting and head in words.DOING | _ALSO_DOING | {
        "assume",
        "make",
        "give",
        "do",
        "pick",
        "read",
        "diagnose",
        "answer",
        "bring",
        "leave",
    }:
        wrong = words.WRONG_OBJECT.match(frame.object)
        if wrong and (wrong[0].lower().endswith(("wrong", "incorrect")) or not _repairing(frame)):
            return _Verdict(span_end, "act", deed)
        later = (
            words.WRONG_LATER.search(scene.prose, frame.object_start, whole)
            if not frame.passive
            else None
        )
        if (
            later
            and head not in ("test", "check", "look", "log", "search")
            and not _repairing(frame)
        ):
            return _Verdict(max(later.end(), span_end), "act", deed, 0.9)
        wrong_done = passive_text and _WRONG_DONE.match(passive_text)
        if wrong_done and not is_repair(frame):
            return _Verdict(span_end, "act", deed, 0.95)
    if acting:
        found = _manner(scene, frame, who, whole)
        if found and not excused:
            return _Verdict(max(found, span_end) if found <= whole else found, "act", deed)
    return _harm(scene, frame, who, head, span_end, deed)


_WRONG_DONE = regex(rf"(?i)\s*(?:(?:the|a|an|this)\s+)?{words.WRONG}\b")
_ALSO_DOING = frozenset(
    "ask answer choose tell say use take bring copy open close order quote book label name file state key read carry dial issue "
    "give grant draw wire solder connect load move place plug pour prescribe pass pay print quote send serve ship sign spell "
    "store swap teach transfer treat unplug wear write leave log measure weigh count calculate compute estimate".split()
)


def _repairing(frame: Frame) -> bool:
    return bool(regex(r"(?i)(?:\w+\s+){0,2}(?:fix|revert|rollback|correction|patch for)\b").match(frame.object)) or frame.verb in (
        "disable", "remove", "revert", "stop", "kill", "block", "replace", "recover", "restore", "roll back", "cancel", "rotate", "drain", "isolate",
    )  # fmt: skip


def _manner(scene: _Scene, frame: Frame, who: Phrase, whole: int) -> int:
    """End of words that judge how it was done, or 0."""
    adverbs = " ".join(frame.adverbs)
    if words.MANNER.search(adverbs) or words.MANNER.search(frame.text):
        return frame.end
    match = words.MANNER.search(scene.prose, frame.end, whole)
    if match and scene.topic in (Topic.TIMELINE, *_RESPONSE) and " to " in match[0]:
        match = None  # "deploys it directly to master" is how some emergencies are mended
    if match and not (
        match[0].lower().startswith(("too", "again", "once"))
        and frame.verb in words.PRAISE_VERBS
        and who.actor is not Actor.PERSON
    ):
        return match.end()
    lacking = words.WITHOUT.search(scene.prose, frame.end, whole)
    return lacking.end() if lacking else 0


def _harm(
    scene: _Scene, frame: Frame, who: Phrase, head: str, end: int, deed: str
) -> _Verdict | None:
    """Damage done: took the site down, dropped the table, broke the build."""
    if scene.topic in _RESPONSE or (frame.conditional and not frame.perfect):
        return None
    stretch = scene.prose[frame.object_start : frame.object_end]
    if words.EXCUSED.search(stretch) or frame.modal in _FUTURE:
        return None
    near = scene.prose[frame.object_start : end]
    acted_on = frame.subject.text if frame.passive and frame.subject is not None else near
    if head == "cause" or (
        head
        in (
            "trigger",
            "introduce",
            "create",
            "produce",
            "provoke",
            "precipitate",
            "lead",
            "result",
            "contribute",
        )
        and words.OUTAGE.search(near or acted_on)
    ):
        if (
            head == "cause"
            and frame.passive
            and not words.OUTAGE.search(acted_on)
            and len(acted_on.split()) > 3
        ):
            return None
        return _Verdict(end, "cause", deed)
    damaging = (
        head in words.DAMAGE_VERBS
        or frame.verb in words.DAMAGE_PHRASAL
        or _DOWN.search(scene.prose[frame.start : end])
    )
    if damaging and not words.WORTHLESS.search(acted_on):
        if head in (
            "kill",
            "leak",
            "expose",
            "cost",
            "knock",
            "sink",
            "wipe",
            "erase",
            "exhaust",
            "trip",
            "take",
            "shut",
            "bring",
            "disrupt",
            "starve",
            "flood",
            "overload",
        ) and not _harmed(scene, frame, acted_on):
            return None
        if head in ("kill", "shut") and scene.topic is Topic.TIMELINE:
            return None
        if head == "break" and not (
            words.VALUED.search(acted_on)
            or regex(r"(?i)(?:the|our|\w+'s|it|every|some|all)\b").match(near)
            or scene.causes
        ):
            return None
        return _Verdict(end, "cause", deed)
    if (
        head in words.DESTROYING
        and words.VALUED.search(acted_on)
        and not words.WORTHLESS.search(acted_on)
    ):
        if head in ("remove", "rm", "format") and not regex(
            r"(?i)\b(?:prod\w*|data|all|every)"
        ).search(acted_on):
            return _aftermath(scene, frame, end, deed)
        if scene.topic is Topic.TIMELINE and not (
            frame.passive or regex(r"(?i)\bprod").search(acted_on)
        ):
            return _aftermath(scene, frame, end, deed)
        return _Verdict(end, "act", deed, 0.85)
    if head == "leave" and _LEFT.search(_UNTIL.match(scene.prose, frame.end)[0]):  # type: ignore[index]
        return _Verdict(end, "omission", deed, 0.95)
    if head == "let" and regex(
        r"(?i)\b(?:expire|lapse|slip|run out|fill up|rot|drift|happen|through)\b"
    ).search(stretch):
        return _Verdict(end, "omission", deed, 0.95)
    if head == "allow" and regex(r"(?i)\bto (?:expire|lapse|slip|fill|run out|happen)\b").search(
        stretch
    ):
        return _Verdict(end, "omission", deed, 0.9)
    if head in ("delay", "hold") and regex(
        r"(?i)(?:up )?(?:the|our|a) (?:\w+ )?(?:rollback|response|recovery|fix|mitigation|escalation|resolution|incident)"
    ).match(stretch):
        return _Verdict(end, "act", deed, 0.85)
    if (
        head in ("lose", "waste", "cost")
        and regex(
            r"(?i)^(?:us |all |our |the company |customer )*(?:\w+ )?(?:data|hours|minutes|time|money|backups?|keys?|customers?)"
        ).search(stretch)
        and not regex(r"(?i)connect|access|network").search(stretch)
    ):
        return _Verdict(end, "cause", deed, 0.8)
    if head in ("keep", "insist") and regex(
        r"(?i)^(?:on )?(?:break|chang|push|ignor|deploy|merg|mak|touch|doing)\w*"
    ).search(stretch):
        return _Verdict(end, "act", deed, 0.8)
    if (
        head in ("rush", "force", "push", "ram", "yolo")
        and regex(
            r"(?i)\b(?:through|out the door|into prod\w*|the release|the deploy\w*|the change)\b"
        ).search(stretch)
        and head != "push"
    ):
        return _Verdict(end, "act", deed, 0.8)
    if head == "do" and regex(
        r"(?i)(?:something|nothing|a (?:bad|poor|terrible|lousy|sloppy) job|it (?:wrong|badly)|the wrong)\b"
    ).match(stretch):
        return _Verdict(end, "act", deed, 0.8)
    if head == "push" and regex(
        r"(?i)\b(?:straight|directly) to\b|\bto (?:main|master|prod\w*) (?:without|on a friday)"
    ).search(stretch):
        return _Verdict(end, "act", deed, 0.85)
    if frame.verb == "think" and scene.prose[frame.end :].strip().startswith(
        ("it was fine", "it would be fine", "he could", "she could")
    ):
        return _Verdict(end, "act", deed, 0.6)
    return _aftermath(scene, frame, end, deed)


_DOWN = regex(
    r"(?i)\b(?:took|take|takes|taken|taking|brought|bring\w*|knocked|knocking|kicked)\b[^.;,]{0,60}?\b(?:down|offline|out|to its knees|to a halt)\b"
)
_LEFT = regex(
    r"(?i)\b(?:unset|open|disabled|enabled|running|in place|unattended|exposed|unprotected|unlocked|unmonitored|untested|out|behind|"
    r"switched (?:off|on)|turned (?:off|on)|on overnight|half|unfinished|unpatched|undocumented|off|muted|silenced|broken|"
    r"in the (?:code|config|repo|cluster|clear|dark)|with(?:out| no)|unanswered|unread|hardcoded|public|world-\w+|empty|unconfigured|as is|us (?:with|to|in))\b"
)
_PURPOSE = regex(
    r"(?i)\b(?:rotation|maintenance|drain|of service for|pool|load balancer|as a precaution|temporarily)\b"
)


def _harmed(scene: _Scene, frame: Frame, acted_on: str) -> bool:
    return bool(
        words.VALUED.search(acted_on) or words.OUTAGE.search(acted_on)
    ) and not _PURPOSE.search(scene.prose[frame.end : frame.object_end])


_RESULT = regex(
    r"(?i)(?:,\s*(?:and\s+)?|\s+and\s+(?:thereby\s+|thus\s+)?|\s+-+\s*|\s*[–—]\s*)(?:which\s+(?:then\s+|in\s+turn\s+|promptly\s+|immediately\s+)?(?:caused|took|brought|broke|crashed|led\s+to|resulted\s+in|triggered|killed|corrupted|"
    r"overloaded|knocked|deleted|wiped|exhausted|saturated|made)|(?:thus\s+|thereby\s+|promptly\s+|immediately\s+)?(?:causing|taking\s+(?:down|\w+(?:\s\w+)?\s+(?:down|offline))|bringing\s+(?:down|\w+(?:\s\w+)?\s+down)|breaking|crashing|leading\s+to|resulting\s+in|triggering|knocking|"
    r"corrupting|overloading|wiping|killing|deleting)|(?:took|brought|knocked)\s+(?:\w+\s+){0,4}?(?:down|offline|out)\b|broke|crashed|caused|"
    r"corrupted|wiped|that(?:'s| is| was)\s+(?:how|why|what|when))(?P<rest>[^.;]{0,60})"
)
_MENDS = regex(
    r"(?i)\b(?:error rates? (?:to )?(?:drop|fall|recover)|recover\w*|restor\w*|traffic to (?:shift|return|drain)|to (?:drop|fall back|normal\w*|stabili\w*|subside|clear)|improv\w*|resolv\w*|mitigat\w*)\b"
)


def _aftermath(scene: _Scene, frame: Frame, end: int, deed: str) -> _Verdict | None:
    """A neutral act, and in the same breath what it broke."""
    if frame.verb.split()[0] not in words.DOING or frame.negated or frame.passive:
        return None
    match = _RESULT.search(scene.prose, frame.end)
    if match is None or _MENDS.search(match[0]) or match.start() - frame.end > 90:
        return None
    between = [f for f in scene.reading.frames if frame.end < f.start < match.start() and f.finite]
    if between:
        return None
    other = [
        f
        for f in scene.reading.frames
        if f.finite
        and match.start() <= f.start < match.end()
        and f.subject is not None
        and not f.relative
        and not f.shared
    ]
    if any(f.subject is not None and f.subject.start > frame.end for f in other):
        return None
    if not (
        words.OUTAGE.search(match[0]) or words.VALUED.search(match[0]) or _DOWN.search(match[0])
    ):
        return None
    return _Verdict(match.end(), "cause", deed, 0.9)


_SNARK = regex(
    r"(?i)(?:finally|evidently|blithely|happily|merely|conveniently|needlessly|stubbornly|secretly|cheerfully|gleefully|at last|"
    r"grudgingly|reluctantly|belatedly|supposedly|simply|somehow|mysteriously|casually|quietly|single-?handedly)"
)


def _snark(scene: _Scene, frame: Frame, who: Phrase) -> _Verdict | None:
    """``finally bothers to answer``, ``treats production like a toy``."""
    if frame.passive or frame.modal or not frame.finite or who.actor is Actor.INDEFINITE:
        return None
    head = frame.verb.split()[0]
    end = _clip(scene, frame)
    if head == "treat" and regex(r"(?i)\b(?:like|as)\b").search(frame.object):
        return _Verdict(end, "act", _deed(frame, end, scene), 0.9)
    snide = any(_SNARK.fullmatch(word) for word in frame.adverbs)
    if snide and (
        head not in words.PRAISE_VERBS | words.STATES
        or head in ("realise", "realize", "notice", "respond", "acknowledge", "escalate")
    ):
        return _Verdict(end, "act", _deed(frame, end, scene), 0.75)
    return None


_JUDGES = (_snark, _shifted_blame, _counterfactual, _slip, _skips, _fails, _omits, _wrong_act)


def _went_badly(scene: _Scene, frame: Frame, who: Phrase, index: int) -> _Verdict | None:
    """Whatever people did, told as the main thing under "what went poorly"."""
    if scene.topic is not Topic.WENT_POORLY or who.actor not in (*_SINGLE, Actor.TEAM):
        return None
    head = frame.verb.split()[0]
    plain = frame.finite and not frame.modal and not frame.passive and not frame.subordinate
    if not plain or head in words.STATES | words.PRAISE_VERBS or frame.conditional or index > 1:
        return None
    if head in _UNDERGONE:
        return None
    if regex(r"(?i)\bhad to\b").search(frame.text) or (
        who.actor is Actor.TEAM and not frame.past and not frame.perfect
    ):
        return None
    if _own_team(who) or who.head in ("they", "user", "call") or _excuse_follows(scene, frame):
        return None
    if words.EXCUSED.search(scene.prose, frame.end) or (
        head in ("do", "make", "work") and frame.negated
    ):
        return None
    end = _clip(scene, frame)
    return _Verdict(end, "act", _deed(frame, end, scene), 0.75)


def _bare_act(scene: _Scene, frame: Frame, who: Phrase, index: int) -> _Verdict | None:
    """A neutral act offered as the cause: after "because", in "it was Dave who"."""
    head = frame.verb.split()[0]
    if (
        frame.negated
        or frame.modal
        or (frame.passive and frame.agent is None)
        or (head not in words.CHANGING and not _any_act(scene, frame, head))
    ):
        return None
    end = _clip(scene, frame)
    if words.EXCUSED.search(scene.prose[frame.object_start : frame.object_end]):
        return None
    deed = _deed(frame, end, scene)
    if scene.topic in _RESPONSE or scene.topic is Topic.ACTIONS:
        return None
    if (
        frame.connector in ("because", "since", "when", "after", "until")
        and frame.subordinate
        and index
    ):
        main = scene.reading.frames[index - 1]
        if frame.connector == "because" and _bad_news(scene.prose[: frame.start]):
            return _Verdict(end, "cause", deed, 0.9)
        if frame.connector == "because" and regex(
            r"(?i)\W*(?:all|just|only|and all|simply)\s+because\b"
        ).match(scene.prose):
            return _Verdict(end, "cause", deed, 0.85)
        if frame.connector == "until" and _FINE.search(scene.prose[: who.start]):
            return _Verdict(end, "cause", deed, 0.85)
        if (
            scene.topic is not Topic.TIMELINE
            and _bad_news(scene.prose[: who.start])
            and main.end < who.start
            and frame.connector in ("when", "after")
            and not frame.progressive  # "when he was editing it" tells when, not why
        ):
            return _Verdict(end, "cause", deed, 0.8)
    cleft = frame.connector == "who" or (
        who.actor is Actor.PERSON and frame.connector in ("which", "that")
    )
    if (
        frame.relative
        and cleft
        and regex(
            r"(?i)\b(?:it (?:was|is|turn\w+ out to be)|was the one|is the one|the (?:person|one|engineer|developer|guy|dba|operator|admin)) ?$"
        ).search(
            scene.prose[: who.end].replace(who.text, "", 1)
            if who.actor is Actor.PERSON
            else scene.prose[: who.start]
        )
    ):
        return _Verdict(end, "cause", deed, 0.9)
    factor = (
        who.head != "user"
        and scene.opens
        and scene.causes
        and scene.topic is Topic.FACTORS
        and not _condition_named(scene, frame)
    )
    if factor and _heads_factor(scene, frame, who, index):
        return _Verdict(end, "factor", deed, 0.9)
    return None


def _condition_named(scene: _Scene, frame: Frame) -> bool:
    """Whether the sentence goes on to what the system did: the finding is there."""
    for later in scene.reading.frames:
        subject = later.subject
        if later.start < frame.end or not later.finite or later.shared or subject is None:
            continue
        system = subject.actor in (Actor.SYSTEM, Actor.ORG) and subject.head not in (
            "this",
            "that",
            "which",
            "it",
        )
        about = scene.prose[subject.start : later.object_end]
        if system and not words.OUTAGE.search(about) and not _bad_news(about):
            return True
    return False


_UNDERGONE = frozenset(
    "receive get inherit join learn struggle try attempt work start need remain stay continue happen associate expect "
    "live grow turn hear watch wait follow request suffer face experience encounter complain lose".split()
)


def _any_act(scene: _Scene, frame: Frame, head: str) -> bool:
    """In a section of causes, any past act: the section makes it one."""
    past = (frame.past or frame.perfect) and not frame.progressive and head not in _UNDERGONE
    return scene.topic is Topic.FACTORS and past and head not in words.STATES | words.PRAISE_VERBS


_FINE = regex(
    r"(?i)\b(?:fine|ok(?:ay)?|good|well|working|worked|ran|running|healthy|stable|normal)\b[^.;]{0,20}$"
)


_BAD_NEWS = regex(
    r"(?i)\b(?:outages?|incidents?|failures?|fail(?:ed|s|ing)?|went down|was down|were down|broke\w*|crash\w*|lost|happened|"
    r"unavailable|stopped working|errors?|delayed?|degraded|rejected|died|corrupt\w*|timed out|occurred|downtime|"
    r"dropped|deleted|unreachable|stuck|slow\w*|problem|issue|leak\w*|exposed|expired|disappeared|blocked|started|began|locked out|longer)\b"
)


def _bad_news(text: str) -> bool:
    return bool(_BAD_NEWS.search(text[-160:]))


def _heads_factor(scene: _Scene, frame: Frame, who: Phrase, index: int) -> bool:
    """Whether the person and the act are what the factor says, not an aside of it."""
    if frame.subordinate or index > 1 or scene.asks or _excuse_follows(scene, frame):
        return False
    if who.actor is not Actor.PERSON and not (frame.past or frame.perfect or frame.passive):
        return False  # "the person who deploys also approves": how it is each time
    if frame.passive and frame.verb in ("approve", "review", "test", "write", "report", "find"):
        return False
    front = scene.prose[: min(who.start, frame.start)].strip(" *_-")
    return frame.passive or len(front.split()) <= 4 or front.endswith((":", "-", "–"))


# --- causes named without a verb of their own ----------------------------------------

_CAUSAL = (
    r"(?:(?:\w+ly\s+)?(?:caused|triggered|introduced|broken|brought\s+(?:on|about|down)|taken\s+down|provoked|precipitated|created|initiated|"
    r"missed|botched)\s+by|due\s+to|because\s+of|on\s+account\s+of|"
    r"thanks\s+to|courtesy\s+of|as\s+a\s+(?:direct\s+)?(?:result|consequence)\s+of|(?:the\s+)?(?:result|consequence|fault|product)\s+of|"
    r"attribut(?:ed|able)\s+to|trac(?:ed|es)\s+(?:\w+\s+)?(?:back\s+)?to|down\s+to|owing\s+to|stem(?:s|med|ming)\s+from|originat(?:ed|es)\s+(?:from|with|in)|"
    r"boils?\s+down\s+to|comes?\s+down\s+to|came\s+down\s+to|goes\s+back\s+to|went\s+back\s+to|blamed?\s+(?:it\s+)?on|blame\s+on|blames?|pinned\s+on|result(?:ed|s|ing)\s+from|"
    r"(?:blame|fault|responsibility|liability)\s+(?:for\s+(?:this|that|it|the\s+[\w-]+)\s+)?(?:lies|lay|rests?|rested|falls?|fell|sits|belongs|is)\s+(?:\w+\s+)?(?:with|on|upon|to)|"
    r"(?:was|is|were|be)\s+(?:\w+ly\s+)?the\s+fault\s+of|"
    r"(?:root\s+|main\s+|real\s+|actual\s+|immediate\s+|primary\s+|only\s+|direct\s+|underlying\s+)*(?:cause|causes|culprit|trigger|reason|problem|source|offender|weak\s+link)\s+(?:(?:of|for|behind)\s+(?:the|this|our)\s+(?:[\w-]+\s+){0,3})?(?:was|is|were|being|turned\s+out\s+to\s+be|:)(?:\s+(?:that|once\s+again|clearly|simply|again))?|"
    r"(?:a|the)\s+(?:[\w-]+\s+){0,2}?(?:error|mistake|typo|slip|oversight|blunder|lapse|fault|negligence|carelessness|bad\s+call)s?\s+(?:(?:made\s+)?by|on\s+the\s+part\s+of|of)|"
    r"(?:mistakes?|errors?|typos?|slips?|oversights?|blunders?|negligence|carelessness|misconfiguration|misclick|bad\s+decision)\s+(?:(?:made\s+)?by|on\s+the\s+part\s+of|from|of)|failures?\s+(?:of|by|on\s+the\s+part\s+of)|"
    r"what\s+(?:really\s+|finally\s+|actually\s+)?(?:brought|took|broke|caused|killed|triggered|crashed|happened|hurt|made)\b[^.;,]{0,40}\bwas|"
    r"(?:you|we)\s+(?:can|may|could|have)\s+(?:all\s+)?(?:to\s+)?thank|(?:^|[.:;-]\s*)(?:guilty|to\s+blame|responsible|at\s+fault)\s+(?:for\s+(?:the\s+|this\s+)?[\w-]+\s+)?(?:is|was|are|were)|"
    r"fingers?\s+points?\s+(?:\w+\s+)?(?:at|to)|points?\s+(?:the\s+finger\s+)?(?:straight\s+|squarely\s+)?(?:at|to)|(?:if\s+(?:it\s+)?(?:were|was)(?:n't|\s+not)|had\s+it\s+not\s+been)\s+for|"
    r"(?:no\s+thanks|all\s+thanks)\s+to|(?:the\s+)?handiwork\s+of|courtesy)"
)
_CAUSAL_END = regex(rf"(?i)(?<!\w){_CAUSAL}\s*$")
_SOFT_CAUSAL = regex(r"(?i)(?:thanks|courtesy|owing|points?|trac\w+|(?:you|we)\s)")
_POSITIVE = regex(
    r"(?i)\b(?:quick|prompt|rapid|swift|fast|early|timely|careful|great|excellent|help|support|work|efforts?|expertise|"
    r"diligence|attention to|thinking|report|reporting|noticing|spotting|intervention|dedication|patience|idea|"
    r"suggestion|tip|knowledge|experience|availability|response|catch|alertness|reaction|eye|memory|debugging|script that (?:caught|found))\b"
)
_ABSENCE = regex(
    r"(?i)\b(?:absence|illness|holidays?|vacation|leave|departure|unavailability|laptop|account|credentials?|token|key|machine|flight|phone|calendar|access|home|request|shift|desk|on-?call rotation|schedule|password|death|sickness|retirement)\b"
)


def _causes_named(scene: _Scene) -> Iterator[_Claim]:
    """``caused by Maria's change``, ``thanks to Dave``, ``Root cause: @lee``."""
    if scene.topic in (Topic.WENT_WELL, Topic.ACTIONS):
        return
    for phrase in scene.reading.phrases:
        who = _blamed_in(phrase)
        if who is None:
            continue
        before = scene.prose[: phrase.start]
        match = _CAUSAL_END.search(before[-90:]) or _AND_BY.search(before[-90:])
        if match is None or _unproven(scene, match, phrase) or _unspecific(match, phrase):
            continue
        start = max(0, len(before) - 90) + match.start("by" if "by" in match.re.groupindex else 0)
        if negated_at(scene.prose, start) or _dismissed(scene, match, phrase, start):
            continue
        if who.actor is Actor.TEAM and not _team_error(phrase):
            continue
        end = _phrase_reach(scene, phrase)
        yield _Claim(
            _CODES[who.actor],
            start,
            end,
            who.actor,
            who.text,
            "cause",
            scene.prose[phrase.start : end],
            0.95,
        )


# "Caused by Dave's typo and by Priya's approval".
_AND_BY = regex(
    r"(?i)\b(?:caused|triggered|introduced|broken|missed|botched)\s+by\s[^.;:]{2,60}?(?:,|\sand)\s+(?P<by>by)\s*$"
)


def _faceless(who: Phrase) -> bool:
    """``the operator``, ``staff``: a role in general, not one person or a known team."""
    if who.actor is Actor.TEAM:
        return (
            not regex(
                r"(?i)(?:the|our|their|that)\s.*\b(?:team|crew|squad|department|group|desk|company|firm)\b|[A-Z]{2,}|@"
            ).match(who.text)
            and who.head not in _DEPARTMENTS
        )
    first, *rest = who.text.lower().split() or [""]
    return who.actor is Actor.ROLE and len(rest) == 1 and first in ("the", "an", "a")


_DEPARTMENTS = frozenset("ops sre qa dbas devs management marketing sales finance platform".split())


def _unspecific(match: re.Match[str], phrase: Phrase) -> bool:
    """``error by the operator``, ``negligence of staff``: an error, and nobody in particular."""
    if not regex(
        r"(?i)error|mistake|typo|slip|oversight|blunder|lapse|negligence|careless|failure"
    ).search(match[0]):
        return False
    if phrase.actor is Actor.TEAM:
        return bool(_GENERIC.fullmatch(phrase.text.strip()))
    return phrase.actor is Actor.ROLE and _faceless(phrase)


def _unproven(scene: _Scene, match: re.Match[str], phrase: Phrase) -> bool:
    """ "failure of" needs a duty ("to verify"), "blame" a blamer who is not warned off."""
    front = scene.prose[: max(0, phrase.start - len(match[0]))]
    if match[0].lower().startswith("failure"):
        return not regex(r"(?i)\s+to\s+\w+|\s+in\s+\w+ing").match(scene.prose[phrase.end :])
    if match[0].lower().startswith("blame"):
        return bool(
            regex(
                r"(?i)\b(?:wrong|unfair|tempting|easy|pointless|not|no (?:reason|point)|instead of|rather than|stop|avoid|don't|never|useless|unjust|harmful)\s+(?:to\s+)?$"
            ).search(front)
        )
    return False


def _dismissed(scene: _Scene, match: re.Match[str], phrase: Phrase, start: int) -> bool:
    """Praise ("thanks to Sarah's quick reaction"), absences and plain provenance."""
    tail = scene.prose[phrase.start : phrase.end + 60]
    if scene.praises or _ABSENCE.search(phrase.text):
        return True
    soft = _SOFT_CAUSAL.match(match[0])
    if soft:
        if _POSITIVE.search(tail):
            return True
        rest = scene.prose[:start] + " " + scene.prose[phrase.end :]
        return not (
            _bad_news(rest)
            or regex(
                r"(?i)\b(?:no |fine|never have|would(?:n't| not)|lost|down|cost|all of this|wasted|page\w*)\b"
            ).search(rest)
            or regex(rf"(?i)\b(?:{words.ERROR_NOUNS})\b").search(phrase.text)
        )
    return (
        phrase.owner is not None
        and bool(_POSITIVE.search(phrase.text))
        and not regex(rf"(?i)\b(?:{words.ERROR_NOUNS})\b").search(phrase.text)
    )


def _blamed_in(phrase: Phrase) -> Phrase | None:
    """The person that a phrase is, or whose act or error it names."""
    if phrase.actor in _SINGLE or phrase.actor is Actor.TEAM:
        return (
            phrase
            if phrase.head not in ("they", "them", "himself", "herself", "themselves")
            else None
        )
    owner = phrase.owner
    if owner is None or owner.actor not in (Actor.PERSON, Actor.ROLE, Actor.TEAM):
        return None
    if owner.actor is Actor.TEAM and owner.head == "their":
        return None
    owned = phrase.text[owner.end - phrase.start :]
    return (
        owner
        if regex(rf"(?i)\b(?:{words.ACT_NOUNS}|{words.ERROR_NOUNS})\b").search(owned)
        else None
    )


def _team_error(phrase: Phrase) -> bool:
    if _own_team(phrase):
        return False
    return (
        phrase.owner is None
        or bool(regex(rf"(?i)\b(?:{words.ERROR_NOUNS})\b").search(phrase.text))
        or phrase.owner.actor is Actor.TEAM
    )


def _phrase_reach(scene: _Scene, phrase: Phrase) -> int:
    match = regex(r"(?i)\s+(?:in|to|on|of|with|from|at)\s+(?:the\s+|our\s+|PR\s+)?[#\w./-]+").match(
        scene.prose[phrase.end :]
    )
    nonfinite = next(
        (
            f
            for f in scene.reading.frames
            if phrase.end <= f.start <= phrase.end + 12
            and not f.finite
            and f.subject is not None
            and f.subject.start <= phrase.start
        ),
        None,
    )
    if nonfinite is not None and not scene.prose[phrase.end : nonfinite.start].strip(" 's"):
        return _clip(scene, nonfinite)
    return phrase.end + (match.end() if match else 0)


def _owned_errors(scene: _Scene) -> Iterator[_Claim]:
    """``Tom's typo``, ``the on-call's carelessness``, ``Maria's change broke it``."""
    if scene.praises or scene.topic is Topic.WENT_WELL:
        return
    for phrase in scene.reading.phrases:
        owner = phrase.owner
        if (
            owner is None
            or owner.actor not in (Actor.PERSON, Actor.ROLE, Actor.TEAM)
            or _own_team(owner)
        ):
            continue
        owned = phrase.text[owner.end - phrase.start :]
        claim = _error_of(scene, phrase, owner, owned) or _harm_of(scene, phrase, owner, owned)
        if claim is not None:
            yield claim


def _relative_harm(scene: _Scene) -> Iterator[_Claim]:
    """``the script that Rosa wrote deleted ...``, ``a change that Victor made``."""
    if scene.praises or scene.topic is Topic.WENT_WELL:
        return
    for phrase in scene.reading.phrases:
        made = _BY_OR_THAT.match(scene.prose, phrase.end)
        if made is None or not _ACT.search(phrase.text):
            continue
        who = scene.reading.phrase_at(made.end())
        if who is None or who.actor not in _SINGLE:
            continue
        inner = next((f for f in scene.reading.frames if who in (f.subject, f.agent)), None)
        end = max(who.end, inner.end if inner else who.end)
        before = scene.prose[max(0, phrase.start - 90) : phrase.start]
        causal = _CAUSAL_END.search(before)
        if causal and not negated_at(scene.prose, phrase.start):
            start = phrase.start - len(before) + causal.start()
            yield _Claim(
                _CODES[who.actor], start, end, who.actor, who.text, "cause", phrase.text, 0.9
            )
            continue
        outer = next(
            (
                f
                for f in scene.reading.frames
                if f.finite
                and f.start >= end
                and f.subject is not None
                and f.subject.start == phrase.start
            ),
            None,
        )
        if outer is not None and not outer.negated and _harmful(scene, outer):
            yield _Claim(
                _CODES[who.actor],
                phrase.start,
                _clip(scene, outer),
                who.actor,
                who.text,
                "cause",
                phrase.text,
                0.9,
            )


_BY_OR_THAT = regex(
    r"(?i)\s+(?:(?:that|which)\s+|(?:(?:\w+ed|made|run|written|typed|sent|put\s+in|left|built|set)\s+)?(?:by|of|from)\s+|(?=@|[A-Z]))"
)
_ACT = regex(rf"(?i)\b(?:{words.ACT_NOUNS})$")


def _error_of(scene: _Scene, phrase: Phrase, owner: Phrase, owned: str) -> _Claim | None:
    match = regex(
        rf"(?i)(?:'s?|\s)*\s*(?:own|silly|stupid|simple|honest|little|small|big|latest|usual|repeated|typical|earlier|initial|\w+ing|late|\s)*\b(?:{words.ERROR_NOUNS})(?!\s*(?:rates?|budgets?|codes?|logs?|handl\w+|messages?|reports?|page|class))\b"
    ).match(owned)
    without = regex(r"(?i)\bwithout\s*$").search(scene.prose[: phrase.start])
    if match is None or scene.asks or (negated_at(scene.prose, phrase.start) and not without):
        return None
    if regex(
        r"(?i)\b(?:fix(?:ed|es)?|found|caught|spotted|noticed|corrected|reverted|investigat\w+|debugged|saw|reported|received|hit)\s*$"
    ).search(scene.prose[: phrase.start]):
        return None
    if owner.actor is Actor.TEAM and owner.head in ("their",):
        return None
    if regex(r"(?i)(?:mistake|fault|error)").search(match[0]) and regex(
        r"(?i)\s+(?:was|is) (?:understandable|reasonable|not)"
    ).match(scene.prose[phrase.end :]):
        return None
    end = _subject_reach(scene, phrase)
    return _Claim(
        _CODES[owner.actor], phrase.start, end, owner.actor, owner.text, "cause", phrase.text, 0.95
    )


def _harm_of(scene: _Scene, phrase: Phrase, owner: Phrase, owned: str) -> _Claim | None:
    if not regex(rf"(?i)\b(?:{words.ACT_NOUNS})\b").search(owned):
        return None
    frame = next(
        (
            f
            for f in scene.reading.frames
            if f.finite and f.subject is not None and f.subject.start == phrase.start
        ),
        None,
    )
    if (
        frame is None
        or frame.negated
        or frame.passive
        or not frame.finite
        or (frame.modal in _FUTURE)
    ):
        return None
    frame.verb.split()[0]
    near = scene.prose[frame.object_start : frame.object_end]
    if not _harmful(scene, frame) or regex(r"(?i)\s*(?:the|a) (?:lock|tie|loop|deadlock)").match(
        near
    ):
        return None
    return _Claim(
        _CODES[owner.actor],
        phrase.start,
        _clip(scene, frame),
        owner.actor,
        owner.text,
        "cause",
        phrase.text,
        0.95,
    )


def _harmful(scene: _Scene, frame: Frame) -> bool:
    """Whether the clause of a change tells of damage."""
    head = frame.verb.split()[0]
    near = scene.prose[frame.object_start : frame.object_end]
    return bool(
        head in ("cause", "break", "crash", "corrupt", "kill", "overload", "destroy", "wipe", "cripple", "saturate", "exhaust", "cost", "derail", "disrupt")
        or frame.verb in words.DAMAGE_PHRASAL
        or _DOWN.search(scene.prose[frame.start : frame.object_end])
        or regex(r"(?i)(?:made|makes?|making)\b[^.;]{0,40}\bworse\b").match(scene.prose[frame.start : frame.end + 60])
        or (head in ("trigger", "introduce", "lead", "result", "contribute", "make", "create", "start", "have", "delete", "expose", "leak", "lock", "block", "contain", "miss", "drop", "disable", "put", "set", "remove") and (words.OUTAGE.search(near) or words.WRONG_OBJECT.match(near)))
        or (head == "be" and _AT_FAULT.match(near))
        or (head == "be" and regex(r"(?i)(?:the )?(?:root |main |real )?(?:cause|trigger|culprit|reason|wrong|bad|faulty|broken|untested|incorrect|incomplete|(?:(?:a|an|the)\s+)?(?:big\s+|huge\s+|serious\s+|bad\s+|terrible\s+|grave\s+|costly\s+)*(?:mistake|error|bad\s+idea|poor\s+choice|blunder)|to\s+blame|not (?:tested|reviewed|approved)|never tested)\b").match(near))
        or (head == "end" and regex(r"(?i)(?:up )?(?:in|with) (?:an? |the |another )?(?:\w+ )?(?:rollback|outage|disaster|failure|incident|mess|downtime|crash)").match(near))
        or (head == "be" and regex(r"(?i)what (?:sank|sunk|broke|killed|caused|took|brought|crashed|triggered|ruined)\b").match(scene.prose[frame.end :].lstrip()))
        or (head in words.DESTROYING and words.VALUED.search(near) and not words.WORTHLESS.search(near))
        or (head == "fail" and scene.causes)
    )  # fmt: skip


def _subject_reach(scene: _Scene, phrase: Phrase) -> int:
    frame = next(
        (
            f
            for f in scene.reading.frames
            if f.subject is not None and f.subject.start == phrase.start and f.finite
        ),
        None,
    )
    return (
        _clip(scene, frame) if frame is not None and frame.start < phrase.end + 20 else phrase.end
    )


_ON = regex(
    r"(?i)\b(?:(?:this|that|it|which|the (?:whole )?(?:outage|incident|failure|mess|downtime|delay|blame|fault|data loss|responsibility|mistake)|all of (?:this|it)|everything|one)(?: (?:one|failure|outage|mess|incident|time))?)"
    r"(?:'s| is| was| are| falls?| fell| lands?| has to be)(?: (?:all|squarely|entirely|really|clearly|purely|solely|also|fully|100%|completely|just|partly|once again|again|firmly|of course))* (?:on|down to|upon|the fault of|because of)\s+"
)
_FAULT_OF = regex(r"(?i)^\W*(?:fault|blame|guilt|responsibility for (?:the|this)|doing)\b")


def _on_someone(scene: _Scene) -> Iterator[_Claim]:
    """``This one is on Tom``, ``it is Anna's fault``."""
    for match in _ON.finditer(scene.prose):
        who = scene.reading.phrase_at(match.end())
        if (
            who is None
            or who.actor not in (Actor.PERSON, Actor.ROLE, Actor.TEAM)
            or negated_at(scene.prose, match.end())
        ):
            continue
        if who.head in ("call", "on-call", "them") or _own_team(who):
            continue
        yield _Claim(_CODES[who.actor], match.start(), who.end, who.actor, who.text, "verdict")


# --- sanctions -----------------------------------------------------------------------

_PUNISHED = regex(
    r"(?i)(?:re-?trained|disciplined|reprimanded|fired|dismissed|sacked|demoted|penali[sz]ed|punished|spoken\s+(?:to|with)|talked\s+to|had\s+a\s+word|"
    r"coached|counsell?ed|admonished|suspended|written\s+up|let\s+go|taken\s+off|removed\s+from\s+(?:the\s+)?(?:on-?call|rota|rotation|team|project|position|role|deploy\w*)|"
    r"(?:put|placed)\s+on\s+(?:a\s+)?(?:pip|performance|probation|leave|notice|warning|improvement|administrative)|held\s+(?:\w+\s+)?(?:accountable|responsible|liable|to\s+account)|"
    r"(?:formally\s+|officially\s+|verbally\s+|severely\s+|sternly\s+|already\s+|strongly\s+)+(?:warned|reminded)|warned\s+(?:formally|officially|about|not|that)|reminded\s+(?:of|to|about|that)|"
    r"given\s+(?:a|an|another|one|his|her|their|formal|additional|more|further|remedial)\b[^.;]{0,30}(?:warning|training|feedback|talk|reprimand|coaching|notice|dressing)|"
    r"reassigned|relieved\s+of|stripped\s+of|barred\s+from|banned\s+from|docked|sent\s+(?:on|to|for)\s+(?:a\s+|an\s+)?(?:\w+\s+)?(?:training|course|refresher)|told\s+off|chewed\s+out|called\s+(?:in|into|out)|"
    r"closely\s+(?:supervised|monitored|watched)|supervised|monitored\s+(?:more\s+)?closely|educated|shown\s+the\s+door|reported\s+to\s+(?:hr|management)|dealt\s+with|made\s+an\s+example|replaced)\b"
)
_PUNISHING = regex(
    r"(?i)\b(?:disciplinary(?:\s+\w+)?|written\s+warning|warning\s+letters?|letters?\s+of\s+(?:warning|reprimand)|formal\s+warning|verbal\s+warning|final\s+warning|official\s+warning|"
    r"performance\s+improvement\s+plan|(?:his|her|their|'s|annual|next|yearly|quarterly|this\s+year's)\s+performance\s+(?:review|appraisal|evaluation|rating)|reflected\s+in\s+(?:\S+\s+){1,4}(?:review|appraisal|bonus|rating|evaluation)|"
    r"(?:personnel|hr)\s+(?:file|record|matter|case|process|proceedings)|(?:hr|human\s+resources)\s+(?:has|have|had|will|is|was|were)\s+(?:been\s+)?(?:informed|involved|notified|told|contacted|looking|handling|deal\w*|follow\w*|taking|take|be)|"
    r"(?:referred|escalated|reported)\s+to\s+(?:hr|human\s+resources)|"
    r"(?:bonus|salary|pay)\s+(?:will\s+be\s+|has\s+been\s+|was\s+|is\s+)?(?:cut|docked|reduced|withheld|deducted)|(?:there\s+)?(?:will|must|should|need\s+to)\s+be\s+(?:serious\s+|severe\s+|personal\s+)?consequences|"
    r"(?:personal|severe|serious|disciplinary)\s+consequences\s+for|(?:appropriate |personnel |corrective |disciplinary |strict |serious )*(?:measures|steps|action)\s+(?:\w+\s+){0,4}against\s+(?:the\s+(?:employee|engineer|developer|person|operator|staff|individual|team|people|colleague|contractor|admin\w*|one|responsible)|him\b|her\b|them\b|those\b|@|whoever|anyone)|had\s+(?:a|an)\s+(?:\w+\s+)?(?:serious|stern|difficult|frank|long|firm|strong|tough|hard)\s+(?:talk|word|conversation|chat)\s+with|face\s+(?:\w+\s+)?(?:consequences|sanctions|discipline)|termination\s+of\s+(?:his|her|their|employment)|lose\s+(?:his|her|their)\s+(?:job|access|bonus)|"
    r"on\s+a\s+pip\b|stern\s+(?:talking|word|warning)\w*|heads\s+(?:will|must|should|need\s+to)\s+roll|"
    r"name\s+and\s+shame|zero\s+tolerance|(?:people|person|engineer|developer|individual|operator|employee|staff|those|anyone|whoever)s?\s+(?:who\s+\w+[^.;]{0,40}\s+|responsible\s+|at\s+fault\s+|involved\s+|concerned\s+|in\s+question\s+)*(?:will|must|should|has|have|needs?\s+to|is\s+to|are\s+to)\s+(?:be|been|face)\s+(?:held\s+(?:accountable|responsible)|disciplined|fired|spoken\s+to|talked\s+to|reprimanded|punished|warned|retrained|re-trained|sanctioned|penali[sz]ed|counsell?ed|consequences|dealt\s+with|dismissed|made\s+to)|"
    r"(?:docking|cutting|withholding)\s+(?:\S+\s+){0,2}(?:bonus|pay|salary)|reprimands?\b(?!\s+by\s+the\s+regulator)|demotion|(?:was|were|has\s+been|been)\s+given\s+a\s+talking-to|talking-to)\b"
)
_ACCESS = regex(
    r"(?i)\b(?:(?:(?:prod\w*|root|admin\w*|deploy\w*|merge|write|commit|db|database|server|cluster|console|system|push|sudo|ssh|shell)\s+)*(?:access|rights|privileges?|permissions?|credentials))\b"
)
_REVOKED = regex(
    r"(?i)\b(?:revok\w+|remov\w+|withdr[ae]w\w*|suspend\w*|taken\s+away|pulled|restrict\w*|cancell?ed|strip\w*|los(?:t|es?)|rescind\w*)\b"
)
_COMPROMISE = regex(
    r"(?i)\b(?:compromis\w+|attack\w*|phish\w*|stolen|leaked|malicious|contain\w*|rotate\w*|breach|intruder|hijack\w*|offboard\w*|left the company|leaver|service account|role change|departed|session)\b"
)


def _sanctions(scene: _Scene) -> Iterator[_Claim]:
    """Punishment, and lessons aimed at one person."""
    for match in _PUNISHING.finditer(scene.prose):
        if not _harmless_sanction(scene, match):
            who = _nearest(scene, match.start())
            if who is None and "talking" in match[0].lower():
                continue
            start = min(who.start, match.start()) if who else match.start()
            end = max(who.end, match.end()) if who else match.end()
            name = who.text if who else ""
            yield _Claim(
                "PM105", start, end, who.actor if who else Actor.ROLE, name, "sanction", match[0]
            )
    yield from _punished_people(scene)
    yield from _lost_access(scene)
    yield from _lessons(scene)


def _harmless_sanction(scene: _Scene, match: re.Match[str]) -> bool:
    return negated_at(scene.prose, match.start()) or bool(
        regex(
            r"(?i)\b(?:no|without|never|not|fear of|afraid of|worried about|instead of|rather than|avoid)\b[^.;]{0,30}$"
        ).search(scene.prose[: match.start()])
    )


_PRONOUNS = frozenset({"he", "she", "they", "him", "her", "them", "himself", "herself"})


def _nearest(scene: _Scene, at: int) -> Phrase | None:
    near = [
        p
        for p in scene.reading.phrases
        if p.actor in (Actor.PERSON, Actor.ROLE, Actor.TEAM)
        and abs(p.start - at) < 60
        and p.head not in _PRONOUNS
    ]
    near += [
        p.owner
        for p in scene.reading.phrases
        if p.owner is not None and p.owner.actor in _SINGLE and abs(p.start - at) < 60
    ]
    return min(near, key=lambda p: (p.actor is not Actor.PERSON, abs(p.start - at)), default=None)


def _punished_people(scene: _Scene) -> Iterator[_Claim]:
    if not _PUNISHED.may_match(scene.prose):
        return  # before the sentence is read, which takes a thousand times as long
    for frame in scene.reading.frames:
        who = frame.subject
        if who is None or who.actor not in (Actor.PERSON, Actor.ROLE, Actor.TEAM) or frame.negated:
            continue
        if who.head in (
            "they",
            "them",
            "user",
            "attacker",
            "customer",
            "process",
            "bot",
            "account",
        ):
            continue
        stretch = scene.prose[frame.start : frame.object_end]
        match = regex(r"(?i)(?:\S+\s+){0,5}?").match(stretch) and _PUNISHED.search(stretch)
        if (
            not match
            or match.start() > 45
            or (
                not frame.passive
                and frame.infinitive == ""
                and not regex(r"(?i)\bbe(?:en)?\b").search(stretch[: match.start()])
            )
        ):
            continue
        if not _really(scene, frame, who, match[0]):
            continue
        yield _Claim(
            "PM105", who.start, frame.start + match.end(), who.actor, who.text, "sanction", match[0]
        )


def _really(scene: _Scene, frame: Frame, who: Phrase, verdict: str) -> bool:
    """Whether a word with other senses ("replaced", "reminded") is a punishment here."""
    low = verdict.lower()
    if regex(
        r"warned (?:about|that|not)|reminded|replaced|called|educated|supervised|suspended|let go|taken off|dealt with|reassigned|fired"
    ).match(low):
        future = (
            frame.modal in ("will", "must", "should", "shall", "needs")
            or scene.topic is Topic.ACTIONS
            or "has been" in frame.text
            or "have been" in frame.text
        )
        if low.startswith(("warned about", "warned that", "replaced", "called")):
            return future and who.actor in _SINGLE and not low.startswith(("warned that", "called"))
        if low.startswith(("suspended", "fired", "let go", "taken off", "reassigned")):
            return who.actor in _SINGLE
        return future and who.actor in _SINGLE
    return who.actor in _SINGLE or not low.startswith(
        ("retrained", "re-trained", "coached", "given", "sent")
    )


def _lost_access(scene: _Scene) -> Iterator[_Claim]:
    """Access taken away as a punishment, not in answer to a break-in."""
    if scene.security or _COMPROMISE.search(scene.prose):
        return
    access = _ACCESS.search(scene.prose)
    revoked = _REVOKED.search(scene.prose)
    if not access or not revoked or abs(access.start() - revoked.start()) > 50:
        return
    if negated_at(scene.prose, revoked.start()) or _ROUTINE.search(scene.prose):
        return
    phrases = scene.reading.phrases
    owners = [p.owner for p in phrases if p.owner is not None]
    people_there = [
        p
        for p in (*phrases, *owners)
        if p.actor in _SINGLE and abs(p.start - access.start()) < 60 and p.head != "attacker"
    ]
    who = min(people_there, key=lambda p: p.actor is not Actor.PERSON, default=None)
    if who is None:
        return
    if any(_takes_access(frame, who) for frame in scene.reading.frames):
        return
    start = min(who.start, access.start(), revoked.start())
    end = max(who.end, access.end(), revoked.end())
    yield _Claim("PM105", start, end, who.actor, who.text, "sanction", "access revoked", 0.85)


def _takes_access(frame: Frame, who: Phrase) -> bool:
    """Whether *who* is the one that took access away: "was revoked by Sarah"."""
    doer = frame.agent if frame.passive else frame.subject
    return doer is not None and doer.start == who.start and frame.verb.split()[0] in _TAKING


_ROUTINE = regex(
    r"(?i)\bas\s+(?:for|with|of)\s+(?:every|all|any)\b|\bas\s+(?:usual|always|planned|agreed|scheduled)\b"
    r"|\b(?:at|by)\s+the\s+end\s+of\s+(?:the|his|her|their)\s+(?:contract|project|work|migration|shift)\b"
)
_TAKING = frozenset({"revoke", "remove", "withdraw", "restrict", "suspend", "cancel"})

_LESSON = regex(
    r"(?i)\b(?P<verb>(?:talk|speak|have (?:a |an )?(?:\w+ )?(?:word|chat|talk|conversation|1:1|one-on-one)|follow[- ]up) (?:to|with)|re-?train(?:ing)?(?: for| of)?|coach(?:ing for)?|remind|warn|educate|discipline|reprimand|counsel|lecture|"
    r"(?:give|send) (?:feedback to )?|(?:more |additional |extra |refresher |further )?training for|performance review (?:for|of)|feedback (?:for|to)|make sure|ensure)\s+(?:that )?"
)
_ABOUT_CARE = regex(
    r"(?i)^\W*(?:about|on|regarding|over|to (?:be|not|always|never|follow|double|check|read|stop|pay|test|think|use|ask|take|review|run|slow|remember|avoid|communicat\w+)|for (?:his|her|their|the|not|caus|break)|of (?:his|her|their|the (?:rules|process|policy|procedure|importance))|never|not|is|knows?|understands?|reads?|follows?|pays?|learns?|does(?:n't| not)|never|has learn\w+|that|who|$|\.|with|after)"
)
_CARE = regex(
    r"(?i)\b(?:care\w*|attent\w+|caut\w+|mistakes?|errors?|behaviou?r|attitude|performance|accountab\w+|dilig\w+|discipline|follow\w*|process|procedures?|policy|polic\w+|rules?|check\w*|test\w*|review\w*|again|double\w*|importance|reading|read|incident|outage|what happened|happened|typing|slow\w*|communicat\w+|think\w*|training|course|refresher|ask\w*|next time|changes? management|focus\w*|typo\w*|responsib\w+|deploy\w*|never|not to|understand\w*|best practi\w+|learn\w*|habits?|approv\w*|production|prod)\b"
)
_TO_REFORM = regex(
    r"(?i)^\W*(?:,?\s*(?:who\s+)?)?(?:to|should|must|needs? to|has to|will(?: have to| need to)?|is to|ought to|shall|needs)\s+(?:(?:now|also|in future|always|really|please|all|just|urgently)\s+)*(?:be (?:re-?trained|trained|coached|more |reminded|warned|disciplined|spoken|talked|counsell?ed|"
    r"supervised|careful|educated|monitored|held)|(?:attend|complete|take|undergo|receive|get|redo|repeat|sit)\s(?:\w+\s){0,4}?(?:training|course|coaching|refresher|workshop|class|exam|lesson)|(?:more |additional |better |closer |proper |extra )?(?:training|retraining|coaching|supervision|guidance|oversight)\b|"
    r"pay (?:\w+ )?(?:more |closer )?attention|take (?:more |greater )?care|double[- ]?check (?:his|her|their|before)|learn (?:to|how|from|the|that|his|her)|follow (?:the )?(?:process|procedure|rules|runbook|policy)|slow down|think before|read the|stop \w+ing|improve (?:his|her|their)|apologi[sz]e|explain (?:himself|herself|why (?:he|she|they))|answer for|do better|get (?:his|her|their) act|own (?:up|this)|test (?:his|her|their)|ask before|not (?:touch|deploy|be allowed|push|merge|make)|never (?:touch|deploy|push))"
)


_CORRECTS = regex(r"(?i)(?:re-?train|coach|discipline|reprimand|counsel|lecture)")


def _lessons(scene: _Scene) -> Iterator[_Claim]:
    """``talk to Dave about care``, ``Dave to be retrained``."""
    for phrase in scene.reading.phrases:
        if phrase.actor not in _SINGLE or (
            phrase.head in ("him", "her", "he", "she", "user") and scene.topic is not Topic.ACTIONS
        ):
            continue
        rest = scene.prose[phrase.end :]
        reform = _TO_REFORM.match(rest)
        if reform and not scene.asks and not negated_at(scene.prose, phrase.start):
            yield _Claim(
                "PM105",
                phrase.start,
                phrase.end + reform.end(),
                phrase.actor,
                phrase.text,
                "sanction",
                "",
                0.9,
            )
            continue
        before = _lesson_before(scene, phrase)
        if before is None or not (_ABOUT_CARE.match(rest) or _CORRECTS.match(scene.prose, before)):
            continue
        if (
            not rest.strip(" .!*_")
            or _CARE.search(rest[:90])
            or _CORRECTS.match(scene.prose, before)
        ):
            care = _CARE.search(rest[:90])
            yield _Claim(
                "PM105",
                before,
                phrase.end + (care.end() if care else 0),
                phrase.actor,
                phrase.text,
                "sanction",
                "",
                0.85,
            )


def _lesson_before(scene: _Scene, phrase: Phrase) -> int | None:
    if scene.topic in (Topic.TIMELINE, Topic.RESPONSE) or (
        phrase.actor is Actor.ROLE and scene.topic is not Topic.ACTIONS
    ):
        return None
    window = max(0, phrase.start - 60)
    for match in _LESSON.finditer(scene.prose, window, phrase.start):
        if match.end() == phrase.start and not negated_at(scene.prose, match.start()):
            past = regex(r"(?i)\b(?:talked|spoke|reminded|warned)\b").search(match[0])
            loose = match["verb"].lower() in (
                "make sure",
                "ensure",
                "give",
                "send",
                "warn",
                "follow up with",
                "follow-up with",
            )
            if not past and (not loose or _CARE.search(scene.prose[phrase.end : phrase.end + 60])):
                return match.start()
    return None


# --- character -----------------------------------------------------------------------

_CHARACTER_BE = regex(
    rf"(?i)(?:(?:simply|just|very|so|too|really|quite|rather|extremely|completely|utterly|totally|also|clearly|obviously|always|often|pretty|incredibly|downright|grossly|careless and|being|far|a bit|a little|somewhat|inexcusably|once again|plain|notoriously|known to be)\s+)*(?:{words.CHARACTER})\b(?!-)"
)
_CHARACTER_LAST = regex(rf"(?i)\b(?:{words.CHARACTER})$")
_CHARACTER_NOUN = regex(rf"(?i)\b(?:{words.CHARACTER_NOUNS})\b")
_EPITHET = regex(
    r"(?i)^(?:a|an|the|such an?|some|our|clearly an?|no|not an?|just an?|being an?|acting like an?|behaving like an?)?\s*(?:(?:real|complete|total|absolute|utter|loose|bloody|bunch of|typical)\s+)*(?:idiots?|cowboys?|amateurs?|clowns?|morons?|fools?|liabilit(?:y|ies)|loose cannon|slackers?|incompetents?|menace|imbeciles?|dummy|disgrace|joke|danger to)\b"
)
_CHARACTER_ADJ = regex(rf"(?i)\b(?:{words.CHARACTER_ALWAYS})\b")
_CHARACTER_ADV = regex(
    r"(?i)\b(?:carelessly|recklessly|negligently|lazily|sloppily|foolishly|stupidly|irresponsibly|thoughtlessly|ignorantly|arrogantly|incompetently)\b"
)


def _character(scene: _Scene) -> Iterator[_Claim]:
    """``was careless``, ``a sloppy DBA``, ``Dave's negligence``."""
    yield from _character_predicates(scene)
    for phrase in scene.reading.phrases:
        match = _CHARACTER_ADJ.search(phrase.text)
        if (
            (
                match
                and phrase.actor in (Actor.ROLE, Actor.TEAM, Actor.PERSON, Actor.INDEFINITE)
                and match.end() < len(phrase.text)
            )
            and not negated_at(scene.prose, phrase.start)
            and not scene.asks
        ):
            yield _Claim(
                "PM106",
                phrase.start,
                _subject_reach(scene, phrase),
                phrase.actor,
                phrase.text,
                "character",
                match[0],
            )
        owner = phrase.owner
        noun = _CHARACTER_NOUN.search(phrase.text)
        if (
            owner is not None
            and noun
            and owner.actor in _CODES
            and not negated_at(scene.prose, phrase.start)
        ):
            yield _Claim(
                "PM106", phrase.start, phrase.end, owner.actor, owner.text, "character", noun[0]
            )
    for noun in _CHARACTER_NOUN.finditer(scene.prose):
        of = regex(r"(?i)\s+(?:on the part of|of|by|from|among|in|shown by|displayed by)\s+").match(
            scene.prose[noun.end() :]
        )
        start = noun.end() + (of.end() if of else 0)
        who = scene.reading.phrase_at(start)
        if who is not None and who.actor not in (Actor.PERSON, Actor.ROLE, Actor.TEAM):
            who = None
        if of and who is not None and not negated_at(scene.prose, noun.start()):
            yield _Claim("PM106", noun.start(), who.end, who.actor, who.text, "character", noun[0])


def _character_predicates(scene: _Scene) -> Iterator[_Claim]:
    for frame in scene.reading.frames:
        who = frame.subject
        if who is None or who.actor not in _CODES or who.head in _NOBODY_IN_PARTICULAR:
            continue
        if who.head in ("they", "them") and frame.verb == "be":
            continue
        if frame.modal in _FUTURE or frame.conditional or scene.asks or (False):
            continue
        head = frame.verb.split()[0]
        tail = scene.prose[frame.end : frame.object_end]
        negated = frame.negated
        if head in (
            "be",
            "seem",
            "act",
            "become",
            "get",
            "appear",
            "look",
            "remain",
            "grow",
            "behave",
        ):
            lead = len(tail) - len(tail.lstrip())
            match = _CHARACTER_BE.match(tail.lstrip()) or _EPITHET.match(tail.lstrip())
            end = frame.end + lead
            if negated:
                match = regex(
                    r"(?i)(?:very |really |at all |being |sufficiently |nearly )*(?:paying attention|careful|competent|qualified|thorough|diligent|up to|professional|experienced|skilled|trained|capable)\b"
                ).match(tail.lstrip())
            if match:
                yield _Claim(
                    "PM106",
                    who.start,
                    end + match.end(),
                    who.actor,
                    who.text,
                    "character",
                    match[0],
                )
                continue
        if frame.passive and frame.agent is None and not negated:
            # "was inexperienced", "was distracted": a verb form that describes
            past = _CHARACTER_LAST.search(frame.text)
            if past:
                yield _Claim(
                    "PM106", who.start, frame.end, who.actor, who.text, "character", past[0]
                )
                continue
        if head in ("lack", "show", "display", "demonstrate", "have") and not negated:
            noun = regex(
                r"(?i)\s*(?:(?:a|an|the|any|no|some|his|her|basic|great|gross|little|clear|complete|total|such|sheer|poor|required|necessary|sufficient|enough)\s+)*(?:discipline|care|professionalism|experience|competence|judge?ment|diligence|common sense|attention to detail|skills?|sense of responsibility|work ethic|carelessness|negligence|poor judge?ment|bad judge?ment|incompetence|respect for \w+|ownership|understanding of \w+|lack of \w+|disregard for [\w ]+|interest in [\w ]+|idea (?:what|how)\b[^.,;]{0,40}|clue)\b"
            ).match(tail)
            good = (
                head in ("show", "display", "demonstrate", "have")
                and noun
                and not regex(
                    r"(?i)lack|careless|neglig|poor|bad|incompet|disregard|no (?:\w+ )?(?:idea|clue|respect|discipline|interest|sense|professional|care|common)|little"
                ).search(noun[0])
            )
            if (noun and not good and head != "lack") or (
                noun
                and head == "lack"
                and not regex(r"(?i)\b(?:access|permission)\b").search(noun[0])
            ):
                yield _Claim(
                    "PM106",
                    who.start,
                    frame.end + noun.end(),
                    who.actor,
                    who.text,
                    "character",
                    noun[0].strip(),
                )
                continue
        adverb = _CHARACTER_ADV.search(" ".join(frame.adverbs)) or _CHARACTER_ADV.search(
            scene.prose, frame.start, max(frame.end, _clip(scene, frame))
        )
        if adverb and not negated and not frame.passive and frame.finite:
            yield _Claim(
                "PM106", who.start, _clip(scene, frame), who.actor, who.text, "character", adverb[0]
            )


# --- self-blame ----------------------------------------------------------------------

_SELF = regex(
    r"(?i)\b(?:(?:it|this|that|this one|that one|all|the (?:outage|incident|whole thing|mistake)|which)(?:'s| is| was| were)? (?:all |entirely |totally |completely |purely |just |really |clearly |solely |100% |definitely )*(?:my (?:own )?(?:fault|mistake|error|bad|doing|carelessness|screw-?up|oversight|stupidity)|on me\b|down to me\b|because of me\b)"
    r"|(?:entirely |totally |completely |all )?my (?:own )?(?:bad\b(?! \w)|fault|stupidity|carelessness|negligence|incompetence|stupid\w* \w+|idiocy)|mea culpa|shame on me|the fault (?:is|was|lies|lay) (?:with me|(?:entirely |all )?mine)|(?:blame|fault) (?:is|was) (?:entirely |all )?mine|"
    r"(?:due to|because of|caused by|thanks to|result of) (?:a |an )?(?:\w+ )?(?:mistake|error|typo|oversight) (?:of mine|on my part|I made)|my (?:\w+ )?(?:mistake|error|typo|oversight|slip|blunder|screw-?up|negligence|inattention|inexperience|failure|fat fingers?)\b(?! (?:rate|budget|log|was not|wasn't))|"
    r"(?:mistake|error|oversight|fault|typo|blunder|negligence|carelessness|failure) (?:of mine|on my part)\b|i (?:am|was|'m|feel) (?:(?:so|really|very|terribly|deeply|the one|fully|entirely|solely|personally|totally|just|too|being|simply|a bit|quite|such an?|an?|the) )*(?:to blame|at fault|responsible for (?:the|this|it|what|all)|guilty|careless|stupid|an idiot|idiot|negligent|reckless|sloppy|lazy|dumb|ashamed|incompetent|embarrassed|sorry|foolish|clumsy|the culprit|culprit|the one who (?:broke|caused|messed|screwed|forgot|pushed|deleted|dropped|took)|wrong)|i'm (?:(?:so|really|very|terribly|such an?|an?) )*(?:sorry|an idiot|idiot|to blame|at fault|ashamed|guilty)|"
    r"i (?:totally |completely |really |just |royally |badly |stupidly |carelessly |foolishly |also |must have |have |had |personally |clearly |simply |\w+ly )*(?:screwed|messed|mucked|fucked|cocked|stuffed|goofed|blew it|f'd|fouled|dropped the ball|botched|bungled|fumbled|broke (?:prod\w*|it|the|everything|our|things)|blame myself|let (?:everyone|everybody|the team|you all|you|us|people|the \w+) down|take (?:full |all |complete |sole |the )*(?:responsibility|blame)|own this|own up|should have known better|failed (?:the team|everyone|you|to \w+|at|in)|made (?:a|an|the|this|some) (?:\w+ )?(?:\w+ )?(?:mistake|error|blunder|typo|stupid|bad call|wrong|poor)\w*|caused (?:the|this|it|an|all|a)|took (?:\w+ ){0,3}(?:down|offline)|brought (?:\w+ ){0,3}down|apologi[sz]e|didn't (?:even )?(?:bother|think)|did not (?:even )?bother|forgot to\b|neglected\b|ignored\b|overlooked\b|mistyped\b|misread\b|misconfigured\b|fat-fingered|nuked\b|ruined\b|(?:careless|reckless|stupid|foolish|blind|hasti|mindless|negligent|sloppi)ly \w+|wasn't careful|was not careful|wasn't paying attention|was not paying attention|was (?:far |much )?too (?:slow|late|junior|hasty|careless|confident|eager|lazy|tired|quick)|was in a hurry|let (?:this|it) happen|have only myself to blame|have no excuse|accidentally \w+|mistakenly \w+)|"
    r"(?:have|got) only myself to blame|it (?:was|is) (?:me|i) who (?:broke|caused|messed|screwed|forgot|pushed|deleted|dropped|took|ran|did|made|merged)|no excuse(?:s)? (?:from me|on my part)|if only i\b|i can only blame myself|had i (?:\w+ ){0,2}(?:\w+ed|read|run|known|seen|been))"
)


def _self_blame(scene: _Scene) -> Iterator[_Claim]:
    """``my fault``, ``I screwed up``: the writer, turned on herself."""
    if scene.topic in (Topic.ACTIONS,) or scene.topic is Topic.WENT_WELL:
        return
    for match in _SELF.finditer(scene.prose):
        if (
            negated_at(scene.prose, match.start())
            or regex(r"(?i)\bnot (?:my|on me)|\bhelp\b").search(match[0])
            or scene.asks
        ):
            continue
        low = match[0].lower()
        if low.startswith("i ") and regex(r"(?i)\b(?:if|when|whenever|unless|in case)\s+$").search(
            scene.prose[: match.start()]
        ):
            continue
        if regex(r"(?i)\bsorry\b|apologi").search(low) and not regex(
            r"(?i)\b(?:for (?:my|caus|break|forg|the (?:mistake|mess|trouble|outage)|this|not|all)|that i\b)"
        ).search(scene.prose[match.end() : match.end() + 40]):
            continue
        if regex(
            r"(?i)could have\b|should(?:'ve| have)|forgot|overlooked|accidentally|mistakenly|made "
        ).search(low):
            weight = 0.75
        else:
            weight = 1.0
        rest = _UNTIL.match(scene.prose, match.end()) if low.startswith("i ") else None
        end = rest.end() if rest is not None else match.end()
        yield _Claim("PM108", match.start(), end, Actor.WE, "I", "self", match[0], weight)


_UNTIL = regex(r"[^.,;:!?()–—]{0,70}")


# --- hunts and questions -------------------------------------------------------------

_WHO_DID = regex(
    r"(?i)\b(?:who|which\s+(?:engineer|developer|dev|person|dba|admin\w*|operator|colleague|employee|idiot|"
    r"genius|one\s+of\s+\w+|team\s+member|of\s+(?:you|us|them)))\s+"
    rf"(?:(?:exactly|actually|even|the hell|on earth|precisely|really|else|then|originally|first|last|at|in|of|the)\s+)*(?:(?:\w+\s+){{0,3}}?)(?:{words.CULPRIT_VERBS})\b"
)
_WHO_HARMLESS = regex(
    r"(?i)\bwho\s+(?:was|were|is|are)\s+(?:affected|impacted|involved|paged|notified|on[- ]?call|responding|doing|available|present|informed|told|the (?:incident|owner))"
    r"|\bwho\s+(?:noticed|found|detected|reported|responded|acknowledged|fixed|owns|will|can|should be|gets|needs|helped|had access|knows|reads|uses|maintains|is doing)"
    r"|\bwho\s+(?:was|is|are|were)\s+responsible\s+for\s+(?:\w+ing|the (?:service|component|system|on-call|runbook|rotation|follow|communication|action))"
)
_FIND_WHO = regex(
    rf"(?i)\b(?:find(?:ing)? out|figur(?:e|ing) out|determin(?:e|ing)|establish(?:ing)?|identify(?:ing)?|investigat(?:e|ing)|know(?:ing)?|learn(?:ing)?|ask(?:ing|ed)?|clarify(?:ing)?|unclear|unknown|see|track(?:ing)? down|tell us|not clear|explain|wonder\w*|still need to know|want to know)\s+(?:exactly\s+)?who\s+(?:\w+\s+){{0,2}}?(?:{words.CULPRIT_VERBS})\b[^.;?]{{0,40}}"
)
_HUNTED = regex(
    r"(?i)\b(?:find|identify|name|track down|hunt (?:down|for)|look(?:ing)? for|search(?:ing)? for|locate|catch|get)\s+(?:out\s+)?the\s+(?:culprit|guilty (?:party|person|one)|offender|person (?:responsible|at fault|to blame|who (?:did|caused|broke|made))|responsible (?:person|party|individual|engineer|developer|employee)|one (?:responsible|to blame|who (?:did|caused|broke)))\b"
    r"|\b(?:the )?(?:culprit|guilty party|perpetrator|offender|person responsible|person at fault|responsible (?:person|party|individual|engineer|developer|employee|staff)|party at fault)\s+(?:has (?:not )?(?:yet )?been|was|is|will be|must be|should be|needs to be|remains|has yet to be|have to be)\s+(?:identified|found|named|unknown|known|located|determined|disclosed)\b"
    r"|\b(?:whose (?:fault|mistake|error|doing|idea (?:was|is)|responsibility (?:was|is) (?:this|it|the)|bright idea|change (?:was|broke|caused)|commit (?:was|broke|caused)|decision was))\b[^.;]{0,40}"
    r"|\bwho(?:'s| is| was)\s+(?:at fault|to blame|responsible|accountable|guilty|the culprit|behind this|asleep)\b(?!\s+for\s+(?:the (?:service|component|system|runbook|on-?call|action|follow)|\w+ing\b))|\bwho (?:do we|can we|should we|to) (?:blame|hold (?:responsible|accountable)|punish|fire)\b|\bheads? (?:to|will|must) roll\b"
)
_FIELD = regex(
    r"(?i)^\W*(?P<field>(?:person|people|individual|engineer|developer|employee|party|team member|name of (?:the )?person|staff member|operator|who)s?\s+(?:(?:directly |primarily )?(?:responsible|at fault|to blame|accountable|who (?:caused|made|did|broke)[^:]{0,40}|who did (?:it|this))|is responsible|was responsible|caused (?:it|this|the \w+))|"
    r"responsible\s+(?:person|individual|party|engineer|developer|employee|staff|operator|human)s?|(?:guilty|offending)\s+(?:party|person|engineer|developer|individual)|culprits?|offenders?|perpetrators?|"
    r"responsible\s+for\s+(?:(?:the|this)\s+)?(?:incident|outage|failure|error|mistake|problem|breach)|(?:incident|outage|failure|error)\s+responsible|"
    r"at\s+fault|fault(?:\s+(?:of|lies with))?|blame(?:d)?|who(?:'s| is| was)?\s+to\s+blame|who\s+(?:did|caused|broke|made)\s+(?:it|this|the\s+\w+)|accountable\s+person|human\s+responsible|"
    r"(?:issue |outage |incident |error |bug |mistake |problem |change )?(?:caused|broken|introduced|triggered|committed)\s+by(?:\s+\(?(?:whom|who|name|person|employee)\)?)?)\s*\??\s*(?P<colon>:|$|\?|\s[-–—]\s)(?P<value>.*)$"
)


def _hunts(scene: _Scene) -> Iterator[_Claim]:
    """Who did it? Fields, questions and searches that ask for a culprit."""
    if scene.topic is Topic.GROUND_RULES:
        return
    field = _FIELD.match(scene.prose)
    if field and _asks_for_person(scene, field):
        value = field["value"].strip()
        end = field.end("value") if value and len(value) < 50 else field.end("colon")
        yield _Claim(
            "PM104",
            field.start("field"),
            end,
            Actor.PERSON,
            value or "who",
            "hunt",
            field["field"],
            0.95,
        )
        return
    for pattern in (_HUNTED, _FIND_WHO):
        for match in pattern.finditer(scene.prose):
            if _is_relative(scene, match):
                continue
            past = scene.topic in (Topic.TIMELINE, Topic.RESPONSE) and pattern is _FIND_WHO
            if (
                not past
                and not (pattern is _HUNTED and _machine_hunt(scene, match))
                and not _asked_by_readers(scene, match)
                and not _declined(scene.prose, match.start())
            ):
                yield _Claim(
                    "PM104", match.start(), match.end(), Actor.ROLE, "who", "hunt", match[0]
                )
                return
    if scene.asks or regex(r"(?i)\W*who\b").match(scene.prose):
        yield from _culprit_question(scene)


def _is_relative(scene: _Scene, match: re.Match[str]) -> bool:
    """Whether "who" tells of somebody named before: "the duty manager, who was asleep"."""
    if scene.asks or not match[0].lower().startswith("who"):
        return False
    between = (scene.prose[one.end : match.start()] for one in scene.reading.phrases)
    return any(words.strip() == "," for words in between)


def _asked_by_readers(scene: _Scene, match: re.Match[str]) -> bool:
    """Whether it is the question of those served, told of: "Some of you asked who did it"."""
    asking = [one for one in scene.reading.frames if _asks_at(scene, one, match.start())]
    who = asking[-1].subject if asking else None
    return who is not None and bool(_READERS.search(who.text))


def _asks_at(scene: _Scene, frame: Frame, at: int) -> bool:
    """Whether *frame* is a verb of asking that stands at *at* or just before it."""
    if frame.verb not in ("ask", "wonder", "want", "inquire"):
        return False
    return frame.start <= at < frame.end or scene.prose[frame.end : at].strip() in _TO_WHOM


_TO_WHOM = frozenset({"", "us", "me", "to know", "him", "her", "them"})


_READERS = regex(
    r"(?i)\b(?:you|users?|customers?|clients?|players?|subscribers?|readers?|members|visitors?|journalists?|reporters)$"
)


def _machine_hunt(scene: _Scene, match: re.Match[str]) -> bool:
    """Programs and commits are called culprits too, unless the sentence speaks of guilt."""
    if not regex(r"(?i)culprit|offender").search(match[0]):
        return False
    return not regex(
        r"(?i)\b(?:blame\w*|responsible|held|punish\w*|accountab\w+|consequences|owned? up|confess\w*|"
        r"guilty|person|people|engineer|developer|employee|colleague|whoever|by name)\b"
    ).search(scene.prose[: match.start()] + scene.prose[match.end() :])


def _declined(prose: str, at: int) -> bool:
    return negated_at(prose, at) or bool(
        regex(
            r"(?i)\b(?:not|n't|never|rather than|instead of|without|regardless|no matter|doesn't matter|irrelevant|avoid|refrain)\b[^.;?]{0,50}$"
        ).search(prose[:at])
    )


def _culprit_question(scene: _Scene) -> Iterator[_Claim]:
    if scene.sentence is None and _BYLINE_HEAD.fullmatch(scene.prose):
        return
    for match in _WHO_DID.finditer(scene.prose):
        if not scene.asks and scene.prose[: match.start()].strip(" -*"):
            continue
        front = scene.prose[: match.start()].rstrip(" ,\"'")
        if (
            front
            and front[-1:].isalpha()
            and not regex(r"(?i)\b(?:and|or|but|so|then|question|asked?|know|wonder)$").search(
                front
            )
        ):
            continue
        if _WHO_HARMLESS.match(scene.prose, match.start()) or _declined(scene.prose, match.start()):
            continue
        if (
            not scene.asks
            and not scene.prose.rstrip().endswith((":", "?"))
            and len(scene.prose.split()) > 7
        ):
            continue
        end = len(scene.prose.rstrip()) if len(scene.prose) - match.start() < 90 else match.end()
        yield _Claim("PM104", match.start(), end, Actor.ROLE, "who", "hunt", match[0])
        return


# A heading over the authors.
_BYLINE_HEAD = regex(
    r"(?i)\W*who wrote (?:this|it)(?: (?:document|report|review|page|post-?mortem|write-?up|text))?\W*"
)


def _asks_for_person(scene: _Scene, field: re.Match[str]) -> bool:
    """``Caused by:`` with a name, or left empty; not with a system behind it."""
    label = field["field"].lower()
    if scene.topic is Topic.ACTIONS or scene.topic is Topic.PEOPLE:
        return "fault" in label or "blame" in label or "culprit" in label
    value = field["value"].strip(" *_`|")
    doubtful = label.endswith(" by") or label in (
        "fault",
        "blame",
        "culprit",
        "culprits",
        "offender",
        "offenders",
        "at fault",
        "blamed",
        "perpetrator",
    )
    if field["colon"].strip() == "" and not value:
        return not doubtful and (scene.sentence is None or len(scene.prose.split()) <= 4)
    if not doubtful:
        return True
    if not value:
        return label.endswith(("by", "fault", "culprit", "blame", "offender"))
    first = [p for p in scene.reading.phrases if p.start >= field.start("value")]
    return (
        bool(first)
        and first[0].actor in (Actor.PERSON, Actor.ROLE, Actor.TEAM)
        and len(value.split()) <= 6
    )


_LOADED = regex(
    r"(?i)\b(?:(?:why|how come)\s+(?:(?:on earth|the hell|in the world|exactly)\s+)?(?:(?:did|do|does|would|have|has|had|was|were|could|can)(?:n't|\s+not)?\s+)(?P<a>you|he|she|they|any(?:one|body)|no(?:body|\s+one)|some(?:one|body)|people|@[\w.-]+|the\s+[\w-]+(?:\s[\w-]+)?|our\s+[\w-]+|[A-Z][\w'-]+)(?:\s+not)?\s+(?:(?P<just>just|simply|even|bother|ever|possibly|seriously|not just|not simply|think it|ever think)\b\s*)?"
    r"|how\s+(?:on earth\s+|the hell\s+)?(?:could|can|did|does|do)\s+(?P<b>any(?:one|body)|you|he|she|they|people|someone|somebody|@[\w.-]+|the\s+[\w-]+(?:\s[\w-]+)?|[A-Z][\w'-]+)\s+(?P<how>possibly|ever|not|be so|think|miss|let|even|forget|overlook|ignore|have (?:been|missed|not|thought)|do (?:this|that|something)|deploy|push|approve|merge|run|fail|make|allow|break|sleep|be)\b"
    r"|what\s+(?:on earth |the hell )?(?:were|was|are|is)\s+(?P<c>you|he|she|they|@[\w.-]+|the\s+[\w-]+(?:\s[\w-]+)?|[A-Z][\w'-]+)\s+(?:even |possibly )?thinking|who\s+in\s+their\s+right\s+mind\b|why\s+on\s+earth\b|what\s+(?:possessed|made)\s+(?!us\b|me\b|it\b|this\b|that\b)(?:you|him|her|them|@[\w.-]+|[A-Z][\w'-]+)\s+(?:to\b|think)|"
    r"could(?:n't|\s+not)\s+(?:someone|somebody|anyone|anybody|you|he|she|they)\s+(?:have\s+)?(?:at\s+least\s+|not\s+)?(?:just|even|simply|bothered)\b|(?:did|does|do|was|were)(?:n't|\s+nobody|\s+no\s+one|\s+not\s+a\s+single\s+person)\s*(?P<d>any(?:one|body)|you|he|she|they)?\s*(?P<e>even|bother|ever|care|just|paying attention|look|know better|occur)\b|(?:did|does) it (?:not|n't|never) occur to\b|(?:is|was)\s+(?:it|that|this)\s+(?:really\s+)?too\s+much\s+to\s+ask\b|are\s+(?:you|they)\s+(?:serious|kidding|blind|asleep)|was\s+(?:he|she|every(?:one|body)|any(?:one|body)|@[\w.-]+|[A-Z][\w'-]+)\s+(?:even\s+)?(?:asleep|sleeping|blind|drunk|paying attention|awake))"
)


def _loaded(scene: _Scene) -> Iterator[_Claim]:
    """Questions that accuse: ``Why didn't you just roll back?``."""
    if not scene.asks:
        return
    yield from _marvels(scene)
    for match in _LOADED.finditer(scene.prose):
        groups = match.groupdict()
        who = groups["a"] or groups["b"] or groups["c"] or groups["d"] or ""
        actor = _asked(scene, match, who)
        machines = (
            groups["b"] and who.lower() == "they" and not _ANIMATE.match(groups["how"].lower())
        )
        if actor is None or machines or (groups["a"] and not _reproach(scene, match, who)):
            continue
        end = len(scene.prose.rstrip(" *_)\"'"))
        yield _Claim("PM111", match.start(), end, actor, who or "you", "question", match[0])
        return


def _marvels(scene: _Scene) -> Iterator[_Claim]:
    """ "How is it possible that a nurse with such experience does not know it?"."""
    for match in _HOW_POSSIBLE.finditer(scene.prose):
        # Read by itself: within the question its verb is taken for that of "is it".
        told = _Scene(scene.document, scene.text.part(match.end()), scene.topic)
        for frame in told.reading.frames:
            who = frame.subject
            if who is not None and who.actor in _CODES and _is_reproached(told, frame, who):
                end = len(scene.prose.rstrip(" *_)\"'"))
                yield _Claim("PM111", match.start(), end, who.actor, who.text, "question", match[0])
                return


def _is_reproached(scene: _Scene, frame: Frame, who: Phrase) -> bool:
    """Whether the act that is marvelled at would be a verdict, were it told of one person."""
    if frame.modal or frame.passive:
        return False  # what a person can do, or what is done to them, is a condition
    duty = frame.verb.split()[0] in words.DUTIES | {"know", "see", "realise", "realize"}
    if duty and (frame.negated or who.head in _NOBODY_IN_PARTICULAR - {"who", "one", "person"}):
        return True
    person = replace(who, actor=Actor.ROLE)
    return any(judge(scene, frame, person) for judge in (_slip, _skips, _fails, _omits, _wrong_act))


_HOW_POSSIBLE = regex(
    r"(?i)\bhow\s+(?:(?:on earth|the hell)\s+)?(?:is|was|can|could)\s+it\s+(?:be\s+)?(?:possible\s+)?that\s+"
)


def _asked(scene: _Scene, match: re.Match[str], who: str) -> Actor | None:
    """Who is asked about; None for systems and "we"."""
    low = who.lower()
    if not low or low in (
        "you",
        "anyone",
        "anybody",
        "nobody",
        "no one",
        "someone",
        "somebody",
        "people",
    ):
        return Actor.ROLE
    if low in ("he", "she", "they"):
        return Actor.ROLE
    at = match.start("a") if match["a"] else match.start("b") if match["b"] else match.start("c")
    phrase = scene.reading.phrase_at(at)
    if phrase is None or phrase.actor not in (
        Actor.PERSON,
        Actor.ROLE,
        Actor.TEAM,
        Actor.INDEFINITE,
    ):
        return None
    return phrase.actor


def _reproach(scene: _Scene, match: re.Match[str], who: str) -> bool:
    """A why-question that carries a verdict: on one person, or with "just"."""
    low = who.lower()
    if match["just"]:
        return low != "the" and bool(low)
    verb = regex(r"(?:not\s+)?(\w+)").match(scene.prose[match.end() :].lstrip())
    duty = verb is not None and (verb[1].lower() in words.DUTIES | words.SLIPS | words.DOING)
    negated = bool(regex(r"(?i)n't|\bnot\b").search(match[0]))
    if low in ("anyone", "anybody", "nobody", "no one", "someone", "somebody", "people"):
        return "would" in match[0].lower() and "n't" not in match[0]
    if regex(r"(?i)\b(?:on earth|the hell|in the world)\b").search(match[0]):
        return True
    if low == "you":
        return False
    if low == "they":
        return negated and verb is not None and bool(_ANIMATE.match(verb[1].lower()))
    return duty and (negated or (verb is not None and verb[1].lower() in words.SLIPS | words.SKIPS))


# --- speakers ------------------------------------------------------------------------


def is_speech(reading: Reading, prose: str) -> bool:
    """Whether *prose* opens with the handle of a speaker, and names nobody else.

    "@lee: there was no way to try it" is what Lee says, "@lee: deploy of v2" what Lee did.
    """
    first, *others = reading.phrases or (None,)
    if first is None or not first.text.startswith("@") or not prose.startswith(":", first.end):
        return False
    if any(one.actor in (*_SINGLE, Actor.TEAM) for one in others):
        return False
    said = next((one for one in reading.frames if one.start >= first.end), None)
    clause = said is not None and said.finite and said.subject is not None and not said.elided
    return clause or _THERE_IS.match(prose, first.end) is not None


_THERE_IS = regex(r"(?i):\s?there(?:'s|\s(?:is|was|are|were))\b")


# --- factors -------------------------------------------------------------------------


def _factor_heads(scene: _Scene) -> Iterator[_Claim]:
    """A person, or a person's act, as the head of a contributing factor."""
    if scene.topic is not Topic.FACTORS or scene.asks or scene.praises or not scene.opens:
        return
    phrases = scene.reading.phrases
    if not phrases:
        return
    for phrase in phrases[:2]:
        front = scene.prose[: phrase.start].strip(" *_-–—")
        if (
            front
            and not front.endswith(":")
            and not regex(
                r"(?i)(?:a |the |manual |bad |recent |emergency |late |last-minute )*(?:[\w-]+ )?(?:change|deploy(?:ment)?|commit|pr|push|restart|merge|edit|migration|release|update|rollout|config change|approval|decision|action|deletion|upgrade|script|command) (?:made |merged |pushed |deployed |run |executed |done |performed |approved )?(?:by|from|of)"
            ).fullmatch(front)
        ):
            continue
        claim = _factor_head(scene, phrase, bool(front) and not front.endswith(":"))
        if claim is not None:
            yield claim
            return


def _factor_head(scene: _Scene, phrase: Phrase, by: bool) -> _Claim | None:
    start = 0 if by else phrase.start
    start += len(scene.prose[start:]) - len(scene.prose[start:].lstrip(" *_-"))
    if phrase.actor is Actor.PERSON:
        bare = scene.prose[phrase.end :].strip(" .*_")
        if is_speech(scene.reading, scene.prose):
            return None
        if by or not bare or bare[0] in "(:-–—":
            return _Claim(
                "PM107", start, phrase.end, phrase.actor, phrase.text, "factor", phrase.text, 0.9
            )
        return None
    owner = phrase.owner
    if owner is None or owner.actor not in _SINGLE:
        return None
    owned = phrase.text[owner.end - phrase.start :]
    if not regex(rf"(?i)\b(?:{words.ACT_NOUNS}|{words.ERROR_NOUNS})\b").search(owned):
        return None
    end = _phrase_reach(scene, phrase)
    if owner.actor is Actor.PERSON:
        return _Claim("PM107", start, end, owner.actor, owner.text, "factor", phrase.text, 0.9)
    return _Claim("PM102", start, end, owner.actor, owner.text, "factor", phrase.text, 0.8)


_NOMINAL = regex(
    r"(?i)\s*(?:[:,]|\s[-–—])\s*(?:the\s+|a\s+|an\s+)?(?:no\s+(?:testing|tests?|review|approval|back-?up|check\w*|handover|notice|ticket|communication|rollback plan|peer review|dry[- ]run)|"
    r"without\s+(?:testing|review|approval|asking|a back-?up|notice)|wrong\s+[\w-]+|typo\b|mistake\b|forgot\b|untested\s+\w+|unreviewed\s+\w+|carelessness|negligence|fat[- ]finger\w*|inexperience\w*|not paying attention|asleep)"
)


def _nominal(scene: _Scene) -> Iterator[_Claim]:
    """``Dave: wrong flag.``, ``Junior dev, no review.``: a verdict without a verb."""
    for phrase in scene.reading.phrases[:1]:
        match = _NOMINAL.match(scene.prose, phrase.end)
        if phrase.actor in _SINGLE and match and not scene.prose[: phrase.start].strip(" *_-"):
            yield _Claim(
                _CODES[phrase.actor],
                phrase.start,
                match.end(),
                phrase.actor,
                phrase.text,
                "act",
                "",
                0.9,
            )


def _idioms(scene: _Scene) -> Iterator[_Claim]:
    """``Classic Dave``, ``cannot be trusted``, ``it was his job, and he did not``."""
    for pattern, code in ((_OF_HIM, "PM106"), (_EVERY_TIME, "")):
        for match in pattern.finditer(scene.prose):
            who = scene.reading.phrase_at(match.end("lead"))
            if code and who is not None and _faceless(who):
                continue
            if (
                who is not None
                and (who.actor in _SINGLE or who.actor is Actor.TEAM)
                and not negated_at(scene.prose, match.start())
            ):
                yield _Claim(
                    code or _CODES[who.actor],
                    match.start(),
                    max(match.end(), who.end),
                    who.actor,
                    who.text,
                    "character" if code else "verdict",
                    "",
                    0.85,
                )
    for match in _CLASSIC.finditer(scene.prose):
        who = next((p for p in scene.reading.phrases if p.start <= match.end() <= p.end), None)
        if who is not None and who.actor is Actor.PERSON:
            yield _Claim("PM101", match.start(), who.end, who.actor, who.text, "verdict", "", 0.8)
    for phrase in scene.reading.phrases:
        if phrase.actor in _SINGLE or phrase.actor is Actor.TEAM:
            verdict = _UNTRUSTED.match(scene.prose, phrase.end)
            if verdict and phrase.head not in _PRONOUNS - {"he", "she"}:
                yield _Claim(
                    "PM105",
                    phrase.start,
                    verdict.end(),
                    phrase.actor,
                    phrase.text,
                    "sanction",
                    "",
                    0.85,
                )


_OF_HIM = regex(rf"(?i)(?P<lead>\b(?:{words.CHARACTER_ALWAYS})\s+(?:of|on the part of)\s+)")
_EVERY_TIME = regex(
    r"(?i)(?P<lead>\b(?:(?:every|each) time|whenever)\s+)[^.;,]{2,60}?\b(?:breaks?|fails?|goes (?:wrong|down)|blows up|outages?|incidents?|trouble|crash\w*)\b"
)
_CLASSIC = regex(r"(?i)\b(?:classic|typical|vintage|good old|another|yet another)\s+(?=[A-Z@])")
_UNTRUSTED = regex(
    r"(?i)\s+(?:can(?:not|'t| no longer)|should(?:n't| not| never| no longer)|must(?:n't| not| never)|may no longer|is no longer|will no longer|will never|is not|was not)\s+(?:again\s+|ever\s+)?"
    r"(?:be (?:trusted|allowed to (?:deploy|touch|push|merge|work|run|be)|given (?:access|root|production|admin)|on[- ]call|left alone|permitted to)|(?:allowed|permitted|trusted) to (?:deploy|touch|push|merge|run)|have (?:root|production|prod|admin|write) (?:access|rights)|fit (?:for|to)|"
    r"touch (?:prod\w*|the)|(?:deploy|push|merge) (?:alone|again|anything|to prod\w*|without))[^.;,]{0,30}"
)


def _act_factors(claims: Iterable[_Claim]) -> Iterator[_Claim]:
    """Neutral acts in a section of causes belong to PM107 where a person is named."""
    for claim in claims:
        if claim.kind == "factor" and claim.actor is Actor.PERSON:
            yield _Claim(
                "PM107", claim.start, claim.end, claim.actor, claim.who, "factor", claim.act, 0.92
            )
        else:
            yield claim


_DETECTORS = (
    _hunts,
    _sanctions,
    _self_blame,
    _loaded,
    _character,
    lambda scene: _act_factors(_acts(scene)) if not _interrogative(scene) else iter(()),
    lambda scene: _causes_named(scene) if not _interrogative(scene) else iter(()),
    lambda scene: _owned_errors(scene) if not _interrogative(scene) else iter(()),
    _on_someone,
    _relative_harm,
    _nominal,
    _idioms,
    _factor_heads,
)


def _interrogative(scene: _Scene) -> bool:
    """Open questions blame nobody; those that do are `_loaded` and `_hunts`."""
    return scene.asks


# --- headings and titles -------------------------------------------------------------


def _heading(document: Document, section: Section) -> Iterator[Blame]:
    if not section.heading.raw.strip():
        return
    scene = _Scene(document, section.heading, section.topic)
    if section.own_topic is Topic.TITLE:
        yield from _title(scene)
        return
    if section.topic is Topic.GROUND_RULES:
        return
    for claim in _HEADINGS.get(scene.key, lambda: (*_hunts(scene), *_loaded(scene))):
        yield scene._blame(claim)
        return


def _columns(document: Document, section: Section) -> Iterator[Blame]:
    """Column heads that ask who did it."""
    if section.topic in (Topic.GROUND_RULES, Topic.ACTIONS):
        return
    for block in section.blocks:
        if block.kind is BlockKind.TABLE and block.children:
            for cell in block.children[0].children:
                if cell.text is not None:
                    scene = _Scene(document, cell.text, section.topic)
                    yield from (scene._blame(claim) for claim in _hunts(scene))
            yield from _rows(document, block, section.topic)


def _rows(document: Document, table: Block, topic: Topic) -> Iterator[Blame]:
    """Rows of a form that name who did it: "Caused by | Deniz K."."""
    for row in table.children:
        cells = [cell.text for cell in row.children if cell.text is not None]
        if len(cells) != _PAIR or not _names_person(document, cells[1].raw):
            continue
        scene = _Scene(document, cells[0].strip(" *:?"), topic)
        label = scene.prose
        if _FIELD.match(label) or _AFTER_LABEL.search(label):
            claim = _Claim("PM104", 0, len(label), Actor.PERSON, cells[1].raw, "hunt", label)
            yield scene._blame(claim)


_PAIR = 2
_AFTER_LABEL = regex(r"(?i):\s*(?:caused|broken|introduced|triggered)\s+by\W*$")


def _names_person(document: Document, value: str) -> bool:
    first = value.split()[0].strip(".,") if value.split() else ""
    return first.startswith("@") or (first != "" and people(document).is_name(first))


def _title(scene: _Scene) -> Iterator[Blame]:
    """A person, or a verdict on one, in the title."""
    for claim in _hunts(scene):
        yield scene._blame(claim)
        return
    for detector in (_character, _acts, _owned_errors, _causes_named, _on_someone):
        for claim in detector(scene):
            yield scene._blame(
                _Claim("PM110", claim.start, claim.end, claim.actor, claim.who, "title", claim.act)
            )
            return
    verdict = _TITLE_VERDICT.search(scene.prose)
    if verdict:
        yield scene._blame(
            _Claim(
                "PM110", verdict.start(), verdict.end(), Actor.ROLE, "", "title", verdict[0], 0.9
            )
        )
        return
    for phrase in scene.reading.phrases:
        who = phrase if phrase.actor is Actor.PERSON else phrase.owner
        if who is None or who.actor is not Actor.PERSON or _byline(scene.prose, who):
            continue
        if who.text.startswith("@") or scene.known.is_stated(who.text):
            yield scene._blame(
                _Claim("PM110", who.start, who.end, who.actor, who.text, "title", "", 0.75)
            )
            return


_TITLE_VERDICT = regex(
    r"(?i)\b(?:(?:human|operator|user|engineer|developer|admin|dba|pilot)\s+(?:error|mistake|negligence|failure|stupidity)s?|careless\w*|negligen\w+(?!\s[A-Z])|reckless\w*|sloppy\b(?! quorum)\w*|incompeten\w+|"
    r"(?:someone|somebody|engineer|developer|intern|dba|ops|admin|operator|contractor)\s+(?:forgot|broke|deleted|dropped|wiped|pushed|ran|failed|ignored|messed|screwed|took))\b"
)


def _byline(prose: str, who: Phrase) -> bool:
    return bool(
        regex(r"(?i)(?:\b(?:by|author|with|from|for|owner|written by)\s*:?\s*|[|·•(]\s*)$").search(
            prose[: who.start]
        )
    )


def named_in(document: Document, text: Text) -> Iterator[Phrase]:
    """Phrases of *text* that name a person, with indices into it."""
    for phrase in reading_of(document, text).phrases:
        if phrase.actor is Actor.PERSON:
            yield phrase
        elif phrase.owner is not None and phrase.owner.actor is Actor.PERSON:
            yield phrase.owner
