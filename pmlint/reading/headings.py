"""What a heading means: from its words to a :class:`~pmlint.document.Topic`.

Two steps: an exact look-up of the plain words (what the configuration adds comes
first), then patterns of head words in order of how sure they are. A heading that
is a long sentence means nothing, unless it asks one of the known questions.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from pmlint.document import Topic
from pmlint.regexes import Regex, regex

__all__ = [
    "MAIN_TOPICS",
    "is_about_document",
    "is_fishbone",
    "is_title_like",
    "normalise",
    "topic_of",
]

MAIN_TOPICS = (
    Topic.TITLE,
    Topic.SUMMARY,
    Topic.TIMELINE,
    Topic.FACTORS,
    Topic.ACTIONS,
    Topic.LESSONS,
    Topic.SEVERITY,
)

# ":memo:", a figure in a keycap (1️⃣), a figure in a circle (①).
_SHORTCODE = regex(
    r":[a-z0-9_+-]+:|[0-9#*]\ufe0f?\u20e3|\U0001f51f|[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]"
)
_NUMBERING = regex(
    r"^\s*(?:(?:section|part|phase|step)\s+\d+\s*[:.)–—-]*\s*"
    r"|\(?\d{1,2}(?:\.\d{1,2})*\s*[.):–—-]+\s*|[ivx]{1,4}[.)]\s+|[a-h][.)]\s+"
    r"|\d{1,2}(?:\.\d{1,2})*\s+(?=(?-i:[A-Z]))|q(?:uestion)?\s?\d*\s*[:.]\s*)",
    re.IGNORECASE,
)
_PARENTHESIS = regex(r"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}")
_NOT_WORD = regex(r"[^\w&/'’?.+-]+")
_TWO_SENTENCES = regex(r"[a-z]{2}[.!?]\s+[A-Z]")
_LONGEST = 9
"""Words of the longest heading that is read as a topic."""

_EXACT: dict[str, Topic] = {
    "title": Topic.TITLE,
    "event": Topic.TITLE,
    "event name": Topic.TITLE,
    "incident title": Topic.TITLE,
    "incident name": Topic.TITLE,
    "issue name": Topic.TITLE,
    "name": Topic.TITLE,
    "tl dr": Topic.SUMMARY,
    "tldr": Topic.SUMMARY,
    "tl;dr": Topic.SUMMARY,
    "abstract": Topic.SUMMARY,
    "overview": Topic.SUMMARY,
    "outline": Topic.SUMMARY,
    "synopsis": Topic.SUMMARY,
    "description": Topic.SUMMARY,
    "problem": Topic.SUMMARY,
    "the problem": Topic.SUMMARY,
    "the issue": Topic.SUMMARY,
    "issue": Topic.SUMMARY,
    "in short": Topic.SUMMARY,
    "short": Topic.SUMMARY,
    "short version": Topic.SUMMARY,
    "short description": Topic.SUMMARY,
    "short story": Topic.SUMMARY,
    "gist": Topic.SUMMARY,
    "digest": Topic.SUMMARY,
    "abridged": Topic.SUMMARY,
    "lede": Topic.SUMMARY,
    "what it was": Topic.SUMMARY,
    "what this is about": Topic.SUMMARY,
    "symptoms": Topic.SUMMARY,
    "details": Topic.SUMMARY,
    "incident details": Topic.SUMMARY,
    "in brief": Topic.SUMMARY,
    "incident": Topic.SUMMARY,
    "the incident": Topic.SUMMARY,
    "outage": Topic.SUMMARY,
    "fault": Topic.FACTORS,
    "chronology": Topic.TIMELINE,
    "times": Topic.TIMELINE,
    "sequence": Topic.TIMELINE,
    "events": Topic.TIMELINE,
    "log": Topic.TIMELINE,
    "history": Topic.TIMELINE,
    "why": Topic.FACTORS,
    "whys": Topic.WHYS,
    "the 5 whys": Topic.WHYS,
    "cause": Topic.FACTORS,
    "causes": Topic.FACTORS,
    "reason": Topic.FACTORS,
    "reasons": Topic.FACTORS,
    "findings": Topic.FACTORS,
    "detailed findings": Topic.FACTORS,
    "mechanism": Topic.FACTORS,
    "how come": Topic.FACTORS,
    "factors": Topic.FACTORS,
    "analysis": Topic.FACTORS,
    "diagnosis": Topic.FACTORS,
    "investigation": Topic.RESPONSE,
    "trigger": Topic.FACTORS,
    "rca": Topic.FACTORS,
    "todo": Topic.ACTIONS,
    "todos": Topic.ACTIONS,
    "to do": Topic.ACTIONS,
    "to-do": Topic.ACTIONS,
    "to-dos": Topic.ACTIONS,
    "tasks": Topic.ACTIONS,
    "actions": Topic.ACTIONS,
    "action": Topic.ACTIONS,
    "ais": Topic.ACTIONS,
    "measures": Topic.ACTIONS,
    "countermeasures": Topic.ACTIONS,
    "counter-measures": Topic.ACTIONS,
    "work items": Topic.ACTIONS,
    "open points": Topic.ACTIONS,
    "open items": Topic.ACTIONS,
    "to be done": Topic.ACTIONS,
    "still to do": Topic.ACTIONS,
    "will do": Topic.ACTIONS,
    "who does what": Topic.ACTIONS,
    "now what": Topic.ACTIONS,
    "what now": Topic.ACTIONS,
    "and now": Topic.ACTIONS,
    "prevention": Topic.ACTIONS,
    "preventions": Topic.ACTIONS,
    "remediation": Topic.ACTIONS,
    "remediations": Topic.ACTIONS,
    "recommendations": Topic.ACTIONS,
    "improvements": Topic.ACTIONS,
    "tickets": Topic.ACTIONS,
    "the future": Topic.ACTIONS,
    "future": Topic.ACTIONS,
    "opportunities": Topic.ACTIONS,
    "commitments": Topic.ACTIONS,
    "long term solution": Topic.ACTIONS,
    "long-term solution": Topic.ACTIONS,
    "long term fix": Topic.ACTIONS,
    "long-term fix": Topic.ACTIONS,
    "moving forward": Topic.ACTIONS,
    "going forward": Topic.ACTIONS,
    "what next": Topic.ACTIONS,
    "what's next": Topic.ACTIONS,
    "what is next": Topic.ACTIONS,
    "lessons": Topic.LESSONS,
    "learnings": Topic.LESSONS,
    "learning": Topic.LESSONS,
    "learned": Topic.LESSONS,
    "takeaways": Topic.LESSONS,
    "takeaway": Topic.LESSONS,
    "insights": Topic.LESSONS,
    "retrospective": Topic.LESSONS,
    "reflection": Topic.LESSONS,
    "reflections": Topic.LESSONS,
    "moral": Topic.LESSONS,
    "sev": Topic.SEVERITY,
    "class": Topic.SEVERITY,
    "rating": Topic.SEVERITY,
    "level": Topic.SEVERITY,
    "priority": Topic.SEVERITY,
    "the good": Topic.WENT_WELL,
    "good": Topic.WENT_WELL,
    "positives": Topic.WENT_WELL,
    "the bad": Topic.WENT_POORLY,
    "bad": Topic.WENT_POORLY,
    "the ugly": Topic.WENT_POORLY,
    "negatives": Topic.WENT_POORLY,
    "what did not": Topic.WENT_POORLY,
    "what didn't": Topic.WENT_POORLY,
    "damage": Topic.IMPACT,
    "duration": Topic.IMPACT,
    "scope": Topic.IMPACT,
    "fix": Topic.RESOLUTION,
    "the fix": Topic.RESOLUTION,
    "solution": Topic.RESOLUTION,
    "short term fix": Topic.RESOLUTION,
    "mitigation": Topic.RESOLUTION,
    "workaround": Topic.RESOLUTION,
    "response": Topic.RESPONSE,
    "date": Topic.DATE,
    "dates": Topic.DATE,
    "status": Topic.STATUS,
    "state": Topic.STATUS,
    "context": Topic.BACKGROUND,
    "introduction": Topic.BACKGROUND,
    "leadup": Topic.BACKGROUND,
    "lead-up": Topic.BACKGROUND,
    "glossary": Topic.APPENDIX,
    "references": Topic.APPENDIX,
    "links": Topic.APPENDIX,
    "resources": Topic.APPENDIX,
    "faq": Topic.APPENDIX,
    "q&a": Topic.APPENDIX,
    "metadata": Topic.OTHER,
    "meta": Topic.OTHER,
    "information": Topic.OTHER,
    "general information": Topic.OTHER,
    "incident information": Topic.OTHER,
    "quick facts": Topic.OTHER,
    "key facts": Topic.OTHER,
    "thanks": Topic.OTHER,
    "acknowledgements": Topic.OTHER,
    "acknowledgments": Topic.OTHER,
    "conclusion": Topic.OTHER,
    "conclusions": Topic.OTHER,
}

# In this order: a heading means the first pattern that it holds.
_PATTERNS: tuple[tuple[Topic, Regex], ...] = tuple(
    (topic, regex(pattern))
    for topic, pattern in (
        (Topic.GROUND_RULES, (
            r"\b(?:ground rules|blameless (?:statement|notice|policy)"
            r"|prime directive|how to use|about this (?:document|template)|disclaimer)\b")),
        (Topic.TIMELINE, (
            r"\btime ?-?lines?\b|\bwhat happened when\b|\bchronolog|\bsequence of events\b"
            r"|\bkey events\b|\bevent (?:log|history)\b|\bincident log\b"
            r"|\b(?:course|order|progress|flow) of (?:the )?events?\b|\bkey times(?:tamps)?\b"
            r"|\b(?:course|progress) of (?:the |that )?(?:day|night|morning|afternoon|evening"
            r"|weekend|week|incident|outage)\b"
            r"|\bkey moments\b|\b(?:hour|minute|blow|play)[ -]by[ -](?:hour|minute|blow|play)\b"
            r"|\bhow (?:it|this|things|events|the \w+) (?:unfolded|played out|went down)\b"
            r"|\bhow the (?:day|night|morning|afternoon|evening|weekend) went\b")),
        (Topic.WENT_WELL, (
            r"\bwent (?:well|right|good|great)\b|(?<!not )(?<!n't )\bgo(?:es)? well\b"
            r"|\bworked well\b|\bdid well\b|\bwhat (?:worked|we liked)\b|\bdone well\b")),
        (Topic.LUCKY, r"\bluck(?:y|ily)?\b"),
        (Topic.WENT_POORLY, (
            r"\bwent (?:wrong|poorly|badly|less well|not so well|bad)\b"
            r"|\bgo wrong\b|(?:\bnot|n't) (?:work|go)\b|\bdid poorly\b"
            r"|\bdone (?:better|poorly)\b|\bcould have gone better\b|\bdo better\b"
            r"|\b(?:be|been|have) (?:improved|better)\b"
            r"|\bto improve\b|\bpain points\b|\bchallenges\b")),
        (Topic.WHYS, r"\b(?:5|five|the)[ -]?whys?\b"),
        (Topic.DONE, (
            r"\b(?:actions?|steps|measures|work|fix(?:es)?)(?: already)? (?:taken"
            r"|done|completed|performed)\b|\bwhat (?:has been|have we|we(?:'ve"
            r"| have)?) (?:done|did)\b|\bimmediate (?:actions?|fix|mitigation|response"
            r"|steps)\b|\balready done\b|\bcompleted (?:actions?|items)\b")),
        (Topic.ACTIONS, (
            r"\baction[ -]?(?:items?|points?|plan|list|table)\b"
            r"|\bfollow[ -]?ups?\b|\bnext steps?\b|\b(?:corrective|preventi(?:ve|tive)"
            r"|preventative|remedial|improvement|remediation|review|future|resulting"
            r"|mitigation|repair|planned|agreed|decided) (?:and \w+ )?(?:actions?|measures?|steps?"
            r"|plans?|work|tasks?|items?|improvements?|prevention|preventions)\b|\bactions? (?:to"
            r"|for|and|following|after|from|arising|agreed|decided)\b"
            r"|\bhow (?:are|will) we (?:going to )?improv(?:e|ing)\b"
            r"|\bprevent(?:ing|ion|ative|ive|ions)?\b"
            r"|\bfuture (?:work|plans?|improvements?|mitigations?|actions?)\b"
            r"|\b(?:process|technical|documentation|monitoring|proposed|planned|suggested|recommended"
            r"|short[ -]term|medium[ -]term|long[ -]term) (?:improvements?|changes|actions?|fixes"
            r"|tasks|work|solutions?|follow[ -]?ups?)\b|\bimprovements\b|\brecommendations?\b"
            r"|\bfixing the future\b|\bwhat (?:are|will) we\b"
            r"|\bwhat we(?:'ll| will| are|'re| plan)\b(?! (?:take|learn|remember)\b)"
            r"|\bwhat we (?:now )?do (?:now|next|about it|differently|instead"
            r"|from (?:now|here) on)\b"
            r"|\bdoing about (?:it|this|that)\b"
            r"|\bwhat (?:(?:will|is going to|has to|needs to|must|we) change|changes"
            r"|(?:is|gets) changing)\b|\bwhat(?:'s"
            r"| is)? (?:happens )?next\b|\bwhat happens now\b"
            r"|\bhow (?:will|do|can|are|are we|could) .*\bprevent"
            r"|\broot cause remediations?\b|\bremediation\b|\bto[ -]?do(?:s| list| items)?\b"
            r"|\btasks\b|\bpath forward\b|\bplan (?:of action|going forward)\b")),
        (Topic.LESSONS, (
            r"\blessons?\b|\blearn(?:ed|t|ing|ings)?\b|\btake-?aways?\b"
            r"|\b(?:what|things) (?:we|i|one)(?: takes?| took| will take|'ll take)"
            r" (?:away|home|from|out|(?:along )?with (?:us|me))\b"
            r"|\b(?:we|i) (?:now know|know now"
            r"|now believe)\b|\bkeep(?:ing)? in mind\b|\bwould (?:you|we) tell others\b"
            r"|\bkey insights?\b|\bwhat (?:surprised|did we discover)\b|^surprises?$"
            r"|\b(?:would|we'd|i'd)(?: \w+){0,2} (?:do|done|change|changed) (?:\w+ )?"
            r"differently\b")),
        (Topic.FACTORS, (
            r"\broot[ -]?causes?\b|\bcontribut(?:ing|ory)\b|\bcauses?\b"
            r"|\bcausal\b|\bfactors?\b|\bwhy (?:did|was|were|it|this|wasn't|has)\b"
            r"|\btriggers?\b|\bunderlying\b|\bfailure analysis\b|\btechnical (?:analysis"
            r"|details|cause)\b|\bincident analysis\b|\banaly[sz]is\b|\bwhat went down\b"
            r"|\bwhat (?:caused|contributed|led to)\b|\brca\b"
            r"|\bwhat (?:made|let) (?:it|this)(?: possible| happen)?\b"
            r"|\bhow (?:could|did|can) (?:it|this|that) (?:happen|occur|come about)\b"
            r"|\bhow (?:it|this|that) could (?:happen|occur|come about)\b"
            r"|\bhow (?:(?:it|this|that) (?:was|became|is)|was (?:it|this|that)) possible\b"
            r"|\b(?:made|make) (?:it|this) possible\b|\b(?:that|what) (?:added up|came together)\b"
            r"|\bplayed a (?:part|role)\b"
            r"|\b(?:was|is|lay|lies) behind (?:it|this|that)\b|\btechnical explanation\b|^why\b"
            r"|\bthe (?:bug|vulnerability)\b|\b(?:fishbone|ishikawa)\b")),
        (Topic.SEVERITY, (
            r"\bseverity\b|\bsev(?:erity)? ?(?:level|rating)\b|\b(?:incident"
            r"|impact) (?:level|class|priority|rating)\b|\bpriority\b"
            r"|^how (?:bad|serious|severe|grave)(?: (?:was|is) (?:it|this|that|the \w+))?$")),
        (Topic.SUMMARY, (
            r"\bsummary\b|\btl;?dr\b|\bsynopsis\b|\bat a glance\b"
            r"|\bwhat (?:has |had |was )?(?:nearly |almost )?(?:happened|occurred)\b"
            r"(?! (?:next|then|since|after\w*)\b)|^what happens$"
            r"|^what (?:could have|might have|did) happen(?:ed)?$"
            r"|\bwhat was the (?:problem|issue)\b|\b(?:incident|issue"
            r"|problem|outage|executive) (?:overview|description|summary|statement|brief)\b"
            r"|\boverview\b|\bdescription of (?:the )?(?:incident|issue|problem|outage|event)\b"
            r"|^(?:(?:the|our|incident|full|detailed) )*(?:narrative|account|story)(?: of .*)?$"
            r"|^in (?:an?|one|two|three|few|\d|a few|short)"
            r" (?:words?|sentences?|lines?|breath|nutshell)$"
            r"|^how (?:they|it|the \w+) (?:got|came) (?:in|out|through)$")),
        (Topic.IMPACT, (
            r"\bimpact(?:s|ed)?\b|\bwho was (?:affected|hit)\b|\baffected\b"
            r"|\bconsequences?\b|\bdamage\b|\bblast radius\b|\beffects?\b|\bduration\b"
            r"|\bdowntime\b"
            r"|^what (?:it|this|that|the (?:outage|incident)) (?:has )?cost(?: us)?\b")),
        (Topic.DETECTION, (
            r"\bdetect(?:ion|ed)\b|\bhow (?:was it|did we) (?:find|found"
            r"|notice)|\bdiscover(?:y|ed)\b|\balerting\b|\bidentified\b")),
        (Topic.RESOLUTION, (
            r"\bresolution\b|\brecovery\b|\bresolved?\b|\brestor(?:ation"
            r"|ing)\b|\bmitigations?\b|\bhow (?:was it|did we|we) (?:fix|solve|resolve)"
            r"|\bfix(?:es|ed)?\b|\bworkarounds?\b|\bsolutions?\b")),
        (Topic.MEETING, (
            r"\bmeeting\b|\breview (?:date|held|meeting|time)\b"
            r"|\bretro(?:spective)? held\b|\bpost-?mortem (?:date|meeting|held|review)\b")),
        (Topic.PEOPLE, (
            r"\battendees\b|\bparticipants?\b|\bpresent\b|\bauthors?\b"
            r"|\bfacilitat|\bwritten by\b|\bcreated by\b|\breviewers?\b|\bresponders?\b"
            r"|\bincident (?:commander|manager|lead|owner)\b|\binvolved\b|\bpeople\b"
            r"|\broles\b|\bscribe\b|\binvite(?:d|es)\b|\bcontributors\b|\bprepared by\b"
            r"|\breported by\b|\bowners?\b")),
        (Topic.RESPONSE, (
            r"\bresponse\b|\bresponding\b|\bcommunications?\b|\bescalation\b"
            r"|\bdebugging\b|\btroubleshooting\b")),
        (Topic.BACKGROUND, (
            r"\bbackground\b|\bcontext\b|\bintroduction\b|\blead-?up\b"
            r"|\bpreamble\b|\barchitecture\b")),
        (Topic.APPENDIX, (
            r"\bappendi(?:x|ces)\b|\bsupporting\b|\breferences\b"
            r"|\bfurther reading\b|\bglossary\b|\bchat logs?\b|\bgraphs?\b|\bscreenshots?\b"
            r"|\blogs?\b|\brelated\b|\buseful\b|\bfaq\b|\bquestions\b")),
        (Topic.STATUS, r"\bstatus\b"),
        (Topic.DATE, (
            r"^(?:[\w/&]+ ){0,3}dates?(?: (?:and|or|of (?:the )?(?:incident|outage|event|review))"
            r".*)?$|\bstart(?:ed)?(?: time)?\b|\bended\b|\bend time\b|\bwhen\b")),
    )
)  # fmt: skip


def normalise(words: str) -> str:
    """*words* in lower case, without emoji, numbering, brackets and closing marks."""
    text = _SHORTCODE.sub(" ", words)
    text = _NUMBERING.sub("", text.strip().lstrip("#*_-–—•> "))
    stripped = _PARENTHESIS.sub(" ", text)
    text = stripped if _NOT_WORD.sub("", stripped) else text
    text = text.replace("’", "'").replace("_", " ").lower()
    return _NOT_WORD.sub(" ", text).strip(" ?.:-/&'+")


def topic_of(words: str, aliases: Mapping[str, Topic] | None = None) -> Topic | None:
    """The topic that a heading of these *words* opens, or None.

    *aliases* maps further headings (as normalised by `normalise`) to topics.
    """
    plain = normalise(words)
    if aliases:
        found = aliases.get(plain)
        if found is not None:
            return found
    return _known_topic(plain)


@lru_cache(maxsize=4096)
def _known_topic(plain: str) -> Topic | None:
    found = _EXACT.get(plain)
    if found is None and plain.startswith(("the ", "our ")):
        found = _EXACT.get(plain[4:])
    if found is not None:
        return found
    words = plain.split()
    question = words[:1] and words[0] in ("what", "why", "how", "who", "where")
    if not words or len(words) > _LONGEST + (6 if question else 0):
        return None
    # The first part of "Timeline: the plot thickens" or "Impact - users" says it.
    for topic, pattern in _PATTERNS:
        if pattern.search(plain):
            return topic
    return None


_FISHBONE = regex(r"\b(?:fishbone|ishikawa)\b")


def is_fishbone(words: str) -> bool:
    """Whether the heading is that of a diagram whose lines are kinds of factors."""
    return _FISHBONE.search(normalise(words)) is not None


def is_title_like(words: str) -> bool:
    """Whether a first line without markup can be the document's title."""
    words = words.strip()
    if _TWO_SENTENCES.search(words) or "\n" in words:
        return False
    return (
        bool(words)
        and len(words.split()) <= 18
        and not words.endswith((".", ";", ",", "!"))
        and len(words) <= 160
    )


_OF_DOCUMENT = regex(
    r"\W*(?:(?:last )?(?:published|posted|written|created|updated|review\w*|prepared|by|version)\b"
    r"|[^:\n]{1,40}:\s)",
    re.IGNORECASE,
)


def is_about_document(words: str) -> bool:
    """Whether a line at the top is a field, or tells of the document: "Published 3 March"."""
    return _OF_DOCUMENT.match(words) is not None
