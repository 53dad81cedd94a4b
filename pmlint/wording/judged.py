"""What the rules propose and the trained model confirms, and what the model alone finds.

The rules name exact words but know few ways of saying a thing; the model knows many and
what merely looks alike. A rule's find stands if the model, told of it, holds it likely; a
sentence in which only the model finds something is given to the rule that fits its words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from pmlint.classifier import Judgement, Thresholds, builtin_classifier
from pmlint.document import ActionItem, Document, Sentence, Span, Text, Topic
from pmlint.passages import ITEMS, Passage
from pmlint.people import Actor
from pmlint.regexes import regex
from pmlint.wording import blame as blame_rules
from pmlint.wording import hindsight as hindsight_rules
from pmlint.wording import human_error as human_error_rules
from pmlint.wording.actors import passage_of
from pmlint.wording.blame import Blame, is_speech
from pmlint.wording.excuses import taken_back
from pmlint.wording.finds import Find, beside_factors, scene_at, sentence_at
from pmlint.wording.frames import Frame, is_excluded, is_question, reading_of
from pmlint.wording.gaps import is_gap
from pmlint.wording.mitigation import item_names_condition
from pmlint.wording.naming import PAST, CodeOf, form, hindsight_code, human_error_code
from pmlint.wording.obviousness import judges_nobody
from pmlint.wording.responses import is_plain_response
from pmlint.wording.stretches import begun_well, ended_well, joined, without_joint
from pmlint.wording.vagueness import Judgement as Vagueness
from pmlint.wording.vagueness import Verdict, evidence_of, judge

__all__ = [
    "blame",
    "hindsight",
    "human_error",
    "judge_item",
    "judgements",
    "narrative",
    "section_of",
    "together",
]

F = TypeVar("F", Blame, Find)

_SECTIONS = {
    Topic.TITLE: "title",
    Topic.SUMMARY: "summary",
    Topic.TIMELINE: "timeline",
    Topic.FACTORS: "contributing factors",
    Topic.WHYS: "contributing factors",
    Topic.LESSONS: "lessons learned",
    Topic.SEVERITY: "severity",
    Topic.IMPACT: "impact",
    Topic.DETECTION: "detection",
    Topic.RESPONSE: "resolution",
    Topic.RESOLUTION: "resolution",
    Topic.WENT_WELL: "what went well",
    Topic.LUCKY: "what went well",
    Topic.WENT_POORLY: "what went poorly",
    Topic.BACKGROUND: "background",
    Topic.OTHER: "background",
    Topic.APPENDIX: "background",
}
"""The sections that the corpus knows. Others hold no narrative: the rules speak alone there."""


def section_of(topic: Topic) -> str:
    """The name by which the model knows a section of this topic."""
    return _SECTIONS[topic]


_FEW_WORDS = 3  # a sentence of fewer is a label or a value


class Judged(Struct, frozen=True):
    """One text of the narrative and the model's judgement, None for what is clearly nothing."""

    text: Text
    topic: Topic
    judgement: Judgement | None

    @property
    def span(self) -> Span:
        """Place of the whole text."""
        return self.text.span()


def blame(document: Document, code: str) -> tuple[Blame, ...]:
    """What the rule of *code* finds, with the model's confidence."""
    return _of_code(document, "blame", code, _all_blame)


def hindsight(document: Document, code: str) -> tuple[Find, ...]:
    """What the rule of *code* finds, with the model's confidence."""
    return _of_code(document, "hindsight", code, _all_hindsight)


def human_error(document: Document, code: str) -> tuple[Find, ...]:
    """What the rule of *code* finds, with the model's confidence."""
    return _of_code(document, "human_error", code, _all_human_error)


def _of_code(
    document: Document, label: str, code: str, make: Callable[[Document], Iterator[F]]
) -> tuple[F, ...]:
    finds: tuple[F, ...] = document.memo(
        f"judged {label}", lambda: tuple(_unexcused(document, make(document)))
    )
    return tuple(find for find in finds if find.code == code)


def _unexcused(document: Document, finds: Iterator[F]) -> Iterator[F]:
    """The finds, without those that the document itself takes back."""
    places: _Places = document.memo("taken back", lambda: _Places(taken_back(document)))
    return (find for find in finds if not places.meeting(find.span))


def _all_blame(document: Document) -> Iterator[Blame]:
    finds = blame_rules.proposals(document)
    yield from _confirmed(document, "blame", finds)
    for judged, judgement in _unclaimed(document, "blame", finds):
        reading, in_timeline = reading_of(document, judged.text), judged.topic is Topic.TIMELINE
        aside = judged.topic is Topic.FACTORS and not _opens_item(document, judged.text)
        if is_plain_response(reading, judged.text.prose, in_timeline=in_timeline, aside=aside):
            continue
        if is_gap(reading, judged.text.prose) or is_speech(reading, judged.text.prose):
            continue
        who, in_sight = _blamed(document, judged, judgement)
        if who:
            who = _counted(document, judged, judgement, who)
            found = _new_blame(document, judged, judgement, who)
            yield replace(found, in_sight=in_sight and found.confidence >= _SURE)


def _opens_item(document: Document, text: Text) -> bool:
    sentence = sentence_at(document, text)
    return sentence is None or blame_rules.heads_factor(document, sentence)


def _all_hindsight(document: Document) -> Iterator[Find]:
    yield from _finds(document, "hindsight", hindsight_rules.proposals(document), hindsight_code)


def _all_human_error(document: Document) -> Iterator[Find]:
    yield from _finds(
        document, "human_error", human_error_rules.proposals(document), human_error_code
    )


def _finds(
    document: Document, label: str, finds: tuple[Find, ...], code_of: CodeOf
) -> Iterator[Find]:
    yield from _confirmed(document, label, finds)
    for judged, judgement in _unclaimed(document, label, finds):
        words = judged.text.prose
        if label == "hindsight" and (
            _is_doubtful(words, judgement) or _looks_ahead(document, judged.text)
        ):
            continue
        if label == "human_error" and _tells_no_error(document, judged.text):
            continue
        start, end = _readable(document, judged.text, judgement.spans.get(label))
        code = code_of(reading_of(document, judged.text), words, start, end)
        if code in _EASE and _NOT_EASY.search(words[start:end]):
            continue
        if code == "PM204" and _tells_of_things(document, judged.text):
            continue
        scene = scene_at(document, judged.text) if code in _WITH_CONDITION else None
        if scene is not None and item_names_condition(scene):
            continue
        if label == "human_error" and _ends_chain_on_person(document, judged.text):
            code = "PM305"
        yield Find(code, judged.text, start, end, judgement.probabilities[label])


def _tells_of_things(document: Document, text: Text) -> bool:
    """Whether what is called clear was to be seen ("clear from the log"), or is of a thing."""
    scene = scene_at(document, text)
    return scene is not None and judges_nobody(scene)


def _ends_chain_on_person(document: Document, text: Text) -> bool:
    """Whether *text* is of the answer on which a chain of whys ends, and speaks of a person."""
    places: _Places = document.memo(
        "chain ends",
        lambda: _Places(one.span() for one in human_error_rules.last_answers(document)),
    )
    if not places.meeting(text.span()):
        return False
    return any(phrase.actor in _PEOPLE for phrase in reading_of(document, text).phrases)


_PEOPLE = frozenset({Actor.PERSON, Actor.ROLE, Actor.INDEFINITE, Actor.TEAM})


def _is_doubtful(words: str, judgement: Judgement) -> bool:
    """Whether the model has to be all but certain, and is not.

    A rule looks at each "should have", and is silent where a system's work is meant ("the tag
    should have been updated"): of 15 held-out lines that the model claimed against it without
    being certain, 6 were wrong, of those where it was certain none in 23. A few words tell
    little to either ("It was uncordoned."), and how long something lay unnoticed is a measure.
    """
    plain = (
        len(words.split()) < _TELLS_LITTLE
        or _SHOULD_HAVE.search(words) is not None
        or _UNNOTICED_FOR.search(words) is not None
    )
    return plain and judgement.probabilities["hindsight"] < _ALL_BUT_CERTAIN


def _looks_ahead(document: Document, text: Text) -> bool:
    """Whether *text* weighs what may be, and tells of nothing past.

    ("Restart the cluster - might be risky", "a week is too short if nobody looks".) Of the
    held-out lines that the model alone took for hindsight, none is like that.
    """
    frames = reading_of(document, text).frames
    main = [one for one in frames if not (one.subordinate or one.perfect)]
    weighed = any(one.modal == "could" for one in main)
    left = any(_is_left_undone(one) for one in frames)
    if not (_WEIGHS.search(text.prose) or weighed or left):
        return False
    return bool(frames) and not any(one.past or one.perfect or one.passive for one in frames)


def _is_left_undone(frame: Frame) -> bool:
    """ "If nobody looks": what may be, where "if one looks" is often a reproach."""
    who = frame.subject
    return frame.conditional and who is not None and _NOBODY.fullmatch(who.text) is not None


_NOBODY = regex(r"nobody|no\s?-?one", re.IGNORECASE)


def _tells_no_error(document: Document, text: Text) -> bool:
    """Whether *text* tells how the system was, or what the writers have done by now.

    ("We have left the field blank": of 4 000 lines of the corpus that are human error, none is like
    that.)
    """
    reading = reading_of(document, text)
    if is_gap(reading, text.prose) or is_speech(reading, text.prose):
        return True
    finite = [frame for frame in reading_of(document, text).frames if frame.finite]
    return bool(finite) and all(
        one.subject is not None
        and one.subject.actor is Actor.WE
        and one.perfect
        and not (one.past or one.negated or one.modal)
        for one in finite
    )


_WEIGHS = form(r"may|might|probably|perhaps|possibly|maybe")
_TELLS_LITTLE = 5
# "Was not a simple choice" says the contrary of what these rules are about.
_EASE = frozenset({"PM204", "PM209"})
_NOT_EASY = regex(
    r"(?:\b(?:not|never|hardly|far\s+from|nothing|no)\b|n['’]t\b)\s+(?:(?:an?|the|at\s+all|so|that|very)\s+){0,2}"
    r"(?:simple|obvious|clear|plain|evident)\b",
    re.IGNORECASE,
)
_ALL_BUT_CERTAIN = 0.96


def _confirmed(document: Document, label: str, finds: Iterable[F]) -> Iterator[F]:
    """The finds that the model holds likely; those outside the narrative as they are."""
    least = builtin_classifier().thresholds[label].backed
    judged = judgements(document)
    places = _Places([one.span for one in judged])
    for find in finds:
        found = [judged[at].judgement for at in places.meeting(find.span)]
        likely = [one.probabilities[label] for one in found if one is not None]
        if not likely or find.code in _RULES_ALONE:
            yield find
        elif max(likely) >= least:
            yield replace(find, confidence=max(likely))


class _Places:
    """Stretches of the source, to be asked which of them meet another one."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._ordered = sorted((span.start, span.end, at) for at, span in enumerate(spans))
        self._starts = [start for start, _, _ in self._ordered]
        self._longest = max((end - start for start, end, _ in self._ordered), default=0)

    def meeting(self, span: Span) -> list[int]:
        """Indices of the stretches that overlap *span*."""
        first = bisect_left(self._starts, span.start - self._longest)
        last = bisect_left(self._starts, span.end)
        near = self._ordered[first:last]
        return [at for start, end, at in near if span.overlaps(Span(start, end))]


def _unclaimed(
    document: Document, label: str, finds: Iterable[Blame | Find]
) -> Iterator[tuple[Judged, Judgement]]:
    """Texts in which the model finds *label* and no rule does."""
    least = builtin_classifier().thresholds[label].alone
    taken = _Places(find.span for find in finds)
    for judged in judgements(document):
        found = judged.judgement
        if found is None or found.probabilities[label] < least:
            continue
        if not taken.meeting(judged.span):
            yield judged, found


def _blamed(document: Document, judged: Judged, judgement: Judgement) -> tuple[str, bool]:
    """One of ``named``, ``role``, ``team``, and whether such people are in sight.

    Empty if nobody is.

    The model alone takes products with people's names, and servers told of like people,
    for people: without a person, role or team in the words it has to be all but certain. In a
    title it is not believed even then ("Suspected employee compromise" tells of a victim).
    """
    phrases = reading_of(document, judged.text).phrases
    found = {one.actor for phrase in phrases for one in (phrase, phrase.owner) if one is not None}
    if any(_addresses(frame) for frame in reading_of(document, judged.text).frames):
        found.add(Actor.TEAM)  # "the Bursary", as whoever leaves a question out is people
    if _ACTORS[judgement.who] in found:
        return judgement.who, True
    other = next((who for who, actor in _ACTORS.items() if actor in found), "")
    certain = judgement.probabilities["blame"] >= _CERTAIN and not _is_title(document, judged)
    if other or Actor.INDEFINITE in found:
        # "Whoever archived the channel" is one person, known or not.
        return other or ("role" if judgement.who == "team" else judgement.who), True
    return (judgement.who, False) if certain else ("", False)


def _addresses(frame: Frame) -> bool:
    """Whether what is no known person speaks to somebody, or leaves it out, as only people do."""
    who = frame.subject
    unknown = who is not None and who.actor in (Actor.SYSTEM, Actor.UNKNOWN)
    return unknown and not frame.passive and frame.verb in _ADDRESSING


_ADDRESSING = frozenset({"ask", "bother", "consult", "inform", "promise", "refuse", "tell", "warn"})


def _counted(document: Document, judged: Judged, judgement: Judgement, who: str) -> str:
    """*who*, where the words that the model marks tell of one person or of several."""
    start, end = judgement.spans.get("blame", (0, len(judged.text)))
    words = judged.text.prose[start:end]
    if who == "team" and _ONE_OF_THEM.search(words):
        return "role"
    phrases = reading_of(document, judged.text).phrases
    first = next((one for one in phrases if start <= one.start < end), None)
    if who != "role" or first is None or first.actor in _PEOPLE:
        return who
    return "team" if _SEVERAL.search(first.text) else who


_ONE_OF_THEM = form(
    r"(?:the|our)\s+(?:[\w-]+\s+){0,3}(?:arrival|addition|recruit|member|hire|joiner|starter|newcomer)"
    r"\s+(?:on|of|in|from|to)\s+(?:the|our)"
)
# "The late shift", "the vendor's installers".
_SEVERAL = regex(
    r"\bthe\s+\w+\s+shift$|'s\s+(?:\w+\s+)?[a-z]{3,}(?:er|or|ist|ian|ant)s$", re.IGNORECASE
)


def _is_title(document: Document, judged: Judged) -> bool:
    """Whether it is the title, and not what stands under it before the first heading."""
    title = document.facts.title
    return title is not None and judged.span == title.span()


_CERTAIN = 0.9
_SURE = 0.97  # of blame that only the model sees, below which it is no error


def _new_blame(document: Document, judged: Judged, judgement: Judgement, who: str) -> Blame:
    start, end = _readable(document, judged.text, judgement.spans.get("blame"))
    words = " ".join(judged.text.raw[start:end].split())
    if _is_title(document, judged):
        code = "PM110"
    else:
        code = {"named": "PM101", "role": "PM102", "team": "PM103"}[who]
    return Blame(
        code=code,
        span=judged.text.span(start, end),
        words=words,
        who=who,
        actor=_ACTORS[who],
        kind="verdict",
        confidence=judgement.probabilities["blame"],
        in_causes=judged.topic in (Topic.FACTORS, Topic.WHYS),
    )


def _readable(document: Document, text: Text, span: tuple[int, int] | None) -> tuple[int, int]:
    """*span* with its words, connector and noun phrases whole; all of *text* if it is little."""
    prose = text.prose
    if span is not None:
        start, end = span
        while start > 0 and not prose[start - 1].isspace():
            start -= 1
        while end < len(prose) and not prose[end].isspace():
            end += 1
        end -= len(prose[start:end]) - len(prose[start:end].rstrip(_LOOSE_ENDS))
        if _SECOND_HALF.match(prose, start) and (half := _FIRST_HALF.search(prose[:start])):
            start = half.start()
        if condition := _CONDITION.search(prose[:start]):
            start = condition.start()
        reading = reading_of(document, text)
        for phrase in reading.phrases:
            if phrase.start < start < phrase.end:
                start = phrase.start
            if phrase.start < end < phrase.end:
                end = phrase.end
        start = begun_well(reading, prose, without_joint(prose, start, end), end)
        end = joined(reading, prose, ended_well(reading, prose, start, end))
        if len(prose[start:end].split()) >= _FEW_WORDS:
            return start, end
    return 0, len(prose.rstrip())


_LOOSE_ENDS = " .,;:"
# "due to", "because of": a quotation that begins within reads as a slip of the pen.
_FIRST_HALF = regex(
    r"\b(?:because|due|owing|thanks|as\s+a\s+result|on\s+account)\s+$", re.IGNORECASE
)
# Without its "if" a quotation tells the opposite.
_CONDITION = regex(r"\b(?:if|unless|without)\s+$", re.IGNORECASE)
_SECOND_HALF = regex(r"(?:of|to)\b", re.IGNORECASE)

_ACTORS = {"named": Actor.PERSON, "role": Actor.ROLE, "team": Actor.TEAM}


def judge_item(document: Document, item: ActionItem) -> Vagueness:
    """The verdict on an action item: the rules' reason, where the model agrees with them."""
    verdicts = document.memo("judged items", lambda: _judge_items(document))
    return verdicts[item.text.span()]


def _judge_items(document: Document) -> dict[Span, Vagueness]:
    items, thresholds = document.actions, builtin_classifier().thresholds
    found = _ask(document, _asked_of_items)
    return {
        item.text.span(): _item_verdict(item, judge(document, item), judgement, thresholds)
        for item, judgement in zip(items, found, strict=True)
    }


def _asked_of_items(document: Document) -> _Asked:
    items = document.actions
    return (
        [passage_of(document, ITEMS, item.text) for item in items],
        [evidence_of(judge(document, item)) for item in items],
    )


def _item_verdict(
    item: ActionItem,
    proposed: Vagueness,
    judgement: Judgement | None,
    thresholds: Mapping[str, Thresholds],
) -> Vagueness:
    # The model reads the item's own words; nested lines can hold the end that they lack.
    if judgement is None or (item.details and proposed.verdict is Verdict.SPECIFIC):
        return proposed
    chances = judgement.probabilities
    backed = evidence_of(proposed)
    least = {label: thresholds[label].least(label in backed) for label in ("vague", "wish")}
    if chances["wish"] >= least["wish"]:
        made = Vagueness(Verdict.WISH, "behaviour")
    elif chances["vague"] >= least["vague"]:
        made = Vagueness(Verdict.VAGUE, "direction")
    else:
        made = Vagueness(Verdict.SPECIFIC, "end")
    return proposed if proposed.verdict is made.verdict else made


def judgements(document: Document) -> tuple[Judged, ...]:
    """The model's judgement of each sentence of the narrative, and of the title."""
    return document.memo("judgements", lambda: _judge(document))


def _judge(document: Document) -> tuple[Judged, ...]:
    found = _ask(document, _asked_of_sentences)
    return tuple(
        Judged(text, topic, judgement)
        for (text, topic), judgement in zip(_texts(document), found, strict=True)
    )


def _texts(document: Document) -> tuple[tuple[Text, Topic], ...]:
    return document.memo("narrative", lambda: tuple(narrative(document)))


def _asked_of_sentences(document: Document) -> _Asked:
    texts = _texts(document)
    proposed = {
        "blame": _Places(find.span for find in blame_rules.proposals(document)),
        "hindsight": _Places(find.span for find in hindsight_rules.proposals(document)),
        "human_error": _Places(find.span for find in human_error_rules.proposals(document)),
    }
    passages = [
        passage_of(document, _section_for(document, text, topic), text) for text, topic in texts
    ]
    evidence = [
        frozenset(label for label, places in proposed.items() if places.meeting(text.span()))
        for text, _ in texts
    ]
    return passages, evidence


def _section_for(document: Document, text: Text, topic: Topic) -> str:
    """The section by which the model is told of *text*: prose beside the factors is none of them.

    Of a person's plain act in a section of causes it holds that it is made the cause.
    """
    sentence = sentence_at(document, text) if topic is Topic.FACTORS else None
    beside = sentence is not None and beside_factors(document, sentence)
    return section_of(Topic.OTHER if beside else topic)


_Asked = tuple[list[Passage], list[frozenset[str]]]
"""What is asked of the model for a document: passages, and what the rules found in each."""


class _Together:
    """Documents that are reviewed one after the other, and what was asked for all of them."""

    def __init__(
        self, documents: Sequence[Document], asked: set[Callable[[Document], _Asked]]
    ) -> None:
        self.documents = documents
        self.asked = asked


_TOGETHER: ContextVar[_Together | None] = ContextVar("together", default=None)


@contextmanager
def together(documents: Sequence[Document]) -> Iterator[None]:
    """Here, what is asked of the model for one of *documents* is asked for all, at once.

    A few passages take the encoder nearly as long as many: its weights have to be read.
    """
    before = _TOGETHER.set(_Together(documents, set()))
    try:
        yield
    finally:
        _TOGETHER.reset(before)


def _ask(document: Document, asked: Callable[[Document], _Asked]) -> list[Judgement | None]:
    """The judgement of each passage that is *asked* of *document*."""
    group = _TOGETHER.get()
    if group is None or not any(one is document for one in group.documents):
        # The set alone is kept: a document that knew itself would not be gone with its last user.
        known: set[Callable[[Document], _Asked]] = document.memo("asked", set)
        group = _Together((document,), known)
    if asked not in group.asked:
        # Who asks about sentences is about to ask about items, too; not the other way round.
        kinds = (asked,) if asked is _asked_of_items else (_asked_of_sentences, _asked_of_items)
        group.asked.update(kinds)
        pairs = [(one, kind) for kind in kinds for one in group.documents]
        every = [found for one, kind in pairs if (found := _asked_safely(one, kind))]
        # The classifier remembers them: each document asks for its own below.
        builtin_classifier().judge(
            [one for passages, _ in every for one in passages],
            [one for _, evidence in every for one in evidence],
        )
    return builtin_classifier().judge(*_asked_once(document, asked))


def _asked_once(document: Document, asked: Callable[[Document], _Asked]) -> _Asked:
    return document.memo(asked.__name__, lambda: asked(document))


def _asked_safely(document: Document, asked: Callable[[Document], _Asked]) -> _Asked | None:
    try:
        return _asked_once(document, asked)
    except Exception:  # its own review will tell what is wrong with it
        return None


def narrative(document: Document) -> Iterator[tuple[Text, Topic]]:
    """The title and each sentence that the model is asked about, with its section's topic."""
    title = document.facts.title
    if title is not None and len(title.prose.split()) >= _FEW_WORDS:
        yield title, Topic.TITLE
    for sentence in document.sentences:
        if sentence.topic in _SECTIONS and _tells(document, sentence):
            yield sentence.text, sentence.topic


def _tells(document: Document, sentence: Sentence) -> bool:
    if len(sentence.text.prose.split()) < _FEW_WORDS:
        return False
    if is_excluded(sentence) or blame_rules.names_owners(document, sentence):
        return False
    return not is_question(sentence) or bool(_ASKS_OF_PEOPLE.search(sentence.text.prose))


_ASKS_OF_PEOPLE = regex(
    r"\b(?:who|whom|whose|anyone|anybody|nobody|no\s+one|just|simply|bother\w*|even)\b", re.I
)

# What these look for is no label of the corpus: fields and questions, the writer's own fault.
_RULES_ALONE = frozenset({"PM104", "PM108", "PM110", "PM111"})

# Silent beside the condition that let the slip through, in the sentence or in its item.
_WITH_CONDITION = frozenset({"PM302", "PM303"})

_SHOULD_HAVE = form(rf"(?:should|ought)(?:n['’]t|\s+not|\s+never)?(?:\s+to)?{PAST}|should['’]ve")
_UNNOTICED_FOR = regex(r"\bun(?:noticed|detected|seen)\s+(?:for|until|till)\s+[^,;]{1,30}$")
