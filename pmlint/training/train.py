"""From the corpus to the files of ``models/``.

The encoder is trained several times with some voices left out, so that their lines are judged
by a model that never saw the author; on these judgements rest the weights of the
rules' evidence, the thresholds and the scores. Then it is trained once more on everything.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pmlint
from pmlint.classifier import ENCODER, HEADS, LONGEST, SPANS, kinds_of, span_of
from pmlint.document import Document
from pmlint.encoder import Encoder, Reading
from pmlint.passages import ITEMS
from pmlint.reading import read
from pmlint.sieve import GROUPS, group_of
from pmlint.training.corpus import LabelledItem, load_items, load_sentences
from pmlint.training.examples import (
    Example,
    document_of,
    from_documents,
    from_items,
    from_sentences,
    item_document,
)
from pmlint.training.labels import LabelledDocument, load
from pmlint.training.scores import DOCUMENTS, HANDBOOK, Held, best_thresholds, score, score_table
from pmlint.training.sieving import bound, train_sieve
from pmlint.wording import blame, hindsight, human_error
from pmlint.wording.judged import narrative
from pmlint.wording.vagueness import evidence_of, judge
from pmlint.wordpiece import WordPiece

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

__all__ = [
    "CURVE",
    "FOLDS",
    "SEED",
    "Lines",
    "assemble",
    "curve_point",
    "load_lines",
    "readings",
    "train",
]

FOLDS = 3
SEED = 1
CURVE = (8, 4, 2, 1)
"""The learning curve trains on an eighth of the examples, a quarter, a half and all."""
_CURVE_JUDGED = 3  # every third sentence of the fold is judged for it
_JUDGED = (*SPANS, "vague", "wish")
_EARLY_MISSES = 0.02  # of the lines that hold something, this share is put aside too early
_SIEVE_MISSES = {"sentences": 0.01, "items": 0.01}  # of what the encoder alone would find
_NOTHING = -9.0  # the logit of a line that is put aside
_TRAINED_ON = ("sentences", "items", "postmortems")
_READ = (".json", ".jsonl", ".md")
_DIGITS = 4


@dataclass(frozen=True)
class Lines:
    """The corpus as the models meet it.

    `evidence` holds for each example the labels that a rule proposes; `digest` is the
    SHA-256 of all files that were read.
    """

    examples: list[Example]
    evidence: list[frozenset[str]]
    digest: str

    @cached_property
    def folds(self) -> list[int]:
        """The fold in which each example is left out: all of a voice in one."""
        voices = sorted({example.voice for example in self.examples})
        return [voices.index(example.voice) % FOLDS for example in self.examples]

    def held(
        self, logits: Mapping[int, Sequence[float]], fusion: Mapping[str, Sequence[float]]
    ) -> Held:
        """The probabilities of the examples at the indices of *logits*."""
        return Held.of(
            [self.examples[at] for at in logits],
            [self.evidence[at] for at in logits],
            list(logits.values()),
            fusion,
        )

    def outside(self, fold: int, part: int = 1) -> list[Example]:
        """The examples that *fold* trains on, or every *part*th of them in a random order."""
        import numpy as np

        others = [one for one, at in zip(self.examples, self.folds, strict=True) if at != fold]
        order = np.random.default_rng(SEED).permutation(len(others)).tolist()
        return others if part == 1 else [others[at] for at in sorted(order[::part])]

    def inside(self, fold: int) -> list[int]:
        """Indices of the examples that *fold* leaves out."""
        return [at for at, one in enumerate(self.folds) if one == fold]

    def sample(self, fold: int) -> list[int]:
        """Indices of the sentences of *fold* that the learning curve is measured on."""
        written = [
            at
            for at in self.inside(fold)
            if self.examples[at].passage.section != ITEMS
            and not self.examples[at].voice.startswith((DOCUMENTS, HANDBOOK))
        ]
        return written[::_CURVE_JUDGED]


def load_lines(folders: Sequence[Path]) -> Lines:
    """All sentences, then all items, then what stands in whole documents, of *folders*.

    Raises:
        pmlint.training.corpus.CorpusError: a line is not of the corpus' form.
    """
    sentences = [one for folder in folders for one in load_sentences(folder)]
    items = [one for folder in folders for one in load_items(folder)]
    documents = [one for folder in folders for one in _documents(folder)]
    told = from_documents(documents)
    evidence = [_proposed(document_of(sentence)) for sentence in sentences]
    evidence += [_proposed_of_item(item) for item in items]
    evidence += [found for document in documents for found in _proposed_in(document)]
    examples = [*from_sentences(sentences), *from_items(items), *told]
    return Lines(examples, evidence, _digest(folders))


def _documents(folder: Path) -> tuple[LabelledDocument, ...]:
    whole = folder / "postmortems"
    return load(whole) if whole.is_dir() else ()


def _proposed_in(labelled: LabelledDocument) -> Iterator[frozenset[str]]:
    """What the rules propose for each example of a document, in their order."""
    document = read(labelled.source)
    places = {
        "blame": [find.span for find in blame.proposals(document)],
        "hindsight": [find.span for find in hindsight.proposals(document)],
        "human_error": [find.span for find in human_error.proposals(document)],
    }
    for text, _ in narrative(document):
        whole = text.span()
        yield frozenset(
            label for label, spans in places.items() if any(one.overlaps(whole) for one in spans)
        )
    by_line = {labelled.source.line_of(item.line.start): item for item in document.actions}
    for label in labelled.labels.items:
        if label.sure and label.line in by_line:
            yield evidence_of(judge(document, by_line[label.line]))


def _proposed(document: Document) -> frozenset[str]:
    found = {
        "blame": blame.proposals(document),
        "hindsight": hindsight.proposals(document),
        "human_error": human_error.proposals(document),
    }
    return frozenset(label for label, finds in found.items() if finds)


def _proposed_of_item(item: LabelledItem) -> frozenset[str]:
    document = item_document(item)
    return evidence_of(judge(document, document.actions[0])) if document.actions else frozenset()


def _digest(folders: Sequence[Path]) -> str:
    total = hashlib.sha256()
    for folder in folders:
        found = (path for part in _TRAINED_ON for path in (folder / part).rglob("*"))
        for path in sorted(path for path in found if path.suffix in _READ):
            total.update(path.relative_to(folder).as_posix().encode())
            total.update(path.read_bytes())
    return total.hexdigest()


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

    lines = load_lines(folders)
    base = load_base()
    held: dict[int, Reading] = {}
    points: list[dict[str, Any]] = []
    for fold in range(folds):
        tell(f"without fold {fold + 1} of {FOLDS}")
        network = finetune(base, lines.outside(fold, part), seed=seed, tell=tell)
        judged = lines.inside(fold)[::part]
        weights = write_weights(network)
        held |= readings(lines, weights, base.vocabulary, judged)
    for step in CURVE if curve else ():
        tell(f"learning curve: one example in {step}")
        some = lines.outside(0, step)
        network = finetune(base, some, seed=seed, tell=tell)
        weights = write_weights(network)
        found = readings(lines, weights, base.vocabulary, lines.sample(0))
        points.append(curve_point(lines, found, len(some)))
    tell("all voices")
    weights = write_weights(finetune(base, lines.examples, seed=seed, tell=tell))
    return assemble(
        lines, held, weights, base.vocabulary, output, part=part, seed=seed, curve=points
    )


def curve_point(lines: Lines, found: Mapping[int, Reading], trained_on: int) -> dict[str, Any]:
    """F1 by label of the sentences in *found*, at thresholds that are best for them.

    The thresholds of all points are chosen on the lines that they are measured on, so that
    points can be compared with each other, and with nothing else.
    """
    early = _early(lines, found)
    logits = {at: _logits(lines, early, at, one) for at, one in sorted(found.items())}
    fusion = {label: _fuse(lines, logits, label) for label in SPANS}
    held = lines.held(logits, fusion)
    scores = {label: score(rows, best_thresholds(rows))["f1"] for label, rows in held.rows.items()}
    return {"examples": trained_on, "judged": len(found), **scores}


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
    encoder = Encoder(first, lambda: rest)
    kinds = [kinds_of(one, found) for one, found in zip(passages, pieces, strict=True)]
    found = encoder.read([one.ids for one in pieces], kinds)
    return dict(zip(chosen, found, strict=True))


def assemble(
    lines: Lines,
    held: Mapping[int, Reading],
    weights: Mapping[str, bytes],
    vocabulary: Sequence[str],
    output: Path,
    *,
    part: int = 1,
    seed: int = SEED,
    curve: Sequence[Mapping[str, Any]] = (),
) -> dict[str, Any]:
    """Write all files of the models; *held* are the held-out readings by index.

    *curve* are the points of `curve_point`, the fewest examples first.
    """
    early = _early(lines, held)
    whole = {at: _logits(lines, early, at, one) for at, one in sorted(held.items())}
    values = _sieved(lines, held)
    least = _least(lines, whole, values)
    logits = {at: _behind(lines, at, row, values[at], least) for at, row in whole.items()}
    fusion = {label: _fuse(lines, logits, label) for label in _JUDGED}
    out = lines.held(logits, fusion)
    thresholds = {label: best_thresholds(out.rows[label]) for label in _JUDGED}
    sieve = train_sieve(lines.examples)
    files = {
        **weights,
        "sieve.bin": sieve.weights,
        "vocabulary.txt": ("\n".join(vocabulary) + "\n").encode(),
        "held_out.json": _json({"heads": list(HEADS), "rows": logits}),
    }
    manifest = {
        "schema": 4,
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
        "sieve": {"scale": sieve.scale, "bias": sieve.bias, "least": least},
        "held_back": _held_back(lines, values, least),
        "put_aside": _put_aside(lines, logits),
        "fusion": fusion,
        "thresholds": {label: asdict(found) for label, found in thresholds.items()},
        "scores": score_table(out, thresholds),
        "spans": _span_overlap(lines, held, vocabulary),
        "curve": list(curve),
    }
    output.mkdir(parents=True, exist_ok=True)
    # The manifest is written last: a run that is cut short leaves models that do not load.
    (output / "manifest.json").unlink(missing_ok=True)
    for name, data in files.items():
        _put(output / name, data)
    _put(output / "manifest.json", _json(manifest, indent=1))
    return manifest


def _put(path: Path, data: bytes) -> None:
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


def _least(
    lines: Lines, logits: Mapping[int, Sequence[float]], values: Mapping[int, float]
) -> dict[str, float]:
    """By group the value that nearly all reach of what the encoder alone rightly finds."""
    fusion = {label: _fuse(lines, logits, label) for label in _JUDGED}
    rows = lines.held(logits, fusion).rows
    least: dict[str, set[tuple[float, int]]] = {group: set() for group in GROUPS}
    for label in _JUDGED:
        alone = best_thresholds(rows[label]).alone
        judged = (at for at in logits if label in lines.examples[at].labels)
        for at, row in zip(judged, rows[label], strict=True):
            if row.truth and row.chance >= alone and not lines.evidence[at]:
                least[group_of(lines.examples[at].passage)].add((values[at], at))
    return {
        group: bound((value for value, _ in found), _SIEVE_MISSES[group])
        for group, found in least.items()
    }


def _behind(
    lines: Lines,
    at: int,
    row: list[float],
    value: float,
    least: Mapping[str, float],
) -> list[float]:
    """The logits of a line, as linting would have them behind the sieve."""
    back = not lines.evidence[at] and value < least[group_of(lines.examples[at].passage)]
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


def _put_aside(lines: Lines, logits: Mapping[int, Sequence[float]]) -> float:
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

    # The rules were written on their own examples: there, their evidence is too good.
    rows = [
        at
        for at in logits
        if label in lines.examples[at].labels and lines.examples[at].voice != HANDBOOK
    ]
    column = HEADS.index(label)
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


def _json(data: Mapping[str, Any], indent: int | None = None) -> bytes:
    separators = None if indent else (",", ":")
    return (
        json.dumps(data, ensure_ascii=False, indent=indent, separators=separators) + "\n"
    ).encode()
