"""The five points that every incident passes, read from a timeline's words."""

from __future__ import annotations

import datetime as dt
import enum
import re
from operator import itemgetter

from pmlint.document import Document, Entry, Topic
from pmlint.regexes import regex

__all__ = ["Milestone", "milestones_of", "reached", "resolved_at"]


_MINUTES_A_DAY = 24 * 60
_LAST_DAY = dt.date(9000, 1, 1)
"""Days are counted from no later one, so that they stay in the calendar."""


class Milestone(enum.Enum):
    """A point in an incident's life, in the order that they are passed."""

    START = "start"
    DETECTION = "detection"
    RESPONSE = "response"
    MITIGATION = "mitigation"
    END = "end"


# Broad on purpose: a milestone counts as told if any usual word for it is there.
_WORDS = {
    Milestone.START: (
        r"start(?:s|ed|ing)?|beg(?:in|ins|an|un)|onset|deploy(?:s|ed|ment)?|releas(?:e|es|ed)"
        r"|faults?|faulty|occur(?:s|red|ring)?"
        r"|merg(?:e|es|ed)|push(?:es|ed)?|roll(?:s|ed)? ?out|rollout|upgrad(?:e|es|ed)|migrat\w+"
        r"|introduc\w+|fail(?:s|ed|ing|ure|ures)?|errors?|spik(?:e|es|ed|ing)|outage|crash\w*"
        r"|down|offline|unavailable|unreachable|unresponsive|time ?outs?|timed out|timeouts?"
        r"|expir(?:e|es|ed|y)|los(?:s|es|t)|drop(?:s|ped|ping)?|stop(?:s|ped|ping)?|degrad\w+"
        r"|slow\w*|attack\w*|exhaust\w*|full|broken|breaks?|broke|halt(?:s|ed)?|reboot\w*|launch\w*"
        r"|chang(?:e|es|ed)|appl(?:y|ies|ied)|delet(?:e|es|ed|ion)|creat(?:e|es|ed)|switch\w*"
        r"|enabl(?:e|es|ed)|[45]\d\d(?:s|'s)?|ooms?|restart\w*|unhealthy|exploit\w*"
        r"|increas(?:e|es|ed)|rise(?:s)?|rose|climb\w*|reach(?:es|ed)|leak(?:s|ed)?"
    ),
    Milestone.DETECTION: (
        r"alert\w*|alarm\w*|pag(?:e|es|ed|ing)|pagerduty|opsgenie|pingdom|detect\w*|notic\w+"
        r"|monitor\w*|report(?:s|ed|ing)?|complain\w*|ticket|discover\w*|observ\w+|aware"
        r"|flag(?:s|ged)?|notif\w+|spot(?:s|ted)?|sees?|saw|seen|informed|customers?|users?"
        r"|reali[sz]e[sd]?|witness(?:es|ed)?|triggers?|triggered|warn\w*|found|find(?:s)?|raised"
        r"|recogni[sz]e[sd]?|identif\w+|asks?"
        r"|(?:e-?mails?|mails?|messages?|calls?|letters?|posts?) from|rings?|rang"
        r"|(?:tele)?phon(?:es|ed)|(?:writes?|wrote) to"
    ),
    Milestone.RESPONSE: (
        r"acknowledg\w*|ack(?:s|ed)?|investigat\w+|respon(?:d|ds|ded|se|der|ders)|on-?call|joins?"
        r"|joined"
        r"|war ?room|bridge|escalat\w+|engag\w+|look(?:s|ed|ing) into|triag\w+|troubleshoot\w*"
        r"|debug\w*|check(?:s|ed|ing)?|start(?:s|ed)? (?:to )?(?:work|look)\w*|call(?:s|ed)?"
        r"|declar\w+"
        r"|incident (?:commander|lead|manager|opened|created|channel)|logged (?:on|in)|identif\w+"
        r"|diagnos\w+|reproduc\w+|team|engineers?|tr(?:y|ies|ied|ying)|test(?:s|ed|ing)?|analy\w+|inspect\w*"
        r"|contact(?:s|ed)?|verif\w+|decid\w+|decision|attempt\w*|manual\w*|connect(?:s|ed|ivity)"
        r"|emails?|sends?|sent|determin\w+|confirm\w*|discuss\w*|discover\w*|find(?:s)?|found"
    ),
    Milestone.MITIGATION: (
        r"(?:rolls?|rolled|points?|pointed|pointing|puts?|sets?|takes?|took|turns?|turned|moves?"
        r"|moved|flips?|flipped|switches|switched)\b[^.;,]{0,40}\bback"
        r"|mitigat\w+|roll(?:s|ed|ing)?[ -]?back|rollback"
        r"|revert\w*|fix(?:es|ed)?|hotfix\w*|patch\w*"
        r"|restart\w*|reboot\w*|workaround|fail(?:s|ed)?[ -]?over|failover|scal(?:e|es|ed|ing)"
        r"|disabl\w+"
        r"|block(?:s|ed)|repair\w*|restor\w+|replac\w+|redeploy\w*|deploy(?:s|ed|ing)?|recover\w*"
        r"|switch\w*|drain\w*|delet\w+|remov\w+|increas\w+|re-?enabl\w+|renew\w*|rotat\w+|clear\w*"
        r"|updat(?:e|es|ed)|chang(?:e|es|ed)|appl(?:y|ies|ied)|stop(?:s|ped)|kill(?:s|ed)?"
        r"|correct\w*"
        r"|reset\w*|bounc\w+|throttl\w+|revok\w+|resolv\w+|reinstall\w*|unblock\w*|rebuil[dt]\w*"
        r"|by hand|(?:re-?)?mount(?:s|ed)|plug(?:s|ged)|divert\w*|re-?rout\w*"
        r"|extend(?:s|ed)?|expand(?:s|ed)?|enlarg(?:es|ed)|lifts?|lifted|swap(?:s|ped)"
        r"|(?:rais(?:es|ed)|lower(?:s|ed)?|doubl(?:es|ed)|added|adds)"
        r"(?! an? (?:alarm|alert|ticket|issue|incident))"
        r"|terminat\w+|upgrad\w+|downgrad\w+|suspend\w*|merg(?:e|es|ed)|releas(?:e|es|ed)|run|ran"
    ),
    Milestone.END: (
        r"resolv\w+|resolution|recover\w*|restor\w+|clos(?:e|es|ed|ing|ure)|end(?:s|ed)?|over"
        r"|all[ -]clear|back (?:up|to|on|in|online)|(?:is|are|was|were|comes?|came) back"
        r"|normal\w*|healthy|complet(?:e|es|ed|ion)"
        r"|fixed|stable|stabili[sz]\w+|done|finish\w*|work(?:s|ing)? (?:again|as|correctly|fine)"
        r"|operational|fully|verif\w+|confirm\w*|available|running|solv\w+|repaired|success\w*"
        r"|repair|succeed\w*|online|clear(?:s|ed)|return(?:s|ed)|subsid\w+|conclud\w+"
        r"|stand(?:s)? down"
        r"|(?:queues?|backlogs?|lag) (?:(?:is|are|was|were|has|have|had) )?(?:back )?"
        r"(?:drain(?:s|ed)?|empty|emptied|gone|worked off|caught up|(?:at|to) zero)|ok(?:ay)? again"
        r"|(?:everything|all) (?:(?:is|was|looks?) )?ok(?:ay)?|full speed"
        r"|last (?:[\w-]+ ){1,4}(?:accepted|delivered|processed|sent|rejoined|replayed|served|done)"
        r"|no (?:more|longer|further)|passing|green|0(?:\.\d+)? ?%|resum(?:e|es|ed)|drops? to"
    ),
}
_PATTERNS = {
    milestone: regex(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)
    for milestone, words in _WORDS.items()
}


def milestones_of(entry: Entry) -> frozenset[Milestone]:
    """The points that the entry's words speak of; alert names in quotes count too."""
    return _milestones_in(entry.text.raw)


def _milestones_in(words: str) -> frozenset[Milestone]:
    return frozenset(m for m, pattern in _PATTERNS.items() if pattern.search(words))


# "Mette confirms" and "restore started" tell of no end by themselves.
_UNSURE = regex(
    r"\b(?:confirm\w*|verif\w+|running|run|ran|success\w*|succeed\w*|done|fully|available)\b",
    re.IGNORECASE,
)
_ONLY_BEGUN = regex(
    r"\b(?:start(?:s|ed|ing)?|beg(?:in|ins|an|un)|attempt\w*|tr(?:y|ies|ied|ying)|died|not yet)\b",
    re.IGNORECASE,
)


def _is_over(entry: Entry) -> bool:
    """Whether the entry's words say that it was over, and not that somebody worked on it."""
    words = _UNSURE.sub(" ", entry.text.raw)
    return Milestone.END in _milestones_in(words) and not _ONLY_BEGUN.search(words)


def resolved_at(document: Document) -> dt.datetime | None:
    """When the incident was over: by a field, or by the last end that the timeline tells of."""
    facts = document.facts
    if facts.resolved is not None:
        return facts.resolved
    ends = [
        (entry.minute, entry.date)
        for entry in document.timeline.entries
        if entry.minute is not None and not entry.relative and _is_over(entry)
    ]
    if not ends:
        return None
    minute, day = max(ends, key=itemgetter(0))
    if day is None and facts.incident_date is not None:  # no entry names its day
        begun = min(facts.incident_date, _LAST_DAY)
        day = begun + dt.timedelta(days=minute // _MINUTES_A_DAY)
    if day is None:
        return None
    return dt.datetime.combine(day, dt.time()) + dt.timedelta(minutes=minute % _MINUTES_A_DAY)


def reached(document: Document) -> frozenset[Milestone]:
    """The points that the timeline speaks of anywhere."""
    texts = [entry.text.raw for entry in document.timeline.entries]
    texts += [sentence.text.raw for sentence in document.sentences_of(Topic.TIMELINE)]
    told = {m for m, pattern in _PATTERNS.items() if any(map(pattern.search, texts))}
    if any(map(_works_again, texts)):
        told.add(Milestone.END)
    if Milestone.DETECTION not in told and _detected_at_an_entry(document):
        told.add(Milestone.DETECTION)
    return frozenset(told)


_AGAIN = regex(r"\bagain\b", re.IGNORECASE)
_CAN = regex(r"\b(?:can|able to)\s", re.IGNORECASE)
_DONE_AGAIN = (Milestone.DETECTION, Milestone.RESPONSE)


def _works_again(words: str) -> bool:
    """Whether something is as before: "wards open images again", but not "fails again".

    Nor is it what people do once more: "the vendor is called again".
    """
    if not _AGAIN.search(words) or _PATTERNS[Milestone.START].search(words):
        return False
    once_more = any(_PATTERNS[one].search(words) for one in _DONE_AGAIN)
    return _CAN.search(words) is not None or not once_more


_DETECTED = regex(r"(?:first )?(?:detected|detection|discovered|noticed)(?: time| at| on)?")


def _detected_at_an_entry(document: Document) -> bool:
    """Whether a field says when it was seen, and an entry tells of that minute."""
    # Only here: rules are listed without the reader.
    from pmlint.reading.dates import find_clock
    from pmlint.reading.facts import labelled

    fields = (text.raw for key, text in labelled(document.sections) if _DETECTED.fullmatch(key))
    clocks = (find_clock(words) for words in fields)
    seen = {clock.minute for clock in clocks if clock is not None and clock.minute is not None}
    minutes = (one.minute for one in document.timeline.entries if one.minute is not None)
    return bool(seen) and any(minute % _MINUTES_A_DAY in seen for minute in minutes)
