"""What runs on a worker: it gets texts or addresses and settings, and returns what it found.

Nothing here looks at the worker's own files or folder, but for pmlint itself and for what an
address names: configuration was read where the command was given.
"""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from pmlint.addresses import AddressError, file_system, local_path, read_address
from pmlint.baseline import Baseline
from pmlint.classifier import ModelError
from pmlint.cluster.identity import Identity, difference, identity
from pmlint.config import Layer, Settings
from pmlint.document import Profile
from pmlint.engine import Findings, Problem, review_together
from pmlint.registry import all_rules
from pmlint.rule import Rule
from pmlint.source import Source, SourceError

if TYPE_CHECKING:
    from pmlint.quarterly.model import Incident, Unread

__all__ = ["Job", "Mismatch", "Piece", "Portion", "greet", "incidents", "reviews"]


class Mismatch(Exception):  # noqa: N818 - no fault of anyone
    """This worker would find something else than the machine that asks; says what differs."""


class Job(Struct, frozen=True):
    """What all documents of a run share.

    `house` holds the files of each folder of house rules, by their names there.
    """

    identity: Identity
    house: tuple[tuple[tuple[str, bytes], ...], ...] = ()


class Piece(Struct, frozen=True):
    """One document: its text, or the address that the worker reads it from.

    `layers` says which of the portion's settings hold for it; `profile` was told from its
    path, as the worker is elsewhere; `known` are the fingerprints of its baseline.
    """

    name: str
    text: str | None
    address: str
    layers: int
    profile: Profile | None = None
    known: tuple[str, ...] | None = None


class Portion(Struct, frozen=True):
    """Some documents that are reviewed one after the other, and their settings."""

    pieces: tuple[Piece, ...]
    layers: tuple[tuple[Layer, ...], ...]


def greet(schemes: Sequence[str]) -> tuple[Identity, str]:
    """What this worker is, and why it cannot read addresses of *schemes*; empty if it can."""
    for scheme in schemes:
        address = f"{scheme}://"
        try:
            if local_path(f"{address}/") is None:
                file_system(address)
        except AddressError as error:
            return identity(), str(error)
    return identity(), ""


def reviews(job: Job, portion: Portion) -> list[Findings]:
    """The findings of each document of *portion*, without the rules that ran.

    Raises:
        Mismatch: this worker's pmlint is another one.
        pmlint.classifier.ModelError, pmlint.registry.RuleFileError: it is broken.
    """
    settings = _settings(job, portion)
    read = [_read(piece) for piece in portion.pieces]
    asked = [
        (source, _own(settings[piece.layers], piece))
        for piece, source in zip(portion.pieces, read, strict=True)
        if isinstance(source, Source)
    ]
    with _ONE_AT_A_TIME:
        made = iter([found.without_rules() for found in review_together(asked)])
    return [one if isinstance(one, Findings) else next(made) for one in read]


def incidents(job: Job, portion: Portion) -> list[Incident | Unread]:
    """What each document of *portion* says, as `pmlint report` counts it.

    Raises:
        Mismatch: this worker's pmlint is another one.
        pmlint.classifier.ModelError, pmlint.registry.RuleFileError: it is broken.
    """
    settings = _settings(job, portion)
    return [_incident(piece, _own(settings[piece.layers], piece)) for piece in portion.pieces]


def _settings(job: Job, portion: Portion) -> list[Settings]:
    rules = _rules(job)
    return [Settings(rules, layers) for layers in portion.layers]


def _own(settings: Settings, piece: Piece) -> Settings:
    if piece.profile is None:
        return settings
    layer = Layer({"profile": piece.profile})
    return Settings(settings.known_rules, (*settings.layers, layer))


def _read(piece: Piece) -> Source | Findings:
    try:
        return _source(piece)
    except SourceError as error:
        return Findings(errors=(Problem(piece.name, str(error)),))


def _incident(piece: Piece, settings: Settings) -> Incident | Unread:
    from pmlint.quarterly.incidents import incident_of
    from pmlint.quarterly.model import Unread

    known = None if piece.known is None else Baseline.of_document(piece.name, piece.known)
    try:
        source = _source(piece)
        with _ONE_AT_A_TIME:
            return incident_of(source, settings, known, ask_git=False)
    except ModelError:
        raise  # of all documents, not of one
    except SourceError as error:
        return Unread(piece.name, str(error))
    except Exception as error:
        # One document that breaks the reader must not cost the report of all others.
        return Unread(piece.name, f"{type(error).__name__}: {error}")


def _source(piece: Piece) -> Source:
    if piece.text is None:
        return read_address(piece.address, piece.name)
    return Source(piece.name, piece.text)


def _rules(job: Job) -> Sequence[Rule]:
    """The rules of *job*, loaded once a process."""
    with _ONE_AT_A_TIME:
        if job not in _LOADED:
            other = difference(job.identity, identity())
            if other:
                raise Mismatch(other)
            _LOADED.clear()
            _LOADED[job] = _loaded(job.house)
        return _LOADED[job]


def _loaded(house: Iterable[Sequence[tuple[str, bytes]]]) -> tuple[Rule, ...]:
    """Built-in rules, and house rules from files that are gone once they are loaded."""
    with tempfile.TemporaryDirectory(prefix="pmlint-house-") as place:
        folders = []
        for number, files in enumerate(house):
            folders.append(Path(place, str(number)))
            folders[-1].mkdir()
            for name, data in files:
                path = folders[-1] / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
        return all_rules(folders)


# A worker may have several threads. Reading from a store goes on in all of them; the parser and
# the classifier are used by one.
_ONE_AT_A_TIME = threading.Lock()
_LOADED: dict[Job, Sequence[Rule]] = {}
