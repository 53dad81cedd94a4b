"""``pmlint check``: review documents, print what was found, set the exit status."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from pmlint.cli.files import Found, Target, collect
from pmlint.cli.output import in_color, say, warn, write_whole
from pmlint.cli.workspace import (
    Choice,
    Workspace,
    checked_config,
    command_line_layer,
    config_option,
    isolated_option,
    rules_option,
    split,
)
from pmlint.config import Settings
from pmlint.engine import Findings, Problem, review
from pmlint.formats import FORMATS, Style, render
from pmlint.formats.summary import statistics, summary
from pmlint.formats.terminal import safe
from pmlint.registry import all_rules
from pmlint.source import Source, SourceError

__all__ = ["command"]

CLEAN, FOUND, UNUSABLE = 0, 1, 2


@dataclass(frozen=True)
class _Output:
    """How the result is to be shown, and where."""

    format: str
    style: Style
    file: Path | None
    statistics: bool
    quiet: bool


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
@click.option("--force-exclude", is_flag=True, help="Exclude files even if they are named here.")
@click.option("--no-cache", is_flag=True, help="Review everything afresh.")
def command(paths: tuple[str, ...], **given: Any) -> int:
    """Review postmortems: files, folders, or - for standard input.

    RULES are codes (PM401), prefixes (PM4), names, categories or ALL, by comma. The
    exit status is 0 when all is well, 1 with findings from --fail-on up, and 2 when
    the command, the configuration or a file cannot be used.
    """
    output = _output(given)
    workspace = _workspace(given)
    workspace.settings(Path())
    found = collect(
        paths or (".",),
        workspace,
        stdin_name=given["stdin_filename"],
        force_exclude=given["force_exclude"],
    )
    if not found.targets and not found.problems:
        return _nothing(paths, output)
    reviews = [_review(target, workspace) for target in found.targets]
    findings = _joined(found, [part for part, _ in reviews])
    _show(findings, output)
    if findings.errors:
        return UNUSABLE
    failed = any(
        settings.fails(one.severity) for part, settings in reviews for one in part.findings
    )
    return FOUND if failed and not given["exit_zero"] else CLEAN


def _workspace(given: dict[str, Any]) -> Workspace:
    rules = all_rules(map(Path, given["rule_folders"]))
    raw = {
        "select": split(given["select"]),
        "extend-select": split(given["extend_select"]),
        "ignore": split(given["ignore"]),
        "severity": given["severity"],
        "min-confidence": given["min_confidence"],
        "fail-on": given["fail_on"],
        "profile": given["profile"],
        "as-of": given["as_of"],
    }
    if given["isolated"] and given["config_path"]:
        raise click.UsageError("--isolated and --config exclude each other. Take one of them.")
    config = checked_config(given["config_path"])
    return Workspace(rules, command_line_layer(raw, rules), config, given["isolated"])


def _output(given: dict[str, Any]) -> _Output:
    file = Path(given["output_file"]) if given["output_file"] else None
    if given["stats"] and given["format_name"] == "json":
        raise click.UsageError(
            "--statistics is a table for people. Count by `code` in the JSON instead."
        )
    color = in_color(given["color"]) if file is None else given["color"] == "always"
    style = Style(color=color, show_suppressed=given["show_suppressed"])
    return _Output(given["format_name"], style, file, given["stats"], given["quiet"])


def _review(target: Target, workspace: Workspace) -> tuple[Findings, Settings]:
    """The findings of one document, and the settings that they were made with."""
    place = target.path or Path(target.name)
    settings = workspace.settings(place.parent)
    try:
        source = _source(target)
    except SourceError as error:
        return Findings(errors=(Problem(target.name, str(error)),)), settings
    return review(source, settings.rules, settings), settings


def _source(target: Target) -> Source:
    if target.path is None:
        return Source.from_bytes(sys.stdin.buffer.read(), target.name)
    return Source.from_path(target.path, target.name)


def _joined(found: Found, parts: list[Findings]) -> Findings:
    whole = Findings.joined(parts)
    return replace(whole, errors=(*found.problems, *whole.errors))


def _nothing(paths: tuple[str, ...], output: _Output) -> int:
    where = ", ".join(paths) or "this folder"
    if output.format == "json":
        _write(render(Findings(), "json", output.style), output)
    warn(f"there is nothing to review in {safe(where)}: no Markdown or text file is left.")
    return CLEAN


def _show(findings: Findings, output: _Output) -> None:
    for problem in findings.errors:
        warn(f"{safe(problem.path)}: {safe(problem.message)}")
    if output.format == "json":
        _write(render(findings, "json", output.style), output)
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
