"""Words to the pieces that the encoder was trained on, each with its place in the text.

The scheme is BERT's: lower case without accents, split at white space and punctuation,
then greedily into the longest pieces of the vocabulary (Devlin et al. 2019). Training and
linting share this module, so both see the same pieces.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from msgspec import Struct

from pmlint.document import MASK

__all__ = ["Pieces", "WordPiece"]


_LONGEST_WORD = 64
_UNKNOWN, _START, _END, _MASK = "[UNK]", "[CLS]", "[SEP]", "[MASK]"


class Pieces(Struct, frozen=True):
    """One text as the encoder reads it.

    `ids` are indices into the vocabulary: start, context, end, text, end. `first` is the
    index of the text's first piece; `places` holds for each piece of the text its start and
    end in characters.
    """

    ids: tuple[int, ...]
    first: int
    places: tuple[tuple[int, int], ...]


class WordPiece:
    """A vocabulary, one piece a line; pieces inside a word begin with ``##``."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._ids = {piece: index for index, piece in enumerate(vocabulary)}
        self._known: dict[str, tuple[tuple[int, int, int], ...]] = {}

    def read(self, context: str, text: str, longest: int) -> Pieces:
        """*text* with its *context* in at most *longest* pieces; what is too long is cut."""
        before = [self._ids[_START], *(found for found, _, _ in self._pieces(context))]
        before.append(self._ids[_END])
        room = max(0, longest - len(before) - 1)
        inside = list(self._pieces(text))[:room]
        ids = (*before, *(found for found, _, _ in inside), self._ids[_END])
        return Pieces(ids, len(before), tuple((start, end) for _, start, end in inside))

    def _pieces(self, text: str) -> Iterator[tuple[int, int, int]]:
        for start, end in _words(text):
            if text[start] == MASK:
                yield self._ids[_MASK], start, end
                continue
            for found, begin, stop in self._split(text[start:end]):
                yield found, start + begin, start + stop

    def _split(self, word: str) -> tuple[tuple[int, int, int], ...]:
        """Ids and places of the pieces of one word."""
        if word not in self._known:
            self._known[word] = tuple(self._greedy(word))
        return self._known[word]

    def _greedy(self, word: str) -> Iterator[tuple[int, int, int]]:
        plain = _bare(word)
        unknown = ((self._ids[_UNKNOWN], 0, len(word)),)
        if len(plain) != len(word) or len(word) > _LONGEST_WORD:
            # Places inside a word whose length changes cannot be told apart.
            yield from ((found, 0, len(word)) for found, _, _ in self._longest(plain) or unknown)
        else:
            yield from self._longest(plain) or unknown

    def _longest(self, word: str) -> list[tuple[int, int, int]]:
        """The longest pieces from left to right; none if the word has an unknown part."""
        found: list[tuple[int, int, int]] = []
        start = 0
        while start < min(len(word), _LONGEST_WORD):
            for end in range(len(word), start, -1):
                piece = ("##" if start else "") + word[start:end]
                if piece in self._ids:
                    found.append((self._ids[piece], start, end))
                    start = end
                    break
            else:
                return []
        return found


def _words(text: str) -> Iterator[tuple[int, int]]:
    """Places of the words of *text*, of its single marks, and of each masked stretch."""
    start = -1
    kind = ""
    for index, character in enumerate(text):
        now = _kind(character)
        if start >= 0 and (now != kind or now == "mark"):
            yield start, index
            start = -1
        if start < 0 and now != "blank":
            start, kind = index, now
    if start >= 0:
        yield start, len(text)


def _kind(character: str) -> str:
    if character == MASK:
        return "masked"
    if character.isalnum():
        return "word"
    if character.isspace() or unicodedata.category(character) in ("Cc", "Cf"):
        return "blank"
    return "word" if unicodedata.category(character)[0] == "M" else "mark"


def _bare(word: str) -> str:
    """Lower case without accents."""
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFD", word.lower())
    return "".join(part for part in parts if unicodedata.category(part) != "Mn")
