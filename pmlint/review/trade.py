"""Whether a document is about software: examples from another trade help nobody."""

from __future__ import annotations

import re

from pmlint.document import Document
from pmlint.regexes import regex

__all__ = ["is_about_software"]

_SOFTWARE = regex(
    r"\b(?:software|firmware|servers?|databases?|data ?cent(?:er|re)s?|deploy(?:s|ed|ing|ments?)?"
    r"|apis?|endpoints?|dns|https?|tls|sql|kubernetes|back-?ends?|front-?ends?|roll(?:ed)? ?backs?"
    r"|clusters?|caches?|cached|config\w*|scripts?|repos?(?:itory)?|urls?|buckets?|log-?ins?"
    r"|sign-?ins?|web ?sites?|web ?pages?|apps?|cron\w*|cpu|pipelines?|bugs?|commits?"
    r"|pull requests?|feature flags?|codebase|latency|p9[059]|queries|replicas?)\b",
    re.IGNORECASE,
)
_ENOUGH = 2  # words of it: a ward may have its one server, too
_CODE = "`"


def is_about_software(document: Document) -> bool:
    """Whether *document* speaks of software, in code or in several of its words."""
    return document.memo("about software", lambda: _speaks(document.source.text))


def _speaks(text: str) -> bool:
    if text.count(_CODE) >= _ENOUGH:
        return True
    found: set[str] = set()
    for match in _SOFTWARE.finditer(text):
        found.add(match[0].lower())
        if len(found) >= _ENOUGH:
            return True
    return False
