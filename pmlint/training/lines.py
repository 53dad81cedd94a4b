"""The corpus as the models meet it: examples, what the rules say of them, and their folds."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from pmlint.document import Document
from pmlint.heads import chances
from pmlint.passages import ITEMS
from pmlint.reading import read
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
from pmlint.training.scores import DOCUMENTS, HANDBOOK, Held
from pmlint.wording import blame, hindsight, human_error
from pmlint.wording.judged import narrative
from pmlint.wording.vagueness import evidence_of, judge

__all__ = ["FOLDS", "SEED", "Lines", "digest_of", "load_lines"]

FOLDS = 3
SEED = 1
_KEY = 8  # bytes of a digest
_CURVE_JUDGED = 3  # every third sentence of the fold is judged for the learning curve
_TRAINED_ON = ("sentences", "items", "postmortems")
_READ = (".json", ".jsonl", ".md")


class Lines(Struct, frozen=True, dict=True):
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

    @cached_property
    def keys(self) -> list[str]:
        """A digest of each example's voice, section and words, and of how many like it came before.

        By it a judgement is found again although the reader has learnt to cut a document
        otherwise; what it cuts otherwise is another line.
        """
        seen: Counter[tuple[str, str, str]] = Counter()
        made = []
        for one in self.examples:
            told = (one.voice, one.passage.section, one.text)
            whole = repr((told, seen[told])).encode("utf-8", "surrogatepass")
            made.append(hashlib.blake2b(whole, digest_size=_KEY).hexdigest())
            seen[told] += 1
        return made

    def held(
        self,
        logits: Mapping[int, Sequence[float]],
        fusion: Mapping[str, Sequence[float]],
        settled: Mapping[int, Mapping[str, float]] | None = None,
    ) -> Held:
        """The probabilities of the examples at the indices of *logits*, or as they are *settled*.

        Those that linting would give with the rules' evidence.
        """
        known = settled or {}
        return Held.of(
            [self.examples[at] for at in logits],
            [self.evidence[at] for at in logits],
            [
                known[at] if at in known else chances(row, self.evidence[at], fusion)
                for at, row in logits.items()
            ],
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
    return Lines(examples, evidence, digest_of(folders))


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


def digest_of(folders: Sequence[Path]) -> str:
    """The SHA-256 of all that is read of *folders* for training."""
    total = hashlib.sha256()
    for folder in folders:
        found = (path for part in _TRAINED_ON for path in (folder / part).rglob("*"))
        for path in sorted(path for path in found if path.suffix in _READ):
            total.update(path.relative_to(folder).as_posix().encode())
            total.update(path.read_bytes())
    return total.hexdigest()
