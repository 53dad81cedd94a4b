"""A heading or field "Root cause" stands in place of contributing factors.

Why: it implies that there is one cause, which is almost never true of complex systems.
Once one is found, the inquiry stops, and the other conditions stay as they are.

Instead: "Contributing factors", with all the conditions that had to come together. A
team whose template has the field can set the option `allow`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pmlint.document import Document, HeadingStyle, Section, Topic
from pmlint.mending import rename_heading
from pmlint.regexes import regex
from pmlint.review.factor_counts import is_single
from pmlint.rule import Category, Fix, Hit, Rule, Severity, option

_SINGLE = regex(
    r"\b(?:root|primary|main|underlying|ultimate|true|real|actual)[ _-]cause\b(?!s|\(s)"
    r"|\broot[ _-]causes?[ _-]analysis\b|^\W*(?:rca|the cause)\W*$",
    re.IGNORECASE,
)
_PLURAL = regex(r"\broot[ _-]cause(?:s\b|\(s\))(?![ _-]analysis)", re.IGNORECASE)
_ANALYSIS = regex(r"[ _-]analysis\b", re.IGNORECASE)
_OTHER_SENSE = regex(
    r"\b(?:remediation|no|unknown|not|multiple|several|assuming|if|identif\w+|found|fixing)\b"
    r"|\d:\d",
    re.IGNORECASE,
)
_ENOUGH = 2
_LONG = 25  # words: a longer line under "Root causes" tells of more than one
_JOINED = frozenset({"and", "plus", "&", "+"})


@dataclass(frozen=True)
class Options:
    """Whether the field is part of the team's template."""

    allow: bool = option(False, 'Allow a heading or field "Root cause".')


def check(document: Document, options: Options) -> Iterator[Hit]:
    if options.allow or _others(document) >= _ENOUGH:
        return
    found = (section for section in document.sections if _claims_one(document, section))
    first = next(found, None)
    if first is not None:  # a template that says it twice needs one change
        yield _hit(document, first)


def _hit(document: Document, section: Section) -> Hit:
    title = section.title.strip()
    claim = (
        "names only one"
        if _PLURAL.search(title)
        else "stands in place of contributing factors, as if there were one cause"
    )
    return Hit(
        section.heading.strip().span(),
        f'"{title}" {claim}',
        hint='Call it "Contributing factors" and name the other conditions as well: what made it '
        "possible, what let it through, and what made it slow to notice or to recover?",
        data={"heading": title},
        fix=_renamed(document, section),
    )


def _renamed(document: Document, section: Section) -> Fix | None:
    claim = _SINGLE.search(section.heading.raw) or _PLURAL.search(section.heading.raw)
    if claim is None:
        return None
    analysis = _ANALYSIS.match(section.heading.raw, claim.end())
    end = analysis.end() if analysis else claim.end()
    words = section.heading.part(claim.start(), end).strip().span()
    return rename_heading(document, section, words, "Contributing factors")


def _claims_one(document: Document, section: Section) -> bool:
    """Whether the heading speaks of one cause, or of causes and there is but one."""
    title = section.heading.raw
    if section.own_topic not in (Topic.FACTORS, None) or _OTHER_SENSE.search(title):
        return False
    if section.own_topic is None and section.style in (HeadingStyle.PREAMBLE, HeadingStyle.BARE):
        return False
    if _SINGLE.search(title):
        return True
    return bool(_PLURAL.search(title)) and _holds_one(document, section)


def _holds_one(document: Document, section: Section) -> bool:
    tree = {part.index for part in document.section_tree(section)}
    factors = [factor for factor in document.factors if factor.section in tree]
    if len(factors) != 1 or not is_single(factors[0]):
        return False
    words = factors[0].text.raw.split()
    return len(words) < _LONG and not _JOINED.intersection(words)


def _others(document: Document) -> int:
    """Factors that are listed elsewhere than under a "Root cause"."""
    claimed = {
        part.index
        for section in document.sections
        if _SINGLE.search(section.heading.raw)
        for part in document.section_tree(section)
    }
    plural = {section.index for section in document.sections if _is_factors(section)}
    return sum(
        factor.section not in claimed and _root(document, factor.section) in plural
        for factor in document.factors
    )


def _is_factors(section: Section) -> bool:
    """Whether the heading is the one that is asked for."""
    return section.own_topic is Topic.FACTORS and bool(
        regex(r"contribut|factors|causes\b", re.IGNORECASE).search(section.heading.raw)
    )


def _root(document: Document, index: int) -> int:
    """The nearest section upward that opens the topic of contributing factors."""
    section = document.sections[index]
    while section.own_topic is not Topic.FACTORS and section.parent is not None:
        section = document.sections[section.parent]
    return section.index


RULE = Rule(
    code="PM701",
    name="single-root-cause",
    category=Category.FACTORS,
    severity=Severity.WARNING,
    summary='A heading or field "Root cause" stands in place of contributing factors.',
    bad=(
        "## [[Root cause]]\n\nThe disk was full.\n",
        "## [[Root Cause Analysis]]\n\n- The disk was full.\n- No alert on disk space.\n",
        "**[[Root cause]]:** the disk was full.\n\n## Timeline\n\n- 10:02 Disk full\n",
        "| Field | Value |\n|---|---|\n| [[Root cause]] | The disk was full |\n| Duration | 20 min "
        "|\n",
        "## [[Root Cause and Resolution]]\n\nThe disk was full. We added space.\n",
        "## [[Root causes]]\n\n- The disk was full.\n",
        "**[[Primary cause]]**\n\nThe disk was full, as nothing rotated the logs.\n",
    ),
    good=(
        "## Contributing factors\n\n- The disk was full.\n- No alert on disk space.\n",
        "## Root causes\n\n- The disk was full.\n- No alert on disk space.\n",
        "## Contributing factors\n\n- Nothing rotated the logs.\n- No alert on disk space.\n\n"
        "**Root cause:** see above, there is no single one.\n",
        "## Causes\n\n- Nothing rotated the logs.\n",
        "## Summary\n\nThe root volume of the database host was full.\n",
        "## Why did it happen?\n\nNothing rotated the logs, and no alert watched the disk.\n",
    ),
    options=Options(),
    check=check,
    fixable=True,
)
