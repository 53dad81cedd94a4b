"""What a team knows already, and what a change touches: for repositories of old documents."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, reduce
from pathlib import Path

import click
from msgspec import Struct, field

from pmlint.addresses import is_address
from pmlint.baseline import (
    Baseline,
    BaselineError,
    Entry,
    read_baseline,
    rest_of_baseline,
)
from pmlint.changes import Changes, ChangesError, changed_since, changes_of_patch
from pmlint.cli.files import Target
from pmlint.cli.output import warn, write_whole
from pmlint.cli.reviewing import Review
from pmlint.cli.workspace import short
from pmlint.config import Settings
from pmlint.engine import Findings
from pmlint.formats.summary import count
from pmlint.formats.terminal import safe
from pmlint.paths import is_repository, lies_in, real, tree_around
from pmlint.source import Source, SourceError

__all__ = ["Knowns", "changes_from", "touched"]

_USUAL = "pmlint-baseline.json"
_OPTION = "--baseline"
_MOST_TOLD = 5  # documents whose stale entries are told one by one


class Known(Struct, frozen=True, dict=True):
    """A baseline: its file, if any, and what is to be done with it."""

    path: Path | None = None
    write: bool = False
    prune: bool = False
    complete: bool = True
    """Whether every finding can be seen: nothing is hidden by severity, confidence or profile."""
    named_by: str = _OPTION
    """The option or the configuration that names the file."""

    def applied(self, findings: Findings, reviewed: Sequence[str]) -> Findings:
        """*findings* without those that are known. Tells of stale entries, or removes them.

        Raises:
            click.ClickException: the file is missing, is no baseline or cannot be written.
        """
        if self.path is None:
            return findings
        baseline = self._baseline
        if self.write:
            return self._written(baseline, findings, reviewed)
        here = (one.path for one in baseline.entries if not is_address(one.path))
        gone = (path for path in here if not (baseline.folder / path).exists())
        shown = [*reviewed, *(str(baseline.folder / path) for path in gone)]
        stale = baseline.stale(findings, shown) if self.complete else ()
        if stale:
            self._tell(baseline, stale)
        return baseline.applied(findings)

    def quietly(self, findings: Findings) -> Findings:
        """*findings* without those that are known, and nothing told or written."""
        if self.path is None or self.write:
            return findings
        return self._baseline.applied(findings)

    @cached_property
    def _baseline(self) -> Baseline:
        path = self.path or Path(_USUAL)
        folder = path.resolve().parent
        if self.write and not path.exists():
            return Baseline(folder=folder)
        try:
            text = Source.from_path(path, str(path)).text
        except SourceError as error:
            raise self._unreadable(path, error) from error
        try:
            return read_baseline(text, folder)
        except BaselineError as error:
            return self._rest(path, rest_of_baseline(text, folder), error)

    def _rest(self, path: Path, rest: Baseline | None, error: BaselineError) -> Baseline:
        """What is left of a damaged baseline that is to be written anew."""
        if rest is None:
            raise click.ClickException(
                f"{short(path)}: this is no baseline: {error}. Name another file."
            )
        if not self.write:
            raise click.ClickException(
                f"{short(path)}: the baseline is damaged: {error}. Write it anew with "
                "--write-baseline, which keeps what can still be read."
            )
        warn(
            f"{short(path)}: the baseline was damaged: {error}. "
            f"{count(len(rest.entries), 'finding')} of it could still be read."
        )
        return rest

    def _unreadable(self, path: Path, error: SourceError) -> click.ClickException:
        """Why there is no baseline: a configuration deep in the tree may be what names it."""
        if self.named_by == _OPTION or path.exists():
            return click.ClickException(
                f"{short(path)}: the baseline cannot be read: {error} "
                "Write it with --write-baseline, or name another file."
            )
        return click.ClickException(
            f"{self.named_by} names the baseline {short(path)}, and there is no such file. "
            f"Write it with `pmlint check --write-baseline {Path(self.named_by).parent}`, or take "
            f"the line out of {self.named_by}."
        )

    def _written(self, baseline: Baseline, findings: Findings, reviewed: Sequence[str]) -> Findings:
        made = baseline.renewed(findings, reviewed, complete=self.complete)
        self._put(made)
        told = f"{count(len(made.entries), 'finding')} written to {self.path}"
        if not self.complete:
            told += ", with all that it knew: this run did not look at everything"
        warn(f"{told}.")
        return made.applied(findings)

    def _tell(self, baseline: Baseline, stale: Sequence[Entry]) -> None:
        codes: dict[str, set[str]] = {}
        for entry in stale:
            codes.setdefault(entry.path, set()).add(entry.code)
        for path in list(codes)[:_MOST_TOLD]:
            verb = "is" if len(codes[path]) == 1 else "are"
            listed = ", ".join(sorted(codes[path]))
            warn(f"{safe(path)}: {listed} {verb} in the baseline, and {verb} found no more.")
        if len(codes) > _MOST_TOLD:
            warn(f"... and so in {count(len(codes) - _MOST_TOLD, 'more document')}.")
        entries = f"{len(stale)} stale entr{'y' if len(stale) == 1 else 'ies'} of {self.path}"
        if self.prune:
            self._put(baseline.without(stale))
            warn(f"{entries} removed.")
        else:
            warn(f"{entries}. Remove with --prune-baseline.")

    def _put(self, baseline: Baseline) -> None:
        if self.path is not None:
            write_whole(self.path, baseline.text())


class Knowns(Struct, frozen=True):
    """The baselines of a run: the one that the command line names, else each document's own."""

    named: Path | None
    write: bool
    prune: bool
    complete: bool
    _by_file: dict[Path | None, Known] = field(default_factory=dict)

    def of(self, settings: Settings) -> Known:
        """The baseline of documents with *settings*.

        Raises:
            ConfigError: they name one that must not be read.
        """
        file = self.named or settings.baseline
        if file not in self._by_file:
            path = file or (Path(_USUAL) if self.write else None)
            named_by = _OPTION if self.named else settings.origin("baseline")
            self._by_file[file] = Known(path, self.write, self.prune, self.complete, named_by)
        return self._by_file[file]

    def quietly(self, settings: Settings) -> Callable[[Findings], Findings]:
        """What takes known findings out of those of a document with *settings*."""
        return self.of(settings).quietly

    def has_any(self, every: Iterable[Settings]) -> bool:
        """Whether documents with one of these settings have a baseline.

        Raises:
            click.UsageError: none has, and it is to be pruned.
        """
        found = any(self.of(settings).path is not None for settings in every)
        if self.prune and not found:
            raise click.UsageError("--prune-baseline needs a baseline. Name it with --baseline.")
        return found

    def applied(self, reviews: Sequence[Review], names: Sequence[str]) -> Findings:
        """The findings in documents called *names* that are not known, in their order.

        Tells of stale entries, or removes them.

        Raises:
            click.ClickException: a file is missing, is no baseline or cannot be written.
        """
        groups: dict[Path | None, list[int]] = {}
        for at, (_, settings) in enumerate(reviews):
            groups.setdefault(self.of(settings).path, []).append(at)
        parts = [
            self._applied([reviews[at] for at in places], [names[at] for at in places])
            for places in groups.values()
        ]
        joined = Findings.joined(parts)
        return joined if len(parts) == 1 else joined.in_order(names)

    def _applied(self, reviews: Sequence[Review], names: Sequence[str]) -> Findings:
        """The findings of documents that share a baseline."""
        known = self.of(reviews[0][1])
        whole = Findings.joined(found for found, _ in reviews)
        if known.path is None:
            return whole
        rules = {rule for _, settings in reviews for rule in settings.rules}
        return known.applied(whole.with_rules(rules), names)


def changes_from(reference: str | None, targets: Sequence[Target]) -> Changes | None:
    """What ``--diff`` names: a commit, or ``-`` for a patch on standard input.

    Raises:
        click.ClickException: what was changed cannot be told.
    """
    if reference is None:
        return None
    try:
        if reference != "-":
            every = [changed_since(reference, folder) for folder in _repositories(targets)]
            return reduce(Changes.with_those_of, every)
        if any(target.path is None for target in targets):
            raise ChangesError("a document and a patch cannot both come from standard input.")
        patch = sys.stdin.buffer.read().decode("utf-8", "surrogateescape")
        return _found(changes_of_patch(patch, tree_around(Path()), *_places(targets)))
    except ChangesError as error:
        raise click.ClickException(str(error)) from error


def _repositories(targets: Sequence[Target]) -> list[Path]:
    """The repository that we are in, and those of documents that lie outside of it."""
    here = tree_around(Path())
    is_ours = is_repository(here)
    folders = {target.path.parent for target in targets if target.path}
    outside = [
        one for one in sorted(set(map(real, folders))) if not (is_ours and lies_in(one, here))
    ]
    found = list(dict.fromkeys(map(tree_around, outside)))
    return [Path(), *found] if is_ours or not found else found


def _places(targets: Sequence[Target]) -> list[Path]:
    """Where else than from the top of our repository the paths of a patch may be seen from."""
    return [real(Path()), *(one for one in _repositories(targets) if one != Path())]


def _found(changes: Changes) -> Changes:
    """*changes* of a patch, of which at least one file is here.

    Raises:
        ChangesError: none is: the patch was made elsewhere, and nothing would be reviewed.
    """
    missing = changes.missing
    if not missing:
        return changes
    name = safe(short(missing[0]))
    if len(missing) == len(changes.lines):
        raise ChangesError(
            f"no file that the patch names is here: the first would be {name}. Run pmlint in the "
            "folder that the paths of the patch are seen from, or make it without --relative."
        )
    warn(
        f"{count(len(missing), 'file')} of the patch {'is' if len(missing) == 1 else 'are'} not "
        f"here, such as {name}, and not reviewed."
    )
    return changes


def touched(targets: Sequence[Target], changes: Changes | None) -> list[Target]:
    """The documents that a change touches; all of them without one."""
    return [
        target
        for target in targets
        if changes is None or changes.touches(target.path or Path(target.name))
    ]
