"""The labelled corpus: sentences and action items, one JSON object a line.

``corpus/sentences/VOICE.jsonl`` holds objects with ``text`` (Markdown source),
``section``, ``labels`` (of blame, hindsight, human_error), ``who`` (named, role, team
or null), ``spans`` (label, words) and ``tempts`` (for negatives: what makes them
tempting). ``corpus/items/VOICE.jsonl`` holds ``text``, ``label`` (specific, vague or
wish) and ``tempts``. The voice is the file's name.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct

__all__ = [
    "LABELS",
    "SECTIONS",
    "CorpusError",
    "LabelledItem",
    "LabelledSentence",
    "load_items",
    "load_sentences",
    "masked",
    "near_duplicates",
]

LABELS = ("blame", "hindsight", "human_error")
ITEM_LABELS = ("specific", "vague", "wish")
WHO = ("named", "role", "team", None)
SECTIONS = (
    "title",
    "summary",
    "impact",
    "timeline",
    "detection",
    "resolution",
    "contributing factors",
    "lessons learned",
    "what went well",
    "what went poorly",
    "background",
    "severity",
)

_CODE = re.compile(r"`[^`]*`|\]\([^)]*\)|https?://\S+")
_NUMBER = re.compile(r"[#v]?\d[\w.:%/-]*")
_NAME = re.compile(r"(?<=[\w,;:)'’] )[A-ZÀ-Þ][\w'’-]*(?: [A-ZÀ-Þ][\w'’-]*)*|@[\w.-]+")
_WORD = re.compile(r"[^\W_]+|_")
_SHINGLE = 3
_ALIKE = 0.7
"""Share of common word triples (Jaccard) from which two masked texts are the same."""


class CorpusError(ValueError):
    """A line of the corpus is not what the guide asks for; the message names it."""


class LabelledSentence(Struct, frozen=True):
    """A sentence as in Markdown source; `spans` are (label, words) pairs.

    `judged` are the labels that were decided: usually all, and fewer in lines that only ask
    whether one of them holds. Such lines need no spans.
    """

    text: str
    section: str
    labels: tuple[str, ...]
    who: str | None
    spans: tuple[tuple[str, str], ...]
    voice: str
    tempts: str
    judged: tuple[str, ...] = LABELS


class LabelledItem(Struct, frozen=True):
    """An action item without its owner, date and type columns."""

    text: str
    label: str
    voice: str
    tempts: str


def load_sentences(folder: Path) -> list[LabelledSentence]:
    """All sentences below *folder*, by voice and line.

    Raises:
        CorpusError: a line is not an object of the form that this module describes.
    """
    return [_sentence(data, place) for place, data in _lines(folder / "sentences")]


def load_items(folder: Path) -> list[LabelledItem]:
    """All action items below *folder*, by voice and line.

    Raises:
        CorpusError: a line is not an object of the form that this module describes.
    """
    return [_item(data, place) for place, data in _lines(folder / "items")]


def _lines(folder: Path) -> Iterator[tuple[tuple[str, int], dict[str, Any]]]:
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            try:
                data = json.loads(line)
            except ValueError as error:
                raise CorpusError(f"{path.name}:{number}: not JSON: {error}") from error
            yield (path.stem, number), data


def _sentence(data: dict[str, Any], place: tuple[str, int]) -> LabelledSentence:
    made = LabelledSentence(
        text=str(data.get("text", "")),
        section=str(data.get("section", "")),
        labels=tuple(data.get("labels", ())),
        who=data.get("who"),
        spans=tuple((label, words) for label, words in data.get("spans", ())),
        voice=place[0],
        tempts=str(data.get("tempts", "")),
        judged=tuple(data.get("judged", LABELS)),
    )
    for problem in _sentence_problems(made, complete="judged" not in data):
        raise CorpusError(f"{place[0]}:{place[1]}: {problem}: {made.text!r}")
    return made


def _sentence_problems(sentence: LabelledSentence, *, complete: bool) -> Iterator[str]:
    if not sentence.text.strip():
        yield "no text"
    if sentence.section not in SECTIONS:
        yield f"unknown section {sentence.section!r}"
    if any(label not in LABELS for label in sentence.labels):
        yield f"unknown label in {sentence.labels}"
    if sentence.who not in WHO or (sentence.who and "blame" not in sentence.labels):
        yield f"who {sentence.who!r} without blame, or unknown"
    if not set(sentence.labels) <= set(sentence.judged) <= set(LABELS):
        yield f"labels {sentence.labels} that were not judged, or unknown ones"
    spanned = {label for label, _ in sentence.spans}
    if complete and spanned != set(sentence.labels):
        yield "labels and spans differ"
    if any(words not in sentence.text or not words for _, words in sentence.spans):
        yield "a span is not in the text"


def _item(data: dict[str, Any], place: tuple[str, int]) -> LabelledItem:
    made = LabelledItem(
        str(data.get("text", "")),
        str(data.get("label", "")),
        place[0],
        str(data.get("tempts", "")),
    )
    if not made.text.strip() or made.label not in ITEM_LABELS:
        raise CorpusError(f"{place[0]}:{place[1]}: no text or unknown label: {made}")
    return made


def masked(text: str) -> str:
    """*text* with code, numbers and names taken out, in lower case."""
    plain = _CODE.sub(" _ ", text)
    plain = " ".join(_NUMBER.sub(" _ ", plain).split())
    return _NAME.sub(" _ ", plain).lower()


def near_duplicates(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of *texts* that say the same once names, numbers and components are masked.

    Two texts are the same if their masked words are equal, or share `_ALIKE` of their
    word triples (Jaccard). Texts of fewer than four words are compared as a whole.
    """
    seen: dict[str, str] = {}
    by_shingle: dict[tuple[str, ...], list[tuple[str, frozenset[tuple[str, ...]]]]] = {}
    for text in texts:
        words = _WORD.findall(masked(text))
        key = " ".join(words)
        if key in seen:
            yield seen[key], text
            continue
        seen[key] = text
        shingles = frozenset(
            tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)
        )
        rivals = {
            other: theirs for shingle in shingles for other, theirs in by_shingle.get(shingle, ())
        }
        for other, theirs in rivals.items():
            if len(shingles & theirs) >= _ALIKE * len(shingles | theirs):
                yield other, text
                break
        for shingle in shingles:
            by_shingle.setdefault(shingle, []).append((text, shingles))
