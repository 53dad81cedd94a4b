"""What the trained models make of a sentence or an action item.

Two models, written by `pmlint.training` and read from plain files: a linear one in plain
Python, which passes over what is clearly nothing, and a fine-tuned encoder, which judges
the rest. What the rules found in a passage is evidence for the verdict: the probability is
a logistic function of the encoder's logit and of whether a rule spoke.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pmlint
from pmlint.document import Text
from pmlint.features import features

if TYPE_CHECKING:
    from pmlint.encoder import Encoder, Reading
    from pmlint.wordpiece import WordPiece

__all__ = [
    "HEADS",
    "ITEMS",
    "LONGEST",
    "SPANS",
    "WHO",
    "Classifier",
    "Judgement",
    "ModelError",
    "Passage",
    "Thresholds",
    "builtin_classifier",
    "load_classifier",
    "passage_of",
    "span_of",
]

SPANS = ("blame", "hindsight", "human_error")
WHO = ("named", "role", "team")
HEADS = (*SPANS, "vague", "wish", *(f"who {who}" for who in WHO))
"""What the encoder answers of a passage, in the order of its outputs."""
ITEMS = "action items"
"""The section of action items: they are asked for an end, sentences for blame."""
LONGEST = 96
"""Most pieces of words that are read of a passage."""

_SCHEMA = 1
_INSIDE = 0.0  # a piece belongs to a span if its logit is above this


class ModelError(Exception):
    """The models are missing or damaged; the message says which file and what to do."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, a heading or an action item, and the section that it stands in."""

    section: str
    text: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """How likely each label holds, between 0 and 1.

    `spans` holds for the labels of `SPANS` the first and last character (exclusive) of the
    words that make it so; `who` is the likeliest of `WHO`, if there is blame.
    """

    probabilities: Mapping[str, float]
    spans: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    who: str = "role"


def passage_of(section: str, text: Text) -> Passage:
    """The passage of a text in a section of this name."""
    return Passage(section, text.prose)


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The probability from which a label is reported: `backed` by a rule's find, or `alone`."""

    backed: float
    alone: float

    def least(self, backed: bool) -> float:
        """The threshold that holds where a rule spoke, or did not."""
        return self.backed if backed else self.alone


@dataclass(frozen=True, slots=True)
class _Gate:
    """A linear model over `pmlint.features`: a logit from `threshold` on is in doubt."""

    weights: dict[str, float]
    bias: float
    threshold: float

    def score(self, passage: Passage) -> float:
        names = features(passage.section, passage.text)
        # In order, for a sum of floats depends on it and sets have none.
        return self.bias + sum(self.weights.get(name, 0.0) for name in sorted(names))


class Classifier:
    """The models of one folder.

    Raises:
        ModelError: a file is missing, was changed, or is of another version of pmlint.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        try:
            self.manifest: dict[str, Any] = json.loads(self._bytes("manifest.json"))
            self._check_schema()
            gates = json.loads(self._checked("gate.json"))
            self._gates = {kind: _Gate(**gates[kind]) for kind in ("sentences", "items")}
            self.thresholds = {
                label: Thresholds(**found) for label, found in self.manifest["thresholds"].items()
            }
            self._fusion: dict[str, list[float]] = self.manifest["fusion"]
        except (KeyError, TypeError, ValueError) as error:
            raise ModelError(f"{folder}: not models of this version ({error!r}). {_MEND}") from None

    def judge(
        self, passages: Sequence[Passage], evidence: Sequence[Collection[str]]
    ) -> list[Judgement | None]:
        """A judgement for each passage; None for what is clearly nothing.

        *evidence* holds for each passage the labels that a rule found in it. A judgement
        does not depend on the other passages.
        """
        asked = [
            at for at, passage in enumerate(passages) if evidence[at] or self._doubtful(passage)
        ]
        made: list[Judgement | None] = [None] * len(passages)
        for at, judgement in zip(asked, self._read(passages, evidence, asked), strict=True):
            made[at] = judgement
        return made

    def _doubtful(self, passage: Passage) -> bool:
        """Whether the linear model cannot rule out that something is found."""
        gate = self._gates["items" if passage.section == ITEMS else "sentences"]
        return gate.score(passage) > gate.threshold

    def _read(
        self,
        passages: Sequence[Passage],
        evidence: Sequence[Collection[str]],
        asked: Sequence[int],
    ) -> list[Judgement]:
        if not asked:
            return []
        pieces = [
            self._reader.read(passages[at].section, passages[at].text, LONGEST) for at in asked
        ]
        readings = self._encoder.read([one.ids for one in pieces], [one.first for one in pieces])
        return [
            self._judgement(reading, one.places, evidence[at])
            for at, one, reading in zip(asked, pieces, readings, strict=True)
        ]

    def _judgement(
        self,
        reading: Reading,
        places: Sequence[tuple[int, int]],
        evidence: Collection[str],
    ) -> Judgement:
        logits = dict(zip(HEADS, reading.heads, strict=True))
        probabilities = {
            label: _sigmoid(slope * logits[label] + weight * (label in evidence) + bias)
            for label, (slope, weight, bias) in self._fusion.items()
        }
        spans = {
            label: found
            for column, label in enumerate(SPANS)
            if (found := span_of([row[column] for row in reading.pieces], places))
        }
        return Judgement(probabilities, spans, max(WHO, key=lambda who: logits[f"who {who}"]))

    @cached_property
    def _reader(self) -> WordPiece:
        from pmlint.wordpiece import WordPiece

        return WordPiece(self._checked("vocabulary.txt").decode("utf-8").splitlines())

    @cached_property
    def _encoder(self) -> Encoder:
        from pmlint.encoder import Encoder

        self._checked("encoder.npz")
        try:
            return Encoder(self._folder / "encoder.npz")
        except (OSError, ValueError, KeyError) as error:
            raise ModelError(f"{self._folder / 'encoder.npz'}: {error}. {_MEND}") from None

    def _check_schema(self) -> None:
        if self.manifest["schema"] != _SCHEMA or tuple(self.manifest["heads"]) != HEADS:
            raise ValueError("another schema")

    def _checked(self, name: str) -> bytes:
        data = self._bytes(name)
        if hashlib.sha256(data).hexdigest() != self.manifest["files"][name]:
            raise ModelError(f"{self._folder / name}: not the file of manifest.json. {_MEND}")
        return data

    def _bytes(self, name: str) -> bytes:
        try:
            return (self._folder / name).read_bytes()
        except OSError as error:
            raise ModelError(f"{self._folder / name}: {error.strerror}. {_MEND}") from None


_MEND = "Reinstall pmlint, or run `pmlint train`."


def _sigmoid(value: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, value))))


def span_of(column: Sequence[float], places: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The heaviest stretch of pieces that lie inside, by the sum of their logits."""
    best, found = 0.0, None
    total, start = 0.0, 0
    for at, logit in enumerate(column):
        if logit <= _INSIDE:
            total = 0.0
            continue
        if not total:
            start = at
        total += logit
        if total > best:
            best, found = total, (places[start][0], places[at][1])
    return found


@lru_cache(maxsize=2)
def load_classifier(folder: Path) -> Classifier:
    """The models of *folder*, read once a process.

    Raises:
        ModelError: they are missing or damaged.
    """
    return Classifier(folder)


def builtin_classifier() -> Classifier:
    """The models that come with pmlint.

    Raises:
        ModelError: the installation is broken.
    """
    for root in pmlint.__path__:
        folder = Path(root) / "models"
        if (folder / "manifest.json").is_file():
            return load_classifier(folder)
    raise ModelError(f"pmlint's models are not installed. {_MEND}")
