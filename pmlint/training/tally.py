"""Counting what was found against what was labelled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct, field

__all__ = ["Slip", "Tally", "pair_lines"]


class Slip(Struct, frozen=True, order=True):
    """One miss or one false find; `line` is 0 where it has no line."""

    path: str
    line: int
    kind: str
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.kind}: {' '.join(self.text.split())}"


class Tally(Struct):
    """How often a measure was right, and each case where it was not."""

    name: str
    right: int = 0
    false: list[Slip] = field(default_factory=list)
    missed: list[Slip] = field(default_factory=list)

    @property
    def precision(self) -> float | None:
        """Share of finds that are labelled, between 0 and 1; None without any find."""
        return _share(self.right, len(self.false))

    @property
    def recall(self) -> float | None:
        """Share of labels that were found, between 0 and 1; None without any label."""
        return _share(self.right, len(self.missed))

    def add_false(self, path: str, line: int, text: str) -> None:
        """Note a find that nobody labelled."""
        self.false.append(Slip(path, line, "false find", text))

    def add_missed(self, path: str, line: int, text: str) -> None:
        """Note a label that was not found."""
        self.missed.append(Slip(path, line, "missed", text))

    def slips(self) -> Iterator[Slip]:
        """Misses and false finds in order of document and line."""
        return iter(sorted((*self.false, *self.missed)))

    def as_json(self) -> dict[str, Any]:
        """Figures and slips as JSON values."""
        return {
            "right": self.right,
            "false": len(self.false),
            "missed": len(self.missed),
            "precision": self.precision,
            "recall": self.recall,
            "slips": [
                {"path": slip.path, "line": slip.line, "kind": slip.kind, "text": slip.text}
                for slip in self.slips()
            ],
        }


def _share(right: int, wrong: int) -> float | None:
    return right / (right + wrong) if right + wrong else None


def pair_lines(labelled: Iterable[int], found: Iterable[range]) -> list[tuple[int, int]]:
    """Pair labels with finds, each used once: (index of label, index of find).

    *labelled* are lines, *found* the lines that each find covers. A find that
    begins on the label's line is preferred to one that only runs across it.
    """
    labels, finds = list(labelled), list(found)
    pairs: list[tuple[int, int]] = []
    used_labels: set[int] = set()
    used_finds: set[int] = set()
    for begins_there in (True, False):
        for at, line in enumerate(labels):
            for other, lines in enumerate(finds):
                fits = line == lines.start if begins_there else line in lines
                if fits and at not in used_labels and other not in used_finds:
                    pairs.append((at, other))
                    used_labels.add(at)
                    used_finds.add(other)
    return sorted(pairs)
