"""What people said that shows a gap in the system, and whether anything came of it.

"I assumed X because ..." shows a gap in documentation or visibility, "we did not know
that Y was connected to Z" an architecture that is not understood, "the dashboard looked
normal" a gap in monitoring. A signal is *harvested* when a factor, a lesson or an action
item takes it up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import zip_longest

from msgspec import Struct

from pmlint.document import Document, Sentence, Span, Topic
from pmlint.regexes import regex

__all__ = ["Signal", "signals"]

_ROLES = (
    r"(?:on-?call|engineers?|teams?|responders?|operators?|developers?|author|person|reviewers?"
    r"|sres?|dbas?|group|crew)"
)
_PEOPLE = (
    r"(?:i|we|he|she|they|everyone|everybody|nobody|no one|one|you|people"
    r"|(?:all|most|some|both|none|each|neither) of (?:us|them)"
    rf"|(?:the |our )?{_ROLES}(?: (?:engineers?|teams?|person))?|[\w-]{{1,40}} (?:team|engineers?))"
)
_ADVERB = (
    r"(?: (?:had|all|both|initially|first|at first|wrongly|incorrectly|naturally|then|therefore"
    r"|simply|also)){0,2}"
)
_NOT = r" ?(?:not|n['’]t|never)"
_WITH_REASON = r"(?=[^.?!]{0,160}\b(?:because|since|as the|given that)\b)"
_MISTAKEN = r"(?:initial|wrong|wrongful|mistaken|incorrect|false|unspoken|silent|implicit)"
# Said of a belief, these leave no doubt that it was one, whether it held or not.
_TAKEN = (
    r"(?:assumed|presumed|mistook|misread|took for granted|(?:took|taken) as (?:a )?given"
    r"|took [^.?!;]{1,60}? for granted|took (?:it|this|that|them) (?:to be|for|that)"
    r"|(?:was|were|been) under the (?:[\w-]+ )?impression|(?:was|were) labou?ring under"
    r"|(?:was|were)(?: all| also| quite| fairly| absolutely| so){0,2} (?:(?:convinced|persuaded)"
    r"(?! by\b)|(?:sure|certain|confident|positive)(?= (?:that|the|this|it|they|we|our|all|no"
    r"|every|of)\b))"
    r"|(?:believed|thought|understood) [^.?!;]{1,60}? to (?:be|mean|have)\b"
    r"|(?:believed|thought) for (?:an?|most|much|half|some|\d+|\w+ (?:minutes|hours|days))\b"
    r"|thought of [^.?!;,]{1,40}? as)"
)
_HELD = r"(?:thought|believed|expected|reckoned|figured|supposed|imagined|trusted|counted on)"
_ON_ITS_OBJECT = r"(?! (?:about|of|through|over|to be|by|so|in)\b)"
# "We believed X; it was Y": the writer sets what was so against what was held to be so.
_AGAINST = (
    r"(?=[^.?!]{8,200}(?:;|, (?:but|yet|when|while|whereas|although|though|and in fact|which it)\b"
    r"|\b(?:in fact|actually|in reality|in truth|turned out|wrong(?:ly)?|mistaken(?:ly)?)\b))"
)
_NO_COMPARISON = r"(?<!than )(?<!than what )(?<!as )"
# Being sure of the repair, or asking whether one can be, is no belief that misled.
_NO_RELIEF = r"(?<!once )(?<!until )(?<!when )(?<!before )(?<!after )(?<!if )(?<!that )"
_ASSUMED = regex(
    rf"\b{_NO_RELIEF}{_PEOPLE}{_ADVERB} {_TAKEN}(?!\w)"
    rf"|\b{_PEOPLE}{_ADVERB} (?:thought|believed|expected|took it)\b{_WITH_REASON}"
    rf"|\b{_NO_COMPARISON}{_PEOPLE}{_ADVERB} {_HELD}\b{_ON_ITS_OBJECT}{_AGAINST}"
    rf"|\b{_NO_COMPARISON}{_PEOPLE} had(?: all| always| both)? {_HELD}\b{_ON_ITS_OBJECT}"
    r"|\b(?:it|this|that) (?:was|had been) (?:wrongly |incorrectly |initially |widely )?"
    r"(?:assumed|presumed|taken for granted) that\b"
    r"|\b(?:was|were|been) (?:wrongly |incorrectly |generally |widely )?"
    r"(?:assumed|presumed|believed|thought) to (?:be|have|do)\b"
    rf"|\b(?:our|my|their|the|an?) (?:{_MISTAKEN} )?(?:assumption|belief|expectation)"
    r" (?:was|had been|that)\b"
    rf"|\b(?:on|under|in) (?:the|an?) (?:{_MISTAKEN} )?(?:assumption|belief) that\b",
    re.IGNORECASE,
)
_LINKED = (
    r"(?:connected|depend\w*|linked|rel(?:y|ies|ied|ying) on|use[ds]|shared?|shares|talk(?:s"
    r"|ed)? to|tied|coupled|upstream|downstream|behind|in front of|part of|routed|goes|(?:went"
    r"|go) through|via|needed|needs|requires?|required|reads? from|writes? to|wrote to|affect\w*"
    r"|also|same|call(?:s|ed)?|hosted|runs? on|ran on|attached|read by|consum\w+|served)"
)
_TO_LINK = rf"(?! how many| how much| who)(?=[^.?!]{{0,160}}\b{_LINKED}\b)"
_GRASP = r"(?:know|known|reali[sz]ed?|understand|understood)"
_UNKNOWN = regex(
    rf"\b{_PEOPLE} (?:did|had|do){_NOT} {_GRASP}\b{_TO_LINK}"
    rf"|\b{_PEOPLE} (?:was|were){_NOT} aware\b{_TO_LINK}"
    rf"|\b(?:it|this) (?:was|had){_NOT} (?:been )?(?:known|understood|obvious to us)\b{_TO_LINK}"
    rf"|\b{_PEOPLE} had no idea\b{_TO_LINK}"
    r"|\b(?:nobody|no one|none of us|not everyone|few(?: people)?)"
    rf" (?:knew|reali[sz]ed|understood|was aware|were aware)\b{_TO_LINK}"
    rf"|\b(?:was|were|been) unaware\b{_TO_LINK}"
    rf"|\bunknown to (?:us|the team|anyone|everyone)\b{_TO_LINK}",
    re.IGNORECASE,
)
# Past only: what is not known to this day is open, not a gap that misled.
_UNSEEN = regex(
    rf"\b{_PEOPLE} (?:did|had){_NOT} {_GRASP} that\b"
    rf"|\b{_PEOPLE} (?:was|were){_NOT} aware (?:that|of (?:any|the|its|this|such|how))\b"
    rf"|\b{_PEOPLE} had (?:no|an|any) idea that\b"
    r"|\b(?:nobody|no one|none of us|few of us)"
    r" (?:knew|reali[sz]ed|understood|was aware|were aware) that\b"
    r"|\b(?:was|were|been) unaware (?:that|of)\b"
    r"|\bunknown to (?:us|the team|anyone|everyone)\b",
    re.IGNORECASE,
)
_SCREEN = (
    r"(?:dash-?boards?|graphs?|charts?|metrics?|monitors?|monitoring|panels?|grafana|datadog"
    r"|kibana|status page|health[ -]?checks?|overview page|logs|console|alert(?:s|ing)?|probes?"
    r"|cloudwatch|new relic|statistics|numbers)"
)
_NOTHING = r"nothing (?:unusual|suspicious|wrong|abnormal|out of the ordinary|amiss)"
_NORMAL = (
    r"(?:normal|fine|green|healthy|ok|okay|good|all right|alright|as usual|unremarkable|clean"
    rf"|quiet|as expected|{_NOTHING}|no (?:anomal\w+|problems?|errors?|issues?|sign of))"
)
_SEEMED = (
    r"(?:look(?:ed|s|ing)?|appear(?:ed|s)?|seem(?:ed|s)?|show(?:ed|s|n)?|was|were|stayed|remained"
    r"|all|still|reported|said|indicated|saw)"
)
_ON_SCREEN = rf"[^.?!;]{{0,24}}\b(?:on|in) (?:the|any|our) (?:[\w-]+ ){{0,3}}?{_SCREEN}\b"
_LOOKED = regex(
    rf"\b{_SCREEN}\b[^.?!;]{{0,60}}?\b{_SEEMED}\b[^.?!;]{{0,24}}?\b{_NORMAL}\b"
    rf"|\b{_NOTHING}\b{_ON_SCREEN}"
    rf"|\beverything (?:looked|seemed|appeared) {_NORMAL}\b{_ON_SCREEN}",
    re.IGNORECASE,
)
# Looking normal after the repair is no gap.
_AFTERWARDS = regex(
    r"\b(?:again|back to|return\w*|recover\w*|restor\w+|resolved|roll(?:ed)?[ -]?back"
    r"|after (?:the|a|this|that|we|it)|now|once|confirm\w*|verif\w+|mitigat\w+|fix(?:ed|es)?"
    r"|normali[sz]\w+|stable|watch\w*|keep|continue\w*|until|incident (?:is |was )?closed)\b",
    re.IGNORECASE,
)
_PATTERNS = (
    ("assumption", _ASSUMED),
    ("unknown connection", _UNKNOWN),
    ("normal-looking dashboard", _LOOKED),
    ("unknown behaviour", _UNSEEN),
)
_TAKEN_UP = frozenset(
    {Topic.FACTORS, Topic.WHYS, Topic.ACTIONS, Topic.LESSONS, Topic.WENT_POORLY, Topic.DONE}
)
_NOT_READ = frozenset({Topic.APPENDIX, Topic.GROUND_RULES, Topic.TITLE, Topic.LUCKY})
_WORD = regex(r"[^\W\d_]{3,}(?:[-_][^\W_]+)*")
_COMMON_LIST = (
    "the and that this was were with from for not had have has but because since they their there "
    "would could should been being assumed presumed assumption thought believed expected know "
    "known knew aware unaware realise realised realize realized understand understood looked "
    "seemed appeared showed normal fine green healthy good nobody team engineer engineers call "
    "checked check saw all are did does into also when what which while where our its any than "
    "then them his her she you still only just after before about over under out very more most "
    "some other initially first time times incident outage issue problem people everything nothing"
)
_COMMON = frozenset(_COMMON_LIST.split())
_WATCHING = regex(
    r"alert|monitor|dashboard|metric|graph|visib|observab|threshold|detect|health[ -]?check|probe"
    r"|panel",
    re.IGNORECASE,
)
_STEM = 5
_SHARED = 2
"""Content words that a factor or item must share with a signal to take it up."""


class Signal(Struct, frozen=True):
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
    for sentence, following in zip_longest(document.sentences, document.sentences[1:]):
        if sentence.topic in _NOT_READ:
            continue
        found = _signal_in(sentence.text.raw)
        if found is not None:
            kind, start, end = found
            words = " ".join(sentence.text.raw[start:end].split())
            harvested = kept.holds(kind, sentence) or _is_learnt(sentence, following)
            yield Signal(kind, sentence.text.span(start, end), words, harvested)


def _is_learnt(sentence: Sentence, following: Sentence | None) -> bool:
    """Whether the next sentence says what was learned: "I now know that the tick means ..."."""
    if following is None or following.block is not sentence.block:
        return False
    return _LEARNT.match(following.text.raw) is not None


_LEARNT = regex(
    r"(?:i|we) (?:now|have since|have now|have) (?:all )?(?:know|learn(?:ed|t)|understand)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def _signal_in(words: str) -> tuple[str, int, int] | None:
    """Kind and range of the first signal in *words*; quoted speech counts."""
    for kind, pattern in _PATTERNS:
        match = pattern.search(words)
        if match is None:
            continue
        if kind == "normal-looking dashboard" and _AFTERWARDS.search(words):
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
        if self.watching and (
            kind == "normal-looking dashboard" or _LOOKED.search(sentence.text.raw)
        ):
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
