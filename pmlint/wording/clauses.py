"""The text of an action item, taken apart: clauses, their verb and its object.

No grammar of English, only the shapes in which work is written down: orders ("Add
X"), gerunds ("Adding X"), nouns ("Addition of X"), plans ("We will add X"), passives
("X should be added") and bare noun phrases ("Better X").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from pmlint.document import MASK
from pmlint.regexes import regex
from pmlint.wording import action_words as words

__all__ = ["Clause", "Phrase", "clauses_of", "phrase_of", "units_of", "verb_at"]

_LEAD = regex(
    r"\s*(?:\[[^\]\n]{1,20}\]|\([^)\n]{1,16}\)|[A-Z]{2,10}-\d+\b:?|"
    r"(?:todo|ai|action(?: item)?|next steps?|prevent|detect|mitigate|p\d|short[- ]term|"
    r"long[- ]term|\d{1,2})\s?[:.)–-]|"
    r"(?-i:HIGH|MEDIUM|LOW|CRITICAL|MAJOR|MINOR|TODO|WIP|MUST|SHOULD)\b:?|[-*•✅☑️✔🔲📌⏳]+)\s+",
    re.IGNORECASE,
)
_ASIDE = regex(r"\(([^()\n]{0,400})\)")
_BREAK = regex(r"(?<=[.!?;])\s+|\n+|\s+[-–—]{1,2}\s+|:\s+|\s*(?:->|→|—|\.\.\.|…)\s*")
_ABBREVIATIONS = regex(r"\b(e\.g|i\.e|etc|vs|approx|incl|resp|a\.k\.a)\.", re.IGNORECASE)
_WORD = regex(r"[@#]?\w+(?:['’./_+&@:-]\w+)*%?|[,;:()/&+><=≥≤–—→]")
_BLANKS = regex(r"[^\S\n]+")
_MASKS = regex(rf"{MASK}+")
_CONTRACTIONS = (
    ("won't", "will not"),
    ("can't", "cannot"),
    ("let's", "we will"),
    ("n't", " not"),
    ("'ll", " will"),
    ("'re", " are"),
    ("'ve", " have"),
    ("i'm", "i am"),
    ("follow up", "follow-up"),
    ("deep dive", "deep-dive"),
    ("lunch and learn", "lunch-and-learn"),
    ("lunch & learn", "lunch-and-learn"),
)
_OPENERS = regex(
    r"(?:in (?:the )?(?:near )?future|for (?:the )?future(?: use)?|going forward|moving forward|"
    r"from now on|next time|as a next step|in addition|(?:in the )?(?:short|long|medium|mid)"
    r"[- ]term|it (?:is|would be|was agreed|was decided)(?: (?:needed|necessary|important|good|"
    r"required|useful|recommended|nice|crucial|worth))?(?: (?:to|that))?|as a result|so|"
    r"(?:we )?(?:agree|recommend|suggest|propose|believe|think) that)\b,?\s*",
    re.IGNORECASE,
)
_CONJUNCTIONS = frozenset({"and", "then", ",", "&", "plus", "+", "also", "or", "/"})
_SUBORDINATORS = words.word_set(
    """
    how that which when whenever if whether where so why what before after until who because
    while for since as unless
    """
)
_PLAIN_PURPOSES = words.word_set(
    """
    prevent avoid ensure help improve reduce minimise minimize increase make better
    understand keep achieve guarantee maintain support facilitate enhance be strengthen
    mitigate provide identify see optimise optimize allow enable give eliminate find address
    handle deal protect accelerate decrease assess speed maximise maximize determine assure
    further get
    """
)
_SCENES = words.word_set(
    """
    before after when if during for in on at as while once until
    """
)
_SELF = frozenset({"we", "i", "team", "us", "let", "someone", "somebody", "management"})
_COMMENT_SUBJECTS = frozenset({"this", "it", "that", "these", "they", "there", "those", "which"})
_LONGEST = 4000  # characters of an item that are read
_FAR = 14  # words into a clause beyond which a modal is not its own


class Clause(Struct, frozen=True):
    """One piece of promised work.

    `verb` is a base form, or empty for a noun phrase or a statement. `object` and
    `purpose` are lower-case words; `purpose` starts with its marker ("so", "to").
    `actor` is ``self`` (an order, "we", a team), ``people`` or ``other``.
    """

    verb: str
    object: tuple[str, ...]
    purpose: tuple[str, ...] = ()
    actor: str = "self"
    subject: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    passive: bool = False
    stated: bool = False
    """Whether it is a noun phrase or a statement, not an order or a plan."""

    @property
    def words(self) -> tuple[str, ...]:
        """Object and purpose together."""
        return self.object + self.purpose


class Phrase(Struct, frozen=True):
    """A noun phrase: what stands before its last noun, that noun, what follows."""

    modifiers: tuple[str, ...]
    head: str
    complement: tuple[str, ...]

    @property
    def noun(self) -> tuple[str, ...]:
        """Modifiers and head."""
        return (*self.modifiers, self.head) if self.head else ()


def units_of(text: str) -> tuple[list[str], list[str]]:
    """Sentences, titles and dash-separated parts of *text*; and what is in brackets."""
    plain = _BLANKS.sub(" ", text[:_LONGEST])
    plain = _ABBREVIATIONS.sub(lambda found: found[1].replace(".", ""), plain)
    plain = _MASKS.sub(MASK, plain.replace("’", "'"))
    plain = _without_lead(plain)
    asides = [found[1] for found in _ASIDE.finditer(plain)]
    plain = _ASIDE.sub(" ", plain)
    return [unit for unit in _BREAK.split(plain) if unit and unit.strip()], asides


def _without_lead(text: str) -> str:
    for _ in range(4):
        found = _LEAD.match(text)
        if not found:
            break
        text = text[found.end() :]
    return text


def clauses_of(unit: str) -> Iterator[Clause]:
    """The clauses of one *unit*, coordinated verbs apart."""
    opener = _OPENERS.match(unit)
    lead = tuple(opener[0].lower().split()) if opener else ()
    tokens = _tokens(unit[opener.end() :] if opener else unit)
    for number, part in enumerate(_coordinated(tokens)):
        clause = _parse(part)
        if clause:
            yield replace(clause, lead=clause.lead + lead) if number == 0 else clause


def _tokens(unit: str) -> list[str]:
    lowered = unit.lower()
    for short, full in _CONTRACTIONS:
        lowered = lowered.replace(short, full)
    return _WORD.findall(lowered)


def phrase_of(tokens: Sequence[str]) -> Phrase:
    """The noun phrase at the start of *tokens*."""
    start = 0
    while start < len(tokens) and tokens[start] in words.DETERMINERS:
        start += 1
    stop = start
    while stop < len(tokens) and not _links(tokens, stop, start):
        stop += 1
    noun = tuple(tokens[start:stop])
    while len(noun) > 1 and noun[-1].endswith("ly") and noun[-1] in words.ADVERBS:
        noun = noun[:-1]
    if not noun:
        return Phrase((), "", tuple(tokens[stop:]))
    return Phrase(noun[:-1], noun[-1], tuple(tokens[stop:]))


def _links(tokens: Sequence[str], at: int, start: int) -> bool:
    """Whether the word at *at* ends the noun phrase that begins at *start*."""
    if at == start:
        return tokens[at] in words.LINKS and tokens[at] not in {"up", "out", "off"}
    return tokens[at] in words.LINKS or tokens[at] in words.MODALS


def _coordinated(tokens: list[str]) -> Iterator[list[str]]:
    """*tokens* cut before each further verb of the same standing."""
    head = _verb_index(tokens)
    start = 0
    if head is not None:
        for at in range(head + 1, len(tokens)):
            if _joins(tokens, at, head) and _free(tokens, start, at):
                yield _trimmed(tokens[start:at])
                start = at
    yield tokens[start:]


def _trimmed(tokens: list[str]) -> list[str]:
    while tokens and (tokens[-1] in _CONJUNCTIONS or tokens[-1] in words.ADVERBS):
        tokens = tokens[:-1]
    return tokens


def _verb_index(tokens: Sequence[str]) -> int | None:
    for at, word in enumerate(tokens[:_FAR]):
        if word in words.LEMMAS:
            return at
    return None


def _form(word: str) -> str:
    """The ending by which two coordinated verbs agree."""
    if words.LEMMAS.get(word) == word:
        return ""
    return "ing" if word.endswith("ing") else "ed" if word.endswith("ed") else "s"


def _joins(tokens: Sequence[str], at: int, head: int) -> bool:
    """Whether a verb that is coordinated with the one at *head* stands at *at*."""
    before = at - 1
    while before > head and tokens[before] in words.ADVERBS and tokens[before] != "then":
        before -= 1
    word = tokens[at]
    base = words.LEMMAS.get(word)
    if base is None or tokens[before] not in _CONJUNCTIONS or tokens[before] == "or":
        return False
    if _form(tokens[head]) != _form(word) or at + 1 >= len(tokens):
        return False
    if word in words.AMBIGUOUS and before - 1 != head:
        after = tokens[at + 1]
        return after in words.DETERMINERS or after in words.LINKS - {"and", "or", ",", "of"}
    return True


def _free(tokens: Sequence[str], start: int, at: int) -> bool:
    """Whether a verb at *at* can leave the purpose of the clause begun at *start*."""
    bound = _purpose_index(tokens[start:at])
    return bound is None or words.LEMMAS[tokens[at]] in words.CORE


def _purpose_index(tokens: Sequence[str]) -> int | None:
    """Where the words say what for, and no longer what."""
    for at, word in enumerate(tokens[1:], 1):
        after = tokens[at + 1] if at + 1 < len(tokens) else ""
        if word in {"so", "because", "thereby", "hence"} or (word == "in" and after == "order"):
            return at
        if tokens[at - 1] in {"how", "way", "ability", "able", "used"}:
            continue
        if word == "to" and _skipping(tokens, at + 1) in _PLAIN_PURPOSES:
            return at
        if word in {"since", "which", "as"} and after in {"this", "we", "it", "the", "will"}:
            return at
    return None


def _skipping(tokens: Sequence[str], at: int) -> str:
    while at < len(tokens) and tokens[at] in words.ADVERBS:
        at += 1
    return tokens[at] if at < len(tokens) else ""


def _parse(tokens: list[str]) -> Clause | None:
    at = 0
    while at < len(tokens) and _leads(tokens, at):
        at += 1
    at = _past_scene(tokens, at)
    lead, rest = tuple(tokens[:at]), tokens[at:]
    if not rest:
        return None
    clause = _order(rest) or _planned(rest) or _participle(rest) or _noun(rest)
    return replace(clause, lead=lead)


def _past_scene(tokens: Sequence[str], at: int) -> int:
    """Behind the comma of "Before the import starts, add ..."."""
    if at and tokens[at - 1] == "to" and "," in tokens[at : at + _FAR]:
        comma = tokens.index(",", at) + 1
        return comma if tokens[comma : comma + 1] and tokens[comma] in _SELF else at
    if at < len(tokens) and tokens[at] in _SCENES and "," in tokens[at : at + _FAR]:
        comma = tokens.index(",", at) + 1
        while comma < len(tokens) and tokens[comma] in words.ADVERBS:
            comma += 1
        return comma if comma < len(tokens) else at
    return at


def _leads(tokens: Sequence[str], at: int) -> bool:
    """Whether the word at *at* only leads up to the clause."""
    word, after = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else ""
    if word == "do":
        return after == "not"
    if word in words.ADVERBS - {"better"} or word in _CONJUNCTIONS:
        return True
    return word == "to" and bool(after)


def _made(verb: str, tokens: Sequence[str], **more: object) -> Clause:
    bound = _purpose_index(["", *tokens])
    cut = len(tokens) if bound is None else bound - 1
    made = Clause(verb, tuple(tokens[:cut]), tuple(tokens[cut:]))
    return replace(made, **more)


def verb_at(tokens: Sequence[str], at: int) -> tuple[str, int]:
    """The verb that starts at *at*, and where its object starts ("" if none)."""
    lemma = words.LEMMAS.get(tokens[at], "") if at < len(tokens) else ""
    if not lemma:
        return "", at
    for length in (4, 3, 2):
        following = tokens[at + 1 : at + length]
        phrasal = words.PHRASALS.get(" ".join((lemma, *following)))
        if phrasal and len(following) == length - 1:
            return phrasal, at + length
    # "Set this up" and "roll it back": the particle after a short object.
    for gap in (2, 3):
        if at + gap < len(tokens) and tokens[at + gap] in {"up", "out", "back", "off", "on"}:
            split = words.PHRASALS.get(f"{lemma} {tokens[at + gap]}")
            if split:
                return split, at + 1
    return lemma, at + 1


def _order(tokens: list[str]) -> Clause | None:
    """*tokens* as an order or a gerund."""
    if tokens[0] == "be":
        return _after_be((), tokens, 1)
    verb, after = verb_at(tokens, 0)
    if not verb or _is_noun(tokens):
        return None
    if tokens[0] in words.AMBIGUOUS and _own_modal(tokens) is not None:
        return None
    return _aspect(verb, tokens[after:])


def _is_noun(tokens: Sequence[str]) -> bool:
    """Whether the verb-like first word is the noun of a phrase ("Monitoring for X")."""
    first, after = tokens[0], tokens[1] if len(tokens) > 1 else ""
    if first.endswith("ing") and after in {"is", "are", "will", "should", "must", "needs", "has"}:
        return True
    if first.endswith("ing") and (first in words.ABSTRACT or first in words.TRAINING):
        return after not in words.DETERMINERS and after != "and"
    if first in words.NOMINALS and after in {"of", "into", "to"}:
        return True
    if first.endswith("s") and words.LEMMAS.get(first) != first:
        return True
    if first not in words.AMBIGUOUS:
        return False
    phrase = phrase_of(tokens[1:]) if after not in words.DETERMINERS else None
    if phrase and phrase.head in words.NOMINALS and first not in words.LIGHT:
        return True
    return after in {"of", "should", "must", "is", "are", ""}


def _aspect(verb: str, tokens: list[str]) -> Clause:
    """The clause of *verb*; "start using X" is the clause of "use"."""
    if verb in {"keep", "continue"} and tokens and tokens[0].endswith("ing"):
        return _made("continue", tokens)
    if verb in words.ASPECTS and tokens:
        at = 1 if tokens[0] == "to" else 0
        inner, after = verb_at(tokens, at)
        if inner and (at or tokens[0].endswith("ing")):
            return _made(inner, tokens[after:])
    return _made(verb, tokens)


def _own_modal(tokens: Sequence[str]) -> int | None:
    """Index of the modal verb of the main clause."""
    for at, word in enumerate(tokens[:_FAR]):
        after = tokens[at + 1] if at + 1 < len(tokens) else ""
        if word in {"that", "how", "which", "if", "whether", "who", "when", "so", "because"}:
            return None
        if word in {"has", "have", "going", "ought"} and after != "to":
            continue
        if word in words.MODALS:
            return at
    return None


def _planned(tokens: list[str]) -> Clause | None:
    """*tokens* as subject, modal (or "to", or "is ...ing") and verb."""
    modal = _own_modal(tokens)
    if modal is None:
        modal = _bare_to(tokens)
    if modal is None:
        return _progressive(tokens)
    subject = tuple(tokens[:modal])
    at = modal + 1
    while at < len(tokens) and (tokens[at] in words.ADVERBS or tokens[at] in {"to", "go"}):
        at += 1
    if at < len(tokens) and tokens[at] in {"be", "get"}:
        return _after_be(subject, tokens, at + 1)
    if tokens[modal] in {"need", "needs"} and tokens[modal + 1 : modal + 2] != ["to"]:
        return _needed(subject, tokens, at)
    verb, after = verb_at(tokens, at)
    if not verb:
        return _made(_guessed(tokens, at), tokens[at + 1 :], actor=_actor(subject), subject=subject)
    clause = _aspect(verb, tokens[after:])
    return replace(clause, actor=_actor(subject), subject=subject)


def _guessed(tokens: Sequence[str], at: int) -> str:
    """A verb of no list, after a modal."""
    return tokens[at] if at < len(tokens) else ""


def _bare_to(tokens: Sequence[str]) -> int | None:
    """Index of the "to" in "Sarah to add ..." and "X to be added"."""
    for at, word in enumerate(tokens[1:6], 1):
        if word in words.LINKS - {"to"}:
            return None
        if word == "to" and at + 1 < len(tokens):
            after = tokens[at + 1]
            return at if after == "be" or words.LEMMAS.get(after) == after else None
    return None


def _progressive(tokens: list[str]) -> Clause | None:
    """The clause of "we are looking into X"."""
    for at, word in enumerate(tokens[:8]):
        if word in {"is", "are", "am"} and at:
            follow = at + 1
            while follow < len(tokens) and tokens[follow] in words.ADVERBS:
                follow += 1
            if follow < len(tokens) and tokens[follow].endswith("ing"):
                verb, after = verb_at(tokens, follow)
                if verb:
                    subject = tuple(tokens[:at])
                    clause = _aspect(verb, tokens[after:])
                    return replace(clause, actor=_actor(subject), subject=subject)
            return None
        if word in _SUBORDINATORS:
            return None
    return None


def _after_be(subject: tuple[str, ...], tokens: list[str], at: int) -> Clause:
    """What follows "should be": a passive, a gerund or a quality."""
    while at < len(tokens) and tokens[at] in words.ADVERBS - {"better"}:
        at += 1
    actor = _actor(subject)
    verb, after = verb_at(tokens, at)
    if verb and tokens[at].endswith("ing"):
        return replace(_aspect(verb, tokens[after:]), actor=actor, subject=subject)
    if verb and tokens[at] != verb:
        made = _made(verb, tokens[after:], subject=subject, actor=actor, passive=True)
        return replace(made, object=subject + made.object)
    if at < len(tokens) and tokens[at].endswith("ed") and tokens[at] not in words.QUALITIES:
        made = _made("do", tokens[at:], subject=subject, actor=actor, passive=True)
        return replace(made, verb=tokens[at], object=subject + made.object)
    return _made("be", tokens[at:], actor=actor, subject=subject)


def _needed(subject: tuple[str, ...], tokens: list[str], at: int) -> Clause:
    """The clause of "X needs updating" and "we need more tests"."""
    verb, after = verb_at(tokens, at)
    if verb and tokens[at].endswith("ing") and tokens[at] not in words.ABSTRACT:
        return _made(verb, [*subject, *tokens[after:]], passive=True, subject=subject)
    if verb and tokens[at] == verb and tokens[at] not in words.AMBIGUOUS and not subject:
        return _made(verb, tokens[after:])
    return replace(_noun(tokens[at:] or ["it"]), subject=subject)


def _actor(subject: Sequence[str]) -> str:
    if not subject:
        return "self"
    phrase = phrase_of(subject)
    if phrase.head in words.PEOPLE:
        return "people"
    return "self" if phrase.head in _SELF else "other"


def _participle(tokens: list[str]) -> Clause | None:
    """*tokens* as a terse passive: "Alert added for X", "more tests needed"."""
    for at, word in enumerate(tokens[1:8], 1):
        if word in words.LINKS:
            return None
        after = tokens[at + 1] if at + 1 < len(tokens) else "for"
        if word in {"needed", "required", "wanted", "missing"} and after in words.LINKS:
            return _noun(tokens[:at])
        verb = words.LEMMAS.get(word, "")
        if verb and word.endswith("ed") and after in words.LINKS and word != verb:
            subject = tuple(tokens[:at])
            made = _made(verb, tokens[at + 1 :], subject=subject, actor="other", passive=True)
            return replace(made, object=subject + made.object)
    return None


def _noun(tokens: list[str]) -> Clause:
    """*tokens* as a noun phrase, whose last noun may stand for a verb."""
    phrase = phrase_of(tokens)
    verb = words.NOMINALS.get(phrase.head, "")
    if not verb and phrase.noun:
        verb = words.NOMINALS.get(phrase.noun[0], "") if phrase.head == phrase.noun[0] else ""
    stated = tokens[0] in _COMMENT_SUBJECTS
    if not verb or stated:
        return _made("", tokens, stated=True, subject=tuple(tokens[:1]) if stated else ())
    inner = phrase.complement
    if inner and inner[0] in {"of", "into", "to", "for", "in", "on"}:
        inner = inner[1:]
    return _made(verb, [*phrase.modifiers, *inner], subject=())
