"""Training what is asked halfway through the encoder: whether a passage holds anything at all."""

from __future__ import annotations

import io
import random
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from pmlint.arrays import arrays_in
from pmlint.classifier import ENCODER, LONGEST, kinds_of
from pmlint.encoder import Encoder
from pmlint.heads import SPANS
from pmlint.passages import ITEMS
from pmlint.training.examples import Example
from pmlint.wordpiece import WordPiece

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

__all__ = ["Middle", "learners", "states_of", "train_middle"]

_SAMPLE = 9_000  # sentences that it learns from
_C = 0.003
_ROUNDS = 300


class Middle(Struct, frozen=True):
    """A linear layer: `weight` of shape (labels, values of a state), `bias` of shape (labels,)."""

    weight: Floats
    bias: Floats

    def values(self, states: Floats) -> list[list[float]]:
        """The logits of `SPANS` for each row of *states*."""
        made: list[list[float]] = (states @ self.weight.T + self.bias).tolist()
        return made

    @property
    def file(self) -> bytes:
        """The arrays as they are stored."""
        import numpy as np

        buffer = io.BytesIO()
        np.savez(buffer, allow_pickle=False, weight=self.weight, bias=self.bias)
        return buffer.getvalue()


def learners(
    examples: Sequence[Example],
    evidence: Sequence[frozenset[str]],
    left_out: frozenset[int],
    seed: int,
) -> list[int]:
    """Indices of the sentences to learn from: those that no rule speaks of, *left_out* apart."""
    asked = [
        at
        for at, one in enumerate(examples)
        if at not in left_out and one.passage.section != ITEMS and not evidence[at]
    ]
    chosen = random.Random(seed).sample(asked, min(_SAMPLE, len(asked)))  # noqa: S311 - no secret
    return sorted(chosen)


def states_of(
    examples: Sequence[Example], weights: Mapping[str, bytes], vocabulary: Sequence[str]
) -> Floats:
    """What an encoder makes of *examples* halfway: shape (examples, values of a state)."""
    reader = WordPiece(vocabulary)
    first, rest = (weights[name] for name in ENCODER)
    passages = [one.passage for one in examples]
    pieces = [reader.read(one.section, one.text, LONGEST) for one in passages]
    kinds = [kinds_of(one, found) for one, found in zip(passages, pieces, strict=True)]
    return Encoder(first, lambda: arrays_in(rest)).states([one.ids for one in pieces], kinds)


def train_middle(states: Floats, examples: Sequence[Example]) -> Middle:
    """One logistic regression a label, of the states scaled to one spread."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    mean, spread = states.mean(axis=0), states.std(axis=0) + 1e-3
    scaled = (states - mean) / spread
    rows, biases = [], []
    for label in SPANS:
        truth = np.array([one.labels.get(label, False) for one in examples])
        fitted: Any = LogisticRegression(C=_C, max_iter=_ROUNDS).fit(scaled, truth)
        rows.append(fitted.coef_[0] / spread)
        biases.append(fitted.intercept_[0] - rows[-1] @ mean)
    return Middle(np.array(rows, np.float32), np.array(biases, np.float32))
