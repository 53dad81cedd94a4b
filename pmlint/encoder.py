"""The fine-tuned sentence encoder, in numpy: what it makes of a few passages.

A transformer encoder of MPNet's form (Song et al. 2020: twelve layers that share one bias
of relative places) with one linear layer on top for whole passages and one for single
pieces. Weights are whole numbers of eight bits with one scale a row; numpy is imported when
the first passage is read, never before.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

__all__ = ["EARLY", "Encoder", "Reading", "is_first", "places_apart"]

EARLY = 3
"""Layers after which a passage that holds nothing is put aside."""

_EPSILON = 1e-5
_BATCH = 32
_NEAR, _SIDE, _FARTHEST = 8, 16, 128


@dataclass(frozen=True, slots=True)
class Reading:
    """What the encoder says of one passage, as logits.

    `heads` has one value a head; `pieces` one row a piece of the text (without its
    context), one column a span label. `early` are the heads' values after the first few
    layers; a passage that is not read on after them has no others.
    """

    early: tuple[float, ...]
    heads: tuple[float, ...] = ()
    pieces: tuple[tuple[float, ...], ...] = ()


class Encoder:
    """Weights in memory.

    *first* holds what every passage needs, up to the early heads; *rest* gives the archive of
    the other layers, and is called when the first passage is read on.

    Raises:
        OSError: the file cannot be read.
        ValueError: it is no archive of plain arrays.
    """

    def __init__(self, first: BinaryIO, rest: Callable[[], BinaryIO]) -> None:
        import numpy as np

        self._np = np
        self._stored: Mapping[str, NDArray[Any]] = np.load(first, allow_pickle=False)
        self._rest = rest
        self._words = self._stored["words"]
        self._word_scales = self._stored["words.scale"]
        self._heads_count, self._layers = map(int, self._stored["shape"])
        self._known: dict[str, Floats] = {}

    @cached_property
    def _later(self) -> Mapping[str, NDArray[Any]]:
        stored: Mapping[str, NDArray[Any]] = self._np.load(self._rest(), allow_pickle=False)
        return stored

    def _weight(self, name: str) -> Floats:
        """An array as 32-bit floats; most documents need those of the first layers only."""
        if name not in self._known:
            stored = self._stored if is_first(name) else self._later
            values: Floats = stored[name].astype(self._np.float32)
            if f"{name}.scale" in stored:
                values *= stored[f"{name}.scale"][:, None]
            self._known[name] = values
        return self._known[name]

    def read(
        self,
        ids: Sequence[Sequence[int]],
        kinds: Sequence[Sequence[int]],
        least: Sequence[Sequence[float]] = (),
    ) -> list[Reading]:
        """A reading for each passage, in order; *kinds* says of each piece what it belongs to.

        *least* may hold values for each passage: it is not read to the end if its first
        early values are all below them. A reading does not depend on which other passages
        are read along.
        """
        order = sorted(range(len(ids)), key=lambda at: len(ids[at]))
        found: dict[int, Reading] = {}
        for start in range(0, len(order), _BATCH):
            # Only passages of one length share a batch: no padding, so no other rounding.
            for batch in _by_length(order[start : start + _BATCH], ids):
                hidden = self._embedded([ids[at] for at in batch], [kinds[at] for at in batch])
                firsts = [_first(kinds[at]) for at in batch]
                bounds = [least[at] if least else () for at in batch]
                found.update(zip(batch, self._batch(hidden, firsts, bounds), strict=True))
        return [found[at] for at in range(len(ids))]

    def _batch(
        self, hidden: Floats, firsts: Sequence[int], least: Sequence[Sequence[float]]
    ) -> list[Reading]:
        np = self._np
        bias = self._bias(hidden.shape[1])
        for layer in range(EARLY):
            hidden = self._layer(hidden, bias, layer)
        early = self._pooled(hidden, "early")
        made = [Reading(tuple(map(float, row))) for row in early]
        on = [at for at, row in enumerate(made) if not _hopeless(row.early, least[at])]
        if not on:
            return made
        hidden = hidden[np.asarray(on)]
        for layer in range(EARLY, self._layers):
            hidden = self._layer(hidden, bias, layer)
        heads = self._pooled(hidden, "heads")
        pieces = self._linear(hidden, "spans")
        for row, at in enumerate(on):
            inside = pieces[row, firsts[at] : -1]
            made[at] = Reading(
                made[at].early,
                tuple(map(float, heads[row])),
                tuple(tuple(map(float, one)) for one in inside),
            )
        return made

    def _bias(self, length: int) -> Floats:
        """What the distance of pieces adds to their weight: (attention heads, length, length)."""
        name = f"places {length}"
        if name not in self._known:
            self._known[name] = self._weight("places")[places_apart(length)].transpose(2, 0, 1)
        return self._known[name]

    def _pooled(self, hidden: Floats, name: str) -> Floats:
        """What a layer on top makes of the pieces' mean and their greatest values."""
        pooled = self._np.concatenate([hidden.mean(axis=1), hidden.max(axis=1)], axis=1)
        return self._linear(pooled, name)

    def _embedded(self, ids: list[Sequence[int]], kinds: list[Sequence[int]]) -> Floats:
        """Shape (passages, pieces, width)."""
        np = self._np
        table = np.asarray(ids)
        words = self._words[table].astype(np.float32) * self._word_scales[table][..., None]
        told = self._weight("kinds")[np.asarray(kinds)]
        return self._norm(words + self._weight("positions")[: table.shape[1]] + told, "norm")

    def _layer(self, hidden: Floats, bias: Floats, layer: int) -> Floats:
        name = f"layer.{layer}"
        hidden = self._norm(hidden + self._attention(hidden, bias, name), f"{name}.norm1")
        inner = self._gelu(self._linear(hidden, f"{name}.up"))
        return self._norm(hidden + self._linear(inner, f"{name}.down"), f"{name}.norm2")

    def _attention(self, hidden: Floats, bias: Floats, name: str) -> Floats:
        np = self._np
        batch, length, width = hidden.shape
        size = width // self._heads_count
        shape = (batch, length, self._heads_count, size)
        query, key, value = (
            self._linear(hidden, f"{name}.{part}").reshape(shape).transpose(0, 2, 1, 3)
            for part in ("query", "key", "value")
        )
        weights = query @ key.transpose(0, 1, 3, 2) / np.float32(size**0.5) + bias
        weights = np.exp(weights - weights.max(axis=-1, keepdims=True))
        weights /= weights.sum(axis=-1, keepdims=True)
        mixed = (weights @ value).transpose(0, 2, 1, 3).reshape(batch, length, width)
        return self._linear(mixed, f"{name}.out")

    def _linear(self, values: Floats, name: str) -> Floats:
        made: Floats = values @ self._weight(f"{name}.weight").T + self._weight(f"{name}.bias")
        return made

    def _gelu(self, values: Floats) -> Floats:
        """The usual approximation by tanh (Hendrycks and Gimpel 2016), as in training."""
        np = self._np
        # Powers of an array are slow: two products give the cube.
        cubed = values * values * values
        inner = np.float32(0.7978845608) * (values + np.float32(0.044715) * cubed)
        made: Floats = np.float32(0.5) * values * (1 + np.tanh(inner))
        return made

    def _norm(self, values: Floats, name: str) -> Floats:
        np = self._np
        centred = values - values.mean(axis=-1, keepdims=True)
        spread = np.sqrt((centred * centred).mean(axis=-1, keepdims=True) + np.float32(_EPSILON))
        weight, bias = self._weight(f"{name}.weight"), self._weight(f"{name}.bias")
        made: Floats = centred / spread * weight + bias
        return made


def is_first(name: str) -> bool:
    """Whether an array is needed for every passage, and not only for those that are read on."""
    part, _, rest = name.partition(".")
    return int(rest.split(".")[0]) < EARLY if part == "layer" else part not in ("heads", "spans")


def _hopeless(early: Sequence[float], least: Sequence[float]) -> bool:
    pairs = zip(early, least, strict=False)
    return bool(least) and all(value < bound for value, bound in pairs)


def _first(kinds: Sequence[int]) -> int:
    """Where the text begins: its context is of kind 0."""
    return next(at for at, kind in enumerate(kinds) if kind)


def places_apart(length: int) -> list[list[int]]:
    """The bucket of the distance from each piece to each other: shape (length, length).

    Eight exact distances on either side, then ever wider ones (Raffel et al. 2020).
    """
    return [[_bucket(other - one) for other in range(length)] for one in range(length)]


def _bucket(distance: int) -> int:
    side = _SIDE if distance > 0 else 0
    apart = abs(distance)
    if apart < _NEAR:
        return side + apart
    wider = math.log(apart / _NEAR) / math.log(_FARTHEST / _NEAR) * (_SIDE - _NEAR)
    return side + min(_NEAR + int(wider), _SIDE - 1)


def _by_length(batch: list[int], ids: Sequence[Sequence[int]]) -> list[list[int]]:
    groups: dict[int, list[int]] = {}
    for at in batch:
        groups.setdefault(len(ids[at]), []).append(at)
    return list(groups.values())
