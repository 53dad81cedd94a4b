"""Reviews on a Dask cluster: what the command line asks for, and what the workers are sent.

What is on this machine is read here, so that the workers need not share its disk, and so that
findings that are known are not asked for again. What an address names is read by the workers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pmlint.addresses import scheme_of
from pmlint.config import Layer, Settings
from pmlint.engine import Findings, Problem
from pmlint.source import Source, SourceError

if TYPE_CHECKING:
    from pmlint.baseline import Baseline
    from pmlint.cli.files import Target
    from pmlint.cli.workspace import Workspace
    from pmlint.cluster.client import Asked, Cluster, Done
    from pmlint.cluster.worker import Job
    from pmlint.quarterly.model import Incident, Unread

__all__ = ["cluster_for", "dask_option", "distant_incidents", "distant_reviews", "job_of"]

_HERE_ONLY = frozenset(
    {"include", "exclude", "baseline", "fail-on", "profile", "profiles", "per-file-ignores"}
)
"""Keys that are done with before a document is sent, or after it came back."""

dask_option = click.option(
    "--dask",
    metavar="ADDRESS",
    help="Review on the Dask cluster with this scheduler, such as tcp://scheduler:8786.",
)


def job_of(rule_folders: Iterable[str]) -> Job:
    """What all documents of a run share.

    Raises:
        pmlint.classifier.ModelError, pmlint.registry.RuleFileError: this installation is broken.
    """
    from pmlint.cluster.identity import identity
    from pmlint.cluster.worker import Job

    return Job(identity(), tuple(_files(Path(folder)) for folder in rule_folders))


def _files(folder: Path) -> tuple[tuple[str, bytes], ...]:
    """A folder of house rules as it is sent: its Python files."""
    return tuple(
        (path.relative_to(folder).as_posix(), path.read_bytes())
        for path in sorted(folder.rglob("*.py"))
    )


@contextmanager
def cluster_for(address: str, job: Job, targets: Iterable[Target]) -> Iterator[Cluster]:
    """The cluster at *address*, if its workers can do *job* and read *targets*.

    Raises:
        click.ClickException: they cannot, or there is no cluster, or it is lost.
    """
    from pmlint.cluster.client import Cluster, ClusterError

    schemes = sorted({scheme_of(one.address) for one in targets if one.address})
    try:
        with Cluster(address) as cluster:
            cluster.check(job, schemes)
            yield cluster
    except ClusterError as error:
        raise click.ClickException(str(error)) from error


def distant_reviews(
    cluster: Cluster,
    job: Job,
    steps: Iterable[tuple[Target, Settings, Source | Findings | None]],
    count: int,
) -> Iterator[Findings]:
    """Findings for each of *steps*, in their order; *count* is how many there are.

    A step's last part is the text, where it was read here; the findings, where they are known;
    None where the worker is to read the address.

    Raises:
        pmlint.cluster.client.ClusterError: the cluster was lost, or a worker does not fit.
    """
    from pmlint.cluster.client import Done
    from pmlint.cluster.worker import reviews

    def asked() -> Iterator[Asked | Done[Findings]]:
        for target, settings, known in steps:
            if isinstance(known, Findings):
                yield Done(known)
            else:
                yield _asked(target, settings, known)

    return cluster.results(reviews, job, asked(), _unreviewed, count)


def _unreviewed(name: str, reason: str) -> Findings:
    return Findings(errors=(Problem(name, reason),))


def _asked(
    target: Target, settings: Settings, source: Source | None, known: tuple[str, ...] | None = None
) -> Asked:
    from pmlint.cluster.client import Asked

    return Asked(
        target.name,
        source.text if source else None,
        target.address,
        _portable(settings, target.name),
        settings.profile_of(target.name),
        known,
    )


def _portable(settings: Settings, name: str) -> tuple[Layer, ...]:
    """What a worker needs of *settings* for the document *name*: no place of this machine."""
    layers = [
        Layer({key: value for key, value in layer.values.items() if key not in _HERE_ONLY})
        for layer in settings.layers
    ]
    if ignored := settings.ignored_in(name):
        layers.append(Layer({"per-file-ignores": {"*": tuple(sorted(ignored))}}))
    return tuple(layers)


def distant_incidents(
    cluster: Cluster, job: Job, targets: Sequence[Target], workspace: Workspace
) -> Iterator[Incident | Unread]:
    """What each of *targets* says, in their order.

    Raises:
        pmlint.cluster.client.ClusterError: the cluster was lost, or a worker does not fit.
        pmlint.config.ConfigError: a configuration is wrong.
    """
    from pmlint.cli.reviewing import source_of
    from pmlint.cluster.client import Done
    from pmlint.cluster.worker import incidents
    from pmlint.quarterly.incidents import dated
    from pmlint.quarterly.model import Incident, Unread

    def asked() -> Iterator[Asked | Done[Incident | Unread]]:
        for target in targets:
            settings = workspace.settings(target.folder)
            baseline = _baseline(settings.baseline)
            known = None if baseline is None else baseline.marks(target.name)
            try:
                source = None if target.address else source_of(target)
            except SourceError as error:
                yield Done(Unread(target.name, str(error)))
                continue
            yield _asked(target, settings, source, known)

    found = cluster.results(incidents, job, asked(), Unread, len(targets))
    for target, one in zip(targets, found, strict=True):
        # The worker has no repository to ask.
        yield dated(one) if isinstance(one, Incident) and not target.address else one


@lru_cache(maxsize=64)
def _baseline(file: Path | None) -> Baseline | None:
    from pmlint.baseline import read_baseline

    if file is None or not file.is_file():
        return None
    return read_baseline(Source.from_path(file, str(file)).text, file.resolve().parent)
