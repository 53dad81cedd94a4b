"""From the corpus to the files of ``models/``.

The encoder is trained several times with some voices left out, so that their lines are judged
by a model that never saw the author; on these judgements rest the weights of the
rules' evidence, the thresholds and the scores. Then it is trained once more on everything.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from pmlint.arrays import arrays_in
from pmlint.classifier import ENCODER, LONGEST, kinds_of
from pmlint.encoder import Encoder, Reading
from pmlint.passages import ITEMS
from pmlint.training.assembly import Encoding, HeldOut, assemble, curve_point
from pmlint.training.lines import FOLDS, SEED, Lines, load_lines
from pmlint.training.middling import Middle, learners, states_of, train_middle
from pmlint.wordpiece import WordPiece

__all__ = ["CURVE", "halfway_values", "readings", "train"]

CURVE = (8, 4, 2, 1)
"""The learning curve trains on an eighth of the examples, a quarter, a half and all."""


def train(
    folders: Sequence[Path],
    output: Path,
    *,
    folds: int = FOLDS,
    part: int = 1,
    curve: bool = False,
    seed: int = SEED,
    tell: Callable[[str], None] = print,
) -> dict[str, Any]:
    """Train on *folders*, write the models to *output*, return the manifest.

    The first *folds* of the `FOLDS` folds are held out in turn; the scores and thresholds
    rest on their voices. With a *part* above 1, the encoders of the folds are trained on every
    *part*th example and judge every *part*th, which takes less time and flatters nobody: the
    encoder that is shipped has seen them all. With *curve*, the first fold is trained on parts
    of its examples, too.

    Raises:
        ImportError: the extra ``pmlint[train]`` is not installed.
        FileNotFoundError: the pre-trained weights are missing.
    """
    from pmlint.training.finetune import finetune, load_base, write_weights
    from pmlint.training.student import student_rows, train_student

    lines = load_lines(folders)
    base = load_base()
    held: dict[int, Reading] = {}
    halfway: dict[int, list[float]] = {}
    known: dict[int, tuple[float, ...]] = {}
    points: list[dict[str, Any]] = []
    for fold in range(folds):
        tell(f"without fold {fold + 1} of {FOLDS}")
        network = finetune(base, lines.outside(fold, part), seed=seed, tell=tell)
        judged = lines.inside(fold)[::part]
        weights = write_weights(network)
        held |= readings(lines, weights, base.vocabulary, judged)
        halfway |= halfway_values(lines, weights, base.vocabulary, judged, seed=seed)
        student = train_student(lines.outside(fold, part), base.vocabulary, seed=seed, tell=tell)
        known |= student_rows(lines, student, base.vocabulary, judged)
    for step in CURVE if curve else ():
        tell(f"learning curve: one example in {step}")
        some = lines.outside(0, step)
        network = finetune(base, some, seed=seed, tell=tell)
        weights = write_weights(network)
        found = readings(lines, weights, base.vocabulary, lines.sample(0))
        points.append(curve_point(lines, found, len(some)))
    tell("all voices")
    weights = write_weights(finetune(base, lines.examples, seed=seed, tell=tell))
    middle = _middle(lines, weights, base.vocabulary, frozenset(), seed)
    student = train_student(lines.examples, base.vocabulary, seed=seed, tell=tell)
    return assemble(
        lines,
        HeldOut(held, halfway, known),
        Encoding(weights, student, middle, base.vocabulary),
        output,
        part=part,
        seed=seed,
        curve=points,
    )


def readings(
    lines: Lines,
    weights: Mapping[str, bytes],
    vocabulary: Sequence[str],
    chosen: Sequence[int],
) -> dict[int, Reading]:
    """What an encoder says of the examples at the indices *chosen*: by the code that lints."""
    reader = WordPiece(vocabulary)
    passages = [lines.examples[at].passage for at in chosen]
    pieces = [reader.read(one.section, one.text, LONGEST) for one in passages]
    first, rest = (weights[name] for name in ENCODER)
    encoder = Encoder(first, lambda: arrays_in(rest))
    kinds = [kinds_of(one, found) for one, found in zip(passages, pieces, strict=True)]
    found = encoder.read([one.ids for one in pieces], kinds)
    return dict(zip(chosen, found, strict=True))


def halfway_values(
    lines: Lines,
    weights: Mapping[str, bytes],
    vocabulary: Sequence[str],
    chosen: Sequence[int],
    *,
    seed: int = SEED,
) -> dict[int, list[float]]:
    """What is told halfway of those of the examples *chosen* that are asked for it.

    The layer that tells it learns from examples that are not in a fold of one of them.
    """
    left_out = {at for fold in {lines.folds[at] for at in chosen} for at in lines.inside(fold)}
    middle = _middle(lines, weights, vocabulary, frozenset(left_out), seed)
    asked = [at for at in chosen if _asked_halfway(lines, at)]
    states = states_of([lines.examples[at] for at in asked], weights, vocabulary)
    return dict(zip(asked, middle.values(states), strict=True))


def _middle(
    lines: Lines,
    weights: Mapping[str, bytes],
    vocabulary: Sequence[str],
    left_out: frozenset[int],
    seed: int,
) -> Middle:
    chosen = learners(lines.examples, lines.evidence, left_out, seed)
    some = [lines.examples[at] for at in chosen]
    return train_middle(states_of(some, weights, vocabulary), some)


def _asked_halfway(lines: Lines, at: int) -> bool:
    """Whether an example may be put aside: what a rule found is read to the end."""
    return lines.examples[at].passage.section != ITEMS and not lines.evidence[at]
