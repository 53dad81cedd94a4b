"""Directives in HTML comments: what they cover, and what is said about them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine_rules import codes, run

ALLOW = "<!-- pmlint: allow HW001 agreed -->"


def places(text: str) -> list[tuple[str, int]]:
    return [(one.code, one.line) for one in run(text).findings]


@pytest.mark.parametrize(
    "text",
    [
        f"An apple. {ALLOW}\n",
        f"{ALLOW}\n\nAn apple,\nand another apple.\n",
        f"{ALLOW}\nAn apple.\n",
        f"- an apple {ALLOW}\n",
        f"- an apple\n  and an apple {ALLOW}\n",
        f"- a plum\n- an apple {ALLOW}\n".replace("plum", "fig"),
        f"1. fig\n\n{ALLOW}\n\n2. an apple\n",
        f"{ALLOW}\n\n- an apple\n  - an apple in it\n",
        f"| a | b |\n|---|---|\n| apple | fig {ALLOW} |\n",
        f"# An apple {ALLOW}\n",
        f"{ALLOW}\n\n# An apple\n",
        f"> {ALLOW}\n>\n> an apple\n",
        "<!-- pmlint: allow-file apple -->\n\napple\n\n# apple\n",
        "apple\n\n<!-- pmlint: allow-file HW001 -->\n",
        "<!-- pmlint: off HW001 -->\n\napple\n\n- apple\n\n<!-- pmlint: on HW001 -->\n",
        "<!-- pmlint: off -->\n\napple and pear\n\n<!-- pmlint: on -->\n",
        "An apple and a pear. <!-- pmlint: allow HW001, pear: both agreed -->\n",
        "An apple and a pear. <!-- pmlint: allow HW -->\n",
        "An apple and a pear. <!-- pmlint: allow house -->\n",
        "An apple. <!-- PMLINT: Allow hw001 -->\n",
        "An apple. <!--pmlint:allow HW001-->\n",
    ],
)
def test_covers(text: str) -> None:
    found = run(text)
    assert codes(found) == []
    assert found.suppressed


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"An apple. {ALLOW}\n\nAn apple.\n", [("HW001", 3)]),
        (f"{ALLOW}\n\nAn apple.\n\nAn apple.\n", [("HW001", 5)]),
        (f"{ALLOW}\n\n# An apple\n\nAn apple.\n", [("HW001", 5)]),
        (f"{ALLOW}\n\n- apple\n- apple\n", [("HW001", 4)]),
        (f"- apple {ALLOW}\n- apple\n", [("HW001", 2)]),
        (f"| a |\n|---|\n| apple {ALLOW} |\n| apple |\n", [("HW001", 4)]),
        (f"An apple and a pear. {ALLOW}\n", [("HW002", 1)]),
        (
            "<!-- pmlint: off HW001 -->\n\napple\n\n<!-- pmlint: on HW001 -->\n\napple\n",
            [("HW001", 7)],
        ),
    ],
)
def test_covers_no_more(text: str, left: list[tuple[str, int]]) -> None:
    assert places(text) == left


@pytest.mark.parametrize(
    ("comment", "says"),
    [
        ("allow HW0O1", 'no rule that pmlint knows. Did you mean "HW001"?'),
        ("allow aple", 'Did you mean "apple"?'),
        ("alow HW001", 'Did you mean "allow"?'),
        ("allow", "names no rule"),
        ("", "says nothing to do"),
    ],
)
def test_unknown(comment: str, says: str) -> None:
    found = run(f"An apple. <!-- pmlint: {comment} -->\n")
    assert codes(found) == ["HW001", "PM001"]
    assert says in found.findings[1].message
    assert found.findings[1].excerpt == f"<!-- pmlint: {comment} -->"


def test_known_rules_of_a_partly_unknown_comment_hold() -> None:
    assert codes(run("An apple. <!-- pmlint: allow HW001, HW9 -->\n")) == ["PM001"]


def test_off_without_on_holds_to_the_end_and_is_reported() -> None:
    found = run("<!-- pmlint: off HW001 -->\n\napple\n")
    assert codes(found) == ["PM002"]
    assert len(found.suppressed) == 1


def test_on_without_off_is_reported() -> None:
    assert codes(run("apple\n\n<!-- pmlint: on HW001 -->\n")) == ["HW001", "PM002"]


def test_unused_is_reported_only_if_its_rules_ran() -> None:
    text = "A fig. <!-- pmlint: allow HW001 -->\n"
    assert codes(run(text)) == ["PM003"]
    assert codes(run(text, select=("HW002", "PM003"))) == []
    assert codes(run(text, ignore=("PM003",))) == []


def test_unused_part_of_a_comment_is_named() -> None:
    (found,) = run("An apple. <!-- pmlint: allow HW001, HW002 -->\n").findings
    assert found.code == "PM003"
    assert found.data == {"rule": "HW002"}


def test_finding_hidden_by_its_confidence_still_uses_its_suppression() -> None:
    assert codes(run(f"An apple. {ALLOW}\n", min_confidence=1.0)) == []


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_comment_alone_on_its_line_covers_the_block_after_it(newline: str) -> None:
    assert codes(run(f"{ALLOW}\nAn apple.\n".replace("\n", newline))) == []


def test_comment_in_code_is_no_directive() -> None:
    assert codes(run(f"```\n{ALLOW}\n```\n\napple\n")) == ["HW001"]
    assert codes(run(f"An apple `{ALLOW}`.\n")) == ["HW001"]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(["apple", "pear", "- apple", "# pear", "", "fig"]), max_size=8))
def test_suppressing_a_line_never_adds_findings(lines: list[str]) -> None:
    plain = {(one.code, one.line) for one in run("\n".join(lines)).findings}
    for number, line in enumerate(lines, 1):
        if ("HW001", number) in plain:
            changed = [*lines[: number - 1], f"{line} {ALLOW}", *lines[number:]]
            left = {(one.code, one.line) for one in run("\n".join(changed)).findings}
            assert left <= plain - {("HW001", number)}
