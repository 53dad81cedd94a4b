"""A lesson that is true of every incident: "communication is key".

Why: nobody disagrees with it and nothing follows from it. It takes the place of the
lesson that this incident could have taught.
Instead: name the component and the condition: "the billing queue drops messages when
it holds more than 5,000".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.document import MASK, BlockKind, Document, Sentence, Text
from pmlint.regexes import regex
from pmlint.review.lessons import LESSON_TOPICS
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity

_THING = (
    r"(?:(?:good|clear|better|proper|regular|thorough|effective|timely|robust|open|early|constant"
    r"|careful"
    r"|automated|adequate|comprehensive|continuous|reliable|solid|strong|up-to-date|sufficient"
    r"|rigorous|extensive|quick|fast|the|our|team|internal|code|system|production|strict|consistent"
    r"|proactive) ){0,3}"
    r"(?:communication|collaboration|teamwork|testing|tests|monitoring|alerting|alerts"
    r"|observability"
    r"|documentation|runbooks?|playbooks?|backups?|reviews?|preparation|planning|training|attention"
    r"|care|caution|vigilance|awareness|automation|redundancy|resilience|processes?|procedures?"
    r"|security"
    r"|validation|logging|logs|quality|maintenance|transparency|coordination|ownership|visibility"
    r"|culture"
    r"|knowledge(?: sharing)?|staging(?: environments?)?|change management|incident management"
    r"|incident response|response|practices?|attention to detail|due diligence|safety|simplicity)"
)
_THINGS = rf"{_THING}(?:,? (?:and|&) {_THING}){{0,2}}"
_PRAISE = (
    r"(?:(?:absolutely|very|really|so|always|extremely|incredibly|just as|truly|of) ){0,2}(?:the )?"
    r"(?:key|important|crucial|critical|vital|essential|paramount|everything|a must|king|necessary"
    r"|invaluable|imperative|fundamental|indispensable|needed|importance|the utmost importance"
    r"|utmost importance)"
)
_PRAISED = (
    rf"{_THINGS} (?:is|are|remains?|was|were|proved|proves) {_PRAISE}"
    rf"|{_THINGS} (?:matters?|pays? off|saves? (?:time|lives|the day))"
    r"|(?:the )?(?:(?:critical|vital|great|crucial) )?(?:importance|value|necessity|need)"
    rf" (?:of|for) {_THINGS}"
    rf"|(?:it is|it's|it was) (?:always )?{_PRAISE} (?:to|that) (?:have|do|keep|ensure|communicate"
    r"|test|monitor|document|plan|prepare|be|stay|maintain|follow|review|pay)\b"
)
_SAYING = (
    r"prevention is better than (?:a )?cure|better safe than sorry|expect the unexpected"
    r"|always be prepared|hope for the best|plan for the worst|practi[cs]e makes perfect"
    r"|two (?:pairs of )?eyes (?:are|see)|haste makes waste|trust,? but verify"
    r"|teamwork makes the dream work|measure twice,? cut once"
    r"|(?:you|we|one) can(?:not|'t| never) have too (?:much|many)"
)
# Who is to be so is no component: software takes no care.
_STAFF = r"(?:(?:all|the|our) ){0,2}(?:staff|people|personnel|crew|[a-z]+s)"
_CAREFUL = r"(?:more |always ){0,2}(?:vigilant|careful|attentive|cautious|mindful|diligent)"
_HEED = r"(?:pay (?:more|closer|better) attention|take (?:more|better|greater) care)"
_EXHORTATION = (
    r"(?:we|everyone|teams?|engineers?) (?:must|needs? to|have to|should) (?:all )?(?:always )?"
    r"(?:be (?:more )?(?:vigilant|proactive|careful|mindful|prepared|aware)"
    r"|communicate (?:better|more)|test (?:better|more(?: thoroughly)?)"
    r"|pay (?:more|closer) attention|work together)"
    rf"|{_STAFF} (?:must|needs? to|ha(?:ve|s) to|should|ought to|to) (?:all |always ){{0,2}}"
    rf"(?:be(?:come)? {_CAREFUL}|{_HEED})"
    r"|(?:always |never )(?:be careful|test (?:thoroughly|your changes|everything|before)"
    r"|double[- ]check|assume|underestimate|panic|trust|document everything"
    r"|have (?:a )?(?:backups?(?: plans?)?|plan b|rollback plan)|communicate)"
)
_WANT = r"(?:better|more|improved|stronger|clearer)"
_WANTING = (
    rf"(?:we|there) (?:need|needs|must have|should have|should be|is a need for) {_WANT} {_THINGS}"
    rf"|{_WANT} {_THINGS} (?:is|are|was|were) (?:needed|required|necessary)"
)
_PLATITUDE = regex(rf"\b(?:{_PRAISED}|{_SAYING}|{_EXHORTATION}|{_WANTING})(?![\w-])", re.IGNORECASE)
# A figure, a product, an identifier: what the sentence is about can be pointed at.
_COMPONENT = regex(
    rf"{MASK}|\d|(?<=[a-z,;:] )[A-Z][a-zA-Z]{{2,}}|\b[A-Z]{{2,}}[a-z]?\b|\b[a-z]+[-_](?!to\b"
    rf"|date\b|end\b)"
    r"[a-z]+(?:[-_][a-z]+)*\b|\w/\w"
)
_CONDITION = regex(
    r"\b(?:when|if|before|after|because|since|until|unless|while|whenever|during|without|so that"
    r"|between|by|for|which)\b",
    re.IGNORECASE,
)
_COMMON_COMPOUND = regex(
    r"\b(?:post-mortems?|follow-ups?|on-call|well-\w+|double-check|high-\w+|real-time|day-to-day"
    r"|cross-\w+|in-depth|long-term|up-to-date|end-to-end|best-\w+|pro-?active)\b",
    re.IGNORECASE,
)
_LONG = 22  # words; a long sentence has room for the case itself


def check(document: Document, _options: NoOptions) -> Iterator[Hit]:
    for sentence in document.sentences_of(*LESSON_TOPICS):
        if sentence.block.kind is not BlockKind.HEADING:
            yield from _hits(sentence)


def _hits(sentence: Sentence) -> Iterator[Hit]:
    match = _PLATITUDE.search(sentence.text.prose)
    if match and not _is_concrete(sentence.text):
        yield Hit(
            sentence.text.span(match.start(), match.end()),
            f'"{match[0]}" is true of every incident',
            "Name the component and the condition that taught it here: "
            "what was it that nobody could see, reach or know, and when?",
        )


def _is_concrete(text: Text) -> bool:
    words = _COMMON_COMPOUND.sub(" ", text.prose)
    if len(words.split()) > _LONG:
        return True
    return bool(_COMPONENT.search(words)) and bool(_CONDITION.search(words))


RULE = Rule(
    code="PM806",
    name="platitude",
    category=Category.PROCESS,
    severity=Severity.WARNING,
    summary="A lesson that is true of every incident.",
    check=check,
    bad=(
        "## Lessons learned\n\n- [[Communication is key]]\n- Caches start cold after failover\n",
        "## Lessons learned\n\n- [[Good monitoring is essential]].\n",
        "## Takeaways\n\n1. We saw [[the importance of thorough testing]]\n",
        "## Lessons learned\n\n[[Prevention is better than cure]]. [[Documentation matters]].\n",
        "## Lessons learned\n\n- [[Testing and code reviews are crucial]] for our success\n",
        "## What went poorly\n\n- [[Better communication is needed]]\n",
        "## Lessons learned\n\n- [[Never underestimate]] small changes\n",
        "## Lessons learned\n\n- [[Staff need to be more vigilant]].\n",
    ),
    good=(
        "## Lessons learned\n\n- Communication with the Stripe team is key when webhooks lag by"
        " 5 minutes: nobody knew whom to call\n",
        "## Lessons learned\n\n- Testing payment-service is essential before its schema changes,"
        " as staging holds no refunds\n",
        "## Lessons learned\n\n- Retries doubled the load on the primary\n",
        "## Lessons learned\n\n- The status page is edited by hand, so it lagged by 20 minutes\n",
        '## Lessons learned\n\n- "Communication is key" was all that the last review had said\n',
        "## Summary\n\nCommunication is key, said the vendor.\n",
        "## Lessons learned\n\n- The key of the backup was stored in the same account\n",
    ),
)
