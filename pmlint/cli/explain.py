"""``pmlint explain``: one rule in full, from its own file; or an option, or a key."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path

import click

from pmlint.cli.output import say
from pmlint.cli.workspace import rules_option
from pmlint.config import KEYS
from pmlint.document import Span
from pmlint.formats.terminal import safe, width
from pmlint.marks import read_marks
from pmlint.options import options_in, rules_with_option, toml
from pmlint.registry import all_rules
from pmlint.rule import Rule
from pmlint.selection import nearest
from pmlint.source import Source

__all__ = ["command"]


@click.command("explain", short_help="Explain a rule, an option or a configuration key.")
@click.argument("name", metavar="RULE|OPTION|KEY")
@rules_option
def command(name: str, rule_folders: tuple[str, ...]) -> int:
    """Explain a rule (by code or name), a rule's option, or a configuration key."""
    rules = all_rules(map(Path, rule_folders))
    text = _rule_text(name, rules) or _option_text(name, rules) or _key_text(name)
    if not text:
        known = [word for rule in rules for word in (rule.code, rule.name)]
        known += [item.key for rule in rules for item in options_in(rule.options)]
        raise click.UsageError(
            f'there is no rule, option or key "{name}".{nearest(name, [*known, *KEYS])}'
            " `pmlint rules` lists all rules."
        )
    say(text)
    return 0


def _rule_text(name: str, rules: tuple[Rule, ...]) -> str:
    for rule in rules:
        if name.upper() == rule.code or name.lower() == rule.name:
            return "\n".join(_explained(rule)) + "\n"
    return ""


def _explained(rule: Rule) -> Iterator[str]:
    state = "" if rule.enabled else ", off until selected"
    yield f"{rule.code} {rule.name} ({rule.category.value}, {rule.severity.value}{state})"
    yield ""
    yield rule.doc or rule.summary
    if rule.hint:
        yield f"\nHint: {rule.hint}"
    yield "\nFound:"
    for example in rule.bad:
        yield ""
        yield from _marked(example)
    yield "\nNot found:"
    for example in rule.good:
        yield ""
        yield from (f"    {safe(line)}".rstrip() for line in example.rstrip("\n").split("\n"))
    yield from _options(rule)


def _marked(example: str) -> Iterator[str]:
    """The lines of an example, the words that are found underlined."""
    text, spans = read_marks(example.rstrip("\n"))
    source = Source("", text)
    for line in range(1, source.line_count + 1):
        start, end = source.line_bounds(line)
        yield f"    {safe(text[start:end])}".rstrip()
        under = _underline(text, start, end, spans)
        if under:
            yield f"    {under}"


def _underline(text: str, start: int, end: int, spans: tuple[Span, ...]) -> str:
    marks = (
        ("^" if any(at in span for span in spans) else " ")
        * max(1, sum(map(width, safe(text[at]))))
        for at in range(start, end)
    )
    return "".join(marks).rstrip()


def _options(rule: Rule) -> Iterator[str]:
    options = list(options_in(rule.options))
    if not options:
        return
    yield f"\nOptions, under [options.{rule.name}]:"
    for item in options:
        yield ""
        yield f"    {item.key} = {toml(item.value)}"
        yield from textwrap.wrap(item.doc, 90, initial_indent=" " * 8, subsequent_indent=" " * 8)


def _option_text(name: str, rules: tuple[Rule, ...]) -> str:
    """All rules that have an option of this name."""
    found = rules_with_option(rules, name.lower())
    lines = []
    for rule in found:
        for item in options_in(rule.options):
            if item.key == name.lower().replace("_", "-"):
                lines.append(f"{rule.code} {rule.name}: {item.key} = {toml(item.value)}")
                lines.append(f"    {item.doc}")
    return "\n".join(lines) + "\n" if lines else ""


def _key_text(name: str) -> str:
    key = KEYS.get(name)
    if key is None:
        return ""
    default = f" The default is {toml(key.default)}." if toml(key.default) else ""
    told = textwrap.fill(
        f"{key.doc}{default}", 90, initial_indent=" " * 4, subsequent_indent=" " * 4
    )
    return f"{name}, a configuration key\n\n{told}\n"
