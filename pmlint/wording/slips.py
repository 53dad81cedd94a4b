"""Slips: typos, mistakes, things forgotten, done by accident, done to the wrong thing.

An inherently human slip ("mistyped") needs no known subject; a deed with "wrong" or
"by accident" needs people as its doers, or a passive that only people could have done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.regexes import regex
from pmlint.wording.finds import Claim, Scene, words
from pmlint.wording.frames import reading_of
from pmlint.wording.mitigation import BREAK, by_system, is_taken_back, names_condition, stands

__all__ = ["slip_nouns", "slip_verbs"]


# Slips

_SLIP_NOUN = regex(
    r"\b(?:(?:an?|the|one|simple|silly|small|stupid|honest|classic|single|careless"
    r"|unfortunate)\s+){0,4}"
    r"(?:typos?|(?:typing|typographical|spelling|keystroke)\s+(?:errors?|mistakes?)|misspellings?"
    r"|mis-?typing"
    r"|fat[- ]finger(?:ed|ing|s)?(?:\s+\w+)?|mis-?clicks?|slip(?:-?\s?up)?\s+(?:of|by|in|during"
    r"|while|when|made)"
    r"|slip-?ups?|blunders?|goofs?|copy(?:[-\s]+and)?[-\s]+paste\s+(?:errors?|mistakes?)|mix-?ups?"
    r"|(?:misspell?ed|misspelt|mistyped|mis-typed)\s+(?!(?:the|an?|it|as|in)\b)[\w-]+"
    r"|mistakes?(?!\s+(?:the|an?|it|them|to\s+\w+)\b)|oversights?|errors?\s+(?:was|were)\s+made"
    r"|(?:our|my|his|her|their)(?:\s+own)?\s+(?:errors?|mistakes?|fault)|errors?\s+on\s+(?:our"
    r"|my|their|his|her)"
    r"\s+(?:part|side|end)|(?:lapse|slip)s?\s+(?:of|in)\s+(?:attention|concentration|memory"
    r"|judge?ment|\w+)"
    r"|(?:mis-?configuration|mis-?reading|mis-?use|mis-?handling"
    r"|mis-?interpretation)\s+by\s+[\w\s]{1,30}"
    r"|wrong\s+(?:button|key|cable|switch|lever|option|command|script|file|tab"
    r"|window)\s+(?:was\s+)?(?:pressed"
    r"|pushed|pulled|clicked|chosen|selected|hit|picked|typed|entered|executed|run|used))\b",
    re.IGNORECASE,
)

_NOT_A_SLIP = regex(
    r"\b(?:committee|board|role|function|regulatory|team|has|human|under|with|provides?)\s*$",
    re.IGNORECASE,
)

_CAUSES_AFTER = regex(
    r"[^.;]{0,90}?(?<!was\s)(?<!were\s)(?<!been\s)(?<!had\s)\b(?:caus(?:es|ing)|led|lead(?:s"
    r"|ing)?|took"
    r"|brought|broke|result(?:s|ing)\s+in|trigger(?:s|ing)|meant|made|left|sent|cut|shut|set|threw"
    r"|throwing|put|went|cost|slipped|crept|got|sat|hit|\w{3,}ed|(?:was|were|is)\s+(?:made|the"
    r"|to\s+blame))\b",
    re.IGNORECASE,
)

_CAUSED_BEFORE = regex(
    r"\b(?:due\s+to|caused\s+by|because\s+of|result(?:ed|s|ing)?\s+(?:of|from)|attribut\w+\s+to"
    r"|down\s+to|boils?\s+down"
    r"\s+to|trac(?:ed|es|ing)\s+(?:[\w\s]{0,30}\s)?(?:back\s+)?to|stem(?:s|med|ming)\s+from"
    r"|root\s+cause(?:\s+\w+)?"
    r"|cause[ds]?(?:\s+was|\s+is|:)?|(?:this|that|it|which|problem|incident|outage|issue|failure"
    r"|reason|cause)"
    r"\s+(?:was|is|were)|owing\s+to|triggered\s+by|introduced\s+by|through|thanks\s+to|following"
    r"|(?:we|i|he|she|they|some\w+|engineers?|team|developers?|operators?|staff|admin\w*|student"
    r"|dba"
    r"|nurse|technician|on-?call|colleague|user|contractor|vendor|member|had|have|has"
    r"|been)\s+made|after|by|via"
    r"|comes?\s+from|came\s+from|arose\s+from|originat\w+\s+(?:in|from)|there\s+was|from)\s*:?\s*"
    r"(?:(?:an?|the|what|was|simply|just|purely|our|my|his|her|their|\w+'s|some|one|to"
    r"|be)\s+){0,4}(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)

_CHOICE_BEFORE = regex(
    r"\b(?:\w+ing\b[^.;]{0,60}\b(?:was|were|is)|that\s+decision\s+was"
    r"|decision[^.;]{0,40}\bwas)\s*(?:an?\s+|the\s+)?$",
    re.IGNORECASE,
)


def slip_nouns(scene: Scene) -> Iterator[Claim]:
    """Typos, mistakes and mix-ups offered as a cause (PM302)."""
    for found in _SLIP_NOUN.finditer(scene.words):
        start, end = found.start(), found.end()
        if _NOT_A_SLIP.search(scene.words[:start]) or is_taken_back(scene, start, end):
            continue
        if _CHOICE_BEFORE.search(scene.words[:start]):
            continue
        if _is_offered(scene, start, end) and not names_condition(scene, start, end):
            yield scene.find("PM302", start, end)


def _is_offered(scene: Scene, start: int, end: int) -> bool:
    """Whether the noun stands as a cause: by its section, or by its verb or preposition."""
    if scene.causes:
        return True
    before, after = scene.words[:start], scene.words[end:]
    if scene.words[start:end].lower().endswith(("typos", "mistakes")):
        return bool(_CAUSED_BEFORE.search(before[-100:]))
    return bool(_CAUSED_BEFORE.search(before[-100:]) or _CAUSES_AFTER.match(after))


_ONLY_SLIPS = regex(
    r"\b(?:(?P<be>was|were|been|being|got|is)\s+(?:\w+ly\s+)?)?(?P<verb>(?:did\s+)?forg(?:ot|et"
    r"|otten|etting)|mis-?typed"
    r"|mis-?spell?ed|mis-?spelt|mis-?read|mis-?clicked|mis-?keyed|mis-?counted|mis-?labell?ed"
    r"|mis-?configured"
    r"|mis-?placed|mis-?entered|mis-?calculated|mis-?dialled|mis-?interpreted|fat-?fingered"
    r"|mixed\s+up|confused"
    r"|mis-?handled|mis-?wired|mis-?filed|mis-?typing|typo'?e?d|botched|slipped|blundered|goofed"
    r"|messed\s+up"
    r"|screwed\s+up|fumbled)\b(?:\s+(?:to|about)\b(?:\s+\w+)?)?",
    re.IGNORECASE,
)

_PLAINLY_HUMAN = regex(
    r"mis-?(?:typ|spel|click|key|dial|read)|fat|typo|mixed|forgotten", re.IGNORECASE
)

_ACTS = (
    r"(?:typed|entered|r[au]n|selected|picked|chose|chosen|clicked|pressed|used|pasted|copied"
    r"|pulled|opened"
    r"|restarted|rebooted|deployed|pushed|executed|applied|uploaded|deleted|dropped|removed"
    r"|merged|published"
    r"|submitted|set|inserted|loaded|sent|plugged|unplugged|connected|disconnected|cut|closed"
    r"|shipped|edited"
    r"|changed|modified|committed|tagged|promoted|installed|specified|assigned|booked|shut|killed"
    r"|launched"
    r"|issued|invoked|provided|put|wrote|attached|approved|scanned|keyed|dialled|configured"
    r"|terminated"
    r"|released|started|stopped|swapped|switched|signed)"
)

# Who sees what is wrong, or puts it right, has not done it.
_NOT_DOING = (
    r"(?!received|saw|got|found|noticed|returned|showed|suspected|blamed|reported|cleaned|fixed"
    r"|corrected|repaired|replaced|verified|confirmed|had|was|were|identified|is|are|been|be)"
)

_WRONG = regex(
    r"\b(?P<act>"
    + _NOT_DOING
    + r"(?:[a-z]{2,}ed|hit|threw|took|gave|left|sold|bought|drew|"
    + _ACTS
    + r"))\s+(?:(?!because|since|when|and|that|which|who|as|after|before|while|so|but|if|was"
    r"|were|is|are|all)[\w-]+\s+){0,4}?"
    r"(?:(?:in|by|with|out|off|down|up|on|to|against|for|into|at|from|over)\s+)?"
    r"(?:the\s+|an?\s+|our\s+|some\s+)?(?:wrong|incorrect|mistaken)\s+\w+",
    re.IGNORECASE,
)

_WRONG_BY = regex(
    r"\b(?:wrong|incorrect|mistaken)\s+(?!-)(?:[\w-]+\s+){1,3}?(?:(?:was|were"
    r"|been)\s+)?" + _NOT_DOING + r"(?:[a-z]{3,}ed|" + _ACTS + r"|supplied|given|passed|used"
    r"|made|taken)\s+by\s+(?P<who>(?:the|an?|our|one)\s+[\w-]+(?:\s+\w+)?)"
    r"|\b(?:wrong|incorrect|mistaken)\s+(?:[\w-]+\s+){1,3}?(?:(?:that|which)\s+)?(?P<doer>(?:the"
    r"|an?|our|one"
    r"\s+of\s+\w+)\s+[\w-]+(?:\s+engineer)?)\s+(?:had\s+)?" + _ACTS + r"\b",
    re.IGNORECASE,
)

_WRONG_PASSIVE = regex(
    r"\b(?:the\s+|an?\s+)?(?:wrong|incorrect)\s+(?!-)(?:[\w-]+\s+){1,3}?(?:was|were|had\s+been"
    r"|got|being)\s+"
    r"(?:\w+ly\s+)?(?P<act>" + _ACTS + r")\b",
    re.IGNORECASE,
)

_INCORRECTLY = regex(
    r"\b(?:incorrectly|wrongly|mistakenly|erroneously)\s+(?:entered|typed|keyed(?:\s+in)?"
    r"|selected|copied|pasted"
    r"|wired|connected|plugged(?:\s+in)?|labelled|labeled|filed|booked|typed\s+in)\b",
    re.IGNORECASE,
)

_WRONG_WAY = regex(
    r"\b(?:was|were|been)\s+(?:run|executed|deployed|applied|entered|typed|performed"
    r"|carried\s+out|done|uploaded"
    r"|started|installed|plugged\s+in|connected|released)\s+(?:in|on|to|into|at|against"
    r"|with)\s+the\s+wrong\s+\w+",
    re.IGNORECASE,
)

_DONE_TO_LIVE_THINGS = words("removed deleted dropped closed shut restarted rebooted changed cut")
_BY_HAND = words(
    """typed entered run selected picked chosen clicked pressed pasted copied pulled executed
    uploaded inserted plugged unplugged cut keyed dialled approved scanned booked submitted
    published deployed pushed merged applied"""
)

_ACCIDENT = regex(
    r"\b(?:accidentally|mistakenly|erroneously|inadvertently|unintentionally|unwittingly"
    r"|by\s+mistake|by\s+accident"
    r"|by\s+an?\s+(?:slip|mistake|accident)|in\s+error|wrongly|absent-?mindedly|carelessly)\b",
    re.IGNORECASE,
)

_HUMAN_DEEDS = regex(
    r"\b(?P<deed>delet\w+|drop(?:ped)?|remov\w+|r[au]n|execut\w+|merg\w+|deploy\w*|push\w*"
    r"|appl(?:y|ied)|upgrad\w+"
    r"|chang\w+|edit\w*|overwr\w+|restart\w*|reboot\w*|shut\w*|revok\w+|disabl\w+|enabl\w+"
    r"|unplug\w*|disconnect\w*"
    r"|commit\w*|releas\w+|promot\w+|terminat\w+|destroy\w*|wip\w+|truncat\w+|format\w*|clos\w+"
    r"|cancel\w*"
    r"|approv\w+|upload\w*|publish\w*|triggered|launch\w*|powered|turned|switched|pressed|hit"
    r"|left|sent|modif\w+"
    r"|renam\w+|reset\w*|swapp\w+|cut|pulled|set|copied|pasted|entered|typed"
    r"|clicked|selected|rolled"
    r"|scaled|stopped|killed|purg\w+|unpublish\w*|decommission\w*|detach\w*|omit\w*)\b",
    re.IGNORECASE,
)


def slip_verbs(scene: Scene) -> Iterator[Claim]:
    """Things mistyped, forgotten, done by accident or to the wrong thing (PM302)."""
    for found in scene.each(_ONLY_SLIPS):
        if _is_human_slip(scene, found) and stands(scene, *found.span()):
            yield scene.find("PM302", _with_doer(scene, found.start()), found.end())
    for found in scene.each(_WRONG):
        if _is_human_wrong(scene, found) and stands(scene, *found.span()):
            yield scene.find("PM302", _with_doer(scene, found.start()), found.end())
    for found in scene.each(_WRONG_BY, _WRONG_PASSIVE, _WRONG_WAY, _INCORRECTLY):
        if _is_wrong_passive(scene, found) and stands(scene, *found.span()):
            yield scene.find("PM302", found.start(), found.end())
    yield from _accidents(scene)


def _is_human_wrong(scene: Scene, found: re.Match[str]) -> bool:
    """Whether people, or in a section of causes an unnamed doer, did the wrong thing."""
    doer = scene.doer(found.start())
    if doer.passive and by_system(scene, found.start()):
        return False  # "sent to the wrong site by the roster"
    return (doer.people and not doer.outsider) or (doer.elided and scene.causes)


def _is_wrong_passive(scene: Scene, found: re.Match[str]) -> bool:
    """The same for passives: the doer named, or one that can only be people."""
    if _WRONG_BY.made(found):
        return scene.doer_of(found["who"] or found["doer"], -1).people
    if by_system(scene, found.end()):
        return False
    if _WRONG_PASSIVE.made(found):
        act = found["act"].lower()
        return act in _BY_HAND or (scene.causes and act in _DONE_TO_LIVE_THINGS)
    return scene.causes


def _with_doer(scene: Scene, start: int) -> int:
    """Where the clause begins, if its subject are people and stand close before *start*."""
    doer = scene.doer(start)
    near = doer.people and 0 <= doer.start < start <= doer.start + len(doer.words) + 12
    return doer.start if near else start


def _is_human_slip(scene: Scene, found: re.Match[str]) -> bool:
    doer = scene.doer(found.start())
    verb = found["verb"].lower()
    if not found["be"] and _ARTICLE.search(scene.words[: found.start()]):
        return False
    if found["be"]:
        passive = not verb.startswith("confus") and not by_system(scene, found.end())
        return passive and (scene.causes or bool(_PLAINLY_HUMAN.search(verb)) or doer.unknown)
    if verb.startswith("confus") and not regex(r"\s+[\w-]+(?:\s+\w+){0,4}\s+with\b").match(
        scene.rest(found.end())
    ):
        return False
    if _ONE_USER.match(doer.words):
        return True
    if doer.people:
        return not doer.outsider
    if doer.elided:
        return scene.causes
    return not doer.system and bool(_PLAINLY_HUMAN.search(verb))


_ARTICLE = regex(r"\b(?:the|an?|this|that|some|any|of|same)\s+$", re.IGNORECASE)

_ONE_USER = regex(r"\s*(?:the|a)\s+user\s*$", re.IGNORECASE)


def _accidents(scene: Scene) -> Iterator[Claim]:
    for found in _ACCIDENT.finditer(scene.words):
        place = _deed_near(scene, found)
        if place and stands(scene, *place) and not _is_machine_accident(scene, found, place):
            yield scene.find("PM302", _whole_noun(scene, place[0]), place[1])


def _deed_near(scene: Scene, found: re.Match[str]) -> tuple[int, int] | None:
    """The deed that an adverb of accident belongs to, with the adverb."""
    if found[0].lower() != "in error":
        after = _HUMAN_DEEDS.search(scene.words, found.end(), found.end() + 40)
        if after and not BREAK.search(scene.words, found.end(), after.start()):
            return found.start(), after.end()
    befores = list(_HUMAN_DEEDS.finditer(scene.words, max(0, found.start() - 70), found.start()))
    if befores and not BREAK.search(scene.words, befores[-1].end(), found.start()):
        return befores[-1].start(), found.end()
    return None


def _whole_noun(scene: Scene, at: int) -> int:
    """*at*, or where the noun phrase begins that it stands in ("the change form")."""
    phrases = reading_of(scene.document, scene.text).phrases
    return next((one.start for one in phrases if one.start < at < one.end), at)


def _is_machine_accident(scene: Scene, found: re.Match[str], place: tuple[int, int]) -> bool:
    deed = _HUMAN_DEEDS.search(scene.words, *place)
    doer = scene.doer(deed.start() if deed else place[0])
    if by_system(scene, place[1]):
        return True
    if doer.people:
        return doer.outsider and not doer.passive
    if doer.passive or doer.elided:
        return (
            found[0].lower() in {"inadvertently", "wrongly", "unintentionally"} and not scene.causes
        )
    return True
