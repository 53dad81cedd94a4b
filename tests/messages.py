"""What rules say of some documents: their own examples hold them to the places only."""

from __future__ import annotations

from pmlint.reading import read
from pmlint.rule import Rule
from pmlint.source import Source

__all__ = ["TOLD", "messages"]


def messages(rule: Rule, text: str) -> list[str]:
    """What *rule* says of *text*, in order of the text."""
    hits = rule.check(read(Source("postmortem.md", text)), rule.options)
    return [hit.message for hit in sorted(hits, key=lambda hit: hit.span.start)]


TOLD: tuple[tuple[str, str, list[str]], ...] = (
    (  # without its "if", the quotation told the opposite
        "PM102",
        "## Lessons\n\nIf the duty manager had carried the phone, we would have known.\n",
        [
            '"If the duty manager had carried the phone" makes one person the cause or the one at'
            " fault"
        ],
    ),
    (  # was PM103, "a whole team"
        "PM102",
        "## Contributing factors\n\nWhoever archived #ops-legacy had no idea what they were doing.\n",
        [
            '"Whoever archived #ops-legacy had no idea what they were doing" makes one person the'
            " cause or the one at fault"
        ],
    ),
    (
        "PM506",
        "# Search down\n\n- Severity: SEV1\n",
        [
            "the severity leaves open whether customers noticed it, whether it cost revenue and"
            " whether data was lost"
        ],
    ),
    (
        "PM802",
        "# Search down\n\n## Summary\n\nThe cache was cold.\n",
        ["the summary does not say what happened, how long it lasted or what the impact was"],
    ),
    (  # seven findings said what one does
        "PM501",
        "<!-- Later. -->\n\n",
        ["the document is empty, so none of its parts is there"],
    ),
    (
        "PM607",
        "## Timeline\n\n- 14:32 Deploy starts\n- 14:50 Done\n- 14:55 All is well again\n",
        ["the timeline has no event for detection or response"],
    ),
    (
        "PM607",
        "## Timeline\n\n- 09:02 Certificate expires\n- 09:12 On-call joins\n"
        "- 09:20 Certificate renewed\n- 09:21 Logins back to normal\n",
        ["the timeline has no event for detection"],
    ),
    (  # "A fault occurs" was no start
        "PM607",
        "## Timeline\n\n- 07:32 A fault occurs in the router\n- 07:36 The team is aware of it\n"
        "- 10:40 The router is replaced\n- 10:58 Traffic is back to normal\n",
        [],
    ),
    (
        "PM502",
        "# Search down\n\n## Impact\n\n## Timeline\n",
        [
            'the section "Impact" has a heading and nothing under it',
            'the section "Timeline" has a heading and nothing under it',
        ],
    ),
    (
        "PM810",
        "# Search down\n\n- Facilitator: Ana\n- Incident commander: Ana Lee\n",
        ['the facilitator, "Ana", is listed as a responder as well'],
    ),
    ("PM810", "# Search down\n\n- Facilitator: Ana Lee\n- Incident commander: Ana Kim\n", []),
    ("PM810", "# Search down\n\n- Facilitator: Bo Lee\n- Incident commander: Ana Lee\n", []),
    (
        "PM810",
        "# Search down\n\n- Facilitator: Ana Lee\n\n## Timeline\n\n- 10:00 Ana Kim deploys\n",
        [],
    ),
    (
        "PM901",
        "# Search down\n\npassword=hunter2 and password=hunter22\n",
        ['a password in clear stands in the document: "hu..." (8 characters)'],
    ),
    (  # it said "a access_key"
        "PM901",
        "# Search down\n\nACCESS_KEY=6pWkLUyifDLk8mWJ6UuV\n",
        ['an access key in clear stands in the document: "6pWk..." (20 characters)'],
    ),
    (
        "PM503",
        "# Search down\n\nThe *cause* is TBD, see `x` and [insert date].\n",
        ['the placeholder "TBD" was left in', 'the placeholder "[insert date]" was left in'],
    ),
)
