"""Neither the seed of hashes, the locale, the time zone nor the order of files changes a byte."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from pmlint.cli import main
from pmlint.formats import FORMATS
from tests.sameness import different, outputs, set_up

ENVIRONMENTS = {
    "plain": {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"},
    "far east": {"PYTHONHASHSEED": "4242", "LC_ALL": "C", "TZ": "<+14>-14"},
    "far west": {
        "PYTHONHASHSEED": "7",
        "LC_ALL": "C",
        "TZ": "<-12>12",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "COLUMNS": "40",
    },
}
WORDS = "# Outage\n\nThe retry interval was ridiculous, and {}.\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    """All outputs in each environment."""
    work = tmp_path_factory.mktemp("sameness") / "work"
    set_up(work)
    return {name: outputs(work, environment=one) for name, one in ENVIRONMENTS.items()}


def test_all_formats_are_compared(made: dict[str, dict[str, bytes]]) -> None:
    names = {f"check.{form}" for form in FORMATS}
    names |= {f"report.{form}" for form in ("html", "markdown", "json", "csv", "terminal")}
    assert set(made["plain"]) == {"stdout", *names}
    assert all(made["plain"].values()), "none is empty"


@pytest.mark.parametrize("name", list(ENVIRONMENTS)[1:])
def test_the_environment_changes_no_byte(made: dict[str, dict[str, bytes]], name: str) -> None:
    first, second = dict(made["plain"]), dict(made[name])
    if ENVIRONMENTS[name].get("PYTHONUTF8") == "0":
        # Where the locale knows only ASCII, what is printed is escaped; files are as ever.
        first["stdout"] = first["stdout"].decode().encode("ascii", "backslashreplace")
    assert different(first, second) == []


@pytest.fixture
def three(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Three documents, made in another order than that of their names."""
    monkeypatch.chdir(tmp_path)
    names = ["c.md", "a.md", "b.md"]
    for name in names:
        Path(name).write_text(WORDS.format(name.removesuffix(".md") * 9), encoding="utf-8")
    return names


def check(*arguments: str) -> str:
    result = CliRunner().invoke(main, ["check", "--select", "PM9", "--isolated", *arguments])
    assert result.exit_code in (0, 1), result.output
    return result.stdout


def test_a_folder_is_searched_by_name(three: list[str]) -> None:
    for form in FORMATS:
        assert check(".", "--format", form) == check(*sorted(three), "--format", form)


def test_files_are_told_of_in_the_order_given(three: list[str]) -> None:
    """And what is found in each does not depend on the others."""
    alone = {name: check(name, "--quiet", "--format", "concise") for name in three}
    assert len(set(alone.values())) == 3
    for order in itertools.permutations(three):
        told = check(*order, "--quiet", "--format", "concise")
        assert told == "".join(alone[name] for name in order)
        found = json.loads(check(*order, "--format", "json"))["findings"]
        assert list(dict.fromkeys(one["path"] for one in found)) == list(order)


def test_a_file_that_is_named_twice_is_told_of_once(three: list[str]) -> None:
    for form in FORMATS:
        assert check(*three, *three, ".", "--format", form) == check(*three, "--format", form)
