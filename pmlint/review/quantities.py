"""Amounts and lengths of time: when a text says how much, and when it only hints."""

from __future__ import annotations

import re

from pmlint.regexes import regex

__all__ = ["counts_things", "has_number", "says_how_long", "vague_amounts"]

_NUMBER_WORDS = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty"
    "|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|half|third|quarter|dozen|zero"
    "|none|nobody|all|every|each|no"
)
# A digit that counts something: not in a version, an identifier, a ticket or a date.
_NUMBER = regex(
    rf"(?<![\w.#/-])[~<>≈$€£+]?\d[\d,.]{{0,14}}(?:[kKmMbB]|ms|s|min|h|d|%|x)?(?![\w/]|-\d|\.\d)"
    rf"|(?<![\w-])(?:{_NUMBER_WORDS})(?![\w-])",
    re.IGNORECASE,
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?"
_DATE = regex(
    rf"\b\d{{4}}-\d\d-\d\d\b|\b\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? \d{{4}})?\b"
    rf"|\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b(?:,? \d{{4}})?|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_STATUS_CODE = regex(
    r"\b(?:https?|status|error|codes?)[a-z :/-]{0,14}[1-5]\d\d\b"
    r"|\b[45]\d\d(?:s|'s| (?:internal|errors?|responses?|status))\b",
    re.IGNORECASE,
)

_COUNTED = (
    "users?|customers?|clients?|requests?|orders?|payments?|transactions?|tenants?|sessions?"
    "|calls?|messages?|e-?mails?|jobs?|builds?|pages?|records?|devices?|visitors?|people"
    "|merchants?|subscribers?|bookings?|checkouts?|sign-?ups?|logins?|uploads?|downloads?"
    "|deliveries|invoices?|partners?|members?|readers?|students?|patients?|teams?|players?"
    "|viewers?|employees?|consumers?|services"
)
_MANY = (
    "some|several|many|numerous|countless|multiple|a few|few|a couple of|lots of"
    "|a lot of|plenty of|most|a good number of"
)
_SIZE = "small|large|significant|considerable|substantial|limited|certain|tiny|huge|good|fair"
_SHARE = "number|portion|percentage|fraction|subset|share|proportion|handful|majority|minority"
_PERIOD = "time|period|duration|window|spell|moment"
_LONG = "long|short|brief|limited|prolonged|extended|considerable"
_VAGUE = regex(
    rf"(?<![\w-])(?:(?:{_MANY})(?: of (?:our|the|their|its))?"
    rf"(?: (?!of\b|more\b)[a-z-]+){{0,2}}? (?:{_COUNTED})"
    rf"|an? (?:(?:very|fairly|relatively|rather) )?(?:(?:{_SIZE}) )?(?:{_SHARE}) of"
    rf"(?= (?:[a-z-]+ ){{0,3}}?(?:{_COUNTED})(?![\w-]))"
    r"|(?:(?:significant|substantial)(?:ly)?|considerabl[ey])(?: [a-z-]+)?"
    r"|(?:for |after |took )(?:quite )?a (?:long |short |little |good )?while"
    r"|for (?:quite )?some time|for (?:a )?(?:few|several|some|many|a couple of)"
    r" (?:minutes|hours|days)"
    rf"|for an? (?:{_LONG}) (?:{_PERIOD})(?: of time)?"
    r"|for (?:hours|days|ages|long)"
    r")(?![\w-])(?! (?:ago|later|earlier|before)\b)",
    re.IGNORECASE,
)
# "Significant" measures only what could be counted.
_MEASURED = regex(
    r"(?:significant|considerable|substantial)(?:ly)? (?:impact|number|portion|amount|percentage"
    r"|increase"
    r"|decrease|drop|rise|spike|delay|delays|downtime|latency|degradation|disruption|outage|loss"
    r"|losses|traffic|load|slow\w*|high\w*|low\w*|long\w*|more|less|fewer|larger?|impacted|affected"
    r"|degraded"
    r"|delayed|reduced|increased|dropped|part|share|revenue|performance|damage|data|volume|backlog"
    r"|financial|customer|user|service|business|time|period|reduction|growth|interruption)",
    re.IGNORECASE,
)
# "The volume of calls was significant", "the backlog rose considerably".
_WEIGHED = regex(
    r"\b(?:impact|number|volume|amount|delays?|downtime|latency|losses|loss|traffic|load|damage|backlog"
    r"|queue|disruption|degradation|increase|cost|costs)\b[\w ]{0,40}?\b(?:(?:was|were|is|are|been)"
    r"(?: (?:very|quite|rather))?|rose|grew|increased|fell|dropped|climbed)\s+$",
    re.IGNORECASE,
)
_WEIGHT = regex(r"(?:significant|substantial)(?:ly)?|considerabl[ey]", re.IGNORECASE)
_WEIGHTY = regex(r"significant|considerabl|substantial", re.IGNORECASE)

_UNIT = r"(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|weeks?|months?|hour|half-hour)"
_CLOCK = r"(?:\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?|noon|midnight)"
_ZONE_OR_DATE = r"[\w,./+() -]{0,40}?"
_HOW_LONG = regex(
    # A word stands apart from its unit: "and" is no "an d".
    rf"(?<![\w.])(?:\d[\d.,]{{0,14}}(?:\s|-| and a half )?"
    rf"|(?:{_NUMBER_WORDS}|a|an|one|a few|several)(?:\s|-| and a half ))"
    rf"(?:(?:full|whole|more|long)[ -])?{_UNIT}(?![\w])(?!\s+(?:ago|before|earlier|prior|later))"
    rf"|(?<![\d:]){_CLOCK}{_ZONE_OR_DATE}(?:-|–|—|→|\bto\b|\buntil\b|\btill?\b|\band\b|\bthrough\b)"
    rf"{_ZONE_OR_DATE}{_CLOCK}"
    rf"|\b(?:half an|an|one) hour\b|\bovernight\b|\ball (?:day|night|week)\b|\bno downtime\b"
    rf"|\bdays?[- ]long\b|\bstill ongoing\b",
    re.IGNORECASE,
)
_DAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?"
    r"|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
    r"|(?:mid)?night|morning|evening|(?:after)?noon|weekend|today|yesterday|tomorrow|\d{1,4})"
)
# "From Saturday evening until early Sunday", "between 2 and 4 May", "back on Tuesday".
_SPAN = regex(
    rf"\b(?:from|between|since|in the night of)\b[^.;]{{1,60}}?"
    rf"\b(?:to|until|till?|and|through)\b[^.;]{{0,30}}?\b{_DAY}\b"
    rf"|\b(?:until|till|over by|back (?:on|at|by)|as late as)\b[^.;]{{0,30}}?\b{_DAY}\b"
    rf"|\b(?:throughout|all through|during|most of|the rest of|the whole)\b[^.;]{{0,20}}?"
    r"\b(?:day|night|morning|afternoon|evening|weekend|week|month|hour)\b"
    rf"|\b(?:{_NUMBER_WORDS}|a|an|\d+)(?: and a half)? (?:seconds?|minutes?|hours?|days?|weeks?"
    r"|months?) later\b|\b(?:with)?in (?:a few |a matter of )?(?:seconds|minutes|hours)\b",
    re.IGNORECASE,
)
_POINT = regex(rf"\d{{4}}-\d\d-\d\d(?:[T ]+\d\d:\d\d)?|(?<![\d:]){_CLOCK}", re.IGNORECASE)
_BOTH_ENDS = 2


def has_number(text: str) -> bool:
    """Whether *text* counts something (dates, versions and status codes do not)."""
    return _NUMBER.search(_STATUS_CODE.sub(" ", _DATE.sub(" ", text))) is not None


def counts_things(text: str) -> bool:
    """Whether *text* gives a number of things that are no time: "412 parcels"."""
    return _COUNT.search(_DATE.sub(" ", text)) is not None


_COUNT = regex(
    # "PR #12" and "Data 8" are names, and what they do ("which fixes") is no plural.
    r"(?<![\w:.,/#-])(?<![A-Z]\w\s)\d[\d,.]{0,14}\s"
    r"(?!(?:hours|hrs|minutes|mins|seconds|secs|days|weeks|months|years|times|bytes|was|is|has)\b)"
    r"[a-z]{2,20}s\b"
)


def says_how_long(text: str) -> bool:
    """Whether *text* gives a length of time, or a beginning and an end."""
    told = _HOW_LONG.search(text) or _SPAN.search(text)
    return told is not None or len(_POINT.findall(text)) >= _BOTH_ENDS


def vague_amounts(text: str) -> list[tuple[int, int]]:
    """Places in *text* of words that stand where an amount could: "some users"."""
    found = []
    for match in _VAGUE.finditer(text):
        if _WEIGHTY.match(match[0]):
            measured = _MEASURED.match(text, match.start())
            if measured is not None:
                found.append((match.start(), max(match.end(), measured.end())))
            elif told := _weighed(text, match.start()):
                found.append((match.start(), told))
        else:
            found.append((match.start(), match.end()))
    return found


def _weighed(text: str, at: int) -> int:
    """Where the word at *at* ends, if it stands for how much of a thing there was; else 0."""
    word = _WEIGHT.match(text, at)
    before = _WEIGHED.search(text, max(0, at - 90), at)
    return word.end() if word and before else 0
