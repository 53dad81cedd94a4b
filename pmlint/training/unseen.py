"""How well the installed model does on sentences of voices that nothing was trained on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pmlint.config import Settings
from pmlint.engine import lint
from pmlint.registry import builtin_rules
from pmlint.training.corpus import LABELS, load_sentences
from pmlint.training.examples import document_of
from pmlint.training.tally import Tally

__all__ = ["report"]

_FAMILIES = dict(zip(("PM1", "PM2", "PM3"), LABELS, strict=True))


def report(folder: Path) -> Iterator[str]:
    """A table by voice and label: each line is linted as `pmlint check` lints a document.

    Raises:
        pmlint.training.corpus.CorpusError: *folder* is not of the corpus' form.
    """
    settings = Settings(builtin_rules())
    tallies: dict[tuple[str, str], Tally] = {}
    for sentence in load_sentences(folder):
        findings = lint(document_of(sentence), settings.rules, settings).findings
        found = {_FAMILIES[one.code[:3]] for one in findings if one.code[:3] in _FAMILIES}
        for label in LABELS:
            tally = tallies.setdefault((sentence.voice, label), Tally(label))
            _count(tally, sentence.text, label in sentence.labels, label in found)
    yield "| voice of which nothing was trained on | label | precision | recall | F1 | positives |"
    yield "|---|---|---|---|---|---|"
    for (voice, label), tally in sorted(tallies.items()):
        precision, recall = tally.precision or 0.0, tally.recall or 0.0
        middle = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        positives = tally.right + len(tally.missed)
        yield f"| {voice} | {label} | {precision:.3f} | {recall:.3f} | {middle:.3f} | {positives} |"


def _count(tally: Tally, text: str, wanted: bool, found: bool) -> None:
    if wanted and found:
        tally.right += 1
    elif wanted:
        tally.add_missed("", 0, text)
    elif found:
        tally.add_false("", 0, text)
