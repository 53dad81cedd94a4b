"""The four questions behind contributing factors, and where a document answers them.

Why was the change risky? Why was it not caught earlier? Why did detection take as long
as it did? Why did recovery? An answer may stand anywhere: among the factors, in a
section on detection, in "what went poorly". What is named among the factors is named as a
reason; elsewhere a statement has to say what was missing, late or wrong. What a person did or
left undone is a reason nowhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from pmlint.document import Document, Section, Text, Topic
from pmlint.people import People, people
from pmlint.regexes import Regex, regex
from pmlint.review.placeholders import is_unfilled, without_stand_ins

__all__ = ["FACTOR_QUESTIONS", "uncovered_questions"]

_LACK = (
    r"\b(?:no|not|never|none|nothing|nobody|without|lack(?:s|ed|ing)?|missing|absen\w+|insufficient"
    r"|inadequate|only|too|hardly|un\w+|in(?:complete|correct|accurate|consistent)\w*|stale|old"
    r"|outdated|out of date|cost|limited|poor(?:ly)?|slow\w*|late\w*|delay\w*|hard(?:er)?"
    r"|difficult\w*|manual(?:ly)?"
    r"|fail(?:s|ed|ing|ure)?|did ?n['’o]t|does ?n['’o]t|was ?n['’o]t|were ?n['’o]t|had ?n['’o]t"
    r"|could ?n['’o]t|can ?not|can['’]t|wrong(?:ly)?|gaps?|few(?:er)?|instead|mis\w+|silent(?:ly)?"
    r"|noisy|ignored|unclear|confus\w+|differ\w*|skip\w*|disabled|took|unable|hid(?:den)?"
    r"|long(?:er)?|neither|nor|alone|half)\b"
)
_CHANGE = (
    r"\b(?:chang\w+|deploy\w*|releas\w+|roll(?:ed|ing)?[ -]?out\w*|migrat\w+|upgrad\w+|updat\w+"
    r"|config\w*|misconfig\w*|merg\w+|patch\w*|default\w*|settings?|flags?|script\w*|commands?"
    r"|versions?|limits?|capacity|quota\w*|load(?! test)|traffic|depend\w+|single point"
    r"|redundan\w+|memory"
    r"|disks?|certificates?|credentials?|assum\w+|design\w*|architectur\w+|refactor\w*|bugs?"
    r"|library|code|legacy|coupl\w+|guard\w*|confirm\w*|validat\w+|permissions?|access|expir\w+"
    r"|peak|shar(?:e|es|ed|ing)|bounds?|timeouts?)\b"
)
_TRYING = (
    r"(?:tests?|(?:test|dry|trial) runs?|trials?|pilots?|rehearsals?|exercises?|drills?"
    r"|simulations?|staging|canary|canaries|reviews?|reviewers?|linter|suite|test environment|ci)"
)
# A trial is the matter of a statement as its subject or as its verb, not as an object or an
# attribute ("the credentials for load tests", "snapshots of the June test").
_TRIED = (
    rf"\b{_TRYING}(?: (?:of|for|on|in|with) (?:[\w-]+ ){{0,3}}?[\w-]+)? (?:only |never |all )?"
    r"(?:is|are|was|were|has|have|had|do|does|did|ran|runs?|left|saw|took|sent|(?:cover|check|us"
    r"|look|compar|tak|se|includ|leav|stop|start|send|pass|lack|exercis|carr|hold|read|know|ask"
    r"|validat|verif)(?:e|es|ed|s|ies|ied)?)\b"
    r"|\b(?:tested|tried|exercised|rehearsed|reviewed|simulated|piloted)(?: out)?(?: only| once)?"
    r" (?:with|on|by|against|in|for|at|from)\b"
)
_EARLIER = (
    r"\b(?:test\w*|staging|stage|pre-?prod\w*|qa|review\w*|canary|canaries|lint\w*|ci|cd"
    r"|dry[ -]?runs?|rehears\w+|simulat\w+|coverage|sandbox|development environment|dev environment"
    r"|integration|validat\w+|caught(?! up)|catch(?! up)\w*|checks?|checked|verif\w+|audit\w*"
    r"|inspect\w*|trials?|pilots?|drills?)\b"
)
_DETECT = (
    r"\b(?:alert\w*|monitor\w*|dashboards?|metrics?|detect\w*|notic\w+|notif\w+|page[ds]?|paging"
    r"|pager\w*|alarm\w*|thresholds?|observab\w+|visib\w+|logs?|logging|health[ -]?checks?|probes?"
    r"|warn\w*|reported|reports? (?:by|from)|aware\w*|discovered|found out|telemetry|surfaced"
    r"|watch(?:e[sd]|ing)?|track(?:s|ed|ing)?|measur(?:es?|ed|ing)|collected"
    r"|(?:when|until|before|by the time) (?:it|this|that|they|one) (?:is|was|are|were) (?:found"
    r"|seen)|(?:live|production|synthetic|continuous|hourly|nightly|daily) (?:checks?|tests?)"
    r"|(?:reports?|pages?|views?|tiles?|screens?|lists?|counters?|charts?|statistics?)"
    r" (?:[\w-]+ )?(?:shows?|says?|tells?|lists?|compares?))\b"
)
_RECOVER = (
    r"\b(?:recover\w*|restor\w+|roll(?:ed|ing)?[ -]?back\w*|revert\w*|runbooks?|playbooks?"
    r"|fail[ -]?over|backups?|mitigat\w+|escalat\w+|on[ -]?call|restart\w*|reboot\w*|diagnos\w+"
    r"|debug\w*|troubleshoot\w*|time to (?:resol|repair|recov|restor)\w+|resol(?:ve|ved|ution)"
    r"|repair\w*|respon(?:d|se|ders?)\w*|hotfix\w*|fix(?:ed|es|ing)?|redeploy\w*|rebuil\w+|catch up"
    r"|drain\w*|(?:vendor|supplier|provider)(?:['’]s)? support|rota|roster|stand-?by|on duty"
    r"|break[- ]glass)\b"
)
# What is of detection or of recovery whatever is said of it; a restart may be the trigger.
_WATCHING = (
    r"\b(?:alert(?!ed\b)\w*|alarms?|monitor(?!ed\b)\w*|dashboards?|thresholds?|probes?|graphs?"
    r"|health[ -]?checks?|observability|visibility|paging|telemetry)\b"
    # What is not looked at, and whom nothing reaches.
    r"|\b(?:no|not|never|none|nothing|nobody|neither|no one|n['’]t)\b[^.;]{0,40}?\b(?:told|informed"
    r"|notified|compar(?:e|es|ed)|count(?:s|ed)?|looks? at|looked at|record(?:s|ed)?|read|reads"
    r"|seen?|sees|shows?|shown|show up|appears?|looked for|distinguish\w*|know whether)\b"
)
_RECOVERING = (
    r"\b(?:runbooks?|playbooks?|roll[ -]?backs?|reverts?|recovery|fail[ -]?over|escalation"
    r"|on[ -]?call|rota|restor(?:e|es|ing|ation)|draining)\b"
    # Time that it cost, ways that were closed, and what led astray.
    r"|\b(?:took|takes|needs?|needed|lasts?|lasted|costs?|spent|lost|waited)\b[^.;]{0,30}"
    r"\b(?:minutes|hours?|days)\b"
    r"|\bno (?:other |quick |fast )?way (?:to|of|back|around|out)\b"
    r"|\bcan(?:not| not|['’]t) be (?:undone|reverted|reversed|stopped|cancel\w+|taken back|rolled"
    r"|switched off)"
    r"|\bonly [^.;]{1,50} (?:may|can|could|is allowed|are allowed)\b"
    r"|\b(?:sent|led|pointed|points|leads|sends) (?:[\w-]+ ){1,5}?"
    r"(?:wrong|first|elsewhere|astray)\b"
    r"|\bmisle(?:d|ads?|ading)\b"
)
FACTOR_QUESTIONS: Mapping[str, str] = {
    "risky": "Why was the change risky?",
    "not caught": "Why was it not caught earlier?",
    "slow detection": "Why did detection take as long as it did?",
    "slow recovery": "Why did recovery take as long as it did?",
}
"""Each question by its short name, in the order in which they are asked."""

_WORDS: Mapping[str, Regex] = {
    "risky": regex(_CHANGE, re.IGNORECASE),
    "not caught": regex(_EARLIER, re.IGNORECASE),
    "slow detection": regex(_DETECT, re.IGNORECASE),
    "slow recovery": regex(_RECOVER, re.IGNORECASE),
}
_LACKS = regex(_LACK, re.IGNORECASE)
_NAMED: Mapping[str, Regex] = {
    "risky": regex(_CHANGE, re.IGNORECASE),
    "not caught": regex(_TRIED, re.IGNORECASE),
    "slow detection": regex(_WATCHING, re.IGNORECASE),
    "slow recovery": regex(_RECOVERING, re.IGNORECASE),
}
"""What answers a question among the factors without a word of lack."""
# Sections whose very subject is the answer.
_SECTIONS: Mapping[str, frozenset[Topic]] = {
    "risky": frozenset(),
    "not caught": frozenset(),
    "slow detection": frozenset({Topic.DETECTION}),
    "slow recovery": frozenset({Topic.RESPONSE, Topic.RESOLUTION}),
}
# What people plan or did is not yet why it was so; events of the timeline are not either.
_NO_ANSWERS = frozenset({Topic.ACTIONS, Topic.TIMELINE, Topic.DONE, Topic.APPENDIX, Topic.TITLE})
_CAUSES = frozenset({Topic.FACTORS, Topic.WHYS})
_CONDITION = 5
"""Words from which on a factor says enough to be a condition: "Communication" does not."""
_TOLD = 6
"""Words from which on a section on detection or recovery counts as an answer."""
_ASKING = regex(
    r"\W*(?:\d+[.)]\s*)?(?:why|what (?:made|kept|delayed|slowed|held))\b", re.IGNORECASE
)
_LASTED = regex(r"\b(?:took|takes?|lasted|so long|how long|slow\w*)\b", re.IGNORECASE)


def uncovered_questions(document: Document) -> list[str]:
    """Short names of the questions that the document answers nowhere."""
    return document.memo("uncovered_questions", lambda: _uncovered(document))


def _uncovered(document: Document) -> list[str]:
    open_ones = dict(_WORDS)
    who = people(document)
    for heading in _told_headings(document):
        for name in list(open_ones):
            if _asks(name, heading):
                del open_ones[name]
    for topic, text in _statements(document):
        if topic in _CAUSES and _is_act(text.raw, who):
            continue
        answered = [name for name in open_ones if _answers(name, topic, text.raw)]
        if answered:
            words, _ = without_stand_ins(text)
            for name in answered:
                if _answers(name, topic, words):
                    del open_ones[name]
        if not open_ones:
            break
    return [name for name in FACTOR_QUESTIONS if name in open_ones]


def _answers(name: str, topic: Topic, words: str) -> bool:
    """Whether *words*, standing under *topic*, say something on the question."""
    if topic in _SECTIONS[name] and len(words.split()) >= _TOLD:
        return True
    if topic in _CAUSES:
        return _is_named(name, words)
    return _is_lacking(name, words)


def _told_headings(document: Document) -> Iterator[str]:
    """Headings that ask why, and have an answer below them."""
    asking = [
        section
        for section in document.sections
        if section.topic not in _NO_ANSWERS and _ASKING.match(section.heading.raw)
    ]
    words: Counter[int] = Counter()  # by section
    for sentence in document.sentences if asking else ():
        words[sentence.section] += len(without_stand_ins(sentence.text)[0].split())
    for section in asking:
        if sum(words[one.index] for one in document.section_tree(section)) >= _TOLD:
            yield section.heading.raw


def _asks(name: str, heading: str) -> bool:
    """Whether *heading* is the question: "Why it took so long" is the one on recovery."""
    if _WORDS[name].search(heading):
        return True
    others = (one for one in FACTOR_QUESTIONS if one != name)
    is_long = name == "slow recovery" and _LASTED.search(heading) is not None
    return is_long and not any(_WORDS[one].search(heading) for one in others)


def _is_lacking(name: str, words: str) -> bool:
    return _WORDS[name].search(words) is not None and _LACKS.search(words) is not None


def _is_named(name: str, words: str) -> bool:
    """Whether a factor of these words is one on the question: "a deploy at peak traffic"."""
    if _NAMED[name].search(words) or _is_lacking(name, words):
        return True
    # A condition that is none of trials, of detection or of recovery is one of the design.
    others = (one for one in FACTOR_QUESTIONS if one != "risky")
    is_told = len(words.split()) >= _CONDITION
    return name == "risky" and is_told and not any(_is_named(one, words) for one in others)


_ACTOR = regex(r"(?:[^\W\d_][\w -]{0,24}: )?(?P<who>[^\W\d_][\w'’.-]*)(?: [A-Z]\w+)? [a-z]+")
_ARTICLES = frozenset({"a", "an", "the"})


def _is_act(words: str, who: People) -> bool:
    """Whether a factor is what a person did or left undone."""
    match = _ACTOR.match(words.strip())
    return match is not None and match["who"].lower() not in _ARTICLES and who.is_name(match["who"])


def _statements(document: Document) -> Iterator[tuple[Topic, Text]]:
    """Every statement with the topic it stands under; questions are none."""
    for sentence in document.sentences:
        if sentence.topic not in _NO_ANSWERS and not sentence.text.raw.rstrip().endswith("?"):
            yield sentence.topic, sentence.text
    for section in document.sections:
        if section.topic in _CAUSES and section.own_topic is None and not _waits(section):
            yield section.topic, section.heading
    for chain in document.why_chains:
        for level in chain.levels:
            yield Topic.WHYS, level


def _waits(section: Section) -> bool:
    """Whether its heading asks a question, and only a template's words stand under it."""
    if not section.heading.raw.rstrip().endswith("?"):
        return False
    texts = [leaf.text for block in section.blocks for leaf in block.walk() if leaf.text]
    return bool(texts) and all(map(is_unfilled, texts))
