"""What a family of wording rules found in a document, each sentence read once.

The rules of one family (hindsight, human error) look at the same sentences for
neighbouring things: a detector yields *claims*, and of several on the same
words the one whose code stands first in the family's order is kept. The result is
kept with the document, so that ten rules cost one reading.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from pmlint.document import Block, BlockKind, Document, Sentence, Span, Text, Topic
from pmlint.memory import Memory
from pmlint.people import people
from pmlint.regexes import Regex, regex
from pmlint.wording.frames import (
    Actor,
    Frame,
    Phrase,
    frames_of,
    is_question,
    is_reported,
    noun_phrase,
    reading_of,
    straightened,
    tokens,
)
from pmlint.wording.stretches import without_joint, word_end

__all__ = [
    "CAUSES",
    "Claim",
    "Detectors",
    "Doer",
    "Find",
    "Scene",
    "beside_factors",
    "claimed",
    "read_scenes",
    "scene_at",
    "scene_of",
    "sentence_at",
    "they_are_things",
    "words",
]

CAUSES = frozenset({Topic.FACTORS, Topic.WHYS})
"""Sections whose sentences name causes: a bare act counts as one there."""

_RESPONSE = frozenset(
    {Topic.TIMELINE, Topic.RESPONSE, Topic.RESOLUTION, Topic.WENT_WELL, Topic.DONE}
)
_HUMAN = frozenset({Actor.PERSON, Actor.ROLE, Actor.INDEFINITE, Actor.TEAM, Actor.WE})
_OUTSIDERS = regex(
    r"\b(?:users?|customers?|clients?|players?|subscribers?|patients?|visitors?|merchants?|callers?"
    r"|viewers?|(?<!team )(?<!staff )(?<!crew )members?|passengers?|shoppers?|readers?|tenants?"
    r"|guests?|drivers|buyers?|sellers?"
    r"|consumers?|listeners?|validators?|delegators?|voters?|pupils?|integrators?|attackers?)$",
    re.IGNORECASE,
)
_OF_US = regex(r"\bof\s+(?:us|you)$", re.IGNORECASE)
_ONE_OF_THINGS = regex(r"^(?!some|any|every|no\b)(?:.*\b\w+\s+)?ones?$", re.IGNORECASE)
_ALSO_PEOPLE = regex(
    r"\b(?:traders?|pupils?|artists?|animators?|volunteers?|stewards?|librarians?|lecturers?"
    r"|treasurers?|paralegals?|(?:shift|team|project|line|crew)\s+(?:lead(?:er)?|supervisor)s?"
    r"|(?:engineer|developer|operator|person|employee|admin|technician|user|nurse)"
    r"\s+(?:[A-Z]|#?\d))$",
    re.IGNORECASE,
)
_NARRATES = regex(
    r"\b(?:investigat\w+|diagnos\w+|debug\w*|troubleshoot\w*|response|symptoms?)\b", re.IGNORECASE
)
_NOBODY = regex(r"\s*(?:nobody|no\s?-?one|none|neither|no)\b", re.IGNORECASE)
_TRAILING_ADVERB = regex(r"\s+\w+ly$", re.IGNORECASE)
_ADVERB = regex(r"\w+ly$", re.IGNORECASE)
_LONGEST = 1500
_NO_ONE = regex(r"\bno one$", re.IGNORECASE)
_SLACK = 25


def words(text: str) -> frozenset[str]:
    """The words of *text*, as a set."""
    return frozenset(text.split())


class Claim(Struct, frozen=True):
    """A stretch of a scene's words that a detector claims for the rule of `code`."""

    code: str
    start: int
    end: int
    confidence: float = 0.85


class Find(Struct, frozen=True):
    """A claim on the words of one text, for the rule of `code`."""

    code: str
    text: Text
    start: int
    end: int
    confidence: float = 0.85

    @property
    def span(self) -> Span:
        """Place in the source."""
        return self.text.span(self.start, self.end)

    @property
    def words(self) -> str:
        """The words found, as the reader sees them, on one line."""
        return " ".join(self.text.raw[self.start : self.end].split())


class Doer(Struct, frozen=True):
    """Whom a verb is about: its subject, as far as the sentence tells.

    `words` is the noun phrase, `whole` the same with what is attached to it. `start`
    is its place in the sentence. An elided subject has no words.
    """

    actor: Actor
    words: str = ""
    whole: str = ""
    start: int = -1
    elided: bool = False
    passive: bool = False

    @property
    def people(self) -> bool:
        """Whether people are meant, named or not."""
        if _OF_US.search(self.words):
            return True
        if self.actor in _HUMAN:
            return not _ONE_OF_THINGS.search(self.words)
        return bool(_ALSO_PEOPLE.search(self.words))

    @property
    def system(self) -> bool:
        """Whether a system or product is meant."""
        return self.actor is Actor.SYSTEM

    @property
    def we(self) -> bool:
        """Whether the writers speak of themselves."""
        return self.actor is Actor.WE

    @property
    def unknown(self) -> bool:
        """Whether it is in writing, but not known as people or system."""
        return self.actor is Actor.UNKNOWN and not self.elided

    @property
    def outsider(self) -> bool:
        """Whether those served by the system are meant, not those who run it."""
        return bool(_OUTSIDERS.search(self.words))

    @property
    def nobody(self) -> bool:
        """Whether nobody is the doer."""
        return bool(_NOBODY.match(self.words))

    @property
    def existential(self) -> bool:
        """Whether the subject is the empty "there"."""
        return self.words.strip().lower() == "there"


class Scene(Struct, frozen=True, dict=True):
    """One sentence as the detectors see it. Indices are those of `sentence.text`."""

    document: Document
    text: Text
    topic: Topic
    item: str
    """Prose of the whole list item or cell that the sentence stands in, else its own."""
    sole: bool
    """Whether the sentence is all that its block says."""
    asks: bool = False
    heading: str = ""
    """Title of the section."""
    beside: bool = False
    """Whether it is prose beside the factors of a section of causes."""

    @cached_property
    def words(self) -> str:
        """The prose, with straight apostrophes, on one line."""
        return straightened(self.text.prose)

    @property
    def causes(self) -> bool:
        """Whether the section names causes."""
        return self.topic in CAUSES and not _NARRATES.search(self.heading)

    @property
    def responding(self) -> bool:
        """Whether the section tells what was done about the incident."""
        return self.topic in _RESPONSE

    def rest(self, start: int) -> str:
        """What follows *start*."""
        return self.words[start:]

    def each(self, *patterns: Regex) -> Iterator[re.Match[str]]:
        """All places where *patterns* match, one pattern after the other."""
        for pattern in patterns:
            yield from pattern.finditer(self.words)

    def find(self, code: str, start: int, end: int, confidence: float = 0.85) -> Claim:
        """Claim the words from *start* to *end*: whole ones, without blanks or a joint."""
        start, end = without_joint(self.words, start, end), word_end(self.words, end)
        taken = self.words[start:end]
        start += len(taken) - len(taken.lstrip(" ,"))
        return Claim(code, start, end - (len(taken) - len(taken.rstrip())), confidence)

    @property
    def key(self) -> Hashable:
        """All that a detector's claims depend on."""
        said = (self.text.prose, self.topic, self.item, self.sole, self.asks, self.heading)
        return (*said, self.beside, self.of_things, people(self.document).bearing(self.text.prose))

    @cached_property
    def of_things(self) -> bool:
        """Whether "they" are the things that the sentence before speaks of."""
        return they_are_things(self.document, self.text)

    @cached_property
    def _frames(self) -> tuple[Frame, ...]:
        return frames_of(self.document, self.text)

    def doer(self, index: int) -> Doer:
        """Whom the verb group at (or next after) *index* is about."""
        frame = self._frame_at(index)
        if frame is None:
            return Doer(Actor.UNKNOWN, elided=not self.words[:index].strip(" -,;:"))
        if frame.subject is None:
            return Doer(Actor.UNKNOWN, elided=True, passive=frame.passive)
        phrase = self._without_adverb(frame.subject)
        if phrase.head == "they" and self.of_things:
            phrase = replace(phrase, actor=Actor.SYSTEM)
        if _NO_ONE.search(self.words[: phrase.end]):
            return Doer(Actor.INDEFINITE, "no one", "no one", phrase.start, passive=frame.passive)
        stop = frame.start if phrase.end <= frame.start else phrase.end
        whole = self.words[phrase.start : stop]
        return _doer(phrase, whole, phrase.start, passive=frame.passive)

    def doer_after(self, index: int) -> Doer:
        """Whom the first clause is about that begins behind *index*."""
        frame = next((one for one in self._frames if one.start >= index), None)
        return Doer(Actor.UNKNOWN, elided=True) if frame is None else self.doer(frame.start)

    @cached_property
    def first_doer(self) -> Doer:
        """Whom the sentence's first clause is about."""
        return self.doer(self._frames[0].start) if self._frames else Doer(Actor.UNKNOWN)

    def _without_adverb(self, phrase: Phrase) -> Phrase:
        """*phrase* without an adverb ("An operator erroneously") that belongs to the verb."""
        found = _TRAILING_ADVERB.search(phrase.text)
        bare = phrase.text[: found.start()] if found else ""
        if not bare or phrase.actor in _HUMAN:
            return phrase
        made = noun_phrase(tokens(bare), bare, people(self.document))
        return replace(made, start=phrase.start, end=phrase.start + len(bare))

    def _frame_at(self, index: int) -> Frame | None:
        inside = [frame for frame in self._frames if frame.start <= index < frame.end]
        if inside:
            return self._of_adverb(max(inside, key=lambda frame: frame.start))
        later = (self._of_adverb(f) for f in self._frames if index < f.start <= index + _SLACK)
        return next(later, None)

    def _of_adverb(self, frame: Frame) -> Frame:
        """The frame before, where an unknown adverb was taken for a subject."""
        subject = frame.subject
        before = [other for other in self._frames if other.end <= frame.start]
        if subject is None or not before or not _ADVERB.match(subject.text):
            return frame
        return before[-1]

    def doer_of(self, phrase: str, start: int) -> Doer:
        """Whom the noun phrase *phrase*, which stands at *start*, means."""
        found = tokens(phrase)
        if not found:
            return Doer(Actor.UNKNOWN, elided=True)
        return _doer(noun_phrase(found, phrase, people(self.document)), phrase, start)


Detector = Callable[[Scene], Iterator[Claim]]


def _doer(phrase: Phrase, whole: str, start: int, *, passive: bool = False) -> Doer:
    return Doer(phrase.actor, phrase.text, whole.strip(), start, passive=passive)


def read_scenes(document: Document) -> Iterator[Scene]:
    """Every sentence that speaks in the document's own voice."""
    counts = _siblings(document)
    for sentence in document.sentences:
        if not is_reported(sentence):
            for text in _stretches(sentence.text):
                yield _scene(document, sentence, text, counts[id(sentence.block)])


def _siblings(document: Document) -> dict[int, int]:
    """How many sentences stand in each block, by its identity."""
    return document.memo("siblings", lambda: Counter(id(one.block) for one in document.sentences))


def sentence_at(document: Document, text: Text) -> Sentence | None:
    """The sentence whose words are *text*; None for a title or heading."""
    at: dict[int, Sentence] = document.memo(
        "sentences by place", lambda: {one.text.offset(0): one for one in document.sentences}
    )
    return at.get(text.offset(0))


def they_are_things(document: Document, text: Text) -> bool:
    """Whether "they" in *text* are the things, and no people, that the sentence before names.

    ("We believed that the controllers did. It turned out that they forget them.")
    """
    they = _THEY.search(text.prose)
    if they is None:
        return False
    before: dict[int, Sentence] = document.memo("sentences before", lambda: _before(document))
    earlier = before.get(text.offset(0))
    if earlier is None:
        return False
    phrases, reading = reading_of(document, earlier.text).phrases, reading_of(document, text)
    nearer = (one for one in reading.phrases if one.end <= they.start())
    if any(one.actor in _THEIRS for one in (*phrases, *nearer)):
        return False
    things = [one for one in phrases if one.actor is Actor.SYSTEM and one.head not in _POINTING]
    if not things or not _MANY_THINGS.search(things[-1].text):
        return False
    # "The fitters ... They never tested it" may tell of people; what is so each time does not.
    once = any(one.past and one.subject and one.subject.head == "they" for one in reading.frames)
    return not (once and any(_LIKE_DOERS.search(one.text) for one in things))


def _before(document: Document) -> dict[int, Sentence]:
    """The sentence before each one, by its place, where both stand in one block."""
    return {
        later.text.offset(0): earlier
        for earlier, later in pairwise(document.sentences)
        if earlier.block is later.block
    }


_THEY = regex(r"\bthey\b", re.IGNORECASE)
_THEIRS = _HUMAN - {Actor.WE}
_POINTING = frozenset({"it", "this", "that", "which", "there", "these", "those"})
_LIKE_DOERS = regex(r"(?:[eo]r|ist|ant|ian)s$", re.IGNORECASE)
_MANY_THINGS = regex(r"[a-z]{2}s$|^(?:two|three|four|both|all)\b", re.IGNORECASE)


def scene_at(document: Document, text: Text) -> Scene | None:
    """The scene of the sentence that *text* is, with its item; None if it is no sentence."""
    sentence = sentence_at(document, text)
    if sentence is None:
        return None
    return _scene(document, sentence, text, _siblings(document)[id(sentence.block)])


def _stretches(text: Text) -> Iterator[Text]:
    """*text* in runs that a reader could call a sentence, so that time stays linear."""
    if len(text) <= _LONGEST:
        yield text
        return
    for start in range(0, len(text), _LONGEST):
        yield text.part(start, min(start + _LONGEST, len(text)))


def _scene(document: Document, sentence: Sentence, text: Text, siblings: int) -> Scene:
    whole = _prose_of(sentence.block) if sentence.in_item or sentence.in_cell else ""
    return Scene(
        document,
        text,
        sentence.topic,
        whole[:_LONGEST] if siblings > 1 else straightened(text.prose),
        siblings == 1,
        is_question(sentence),
        document.sections[sentence.section].title,
        beside_factors(document, sentence),
    )


def beside_factors(document: Document, sentence: Sentence) -> bool:
    """Whether *sentence* is prose in a section of causes whose factors stand elsewhere.

    Behind their list, under a heading that names one, or in a part of its own beside that of the
    causes ("3.1 Causes", "3.2 Observations"), it explains, and is no factor.
    """
    if sentence.topic is not Topic.FACTORS or sentence.in_item or sentence.in_cell:
        return False
    starts: dict[int, int] = document.memo("beside factors", lambda: _prose_starts(document))
    return sentence.text.offset(0) >= starts.get(sentence.section, len(document.source.text))


def _prose_starts(document: Document) -> dict[int, int]:
    """By section of causes where the prose begins that is beside its factors."""
    sections = document.sections
    whose = {one.parent for one in sections if one.own_topic in CAUSES}
    starts = {}
    for section in sections:
        lists = (one for one in section.blocks if one.kind in (BlockKind.LIST, BlockKind.TABLE))
        first = next(lists, None)
        named = section.own_topic is None and section.parent is not None
        told = len(section.title.split()) > _LABEL or section.parent in whose
        if named and told:
            starts[section.index] = section.span.start
        elif first is not None:
            starts[section.index] = first.span.end
    return starts


_LABEL = 3  # words of a heading that names a kind ("People"), and no factor


def _prose_of(block: Block) -> str:
    return straightened(block.text.prose) if block.text else ""


def scene_of(document: Document, text: Text) -> Scene:
    """A factor or a level of a chain of whys, as a scene in a section of causes."""
    text = text.part(0, min(len(text), _LONGEST))
    return Scene(document, text, Topic.FACTORS, straightened(text.prose), True)


class Detectors:
    """The detectors of one family, and what they have claimed.

    Of claims that share words, the one whose code comes first in *order* is kept. Claims are
    remembered by the scene's key: an editor asks about the same sentences after each change.
    """

    def __init__(self, detectors: Sequence[Detector], order: Sequence[str]) -> None:
        self._detectors = detectors
        self._order = order
        self._known = Memory[tuple[Claim, ...]]()

    def finds(self, scene: Scene) -> Iterator[Find]:
        """What the detectors claim in *scene*, by place."""
        for claim in self._known.get(scene.key, lambda: self._claims(scene)):
            yield claimed(scene, claim)

    def _claims(self, scene: Scene) -> tuple[Claim, ...]:
        kept: list[Claim] = []
        every = (claim for detector in self._detectors for claim in detector(scene))
        for claim in sorted(every, key=self._rank):
            if not any(claim.start < other.end and other.start < claim.end for other in kept):
                kept.append(claim)
        return tuple(sorted(kept, key=lambda claim: claim.start))

    def _rank(self, claim: Claim) -> tuple[int, int, int]:
        return self._order.index(claim.code), claim.start, -claim.end


def claimed(scene: Scene, claim: Claim) -> Find:
    """*claim* as a find in the text of *scene*."""
    return Find(claim.code, scene.text, claim.start, claim.end, claim.confidence)
