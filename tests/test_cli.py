"""The command line: exit statuses, choice of files, options, what goes where."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner, Result

import pmlint
from pmlint.cli import main
from tests.test_formats import SCHEMA

ROOT = Path(__file__).parent.parent
HOUSE_RULE = '''"""The word apple stands in the document.

Why: it is the word of this test.

Instead: take another.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import Document, Span
from pmlint.rule import Category, Hit, Rule, Severity


def check(document: Document, options: object) -> Iterator[Hit]:
    at = document.source.text.find("apple")
    if "crash" in document.source.text:
        raise RuntimeError("crashed")
    if at >= 0:
        yield Hit(Span(at, at + 5), "an apple", confidence=0.5)


RULE = Rule(
    code="HOUSE001",
    name="apple",
    category=Category.HOUSE,
    severity=Severity.WARNING,
    summary="The word apple.",
    check=check,
    bad=("An [[apple]].",),
    good=("A pear.",),
)
'''

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """``run("check", ...)`` in an empty folder; a house rule finds ``apple``."""
    house = tmp_path / "house"
    house.mkdir()
    (house / "apple.py").write_text(HOUSE_RULE, encoding="utf-8")
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)

    def call(*args: str, stdin: bytes | None = None) -> Result:
        if args and args[0] == "check":
            args = (*args, "--rules", str(house), "--extend-select", "apple")
        return CliRunner().invoke(main, args, input=stdin)

    return call


def write(name: str, text: str = "An apple.\n") -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


APPLES = ("--select", "HOUSE001", "--format", "concise")


def places(result: Result) -> list[str]:
    """Paths of the findings, in order."""
    return [line.split(":")[0] for line in result.stdout.splitlines() if "HOUSE001" in line]


def test_clean_file_is_one_line_and_zero(run: Run) -> None:
    write("a.md", "A pear.\n")
    result = run("check", "a.md", "--select", "HOUSE001")
    assert (result.exit_code, result.stdout) == (0, "All clear: 1 file reviewed.\n")
    assert result.stderr == ""


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ((), 0),
        (("--fail-on", "warning"), 1),
        (("--fail-on", "info"), 1),
        (("--fail-on", "error"), 0),
        (("--fail-on", "never"), 0),
        (("--fail-on", "warning", "--exit-zero"), 0),
        (("--fail-on", "warning", "--severity", "error"), 0),
        (("--fail-on", "warning", "--min-confidence", "0.6"), 0),
        (("--fail-on", "warning", "--min-confidence", "0.5"), 1),
        (("--fail-on", "warning", "--ignore", "HOUSE001"), 0),
        (("--fail-on", "warning", "--no-cache"), 1),
        (("--severity", "eror"), 2),
        (("--min-confidence", "2"), 2),
        (("--fail-on", "none"), 2),
        (("--profile", "x"), 2),
        (("--as-of", "soon"), 2),
        (("--ignore", " , "), 2),
        (("--isolated", "--config", "x.toml"), 2),
        (("--config", "missing.toml"), 2),
        (("--format", "json", "--statistics"), 2),
    ],
)
def test_exit_status(run: Run, options: tuple[str, ...], status: int) -> None:
    write("a.md")
    assert run("check", "a.md", *APPLES, *options).exit_code == status


def test_missing_file_is_two_and_the_others_are_reviewed(run: Run) -> None:
    write("a.md")
    result = run("check", "missing.md", "a.md", *APPLES)
    assert result.exit_code == 2
    assert places(result) == ["a.md"]
    assert "missing.md: no such file." in result.stderr
    content = json.loads(run("check", "missing.md", "a.md", "--format", "json").stdout)
    assert [one["path"] for one in content["errors"]] == ["missing.md"]
    assert content["summary"]["files"] == 1


def test_exit_zero_does_not_hide_a_missing_file(run: Run) -> None:
    assert run("check", "missing.md", "--exit-zero").exit_code == 2


@pytest.mark.parametrize("data", [b"\xff\xfe\xfd apple \x80", b"\x00\x01\x02\x03" * 20])
def test_unreadable_text_is_two(run: Run, data: bytes) -> None:
    Path("a.md").write_bytes(data)
    assert run("check", "a.md").exit_code == 2


def test_failing_rule_is_two_and_named(run: Run) -> None:
    write("a.md", "crash\n")
    result = run("check", "a.md", *APPLES)
    assert result.exit_code == 2
    assert "a.md: rule HOUSE001 (apple) failed: RuntimeError: crashed" in result.stderr


def test_folder_is_searched_in_order_and_shown_as_given(run: Run) -> None:
    for name in ("d/b.md", "d/a.markdown", "d/sub/c.txt", "d/x.py", "d/y.md/z.md"):
        write(name)
    assert places(run("check", "d", *APPLES)) == [
        "d/a.markdown",
        "d/b.md",
        "d/sub/c.txt",
        "d/y.md/z.md",
    ]
    assert places(run("check", "d/", *APPLES))[0] == "d/a.markdown"
    assert places(run("check", "./d", *APPLES))[0] == "./d/a.markdown"
    assert places(run("check", *APPLES))[0] == "d/a.markdown"
    assert places(run("check", str(Path("d").resolve()), *APPLES))[0].endswith("/here/d/a.markdown")


def test_file_given_twice_is_reviewed_once(run: Run) -> None:
    write("d/a.md")
    assert places(run("check", "d/a.md", "d", "./d/a.md", *APPLES)) == ["d/a.md"]


def test_gitignore_files_hold_nested_and_negated(run: Run) -> None:
    Path(".git/info").mkdir(parents=True)
    write(".git/info/exclude", "secret.md\n")
    write(".gitignore", "*.txt\n!keep.txt\ndrafts/\n")
    write("d/.gitignore", "/local.md\n!back.txt\n")
    for name in ("a.md", "a.txt", "keep.txt", "drafts/b.md", "secret.md"):
        write(name)
    for name in ("d/local.md", "d/back.txt", "d/e/local.md", "d/drafts/c.md"):
        write(name)
    wanted = ["a.md", "d/back.txt", "d/e/local.md", "keep.txt"]
    assert places(run("check", *APPLES)) == wanted
    assert places(run("check", "d", *APPLES)) == wanted[1:3]
    assert places(run("check", "a.txt", *APPLES)) == ["a.txt"], "a named file is always reviewed"


def test_include_and_exclude_are_relative_to_the_configuration(run: Run) -> None:
    for name in ("pm/a.md", "pm/old/b.md", "pm/c.rst", "other.md"):
        write(name)
    write("pmlint.toml", 'include = ["pm/**"]\nexclude = ["pm/old/"]\n')
    assert places(run("check", *APPLES)) == ["pm/a.md", "pm/c.rst"]
    assert places(run("check", "pm", *APPLES)) == ["pm/a.md", "pm/c.rst"]
    assert places(run("check", "pm/old/b.md", *APPLES)) == ["pm/old/b.md"]
    assert places(run("check", "pm/old/b.md", "--force-exclude", *APPLES)) == []
    assert places(run("check", "pm/a.md", "--force-exclude", *APPLES)) == ["pm/a.md"]


def test_a_folder_in_include_stands_for_its_documents(run: Run) -> None:
    for name in ("a/pm/x.md", "pm/Y.TXT", "pm/z.png", "PM/v.md", "docs/w.md", "docs/in/u.md"):
        write(name)
    write("pmlint.toml", 'include = ["pm/", "docs/in/"]\n')
    assert places(run("check", *APPLES)) == ["PM/v.md", "a/pm/x.md", "docs/in/u.md", "pm/Y.TXT"]
    write("pmlint.toml", 'include = ["pm/**"]\n')
    assert places(run("check", *APPLES)) == ["PM/v.md", "pm/Y.TXT", "pm/z.png"]
    write("pmlint.toml", "")
    assert "pm/Y.TXT" in places(run("check", *APPLES))


def test_include_holds_for_named_files_only_with_force_exclude(run: Run) -> None:
    for name in ("pm/a.md", "other.md", "x.rst"):
        write(name)
    named = ("check", "pm/a.md", "other.md", "x.rst", *APPLES)
    assert places(run(*named, "--force-exclude")) == ["pm/a.md", "other.md", "x.rst"]
    write("pmlint.toml", 'include = ["pm/**"]\n')
    assert places(run(*named)) == ["pm/a.md", "other.md", "x.rst"]
    assert places(run(*named, "--force-exclude")) == ["pm/a.md"]


def test_the_configuration_of_where_we_are_says_nothing_on_other_trees(
    run: Run, tmp_path: Path
) -> None:
    write("pmlint.toml", 'include = ["pm/**"]\nselect = ["PM603"]\nfail-on = "never"\n')
    for name in ("pm/a.md", "b.md"):
        write(name)
        write(str(tmp_path / "other" / name))
    assert places(run("check", "../other", *APPLES)) == ["../other/b.md", "../other/pm/a.md"]
    assert run("check", "../other", *APPLES, "--fail-on", "warning").exit_code == 1
    assert places(run("check", *APPLES)) == ["pm/a.md"]
    shown = run("config", "../other").stdout
    assert "pmlint.toml" not in shown
    config = ("--config", "pmlint.toml")
    assert "pmlint.toml" in run("config", "../other", *config).stdout


@pytest.mark.parametrize(
    "options",
    [
        ("--output-file", "a.md"),
        ("--export", "json=a.md"),
        ("--format", "json", "--output-file", "./d/../a.md"),
        ("--export", "sarif=out.sarif", "--output-file", "link.txt"),
    ],
)
def test_no_document_is_overwritten(run: Run, options: tuple[str, ...]) -> None:
    write("d/b.md")
    write("a.md")
    Path("link.txt").symlink_to("a.md")
    result = run("check", "a.md", *options)
    assert result.exit_code == 2
    assert "would be overwritten" in result.stderr
    assert Path("a.md").read_text(encoding="utf-8") == "An apple.\n"
    assert not Path("out.sarif").exists()
    assert run("check", "d/b.md", *options).exit_code != 2, "it is not reviewed then"


def test_a_name_for_standard_input_needs_standard_input(run: Run) -> None:
    write("a.md")
    result = run("check", "a.md", "--stdin-filename", "b.md", *APPLES)
    assert result.exit_code == 2
    assert "Add - to the paths" in result.stderr


def test_a_pattern_in_quotes_is_explained(run: Run) -> None:
    assert "let the shell expand it" in run("check", "postmortems/**/*.md").stderr
    assert "let the shell expand it" not in run("check", "missing.md").stderr


def test_a_text_is_a_string() -> None:
    with pytest.raises(TypeError, match="not bytes"):
        pmlint.lint(b"x")  # type: ignore[arg-type]


def test_codes_without_commas_are_no_reason() -> None:
    text = "## Action items\n\n- Improve monitoring <!-- pmlint: allow PM401 {}agreed -->\n"
    codes = {"PM401", "PM403", "PM405"}
    for more, left in (
        ("", codes - {"PM401"}),
        ("PM403 ", {"PM405"}),
        ("HTTP500 ", codes - {"PM401"}),
    ):
        found = pmlint.lint(text.format(more), select=sorted(codes))
        assert {one.code for one in found} == left, more


def test_a_dash_is_no_file(run: Run) -> None:
    write("a.md")
    result = run("check", "a.md", "--export", "json=-")
    assert result.exit_code == 2
    assert "--format json" in result.stderr
    assert json.loads(run("check", "a.md", "--format", "json", "--output-file", "-").stdout)
    assert not Path("-").exists()


def test_usual_other_files_are_passed_over(run: Run) -> None:
    for name in ("node_modules/a.md", "CHANGELOG.md", "requirements-dev.txt", "LICENSE.md"):
        write(name)
    result = run("check", *APPLES)
    assert result.exit_code == 0
    assert "there is nothing to review" in result.stderr


def test_links_to_folders_are_not_followed(run: Run) -> None:
    write("d/a.md")
    Path("d/loop").symlink_to(Path("d").resolve(), target_is_directory=True)
    Path("d/broken.md").symlink_to("nowhere")
    assert places(run("check", "d", *APPLES)) == ["d/a.md"]


def test_empty_folder_says_so(run: Run) -> None:
    result = run("check", "--format", "json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["summary"]["files"] == 0
    assert "nothing to review" in result.stderr


def test_who_left_nothing_to_review_is_told(run: Run) -> None:
    write("docs/a.md")
    write("pmlint.toml", 'include = ["reviews/"]\n')
    for arguments in ((), ("docs",), ("docs/a.md", "--force-exclude")):
        told = run("check", *arguments, *APPLES)
        assert told.exit_code == 0
        assert "`include` of pmlint.toml leaves no file" in told.stderr
        assert 'include = ["reviews/"]' in told.stderr
    write("pmlint.toml", 'exclude = ["docs/"]\n')
    assert "`exclude` of pmlint.toml leaves no file" in run("check", *APPLES).stderr
    write("pmlint.toml", "")
    Path("docs/a.md").unlink()
    assert "no Markdown or text file is left" in run("check", *APPLES).stderr


@pytest.mark.parametrize(
    "options",
    [
        ("--export", "json=a.out", "--output-file", "a.out"),
        ("--export", "json=a.out", "--export", "sarif=d/../a.out"),
        ("--export", "json=a.out", "--export", "json=a.out"),
        ("--export", "json=a.out", "--write-baseline", "--baseline", "a.out"),
    ],
)
def test_two_outputs_are_two_files(run: Run, options: tuple[str, ...]) -> None:
    write("d/b.md")
    result = run("check", "d", *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "one would be lost" in result.stderr
    assert not Path("a.out").exists()
    assert run("check", "d", "--export", "json=a", "--export", "json=b", *APPLES).exit_code == 0
    assert Path("a").read_bytes() == Path("b").read_bytes()


def test_no_document_is_overwritten_by_one_of_two_files_of_a_format(run: Run) -> None:
    write("a.md")
    result = run("check", "a.md", "--export", "json=a.md", "--export", "json=b.out")
    assert "would be overwritten" in result.stderr
    assert not Path("b.out").exists()


def test_standard_input(run: Run) -> None:
    result = run("check", "-", *APPLES, stdin=b"An apple.\n")
    assert result.stdout.startswith("-:1:4: HOUSE001 an apple\n")
    result = run("check", "-", "--stdin-filename", "pm/a.md", *APPLES, stdin=b"An apple.\n")
    assert places(result) == ["pm/a.md"]
    assert run("check", "-", stdin=b"\xff\xff").exit_code == 2
    write("pmlint.toml", 'exclude = ["pm/"]\n')
    named = ("--stdin-filename", "pm/a.md", "--force-exclude")
    assert places(run("check", "-", *named, *APPLES, stdin=b"An apple.\n")) == []


def test_nearest_configuration_holds_for_each_file(run: Run) -> None:
    write("a/x.md")
    write("b/x.md")
    write("a/pmlint.toml", 'min-severity = "error"\n')
    write("pyproject.toml", '[tool.pmlint]\nfail-on = "warning"\n')
    assert places(run("check", "a", "b", *APPLES)) == ["b/x.md"]
    assert run("check", "b", *APPLES).exit_code == 1
    assert run("check", "b", *APPLES, "--isolated").exit_code == 0
    write("other.toml", 'fail-on = "info"\n')
    assert run("check", "b", *APPLES, "--config", "other.toml").exit_code == 1


IGNORED = "# Shop outage on 2026-04-15\n\n## Action items\n\n- {} Improve monitoring.\n"


def test_rules_are_ignored_by_file_wherever_it_is_run_from(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("pmlint.toml", '[per-file-ignores]\n"old/**" = ["action-items", "PM9"]\n')
    for folder in ("old", "new"):
        Path(folder).mkdir()
        write(f"{folder}/a.md", IGNORED.format("<!-- pmlint: allow PM403 -->"))
    every = ("check", "--format", "json", "--select", "PM401,PM405,PM9", "--exit-zero")
    found = json.loads(run(*every, "old", "new").stdout)["findings"]
    assert {one["path"] for one in found} == {"new/a.md"}
    assert {"PM401", "PM405"} <= {one["code"] for one in found}
    monkeypatch.chdir("old")
    assert json.loads(run(*every, "a.md").stdout)["findings"] == []
    shown = run("config").stdout
    assert 'per-file-ignores."old/**" = ["action-items", "PM9"]' in shown


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('selct = ["PM1"]\n', 'pmlint.toml: unknown key "selct". Did you mean "select"?'),
        ('select = ["vague-acton-item"]\n', 'Did you mean "vague-action-item"?'),
        ("select = [\n", "is not valid TOML"),
        ('rules = "house"\n', 'unknown key "rules"'),
        ("[tool.pmlint]\nignore = []\n", "take the line [tool.pmlint] away"),
        ("[options.too-many-action-items]\nmax = -3\n", "max: expected 0 or more, got -3."),
        ("[options.too-many-action-items]\nmin = 9\nmax = 2\n", "min = 9 is above max = 2."),
        ("[options.meeting-length]\nmin-minutes = 9\nmax-minutes = 2.5\n", "is above max-minutes"),
        ("[options.duration-mismatch]\ntolerance-percent = nan\n", "expected 0 or more"),
        ('people = ["Hedwig"]\nsystems = ["Hedwig"]\n', '"Hedwig" is in both people and systems'),
    ],
)
def test_wrong_configuration_is_two(run: Run, text: str, says: str) -> None:
    write("a.md")
    write("pmlint.toml", text)
    result = run("check", "a.md")
    assert result.exit_code == 2
    assert says in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("chek",), 'There is no command "chek". Did you mean "check"?'),
        (("a.md",), "pmlint check a.md"),
        (("check", "--selct", "x"), "--select"),
        (("check", "--select", "PM4O1"), '--select: unknown rule "PM4O1". Did you mean "PM401"?'),
        (("check", "--format", "jsn"), 'Did you mean "json"?'),
        (("check", "--fail-on", "warn"), 'Did you mean "warning"?'),
        (("check", "--color", "alway"), 'Did you mean "always"?'),
        (("explain", "PM4O1"), 'Did you mean "PM401"?'),
        (("explain", "vague-action-itm"), 'Did you mean "vague-action-item"?'),
        (("new", " "), "the title is empty"),
        (("new", "x", "--date", "soon"), "is not a date such as 2026-04-15"),
        (("config", "nowhere"), 'no file or folder "nowhere"'),
        (("init", "nowhere"), 'no folder "nowhere"'),
        (("rules", "--rules", "nowhere"), "nowhere: no such folder of rules"),
    ],
)
def test_wrong_usage_is_two_and_names_the_nearest(
    run: Run, args: tuple[str, ...], says: str
) -> None:
    write("a.md")
    result = run(*args)
    assert result.exit_code == 2
    assert says in result.stderr
    assert "Traceback" not in result.output


def test_json_keeps_the_contract(run: Run) -> None:
    write(
        "a.md", "# Outage\n\nAn apple. <!-- pmlint: allow apple -->\n\n## Action items\n\n- Look\n"
    )
    content = json.loads(run("check", "a.md", "--format", "json").stdout)
    jsonschema.validate(content, SCHEMA)
    assert content["summary"]["suppressed"] == 1
    assert "suppressed" not in content
    shown = json.loads(run("check", "a.md", "--format", "json", "--show-suppressed").stdout)
    assert [one["code"] for one in shown["suppressed"]] == ["HOUSE001"]


ONLY = ("--select", "HOUSE001")


@pytest.mark.parametrize("where", ["docs", "docs/reviews", "..", "."])
def test_services_are_told_of_files_as_seen_from_the_top(
    run: Run, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    write("docs/reviews/a.md")
    Path(".git").mkdir()
    top = Path.cwd()
    monkeypatch.chdir(where)
    for name in (os.path.relpath(top / "docs/reviews/a.md"), str(top / "docs/reviews/a.md")):
        github = run("check", name, "--format", "github", *ONLY).stdout
        assert "file=docs/reviews/a.md," in github
        gitlab = json.loads(run("check", name, "--format", "gitlab", *ONLY).stdout)
        assert {one["location"]["path"] for one in gitlab} == {"docs/reviews/a.md"}
        sarif = json.loads(run("check", name, "--format", "sarif", *ONLY).stdout)
        (result,) = sarif["runs"][0]["results"]
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert place["uri"] == "docs/reviews/a.md"
        assert (
            json.loads(run("check", name, "--format", "json", *ONLY).stdout)["findings"][0]["path"]
            == name
        )
        run("check", name, "--export", f"github={top}/out.txt", *ONLY)
        assert "file=docs/reviews/a.md," in (top / "out.txt").read_text(encoding="utf-8")


def test_what_is_in_no_repository_keeps_its_name_for_services(run: Run) -> None:
    write("d/a.md")
    assert "file=d/a.md," in run("check", "d", "--format", "github", *ONLY).stdout
    whole = str(Path("d/a.md").resolve())
    assert f"file={whole}," in run("check", whole, "--format", "github", *ONLY).stdout
    told = run("check", "-", "--format", "github", *ONLY, stdin=b"An apple.\n").stdout
    assert "file=-," in told


def test_show_suppressed(run: Run) -> None:
    write("a.md", "An apple. <!-- pmlint: allow apple -->\n")
    hidden = run("check", "a.md", *APPLES)
    assert hidden.stdout == "All clear: 1 file reviewed. 1 finding suppressed.\n"
    assert "[suppressed]" in run("check", "a.md", *APPLES, "--show-suppressed").stdout


def test_statistics_and_quiet(run: Run) -> None:
    write("a.md")
    result = run("check", "a.md", *APPLES, "--statistics", "--quiet")
    assert result.stdout == "1  HOUSE001  apple\n"
    assert run("check", "a.md", *APPLES, "--severity", "error", "--quiet").stdout == ""


def test_output_file_is_written_whole_and_keeps_its_mode(run: Run) -> None:
    write("a.md")
    out = write("out.txt", "old")
    out.chmod(0o640)
    result = run("check", "a.md", *APPLES, "--output-file", "out.txt")
    assert out.read_text(encoding="utf-8") == "a.md:1:4: HOUSE001 an apple\n"
    assert out.stat().st_mode & 0o777 == 0o640
    assert result.stdout == "Found 1 finding in 1 file: 1 warning.\n"
    assert sorted(path.name for path in Path().iterdir()) == ["a.md", "out.txt"]
    assert run("check", "a.md", *APPLES, "--output-file", "no/out.txt").exit_code == 2


@pytest.mark.parametrize(
    ("choice", "environment", "coloured"),
    [
        ("auto", {}, False),
        ("always", {}, True),
        ("always", {"NO_COLOR": "1"}, True),
        ("never", {"FORCE_COLOR": "1"}, False),
        ("auto", {"FORCE_COLOR": "1"}, True),
        ("auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_colour(
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    choice: str,
    environment: dict[str, str],
    coloured: bool,
) -> None:
    write("a.md")
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    result = run("check", "a.md", *APPLES, "--color", choice)
    assert ("\x1b[" in result.stdout_bytes.decode()) == coloured


def test_document_cannot_steer_the_terminal(run: Run) -> None:
    write("a.md", "An apple \x1b]0;title\x07 \u202e\n")
    for name in ("full", "concise", "json"):
        result = run("check", "a.md", "--format", name)
        assert not set(result.stdout_bytes.decode()) & set("\x1b\x07\u202e")


def shell(*args: str, **options: Any) -> subprocess.CompletedProcess[str]:
    """Pmlint as a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **options.pop("env", {})}
    return subprocess.run(
        [sys.executable, "-m", "pmlint", *args],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        **options,
    )


def test_module_runs_and_tells_its_version() -> None:
    assert shell("--version").stdout == f"pmlint {pmlint.__version__}\n"
    for command in ("check", "rules", "explain", "config", "new", "init"):
        assert command in shell("--help").stdout
        assert shell(command, "--help").returncode == 0


def test_without_a_command_the_help_is_printed(run: Run) -> None:
    result = run()
    assert result.exit_code == 2
    assert result.stdout.startswith("Usage: ")


def test_closed_pipe_ends_silently(tmp_path: Path) -> None:
    document = tmp_path / "a.md"
    document.write_text("- Improve monitoring\n" * 3000, encoding="utf-8")
    code = f"{sys.executable} -m pmlint rules --format json | head -c 1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", code],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_output_in_a_narrow_encoding(tmp_path: Path) -> None:
    document = tmp_path / "é.md"
    document.write_text("# Störung ✓\n", encoding="utf-8")
    done = shell("check", str(document), env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert done.returncode in (0, 1)
    assert "Traceback" not in done.stderr


def test_linting_is_deterministic_across_hash_seeds(tmp_path: Path) -> None:
    document = tmp_path / "a.md"
    document.write_text(
        "# Outage\n\n## Action items\n\n- Improve monitoring\n- Dave to be careful\n",
        encoding="utf-8",
    )
    outputs = {
        shell("check", str(document), "--format", "json", env={"PYTHONHASHSEED": seed}).stdout
        for seed in ("0", "1", "2")
    }
    assert len(outputs) == 1
