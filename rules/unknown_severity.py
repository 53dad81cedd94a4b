"""The severity is not a level of the scale.

Why: a level outside the scale cannot be compared, counted or acted on: nobody knows who
has to be told of a "SEV9", or what "orange" asks for.

Instead: use a level of the team's scale. The option `scale` holds it; the default knows
the usual ones (SEV0 to SEV5, S0 to S4, P0 to P5, critical to low).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pmlint.document import Document, Span, Text
from pmlint.regexes import regex
from pmlint.review.placeholders import is_nothing, is_template_text
from pmlint.review.severity_answers import QUESTIONS
from pmlint.rule import Category, Hit, Rule, Severity, option

_FAMILIES = {"severity": "sev", "severitylevel": "sev", "sev": "sev", "sevlevel": "sev"} | {
    "priority": "p",
    "prio": "p",
    "p": "p",
    "s": "s",
    "level": "",
    "l": "",
}
_CODE = regex(
    r"(?<![\w-])(?P<family>severity(?:[ -]level)?|sev(?:[ -]level)?|priority|prio|level|[spl])"
    r"[ .:#-]{0,2}(?P<number>\d{1,2})(?![\w%]|[.:]\d)",
    re.IGNORECASE,
)
# "38 minutes without mail" tells how bad it was.
_NUMBER = regex(r"\s*#?(\d{1,2})(?![\w%]|[.:]\d)(?=\s*(?:$|[^\w\s]|(?:out )?of\b|on\b))")
_NUMERALS = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "zero": "0"}
_WORD = regex(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# Such words tell how bad it was, which is an answer, if not a level.
_TOLD = regex(
    r"\b(?:none|n/a|no|outage|degrad\w+|downtime|disruption|performance|loss|down|unavailab\w+"
    r"|impact|near[- ]miss|unknown)\b",
    re.IGNORECASE,
)
_SHORT = 3
"""Words of the longest text that is taken for a level and nothing else."""


@dataclass(frozen=True)
class Options:
    """The team's scale."""

    scale: tuple[str, ...] = option(
        (
            *(f"SEV{level}" for level in range(6)),
            *(f"S{level}" for level in range(5)),
            *(f"P{level}" for level in range(6)),
            "critical",
            "high",
            "medium",
            "moderate",
            "low",
            "major",
            "minor",
        ),
        "Levels that are known, in any case and spacing; words count as levels, too.",
    )


def check(document: Document, options: Options) -> Iterator[Hit]:
    text = document.facts.severity
    if text is None or is_nothing(text.raw) or is_template_text(text):
        return
    found = _unknown(text, _Scale(options.scale))
    if found is not None:
        yield _hit(text, found, options.scale)


def _hit(text: Text, found: tuple[int, int], scale: tuple[str, ...]) -> Hit:
    level = text.raw[slice(*found)]
    span: Span = text.span(*found)
    known = ", ".join(scale[:3])
    return Hit(
        span,
        f'the severity "{level}" is not on the scale',
        hint=f"Use a level of the scale ({known} and so on), so that incidents can be compared. "
        "If the team has another scale, set it in the option `scale`.",
        data={"severity": level, "scale": list(scale)},
    )


class _Scale:
    """The levels that are known, however they are spelled."""

    def __init__(self, levels: tuple[str, ...]) -> None:
        self.codes: set[tuple[str, str]] = set()
        self.words: set[str] = set()
        for level in levels:
            match = _CODE.fullmatch(level.strip())
            if match:
                self.codes.add(_code(match))
            else:
                self.words.add(level.strip().lower())
        self.numbers = {number for _, number in self.codes} | (self.words & _DIGITS)

    def holds(self, code: tuple[str, str]) -> bool:
        """Whether a family ("sev") and number are on the scale; no family fits all."""
        family, number = code
        return code in self.codes or (not family and number in self.numbers)

    def names(self, words: str) -> bool:
        """Whether one of the levels that are words stands in *words*."""
        said = {word.lower() for word in _WORD.findall(words)}
        parts = {part for word in said for part in word.split("-")}
        lower = words.lower()
        return bool((said | parts) & self.words) or any(
            " " in level and level in lower for level in self.words
        )


_DIGITS = {str(number) for number in range(10)}


def _code(match: re.Match[str]) -> tuple[str, str]:
    family = regex(r"[ -]").sub("", match["family"].lower())
    return _FAMILIES[family], str(int(match["number"]))


def _unknown(text: Text, scale: _Scale) -> tuple[int, int] | None:
    """Where *text* gives a level that is not on the scale, and none that is."""
    words = text.raw
    codes = list(_CODE.finditer(words))
    if any(scale.holds(_code(match)) for match in codes) or scale.names(words):
        return None
    if codes:
        return codes[0].span()
    plain = words.strip().rstrip(".")
    start = words.find(plain)
    number = _NUMBER.match(plain)
    if number:
        fits = str(int(number[1])) in scale.numbers
        return None if fits else (start + number.start(1), start + number.end(1))
    if not plain[:1].isdigit() and _is_level(plain, scale):
        return start, start + len(plain)
    return None


def _is_level(plain: str, scale: _Scale) -> bool:
    """Whether *plain* can only be meant as a level: a few words, no sentence."""
    words = plain.lower().split()
    if _TOLD.search(plain) or any(pattern.search(plain) for pattern in QUESTIONS.values()):
        return False
    if any(_NUMERALS.get(word, "x") in scale.numbers for word in words):
        return False
    return 0 < len(words) <= _SHORT and not regex(r"[.,;:!?]\s").search(plain) and "-" not in words


RULE = Rule(
    code="PM509",
    name="unknown-severity",
    category=Category.STRUCTURE,
    severity=Severity.WARNING,
    summary="The severity is not a level of the scale.",
    bad=(
        "## Severity\n\n[[SEV9]]\n",
        "Severity: [[purple]]\n\n## Summary\n\nSearch was down.\n",
        "---\nseverity: [[P8]]\n---\n\n## Summary\n\nSearch was down.\n",
        "| Field | Value |\n|---|---|\n| Severity | [[Code orange]] |\n| Duration | 20 min |\n",
        "## Severity\n\nThis was a [[Sev-7]] as 40 users saw an error.\n",
        "**Severity**: [[42]]\n",
    ),
    good=(
        "## Severity\n\nSEV2\n",
        "Severity: Sev 2\n",
        "**Severity**: P1 (customer-facing)\n",
        "---\nseverity: Critical\n---\n\n## Summary\n\nSearch was down.\n",
        "| Field | Value |\n|---|---|\n| Severity | High |\n| Duration | 20 min |\n",
        "## Severity\n\nCustomer-facing: 40 users saw an error. No revenue impact, no data loss.\n",
        "Severity: 2\n",
        "Severity: severity level 3, as only one region was affected\n",
        "Severity: TBD\n",
        "## How bad\n\n38 minutes without publishing for 412 tenants. Nothing was lost.\n",
        "Severity: Customer-facing\n",
        "Severity: partial outage\n",
        "Severity: none (near miss)\n",
        "## Severity\n\nMinor: internal only, no data loss.\n",
    ),
    options=Options(),
    check=check,
)
