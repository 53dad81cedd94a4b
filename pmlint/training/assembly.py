"""From trained weights and held-out readings to the files of ``models/``.

Here is decided what is put aside before the end of a reading, and from which probability on a
finding is told; all of it on lines whose author the judging model never saw.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

import pmlint
from pmlint.classifier import LONGEST, SCHEMA, STUDENT, span_of
from pmlint.encoder import Reading
from pmlint.heads import COLUMNS, HEADS, SPANS, Bounds
from pmlint.passages import GROUPS, ITEMS, group_of
from pmlint.training.lines import SEED, Lines
from pmlint.training.middling import Middle
from pmlint.training.scores import DOCUMENTS, HANDBOOK, best_thresholds, score, score_table
from pmlint.training.sieving import bound, train_sieve
from pmlint.wordpiece import WordPiece

__all__ = [
    "Encoding",
    "HeldOut",
    "assemble",
    "behind_student",
    "curve_point",
    "held_out_file",
    "json_bytes",
    "put",
    "put_aside",
    "settled_by_student",
    "settled_share",
    "student_bounds",
]

_JUDGED = (*SPANS, "vague", "wish")
_EARLY_MISSES = 0.02  # of the lines that hold something, this share is put aside too early
_SIEVE_MISSES = {"sentences": 0.01, "items": 0.01}  # of what the encoder alone would find
_HALFWAY_MISSES = 0.01  # of what the encoder alone would find
_STUDENT_MISSES = 0.01  # of what the encoder alone would find
# How likely by the student a label is that surely does not hold, and one that surely does. Of what
# a rule found in held-out sentences and items it settles 43 and 70 in a hundred, and of those 2,559
# labels none is another than the encoder's. From 0.15 and 0.8 on it would be 54 and 74, and six.
_SURE = (0.1, 0.9)
_NOTHING = -9.0  # the logit of a line that is put aside
_DIGITS, _VALUE_DIGITS = 4, 2


class HeldOut(Struct, frozen=True):
    """What models say, by index, of examples whose voices they never saw."""

    readings: Mapping[int, Reading]
    halfway: Mapping[int, Sequence[float]]
    student: Mapping[int, Sequence[float]]


class Encoding(Struct, frozen=True):
    """The encoder that is shipped, and its student."""

    weights: Mapping[str, bytes]
    student: bytes
    middle: Middle
    vocabulary: Sequence[str]


def assemble(
    lines: Lines,
    held_out: HeldOut,
    encoding: Encoding,
    output: Path,
    *,
    part: int = 1,
    seed: int = SEED,
    curve: Sequence[Mapping[str, Any]] = (),
) -> dict[str, Any]:
    """Write all files of the models.

    *curve* are the points of `curve_point`, the fewest examples first.
    """
    held = held_out.readings
    early = _early(lines, held)
    whole = {at: _logits(lines, early, at, one) for at, one in sorted(held.items())}
    values = _sieved(lines, held)
    alone = _found_alone(lines, whole)
    least = _least(lines, alone, values, _SIEVE_MISSES)
    middle = _halfway(alone, held_out.halfway)
    logits = {
        at: _behind(lines, at, _read_on(row, held_out.halfway.get(at, ()), middle), values, least)
        for at, row in whole.items()
    }
    student = student_bounds(lines, logits, held_out.student)
    told = behind_student(lines, logits, held_out.student, student)
    fusion = {label: _fuse(lines, told, label) for label in _JUDGED}
    settled = settled_by_student(lines, told, held_out.student, student)
    out = lines.held(told, fusion, settled)
    thresholds = {label: best_thresholds(out.rows[label], label) for label in _JUDGED}
    sieve = train_sieve(lines.examples)
    files = {
        **encoding.weights,
        STUDENT: encoding.student,
        "middle.npz": encoding.middle.file,
        "sieve.bin": sieve.weights,
        "vocabulary.txt": ("\n".join(encoding.vocabulary) + "\n").encode(),
        "held_out.json": held_out_file(
            {lines.keys[at]: row for at, row in logits.items()}, lines, held_out.student
        ),
    }
    manifest = {
        "schema": SCHEMA,
        "pmlint": pmlint.__version__,
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in files.items()},
        "corpus": lines.digest,
        "lines": len(lines.examples),
        "held_out": len(held),
        "part": part,
        "seed": seed,
        "versions": {name: version(name) for name in ("numpy", "scikit-learn", "torch")},
        "base": "all-mpnet-base-v2 (Apache License 2.0)",
        "heads": list(HEADS),
        "early": early,
        "middle": middle,
        "student": asdict(student),
        "sieve": {"scale": sieve.scale, "bias": sieve.bias, "least": least},
        "held_back": _held_back(lines, values, least),
        "put_aside": put_aside(lines, told),
        "settled": settled_share(lines, held_out.student, settled),
        "fusion": fusion,
        "thresholds": {label: asdict(found) for label, found in thresholds.items()},
        "scores": score_table(out, thresholds),
        "spans": _span_overlap(lines, held, encoding.vocabulary),
        "curve": list(curve),
    }
    output.mkdir(parents=True, exist_ok=True)
    # The manifest is written last: a run that is cut short leaves models that do not load.
    (output / "manifest.json").unlink(missing_ok=True)
    for name, data in files.items():
        put(output / name, data)
    put(output / "manifest.json", json_bytes(manifest, indent=1))
    return manifest


def put(path: Path, data: bytes) -> None:
    """Write a file in the place of another: who has that one mapped keeps it, whole."""
    made = path.with_name(f".{path.name}.new")
    made.write_bytes(data)
    made.replace(path)


def _early(lines: Lines, held: Mapping[int, Reading]) -> dict[str, float]:
    """For each label of sentences, the early logit that nearly all lines with it exceed."""
    import numpy as np

    found = {}
    for column, label in enumerate(SPANS):
        values = [
            one.early[column] for at, one in held.items() if lines.examples[at].labels.get(label)
        ]
        found[label] = round(float(np.quantile(values, _EARLY_MISSES)), _DIGITS)
    return found


def _logits(lines: Lines, early: Mapping[str, float], at: int, reading: Reading) -> list[float]:
    """The logits of a held-out line, as linting would have them."""
    aside = (
        lines.examples[at].passage.section != ITEMS
        and not lines.evidence[at]
        and all(reading.early[column] < early[label] for column, label in enumerate(SPANS))
    )
    return [_NOTHING if aside else round(value, 3) for value in reading.heads]


def _sieved(lines: Lines, held: Iterable[int]) -> dict[int, float]:
    """For each held-out line the value of a sieve that never saw its voice."""
    found: dict[int, float] = {}
    for fold in sorted({lines.folds[at] for at in held}):
        sieve = train_sieve(lines.outside(fold))
        inside = (at for at in held if lines.folds[at] == fold)
        found |= {at: sieve.value(lines.examples[at]) for at in inside}
    return found


def _found_alone(lines: Lines, logits: Mapping[int, Sequence[float]]) -> dict[str, list[int]]:
    """By label the held-out lines in which the encoder rightly finds it, and no rule anything."""
    fusion = {label: _fuse(lines, logits, label) for label in _JUDGED}
    rows = lines.held(logits, fusion).rows
    found: dict[str, list[int]] = {}
    for label in _JUDGED:
        alone = best_thresholds(rows[label], label).alone
        judged = (at for at in logits if label in lines.examples[at].labels)
        found[label] = [
            at
            for at, row in zip(judged, rows[label], strict=True)
            if row.truth and row.chance >= alone and not lines.evidence[at]
        ]
    return found


def _least(
    lines: Lines,
    alone: Mapping[str, Sequence[int]],
    values: Mapping[int, float],
    misses: Mapping[str, float],
) -> dict[str, float]:
    """By group the value that nearly all reach of what the encoder finds alone."""
    found: dict[str, set[int]] = {group: set() for group in GROUPS}
    for at in {at for each in alone.values() for at in each}:
        found[group_of(lines.examples[at].passage)].add(at)
    return {
        group: bound((values[at] for at in each), misses[group]) for group, each in found.items()
    }


def _halfway(
    alone: Mapping[str, Sequence[int]], values: Mapping[int, Sequence[float]]
) -> dict[str, float]:
    """By label the value halfway that nearly all reach of what the encoder finds alone."""
    return {
        label: bound((values[at][column] for at in alone[label] if at in values), _HALFWAY_MISSES)
        for column, label in enumerate(SPANS)
    }


def _read_on(row: list[float], values: Sequence[float], least: Mapping[str, float]) -> list[float]:
    """The logits of a line, as linting would have them behind what is asked halfway."""
    pairs = list(zip(values, least.values(), strict=False))
    aside = bool(pairs) and all(value < bound for value, bound in pairs)
    return [_NOTHING] * len(row) if aside else row


def student_bounds(
    lines: Lines,
    logits: Mapping[int, Sequence[float]],
    rows: Mapping[int, Sequence[float]],
) -> Bounds:
    """From where on a student is believed that says *rows* of lines, by logits of the encoder.

    Nearly all of what the encoder finds alone holds something by it, too.
    """
    values = {
        at: max(row[column] for column in COLUMNS[group_of(lines.examples[at].passage)])
        for at, row in rows.items()
    }
    misses = dict.fromkeys(GROUPS, _STUDENT_MISSES)
    least = _least(lines, _found_alone(lines, logits), values, misses)
    every = Bounds(least, _SURE, {})
    kept = {
        at: rows[at]
        for at, row in behind_student(lines, logits, rows, every).items()
        if at in rows and row[0] != _NOTHING
    }
    return Bounds(least, _SURE, {label: _fuse(lines, kept, label) for label in _JUDGED})


def behind_student(
    lines: Lines,
    logits: Mapping[int, Sequence[float]],
    rows: Mapping[int, Sequence[float]],
    bounds: Bounds,
) -> dict[int, list[float]]:
    """The logits of lines, as linting would have them behind the student.

    What it was never asked about (the reader has learnt to cut it since) it lets through.
    """

    def is_nothing(at: int) -> bool:
        passage = lines.examples[at].passage
        return at in rows and not lines.evidence[at] and bounds.is_nothing(rows[at], passage)

    return {
        at: [_NOTHING] * len(row) if is_nothing(at) else list(row) for at, row in logits.items()
    }


def settled_by_student(
    lines: Lines,
    told: Mapping[int, Sequence[float]],
    rows: Mapping[int, Sequence[float]],
    bounds: Bounds,
) -> dict[int, dict[str, float]]:
    """The probabilities by label of lines that the encoder need not read, of those *told* of."""
    found = {}
    for at, logits in told.items():
        if at in rows and logits[0] != _NOTHING:
            passage, evidence = lines.examples[at].passage, lines.evidence[at]
            if chances := bounds.settled(rows[at], passage, evidence):
                found[at] = chances
    return found


def settled_share(lines: Lines, rows: Iterable[int], settled: Collection[int]) -> dict[str, float]:
    """The share by group that is *settled* of that in which a rule found something.

    *rows* are the indices of what the student was asked about.
    """
    asked: dict[str, list[bool]] = {group: [] for group in GROUPS}
    for at in rows:
        if lines.evidence[at] and lines.examples[at].voice != HANDBOOK:
            asked[group_of(lines.examples[at].passage)].append(at in settled)
    return {group: round(sum(each) / max(1, len(each)), 3) for group, each in asked.items()}


def held_out_file(
    rows: Mapping[str, Sequence[float]], lines: Lines, student: Mapping[int, Sequence[float]]
) -> bytes:
    """What is kept of the judgements of lines whose voices the judging models never saw.

    *rows* are by the keys of lines, *student* by their indices: the logits of labels.
    """
    kept = len(_JUDGED)
    values = {
        lines.keys[at]: [round(value, _VALUE_DIGITS) for value in row[:kept]]
        for at, row in student.items()
    }
    return json_bytes({"heads": list(HEADS), "rows": rows, "student": values})


def _behind(
    lines: Lines,
    at: int,
    row: list[float],
    values: Mapping[int, float],
    least: Mapping[str, float],
) -> list[float]:
    """The logits of a line, as linting would have them behind *values* that have to be reached."""
    back = not lines.evidence[at] and values[at] < least[group_of(lines.examples[at].passage)]
    return [_NOTHING] * len(row) if back else row


def _held_back(
    lines: Lines, values: Mapping[int, float], least: Mapping[str, float]
) -> dict[str, float]:
    """The share of the passages of whole documents that the encoder need not read."""
    shares = {}
    for group in GROUPS:
        back = [
            not lines.evidence[at] and value < least[group]
            for at, value in values.items()
            if lines.examples[at].voice.startswith(DOCUMENTS)
            and group_of(lines.examples[at].passage) == group
        ]
        shares[group] = round(sum(back) / max(1, len(back)), 3)
    return shares


def put_aside(lines: Lines, logits: Mapping[int, Sequence[float]]) -> float:
    """The share of the passages of whole documents that are not read to the end."""
    rows = [
        row
        for at, row in logits.items()
        if lines.examples[at].voice.startswith(DOCUMENTS)
        and lines.examples[at].passage.section != ITEMS
    ]
    return round(sum(row[0] == _NOTHING for row in rows) / max(1, len(rows)), 3)


def _fuse(lines: Lines, logits: Mapping[int, Sequence[float]], label: str) -> list[float]:
    """Slope, weight of evidence and intercept of the logistic function for *label*."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    column = HEADS.index(label)
    # The rules were written on their own examples: there, their evidence is too good. What is
    # put aside gets no probability, and says nothing of what a logit means.
    rows = [
        at
        for at, row in logits.items()
        if label in lines.examples[at].labels
        and lines.examples[at].voice != HANDBOOK
        and row[column] != _NOTHING
    ]
    values = np.array([[logits[at][column], float(label in lines.evidence[at])] for at in rows])
    truth = np.array([lines.examples[at].labels[label] for at in rows])
    fitted = LogisticRegression(C=1e6, max_iter=1000).fit(values, truth)
    found = (*fitted.coef_[0], fitted.intercept_[0])
    return [round(float(value), _DIGITS) for value in found]


def _span_overlap(
    lines: Lines, held: Mapping[int, Reading], vocabulary: Sequence[str]
) -> dict[str, float]:
    """Share of labelled spans that the held-out encoder's span of that label overlaps."""
    reader = WordPiece(vocabulary)
    met: dict[str, list[bool]] = {label: [] for label in SPANS}
    for at, reading in held.items():
        example = lines.examples[at]
        places = reader.read(example.passage.section, example.passage.text, LONGEST).places
        for label, start, end in example.spans:
            found = span_of([row[SPANS.index(label)] for row in reading.pieces], places)
            met[label].append(found is not None and found[0] < end and start < found[1])
    return {label: round(sum(every) / len(every), 3) for label, every in met.items() if every}


def json_bytes(data: Mapping[str, Any], indent: int | None = None) -> bytes:
    """*data* as a file of the models holds it."""
    separators = None if indent else (",", ":")
    return (
        json.dumps(data, ensure_ascii=False, indent=indent, separators=separators) + "\n"
    ).encode()


def curve_point(lines: Lines, found: Mapping[int, Reading], trained_on: int) -> dict[str, Any]:
    """F1 by label of the sentences in *found*, at thresholds that are best for them.

    The thresholds of all points are chosen on the lines that they are measured on, so that
    points can be compared with each other, and with nothing else.
    """
    early = _early(lines, found)
    logits = {at: _logits(lines, early, at, one) for at, one in sorted(found.items())}
    fusion = {label: _fuse(lines, logits, label) for label in SPANS}
    held = lines.held(logits, fusion)
    scores = {
        label: score(rows, best_thresholds(rows, label))["f1"] for label, rows in held.rows.items()
    }
    return {"examples": trained_on, "judged": len(found), **scores}
