"""Many postmortems to one review: what ``pmlint report`` computes.

``incidents`` reads one document into an `Incident`; ``figures`` turns the incidents of a period
into a `Review`; the renderers see nothing but a `Review`. Nothing here ranks or names people.
"""

from __future__ import annotations

from itertools import islice

__all__ = ["REPORT_BEGINS", "REPORT_HEAD", "is_report"]

REPORT_BEGINS = "Postmortems of"
"""What the first line of a report in plain text or Markdown begins with."""

REPORT_HEAD = 160
"""Bytes at the start of a file that are enough to tell such a report."""


def is_report(start: bytes) -> bool:
    """Whether a file that starts so is such a report: a review of it would review ourselves."""
    line = next(islice(start.decode("utf-8", "replace").splitlines(), 1), "")
    words, _, day = line.removeprefix("# ").partition(_AS_OF)
    return words.startswith(f"{REPORT_BEGINS} ") and len(day.strip()) == len("2026-10-05")


_AS_OF = ", as of "
