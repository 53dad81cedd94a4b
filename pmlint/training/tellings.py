"""The tellings of conditions in ``conditions/`` of the corpus: one voice a file.

A line says one factor of an incident and the condition behind it. A look-alike has the subject
and the words of a telling, and another cause; a line with no condition says none at all.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct

from pmlint.training.corpus import CorpusError

__all__ = ["Telling", "load_tellings"]

_FIELDS = {"text": str, "condition": str, "look_alike": bool}


class Telling(Struct, frozen=True):
    """One line: `condition` is empty if it tells of none, and of a `look_alike` what it is not."""

    voice: str
    text: str
    condition: str
    look_alike: bool


def load_tellings(corpus: Path) -> list[Telling]:
    """The tellings of *corpus*, in the order of their files and lines.

    Raises:
        CorpusError: a line is not what it should be.
    """
    files = sorted((corpus / "conditions").glob("*.jsonl"))
    return [telling for file in files for telling in _of_file(file)]


def _of_file(file: Path) -> Iterator[Telling]:
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        try:
            read: Any = json.loads(line)
        except ValueError:
            read = None
        told = read if isinstance(read, dict) else {}
        wrong = [name for name, kind in _FIELDS.items() if not isinstance(told.get(name), kind)]
        if wrong or not told["text"].strip() or told["look_alike"] > bool(told["condition"]):
            raise CorpusError(f"{file.stem}:{number}: not a telling: {line[:60]}")
        yield Telling(file.stem, told["text"], told["condition"], told["look_alike"])
