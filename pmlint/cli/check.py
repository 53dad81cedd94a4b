"""``pmlint check``: review documents, print what was found, set the exit status."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
from msgspec import Struct
from msgspec.structs import replace

from pmlint.addresses import is_address
from pmlint.caching import use_no_cache
from pmlint.changes import Changes
from pmlint.cli.adoption import Knowns, changes_from, touched
from pmlint.cli.distant import dask_option
from pmlint.cli.files import STDIN, Found, Target, collect
from pmlint.cli.fixing import fix_files, show_fixes
from pmlint.cli.output import in_color, refuse_inputs, refuse_twice, say, warn, write_whole
from pmlint.cli.reviewing import Review, jobs_option, review_all, review_each
from pmlint.cli.streaming import STREAMED, WINDOW, stream
from pmlint.cli.workspace import (
    WORKSPACE_OPTIONS,
    Choice,
    Workspace,
    config_option,
    isolated_option,
    rules_option,
    workspace_of,
)
from pmlint.engine import Findings
from pmlint.formats import FORMATS, FROM_TOP, MACHINE, Style, render
from pmlint.formats.summary import statistics, summary
from pmlint.formats.terminal import safe
from pmlint.options import toml
from pmlint.paths import FromTop

__all__ = ["command"]

CLEAN, FOUND, UNUSABLE = 0, 1, 2


class _Output(Struct, frozen=True):
    """How the result is to be shown, and where."""

    format: str
    style: Style
    file: Path | None
    statistics: bool
    quiet: bool
    exports: tuple[tuple[str, Path], ...] = ()


@click.command("check", short_help="Review postmortems.")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--select", multiple=True, metavar="RULES", help="Run only these rules.")
@click.option("--extend-select", multiple=True, metavar="RULES", help="Run these rules, too.")
@click.option("--ignore", multiple=True, metavar="RULES", help="Do not run these rules.")
@click.option("--severity", metavar="LEVEL", help="Show findings from this severity up.")
@click.option(
    "--min-confidence", type=float, metavar="SHARE", help="Show findings at least this sure (0-1)."
)
@click.option(
    "--fail-on",
    metavar="LEVEL",
    help="Exit with 1 from this severity up: error (default), warning, info or never.",
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found.")
@config_option
@isolated_option
@click.option("--profile", metavar="NAME", help="Review as ordinary, near-miss or security.")
@click.option("--as-of", metavar="DATE", help="The day by which items are overdue.")
@rules_option
@click.option(
    "--format",
    "format_name",
    type=Choice(list(FORMATS)),
    default="full",
    show_default=True,
    help="How findings are printed.",
)
@click.option("--statistics", "stats", is_flag=True, help="Print counts by rule instead.")
@click.option("--output-file", metavar="FILE", help="Write the findings to a file.")
@click.option(
    "--export",
    "exports",
    multiple=True,
    metavar="FORMAT=FILE",
    help="Write the findings to a file in another format, too. Can be repeated.",
)
@click.option("--show-suppressed", is_flag=True, help="Show suppressed findings, too.")
@click.option(
    "--color",
    type=Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="When to use colours. NO_COLOR is respected.",
)
@click.option("--quiet", "-q", is_flag=True, help="Print findings only.")
@click.option(
    "--stdin-filename", metavar="PATH", default="-", help="The name of what is read from -."
)
@click.option(
    "--force-exclude", is_flag=True, help="Hold include and exclude for named files, too."
)
@click.option(
    "--diff",
    "reference",
    metavar="[REF]",
    is_flag=False,
    flag_value="",
    help="Report only lines changed since REF; - takes a patch from standard input. With --fix: "
    "show the changes as a patch and write nothing.",
)
@click.option("--fix", is_flag=True, help="Mend headings, sections, columns and order in place.")
@click.option("--baseline", metavar="FILE", help="Findings in this file are known: not reported.")
@click.option("--write-baseline", is_flag=True, help="Write all findings to the baseline.")
@click.option("--prune-baseline", is_flag=True, help="Remove what is found no more from it.")
@jobs_option
@dask_option
@click.option("--no-cache", is_flag=True, help="Review everything afresh, and keep nothing.")
def command(paths: tuple[str, ...], **given: Any) -> int:
    """Review postmortems: files, folders, addresses (s3://...), or - for standard input.

    RULES are codes (PM401), prefixes (PM4), names, categories or ALL, by comma. The
    exit status is 0 when all is well, 1 with findings from --fail-on up, and 2 when
    the command, the configuration or a file cannot be used.
    """
    output = _output(given)
    if given["no_cache"]:
        use_no_cache()
    workspace = workspace_of(given)
    knowns = _knowns(given)
    shows_patch, paths = _shows_patch(paths, given)
    found = collect(
        paths or (".",),
        workspace,
        stdin_name=given["stdin_filename"],
        force_exclude=given["force_exclude"],
    )
    if given["fix"] or given["reference"] is not None:
        _demand_files(found.targets)
    changes = None if given["fix"] else changes_from(given["reference"], found.targets)
    targets = touched(found.targets, changes)
    refuse_inputs(_written(output), [one.path for one in found.targets if one.path is not None])
    if not targets and not found.problems:
        return _nothing(_why_nothing(paths, found, workspace), output)
    any_known = knowns.has_any(map(workspace.settings, {one.folder for one in targets}))
    if shows_patch:
        return FOUND if show_fixes(targets, workspace.settings, knowns.quietly) else CLEAN
    if given["fix"]:
        fix_files(targets, workspace.settings, knowns.quietly)
    many = given["dask"] or len(targets) > WINDOW
    if many and changes is None and not any_known and _streams(output):
        return _streamed(
            review_each(targets, workspace, _for_processes(given)), found, output, given
        )
    reviews = review_all(targets, workspace, _for_processes(given))
    whole = knowns.applied(reviews, [target.name for target in targets])
    findings = replace(whole, errors=(*found.problems, *whole.errors))
    if "sarif" in (output.format, *dict(output.exports)):
        rules = {rule for _, settings in reviews for rule in settings.rules}
        findings = findings.with_rules(rules)
    if changes is not None:
        findings = _changed(findings, targets, changes)
    _show(findings, output)
    if findings.errors:
        return UNUSABLE
    fails = {
        target.name: settings.fails for target, (_, settings) in zip(targets, reviews, strict=True)
    }
    failed = any(fails[one.path](one.severity) for one in findings.findings)
    return FOUND if failed and not given["exit_zero"] else CLEAN


def _streams(output: _Output) -> bool:
    """Whether findings can be printed as they come: nothing is made of all of them."""
    whole = output.file or output.exports or output.statistics or output.style.show_suppressed
    return output.format in STREAMED and not whole


def _streamed(
    reviews: Iterator[Review], found: Found, output: _Output, given: dict[str, Any]
) -> int:
    outcome = stream(reviews, found.problems, output.format, output.style, quiet=output.quiet)
    if outcome.tally.errors:
        return UNUSABLE
    return FOUND if outcome.failed and not given["exit_zero"] else CLEAN


def _knowns(given: dict[str, Any]) -> Knowns:
    """The baselines that the command line or the configurations name."""
    if given["reference"] is not None and (given["write_baseline"] or given["prune_baseline"]):
        raise click.UsageError("a baseline is of whole documents. Leave --diff out to write it.")
    if given["fix"] and given["write_baseline"]:
        raise click.UsageError("--fix and --write-baseline exclude each other. Fix first.")
    return Knowns(
        Path(given["baseline"]) if given["baseline"] else None,
        write=given["write_baseline"],
        prune=given["prune_baseline"],
        complete=given["severity"] is None
        and given["min_confidence"] is None
        and given["profile"] is None
        and given["reference"] is None,
    )


def _shows_patch(paths: tuple[str, ...], given: dict[str, Any]) -> tuple[bool, tuple[str, ...]]:
    """Whether ``--fix --diff`` asks for a patch, and the paths: REF may be the first of them."""
    reference = given["reference"]
    if not given["fix"]:
        if reference == "":
            raise click.UsageError("--diff needs a commit, such as --diff main, or - for a patch.")
        return False, paths
    if not reference:
        return reference is not None, paths
    if not Path(reference).exists():
        raise click.UsageError(
            f'with --fix, --diff shows a patch, and "{reference}" is no file or folder.'
        )
    return True, (reference, *paths)


def _demand_files(targets: list[Target]) -> None:
    named = next((target.name for target in targets if target.address), None)
    if named is not None:
        raise click.UsageError(
            f"--fix and --diff are for files, and {named} is an address. Leave one of them out."
        )


def _changed(findings: Findings, targets: list[Target], changes: Changes) -> Findings:
    """*findings* on the lines that *changes* touch."""
    paths = {target.name: target.path or Path(target.name) for target in targets}
    return changes.kept(findings, paths)


def _for_processes(given: dict[str, Any]) -> dict[str, Any]:
    """The options that decide on findings."""
    return {name: given[name] for name in (*WORKSPACE_OPTIONS, "jobs", "dask", "no_cache")}


def _output(given: dict[str, Any]) -> _Output:
    name = given["output_file"]
    file = Path(name) if name and name != "-" else None
    if given["stats"] and given["format_name"] in MACHINE:
        raise click.UsageError(
            f"--statistics is a table for people, and {given['format_name']} is for programs."
        )
    color = in_color(given["color"]) if file is None else given["color"] == "always"
    style = Style(color=color, show_suppressed=given["show_suppressed"])
    exports = tuple(map(_export, given["exports"]))
    output = _Output(given["format_name"], style, file, given["stats"], given["quiet"], exports)
    writes_baseline = given["baseline"] and (given["write_baseline"] or given["prune_baseline"])
    known = [("--baseline", Path(given["baseline"]))] if writes_baseline else []
    refuse_twice([*_written(output), *known])
    return output


def _written(output: _Output) -> list[tuple[str, Path]]:
    """The files that are to be written, each with its option."""
    files = [(f"--export {name}", file) for name, file in output.exports]
    return [*files, ("--output-file", output.file)] if output.file is not None else files


def _export(text: str) -> tuple[str, Path]:
    """``sarif=out/pmlint.sarif`` as its two parts."""
    name, equals, file = text.partition("=")
    if not equals or not file:
        raise click.UsageError(f'--export "{text}": write FORMAT=FILE, as in sarif=pmlint.sarif.')
    if file == "-":
        raise click.UsageError(
            f'--export "{text}": goes to a file. For standard output use --format {name}.'
        )
    return Choice(list(FORMATS)).convert(name, None, None), Path(file)


def _why_nothing(paths: tuple[str, ...], found: Found, workspace: Workspace) -> str:
    """Why there is nothing to review in *paths*, and who says so."""
    where = f"there is nothing to review in {safe(', '.join(paths) or 'this folder')}"
    if found.targets:
        return f"{where}: no document was changed."
    for name in paths or (".",):
        settings = workspace.settings(Path() if is_address(name) else Path(name))
        keys = [key for key in ("include", "exclude") if settings.origin(key) != "default"]
        if keys:
            listed = " and ".join(f"`{key}`" for key in keys)
            origin, shown = safe(settings.origin(keys[0])), safe(toml(settings.value(keys[0])))
            return (
                f"{where}: {listed} of {origin} leave{'s' * (len(keys) == 1)} no file. "
                f"{keys[0]} = {_cut(shown)}"
            )
    return f"{where}: no Markdown or text file is left."


_LONGEST = 200  # characters of patterns that are shown


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 3]}..."


def _nothing(reason: str, output: _Output) -> int:
    if output.format in MACHINE:
        _write(render(Findings(), output.format, output.style), output)
    _write_exports(Findings(), output)
    warn(reason)
    return CLEAN


def _show(findings: Findings, output: _Output) -> None:
    for problem in (*findings.errors, *findings.notes):
        warn(f"{safe(problem.path)}: {safe(problem.message)}")
    _write_exports(findings, output)
    if output.format in MACHINE:
        _write(_rendered(findings, output.format, output.style), output)
        return
    text = (
        statistics(findings, output.style)
        if output.statistics
        else render(findings, output.format, output.style)
    )
    _write(text, output)
    if not output.quiet:
        gap = "\n" if text and output.file is None and output.format == "full" else ""
        say(f"{gap}{summary(findings)}\n")


def _write(text: str, output: _Output) -> None:
    if output.file is None:
        say(text)
    else:
        write_whole(output.file, text)


def _write_exports(findings: Findings, output: _Output) -> None:
    style = replace(output.style, color=False)
    for name, file in output.exports:
        write_whole(file, _rendered(findings, name, style))


def _rendered(findings: Findings, name: str, style: Style) -> str:
    """*findings* in the format *name*, their files called as whoever reads it knows them."""
    return render(findings.renamed(_from_top()) if name in FROM_TOP else findings, name, style)


def _from_top() -> Callable[[str], str]:
    seen = FromTop()
    return lambda name: name if name == STDIN or is_address(name) else seen(name)
