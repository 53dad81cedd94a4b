"""An action item is about one person's behaviour.

Why: it says in other words who was to blame. The next person at the same keyboard
finds the same trap, and everybody learns to write less into timelines.
Instead: change what made the slip possible. A talk with one person belongs outside the
postmortem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.document import ActionItem, Document, Span
from pmlint.lexicon import PERSON_NOUNS, SOFTWARE_NOUNS
from pmlint.people import people
from pmlint.regexes import regex
from pmlint.review.work import open_items, place_of
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity

_ROLE = (
    r"(?:[Tt]he|[Oo]ur|[Tt]hat|[Tt]his|[Aa]n?)\s(?:(?:[a-z][\w-]*|[A-Z]{2,4})\s){0,3}?(?:engineer|developer|dev|operator|"
    r"on-?call|dba|admin|administrator|hire|intern|contractor|sre|responder|employee|manager|"
    r"reviewer|author|person|technician|analyst|individual|colleague)(?!\w|\s(?:rota|rotation|"
    r"schedule|handbook|team|guide|dashboard|tool\w*|console|manual|account|policy|playbook))"
)
_TITLE = r"(?:Mr|Mrs|Ms|Mx|Dr|Prof)\.?\s"
_NAMED = rf"@[\w.-]+|(?:{_TITLE})?[A-ZÀ-Þ][\w’'-]*(?:\s[A-ZÀ-Þ][\w’'.-]+){{0,2}}"
_WHO = rf"(?P<who>{_NAMED}|{_ROLE})"
# What they are told is a feature of the system.
_SERVED = frozenset(
    "user requester requestor submitter uploader partner reporter contributor delegate stakeholder "
    "student pupil resident streamer buyer grantee".split()
)
_PERSON = "|".join(sorted(PERSON_NOUNS - SOFTWARE_NOUNS - _SERVED, reverse=True))  # longest first
_OF_TRADE = (
    rf"(?:[Tt]he|[Oo]ur|[Tt]hat|[Tt]his)\s(?:[a-z][\w-]*\s){{0,3}}?(?:{_PERSON})"
    r"(?:\s(?:concerned|involved|responsible|in\squestion|on\sduty|on\sshift))?"
)
_WHO_MUST = rf"(?P<who>{_NAMED}|{_ROLE}|{_OF_TRADE})"
_CARE = (
    r"(?:(?:be(?:ing)?|tak(?:e|ing)|pay(?:ing)?|show(?:ing)?)\s)?(?:(?:more|greater|better|closer)\s)?(?:care\w*|attent\w+|cautio\w+|mistakes?|errors?|behaviou?r|"
    r"attitude|performance|responsib\w+|accountab\w+|diligen\w+|quality|discipline|what\s(?:he|she|"
    r"they|went)|why\s(?:he|she|they)|following|follow|testing|checking|double|the\s(?:incident|"
    r"outage|process|procedure|importance|rules|policy|mistake|error)|his|her|their|not\s\w+ing|"
    r"communicat\w+|process|procedures?|working\s(?:habits|style)|(?:this|it|that)\W*$)"
)
_ADVERB = r"(?:(?:also|then|please|again|better|formally|properly)\s)?"
_TALK = (
    r"(?:an?\s)?(?:\w+\s){0,2}"
    r"(?:word|chat|talk|conversation|discussion|interview|meeting|1:1|sit-down)"
    r"(?:\sof\san?\s\w+\s(?:character|kind|nature|sort))?"
)
_IS_HELD = (
    r"(?:\s(?:(?:is|are|was|will|shall|has|be|been|to)\s){1,4}"
    r"(?:held|had|arranged|scheduled|conducted))?"
)
_TALKED = regex(
    rf"\s*{_ADVERB}(?i:(?:talk|talking|speak|speaking|chat|chatting|(?:have|hold|arrange)\s{_TALK}"
    rf"|{_TALK}{_IS_HELD}|one-on-one|sit\sdown|talks?)\s(?:to|with))\s{_WHO_MUST}(?P<rest>.*)"
)
_TALKING = regex(
    rf"(?i:\b(?:will|shall|must|should|to)\s(?:have|hold)\san?\s(?:private|personal|serious|frank|stern)\s"
    rf"(?:word|chat|talk|conversation|discussion|interview)\swith)\s{_WHO_MUST}(?P<rest>.*)"
)
_TOPIC = regex(
    rf"\W*(?:(?:about|on|regarding|concerning|over|for)\s+)?(?:the\sneed\sfor\s)?{_CARE}",
    re.IGNORECASE,
)
_TAUGHT = regex(
    rf"\s*{_ADVERB}(?i:re-?train|train|coach|mentor|educate|remind|warn|discipline|reprimand|counsel|"
    r"supervise|teach|instruct|lecture|admonish|monitor|watch|tell|retraining|training|coaching|"
    r"reminding|mentoring|re-educate|reeducate|pair|(?:give|provide)\s(?:\w+\s){0,2}(?:feedback|"
    r"training|coaching)\s(?:to|for)|(?:more\s|additional\s|extra\s|refresher\s)?(?:training|"
    r"coaching|feedback|mentoring|retraining|refresher|reminder|warning|supervision)\s(?:for|to|of)|"
    rf"send)\s{_WHO}(?P<rest>.*)"
)
_LESSON = (
    r"(?:training|course|coaching|refresher|workshop|mentoring|retraining|class|lesson|tutorial|"
    r"talking-to|reprimand)"
)
_GIVEN = regex(
    rf"\s*{_ADVERB}(?i:give|get|book|offer|arrange)\s{_WHO}\s(?i:(?:an?|some|the|more|another)\s)?"
    rf"(?:(?!(?:to|for|in|on|of|at|with)\s)[a-z][\w-]*\s){{0,3}}?{_LESSON}"
    r"(?=\s(?:on|in|for|about|of|with|from|by|before|after)\b|\s*[^\s\w]|\s*$)(?P<rest>.*)"
)
_MUST = regex(
    rf"\s*{_WHO_MUST}\s(?:to|should|must|will|shall|needs?\sto|has\sto|ought\sto|is\sto|needs)\s(?P<rest>.*)"
)
_KEPT_AWAY = regex(
    rf"\s*{_ADVERB}(?i:keep|ban|bar|exclude)\s{_WHO_MUST}\s(?i:away|off|out|from)\b(?P<rest>.*)"
)
_HENCEFORTH = regex(
    rf"\s*{_WHO_MUST}\s[a-z]+s\s(?:[\w-]+\s){{0,4}}?"
    r"(?:in\s(?:the\s)?future|from\snow\son|next\stime)\b(?P<rest>.*)"
)
_REFORM = regex(
    r"(?:be\s)?(?:re-?trained|trained|coached|mentored|reminded|warned|disciplined|counsell?ed|"
    r"supervised|educated|monitored|shadowed|told|instructed|spoken\sto|talked\sto|retrained|"
    r"paired\swith|re-educated)\b|pair\s(?:up|with)\b|shadow\s"
    r"|sit\sdown\swith\s(?:(?:the|his|her|their|our)\s)?(?:[\w-]+\s)?(?:C[EIT]O|VP|HR|boss|manager|"
    r"lead|head|director|supervisor)\b"
    r"|(?:be|become|act|stay)\s(?:\w+\s){0,2}?(?:careful|cautious|mindful|aware|diligent|vigilant|"
    r"attentive|thorough|deliberate|disciplined|rigorous|patient|focus+ed|responsible|alert)\b"
    rf"|(?:attend|complete|take|undergo|receive|get|have|do)\s(?:\w+\s){{0,4}}?{_LESSON}\b"
    rf"|(?:repeat|retake|redo|re-?sit|be\sput\sthrough)\s(?:\w+\s){{0,4}}?(?:{_LESSON}|exam(?:ination)?|"
    r"(?:competenc[ey]|skills?|proficiency)\s(?:assessment|test|check)|certification|induction)\b"
    r"|be\s(?:taken|walked|talked|guided)\sthrough\b"
    r"|(?:more\s|better\s|additional\s|further\s|some\s|closer\s)?(?:training|retraining|coaching|"
    r"supervision|mentoring|oversight|guidance)\b"
    r"|pay\s(?:\w+\s)?attention|take\s(?:more\s|greater\s)?care\b|double[- ]?check|"
    r"remember\b|not\sforget|"
    r"follow\s(?:the\s)?(?:process|procedure|checklist|runbook|rules|policy)|slow\sdown|"
    r"think\s(?:twice|before)|(?:re-?)?read\s(?:the\s|up\s)|apologi[sz]e|refrain|stop\s|learn\s|"
    r"be\s\w+(?:\s\w+){0,8}?\s(?:about|on|over|regarding|concerning)\s(?:his|her|their)"
    r"\s(?:behaviou?r|conduct|attitude|performance|mistakes?|errors?|work|part|role|actions?|handling)\b|"
    r"give\s(?:\w+\s){0,3}?(?:undertaking|promise|assurance)\b|"
    r"improve\s(?:his|her|their)\b|ask\sbefore|always\s|never\s|not\s(?:be|make|run|deploy|touch)\b",
    re.IGNORECASE,
)
_MADE = regex(rf"\s*{_ADVERB}(?i:have|get|make|ask)\s{_WHO}\s(?:to\s)?(?P<rest>.*)")
_OF_THEM = regex(r"\b(?:he|she|his|hers?|himself|herself)\b", re.IGNORECASE)
_OWN = regex(
    rf"(?i:\b(?:improve|address|correct|review|discuss|monitor|change|check)\s){_WHO}['’]s\s"
    r"(?P<rest>(?:behaviou?r|attitude|performance|attention|care\w*|habits?|work\b|training|"
    r"mistakes?|errors?|skills?|conduct|diligence|discipline).*)"
)
_A_ROLE = regex(rf"{_ROLE}|{_OF_TRADE}")
_PLURAL = regex(r"(?:s|people|staff|team|everyone)$", re.IGNORECASE)


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    for item in open_items(document):
        # "Ada to read the runbook" is of Ada, "@Ada: talk to Ben" of Ben.
        span = _whole(document, item)
        targets = (_target(document, _words(document, one)) for one in (span, item.text.span()))
        who = next(filter(None, targets), "")
        if who:
            yield Hit(
                place_of(document, item, span),
                f'this action item is about the behaviour of one person ("{who}")',
                "Ask what made the slip possible, and change that: a prompt, a check, a right. "
                "A talk with one person belongs outside the postmortem.",
                confidence=0.85,
                data={"who": who},
            )


def _words(document: Document, span: Span) -> str:
    return " ".join(document.excerpt(span).split())


def _whole(document: Document, item: ActionItem) -> Span:
    """The item's words and, where it reads "Dave to ...", the name before them."""
    words, owner = item.text.span(), item.owner
    if owner is None or owner.given_by != "inline" or owner.span.start >= words.start:
        return words
    same_line = document.source.line_of(owner.span.start) == document.source.line_of(words.start)
    return Span(owner.span.start, words.end) if same_line else words


def _target(document: Document, words: str) -> str:
    """The person whose behaviour the item is about, or an empty string."""
    for pattern, told in (
        (_TALKED, _of_care),
        (_TALKING, _anything),
        (_TAUGHT, _anything),
        (_GIVEN, _anything),
        (_KEPT_AWAY, _anything),
        (_HENCEFORTH, _anything),
        (_MUST, _reformed),
        (_MADE, _reformed),
        (_OWN, _anything),
    ):
        anywhere = pattern is _OWN or pattern is _TALKING
        match = pattern.search(words) if anywhere else pattern.match(words)
        if match and told(match["rest"]) and _one_person(document, match["who"]):
            return match["who"]
    return ""


def _of_care(rest: str) -> bool:
    return not rest.strip(" .!") or bool(_TOPIC.match(rest) or _OF_THEM.search(rest))


def _anything(_rest: str) -> bool:
    return True


def _reformed(rest: str) -> bool:
    return _REFORM.match(rest) is not None


def _one_person(document: Document, who: str) -> bool:
    if who.split()[0].lower() in {"the", "our", "that", "this", "a", "an"}:
        return _A_ROLE.fullmatch(who) is not None and not _PLURAL.search(who)
    titled = regex(_TITLE).match(who) is not None
    return titled or who.startswith("@") or people(document).is_name(who.split()[0])


RULE = Rule(
    code="PM420",
    name="person-targeted-action",
    category=Category.ACTION_ITEMS,
    severity=Severity.ERROR,
    summary="An action item is about one person's behaviour.",
    check=check,
    bad=(
        "## Action items\n\n- [[Talk to Dave]]\n",
        "## Action items\n\n- [[Talk to Dave about care during deploys]]\n"
        "- [[Dave to be retrained]]\n",
        "## Action items\n\n| Action | Owner |\n|---|---|\n| [[Retrain the on-call]] | Sarah |\n"
        "| [[Coach Priya on reading diffs]] | Mike |\n",
        "## Action items\n\n1. [[Dave should be more careful]]\n"
        "2. [[The on-call engineer must attend a refresher course]]\n",
        "## Action items\n\n- [[Sit down with Kiran about taking more care with migrations]]\n",
        "## Action items\n\n- [[A quiet word with Colin about finishing what he starts]]\n"
        "- [[Have Dana pair up on releases for a while]]\n- [[Sit down with Deniz about this]]\n"
        "- [[Deniz to sit down with the CTO about this]]\n",
        "## Action items\n\n- [[Speak with Tom about the mistake]]\n"
        "- [[Remind the new developer to ask first]]\n",
        "## Action items\n\n- [[Give Marisol a refresher on the rotation checklist]]\n"
        "- [[Steve to retake the DNS training]]\n"
        "- [[The scientist concerned to repeat the competency assessment]]\n"
        "- [[Sarah to be taken through the run sheet again]]\n",
        "## Action items\n\n"
        "- [[A conversation of a personal character is to be held with Mr. Brandt]]\n"
        "- [[An interview with the operator about her conduct]]\n"
        "- [[The shift leader will have a private talk with Ms. Novak]]\n"
        "- [[The pharmacist to be interviewed by the head of department about her conduct]]\n"
        "- [[Keep Kenji away from the database on launch days]]\n"
        "- [[Mr. Yilmaz reads in future the release notes]]\n"
        "- [[The IT manager shall give a written undertaking that this will not recur]]\n",
    ),
    good=(
        "## Action items\n\n- Sarah to add the prompt to the deploy script\n",
        "## Action items\n\n- Talk to AWS about raising the quota\n- Talk to the vendor\n",
        "## Action items\n\n- Talk to Sarah about the schema of the orders table\n",
        "## Action items\n\n- Have Dana write the probe for the pairing service\n"
        "- Meeting with Colin to agree on the schema\n- Sarah to sit down with the vendor\n",
        "## Action items\n\n- Train the anomaly model on last year's traffic\n",
        "## Action items\n\n- Train the support staff on the console\n- Remind the team\n",
        "## Action items\n\n- Page the on-call when lag exceeds 30 s\n"
        "- Give the on-call write access to the flag console\n",
        "## Action items\n\n- Give Sarah access to the training cluster\n"
        "- Sarah to repeat the risk assessment\n- Everyone to retake the DNS training\n"
        "- The scientists to repeat the competency assessment\n"
        "- The nurse to be shown the lot number on the screen\n",
        "## Action items\n\n- A meeting is to be held with Mr. Brandt to agree on the schema\n"
        "- Keep the primary away from the reports\n"
        "- Discussion with the caterer about prices\n- Mr. Brandt to be asked about his script\n",
        "## Action items\n\n- Mike will write the regression test for refunds\n",
        "## Action items\n\n- Remind the on-call rotation owner through the bot\n".replace(
            "Remind the on-call rotation owner through the bot",
            "Configure the bot to remind the on-call of open handovers",
        ),
    ),
)
