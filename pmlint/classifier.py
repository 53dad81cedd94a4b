"""What the trained models make of a sentence or an action item.

A fine-tuned encoder, written by `pmlint.training` and read from plain files. Of passages
in which no rule found anything it reads those that the sieve and then the student let through,
and to the end those that are not clearly nothing after its first layers. What the rules found in
a passage is evidence for the verdict: the probability is a logistic function of the encoder's
logit and of whether a rule spoke.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cached_property, lru_cache
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from msgspec import Struct, field

import pmlint
from pmlint.heads import HEADS, SPANS, Bounds, chances, likeliest
from pmlint.passages import ITEMS, Passage

if TYPE_CHECKING:
    from concurrent.futures import Future

    from pmlint.conditions import Conditions
    from pmlint.encoder import Encoder, Reading
    from pmlint.sieve import Sieve
    from pmlint.student import Student
    from pmlint.wordpiece import Pieces, WordPiece

__all__ = [
    "ENCODER",
    "LONGEST",
    "SCHEMA",
    "STUDENT",
    "Classifier",
    "Judgement",
    "Keeper",
    "ModelError",
    "Thresholds",
    "builtin_classifier",
    "kept_in",
    "kinds_of",
    "load_classifier",
    "span_of",
]

_TEXT = 1
LONGEST = 96
"""Most pieces of words that are read of a passage."""

ENCODER = ("encoder.npz", "encoder-rest.npz")
"""The files of the encoder's weights: what every passage needs, and what few do."""

STUDENT = "student.npz"
"""The file of the small encoder that is asked before."""

SCHEMA = 7
"""Of the manifest."""
_KEPT = 20_000  # judgements in memory: some 10 MB
_KEY = 16  # bytes of a digest
_INSIDE = 0.0  # a piece belongs to a span if its logit is above this


class ModelError(Exception):
    """The models are missing or damaged; the message says which file and what to do."""


class Judgement(Struct, frozen=True):
    """How likely each label holds, between 0 and 1.

    `spans` holds for the labels of `SPANS` the first and last character (exclusive) of the
    words that make it so; `who` is the likeliest of `WHO`, if there is blame.
    """

    probabilities: Mapping[str, float]
    spans: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    who: str = "role"


def kinds_of(passage: Passage, pieces: Pieces) -> tuple[int, ...]:
    """For each piece of *passage* as read, the index in `KINDS` of what it belongs to."""
    kinds = [_TEXT] * len(pieces.places)
    for start, end, kind in passage.actors:
        for at, (first, last) in enumerate(pieces.places):
            if first < end and start < last:
                kinds[at] = kind
    return (*[0] * pieces.first, *kinds, _TEXT)


class Keeper(Protocol):
    """Where judgements are kept from one run to the next, by a digest of what they depend on."""

    def find_judgements(self, keys: Sequence[bytes]) -> Mapping[bytes, Judgement | None]:
        """Those of *keys* that are known, and what was judged."""

    def add_judgements(self, judged: Mapping[bytes, Judgement | None]) -> None:
        """Keep these."""


_KEEPER: ContextVar[tuple[Keeper, str] | None] = ContextVar("keeper", default=None)


@contextmanager
def kept_in(keeper: Keeper, stamp: str) -> Iterator[None]:
    """Here, *keeper* is asked before the encoder, and told of what is new.

    *stamp* tells this installation from another: what it says of a passage is its own.
    """
    before = _KEEPER.set((keeper, stamp))
    try:
        yield
    finally:
        _KEEPER.reset(before)


class Thresholds(Struct, frozen=True):
    """The probability from which a label is reported: `backed` by a rule's find, or `alone`."""

    backed: float
    alone: float

    def least(self, backed: bool) -> float:
        """The threshold that holds where a rule spoke, or did not."""
        return self.backed if backed else self.alone


class Classifier:
    """The models of one folder.

    Raises:
        ModelError: a file is missing, was changed, or is of another version of pmlint.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        try:
            manifest = bytes(self._mapped("manifest.json"))
            self.manifest: dict[str, Any] = json.loads(manifest)
            self._digest = hashlib.sha256(manifest).hexdigest()
            self._check_schema()
            self.thresholds = {
                label: Thresholds(**found) for label, found in self.manifest["thresholds"].items()
            }
            self._fusion: dict[str, list[float]] = self.manifest["fusion"]
            self._known: dict[tuple[Passage, frozenset[str]], Judgement | None] = {}
            self._ahead: dict[str, Future[tuple[mmap | bytes, str]]] = {}
            self._least: list[float] = [self.manifest["early"][label] for label in SPANS]
            self._bounds = Bounds(**self.manifest["student"])
            self._halfway: list[float] = [self.manifest["middle"][label] for label in SPANS]
        except (KeyError, TypeError, ValueError) as error:
            raise ModelError(f"{folder}: not models of this version ({error!r}). {_MEND}") from None

    def judge(
        self, passages: Sequence[Passage], evidence: Sequence[Collection[str]]
    ) -> list[Judgement | None]:
        """A judgement for each passage; None for what is clearly nothing.

        *evidence* holds for each passage the labels that a rule found in it. A judgement
        does not depend on the other passages, and is kept in memory: an editor asks again after
        each change. Inside `kept_in` it is kept between runs, too.
        """
        keys = [(one, frozenset(found)) for one, found in zip(passages, evidence, strict=True)]
        new = [key for key in dict.fromkeys(keys) if key not in self._known]
        if new and len(self._known) + len(new) > _KEPT:
            self._known.clear()
            new = list(dict.fromkeys(keys))
        self._known.update(zip(new, self._judge(new), strict=True))
        return [self._known[key] for key in keys]

    def _judge(self, asked: Sequence[tuple[Passage, Collection[str]]]) -> list[Judgement | None]:
        found: list[Judgement | None] = [None] * len(asked)
        read = [
            at for at, (one, backed) in enumerate(asked) if backed or not self.sieve.holds_back(one)
        ]
        if read:
            judged = self._read_once([asked[at] for at in read])
            for at, judgement in zip(read, judged, strict=True):
                found[at] = judgement
        return found

    def _read_once(
        self, asked: Sequence[tuple[Passage, Collection[str]]]
    ) -> list[Judgement | None]:
        """What an earlier run has read is not read again."""
        keeper, stamp = _KEEPER.get() or (None, "")
        if keeper is None:
            return self._read(asked)
        keys = [self._key(stamp, one, found) for one, found in asked]
        known = dict(keeper.find_judgements(keys))
        new = {key: one for key, one in zip(keys, asked, strict=True) if key not in known}
        if new:
            judged = dict(zip(new, self._read(list(new.values())), strict=True))
            keeper.add_judgements(judged)
            known |= judged
        return [known[key] for key in keys]

    def _key(self, stamp: str, passage: Passage, evidence: Collection[str]) -> bytes:
        told = repr((passage.section, passage.text, passage.actors, sorted(evidence)))
        whole = "\n".join((stamp, self._digest, told))
        return hashlib.blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=_KEY).digest()

    def _read(self, asked: Sequence[tuple[Passage, Collection[str]]]) -> list[Judgement | None]:
        passages = [one for one, _ in asked]
        if any(found and one.section != ITEMS for one, found in asked):
            self._check_ahead()
        pieces = [self._reader.read(one.section, one.text, LONGEST) for one in passages]
        kinds = [kinds_of(one, found) for one, found in zip(passages, pieces, strict=True)]
        rows = self._student.rows([one.ids for one in pieces], kinds)
        found: list[Judgement | None] = [None] * len(asked)
        on = []
        for at, ((passage, evidence), row) in enumerate(zip(asked, rows, strict=True)):
            if not evidence and self._bounds.is_nothing(row, passage):
                continue
            if settled := self._bounds.settled(row, passage, evidence):
                found[at] = Judgement(settled, {}, likeliest(row))
            else:
                on.append(at)
        if on:
            # Whatever a rule found is read to the end: there the model has only to confirm it.
            whole = [bool(asked[at][1]) or passages[at].section == ITEMS for at in on]
            least, halfway = (
                [() if one else bounds for one in whole] for bounds in (self._least, self._halfway)
            )
            readings = self._encoder.read(
                [pieces[at].ids for at in on], [kinds[at] for at in on], least, halfway
            )
            for at, reading in zip(on, readings, strict=True):
                if reading.heads:
                    found[at] = self._judgement(reading, pieces[at].places, asked[at][1])
        return found

    def _judgement(
        self,
        reading: Reading,
        places: Sequence[tuple[int, int]],
        evidence: Collection[str],
    ) -> Judgement:
        spans = {
            label: found
            for column, label in enumerate(SPANS)
            if (found := span_of([row[column] for row in reading.pieces], places))
        }
        return Judgement(
            chances(reading.heads, evidence, self._fusion), spans, likeliest(reading.heads)
        )

    @cached_property
    def _reader(self) -> WordPiece:
        from pmlint.wordpiece import WordPiece

        return WordPiece(str(self._checked("vocabulary.txt"), "utf-8").splitlines())

    @cached_property
    def sieve(self) -> Sieve:
        """What is asked before the encoder."""
        from pmlint.sieve import Sieve

        weights, told = self._checked("sieve.bin"), self.manifest["sieve"]
        try:
            return Sieve(memoryview(weights), told["scale"], told["bias"], told["least"])
        except (KeyError, TypeError, ValueError) as error:
            raise ModelError(f"{self._folder / 'sieve.bin'}: {error}. {_MEND}") from None

    @cached_property
    def _student(self) -> Student:
        from pmlint.student import Student

        data = self._checked(STUDENT)
        try:
            return Student(data)
        except (ValueError, KeyError) as error:
            raise ModelError(f"{self._folder / STUDENT}: {error}. {_MEND}") from None

    @cached_property
    def _encoder(self) -> Encoder:
        from pmlint.arrays import arrays_in
        from pmlint.encoder import Encoder

        first, rest = ENCODER
        data = self._checked(first)
        try:
            return Encoder(
                data, lambda: arrays_in(self._checked(rest)), self._checked("middle.npz")
            )
        except (ValueError, KeyError) as error:
            raise ModelError(f"{self._folder / first}: {error}. {_MEND}") from None

    @cached_property
    def conditions(self) -> Conditions:
        """What tells the condition behind a factor of an incident."""
        from pmlint.conditions import FILE, Conditions

        data, (first, rest) = self._checked(FILE), map(self._checked, ENCODER)
        try:
            return Conditions(data, first, rest, self._reader)
        except (ValueError, KeyError) as error:
            raise ModelError(f"{self._folder / FILE}: {error}. {_MEND}") from None

    def _check_ahead(self) -> None:
        """Look at the encoder's files while the student reads: that takes nearly as long."""
        if self._ahead or "_encoder" in self.__dict__:
            return
        from concurrent.futures import ThreadPoolExecutor

        pool = ThreadPoolExecutor(1)
        self._ahead = {name: pool.submit(self._with_digest, name) for name in ENCODER}
        pool.shutdown(wait=False)

    def _with_digest(self, name: str) -> tuple[mmap | bytes, str]:
        data = self._mapped(name)
        return data, hashlib.sha256(data).hexdigest()

    def _check_schema(self) -> None:
        if self.manifest["schema"] != SCHEMA or tuple(self.manifest["heads"]) != HEADS:
            raise ValueError("another schema")

    def _checked(self, name: str) -> mmap | bytes:
        ahead = self._ahead.get(name)
        data, digest = self._with_digest(name) if ahead is None else ahead.result()
        if digest != self.manifest["files"][name]:
            raise ModelError(f"{self._folder / name}: not the file of manifest.json. {_MEND}")
        return data

    def _mapped(self, name: str) -> mmap | bytes:
        """A file's bytes where the system holds them: those of the encoder are many."""
        try:
            with (self._folder / name).open("rb") as file:
                return mmap(file.fileno(), 0, access=ACCESS_READ)
        except OSError as error:
            raise ModelError(f"{self._folder / name}: {error.strerror}. {_MEND}") from None
        except ValueError:  # an empty file cannot be mapped
            return b""


_MEND = "Reinstall pmlint, or run `pmlint train`."


def span_of(column: Sequence[float], places: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The heaviest stretch of pieces that lie inside, by the sum of their logits."""
    best, found = 0.0, None
    total, start = 0.0, 0
    for at, logit in enumerate(column):
        if logit <= _INSIDE:
            total = 0.0
            continue
        if not total:
            start = at
        total += logit
        if total > best:
            best, found = total, (places[start][0], places[at][1])
    return found


@lru_cache(maxsize=2)
def load_classifier(folder: Path) -> Classifier:
    """The models of *folder*, read once a process.

    Raises:
        ModelError: they are missing or damaged.
    """
    return Classifier(folder)


def builtin_classifier() -> Classifier:
    """The models that come with pmlint.

    Raises:
        ModelError: the installation is broken.
    """
    for root in pmlint.__path__:
        folder = Path(root) / "models"
        if (folder / "manifest.json").is_file():
            return load_classifier(folder)
    raise ModelError(f"pmlint's models are not installed. {_MEND}")
