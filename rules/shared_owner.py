"""An action item has two or more owners.

Why: two owners each rely on the other, and an item that two people own is chased by
none.
Instead: name the one who sees it through; note the others as helpers, e.g.
"Sarah (backup: Mike)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.document import Document
from pmlint.people import OwnerKind, owner_kind
from pmlint.regexes import regex
from pmlint.review.work import named, open_items, place_of
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity

_HELPERS = regex(
    r"\([^)]*\)|\[[^\]]*\]|[,;/]?\s*\b(?:backup|back-up|deputy|secondary|support(?:ed)?|helped|"
    r"with (?:help|support)|with|assisted|advised|reviewer|reviewed|cc|delegate|stand-in)\b.*",
    re.IGNORECASE,
)
_BETWEEN = regex(r"\s*(?:,|;|/|&|\+|\band\b|\n|<br\s*/?>|\bor\b)\s*|\s+(?=@)", re.IGNORECASE)
_NAME = regex(r"@?[^\W\d_][\w.'’-]*(?:\s+[^\W\d_][\w.'’-]*){0,3}")
_TITLE = regex(r"(?:jr|sr|phd|md|dr|[ivx]+|ops|infra|sre|platform|team)\.?", re.IGNORECASE)


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    for item in open_items(document):
        if item.owner is None:
            continue
        owners = _owners(item.owner.text)
        if len(owners) > 1 and _several(document, item.owner.text, owners):
            yield Hit(
                place_of(document, item, item.owner.span),
                f"the action item {named(item)} has {len(owners)} owners",
                "Name the one who sees it through, and the others as helpers, "
                f'e.g. "{owners[0]} (with {owners[1]})".',
                data={"owners": owners},
            )


def _several(document: Document, text: str, owners: list[str]) -> bool:
    if all(owner.startswith("@") for owner in owners):
        return True
    return owner_kind(document, text) is OwnerKind.SEVERAL


def _owners(text: str) -> list[str]:
    plain = _HELPERS.sub("", text).strip()
    parts = [part.strip() for part in _BETWEEN.split(plain) if part.strip()]
    if not all(_NAME.fullmatch(part) for part in parts):
        return parts[:1]
    return [part for part in parts if not _TITLE.fullmatch(part)]


RULE = Rule(
    code="PM414",
    name="shared-owner",
    category=Category.ACTION_ITEMS,
    severity=Severity.WARNING,
    summary="An action item has two or more owners.",
    check=check,
    bad=(
        "## Action items\n\n| Action | Owner | Due |\n|---|---|---|\n"
        "| Pin the base image | [[Sarah, Mike]] | May 2 |\n"
        "| Rotate the key | [[Sarah and Mike]] | May 4 |\n",
        "## Action items\n\n| Action | Owner |\n|---|---|\n"
        "| Pin the base image | [[Sarah / Mike / Priya]] |\n",
        "## Action items\n\n| Action | Owner |\n|---|---|\n"
        "| Pin the base image | [[@sarah @mike]] |\n",
        "## Action items\n\n- Pin the base image\n  - Owner: Sarah & Mike\n".replace(
            "Pin the base image", "[[Pin the base image]]"
        ),
    ),
    good=(
        "## Action items\n\n| Action | Owner |\n|---|---|\n"
        "| Pin the base image | Sarah (backup: Mike) |\n| Rotate the key | Mike |\n",
        "## Action items\n\n| Action | Owner |\n|---|---|\n"
        "| Pin the base image | Sarah, backup Mike |\n",
        "## Action items\n\n| Action | Owner |\n|---|---|\n"
        "| Pin the base image | Sarah (Platform, SRE) |\n",
        "## Action items\n\n| Action | Owner |\n|---|---|\n"
        "| Pin the base image | Sarah Okafor |\n| Rotate the key | @mike |\n",
        "## Action items\n\n| Action | Owner |\n|---|---|\n"
        "| Pin the base image | Sarah with help from Mike |\n",
        "## Action items\n\n- Pin the base image\n",
    ),
)
