"""One postmortem to an `Incident`: its findings and what it says, and no more of its text."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path, PurePath

from msgspec.structs import replace

from pmlint.baseline import Baseline
from pmlint.config import Settings
from pmlint.document import ActionItem, Document, Factor, Span, Text, Topic
from pmlint.engine import Finding, Findings, document_of, lint
from pmlint.quarterly.model import Incident, Item, Quote
from pmlint.reading.dates import find_dates
from pmlint.reading.facts import file_date, labelled, matter_date
from pmlint.review.masking import mask_of
from pmlint.review.milestones import resolved_at
from pmlint.review.placeholders import is_stand_in, is_template_text, is_unfilled
from pmlint.review.questions import FACTOR_QUESTIONS, uncovered_questions
from pmlint.review.signals import signals
from pmlint.source import Source

__all__ = ["dated", "incident_of"]

_WORDING = ("PM1", "PM2", "PM3")
_NOT_SYSTEMIC = ("PM1", "PM3", "PM708", "PM709")
"""Findings on a factor that make it a person's act, a catchword or a mere trigger."""
_VAGUE = ("PM401", "PM402")
_LONGEST = 300  # characters of a quote
_THING = r"(?:services?|components?|systems?|applications?|apps?|products?)(?: ?\(s\))?"
_SERVICES = re.compile(
    rf"(?:(?:affected|impacted|main|primary) )?{_THING}(?: (?:affected|impacted|involved))?"
)
_TEAM = re.compile(r"(?:owning |responsible |responding )?(?:team|squad|group)s?(?: name)?")
_SPLIT = re.compile(r"\s*(?:[,;/&•\n]|\band\b|\s\+\s)\s*")
_NAME = re.compile(r"[\w.@][\w .@/:+-]{0,40}")
_LEVEL = re.compile(
    r"\b(?:sev(?:erity)?|p|s|priority|level)[ :#-]*([0-5])\b|^\W*([0-5])\b", re.IGNORECASE
)


def incident_of(
    source: Source,
    settings: Settings,
    baseline: Baseline | None = None,
    *,
    linted: Callable[[Document, Settings], Findings] | None = None,
    ask_git: bool = True,
) -> Incident:
    """What *source* says, linted as `pmlint check` lints it, or by *linted*.

    What a template left to be filled in is not said: it is no factor, item, level, service or team.
    *ask_git* says whether its path is a file here, so that git may know the day if nothing
    else does.

    Raises:
        Exception: the reader failed; the caller lists the document as unread.
    """
    document = document_of(source, settings)
    found = (linted or _lint)(document, settings)
    found = baseline.applied(found) if baseline is not None else found
    day, day_from = _date(document, ask_git=ask_git)
    hide = mask_of(document).text
    labels = [(key, hide(" ".join(text.raw.split()))) for key, text in labelled(document.sections)]
    factors = [factor for factor in document.factors if not is_template_text(factor.text)]
    systemic = [factor for factor in factors if _is_systemic(factor, found)]
    items = [item for item in document.actions if not is_unfilled(item.text)]
    heard = signals(document)
    return Incident(
        path=source.path,
        title=_title(document),
        date=day,
        date_from=day_from,
        profile=document.profile,
        severity=_severity(document),
        services=_services(document, labels),
        team=_team(document, labels),
        words=len(source.text.split()),
        factors=tuple(_quoted(document, one.text) for one in factors),
        systemic=tuple(_quoted(document, one.text) for one in systemic),
        why_depth=max((len(chain.levels) for chain in document.why_chains), default=0),
        questions=frozenset(FACTOR_QUESTIONS) - frozenset(uncovered_questions(document)),
        signals=tuple(_quote(document, one.span) for one in heard),
        harvested=tuple(_quote(document, one.span) for one in heard if one.harvested),
        items=tuple(_item(document, one, found) for one in items),
        findings=dict(Counter(one.code for one in found.findings)),
        wording=tuple(_told(one) for one in found.findings if one.code.startswith(_WORDING)),
        suppressed=len(found.suppressed),
        known=len(found.known),
        resolved=resolved_at(document),
        reviewed=document.facts.reviewed,
    )


def _lint(document: Document, settings: Settings) -> Findings:
    return lint(document, settings.rules, settings)


def _quote(document: Document, span: Span) -> Quote:
    return _shown(document, span, document.excerpt(span))


def _shown(document: Document, span: Span, said: str) -> Quote:
    words = mask_of(document).text(" ".join(said.split()))
    shown = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 3]}..."
    return Quote(document.source.path, document.source.line_of(span.start), shown)


def _quoted(document: Document, text: Text) -> Quote:
    """What a reader sees of *text*: an excerpt of the source would begin or end amid markup."""
    seen = text.strip()
    return _shown(document, seen.span(), seen.raw)


def _told(found: Finding) -> Quote:
    words = " ".join(found.excerpt.split())
    return Quote(found.path, found.line, f"{words} ({found.code})")


def _title(document: Document) -> str:
    title = document.facts.title
    words = mask_of(document).text(" ".join(title.raw.split())) if title else ""
    return words if words and not is_stand_in(words) else PurePath(document.source.path).stem


# --- when -----------------------------------------------------------------------------


def dated(incident: Incident) -> Incident:
    """*incident* with the day on which git first saw its file, if its day is unknown."""
    found = _committed(Path(incident.path)) if incident.date is None else None
    return replace(incident, date=found, date_from="git") if found else incident


def _date(document: Document, *, ask_git: bool) -> tuple[dt.date | None, str]:
    """The day of the incident, and where it is said; never a guess."""
    path = document.source.path
    found = matter_date(document.front_matter)
    if found is not None:
        return found, "front matter"
    found = document.facts.stated_date
    if found is not None:
        return found, "text"
    found = file_date(path)
    if found is not None:
        return found, "file name"
    found = _told_day(document)
    if found is not None:
        return found, "timeline"
    found = _summed_up_day(document)
    if found is not None:
        return found, "summary"
    found = _committed(Path(path)) if ask_git else None
    return found, "git" if found is not None else ""


def _told_day(document: Document) -> dt.date | None:
    """The day of most entries of the timeline: the first may tell of a cause long before."""
    days = Counter(one.date for one in document.timeline.entries if one.date is not None)
    return min(days, key=lambda day: (-days[day], day)) if days else None


def _summed_up_day(document: Document) -> dt.date | None:
    """The one day that the summary names with its year."""
    told = (one.text.raw for one in document.sentences_of(Topic.SUMMARY))
    days = {found.date for words in told for found in find_dates(words) if found.has_year}
    return days.pop() if len(days) == 1 else None


def _committed(path: Path) -> dt.date | None:
    """The day on which git first saw the file."""
    command = ["git", "log", "--diff-filter=A", "--follow", "--format=%as", "--", path.name]
    try:
        run = subprocess.run(  # noqa: S603 - a list of arguments, no shell
            command, cwd=path.parent, capture_output=True, check=False, timeout=20
        )
        days = run.stdout.decode("ascii", "replace").split()
        return dt.date.fromisoformat(days[-1]) if days else None
    except (OSError, ValueError, subprocess.SubprocessError):
        return None


# --- what and where -------------------------------------------------------------------


def _severity(document: Document) -> str:
    """The level as ``SEV2`` where it has a number, else the first words as written."""
    told = document.facts.severity
    words = mask_of(document).text(" ".join(told.raw.split())) if told else ""
    if is_stand_in(words):
        return ""
    level = _LEVEL.search(words)
    if level:
        return f"SEV{level[1] or level[2]}"
    return re.split(r"[.,;:·(–—-]", words)[0].strip().lower()[:20]


def _services(document: Document, labels: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    told = _from_matter(mask_of(document).value(document.front_matter), _SERVICES)
    told += [
        part for key, value in labels if _SERVICES.fullmatch(key) for part in _SPLIT.split(value)
    ]
    return tuple(dict.fromkeys(_named(told)))


def _team(document: Document, labels: Iterable[tuple[str, str]]) -> str:
    told = _from_matter(mask_of(document).value(document.front_matter), _TEAM)
    told += [value for key, value in labels if _TEAM.fullmatch(key)]
    return next(_named(told), "")


def _from_matter(matter: Mapping[str, object], wanted: re.Pattern[str]) -> list[str]:
    found: list[str] = []
    for key, value in matter.items():
        if wanted.fullmatch(str(key).replace("_", " ").replace("-", " ").lower()):
            found += map(str, value) if isinstance(value, list) else _SPLIT.split(str(value))
    return found


def _named(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        bare = word.strip(" `*_.\"'").lower()
        is_name = bare and _NAME.fullmatch(bare) and len(bare.split()) <= 4
        if is_name and not is_stand_in(word):
            yield bare


# --- factors and items ----------------------------------------------------------------


def _is_systemic(factor: Factor, found: Findings) -> bool:
    """Whether the factor is a condition of the system, as far as the rules can tell."""
    place = factor.text.span()
    return not _has(found, place, _NOT_SYSTEMIC)


def _has(found: Findings, place: Span, codes: tuple[str, ...]) -> bool:
    every = (*found.findings, *found.suppressed, *found.known)
    return any(
        one.code.startswith(codes) and place.overlaps(Span(one.start, one.end)) for one in every
    )


def _item(document: Document, item: ActionItem, found: Findings) -> Item:
    deadline = item.deadline
    hide = mask_of(document).text
    return Item(
        quote=_quoted(document, item.text),
        status=item.status,
        type=item.type,
        owner=_filled(hide(item.owner.text)) if item.owner else "",
        due=deadline.date if deadline else None,
        ticket=_filled(hide(item.ticket)),
        specific=not _has(found, item.text.span(), _VAGUE),
    )


def _filled(words: str) -> str:
    """*words* on one line; nothing where a template's are left."""
    return "" if is_stand_in(words) else " ".join(words.split())
