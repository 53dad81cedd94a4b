"""What an action item ends in: who does it, and by when.

"(Fleet team, 28 February)", "— Katarzyna — 2025-08-22", "into the runbook. Marek, by 30 June".
A list of names knows few of those who do the work. What stands alone beside a date, after a
dash, in brackets or as a sentence of its own is an owner, whatever it is called; without a date it
has to be known for one. Commas alone set off an owner beside a date, or a whole name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from msgspec import Struct

from pmlint.document import Text
from pmlint.names import TECHNOLOGY
from pmlint.reading.dates import DATE, MONTHS, WEEKDAYS, find_dates
from pmlint.reading.deadlines import VAGUE_DEADLINE
from pmlint.reading.groups import is_group
from pmlint.regexes import regex

__all__ = ["DONE_THEN", "Tail", "is_due", "is_plain_due", "lead_of", "tail_of"]

_MOST_WORDS = 5  # of an owner, and of a deadline
_LEAST = 2  # words of work before the tail
_LONGEST = 80  # characters of a tail

_BRACKET = regex(r"\(([^()]*)\)\W*$")
_BREAK = regex(r"\s+(?:[–—→·|•]|-{1,2}>?)\s+|(?<=[.!?…”\"'’)\]])\s+(?=[^\W\d_]|\d)|\s*→\s*")
_COMMA = regex(r"[,;]\s+")
_MOST_COMMAS = 4  # behind the work: two owners, and a day with its year
_PIECE = regex(
    r"\s*(?:[,;:/·|•]|\s[–—-]|\b(?:by|until|before|from|due|no\s+later\s+than)\b)\s*"
    # "Ann Lee. 12 June", but not "S. Lee", "Dr. Lee".
    r"|(?<![\s(.][A-Z])(?<!\b[DMS][rst])(?<!\bMrs)\.\s+",
    re.IGNORECASE,
)
_OWNS = regex(r"(?:owner|assignee|dri|responsible)\s(?:is\s)?(?=[^\W_]|@)", re.IGNORECASE)
_LEADS = regex(
    r"\s*(?:(?:to\s+be\s+)?(?:done|due|ready|finished|complete|planned|scheduled|target"
    r"|deadline)\b\s*(?:is\b\s*)?)?"
    r"(?:(?:by|until|till|before|from|on|in|for|at|due|no\s+later\s+than)\b\s*(?:the\s+)?)?",
    re.IGNORECASE,
)
DONE_THEN = regex(r"done\s+(?!(?:by|until|before)\b)", re.IGNORECASE)
"""What a piece begins with that is a day, and no deadline: "done 14 April"."""
_PERIOD = regex(
    rf"(?:(?:this|next|end\s+of|early|mid|late|before|after|in|the|coming|start\s+of)[\s-]+)*"
    rf"(?:{MONTHS}|{WEEKDAYS}|today|tomorrow|spring|summer|autumn|winter|christmas|easter"
    r"|week(?:end)?|month|quarter|year|sprint(?:\s+\w+)?|season(?:\s+\w+)?"
    r"|Q[1-4](?:[\s/-]*(?:20)?\d\d)?|(?:20)?\d\d[\s/-]?Q[1-4]|20\d\d"
    r"|\d{1,2}[/.]\d{1,2}(?:[/.](?:20)?\d\d)?\.?|v?\d+(?:\.\d+)+"
    r"|(?:release|version|sprint|milestone)\s+(?:of\s+)?[\w. ]{1,20}"
    r"|(?:the\s+)?(?:start|beginning|middle|end)\s+of\s+[\w'’-]+(?:\s+[\w'’-]+){0,3}"
    r"|(?:next|following|coming)\s+[\w-]+(?:\s+[\w-]+)?|whenever.{0,30}|when\s+.{1,40}"
    rf"|(?:at\s+)?some\s+(?:point|time).{{0,20}}|no\s+date.{{0,10}}|{VAGUE_DEADLINE})",
    re.IGNORECASE,
)
_WHO = regex(
    r"(?:(?:the|Dr|Mr|Ms|Mrs|Prof)\.?\s+)?@?[^\W\d_][\w.'’&/@-]*"
    r"(?:\s+(?:of|the|and|with|for|von|van|der|de|da|del|bin|al|&|\+)|\s+[^\W\d_][\w.'’&/-]*){0,4}"
)
_ALL = regex(r"(?:all|any|some|each)\s+of\s+(?:us|them)|the\s+whole\s+team", re.IGNORECASE)
_SELVES = frozenset("me i us we everyone everybody all nobody infra ops platform tooling".split())
_NO_OWNER = regex(
    r"\b(?:done|open|closed|pending|wip|todo|tb[dac]|agreed|approved|rejected|shipped|merged|fixed"
    r"|critical|important|urgent|optional|planned|scheduled|completed?|started|ongoing|progress"
    r"|high|medium|low|prio\w*|version|phase|step|stage|sprint|release|see|e\.?g|i\.?e|etc"
    r"|was|were|is|are|has|have|had|will|would|should|can|could|must|not|to|that|which|if|when)\b",
    re.IGNORECASE,
)


class Tail(Struct, frozen=True):
    """Where in a text the work ends, and what follows: places, start and end (exclusive)."""

    start: int
    owner: tuple[int, int] | None
    due: tuple[int, int] | None


def lead_of(text: Text) -> Tail | None:
    """The owner and the deadline that *text* begins with: "Ana Ruiz, 8 May: move the ..."."""
    match = _LEAD.match(text.prose)
    if match is None or not is_due(match["due"]):
        return None
    if match["bracket"] and not DATE.search(match["due"]):
        return None  # "Importer (v2.1): add a limit"
    if not _is_owner(match["who"], lambda _: False, dated=True):
        return None
    return Tail(match.end(), match.span("who"), match.span("due"))


_LEAD = regex(
    r"\s*(?P<who>[^,:()]{2,40}?)\s?(?:,|(?P<bracket>\())\s?(?P<due>[^:()]{3,30}?)\)?\s?:\s+(?=\S)"
)


def tail_of(text: Text, is_known: Callable[[str], bool]) -> Tail | None:
    """The owner and the deadline that *text* ends in; None if it ends in neither.

    *is_known* says of words whether they are an owner's for sure: a name, a team.
    """
    words = text.prose
    end = len(words.rstrip(" .;*_"))
    first = max(0, end - 2 * _LONGEST)
    bracket = _BRACKET.search(words, first)
    if bracket is not None:
        return _in_stretch(words, bracket.start(), *bracket.span(1), is_known)
    breaks = [one.span() for one in _BREAK.finditer(words, first, end)]
    for count in (2, 1):  # "— Katarzyna — 2025-08-22" has two
        if len(breaks) < count:
            continue
        start, begins = breaks[-count]
        if end - begins > _LONGEST:
            continue
        found = _in_stretch(words, start, begins, end, is_known, whole=True)
        if found is not None:
            return found
    return _behind_commas(words, first, end, is_known)


def _behind_commas(
    words: str, first: int, end: int, is_known: Callable[[str], bool]
) -> Tail | None:
    """An owner and a day, in either order, that only commas set off from the work."""
    marks = [mark.span() for mark in _COMMA.finditer(words, first, end)][-_MOST_COMMAS:]
    for start, begins in marks:
        tail = _in_stretch(words, start, begins, end, is_known, whole=True)
        if tail is None or tail.owner is None:
            continue
        who, before = words[slice(*tail.owner)], words[first:start]
        if _OWNS.search(words, start, tail.owner[0]) or _is_set_off(who, before, tail, is_known):
            return tail
    return None


def _is_set_off(who: str, before: str, tail: Tail, is_known: Callable[[str], bool]) -> bool:
    """Whether commas are enough to tell that *who* does the work *before* them.

    Without a day it takes a whole name; without either it may be one of several things.
    """
    if _ends_in_day(before):
        return is_known(who) or who[0].isupper()
    if tail.due is not None:
        return is_known(who) or _is_called(who, after=before)
    person = len(who.split()) > 1 and not is_group(who)
    return person and is_known(who) and _is_called(who, after=before)


def _ends_in_day(words: str) -> bool:
    """Whether *words* end in a deadline: "Add a limit by 3 May"."""
    pieces = _pieces(words, 0, len(words))
    return len(pieces) > 1 and is_due(words[slice(*pieces[-1])])


def _is_called(who: str, *, after: str) -> bool:
    """Whether *who* is a name for all that its place tells.

    Behind a word in upper case it may go on with that: "to Dublin, Ireland, by 3 May".
    """
    names = who.split()
    capital = all(name[0].isupper() and name.lower() not in TECHNOLOGY for name in names)
    return capital and not after.split()[-1].strip("(\"'“").istitle()


def _in_stretch(
    words: str,
    start: int,
    begins: int,
    ends: int,
    is_known: Callable[[str], bool],
    *,
    whole: bool = False,
) -> Tail | None:
    """What the stretch from *begins* to *ends* says; if *whole*, it says nothing else."""
    if len(words[:start].split()) < _LEAST:
        return None
    pieces = _pieces(words, begins, ends)
    due = _due_among(words, pieces)
    before = [one for one in pieces if due is None or one[1] <= due[0] or one[0] >= due[1]]
    owner = before[-1] if before else None
    dated = due is not None and (owner is None or _may_be_apart(words, owner, due))
    label = None if owner is None else _OWNS.match(words, *owner)
    if owner is not None and label is not None:
        owner = (label.end(), owner[1])
        dated = words[owner[0]].isupper()
    if owner is not None and not _is_owner(words[slice(*owner)], is_known, dated=dated):
        owner = None
    rest = before if owner is None else before[:-1]
    while owner is not None and rest and _are_two(words, rest[-1], owner, is_known):
        owner = (rest.pop()[0], owner[1])
    if (due is None and owner is None) or (whole and (rest or (before and owner is None))):
        return None
    if due is not None and owner is None and whole and not is_plain_due(words[slice(*due)]):
        return None
    return Tail(start, owner, due)


def _due_among(words: str, pieces: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The deadline that *pieces* end in, or that they begin with before the owner.

    It may itself hold a comma, so the most pieces that are one count.
    """
    if not pieces:
        return None
    begins, ends = pieces[0][0], pieces[-1][1]
    last = next(((one, ends) for one, _ in pieces if is_due(words[one:ends])), None)
    if last is not None or DONE_THEN.match(words, begins):
        return last
    stops = (stop for _, stop in reversed(pieces[:-1]))
    return next(((begins, stop) for stop in stops if is_due(words[begins:stop])), None)


def _may_be_apart(words: str, owner: tuple[int, int], due: tuple[int, int]) -> bool:
    """Whether an owner can stand before a day: a sentence of its own begins in upper case."""
    return words[owner[0]].isupper() or "." not in words[owner[1] : due[0]]


def _are_two(
    words: str, first: tuple[int, int], second: tuple[int, int], is_known: Callable[[str], bool]
) -> bool:
    """Whether two pieces are two owners: "Ann Lee, Bo Roth"."""
    between = words[first[1] : second[0]].strip()
    who = words[slice(*first)]
    return between in (",", "/") and _WHO.fullmatch(who) is not None and is_known(who)


def is_plain_due(words: str) -> bool:
    """Whether a sentence of its own can be nothing but a deadline: "18 June 2025", "Ongoing"."""
    if DATE.fullmatch(words):
        return True
    return _VAGUE.fullmatch(words) is not None and _RANK.fullmatch(words) is None


_VAGUE = regex(VAGUE_DEADLINE, re.IGNORECASE)
_RANK = regex(r"high|medium|low|urgent|daily|weekly|monthly|quarterly|backlog", re.IGNORECASE)
"""What can as well be the item's priority, or how often something is to be done."""


def _pieces(words: str, begins: int, ends: int) -> list[tuple[int, int]]:
    """The stretch cut at commas, dashes and "by", without white space."""
    bounds = [begins]
    for match in _PIECE.finditer(words, begins, ends):
        bounds += [match.start(), match.end()]
    bounds.append(ends)
    trimmed = (_trimmed(words, *bounds[at : at + 2]) for at in range(0, len(bounds), 2))
    return [(start, end) for start, end in trimmed if start < end]


def _trimmed(words: str, start: int, end: int) -> tuple[int, int]:
    inside = words[start:end]
    return end - len(inside.lstrip(" .*_")), start + len(inside.rstrip(" .*_"))


def is_due(words: str) -> bool:
    """Whether *words* are a day, a period or a vague deadline, and nothing else."""
    lead = _LEADS.match(words)
    rest = words[lead.end() if lead else 0 :].strip(" .,™!")
    if not rest or len(rest.split()) > _MOST_WORDS:
        return False
    if _PERIOD.fullmatch(rest):
        return not is_group(rest)  # "release managers" are no release
    found = next(iter(find_dates(rest)), None)
    return found is not None and bool(
        _AROUND_DATE.fullmatch(rest[: found.start] + rest[found.end :])
    )


_AROUND_DATE = regex(
    rf"(?:[\s,.]|{WEEKDAYS}|end|start|early|mid|late|middle|of|the|week|latest|-)*", re.IGNORECASE
)


def _is_owner(words: str, is_known: Callable[[str], bool], *, dated: bool) -> bool:
    if is_group(words):
        return True
    if not _WHO.fullmatch(words) or _NO_OWNER.search(words) or is_due(words):
        return False
    if len(words.split()) > _MOST_WORDS:
        return False
    if is_known(words) or words.lower() in _SELVES or _ALL.fullmatch(words):
        return True
    return dated and (words[0].isupper() or len(words.split()) == 1)
