"""The fine-tuned sentence encoder, in numpy: what it makes of a few passages.

A transformer encoder of MPNet's form (Song et al. 2020: twelve layers that share one bias
of relative places) with one linear layer on top for whole passages and one for single
pieces. Weights are whole numbers of eight bits with one scale a row; numpy is imported when
the first passage is read, never before.

Batches are shared out to threads here, and numpy is told to use one: its own threads wait by
spinning, and on a machine that has other work to do a reading took twenty times as long.
Where there is one batch only, as after a change in an editor, threads share its weights.
"""

from __future__ import annotations

import math
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from importlib import import_module
from itertools import groupby
from mmap import mmap
from types import ModuleType
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from pmlint.arrays import arrays_in
from pmlint.cores import cores
from pmlint.products import Rounded, fastest, rounded
from pmlint.threads import Threads

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

__all__ = ["EARLY", "MIDDLE", "Encoder", "Reading", "is_first", "places_apart"]

EARLY, MIDDLE = 3, 6
"""Layers after which a passage that holds nothing is put aside."""

_EPSILON = 1e-5
_AT_ONCE = 16_384  # pieces: what is kept of them between layers is some 50 MB
_LIMITS = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
"""By these the libraries that numpy is built with are told how many threads to use."""
_NEAR, _SIDE, _FARTHEST = 8, 16, 128


class Reading(Struct, frozen=True):
    """What the encoder says of one passage, as logits.

    `heads` has one value a head; `pieces` one row a piece of the text (without its
    context), one column a span label. `early` are the heads' values after the first few
    layers, `middle` those of the labels of sentences halfway; a passage that is not read on
    after one of them has no others.
    """

    early: tuple[float, ...]
    middle: tuple[float, ...] = ()
    heads: tuple[float, ...] = ()
    pieces: tuple[tuple[float, ...], ...] = ()


class Encoder:
    """Weights where they lie in their files; a layer's are made floats while it is used.

    *first* holds what every passage needs, up to the early heads; *rest* gives the arrays of
    the other layers, and is called when the first passage is read on. *middle* holds a linear
    layer, ``weight`` (labels, twice the width) and ``bias``; without it every passage that is
    read on is read to the end.

    Raises:
        ValueError: a file holds no plain arrays.
        KeyError: an array is missing.
    """

    def __init__(
        self,
        first: mmap | bytes,
        rest: Callable[[], Mapping[str, NDArray[Any]]],
        middle: mmap | bytes | None = None,
    ) -> None:
        self._np: Any = _numpy()
        self._threads = Threads(_threads())
        self._product = fastest(self._threads)
        self._stored = arrays_in(first)
        self._rest = rest
        self._middle = arrays_in(middle) if middle is not None else {}
        self._heads_count, self._layers = map(int, self._stored["shape"])
        self._words, self._word_scales = self._stored["words"], self._stored["words.scale"]
        self._biases: dict[int, Floats] = {}

    @cached_property
    def _later(self) -> Mapping[str, NDArray[Any]]:
        return self._rest()

    def _array(self, name: str) -> NDArray[Any]:
        """An array as it is stored; most documents need those of the first layers only."""
        stored: NDArray[Any] = (self._stored if is_first(name) else self._later)[name]
        return stored

    def read(
        self,
        ids: Sequence[Sequence[int]],
        kinds: Sequence[Sequence[int]],
        least: Sequence[Sequence[float]] = (),
        halfway: Sequence[Sequence[float]] = (),
    ) -> list[Reading]:
        """A reading for each passage, in order; *kinds* says of each piece what it belongs to.

        *least* and *halfway* may hold values for each passage: it is not read to the end if its
        first early values, or its middle ones, are all below them. What a passage says does not
        depend on which others are read along.
        """
        lengths = [len(each) for each in ids]
        made: list[Reading] = []
        for part in _stretches(lengths, _AT_ONCE):
            made += self._read(ids[part], kinds[part], least[part], halfway[part])
        return made

    def _read(
        self,
        ids: Sequence[Sequence[int]],
        kinds: Sequence[Sequence[int]],
        least: Sequence[Sequence[float]],
        halfway: Sequence[Sequence[float]],
    ) -> list[Reading]:
        states: dict[int, Floats] = {}
        found: dict[int, Reading] = {}

        def begin(batch: list[int]) -> list[Reading]:
            hidden = self._embedded([ids[at] for at in batch], [kinds[at] for at in batch])
            early, parts = self._begun(hidden, [len(ids[at]) for at in batch])
            states.update(zip(batch, parts, strict=True))
            return early

        def go_on(batch: list[int]) -> list[Reading]:
            values, parts = self._continued([states.pop(at) for at in batch])
            states.update(zip(batch, parts, strict=True))
            pairs = zip(batch, values, strict=True)
            return [replace(found[at], middle=middle) for at, middle in pairs]

        def finish(batch: list[int]) -> list[Reading]:
            firsts = [_first(kinds[at]) for at in batch]
            ends = self._finished([states.pop(at) for at in batch], firsts)
            pairs = zip(batch, ends, strict=True)
            return [replace(found[at], heads=heads, pieces=pieces) for at, (heads, pieces) in pairs]

        lengths = [len(each) for each in ids]
        on: Iterable[int] = range(len(ids))
        found.update(self._each(begin, on, lengths))
        on = [at for at in on if not (least and _hopeless(found[at].early, least[at]))]
        found.update(self._each(go_on, on, lengths))
        on = [at for at in on if not (halfway and _hopeless(found[at].middle, halfway[at]))]
        found.update(self._each(finish, on, lengths))
        return [found[at] for at in range(len(ids))]

    def states(
        self, ids: Sequence[Sequence[int]], kinds: Sequence[Sequence[int]], layers: int = MIDDLE
    ) -> Floats:
        """The mean and the greatest value over the pieces, after so many *layers*.

        Shape (passages, twice the width). The values of the middle layer are made of them.
        """
        made: dict[int, Floats] = {}

        def pooled(batch: list[int]) -> list[Reading]:
            hidden = self._embedded([ids[at] for at in batch], [kinds[at] for at in batch])
            lengths = [len(ids[at]) for at in batch]
            for layer in range(layers):
                hidden = self._layer(hidden, lengths, layer)
            made.update(zip(batch, self._pool(hidden, lengths), strict=True))
            return [Reading(())] * len(batch)

        self._each(pooled, range(len(ids)), [len(each) for each in ids])
        states: Floats = self._np.stack([made[at] for at in range(len(ids))])
        return states

    def ends(
        self, ids: Sequence[Sequence[int]], kinds: Sequence[Sequence[int]]
    ) -> list[tuple[float, ...]]:
        """The heads' logits of each passage, whatever is said of it on the way."""
        rows = self._on_top(self.states(ids, kinds, self._layers), "heads")
        return [tuple(map(float, row)) for row in rows]

    def _each(
        self,
        made: Callable[[list[int]], list[Reading]],
        asked: Iterable[int],
        lengths: Sequence[int],
    ) -> dict[int, Reading]:
        """*made* of batches of those *asked* for, like ones together, the longest begun first."""
        order = sorted(asked, key=lambda at: lengths[at])
        batches = list(_batches(order, lengths, self._product.pieces))[::-1]
        every = self._threads.each(made, batches)
        return {
            at: reading
            for batch, readings in zip(batches, every, strict=True)
            for at, reading in zip(batch, readings, strict=True)
        }

    def _begun(self, hidden: Floats, lengths: list[int]) -> tuple[list[Reading], list[Floats]]:
        """Early values of passages that stand one after the other in *hidden*: (pieces, width).

        With them, what the later layers go on from, a passage each.
        """
        for layer in range(EARLY):
            hidden = self._layer(hidden, lengths, layer)
        early = self._pooled(hidden, lengths, "early")
        parts = self._np.split(hidden, self._np.cumsum(lengths)[:-1])
        return [Reading(tuple(map(float, row))) for row in early], parts

    def _continued(self, parts: list[Floats]) -> tuple[list[tuple[float, ...]], Sequence[Floats]]:
        """Middle values of passages, from what the first layers made of them, and what follows."""
        np = self._np
        lengths = [len(part) for part in parts]
        hidden = np.concatenate(parts)
        for layer in range(EARLY, MIDDLE):
            hidden = self._layer(hidden, lengths, layer)
        made = np.split(hidden, np.cumsum(lengths)[:-1])
        if not self._middle:
            return [()] * len(parts), made
        values = _by_rows(self._pool(hidden, lengths), self._middle["weight"])
        return [tuple(map(float, row)) for row in values + self._middle["bias"]], made

    def _finished(
        self, parts: list[Floats], firsts: Sequence[int]
    ) -> list[tuple[tuple[float, ...], tuple[tuple[float, ...], ...]]]:
        """Values of the heads and of the pieces, from what the middle layers made of passages."""
        np = self._np
        lengths = [len(part) for part in parts]
        hidden = np.concatenate(parts)
        for layer in range(MIDDLE, self._layers):
            hidden = self._layer(hidden, lengths, layer)
        heads = self._pooled(hidden, lengths, "heads")
        pieces = np.split(self._on_top(hidden, "spans"), np.cumsum(lengths)[:-1])
        return [
            (
                tuple(map(float, heads[row])),
                tuple(tuple(map(float, one)) for one in pieces[row][first:-1]),
            )
            for row, first in enumerate(firsts)
        ]

    def _bias(self, length: int) -> Floats:
        """What the distance of pieces adds to their weight: (attention heads, length, length)."""
        if length not in self._biases:
            table = self._array("places").astype(self._np.float32)
            self._biases[length] = table[places_apart(length)].transpose(2, 0, 1)
        return self._biases[length]

    def _pooled(self, hidden: Floats, lengths: Sequence[int], name: str) -> Floats:
        """What a layer on top makes of the pieces' mean and their greatest values."""
        return self._on_top(self._pool(hidden, lengths), name)

    def _pool(self, hidden: Floats, lengths: Sequence[int]) -> Floats:
        np = self._np
        starts = [0, *np.cumsum(lengths)[:-1]]
        mean = np.add.reduceat(hidden, starts) / np.asarray(lengths, np.float32)[:, None]
        peak = np.maximum.reduceat(hidden, starts)
        made: Floats = np.concatenate([mean, peak], axis=1)
        return made

    def _embedded(self, ids: list[Sequence[int]], kinds: list[Sequence[int]]) -> Floats:
        """Shape (pieces of all passages, width)."""
        np = self._np
        table = np.concatenate([np.asarray(one) for one in ids])
        places = np.concatenate([np.arange(len(one)) for one in ids])
        hidden: Floats = self._words[table] * self._word_scales[table][:, None]
        hidden += self._array("positions")[places]
        hidden += self._array("kinds")[np.concatenate([np.asarray(one) for one in kinds])]
        return self._norm(hidden, "norm")

    def _layer(self, hidden: Floats, lengths: Sequence[int], layer: int) -> Floats:
        name = f"layer.{layer}"
        hidden = self._norm(self._attention(hidden, lengths, name) + hidden, f"{name}.norm1")
        inner = self._gelu(self._linear(rounded(hidden), f"{name}.up"))
        return self._norm(self._linear(rounded(inner), f"{name}.down") + hidden, f"{name}.norm2")

    def _attention(self, hidden: Floats, lengths: Sequence[int], name: str) -> Floats:
        np = self._np
        of_all = partial(self._linear, rounded(hidden))
        query, key, value = (of_all(f"{name}.{one}") for one in ("query", "key", "value"))
        mixed = np.empty_like(hidden)
        start = 0
        for length, group in groupby(lengths):
            count = len(list(group))
            stop = start + count * length
            here = slice(start, stop)
            mixed[here] = self._mixed(query[here], key[here], value[here], length)
            start = stop
        return self._linear(rounded(mixed), f"{name}.out")

    def _mixed(self, query: Floats, key: Floats, value: Floats, length: int) -> Floats:
        """What passages of one *length* make of each other's pieces."""
        np = self._np
        width = query.shape[1]
        size = width // self._heads_count
        shape = (-1, length, self._heads_count, size)
        query, key, value = (
            one.reshape(shape).transpose(0, 2, 1, 3) for one in (query, key, value)
        )
        weights: Floats = query @ key.transpose(0, 1, 3, 2)
        weights /= np.float32(size**0.5)
        weights += self._bias(length)
        weights -= weights.max(axis=-1, keepdims=True)
        np.exp(weights, out=weights)
        weights /= weights.sum(axis=-1, keepdims=True)
        made: Floats = (weights @ value).transpose(0, 2, 1, 3).reshape(-1, width)
        return made

    def _linear(self, values: Rounded, name: str) -> Floats:
        made = self._product(values.whole, self._array(f"{name}.weight"))
        made *= values.scale
        made *= self._array(f"{name}.weight.scale")
        made += self._array(f"{name}.bias")
        return made

    def _on_top(self, values: Floats, name: str) -> Floats:
        """What a layer with few outputs makes of *values*."""
        weight = self._array(f"{name}.weight") * self._array(f"{name}.weight.scale")[:, None]
        made = _by_rows(values, weight)
        made += self._array(f"{name}.bias")
        return made

    def _gelu(self, values: Floats) -> Floats:
        """The usual approximation by tanh (Hendrycks and Gimpel 2016), as in training."""
        np = self._np
        # Powers of an array are slow: two products give the cube. In place: memory is slower yet.
        inner = values * values
        inner *= values
        inner *= np.float32(0.044715)
        inner += values
        inner *= np.float32(0.7978845608)
        np.tanh(inner, out=inner)
        inner += 1
        inner *= values
        inner *= np.float32(0.5)
        return inner

    def _norm(self, values: Floats, name: str) -> Floats:
        np = self._np
        values -= values.mean(axis=-1, keepdims=True)
        spread = np.sqrt(np.square(values).mean(axis=-1, keepdims=True) + np.float32(_EPSILON))
        values /= spread
        values *= self._array(f"{name}.weight")
        values += self._array(f"{name}.bias")
        return values


def _by_rows(values: Floats, weight: Floats) -> Floats:
    """A product with few columns: each row is added up alone, whatever stands beside it."""
    made: Floats = (values[:, None] * weight).sum(axis=-1)
    return made


def _threads() -> int:
    """As many as there are cores, or what the environment allows numpy."""
    told = os.environ.get(_LIMITS[0], "")
    return int(told) if told.isdigit() and int(told) else cores()


def _numpy() -> ModuleType:
    """The library, with one thread of its own, unless it has been imported before."""
    if "numpy" not in sys.modules:
        before = {name: os.environ.get(name) for name in _LIMITS}
        os.environ.update(dict.fromkeys(_LIMITS, "1"))
        try:
            import_module("numpy")
        finally:
            _restore(before)
    return import_module("numpy")


def _restore(before: Mapping[str, str | None]) -> None:
    for name, value in before.items():
        if value is None:
            del os.environ[name]
        else:
            os.environ[name] = value


def _stretches(lengths: Sequence[int], most: int) -> Iterator[slice]:
    """Passages as they follow each other, so many that they have about *most* pieces together."""
    start = pieces = 0
    for at, length in enumerate(lengths):
        if pieces >= most:
            yield slice(start, at)
            start, pieces = at, 0
        pieces += length
    yield slice(start, len(lengths))


def _batches(order: Sequence[int], lengths: Sequence[int], most: int) -> Iterator[list[int]]:
    """Passages in *order*, in groups of at most so many pieces."""
    batch: list[int] = []
    pieces = 0
    for at in order:
        if batch and pieces + lengths[at] > most:
            yield batch
            batch, pieces = [], 0
        batch.append(at)
        pieces += lengths[at]
    if batch:
        yield batch


def is_first(name: str) -> bool:
    """Whether an array is needed for every passage, and not only for those that are read on."""
    part, _, rest = name.partition(".")
    return int(rest.split(".")[0]) < EARLY if part == "layer" else part not in ("heads", "spans")


def _hopeless(values: Sequence[float], least: Sequence[float]) -> bool:
    pairs = list(zip(values, least, strict=False))
    return bool(pairs) and all(value < bound for value, bound in pairs)


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
