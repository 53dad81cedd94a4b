"""Every rule is held to its own examples, to the character, and to the house's form."""

from __future__ import annotations

import ast
import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pmlint.config import Settings
from pmlint.engine import Findings, review
from pmlint.marks import read_marks
from pmlint.reading import read
from pmlint.registry import all_rules, builtin_folder, builtin_rules
from pmlint.rule import Category, Rule
from pmlint.source import Source
from pmlint.suppressions import INTERNAL_RULES

PREFIXES = {
    "PM0": {Category.INTERNAL},
    "PM1": {Category.BLAME},
    "PM2": {Category.HINDSIGHT},
    "PM3": {Category.HUMAN_ERROR},
    "PM4": {Category.ACTION_ITEMS},
    "PM5": {Category.STRUCTURE},
    "PM6": {Category.TIMELINE},
    "PM7": {Category.FACTORS},
    "PM8": {Category.LIMITS, Category.PROCESS},
    "PM9": {Category.DISCLOSURE, Category.TONE},
}
NAME = "postmortem.md"


def examples() -> Iterator[Any]:
    for rule in builtin_rules():
        for kind in ("bad", "good"):
            for number, example in enumerate(getattr(rule, kind), 1):
                yield pytest.param(rule, example, kind, id=f"{rule.code}-{kind}-{number}")


@pytest.mark.parametrize(("rule", "example", "kind"), list(examples()))
def test_example(rule: Rule, example: str, kind: str) -> None:
    text, wanted = read_marks(example) if kind == "bad" else (example, ())
    document = read(Source(NAME, text))
    hits = sorted((hit.span.start, hit.span.end) for hit in rule.check(document, rule.options))
    found = [text[start:end] for start, end in hits]
    assert hits == [(span.start, span.end) for span in wanted], f"found {found}"


@pytest.mark.parametrize("rule", INTERNAL_RULES, ids=lambda rule: rule.code)
def test_example_of_an_internal_rule(rule: Rule) -> None:
    for example in rule.bad:
        text, wanted = read_marks(example)
        assert [
            (one.start, one.end) for one in reviewed(text).findings if one.code == rule.code
        ] == [(span.start, span.end) for span in wanted]
    for example in rule.good:
        assert rule.code not in {one.code for one in reviewed(example).findings}


def reviewed(text: str) -> Findings:
    rules = all_rules()
    settings = Settings(rules)
    return review(Source(NAME, text), settings.rules, settings)


EVERY = [pytest.param(rule, id=rule.code) for rule in all_rules()]


@pytest.mark.parametrize("rule", EVERY)
def test_form(rule: Rule) -> None:
    assert rule.category in PREFIXES[rule.code[:3]]
    assert re.fullmatch(r"\S.*[.]", rule.summary), "the summary is one sentence"
    assert len(rule.summary) <= 100
    assert rule.doc.splitlines()[0].strip(), "the first line says what is found"
    assert "\nWhy:" in rule.doc
    assert "\nInstead:" in rule.doc


@pytest.mark.parametrize("rule", EVERY)
def test_examples_are_given_and_marked(rule: Rule) -> None:
    assert rule.bad
    assert rule.good
    for example in rule.bad:
        assert read_marks(example)[1], f"nothing is marked in {example!r}"
    for example in rule.good:
        assert "[[" not in example


@pytest.mark.parametrize("rule", EVERY)
def test_options_are_frozen_and_documented(rule: Rule) -> None:
    assert dataclasses.is_dataclass(rule.options)
    fields = dataclasses.fields(rule.options)
    if fields:
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(rule.options, fields[0].name, None)
    for item in fields:
        assert str(item.metadata.get("doc", "")).endswith("."), f"{item.name} has no sentence"
        assert item.default is not dataclasses.MISSING, f"{item.name} has no default"
        assert not isinstance(item.default, (list, dict, set))


@pytest.mark.parametrize("rule", builtin_rules(), ids=lambda rule: rule.code)
def test_file_is_named_like_the_rule(rule: Rule) -> None:
    assert Path(rule.path).stem == rule.name.replace("-", "_")


def test_codes_and_names_are_unique() -> None:
    every = all_rules()
    assert len({rule.code for rule in every}) == len(every)
    assert len({rule.name for rule in every}) == len(every)


@pytest.mark.parametrize("path", sorted(builtin_folder().glob("*.py")), ids=lambda path: path.stem)
def test_rule_imports_the_engine_only(path: Path) -> None:
    for name in imported(path):
        assert not name.startswith("pmlint.rules"), f"{path.name} imports the rule {name}"
        assert not name.startswith(("pmlint.cli", "pmlint.engine", "pmlint.formats"))


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
