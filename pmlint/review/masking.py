"""Showing that a secret stands somewhere without showing the secret."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import Any

from pmlint.document import Document
from pmlint.review.secrets import is_phrase, secrets_of

__all__ = ["Mask", "mask_of", "masked", "starred"]

_SHOWN = 4
_PIECE = 8  # characters: what two texts of other origin hardly ever have in common
_SHORTEST = 3  # characters; every text has words as short as that


def masked(secret: str) -> str:
    """The first four characters of *secret* and its length, for people who must find it.

    A short secret shows fewer of its characters: never more than a quarter of them.
    """
    return f'"{secret[: _shown(secret)]}..." ({len(secret)} characters)'


def starred(secret: str) -> str:
    """Stars for all but the first characters, at most a quarter; line ends stay."""
    shown = _shown(secret)
    return secret[:shown] + _stars(secret[shown:])


def _shown(secret: str) -> int:
    return min(_SHOWN, len(secret) // _SHOWN)


def _stars(text: str) -> str:
    return "".join(mark if mark in "\r\n" else "*" for mark in text)


def mask_of(document: Document) -> Mask:
    """What hides the secrets of *document* in words that quote it."""
    secrets = (document.excerpt(one.span) for one in secrets_of(document))
    return document.memo("mask", lambda: Mask(secrets))


class Mask:
    """Stars for all that a text has of some secrets.

    Who quotes a document may have dropped its markup, joined its lines or cut its words off. So
    letters and digits alone are compared, and a part of a secret is found as the whole is; of a
    short one only the whole, standing alone, as other words could hold it.
    """

    def __init__(self, secrets: Iterable[str]) -> None:
        self._starts: set[str] = set()
        self._pieces: dict[int, set[str]] = {}
        self._literal: set[str] = set()
        for secret in {form for one in secrets for form in (one, unescape(one))}:
            self._add(secret)

    def __bool__(self) -> bool:
        return bool(self._pieces or self._literal)

    def _add(self, secret: str) -> None:
        letters = "".join(filter(str.isalnum, secret))
        if len(letters) < _SHORTEST:
            self._literal |= {secret} if len(secret) >= _SHORTEST else set()
            return
        size = min(_piece_of(secret), len(letters))
        self._starts.add(letters[:size])
        pieces = self._pieces.setdefault(size, set())
        pieces.update(letters[at : at + size] for at in range(len(letters) - size + 1))

    def text(self, words: str) -> str:
        """*words* with the secrets hidden; their length stays."""
        for secret in self._literal:
            words = words.replace(secret, "*" * len(secret))
        if not self._pieces:
            return words
        parts: list[str] = []
        end = 0
        for start, stop, whole in _runs(self._found(words)):
            hidden = words[start:stop]
            parts += [words[end:start], starred(hidden) if whole else _stars(hidden)]
            end = stop
        return "".join([*parts, words[end:]])

    def _found(self, words: str) -> list[tuple[int, int, bool]]:
        """Start and end of each piece, and whether a secret starts there."""
        places = [at for at, mark in enumerate(words) if mark.isalnum()]
        letters = "".join(words[at] for at in places)
        found = [
            (places[at], places[at + size - 1] + 1, piece in self._starts)
            for size, pieces in self._pieces.items()
            for at in range(len(letters) - size + 1)
            for piece in [letters[at : at + size]]
            if piece in pieces
            and (size >= _PIECE or _alone(words, places[at], places[at + size - 1]))
        ]
        return sorted(found)

    def value(self, value: Any) -> Any:  # noqa: ANN401 - a rule's data may hold anything
        """*value* with the secrets hidden in the texts that it holds."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, Mapping):
            return {self.value(key): self.value(inner) for key, inner in value.items()}
        if isinstance(value, (list, tuple)):
            return [self.value(inner) for inner in value]
        if isinstance(value, (set, frozenset)):
            return frozenset(map(self.value, value))
        return value


def _piece_of(secret: str) -> int:
    """How many letters of *secret* no other text has: of a phrase more than any of its words."""
    is_of_words = is_phrase(secret) or secret.replace(" ", "").isalpha()
    words = secret.replace("-", " ").split() if is_of_words else []
    return max(_PIECE, *(len(word) + 1 for word in words)) if len(words) > 1 else _PIECE


def _alone(words: str, first: int, last: int) -> bool:
    """Whether no letter or digit stands beside a stretch of *words*."""
    before, after = words[max(0, first - 1) : first], words[last + 1 : last + 2]
    return not before.isalnum() and not after.isalnum()


def _runs(found: Iterable[tuple[int, int, bool]]) -> Iterator[tuple[int, int, bool]]:
    """Pieces that overlap as one stretch; its start says whether a secret starts there."""
    run: tuple[int, int, bool] | None = None
    for start, stop, begins in found:
        if run is not None and start < run[1]:
            run = (run[0], max(run[1], stop), run[2])
            continue
        if run is not None:
            yield run
        run = (start, stop, begins)
    if run is not None:
        yield run
