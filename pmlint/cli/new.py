"""``pmlint new``: the template of a postmortem, ready to be filled in."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from string import Template

import click

from pmlint.cli.output import say, write_new
from pmlint.cli.workspace import Choice
from pmlint.document import Profile

__all__ = ["command", "template"]

_TEMPLATES = Path(__file__).parent / "templates"


@click.command("new", short_help="Write the template of a new postmortem.")
@click.argument("title", nargs=-1, required=True)
@click.option("-o", "--output", metavar="FILE", help="Write to a new file.")
@click.option("--date", "day", metavar="DATE", help="Day of the incident; by default today.")
@click.option(
    "--profile",
    type=Choice([profile.value for profile in Profile]),
    default=Profile.ORDINARY.value,
    show_default=True,
    help="The kind of review.",
)
def command(title: tuple[str, ...], output: str | None, day: str | None, profile: str) -> int:
    """Write the template of a postmortem called TITLE: "Payment service outage"."""
    words = " ".join(" ".join(title).split())
    if not words:
        raise click.UsageError('the title is empty. Say what failed: pmlint new "Search outage"')
    text = template(words, _day(day), profile)
    if output is None:
        say(text)
        return 0
    if not write_new(Path(output), text):
        raise click.ClickException(
            f"{output} exists already and stays as it is. Name another file."
        )
    say(f"{output} is ready to be filled in. Review it with: pmlint check {output}\n")
    return 0


def template(title: str, day: dt.date, profile: str) -> str:
    """The text of a new postmortem."""
    source = (_TEMPLATES / f"{profile}.md").read_text(encoding="utf-8")
    return Template(source).substitute(title=title, date=day.isoformat(), long_date=_long(day))


def _day(text: str | None) -> dt.date:
    if text is None:
        return dt.date.today()
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise click.UsageError(f'--date: "{text}" is not a date such as 2026-04-15.') from error


def _long(day: dt.date) -> str:
    """``April 15, 2026``, in every locale."""
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
