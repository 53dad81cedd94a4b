"""Blocks of Markdown: what each is, what it holds, and where it stands."""

from __future__ import annotations

import pytest

from pmlint.document import MASK, Block, BlockKind, Document
from pmlint.reading import read
from pmlint.source import Source


def document(text: str, path: str = "postmortem.md") -> Document:
    return read(Source(path, text))


def blocks(text: str, path: str = "postmortem.md") -> list[tuple[BlockKind, str]]:
    """Each block with the source that it covers."""
    found = document(text, path)
    return [(block.kind, found.excerpt(block.span).rstrip("\n")) for block in found.blocks]


def first(text: str) -> Block:
    return document(text).blocks[0]


def test_blocks_cover_their_lines() -> None:
    text = (
        "# A\n\nText\nmore.\n\n- a\n- b\n\n1. c\n\n> quote\n\n***\n\n```sh\nls\n```\n\n<p>\nx\n</p>\n\n"
        "| a |\n|---|\n| b |\n\n    for x in y: {}\n\nB\n-\n"
    )
    assert blocks(text) == [
        (BlockKind.HEADING, "# A"),
        (BlockKind.PARAGRAPH, "Text\nmore."),
        (BlockKind.LIST, "- a\n- b"),
        (BlockKind.LIST, "1. c"),
        (BlockKind.QUOTE, "> quote"),
        (BlockKind.RULE, "***"),
        (BlockKind.CODE, "```sh\nls\n```"),
        (BlockKind.HTML, "<p>\nx\n</p>"),
        (BlockKind.TABLE, "| a |\n|---|\n| b |"),
        (BlockKind.CODE, "    for x in y: {}"),
        (BlockKind.HEADING, "B\n-"),
    ]


def test_lines_that_stand_for_themselves_are_blocks() -> None:
    assert blocks("# A\n\n14:32 deploy\n14:35 alert\\\nfires  \nagain\n") == [
        (BlockKind.HEADING, "# A"),
        (BlockKind.PARAGRAPH, "14:32 deploy"),
        (BlockKind.PARAGRAPH, "14:35 alert"),
        (BlockKind.PARAGRAPH, "fires"),
        (BlockKind.PARAGRAPH, "again"),
    ]


@pytest.mark.parametrize("end", ["", " ", "\t ", "   "])
@pytest.mark.parametrize("lead", ["", "a", "aa", "aaa"])
def test_a_row_ends_where_its_last_cell_does(lead: str, end: str) -> None:
    """Whatever its place: a pipe that is escaped is a letter, and blanks are nothing."""
    head = f"| x{lead} | y |\n|---|---|\n"
    table = first(f"{head}| b | c |{end}\n| d | e\\|{end}\n")
    assert [[cell.words for cell in row.children] for row in table.children[1:]] == [
        ["b", "c"],
        ["d", "e|"],
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("alpha \nbeta", "alpha\nbeta"),
        ("a \n b", "a\nb"),
        ("`a` \nb", f"{MASK}\nb"),
    ],
)
def test_blanks_at_the_end_of_a_line_are_not_seen(text: str, shown: str) -> None:
    body = first(text).text
    assert body is not None
    assert body.prose == shown


WIDE = "a" * 58
LINES = [
    ("Short line\nAnother line", 2),
    ("Short line\nanother line", 1),
    ("Short line,\nAnother line", 1),
    ("Short line and\nAnother line", 1),
    ("Short line\n(Another line)", 1 + 1),
    ("Short line\n) another line", 1),
    (f"{WIDE} bb\nAnother line", 1),  # what follows would not have fitted
    (f"{'a' * 56}\nA line", 2),
    (f"{'a' * 57}\nA line", 1),
    (f"{WIDE} bb\nAnother line\nOne", 2),
    (f"{'a' * 131}\nAnother line", 2),
    ("Words\n- ", 1),
    ("words\n10:00 more", 2),
    ("words\nimpact: more", 1),
    ("words\nImpact: more", 2),
    (f"M1 {WIDE}\nM2 More of it", 2),
    (f"M1 {WIDE}\nM3 More of it", 1),
    (f"M1 {WIDE}\nP2 More of it", 1),
    (f"10:00 {WIDE}\n3 May 2031\n10:05 More", 3),  # the day was part of the entry before it
    (f"10:00 {WIDE}\n3 May 2031\nmore of it", 1),
]


@pytest.mark.parametrize(("text", "count"), LINES)
def test_which_line_ends_were_meant(text: str, count: int) -> None:
    assert len(document(f"# A\n\n{text}\n").blocks) - 1 == count


def test_items() -> None:
    unordered = first("- [x] **a**\n- [ ] b\n- ~~[ ] c~~\n- [-] d\n- e\n-\n")
    assert not unordered.ordered
    assert [item.checked for item in unordered.children] == [True, False, False, False, None, None]
    assert [item.text and item.text.raw for item in unordered.children] == [
        "a",
        "b",
        "c",
        "d",
        "e",
        None,
    ]
    assert [item.bold for item in unordered.children] == [False, False, False, False, False, False]
    ordered = first("3. **a**\n4. ~~b~~\n")
    assert ordered.ordered
    assert [item.ordered for item in ordered.children] == [True, True]
    assert [item.number for item in ordered.children] == [3, 4]
    assert [item.bold for item in ordered.children] == [True, False]
    assert [item.struck for item in ordered.children] == [False, True]


@pytest.mark.parametrize(
    ("text", "bold", "struck", "lead"),
    [
        ("**All of it**", True, False, 9),
        ("**All of it**.", True, False, 9),
        ("**All** of it", False, False, 3),
        ("All **of** it", False, False, 0),
        ("**All** **of it**", True, False, 3),
        ("- **All** of it", False, False, 3),
        ("~~All of it~~", False, True, 0),
        ("~~All~~ of it", False, False, 0),
        ("~~**All of it**~~", True, True, 9),
        ("All of it", False, False, 0),
    ],
)
def test_what_is_bold_or_struck(text: str, bold: bool, struck: bool, lead: int) -> None:
    words = [
        block
        for outer in document(f"# A\n\n{text}\n").blocks
        for block in outer.walk()
        if block.kind is BlockKind.PARAGRAPH
    ]
    assert [(block.bold, block.struck, block.level) for block in words] == [(bold, struck, lead)]


def test_a_struck_item_may_have_a_box() -> None:
    (item,) = first("- [ ] ~~a~~\n").children
    assert (item.checked, item.struck) == (False, True)


def test_bold_lines_of_one_paragraph() -> None:
    found = document("# A\n\nWords first\n**Bold line**\n~~Struck line~~\nWords last\n")
    assert [(b.bold, b.struck) for b in found.blocks[1:]] == [
        (False, False),
        (True, False),
        (False, True),
        (False, False),
    ]
    assert [block.level for block in found.blocks[1:]] == [0, 9, 0, 0]


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("| a | b |", [" a ", " b "]),
        ("a | b", ["a ", " b"]),
        ("|aa|bb|", ["aa", "bb"]),
        ("  | a | b |  ", [" a ", " b "]),
        ("| a \\| c | b |", [" a \\| c ", " b "]),
        ("| a | b \\|", [" a ", " b \\|"]),
        ("|  | b |", ["  ", " b "]),
        ("| a | b | c |", [" a ", " b "]),
    ],
)
def test_the_cells_of_a_row(row: str, cells: list[str]) -> None:
    found = document(f"| x | y |\n|---|---|\n{row}\n")
    (table,) = found.blocks
    assert [found.excerpt(cell.span) for cell in table.children[1].children] == cells


def test_bold_and_struck_cells() -> None:
    table = first("| a | b | c |\n|---|---|---|\n| **d** | ~~e~~ | f |\n")
    assert [(cell.bold, cell.struck) for cell in table.children[1].children] == [
        (True, False),
        (False, True),
        (False, False),
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("# A\n\n```sh\nls -l\n  df\n```\n\nB.\n", "ls -l\n  df\n```"),
        ("# A\n\n    for x in y: {}\n    ls;\n\nB.\n", "    for x in y: {}\n    ls;"),
        ("# A\n\n```\nls", "ls"),
    ],
)
def test_code_is_no_prose(text: str, code: str) -> None:
    found = document(text)
    block = found.blocks[1]
    assert block.text is not None
    assert (block.kind, block.text.raw) == (BlockKind.CODE, code)
    assert found.excerpt(block.text.span()) == code
    assert not block.text.prose.replace(MASK, "").strip()
    assert len(block.text.prose) == len(code)


INDENTED = [
    ("The cache was cold.\nAll the hosts waited.", True),
    ("The cache was cold – again.\nAll the hosts waited.", True),  # the dash was lost
    ("- Add a prompt soon\n- Add the other lock", True),
    ("kubectl get pods\nls -l\nThe cache was cold.", False),
    ("The cache was cold.\nAll the hosts waited.\nNobody knew of it.\nls", True),
    ("The cache was cold.\nAll the hosts waited.\nls", False),
    ("The pool.close(); of it", False),
]


@pytest.mark.parametrize(("lines", "prose"), INDENTED)
def test_indented_prose_is_prose(lines: str, prose: bool) -> None:
    indented = "".join(f"    {line}\n" for line in lines.split("\n"))
    found = document(f"# A\n\n{indented}")
    assert (found.blocks[1].kind is BlockKind.PARAGRAPH) is prose
    if prose:
        said = [found.excerpt(block.span) for block in found.blocks[1:]]
        assert said == lines.split("\n")
        assert [block.text.raw for block in found.blocks[1:] if block.text] == said


COMMENTS = [
    ("<!-- a -->\n", [(" a ", "<!-- a -->", True)]),
    ("Text <!-- a --> more\n", [(" a ", "<!-- a -->", False)]),
    ("Text <!-- a -->\n", [(" a ", "<!-- a -->", False)]),
    ("x\n<!-- a\nb -->\ny\n", [(" a\nb ", "<!-- a\nb -->", True)]),
    ("> <!-- a -->\n", [(" a ", "<!-- a -->", True)]),
    ("<!-- a --><!-- b -->", [(" a ", "<!-- a -->", False), (" b ", "<!-- b -->", False)]),
    ("`<!-- a -->` and\n\n```\n<!-- b -->\n```\n\n  <!-- c -->", [(" c ", "<!-- c -->", True)]),
    ("<!---->", [("", "<!---->", True)]),
    ("<!-- a", []),
]


@pytest.mark.parametrize(("text", "expected"), COMMENTS)
def test_comments(text: str, expected: list[tuple[str, str, bool]]) -> None:
    found = document(text)
    assert [(c.body, found.excerpt(c.span), c.alone) for c in found.comments] == expected


@pytest.mark.parametrize("line", ["~~~~~~~", "*******", "+++++++"])
def test_a_line_of_marks_below_another_is_not_read(line: str) -> None:
    """It was a factor, and a lesson."""
    blocks = read(Source("postmortem.txt", f"Summary\n{line}\n\nText.\n")).blocks
    assert [block.words for block in blocks if block.text] == ["Summary", "Text."]


def test_plain_text_has_no_markup() -> None:
    found = document(
        "Outage\n\n<!-- a -->\n\n> Quoted *words* of `x`.\n\n    Indented words.\n", "a.txt"
    )
    assert [block.text.raw for block in found.blocks if block.text] == [
        "Outage",
        "<!-- a -->",
        "> Quoted *words* of `x`.",
        "Indented words.",
    ]
    assert document("+++\ntitle = 'a'\n+++\n", "a.txt").front_matter == {}


FRONT = [
    ("+++\ntitle = 'a'\n+++\n\nText.\n", {"title": "a"}, "+++\ntitle = 'a'\n+++"),
    ("+++ \na = 1\n+++ \nText.\n", {"a": 1}, "+++ \na = 1\n+++ "),
    ("+++\n+++\n\nText.\n", {}, "+++\n+++"),
    ("---\ntitle: a\n---\n\nText.\n", {"title": "a"}, "---\ntitle: a\n---"),
    ("---\n- a\n---\n\nText.\n", {}, "---\n- a\n---"),
]


@pytest.mark.parametrize(("text", "matter", "place"), FRONT)
def test_front_matter(text: str, matter: dict[str, object], place: str) -> None:
    found = document(text)
    assert found.front_matter == matter
    assert found.front_matter_span is not None
    assert found.excerpt(found.front_matter_span) == place
    assert found.sentences[-1].text.raw == "Text."
    assert found.notes == ()


@pytest.mark.parametrize("text", ["+++", "+++\nText here.\n", "Words.\n+++\na = 1\n+++\n"])
def test_what_is_no_front_matter(text: str) -> None:
    assert document(text).front_matter_span is None


def test_imports_of_mdx_are_no_prose() -> None:
    text = "import a from 'b'\n\n# Outage\n\nexport it now.\n\nThe import of it failed.\n"
    assert [s.text.raw for s in document(text, "a.MDX").sentences] == ["The import of it failed."]
    assert len(document(text).sentences) == 2


def test_headings_in_html() -> None:
    text = (
        "# A\n\n<div>\n<h3 id='x'> Impact </h3>\n<H2></H2>\n<summary>Timeline</summary>\n</div>\n"
    )
    found = document(text)
    headings = [block for block in found.blocks if block.kind is BlockKind.HEADING][1:]
    assert [(found.excerpt(block.span), block.level) for block in headings] == [
        ("<h3 id='x'> Impact </h3>", 3),
        ("<summary>Timeline</summary>", 4),
    ]
    assert [block.text and found.excerpt(block.text.span()) for block in headings] == [
        "Impact",
        "Timeline",
    ]
    assert [b for b in document("<!-- <h2>Impact</h2> -->\n").blocks if b.text] == []


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("- <!-- allow PM403 --> Add a lock.\n", ["Add a lock."]),
        ("<!-- a --> <!-- b -->  Add a lock.\n", ["Add a lock."]),
        ("The disk\n<!-- which? --> filled up.\n", ["The disk", "filled up."]),
        ("<!-- a --> <!-- b -->\nThe disk filled up.\n", ["The disk filled up."]),
        ("<!-- a --> <div>\nThe disk\n</div>\n", ["The disk"]),
        ("<!-- a -->\n<!-- b\nThe disk -->\n", []),
    ],
)
def test_words_behind_a_comment_are_read(text: str, read: list[str]) -> None:
    found = document(f"# Outage\n\n## Background\n\n{text}")
    raw = "\n".join(sentence.text.prose for sentence in found.sentences)
    assert [line.strip(f" {MASK}") for line in raw.splitlines() if line.strip(f" {MASK}")] == read


def test_a_struck_line_is_struck_behind_its_box() -> None:
    found = document("# A\n\n[x] Add a prompt\n[x] ~~Add a lock~~\n[x] ~~Add~~ a check\n")
    assert [block.struck for block in found.blocks[1:]] == [False, True, False]


ALONE = [
    ("<!-- c -->\nText", True),
    ("\n<!-- c -->\nText", True),
    ("Text\n\n<!-- c -->", True),
    ("> <!-- c -->\n", True),
    ("a<!-- c -->\n", False),
    ("a <!-- c -->\n", False),
    ("<!-- c -->a\n", False),
    ("\n\na<!-- c -->\n", False),
]


@pytest.mark.parametrize(("text", "alone"), ALONE)
def test_a_comment_is_alone_in_its_line_or_not(text: str, alone: bool) -> None:
    (comment,) = document(text).comments
    assert comment.alone is alone
    assert comment.body.strip() == "c"
