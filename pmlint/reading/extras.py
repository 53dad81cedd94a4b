"""What stands behind an action item's work, besides who does it and by when.

A type, tickets, labels and milestones stand between the owner and the date in any order:
"(Prevent; owner: Ana; due 2 May; LAB-4)", "tile. Detect. 18 June 2025, AGRO-220", "@ana #prevent".
They are taken out of the text here, so that owner and date stand beside each other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from msgspec import Struct

from pmlint.document import MASK, Text
from pmlint.reading.dates import DATE
from pmlint.reading.tails import DONE_THEN, is_due, is_plain_due
from pmlint.regexes import regex

__all__ = ["TICKET", "TYPE_WORD", "Extras", "without_extras", "without_macros"]

TYPE_WORD = regex(
    r"(?:prevent(?:ion|ive|ative|ing)?|detect(?:ion|ive|ing)?|mitigat(?:e|ion|ive|ing)"
    r"|corrective|repair|remediation|recovery)",
    re.IGNORECASE,
)
_REPOSITORY = (
    r"(?<![\w&/.#-])(?:(?<![^,;:.()\[\]|·•–—-]\s)|(?<=\bsee\s)|(?<=\btracked\s(?:in|as|by)\s)"
    r"|(?<=\bticket\s)|(?<=\bissue\s))[A-Za-z][\w.-]{1,60}[#!]\d{1,6}\b"
)
"""A ticket of "importer#12": amid words, that may as well be the twelfth importer."""
TICKET = regex(
    _REPOSITORY + r"|\b[A-Z][A-Z0-9]{1,9}-\d{1,6}\b"
    r"|(?<![\w&/.-])(?:[\w-][\w.-]{0,60}/){1,6}[\w-][\w.-]{0,60}[#!]\d{1,6}\b"
    r"|(?<![\w&/])#\d{1,6}\b|https?://\S+/(?:issues|pull"
    r"|browse|issue|tickets?|merge_requests|-/issues|task|story)/\S*\d|\b(?:GH|BUG|INC"
    r"|CHG|TASK|STORY)-?\d+\b"
)

_MACRO = regex(r"\{status:(?:[^{}|]{0,40}\|)?title=(?P<said>[^{}|]{1,40})(?:\|[^{}]{0,40})?\}\s?")
_LONGEST = 240  # characters of a tail
_LONGEST_TYPE = 20  # characters of a type
_ENDS = (".", "!", "?", "…")
_DUE_SIGNS, _SIGNS = "📅⏳", "📅⏳🛫✅➕❌"
"""What the Tasks plugin of Obsidian sets before a day: due, planned; and all others."""
_RANKS = "⏫🔼🔽🔺⏬🔁"  # how pressing it is, how often
_STATES = {"✅": "done", "❌": "cancelled"}

_SEPARATOR = regex(
    r"(?:\s*(?:[;|•·()\[\]→]|,(?!\s*(?:19|20)\d\d\b(?![-/.]\d))|(?<=[\s)\]])[–—-]{1,2}>?(?=\s)))+\s*"
    rf"|(?<=[.!?…{MASK}])\s+(?=\S)|\s+(?=[@~%{_SIGNS}{_RANKS}{MASK}])"
    rf"|\s+(?={TYPE_WORD.pattern}[\s.)\]]*$)"
    r"|(?<![:=])(?<!\bsee)(?<!\bticket)(?<!\bissue)(?<!\bjira)(?<!\b(?:in|as|by))"
    rf"\s+(?=#{TYPE_WORD.pattern}\b|(?-i:{TICKET.pattern}))",
    re.IGNORECASE,
)
_MARK = regex(rf"[,;|•·()\[\]→@~%#{_SIGNS}{_RANKS}{MASK}]|\s[–—-]|[.!?…]\s|\s[A-Z]+-?\d")
"""One of them is before each piece; most items have none, and need no further search."""
_WEAK = regex(r"\s*[,;]?\s*")
_MANY_TYPES = rf"{TYPE_WORD.pattern}(?:\s*[/&+]\s*{TYPE_WORD.pattern})*"
_TYPE = regex(rf"(?P<kind>{_MANY_TYPES})", re.IGNORECASE)
_LABEL = regex(
    rf"(?P<sign>[~#])[\"“]?(?:[\w-]{{1,30}}(?:::|/))?(?P<kind>{TYPE_WORD.pattern})[\"”]?",
    re.IGNORECASE,
)
_OTHER_LABEL = regex(
    r"[~%](?:[\"“][^\"”]{1,60}[\"”]|[^\W\d_][\w:.-]{0,60})|%\d+(?:\.\d+)+"
    rf"|[{_RANKS}]\ufe0f?(?:\s+[\w ]{{1,60}})?"
)
_TICKETS = regex(
    rf"(?i:(?:see|ticket|issue|jira|tracked\s+(?:in|as|by))\s+)?(?:{TICKET.pattern})\+?s?"
)
_NAMES = regex(r"@?[^\W\d_][\w.'’&/-]*(?:\s+[^\W\d_][\w.'’&/-]*){0,3}")
_TEAM_OF = regex(r"\s+(?:team|squad|group|guild|crew)$", re.IGNORECASE)
_MENTION = regex(rf"@(?P<day>{DATE.pattern})", re.VERBOSE | re.IGNORECASE)


class Extras(Struct, frozen=True):
    """What was taken out of a text, and the last day that stands in its tail by itself."""

    type: str = ""
    due: tuple[int, int] | None = None
    status: str = ""
    listed: bool = False
    """Whether it is more than a ticket behind the work itself."""


class _Piece(Struct, frozen=True):
    """A stretch of the tail: its place, the mark before it, and what it says."""

    gap: int
    start: int
    end: int
    kind: str
    said: str = ""


def without_macros(text: Text) -> tuple[Text, tuple[str, ...]]:
    """*text* without labels of a wiki, and what these say: "{status:title=Prevent|colour=Red}"."""
    found = list(_MACRO.finditer(text.raw)) if "{status:" in text.raw else []
    if not found:
        return text, ()
    bounds = [0, *(place for match in found for place in match.span()), len(text)]
    ranges = list(zip(bounds[::2], bounds[1::2], strict=True))
    return _parts(text, ranges).strip(), tuple(match["said"].strip() for match in found)


def without_extras(text: Text, is_field: Callable[[str], bool]) -> tuple[Text, Extras]:
    """*text* without the types, tickets and labels in its tail, and what these say.

    *is_field* says of words whether they begin with a field's name ("Owner: Ana").
    """
    pieces = _tail(text, is_field)
    if pieces and pieces[0].kind == "ticket" and _runs_on(text, pieces[0]):
        pieces = pieces[1:]
    types = [piece for piece in pieces if piece.kind == "type"]
    if len(types) > 1 or (types and not _is_type(text, types[0], pieces)):
        pieces = _after(pieces, types[-1])
        types = []
    taken = [piece for piece in pieces if piece.kind not in ("", "due")]
    due = _day_of(pieces)
    if not taken:
        return text, Extras(due=due)
    status = next((_STATES[one.said[0]] for one in taken if one.said[0] in _STATES), "")
    listed = any(
        piece.kind != "ticket" or text.raw[piece.gap : piece.start].strip() in (",", ";")
        for piece in taken
    )
    return _joined(text, pieces), Extras(types[0].said if types else "", due, status, listed)


def _day_of(pieces: Sequence[_Piece]) -> tuple[int, int] | None:
    """The day that a sign says to be the last one, or any that stands by itself."""
    days = [piece for piece in pieces if piece.kind in ("day", "due")]
    days.sort(key=lambda piece: (piece.kind, _SIGNS.find(piece.said[0]) % len(_SIGNS)))
    return (days[0].start, days[0].end) if days else None


def _runs_on(text: Text, piece: _Piece) -> bool:
    """Whether no mark stands before *piece*: it belongs to the words ("the leak of OPS-12")."""
    return not text.raw[piece.gap : piece.start].strip() and text.raw[piece.gap - 1] not in _ENDS


def _after(pieces: Sequence[_Piece], piece: _Piece) -> list[_Piece]:
    return [other for other in pieces if other.start > piece.start]


def _tail(text: Text, is_field: Callable[[str], bool]) -> list[_Piece]:
    """The pieces that *text* ends in, as far back as each is known, in order."""
    end = len(text.raw.rstrip(" \t\n.)]*_"))
    first = max(0, end - _LONGEST)
    if not _MARK.search(text.prose, first, end):
        return []
    marks = [match.span() for match in _SEPARATOR.finditer(text.prose, first, end)]
    pieces: list[_Piece] = []
    for gap, start in reversed(marks):
        kind, said = _kind_of(text, start, end, is_field)
        if kind is None:
            break
        if said:
            pieces.append(_Piece(gap, start, end, kind, said))
        end = gap
    return pieces[::-1]


def _kind_of(
    text: Text, start: int, end: int, is_field: Callable[[str], bool]
) -> tuple[str | None, str]:
    """What a piece is ("" is kept as it is, None is no piece of a tail), and what it says."""
    words = text.raw[start:end].strip(" \t\n.:*_")
    found = _TYPE.fullmatch(words) or _LABEL.fullmatch(words)
    if found is not None:
        return "type", found["kind"]
    if not words:
        return "", ""
    if DONE_THEN.match(words):
        return "", words
    if words[0] in _SIGNS and DATE.fullmatch(words[1:].strip("\ufe0f ")):
        return ("day" if words[0] in _DUE_SIGNS else "sign"), words
    if _MENTION.fullmatch(words):
        return "day", words
    if _TICKETS.fullmatch(words):
        return "ticket", words
    if _OTHER_LABEL.fullmatch(words):
        return "label", words
    if is_due(words):
        alone = text.raw[max(0, start - 2) : start].rstrip()[-1:] in _ENDS
        return ("due" if DATE.search(words) or (alone and is_plain_due(words)) else ""), words
    if is_field(text.raw[start:end]) or (_NAMES.fullmatch(words) and _is_capital(words)):
        return "", words
    return None, ""


def _is_capital(words: str) -> bool:
    """Whether each word of a name begins as one; a team may be mentioned: "@Search team"."""
    name = _TEAM_OF.sub("", words) if words[0] == "@" else words
    return all(word[0].isupper() or word[0] == "@" for word in name.split())


def _is_type(text: Text, piece: _Piece, pieces: Sequence[_Piece]) -> bool:
    """Whether a type word is the item's type, and not a word of its work.

    A sentence or a bracket of its own says so. "set the mode to `detect`", "post to #detect" and
    "prevent, detect" are work, unless an owner, a day or a ticket stands beside the word.
    """
    mark = text.raw[piece.gap : piece.start]
    code = text.prose[piece.start] == MASK
    if not code and not _WEAK.fullmatch(mark):
        return True
    if not code and not mark.strip() and not _runs_on(text, piece):
        return True
    before = text.raw[max(0, piece.gap - _LONGEST_TYPE) : piece.gap].split()
    if before and TYPE_WORD.fullmatch(before[-1]):
        return False  # one of several
    beside = pieces[: pieces.index(piece)] if code else [one for one in pieces if one != piece]
    return any(one.said for one in beside)


def _joined(text: Text, pieces: Sequence[_Piece]) -> Text:
    """*text* without the pieces that say something of their own."""
    ranges = [(0, pieces[0].gap)]
    run: tuple[int, int] | None = None  # the marks before the first piece of those taken out
    last = pieces[0].gap
    depth = 0
    for piece in pieces:
        run = run or (last, piece.start)
        last = piece.end
        if piece.kind not in ("", "due"):
            continue
        mark = run
        if run[1] < piece.start and not _is_within(text.raw, run, piece):
            closing = _closing(text.raw, run[0], piece.gap, depth)
            ranges += closing
            depth -= len(closing)
            mark = _own_mark(text.raw, run[0], piece)
        ranges += [mark, (piece.start, piece.end)]
        depth += _depth(text.raw[slice(*mark)])
        run = None
    return _parts(text, ranges + _closing(text.raw, run[0] if run else last, len(text), depth))


def _is_within(words: str, run: tuple[int, int], piece: _Piece) -> bool:
    """Whether *piece* is in a bracket that *run* opens: "(Prevent, Ana", but not ", #4 (Ana"."""
    opens = _depth(words[run[0] : piece.start]) > 0
    return opens and _depth(words[piece.gap : piece.start]) <= 0


def _own_mark(words: str, at: int, piece: _Piece) -> tuple[int, int]:
    """The mark before *piece*, with the end of the sentence before it if none ends at *at*.

    A bracket that it closes is left out if what was taken out had opened it: "(Prevent), Ana".
    """
    start = piece.gap
    opened = _depth(words[at:start])
    while opened > 0 and start < piece.start and words[start] in ")]":
        start, opened = start + 1, opened - 1
    ends = words[start - 1] in _ENDS and words[at - 1] not in _ENDS
    return start - ends, piece.start


def _closing(words: str, start: int, end: int, depth: int) -> list[tuple[int, int]]:
    """Where between two places the brackets are closed that what is left has opened."""
    closing = [place for place in range(start, end) if words[place] in ")]"]
    return [(place, place + 1) for place in closing[: max(depth, 0)]]


def _depth(marks: str) -> int:
    return sum((mark in "([") - (mark in ")]") for mark in marks)


def _parts(text: Text, ranges: Sequence[tuple[int, int]]) -> Text:
    """The stretches of *text*, one behind the other, each still mapped to the source."""
    raw = prose = ""
    pieces: list[tuple[int, int]] = []
    for start, end in ranges:
        if start < end:
            part = text.part(start, end)
            pieces += [(at + len(raw), offset) for at, offset in part.pieces]
            raw, prose = raw + part.raw, prose + part.prose
    return Text(raw, prose, tuple(pieces) or text.part(0, 0).pieces)
