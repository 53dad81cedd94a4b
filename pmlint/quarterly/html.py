"""A `Review` as one HTML file that needs nothing else: no network, no script, no other file.

Needs the extra ``pmlint[report]``. Everything that a document says is escaped, and characters
that could turn the direction of the text or hide in it are shown by their code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

import pmlint
from pmlint.formats.summary import count
from pmlint.formats.terminal import safe
from pmlint.quarterly.answers import answers
from pmlint.quarterly.model import Incident, Review
from pmlint.quarterly.parts import Place, Section, day
from pmlint.quarterly.practice import Rules, practice, trends
from pmlint.registry import builtin_rules

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["render"]


class _Row(Struct, frozen=True):
    """A document in the list of those that were read."""

    anchor: str
    day: str
    title: str
    path: str
    notes: str


class _Group(Struct, frozen=True):
    """The figures of one group."""

    anchor: str
    name: str
    read: str
    sections: tuple[Section, ...]


def render(review: Review) -> str:
    """The page. The same review gives the same text.

    Raises:
        ImportError: the extra ``pmlint[report]`` is not installed.
    """
    rules = {rule.code: rule for rule in builtin_rules()}
    every = (*review.incidents, *review.undated)
    documents = {one.path: f"document-{number}" for number, one in enumerate(every, 1)}
    place = Place("", review.as_of, documents, review.show_owners)
    return (
        _environment()
        .get_template("report.html")
        .render(
            review=review,
            read=_read(review),
            questions=answers(review, place),
            practice=practice(review, place, rules),
            trends=trends(review, place),
            groups=_groups(review, documents, rules),
            documents=[_row(one, documents) for one in review.incidents],
            undated=[_row(one, documents) for one in review.undated],
            version=pmlint.__version__,
        )
    )


def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("pmlint.quarterly"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    environment.filters["day"] = day
    return environment


def _shown(value: object) -> object:
    """A plain text with what could steer the reader's eye as escapes; markup as it is."""
    return safe(value) if type(value) is str else value


def _read(review: Review) -> str:
    """What was read, in a sentence."""
    told = f"{count(len(review.incidents), 'postmortem')} of this period"
    told += f", {len(review.undated)} without a date" if review.undated else ""
    if review.unread:
        told += f"; {count(len(review.unread), 'file')} could not be read"
    return f"{told}."


def _groups(review: Review, documents: dict[str, str], rules: Rules) -> list[_Group]:
    """The groups by name: an order that says nothing about them."""
    found = []
    for number, name in enumerate(sorted(review.groups), 1):
        group = review.groups[name]
        place = Place(f"group-{number}-", group.as_of, documents, group.show_owners)
        sections = (
            *answers(group, place),
            practice(group, place, rules),
            trends(group, place),
        )
        found.append(_Group(f"group-{number}", name, _read(group), sections))
    return found


def _row(incident: Incident, documents: dict[str, str]) -> _Row:
    notes = [incident.severity or "severity not said", incident.profile.value]
    notes += incident.services
    notes += [f"{len(incident.systemic)} systemic of {count(len(incident.factors), 'factor')}"]
    notes += [f"{count(incident.why_depth, 'why')} deep"] if incident.why_depth else []
    notes += [count(len(incident.items), "action item")]
    notes += [f"date from {incident.date_from}"] if incident.date_from else []
    return _Row(
        documents[incident.path],
        day(incident.date),
        incident.title,
        incident.path,
        " · ".join(notes),
    )
