"""Figures about judgements of lines whose authors the model had not seen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from pmlint.classifier import Thresholds
from pmlint.heads import SPANS
from pmlint.training.examples import Example

__all__ = [
    "DOCUMENTS",
    "HANDBOOK",
    "Held",
    "Row",
    "best_thresholds",
    "calibration_error",
    "is_found",
    "score",
    "score_table",
]

DOCUMENTS = "documents"
"""Voices that begin so are whole documents, with few findings in much prose."""
HANDBOOK = "handbook"
"""The voice of the rules' own examples, which no score counts."""
_NATURAL = 3
_BETA = 0.5  # a false alarm costs more trust than a miss: precision weighs double
_MOST_BACKED = 0.09  # what a rule names exactly stands unless the model all but rules it out
# Of what rules name in sentences and the model holds less likely than this, 2 of 27 held-out lines
# are right; of what it holds up to an even chance, 25 of 70, and the engine has them weigh less.
_MOST_BACKED_IN_PROSE = 0.15
_MOST_ALONE = 0.7  # a few held-out rows could put it anywhere: what is this likely is reported
# Of these, prose holds little, and much that is like it: in held-out documents F1 rises from 0.73
# to 0.78 and from 0.76 to 0.88, where sentences lose 0.02 and 0.01. For blame, it falls in both.
_SURER_ALONE = {"hindsight": 0.8, "human_error": 0.8}
_BINS = 10
_DIGITS = 3


class Row(Struct, frozen=True):
    """One held-out line: whether the label holds, its probability, whether a rule spoke."""

    voice: str
    truth: bool
    chance: float
    backed: bool


class Held(Struct, frozen=True):
    """Held-out rows by label."""

    rows: Mapping[str, list[Row]]

    @classmethod
    def of(
        cls,
        examples: Sequence[Example],
        evidence: Sequence[Collection[str]],
        judged: Sequence[Mapping[str, float]],
    ) -> Held:
        """Of the probabilities by label that each example was *judged* to have."""
        rows: dict[str, list[Row]] = {}
        for example, found, chances in zip(examples, evidence, judged, strict=True):
            for label, chance in chances.items():
                if label in example.labels:
                    row = Row(example.voice, example.labels[label], chance, label in found)
                    rows.setdefault(label, []).append(row)
        return cls(rows)


def score(rows: Iterable[Row], thresholds: Thresholds) -> dict[str, float]:
    """Precision, recall and F1 at *thresholds*, and how many rows there are and hold."""
    every = list(rows)
    hits = [row for row in every if is_found(row, thresholds)]
    found, right = len(hits), sum(row.truth for row in hits)
    wanted = sum(row.truth for row in every)
    return {
        "precision": round(right / found, _DIGITS) if found else 0.0,
        "recall": round(right / wanted, _DIGITS) if wanted else 0.0,
        "f1": round(2 * right / (found + wanted), _DIGITS) if found + wanted else 0.0,
        "lines": len(every),
        "positives": wanted,
    }


def is_found(row: Row, thresholds: Thresholds) -> bool:
    """Whether the line would be reported."""
    return row.chance >= thresholds.least(row.backed)


def best_thresholds(rows: Sequence[Row], label: str) -> Thresholds:
    """The probabilities from which *label* is reported, backed by a rule and alone.

    Each has the best F0.5 over all rows, in steps of 0.01. Rows of whole documents count
    `_NATURAL` times: labelled sentences were written for their labels, and hold far more
    to find than prose does. The rules' own examples do not count.
    """
    rows = [row for row in rows if row.voice != HANDBOOK]
    weights = [_NATURAL if row.voice.startswith(DOCUMENTS) else 1 for row in rows]
    most = _MOST_BACKED_IN_PROSE if label in SPANS else _MOST_BACKED
    backed = min(most, _best([(r, w) for r, w in zip(rows, weights, strict=True) if r.backed]))
    alone = _best([(r, w) for r, w in zip(rows, weights, strict=True) if not r.backed])
    surer = _SURER_ALONE.get(label, _MOST_ALONE)
    return Thresholds(backed, min(surer, max(alone, backed)))


def _best(weighted: Sequence[tuple[Row, int]]) -> float:
    """The threshold that does best; of several that do, the middle one: few rows leave many."""
    totals = {step: _f_beta(weighted, step) for step in range(10, 99)}
    best = max(totals.values())
    if not best:
        return 0.5
    steps = [step for step, total in totals.items() if total == best]
    return steps[(len(steps) - 1) // 2] / 100


def _f_beta(weighted: Sequence[tuple[Row, int]], step: int) -> float:
    """F0.5 where what is at least *step* hundredths likely is reported."""
    wanted = sum(weight for row, weight in weighted if row.truth)
    hits = [(row.truth, weight) for row, weight in weighted if row.chance * 100 >= step]
    right = sum(weight for truth, weight in hits if truth)
    claimed = sum(weight for _, weight in hits)
    return (1 + _BETA**2) * right / max(1, claimed + _BETA**2 * wanted)


def calibration_error(rows: Sequence[Row]) -> float:
    """Expected calibration error over ten bins of probability (Naeini et al. 2015)."""
    bins: list[float] = [0.0] * _BINS
    for row in rows:
        bins[min(_BINS - 1, int(row.chance * _BINS))] += row.truth - row.chance
    return round(sum(map(abs, bins)) / len(rows), _DIGITS) if rows else 0.0


def score_table(held: Held, thresholds: Mapping[str, Thresholds]) -> dict[str, Any]:
    """Scores by label: over all, by voice, in whole documents, and the calibration error."""
    table: dict[str, Any] = {}
    for label, limits in thresholds.items():
        rows = held.rows[label]
        voices: dict[str, list[Row]] = {}
        for row in rows:
            voices.setdefault(row.voice, []).append(row)
        written = [row for row in rows if not row.voice.startswith((DOCUMENTS, HANDBOOK))]
        table[label] = {
            **score(written, limits),
            "documents": score([r for r in rows if r.voice.startswith(DOCUMENTS)], limits),
            "calibration_error": calibration_error(rows),
            "voices": {
                voice: score(found, limits)["f1"] for voice, found in sorted(voices.items())
            },
        }
    return table
