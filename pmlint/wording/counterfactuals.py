"""Verdicts of the form "should have", "could have", "if only", "was supposed to".

A counterfactual is hindsight when it is about people's choices. Who is meant is
decided from the subject; in a passive ("should have been tested") from the verb:
some things only people do (test, review, escalate), others only systems (route,
evict, retry), and the rest depends on what is acted on and on words that betray a
verdict ("earlier", "in review").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.regexes import regex
from pmlint.wording.finds import Claim, Doer, Scene, words
from pmlint.wording.frames import Actor

__all__ = ["if_only", "judged_by_norm", "minimiser", "possible_verdict", "should_have"]

_ADVERBS = (
    r"(?:\s+(?:\w+ly|never|ever|also|at\s+least|just|first|then|even|still|already|all|both"
    r"|perhaps|maybe|instead|double|long|since|in\s+theory|of\s+course|not|very|well|much"
    r"|far)\b){0,3}"
)
_PERFECT = (
    r"(?P<no>n't|\s+not\b|\s+never\b)?" + _ADVERBS + r"(?:\s+have\b|'ve\b|\s+of\b|a\b)"
    r"(?P<never>\s+never\b|\s+not\b)?"
    + _ADVERBS
    + r"(?P<be>\s+been\b)?"
    + _ADVERBS
    + r"\s+(?P<verb>[a-z]+(?:-[a-z]+)?)\b"
)
_SHOULD = regex(
    r"\b(?P<modal>should|ought(?:\s+not)?\s+to|shoulda|need(?:ed)?(?:\s+not)?(?:\s+to)?)"
    + _PERFECT,
    re.IGNORECASE,
)
_MIGHT = regex(r"(?:\b(?P<modal>could|would|might)|(?<=\w)'d)" + _PERFECT, re.IGNORECASE)

_READ_ACCESS = regex(
    r"\s*-?(?:access|replicas?|only|permissions?|rights|models?|points?|marks)\b", re.IGNORECASE
)
_IRREGULAR = words(
    """known seen caught found thought told read run held kept taken made done gone given put set
    cut brought built sent spent left lost met paid sought shown spoken stood thrown
    understood written begun broken chosen come drawn driven fallen felt foreseen forgotten
    forgiven got gotten grown heard hidden laid led let meant overseen proven quit reset
    risen shut split taught undone undertaken withdrawn rebuilt resent rewritten overridden
    had been become hit won stuck slept fed asked"""
)
_NO_PARTICIPLE = words("need speed feed seed embed red bed hundred indeed shared dedicated")
_ADJECTIVES = words(
    """automated documented defined limited written centralized centralised standardized
    standardised established enforced agreed improved detailed managed advanced restricted
    increased versioned named labelled labeled controlled required"""
)
_AFTER_VERB = regex(
    r"\s+(?:the|an?|this|that|these|those|our|my|their|its|his|her|it|them|us|to|for|with|in|on|at"
    r"|by|from|before|after|when|as|and|or|if|first|earlier|sooner|more|up|out|off|down|back|over"
    r"|all|any|every|each|better|until|through|into|about|against|how|what|why|who|where|whether"
    r"|\w+ly)\b|\s*(?:[,.;:!?)]|$)",
    re.IGNORECASE,
)

_ONLY_PEOPLE = words(
    """tested review reviewed noticed documented communicated planned considered escalated rolled
    spotted addressed anticipated foreseen told informed discussed agreed decided approved
    merged deployed released rushed shipped launched introduced designed prioritised
    prioritized raised flagged investigated questioned asked rehearsed practised practiced
    drilled trained known understood involved assigned followed treated taken handled
    prevented avoided mitigated thought estimated consulted staged scheduled postponed
    delayed discovered researched assessed audited recognised recognized realised realized
    identified caught called declared briefed warned seen looked examined inspected measured
    challenged studied verified double-checked checked paused aborted attempted undertaken
    written drafted signed reverted rehearsed given contacted clarified coordinated announced
    foreseen run-through acted invited rethought acknowledged explained debated resolved
    fixed patched upgraded migrated proposed budgeted provisioned cancelled canceled brought
    made done kicked dealt peer-reviewed allowed trusted relied decommissioned retired"""
)
_OFTEN_PEOPLE = words(
    """run enabled disabled set configured raised increased lowered reduced renewed rotated updated
    deleted removed cleaned changed replaced added built created monitored validated detected
    reported found drained moved isolated stopped turned switched notified alerted paged
    pushed published shut restarted rebooted kept left drafted started triggered used put
    closed opened protected secured locked hardened tuned sized implemented included excluded
    executed backed restored"""
)
_MACHINE_THINGS = regex(
    r"\b(?:requests?|inputs?|tokens?|signatures?|payloads?|headers?|values?|parameters?|responses?"
    r"|exceptions?|packets?|messages?|checksums?|events?|jobs?|crons?|quer(?:y|ies)|hooks?|locks?"
    r"|sessions?|cookies?|entr(?:y|ies)|rows?|records?|keys?|cache[sd]?|connections?|sockets?"
    r"|pods?|containers?|threads?|workers?|process(?:es)?|leases?|writes?|reads?|transactions?"
    r"|blocks?|sequences?|frames?|bytes?|fields?|columns?|urls?|calls?|mails?|e-?mails?|alerts?"
    r"|pages?|alarms?|notifications?|refunds?|payments?|invoices?|retr(?:y|ies)|traffic|failovers?"
    r"|replicas?|shards?|leaders?|metrics?|counters?|timers?|types?|refs?|data)\s*$",
    re.IGNORECASE,
)
_JUDGED_WHEN = regex(
    r"\b(?:earlier|sooner|faster|quicker|long\s+ago|beforehand|in\s+advance"
    r"|in\s+the\s+first\s+place"
    r"|from\s+the\s+(?:start|beginning|outset)|(?:months?|weeks?|days?|years?|hours?)\s+(?:ago"
    r"|before"
    r"|earlier)|immediately|right\s+away|straight\s+away|at\s+once|by\s+hand|manually|prior\s+to"
    r"|(?:in|during|by|at)\s+(?:a\s+|the\s+|our\s+|its\s+|code\s+|peer\s+|design\s+){0,4}(?:review"
    r"|testing|tests?|qa|planning|staging|handover|development|design)"
    r"|before\s+(?:we|the|it|they|our|any|this|release|launch|deploy\w*|going|shipping|merging"
    r"|starting|touching)|when\s+we|ahead\s+of|at\s+the\s+first\s+sign)\b",
    re.IGNORECASE,
)
_BY_ITSELF = regex(
    r"\b(?:automatically|by\s+itself|on\s+its\s+own|by\s+default|by\s+now"
    r"|after\s+(?:\w+\s+){1,3}(?:seconds?|minutes?|hours?|days?)"
    r"|within\s+(?:\w+\s+){1,2}(?:seconds?|minutes?|hours?|days?)|at\s+\d|on\s+\d)",
    re.IGNORECASE,
)
_RECEIVES = words(
    """received got gotten seen been able access had experienced noticed heard felt found lost"""
)
_PEOPLES_WORK = regex(
    r"\b(?:reviews?|testing|qa|planning|plan|design|decision|communications?|handover|hand-?off"
    r"|announcement"
    r"|analysis|investigation|response|assessment|estimate|coordination|escalation|approval"
    r"|documentation"
    r"|preparation|due\s+diligence|procedure|handling|reaction|play-?tests?|rehearsal|drill"
    r"|audit|briefing"
    r"|onboarding|discussion|meeting|board|committee|management|leadership)\s*$",
    re.IGNORECASE,
)
_ROLLOUTS = regex(
    r"\b(?:roll-?out|migration|deploy(?:ment)?|release|change|fix|patch|upgrade|cut-?over"
    r"|maintenance|launch"
    r"|feature|message|notice|announcement|statement|mail|e-mail|update|limits?|thresholds?)\s*$",
    re.IGNORECASE,
)
_MIND = words(
    """known thought listened realised realized signed agreed insisted decided questioned considered
    foreseen anticipated consulted told looked reviewed double-checked phoned challenged
    discussed planned understood remembered bothered cared spoken admitted"""
)
_THROUGH_STEPS = regex(
    r"(?:gone|waited|been)\s+(?:through|to\s+(?:staging|test|qa|review)|out\b|behind|until"
    r"|in\s+(?:stages"
    r"|waves|phases))\b",
    re.IGNORECASE,
)
_ELIDED_ACTS = words("""waited known thought stopped kept left gone sent set run put cut held""")
_DONE_TO_PEOPLE = words("paged alerted notified logged charged redirected able")
_NEVER_MACHINES = words(
    """reviewed tested rehearsed discussed considered rushed approved designed shipped deployed
    merged launched"""
)
_CHOICES = words(
    """set configured raised increased lowered reduced disabled enabled monitored drained run turned
    shut kept left secured protected tuned sized implemented backed hardened isolated drafted
    renewed rotated excluded validated switched locked"""
)
_MACHINE_VERBS = words(
    """routed retried cached emitted fired evicted refreshed served sent received delivered
    processed replicated synced synchronised synchronized returned dropped expired propagated
    stored logged recorded indexed loaded allocated freed written rejected accepted parsed
    queued charged credited applied redirected read there possible the a in on at"""
)
_WAITS_FOR = regex(r"(?:received|gotten)$", re.IGNORECASE)
_BY_SYSTEM = regex(
    r"\s+(?:\w+\s+){0,4}?by\s+(?!(?!monitoring|alerting)\w+ing\b)(?:the|a|an|our|its|this"
    r"|that)?\s*(?:[\w-]+\s+){0,3}?"
    r"(?:alert(?:s|ing)?|monitor(?:s|ing)?|monitoring|pipeline|ci|linter|compiler|check|checks|test"
    r"|tests|suite|system|service|server|proxy|gateway|balancer|scheduler|controller|operator"
    r"|kernel|client|library|firewall|watchdog|probe|probes|job|script|tool|validator|schema"
    r"|handler|parser|database|cluster|broker|daemon|agent|cache|worker)\b",
    re.IGNORECASE,
)


def should_have(scene: Scene) -> Iterator[Claim]:
    """People's past acts measured against what they should have been (PM201)."""
    for found in _SHOULD.finditer(scene.words):
        if _is_participle(scene, found) and _is_human_should(scene, found):
            code = "PM208" if found["modal"].lower().startswith("need") else "PM201"
            yield scene.find(code, found.start("modal"), found.end())
    for found in _FIRST_MOVE.finditer(scene.words):
        yield scene.find("PM201", found.start(), found.end())


# Moves and thoughts are people's, also where the act is the subject ("rolling back").
_FIRST_MOVE = regex(
    r"\b(?:should|ought\s+to)\s+(?:\w+ly\s+)?have\s+been\s+(?:the|our|my|his|her|their|everybody's|everyone's)\s+"
    r"(?:very\s+)?(?:first|second|next|last|natural|instinctive|immediate)\s+(?:move|thing|reaction|thought|instinct"
    r"|reflex|question|port\s+of\s+call|resort|impulse|priority)\b",
    re.IGNORECASE,
)
_JOINED = regex(r"\b(?:and|but|or)\s+$", re.IGNORECASE)


def _is_participle(scene: Scene, found: re.Match[str]) -> bool:
    """Whether the word after "have" is an act, and not a thing to possess."""
    verb = found["verb"].lower()
    if found["be"]:
        return True
    if _READ_ACCESS.match(scene.words, found.end()):
        return False
    if verb in _ADJECTIVES and not _AFTER_VERB.match(scene.words, found.end()):
        return False
    return verb in _IRREGULAR or (verb.endswith("ed") and verb not in _NO_PARTICIPLE)


def _is_human_should(scene: Scene, found: re.Match[str]) -> bool:
    doer = scene.doer(found.start("modal"))
    if not doer.people and _JOINED.search(scene.words[: found.start()]):
        doer = scene.first_doer
    if doer.existential:
        return False
    rest = scene.rest(found.end())
    verb = found["verb"].lower()
    if found["be"] and not verb.endswith("ing"):
        return _is_human_passive(doer, verb, rest, bool(found["no"] or found["never"]))
    if doer.elided:
        return verb in _ONLY_PEOPLE or verb in _OFTEN_PEOPLE or verb in _ELIDED_ACTS
    if doer.people:
        if doer.words.strip().lower() == "they" and verb not in _ONLY_PEOPLE | _INSIGHT:
            return False
        return not (doer.outsider and verb in _RECEIVES) and not _WAITS_FOR.match(verb)
    if doer.actor is Actor.ORG:
        return verb in _ONLY_PEOPLE
    return _is_peoples_work(scene, doer, found)


def _is_peoples_work(scene: Scene, doer: Doer, found: re.Match[str]) -> bool:
    """Whether a thing as subject stands for the people who made or did it."""
    verb = found["verb"].lower()
    if _PEOPLES_WORK.search(doer.words):
        return verb not in _TAKES_TIME
    if _ROLLOUTS.search(doer.words) and _THROUGH_STEPS.match(scene.rest(found.start("verb"))):
        return True
    if doer.words.strip().lower() == "it":
        return verb in _ONLY_PEOPLE and bool(_GROUP_BEFORE.search(scene.words[: found.start()]))
    return verb in _MIND and not _PRONOUN.match(doer.words)


_TAKES_TIME = words("taken lasted finished completed ended begun")
_GROUP_BEFORE = regex(
    r"\b(?:team|crew|company|vendor|provider|department|management|squad|board|committee)\b", re.I
)
_PRONOUN = regex(r"\s*(?:it|this|that|which|these|those|there|what)\b", re.IGNORECASE)


def _is_human_passive(doer: Doer, verb: str, rest: str, denied: bool) -> bool:
    if verb in {"able", "possible", "allowed"} or _BY_SYSTEM.match(rest):
        return False
    if doer.people and not doer.outsider and verb not in _DONE_TO_PEOPLE:
        return True
    judged = bool(_JUDGED_WHEN.search(rest))
    if _BY_ITSELF.search(rest) and not judged:
        return False
    if _MACHINE_THINGS.search(doer.words) and not judged:
        return verb in _NEVER_MACHINES
    if verb in _ONLY_PEOPLE:
        return True
    if _PEOPLES_WORK.search(doer.words) or _ROLLOUTS.search(doer.words):
        return verb not in _MACHINE_VERBS or judged
    if verb in _OFTEN_PEOPLE:
        return judged or denied or verb in _CHOICES
    return judged and verb not in _MACHINE_VERBS


_PREVENTED = words("avoided prevented averted avoidable")
_NOTICED = words(
    """caught spotted noticed detected discovered found foreseen seen anticipated handled managed
    addressed resolved fixed mitigated contained shortened done communicated stopped tested
    identified diagnosed planned escalated rolled recovered restored minimised minimized
    flagged picked solved dealt approached executed coordinated reduced limited"""
)
_IMPROVED = words("better faster quicker shorter smoother sooner clearer earlier")
_INSIGHT = words(
    """noticed known caught seen found realised realized spotted detected discovered recognised
    recognized foreseen anticipated prevented avoided averted stopped understood identified
    rolled acted looked checked tested asked escalated questioned taken paused called told
    warned paged informed contacted chosen declared"""
)
_SUFFERED = words(
    """lost suffered been had hit ended faced got gotten received experienced run felt become
    remained affected broken corrupted brought deleted caused gone exposed leaked seen needed"""
)
_REVEALS = words(
    """caught shown revealed found prevented avoided averted spotted noticed exposed flagged saved
    uncovered surfaced told confirmed detected helped stopped made seen sufficed highlighted
    identified picked cleared resolved been spared shortened"""
)
_EXCUSE = regex(
    r"\b(?:the\s+same|likewise|no\s+differently|reasonabl[ey]|in\s+(?:her|his|their|my|that)\s+"
    r"(?:seat|place|position|shoes))\b",
    re.IGNORECASE,
)
_BY_PEOPLE = regex(
    r"\b(?:(?:had|if)\s+(?:only\s+)?(?:we|i|they|he|she|someone|somebody|anyone|anybody|people"
    r"|the\s+(?:team|engineer|operator|on-call|staff|reviewer|developer)s?)\b"
    r"|by\s+(?:\w+\s+){0,2}?(?:testing|reviewing|looking|checking|reading|running|asking|following"
    r"|planning|calling|rolling|deploying|paying|escalating|communicating|waiting|using|doing)\b"
    r"|with\s+(?:an?\s+)?(?:bit\s+|little\s+|more\s+|better\s+|proper\s+|some\s+|closer\s+"
    r"|greater\s+|careful\s+|simple\s+|earlier\s+|of\s+){0,4}(?:testing|review|care|attention"
    r"|planning|communication|diligence|thought|preparation|checking|caution|look)\b)",
    re.IGNORECASE,
)
_WORK_DONE = regex(
    r"\b(?:recovery|detection|mitigation|diagnosis|resolution|restoration|outage|incident|downtime"
    r"|it|this|that|things)\b",
    re.IGNORECASE,
)
_WORSE = regex(r"\b(?:later|only|until|longer|worse|nothing)\b", re.IGNORECASE)
_MINIMISED = (
    r"simple|quick|basic|trivial|single|brief|short|little|cursory|five|ten|two|three|one|few|mere"
    r"|easy|elementary|moment's|minute's|\d+|[a-z]+-minute|[a-z]+-second|minutes?|seconds?|moments?"
)
_HUMAN_ACT = regex(
    r"\s*(?:(?:an?|any|some|more|better|even|just|only|proper|careful|thorough|closer|further|the"
    r"|earlier|prior|early|good|hours?|bit|of|with|normal|regular|peer|code|design|manual|test"
    r"|dry|phone|due|second|smoke|load|stress|restore|sanity|pre-?flight|"
    + _MINIMISED
    + r")\s+){0,4}"
    r"(?:look|check|glance|review|run|rehearsal|drill|call|question|(?:pair\s+of\s+)?eyes|testing"
    r"|planning|communication|care|attention|diligence|read|reading|reader|thought|walk-?through"
    r"|conversation|message|grep|search|ping|thinking|preparation|caution|coordination|test"
    r"|escalation|googling|inspection|audit)"
    r"(?:\s+(?:of|at|in|on|from|through|with|to|by|before|during|between)\b[^.;]{0,60})?\s*$",
    re.IGNORECASE,
)
_SMALL_ACT = regex(r"\b(?:" + _MINIMISED + r"|just|only|even)\b", re.IGNORECASE)
_READER = regex(
    r"\s*(?:an?|any|every|no)\s+(?:\w+\s+)?(?:careful|attentive|cautious|thoughtful|alert"
    r"|more\s+\w+|competent|experienced|good|diligent"
    r"|reasonable|prudent|sane|proper|seasoned)\s+\w+",
    re.IGNORECASE,
)
_AS_WELL_AS = regex(
    r"\b(?:not|n't|less|never)\b[^.;]{0,60}?\bas\s+\w+(?:\s+\w+)?\s+as\s+(?:it|we|they|I|this"
    r"|things)"
    r"\s+(?P<verdict>(?:could|should|might|ought\s+to)\s+have(?:\s+been)?)\b",
    re.IGNORECASE,
)


_WISER = regex(
    r"\b(?:would|might|could)\s+have\s+been\s+(?:(?:far|much|so|a\s+lot)\s+)?(?:(?P<easy>easy"
    r"|trivial"
    r"|simple|enough)|better|wiser?|safer|prudent|sensible|smart(?:er)?|advisable|(?:an?"
    r"|the)\s+(?:better|wiser|safer|sensible|right"
    r"|smart|safe|obvious|sane|prudent)\s+\w+)\s+(?:if|to)\b",
    re.IGNORECASE,
)
_POOR_CHOICE = regex(
    r"\b(?:it|that|this)\s+(?:was|had\s+been)\s+(?:(?:very|rather|quite|plainly|simply"
    r"|just)\s+)?(?:foolish"
    r"|unwise|naive|short-?sighted|careless|reckless|wrong|irresponsible|stupid|risky|imprudent"
    r"|a\s+mistake)"
    r"\s+(?:of\s+\w+\s+)?to\s+\w+"
    r"|\b(?:was|were|proved|turned\s+out)\s+(?:to\s+be\s+)?(?:an?\s+|the\s+)(?:bad|poor|wrong"
    r"|terrible|unwise|foolish"
    r"|questionable|unfortunate)\s+(?:idea|choice|decision|call|move|bet)\b",
    re.IGNORECASE,
)
_NEVER_HAPPENED = regex(
    r"\b(?:would(?:n't|\s+not|\s+never)\s+have\s+(?:happened|occurred|been\s+(?:possible"
    r"|necessary|an?\s+\w+))"
    r"|(?:none\s+of\s+(?:this|it)|nothing)\s+would\s+have\s+happened"
    r"|would\s+have\s+been\s+no\s+(?:outage|incident|loss|downtime|impact))\b",
    re.IGNORECASE,
)


def possible_verdict(scene: Scene) -> Iterator[Claim]:
    """What people could, would or might have done instead (PM202, PM209 if made small)."""
    for found in _MIGHT.finditer(scene.words):
        start = found.start("modal") if found["modal"] else found.start()
        if _is_participle(scene, found):
            yield from _possible(scene, found, start)
    for found in _AS_WELL_AS.finditer(scene.words):
        yield scene.find("PM202", found.start("verdict"), found.end())
    for found in _WISER.finditer(scene.words):
        yield scene.find("PM209" if found["easy"] else "PM202", found.start(), found.end())
    for found in _POOR_CHOICE.finditer(scene.words):
        yield scene.find("PM202", found.start(), found.end())
    for found in _NEVER_HAPPENED.finditer(scene.words):
        if _BY_PEOPLE.search(scene.words):
            yield scene.find("PM202", found.start(), found.end())


def _possible(scene: Scene, found: re.Match[str], start: int) -> Iterator[Claim]:
    if found["no"] or found["never"] or _EXCUSE.search(scene.words):
        return
    doer, verb = scene.doer(start), found["verb"].lower()
    if doer.nobody or doer.existential or doer.outsider:
        return
    excused = verb not in _INSIGHT and not _NEVER_HAPPENED.search(scene.words)
    if excused and _ANY_OF_US.match(doer.words):
        return
    if verb in _REVEALS and _HUMAN_ACT.match(doer.whole):
        small = _SMALL_ACT.search(doer.whole)
        yield scene.find("PM209" if small else "PM202", doer.start, found.end())
    elif found["be"] and not verb.endswith("ing"):
        if _is_avoidable(scene, doer, found):
            yield scene.find("PM202", start, found.end())
    elif (doer.people or _READER.match(doer.whole) or _asks_more(doer, verb)) and _is_missed_chance(
        scene, doer, found
    ):
        small = _MINIMISER.search(found[0])
        yield scene.find("PM209" if small else "PM202", start, found.end())


# "Any of us could have done it" excuses, unless all would have been well.
_ANY_OF_US = regex(r"any(?:\s?one)?\s+of\s+(?:\w+\s+){0,4}us$", re.IGNORECASE)


def _asks_more(doer: Doer, verb: str) -> bool:
    """Whether people's work ("the design review") stands for the people who did it."""
    return verb in _INSIGHT and bool(_PEOPLES_WORK.search(doer.words))


def _is_avoidable(scene: Scene, doer: Doer, found: re.Match[str]) -> bool:
    """Whether "could have been avoided" and the like speaks of what people left undone."""
    verb, rest = found["verb"].lower(), scene.rest(found.end())
    if _BY_SYSTEM.match(rest):
        return False
    could = (found["modal"] or "").lower() == "could"
    if verb in _IMPROVED:
        return could and bool(_PEOPLES_WORK.search(doer.words) or _WORK_DONE.search(doer.words))
    if verb in _PREVENTED and could:
        return True
    if could and verb in _ONLY_PEOPLE | _OFTEN_PEOPLE and _JUDGED_WHEN.search(rest):
        return not _MACHINE_THINGS.search(doer.words)
    if verb not in _NOTICED and verb not in _PREVENTED:
        return False
    if _BY_PEOPLE.search(scene.words):
        return True
    judged = bool(_JUDGED_WHEN.search(rest))
    return judged if could else judged and not _CONDITION.search(scene.words)


def _is_missed_chance(scene: Scene, doer: Doer, found: re.Match[str]) -> bool:
    if _READER.match(doer.whole) or _BY_DOING.search(scene.rest(found.end())):
        return True
    verb = found["verb"].lower()
    if _BUT_THEN.search(scene.rest(found.end())):
        return False
    if (found["modal"] or "").lower() == "could" and doer.actor is not Actor.INDEFINITE:
        return verb not in _SUFFERED
    return verb in _INSIGHT and not _WORSE.search(scene.rest(found.end()))


_BUT_THEN = regex(
    r"[,;]?\s+but\s+(?:the|our|its|that|this|both|there|it)\b(?![^.;]{0,40}\b(?:nobody"
    r"|no\s?-?one)\b)",
    re.IGNORECASE,
)
_BY_DOING = regex(
    r"\bby\s+(?:\w+ly\s+)?(?:reading|asking|looking|checking|testing|calling|waiting|planning"
    r"|reviewing|using"
    r"|rolling|failing|following|running)\b",
    re.IGNORECASE,
)
_CONDITION = regex(r"\b(?:if|had)\b", re.IGNORECASE)
_MINIMISER = regex(r"\b(?:simply|just|merely)\b", re.IGNORECASE)
_IF = regex(
    r"\b(?P<if>if(?P<only>\s+only)?|wish(?:es|ed)?(?:\s+that)?)\s+(?P<who>[^,.;:]{1,60}?)"
    r"(?:\s+(?P<had>had|hadn't)|'d)\b(?P<no>\s+(?:not|never)\b)?" + _ADVERBS + r"(?P<been>\s+been)?"
    r"\s+(?P<verb>[a-z]+)\b",
    re.IGNORECASE,
)
_HAD = regex(
    r"(?:^\W*|(?<=[,;:(\u2013\u2014-]\s)|(?P<main>\b(?:would|could|might|nothing"
    r"|never)\b[^.;]{0,80}\s))"
    r"(?P<if>had)(?P<only>\s+only)?\s+"
    r"(?P<who>(?:we|i|he|she|they|you|it|this|that|any\w+|some\w+|people|the|our|an?|my|their"
    r"|(?-i:[A-Z])\w+)"
    r"(?:\s+[\w'-]+){0,4}?)(?P<no>\s+(?:not|never)\b)?"
    r"(?:\s+(?:only|ever|actually|just|simply|even|at\s+least|\w+ly|also|both|first)){0,3}"
    r"(?P<been>\s+been(?:\s+\w+ly)?)?\s+(?P<verb>[a-z]+ed|" + "|".join(sorted(_IRREGULAR)) + r")\b",
    re.IGNORECASE,
)
_PAST_CHANCE = regex(r"\b(?:could|would|might)\s+(?:\w+\s+)?have\b", re.IGNORECASE)
_INDIRECT = regex(
    r"\b(?:ask|check|see|know|wonder|verify|confirm|determine|tell|test|investigat|find\s+out"
    r"|unsure"
    r"|unclear|sure|question|decide|saw|knew|discuss|say)\w*\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_WERE_TO = regex(r"\b(?:was|were)\s+to\b", re.IGNORECASE)
_SUPPOSES = regex(r"\b(?:would|could|might)\s+(?!have|not|never|likely|probably)", re.IGNORECASE)
_BAD_ENDING = regex(
    r"\b(?:would|could|might|'d)\s+(?:(?:\w+ly|also|still|even|then)\s+){0,4}have\s+(?:\w+ly\s+)?"
    r"(?:been\s+(?:\w+\s+){0,2}(?:worse|longer|down|lost|affected|gone|exposed|impacted|unavailable"
    r"|broken|bigger|larger|out)|lost|affected|lasted|taken|gone|crashed|continued|spread|hit"
    r"|caused|led|resulted|brought|exposed|broken|grown|leaked|run\s+out)\b",
    re.IGNORECASE,
)
_GOOD_DENIED = regex(
    r"\b(?:no|nothing|nobody|none|never|not|n't)\b[^.;]{0,50}\b(?:would|could|might|have)\b"
    r"|\b(?:would|could|might)(?:\s+not|n't|\s+never)\b|\b(?:no|less|fewer|nothing)\b",
    re.IGNORECASE,
)


def if_only(scene: Scene) -> Iterator[Claim]:
    """A past that would have gone well, had people acted otherwise (PM203)."""
    for pattern in (_IF, _HAD):
        for found in pattern.finditer(scene.words):
            if _is_regret(scene, found):
                yield scene.find("PM203", found.start("if"), found.end())
    for found in _IF_ADDRESSED.finditer(scene.words):
        if _PAST_CHANCE.search(scene.words):
            yield scene.find("PM203", found.start(), found.end())


_IF_ADDRESSED = regex(
    r"\bif\s+(?:it\s+(?:was|were|is)\s+|only\s+)?(?:addressed|caught|noticed|detected|reported"
    r"|escalated|acted\s+on"
    r"|handled|reviewed|tested|checked|communicated|spotted|identified|planned|done|raised|fixed"
    r"|dealt\s+with)\s+"
    r"(?:sooner|earlier|in\s+time|properly|promptly|beforehand|correctly|differently|at\s+once)\b",
    re.IGNORECASE,
)


def _is_regret(scene: Scene, found: re.Match[str]) -> bool:
    doer = scene.doer_of(found["who"], found.start("who"))
    if not doer.people:
        doer = scene.doer(found.start("verb"))
    verb = found["verb"].lower()
    past = verb in _IRREGULAR or (verb.endswith("ed") and verb not in _NO_PARTICIPLE)
    undone = bool(found["been"]) and (verb in _ONLY_PEOPLE or verb == "tried")
    if not undone and (not doer.people or doer.outsider or not past):
        return False
    if verb in {"had", "been", "got"} and not found["only"]:
        return False
    if _WERE_TO.search(scene.rest(found.end())):
        return False
    if _INDIRECT.search(scene.words, 0, found.start("if")):
        return False
    rest = scene.words[: found.start()] + scene.rest(found.end())
    contracted = "had" in found.re.groupindex and not found["had"]
    if contracted and not found["only"] and _SUPPOSES.search(rest):
        return False
    return not _BAD_ENDING.search(rest) or bool(_GOOD_DENIED.search(rest))


_SUPPOSED = regex(
    r"\b(?:was|were|had\s+been)(?:n't|\s+not)?(?:\s+\w+ly|\s+also)?\s+(?P<norm>supposed|expected"
    r"|meant|obliged|obligated)\s+to(?:\s+have)?\s+(?P<verb>[a-z]+)",
    re.IGNORECASE,
)
_NEEDED = regex(
    r"\b(?P<norm>needed)\s+to\s+(?P<verb>[a-z]+)\b(?=[^.;]{0,80}?\b(?:before\s+\w+ing|first|but"
    r"\s+(?:did|was|had)|and\s+(?:did\s+not|didn't)|beforehand|instead)\b)",
    re.IGNORECASE,
)
_DUTY = regex(
    r"\bit\s+(?:was|had\s+been)\s+(?:(?!the\s+system)[\w-]+(?:'s)?\s+){1,4}?(?:job|duty|task"
    r"|responsibility)\s+to\s+\w+",
    re.IGNORECASE,
)
_HAPPENS_TO = words("receive get be take last see become begin start end arrive meet have")


_NEVER_DID = regex(r"\b(?:never\s+did|did\s+not|didn't|failed\s+to)\b", re.IGNORECASE)
_DID_SO = regex(r"\b(?:and|which)\s+(?:(?!never)\w+\s+)?did\b(?!\s+not)", re.IGNORECASE)
_HUMAN_DUTIES = words(
    """check review verify call notify inform tell escalate watch monitor follow read ask test
    rotate page confirm document update validate approve report know inspect sign warn
    communicate"""
)


def _is_things(doer: Doer, verb: str) -> bool:
    """Whether "they" may as well be things: nothing but the verb tells."""
    return doer.words.strip().lower() == "they" and verb.lower() not in _HUMAN_DUTIES


def judged_by_norm(scene: Scene) -> Iterator[Claim]:
    """A person's past act measured against a duty (PM208)."""
    for pattern in (_SUPPOSED, _NEEDED):
        for found in pattern.finditer(scene.words):
            doer = scene.doer(found.start())
            if _DID_SO.search(scene.rest(found.end())) or _is_things(doer, found["verb"]):
                continue
            party = doer.actor is Actor.ORG and bool(_NEVER_DID.search(scene.rest(found.end())))
            human = (doer.people or party) and not doer.outsider
            told = human and (pattern is _SUPPOSED or not doer.we)
            if told and found["verb"].lower() not in _HAPPENS_TO:
                yield scene.find("PM208", found.start(), found.end())
    for found in _DUTY.finditer(scene.words):
        yield scene.find("PM208", found.start(), found.end())


_ALL_THEY_HAD = regex(
    r"\ball\s+(?:that\s+)?(?P<who>[\w' -]{1,40}?)\s+(?:had|needed|have|needs?)\s+to\s+do\s+(?:was"
    r"|is)"
    r"\b|\ball\s+it\s+(?:took|would\s+have\s+taken|needed)\b",
    re.IGNORECASE,
)
_JUST_HAD_TO = regex(
    r"\b(?P<just>just|only|simply|merely)\s+(?:had|needed)\s+to\s+\w+"
    r"|\b(?:had|needed)\s+(?:only|just|simply|merely)\s+to\s+\w+",
    re.IGNORECASE,
)
_JUST_FORGOT = regex(
    r"\b(?:just|simply|merely)\s+(?:(?:did\s+not|didn't|never|had\s+not|hadn't|were\s+not|was\s+not"
    r"|weren't|wasn't)\s+\w+|forgot|ignored|failed|missed|skipped|neglected|trusted|overlooked)\b",
    re.IGNORECASE,
)
_JUST_LOOK = regex(
    r"\b(?:nobody|no\s?-?one|any(?:one|body)|they|you|he|she)\s+(?:simply|just)\s+(?:look|check"
    r"|ask|call|read"
    r"|test|try|open|roll|phone|tell|look)\w*",
    re.IGNORECASE,
)
_MINUTES_TO = regex(
    r"\b(?:would|could)\s+(?:only\s+|just\s+)?have\s+(?:only\s+|just\s+)?taken\s+(?:\w+\s+){0,4}?"
    r"(?:seconds?|minutes?|moment|hour)\s+to\s+\w+",
    re.IGNORECASE,
)


def minimiser(scene: Scene) -> Iterator[Claim]:
    """Words that make the right act look small from here (PM209)."""
    for found in _ALL_THEY_HAD.finditer(scene.words):
        yield scene.find("PM209", found.start(), found.end())
    for pattern in (_JUST_HAD_TO, _JUST_FORGOT):
        for found in pattern.finditer(scene.words):
            doer = scene.doer(found.start())
            people = doer.people and not doer.outsider
            if (people or doer.words.strip().lower() == "you") and not scene.responding:
                yield scene.find("PM209", found.start(), found.end())
    for found in (*_MINUTES_TO.finditer(scene.words), *_JUST_LOOK.finditer(scene.words)):
        yield scene.find("PM209", found.start(), found.end())
