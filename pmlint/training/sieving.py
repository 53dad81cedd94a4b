"""Training the sieve: a linear model with few weights, and how much may be lost to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from pmlint.heads import SPANS
from pmlint.passages import GROUPS, group_of
from pmlint.sieve import BUCKETS, Sieve, bucket, features
from pmlint.training.examples import Example

__all__ = ["Trained", "bound", "is_wanted", "train_sieve"]

_C = 0.5
_FEWEST = 3  # examples that have a feature, for it to get a weight
_MOST = 127  # of a signed byte


class Trained(Struct, frozen=True):
    """A sieve without bounds: what is stored of it."""

    weights: bytes
    scale: float
    bias: Mapping[str, float]

    def bounded(self, least: Mapping[str, float]) -> Sieve:
        """The sieve that holds back what is below *least*."""
        return Sieve(self.weights, self.scale, self.bias, least)

    def value(self, example: Example) -> float:
        """The logit of the passage of *example*."""
        return self.bounded({}).value(example.passage)


def is_wanted(example: Example) -> bool:
    """Whether there is something in *example* that the encoder should see."""
    return any(example.labels.get(label, False) for label in (*SPANS, "vague", "wish"))


def train_sieve(examples: Sequence[Example]) -> Trained:
    """One table for sentences and items: no feature belongs to both."""
    found: dict[str, float] = {}
    bias: dict[str, float] = {}
    for group in GROUPS:
        some = [one for one in examples if group_of(one.passage) == group]
        weights, bias[group] = _fit(some)
        found |= weights
    scale = max((abs(value) for value in found.values()), default=1.0) / _MOST
    table = [0] * BUCKETS
    for feature, value in sorted(found.items()):
        at = bucket(feature)
        table[at] = max(-_MOST, min(_MOST, table[at] + round(value / scale)))
    return Trained(bytes(value & 0xFF for value in table), round(scale, 6), bias)


def _fit(examples: Sequence[Example]) -> tuple[dict[str, float], float]:
    """Weights by feature, and the intercept."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    truth = [is_wanted(one) for one in examples]
    if len(set(truth)) < 2:  # nothing to learn from: hold back nothing
        return {}, 0.0
    every = [features(one.passage) for one in examples]
    counts = Counter(feature for each in every for feature in each)
    rows = [{one: 1.0 for one in sorted(each) if counts[one] >= _FEWEST} for each in every]
    vectors = DictVectorizer()
    model: Any = LogisticRegression(C=_C, max_iter=400).fit(vectors.fit_transform(rows), truth)
    names = vectors.get_feature_names_out().tolist()
    return dict(zip(names, model.coef_[0].tolist(), strict=True)), round(model.intercept_[0], 4)


def bound(values: Iterable[float], misses: float) -> float:
    """The value that all but the share *misses* of *values* reach; lowest for no values."""
    ordered = sorted(values)
    return round(ordered[int(len(ordered) * misses)], 3) if ordered else -1e9
