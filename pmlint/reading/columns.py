"""What the columns of a table of action items hold, told by their cells.

For heads that nobody foresaw, or in another language: "Wer", "Échéance", "Champion".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from pmlint.document import ActionType, Block, Span
from pmlint.reading.dates import DATE
from pmlint.reading.deadlines import is_blank, parse_deadline
from pmlint.reading.extras import TYPE_WORD
from pmlint.regexes import regex

__all__ = ["TYPE_LETTERS", "by_cells", "done_mark", "has_letters"]

TYPE_LETTERS = {
    "P": ActionType.PREVENT,
    "D": ActionType.DETECT,
    "M": ActionType.MITIGATE,
}

_DONE = regex(
    r"(?<![^\s(\[–—-])(?P<word>done|completed?|closed|fixed|resolved|merged|finished|shipped)[)\].!]*$",
    re.IGNORECASE,
)
_AND = regex(r"\s*[/,&+]\s*|\s+(?:and|und|et|y)\s+")
_FEW = 2  # words of a week
_SHORT = 4  # words of what stands for a day
_LONGEST_OWNER = 6
_NAME = regex(r"@?[^\W\d_][\w.'’-]*(?:\s+[^\W\d_][\w.'’-]*){0,3}")
_TURN = regex(
    r"back-?up|review|approv|request|report|author|rais|creat|open|start|begin|since|found|added"
    r"|clos|done|finish|complet|last",
    re.IGNORECASE,
)
"""Heads of other people and days than those of the work that is to be done."""


def by_cells(
    header: Sequence[str],
    rows: Sequence[Block],
    known: Mapping[str, int],
    is_owner: Callable[[str], bool],
) -> dict[str, int]:
    """Columns for "due", "owner" and "type" besides those that are *known* by their heads.

    *header* and *rows* are those of one table; *is_owner* says of words whether they are an
    owner's for sure.
    """
    free = [at for at in range(len(header)) if at not in known.values()]
    free = [at for at in free if not _TURN.search(header[at])]
    kinds: dict[str, Callable[[Sequence[str]], bool]] = {
        "due": _are_days,
        "type": _are_types,
        "owner": lambda cells: _are_owners(cells, is_owner),
    }
    found: dict[str, int] = {}
    for name, is_one in kinds.items():
        places = (at for at in free if at not in found.values() and is_one(_filled(rows, at)))
        place = None if name in known else next(places, None)
        if place is not None:
            found[name] = place
    return found


def has_letters(rows: Sequence[Block], column: int) -> bool:
    """Whether a column of types has nothing but letters: P, D and M."""
    cells = _filled(rows, column)
    return bool(cells) and all(cell.upper() in TYPE_LETTERS for cell in cells)


def done_mark(words: str) -> int | None:
    """Where the words of a cell begin to say that the work is done: "n/a DONE"; None if nowhere.

    In small letters they do behind a ticket or a day, in brackets, or alone: "3 May (done)". In a
    sentence they may be of something else: "wait until it is done".
    """
    match = _DONE.search(words)
    if match is None:
        return None
    before = words[: match.start()].rstrip(" –—-,;")
    sure = match["word"].isupper() or not before or before[-1] in "([" or before[-1].isdigit()
    return match.start() if sure or is_blank(before) else None


def _filled(rows: Sequence[Block], column: int) -> list[str]:
    """The words of a column's cells, if at least half of them hold some."""
    cells = [row.children[column].words for row in rows if column < len(row.children)]
    filled = [cell for cell in cells if not is_blank(cell)]
    return filled if 2 * len(filled) >= len(rows) else []


def _are_days(cells: Sequence[str]) -> bool:
    """Whether half of the cells or more are days, and the others as short: "ab sofort".

    One of them has to be a whole date: "1.2" may be a version, "2 weeks" how long the work takes.
    """
    days = sum(map(_is_day, cells))
    short = all(len(cell.split()) <= _SHORT for cell in cells)
    return short and 2 * days >= len(cells) and any(map(DATE.fullmatch, cells))


def _is_day(words: str) -> bool:
    """Whether *words* are a day of the calendar, or a week, and little else: "KW 21"."""
    if DATE.fullmatch(words):
        return True
    found = parse_deadline(words, Span(0, 0), None, "") if len(words.split()) <= _FEW else None
    return found is not None and found.date is not None


def _are_types(cells: Sequence[str]) -> bool:
    """Whether all are types, or letters for several: "M" alone may be a size."""
    letters = {cell.upper() for cell in cells}
    if len(letters) > 1 and letters <= TYPE_LETTERS.keys():
        return True
    return bool(cells) and all(map(TYPE_WORD.fullmatch, cells))


def _are_owners(cells: Sequence[str], is_owner: Callable[[str], bool]) -> bool:
    """Whether most are names by their form, and half of them or more are known for one."""
    several = [_AND.split(cell) for cell in cells]
    named = sum(all(map(_is_name_like, parts)) for parts in several)
    known = sum(any(map(is_owner, parts)) for parts in several)
    short = all(len(cell.split()) <= _LONGEST_OWNER for cell in cells)
    return bool(cells) and short and 3 * named >= 2 * len(cells) and 2 * known >= len(cells)


def _is_name_like(words: str) -> bool:
    return _NAME.fullmatch(words) is not None and (words[0] == "@" or words[0].isupper())
