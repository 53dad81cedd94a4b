"""What takes the sting out of an error: denial, prevention, repair, a condition.

A slip that stands beside the condition that let it through is a finding about the
system; one that is denied, guessed at, prevented, put right or counted is no
explanation at all.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pmlint.regexes import regex
from pmlint.wording.finds import Scene

__all__ = [
    "BREAK",
    "POSSIBLE",
    "by_system",
    "is_taken_back",
    "item_names_condition",
    "leads_here",
    "leads_on",
    "names_condition",
    "stands",
]


# What takes the sting out of an error: denial, prevention, repair, a condition

_BEFORE = 60

_DENIED = regex(
    r"(?:\b(?:not|never|no|nor|neither|rather\s+than|instead\s+of|without|nobody|no\s?-?one"
    r"|exclud\w+"
    r"|rul(?:e[sd]?|ing)\s+out|less|than|cannot|kept|keeps?|saved?|free)\b"
    r"|n't\b)(?!\s+only\b)[^.;:,]{0,40}$",
    re.IGNORECASE,
)

_CONTRAST = regex(r"\b(?:but|because|however)\b", re.IGNORECASE)

_PREVENTED = regex(
    r"\b(?:prevent|avoid|reduc|minimi[sz]|eliminat|guard|protect|mitigat|limit|lower|decreas|tolera"
    r"|surviv|resilien|room\s+for|risks?\s+(?:of|from)|prone\s+to|susceptible|vulnerable\s+to"
    r"|chances?\s+of|likelihood|probability|possibilit|opportunit|potential|exposed?\s+to|open\s+to"
    r"|accept|label|stop\w*\s+at|insulat|defen[cs]e|shield|against|margin\s+for|harder|hard\s+to"
    r"|easy"
    r"|easier|reject|block|catch(?:es)?\b|suspect|assum|possibl[ey]|perhaps|maybe|thought"
    r"|looked\s+like"
    r"|believed|disallow|allow\w*\s+for|make\s+sure|made\s+sure|handle|cope|recover|ensure"
    r"|validat|warn|detect|so\s+that"
    r"|if\b"
    r"|whether|any\b|in\s+case|might|may\b|could|can\b|would|blame|call(?:ed|ing)?\s+(?:it|this))"
    r"[^.;:]{0,50}$",
    re.IGNORECASE,
)

_REPAIRED = regex(
    r"\b(?:fix(?:es|ed|ing)?|correct(?:ed|s|ing)?|find(?:s|ing)?|found|spot(?:s|ted)?|notic(?:es"
    r"|ed)"
    r"|revert(?:ed|s|ing)?|discover(?:ed|s)?|identif(?:ied|ies)|realis?z?ed|undo|undid"
    r"|repair(?:ed)?"
    r"|remov(?:ed|ing|es)|patch(?:ed)?|admit(?:ted)?|locat(?:ed|es)|caught|resolved)\s+(?!as\b"
    r"|to\b)"
    r"(?:(?:the|a|an|this|that|his|her|their|our|my|its|one|\w+ly|another"
    r"|small)\s+){0,4}(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)

_REPAIRED_AFTER = regex(
    r"[^.;:]{0,40}?\b(?:(?:is|are|was|were|has\s+been|had\s+been|gets?)\s+(?:(?:then|quickly|now"
    r"|later|soon"
    r"|immediately|finally|also|eventually|\w+ly)\s+){0,4}(?:found|fixed|corrected|noticed|spotted"
    r"|noted"
    r"|discovered|reverted|identified|located|rejected|caught|resolved|removed|ruled\s+out|excluded"
    r"|repaired|undone|patched|recogni[sz]ed|realised|realized|seen|detected)\b)",
    re.IGNORECASE,
)

_GENERIC_AFTER = regex(
    r"\s*(?:(?:is|are|was|were|does|do|did|has|should|must|can|could|may|might|will|would)(?:n't"
    r"|\s+not"
    r"|\s+never)\b|cannot\b|(?:can|could|may|might|will|would|should|must)\s|(?:is|are)\s+(?:a|an"
    r"|always|one\s+of\s+(?:the|our|its)\s+(?:\w+\s+)?(?:codes|categories|values|options|choices|labels)"
    r"|inevitable|never|only|usually|often|the\s+(?:start|beginning)|where|what|to\s+be|now"
    r"|unavoidable"
    r"|human|part|opportunit\w+|expected|normal|bound)\b|happens?\b|means\b|refers\b|we\s+mean\b"
    r"|is,)",
    re.IGNORECASE,
)

_METRIC_AFTER = regex(
    r"(?:\s*-|\s)\s*(?:rates?|budgets?|codes?|logs?|counts?|metrics?|messages?|pages?|handl\w+"
    r"|report\w*"
    r"|counters?|types?|class(?:es)?|responses?|prevention|reduction|prone|analysis|ratio"
    r"|percentages?"
    r"|correction|monitoring|service|strings?|thresholds?|tolerance|tracking|screens?"
    r"|(?:\)\s*)?(?:rose|fell|dropped"
    r"|climbed)"
    r"|cases|dialog\w*|number|text|boundar\w+|squatting|fix|fixes)\b",
    re.IGNORECASE,
)

_SHOWN = regex(
    r"\b(?:messages?|shows?|showed|display\w*|returns?|returned|logged|saw|reads?|says?|printed"
    r"|http|4xx"
    r"|5xx|status|error:)\b[^.;:]{0,30}$",
    re.IGNORECASE,
)

_DEFINES = regex(
    r"\b(?:by\s+\W?(?:human|operator|user)\s+error\W?\s+we\s+mean|we\s+(?:define"
    r"|do\s+not\s+(?:accept|use))"
    r"|never\s+(?:a|the)\s+(?:root\s+)?cause|(?:is|are)\s+(?:a\s+symptom"
    r"|not\s+a\s+(?:root\s+)?cause)"
    r"|not\s+an?\s+(?:acceptable\s+)?(?:root\s+cause|explanation|answer)|blame)",
    re.IGNORECASE,
)

_CONDITION = regex(
    r"\b(?:lets?|letting|allow(?:s|ed|ing)|permit(?:s|ted|ting)?|accept(?:s|ed|ing)"
    r"|made\s+it\s+(?:easy"
    r"|possible)|mak(?:es|ing)\s+it\s+(?:easy|possible)|(?:was|were|is)\s+(?:possible|easy)|easily"
    r"|without\s+(?:any\s+|an?\s+|asking\s+(?:for\s+)?|further\s+|extra\s+"
    r"|showing\s+){0,4}(?:confirm\w*"
    r"|validat\w*|prompt\w*|warning|guard\w*|dry[- ]run|safeguard\w*|safety\s+\w+|plan\s+step"
    r"|question"
    r"|checks?\b|schema|lock\w*|preview|second\s+\w+|lint\w*)"
    r"|(?:has|had|have|is|was|are|were|with)\s+(?:no|neither)\s+(?!training|experience)[\w-]+"
    r"|no\s+(?:(?!idea)[\w-]+\s+){0,3}?(?:validation|confirmation|checks?|guard\w*|lint\w*"
    r"|alert\w*|prompt"
    r"|warning|safeguard\w*|protection|limit|gate|test|tests|schema|rule|monitor\w*|automation"
    r"|tooling"
    r"|step|type\s+\w+|way|mechanism|constraint|lock|runbook|documentation|undo|preview|dry[- ]run)"
    r"|lack(?:s|ed|ing)\s+(?:an?\s+|any\s+)?(?!training|experience|attention|knowledge)[\w-]+"
    r"|missing\s+(?:an?\s+)?(?:validation|confirmation|check|guard|prompt|safeguard|test)"
    r"|looks?\s+(?:the\s+same|alike|identical|like)|looked\s+(?:the\s+same|alike|identical|like)"
    r"|identical|same\s+(?:name|colou?r|window|prompt|screen|place|key)|side\s+by\s+side"
    r"|next\s+to\s+each"
    r"|differs?\s+(?:only\s+)?(?:by|in)|similar|ambiguous|confusing\w*|undocumented"
    r"|out\s+of\s+date|outdated"
    r"|stale|unclear|misleading|hidden|defaults?\s+to|by\s+default|silently|poorly\s+documented"
    r"|not\s+documented|should\s+have\s+required|anyone\s+(?:to|can|could)|any\s+(?:user"
    r"|engineer)\s+(?:can"
    r"|could))\b",
    re.IGNORECASE,
)

_SYSTEM_DENIAL = regex(
    r"(?:\b(?:does|do|did|was|were|is|are|could|can|would|has|had|have)(?:\s+not|n't)|\bcannot"
    r"|\bnever)"
    r"\s+(?:been\s+|be\s+|yet\s+)?(?:validat\w*|check\w*|reject\w*|warn\w*|catch|caught|detect\w*"
    r"|flag\w*"
    r"|prevent\w*|verif\w*|ask\w*|require\w*|block\w*|distinguish|show\w*|stop\w*|highlight\w*"
    r"|refuse\w*"
    r"|enforc\w*|notice\w*|complain\w*|covere?d?|alert\w*|surface\w*|support\w*|display\w*"
    r"|mention\w*|read"
    r"|exist\w*|limit\w*|fail\w*|protect\w*|include\w*|automated?|document\w*|test(?:s|ed)?"
    r"|updated)\b",
    re.IGNORECASE,
)

_REASON = regex(
    r"\b(?:because|since|as|given\s+that)\s+(?P<who>(?:the|our|its|their|both|two|an?|each|every"
    r"|all"
    r"|these|those|this|there|step|no|only|delete|it)\b[^,.;:]{0,50})",
    re.IGNORECASE,
)


def names_condition(scene: Scene, start: int, end: int) -> bool:
    """Whether the sentence (or list item) says what let the error through."""
    whole = scene.item
    at = whole.find(scene.words) if len(whole) > len(scene.words) else 0
    if at < 0:
        whole, at = scene.words, 0
    first, last = at + start, at + end
    if any(stop <= first or begin >= last for begin, stop in _conditions(whole)):
        return True
    return any(
        _is_system_reason(scene, found) for found in _reasons(whole) if found.start() >= last
    )


def item_names_condition(scene: Scene) -> bool:
    """Whether the list item or cell, beside the sentence, says what let an error through."""
    at = scene.item.find(scene.words)
    if at < 0 or len(scene.item) <= len(scene.words):
        return False
    return names_condition(scene, 0, len(scene.words))


@lru_cache(maxsize=64)
def _conditions(whole: str) -> tuple[tuple[int, int], ...]:
    """Where *whole* names a condition of the system; the words of one item, kept a while."""
    found = (*_CONDITION.finditer(whole), *_SYSTEM_DENIAL.finditer(whole))
    return tuple(match.span() for match in found)


@lru_cache(maxsize=64)
def _reasons(whole: str) -> tuple[re.Match[str], ...]:
    return tuple(_REASON.finditer(whole))


def _is_system_reason(scene: Scene, found: re.Match[str]) -> bool:
    """Whether "because ..." leads to a system, and not to a person or a hurry."""
    doer = scene.doer_of(found["who"], -1)
    return not doer.people and not _HURRY.search(found["who"])


_HURRY = regex(r"\b(?:hurry|rush|tired|night|late|person|attention|care|stress)\b", re.IGNORECASE)


def is_taken_back(scene: Scene, start: int, end: int) -> bool:
    """Whether the error is denied, prevented, guessed at, defined, repaired or counted."""
    before, after = scene.words[max(0, start - _BEFORE) : start], scene.words[end:]
    if _DEFINES.search(scene.words) or _METRIC_AFTER.match(after) or _SHOWN.search(before):
        return True
    denied = _DENIED.search(before)
    if (denied and not _CONTRAST.search(denied[0])) or _ASKS_WHAT.search(before):
        return True
    if _PREVENTED.search(before) and not _HAPPENED.search(before):
        return True
    if _REPAIRED.search(before) or _REPAIRED_AFTER.match(after):
        return True
    return bool(_GENERIC_AFTER.match(after))


_ASKS_WHAT = regex(r"\bwhat\s+(?:ma[dk]es?|lets?|allowed|allows)\b[^.;]{0,20}$", re.IGNORECASE)

_HAPPENED = regex(
    r"\b(?:due\s+to|caused\s+by|because\s+of|result\s+of)\b[^.;:]{0,30}$", re.IGNORECASE
)

POSSIBLE = regex(
    r"\b(?:can|could|may|might|would|will|cannot|to(?!\s+(?:an?|the|our)\b)"
    r"|able\s+to)\s+(?:\w+\s+){0,4}?"
    r"(?:be\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)


def stands(scene: Scene, start: int, end: int) -> bool:
    """Whether a slip's verb says that it happened, with no condition beside it."""
    if POSSIBLE.search(scene.words[max(0, start - 40) : start]):
        return False
    before = scene.words[max(0, start - _BEFORE) : start]
    denied = _DENIED.search(before)
    if denied and not _CONTRAST.search(denied[0]):
        return False
    return not names_condition(scene, start, end)


def by_system(scene: Scene, end: int) -> bool:
    """Whether a passive names something else than people as its doer."""
    found = _BY.match(scene.rest(end))
    if found is None or _CREW.search(found["who"]):
        return False
    return not scene.doer_of(found["who"], -1).people


_CREW = regex(
    r"\b(?:office|department|desk|team|crew|shift|side|group|colleague|vendor|contractor|supplier"
    r"|staff|personnel|hand|mistake|accident)\b",
    re.IGNORECASE,
)

_BY = regex(
    r"[^.;,]{0,50}?\bby\s+(?P<who>(?:the|an?|our|its|my|one)\s+[^,.;:]{1,40})", re.IGNORECASE
)

BREAK = regex(r"[.;,]|\b(?:because|which|that|when|is|are)\b", re.IGNORECASE)


def leads_on(scene: Scene, found: re.Match[str]) -> bool:
    """Whether the words are linked to the outcome as its cause."""
    before, after = scene.words[: found.start()], scene.words[found.end() :]
    return bool(_LINK_BEFORE.search(before[-60:]) or _LINK_AFTER.match(after))


_LINK_BEFORE = regex(
    r"\b(?:due\s+to|caused\s+by|because(?:\s+of)?|result(?:ed|s)?\s+(?:of|from)|attribut\w+\s+to"
    r"|down\s+to|trac\w+\s+to"
    r"|stem\w*\s+from|root\s+cause(?:\s+(?:was|is))?|cause\s+(?:was|is)|owing\s+to|triggered\s+by"
    r"|thanks\s+to"
    r"|blamed\s+on|contributed\s+to\s+by|consequence\s+of|since|as)\b[^.;]{0,30}$",
    re.IGNORECASE,
)

_LINK_AFTER = regex(
    r"[^.;]{0,70}?\b(?:caused|causes|led|leads|leading|resulted|resulting|triggered|brought"
    r"|took\s+down|meant|contributed"
    r"|was\s+the\s+(?:root\s+)?cause|made|broke|to\s+blame|delayed|and\s+(?:closed|deleted"
    r"|dropped|pressed|typed"
    r"|restarted|pulled))\b",
    re.IGNORECASE,
)


def leads_here(scene: Scene, found: re.Match[str]) -> bool:
    """Whether the words stand as a cause, by their section or by a link."""
    return scene.causes or leads_on(scene, found)
