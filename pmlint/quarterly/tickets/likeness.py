"""When the title of a ticket and the words of an action item say one thing."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from pmlint.lexicon import lemma

__all__ = ["meaning", "wording"]

_LABEL = re.compile(r"\s*(?:[\[(](?P<a>[^\[\]()]{1,60})[\])]\s*[:–—-]?|(?P<b>[^:]{1,60}):\s)\s*")
_LABEL_WORD = re.compile(
    r"post-?mortems?|post|mortem|incident|follow-?ups?|follow|up|actions?|items?|ai|pm|inc|rca"
    r"|retro|review|prevent(?:ion)?|detect(?:ion)?|mitigat(?:e|ion)|todo|from|of|p[0-4]"
    r"|(?:inc|pm|ir|sev|rca|incident|postmortem)-?\d+|#\d+|\d{4}-\d\d-\d\d|[-–—/,]"
)


def _unlabelled(text: str) -> str:
    """Without what trackers put before a title: ``[Postmortem INC-42] Follow-up: ...``."""
    match = _LABEL.match(text)
    while match is not None:
        words = (match["a"] or match["b"]).casefold().split()
        if not all(map(_LABEL_WORD.fullmatch, words)) or not text[match.end() :].strip():
            break
        text = text[match.end() :]
        match = _LABEL.match(text)
    return text


@lru_cache(maxsize=4096)
def _kept(char: str) -> str:
    """A character of a word; signs that compare or count stand alone; others part words."""
    category = unicodedata.category(char)
    if char in "%#" or (category in ("Sm", "Sc") and char not in "~|"):
        return f" {char} "
    return char if category[0] in "LMN" or char in "-_.'" else " "


@lru_cache(maxsize=8192)
def _tokens(text: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKC", _unlabelled(text)).casefold().replace("’", "'")
    words = (word.strip("-_.'") for word in "".join(map(_kept, plain)).split())
    return tuple(re.sub(r"[-']", "", word) for word in words if word)


def wording(text: str) -> str:
    """A text's words without case, markup and punctuation."""
    return " ".join(_tokens(text))


_EMPTY = frozenset(
    """
    a an the this that these those of on in at for to with by into onto and we our it its
    is are be been will should must shall has have please also so
    """.split()
)
_LINKS = frozenset("of on in at for with by when if while during between".split())
_DIRECTIONS = frozenset(
    "to into onto from before after until than over instead not without".split()
)
_MAKING = frozenset("add create introduce implement".split())
_SAME = {
    "db": "database", "config": "configuration", "doc": "documentation", "if": "when",
    "k8s": "kubernetes", "prod": "production", "env": "environment", "repo": "repository",
    "postgresql": "postgres",
}  # fmt: skip


def meaning(text: str) -> tuple[str, ...]:
    """The words of a text that carry meaning; empty if fewer than two.

    Two items of one frame ("Add alert on X", "Add alert on Y") share most of their words, so no
    share of common words tells them from one item that is told twice: the one word by which
    they differ decides. Here texts are near when no such word is left, after articles, most
    prepositions, a first verb that only says that a thing comes to be, inflection and a few
    abbreviations. Numbers, negations and signs of comparison are kept. Order is free only where
    it cannot matter ("replication lag alert", "alert on replication lag"): two relations or
    one with a direction ("from eu to us") keep it.
    """
    tokens = _tokens(text)
    links = sum(token in _LINKS for token in tokens)
    stems = [stem for stem in map(_stem, tokens) if stem not in _EMPTY]
    words = [_stem(_SAME.get(stem, stem)) for stem in stems]
    if words and words[0] in _MAKING:
        del words[0]
    if len(words) < 2:
        return ()
    is_ordered = links > 1 or not _DIRECTIONS.isdisjoint(tokens)
    return ("in order", *words) if is_ordered else ("in any order", *sorted(words))


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    """The base form of a verb or the singular of a noun."""
    if word in _EMPTY or not word.isalpha() or word == "https":
        return word
    base = lemma(word)[0]
    if base != word or len(word) < 4:
        return base
    return re.sub(r"(?<=[^sui])s$", "", re.sub(r"(?<=..)ies$", "y", word))
