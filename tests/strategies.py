"""Documents to try the reader and the rules on: soup, and Markdown as people write it."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from pmlint.marks import read_marks

_PIECES = (
    *("# ", "## ", "### Action items", "## Timeline\n", "Summary:\n", "**Impact**\n", "==="),
    *("---\n", "---\ntitle: x\n---\n", "+++\n", "- ", "* ", "1. ", "1) ", "- [ ] ", "- [x] "),
    *("| a | b |\n", "|---|---|\n", "|", "||\n", "\\|", "> ", ">> ", "```", "```sh\n", "~~~\n"),
    *("    ", "\t", "\n", "\n\n", "\r\n", "\r", "\f", "\x0b", "\x00", "\x1b[31m", "\u2028"),
    *("`", "``", "*", "**", "_", "__", "~~", "[", "](", ")", "![", "[x]: ", "<", ">", "<!--"),
    *("-->", "<!-- pmlint: allow PM401 -->", "<!-- pmlint: off -->", "</div>", "<b>", "<br>"),
    *("&amp;", "&#x41;", "&nope;", "\\", "\\*", "https://example.org/a_b?c=d", "a@example.com"),
    *("14:32", "25:61", "2026-04-15", "2026-02-30", "T+5m", "~14:35 UTC", "Apr 25", "00:10 "),
    *("Owner: ", "Due: ", "@ana", "(Sarah, 2026-05-01)", "Severity: SEV2", "TBD", "why? "),
    *("Dave forgot the flag. ", "e.g. ", "v2.4.1 ", "We should have known. ", "5 % of ", "Ana "),
    *(
        "🍎",
        "👩‍🚒",
        "e\u0301",
        "ﬀ",
        "İ",
        "ß",
        "\u200b",
        "\ufeff",
        "\u202e",
        "日本語",
        "“",
        "”",
        '"',
    ),
)


def soup() -> st.SearchStrategy[str]:
    """Scraps of Markdown and of postmortems in any order, and any other text."""
    piece = st.one_of(st.sampled_from(_PIECES), st.sampled_from(_PIECES), st.text(max_size=8))
    return st.lists(piece, max_size=40).map("".join)


_WORDS = st.sampled_from(
    (
        *("the", "deploy", "payment", "queue", "restarted", "rolled", "back", "Ana", "Tom"),
        *("alert", "fired", "at", "14:32", "cluster", "error", "rate", "rose", "to", "34%"),
        *("after", "v2.4.1", "reached", "production", "e.g.", "because", "config", "stale"),
    )
)


@st.composite
def _sentence(draw: st.DrawFn) -> str:
    words = draw(st.lists(_WORDS, min_size=2, max_size=9))
    style = draw(st.sampled_from(["{}", "{}", "{}", "**{}**", "*{}*", "`{}`", "[{}](x.md)"]))
    at = draw(st.integers(0, len(words) - 1))
    words[at] = style.format(words[at])
    return " ".join(words).capitalize() + draw(st.sampled_from([".", ".", "!", "?", ""]))


@st.composite
def _table(draw: st.DrawFn) -> str:
    header = draw(st.sampled_from([("Item", "Owner", "Due"), ("Time", "Event"), ("Key", "Value")]))
    row = st.lists(_sentence(), min_size=len(header), max_size=len(header))
    rows = [header, ["---"] * len(header), *draw(st.lists(row, max_size=3))]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in rows)


def _listed(marker: str) -> st.SearchStrategy[str]:
    lines = st.lists(_sentence().map(lambda words: f"{marker} {words}"), min_size=1, max_size=4)
    return lines.map("\n".join)


_HEADINGS = st.sampled_from(
    (
        *("# Queue outage 2026-04-15", "## Summary", "## Timeline", "## Contributing factors"),
        *("## Action items", "## Lessons learned", "**Impact**", "Severity: SEV2", "### Notes"),
    )
)
_BLOCKS = st.one_of(
    st.lists(_sentence(), min_size=1, max_size=3).map(" ".join),
    st.lists(_sentence(), min_size=1, max_size=3).map("\n".join),
    _listed("-"),
    _listed("1."),
    _listed("- 14:32"),
    _listed("- [ ]"),
    _table(),
    _sentence().map(lambda words: f"> {words}"),
    _sentence().map(lambda words: f"```\n{words}\n```"),
    _sentence().map(lambda words: f"<!-- {words} -->"),
)


def markdown() -> st.SearchStrategy[str]:
    """Well-formed documents with sections, without entities and backslashes."""
    blocks = st.lists(st.one_of(_HEADINGS, _BLOCKS), min_size=1, max_size=12)
    return blocks.map(lambda parts: "\n\n".join(parts) + "\n")


@dataclass(frozen=True)
class Placed:
    """A text in which one rule must speak, about exactly the words at `start`."""

    text: str
    code: str
    words: str
    start: int


_MARKED = (
    ("PM905", "The retry interval was [[ridiculous]] for such a queue."),
    ("PM201", "We [[should have tested]] the failover before the release."),
    ("PM204", "In the end it was [[obvious]] that the queue was full."),
    ("PM301", "The root cause was [[human error]]."),
    ("PM906", "In the end Ana [[saved the day]] with a copy."),
    ("PM902", "The report came from [[maria.keller@fjordbank.no]] at noon."),
    ("PM902", "The scan came from [[45.83.64.12]] at noon."),
)
_CONTEXTS = (
    *("{}", "# Queue outage\n\n{}", "Words before. {} Words after it.", "{}\n\nMore text here."),
    *("- {}", "* one\n* {}\n* three", "1. {}", "- outer item\n  - {}", "-\t{}", "- [ ] {}"),
    *("**{}**", "*{}*", "_{}_", "***{}***", "[{}](https://example.org)", "**Note:** {}"),
    *("| A | B |\n|---|---|\n| x | {} |", "|A|B|\n|---|---|\n|{}|x|", "A | B\n--- | ---\n{} | x"),
    *("🍎 {}", "👩‍🚒👩‍🚒 Words. {}", "Cafe\u0301 re\u0301sume\u0301. {}", "日本語 text. {}"),
    *("```\ncode here\n```\n\n{}", "---\ntitle: Outage\n---\n\n{}"),
    *("<!-- a note -->\n\n{}", "`code` first. {}", "Fish &amp; chips. {}", "A \\* star. {}"),
    *("First line of a paragraph\nand {}", "<b>Bold.</b> {}", "Text<br>more text. {}"),
)
_EMPHASIS = (("", ""), ("**", "**"), ("*", "*"), ("[", "](https://example.org)"))


@st.composite
def placed(draw: st.DrawFn) -> Placed:
    """A sentence that a rule is known to find, somewhere in Markdown."""
    code, marked = draw(st.sampled_from(_MARKED))
    before, after = draw(st.sampled_from(_CONTEXTS)).split("{}")
    # A link cannot stand in a link, and stars beside stars mean something else.
    plain = "@" in marked or before.endswith(("*", "_", "["))
    opening, closing = ("", "") if plain else draw(st.sampled_from(_EMPHASIS))
    sentence, (span,) = read_marks(marked)
    words = sentence[span.start : span.end]
    styled = sentence[: span.start] + opening + words + closing + sentence[span.end :]
    text, start = before + styled + after + "\n", len(before) + span.start + len(opening)
    if draw(st.booleans()):
        start += text[:start].count("\n")
        text = text.replace("\n", "\r\n")
    return Placed(text, code, words, start)


def placed_codes() -> frozenset[str]:
    """Codes of the rules that `placed` relies on."""
    return frozenset(code for code, _ in _MARKED)
