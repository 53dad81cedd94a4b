"""The fine-tuned sentence encoder, in numpy: what it makes of a few passages.

A six-layer BERT encoder (MiniLM-L6, Wang et al. 2020) with one linear layer on top for
whole passages and one for single pieces. Weights are whole numbers of eight bits with one
scale a row; numpy is imported when the first passage is read, never before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

__all__ = ["Encoder", "Reading"]

_EPSILON = 1e-12
_BATCH = 32
_FAR = -1e9


@dataclass(frozen=True, slots=True)
class Reading:
    """What the encoder says of one passage, as logits.

    `heads` has one value a head; `pieces` one row a piece of the text (without its
    context), one column a span label.
    """

    heads: tuple[float, ...]
    pieces: tuple[tuple[float, ...], ...]


class Encoder:
    """Weights in memory.

    Raises:
        OSError: the file cannot be read.
        ValueError: it is no archive of plain arrays.
    """

    def __init__(self, stored_in: Path | BinaryIO) -> None:
        import numpy as np

        with np.load(stored_in, allow_pickle=False) as stored:
            arrays: dict[str, Any] = {name: stored[name] for name in stored.files}
        self._np = np
        self._words = arrays.pop("words")
        self._word_scales = arrays.pop("words.scale")
        self._heads_count = int(arrays.pop("attention_heads")[0])
        self._weights = _restored(arrays)
        self._layers = 1 + max(int(n.split(".")[1]) for n in self._weights if n[:6] == "layer.")

    def read(self, ids: Sequence[Sequence[int]], firsts: Sequence[int]) -> list[Reading]:
        """A reading for each passage, in order; *firsts* are where their texts begin.

        A reading does not depend on which other passages are read along.
        """
        order = sorted(range(len(ids)), key=lambda at: len(ids[at]))
        found: dict[int, Reading] = {}
        for start in range(0, len(order), _BATCH):
            # Only passages of one length share a batch: no padding, so no other rounding.
            for batch in _by_length(order[start : start + _BATCH], ids):
                found.update(zip(batch, self._batch(batch, ids, firsts), strict=True))
        return [found[at] for at in range(len(ids))]

    def _batch(
        self, batch: Sequence[int], ids: Sequence[Sequence[int]], firsts: Sequence[int]
    ) -> list[Reading]:
        hidden = self._hidden([ids[at] for at in batch], [firsts[at] for at in batch])
        np = self._np
        pooled = np.concatenate([hidden.mean(axis=1), hidden.max(axis=1)], axis=1)
        heads = self._linear(pooled, "heads")
        pieces = self._linear(hidden, "spans")
        return [
            Reading(
                tuple(map(float, heads[row])),
                tuple(tuple(map(float, one)) for one in pieces[row, firsts[at] : -1]),
            )
            for row, at in enumerate(batch)
        ]

    def _hidden(self, ids: list[Sequence[int]], firsts: list[int]) -> Floats:
        """Shape (passages, pieces, width)."""
        np = self._np
        table = np.asarray(ids)
        words = self._words[table].astype(np.float32) * self._word_scales[table][..., None]
        length = table.shape[1]
        later = np.arange(length)[None, :] >= np.asarray(firsts)[:, None]
        kinds = self._weights["kinds"][later.astype(np.int64)]
        hidden: Floats = self._norm(words + self._weights["positions"][:length] + kinds, "norm")
        for layer in range(self._layers):
            name = f"layer.{layer}"
            hidden = self._norm(hidden + self._attention(hidden, name), f"{name}.norm1")
            inner = self._gelu(self._linear(hidden, f"{name}.up"))
            hidden = self._norm(hidden + self._linear(inner, f"{name}.down"), f"{name}.norm2")
        return hidden

    def _attention(self, hidden: Floats, name: str) -> Floats:
        np = self._np
        batch, length, width = hidden.shape
        size = width // self._heads_count
        shape = (batch, length, self._heads_count, size)
        query, key, value = (
            self._linear(hidden, f"{name}.{part}").reshape(shape).transpose(0, 2, 1, 3)
            for part in ("query", "key", "value")
        )
        weights = query @ key.transpose(0, 1, 3, 2) / np.float32(size**0.5)
        weights = np.exp(weights - weights.max(axis=-1, keepdims=True))
        weights /= weights.sum(axis=-1, keepdims=True)
        mixed = (weights @ value).transpose(0, 2, 1, 3).reshape(batch, length, width)
        return self._linear(mixed, f"{name}.out")

    def _linear(self, values: Floats, name: str) -> Floats:
        made: Floats = values @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]
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
        weight, bias = self._weights[f"{name}.weight"], self._weights[f"{name}.bias"]
        made: Floats = centred / spread * weight + bias
        return made


def _by_length(batch: list[int], ids: Sequence[Sequence[int]]) -> list[list[int]]:
    groups: dict[int, list[int]] = {}
    for at in batch:
        groups.setdefault(len(ids[at]), []).append(at)
    return list(groups.values())


def _restored(arrays: dict[str, Any]) -> dict[str, Any]:
    """Whole numbers times their row's scale, as 32-bit floats."""
    made: dict[str, Any] = {}
    for name, values in arrays.items():
        if f"{name}.scale" in arrays:
            made[name] = values.astype("float32") * arrays[f"{name}.scale"][:, None]
        elif not name.endswith(".scale"):
            made[name] = values.astype("float32")
    return made
