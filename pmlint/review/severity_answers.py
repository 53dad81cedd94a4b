"""The three questions of a severity section, and whether a document answers them.

Was it customer-facing? Did it cost revenue? Was data lost? "No" is an answer, an empty
cell or the question itself is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from pmlint.document import Block, BlockKind, Document, HeadingStyle, Section, Topic
from pmlint.regexes import Regex, regex
from pmlint.review.placeholders import is_template_text

__all__ = ["QUESTIONS", "unanswered"]

_DATA = (
    r"data|records?|rows?|messages?|events?|files?|backups?|orders?|transactions?|e-?mails?|logs?"
    r"|writes?|entries|documents?|tables?|databases?|uploads?|metrics|volumes?|state|credentials?"
    r"|information|bookings?|payments?|snapshots?|accounts?|jobs?|integrity"
)
_FATE = (
    r"los[ts]|loss(?:es)?|losing|corrupt\w*|delet\w*|wiped?|erased?|destroyed|intact|preserved"
    r"|recover(?:ed|able)|missing|dropped|unaffected|leak\w*|exposed|exposure|breach\w*|duplicated?"
    r"|replayed|discarded|overwritten|unrecoverable|safe|stolen|exfiltrated|inconsisten\w+"
    r"|truncated|compromised|restored from|integrity"
)
_NO_DATA = (
    r"(?:(?:any|an?|the|their|its|his|her|our|access|contact|touch|count|sight|track)\s){0,2}"
    r"(?:money|revenue|sales|income|time|sleep|power|patience|trust|hope|jobs?|connections?"
    r"|connectivity|signal|service|access|to|with|of)\b"
)
"""What somebody can lose that no data is."""
_AMOUNTS = r"one|two|three|four|five|six|eight|ten|half|most|all|every|each"
_ASKED_OF = (
    r"request|call|quer(?:y|ie)|sign-?in|log-?in|sign-?up|page(?: view| load)?|visit|search(?:e)?"
    r"|checkout|download|upload|session|hit"
)
"""What somebody outside asks of a service: so many of them that failed were noticed."""
QUESTIONS: Mapping[str, Regex] = {
    "customer-facing": regex(
        r"\b(?:customer|user|client|visitor|consumer|merchant|shopper|buyer|patient|student"
        r"|subscriber|member|reader|player|tenant|guest|passenger|viewer|seller|driver|partner"
        r"|citizen|employee|colleague|developer|researcher|participant|traveller|traveler|caller"
        r"|farmer|validator|\w{0,15}holder|pupil|resident|audience|people|staff|team)s?\b"
        r"|\b(?:internal(?:ly)?|external(?:ly)?|public(?:ly)?|end-users?|nobody|no one|no-one"
        r"|everyone|anyone|outside world)\b"
        rf"|(?:\b\d[\d.,]{{0,12}}\s?%?|\b(?:{_AMOUNTS})) (?:[\w-]{{1,20}} ){{0,3}}"
        rf"(?:{_ASKED_OF})s?\b",
        re.IGNORECASE,
    ),
    "revenue": regex(
        r"\b(?:revenues?|sales|money|monetary|financial(?:ly)?|costs?|refund\w*|orders?|income"
        r"|turnover|profits?|earnings|billing|invoic\w+|credits?|compensat\w+|gmv|bookings?"
        r"|business impact|commercial(?:ly)?|losses|donations?|fees?|chargebacks?|euros?|dollars?"
        r"|pounds|usd|eur|gbp|purchases?|conversions?|budget|funds|rewards?|transactions?|fines?"
        r"|sla)\b|[$€£¥]\s?\d",
        re.IGNORECASE,
    ),
    "data loss": regex(
        rf"\bdata[ -]?loss\b|\b(?:{_DATA})\b[^.;\n]{{0,80}}\b(?:{_FATE})\b"
        rf"|\b(?:{_FATE})\b[^.;\n]{{0,60}}\b(?:{_DATA})\b|\bnothing (?:was |has been )?lost\b"
        rf"|\b[\w-]+ (?:lost|dropped|deleted|corrupted)\b\W{{0,4}}\d"
        rf"|\bno\s[\w -]{{1,40}}?\b(?:was|were|been|got)\s(?:{_FATE})\b"
        rf"|\b(?:nobody|no one|no-one|none|neither)\b[^.;\n]{{0,40}}\blost (?!{_NO_DATA})\w"
        rf"|\blost no (?!{_NO_DATA})\w",
        re.IGNORECASE,
    ),
}
"""Words that answer each question, by the question's name."""

_ASKED = (Topic.SEVERITY, Topic.IMPACT, Topic.SUMMARY)
# Such a field answers wherever it stands: "Customer-facing? Yes", "Data loss: none".
_NAMES_A_QUESTION = regex(
    r"\W*(?:(?:was|is|were) (?:it|this) )?"
    r"(?:(?:any )?(?:customer|user)s?[- ](?:facing|impact)|revenue"
    r"|(?:any )?data[ -]loss)\b[^.!?:]{0,30}[:–—]?\W+(?:yes|no|none|\d|[a-z])",
    re.IGNORECASE,
)
_QUESTION = regex(r"[^.!?\n|]{1,200}\?(?P<after>[ \t]*[^\s?.!][^?.!\n]{0,200}(?=[.!\n]|$))?")
_YES_NO = regex(r"[\s:–—-]*(?:yes|no|none|n/?a|unknown|not|partly|partial|\d|true|false)\b", re.I)
_KEY_WORDS = regex(r"[_-]+")


def unanswered(document: Document) -> list[str]:
    """The questions that neither severity, impact, summary nor front matter answer."""
    return list(_unanswered("\n".join(_statements(document))))


@lru_cache(maxsize=64)  # in an editor most changes are made elsewhere
def _unanswered(said: str) -> tuple[str, ...]:
    return tuple(name for name, pattern in QUESTIONS.items() if not pattern.search(said))


def _statements(document: Document) -> Iterator[str]:
    """What is said about severity and impact: one line a paragraph, row or field."""
    if document.facts.title is not None:
        yield document.facts.title.raw
    for key, value in document.front_matter.items():
        if value is not None and value != "":
            yield f"{_KEY_WORDS.sub(' ', key)}: {value}"
    for section in document.sections:
        lines = _of_section(section)
        if section.topic in _ASKED or _opens(section):
            yield from lines
        else:
            yield from filter(_NAMES_A_QUESTION.match, lines)
    for fact in document.facts.impact:
        if not is_template_text(fact):
            yield _plain(fact.raw)


def _opens(section: Section) -> bool:
    return section.own_topic is Topic.TITLE or section.style is HeadingStyle.PREAMBLE


def _of_section(section: Section) -> Iterator[str]:
    lines = [line for block in section.blocks for line in _lines(block)]
    if lines and section.heading.raw:
        yield f"{_plain(section.heading.raw)}: {lines[0]}"
    yield from lines


def _lines(block: Block) -> Iterator[str]:
    if block.kind in (BlockKind.CODE, BlockKind.HTML):
        return
    if block.kind is BlockKind.ROW:
        yield from _row(block)
    elif block.children:
        for child in block.children:
            yield from _lines(child)
    elif block.text is not None and not is_template_text(block.text):
        yield _plain(block.text.raw)


def _row(row: Block) -> Iterator[str]:
    """A row's label counts only if there is a value beside it."""
    cells = [cell for cell in row.children if cell.words]
    filled = [cell for cell in cells[1:] if cell.text and not is_template_text(cell.text)]
    if filled or len(row.children) == 1:
        yield " ".join(cell.words.rstrip("?") for cell in cells)


def _plain(words: str) -> str:
    """*words* without the questions in them that nothing answers."""
    return _QUESTION.sub(_answered, words)


def _answered(match: re.Match[str]) -> str:
    after = match["after"]
    if after is None:
        return " "
    return match[0].replace("?", "") if _YES_NO.match(after) else after
