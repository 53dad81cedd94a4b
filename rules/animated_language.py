"""Heated words stand where a fact would do.

Why: "insane" and "nightmare" tell how the author felt, not how large it was; they
make readers defend themselves and say nothing that can be acted on.

Instead: give the figure ("3,400 alerts in ten minutes"), or leave the word out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pmlint.document import Document, Span, Text
from pmlint.regexes import regex
from pmlint.rule import Category, Hit, Rule, Severity, option

_WORDS = (
    r"ridiculous(?:ly)?|insane(?:ly)?|insanity|nightmar(?:e|es|ish)|craz(?:y|ily|iness)"
    r"|stupid(?:ly|ity)?"
    r"|idiotic(?:ally)?|idiocy|moronic|braindead|brain-dead|horr(?:ible|ibly|ific|ifically"
    r"|endous|ifying)"
    r"|atrocious(?:ly)?|terribl[ey]|awful(?:ly)?|appalling(?:ly)?|dreadful(?:ly)?|abysmal(?:ly)?"
    r"|disastrous(?:ly)?|ludicrous(?:ly)?|laughabl[ye]|hilarious(?:ly)?|outrageous(?:ly)?"
    r"|preposterous(?:ly)?"
    r"|pathetic(?:ally)?|shameful(?:ly)?|disgraceful(?:ly)?|embarrassing(?:ly)?|inexcusabl[ey]"
    r"|unforgivabl[ey]|unbelievabl[ey]|mind-?(?:boggling|blowing)(?:ly)?|jaw-dropping"
    r"|infuriating(?:ly)?"
    r"|maddening(?:ly)?|terrifying(?:ly)?|shocking(?:ly)?|astonishingly|apocalyp(?:se|tic)"
    r"|armageddon|hellish|madness|lunacy|fiasco|debacle|travesty|bloodbath|carnage|trainwreck"
    r"|shit(?:ty|show|storm)?|bullshit|fuck(?:ed|ing|up)?|clusterfuck|crap(?:py)?|damn(?:ed)?"
    r"|goddamn"
    r"|freaking|friggin[g']?|wtf|omg|lol|lmao|ugh+|yikes|argh+|facepalm|sucks|screwed"
)
_PHRASES = (
    r"train[ ]wreck|dumpster[ ]fire|(?:all[ ])?hell[ ](?:broke|breaks|breaking)[ ]loose"
    r"|what[ ]the[ ](?:hell|heck)|(?:total|complete|utter|absolute|sheer|pure)[ ](?:chaos|mess"
    r"|havoc|failure)"
    r"|(?:a[ ](?:huge|big|hot|bloody|giant|real)|such[ ]a)[ ]mess|(?:was|is"
    r"|became)[ ]a[ ](?:mess|joke)"
    r"|(?:is|was|been|into|became|like"
    r"|such)[ ](?:an?[ ])?(?:\w+[ ]){0,2}?disaster(?![ -](?:recovery|plan))"
    r"|(?:total|complete|utter|absolute|unmitigated|huge|perfect)[ ]disaster(?![ -](?:recovery"
    r"|plan))"
    r"|disaster[ ]struck|recipe[ ]for[ ]disaster|went[ ](?:haywire|berserk|nuts|bananas|ballistic)"
    r"|(?:beyond[ ]belief|for[ ]crying[ ]out[ ]loud)|freak(?:ed|ing)[ ]out|out[ ]of[ ](?:our"
    r"|their)[ ]minds?"
    r"|worst[ ](?:day|night|week)[ ]ever|living[ ]hell|makes[ ]no[ ]sense[ ]whatsoever"
)
_ANIMATED = regex(
    rf"(?i)(?<![\w./@#$-])(?:{_PHRASES}|{_WORDS})(?!\w|[-/.]\w|[ ]?\(\))"
    r"|(?<=\w)[!?]{0,2}!{2,}[!?]*(?![=\w])"
)
_SENTENCE_START = regex(r"(?:[.!?:;–—(\"“]\s*|\s[-–—]\s)$")
_REACH = 8  # characters before a word that tell whether a sentence begins there
_DEVICE = regex(r"(?i)[ -](?:terminals?|bombs?|monkey|mesh|engineering|toolkit|kong)\b")


@dataclass(frozen=True)
class Options:
    """What may stand."""

    allow: tuple[str, ...] = option((), "Words that are fine in this house, in any case.")


def check(document: Document, options: Options) -> Iterator[Hit]:
    allowed = frozenset(word.lower() for word in options.allow)
    for text in _texts(document):
        for match in _ANIMATED.finditer(text.prose):
            if match[0].lower() not in allowed and not _is_name(text.prose, match):
                yield _hit(text.span(*match.span()), match[0])


def _texts(document: Document) -> Iterator[Text]:
    """Headings shout, too."""
    yield from (section.heading for section in document.sections)
    yield from (sentence.text for sentence in document.sentences_with(_ANIMATED))


def _hit(span: Span, words: str) -> Hit:
    if words[0] in "!?":
        return Hit(
            span,
            f'"{words}" raises its voice',
            "End the sentence with a full stop, and let the figure speak.",
        )
    return Hit(span, f'"{words}" tells a feeling, not a fact')


def _is_name(prose: str, match: re.Match[str]) -> bool:
    """Whether the word is part of a name: a capital letter within a sentence, a product."""
    if _DEVICE.match(prose, match.end()):
        return True
    capital = match[0][0].isupper() and not match[0].isupper()
    before = prose[max(0, match.start() - _REACH) : match.start()]
    return capital and bool(before) and not _SENTENCE_START.search(before)


RULE = Rule(
    code="PM905",
    name="animated-language",
    category=Category.TONE,
    severity=Severity.WARNING,
    summary="Heated words stand where a fact would do.",
    hint="Give the figure or the fact behind the word, or leave the word out.",
    check=check,
    options=Options(),
    bad=(
        "The retry interval was [[ridiculous]].\n",
        "The on-call got an [[insane]] number of alerts.\n",
        "## Lessons learned\n\n- The certificate renewal was a [[nightmare]]\n",
        "The queue was empty[[!!!]] Nobody had drained it.\n",
        "The restore [[was a complete disaster]].\n",
        "| Phase | Note |\n|---|---|\n| Failover | took an [[unbelievably]] long time |\n",
        "**[[Insanely]]** slow queries blocked the pool.\n",
        "# Checkout outage 2031-04-15\n\n## An [[awful]] night\n\nOrders failed.\n",
        "At 14:35 [[all hell broke loose]] in the billing service.\n",
    ),
    good=(
        "The disaster recovery plan names a second region.\n",
        "In the event of a disaster the standby takes over.\n",
        "The check compares `a != b` and then retries.\n",
        "The expression status != 200 was never true.\n",
        "Traffic to the Crazy Horse storefront doubled.\n",
        "The service crazy-cache restarted, and nightmare.js loaded twice.\n",
        "The chaos engineering day found the same gap.\n",
        'A customer wrote: "this is ridiculous".\n',
        "```\nFATAL: insane value!!!\n```\n",
        "The sanity check rejected the file.\n",
        "We are back!\n",
        "The pipeline sucked in 4,000 stale records.\n",
    ),
)
