"""What a reader of Markdown sees of it, and that each character of it stands where it is said to."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pmlint.document import MASK, Block, BlockKind, Document
from pmlint.reading import read
from pmlint.source import Source

MARKUP = """\
# A *bold* <b>title</b> &amp; more

The **API** called `get()` at <https://x.example/a> and [the page](https://y.example/b).\x20\x20
A \\*starred\\* word, ~~gone~~ and https://z.example/c). 50 &lt; 60 \\
next line, **unclosed and __both__** ends <br> after the tag \\n.

Now 2 * 3 * a**b is ~~not **closed, _nor_ this_one \\
\\* is it __so__ & &nope; nor <b.

See [the graph][graph] of *all* `hosts`, and ``a ` b``, `c and \\` too, ` once.

> - quoted *item*
>   goes on here

| A \\| b | *C* |
|---|---|
|  d `e` | ~~f~~ |
> | not | a row |

7. 7
8. eight

Break

1. First **one**: said
   wrapped here
   - inner `code` word
     and more

     A second paragraph.

    The cache was *cold* for an hour.
    • Nobody knew `why` it was.

<h2 class="x"> Timeline </h2>

[graph]: https://g.example/
"""


def document(text: str, path: str = "postmortem.md") -> Document:
    return read(Source(path, text))


def texts(found: Document) -> Iterator[Block]:
    for block in found.blocks:
        for inner in block.walk():
            if inner.text is not None and inner.kind is not BlockKind.ITEM:
                yield inner


def test_only_what_is_shown_is_read() -> None:
    found = [block.text.raw for block in texts(document(MARKUP)) if block.text]
    assert found == [
        "A bold title & more",
        "The API called get() at https://x.example/a and the page.",
        "A *starred* word, gone and https://z.example/c). 50 < 60",
        "next line, unclosed and both ends",
        "after the tag \\n.",
        "Now 2 * 3 * a**b is ~~not **closed, nor this_one",
        "* is it so & &nope; nor <b.",
        "See the graph of all hosts, and a ` b, c and \\ too, ` once.",
        "quoted item\ngoes on here",
        "A | b",
        "C",
        "d e",
        "f",
        "| not | a row |",
        "7",
        "eight",
        "Break",
        "First one: said\nwrapped here",
        "inner code word\nand more",
        "A second paragraph.",
        "The cache was cold for an hour.",
        "• Nobody knew why it was.",
        "Timeline",
    ]


def test_code_addresses_and_speech_are_no_prose() -> None:
    found = document(
        'The `get()` of <https://x.example/a> and www.x.example/a. "Quoted words" «too» end.\n'
    )
    said = [sentence.text.prose.replace(MASK, "x") for sentence in found.sentences]
    assert said == [
        f"The xxxxx of {'x' * 19} and {'x' * 15}.",
        '"xxxxxx xxxxx" «xxx» end.',
    ]


def test_a_backslash_is_shown_unless_it_escapes() -> None:
    # The separators of C:\Users were taken away.
    (sentence,) = document("# Outage\n\nIt is in C:\\Users\\x \\* 2\n").sentences
    assert sentence.text.raw == "It is in C:\\Users\\x * 2"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("lead", ["", "---\ntitle: A\n---\n\n"])
def test_each_character_stands_where_it_is_said_to(lead: str, end: str) -> None:
    text = (lead + MARKUP).replace("\n", end)
    replaced = {"&": "&amp;", "<": "&lt;", "\n": "<br>"}
    for block in texts(document(text)):
        assert block.text is not None
        for index, char in enumerate(block.text.raw):
            at = block.text.offset(index)
            wanted = (char, replaced.get(char, char), end if char == "\n" else char)
            assert text.startswith(wanted, at), (block.text.raw, index, text[at : at + 9])
