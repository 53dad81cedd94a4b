"""The README says what is so: its table, its example, its configuration."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import pmlint
from pmlint.cli import main
from pmlint.config import check_values
from pmlint.registry import all_rules
from tests import update

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

TEXT = update.README.read_text(encoding="utf-8")


def block(language: str) -> str:
    """The README's first code block in *language*."""
    found = re.search(rf"```{language}\n(.*?)```", TEXT, re.DOTALL)
    assert found
    return found[1]


def test_generated_parts_are_current(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(update.ROOT)
    assert update.readme(TEXT) == TEXT, "run `python -m tests.update` and read what it changes"


def test_example_shows_the_main_families(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(update.ROOT)
    shown = update.output()
    for code in ("PM101", "PM201", "PM401", "PM404", "PM406", "PM602"):
        assert f" {code} [" in shown


def test_configuration_of_the_readme_is_valid() -> None:
    assert check_values(tomllib.loads(block("toml")), all_rules())


def test_python_of_the_readme_works(capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(block("python"), "README.md", "exec"), {})  # noqa: S102
    assert capsys.readouterr().out.startswith("1 PM301 ")


def test_suppressions_of_the_readme_are_understood() -> None:
    codes = {one.code for one in pmlint.lint(block("markdown"))}
    assert not codes & {"PM001", "PM002"}


def test_configuration_of_init_is_valid(tmp_path: Path) -> None:
    assert CliRunner().invoke(main, ["init", str(tmp_path)]).exit_code == 0
    text = (tmp_path / "pmlint.toml").read_text(encoding="utf-8")
    commented = re.sub(r"^# (?=\[|\"|[a-z-]+ = )", "", text, flags=re.MULTILINE)
    assert check_values(tomllib.loads(text), all_rules())
    assert check_values(tomllib.loads(commented), all_rules())
