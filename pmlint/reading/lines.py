"""Which line breaks of a paragraph the author meant.

Many postmortems set one fact a line without a list ("14:32 deploy starts"). A
break is meant if a wrapping editor would not have put it there: the next word
would still have fitted, or the lines start like entries of their own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pmlint.reading.dates import DATE
from pmlint.regexes import regex

__all__ = ["counting_lines", "meant_breaks"]

_STARTS_ENTRY = regex(
    r"""(?: [\[(~≈]* \d{1,2} [:.h] \d{2} \b         # a clock time
          | [\[(]? \d{4}-\d{2}-\d{2}                # an ISO date
          | \d{1,2} \s? [ap]\.?m\b                  # 9 am
          | T\s?[+-]\s?\d                           # T+5
          | [•·‣▪●○–—*+-] \s                        # a typed bullet
          | \d{1,2} [.)] \s                         # a typed number
          | \#{1,6}\s
          | [A-Z][\w/&'’-]* (?:\s[\w/&'’()-]+){0,4} : (?:\s|$)   # a label
          )""",
    re.VERBOSE | re.IGNORECASE,
)
_TIMED = regex(r"\s*[\[(~≈]*\d{1,2}[:.h]\d{2}\b")
_LABEL = regex(r"[A-Z][\w/&'’-]*(?:\s[\w/&'’()-]+){0,4}:(?:\s|$)")
_DAY = regex(r"\d{4}-\d{2}-\d{2}(?!\d|[T,]?\s*\d{1,2}[:.h]\d{2})")  # no entry: it has no time
_AWAITS = regex(r"[\s,;(](?:by|due(?:\s+(?:by|on))?)$", re.IGNORECASE)
_COUNTED = regex(
    r"\s*[\[(]?(?:(?P<kind>[A-Z]{1,4}|[A-Z][a-z]{2,11}|#)(?P<joint>[ -])?)?(?P<number>\d{1,3})"
    r"[\])]?[.:)]?\s+(?=\S)"
)
_NARROWEST = 60
_WIDEST = 130


def meant_breaks(lines: list[str], hard: set[int]) -> set[int]:
    """Indices k such that the break between lines k and k+1 was meant.

    *lines* are the visible lines of one paragraph; *hard* those breaks that the
    markup itself asks for.
    """
    width = max(len(line.rstrip()) for line in lines)
    meant = hard | {index - 1 for run in counting_lines(lines) for index, _ in run[1:]}
    meant |= {
        index - 1
        for index in range(1, len(lines) - 1)
        if _heads_day(lines[index], lines[index + 1])
    }
    return {
        index
        for index in range(len(lines) - 1)
        if index in meant or _is_meant(lines[index].rstrip(), lines[index + 1].lstrip(), width)
    }


def _heads_day(line: str, following: str) -> bool:
    """Whether *line* is a day that the entry below belongs to: "19 May 2026", then "09:20 Mail"."""
    return _TIMED.match(following) is not None and DATE.fullmatch(line.strip(" \t:*_")) is not None


def counting_lines(lines: Sequence[str]) -> list[list[tuple[int, int]]]:
    """Runs of *lines* with labels of one kind that count on: "M1 Test it", "M2 Page us".

    A number may be left out where a hyphen says what it is: "CA-1", "CA-3".

    Each is (index of the line, where in it the words behind the label begin); other lines may
    stand between. A run has two lines or more.
    """
    runs: list[list[tuple[int, int]]] = []
    last: dict[str, int] = {}
    for index, line in enumerate(lines):
        match = _COUNTED.match(line)
        if match is None:
            continue
        kind, number = match["kind"] or "", int(match["number"])
        step = number - last.get(kind, number)
        if step != 1 and not (step > 1 and match["joint"] == "-"):
            runs.append([])
        runs[-1].append((index, match.end()))
        last = {kind: number}
    return [run for run in runs if len(run) > 1]


def _is_meant(line: str, following: str, width: int) -> bool:
    if not line or not following:
        return True
    if _DAY.match(following) and not _DAY.match(line.lstrip()) and _is_unfinished(line):
        return False
    if _starts_entry(following):
        return True
    first = following[0]
    if first.islower() or first in ",;)&":
        return False
    if line[-1] in ",(" or line.endswith((" and", " or", " the", " a", " to", " of")):
        return False
    if width > _WIDEST:  # nobody wraps this wide: lines are what they are
        return True
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) <= max(width, _NARROWEST) - 2


def _is_unfinished(line: str) -> bool:
    """Whether *line* ends amid what a day has to follow: "(Ana Lund, by"."""
    return _AWAITS.search(line) is not None or (
        line.endswith(",") and line.rfind("(") > line.rfind(")")
    )


def _starts_entry(line: str) -> bool:
    match = _STARTS_ENTRY.match(line)
    if match is None:
        return False
    if match[0].rstrip().endswith(":") and not match[0][0].isdigit():
        return bool(_LABEL.match(line))  # labels, unlike times, start in upper case
    return True
