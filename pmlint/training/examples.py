"""Lines of the corpus as the classifier meets them in a document.

A sentence is put under its section's heading and read like any postmortem, so that
training sees what linting sees: no Markdown, code and quoted speech masked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from pmlint.document import Document
from pmlint.heads import WHO
from pmlint.passages import ITEMS, Passage
from pmlint.reading import read
from pmlint.source import Source
from pmlint.training.corpus import LABELS, LabelledItem, LabelledSentence
from pmlint.training.labels import LabelledDocument
from pmlint.wording.actors import passage_of
from pmlint.wording.judged import narrative, section_of

__all__ = [
    "Example",
    "document_of",
    "from_documents",
    "from_items",
    "from_sentences",
    "item_document",
]

_ITEM = "# Checkout outage, 15 April 2026\n\n## Action items\n\n- {}\n"
_SENTENCE = "# Checkout outage, 15 April 2026\n\n## {}\n\n- {}\n"
_MARKS = re.compile(r"[*_`~\[\]]|\]\([^)]*\)")


class Example(Struct, frozen=True):
    """One passage with its labels.

    `labels` maps the names of the classifier's heads to whether they hold; a head that the
    line says nothing about is left out. `spans` are label, start and end in the passage.
    """

    passage: Passage
    labels: dict[str, bool]
    spans: tuple[tuple[str, int, int], ...]
    voice: str
    text: str


def from_sentences(sentences: Iterable[LabelledSentence]) -> list[Example]:
    """One example a sentence, in order."""
    return [_of_sentence(sentence) for sentence in sentences]


def from_items(items: Iterable[LabelledItem]) -> list[Example]:
    """One example an action item, in order."""
    return [_of_item(item) for item in items]


def from_documents(documents: Iterable[LabelledDocument]) -> list[Example]:
    """One example for each sentence of the narrative and each sure item of whole documents.

    A sentence that is not labelled has none of the labels; one whose label is not sure is
    left undecided for it.
    """
    return [one for document in documents for one in _of_document(document)]


def _of_document(labelled: LabelledDocument) -> Iterator[Example]:
    document = read(labelled.source)
    phrases = [(one, one.span(labelled.source)) for one in labelled.labels.phrases]
    for text, topic in narrative(document):
        whole = text.span()
        inside = [(one, place) for one, place in phrases if place.overlaps(whole)]
        labels = {label: any(one.kind == label for one, _ in inside) for label in LABELS}
        for one, _ in inside:
            if not one.sure:
                labels.pop(one.kind, None)
        passage = passage_of(document, section_of(topic), text)
        sure = [one for one, _ in inside if one.sure]
        if blamed := {one.who for one in sure if one.kind == "blame" and one.who}:
            labels |= {f"who {who}": who in blamed for who in WHO}
        spans = tuple(_spans([(one.kind, one.text) for one in sure], passage.text))
        yield Example(passage, labels, spans, labelled.labels.voice, text.raw)
    yield from _items_of(document, labelled)


def _items_of(document: Document, labelled: LabelledDocument) -> Iterator[Example]:
    source = labelled.source
    by_line = {source.line_of(item.line.start): item for item in document.actions}
    for label in labelled.labels.items:
        item = by_line.get(label.line)
        if item is not None and label.sure:
            wanted = {"vague": label.vague, "wish": label.wish}
            passage = passage_of(document, ITEMS, item.text)
            yield Example(passage, wanted, (), labelled.labels.voice, item.text.raw)


def document_of(sentence: LabelledSentence) -> Document:
    """A document that says *sentence* in its section and nothing else."""
    if sentence.section == "title":
        return read(Source("postmortem.md", f"# {sentence.text}\n"))
    heading = sentence.section.capitalize()
    return read(Source("postmortem.md", _SENTENCE.format(heading, sentence.text)))


def _of_sentence(sentence: LabelledSentence) -> Example:
    document = document_of(sentence)
    texts = [one.text for one in document.sentences]
    if sentence.section == "title" and document.facts.title is not None:
        texts = [document.facts.title]
    passages = [passage_of(document, sentence.section, one) for one in texts]
    passage = _joined(sentence.section, passages)
    labels = {label: label in sentence.labels for label in sentence.judged}
    if sentence.who:
        labels |= {f"who {who}": who == sentence.who for who in WHO}
    spans = tuple(_spans(sentence.spans, passage.text))
    return Example(passage, labels, spans, sentence.voice, sentence.text)


def _joined(section: str, passages: Sequence[Passage]) -> Passage:
    """One passage of sentences that follow each other."""
    actors: list[tuple[int, int, int]] = []
    at = 0
    for one in passages:
        actors += [(start + at, end + at, kind) for start, end, kind in one.actors]
        at += len(one.text) + 1
    return Passage(section, " ".join(one.text for one in passages), tuple(actors))


def _spans(labelled: Iterable[tuple[str, str]], text: str) -> Iterable[tuple[str, int, int]]:
    """Where the labelled words stand once Markdown's marks are gone."""
    for label, words in labelled:
        found = text.find(_MARKS.sub("", words))
        if found >= 0:
            yield label, found, found + len(_MARKS.sub("", words))


def item_document(item: LabelledItem) -> Document:
    """A document whose only action item is *item*."""
    return read(Source("postmortem.md", _ITEM.format(item.text)))


def _of_item(item: LabelledItem) -> Example:
    document = item_document(item)
    words = document.actions[0].text if document.actions else document.sentences[-1].text
    labels = {"vague": item.label != "specific", "wish": item.label == "wish"}
    return Example(passage_of(document, ITEMS, words), labels, (), item.voice, item.text)
