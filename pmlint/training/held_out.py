"""The figures of ``pmlint evaluate``, from the judgements that training kept."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pmlint.classifier import Classifier, ModelError, Thresholds
from pmlint.heads import Bounds
from pmlint.training.assembly import behind_student, settled_by_student
from pmlint.training.examples import Example
from pmlint.training.lines import digest_of, load_lines
from pmlint.training.people_probe import probe
from pmlint.training.scores import (
    DOCUMENTS,
    HANDBOOK,
    Held,
    Row,
    is_found,
    score,
    score_table,
)

__all__ = ["report"]


def report(corpus: Path, models: Path, *, errors: bool = False) -> Iterator[str]:
    """Tables by label and by voice; with *errors* each line that was judged wrong.

    Raises:
        ModelError: the models are missing, or were trained on another corpus.
        pmlint.training.corpus.CorpusError: the corpus is not of its form.
    """
    classifier = Classifier(models)
    manifest = classifier.manifest
    if manifest["corpus"] != digest_of([corpus]):
        raise ModelError(
            f"{models}: trained on another corpus than {corpus}; run `pmlint train` first."
        )
    lines = load_lines([corpus])
    whole = json.loads((models / "held_out.json").read_text(encoding="utf-8"))
    stored, student = whole["rows"], whole["student"]
    known = {at: key for at, key in enumerate(lines.keys) if key in stored}
    rows = {at: student[key] for at, key in known.items() if key in student}
    bounds = Bounds(**manifest["student"])
    logits = behind_student(lines, {at: stored[key] for at, key in known.items()}, rows, bounds)
    settled = settled_by_student(lines, logits, rows, bounds)
    held = lines.held(logits, manifest["fusion"], settled)
    thresholds = classifier.thresholds
    table = score_table(held, thresholds)
    voices = len({lines.examples[at].voice for at in logits})
    yield (
        f"{len(logits):,} lines of {voices} voices, judged by encoders that never saw the voice"
        f"{_part(manifest['part'])}; {len(lines.examples):,} lines in all"
    )
    if lost := len(stored) - len(logits):
        yield f"{lost:,} more were judged as the reader cut them before, and are left out"
    yield ""
    yield from _by_label(table, thresholds, manifest["spans"])
    yield ""
    yield from _in_documents(table)
    yield ""
    yield from _by_voice(table)
    yield ""
    yield from _learning_curve(manifest.get("curve", ()))
    yield from _rules_alone(held)
    for path in sorted((corpus / "probe").glob("*.jsonl")):
        yield from _people(path)
    if errors:
        yield from _errors([lines.examples[at] for at in logits], held, thresholds)


def _part(part: int) -> str:
    """How much of the other voices the encoders were trained on."""
    return "" if part == 1 else f" and were trained on one line in {part} of the others"


def _by_label(
    table: dict[str, Any], thresholds: dict[str, Thresholds], spans: dict[str, float]
) -> Iterator[str]:
    yield "| label | precision | recall | F1 | lines | positives | thresholds | ECE | spans |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for label, row in table.items():
        met = f"{spans[label]:.3f}" if label in spans else "-"
        figures = " | ".join(f"{row[name]:.3f}" for name in ("precision", "recall", "f1"))
        limits = thresholds[label]
        counts = f"{row['lines']} | {row['positives']} | {limits.backed:.2f}, {limits.alone:.2f}"
        yield f"| {label} | {figures} | {counts} | {row['calibration_error']:.3f} | {met} |"


def _in_documents(table: dict[str, Any]) -> Iterator[str]:
    yield "| in whole documents | precision | recall | F1 | passages | positives |"
    yield "|---|---|---|---|---|---|"
    for label, row in table.items():
        found = row["documents"]
        figures = " | ".join(f"{found[name]:.3f}" for name in ("precision", "recall", "f1"))
        yield f"| {label} | {figures} | {found['lines']} | {found['positives']} |"


def _by_voice(table: dict[str, Any]) -> Iterator[str]:
    yield f"| F1 by voice | {' | '.join(table)} |"
    yield "|---" * (len(table) + 1) + "|"
    for voice in sorted({voice for row in table.values() for voice in row["voices"]}):
        cells = (row["voices"].get(voice) for row in table.values())
        shown = " | ".join("-" if cell is None else f"{cell:.3f}" for cell in cells)
        yield f"| {voice} | {shown} |"


def _learning_curve(points: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    if not points:
        return
    labels = [name for name in points[0] if name not in ("examples", "judged")]
    yield f"| F1 by examples trained on | {' | '.join(labels)} |"
    yield "|---" * (len(labels) + 1) + "|"
    for point in points:
        figures = " | ".join(f"{point[label]:.3f}" for label in labels)
        yield f"| {point['examples']:,} | {figures} |"
    yield ""


def _rules_alone(held: Held) -> Iterator[str]:
    yield "F1 of the rules without the model:"
    for label, rows in held.rows.items():
        written = [row for row in rows if not row.voice.startswith((DOCUMENTS, HANDBOOK))]
        alone = [Row(row.voice, row.truth, float(row.backed), row.backed) for row in written]
        yield f"- {label}: {score(alone, Thresholds(0.5, 0.5))['f1']:.3f}"


def _people(path: Path) -> Iterator[str]:
    yield ""
    yield f"Told from each other by the rules, on sentences that both share ({path.stem}):"
    for tally in probe(path):
        precision, recall = tally.precision or 0.0, tally.recall or 0.0
        yield f"- {tally.name}: precision {precision:.3f}, recall {recall:.3f}"


def _errors(
    examples: list[Example], held: Held, thresholds: dict[str, Thresholds]
) -> Iterator[str]:
    for label, limits in thresholds.items():
        judged = [one for one in examples if label in one.labels]
        for example, row in zip(judged, held.rows[label], strict=True):
            if is_found(row, limits) != row.truth:
                kind = "missed" if row.truth else "false"
                where = f"[{row.voice}, {example.passage.section}]"
                words = " ".join(example.text.split())
                yield f"{label}: {kind} {row.chance:.2f} {where} {words}"
