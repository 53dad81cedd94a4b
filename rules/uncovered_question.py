"""Questions behind contributing factors are not answered.

Why: each looks at another part of the system. Teams that ask only the first fix the
change, and leave the missing test, alert and runbook as they were.

Instead: answer all four, a few words each: why was the change risky, why was it not
caught earlier, why did detection and why did recovery take as long as they did? "The
alert fired within a minute" is an answer.
By default one of them may stay open; the option `min_covered` asks for more or fewer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pmlint.document import Document, HeadingStyle, Section, Topic
from pmlint.review.placeholders import is_template_text
from pmlint.review.questions import FACTOR_QUESTIONS, uncovered_questions
from pmlint.rule import Category, Hit, Rule, Severity, option


@dataclass(frozen=True)
class Options:
    """How many of the questions must be answered."""

    min_covered: int = option(3, "How many of the four questions a document must answer.")


def check(document: Document, options: Options) -> Iterator[Hit]:
    section = _factors(document)
    if section is None:
        return
    open_ones = uncovered_questions(document)
    if len(FACTOR_QUESTIONS) - len(open_ones) < options.min_covered:
        yield _hit(section, open_ones)


def _factors(document: Document) -> Section | None:
    """The section that answers belong in, if there is one with something in it."""
    written = [factor for factor in document.factors if not is_template_text(factor.text)]
    if not written and not document.why_chains:
        return None
    return next(
        (
            section
            for section in document.opening(Topic.FACTORS, Topic.WHYS)
            if section.heading.raw.strip() and section.style is not HeadingStyle.FRONT_MATTER
        ),
        None,
    )


def _hit(section: Section, open_ones: list[str]) -> Hit:
    asked = [f'"{FACTOR_QUESTIONS[name]}"' for name in open_ones]
    listed = asked[0] if len(asked) == 1 else f"{', '.join(asked[:-1])} or {asked[-1]}"
    return Hit(
        section.heading.strip().span(),
        f"nothing in the document answers {listed}",
        hint="Add a factor for each that matters here, or say in a few words that it does not "
        '("the alert fired within a minute").',
        data={"questions": open_ones},
    )


_REST = (
    "## Detection\n\nThe first alert fired within a minute of the deploy.\n\n"
    "## Recovery\n\nThe rollback took six minutes, most of it for the image.\n"
)

RULE = Rule(
    code="PM707",
    name="uncovered-question",
    category=Category.FACTORS,
    severity=Severity.INFO,
    summary="Two or more of the four questions behind contributing factors are not answered.",
    bad=(
        "## [[Contributing factors]]\n\n- The new version deployed with a smaller pool by "
        "default.\n",
        "## [[Contributing factors]]\n\n- Staging has no load test.\n\n## Detection\n\nBy "
        "chance.\n",
        "## [[Root causes]]\n\n- The pool was too small for the load.\n- Staging has no load "
        "test.\n",
        "**[[Contributing factors]]**\n\n- Alerts watched the gateway only.\n- The database was "
        "full.\n",
    ),
    good=(
        "## Contributing factors\n\n- The default of the pool was changed by the upgrade.\n"
        "- Staging has no load test.\n- No alert watched the pool.\n- The runbook for a rollback "
        "was out of date, which cost ten minutes.\n",
        "## Contributing factors\n\n- The default of the pool was changed by the upgrade.\n"
        "- Staging has no load test.\n\n" + _REST,
        "## Contributing factors\n\n- The upgrade came at peak traffic, with no canary.\n\n"
        "## What went poorly\n\n- The alert was late by 20 minutes.\n- Nobody knew where the "
        "runbook was, so recovery was slow.\n",
        "## Summary\n\nThe pool was too small after the deploy.\n",
    ),
    options=Options(),
    check=check,
)
