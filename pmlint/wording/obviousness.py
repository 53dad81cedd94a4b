"""Claims that something was plain to see, or that all of it need not have happened."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.document import Topic
from pmlint.regexes import regex
from pmlint.wording.finds import Claim, Scene

__all__ = ["PAST", "judges_nobody", "obviousness", "preventability"]


# Preventability

_PREVENTABLE = regex(
    r"\b(?P<no>(?:not|n't|hardly|never|un|non-?)\s*)?"
    r"(?P<verdict>(?:(?:entirely|completely|easily|totally|wholly|clearly|perfectly|fully|eminently"
    r"|utterly|quite|largely|100\s?%|absolutely)\s+){0,4}(?:avoidable|preventable))\b",
    re.IGNORECASE,
)

_PREVENTABLE_PAST = regex(
    r"\b(?:was|were|is|be(?:en|ing)?|this|that|an?|another|the|such|one|both|these|all|and|entirely"
    r"|completely|easily|totally|wholly|clearly|perfectly|fully)\s+(?:an?\s+)?(?:\w+ly\s+){0,4}$",
    re.IGNORECASE,
)

_EVENTS = regex(
    r"\b(?:outage|incident|failure|disaster|breach|loss|downtime|leak|crash|accident|disruption"
    r"|problem|event|mishap|harm|interruption|this|it|that|mess|corruption|delay|night|thing|all"
    r"|regression|mistake|error|exposure)s?\b",
    re.IGNORECASE,
)

_PREDICATE = regex(r"\b(?:was|were)\s*$", re.IGNORECASE)

_NEVER_HAPPENED = regex(
    r"\b(?:(?:should|must|ought\s+to|need)(?:n't|\s+not|\s+never)?\s+(?:never\s+|not\s+)?(?:have"
    r"|of)\s+"
    r"(?:ever\s+|never\s+)?(?:happened|occurred|come\s+to\s+this|got(?:ten)?\s+(?:this|that"
    r"|so)\s+far"
    r"|reached\s+(?:production|prod|customers|users|main|master|live|the\s+public)"
    r"|made\s+it\s+(?:in)?to\s+(?:production|prod|customers|users|main|master|live))"
    r"|(?:did\s+not|didn't)\s+(?:have|need)\s+to\s+(?:happen|be\s+this\s+way|end\s+this\s+way)"
    r"|need\s+not\s+have\s+happened)\b",
    re.IGNORECASE,
)

_DENIES = regex(r"\b(?:not|n't|never|need|ought)\b|n't", re.IGNORECASE)


def preventability(scene: Scene) -> Iterator[Claim]:
    """The incident called avoidable, or one that should never have happened (PM210)."""
    for found in _PREVENTABLE.finditer(scene.words):
        before = scene.words[: found.start("verdict")]
        if not found["no"] and _PREVENTABLE_PAST.search(before[-40:]) and _is_event(scene, found):
            yield scene.find("PM210", found.start("verdict"), found.end())
    for found in _NEVER_HAPPENED.finditer(scene.words):
        if _DENIES.search(found[0]):
            yield scene.find("PM210", found.start(), found.end())


def _is_event(scene: Scene, found: re.Match[str]) -> bool:
    """Whether "avoidable" speaks of what has happened, and not of a class of things."""
    near = scene.words[max(0, found.start() - 80) : found.end() + 40]
    if scene.topic is Topic.ACTIONS:
        return False
    return bool(_EVENTS.search(near) or _PREDICATE.search(scene.words[: found.start()]))


# Claimed obviousness

_JUDGEMENT = (
    r"(?:bad|poor|wrong|mistake|mistaken|flawed|insufficient|inadequate|risky|dangerous"
    r"|unsafe"
    r"|unwise|ill-advised|premature|reckless|not\s+(?:ready|enough|tested|thought|a\s+good"
    r"|the\s+right"
    r"|going|fit|safe|sufficient|ideal|acceptable|an?\s+option|how)|too\s+\w+|nobody|no\s?-?one"
    r"|never"
    r"|should|(?:was|were)\s+(?:always\s+)?(?:going|bound)\s+to|underestimated|overdue"
    r"|unacceptable|misjudged|doomed|ignored|overlooked|missed"
    r"|neglected|rushed|untested|unprepared|avoidable|preventable|a\s+gap|oversight"
    r"|didn't|hadn't|did\s+not|had\s+not|wasn't|over-?confident|inappropriate|unsuitable"
    r"|unsustainable)\b"
)

_SURELY = regex(
    r"\b(?P<adverb>obviously|clearly|evidently|plainly|of\s+course|needless\s+to\s+say|naturally"
    r"|it\s+goes\s+without\s+saying(?:\s+that)?|unsurprisingly|predictably)\b",
    re.IGNORECASE,
)

_NOT_BEFORE = regex(
    r"\b(?:not|n't|never|hardly|less|more|far\s+from|non-?|no|nor|without|isn't|as|un|seemingly|how"
    r"|nothing|wasn't|barely|neither|any|anything)\s*(?:(?:very|so|that|too|always|been|all"
    r"|entirely"
    r"|really|at|immediately|particularly|made|be|the|an?)\s+){0,4}$",
    re.IGNORECASE,
)

_JUDGES_NEXT = regex(r"[\s,]+(?:[\w',-]+\s+){0,5}?" + _JUDGEMENT, re.IGNORECASE)

_JUDGED_BEFORE = regex(_JUDGEMENT + r"[^.;]{0,20}$", re.IGNORECASE)

_PAST_NEXT = regex(
    r"[\s,]+(?:[\w'-]+\s+){0,6}?(?:was|were|had|did|didn't|could|would|\w{3,}ed)\b", re.IGNORECASE
)

_WAS_OBVIOUS = regex(
    r"\b(?:was|were|been|is|are|be)(?P<no>n't)?\s+"
    r"(?P<said>(?:(?:so|very|painfully|glaringly|blindingly|pretty|fairly|really|all\s+too|just"
    r"|quite"
    r"|perfectly|only\s+too|totally|completely|rather|abundantly|immediately|already|always|now"
    r"|entirely|not|never|hardly|far\s+from|less|un|anything\s+but|as)\s+){0,4}"
    r"(?:obvious|self-?evident|evident|plain(?=\s+(?:to|that|from|for|as)\b|\W*$)"
    r"|(?P<clear>clear)|no-?brainer|a\s+no-?brainer)\b"
    r"(?P<whom>\s+(?:to\s+(?:see|any\w*|every\w*|all)|from\s+the\s+(?:start|outset|beginning|first)"
    r"|all\s+along|long\s+before|in\s+hindsight|even\s+then|at\s+the\s+time|for\s+\w+\s+\w+))?)",
    re.IGNORECASE,
)

_QUALIFIED = regex(
    r"\b(?:not|never|hardly|far|less|un|but|immediately|now|as|quite)\b", re.IGNORECASE
)

_GLARING = regex(
    r"\b(?:(?:painfully|blindingly|glaringly|blatantly)\s+\w+|(?:an?\s+|the\s+|such\s+an?\s+"
    r"|most\s+){0,4}"
    r"(?:glaring|blatant|flagrant|obvious|schoolboy|rookie|(?:basic|elementary"
    r"|textbook)(?=\s+(?:mistake|error"
    r"|blunder|oversight|failure)))\s+(?:\w+\s+)?"
    r"(?:mistakes?|errors?|flaws?|oversights?|gaps?|omissions?|risks?|dangers?|problems?|warnings?"
    r"|signs?|blunders?|issues?|failures?|alerts?|alarms?|clues?|symptoms?|weakness(?:es)?"
    r"|signals?)"
    r"|no-?brainer|common\s+sense|plain\s+to\s+see|for\s+(?:everyone|everybody|all"
    r"|anyone)\s+to\s+see|(?:must|have)\s+have\s+been"
    r"\s+(?:blind|asleep)|plain\s+as\s+day|clear\s+as\s+day"
    r"|self-evident(?:ly)?"
    r"|star(?:ing|ed)\s+(?:us|them|everyone|him|her|me|the\s+\w+)\s+(?:right\s+)?in\s+the\s+face"
    r"|in\s+plain\s+sight|(?:hard|impossible|difficult)\s+to\s+(?:miss|overlook)"
    r"|(?:waiting|bound|destined|guaranteed|doomed)\s+to\s+(?:happen|fail|break|go\s+wrong)"
    r"|recipe\s+for\s+disaster|(?:was|been)\s+(?:only\s+|just\s+)?a\s+(?:question"
    r"|matter)\s+of\s+time"
    r"|only\s+a\s+(?:question|matter)\s+of\s+time|could\s+see\s+(?:this|it|that)\s+coming"
    r"|had\s+no\s+business\s+\w+ing|kn[eo]w\s+better|(?:everyone|everybody|we\s+all"
    r"|all\s+of\s+us)\s+knew|(?:entirely\s+|easily\s+|quite\s+|perfectly\s+)?foreseeable"
    r"|no\s+excuse\s+for"
    r"|inexcusable|unforgivable"
    r"|saw\s+(?:this|it|that)\s+coming|(?:does(?:n't|\s+not)|did(?:n't|\s+not)|would(?:n't|\s+not))"
    r"\s+(?:take|need|require)\s+(?:an?\s+)?(?:genius|expert|rocket\s+scientist|phd|much)\b)",
    re.IGNORECASE,
)

_ANYONE_SEES = regex(
    r"\b(?P<who>(?:any|every|no|even\s+an?|even\s+the|a)\s*(?:(?:half-way|halfway|half-?decent"
    r"|competent"
    r"|sane|decent|reasonable|experienced|good|real|senior|junior|trained|seasoned|responsible"
    r"|proper"
    r"|sensible|qualified|first-year|serious|professional|diligent|prudent|careful)\s+){0,4}"
    r"(?:engineer|developer|admin(?:istrator)?|sysadmin|professional|operator|one|body|person"
    r"|intern"
    r"|child|beginner|student|junior|novice|dba|programmer|sre|technician|nurse|tester|analyst"
    r"|layman|amateur|colleague|fool|team|reviewer|user|manager|rookie)"
    r"(?:\s+(?:with|who|that)\s+[^,.;]{1,50}?)?)\s+"
    r"(?P<sees>(?:would|could|should|can|will|might)(?:n't|\s+not)?\s+(?:(?:easily|immediately"
    r"|clearly"
    r"|also|instantly|simply|at\s+once)\s+){0,4}(?:(?:have\s+)?(?:seen?|known|know|noticed?|spotted"
    r"|spot"
    r"|tell|told|realised|realized|recogni[sz]ed|understood|caught|guessed|predicted|foreseen"
    r"|expected|checked|tested|asked|done|taken|thought|used|avoided)))\b",
    re.IGNORECASE,
)

_NEGATIVE_WHO = regex(r"\bno\b|\bno\s?(?:one|body)\b|\ba\s", re.IGNORECASE)

_EXCUSES = regex(r"\b(?:the\s+same|likewise)\b|\bno\s+differently\b", re.IGNORECASE)


def obviousness(scene: Scene) -> Iterator[Claim]:
    """What became plain only afterwards called obvious (PM204)."""
    yield from _sure_adverbs(scene)
    yield from _was_obvious(scene)
    for found in _GLARING.finditer(scene.words):
        if not _NOT_BEFORE.search(scene.words[: found.start()]) and not _hopes(scene, found):
            yield scene.find("PM204", found.start(), found.end())
    for found in _ANYONE_SEES.finditer(scene.words):
        if not _NEGATIVE_WHO.match(found["who"]) and not _EXCUSES.search(scene.rest(found.end())):
            yield scene.find("PM204", found.start(), found.end())


def _hopes(scene: Scene, found: re.Match[str]) -> bool:
    """Whether the words stand in a plan, or say that nothing of the kind was there."""
    if scene.topic is Topic.ACTIONS:
        return True
    return bool(
        regex(r"\b(?:no|any|without)\s+(?:\w+\s+)?$", re.I).search(scene.words[: found.start()])
    )


def _sure_adverbs(scene: Scene) -> Iterator[Claim]:
    for found in _SURELY.finditer(scene.words):
        before, adverb = scene.words[: found.start()], found["adverb"].lower()
        if _NOT_BEFORE.search(before) or scene.topic is Topic.ACTIONS:
            continue
        if adverb.startswith(("needless", "it goes")) or _is_verdict(scene, found, adverb):
            yield scene.find("PM204", found.start(), found.end())


def _is_verdict(scene: Scene, found: re.Match[str], adverb: str) -> bool:
    """Whether what is called obvious is a judgement on what people did."""
    rest = scene.rest(found.end())
    if adverb in {"naturally", "unsurprisingly", "predictably", "evidently", "plainly"}:
        return bool(PAST.search(scene.words)) and bool(_JUDGES_NEXT.match(rest))
    if not PAST.search(scene.words) or _is_told_by_a_thing(scene, found):
        return False
    judged = _JUDGES_NEXT.match(rest)
    if judged and not (_DENIAL.search(judged[0]) and _is_of_a_thing(scene, found.end())):
        return True
    if _JUDGED_BEFORE.search(scene.words[: found.start()]):
        return True
    opening = not scene.words[: found.start()].strip(" ,;:-–—")
    if adverb == "of course" or not opening or _is_of_a_thing(scene, found.end()):
        return False
    return _PAST_NEXT.match(rest) is not None


def _is_of_a_thing(scene: Scene, at: int) -> bool:
    """Whether the clause at *at* tells what a thing did ("the change had not arrived")."""
    doer = scene.doer_after(at)
    # "Clearly it was an error to go on" has an "it" that is no thing.
    return (doer.system or doer.unknown) and not (doer.passive or _IT.fullmatch(doer.words))


_IT = regex(r"it|this|that", re.IGNORECASE)


def _is_told_by_a_thing(scene: Scene, found: re.Match[str]) -> bool:
    """ "The log, which clearly implied that it was too small": how plain a sign was."""
    if not _TELLS.match(scene.rest(found.end())):
        return False
    doer = scene.doer_after(found.end())
    before = _THAT.search(scene.words, 0, found.start())
    return before is not None or doer.system or doer.unknown


_TELLS = regex(
    r"\s+(?:impl(?:y|ies|ied)|show(?:s|ed|n)?|sa(?:y|ys|id)|suggest(?:s|ed)?|indicat(?:es?|ed)|mean(?:s|t)?"
    r"|stat(?:es?|ed)|point(?:s|ed)|read(?:s)?|told)\b",
    re.IGNORECASE,
)
_THAT = regex(r"\b(?:which|that|this)\s+$", re.IGNORECASE)


def judges_nobody(scene: Scene) -> bool:
    """Whether all that *scene* calls clear was there to be seen, or is so of a thing.

    ("It was clear from the log that the disk was full", "clearly the change had not arrived".)
    """
    called = list(_CALLED_CLEAR.finditer(scene.words))
    return bool(called) and all(_is_finding(scene, found) for found in called)


def _is_finding(scene: Scene, found: re.Match[str]) -> bool:
    rest = scene.rest(found.end())
    if not found[0].lower().endswith("ly"):
        return _ON_SCREEN.match(rest) is not None
    if _is_told_by_a_thing(scene, found):
        return True
    judged = _JUDGES_NEXT.match(rest)
    plain = judged is None or _DENIAL.search(judged[0]) is not None
    return plain and _is_of_a_thing(scene, found.end())


_CALLED_CLEAR = regex(r"\b(?:obvious|clear|plain|evident)(?:ly)?\b", re.IGNORECASE)
_DENIAL = regex(r"\b(?:had|did)(?:n't|\s+not)\s*$", re.IGNORECASE)


PAST = regex(r"\b(?:was|were|had|did|didn't|wasn't|weren't|hadn't|\w{3,}ed|went)\b", re.I)


def _was_obvious(scene: Scene) -> Iterator[Claim]:
    for found in _WAS_OBVIOUS.finditer(scene.words):
        if found["no"] or _QUALIFIED.search(found["said"]):
            continue
        if found["clear"] and not (found["whom"] or _OUGHT.search(scene.words[: found.start()])):
            continue
        past = regex(r"was|were|been|be\b", re.I).match(found[0])
        subject = scene.words[: found.start()]
        if _ON_SCREEN.match(scene.rest(found.end())):
            continue
        if past and not _NOT_BEFORE.search(subject) and not _NOTHING.search(subject):
            yield scene.find("PM204", found.start("said"), found.end("said"))


_OUGHT = regex(r"\b(?:should|would|ought\s+to)\s+have\s*$", re.IGNORECASE)

_ON_SCREEN = regex(
    r"\s+(?:from|in|on)\s+(?!(?:the\s+)?(?:very\s+)?(?:start|outset|beginning|first|hindsight|retrospect))"
    r"(?:(?:the|our|its|his|her)\s+)?[\w-]+(?!\s+that\b)(?!\w)",
    re.IGNORECASE,
)
_NOTHING = regex(
    r"\b(?:nothing|once|when|until|none|neither|so\s+that|to|will|would|might|can)\b[^.;]{0,40}$",
    re.I,
)
