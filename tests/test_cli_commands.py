"""The commands besides ``check``: rules, explain, config, new, init."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

import pmlint
from pmlint.cli import main
from pmlint.config import KEYS
from pmlint.document import Profile, Topic
from pmlint.options import options_in
from pmlint.reading import read
from pmlint.registry import all_rules
from pmlint.rule import Rule
from pmlint.source import Source

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)

    def call(*args: str) -> Result:
        return CliRunner().invoke(main, args)

    return call


def test_rules_lists_all_in_each_format(run: Run) -> None:
    every = all_rules()
    text = run("rules").stdout
    assert [line.split()[0] for line in text.splitlines() if re.match(r"[A-Z]+\d", line)] == [
        rule.code for rule in every
    ]
    table = run("rules", "--format", "markdown").stdout.splitlines()
    assert len(table) == len(every) + 2
    assert len({row.replace("\\|", "").count("|") for row in table}) == 1
    content = json.loads(run("rules", "--format", "json").stdout)
    assert [entry["code"] for entry in content] == [rule.code for rule in every]
    assert all(entry["summary"] and entry["doc"] for entry in content)


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_explain_shows_why_examples_and_options(rule: Rule) -> None:
    by_code = CliRunner().invoke(main, ["explain", rule.code.lower()]).stdout
    assert by_code == CliRunner().invoke(main, ["explain", rule.name]).stdout
    assert by_code.startswith(f"{rule.code} {rule.name} (")
    for part in ("Why:", "Instead:", "Found:", "Not found:", "^"):
        assert part in by_code
    for item in options_in(rule.options):
        assert f"    {item.key} = " in by_code


def test_explain_knows_options_and_keys(run: Run) -> None:
    rule = next(rule for rule in all_rules() if list(options_in(rule.options)))
    option = next(options_in(rule.options))
    shown = run("explain", option.key).stdout
    assert f"{rule.code} {rule.name}: {option.key} = " in shown
    for key in KEYS:
        shown = run("explain", key).stdout
        assert max(map(len, shown.splitlines())) <= 90
    for key in ("include", "exclude", "profiles", "baseline"):
        assert "seen from the configuration's folder" in " ".join(
            run("explain", key).stdout.split()
        )


def test_config_shows_each_value_and_its_origin(run: Run) -> None:
    Path("pmlint.toml").write_text(
        'people = ["Dana"]\n[profiles]\n"near/*" = "near-miss"\n', encoding="utf-8"
    )
    lines = run("config").stdout.splitlines()
    shown = {line.split(" = ")[0]: line.split("# ")[-1] for line in lines}
    assert shown["people"] == "pmlint.toml"
    assert shown["ignore"] == "default"
    assert shown['profiles."near/*"'] == "pmlint.toml"
    assert {key for key in KEYS if not isinstance(KEYS[key].default, dict)} <= set(shown)
    assert run("config", "--isolated").stdout.count("pmlint.toml") == 0


PROFILES = [profile.value for profile in Profile]


@pytest.mark.parametrize("profile", PROFILES)
def test_new_asks_only_for_what_is_to_be_filled_in(run: Run, profile: str) -> None:
    done = run(
        "new", "Payment service outage", "--date", "2026-04-15", "--profile", profile, "-o", "pm.md"
    )
    assert done.exit_code == 0
    text = Path("pm.md").read_text(encoding="utf-8")
    found = pmlint.lint(text, path="pm.md")
    assert {one.code for one in found if one.category.value == "structure"} <= {
        "PM502",
        "PM503",
        "PM506",
    }
    assert "PM503" in {one.code for one in found}
    assert {one.code for one in found if one.code < "PM4"} == set()


@pytest.mark.parametrize("profile", PROFILES)
def test_new_has_all_sections_and_its_profile(run: Run, profile: str) -> None:
    text = run("new", "Payment service outage", "--profile", profile).stdout
    document = read(Source("pm.md", text))
    for topic in list(Topic)[1:7]:
        assert document.has(topic), topic
    assert document.profile.value == profile


def test_new_takes_today_or_a_date(run: Run) -> None:
    assert (
        "# Search outage: April 5, 2026\n"
        in run("new", "Search outage", "--date", "2026-04-05").stdout
    )
    assert dt.date.today().isoformat() in run("new", "Search", "outage").stdout


def test_new_keeps_dollar_signs_of_the_title(run: Run) -> None:
    assert "# $5 fees: " in run("new", "$5 fees").stdout


def test_new_never_overwrites(run: Run) -> None:
    Path("pm.md").write_text("mine", encoding="utf-8")
    done = run("new", "Search outage", "-o", "pm.md")
    assert done.exit_code == 2
    assert "pm.md exists already" in done.stderr
    assert Path("pm.md").read_text(encoding="utf-8") == "mine"


def test_init_writes_three_files_that_work(run: Run) -> None:
    done = run("init")
    assert done.exit_code == 0
    assert done.stdout.count("written") == 3
    hooks = yaml.safe_load(Path(".pre-commit-config.yaml").read_text(encoding="utf-8"))
    (hook,) = hooks["repos"][0]["hooks"]
    assert hook["additional_dependencies"] == [f"pmlint=={pmlint.__version__}"]
    assert hook["entry"] == "pmlint check --force-exclude"
    workflow = yaml.safe_load(Path(".github/workflows/pmlint.yml").read_text(encoding="utf-8"))
    *_, install, check = (step.get("run") for step in workflow["jobs"]["review"]["steps"])
    assert install == f'pip install "pmlint=={pmlint.__version__}"'
    assert check == "pmlint check --diff HEAD^ --format github"
    assert run("config").exit_code == 0


def test_init_lets_the_hook_the_workflow_and_a_search_come_to_the_same(run: Run) -> None:
    run("init")
    for name in ("Retrospective/a.MD", "incident/b.txt", "x/c-Postmortem.mdx", "incident/d.png"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("Fine.\n", encoding="utf-8")
    documents = {"Retrospective/a.MD", "incident/b.txt", "x/c-Postmortem.mdx"}
    only = ("--select", "PM501", "--format", "json")
    for more in ((), ("--force-exclude", *documents)):
        found = json.loads(run("check", *only, *more).stdout)["findings"]
        assert {one["path"] for one in found} == documents
    text = Path(".github/workflows/pmlint.yml").read_text(encoding="utf-8")
    watched = yaml.safe_load(text)[True]["pull_request"]["paths"]  # YAML 1.1 reads "on" as true
    assert {"**.md", "**.mdx", "**.txt", "**/pmlint.toml", "**/pyproject.toml"} <= set(watched)


def test_init_below_the_top_says_what_would_do_harm_or_nothing(run: Run) -> None:
    Path(".git").mkdir()
    Path("docs").mkdir()
    written = run("init", "docs").stdout
    assert "written  docs/pmlint.toml" in written
    assert written.count("read only at the top of the repository: `pmlint init .`") == 2
    assert not list(Path("docs").glob(".*"))
    Path("docs/pmlint.toml").unlink()
    Path("pyproject.toml").write_text(PROJECT, encoding="utf-8")
    refused = run("init", "docs").stdout
    assert "pyproject.toml holds here, and a nearer configuration would inherit none" in refused
    assert not Path("docs/pmlint.toml").exists()


PROJECT = "[tool.pmlint]\nfail-on = 'never'\n"


def test_init_leaves_a_configuration_in_pyproject_alone(run: Run) -> None:
    Path("pyproject.toml").write_text(PROJECT, encoding="utf-8")
    done = run("init")
    assert "skipped  pmlint.toml: pyproject.toml has [tool.pmlint]" in done.stdout
    assert not Path("pmlint.toml").exists()
    Path("pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    assert "written  pmlint.toml" in run("init").stdout


def test_two_configurations_in_one_folder_are_told_of(run: Run) -> None:
    Path("pmlint.toml").write_text("people = ['Dana']\n", encoding="utf-8")
    Path("pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    Path("a.md").write_text("Fine.\n", encoding="utf-8")
    assert "aside" not in run("config").stderr
    Path("pyproject.toml").write_text(PROJECT, encoding="utf-8")
    for command in (("config",), ("check", "a.md", "--select", "PM602"), ("report",)):
        result = run(*command)
        told = "pmlint: pmlint.toml puts [tool.pmlint] in pyproject.toml aside. Keep one of them."
        assert result.stderr.count(told) == 1, command
    assert "aside" not in run("config", "--config", "pmlint.toml").stderr
    assert "aside" not in run("config", "--isolated").stderr
    Path("pyproject.toml").write_text("[tool.pmlint\n", encoding="utf-8")
    assert run("config").exit_code == 0


def test_init_never_overwrites_and_says_so(run: Run) -> None:
    Path(".pre-commit-config.yaml").write_text("repos: []\n", encoding="utf-8")
    done = run("init")
    assert "skipped  .pre-commit-config.yaml" in done.stdout
    assert "id: pmlint" in done.stdout
    assert Path(".pre-commit-config.yaml").read_text(encoding="utf-8") == "repos: []\n"
    again = run("init")
    assert again.exit_code == 0
    assert again.stdout.count("skipped") == 3
