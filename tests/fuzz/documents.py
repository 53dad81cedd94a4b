"""Documents that nobody would write: pieces of real ones, hostile scraps, broken structure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

__all__ = ["Maker"]

CORPUS = Path(__file__).parents[2] / "corpus" / "postmortems" / "docs"
SCRAPS = (
    *("# ", "## ", "## Timeline\n\n", "## Action items\n\n", "## Summary\n\n", "**Impact**\n\n"),
    *("---\n", "---\ntitle: x\n---\n", "+++\na = 1\n+++\n", "---\na: &a [*a]\n---\n", "===\n"),
    *("- ", "* ", "1. ", "99999999999. ", "- [ ] ", "- [x] ", "  - ", "\t", "    ", "> ", ">>>"),
    *("| a | b |\n|---|---|\n", "|", "||", "\\|", "|:-:|", "| Item | Owner | Due |\n|---|---|---|\n"),
    *("```", "```mermaid\n", "~~~\n", "`", "``", "*", "**", "_", "__", "~~", "***", "\\", "\\\n"),
    *("[", "](", ")", "![", "[x]: /y\n", "[^1]", "[^1]: z\n", "<", ">", "<!--", "-->", "<!-->", "--!>"),
    *("<!-- pmlint: allow PM401 -->", "<!-- pmlint: off -->", "<!-- pmlint: on -->", "<!-- pmlint: -->"),
    *("<!-- pmlint: allow-file ALL -->", "<!--pmlint:off PM4,PM5-->", "</div>", "<b>", "<br>", "<td>"),
    *("&amp;", "&#x41;", "&#0;", "&#1114112;", "&nope;", "https://e.org/a_(b)?c=d", "a@b.org"),
    *("14:32", "25:61", "99:99", "0:00", "2026-04-15", "2026-02-30", "0000-00-00", "9999-99-99"),
    *("T+5m", "T-99999999999h", "~14:35 UTC", "24:00", "14:32+99:99", "Apr 31", "1/2/3", "31/31/31"),
    *("12:00 ", "1e999", "99999999999999999999", "-1 ", "٣", "²", "Ⅷ", "½", "１２:００"),
    *("Owner: ", "Due: ", "@ana", "(Sarah, 2026-05-01)", "Severity: SEV2", "TBD", "why? ", "{{x}}"),
    *("Dave forgot the flag. ", "We should have known. ", "Obviously, ", "human error", "if only "),
    *("password: hunter2hunter2", "AKIAIOSFODNN7EXAMPLE", "-----BEGIN PRIVATE KEY-----\n", "1.2.3.4"),
    *("\r", "\r\n", "\n", "\n\n", "\x00", "\x01", "\x0b", "\x0c", "\x1b[31m", "\x1c", "\x85", "\u2028"),
    *("\u2029", "\u200b", "\ufeff", "\u202e", "\u0301", "\ufffd", "\ue000", "\U000e0001", "🍎", "👩‍🚒"),
    *("İ", "ß", "ﬀ", "ŉ", "ǰ", "ΐ", "日本語", "“", "”", "’", "\ud83c", "\U0010ffff", "\xa0", "\u3000"),
)  # fmt: skip


class Maker:
    """Makes documents, the same ones for the same seed."""

    def __init__(self, seed: int, longest: int = 1200) -> None:
        self._random = Random(seed)  # noqa: S311 - nothing here is a secret
        self._longest = longest
        files = sorted(path for path in CORPUS.rglob("*") if path.suffix in (".md", ".txt"))
        self._texts = [path.read_text(encoding="utf-8") for path in files]
        self._lines = [line for text in self._texts for line in text.split("\n") if line.strip()]
        self._changes: Sequence[Callable[[str], str]] = (
            *(self._with_scrap, self._with_scrap, self._without_part, self._doubled, self._swapped),
            *(self._spliced, self._broken_table, self._open_fence, self._ends, self._noise),
        )

    def document(self) -> tuple[str, str]:
        """A name and a text."""
        random = self._random
        name = random.choice(("a.md", "a.md", "a.md", "a.txt", "2026-04-15-x.mdx"))
        text = random.choice((self._window, self._window, self._soup, self._patchwork))()
        for _ in range(random.randint(0, 5)):
            text = random.choice(self._changes)(text)
        return name, text[: self._longest * 2].encode("utf-8", "replace").decode("utf-8")

    def _window(self) -> str:
        text = self._random.choice(self._texts)
        start = self._random.randrange(max(1, len(text) - self._longest // 2))
        return text[start : start + self._random.randint(1, self._longest)]

    def _soup(self) -> str:
        return "".join(self._random.choices(SCRAPS, k=self._random.randint(0, 60)))

    def _patchwork(self) -> str:
        lines = self._random.choices(self._lines, k=self._random.randint(1, 12))
        return self._random.choice(("\n", "\n\n", "\r\n", "\r")).join(lines)[: self._longest]

    def _at(self, text: str) -> int:
        return self._random.randint(0, len(text))

    def _with_scrap(self, text: str) -> str:
        at = self._at(text)
        return (
            text[:at] + self._random.choice(SCRAPS) * self._random.choice((1, 1, 2, 9)) + text[at:]
        )

    def _without_part(self, text: str) -> str:
        start = self._at(text)
        return text[:start] + text[start + self._random.randint(1, 40) :]

    def _doubled(self, text: str) -> str:
        lines = text.split("\n")
        at = self._random.randrange(len(lines))
        return "\n".join(lines[:at] + [lines[at]] * self._random.randint(2, 4) + lines[at + 1 :])

    def _swapped(self, text: str) -> str:
        lines = text.split("\n")
        one, other = (self._random.randrange(len(lines)) for _ in range(2))
        lines[one], lines[other] = lines[other], lines[one]
        return "\n".join(lines)

    def _spliced(self, text: str) -> str:
        at = self._at(text)
        return text[:at] + self._window()[:200] + text[at:]

    def _broken_table(self, text: str) -> str:
        places = [at for at, mark in enumerate(text) if mark == "|"]
        if not places:
            return text + "\n| a | b\n|---|\n| c\n"
        at = self._random.choice(places)
        return text[:at] + self._random.choice(("", "||", "\n", "\\|")) + text[at + 1 :]

    def _open_fence(self, text: str) -> str:
        lines = text.split("\n")
        fences = ("```", "~~~", "<!--", "<div>", "$$", "---", "+++", "<!-- pmlint: off -->")
        lines.insert(self._random.randint(0, len(lines)), self._random.choice(fences))
        return "\n".join(lines)

    def _ends(self, text: str) -> str:
        ends = self._random.choices(("\n", "\r\n", "\r", "\n\n", "\u2028", "\x0b"), k=8)
        parts = text.split("\n")
        return "".join(part + ends[at % 8] for at, part in enumerate(parts))

    def _noise(self, text: str) -> str:
        at, random = self._at(text), self._random
        codes = (
            random.choice((random.randrange(256), random.randrange(0x11000))) for _ in range(9)
        )
        return text[:at] + "".join(map(chr, codes)) + text[at:]
