"""An action item belongs to a team, a role or nobody yet, not to a person.

Why: "the platform team will improve monitoring" means that nobody will.
Instead: name one person of that team. Where your house assigns work to teams, allow
it with `allow-teams`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pmlint.document import Document
from pmlint.people import OwnerKind, owner_kind
from pmlint.regexes import regex
from pmlint.review.work import named, open_items, place_of
from pmlint.rule import Category, Hit, Rule, Severity, option

_BLANK = regex(
    r"[\W_]*(?:n/?a|none|nobody|no one|unassigned|not assigned|unowned|no owner)?[\W_]*",
    re.IGNORECASE,
)
_HINTS = {
    OwnerKind.TEAM: "Name one person of the team who will see it through.",
    OwnerKind.ROLE: "Name the person; a role changes hands, and the item is left behind.",
    OwnerKind.NOBODY: "Name one person now; it can be handed on later.",
}


@dataclass(frozen=True)
class Options:
    """Who may own an action item."""

    allow_teams: bool = option(False, "Whether a team or a role may own an action item.")


def check(document: Document, options: Options) -> Iterator[Hit]:
    for item in open_items(document):
        owner = item.owner
        if owner is None or _BLANK.fullmatch(owner.text):
            continue
        kind = owner_kind(document, owner.text)
        if kind not in _HINTS or (options.allow_teams and kind is not OwnerKind.NOBODY):
            continue
        unknown = kind is OwnerKind.NOBODY
        what = "no person yet" if unknown else f"a {kind.value}, not a person"
        yield Hit(
            place_of(document, item, owner.span),
            f'the owner "{" ".join(owner.text.split())}" of {named(item)} is {what}',
            _HINTS[kind],
            data={"owner": owner.text, "kind": kind.value},
        )


RULE = Rule(
    code="PM404",
    name="team-owner",
    category=Category.ACTION_ITEMS,
    severity=Severity.ERROR,
    summary="An action item belongs to a team, a role or nobody yet, not to a person.",
    check=check,
    options=Options(),
    bad=(
        "## Action items\n\n| Action | Owner | Due |\n|---|---|---|\n"
        "| Pin the base image | [[Platform team]] | May 2 |\n"
        "| Rotate the signing key | [[TBD]] | May 4 |\n",
        "## Action items\n\n| Action | Owner | Due |\n|---|---|---|\n"
        "| Pin the base image | [[everyone]] | May 2 |\n| Tag images | [[SRE]] | May 4 |\n",
        "## Action items\n\n| Action | Owner | Due |\n|---|---|---|\n"
        "| Pin the base image | [[on-call]] | May 2 |\n"
        "| Add a canary stage | [[Engineering manager]] | May 4 |\n",
        "## Action items\n\n- [[The platform team]] will improve monitoring\n",
    ),
    good=(
        "## Action items\n\n| Action | Owner | Due |\n|---|---|---|\n"
        "| Pin the base image | Sarah (Platform team) | May 2 |\n| Tag images | SN | May 4 |\n",
        "## Action items\n\n| Action | Owner | Due |\n|---|---|---|\n"
        "| Pin the base image | @sarah | May 2 |\n| Tag images | Mike Okafor | May 4 |\n",
        "## Action items\n\n| Action | Owner | Due |\n|---|---|---|\n"
        "| Pin the base image | | May 2 |\n| Tag images | - | May 4 |\n",
        "## Action items\n\n- Sarah to add the platform team to the rota by May 2\n",
        "## Action items\n\n- [x] Roll back the release (owner: Platform team)\n",
    ),
)
