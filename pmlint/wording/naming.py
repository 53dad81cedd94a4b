"""Which rule a sentence belongs to that only the model finds; only the message depends on it.

The model knows the label and the words, not what kind of hindsight or human error it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from pmlint.lexicon import word_set
from pmlint.regexes import Regex, regex
from pmlint.wording.frames import Frame, Reading
from pmlint.wording.omissions import names_signal

__all__ = ["PAST", "CodeOf", "form", "hindsight_code", "human_error_code"]

CodeOf = Callable[[Reading, str, int, int], str]
"""The code for a text, by its reading, its prose, and the stretch of it that the model marks."""

PAST = r"(?:\s+\w+){0,2}\s+have"
"""What follows "should" or "could" where the past is meant."""

_Codes = tuple[tuple[str, Regex], ...]


def form(pattern: str) -> Regex:
    """*pattern* as an expression for whole words, in any case."""
    return regex(rf"\b(?:{pattern})\b", re.IGNORECASE)


def hindsight_code(reading: Reading, prose: str, start: int, end: int) -> str:
    """The code for hindsight whose message fits *prose*, first of all from *start* to *end*."""
    frames = reading.frames
    near = [one for one in frames if one.start < end and start < max(one.end, one.object_end)]
    found = _code_for(prose[start:end], _HINDSIGHT) or _code_for(prose, _HINDSIGHT)
    regrets = any(one.conditional and one.perfect and not one.modal for one in near)
    if regrets and found not in _BEFORE_REGRET:
        return "PM203"
    if found is not None:
        return found
    if any(_is_signal_set_aside(one) for one in near):
        return "PM206"
    return "PM205" if any(_is_omission(one) for one in near or frames) else _CHOICE


def human_error_code(_reading: Reading, prose: str, start: int, end: int) -> str:
    """The code for human error whose message fits, as `hindsight_code`."""
    return _code_for(prose[start:end], _HUMAN_ERROR) or _code_for(prose, _HUMAN_ERROR) or "PM302"


def _code_for(words: str, codes: _Codes) -> str | None:
    return next((code for code, each in codes if each.search(words)), None)


def _is_signal_set_aside(frame: Frame) -> bool:
    """ "Two letters of caution lay in a drawer": signals were there, and came to nothing."""
    subject = frame.subject
    return subject is not None and names_signal(subject.text) and frame.verb not in _OMITS


def _is_omission(frame: Frame) -> bool:
    nobody = frame.subject is not None and _NOBODY.match(frame.subject.text) is not None
    return frame.negated or nobody or frame.verb.split()[0] in _OMITS


_BEFORE_REGRET = frozenset({"PM210", "PM209", "PM204", "PM206"})
_CHOICE = "PM202"  # an act or a choice is judged, by how it ended
_OMITS = word_set(
    "fail forget ignore miss neglect omit overlook skip disregard underestimate misjudge lack "
    "leave fly pass escape slip sleep"
)
_NOBODY = regex(r"\W*(?:nobody|no\s?-?one|none|neither|not|no|nothing)\b", re.IGNORECASE)

_HINDSIGHT: _Codes = (
    ("PM210", form(r"(?:avoid|prevent)able|never\s+have\s+happened|needless(?:ly)?")),
    ("PM209", form(r"simpl[ey]|merely|all\s+\w+\s+had\s+to|would\s+have\s+been\s+enough")),
    (
        "PM204",
        form(
            r"obvious\w*|clear(?:ly)?|plain(?:ly)?|glaring\w*|evident\w*|of\s+course"
            r"|for\s+(?:all|every(?:one|body)|any(?:one|body))\s+to\s+\w+|with\s+(?:open\s+)?eyes"
            r"|right\s+mind"
        ),
    ),
    (
        "PM206",
        form(r"warn\w*|cautioned|signs?|ignor\w+|disregard\w*|red\s+flags?|writing\s+was\s+on"),
    ),
    ("PM201", form(rf"(?:should|ought)(?:n['’]t|\s+not|\s+never)?(?:\s+to)?{PAST}|should['’]ve")),
    ("PM203", form(r"if\s+only|if\s+\w+\s+had")),
    ("PM202", form(rf"(?:could|would|might)(?:n['’]t|\s+not|\s+never)?{PAST}|could['’]ve")),
    ("PM208", form(r"supposed\s+to|needed\s+to|expected\s+to|was\s+to\s+have|duty")),
    ("PM207", form(r"hindsight|retrospect|looking\s+back|knowing\s+what")),
    ("PM205", form(r"un(?:noticed|seen|detected|read|opened|answered|heeded)|without|instead")),
)
_HUMAN_ERROR: _Codes = (
    ("PM306", form(r"complacen\w+|situational\s+awareness|tunnel\s+vision|over-?confiden\w+")),
    ("PM304", form(r"(?:un)?train\w*|(?:in)?experience\w*|(?:in)?attent\w+|knowledge|fatigue\w*")),
    (
        "PM303",
        form(
            r"procedures?|process|policy|runbook|checklist|rules?|instructions?|regulations?"
            r"|skip\w*|bypass\w*|approv\w+|deviat\w+|depart\w+\s+from"
        ),
    ),
    (
        "PM301",
        form(r"(?:human|operator|user|manual|staff|pilot)\s+(?:error|failure|factor|mistake)s?"),
    ),
)
