"""The reviews of one run: those that are known already, and the rest on as many cores as asked."""

from __future__ import annotations

import datetime as dt
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from importlib import import_module
from pathlib import Path
from types import FrameType
from typing import Any

import click
from msgspec import Struct

from pmlint.addresses import folder_of, read_address
from pmlint.caching import use_no_cache
from pmlint.classifier import kept_in
from pmlint.cli.files import Target
from pmlint.cli.output import warn
from pmlint.cli.workspace import Workspace, workspace_of
from pmlint.config import Settings
from pmlint.cores import cores
from pmlint.engine import Findings, Problem, review_together
from pmlint.memory import look_seldom_for_garbage
from pmlint.results import Results, digest_of, stamp
from pmlint.source import MAX_BYTES, Source, SourceError

__all__ = [
    "Review",
    "common_to",
    "jobs_option",
    "key_of",
    "review_all",
    "review_each",
    "source_of",
]

_WORTH_A_PROCESS = 8  # documents: starting processes takes as long as reviewing some
_SAFE_SINCE = (3, 11)  # before, a process cannot be kept from importing what lies around
_WINDOW = 256  # documents whose texts are held, and whose results are written together
_PORTION = 4  # documents that a process is given at a time, if there are enough of them
_ROUNDS = 4  # portions for each process: then none has much to do when the others have ended

Review = tuple[Findings, Settings]
"""The findings of one document, and the settings that they were made with."""


class _Asked(Struct, frozen=True):
    """A document that has to be reviewed: its place in the window, and its key in the cache."""

    at: int
    source: Source
    key: bytes


def review_all(
    targets: Sequence[Target], workspace: Workspace, given: Mapping[str, Any]
) -> list[Review]:
    """A review of each of *targets*, in their order, as `review_each` makes them."""
    return list(review_each(targets, workspace, given))


def review_each(
    targets: Sequence[Target], workspace: Workspace, given: Mapping[str, Any]
) -> Iterator[Review]:
    """A review of each of *targets*, in their order, when it is made.

    *given* are the command line's options, for processes that have to set up the same
    workspace. Reviews that are kept are those of the same text, name and settings.
    """
    results = Results()
    common = common_to(given)
    if given["dask"]:
        yield from _distant(targets, workspace, given, results, common)
    else:
        for start in range(0, len(targets), _WINDOW):
            window = targets[start : start + _WINDOW]
            yield from _window(window, workspace, given, results, common)
            results.write()
    results.close()
    if results.note:
        warn(results.note)


def _window(
    targets: Sequence[Target],
    workspace: Workspace,
    given: Mapping[str, Any],
    results: Results,
    common: str,
) -> list[Review]:
    """The reviews of some of the documents: no more texts than theirs are held at a time."""
    known: dict[int, Findings] = {}
    asked: list[_Asked] = []
    settings = [workspace.settings(target.folder) for target in targets]
    for at, (target, chosen) in enumerate(zip(targets, settings, strict=True)):
        looked_up = _looked_up(target, chosen, results, common)
        if isinstance(looked_up, Findings):
            known[at] = looked_up
        else:
            asked.append(_Asked(at, *looked_up))
    with kept_in(results, stamp()):
        for one, found in _reviewed(asked, settings, given):
            known[one.at] = found
            results.add(one.key, found)
    return [(known[at], chosen) for at, chosen in enumerate(settings)]


def _distant(
    targets: Sequence[Target],
    workspace: Workspace,
    given: Mapping[str, Any],
    results: Results,
    common: str,
) -> Iterator[Review]:
    """The reviews of a cluster. What is known is not asked for; it knows what was read here."""
    from pmlint.cli.distant import cluster_for, distant_reviews, job_of

    keys: deque[tuple[bytes | None, Settings]] = deque()

    def steps() -> Iterator[tuple[Target, Settings, Source | Findings | None]]:
        for target in targets:
            chosen = workspace.settings(target.folder)
            key: bytes | None = None
            known: Source | Findings | None = None
            if not target.address:  # an address is read by the workers
                found = _looked_up(target, chosen, results, common)
                known, key = (found, None) if isinstance(found, Findings) else found
            keys.append((key, chosen))
            yield target, chosen, known

    job = job_of(given["rule_folders"])
    with cluster_for(given["dask"], job, targets) as cluster:
        for at, found in enumerate(distant_reviews(cluster, job, steps(), len(targets)), 1):
            key, chosen = keys.popleft()
            if key is not None:
                results.add(key, found)
            if not at % _WINDOW:
                results.write()
            yield found, chosen


def _looked_up(
    target: Target, chosen: Settings, results: Results, common: str
) -> Findings | tuple[Source, bytes]:
    """What is known of *target*; else its text, and the key to keep its review by."""
    try:
        source = source_of(target)
    except SourceError as error:
        return Findings(errors=(Problem(target.name, str(error)),))
    key = key_of(common, chosen, source)
    found = results.find(key)
    return (source, key) if found is None else found


def source_of(target: Target) -> Source:
    """The text of *target*.

    Raises:
        SourceError: it cannot be read, or is no text.
    """
    if target.path is not None:
        return Source.from_path(target.path, target.name)
    if target.is_stdin:
        return Source.from_bytes(sys.stdin.buffer.read(MAX_BYTES + 1), target.name)
    return read_address(target.address, target.name)


def common_to(given: Mapping[str, Any]) -> str:
    """What all documents of a run share: pmlint itself, and house rules with the day.

    A house rule may ask what day it is; a rule of ours asks the settings, if at all.
    """
    house = [
        (str(path), path.read_bytes())
        for folder in given["rule_folders"]
        for path in sorted(Path(folder).rglob("*.py"))
    ]
    return repr((stamp(), house, dt.date.today() if house else None))


def key_of(common: str, settings: Settings, source: Source) -> bytes:
    """The key in the store of the review of *source* with *settings*."""
    told = repr([(sorted(one.values.items()), str(one.root)) for one in settings.layers])
    return digest_of(common, told, source.path, source.text)


def _reviewed(
    asked: Sequence[_Asked], settings: Sequence[Settings], given: Mapping[str, Any]
) -> Iterator[tuple[_Asked, Findings]]:
    jobs = min(given["jobs"], len(asked) // _WORTH_A_PROCESS + 1)
    if jobs > 1 and sys.version_info >= _SAFE_SINCE:
        spread = _in_processes([one.source for one in asked], jobs, given)
        if spread is not None:
            yield from zip(asked, spread, strict=True)
            return
    made = review_together((one.source, settings[one.at]) for one in asked)
    yield from zip(asked, made, strict=True)


def _in_processes(
    sources: Sequence[Source], jobs: int, given: Mapping[str, Any]
) -> list[Findings] | None:
    """Reviews by *jobs* processes, which load rules and models once each.

    None if one of them was killed, or none can be had: half of the reviews are worth less than
    all of them, late.
    """
    from joblib import Parallel, delayed, parallel_config

    size = max(1, min(_PORTION, len(sources) // (jobs * _ROUNDS)))
    portions = [sources[at : at + size] for at in range(0, len(sources), size)]
    try:
        with (
            _safe_path(),
            _quiet_when_interrupted(),
            parallel_config(backend="loky", inner_max_num_threads=1),
        ):
            spread = Parallel(n_jobs=jobs, return_as="generator")
            with _uninterrupted():
                made = spread(delayed(_portion)(one, dict(given)) for one in portions)
            return [found for portion in made for found in portion]
    except Exception as error:
        # What is wrong with a document or a rule will be told by the one process that is left.
        cause = type(error).__name__
        warn(f"a process was lost ({cause}), maybe for want of memory. Going on with one.")
        return None


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Processes that are started know of no interruption: that is for us, who end them.

    A terminal's goes to all of them, and each would print where it was. Ours comes afterwards.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    for helper in _HELPERS:
        with suppress(ImportError, AttributeError):
            import_module(helper).ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _quiet_when_interrupted() -> Iterator[None]:
    """Threads that manage the processes do not tell where an interruption has cut them off."""
    handler, hook = signal.getsignal(signal.SIGINT), threading.excepthook
    if not callable(handler) or threading.current_thread() is not threading.main_thread():
        yield  # nobody is told of an interruption, or only another thread may be
        return
    interrupted = threading.Event()

    def heard(number: int, frame: FrameType | None) -> None:
        interrupted.set()
        handler(number, frame)

    def told(failure: threading.ExceptHookArgs) -> None:
        if not interrupted.is_set():
            hook(failure)

    signal.signal(signal.SIGINT, heard)
    threading.excepthook = told
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler)
        if not interrupted.is_set():  # else they may still end after us
            threading.excepthook = hook


@contextmanager
def _safe_path() -> Iterator[None]:
    """Processes that are started do not import from the folder that we are in.

    They would: Python puts it first for what is run by ``-m``, and a repository of a stranger
    may hold a ``json.py``.
    """
    before = os.environ.get(_SAFE_PATH)
    os.environ[_SAFE_PATH] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[_SAFE_PATH]
        else:
            os.environ[_SAFE_PATH] = before


_SAFE_PATH = "PYTHONSAFEPATH"
_HELPERS = (  # each, when it is started, may let interruptions in again: they are started before
    "multiprocessing.resource_tracker",
    "joblib.externals.loky.backend.resource_tracker",
)


def _portion(sources: Sequence[Source], given: Mapping[str, Any]) -> list[Findings]:
    """The reviews of some documents, in a process of its own; it keeps its workspace."""
    look_seldom_for_garbage()
    if given["no_cache"]:
        use_no_cache()
    key = repr(sorted(given.items()))
    if key not in _WORKSPACES:
        _WORKSPACES.clear()
        _WORKSPACES[key] = workspace_of(given, quiet=True)
    workspace = _WORKSPACES[key]
    asked = [(source, workspace.settings(folder_of(source.path))) for source in sources]
    with closing(Results()) as results, kept_in(results, stamp()):
        # What ran is the same for all, and large: the caller knows it.
        return [found.without_rules() for found in review_together(asked)]


_WORKSPACES: dict[str, Workspace] = {}


def _jobs(context: click.Context, parameter: click.Parameter, value: str) -> int:
    if value.lower() == "auto":
        return cores()
    if not value.isdigit() or not int(value):
        raise click.BadParameter(
            f'"{value}" is no number of processes. Give one, or auto.', context, parameter
        )
    return int(value)


jobs_option = click.option(
    "--jobs",
    "-j",
    default="auto",
    show_default=True,
    metavar="N",
    callback=_jobs,
    help="Review in N processes; auto takes one for each core.",
)
