"""Findings that are printed while others are still made, so that none are held.

Of a million documents there are ten million findings, some 10 GB: what is for people is printed
window by window, and only counted after. It is the same text as when it is printed at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from pmlint.cli.output import say, warn
from pmlint.cli.reviewing import Review
from pmlint.engine import Findings, Problem
from pmlint.formats import Style, render
from pmlint.formats.summary import Tally, summary_of
from pmlint.formats.terminal import safe

__all__ = ["STREAMED", "WINDOW", "Outcome", "stream"]

STREAMED = ("full", "concise")
"""Formats whose texts of several windows make the text of all."""
WINDOW = 256
"""Documents whose findings are printed together."""
_GAPS = {"full": "\n", "concise": ""}


class Outcome(Struct):
    """What a run came to: `failed` if a finding is as severe as makes the exit status 1."""

    tally: Tally
    failed: bool = False


def stream(
    reviews: Iterable[Review], problems: Sequence[Problem], form: str, style: Style, *, quiet: bool
) -> Outcome:
    """Print *reviews* in the format *form*, one of `STREAMED`, and after them the summary.

    *problems* are those of the search for documents.
    """
    outcome = Outcome(Tally())
    printed = _Printed(form, style)
    _take(Findings(errors=tuple(problems)), outcome)
    window: list[Findings] = []
    for found, settings in reviews:
        _take(found, outcome)
        outcome.failed |= any(settings.fails(one.severity) for one in found.findings)
        window.append(found)
        if len(window) == WINDOW:
            printed.add(window)
            window = []
    printed.add(window)
    if not quiet:
        gap = _GAPS[form] if printed.any else ""
        say(f"{gap}{summary_of(outcome.tally)}\n")
    return outcome


def _take(found: Findings, outcome: Outcome) -> None:
    for problem in (*found.errors, *found.notes):
        warn(f"{safe(problem.path)}: {safe(problem.message)}")
    outcome.tally.add(found)


class _Printed:
    """What has been printed so far."""

    def __init__(self, form: str, style: Style) -> None:
        self.any = False
        self._form = form
        self._style = style

    def add(self, window: Sequence[Findings]) -> None:
        """Print the findings of *window*, after those before."""
        text = render(Findings.joined(window), self._form, self._style)
        if text:
            say(f"{_GAPS[self._form] if self.any else ''}{text}")
            self.any = True
