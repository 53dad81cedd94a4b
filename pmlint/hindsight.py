"""Which words of a document judge the past by what is known only now.

Ten rules share this reading. Order of preference where several claim the same
words, the most specific first: preventability (PM210), minimiser (PM209), claimed
obviousness (PM204), ignored warning (PM206), should have (PM201), could have
(PM202), if only (PM203), judged by norm (PM208), judged omission (PM205), the
marker "in hindsight" (PM207).

Silent in headings (a heading "What could have gone better" asks, it does not
judge), ground rules, and open questions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint import counterfactuals
from pmlint.document import Document, Topic
from pmlint.finds import Find, Scene, read_scenes, settle, words

__all__ = ["advice", "hindsight"]

_ORDER = (
    "PM210",
    "PM209",
    "PM204",
    "PM206",
    "PM201",
    "PM202",
    "PM203",
    "PM208",
    "PM205",
    "PM207",
)


def hindsight(document: Document, code: str) -> tuple[Find, ...]:
    """What the rule of *code* found; the document is read once for all of them."""
    finds = document.memo("hindsight", lambda: tuple(_read(document)))
    return tuple(find for find in finds if find.code == code)


def _read(document: Document) -> Iterator[Find]:
    for scene in read_scenes(document):
        if scene.topic is Topic.GROUND_RULES:
            continue
        if not scene.asks or _LOADED.search(scene.words):
            yield from settle(_finds_in(scene), _ORDER)


def _finds_in(scene: Scene) -> Iterator[Find]:
    for detector in _DETECTORS:
        yield from detector(scene)


_LOADED = re.compile(
    r"\bhow\s+(?:on\s+earth\s+)?could\s+(?:any\w+|no\w+|they|we|he|she|you|the\s+\w+)\s+(?:not\s+)?"
    r"(?:have\s+)?(?:miss|overlook|ignor|not\b)|^\W*(?:should|could)n't\s+(?:we|they|some|any|he"
    r"|she"
    r"|the\s+(?:team|engineer|on-call|operator|reviewer))"
    r"|\bwhy\b[^?]{0,40}\b(?:simply|just|bother\w*|even)\b",
    re.IGNORECASE,
)

# Preventability

_PREVENTABLE = re.compile(
    r"\b(?P<no>(?:not|n't|hardly|never|un|non-?)\s*)?"
    r"(?P<verdict>(?:(?:entirely|completely|easily|totally|wholly|clearly|perfectly|fully|eminently"
    r"|utterly|quite|largely|100\s?%|absolutely)\s+)*(?:avoidable|preventable))\b",
    re.IGNORECASE,
)
_PREVENTABLE_PAST = re.compile(
    r"\b(?:was|were|is|be(?:en|ing)?|this|that|an?|another|the|such|one|both|these|all|and|entirely"
    r"|completely|easily|totally|wholly|clearly|perfectly|fully)\s+(?:an?\s+)?(?:\w+ly\s+)*$",
    re.IGNORECASE,
)
_EVENTS = re.compile(
    r"\b(?:outage|incident|failure|disaster|breach|loss|downtime|leak|crash|accident|disruption"
    r"|problem|event|mishap|harm|interruption|this|it|that|mess|corruption|delay|night|thing|all"
    r"|regression|mistake|error|exposure)s?\b",
    re.IGNORECASE,
)
_PREDICATE = re.compile(r"\b(?:was|were)\s*$", re.IGNORECASE)
_NEVER_HAPPENED = re.compile(
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
_DENIES = re.compile(r"\b(?:not|n't|never|need|ought)\b|n't", re.IGNORECASE)


def _preventability(scene: Scene) -> Iterator[Find]:
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
    r"|should|underestimated|overdue|unacceptable|misjudged|doomed|ignored|overlooked|missed"
    r"|neglected|rushed|untested|unprepared|avoidable|preventable|a\s+gap|oversight"
    r"|didn't|hadn't|did\s+not|had\s+not|wasn't|over-?confident|inappropriate|unsuitable"
    r"|unsustainable)\b"
)
_SURELY = re.compile(
    r"\b(?P<adverb>obviously|clearly|evidently|plainly|of\s+course|needless\s+to\s+say|naturally"
    r"|it\s+goes\s+without\s+saying(?:\s+that)?|unsurprisingly|predictably)\b",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(
    r"\b(?:not|n't|never|hardly|less|more|far\s+from|non-?|no|nor|without|isn't|as|un|seemingly|how"
    r"|nothing|wasn't|barely|neither|any|anything)\s*(?:(?:very|so|that|too|always|been|all"
    r"|entirely"
    r"|really|at|immediately|particularly|made|be|the|an?)\s+)*$",
    re.IGNORECASE,
)
_JUDGES_NEXT = re.compile(r"[\s,]+(?:[\w',-]+\s+){0,5}?" + _JUDGEMENT, re.IGNORECASE)
_JUDGED_BEFORE = re.compile(_JUDGEMENT + r"[^.;]{0,20}$", re.IGNORECASE)
_PAST_NEXT = re.compile(
    r"[\s,]+(?:[\w'-]+\s+){0,6}?(?:was|were|had|did|didn't|could|would|\w{3,}ed)\b", re.IGNORECASE
)
_CAME_TO_SEE = re.compile(
    r"\b(?:became|becomes?|becoming|made|makes?|making|make|once|when|until|soon|quickly"
    r"|immediately"
    r"|instantly|now|quite|pretty|fairly|it\s+is|it's|already|after|as)\s+(?:it\s+(?:was|is"
    r"|became)\s+)?"
    r"(?:more\s+|very\s+|quite\s+|all\s+|this\s+|that\s+|the\s+(?:[\w-]+\s+){1,3}|it\s+|them\s+"
    r"|an?\s+)*$",
    re.IGNORECASE,
)
_WAS_OBVIOUS = re.compile(
    r"\b(?:was|were|been|is|are|be)(?P<no>n't)?\s+"
    r"(?P<said>(?:(?:so|very|painfully|glaringly|blindingly|pretty|fairly|really|all\s+too|just"
    r"|quite"
    r"|perfectly|only\s+too|totally|completely|rather|abundantly|immediately|already|always|now"
    r"|entirely|not|never|hardly|far\s+from|less|un|anything\s+but|as)\s+)*"
    r"(?:obvious|self-?evident|evident|plain(?=\s+(?:to|that|from|for|as)\b|\W*$)"
    r"|(?P<clear>clear)|no-?brainer|a\s+no-?brainer)\b"
    r"(?P<whom>\s+(?:to\s+(?:see|any\w*|every\w*|all)|from\s+the\s+(?:start|outset|beginning|first)"
    r"|all\s+along|long\s+before|in\s+hindsight|even\s+then|at\s+the\s+time|for\s+\w+\s+\w+))?)",
    re.IGNORECASE,
)
_QUALIFIED = re.compile(
    r"\b(?:not|never|hardly|far|less|un|but|immediately|now|as|quite)\b", re.IGNORECASE
)
_GLARING = re.compile(
    r"\b(?:(?:painfully|blindingly|glaringly|blatantly)\s+\w+|(?:an?\s+|the\s+|such\s+an?\s+"
    r"|most\s+)*"
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
    r"|had\s+no\s+business\s+\w+ing|no\s+excuse\s+for|inexcusable|unforgivable"
    r"|saw\s+(?:this|it|that)\s+coming|(?:does(?:n't|\s+not)|did(?:n't|\s+not)|would(?:n't|\s+not))"
    r"\s+(?:take|need|require)\s+(?:an?\s+)?(?:genius|expert|rocket\s+scientist|phd|much)\b)",
    re.IGNORECASE,
)
_ANYONE_SEES = re.compile(
    r"\b(?P<who>(?:any|every|no|even\s+an?|even\s+the|a)\s*(?:(?:half-way|halfway|half-?decent"
    r"|competent"
    r"|sane|decent|reasonable|experienced|good|real|senior|junior|trained|seasoned|responsible"
    r"|proper"
    r"|sensible|qualified|first-year|serious|professional|diligent|prudent|careful)\s+)*"
    r"(?:engineer|developer|admin(?:istrator)?|sysadmin|professional|operator|one|body|person"
    r"|intern"
    r"|child|beginner|student|junior|novice|dba|programmer|sre|technician|nurse|tester|analyst"
    r"|layman|amateur|colleague|fool|team|reviewer|user|manager|rookie)"
    r"(?:\s+(?:with|who|that)\s+[^,.;]{1,50}?)?)\s+"
    r"(?P<sees>(?:would|could|should|can|will|might)(?:n't|\s+not)?\s+(?:(?:easily|immediately"
    r"|clearly"
    r"|also|instantly|simply|at\s+once)\s+)*(?:(?:have\s+)?(?:seen?|known|know|noticed?|spotted"
    r"|spot"
    r"|tell|told|realised|realized|recogni[sz]ed|understood|caught|guessed|predicted|foreseen"
    r"|expected|checked|tested|asked|done|taken|thought|used|avoided)))\b",
    re.IGNORECASE,
)
_NEGATIVE_WHO = re.compile(r"\bno\b|\bno\s?(?:one|body)\b|\ba\s", re.IGNORECASE)
_EXCUSES = re.compile(r"\b(?:the\s+same|likewise)\b|\bno\s+differently\b", re.IGNORECASE)
_MADE_VISIBLE = re.compile(
    r"\b(?:ma[dk]es?|making|show\w*|highlight\w*|label\w*|visible|dashboard\s+(?:now\s+)?\w+)\s",
    re.I,
)


def _obviousness(scene: Scene) -> Iterator[Find]:
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
        re.search(r"\b(?:no|any|without)\s+(?:\w+\s+)?$", scene.words[: found.start()], re.I)
    )


def _sure_adverbs(scene: Scene) -> Iterator[Find]:
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
        return bool(_PAST.search(scene.words)) and bool(_JUDGES_NEXT.match(rest))
    if not _PAST.search(scene.words):
        return False
    if _JUDGES_NEXT.match(rest) or _JUDGED_BEFORE.search(scene.words[: found.start()]):
        return True
    opening = not scene.words[: found.start()].strip(" ,;:-–—")
    return adverb != "of course" and opening and bool(_PAST_NEXT.match(rest))


_PAST = re.compile(r"\b(?:was|were|had|did|didn't|wasn't|weren't|hadn't|\w{3,}ed|went)\b", re.I)


def _was_obvious(scene: Scene) -> Iterator[Find]:
    for found in _WAS_OBVIOUS.finditer(scene.words):
        if found["no"] or _QUALIFIED.search(found["said"]):
            continue
        if found["clear"] and not (found["whom"] or _OUGHT.search(scene.words[: found.start()])):
            continue
        past = re.match(r"was|were|been|be\b", found[0], re.I)
        subject = scene.words[: found.start()]
        if past and not _NOT_BEFORE.search(subject) and not _NOTHING.search(subject):
            yield scene.find("PM204", found.start("said"), found.end("said"))


_OUGHT = re.compile(r"\b(?:should|would|ought\s+to)\s+have\s*$", re.IGNORECASE)
_NOTHING = re.compile(
    r"\b(?:nothing|once|when|until|none|neither|so\s+that|to|will|would|might|can)\b[^.;]{0,40}$",
    re.I,
)

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
_DESPITE = re.compile(
    r"\b(?:despite|in\s+spite\s+of|notwithstanding|regardless\s+of|in\s+the\s+face\s+of|against)\s+"
    r"(?:(?!storm|fatigue)[\w'-]+\s+){0,4}?(?:(?P<plain>" + _WARNINGS + r")\b)"
    r"(?!\s+(?:storm|fatigue|noise|system|rules?|volume|manager|flag|level)\b)",
    re.IGNORECASE,
)
_SIGNS_THERE = re.compile(
    r"\b(?:(?:all\s+)?(?:the|there\s+(?:were"
    r"|had\s+been))\s+(?:(?!no\b)\w+\s+){0,2}?)?(?:warning\s+signs?"
    r"|red\s+flags?|signs|tell-?tale\s+signs|writing|symptoms|warnings)\s+(?:(?:was|were"
    r"|had\s+been|have"
    r"\s+been|has\s+been)\s+(?:all\s+|already\s+|right\s+|clearly\s+|plainly\s+|always\s+|on\s+)*"
    r"(?:there|visible|present|plain|everywhere|on\s+the\s+wall|obvious|the\s+wall|available"
    r"|evident)"
    r"|on\s+the\s+wall|pointed\s+to)\b"
    r"|\bthere\s+(?:were|had\s+been)\s+(?:plenty\s+of\s+|many\s+|several\s+|clear\s+|ample\s+"
    r"|early\s+"
    r"|enough\s+|multiple\s+|numerous\s+)+(?:warning\s+)?(?:signs|red\s+flags|warnings)\b"
    r"|\bf[ea]ll(?:en)?\s+on\s+deaf\s+ears\b|\bwriting\s+(?:was\s+)?on\s+the\s+wall\b",
    re.IGNORECASE,
)
_WERE_IGNORED = re.compile(
    r"\b" + _WARNINGS + r"\s+(?:(?!which|when)[^,.;:]{0,60}?\s+)?(?:was|were|had\s+been|went|got"
    r"|have\s+been"
    r"|being)\s+(?:(?:simply|just|then|all|also|largely|again|repeatedly|routinely|initially|both"
    r"|consistently|\w+ly)\s+)*(?P<how>" + _DISREGARD + r")\b",
    re.IGNORECASE,
)
_BARE_IGNORED = re.compile(
    r"^\W*(?:[\w'-]+\s+){0,3}?" + _WARNINGS + r"\s+(?P<how>ignored|dismissed|disregarded"
    r"|unheeded)"
    r"\b",
    re.IGNORECASE,
)
_IGNORED = re.compile(
    r"\b(?:ignor(?:ed|ing)|dismiss(?:ed|ing)|disregard(?:ed|ing)|brushed\s+(?:off|aside)"
    r"|shrugged\s+off"
    r"|waved\s+(?:away|off)|turned\s+a\s+blind\s+eye(?:\s+to)?|paid\s+no\s+(?:attention|heed)\s+to"
    r"|(?:did\s+not|didn't)\s+(?:heed|listen\s+to|act\s+on|take\s+seriously))\s+"
    r"(?:(?!storm|fatigue)[\w'-]+\s+){0,5}?(?:" + _WARNINGS + r")\b",
    re.IGNORECASE,
)
_BLIND_EYE = re.compile(r"\bturn(?:ed|ing)\s+a\s+blind\s+eye\b", re.IGNORECASE)
_HAD_WARNED = re.compile(
    r"\b(?:had\s+(?:already\s+|repeatedly\s+|twice\s+|been\s+|often\s+)*(?:warned|cautioned"
    r"|raised\s+concerns)"
    r"|(?:was|were)\s+(?:\w+\s+)?warned|(?:was|were|had\s+been|been)\s+(?:told|informed"
    r"|made\s+aware)\b(?=[^.;]{0,80}"
    r"\b(?:did\s+not\s+(?:act|react|listen|respond)|didn't\s+(?:act|react|listen)|ignored"
    r"|did\s+nothing|no\s+action"
    r"|carried\s+on)))\b",
    re.IGNORECASE,
)
_NOT_HEARD = re.compile(
    r"\b(?:not\s+heard|nobody|no\s?-?one|nothing|ignored|anyway|and\s+still|was\s+not|were\s+not"
    r"|did\s+not|didn't|twice|repeatedly|many\s+times|yet|but|months|weeks|years)\b",
    re.IGNORECASE,
)
_BRUSHED_IT = re.compile(
    r"\b(?:ignored|dismissed|disregarded|brushed|waved|shrugged|silenced|muted)\s+(?:it|them"
    r"|this|that|these)\b"
    r"(?:\s+(?:aside|off|away))?",
    re.IGNORECASE,
)
_SIGNAL = re.compile(r"\b" + _WARNINGS + r"\b", re.IGNORECASE)
_DID_NOTHING = re.compile(
    r"\b(?:and|but|yet)\s+(?:still\s+)?(?:we|they|nobody|no\s?-?one|the\s+team|management"
    r"|everyone|he|she)\s+(?:still\s+)?"
    r"(?:did\s+nothing|took\s+no\s+action|carried\s+on|pressed\s+on|looked\s+away|sat\s+on\s+it"
    r"|said\s+"
    r"(?:nothing|anything)|went\s+ahead\s+(?:anyway|regardless))\b",
    re.IGNORECASE,
)
_BY_SETTING = re.compile(
    r"\s+(?:\w+\s+){0,3}?(?:by\s+(?!(?:the\s+|our\s+|an?\s+)?(?:team|on-call|engineers?|staff"
    r"|people"
    r"|operators?|responders?|us|everyone|everybody|management|developers?))|as\s+the\s+\w+\s+is"
    r"|in\s+(?:the\s+)?(?:config|code|generated))",
    re.IGNORECASE,
)


def _ignored_warning(scene: Scene) -> Iterator[Find]:
    for found in (*_SIGNS_THERE.finditer(scene.words), *_DESPITE.finditer(scene.words)):
        if _PAST.search(scene.words) and not _plain_despite(scene, found):
            yield scene.find("PM206", found.start(), found.end())
    for pattern in (_WERE_IGNORED, _BARE_IGNORED):
        for found in pattern.finditer(scene.words):
            if not _BY_SETTING.match(scene.rest(found.end())) and not _denied(scene, found):
                yield scene.find("PM206", found.start(), found.end())
    for pattern in (_IGNORED, _BLIND_EYE):
        for found in pattern.finditer(scene.words):
            doer = scene.doer(found.start())
            if (doer.people and not doer.outsider) or doer.elided:
                yield scene.find("PM206", found.start(), found.end())
    for found in _BRUSHED_IT.finditer(scene.words):
        doer = scene.doer(found.start())
        if doer.people and not doer.outsider and _SIGNAL.search(scene.words[: found.start()]):
            yield scene.find("PM206", found.start(), found.end())
    for found in _DID_NOTHING.finditer(scene.words):
        yield scene.find("PM206", found.start(), found.end())
    for found in _HAD_WARNED.finditer(scene.words):
        if _NOT_HEARD.search(scene.rest(found.end())):
            yield scene.find("PM206", found.start(), found.end())


def _plain_despite(scene: Scene, found: re.Match[str]) -> bool:
    """Whether "against/despite" speaks of a system, or of a response that went well."""
    if "plain" not in found.re.groupindex:
        return False
    if scene.topic in {Topic.WENT_WELL, Topic.LUCKY}:
        return True
    return found[0].lower().startswith("against") and "advice" not in found[0].lower()


def _denied(scene: Scene, found: re.Match[str]) -> bool:
    return bool(
        re.search(
            r"\b(?:no|none\s+of\s+the|never)\s+(?:\w+\s+)?$", scene.words[: found.start()], re.I
        )
    )


# Judged omissions

_FAILED_TO = re.compile(
    r"\b(?:fail(?:ed|ing|ure)(?:\s+by\s+[\w\s]{1,25}?)?|neglect(?:ed|ing)|omitted|refused"
    r"|(?:did\s+not|didn't|never)\s+(?:even\s+|really\s+)?(?:bother(?:ed)?|think|thought|care(?:d)?"
    r"|manage(?:d)?|take\s+the\s+time|took\s+the\s+time|make\s+the\s+effort)"
    r"|bothered|thought|took\s+the\s+time|cared)\s+to\s+(?:\w+ly\s+)?(?P<verb>[a-z]+)",
    re.IGNORECASE,
)
_NO_ATTENTION = re.compile(
    r"\b(?:(?:did\s+not|didn't|never|without|nobody|no\s?-?one)\s+(?:\w+\s+)?(?:pay(?:ing)?"
    r"|paid)"
    r"\s+(?:\w+\s+){0,2}?(?:attention|heed)|paid\s+no\s+(?:attention|heed)"
    r"|(?:did\s+not|didn't|never)\s+(?:even|bother|so\s+much\s+as)\s+(?:to\s+)?(?:look|check"
    r"|read|ask|test|try|open|glance|notic|consider"
    r"|think|call|verif|review|acknowledg|respond|react)\w*"
    r"|(?:was|were)\s+asleep\s+at\s+the\s+\w+)\b",
    re.IGNORECASE,
)
_OVERLOOKED = re.compile(
    r"\b(?P<be>(?:was|were|been|being|got)\s+(?:\w+ly\s+|also\s+|completely\s+|entirely\s+)*)?"
    r"(?P<verb>overlooked|overlooking|missed|missing|underestimated|misjudged|disregarded"
    r"|neglected)\b",
    re.IGNORECASE,
)
_MISSABLE = re.compile(
    r"\s+(?:(?:the|a|an|this|that|those|these|our|its|their|all|several|many|some|two|three|both"
    r"|early"
    r"|first|any|\w+ing|\w+ed|obvious|key|clear|\w+'s)\s+)*(?:[\w-]+\s+){0,2}?(?:alerts?|alarms?"
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
_MISSED_IN = re.compile(
    r"\s+(?:\w+\s+){0,2}?(?:in|during|at|by|when|while|for\s+(?:\w+\s+){1,2}(?:minutes|hours|days"
    r"|weeks|months)"
    r"|because|until)\b\s*(?:the\s+|our\s+|a\s+|an\s+|all\s+|both\s+|code\s+|peer\s+|shift\s+"
    r"|design\s+)*"
    r"(?:reviews?|reviewers?|testing|tests?|qa|planning|handover|hand-?off|development|us"
    r"|everyone|everybody"
    r"|team|staff|engineers?|operators?|migration|shift|on-?call|triage|analysis|design"
    r"|reviewing|planning)\b",
    re.IGNORECASE,
)
_ALERTS = re.compile(
    r"\b(?:alerts?|alarms?|warnings?|signs?|signals?|pages?|steps?|symptoms?|clues?"
    r"|notifications?|risks?"
    r"|dependenc(?:y|ies)|implications?|impact|case|certificates?|renewals?|checks?|review|change"
    r"|fact"
    r"|detail|error|problem|issue|bug|flag|mails?|e-?mails?|it|this|regression)\s*$",
    re.IGNORECASE,
)
_PERCEIVE = words(
    """notice check realise realize recognise recognize spot see consider verify test review read
    look ask communicate escalate inform tell consult anticipate foresee plan act follow raise
    document understand appreciate identify heed question confirm validate investigate page call
    respond react roll monitor watch account acknowledge take catch detect update warn notify
    coordinate address prioritise prioritize assess ensure think include mention discuss"""
)
_NOBODY = re.compile(
    r"\b(?:nobody|no\s?-?one|none\s+of\s+(?:us|them|the\s+\w+)|neither\s+of\s+(?:us|them"
    r"|the\s+\w+))\s+"
    r"(?:on\s+the\s+\w+\s+|in\s+the\s+\w+\s+|had\s+|ever\s+|really\s+|even\s+|actually\s+|else\s+"
    r"|seems?\s+to\s+have\s+)*"
    r"(?:bothered|thought|took\s+the\s+time|looked|checked|tested|questioned|noticed|asked|cared"
    r"|spotted"
    r"|realised|realized|read|considered|reviewed|saw|verified|paid|picked|reacted|acted|listened"
    r"|escalated|responded|watched|tried|challenged|double-?checked|said|spoke|reported"
    r"|mentioned|flagged|took|caught|monitored|was\s+(?:looking"
    r"|paying|monitoring))\b",
    re.IGNORECASE,
)
_SYSTEM_REASON = re.compile(
    r"\b(?:because|since|as)\b|\bwithout\s+(?:an?\s+)?(?:alert|monitor)|\bno\s+(?:alert|monitor)",
    re.I,
)
_HAS_NOT = re.compile(r"\s+(?:access|permission|rights)\b", re.IGNORECASE)
_OCCURRED = re.compile(
    r"\b(?:(?:never|did\s+not|didn't)\s+(?:even\s+)?occur(?:red)?\s+to\s+\w+"
    r"|failure\s+to\s+(?:\w+ly\s+)?(?:notice|consider|communicate|review|test|read|ask|escalate"
    r"|verify|plan|inform"
    r"|document|anticipate|foresee|recogni[sz]e|realis?z?e|heed|understand|check)\b"
    r"|(?:we|they|he|she|team|responders|engineers?|on-?call"
    r"|people)\s+wasted\s+(?:\w+\s+){0,3}?(?:time|hours?|minutes?"
    r"|days?))\b",
    re.IGNORECASE,
)
_LITTLE_ATTENTION = re.compile(
    r"\b(?:too\s+little|not\s+enough|no|insufficient|little|scant)\s+(?:attention|thought|care"
    r"|weight|heed)\s+"
    r"(?:was|were|had\s+been)\s+(?:paid|given|taken)\b",
    re.IGNORECASE,
)
_DANGERS = re.compile(
    r"\b(?:did\s+not|didn't|had\s+not|hadn't|not)\s+(?:\w+ly\s+)?(?:notice[d]?|see[n]?"
    r"|recogni[sz]ed?|consider"
    r"(?:ed|ing)?|appreciated?|realis?z?ed?|foresee[n]?|heed(?:ed)?)\s+(?:the\s+|how\s+"
    r"|any\s+of\s+the\s+)"
    r"(?:(?:\w+\s+)?(?:danger|risk|warning|sign|implication|consequence|threat|severity|signal)s?\b"
    r"|dangerous|risky|bad|serious)",
    re.IGNORECASE,
)


def _judged_omission(scene: Scene) -> Iterator[Find]:
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


_MISSABLE_NEXT = re.compile(
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
            return False
        human = verb in {"overlooked", "underestimated", "misjudged", "neglected"}
        return human or bool(_MISSED_IN.match(rest) or _ALERTS.search(doer.words))
    if not doer.people or doer.outsider:
        return False
    if doer.we and verb in {"underestimated", "misjudged"}:
        return False  # a lesson said plainly
    return verb != "missed" or bool(_MISSABLE.match(rest))


# The markers

_MARKER = re.compile(
    r"\b(?:(?:in|with|by|given)\s+(?:(?:the\s+)?(?:benefit|clarity|wisdom|luxury"
    r"|advantage)\s+of\s+)?"
    r"(?:20[/-]20\s+|perfect\s+)?hindsight|in\s+retrospect|retrospectively|looking\s+back"
    r"|hindsight\s+(?:is|being)"
    r"\s+20[/-]20|knowing\s+what\s+(?:we|i|is)\s+(?:now\s+)?know(?:n)?(?:\s+now)?"
    r"|with\s+what\s+we\s+know\s+now"
    r"|seen\s+from\s+(?:today|here|now)|after\s+the\s+fact)\b(?!\s+(?:at|through|in|over)\s+the)",
    re.IGNORECASE,
)
_VERDICT = re.compile(
    r"\b(?:mistakes?|wrong(?:ly)?|bad|poor(?:ly)?|risky|ill-advised|unwise|naive(?:ly)?"
    r"|premature(?:ly)?"
    r"|hasty|hastily|regret\w*|obvious(?:ly)?|clear(?:ly)?|plain(?:ly)?|underestimat\w+"
    r"|overestimat\w+"
    r"|misjudge?\w*|better\s+(?:to|if|off|idea|choice|option)|not\s+(?:the\s+)?(?:right|best|wise"
    r"|a\s+good|enough)"
    r"|(?:could|should|would|might|ought\s+to)(?:n't|\s+not)?\s+(?:\w+\s+)?have|overlooked"
    r"|failed\s+to"
    r"|avoidable|preventable|unnecessary|foolish|dangerous|over-?confident|complacent|a\s+gamble"
    r"|waited|insufficiently|inadequately|carelessly|error\s+of\s+judge?ment|missed|misguided"
    r"|short-?sighted|questionable)\b",
    re.IGNORECASE,
)
_TOO = re.compile(
    r"\b(?:too|far\s+too)\s+(?:early|late|soon|long|quick(?:ly)?|hast(?:y|ily)|aggressive(?:ly)?"
    r"|optimistic(?:ally)?"
    r"|much|cautious(?:ly)?|slow(?:ly)?|fast|eager|trusting|ambitious|confident|little|many"
    r"|narrow(?:ly)?)\b",
    re.IGNORECASE,
)
_CHOICE = re.compile(
    r"\b(?:decision|choice|plan|call|approach|idea|deploy\w*|release|roll-?out|freeze|migration"
    r"|upgrade|change"
    r"|review|response|escalation|communication|we|i|they|he|she|team|engineer|on-call|\w+ing)\b",
    re.IGNORECASE,
)


def _marker(scene: Scene) -> Iterator[Find]:
    for found in _MARKER.finditer(scene.words):
        rest = scene.words[: found.start()] + " " * len(found[0]) + scene.rest(found.end())
        judged = _VERDICT.search(rest) or (_TOO.search(rest) and _CHOICE.search(rest))
        if judged and not _learns(rest):
            yield scene.find("PM207", found.start(), found.end())


def _learns(rest: str) -> bool:
    return bool(
        re.search(r"\b(?:not|n't)\s+(?:\w+\s+)?(?:obvious|clear|a\s+mistake|wrong)\b", rest, re.I)
    )


_DETECTORS = (
    _preventability,
    counterfactuals.minimiser,
    _obviousness,
    _ignored_warning,
    counterfactuals.should_have,
    counterfactuals.possible_verdict,
    counterfactuals.if_only,
    counterfactuals.judged_by_norm,
    _judged_omission,
    _marker,
)


_SEEING = re.compile(
    r"\b(?:know|knew|notic|see\b|seen|saw|spot|caught|catch|realis|realiz|obvious|clear|aware"
    r"|look|read"
    r"|detect|foresee|anticipat|miss|overlook|warn|sign|alert|attention|recogni|understood)",
    re.IGNORECASE,
)
_TESTING = re.compile(r"\b(?:test|check|review|verif|rehears|validat|dry|qa\b)", re.IGNORECASE)
_TELLING = re.compile(
    r"\b(?:told|inform|communicat|ask|call|page|escalat|involv|notif|consult)", re.IGNORECASE
)
_UNDOING = re.compile(r"\b(?:roll|revert|fail(?:ed)?\s+over|drain|paus|stop|abort)", re.IGNORECASE)


def advice(find: Find) -> str:
    """How to put a find as a finding about the system; empty where the rule's own says it."""
    near = find.text.prose[find.start : find.end + 40]
    if find.code in {"PM207", "PM210", "PM209"}:
        return ""
    if _TESTING.search(near):
        return "What let this go out without that check? Name the missing gate as the factor."
    if _TELLING.search(near):
        return (
            "What would have told people that this was the moment to call? Name that missing cue."
        )
    if _UNDOING.search(near):
        return (
            "What made that way out hard to see or slow to take? Name that condition as the factor."
        )
    if _SEEING.search(near):
        return "Which signal would have shown this at the time, and where? Name it as the factor."
    return ""
