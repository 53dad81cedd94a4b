"""The four questions behind contributing factors, and where a document answers them.

Why was the change risky? Why was it not caught earlier? Why did detection take as long
as it did? Why did recovery? An answer may stand anywhere: among the factors, in a
section on detection, in "what went poorly".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pmlint.document import Document, Topic
from pmlint.regexes import regex

__all__ = ["FACTOR_QUESTIONS", "uncovered_questions"]

_LACK = (
    r"\b(?:no|not|never|none|nothing|nobody|without|lack(?:s|ed|ing)?|missing|absen\w+|insufficient"
    r"|inadequate|only|too|hardly|un\w+|in(?:complete|correct|accurate|consistent)\w*|stale|old"
    r"|outdated|out of date|cost|limited|poor(?:ly)?|slow\w*|late\w*|delay\w*|hard(?:er)?"
    r"|difficult\w*|manual(?:ly)?"
    r"|fail(?:s|ed|ing|ure)?|did ?n['’o]t|does ?n['’o]t|was ?n['’o]t|were ?n['’o]t|had ?n['’o]t"
    r"|could ?n['’o]t|can ?not|can['’]t|wrong(?:ly)?|gaps?|few(?:er)?|instead|mis\w+|silent(?:ly)?"
    r"|noisy|ignored|unclear|confus\w+|differ\w*|skip\w*|disabled|took|unable|hid(?:den)?"
    r"|long(?:er)?)\b"
)
_CHANGE = (
    r"\b(?:chang\w+|deploy\w*|releas\w+|roll(?:ed|ing)?[ -]?out\w*|migrat\w+|upgrad\w+|updat\w+"
    r"|config\w*|misconfig\w*|merg\w+|patch\w*|default\w*|settings?|flags?|script\w*|commands?"
    r"|versions?|limits?|capacity|quota\w*|load|traffic|depend\w+|single point|redundan\w+|memory"
    r"|disks?|certificates?|credentials?|assum\w+|design\w*|architectur\w+|refactor\w*|bugs?"
    r"|library|code|legacy|coupl\w+|guard\w*|confirm\w*|validat\w+|permissions?|access|expir\w+"
    r"|peak)\b"
)
_EARLIER = (
    r"\b(?:test\w*|staging|stage|pre-?prod\w*|qa|review\w*|canary|canaries|lint\w*|ci|cd"
    r"|dry[ -]?runs?|rehears\w+|simulat\w+|coverage|sandbox|development environment|dev environment"
    r"|integration|validat\w+|caught|catch\w*|checks?|checked|verif\w+|audit\w*|inspect\w*)\b"
)
_DETECT = (
    r"\b(?:alert\w*|monitor\w*|dashboards?|metrics?|detect\w*|notic\w+|notif\w+|page[ds]?|paging"
    r"|pager\w*|alarm\w*|thresholds?|observab\w+|visib\w+|logs?|logging|health[ -]?checks?|probes?"
    r"|warn\w*|reported|reports? (?:by|from)|aware\w*|discovered|found out|telemetry|surfaced)\b"
)
_RECOVER = (
    r"\b(?:recover\w*|restor\w+|roll(?:ed|ing)?[ -]?back\w*|revert\w*|runbooks?|playbooks?"
    r"|fail[ -]?over|backups?|mitigat\w+|escalat\w+|on[ -]?call|restart\w*|reboot\w*|diagnos\w+"
    r"|debug\w*|troubleshoot\w*|time to (?:resol|repair|recov|restor)\w+|resol(?:ve|ved|ution)"
    r"|repair\w*|respon(?:d|se|ders?)\w*|hotfix\w*|fix(?:ed|es|ing)?|redeploy\w*|rebuil\w+|catch up"
    r"|drain\w*|support)\b"
)
FACTOR_QUESTIONS: Mapping[str, str] = {
    "risky": "Why was the change risky?",
    "not caught": "Why was it not caught earlier?",
    "slow detection": "Why did detection take as long as it did?",
    "slow recovery": "Why did recovery take as long as it did?",
}
"""Each question by its short name, in the order in which they are asked."""

_WORDS: Mapping[str, re.Pattern[str]] = {
    "risky": regex(_CHANGE, re.IGNORECASE),
    "not caught": regex(_EARLIER, re.IGNORECASE),
    "slow detection": regex(_DETECT, re.IGNORECASE),
    "slow recovery": regex(_RECOVER, re.IGNORECASE),
}
_LACKS = regex(_LACK, re.IGNORECASE)
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
_TOLD = 6
"""Words from which on a section on detection or recovery counts as an answer."""


def uncovered_questions(document: Document) -> list[str]:
    """Short names of the questions that the document answers nowhere."""
    return document.memo("uncovered_questions", lambda: _uncovered(document))


def _uncovered(document: Document) -> list[str]:
    open_ones = dict(_WORDS)
    for topic, words in _statements(document):
        for name in list(open_ones):
            if _answers(name, topic, words):
                del open_ones[name]
        if not open_ones:
            break
    return [name for name in FACTOR_QUESTIONS if name in open_ones]


def _answers(name: str, topic: Topic, words: str) -> bool:
    """Whether *words*, standing under *topic*, say something on the question."""
    if topic in _SECTIONS[name] and len(words.split()) >= _TOLD:
        return True
    if _WORDS[name].search(words) is None:
        return False
    # Among the factors, what is named is named as a reason: "a deploy at peak traffic".
    return _LACKS.search(words) is not None or (name == "risky" and topic in _CAUSES)


def _statements(document: Document) -> Iterator[tuple[Topic, str]]:
    """Every statement with the topic it stands under; questions are none."""
    for sentence in document.sentences:
        if sentence.topic not in _NO_ANSWERS and not sentence.text.raw.rstrip().endswith("?"):
            yield sentence.topic, sentence.text.raw
    for section in document.sections:
        if section.topic in _CAUSES and section.own_topic is None:
            yield section.topic, section.heading.raw
    for chain in document.why_chains:
        for level in chain.levels:
            yield Topic.WHYS, level.raw
