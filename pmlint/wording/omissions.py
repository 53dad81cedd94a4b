"""Warnings said to have been ignored, and things said to have been missed.

Both judge what people did not do by an outcome that they did not know. Where the
sentence gives the reason ("because the channel was muted") it explains and is silent.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from pmlint.document import Topic
from pmlint.regexes import Regex, regex
from pmlint.wording.finds import Claim, Scene, words
from pmlint.wording.mitigation import by_system
from pmlint.wording.obviousness import PAST

__all__ = ["ignored_warning", "judged_omission", "names_signal"]


# Ignored warnings

_WARNINGS = (
    r"(?:(?:warning|alarm|alert|error|deprecation|security)\s+)?(?:warnings?|alerts?|alarms?"
    r"|red\s+flags?"
    r"|(?:warning|danger|tell-?tale)\s+signs?|signs|pages?|notices?|complaints?|advice|concerns?"
    r"|objections?|notifications?|symptoms?|mails?|e-?mails?|reports?|signals?|reminders?|tickets?"
    r"|advisor(?:y|ies)|bulletins?|hints?|error\s+messages?|recommendations?|feedback|red\s+light)"
)

_DISREGARD = (
    r"(?:ignored|dismissed|disregarded|brushed\s+(?:off|aside)|waved\s+(?:away|off|through)"
    r"|discounted"
    r"|shrugged\s+off|overlooked|neglected|unheeded|not\s+(?:heeded|acted\s+(?:up)?on"
    r"|taken\s+seriously"
    r"|listened\s+to|heard)|written\s+off|swept\s+(?:aside|under\s+the\s+\w+)|snoozed"
    r"|left\s+unread|silenced\s+without|muted\s+without|acknowledged\s+(?:and|but)\s+(?:then\s+)?"
    r"(?:ignored|forgotten|not\s+\w+)|unanswered)"
)

_DESPITE = regex(
    r"\b(?:despite|in\s+spite\s+of|notwithstanding|regardless\s+of|in\s+the\s+face\s+of|against)\s+"
    r"(?:(?!storm|fatigue)[\w'-]+\s+){0,4}?(?:(?P<plain>" + _WARNINGS + r")\b)"
    r"(?!\s+(?:storm|fatigue|noise|system|rules?|volume|manager|flag|level)\b)",
    re.IGNORECASE,
)

_SIGNS_THERE = regex(
    r"\b(?:(?:all\s+)?(?:the|there\s+(?:were"
    r"|had\s+been))\s+(?:(?!no\b)\w+\s+){0,2}?)?(?:warning\s+signs?"
    r"|red\s+flags?|signs|tell-?tale\s+signs|writing|symptoms|warnings)\s+(?:(?:was|were"
    r"|had\s+been|have"
    r"\s+been|has\s+been)\s+(?:all\s+|already\s+|right\s+|clearly\s+|plainly\s+|always\s+"
    r"|on\s+){0,4}"
    r"(?:there|visible|present|plain|everywhere|on\s+the\s+wall|obvious|the\s+wall|available"
    r"|evident)"
    r"|on\s+the\s+wall|pointed\s+to)\b"
    r"|\bthere\s+(?:were|had\s+been)\s+(?:plenty\s+of\s+|many\s+|several\s+|clear\s+|ample\s+"
    r"|early\s+"
    r"|enough\s+|multiple\s+|numerous\s+)+(?:warning\s+)?(?:signs|red\s+flags|warnings)\b"
    r"|\bf[ea]ll(?:en)?\s+on\s+deaf\s+ears\b|\bwriting\s+(?:was\s+)?on\s+the\s+wall\b",
    re.IGNORECASE,
)

_WERE_IGNORED = regex(
    r"\b" + _WARNINGS + r"\s+(?:(?!which|when)[^,.;:]{0,60}?\s+)?(?:was|were|had\s+been|went|got"
    r"|have\s+been"
    r"|being)\s+(?:(?:simply|just|then|all|also|largely|again|repeatedly|routinely|initially|both"
    r"|consistently|\w+ly)\s+){0,4}(?P<how>" + _DISREGARD + r")\b",
    re.IGNORECASE,
)

_BARE_IGNORED = regex(
    r"^\W*(?:[\w'-]+\s+){0,3}?" + _WARNINGS + r"\s+(?P<how>ignored|dismissed|disregarded"
    r"|unheeded)"
    r"\b",
    re.IGNORECASE,
)

_IGNORED = regex(
    r"\b(?:ignor(?:ed|ing)|dismiss(?:ed|ing)|disregard(?:ed|ing)|brushed\s+(?:off|aside)"
    r"|shrugged\s+off"
    r"|waved\s+(?:away|off)|turned\s+a\s+blind\s+eye(?:\s+to)?|paid\s+no\s+(?:attention|heed)\s+to"
    r"|(?:did\s+not|didn't)\s+(?:heed|listen\s+to|act\s+on|take\s+seriously))\s+"
    r"(?:(?!storm|fatigue)[\w'-]+\s+){0,5}?(?:" + _WARNINGS + r")\b",
    re.IGNORECASE,
)

_BLIND_EYE = regex(r"\bturn(?:ed|ing)\s+a\s+blind\s+eye\b", re.IGNORECASE)

_HAD_WARNED = regex(
    r"\b(?:had\s+(?:already\s+|repeatedly\s+|twice\s+|been\s+|often\s+){0,4}(?:warned|cautioned"
    r"|raised\s+concerns)"
    r"|(?:was|were)\s+(?:\w+\s+)?warned|(?:was|were|had\s+been|been)\s+(?:told|informed"
    r"|made\s+aware)\b(?=[^.;]{0,80}"
    r"\b(?:did\s+not\s+(?:act|react|listen|respond)|didn't\s+(?:act|react|listen)|ignored"
    r"|did\s+nothing|no\s+action"
    r"|carried\s+on)))\b",
    re.IGNORECASE,
)

_NOT_HEARD = regex(
    r"\b(?:not\s+heard|nobody|no\s?-?one|nothing|ignored|anyway|and\s+still|was\s+not|were\s+not"
    r"|did\s+not|didn't|twice|repeatedly|many\s+times|yet|but|months|weeks|years)\b",
    re.IGNORECASE,
)

_BRUSHED_IT = regex(
    r"\b(?:ignored|dismissed|disregarded|brushed|waved|shrugged|silenced|muted)\s+(?:it|them"
    r"|this|that|these)\b"
    r"(?:\s+(?:aside|off|away))?",
    re.IGNORECASE,
)

_IT_WAS_IGNORED = regex(
    r"\b(?:it|they|this|these|that|which)\s+(?:was|were|had\s+been|got)\s+(?:\w+ly\s+|then\s+"
    r"|all\s+)?"
    r"(?:ignored|dismissed|disregarded|brushed\s+aside|waved\s+away|shrugged\s+off)\b",
    re.IGNORECASE,
)
_SIGNAL = regex(r"\b" + _WARNINGS + r"\b", re.IGNORECASE)

_TOKENS_OF_DANGER = regex(
    r"\b(?:"
    + _WARNINGS
    + r"|letters?|lamps?|lights?|beeps?|buzzers?|sirens?|smoke|smells?|noises?|calls?|voices?)\b",
    re.IGNORECASE,
)


def names_signal(words: str) -> bool:
    """Whether *words*, a noun phrase, name something that warns or may be taken to."""
    return _TOKENS_OF_DANGER.search(words) is not None


_DID_NOTHING = regex(
    r"\b(?:and|but|yet)\s+(?:still\s+)?(?:we|they|nobody|no\s?-?one|the\s+team|management"
    r"|everyone|he|she)\s+(?:still\s+)?"
    r"(?:did\s+nothing|took\s+no\s+action|carried\s+on|pressed\s+on|looked\s+away|sat\s+on\s+it"
    r"|said\s+"
    r"(?:nothing|anything)|went\s+ahead\s+(?:anyway|regardless))\b",
    re.IGNORECASE,
)

_BY_SETTING = regex(
    r"\s+(?:\w+\s+){0,3}?(?:by\s+(?!(?:the\s+|our\s+|an?\s+)?(?:team|on-call|engineers?|staff"
    r"|people"
    r"|operators?|responders?|us|everyone|everybody|management|developers?))|as\s+the\s+\w+\s+is"
    r"|in\s+(?:the\s+)?(?:config|code|generated))",
    re.IGNORECASE,
)


def ignored_warning(scene: Scene) -> Iterator[Claim]:
    """Signals read as warnings that were set aside (PM206)."""
    for form, holds in _WARNING_FORMS.items():
        for found in scene.each(form):
            if holds(scene, found):
                yield scene.find("PM206", found.start(), found.end())


def _were_plain(scene: Scene, found: re.Match[str]) -> bool:
    """Whether signs are said to have been there, or to have been defied."""
    return bool(PAST.search(scene.words)) and not _plain_despite(scene, found)


def _were_ignored(scene: Scene, found: re.Match[str]) -> bool:
    return not _BY_SETTING.match(scene.rest(found.end())) and not _denied(scene, found)


def _people_ignored(scene: Scene, found: re.Match[str]) -> bool:
    doer = scene.doer(found.start())
    return (doer.people and not doer.outsider) or doer.elided


def _people_brushed(scene: Scene, found: re.Match[str]) -> bool:
    """Whether people set "it" aside, where the sentence speaks of a signal."""
    doer = scene.doer(found.start())
    signal = _SIGNAL.search(scene.words[: found.start()])
    return doer.people and not doer.outsider and bool(signal)


def _signal_ignored(scene: Scene, found: re.Match[str]) -> bool:
    signal = _SIGNAL.search(scene.words[: found.start()])
    return bool(signal) and not _BY_SETTING.match(scene.rest(found.end()))


def _unheard(scene: Scene, found: re.Match[str]) -> bool:
    return bool(_NOT_HEARD.search(scene.rest(found.end())))


def _always(_scene: Scene, _found: re.Match[str]) -> bool:
    return True


_WARNING_FORMS: dict[Regex, Callable[[Scene, re.Match[str]], bool]] = {
    _SIGNS_THERE: _were_plain,
    _DESPITE: _were_plain,
    _WERE_IGNORED: _were_ignored,
    _BARE_IGNORED: _were_ignored,
    _IGNORED: _people_ignored,
    _BLIND_EYE: _people_ignored,
    _BRUSHED_IT: _people_brushed,
    _IT_WAS_IGNORED: _signal_ignored,
    _DID_NOTHING: _always,
    _HAD_WARNED: _unheard,
}


def _plain_despite(scene: Scene, found: re.Match[str]) -> bool:
    """Whether "against/despite" speaks of a system, or of a response that went well."""
    if "plain" not in found.re.groupindex:
        return False
    if scene.topic in {Topic.WENT_WELL, Topic.LUCKY}:
        return True
    return found[0].lower().startswith("against") and "advice" not in found[0].lower()


def _denied(scene: Scene, found: re.Match[str]) -> bool:
    return bool(
        regex(r"\b(?:no|none\s+of\s+the|never)\s+(?:\w+\s+)?$", re.I).search(
            scene.words[: found.start()]
        )
    )


# Judged omissions

_FAILED_TO = regex(
    r"\b(?:fail(?:ed|ing|ure)(?:\s+by\s+[\w\s]{1,25}?)?|neglect(?:ed|ing)|omitted|refused"
    r"|(?:did\s+not|didn't|never)\s+(?:even\s+|really\s+)?(?:bother(?:ed)?|think|thought|care(?:d)?"
    r"|manage(?:d)?|take\s+the\s+time|took\s+the\s+time|make\s+the\s+effort)"
    r"|bothered|thought|took\s+the\s+time|cared)\s+to\s+(?:\w+ly\s+)?(?P<verb>[a-z]+)",
    re.IGNORECASE,
)

_NO_ATTENTION = regex(
    r"\b(?:(?:did\s+not|didn't|never|without|nobody|no\s?-?one)\s+(?:\w+\s+)?(?:pay(?:ing)?"
    r"|paid)"
    r"\s+(?:\w+\s+){0,2}?(?:attention|heed)|paid\s+no\s+(?:attention|heed)"
    r"|(?:did\s+not|didn't|never)\s+(?:even|bother|so\s+much\s+as)\s+(?:to\s+)?(?:look|check"
    r"|read|ask|test|try|open|glance|notic|consider"
    r"|think|call|verif|review|acknowledg|respond|react)\w*"
    r"|(?:was|were)\s+asleep\s+at\s+the\s+\w+)\b",
    re.IGNORECASE,
)

_OVERLOOKED = regex(
    r"\b(?P<be>(?:was|were|been|being|got)\s+(?:\w+ly\s+|also\s+|completely\s+|entirely\s+){0,4})?"
    r"(?P<verb>overlooked|overlooking|missed|missing|underestimated|misjudged|disregarded"
    r"|neglected)\b",
    re.IGNORECASE,
)

_MISSABLE = regex(
    r"\s+(?:(?:the|a|an|this|that|those|these|our|its|their|all|several|many|some|two|three|both"
    r"|early"
    r"|first|any|\w+ing|\w+ed|obvious|key|clear|\w+'s)\s+){0,4}(?:[\w-]+\s+){0,2}?(?:alerts?"
    r"|alarms?"
    r"|warnings?|signs?"
    r"|signals?|pages?|steps?|symptoms?|clues?|errors?|problems?|issues?|risks?|dependenc(?:y"
    r"|ies)|bugs?"
    r"|notifications?|changes?|points?|messages?|mails?|e-?mails?|it|this|that|connection|fact"
    r"|impact"
    r"|implications?|details?|regression|cases?|edge\s+cases?|indicators?|lines?|flags?|hints?"
    r"|notes?"
    r"|opportunit(?:y|ies))\b",
    re.IGNORECASE,
)

_MISSED_IN = regex(
    r"\s+(?:\w+\s+){0,2}?(?:in|during|at|by|when|while|for\s+(?:\w+\s+){1,2}(?:minutes|hours|days"
    r"|weeks|months)"
    r"|because|until)\b\s*(?:the\s+|our\s+|a\s+|an\s+|all\s+|both\s+|code\s+|peer\s+|shift\s+"
    r"|design\s+){0,4}"
    r"(?:reviews?|reviewers?|testing|tests?|qa|planning|handover|hand-?off|development|us"
    r"|everyone|everybody"
    r"|team|staff|engineers?|operators?|migration|shift|on-?call|triage|analysis|design"
    r"|reviewing|planning)\b",
    re.IGNORECASE,
)

_ALERTS = regex(
    r"\b(?:alerts?|alarms?|warnings?|signs?|signals?|pages?|steps?|symptoms?|clues?"
    r"|notifications?|risks?"
    r"|dependenc(?:y|ies)|implications?|impact|case|certificates?|renewals?|checks?|review|change"
    r"|fact"
    r"|detail|error|problem|issue|bug|flag|mails?|e-?mails?|it|this|regression)\s*$",
    re.IGNORECASE,
)

_PERCEIVE = words(
    """notice check realise realize recognise recognize spot see consider verify test review read
    look ask communicate escalate inform tell consult anticipate foresee plan act follow
    raise document understand appreciate identify heed question confirm validate investigate
    page call respond react roll monitor watch account acknowledge take catch detect update
    warn notify coordinate address prioritise prioritize assess ensure think include mention
    discuss"""
)

_NOBODY = regex(
    r"\b(?:nobody|no\s?-?one|none\s+of\s+(?:us|them|the\s+\w+)|neither\s+of\s+(?:us|them"
    r"|the\s+\w+))\s+"
    r"(?:on\s+the\s+\w+\s+|in\s+the\s+\w+\s+|had\s+|ever\s+|really\s+|even\s+|actually\s+|else\s+"
    r"|seems?\s+to\s+have\s+){0,4}"
    r"(?:bothered|thought|took\s+the\s+time|looked|checked|tested|questioned|noticed|asked|cared"
    r"|spotted"
    r"|realised|realized|read|considered|reviewed|saw|verified|paid|picked|reacted|acted|listened"
    r"|escalated|responded|watched|tried|challenged|double-?checked|said|spoke|reported"
    r"|mentioned|flagged|took|caught|monitored|was\s+(?:looking"
    r"|paying|monitoring))\b",
    re.IGNORECASE,
)

_SYSTEM_REASON = regex(
    r"\b(?:because|since|as)\b|\bwithout\s+(?:an?\s+)?(?:alert|monitor)|\bno\s+(?:alert|monitor)",
    re.I,
)

_HAS_NOT = regex(r"\s+(?:access|permission|rights)\b", re.IGNORECASE)

_OCCURRED = regex(
    r"\b(?:(?:(?:did\s+not|didn't|never|failed\s+to)\s+(?:notice|see|spot|catch)|missed"
    r"|overlooked|ignored)"
    r"\s+the\s+obvious|(?:never|did\s+not|didn't)\s+(?:even\s+)?occur(?:red)?\s+to\s+\w+"
    r"|failure\s+to\s+(?:\w+ly\s+)?(?:notice|consider|communicate|review|test|read|ask|escalate"
    r"|verify|plan|inform"
    r"|document|anticipate|foresee|recogni[sz]e|realis?z?e|heed|understand|check)\b"
    r"|(?:we|they|he|she|team|responders|engineers?|on-?call"
    r"|people)\s+wasted\s+(?:\w+\s+){0,3}?(?:time|hours?|minutes?"
    r"|days?))\b",
    re.IGNORECASE,
)

_LITTLE_ATTENTION = regex(
    r"\b(?:too\s+little|not\s+enough|no|insufficient|little|scant)\s+(?:attention|thought|care"
    r"|weight|heed)\s+"
    r"(?:was|were|had\s+been)\s+(?:paid|given|taken)\b",
    re.IGNORECASE,
)

_DANGERS = regex(
    r"\b(?:did\s+not|didn't|had\s+not|hadn't|not)\s+(?:\w+ly\s+)?(?:notice[d]?|see[n]?"
    r"|recogni[sz]ed?|consider"
    r"(?:ed|ing)?|appreciated?|realis?z?ed?|foresee[n]?|heed(?:ed)?)\s+(?:the\s+|how\s+"
    r"|any\s+of\s+the\s+)"
    r"(?:(?:\w+\s+)?(?:danger|risk|warning|sign|implication|consequence|threat|severity|signal)s?\b"
    r"|dangerous|risky|bad|serious)",
    re.IGNORECASE,
)


def judged_omission(scene: Scene) -> Iterator[Claim]:
    """What people are said to have missed or failed to notice (PM205)."""
    for pattern in (_FAILED_TO, _NO_ATTENTION, _DANGERS):
        for found in pattern.finditer(scene.words):
            if _is_human_omission(scene, found):
                yield scene.find("PM205", found.start(), found.end())
    for found in _NOBODY.finditer(scene.words):
        if not _SYSTEM_REASON.search(scene.words) and not _is_mere_fact(scene, found):
            yield scene.find("PM205", found.start(), found.end())
    for found in (*_LITTLE_ATTENTION.finditer(scene.words), *_OCCURRED.finditer(scene.words)):
        yield scene.find("PM205", found.start(), found.end())
    for found in _OVERLOOKED.finditer(scene.words):
        if _is_missed(scene, found):
            yield scene.find("PM205", found.start(), found.end())


def _is_mere_fact(scene: Scene, found: re.Match[str]) -> bool:
    """Whether "nobody noticed" only says so, and of no warning."""
    rest = scene.rest(found.end())
    noticed = found[0].lower().endswith("noticed")
    return bool(_HAS_NOT.match(rest)) or (noticed and not _MISSABLE_NEXT.match(rest))


_MISSABLE_NEXT = regex(
    r"\s+(?:the|that|any|an?|this|these|those)\s+(?:\w+\s+){0,2}?(?:alerts?|alarms?|warnings?"
    r"|signs?|errors?|spikes?"
    r"|mistakes?|problems?|symptoms?|pages?|e?-?mails?|typos?|bugs?|growing|rising|rise|drop)\b",
    re.IGNORECASE,
)


def _is_human_omission(scene: Scene, found: re.Match[str]) -> bool:
    doer = scene.doer(found.start())
    verb = found["verb"].lower() if "verb" in found.re.groupindex else "notice"
    head = found[0].lower()
    if head.startswith(("thought", "bothered", "took", "cared")) and not doer.nobody:
        return False
    if doer.elided and scene.causes:
        return verb in _PERCEIVE
    if not doer.people or doer.outsider:
        return False
    return verb in _PERCEIVE or "bother" in head or "neglect" in head or "even" in head


def _is_missed(scene: Scene, found: re.Match[str]) -> bool:
    """Whether people missed something (and not validators a block, or users a call)."""
    rest, verb = scene.rest(found.end()), found["verb"].lower()
    if verb.endswith("ing") and verb != "overlooking":
        return False
    doer = scene.doer(found.start())
    if _SYSTEM_REASON.search(rest):
        return False
    if found["be"]:
        if _BY_SETTING.match(rest) and not _MISSED_IN.match(rest):
            return not by_system(scene, found.end())
        human = verb in {"overlooked", "underestimated", "misjudged", "neglected"}
        return human or bool(_MISSED_IN.match(rest) or _ALERTS.search(doer.words))
    if not doer.people or doer.outsider:
        return False
    if doer.we and verb in {"underestimated", "misjudged"}:
        return False  # a lesson said plainly
    return verb != "missed" or bool(_MISSABLE.match(rest))
