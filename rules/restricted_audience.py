"""The document is private or locked.

Why: those who were in the room have learnt the lessons already. The value of a
postmortem comes from the teams that depend on the same systems and read it.
Instead: publish it where the whole organisation can search it; where a vulnerability
is still open, say when the restriction will be reviewed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.document import Document, Profile, Text
from pmlint.regexes import regex
from pmlint.review.chronology import first_line_of
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity

_RESTRICTED = regex(
    r"\b(?:private|locked|confidential|restricted|need[- ]to[- ]know|secret|classified|closed group"
    r"|(?:do|must|may) not (?:be )?(?:share[d]?|distribute[d]?|forward(?:ed)?|circulate[d]?)"
    r"|not (?:to be|for) (?:share[d]?|sharing|distribut(?:ed|ion)|forward(?:ed|ing)|circulat(?:ed"
    r"|ion))|tlp: ?(?:red|amber)|(?:team|management|leadership|managers?|attendees|participants"
    r"|invited people)"
    r"[ -]only|only (?:the |for |visible to |shared with )?(?:[a-z]+ )?(?:team|management"
    r"|leadership"
    r"|managers?|attendees|participants)|(?:limited|visible only|access limited) to)\b",
    re.IGNORECASE,
)
_OPEN = regex(
    r"\b(?:no(?:t|n)?|never|isn't)[ -]+(?:longer )?(?:private|locked|confidential|restricted"
    r"|classified)"
    r"|\bunrestricted|\bunlocked|\bnone\b|\bpublic(?:ly)?\b|\b(?:whole|entire|all)[ -](?:company"
    r"|org\w*"
    r"|engineering|staff)",
    re.IGNORECASE,
)
_ABOUT_ITSELF = regex(
    r"\b(?:this|the) (?:document|post-?mortem|report|page|doc|review|file|write-?up) (?:is"
    r"|will be|remains"
    r"|stays|must|may|should not|is to be)\b",
    re.IGNORECASE,
)
_REVIEW_DATE = regex(
    r"\b(?:until|till|review(?:ed)?|lifted|opens?|expires?|embargo)\b[^.\n]{0,60}?(?:\d|january"
    r"|february"
    r"|march|april|may|june|july|august|september|october|november|december|patch)",
    re.IGNORECASE,
)


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    text = _statement(document)
    if text is None or (document.profile is Profile.SECURITY and _REVIEW_DATE.search(text.raw)):
        return
    match = _RESTRICTED.search(text.raw)
    if match and not _OPEN.search(text.raw):
        yield Hit(
            first_line_of(document, text),
            f'this document is kept from its readers ("{match[0]}")',
            "Publish it where the whole organisation can search it, and leave out what must not "
            "be seen; for an open vulnerability, state when the restriction will be reviewed.",
        )


def _statement(document: Document) -> Text | None:
    if document.facts.audience is not None:
        return document.facts.audience
    for sentence in document.sentences:
        words = sentence.text.prose
        if _ABOUT_ITSELF.search(words) and _RESTRICTED.search(words):
            return sentence.text
    return None


RULE = Rule(
    code="PM811",
    name="restricted-audience",
    category=Category.PROCESS,
    severity=Severity.INFO,
    summary="The document is private or locked.",
    check=check,
    bad=(
        "# Search outage\n\nAudience: [[private]]\n\n## Summary\n\nLogins failed.\n",
        "# Search outage\n\n**Visibility:** [[locked, team only]]\n\n## Summary\n\nLogins"
        " failed.\n",
        "[[This document is confidential.]]\n\n## Summary\n\nLogins failed.\n",
        "# Search outage\n\nAudience: [[Restricted to the payments team]]\n\n## Summary\n\nLogins"
        " failed.\n",
    ),
    good=(
        "# Search outage\n\nAudience: whole company\n\n## Summary\n\nLogins failed.\n",
        "# Search outage\n\nAudience: public\n\n## Summary\n\nA private key expired.\n",
        "# Search outage\n\nType: security incident\n\nAudience: restricted until 2026-06-01,"
        " then reviewed\n\n"
        "## Summary\n\nA token could be read by other tenants.\n",
        "## Summary\n\nThe report page of the private beta was locked for 18 minutes.\n",
        "## Impact\n\nConfidential records stayed safe; no customer was affected.\n",
    ),
)
