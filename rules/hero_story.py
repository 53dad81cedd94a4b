"""A rescue is told as one person's feat.

Why: where somebody had to work through the night, the system offered no other way
out. A hero's story thanks them, and hides that gap.

Instead: thank people elsewhere, and write what made the effort necessary: no
second person with the access, no automatic failover, no runbook.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.document import Document, Topic
from pmlint.regexes import regex
from pmlint.rule import Category, Hit, Rule, Severity

_HERO = regex(
    r"(?i)(?<![\w./@#-])(?:"
    r"sav(?:e[sd]?|ing)[ ](?:the|our|my|everyone's)[ ](?:day|bacon|skin|necks?)"
    r"|(?:super)?heroes|(?:super)?hero(?![ ](?:image|banner|section|unit|element|text|video"
    r"|component"
    r"|block|carousel|page|slider|title|card|graphic|area|header))"
    r"|heroic(?:s|ally)?(?:[ ](?:efforts?|work|acts?|rescue|recovery|debugging))?|heroism"
    r"|(?:came|comes|come|coming|rode|raced|rushed)[ ]to[ ](?:the|our)[ ]rescue"
    r"|single-?handed(?:ly)?|superhuman|herculean(?:[ ]efforts?)?|(?:life|day)[- ]?saver"
    r"|valiant(?:ly)?"
    r"|tireless(?:ly)?|knight(?:s)?[ ]in[ ]shining[ ]armou?r|miracle[ -]workers?|rock[ -]?stars?"
    r"|(?:went|go|going|goes|gone)[ ](?:far[ ]|way[ ]|well[ ])?above[ ]and[ ]beyond"
    r"|(?:work(?:ed|ing)?|stay(?:ed|ing)[ ](?:up|awake)|debugg(?:ed|ing)|pulled|up)[ ]"
    r"(?:(?:through|throughout)[ ]the[ ](?:whole[ ]|entire[ ])?(?:night|weekend)|all[ ](?:night"
    r"|weekend)(?:[ ]long)?"
    r"|an[ ]all-?nighter|around[ ]the[ ]clock|day[ ]and[ ]night|without[ ]sleep)"
    r"|sacrific(?:ed|ing)[ ](?:his|her|their|a|the)[ ](?:\w+[ ])?(?:weekend|holiday|sleep|night"
    r"|vacation)"
    r"|without[ ]sleep[ ]for[ ]\w+[ ](?:hours|days|nights)"
    r")(?![\w]|-\w)"
)
_REJECTED = regex(
    r"(?i)\b(?:not?|never|without|avoid\w*|instead[ ]of|rather[ ]than|rel(?:y|ies|ied|ying)[ ]on"
    r"|depend(?:s|ed|ing)?[ ]on|requir(?:e|es|ed|ing)|need(?:s|ed|ing)?|less|fewer|stop\w*|cannot"
    r"|than|n['’]t)\b[^.;]{0,40}$|n['’]t\b[^.;]{0,40}$"
)
_SYSTEM = regex(
    r"(?i)\b(?:job|service|server|monitor\w*|system|bot|process|cron\w*|daemon|script|cluster"
    r"|queue|node|pods?"
    r"|agents?|worker|pipeline|backups?|snapshots?|replicas?|cache|standby"
    r"|it)\b(?:[ ][\w-]+){0,3}[ ]$"
)
_REACH = 60
_ELSEWHERE = frozenset({Topic.GROUND_RULES, Topic.APPENDIX})


def check(document: Document, options: object) -> Iterator[Hit]:  # noqa: ARG001
    for sentence in document.sentences_with(_HERO):
        if sentence.topic in _ELSEWHERE:
            continue
        prose = sentence.text.prose
        for match in _HERO.finditer(prose):
            if not _is_other(prose, match):
                yield Hit(
                    sentence.text.span(*match.span()),
                    f'"{match[0]}" tells a rescue, not what made it necessary',
                )


def _is_other(prose: str, match: re.Match[str]) -> bool:
    """Whether heroics are rejected here, or a machine is meant, or a name."""
    before = prose[max(0, match.start() - _REACH) : match.start()]
    named = match.start() > 0 and match[0][0].isupper()
    return named or bool(_REJECTED.search(before) or _SYSTEM.search(before))


RULE = Rule(
    code="PM906",
    name="hero-story",
    category=Category.TONE,
    severity=Severity.INFO,
    summary="A rescue is told as one person's feat.",
    hint="Say what made the effort necessary, such as access that only one person had, and add "
    "an item that makes it unnecessary next time.",
    check=check,
    bad=(
        "Ana [[saved the day]] with a copy on her laptop.\n",
        "## Lessons learned\n\n- The [[heroic efforts]] of the night shift kept orders going\n",
        "Tom was the [[hero]] of this outage.\n",
        "The database team [[worked through the night]] to rebuild the index.\n",
        "Priya [[single-handedly]] restored the ledger.\n",
        "| Phase | Note |\n|---|---|\n| Recovery | two engineers [[came to the rescue]] |\n",
        "The responders [[went above and beyond]] on Sunday.\n",
    ),
    good=(
        "The app runs on Heroku, and its hero image failed to load.\n",
        "Recovery should not rely on heroics.\n",
        "The standby took over, and checkout recovered at 14:44.\n",
        "We want fewer heroes and more automation.\n",
        "The job saved the daily totals at 02:00.\n",
        "The monitor worked around the clock on the second zone.\n",
        "We booted the host into its rescue system.\n",
        "The item group Hero Pack was hidden from the shop.\n",
        'The bot posted: "you saved the day".\n',
    ),
)
