"""``--fix``: what it does, that it does it once, and that it loses nothing."""

from __future__ import annotations

import subprocess
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from pmlint.cli import main
from pmlint.config import Settings
from pmlint.document import Span
from pmlint.engine import Finding, review
from pmlint.fixes import apply, fix_all
from pmlint.marks import read_marks
from pmlint.reading import read
from pmlint.registry import builtin_rules
from pmlint.rule import Edit, Fix, Rule
from pmlint.source import Source
from tests.strategies import markdown, soup

SETTINGS = Settings(builtin_rules())
FIXABLE = [rule for rule in builtin_rules() if rule.fixable]
FULL = (
    "# Search outage, 15 April 2026\n\n## Summary\n\nS.\n\n## Severity\n\nSEV2\n\n## Timeline\n\n{}\n"
    "## Contributing factors\n\n- F.\n\n## Action items\n\n{}\n## Lessons learned\n\n- L.\n"
)
TIMED = "- 10:00 A\n- 10:05 B\n"
ITEMS = "| Item | Type | Owner | Deadline |\n|---|---|---|---|\n| Pin it | Prevent | Sarah | 2026-05-01 |\n"


def find(source: Source) -> Iterable[Finding]:
    return review(source, FIXABLE, SETTINGS).findings


def fixed(text: str) -> str:
    return fix_all(Source("postmortem.md", text), find).text


def test_a_document_in_order_stays_as_it_is() -> None:
    assert fixed(FULL.format(TIMED, ITEMS)) == FULL.format(TIMED, ITEMS)


@pytest.mark.parametrize(
    ("entries", "wanted"),
    [
        ("- 10:05 B\n- 10:00 A\n", TIMED),
        ("- 10:05 B\n  - more on B\n- 10:00 A\n", "- 10:00 A\n- 10:05 B\n  - more on B\n"),
        (
            "| Time | Event |\n|---|---|\n| 10:05 | B |\n| 10:00 | A |\n",
            "| Time | Event |\n|---|---|\n| 10:00 | A |\n| 10:05 | B |\n",
        ),
        ("- 10:05 B\n\n- 10:00 A\n", "- 10:00 A\n\n- 10:05 B\n"),
    ],
)
def test_a_timeline_is_sorted(entries: str, wanted: str) -> None:
    assert fixed(FULL.format(entries, ITEMS)) == FULL.format(wanted, ITEMS)


@pytest.mark.parametrize(
    "entries",
    [
        "- 23:50 A\n- 00:10 B\n- 00:05 C\n- 13:00 D\n",  # midnight, or a mistyped time
        "1. 10:05 B\n2. 10:00 A\n",  # the numbers would move as well
        "- 10:05 B\n- later that day C\n- 10:00 A\n",  # where would C go?
        "- 10:05 B\n\nMeanwhile, nothing.\n\n- 10:00 A\n",
    ],
)
def test_a_timeline_of_which_the_order_is_a_guess_stays(entries: str) -> None:
    assert fixed(FULL.format(entries, ITEMS)) == FULL.format(entries, ITEMS)


@pytest.mark.parametrize(
    ("heading", "wanted"),
    [
        ("## Root cause", "## Contributing factors"),
        ("## Root Cause", "## Contributing Factors"),
        ("## ROOT CAUSE", "## CONTRIBUTING FACTORS"),
        ("## 5. Root cause analysis", "## 5. Contributing factors"),
        ("**Root cause:**", "**Contributing factors:**"),
    ],
)
def test_a_root_cause_is_renamed(heading: str, wanted: str) -> None:
    text = FULL.format(TIMED, ITEMS)
    before = text.replace("## Contributing factors\n\n- F.", f"{heading}\n\nThe disk was full.")
    assert fixed(before) == before.replace(heading, wanted)


def test_a_heading_that_something_links_to_keeps_its_name() -> None:
    text = FULL.format(TIMED, ITEMS).replace(
        "## Contributing factors\n\n- F.", "## Root cause\n\nF."
    )
    linked = text.replace("S.\n", "S., see [why](#root-cause).\n")
    assert fixed(linked) == linked


@pytest.mark.parametrize(
    ("table", "wanted"),
    [
        (
            "| Item | Type | Owner |\n|---|---|---|\n| Pin it | Prevent | Sarah |\n",
            "| Item | Type | Owner | Deadline |\n|---|---|---| --- |\n| Pin it | Prevent | Sarah | |\n",
        ),
        (  # neither closed at the right nor complete
            "Item | Type | Owner\n---|---|---\nPin it | Prevent | Sarah\nAsk \\|\n",
            "Item | Type | Owner | Deadline |\n---|---|--- | --- |\nPin it | Prevent | Sarah | |\n"
            "Ask \\| | | | |\n",
        ),
    ],
)
def test_a_missing_column_is_added(table: str, wanted: str) -> None:
    assert fixed(FULL.format(TIMED, table)) == FULL.format(TIMED, wanted)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("part", ["Summary", "Timeline", "Lessons learned"])
def test_a_missing_section_is_added_in_its_place(part: str, newline: str) -> None:
    text = FULL.format(TIMED, ITEMS).replace("\n", newline)
    start = text.index(f"## {part}")
    end = text.find(f"{newline}## ", start)
    without = text[:start] + (text[end + len(newline) :] if end >= 0 else "")
    made = fixed(without)
    order = [line for line in made.split(newline) if line.startswith("## ")]
    assert order == [line for line in text.split(newline) if line.startswith("## ")]
    assert "\n" not in made.replace(newline, "")
    assert "<!-- " in made
    inserted = len(made) - len(without)
    at = made.index(f"## {part}")
    around = [at - len(newline), at]
    assert without in [made[:place] + made[place + inserted :] for place in around]


def test_a_summary_is_added_above_all_that_is_told() -> None:
    text = "# Search was down\n\n## Attendees\n\n- Ana\n\n## Leadup\n\nA.\n\n## Impact\n\nB.\n"
    order = [line for line in fixed(text).split("\n") if line.startswith("## ")]
    assert order[:4] == ["## Attendees", "## Summary", "## Leadup", "## Impact"]


def test_without_headings_no_section_is_added() -> None:
    assert fixed("**Summary**\n\nLogins failed.\n") == "**Summary**\n\nLogins failed.\n"


@pytest.mark.parametrize("rule", builtin_rules(), ids=lambda rule: rule.code)
def test_rules_say_whether_they_bring_fixes(rule: Rule) -> None:
    texts = [read_marks(example)[0] for example in rule.bad]
    texts.append(FULL.format("- 10:05 B\n- 10:00 A\n", "| Item |\n|---|\n| Pin it |\n"))
    documents = (read(Source("postmortem.md", text)) for text in texts)
    brings = any(hit.fix for one in documents for hit in rule.check(one, rule.options))
    assert brings == rule.fixable


@settings(max_examples=60, deadline=None)
@given(st.one_of(soup(), markdown()))
def test_fixing_twice_is_fixing_once_and_no_line_is_lost(text: str) -> None:
    once = fixed(text)
    assert fixed(once) == once
    kept, left = Counter(once.splitlines()), Counter(text.splitlines())
    changed = list((left - kept).elements())
    # What is changed is a heading that was renamed, or a row that has grown.
    assert all("cause" in line.lower() or "|" in once for line in changed), changed


def test_fixes_that_touch_are_not_made_together() -> None:
    def fix(start: int, end: int, text: str) -> Fix:
        return Fix(text, (Edit(Span(start, end), text),))

    made = apply("abcdef", [fix(1, 3, "X"), fix(2, 4, "Y"), fix(4, 4, "Z"), fix(1, 3, "X")])
    assert (made.text, made.done) == ("aXdZef", ("X", "Z"))


def check(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["check", "--isolated", "--select", "PM602", *arguments])
    return result.exit_code, result.stdout


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_files_keep_their_marks_and_line_ends(tmp_path: Path, mark: bytes) -> None:
    path = tmp_path / "a.md"
    text = "## Timeline\r\n\r\n- 10:05 B\r\n- 10:00 Ä\r\n"
    path.write_bytes(mark + text.encode())
    path.chmod(0o640)
    code, out = check("--fix", str(path))
    assert (code, out) == (0, "All clear: 1 file reviewed.\n")
    assert path.read_bytes() == mark + "## Timeline\r\n\r\n- 10:00 Ä\r\n- 10:05 B\r\n".encode()
    assert path.stat().st_mode & 0o777 == 0o640
    assert [one.name for one in tmp_path.iterdir()] == ["a.md"]


def test_utf_16_stays_utf_16(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes("\ufeff## Timeline\n\n- 10:05 B\n- 10:00 A\n".encode("utf-16-be"))
    check("--fix", str(path))
    assert path.read_bytes() == "\ufeff## Timeline\n\n- 10:00 A\n- 10:05 B\n".encode("utf-16-be")


def test_a_patch_is_shown_and_nothing_written(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("## Timeline\n\n- 10:05 B\n- 10:00 A", encoding="utf-8")
    code, out = check("--fix", "--diff", str(path))
    assert code == 1
    assert (
        out.splitlines()[2:]
        == [
            "@@ -1,4 +1,4 @@",
            " ## Timeline",
            " ",
            "+- 10:00 A",
            " - 10:05 B",
            "-- 10:00 A",
            "\\ No newline at end of file",
        ]
        or "No newline" in out
    )
    assert path.read_text(encoding="utf-8") == "## Timeline\n\n- 10:05 B\n- 10:00 A"
    assert check("--fix", str(path), "--diff") == (code, out)


def test_what_is_allowed_is_not_fixed(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    text = "## Timeline\n\n- 10:05 B\n- 10:00 A <!-- pmlint: allow PM602 as it was told -->\n"
    path.write_text(text, encoding="utf-8")
    assert check("--fix", str(path))[0] == 0
    assert path.read_text(encoding="utf-8") == text


def test_standard_input_cannot_be_fixed() -> None:
    assert check("--fix", "-")[0] == 2
    assert check("--fix", "--diff", "no such file")[0] == 2


def test_the_patch_can_be_applied_by_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = "# A\n\n## Timeline\n\n- 10:05 B\n- 10:00 A\n"
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "a.md").write_text(text, encoding="utf-8")
    git = ["git", "-C", str(tmp_path)]
    subprocess.run([*git, "init", "-q"], check=True)
    options = ["check", "--isolated", "--select", "PM602", "--fix"]
    patch = CliRunner().invoke(main, [*options, "--diff", "./d/a.md"]).stdout
    subprocess.run([*git, "apply"], input=patch.encode(), check=True)
    applied = (tmp_path / "d" / "a.md").read_text(encoding="utf-8")
    assert applied.endswith("- 10:00 A\n- 10:05 B\n")
    (tmp_path / "d" / "a.md").write_text(text, encoding="utf-8")
    told = CliRunner().invoke(main, [*options, "d/a.md"]).stderr
    assert "d/a.md: fixed: " in told
