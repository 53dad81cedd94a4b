"""What people said that shows a gap in the system, and whether anything came of it.

"I assumed X because ..." shows a gap in documentation or visibility, "we did not know
that Y was connected to Z" an architecture that is not understood, "the dashboard looked
normal" a gap in monitoring. A signal is *harvested* when a factor, a lesson or an action
item takes it up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pmlint.document import Document, Sentence, Span, Text, Topic

__all__ = ["Signal", "signals"]

_PEOPLE = (
    r"(?:i|we|he|she|they|everyone|everybody|nobody|no one|one|you|people|the (?:on-?call"
    r"|engineers?"
    r"|teams?|responders?|operators?|developers?|author|operator|person|reviewers?|sres?|dbas?"
    r"|group|crew)"
    r"(?: (?:engineers?|teams?|person))?|on-?call(?: engineers?)?|engineers?|responders?|operators?"
    r"|developers?|[\w-]+ (?:team|engineers?))"
)
_NOT = r"(?:not|n['’]t|never)"
_ASSUMED = re.compile(
    rf"\b{_PEOPLE}(?: had| all| both| initially| first| wrongly| incorrectly| naturally| then"
    rf"| therefore| simply| also| at first){{0,2}} (?:assumed|presumed)\b"
    rf"|\b{_PEOPLE}(?: had| all| initially| first| also| at first){{0,2}} (?:thought|believed"
    rf"|expected"
    rf"|took it)\b(?=[^.?!]{{0,160}}\b(?:because|since|as the|given that)\b)"
    rf"|\b(?:was|were|had been|been) (?:wrongly |incorrectly |initially )?(?:assumed|presumed)"
    rf" (?:that|to|because)\b|\b(?:our|my|their|the|an?) (?:initial |wrong |mistaken |incorrect )?"
    rf"assumption (?:was|had been|that)\b",
    re.IGNORECASE,
)
_LINKED = (
    r"(?:connected|depend(?:s|ed|ent|ing)?|depend on|dependency|linked|rel(?:y|ies|ied|ying) on"
    r"|used|uses"
    r"|shared?|shares|talks? to|talked to|tied|coupled|upstream|downstream|behind|part of|routed"
    r"|goes"
    r"|went through|go through|via|needed|needs|required|requires|reads? from|wrote to|writes? to"
    r"|affect\w*|also|same|calls?|called|hosted|runs? on|ran on|attached|read by|consum\w+|served)"
)
_UNKNOWN = re.compile(
    rf"\b{_PEOPLE} (?:did ?{_NOT}|had ?{_NOT}|do ?{_NOT}) (?:know|known|reali[sz]ed?|understand"
    rf"|understood)"
    rf"\b(?=[^.?!]{{0,160}}\b{_LINKED}\b)"
    rf"|\b{_PEOPLE} (?:was ?{_NOT}|were ?{_NOT}) aware\b(?=[^.?!]{{0,160}}\b{_LINKED}\b)"
    rf"|\b(?:nobody|no one|none of us|not everyone|few(?: people)?) (?:knew|reali[sz]ed|understood"
    rf"|was aware|were aware)\b(?=[^.?!]{{0,160}}\b{_LINKED}\b)"
    rf"|\b(?:was|were|been) unaware\b(?=[^.?!]{{0,160}}\b{_LINKED}\b)"
    rf"|\bunknown to (?:us|the team|anyone|everyone)\b(?=[^.?!]{{0,160}}\b{_LINKED}\b)",
    re.IGNORECASE,
)
_SCREEN = (
    r"(?:dash-?boards?|graphs?|charts?|metrics?|monitors?|monitoring|panels?|grafana|datadog|kibana"
    r"|status page|health[ -]?checks?|overview page|logs|console|alert(?:s|ing)?|probes?|cloudwatch"
    r"|new relic|statistics|numbers)"
)
_NORMAL = (
    r"(?:normal|fine|green|healthy|ok|okay|good|all right|alright|as usual|unremarkable|clean|quiet"
    r"|nothing (?:unusual|suspicious|wrong|abnormal|out of the ordinary|amiss)|no (?:anomal\w+"
    r"|problems?"
    r"|errors?|issues?|sign of)|as expected)"
)
_LOOKED = re.compile(
    rf"\b{_SCREEN}\b[^.?!;]{{0,60}}?\b(?:look(?:ed|s|ing)?|appear(?:ed|s)?|seem(?:ed|s)?|show(?:ed"
    rf"|s|n)?"
    rf"|was|were|stayed|remained|all|still|reported|said|indicated)\b[^.?!;]{{0,24}}?\b{_NORMAL}\b"
    rf"|\bnothing (?:unusual|suspicious|wrong|abnormal|out of the ordinary)\b[^.?!;]{{0,24}}\b(?:on"
    rf"|in)"
    rf" (?:the|any|our) (?:[\w-]+ ){{0,3}}?{_SCREEN}\b"
    rf"|\beverything (?:looked|seemed|appeared) {_NORMAL}\b[^.?!;]{{0,24}}\b(?:on|in) (?:the|any"
    rf"|our)"
    rf" (?:[\w-]+ ){{0,3}}?{_SCREEN}\b",
    re.IGNORECASE,
)
# Looking normal after the repair is no gap.
_AFTERWARDS = re.compile(
    r"\b(?:again|back to|return\w*|recover\w*|restor\w+|resolved|roll(?:ed)?[ -]?back|after (?:the"
    r"|a|this"
    r"|that|we|it)|now|once|confirm\w*|verif\w+|mitigat\w+|fix(?:ed|es)?|normali[sz]\w+|stable"
    r"|watch\w*|keep|continue\w*|until)\b",
    re.IGNORECASE,
)
_PATTERNS = (
    ("assumption", _ASSUMED),
    ("unknown connection", _UNKNOWN),
    ("normal-looking dashboard", _LOOKED),
)
_TAKEN_UP = frozenset(
    {Topic.FACTORS, Topic.WHYS, Topic.ACTIONS, Topic.LESSONS, Topic.WENT_POORLY, Topic.DONE}
)
_NOT_READ = frozenset({Topic.APPENDIX, Topic.GROUND_RULES, Topic.TITLE, Topic.LUCKY})
_WORD = re.compile(r"[^\W\d_]{3,}(?:[-_][^\W_]+)*")
_COMMON_WORDS = (
    "the and that this was were with from for not had have has but because since they their there "
    "would could should been being assumed presumed assumption thought believed expected know "
    "known "
    "knew aware unaware realise realised realize realized understand understood looked seemed "
    "appeared showed normal fine green healthy good nobody team engineer engineers call checked "
    "check saw all are did does into also when what which while where our its any than then them "
    "his her she you still only just after before about over under out very more most some other "
    "initially first time times incident outage issue problem people everything nothing"
)
_COMMON = frozenset(_COMMON_WORDS.split())
_WATCHING = re.compile(
    r"alert|monitor|dashboard|metric|graph|visib|observab|threshold|detect|health[ -]?check|probe"
    r"|panel",
    re.IGNORECASE,
)
_STEM = 5
_SHARED = 2
"""Content words that a factor or item must share with a signal to take it up."""


@dataclass(frozen=True, slots=True)
class Signal:
    """A sentence that shows a gap: its kind, its place, and whether it is taken up."""

    kind: str
    span: Span
    words: str
    harvested: bool


def signals(document: Document) -> list[Signal]:
    """The signals of *document*, in order of the text, one a sentence."""
    return document.memo("signals", lambda: list(_read(document)))


def _read(document: Document) -> Iterator[Signal]:
    kept = _Harvest(document)
    for sentence in document.sentences:
        if sentence.topic in _NOT_READ:
            continue
        found = _signal_in(sentence.text)
        if found is not None:
            kind, start, end = found
            words = " ".join(sentence.text.raw[start:end].split())
            harvested = kept.holds(kind, sentence)
            yield Signal(kind, sentence.text.span(start, end), words, harvested)


def _signal_in(text: Text) -> tuple[str, int, int] | None:
    """Kind and range of the first signal in *text*; quoted speech counts."""
    for kind, pattern in _PATTERNS:
        match = pattern.search(text.raw)
        if match is None:
            continue
        if kind == "normal-looking dashboard" and _AFTERWARDS.search(text.raw):
            continue
        return kind, match.start(), match.end()
    return None


class _Harvest:
    """What factors, lessons and action items speak of."""

    def __init__(self, document: Document) -> None:
        self.statements = [_stems(words) for words in _conclusions(document)]
        self.watching = any(_WATCHING.search(words) for words in _conclusions(document))

    def holds(self, kind: str, sentence: Sentence) -> bool:
        """Whether the signal stands among them, or one of them shares its content."""
        if sentence.topic in _TAKEN_UP:
            return True
        if kind == "normal-looking dashboard" and self.watching:
            return True
        said = _stems(sentence.text.raw)
        needed = min(_SHARED, len(said))
        return any(len(said & statement) >= needed for statement in self.statements)


def _conclusions(document: Document) -> Iterator[str]:
    for sentence in document.sentences:
        if sentence.topic in _TAKEN_UP:
            yield sentence.text.raw
    for factor in document.factors:
        yield " ".join((factor.text.raw, *(detail.raw for detail in factor.details)))
    for item in document.actions:
        yield " ".join((item.text.raw, *(detail.raw for detail in item.details)))


def _stems(words: str) -> frozenset[str]:
    """First letters of the content words: enough to tell "depends" and "dependency" as one."""
    found = (word.lower() for word in _WORD.findall(words))
    return frozenset(word[:_STEM] for word in found if word not in _COMMON)
