"""``pmlint rules``: the list of rules, for people, machines and the README."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from pmlint.cli.output import say
from pmlint.cli.workspace import Choice, rules_option
from pmlint.options import options_in, plain
from pmlint.registry import all_rules
from pmlint.rule import Rule

__all__ = ["command", "markdown"]


@click.command("rules", short_help="List the rules.")
@click.option(
    "--format",
    "format_name",
    type=Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="How the list is printed.",
)
@rules_option
def command(format_name: str, rule_folders: tuple[str, ...]) -> int:
    """List the rules: code, name, severity and what each is about."""
    say(_FORMATS[format_name](all_rules(map(Path, rule_folders))))
    return 0


def _severity(rule: Rule) -> str:
    return rule.severity.value if rule.enabled else "off"


def _text(rules: Sequence[Rule]) -> str:
    rows = [(rule.code, rule.name, _severity(rule), rule.summary) for rule in rules]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, (*widths, 0), strict=True))
        for row in rows
    ]
    return (
        "\n".join(lines)
        + "\n\n`off`: run when selected by code or name. More: pmlint explain CODE\n"
    )


def markdown(rules: Sequence[Rule]) -> str:
    """The table of the README."""
    head = "| Code | Name | Category | Severity | What it finds |\n|---|---|---|---|---|\n"
    return head + "".join(
        f"| {rule.code} | `{rule.name}` | {rule.category.value} | {_severity(rule)} "
        f"| {_cell(rule.summary)} |\n"
        for rule in rules
    )


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _json(rules: Sequence[Rule]) -> str:
    return json.dumps([_entry(rule) for rule in rules], indent=2) + "\n"


def _entry(rule: Rule) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "category": rule.category.value,
        "severity": rule.severity.value,
        "enabled": rule.enabled,
        "summary": rule.summary,
        "doc": rule.doc,
        "hint": rule.hint,
        "bad": list(rule.bad),
        "good": list(rule.good),
        "options": [
            {"name": item.key, "default": plain(item.value), "doc": item.doc}
            for item in options_in(rule.options)
        ],
        "file": Path(rule.path).name if rule.path else None,
    }


_FORMATS: dict[str, Callable[[Sequence[Rule]], str]] = {
    "text": _text,
    "json": _json,
    "markdown": markdown,
}
