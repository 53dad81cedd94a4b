"""The title does not say which service, what happened to it, and when.

Why: people find a postmortem by its title, months later, in a list of many. "Incident
report" is the one line of the list that nobody can use.

Instead: name the service, what happened and the date: "Payment service outage, 15 April
2026". A date in the file's name, in the front matter or in a date field counts as well.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pmlint.document import Document, HeadingStyle, Text, Topic
from pmlint.regexes import regex
from pmlint.rule import Category, Hit, Rule, Severity, option

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DATE = regex(
    rf"(?<!\d)(?:19|20)\d\d[-/._ ]?(?:[01]\d|{_MONTH})(?:[-/._ ]?[0-3]\d)?(?!\d)"
    r"|(?<![\d.])[0-3]?\d[-/.][01]?\d[-/.](?:19|20)?\d\d(?![\d.])"
    rf"|(?<![a-z]){_MONTH}\.?[ _-][0-3]?\d(?:st|nd|rd|th)?(?!\d)"
    rf"|(?<!\d)[0-3]?\d(?:st|nd|rd|th)?(?: of)?[ _-]{_MONTH}(?![a-z])"
    rf"|(?<![a-z]){_MONTH}[ _-](?:19|20)\d\d(?!\d)"
    r"|(?<![\d.-])(?:19|20)\d\d(?![\d.-])|(?<!\d)[12]\d[01]\d[0-3]\d(?!\d)",
    re.IGNORECASE,
)
_WORD = regex(r"[^\W\d_](?:[\w'’.-]*\w)?")
# Words for any incident, and for any report on one.
_GENERIC_LIST = (
    "a an the of for on in at to and or our this that from with by about as is was were it its "
    "post mortem postmortem post-mortem postmortems report reports review retro retrospective rca "
    "analysis root cause incident incidents incident's issue issues event problem problems outage "
    "outages summary document doc draft template title name readme production prod service system "
    "services systems major minor critical severe serious high low severity priority sev "
    "blameless post-incident after-action after action full partial total complete brief short "
    "recent unplanned general information info number no id final version notes public internal "
    "log downtime disruption interruption failure error errors bug down monday tuesday wednesday "
    "thursday friday saturday sunday today yesterday am pm utc late early morning afternoon "
    "evening night investigation record export ticket case"
)
_GENERIC = frozenset(_GENERIC_LIST.split())
# Of those, the words that say at least what happened.
_HAPPENED_LIST = "outage outages downtime disruption interruption failure down"
_HAPPENED = frozenset(_HAPPENED_LIST.split())
# A title that ends on such a word and has no other says who, and not what.
_THINGS_LIST = (
    "service api database cluster server servers platform site website app application portal "
    "gateway pipeline queue backend frontend dashboard broker cache proxy worker scheduler"
)
_THINGS = frozenset(_THINGS_LIST.split())
_MARKS = regex(r"(?:sev(?:erity)?|[sp]|pm|inc|incident|rca|ir|prb|chg)[ #:_-]?\d+\b", re.IGNORECASE)
_FULL_DATE = regex(r"(?<!\d)(?:19|20)\d\d[-/.][01]?\d[-/.][0-3]?\d(?!\d)")
_DATE_KEY = regex(
    r"(?:incident[ _-]?)?(?:date|start(?:ed)?|when|day|time|occurred(?:[ _-]?at)?)", re.IGNORECASE
)


@dataclass(frozen=True)
class Options:
    """What a title must say."""

    require_date: bool = option(
        True, "Ask for a date in the title, the file's name, the front matter or a date field."
    )


def check(document: Document, options: Options) -> Iterator[Hit]:
    title = document.facts.title
    if title is None or not title.raw.strip():
        return
    missing = list(_unsaid(title.raw))
    if options.require_date and not _is_dated(document, title.raw):
        missing.append("date")
    if missing:
        yield _hit(title, missing)


_GAPS = {
    "service": "which service it was",
    "what happened": "what happened",
    "date": "when it was",
}


def _hit(title: Text, missing: list[str]) -> Hit:
    words = title.raw.strip()
    gaps = [_GAPS[name] for name in missing]
    listed = gaps[0] if len(gaps) == 1 else f"{', '.join(gaps[:-1])} or {gaps[-1]}"
    return Hit(
        title.strip().span(),
        f'the title "{words}" does not say {listed}',
        hint=_advice(words, missing),
        data={"missing": missing},
    )


def _advice(words: str, missing: list[str]) -> str:
    if missing == ["date"]:
        return (
            f'Add the day of the incident: "{words}, 15 April 2026". A date in the file\'s name '
            "or a date field does as well."
        )
    return (
        "Name the service, what happened to it and the date, as in "
        '"Payment service outage, 15 April 2026".'
    )


def _unsaid(title: str) -> Iterator[str]:
    """What of service and event the title leaves out."""
    plain = _MARKS.sub(" ", _DATE.sub(" ", title))
    words = [word.lower().replace("’", "'") for word in _WORD.findall(plain)]
    telling = [word for word in words if word not in _GENERIC]
    if not telling:
        yield "service"
        if not _HAPPENED.intersection(words):
            yield "what happened"
    elif not set(words).intersection(_GENERIC - _THINGS) and _is_thing(words):
        yield "what happened"


def _is_thing(words: list[str]) -> bool:
    """Whether the title is a name and nothing else: "Payment service"."""
    return 1 < len(words) <= 3 and words[-1] in _THINGS


def _is_dated(document: Document, title: str) -> bool:
    if _DATE.search(title) or _DATE.search(document.source.path.replace("\\", "/")):
        return True
    if any(_is_day(key, value) for key, value in document.front_matter.items()):
        return True
    if document.facts.stated_date is not None:
        return True
    return any(
        section.style is not HeadingStyle.PREAMBLE for section in document.opening(Topic.DATE)
    ) or any(_is_date_field(section.heading.raw) for section in document.sections)


def _is_day(key: str, value: object) -> bool:
    """Whether a field of the front matter gives a day, under any name."""
    if isinstance(value, dt.date) or (value and _DATE_KEY.fullmatch(key)):
        return True
    return isinstance(value, str) and _FULL_DATE.search(value) is not None


def _is_date_field(heading: str) -> bool:
    return bool(_DATE.fullmatch(heading.strip())) or bool(
        regex(r"\s*(?:date|incident (?:date|from)|dates|day|when)\b", re.IGNORECASE).match(heading)
    )


RULE = Rule(
    code="PM504",
    name="title-form",
    category=Category.STRUCTURE,
    severity=Severity.WARNING,
    summary="The title does not say which service, what happened to it, and when.",
    bad=(
        "# [[Postmortem]]\n\nDate: 15 April 2026\n\n## Summary\n\nLogins failed.\n",
        "# [[Incident report]]\n\n## Summary\n\nLogins failed.\n",
        "# [[Major outage, 15 April 2026]]\n\n## Summary\n\nLogins failed.\n",
        "# [[Post-Incident Review: INC-204 (2026-04-15)]]\n\n## Summary\n\nLogins failed.\n",
        "# [[Login service outage]]\n\n## Summary\n\nOn 15 April 2026 logins failed.\n",
        "# [[Login service]]\n\n## Summary\n\nLogins failed.\n",
        "---\ntitle: [[Postmortem]]\ndate: 2026-04-15\n---\n\n## Summary\n\nLogins failed.\n",
    ),
    good=(
        "# Login outage\n\n| **Reported at** | 2026-05-19 07:21 UTC |\n|---|---|\n"
        "| Area | login |\n",
        "# Login service outage, 15 April 2026\n\n## Summary\n\nLogins failed.\n",
        "# 2026-04-15 Logins fail with 503\n\n## Summary\n\nLogins failed.\n",
        "# Postmortem: checkout returned empty baskets on Apr 15th\n\n## Summary\n\nIt did.\n",
        "---\ntitle: Logins fail in eu-west\ndate: 2026-04-15\n---\n\n## Summary\n\nLogins "
        "failed.\n",
        "# Logins fail in eu-west\n\n**Date**: 15 April 2026\n\n## Summary\n\nLogins failed.\n",
        "# Database failure (SEV2) 15/04/2026\n\n## Summary\n\nLogins failed.\n",
        "# Jenkins down, April 2026\n\n## Summary\n\nBuilds did not start.\n",
        "## Summary\n\nLogins failed.\n",
    ),
    options=Options(),
    check=check,
)
