"""What the models answer of a passage, and what the numbers mean that they answer with."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from pmlint.passages import Passage, group_of

__all__ = ["COLUMNS", "HEADS", "SPANS", "WHO", "Bounds", "chances", "likeliest"]

SPANS = ("blame", "hindsight", "human_error")
WHO = ("named", "role", "team")
HEADS = (*SPANS, "vague", "wish", *(f"who {who}" for who in WHO))
"""What a model answers of a passage, in the order of its outputs."""
COLUMNS = {"sentences": (0, 1, 2), "items": (3, 4)}
"""By group of passages the places in `HEADS` of what they may be found to be."""


def chances(
    logits: Sequence[float], evidence: Collection[str], fusion: Mapping[str, Sequence[float]]
) -> dict[str, float]:
    """The probability of each label of *fusion*, by the *logits* of `HEADS`.

    *evidence* are the labels that a rule found; *fusion* holds by label the weight of its logit,
    what the evidence adds, and what is added always.
    """
    return {
        label: _sigmoid(slope * logits[HEADS.index(label)] + weight * (label in evidence) + bias)
        for label, (slope, weight, bias) in fusion.items()
    }


def likeliest(logits: Sequence[float]) -> str:
    """The one of `WHO` that is blamed, if anybody is, by the *logits* of `HEADS`."""
    return max(WHO, key=lambda who: logits[HEADS.index(f"who {who}")])


def _sigmoid(value: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, value))))


class Bounds(Struct, frozen=True):
    """From where on the student is believed.

    `least` is by group of passages the logit that some label of the group has to reach for the
    passage to hold anything; `fusion` is what its logits mean, by label, as for the encoder.
    `sure` is how likely a label is that surely does not hold, and one that surely does.
    """

    least: Mapping[str, float]
    sure: Sequence[float]
    fusion: Mapping[str, Sequence[float]]

    def is_nothing(self, row: Sequence[float], passage: Passage) -> bool:
        """Whether a *passage* in which no rule found anything holds nothing, by its logits."""
        group = group_of(passage)
        return max(row[at] for at in COLUMNS[group]) < self.least[group]

    def settled(
        self, row: Sequence[float], passage: Passage, evidence: Collection[str]
    ) -> dict[str, float] | None:
        """The probability of each label, if what the rules found surely holds, and nothing else.

        What no rule found, and what does not hold of what one did, the encoder has to say.
        """
        if not evidence:
            return None
        found = chances(row, evidence, self.fusion)
        below, above = self.sure
        labels = [HEADS[at] for at in COLUMNS[group_of(passage)]]
        sure = all(
            found[label] >= above if label in evidence else found[label] <= below
            for label in labels
        )
        return found if sure else None
