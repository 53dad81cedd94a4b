"""Configuration: what is allowed, what is refused and how, and where values come from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import pytest

from pmlint.config import (
    KEYS,
    ConfigError,
    Layer,
    Settings,
    check_values,
    find_config,
    read_config,
)
from pmlint.document import Document, Profile, Topic
from pmlint.options import OptionError, convert_options
from pmlint.rule import Category, Hit, Rule, Severity, option
from pmlint.selection import Selection, select


@dataclass(frozen=True)
class Options:
    """One option of each type."""

    most: int = option(5, "The most.")
    share: float = option(0.5, "A share.")
    loud: bool = option(False, "Loud.")
    words: tuple[str, ...] = option((), "Words.")
    limit: tuple[int, int] = option((2, 3), "From and to.")
    mode: Literal["never", "allow"] = option("never", "How.")
    zone: str | None = option(None, "Zone.")

    def __post_init__(self) -> None:
        if self.limit[0] > self.limit[1]:
            raise ValueError("limit: the first number is above the second.")


def nothing(_document: Document, _options: object) -> Iterator[Hit]:
    return iter(())


def rule(code: str, name: str, category: Category, *, enabled: bool = True) -> Rule:
    return Rule(
        code=code,
        name=name,
        category=category,
        severity=Severity.WARNING,
        summary="A rule.",
        check=nothing,
        bad=(),
        good=(),
        options=Options(),
        enabled=enabled,
    )


RULES = (
    rule("PM101", "blame-named-person", Category.BLAME),
    rule("PM102", "blame-role", Category.BLAME),
    rule("PM109", "personal-name", Category.BLAME, enabled=False),
    rule("PM401", "vague-action-item", Category.ACTION_ITEMS),
    rule("PM403", "missing-owner", Category.ACTION_ITEMS),
)


def chosen(*selections: Selection) -> set[str]:
    return {found.code for found in select(RULES, selections)}


ENABLED = {"PM101", "PM102", "PM401", "PM403"}


@pytest.mark.parametrize(
    ("selection", "codes"),
    [
        (Selection(), ENABLED),
        (Selection(select=("PM4",)), {"PM401", "PM403"}),
        (Selection(select=("blame-role",)), {"PM102"}),
        (Selection(select=("action-items",)), {"PM401", "PM403"}),
        (Selection(select=("ALL",)), ENABLED | {"PM109"}),
        (Selection(select=("PM1",)), {"PM101", "PM102"}),
        (Selection(select=("PM109",)), {"PM109"}),
        (Selection(extend_select=("PM109",)), ENABLED | {"PM109"}),
        (Selection(ignore=("PM4",)), {"PM101", "PM102"}),
        (Selection(select=("PM401",), ignore=("PM4",)), {"PM401"}),
        (Selection(select=("PM4",), ignore=("PM401",)), {"PM403"}),
        (Selection(select=("PM4",), ignore=("action-items",)), {"PM401", "PM403"}),
        (Selection(select=("PM401",), ignore=("PM401",)), set()),
        (Selection(select=("pm401",)), {"PM401"}),
        (Selection(select=()), set()),
    ],
)
def test_more_specific_selector_wins(selection: Selection, codes: set[str]) -> None:
    assert chosen(selection) == codes


def test_later_select_starts_afresh_and_later_ignore_adds() -> None:
    file = Selection(select=("PM4",), ignore=("PM403",))
    assert chosen(file, Selection(select=("PM403",))) == {"PM403"}
    assert chosen(file, Selection(ignore=("PM401",))) == set()
    assert chosen(file, Selection(extend_select=("PM101",))) == {"PM401", "PM101"}


def values(**table: Any) -> dict[str, Any]:
    return check_values({key.replace("_", "-"): value for key, value in table.items()}, RULES)


def test_values_get_their_types() -> None:
    checked = values(
        severity={"PM401": "info"},
        min_severity="warning",
        fail_on="never",
        profile="near-miss",
        profiles={"near/*": "security"},
        aliases={"What bit us": "contributing-factors"},
        as_of="2026-04-15",
        people=["Dana"],
        min_confidence=1,
        options={"missing-owner": {"most": 3}, "PM401": {"words": ["a"]}},
    )
    assert checked["severity"] == {"PM401": Severity.INFO}
    assert checked["min-severity"] is Severity.WARNING
    assert checked["fail-on"] is None
    assert checked["profile"] is Profile.NEAR_MISS
    assert checked["profiles"] == {"near/*": Profile.SECURITY}
    assert checked["aliases"] == {"What bit us": Topic.FACTORS}
    assert checked["as-of"] == dt.date(2026, 4, 15)
    assert checked["people"] == ("Dana",)
    assert checked["options"] == {"PM403": {"most": 3}, "PM401": {"words": ("a",)}}


def test_one_word_for_severity_is_the_least_shown() -> None:
    assert values(severity="warning") == {"min-severity": Severity.WARNING}


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [
        ("selct", ["PM1"], 'unknown key "selct". Did you mean "select"?'),
        ("select", ["PM4O1"], 'unknown rule "PM4O1". Did you mean "PM401"?'),
        ("ignore", ["blame-rol"], 'Did you mean "blame-role"?'),
        ("select", "PM401", "expected a list of strings"),
        ("fail-on", "eror", 'Did you mean "error"?'),
        ("profile", "nearmiss", 'Did you mean "near-miss"?'),
        ("profiles", {"x": "secure"}, 'Did you mean "security"?'),
        ("aliases", {"X": "sumary"}, 'Did you mean "summary"?'),
        ("severity", {"PM9": "error"}, 'unknown rule "PM9"'),
        ("severity", {"PM101": "fatal"}, "severity.PM101: expected one of"),
        ("min-confidence", 2, "a number from 0 to 1"),
        ("min-confidence", True, "a number from 0 to 1"),
        ("as-of", "April", "a date such as 2026-04-15"),
        ("per-file-ignores", {"x": ["PM4O1"]}, 'per-file-ignores.x: unknown rule "PM4O1".'),
        ("per-file-ignores", {"x": "PM401"}, "expected a list of strings"),
        ("per-file-ignores", {"a**b**c**d**e*": ["PM401"]}, "it has too many stars"),
        ("options", {"missing-ownr": {}}, 'Did you mean "missing-owner"?'),
        ("options", {"PM403": {"moost": 1}}, 'unknown option "moost". Did you mean "most"?'),
        ("options", {"PM403": {"most": "x"}}, "most: expected a whole number"),
        ("options", {"PM403": 3}, "options.PM403: expected a table"),
        ("options", {"PM403": {"limit": [4, 1]}}, "the first number is above"),
        ("people", "Dana", "expected a list of strings"),
    ],
)
def test_wrong_key_or_value_names_the_nearest(key: str, value: object, says: str) -> None:
    with pytest.raises(ConfigError) as caught:
        check_values({key: value}, RULES, "pmlint.toml: ")
    assert str(caught.value).startswith("pmlint.toml: ")
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("name", "raw", "value"),
    [
        ("share", 1, 1.0),
        ("loud", True, True),
        ("words", ["a", "b"], ("a", "b")),
        ("limit", [1, 2], (1, 2)),
        ("mode", "allow", "allow"),
        ("zone", "UTC", "UTC"),
    ],
)
def test_option_types(name: str, raw: object, value: object) -> None:
    assert convert_options(Options(), {name: raw}) == {name: value}


@pytest.mark.parametrize(
    ("name", "raw", "says"),
    [
        ("most", True, "a whole number"),
        ("most", 1.5, "a whole number"),
        ("share", "1", "a number"),
        ("loud", 1, "true or false"),
        ("words", "a", "a list"),
        ("words", [1], "a string"),
        ("limit", [1], "a list of 2 values"),
        ("mode", "maybe", "one of never, allow"),
        ("zone", 3, "a string or nothing"),
    ],
)
def test_wrong_option_types(name: str, raw: object, says: str) -> None:
    with pytest.raises(OptionError, match=says):
        convert_options(Options(), {name: raw})


def test_settings_merge_layers_and_say_where_from(tmp_path: Path) -> None:
    path = tmp_path / "pmlint.toml"
    path.write_text(
        'ignore = ["PM102"]\nfail-on = "warning"\n[options.missing-owner]\nmost = 2\n'
        '[severity]\nPM4 = "info"\nPM401 = "error"\n',
        encoding="utf-8",
    )
    line = Layer({"fail-on": None}, {"fail-on": "--fail-on"})
    settings = Settings(RULES, (read_config(path, RULES, "pmlint.toml"), line))
    assert [found.code for found in settings.rules] == ["PM101", "PM401", "PM403"]
    assert settings.value("fail-on") is None
    assert settings.origin("fail-on") == "--fail-on"
    assert settings.origin("ignore") == "pmlint.toml"
    assert settings.origin("people") == "default"
    assert settings.origin("options.PM403.most") == "pmlint.toml"
    assert settings.options_of(RULES[4]) == Options(most=2)
    assert settings.options_of(RULES[3]) == Options()
    assert settings.severity_of(RULES[3]) is Severity.ERROR
    assert settings.severity_of(RULES[4]) is Severity.INFO
    assert settings.severity_of(RULES[0]) is None
    assert not settings.fails(Severity.ERROR)


def test_profile_by_pattern_last_match_wins_command_line_first(tmp_path: Path) -> None:
    table = values(profile="ordinary", profiles={"near/*": "near-miss", "near/s*": "security"})
    layer = Layer(table, {}, tmp_path)
    settings = Settings(RULES, (layer,))
    assert settings.profile_of(str(tmp_path / "near" / "a.md")) is Profile.NEAR_MISS
    assert settings.profile_of(str(tmp_path / "near" / "s.md")) is Profile.SECURITY
    assert settings.profile_of(str(tmp_path / "b.md")) is Profile.ORDINARY
    above = Settings(RULES, (layer, Layer({"profile": Profile.SECURITY})))
    assert above.profile_of(str(tmp_path / "near" / "a.md")) is Profile.SECURITY


def test_rules_ignored_by_pattern_add_up(tmp_path: Path) -> None:
    table = values(per_file_ignores={"old/**": ["PM4"], "old/a.md": ["blame-role"]})
    settings = Settings(RULES, (Layer(table, {}, tmp_path), Layer({"select": ("PM401",)})))
    fours = {rule.code for rule in RULES if rule.code.startswith("PM4")}
    assert settings.ignored_in(str(tmp_path / "old" / "b.md")) == fours
    assert settings.ignored_in(str(tmp_path / "old" / "a.md")) == fours | {"PM102"}
    assert settings.ignored_in(str(tmp_path / "a.md")) == frozenset()


def test_nearest_file_upward_is_found(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    outer = tmp_path / "pmlint.toml"
    outer.write_text("", encoding="utf-8")
    project = tmp_path / "a" / "pyproject.toml"
    project.write_text("[project]\nname = 'x'\n", encoding="utf-8")
    assert find_config(inner) == outer
    project.write_text("[tool.pmlint]\npeople = ['Dana']\n", encoding="utf-8")
    assert find_config(inner) == project
    assert read_config(project, RULES).values == {"people": ("Dana",)}
    beside = tmp_path / "a" / "pmlint.toml"
    beside.write_text("", encoding="utf-8")
    assert find_config(inner) == beside


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("pmlint.toml", "select = [", "is not valid TOML"),
        ("pyproject.toml", "[project]\n", "has no [tool.pmlint] table"),
        ("pyproject.toml", "[tool]\npmlint = 3\n", "tool.pmlint is not a table"),
    ],
)
def test_unusable_file(tmp_path: Path, name: str, text: str, says: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        read_config(path, RULES)
    assert str(path) in str(caught.value)
    assert says in str(caught.value)


def test_every_key_has_a_sentence() -> None:
    for name, key in KEYS.items():
        assert key.doc.endswith("."), name
