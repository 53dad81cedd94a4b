"""What an exported row says of the state of its work."""

from __future__ import annotations

import datetime as dt
import re

from pmlint.document import Status
from pmlint.quarterly.tickets.keys import ISSUE_URL
from pmlint.quarterly.tickets.layouts import Row

__all__ = ["status_of"]

_CLOSING = frozenset(
    "done closed complete completed resolved released fixed merged shipped deployed finished "
    "implemented verified".split()
)
_CANCELLED = re.compile(
    r"(?:as |\bis )?(?:cancell?ed|wont (?:do|fix|be (?:done|fixed))|will not (?:do|fix)|wontfix"
    r"|wontdo|duplicated?|not planned|not doing|not a bug|not an issue|not needed|rejected"
    r"|declined|abandoned|obsolete|invalid|dropped|cannot reproduce)"
)
_OPEN = re.compile(
    r"open(?:ed)?|reopened|unresolved|new|to ?do|doing|backlog|icebox|triage|next|up next|queued"
    r"|(?:un|not )started|started|not done|incomplete|indeterminate|inprogress|wip|planned"
    r"|accepted|assigned|unassigned|scheduled|pending|paused|blocked|on hold|review|testing|qa"
    r"|analysis|investigating|active|ongoing|ready|selected for development"
    r"|(?:in|under) (?:progress|development|review|code review|testing|test|qa|analysis|design)"
    r"|(?:waiting|awaiting|ready|pending|needs|blocked)(?: (?:for|on|by|to))? .+"
)


def _told_by(words: str) -> Status:
    """What a tracker's own word says; a word that is not known says nothing."""
    plain = re.sub(r"[\W_]+", " ", re.sub(r"['’]", "", words.casefold())).strip()
    parts = plain.split()
    if parts and _CLOSING.issuperset(parts):
        return Status.DONE
    while parts and parts[0] in _CLOSING:
        parts.pop(0)
    if _CANCELLED.fullmatch(" ".join(parts)):
        return Status.CANCELLED
    return Status.OPEN if _OPEN.fullmatch(plain) else Status.UNKNOWN


def status_of(row: Row, *, closed: dt.date | None, cancelled: dt.date | None) -> Status:
    """The category or status of the tracker, refined by its reason; else what its dates say.

    A status of the team's own making is open where the tracker has columns for the end of
    work and they are empty.
    """
    category, word, reason = (_told_by(row[what]) for what in ("category", "status", "reason"))
    told = word if category is Status.UNKNOWN else category
    if told is Status.OPEN or (told is Status.UNKNOWN and reason is Status.OPEN):
        return Status.OPEN
    if Status.CANCELLED in (told, word, reason) or _unmerged(row):
        return Status.CANCELLED
    if Status.DONE in (told, reason):
        return Status.DONE
    if closed or cancelled:
        return Status.DONE if closed else Status.CANCELLED
    is_unfinished = row.has("closed") or row.has("reason")
    return Status.OPEN if row["status"] and is_unfinished else Status.UNKNOWN


def _unmerged(row: Row) -> bool:
    """Whether it is a pull request that was closed without a merge."""
    url = ISSUE_URL.match(row["url"])
    merged = row.cells.get("mergedat") or row.cells.get("pullrequest.mergedat")
    is_pull = url is not None and url["kind"].lower() != "issues"
    return is_pull and row["status"].casefold() == "closed" and not merged
