"""How well the installed models do on the words of voices that nothing was trained on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from pmlint.classifier import builtin_classifier
from pmlint.config import Settings
from pmlint.engine import lint
from pmlint.registry import builtin_rules
from pmlint.training.corpus import LABELS, load_sentences
from pmlint.training.examples import document_of
from pmlint.training.tally import Tally
from pmlint.training.tellings import Telling, load_tellings

__all__ = ["report"]

_FIRST = 5
_FAMILIES = dict(zip(("PM1", "PM2", "PM3"), LABELS, strict=True))


def report(folder: Path) -> Iterator[str]:
    """Tables by voice: of sentences, linted as `pmlint check` lints documents, and of conditions.

    Raises:
        pmlint.training.corpus.CorpusError: *folder* is not of the corpus' form.
        pmlint.classifier.ModelError: the installation is broken.
    """
    yield from _sentences(folder)
    tellings = load_tellings(folder)
    if tellings:
        yield ""
        yield from _conditions(tellings)


def _conditions(tellings: list[Telling]) -> Iterator[str]:
    told = builtin_classifier().conditions.told([one.text for one in tellings])
    yield "| voice | tellings | named rightly | among the first five | look-alikes taken for it |"
    yield "|---|---|---|---|---|"
    for voice in sorted({one.voice for one in tellings}):
        own = [pair for pair in zip(tellings, told, strict=True) if pair[0].voice == voice]
        places = [_place(one, found) for one, found in own if not one.look_alike]
        taken = [_place(one, found) == 1 for one, found in own if one.look_alike]
        right, among = (sum(place <= most for place in places) for most in (1, _FIRST))
        shares = f"{right / len(places):.3f} | {among / len(places):.3f}"
        yield f"| {voice} | {len(places)} | {shares} | {sum(taken)} of {len(taken)} |"


def _place(one: Telling, found: Mapping[str, float]) -> int:
    """Which place its condition has by likelihood; past all of them if it is not told at all."""
    ordered = sorted(found, key=lambda name: -found[name])
    return ordered.index(one.condition) + 1 if one.condition in found else len(found) + _FIRST + 1


def _sentences(folder: Path) -> Iterator[str]:
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
