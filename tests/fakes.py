"""A classifier that finds nothing: for tests of the rules and the reader alone."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from pmlint.classifier import Judgement, Thresholds
from pmlint.passages import Passage

__all__ = ["SilentClassifier"]

LABELS = ("blame", "hindsight", "human_error", "vague", "wish")


class SilentClassifier:
    """Says of every passage that it is clearly nothing, so that the rules stand alone."""

    def __init__(self) -> None:
        self.thresholds = {label: Thresholds(0.5, 0.5) for label in LABELS}

    def judge(
        self, passages: Sequence[Passage], evidence: Sequence[Collection[str]]
    ) -> list[Judgement | None]:
        """No judgement for each passage."""
        assert len(passages) == len(evidence)
        return [None] * len(passages)
