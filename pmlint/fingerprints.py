"""What a finding is known by after the lines around it have moved.

A fingerprint rests on the rule and the words, and on their line where they are few, but not on
its number: text that is inserted above, a hint that is worded anew and a changed count in a
message leave it the same.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from pmlint.engine import Finding

__all__ = ["fingerprints"]

_NAMES = ("section",)
"""Data that name what a finding is about: "there is no summary"."""
_TELLING = 20  # characters: fewer stand in many lines
_LENGTH = 20  # hexadecimal digits: 80 bits


def fingerprints(findings: Iterable[Finding]) -> tuple[str, ...]:
    """One fingerprint for each of *findings*, in their order; no two of a file are the same.

    The second of two findings that say the same of the same words in the same text is told
    from the first by its place among them.
    """
    seen: Counter[tuple[str, str]] = Counter()
    made = []
    for finding in findings:
        told = _told(finding)
        seen[finding.path, told] += 1
        text = f"{told}\0{seen[finding.path, told]}"
        made.append(hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:_LENGTH])
    return tuple(made)


def _told(finding: Finding) -> str:
    """Rule and words, with white space made even, and the line where the words are few.

    A part that is missing has no words: its name stands for them.
    """
    named = [str(finding.data[key]) for key in _NAMES if key in finding.data]
    line = finding.source_line if len(finding.excerpt) < _TELLING else ""
    parts = (finding.code, *(named or (finding.excerpt, line)))
    return "\0".join(" ".join(part.split()) for part in parts)
