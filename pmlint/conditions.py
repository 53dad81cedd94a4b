"""Which condition a factor of an incident tells of: "a call had no deadline".

The lower layers of the encoder that reads sentences, and upper ones of their own that
`pmlint.training.conditions` has trained on tellings of some 290 conditions by many authors, put
what tells of one mechanism near its direction, whatever it is about.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from mmap import mmap
from typing import TYPE_CHECKING

from pmlint.arrays import arrays_in

if TYPE_CHECKING:
    from pmlint.wordpiece import WordPiece

__all__ = ["FILE", "Conditions", "kinds_of"]

FILE = "conditions.npz"
"""The file of the upper layers and of the conditions' directions and names."""

_LEAST = 0.02  # likelihood below which nothing is said
_LONGEST = 96  # pieces of words, as in training
_NO_TEXT, _TEXT = 0, 1  # kinds of pieces: the mark in front, and all that follows
_TOGETHER = 512  # texts
_KEPT = 500_000  # texts of which what was told is kept: some 200 MB at the very most


class Conditions:
    """The reader of conditions, from the bytes of its file and of the encoder's two.

    Raises:
        ValueError: *data* holds no plain arrays.
        KeyError: an array is missing.
    """

    def __init__(
        self, data: mmap | bytes, first: mmap | bytes, rest: mmap | bytes, reader: WordPiece
    ) -> None:
        from pmlint.encoder import Encoder

        arrays = arrays_in(data)
        self._encoder = Encoder(first, lambda: {**arrays_in(rest), **arrays})
        self._layers = int(arrays["layers"])
        self._reader = reader
        self._directions, self._bias = arrays["conditions"], arrays["conditions.bias"]
        self.names: tuple[str, ...] = tuple(arrays["conditions.names"].tolist())
        self._known: dict[str, Mapping[str, float]] = {}

    def told(self, texts: Sequence[str]) -> list[Mapping[str, float]]:
        """For each text the conditions that it may tell of, and how likely each is (0 to 1).

        What is likely to tell of none, or of several, has little for each. What is said of a
        text does not depend on the others, and is kept.
        """
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        if len(self._known) + len(new) > _KEPT:
            self._known.clear()
            new = list(dict.fromkeys(texts))
        # Some at a time: what is between the layers of a hundred thousand would fill the memory.
        for at in range(0, len(new), _TOGETHER):
            part = new[at : at + _TOGETHER]
            self._known.update(zip(part, self._told(part), strict=True))
        return [self._known[text] for text in texts]

    def know(self, told: Mapping[str, Mapping[str, float]]) -> None:
        """Take for granted what was told of texts before, by the same reader."""
        self._known.update(told)

    def _told(self, texts: Sequence[str]) -> Iterator[Mapping[str, float]]:
        import numpy as np

        pieces = [self._reader.read("", text, _LONGEST).ids for text in texts]
        kinds = [kinds_of(len(one)) for one in pieces]
        states = self._encoder.states(pieces, kinds, self._layers)
        means = states[:, : self._directions.shape[1]]
        means = means / np.linalg.norm(means, axis=1, keepdims=True)
        logits = means @ self._directions.T + self._bias
        chances = np.exp(logits - logits.max(axis=1, keepdims=True))
        chances /= chances.sum(axis=1, keepdims=True)
        for row in chances:
            likely = np.flatnonzero(row >= _LEAST)
            yield {self.names[at]: round(float(row[at]), 3) for at in likely if self.names[at]}


def kinds_of(pieces: int) -> list[int]:
    """What each of so many pieces belongs to, as in `pmlint.classifier.kinds_of`."""
    return [_NO_TEXT, *[_TEXT] * (pieces - 1)]
