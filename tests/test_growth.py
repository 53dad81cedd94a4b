"""Twice the text takes twice the work: the reader and all rules, on what patterns stumble over.

Work on many lines is measured by counting calls. Backtracking inside one expression makes no
calls, so one long line is measured by processor time: generously, by the best of three.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator

import pytest

import pmlint.wording.judged
from pmlint.config import Settings
from pmlint.engine import lint
from pmlint.reading import read
from pmlint.registry import all_rules
from pmlint.source import Source
from tests.fakes import SilentClassifier

SETTINGS = Settings(all_rules())
LENGTH = 2_000  # characters of the shorter line
MANY = 100  # lines, blocks or rows of the shorter document
MOST_TIME = 3.2  # of twice the length; quadratic is 4
MOST_CALLS = 2.5
AT_ONCE = 0.05  # seconds: too little to tell growth by
TRIES = 3

UNITS = (
    *("the ", "a, ", "a", "A. ", "A.B.", "ABC ", "Ab ", "Dave ", "Dave and ", "Dave's ", "team "),
    *("should have ", "could have ", "if only ", "why? because ", "who ", "that ", "of the "),
    *("forgot to ", "human error ", "lack of ", "improve and ", "obviously ", "not ", "had been "),
    *("(", ")", "[", "](", "[a](", "![", "{", "<", "<a ", "<!--", "</", "&", "&#", "\\", "@", "a@b."),
    *("*", "**", "*a **b", "_", "__a", "~~", "`", "``a", "| ", "- ", "> ", "# ", "+", "=", "$"),
    *(".", "...", "…", "!?", "…. ", ",", ":", "::", "; ", "-", "--", "a-", "a_", "a/", "a.b", "–", '"'),
    *("1", "1 ", "1.", "1,", "1-", "1:", "12:00-", "2026-", "2026-01-01 ", "5 % ", "127.0.0.1 "),
    *("http://a/", "password=", "ghp_", "eyJ.", "Owner: ", "a: ", "\t", " ", "\r", "\x00", "é", "日 "),
)  # fmt: skip
PLACES = {
    "paragraph": "# Outage\n\n## Summary\n\n",
    "action item": "## Action items\n\n- ",
    "timeline": "## Timeline\n\n- 12:00 ",
}
_HEADED = "| Item | Owner | Due |\n|---|---|---|\n"
BLOCKS: dict[str, Callable[[int], str]] = {
    "headings": lambda n: "# a\n" * n,
    "summaries": lambda n: "## Summary\n\nThe queue was full.\n\n" * n,
    "timelines": lambda n: "## Timeline\n\n- 12:00 a\n" * n,
    "lists of items": lambda n: "## Action items\n\n- Fix it\n" * n,
    "bare items": lambda n: "## Action items\n\n" + "Add a probe now\n\n" * n,
    "items with references": lambda n: (
        "## Action items\n\n" + "- Add it [a][b]\n" * n + "\n[b]: c\n"
    ),
    "items with owners": lambda n: "## Action items\n\n" + "- Add a probe (Noor, 2 May)\n" * n,
    "times without a heading": lambda n: "09:00 it broke\n\n" * n,
    "times amid other parts": lambda n: (
        "## Impact\n\n- 9:00 a\n- 9:10 b\n- 9:20 c\n- 9:30 d\n\n" * n
    ),
    "table of items": lambda n: f"## Action items\n\n{_HEADED}" + "| Fix it | Ana | soon |\n" * n,
    "wide table": lambda n: f"|{'a|' * n}\n|{'-|' * n}\n|{'b|' * n}\n",
    "paragraphs": lambda n: "We should have known that Dave forgot it.\n\n" * n,
    "lines": lambda n: "Dave forgot it\n" * n,
    "items": lambda n: "- Dave forgot it\n" * n,
    "entries": lambda n: "## Timeline\n\n" + "- 12:00 Dave forgot it\n" * n,
    "factors": lambda n: "## Contributing factors\n\n" + "- Lack of training\n" * n,
    "whys": lambda n: "## Five whys\n\n" + "1. Why did it break? Because it did.\n" * n,
    "quotes": lambda n: "> a\n\n" * n,
    "fences": lambda n: "```\na\n```\n" * n,
    "open tags": lambda n: "<div>\n\n" * n,
    "open comments": lambda n: "<!--\n" * n,
    "allowances": lambda n: "Obviously wrong. <!-- pmlint: allow PM204 -->\n\n" * n,
    "pairs of off and on": lambda n: "<!-- pmlint: off -->\n\na\n\n<!-- pmlint: on -->\n\n" * n,
    "secrets": lambda n: "password: hunter2hunter2\n\n" * n,
    "front matter": lambda n: "---\n" + "".join(f"k{i}: v\n" for i in range(n)) + "---\n",
    "labels": lambda n: "Owner: Dave\nSeverity: SEV2\n" * n,
    "one item with many marks": lambda n: "## Action items\n\n- Add it " + "until done. " * n,
    "one long item": lambda n: "## Action items\n\n- Add it " + "(a) could. B — " * n,
    "one long sentence": lambda n: "the deploy reached it and the queue was full, " * n,
    "empty lines": lambda n: "\n" * n,
}


@pytest.fixture(autouse=True)
def _silent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pmlint.wording.judged, "builtin_classifier", SilentClassifier)


def run(text: str) -> None:
    assert not lint(read(Source("a.md", text)), SETTINGS.rules, SETTINGS).errors


def seconds(text: str) -> float:
    start = time.process_time()
    run(text)
    return time.process_time() - start


def calls(text: str) -> int:
    """How many functions are called, those written in C included."""
    count = 0

    def see(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(see)
    try:
        run(text)
    finally:
        sys.setprofile(None)
    return count


def lines() -> Iterator[tuple[str, str]]:
    for at, unit in enumerate(UNITS):
        yield unit, list(PLACES)[at % len(PLACES)]  # each in one place; the fuzzer mixes them


@pytest.mark.parametrize(("unit", "place"), list(lines()), ids=ascii)
def test_one_long_line_takes_linear_time(unit: str, place: str) -> None:
    text = PLACES[place] + unit * (LENGTH // len(unit))
    longer = PLACES[place] + unit * (LENGTH * 2 // len(unit))
    ratios = []
    for _ in range(TRIES):
        twice = seconds(longer)
        if twice < AT_ONCE:
            return
        ratios.append(twice / seconds(text))
        if ratios[-1] <= MOST_TIME:
            return
    pytest.fail(f"twice the length took {min(ratios):.1f} times as long")


@pytest.mark.parametrize("name", BLOCKS)
def test_many_blocks_take_linear_work(name: str) -> None:
    run(BLOCKS[name](2))  # what is made once a process is made now
    few, twice = calls(BLOCKS[name](MANY)), calls(BLOCKS[name](MANY * 2))
    assert twice <= MOST_CALLS * few + 2000


@pytest.mark.parametrize("mark", [">", "- ", "  " * 30 + "- ", "[", "(", "*a ", "<b>", "`"])
def test_deep_nesting_is_read(mark: str) -> None:
    run(mark * 1000 + "a\n")
    run("".join(f"{'  ' * depth}- a\n" for depth in range(60)))


@pytest.mark.parametrize("opening", ["---\na: " + "[" * 3000, "---\na: " + "{a: " * 3000])
def test_deep_front_matter_is_no_front_matter(opening: str) -> None:
    run(f"{opening}\n---\n\n# Outage\n")


def test_a_heading_of_capitals_among_contributors_is_read() -> None:
    """Each capital could begin a word of a name: 32 of them took longer than anybody waits."""
    told = "The queue was full and nobody saw it in the night at all.\n\n"
    text = f"## Contributors\n\n### {'A' * 200}!\n\n{told}### A disk\n\n{told}"
    assert len(read(Source("a.md", text)).factors) == 2


@pytest.mark.parametrize(
    "text",
    [
        f"# Outage\n\n| Severity | x{' ' * 6000}y | z\n",
        f"## Action items\n\n- Add a prompt\n  - @ana {'and ' * 40}!\n",
        f"## Contributing factors\n\n- Caused by{' ' * 6000}!\n",
        f"## Contributing factors\n\n- Human error{' ' * 6000}!\n",
        f"## Action items\n\n{_HEADED}| Add a prompt | {'-' * 6000}!x | 2 May |\n",
    ],
    ids=["a row of fields", "handles", "a trigger", "a label", "marks for an owner"],
)
def test_a_long_run_is_reviewed(text: str) -> None:
    """2,000 blanks in a row without a ruler took 40 s, as many dashes for an owner 26 s."""
    run(text)


def test_a_document_that_never_ends_its_comments_is_read_at_once() -> None:
    assert seconds("<!-- " * 20_000) < 30
