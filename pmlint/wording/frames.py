"""Who does what in a sentence: clauses, their subjects, verbs and agents.

A shallow analyser in pure Python: words are tagged from closed classes and verb
forms, joined to noun phrases and verb groups, and walked once from left to right,
so that its time is linear in the length of the sentence. It knows relative and
subordinate clauses, passives with a by-agent, inversion ("Had Dave checked"),
shared subjects ("logged in and dropped the table") and elided ones ("Forgot to
renew the cert"). All offsets are indices into ``sentence.text``.
"""

from __future__ import annotations

import enum
import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from pmlint.document import MASK, Document, Sentence, Text, Topic
from pmlint.lexicon import (
    BE,
    COORDINATORS,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    NEGATIONS,
    NOUNS_TOO,
    PARTICLES,
    PERSON_NOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    SINGLING,
    SUBORDINATORS,
    TEAM_PLAIN,
    TIME_NOUNS,
    is_adverb,
    lemma,
    word_set,
)
from pmlint.memory import Memory
from pmlint.names import TECHNOLOGY
from pmlint.people import Actor, People, people
from pmlint.regexes import regex
from pmlint.wording.vouching import is_somebody, vouched

__all__ = [
    "Actor",
    "Frame",
    "Phrase",
    "Reading",
    "Token",
    "frames",
    "frames_of",
    "is_excluded",
    "is_ground_rule",
    "is_plan",
    "is_question",
    "is_reported",
    "negated_at",
    "noun_phrase",
    "reading_of",
    "straightened",
    "tokens",
]

_STRAIGHT = (("’", "'"), ("ʼ", "'"), ("‘", "'"), ("\n", " "), ("\r", " "), ("\u00a0", " "))

_TOKEN = regex(
    r"(?P<email>(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]*\w)"
    r"|(?P<handle>(?<![\w@/.])@[A-Za-z0-9](?:[\w.-]*\w)?(?![\w/]))"
    r"|(?P<number>[~#$€£+-]?\d[\w.,:%/-]*)"
    r"|(?P<clitic>(?<=\w)['’]s\b)"
    r"|(?P<word>(?:[A-Z]\.){2,3}(?!\w)|(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sgt|Capt|Lt|Sr|Sra|Ing)\.|[A-Z]\.(?=[ ]?[A-Z])|\w+(?:(?:[-'’_.&+]|::)\w+)*(?:\.(?=\s\w\.\s))?)"
    r"|(?P<punct>[^\w\s])"
)
_CLITIC = regex(r"(?i)(?:n['’]t|['’](?:s|re|ve|ll|d|m))$")
_NOT = regex(r"(?i)n['’]?t$")
_BARE_NOT = {
    "dont": "do", "didnt": "did", "doesnt": "does", "wasnt": "was", "werent": "were",
    "isnt": "is", "hasnt": "has", "hadnt": "had", "havent": "have", "shouldnt": "should",
    "couldnt": "could", "wouldnt": "would", "cannot": "can",
}  # fmt: skip
_CONTRACTED = {"ca": "can", "wo": "will", "sha": "shall"}
_STRONG_STOPS = frozenset(";:—–.!?…")


class Token(Struct, frozen=True):
    """A word or mark. `kind`: word, number, handle, email, mask, punct or clitic."""

    start: int
    end: int
    text: str
    lower: str
    kind: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


class Phrase(Struct, frozen=True):
    """A noun phrase. `owner` is the possessor ("Tom's typo": Tom), `head` its main noun."""

    start: int
    end: int
    text: str
    actor: Actor
    head: str = ""
    owner: Phrase | None = None


class Frame(Struct, frozen=True):
    """One verb with what stands around it.

    `verb` is the lemma, `text` the verb group as written (`start` to `end`), `infinitive`
    the lemma of a verb that depends on it ("failed to **check**"). `subject` is who
    acts, or is acted on in the passive; `agent` is the by-phrase. `shared` tells a
    subject taken over from a clause before, `elided` that there is none in writing.
    `finite` is False for participles, gerunds and infinitives. `connector` is the word
    that opens a subordinate clause ("because", "who", "without").
    """

    verb: str
    text: str
    start: int
    end: int
    subject: Phrase | None = None
    agent: Phrase | None = None
    object: str = ""
    object_start: int = 0
    object_end: int = 0
    clause_start: int = 0
    clause_end: int = 0
    modal: str = ""
    perfect: bool = False
    passive: bool = False
    progressive: bool = False
    negated: bool = False
    finite: bool = True
    past: bool = False
    subordinate: bool = False
    relative: bool = False
    conditional: bool = False
    inverted: bool = False
    elided: bool = False
    shared: bool = False
    connector: str = ""
    infinitive: str = ""
    adverbs: tuple[str, ...] = ()

    @property
    def who(self) -> Phrase | None:
        """Who acts: the subject, or the by-agent of a passive."""
        return self.agent if self.passive else self.subject


# --- words ---------------------------------------------------------------------------


def tokens(text: str) -> tuple[Token, ...]:
    """Words and marks of *text*; contracted forms are split ("didn't": "did", "n't")."""
    return _TOKENS.get(text, lambda: tuple(_tokens(text)))


_TOKENS = Memory["tuple[Token, ...]"]()


def _tokens(text: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(text):
        kind, word = match.lastgroup or "word", match[0]
        if kind == "word" and MASK in word:
            kind = "mask"
        lower = word.lower()
        if kind == "word" and ("'" in word or "’" in word or lower in _BARE_NOT):
            yield from _split(match)
        else:
            yield Token(match.start(), match.end(), word, lower, kind)


def _split(match: re.Match[str]) -> Iterator[Token]:
    """A word that may be two ("didn't", "cannot")."""
    text, start = match.group(), match.start()
    lower = text.lower().replace("’", "'")
    bare = _BARE_NOT.get(lower)
    clitic = _NOT.search(lower) if bare else _CLITIC.search(lower)
    if clitic is None or clitic.start() == 0:
        yield Token(start, match.end(), text, lower, "word")
        return
    cut = len(lower) - (3 if lower == "cannot" else len(clitic.group()))
    stem = bare or _CONTRACTED.get(lower[:cut], lower[:cut])
    yield Token(start, start + cut, text[:cut], stem, "word")
    end = "n't" if bare else lower[cut:]
    yield Token(start + cut, match.end(), text[cut:], end, "clitic")


# --- chunks --------------------------------------------------------------------------


class _Kind(enum.Enum):
    NP = enum.auto()
    VG = enum.auto()
    PREP = enum.auto()
    COORD = enum.auto()
    SUB = enum.auto()
    REL = enum.auto()
    COMMA = enum.auto()
    STOP = enum.auto()
    OPEN = enum.auto()
    CLOSE = enum.auto()
    TO = enum.auto()
    ADV = enum.auto()


class _Chunk(Struct):
    kind: _Kind
    first: int  # index of the first token
    last: int  # index after the last token
    word: str = ""
    frame: Frame | None = None
    phrase: Phrase | None = None
    form: str = ""  # of a verb group: finite, base, g (-ing), n (participle), to
    aux: str = ""  # an inverted auxiliary that awaits its verb


_SUBJECT_PRONOUNS = word_set(
    """
    i we you he she it they who someone somebody anyone anybody nobody everyone everybody
    """
)
_PRONOUNS = _SUBJECT_PRONOUNS | word_set(
    """
    me us him her them itself himself herself themselves myself ourselves nothing something
    anything everything there none one yourself themself
    """
)
_RELATIVES = word_set(
    """
    who whom which that whose
    """
)
_NOT_AGENT_AFTER_BY = word_set(
    """
    mistake accident hand default error design chance itself then now far definition choice
    """
)
_HUMAN_ACTS = word_set(
    "merge push approve decide forget type mistype sign ignore skip bypass deploy walk assume"
)
_WHAT = word_set("what which whatever")
_STATES = word_set("aware unaware responsible sure certain unsure able unable available present")
_GIVES = word_set("give grant hand send show offer lend teach assign")
_WHEN = word_set("last late later next early earlier yesterday today tonight this that")
_NO_NOUN = DETERMINERS | POSSESSIVES | PREPOSITIONS | _PRONOUNS
_AUX = BE | HAVE | DO | MODALS | {"'d", "get", "gets", "got"}
_TAKES_CLAUSE = word_set(
    """
    say think know believe assume find see notice realise realize claim admit mean show confirm
    discover suspect conclude report tell ensure argue state suggest feel hope agree hear insist
    note understand learn forget decide explain announce observe determine indicate verify check
    acknowledge suppose guess worry remember expect be
    """
)


class _Chunker:
    """Joins the tokens of one sentence to chunks, in one pass."""

    def __init__(self, words: tuple[Token, ...], known: People) -> None:
        self.words = words
        self.known = known
        self.chunks: list[_Chunk] = []
        self.at = 0
        self.pending = False  # an inverted auxiliary ("why didn't ...") awaits its verb

    def run(self) -> list[_Chunk]:
        while self.at < len(self.words):
            before = self.at
            self._step()
            if self.at == before:
                self.at += 1
        return self.chunks

    # -- helpers
    def _low(self, offset: int = 0) -> str:
        index = self.at + offset
        return self.words[index].lower if 0 <= index < len(self.words) else ""

    def _add(self, kind: _Kind, count: int = 1, word: str = "") -> _Chunk:
        chunk = _Chunk(kind, self.at, self.at + count, word or self._low())
        self.chunks.append(chunk)
        self.at += count
        return chunk

    def _last(self) -> _Kind | None:
        for chunk in reversed(self.chunks):
            if chunk.kind is not _Kind.ADV:
                return chunk.kind
        return None

    def _step(self) -> None:
        token = self.words[self.at]
        if token.kind == "punct":
            self._punct(token)
        elif self._verb_here():
            self._verb_group()
        else:
            self._word(token)

    def _punct(self, token: Token) -> None:
        kinds = {",": _Kind.COMMA, "(": _Kind.OPEN, "[": _Kind.OPEN, ")": _Kind.CLOSE,
                 "]": _Kind.CLOSE, "/": _Kind.COORD, "&": _Kind.COORD}  # fmt: skip
        kind = kinds.get(token.lower)
        if kind is None and token.lower in _STRONG_STOPS:
            kind = _Kind.STOP
        if kind is None and token.lower in "-→>" and self._spaced():
            kind = _Kind.STOP
        if kind is None:
            self.at += 1
            return
        self._add(kind)

    def _spaced(self) -> bool:
        token = self.words[self.at]
        before = self.words[self.at - 1].end if self.at else -1
        return before < token.start

    def _word(self, token: Token) -> None:
        low = token.lower
        if token.capital and self.at and low in PREPOSITIONS and self._last() is _Kind.COORD:
            self._noun_phrase()  # a name such as Per
        elif low == "to":
            self._to()
        elif low == "that" and not self._relative(low) and self._complementiser():
            self._add(_Kind.SUB)
        elif low == "once" and (self._low(1) in ("again", "more") or self._low(-1) == "at"):
            self._add(_Kind.ADV)
        elif self._relative(low):
            self._add(_Kind.REL)
        elif low in COORDINATORS:
            self._add(_Kind.COORD)
        elif (
            low in SUBORDINATORS
            and not (low == "because" and self._low(1) == "of")
            and not self._preposition_use(low)
        ):
            self._add(_Kind.SUB)
        elif low in PREPOSITIONS or low in ("because", "before", "after", "since", "until", "as"):
            self._preposition(low)
        elif low in NEGATIONS or (is_adverb(low) and not self._adverb_in_np(low)):
            self._add(_Kind.ADV)
        else:
            self._noun_phrase()

    def _complementiser(self) -> bool:
        """Whether ``that`` opens a clause ("found out that Dave ..."), not a phrase."""
        if self._clause_verb() == "" or self.at + 1 >= len(self.words):
            return False
        nxt = self.words[self.at + 1]
        if nxt.kind == "punct" or lemma(nxt.lower)[1] == "d":
            return False
        low = nxt.lower
        sure = low in DETERMINERS or low in POSSESSIVES or low in _PRONOUNS
        return sure or nxt.capital or nxt.kind == "handle" or self._clause_verb() in _TAKES_CLAUSE

    def opens_clause(self) -> bool:
        """Whether the word here is the first of its clause, but for adverbs."""
        last = self._last()
        return last is None or last in (_Kind.SUB, _Kind.STOP, _Kind.COMMA, _Kind.OPEN)

    def _clause_verb(self) -> str:
        """Lemma of the last verb since the clause began, or an empty string."""
        for chunk in reversed(self.chunks):
            if chunk.kind is _Kind.VG:
                return chunk.word.split()[0] if chunk.word else ""
            if chunk.kind in (_Kind.STOP, _Kind.SUB, _Kind.REL, _Kind.COORD, _Kind.COMMA):
                return ""
        return ""

    def _relative(self, low: str) -> bool:
        if low not in _RELATIVES:
            return False
        if low != "that":
            return bool(self.chunks) and self._last() in (
                _Kind.NP,
                _Kind.COMMA,
                _Kind.PREP,
                _Kind.CLOSE,
                _Kind.COORD,
            )
        return self._last() is _Kind.NP

    def _preposition_use(self, low: str) -> bool:
        """``before``, ``as`` and the like in front of a noun that no verb follows."""
        if low in ("as", "since", "until", "till", "before", "after"):
            nxt = self._low(1)
            return (
                nxt in ("a", "well", "much", "soon", "expected", "planned", "usual") and low == "as"
            )
        return False

    def _preposition(self, low: str) -> None:
        nxt = self._low(1)
        if low in ("due", "thanks", "according", "prior") and nxt == "to":
            self._add(_Kind.PREP, 2, low + " to")
        elif low in ("instead", "out", "because", "ahead", "outside") and nxt == "of":
            self._add(_Kind.PREP, 2, low + " of")
        elif low in ("due", "thanks"):
            self._noun_phrase()
        else:
            self._add(_Kind.PREP)

    def _adverb_in_np(self, low: str) -> bool:
        return low in ("all", "both", "either", "neither", "well", "yesterday", "today") and False

    def _to(self) -> None:
        offset = 1
        while is_adverb(self._low(offset)) or self._low(offset) in NEGATIONS:
            offset += 1
        nxt = self._low(offset)
        _base, kinds = lemma(nxt)
        if "b" in kinds and nxt and not self._noun_after_to(offset):
            self._add(_Kind.TO, offset)
            self._open_group("to")
        else:
            self._add(_Kind.PREP)

    def _noun_after_to(self, offset: int) -> bool:
        """``access to support``: the word after *to* is no verb if a verb follows at once."""
        word = self.words[self.at + offset]
        return word.capital and word.kind == "word" and self.known.is_name(word.text)

    # -- noun phrases
    def _noun_phrase(self) -> None:
        first = self.at
        words = self.words
        while self.at < len(words):
            token = words[self.at]
            if self.at > first and self._ends_noun_phrase(token, first):
                break
            self.at += 1
        if self.at == first:
            self.at += 1
        self.chunks.append(_Chunk(_Kind.NP, first, self.at, words[self.at - 1].lower))

    def _ends_noun_phrase(self, token: Token, first: int) -> bool:
        low = token.lower
        if token.kind == "punct":
            return not (low == "." and self._initial_dot())
        if low == "'s":
            return self._is_contraction(first)
        if low == "'":
            return False
        before = self.words[self.at - 1]
        if before.lower in _PRONOUNS and token.kind != "clitic":
            return True
        if self._name_begins(token, before) or (before.kind == "number" and ":" in before.text):
            return True
        if self._name_ends(token, before):
            return True
        if token.kind == "handle" or token.kind == "email":
            return before.kind in ("handle", "email")
        if low in DETERMINERS or low in POSSESSIVES or low in _PRONOUNS:
            return before.lower not in DETERMINERS | {"of"}
        if low in PREPOSITIONS or low in COORDINATORS or low in SUBORDINATORS or low in _RELATIVES:
            return not (low in ("on", "off") and self._low(1) == "call")
        if low in NEGATIONS or low == "to":
            return True
        if is_adverb(low):
            return before.lower not in DETERMINERS and before.lower not in POSSESSIVES
        return self._verb_here()

    def _name_begins(self, token: Token, before: Token) -> bool:
        """``next time Dave``, ``the script Dave ran``: the name is a phrase of its own."""
        if before.kind == "number" or (before.lower in _WHAT and before.kind == "word"):
            return self.known.is_plain_name(token.text) or self._acts(token)
        if token.text in self.known.initials and token.text.islower():
            return before.lower not in DETERMINERS
        if before.capital or before.kind != "word" or not token.capital:
            return False
        if before.lower in DETERMINERS or before.lower in POSSESSIVES:
            return False
        introduces = before.lower in PERSON_NOUNS or before.lower in SINGLING
        introduces = introduces or before.lower in (
            "poor",
            "old",
            "dear",
            "colleague",
            "called",
            "named",
        )
        return not introduces and (self.known.is_plain_name(token.text) or self._acts(token))

    def _acts(self, token: Token) -> bool:
        """Whether a word that is a name as well ("Skip", "Wade") begins a clause here."""
        if not token.capital or not self.known.is_name(token.text):
            return False
        if self.at + 1 >= len(self.words):
            return True
        after = self.words[self.at + 1]
        verb = after.lower in _AUX or "d" in lemma(after.lower)[1]
        return (verb and not after.capital) or after.lower == "'s" or after.text == ","

    def _name_ends(self, token: Token, before: Token) -> bool:
        """``by Hemi last spring``: a time follows a name; ``gave Fatou root``: a gift does."""
        if token.lower in _WHEN or token.lower in _STATES:
            return self.known.is_name(before.text)
        if self.at < 2 or token.capital or token.kind != "word":
            return False
        gives = lemma(self.words[self.at - 2].lower)[0] in _GIVES
        return gives and self.known.is_plain_name(before.text)

    def _initial_dot(self) -> bool:
        before = self.words[self.at - 1]
        return len(before.text) <= 2 and before.capital and before.end == self.words[self.at].start

    def _is_contraction(self, first: int) -> bool:
        """Whether ``'s`` stands for *is* or *has* ("he's forgotten"), not a possessor."""
        before = self.words[self.at - 1].lower
        if before in _PRONOUNS | {"that", "this", "what", "where", "there", "here", "how", "why"}:
            return True
        nxt = self._low(1)
        return nxt in NEGATIONS or nxt in ("a", "the", "been", "on", "at", "in", "to") or nxt == ""

    # -- verb groups
    def _verb_here(self) -> bool:
        token = self.words[self.at]
        if token.kind == "clitic":
            return token.lower in ("'re", "'ve", "'ll", "'m", "'d") or (
                token.lower == "'s" and self.at > 0 and self._is_contraction(0)
            )
        if token.kind != "word":
            return False
        low = token.lower
        if low in MODALS or low in BE or low in HAVE or low in DO:
            return self._auxiliary_here(token)
        base, kinds = lemma(low)
        if not kinds or (token.capital and self.known.is_plain_name(token.text)):
            return False
        if self._after_stop() and self._acts(token):
            return False
        if token.capital and self.at > 0 and not self._after_stop() and self._np_before():
            if "b" in kinds or "s" in kinds:
                return False
        if self._noun_position():
            return False
        if "d" in kinds or "n" in kinds:
            return self._past_here(token, kinds)
        if kinds == "g":
            return not (self.at == 0 and low in TEAM_PLAIN) and self._gerund_here()
        return self._present_here(low, base, kinds)

    def _auxiliary_here(self, token: Token) -> bool:
        low = token.lower
        if low in ("will", "may", "might", "can", "must") and token.capital:
            if self.at == 0:
                nxt = self.words[1] if len(self.words) > 1 else None
                return nxt is not None and (nxt.lower in _PRONOUNS or nxt.lower in DETERMINERS)
            return low != "will" and low != "may"
        if low in ("can", "will", "might", "must") and self._noun_position():
            return False
        return low != "having" or not self._noun_position()

    def _after_stop(self) -> bool:
        return self.at == 0 or self.words[self.at - 1].kind == "punct"

    def _np_before(self) -> bool:
        return self.at > 0 and self.words[self.at - 1].kind != "punct"

    def _noun_position(self) -> bool:
        """After a determiner, a possessor or a number a word is no verb."""
        if self.at == 0:
            return False
        before = self.words[self.at - 1]
        low = before.lower
        if low in POSSESSIVES and low not in ("her", "his"):
            return True
        if low == "'s" and not (self.chunks and self.chunks[-1].kind is _Kind.VG):
            return True
        if low == "her" or low == "his":
            return True
        if low in (
            "all",
            "both",
            "this",
            "that",
            "each",
            "these",
            "those",
            "which",
            "what",
            "another",
            "more",
            "none",
            "some",
            "any",
            "most",
            "many",
            "few",
            "several",
            "either",
            "neither",
        ):
            return (
                False
                if lemma(self._low())[1][:1] in ("d", "n", "s")
                else low not in ("all", "both", "that", "which", "what")
            )
        if low in DETERMINERS:
            return True
        if is_adverb(low) and self.at > 1 and self.words[self.at - 2].lower in ("a", "an", "the"):
            return True
        return bool(
            low in ("of", "with", "from", "into", "onto", "under", "over", "between", "against")
            and lemma(self._low())[1] != "g"
        )

    def _past_here(self, token: Token, kinds: str) -> bool:
        low, nxt = token.lower, self._low(1)
        last = self._last()
        if token.capital and self.at == 0 and nxt in (":", ""):
            return "b" not in kinds
        if low in (
            "left",
            "set",
            "read",
            "cut",
            "shut",
            "put",
            "run",
            "hit",
            "cost",
            "reset",
            "split",
            "upset",
            "fed",
            "lost",
            "lay",
            "spread",
            "cast",
            "found",
            "saw",
            "felt",
            "ground",
            "lit",
        ):
            return self._ambiguous_past(low, nxt)
        if last in (_Kind.PREP, _Kind.VG) and self._np_starts_before():
            return last is _Kind.VG and (nxt in _NO_NOUN or nxt == "")
        if self.at == 0 or last in (_Kind.STOP, _Kind.OPEN):
            return self._opening_past()
        return not self._adjective_in_np(nxt)

    def _np_starts_before(self) -> bool:
        """Whether a noun phrase is open: the last chunk ended before this word."""
        return self.chunks[-1].last == self.at

    def _adjective_in_np(self, nxt: str) -> bool:
        """``an untested migration``: an -ed word after ``a`` or an adjective chain."""
        before = self.words[self.at - 1]
        if before.lower in ("newly", "badly", "poorly", "recently", "so-called", "well"):
            return self.at > 1 and self.words[self.at - 2].lower in DETERMINERS
        return False

    def _opening_past(self) -> bool:
        """At a clause's start: "Forgot the flag" against "Failed deploys piled up"."""
        nxt = self.words[self.at + 1] if self.at + 1 < len(self.words) else None
        if nxt is None or nxt.kind == "punct":
            return True
        low = nxt.lower
        if low in DETERMINERS or low in POSSESSIVES or low in PREPOSITIONS or is_adverb(low):
            return True
        if low in _PRONOUNS or low in SUBORDINATORS or low in COORDINATORS or low == "to":
            return True
        if nxt.kind != "word" or nxt.capital or low == "that":
            return True
        return not self._finite_follows()

    def _finite_follows(self) -> bool:
        for token in self.words[self.at + 2 : self.at + 8]:
            if token.kind == "punct" or token.lower in SUBORDINATORS:
                return False
            kinds = lemma(token.lower)[1]
            if token.lower in MODALS or token.lower in BE or token.lower in HAVE:
                return True
            if "d" in kinds:
                return True
        return False

    def _ambiguous_past(self, low: str, nxt: str) -> bool:
        """Forms that are past, base and noun alike ("set", "run", "left")."""
        if self.at == 0 or self._last() in (_Kind.STOP, _Kind.COORD, _Kind.COMMA, _Kind.TO):
            return nxt in DETERMINERS or nxt in POSSESSIVES or nxt in PREPOSITIONS or not nxt
        before = self.words[self.at - 1].lower
        if before in _SUBJECT_PRONOUNS or is_adverb(before):
            return True
        if self.chunks and self.chunks[-1].kind is _Kind.PREP and self.chunks[-1].last == self.at:
            return False
        if low in (
            "run",
            "set",
            "hit",
            "cut",
            "split",
            "cast",
            "ground",
            "lit",
            "fed",
            "spread",
            "read",
        ):
            follows = (
                nxt in DETERMINERS
                or nxt in POSSESSIVES
                or nxt in ("by", "to", "on", "in", "off", "up", "out", "from")
            )
            return follows or self.known.is_name(self.words[self.at - 1].text)
        return nxt not in ("hand", "side", "over")

    def _gerund_here(self) -> bool:
        last = self._last()
        nxt = self._low(1)
        if last is _Kind.PREP and self.chunks[-1].last == self.at:
            return not self._gerund_is_noun(nxt)
        if self.at == 0 or last in (_Kind.STOP, _Kind.COMMA, _Kind.COORD, _Kind.SUB, _Kind.OPEN):
            return not self._gerund_is_noun(nxt)
        if self.chunks and self.chunks[-1].last == self.at:
            return True
        return nxt in DETERMINERS or nxt in POSSESSIVES or nxt in PREPOSITIONS or nxt in _PRONOUNS

    def _gerund_is_noun(self, nxt: str) -> bool:
        """``monitoring was down``, ``without testing.`` keeps its verb; ``pending`` does not."""
        low = self._low()
        if low in (
            "during",
            "according",
            "regarding",
            "including",
            "following",
            "nothing",
            "something",
            "anything",
            "everything",
            "morning",
            "evening",
            "thing",
            "king",
            "string",
        ):
            return True
        return nxt in BE or nxt in HAVE or nxt in MODALS

    def _present_here(self, low: str, base: str, kinds: str) -> bool:
        if self.at == 0 or self._last() in (_Kind.STOP, _Kind.OPEN):
            return kinds == "b" and self._imperative_here()
        before = self.words[self.at - 1]
        if before.lower in _SUBJECT_PRONOUNS or (
            before.lower in _RELATIVES and self._last() is _Kind.REL
        ):
            return True
        if before.lower == "'s" or (before.kind == "number" and low in NOUNS_TOO):
            return False
        if self._last() is _Kind.COORD and self.chunks[-1].last == self.at:
            return self._parallel_verb(kinds)
        subject = before
        if is_adverb(before.lower) or before.lower in NEGATIONS:
            return (
                low not in NOUNS_TOO
                or self._object_follows()
                or before.lower in ("never", "always", "rarely", "not")
            )
        if self.chunks and self.chunks[-1].last == self.at and self.chunks[-1].kind is not _Kind.NP:
            return False
        governing = self._clause_verb()
        if governing and governing not in _TAKES_CLAUSE and not self.pending:
            return False
        if kinds == "s":
            return self._object_follows() and not self._finite_ahead()
        named = self.known.actor_of_word(subject.text)
        plural = subject.lower.endswith("s") and not subject.lower.endswith(("ss", "us", "is"))
        plural = plural and subject.lower not in TIME_NOUNS
        if self.pending and "b" in kinds and low not in PERSON_NOUNS and not self._base_ahead():
            return True
        return (
            (plural or named is Actor.TEAM) and self._object_follows() and not self._finite_ahead()
        )

    def _base_ahead(self) -> bool:
        """Whether the verb that an inverted auxiliary waits for is still to come."""
        for index in range(self.at + 1, min(len(self.words), self.at + 4)):
            token = self.words[index]
            if token.kind == "punct" or token.lower in DETERMINERS or token.lower in PREPOSITIONS:
                return False
            if token.lower not in NOUNS_TOO and "b" in lemma(token.lower)[1]:
                return token.lower not in BE and token.lower != "to"
        return False

    def _imperative_here(self) -> bool:
        nxt = self.words[self.at + 1] if self.at + 1 < len(self.words) else None
        if nxt is None:
            return False
        if self._low() not in NOUNS_TOO:
            return True
        return nxt.lower in DETERMINERS or nxt.lower in POSSESSIVES or nxt.kind in ("handle",)

    def _parallel_verb(self, kinds: str) -> bool:
        for chunk in reversed(self.chunks):
            if chunk.kind is _Kind.VG:
                return chunk.form in ("base", "to", "s", "finite") and self._object_follows()
        return False

    def _object_follows(self) -> bool:
        nxt = self.words[self.at + 1] if self.at + 1 < len(self.words) else None
        if nxt is None or nxt.kind == "punct":
            return True
        low = nxt.lower
        return (
            low in DETERMINERS or low in POSSESSIVES or low in PREPOSITIONS or low in _PRONOUNS
            or is_adverb(low) or low in NEGATIONS or low in SUBORDINATORS or low == "to" or low in COORDINATORS
            or nxt.kind in ("handle", "mask", "number", "email") or nxt.capital
            or self._low() not in NOUNS_TOO
        )  # fmt: skip

    def _finite_ahead(self) -> bool:
        """Whether the clause has a clear finite verb after this word."""
        for token in self.words[self.at + 1 : self.at + 10]:
            low = token.lower
            if (
                token.kind == "punct"
                or low in SUBORDINATORS
                or low in COORDINATORS
                or low in _RELATIVES
            ):
                return False
            if low in MODALS or low in ("is", "are", "was", "were", "has", "had", "did", "does"):
                return True
            if low in ("to", "a", "an", "the"):
                return False
        return False

    def _verb_group(self) -> None:
        self._open_group("")

    def _open_group(self, form: str) -> None:
        """Read auxiliaries, negation, adverbs and the main verb from here."""
        group = _Group(self, form)
        group.read()
        chunk = _Chunk(_Kind.VG, group.first, self.at, group.frame.verb, group.frame)
        chunk.form = group.form
        chunk.aux = group.pending
        self.pending = chunk.aux in DO or chunk.aux in MODALS
        self.chunks.append(chunk)


class _Group:
    """The parts of one verb group, read from a chunker's position."""

    def __init__(self, chunker: _Chunker, form: str) -> None:
        self.chunker = chunker
        self.first = chunker.at
        self.form = form
        self.pending = ""
        self.adverbs: list[str] = []
        self.frame = Frame("", "", 0, 0)

    def read(self) -> None:
        here = self.chunker
        self._leading_adverbs()
        auxiliaries: list[str] = []
        negated = "not" if any(word in NEGATIONS for word in self.adverbs) else ""
        main = ""
        kinds = ""
        end = here.at
        while here.at < len(here.words):
            token = here.words[here.at]
            low = token.lower
            if low in NEGATIONS or (low == "no" and here._low(1) == "longer"):
                negated = "not"
                self.adverbs.append(low)
                here.at += 1
                end = here.at
                continue
            if self._auxiliary(low, auxiliaries):
                auxiliaries.append(self._expanded(low))
                here.at += 1
                end = here.at
                continue
            if is_adverb(low) and self._verb_after_adverbs(auxiliaries):
                self.adverbs.append(low)
                here.at += 1
                continue
            base, kinds_here = lemma(low)
            if self._main_token(token, kinds_here, auxiliaries):
                main, kinds = base, kinds_here
                here.at += 1
                end = here.at
            break
        here.at = max(end, self.first + 1)
        self._particle(main)
        self._finish(main, kinds, auxiliaries, bool(negated))

    def _leading_adverbs(self) -> None:
        chunks = self.chunker.chunks
        index = len(chunks) - 1
        while index >= 0 and chunks[index].kind in (_Kind.ADV, _Kind.TO):
            if chunks[index].kind is _Kind.ADV:
                self.adverbs.insert(0, chunks[index].word)
            index -= 1
        if self.adverbs[:2] == ["not", "only"]:
            self.adverbs = self.adverbs[2:]

    def _expanded(self, low: str) -> str:
        full = {"'re": "are", "'m": "am", "'ve": "have", "'ll": "will"}.get(low, low)
        if low in ("'s", "'d"):
            kinds = self._next_kinds()
            past = {"'s": "has", "'d": "had"} if "n" in kinds else {"'s": "is", "'d": "would"}
            if low == "'s" and self.chunker._low(1) not in (
                "been",
                "got",
                "forgotten",
                "done",
                "had",
            ):
                return "is"
            full = past[low]
        return full

    def _next_kinds(self) -> str:
        offset = 1
        while is_adverb(self.chunker._low(offset)) or self.chunker._low(offset) in NEGATIONS:
            offset += 1
        return lemma(self.chunker._low(offset))[1]

    def _auxiliary(self, low: str, seen: list[str]) -> bool:
        if low in ("'s", "'re", "'m", "'ve", "'ll", "'d"):
            return True
        if low in MODALS:
            return not seen
        if low in DO:
            return not seen and self._do_is_auxiliary()
        if low in HAVE:
            return not seen or seen[-1] in MODALS or seen[-1] == "to"
        if low in BE:
            return not seen or seen[-1] not in DO
        if low in ("got", "get", "gets"):
            return bool(self._next_kinds()) and "n" in self._next_kinds() and not seen
        return (
            low == "to"
            and bool(seen)
            and seen[-1] in ("ought", "have", "has", "had")
            and "b" in self._next_kinds()
        )

    def _base_later(self) -> bool:
        """Whether an inverted "did" ("Did the team check") finds its verb."""
        here = self.chunker
        for offset in range(2, 9):
            low = here._low(offset)
            if not low or not low[0].isalpha() or low in BE or low in HAVE:
                return False
            kinds = lemma(low)[1]
            if "b" in kinds and here._low(offset - 1) not in DETERMINERS:
                return True
            if "d" in kinds or "s" in kinds:
                return False
        return False

    def _do_is_auxiliary(self) -> bool:
        nxt = self.chunker._low(1)
        if self.chunker.opens_clause() and self._base_later():
            return True
        return nxt in NEGATIONS or (
            "b" in self._next_kinds() and self.chunker._low(1) not in DETERMINERS
        )

    def _verb_after_adverbs(self, seen: list[str]) -> bool:
        offset = 1
        here = self.chunker
        while is_adverb(here._low(offset)) or here._low(offset) in NEGATIONS:
            offset += 1
        nxt = here._low(offset)
        if nxt in BE or nxt in HAVE or nxt in DO or nxt in MODALS:
            return True
        kinds = lemma(nxt)[1]
        if not seen:
            return bool(kinds)
        return self._main(nxt, kinds, seen)

    def _main(self, low: str, kinds: str, seen: list[str]) -> bool:
        if not seen:
            return bool(kinds)
        last = seen[-1]
        if last in BE:
            if "g" in kinds:
                return True
            return "n" in kinds and not (low in ("upset",) or low in DETERMINERS)
        if last in HAVE:
            return "n" in kinds
        if last in MODALS or last in DO or last == "to":
            return "b" in kinds or (
                not kinds
                and low not in PREPOSITIONS
                and low not in DETERMINERS
                and low not in _PRONOUNS
                and low.isalpha()
                and (last in MODALS or last in DO)
            )
        return "n" in kinds

    def _main_token(self, token: Token, kinds: str, seen: list[str]) -> bool:
        named = token.capital and self.chunker.known.is_name(token.text)
        return token.kind == "word" and not named and self._main(token.lower, kinds, seen)

    def _particle(self, main: str) -> None:
        here = self.chunker
        pairs = {"shut": "down up off", "take": "down over off", "bring": "down up back", "mess": "up",
                 "screw": "up over", "roll": "back out", "fail": "over back", "turn": "out off on up", "knock": "out over",
                 "switch": "off on over", "blow": "up away", "give": "up", "back": "out up off", "tear": "down",
                 "own": "up", "wipe": "out", "break": "down", "leave": "out off", "miss": "out",
                 "fuck": "up", "cock": "up", "foul": "up", "slip": "up", "spin": "up down", "set": "up off",
                 "scale": "up down out in", "sleep": "through in", "call": "out off", "write": "up",
                 "sign": "off", "point": "out", "find": "out", "figure": "out", "sort": "out", "carry": "out", "put": "off", "look": "into"}  # fmt: skip
        low = here._low()
        if main in pairs and low in pairs[main].split() and low in PARTICLES | {"into", "in"}:
            if low in ("through", "on", "in", "over") and main not in (
                "fail",
                "sleep",
                "take",
                "switch",
                "turn",
                "scale",
            ):
                return
            here.at += 1

    def _finish(self, main: str, kinds: str, seen: list[str], negated: bool) -> None:
        here = self.chunker
        words = here.words
        start, end = words[self.first].start, words[here.at - 1].end
        opener = seen[0] if seen and not main else ""
        verb, seen = self._head(main, seen)
        passive = (
            bool(main)
            and bool(seen)
            and (seen[-1] in BE or seen[-1] in ("got", "get", "gets"))
            and "n" in kinds
            and kinds != "g"
            and kinds != "g"
        )
        progressive = bool(main) and bool(seen) and seen[-1] in BE and "g" in kinds
        particle = (
            words[here.at - 1].lower if main and lemma(words[here.at - 1].lower)[0] != main else ""
        )
        modal = seen[0] if seen and seen[0] in MODALS else ""
        have = [word for word in seen if word in HAVE]
        self.form = self.form or _form(main, kinds, seen)
        past = bool(seen and seen[0] in ("was", "were", "did", "had", "got")) or (
            not seen and "d" in kinds
        )
        text = here_text(words[self.first : here.at])
        self.frame = Frame(
            verb=verb + (f" {particle}" if particle and particle in PARTICLES | {"into"} else ""),
            text=text, start=start, end=end, modal=modal,
            perfect=bool(have) and seen[-1:] != ["to"] and bool(main or verb == "be"), passive=passive, progressive=progressive,
            negated=negated, past=past, finite=self.form in ("finite", "s", "base"),
            adverbs=tuple(self.adverbs),
        )  # fmt: skip
        self.pending = opener

    @staticmethod
    def _head(main: str, seen: list[str]) -> tuple[str, list[str]]:
        """The lemma: the main verb, or the last auxiliary that stands for itself."""
        if main or not seen:
            return main, seen
        last = seen[-1]
        if last in BE:
            return "be", seen
        if last in HAVE:
            return "have", seen[:-1]
        return ("do" if last in DO else last), seen


def here_text(words: tuple[Token, ...]) -> str:
    """The words joined by blanks as a reader would."""
    out = ""
    for index, token in enumerate(words):
        joined = index and words[index - 1].end == token.start
        out += token.text if joined or not out else " " + token.text
    return out


def _form(main: str, kinds: str, seen: list[str]) -> str:
    if seen:
        if seen[0] in ("being", "been", "having", "be"):
            return "g" if seen[0] in ("being", "having") else "n"
        return "finite"
    if kinds == "g":
        return "g"
    if "d" in kinds:
        return "finite"
    if "s" in kinds:
        return "s"
    if kinds == "n":
        return "n"
    return "base"


# --- clauses -------------------------------------------------------------------------


class _Clause(Struct):
    subject: Phrase | None = None
    has_verb: bool = False
    sub: bool = False
    relative: bool = False
    connector: str = ""
    start: int = -1
    last_np: Phrase | None = None
    parent: _Clause | None = None
    comma_before: bool = False
    conditional: bool = False
    frame_index: int = -1


class _Walker:
    """Gives each verb group its subject and its agent, in one pass over the chunks."""

    def __init__(
        self, words: tuple[Token, ...], chunks: list[_Chunk], text: str, known: People
    ) -> None:
        self.words, self.chunks, self.text, self.known = words, chunks, text, known
        self.clause = _Clause(start=0)
        self.out: list[Frame] = []
        self.prep = ""
        self.fresh = True  # a new clause may begin here
        self.coord = False
        self.after_comma = False
        self.inverted: tuple[_Chunk, str] | None = None
        self.depth: list[_Clause] = []

    def run(self) -> list[Frame]:
        for index, chunk in enumerate(self.chunks):
            handler = _HANDLERS.get(chunk.kind)
            if handler:
                handler(self, chunk, index)
        return _closed(self.out, len(self.text), self.text)

    # -- helpers
    def _start(self, chunk: _Chunk) -> int:
        return self.words[chunk.first].start

    def _open(self, clause: _Clause) -> None:
        clause.parent = self.clause
        self.clause = clause
        self.fresh = True
        self.coord = self.after_comma = False
        self.prep = ""

    def _pop(self) -> None:
        if self.clause.parent is not None:
            self.clause = self.clause.parent

    def _waiting(self) -> _Clause | None:
        """The nearest outer clause that has a subject and no verb yet."""
        outer = self.clause.parent
        while outer is not None and not (outer.subject is not None and not outer.has_verb):
            outer = outer.parent
        return outer

    # -- chunk kinds
    def _np(self, chunk: _Chunk, index: int) -> None:
        phrase = noun_phrase(self.words[chunk.first : chunk.last], self.text, self.known)
        phrase = _in_company(phrase, self.text, self.known)
        if phrase.owner is not None:
            phrase = replace(phrase, owner=_in_company(phrase.owner, self.text, self.known))
        chunk.phrase = phrase
        clause = self.clause
        if self.prep:
            prep, self.prep = self.prep, ""
            self._governed(prep, phrase, chunk)
            return
        if self.inverted is not None and clause.subject is None:
            clause.subject = phrase
            return
        if clause.relative and not clause.has_verb:
            clause.subject = phrase  # "that Dave ran"
        elif not clause.has_verb:
            self._subject(clause, phrase, chunk, index)
        else:
            clause.last_np = phrase
        if clause.start < 0:
            clause.start = phrase.start
        self.coord = self.after_comma = False

    def _subject(self, clause: _Clause, phrase: Phrase, chunk: _Chunk, index: int) -> None:
        old = clause.subject
        if old is None:
            clause.subject = phrase
        elif self.coord:
            clause.subject = self._joined(old, phrase)
        elif self.after_comma and old.actor is Actor.INDEFINITE and phrase.actor is Actor.ROLE:
            clause.subject = replace(old, actor=Actor.ROLE)  # "someone on the team, a new joiner,"
        elif self.after_comma:
            if not (
                self._comma_follows(index)
                and old.actor is not Actor.UNKNOWN
                and not self._time(old)
            ):
                clause.subject = phrase
        elif phrase.actor in (
            Actor.PERSON,
            Actor.ROLE,
            Actor.WE,
            Actor.TEAM,
            Actor.INDEFINITE,
        ) or self._time(old):
            # "the script Dave ran", "Yesterday Tom pushed"
            if not self._time(old):
                self._open(
                    _Clause(phrase, relative=True, sub=True, connector="that", start=phrase.start)
                )
            else:
                clause.subject = phrase

    def _joined(self, old: Phrase, new: Phrase) -> Phrase:
        order = (
            Actor.PERSON,
            Actor.ROLE,
            Actor.TEAM,
            Actor.WE,
            Actor.INDEFINITE,
            Actor.ORG,
            Actor.UNKNOWN,
            Actor.SYSTEM,
        )
        actor = min(old.actor, new.actor, key=order.index)
        return Phrase(
            old.start, new.end, self.text[old.start : new.end], actor, old.head, old.owner
        )

    def _comma_follows(self, index: int) -> bool:
        following = self.chunks[index + 1 : index + 3]
        return any(chunk.kind is _Kind.COMMA for chunk in following)

    @staticmethod
    def _time(phrase: Phrase) -> bool:
        return phrase.head in TIME_NOUNS or phrase.text[:1].isdigit()

    def _governed(self, prep: str, phrase: Phrase, chunk: _Chunk) -> None:
        """A noun phrase after a preposition: an agent, or part of what stands before."""
        if prep == "by" and self.out and phrase.head not in _NOT_AGENT_AFTER_BY:
            last = self.out[-1]
            if (
                last.passive
                and last.agent is None
                and self.clause.has_verb
                and not phrase.text[:1].isdigit()
            ):
                self.out[-1] = replace(last, agent=phrase)
        clause = self.clause
        if not clause.has_verb and clause.subject is not None and prep == "of":
            clause.subject = self._of(clause.subject, phrase)
        self.coord = self.after_comma = False

    def _of(self, outer: Phrase, inner: Phrase) -> Phrase:
        """``one of the engineers``, ``members of the team``, ``a couple of DBAs``."""
        if outer.head in (
            "one",
            "some",
            "none",
            "any",
            "many",
            "most",
            "two",
            "couple",
            "few",
            "number",
            "all",
            "several",
        ):
            people_like = inner.actor in (Actor.TEAM, Actor.WE, Actor.ROLE, Actor.PERSON)
            actor = Actor.INDEFINITE if people_like else inner.actor
            if outer.head == "all" and people_like:
                actor = Actor.TEAM
            return Phrase(
                outer.start, inner.end, self.text[outer.start : inner.end], actor, inner.head
            )
        if outer.head in ("head", "chief", "master") and outer.actor is Actor.SYSTEM:
            outer = replace(outer, actor=Actor.ROLE)
        return replace(outer, end=inner.end, text=self.text[outer.start : inner.end])

    def _vg(self, chunk: _Chunk, index: int) -> None:
        frame = chunk.frame
        if frame is None or not frame.verb:
            return
        if self.inverted is not None and self._takes_inverted(chunk):
            frame = self._uninvert(chunk)
        elif self._begins_inversion(chunk, index):
            self.inverted = (chunk, frame.text)
            self.fresh = False
            return
        if self._passive_too(chunk):
            frame = replace(frame, passive=True)
        if chunk.form in ("to", "g", "n"):
            self._nonfinite(chunk, frame, index)
        elif self._reduced(chunk, index):
            self._reduced_passive(chunk, frame)
        else:
            self._finite(chunk, frame, index)
        self.fresh = self.coord = self.after_comma = False
        self.prep = ""

    def _passive_too(self, chunk: _Chunk) -> bool:
        """``was seen and ignored by Stefan``: the participle shares its auxiliary."""
        if not (self.coord or self.after_comma) or chunk.last - chunk.first != 1:
            return False
        nxt = [token.lower for token in self.words[chunk.last : chunk.last + 2]]
        participle = "n" in lemma(self.words[chunk.first].lower)[1]
        by_agent = len(nxt) == 2 and nxt[0] == "by" and nxt[1] not in _NOT_AGENT_AFTER_BY
        return participle and by_agent and bool(self.out) and self.out[-1].passive

    def _begins_inversion(self, chunk: _Chunk, index: int) -> bool:
        """``Had Dave``, ``why didn't he``, ``Did Ops``: an auxiliary before its subject."""
        if not chunk.aux or index + 1 >= len(self.chunks):
            return False
        nxt = next((c for c in self.chunks[index + 1 :] if c.kind is not _Kind.ADV), None)
        if nxt is None or nxt.kind is not _Kind.NP:
            return False
        if self.clause.subject is not None and not self.clause.has_verb and not self._fronted():
            return False
        if self.clause.relative and self.clause.connector in ("who", "which", "that"):
            return False
        later = next(
            (c for c in self.chunks[index + 1 :] if c.kind in (_Kind.VG, _Kind.STOP, _Kind.COMMA)),
            None,
        )
        if later is None or later.kind is not _Kind.VG:
            return chunk.aux in BE and self.clause.subject is None and False
        before = self.chunks[index - 1] if index else None
        return (
            before is None
            or before.kind
            in (_Kind.SUB, _Kind.STOP, _Kind.COMMA, _Kind.COORD, _Kind.ADV, _Kind.OPEN)
            or self._fronted()
        )

    def _fronted(self) -> bool:
        subject = self.clause.subject
        return subject is not None and subject.head in ("what", "whom", "who", "which") and False

    def _takes_inverted(self, chunk: _Chunk) -> bool:
        return chunk.form in ("base", "n", "g", "finite", "s") and not chunk.aux

    def _uninvert(self, chunk: _Chunk) -> Frame:
        if self.inverted is None or chunk.frame is None:
            raise ValueError("there is no inversion to undo")
        opener, _ = self.inverted
        self.inverted = None
        front = opener.frame
        assert front is not None  # noqa: S101
        aux = opener.aux
        main = chunk.frame
        been = "been" in main.text.lower().split()
        kinds = lemma(self.words[chunk.last - 1].lower)[1]
        conditional = (
            aux in ("had", "should", "were")
            and self.text.rstrip()[-1:] != "?"
            and not self._questioned(opener)
        )
        chunk.form = "finite"
        return replace(
            main, modal=aux if aux in MODALS else "", negated=main.negated or front.negated,
            perfect=main.perfect or aux in HAVE or "have" in main.text.lower().split(),
            passive=main.passive or (aux in BE and "n" in kinds and "g" not in kinds) or (been and "n" in kinds),
            inverted=True, conditional=conditional, start=opener.frame.start if opener.frame else main.start,
            past=aux in ("did", "had", "was", "were"), finite=True,
        )  # fmt: skip

    def _questioned(self, opener: _Chunk) -> bool:
        return any(chunk.kind is _Kind.SUB for chunk in self.chunks if chunk.last == opener.first)

    def _reduced(self, chunk: _Chunk, index: int) -> bool:
        """``the config pushed by Priya``: a participle that does not end the clause."""
        frame = chunk.frame
        if frame is None or chunk.aux or chunk.last - chunk.first != 1 or index == 0:
            return False
        kinds = lemma(self.words[chunk.first].lower)[1]
        before, nxt = (
            self.chunks[index - 1],
            self.words[chunk.last].lower if chunk.last < len(self.words) else "",
        )
        if "n" not in kinds or before.kind not in (_Kind.NP, _Kind.COMMA):
            return False
        after = self.words[chunk.last + 1].lower if chunk.last + 1 < len(self.words) else ""
        gerund = lemma(after)[1] == "g"
        subject = before.phrase.actor if before.phrase else Actor.UNKNOWN
        animate = subject in (Actor.PERSON, Actor.ROLE, Actor.WE, Actor.TEAM, Actor.INDEFINITE)
        return (
            nxt == "by"
            and after not in _NOT_AGENT_AFTER_BY
            and not gerund
            and not (animate and after[:1].isdigit())
        )

    def _reduced_passive(self, chunk: _Chunk, frame: Frame) -> None:
        clause = self.clause
        target = clause.last_np if clause.has_verb and clause.last_np else clause.subject
        had_verb = clause.has_verb
        self._emit(replace(frame, subject=target, passive=True, finite=False, past=True), clause)
        if not had_verb:
            clause.has_verb = True  # lets the by-phrase find its participle
            self._open(_Clause(relative=True, sub=True, connector="participle", has_verb=True))
            outer = self.clause.parent
            if outer is not None:
                outer.has_verb = False

    def _nonfinite(self, chunk: _Chunk, frame: Frame, index: int) -> None:
        clause = self.clause
        connector = self.prep or (clause.connector if clause.sub and not clause.has_verb else "")
        subject = clause.subject or self._nearby(clause, connector)
        if chunk.form == "to":
            if self.out and clause.has_verb:
                last = self.out[-1]
                if not last.infinitive and last.finite:
                    self.out[-1] = replace(last, infinitive=frame.verb)
            if (
                clause.has_verb
                and clause.last_np is not None
                and clause.last_np.actor is not Actor.SYSTEM
            ):
                subject = (
                    clause.last_np
                    if clause.last_np.actor in (Actor.PERSON, Actor.ROLE, Actor.WE, Actor.TEAM)
                    else subject
                )
        elif chunk.form == "g" and connector and self.out and self.out[-1].passive:
            subject = self.out[-1].agent or subject
        elif chunk.form == "g" and not connector:
            before = self.chunks[index - 1] if index else None
            if (
                before is not None
                and before.kind is _Kind.NP
                and clause.has_verb
                and clause.last_np is not None
            ):
                subject = clause.last_np
            connector = "participle"
        elided = subject is None
        made = replace(
            frame, subject=subject, finite=False, connector=connector or chunk.form, elided=elided
        )
        if not clause.has_verb and chunk.form != "to" and clause.connector in SUBORDINATORS:
            self._emit(made, clause)  # "before merging it": back to the clause it hangs on
            if clause.parent is not None and clause.parent.has_verb:
                self.clause = clause.parent
                self.clause.last_np = None
            return
        if not clause.has_verb and chunk.form != "to":
            # a gerund before the main verb: "Running the script took ..." / "Dave running it broke ..."
            self._emit(made, clause)
            inner = _Clause(subject, True, sub=True, connector="gerund", start=frame.start)
            if subject is None:
                end = self.words[chunk.last - 1].end
                clause.subject = Phrase(
                    frame.start, end, self.text[frame.start : end], Actor.SYSTEM, frame.verb
                )
            self._open(inner)
            return
        self._emit(made, clause)
        clause.last_np = None

    def _nearby(self, clause: _Clause, connector: str) -> Phrase | None:
        """Who is meant by a gerund without a subject: the one of the clause it hangs on."""
        if self.out and self.out[-1].passive and self.out[-1].agent is not None:
            return self.out[-1].agent
        outer = clause.parent
        while outer is not None and outer.subject is None:
            outer = outer.parent
        return outer.subject if outer is not None and (connector or self.out) else None

    def _finite(self, chunk: _Chunk, frame: Frame, index: int) -> None:
        clause = self.clause
        if clause.has_verb:
            clause = self._next_clause(clause, chunk, index)
        elided = shared = False
        subject = clause.subject
        if subject is None:
            subject = self._inherit(clause, frame.verb)
            shared, elided = subject is not None, subject is None
        clause.subject, clause.has_verb = subject, True
        if clause.start < 0:
            clause.start = subject.start if subject and not shared else frame.start
        conditional = (
            frame.conditional
            or clause.conditional
            or clause.connector in ("if", "unless", "whether")
        )
        self._emit(
            replace(frame, subject=subject, elided=elided, shared=shared, subordinate=clause.sub,
                    relative=clause.relative, connector=clause.connector, conditional=conditional),
            clause,
        )  # fmt: skip
        clause.conditional = conditional
        clause.last_np = None

    def _inherit(self, clause: _Clause, verb: str) -> Phrase | None:
        if not (self.coord or self.after_comma or clause.connector):
            return None
        outer = clause if clause.subject else clause.parent
        while outer is not None and outer.subject is None:
            outer = outer.parent
        if outer is not None and clause.connector in ("when", "while", "after", "before", "as"):
            return outer.subject
        if outer is None or clause.connector:
            return None
        return self._nearest_human(outer) if verb in _HUMAN_ACTS else outer.subject

    @staticmethod
    def _nearest_human(clause: _Clause) -> Phrase | None:
        """``Kevin decided the rules don't apply and merged``: rules do not merge."""
        outer: _Clause | None = clause
        while outer is not None:
            held = outer.subject
            if held is not None and held.actor not in (Actor.SYSTEM, Actor.ORG, Actor.UNKNOWN):
                return held
            outer = outer.parent
        return clause.subject

    def _next_clause(self, clause: _Clause, chunk: _Chunk, index: int) -> _Clause:
        """A second finite verb: a coordinated, an outer or a dependent clause."""
        if clause.subject is not None and clause.subject.head == "what" and chunk.word == "be":
            return clause
        waiting = self._waiting()
        same = clause.last_np is None or self.coord or self.after_comma
        if waiting is not None and (clause.relative or clause.connector == "gerund" or clause.sub):
            if not (self.coord and clause.last_np is None):
                self.clause = waiting
                return waiting
        if same and (self.coord or self.after_comma):
            made = replace_clause(clause)
            made.subject = (
                clause.last_np
                if clause.last_np is not None and not self._verb_next(index)
                else clause.subject
            )
            self.clause = made
            return made
        if clause.last_np is not None:
            made = _Clause(
                clause.last_np,
                sub=True,
                connector="that",
                start=clause.last_np.start,
                parent=clause,
                conditional=clause.conditional,
            )
            self.clause = made
            return made
        return clause

    def _verb_next(self, index: int) -> bool:
        before = self.chunks[index - 1]
        while before.kind is _Kind.ADV and index > 1:
            index -= 1
            before = self.chunks[index - 1]
        return before.kind in (_Kind.COORD, _Kind.COMMA)

    def _emit(self, frame: Frame, clause: _Clause) -> None:
        subject = frame.subject
        past = self.out[-1].end if self.out else 0
        own = subject is not None and not frame.shared and past <= subject.start < frame.start
        start = subject.start if subject is not None and own else frame.start
        self.out.append(replace(frame, clause_start=start))
        del clause

    def _prep(self, chunk: _Chunk, _index: int) -> None:
        self.prep = chunk.word

    def _coord(self, chunk: _Chunk, index: int) -> None:
        self.coord = True
        self.prep = ""
        if self.clause.has_verb and self._clause_follows(index):
            clause = self.clause
            if clause.relative and self._waiting() is None:
                while clause.relative and clause.parent is not None and not self._verb_at(index):
                    clause = clause.parent
            made = replace_clause(clause)
            self.clause = made

    def _verb_at(self, index: int) -> bool:
        nxt = next((c for c in self.chunks[index + 1 :] if c.kind is not _Kind.ADV), None)
        return nxt is not None and nxt.kind is _Kind.VG

    def _clause_follows(self, index: int) -> bool:
        """Whether after a coordinator a subject and a finite verb come, or a verb at once."""
        rest = [c for c in self.chunks[index + 1 : index + 8] if c.kind is not _Kind.ADV]
        if not rest:
            return False
        if rest[0].kind is _Kind.VG:
            return True
        if rest[0].kind is not _Kind.NP:
            return False
        for chunk in rest[1:]:
            if chunk.kind is _Kind.VG:
                return chunk.form in ("finite", "s", "base")
            if chunk.kind not in (_Kind.PREP, _Kind.NP, _Kind.REL):
                return False
        return False

    def _sub(self, chunk: _Chunk, index: int) -> None:
        if chunk.word == "how" and self.clause.subject is None and index == 0:
            return
        if self.coord or self.after_comma:
            while self.clause.parent is not None and self.clause.sub:
                self._pop()
        self._open(_Clause(sub=True, connector=chunk.word))
        self.clause.conditional = chunk.word in ("if", "unless", "whether")

    def _rel(self, chunk: _Chunk, index: int) -> None:
        antecedent = self.clause.last_np if self.clause.has_verb else self.clause.subject
        for before in reversed(self.chunks[:index]):
            if before.kind is _Kind.NP and before.phrase is not None:
                near = before.phrase
                if chunk.word != "who" or near.actor not in (Actor.SYSTEM,) or antecedent is None:
                    antecedent = near
                break
            if before.kind not in (_Kind.COMMA, _Kind.ADV, _Kind.CLOSE):
                break
        if chunk.word == "who" and antecedent is not None:
            antecedent = self._somebody(antecedent)
        complement = (
            chunk.word == "that" and self.out and self.clause.has_verb and self._np_then_verb(index)
        )
        self._open(
            _Clause(
                None if complement else antecedent,
                sub=True,
                relative=not complement,
                connector=chunk.word,
            )
        )

    def _somebody(self, antecedent: Phrase) -> Phrase:
        """Who "who" stands for: "Kenji was the one who", "the cat herder who"."""
        subject = self.clause.subject
        people_like = (Actor.PERSON, Actor.ROLE, Actor.TEAM)
        if antecedent.head == "one" and subject is not None and subject.actor in people_like:
            return subject
        if antecedent.actor in (Actor.SYSTEM, Actor.UNKNOWN):
            return replace(antecedent, actor=Actor.ROLE)
        return antecedent

    def _np_then_verb(self, index: int) -> bool:
        rest = self.chunks[index + 1 : index + 2]
        return bool(rest) and rest[0].kind is _Kind.NP

    def _comma(self, _chunk: _Chunk, index: int) -> None:
        clause = self.clause
        self.prep = ""
        if self.inverted is not None and clause.subject is not None:
            self.inverted = None
        while clause.parent is not None and clause.sub:
            outer = clause.parent
            if outer.subject is not None and not outer.has_verb and clause.has_verb:
                self.clause = outer
                self.after_comma = True
                return
            if not self._main_follows(index, outer):
                break
            clause = outer
        if clause is not self.clause:
            self.clause = clause
            if clause.has_verb:
                self.clause = replace_clause(clause)
        elif clause.has_verb and self._clause_follows(index):
            made = replace_clause(clause)
            self.clause = made
        self.after_comma = True

    def _main_follows(self, index: int, outer: _Clause) -> bool:
        """After "When X happened," the main clause has yet to come."""
        return not outer.has_verb or self._clause_follows(index)

    def _stop(self, chunk: _Chunk, _index: int) -> None:
        old = self.clause
        self.clause = _Clause()
        self.coord = self.after_comma = False
        if chunk.word == ";" and old.has_verb:
            self.clause.parent = _Clause(old.subject, has_verb=True, parent=old.parent)
            self.after_comma = True
        self.prep = ""
        self.inverted = None

    def _bracket_open(self, _chunk: _Chunk, _index: int) -> None:
        self.depth.append(self.clause)
        self.clause = _Clause()
        self.prep = ""

    def _bracket_close(self, _chunk: _Chunk, _index: int) -> None:
        if self.depth:
            inner, self.clause = self.clause, self.depth.pop()
            named = inner.subject
            if named is not None and not inner.has_verb and named.actor is Actor.PERSON:
                held = self.clause.subject
                if held is not None and not self.clause.has_verb and held.actor is not Actor.SYSTEM:
                    self.clause.subject = replace(held, actor=Actor.PERSON)
        self.prep = ""


def replace_clause(clause: _Clause) -> _Clause:
    """A clause side by side with *clause*, whose subject it may share."""
    return _Clause(
        None, sub=clause.sub, relative=clause.relative, connector="", conditional=clause.conditional,
        parent=_Clause(clause.subject, True, parent=clause.parent, sub=clause.sub),
    )  # fmt: skip


_HANDLERS = {
    _Kind.NP: _Walker._np,
    _Kind.VG: _Walker._vg,
    _Kind.PREP: _Walker._prep,
    _Kind.COORD: _Walker._coord,
    _Kind.SUB: _Walker._sub,
    _Kind.REL: _Walker._rel,
    _Kind.COMMA: _Walker._comma,
    _Kind.STOP: _Walker._stop,
    _Kind.OPEN: _Walker._bracket_open,
    _Kind.CLOSE: _Walker._bracket_close,
}


_TRAILING = regex(
    r"(?i)[\s,]+(?:and|but|or|so|then|that|which|who|because|when|while|as|after|before|since|if|although|though)?[\s,]*$"
)


def _closed(found: list[Frame], length: int, text: str) -> list[Frame]:
    """Give each frame its object: the words up to the next finite clause."""
    done: list[Frame] = []
    for index, frame in enumerate(found):
        end = length
        for later in found[index + 1 :]:
            if later.finite and later.start >= frame.end:
                end = (
                    max(frame.end, min(later.clause_start, later.start))
                    if later.clause_start >= frame.end
                    else later.start
                )
                break
        start = frame.end
        stretch = text[start:end]
        stop = regex(r"[;!?…]|\.\s|\s[—–-]\s|:\s").search(stretch)
        if stop:
            end = start + stop.start()
        end = start + len(_TRAILING.sub("", text[start:end]).rstrip(" ,.;:"))
        start += len(text[start:end]) - len(text[start:end].lstrip())
        done.append(
            replace(
                frame,
                object=text[start:end],
                object_start=start,
                object_end=max(start, end),
                clause_end=max(frame.end, end),
            )
        )
    return done


def noun_phrase(words: tuple[Token, ...], text: str, known: People) -> Phrase:
    """Classify a noun phrase by its head, determiner and possessor."""
    start, end = words[0].start, words[-1].end
    owner: Phrase | None = None
    cut = next((i for i, token in enumerate(words) if token.lower in ("'s", "'") and i), None)
    if cut is not None and cut + 1 < len(words):
        owner = noun_phrase(words[:cut], text, known)
        head = words[cut + 1 :]
    elif words[0].lower in POSSESSIVES and len(words) > 1:
        pronoun = {
            "my": Actor.WE,
            "our": Actor.WE,
            "his": Actor.ROLE,
            "her": Actor.ROLE,
            "their": Actor.TEAM,
        }
        actor = pronoun.get(words[0].lower, Actor.UNKNOWN)
        owner = Phrase(words[0].start, words[0].end, words[0].text, actor, words[0].lower)
        head = words
    else:
        head = words[:-1] if words[-1].lower == "'s" and len(words) > 1 else words
    actor = known.actor_of([(token.text, token.kind) for token in head], owned=cut is not None)
    return Phrase(start, end, text[start:end], actor, head[-1].lower if head else "", owner)


# --- public --------------------------------------------------------------------------


class Reading(Struct, frozen=True):
    """What the analyser found in one text: its clauses and its noun phrases, in order."""

    frames: tuple[Frame, ...] = ()
    phrases: tuple[Phrase, ...] = ()

    def phrase_at(self, start: int) -> Phrase | None:
        """The first noun phrase that begins at *start*."""
        at = bisect_left(self.phrases, start, key=lambda phrase: phrase.start)
        found = self.phrases[at] if at < len(self.phrases) else None
        return found if found is not None and found.start == start else None


def frames(document: Document, sentence: Sentence) -> tuple[Frame, ...]:
    """The clauses of *sentence*, left to right; computed once a document."""
    return reading_of(document, sentence.text).frames


def frames_of(document: Document, text: Text) -> tuple[Frame, ...]:
    """The clauses of any run of words: an action item's, a factor's, a heading's."""
    return reading_of(document, text).frames


def straightened(prose: str) -> str:
    """*prose* with straight apostrophes, on one line; each character stays where it is."""
    for character, plain in _STRAIGHT:  # `translate` looks at each character, and is slow
        prose = prose.replace(character, plain)
    return prose


def reading_of(document: Document, text: Text) -> Reading:
    """Clauses and noun phrases of *text*; computed once a document."""
    table: dict[tuple[int, str], Reading] = document.memo("frames", dict)
    key = (text.offset(0), text.prose)
    if key not in table:
        known = people(document)
        kept = (text.prose, known.bearing(text.prose))
        table[key] = _KNOWN.get(kept, lambda: _read(text.prose, known))
    return table[key]


_KNOWN = Memory[Reading]()


def _read(prose: str, known: People) -> Reading:
    words = tokens(prose)
    if not words:
        return Reading()
    chunks = _Chunker(words, known).run()
    found = tuple(_Walker(words, chunks, prose, known).run())
    return Reading(found, tuple(chunk.phrase for chunk in chunks if chunk.phrase is not None))


_APPOSED = regex(r"\s*,\s*(?P<what>[^,.;:()]{2,70})")
_OF_PERSON = regex(r"(?i)\s*,?\s*whom?\b|\s*,[^,.;:]{0,60}\b(?:his|her|himself|herself)\b")
_OF_THING = regex(r"(?i)\s*,\s*which\b")
_APPOSED_NOUN = regex(
    r"(?i)(?:the late\s+|once\s+)?(?P<noun>(?:my|our|the|an?|one)\s+(?:[\w'-]+\s+){0,4}?[\w'-]+)"
    r"(?=\s+(?:of|from|in|on|at|with|who|that|which|for|near|working|watching|by)\b|\s*$)"
)
_LED = regex(r"(?i)\b(?:my|our|their|the)\s(?:[\w'-]+\s){0,3}(?P<noun>[\w-]+),\s$")
_TITLED = regex(
    r"(?:\b(?:Mrs?|Ms|Mx|Dr|Prof|Sgt|Capt|Lt|Sra?|Ing|Sir)\.?|\bProfessor|\bSister|\bDoctor)\s+$"
)


def _in_company(phrase: Phrase, prose: str, known: People) -> Phrase:
    """*phrase*, where the words around a bare name tell whether it is a person's.

    "Kafka, who was on call", "Luigi, our intern": a person; "Bertha, our order intake",
    "Gustav, which bakes the images": a system.
    """
    if phrase.actor is Actor.ORG and _TITLED.match(f"{phrase.text.split()[0]} "):
        return replace(phrase, actor=Actor.PERSON)  # "Dr Swift"
    if phrase.actor not in (Actor.PERSON, Actor.SYSTEM, Actor.UNKNOWN):
        return phrase
    name = phrase.text.split()[-1] if phrase.text.split() else ""
    if phrase.text == name and name.islower() and _unheard(name):
        somebody = is_somebody(prose[phrase.end : phrase.end + _NEAR])
        return replace(phrase, actor=Actor.PERSON) if somebody else phrase
    if not name[:1].isupper() or not name[1:].islower() or name.lower() in DETERMINERS:
        return phrase
    actor = _actor_by_company(phrase, name, prose, known)
    return phrase if actor is None else replace(phrase, actor=actor)


def _unheard(word: str) -> bool:
    """Whether *word* is none that is known: it may be somebody's handle."""
    known = word in TECHNOLOGY or word in NOUNS_TOO or word in _PRONOUNS or word in DETERMINERS
    return not known and lemma(word)[1] == "" and not word.endswith(("s", "ing", "tion", "ment"))


def _actor_by_company(phrase: Phrase, name: str, prose: str, known: People) -> Actor | None:
    words = phrase.text.split()
    if len(words) > 1 and phrase.actor is Actor.PERSON:
        return Actor.PERSON
    introduced = len(words) > 1 and words[-2].lower() in PERSON_NOUNS
    if introduced and (name.lower() in TECHNOLOGY or known.may_be_name(name)):
        return Actor.PERSON  # "engineer Kafka"; but not "employee compromise"
    start = phrase.end - len(name)
    before = prose[max(0, start - _NEAR) : start]
    after = prose[phrase.end : phrase.end + _NEAR]
    if _TITLED.search(before):
        return Actor.PERSON
    told = vouched(before, after)
    if told is Actor.PERSON or (told and len(words) == 1 and not known.is_stated(name)):
        return told
    if len(words) > _NAME_WORDS:
        return None
    led = _LED.search(before)
    if led and led["noun"].lower() in PERSON_NOUNS and after.startswith(","):
        return Actor.PERSON
    if _OF_THING.match(after):
        return Actor.SYSTEM
    if _OF_PERSON.match(after):
        return Actor.PERSON
    apposed = _APPOSED.match(after)
    noun = _APPOSED_NOUN.match(apposed["what"]) if apposed else None
    found = tokens(noun["noun"]) if noun else ()
    if not found or noun is None or any(token.lower in _AUX for token in found):
        return None
    kind = noun_phrase(tuple(found), noun["noun"], known).actor
    if kind in (Actor.ROLE, Actor.INDEFINITE, Actor.PERSON):
        return Actor.PERSON
    return Actor.SYSTEM if kind is Actor.SYSTEM else None


_NAME_WORDS = 2
_NEAR = 80  # characters around a name that are asked about it

_GROUND = regex(
    r"(?i)\b(?:blameless|blame-free|no[- ]blame|without (?:assigning |placing )?blame|not (?:about |to |assign(?:ing)? |here to )*"
    r"(?:find(?:ing)? (?:someone|a person|anyone|people)? ?to )?blam(?:e|ing)|assign(?:ing)? blame|"
    r"(?:focus(?:es|ed|ing)? on|about) (?:the )?(?:systems?|process(?:es)?|conditions)(?: and \w+)?,? (?:and )?(?:not|rather than|never|instead of)|"
    r"not (?:on )?(?:the )?(?:people|persons?|individuals?)\b|just culture|(?:no|not any) finger[- ]?pointing|retrospective prime directive|"
    r"everyone did the best|with the information (?:they|he|she|we) had)"
)
_DEFINITION = regex(
    r"(?i)\b(?:is defined as|means that|by .{3,30} we mean|for example|e\.g\.|an example (?:of|is)|such as|"
    r"in general|as a rule|typically|the term|the phrase|the word)\b"
)
_SENTENCES = 4096  # remembered: several rules, and in an editor several reviews, ask of each
_REPORTED = regex(
    r"(?i)\b(?:customers?|users?|clients?|tickets?|tweets?|reporters?|callers?|media|press|article|blog|forum|complaints?)\b"
    r"[^.]{0,40}\b(?:said|says|saying|told|complain\w*|report(?:s|ed|ing)|wrote|claim\w*|accus\w+|ask(?:s|ed|ing)|assert\w*|alleg\w+)\b"
    r"|\b(?:quoted?|reportedly|allegedly|rumou?rs?)\b"
)
_PLAN = regex(
    r"(?i)^\s*(?:next time|from now on|going forward|in (?:the )?future|we (?:will|plan to|should now|are going to))\b"
)


def is_question(sentence: Sentence) -> bool:
    """Whether the sentence asks: it ends in a question mark."""
    return sentence.text.raw.rstrip(" *_)\"'").endswith("?")


def is_ground_rule(sentence: Sentence) -> bool:
    """Whether it states how reviews are done ("we focus on systems, not people")."""
    return sentence.topic is Topic.GROUND_RULES or _states_rules(sentence.text.prose)


@lru_cache(maxsize=_SENTENCES)
def _states_rules(prose: str) -> bool:
    return _GROUND.search(prose) is not None


def is_reported(sentence: Sentence) -> bool:
    """Whether it passes on what customers or others said."""
    return _is_passed_on(sentence.text.prose)


@lru_cache(maxsize=_SENTENCES)
def _is_passed_on(prose: str) -> bool:
    return _REPORTED.search(prose) is not None


def is_plan(sentence: Sentence) -> bool:
    """Whether it speaks of what is to be done from now on."""
    return bool(_PLAN.search(sentence.text.prose))


def is_excluded(sentence: Sentence) -> bool:
    """Ground rules, definitions and reported words: no wording rule speaks there."""
    return is_ground_rule(sentence) or is_reported(sentence)


_NEGATOR = regex(
    r"(?i)\b(?:not|n['’]t|never|no|nobody|no one|none|neither|nor|without|rather than|instead of|rule[sd]? out|"
    r"ruling out|rejects?|rejected|cannot|isnt|wasnt|hardly|free of|exclude[sd]?|far from|as opposed to)\b|n['’]t\b"
)
_SCOPE_END = regex(r"(?i)[,;:.!?—–]|\b(?:but|because|although|however|so|which|who|and)\b")


def negated_at(text: str, start: int) -> bool:
    """Whether the words at *start* stand under a negation in the same clause.

    True for "this was **not** human error" and "**nobody** is at fault"; a negation
    whose clause has ended ("not slow, human error") does not reach. At most 60
    characters are looked at.
    """
    stretch = text[max(0, start - 60) : start]
    reach = 0
    for end in _SCOPE_END.finditer(stretch):
        reach = end.end()
    return bool(_NEGATOR.search(stretch, reach))
