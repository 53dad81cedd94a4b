"""``pmlint report``: many postmortems to the review of a quarter."""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct
from msgspec.structs import replace

from pmlint.caching import use_no_cache
from pmlint.classifier import ModelError, builtin_classifier, kept_in
from pmlint.cli.distant import cluster_for, dask_option, distant_incidents, job_of
from pmlint.cli.files import Found, Target, collect, is_written_report
from pmlint.cli.output import refuse_inputs, say, warn, write_whole
from pmlint.cli.reviewing import common_to, key_of, source_of
from pmlint.cli.workspace import (
    Choice,
    Workspace,
    checked_config,
    command_line_layer,
    config_option,
    isolated_option,
    rules_option,
)
from pmlint.config import ConfigError, Settings
from pmlint.document import Document
from pmlint.engine import Findings, lint
from pmlint.formats.summary import count
from pmlint.formats.terminal import safe
from pmlint.registry import all_rules
from pmlint.results import Results, digest_of, stamp
from pmlint.source import Source, SourceError, no_such_file

if TYPE_CHECKING:
    from typing import TypeGuard

    from pmlint.quarterly.figures import Reading
    from pmlint.quarterly.model import Incident, Item, Period, Review, Ticket, Unread

__all__ = ["command"]

FORMATS = ("terminal", "html", "markdown", "json", "csv")
GROUPS = ("team", "service", "folder")
_NO_GROUP = "not said"
_EXTRA = ("jinja2", "matplotlib")
_BY_ENDING = {
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".json": "json",
    ".csv": "csv",
    ".txt": "terminal",
}
_WRITTEN = 32  # reviews that are stored together
_READ_TOGETHER = 64  # factors


@click.command("report", short_help="Review the postmortems of a quarter.")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option(
    "--quarter", metavar="QUARTER", help="The quarter, as 2026Q3. Default: the last whole one."
)
@click.option("--from", "first", metavar="DATE", help="The first day, in place of a quarter.")
@click.option("--to", "last", metavar="DATE", help="The last day.")
@click.option("--as-of", metavar="DATE", help="The day by which items are overdue. Default: today.")
@click.option(
    "--tickets",
    "ticket_files",
    multiple=True,
    metavar="FILE",
    help="A CSV or JSON export of Jira, Linear or GitHub issues. Can be repeated.",
)
@click.option(
    "--group-by", type=Choice(GROUPS), help="Figures for each team, service or folder, too."
)
@click.option("--show-owners", is_flag=True, help="Name the owners of open items.")
@click.option(
    "--format",
    "format_name",
    type=Choice(FORMATS),
    help="Default: by the file's ending; html for a file without one, terminal without -o.",
)
@click.option(
    "-o",
    "--output-file",
    metavar="FILE",
    help="Write the report to a file: .html, .md, .json, .csv or .txt.",
)
@click.option("--strict", is_flag=True, help="Exit with 2 if a document could not be read.")
@click.option("--quiet", "-q", is_flag=True, help="Show no progress.")
@click.option("--no-cache", is_flag=True, help="Review everything afresh, and keep nothing.")
@config_option
@isolated_option
@rules_option
@dask_option
def command(paths: tuple[str, ...], **given: Any) -> int:
    """Review the postmortems of a quarter: files, folders or addresses (s3://...).

    Answers three questions: are we finding real contributing factors, are action items
    getting completed, are we seeing repeat incidents? It ranks and names nobody.
    """
    if given["no_cache"]:
        use_no_cache()
    output = _Output.of(given)
    as_of = _day(given["as_of"], "--as-of") or dt.date.today()
    period = _period(given, as_of)
    workspace = _workspace(given, as_of)
    found = collect(paths or (".",), workspace, stdin_name="-", force_exclude=False)
    if any(target.is_stdin for target in found.targets):
        raise click.UsageError("a report is made of files. Name a folder in place of -.")
    _demand_paths(found.targets)
    found.targets = [one for one in found.targets if not _is_report(one, paths)]
    if output.file is not None:
        inputs = [target.path for target in found.targets if target.path is not None]
        refuse_inputs([("-o", output.file)], [*inputs, *map(Path, given["ticket_files"])])
    tickets = _tickets(given["ticket_files"])
    reading = _reading(_parts(found.targets, workspace, given), found, workspace, tickets)
    review = _review(reading, period, as_of, given)
    _show(review, reading, output)
    if reading.unread:
        warn(f"{count(len(reading.unread), 'document')} could not be read; the report lists them.")
    return 2 if reading.unread and given["strict"] else 0


class _Output(Struct, frozen=True):
    """The report's format, one of `FORMATS`, and its file; None is standard output."""

    format: str
    file: Path | None

    @classmethod
    def of(cls, given: Mapping[str, Any]) -> _Output:
        """What the options ask for; a file's ending tells its format, if no option does.

        Raises:
            click.ClickException: it cannot be made here, or has no place for what is asked.
        """
        name = given["output_file"]
        file = Path(name) if name and name != "-" else None
        form = given["format_name"] or _usual_format(file)
        if form == "csv" and given["group_by"]:
            raise click.UsageError("csv holds action items, and --group-by is for figures.")
        if form == "html":
            _demand_extra()
        return cls(form, file)


def _usual_format(file: Path | None) -> str:
    """What the ending of *file* asks for.

    Raises:
        click.UsageError: no format has that ending.
    """
    if file is None:
        return "terminal"
    ending = file.suffix.lower()
    if ending and ending not in _BY_ENDING:
        known = ", ".join(_BY_ENDING)
        raise click.UsageError(
            f"-o {file}: no report is written as {ending}. Take one of {known}, or say --format."
        )
    return _BY_ENDING.get(ending, "html")


def _demand_extra() -> None:
    """See to it that the page can be made, before anything is read for it.

    Raises:
        click.ClickException: what makes it is not installed.
    """
    missing = [name for name in _EXTRA if find_spec(name) is None]
    if missing:
        raise click.ClickException(
            f"the report in HTML needs {' and '.join(missing)}. "
            "Install the extra: pip install 'pmlint[report]', or take another --format."
        )


def _demand_paths(targets: Iterable[Target]) -> None:
    """See that what was named is there: a report without it would look whole."""
    for target in targets:
        if target.path is not None and not os.path.lexists(target.path):
            raise click.UsageError(safe(f"{target.name}: {no_such_file(target.path)}"))


def _is_report(target: Target, named: Collection[str]) -> bool:
    """Whether it is an earlier report, *named* as by a shell's ``*.md``: a search finds none."""
    return target.path is not None and target.name in named and is_written_report(target.path)


def _day(text: str | None, option: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        raise click.UsageError(f'{option} "{text}" is no day. Write it as 2026-09-30.') from None


def _period(given: dict[str, Any], as_of: dt.date) -> Period:
    """The quarter or the days that were asked for; else the last quarter that has ended."""
    from pmlint.quarterly.periods import before, quarter_named, quarter_of, spanning

    first, last = _day(given["first"], "--from"), _day(given["last"], "--to")
    if given["quarter"] and (first or last):
        raise click.UsageError("--quarter and --from or --to exclude each other.")
    try:
        if given["quarter"]:
            return quarter_named(given["quarter"])
        if first or last:
            return spanning(first or dt.date(1970, 1, 1), last or as_of)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    return before(quarter_of(as_of), 1)[0]


def _workspace(given: dict[str, Any], as_of: dt.date) -> Workspace:
    rules = all_rules(map(Path, given["rule_folders"]))
    if given["isolated"] and given["config_path"]:
        raise click.UsageError("--isolated and --config exclude each other. Take one of them.")
    layer = command_line_layer({"as-of": as_of.isoformat()}, rules)
    return Workspace(rules, layer, checked_config(given["config_path"]), given["isolated"])


def _tickets(files: Sequence[str]) -> tuple[Ticket, ...]:
    from pmlint.quarterly.tickets import TicketsError, read_tickets

    try:
        return tuple(ticket for file in files for ticket in read_tickets(Path(file)))
    except TicketsError as error:
        raise click.ClickException(str(error)) from None


def _parts(
    targets: Sequence[Target], workspace: Workspace, given: dict[str, Any]
) -> list[Incident | Unread]:
    """What each of *targets* says, or why it could not be read."""
    quiet = given["quiet"]
    if not given["dask"]:
        with closing(_Kept(given)) as kept:
            shown = _shown(targets, quiet=quiet)
            return list(kept.with_conditions(_attempt(one, workspace, kept) for one in shown))
    job = job_of(given["rule_folders"])
    with cluster_for(given["dask"], job, targets) as cluster, closing(_Kept(given)) as kept:
        found = distant_incidents(cluster, job, targets, workspace)
        shown = _shown(targets, quiet=quiet)
        return list(kept.with_conditions(one for _, one in zip(shown, found, strict=True)))


def _reading(
    parts: Sequence[Incident | Unread],
    found: Found,
    workspace: Workspace,
    tickets: Sequence[Ticket],
) -> Reading:
    from pmlint.quarterly.figures import Reading
    from pmlint.quarterly.model import Unread

    unread = [Unread(one.path, one.message) for one in found.problems]
    unread += [one for one in parts if isinstance(one, Unread)]
    incidents = [one for one in parts if not isinstance(one, Unread)]
    matched, unmatched = _matched(incidents, tickets)
    rules = workspace.settings(Path()).rules
    return Reading(tuple(matched), tuple(unread), unmatched, rules)


class _Kept:
    """Findings that are known from an earlier run, and those that the next one will know."""

    def __init__(self, given: dict[str, Any]) -> None:
        self._common = common_to(given)
        self._results = Results()
        self._added = 0

    def linted(self, document: Document, settings: Settings) -> Findings:
        """The findings in *document*, as `pmlint.engine.lint` has them."""
        key = key_of(self._common, settings, document.source)
        found = self._results.find(key)
        if found is None:
            with kept_in(self._results, stamp()):
                found = lint(document, settings.rules, settings)
            self._results.add(key, found)
            self._added += 1
            if not self._added % _WRITTEN:
                self._results.write()
        return found

    def with_conditions(self, parts: Iterable[Incident | Unread]) -> Iterator[Incident | Unread]:
        """*parts*; the conditions behind their factors are read by the way, as it takes time.

        They are compared at the end, and then known: the progress that is shown is that of all.
        """
        waiting: list[tuple[str, ...]] = []
        for part in parts:
            yield part
            factors = tuple(one.text for one in part.factors) if _is_incident(part) else ()
            if not factors:
                continue
            known = self._results.find_told(_key_of_factors(factors))
            if known is not None and len(known) == len(factors):
                builtin_classifier().conditions.know(dict(zip(factors, known, strict=True)))
            else:
                waiting.append(factors)
            if sum(map(len, waiting)) >= _READ_TOGETHER:
                self._tell(waiting)
                waiting.clear()
        if waiting:
            self._tell(waiting)

    def _tell(self, documents: Sequence[tuple[str, ...]]) -> None:
        """Read the conditions behind the factors of some documents, and keep them."""
        conditions = builtin_classifier().conditions
        conditions.told([text for factors in documents for text in factors])
        for factors in documents:
            self._results.add_told(_key_of_factors(factors), conditions.told(factors))

    def close(self) -> None:
        """Write what is new, and say what was wrong with the store."""
        self._results.close()
        if self._results.note:
            warn(self._results.note)


def _is_incident(part: Incident | Unread) -> TypeGuard[Incident]:
    from pmlint.quarterly.model import Incident

    return isinstance(part, Incident)


def _key_of_factors(factors: Sequence[str]) -> bytes:
    """The key in the store of what *factors* tell of, by the reader of this installation."""
    return digest_of("conditions", json.dumps(builtin_classifier().manifest["files"]), *factors)


def _attempt(target: Target, workspace: Workspace, kept: _Kept) -> Incident | Unread:
    from pmlint.quarterly.model import Unread

    try:
        return _incident(target, workspace.settings(target.folder), kept)
    except (ConfigError, ModelError):
        raise  # these are of all documents, not of one
    except SourceError as error:
        return Unread(target.name, str(error))
    except Exception as error:
        # One document that breaks the reader must not cost the report of all others.
        return Unread(target.name, f"{type(error).__name__}: {error}")


def _is_watched(*, quiet: bool) -> bool:
    return not quiet and sys.stderr.isatty()


def _shown(targets: Sequence[Target], *, quiet: bool) -> Iterator[Target]:
    """*targets*, with progress on a terminal's standard error."""
    if not _is_watched(quiet=quiet):
        yield from targets
        return
    with click.progressbar(targets, label="Reading", file=sys.stderr, width=0) as bar:
        yield from bar


def _incident(target: Target, settings: Settings, kept: _Kept) -> Incident:
    from pmlint.baseline import read_baseline
    from pmlint.quarterly.incidents import incident_of

    file = settings.baseline
    known = None
    if file is not None and file.is_file():
        known = read_baseline(Source.from_path(file, str(file)).text, file.resolve().parent)
    ask_git = not target.address
    return incident_of(source_of(target), settings, known, linted=kept.linted, ask_git=ask_git)


def _matched(
    incidents: Iterable[Incident], tickets: Sequence[Ticket]
) -> tuple[list[Incident], tuple[Ticket, ...]]:
    """Incidents whose items know their tickets, and the tickets of no item."""
    from pmlint.quarterly.tickets import matched

    every = list(incidents)
    items = [item for one in every for item in one.items]
    told, unmatched = matched(items, tickets)
    rest: Iterator[Item] = iter(told)
    made = [replace(one, items=tuple(next(rest) for _ in one.items)) for one in every]
    return made, unmatched


def _review(reading: Reading, period: Period, as_of: dt.date, given: dict[str, Any]) -> Review:
    from pmlint.quarterly.figures import review_of

    return review_of(
        reading,
        period,
        as_of,
        group=_GROUP_OF.get(given["group_by"] or ""),
        show_owners=given["show_owners"],
    )


def _folder(incident: Incident) -> str:
    return PurePath(incident.path).parent.as_posix()


_GROUP_OF: dict[str, Callable[[Incident], str]] = {
    "team": lambda one: one.team or _NO_GROUP,
    "service": lambda one: one.services[0] if one.services else _NO_GROUP,
    "folder": _folder,
}


def _show(review: Review, reading: Reading, output: _Output) -> None:
    text = _rendered(review, reading, output.format)
    if output.file is None:
        say(text)
    else:
        write_whole(output.file, text)
        warn(f"report of {safe(review.period.name)} written to {safe(str(output.file))}.")


def _rendered(review: Review, reading: Reading, name: str) -> str:
    """*review* in one of `FORMATS`."""
    if name == "html":
        from pmlint.quarterly.html import render

        return render(review)
    if name in ("json", "csv"):
        from pmlint.quarterly.data import as_json, items_as_csv

        return as_json(review) if name == "json" else items_as_csv(review, reading.incidents)
    from pmlint.quarterly.text import markdown, terminal

    return markdown(review) if name == "markdown" else terminal(review)
