"""Which words of a document offer a person's error as the explanation.

Six rules share this reading. Order of preference where several claim the same
words, the most specific first: a chain or sole factor that ends on a person
(PM305), human error (PM301), error labels (PM306), training and attention (PM304),
non-compliance (PM303), slips and bare acts (PM302).

An error noun or verb counts anywhere unless it is denied, prevented, put right, or
stands with the condition that let it through; a bare act of a person counts in a
section of causes only. Action items, ground rules and questions are silent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.document import Document, Text, Topic
from pmlint.regexes import regex
from pmlint.wording.blame_words import INABILITY, STATES
from pmlint.wording.finds import (
    CAUSES,
    Claim,
    Detectors,
    Doer,
    Find,
    Scene,
    claimed,
    read_scenes,
    scene_of,
)
from pmlint.wording.frames import reading_of
from pmlint.wording.mitigation import BREAK, POSSIBLE, is_taken_back, names_condition, stands
from pmlint.wording.shortfalls import error_label, noncompliance, training
from pmlint.wording.slips import slip_nouns, slip_verbs

__all__ = ["advice", "human_error", "last_answers", "proposals"]


_ORDER = ("PM305", "PM301", "PM306", "PM304", "PM303", "PM302")

_SILENT = frozenset(
    {Topic.GROUND_RULES, Topic.ACTIONS, Topic.PEOPLE, Topic.MEETING, Topic.WENT_WELL}
)


def human_error(document: Document, code: str) -> tuple[Find, ...]:
    """What the rule of *code* proposes."""
    return tuple(find for find in proposals(document) if find.code == code)


def proposals(document: Document) -> tuple[Find, ...]:
    """Everything that the rules propose; the document is read once."""
    return document.memo("human error", lambda: tuple(_read(document)))


def _read(document: Document) -> Iterator[Find]:
    ends = {find.span: find for find in _chain_ends(document)}
    for scene in (*read_scenes(document), *_headings(document)):
        if scene.topic in _SILENT or scene.asks:
            continue
        for find in _DETECTORS.finds(scene):
            if not any(find.span.overlaps(end) for end in ends):
                yield find
    yield from ends.values()


def _headings(document: Document) -> Iterator[Scene]:
    """Factors that stand as sub-headings, and headings long enough to be a sentence."""
    for section in document.sections:
        bare = section.topic in CAUSES and section.own_topic is None
        if bare or (section.own_topic in CAUSES and len(section.title.split()) > _TITLE_WORDS):
            yield scene_of(document, section.heading)


_TITLE_WORDS = 4


# Human error

_WHO = (
    r"(?:human|operator|user|pilot|clerical|manual|data[- ]entry|administrator|admin(?:'s"
    r"|istrator's)?"
    r"|engineer|developer|technician|staff|employee|personnel|worker|programmer|sysadmin|dba|nurse"
    r"|handling|contractor|on-?call|driver|crew|configuration\s+engineer|individual|person|keying"
    r"|people)"
)

_HUMAN_ERROR = regex(
    r"\b(?:(?:(?:simple|pure|plain|basic|avoidable|honest|unfortunate|a|an|the|some)\s+){0,4}"
    + _WHO
    + r"(?:'s?)?[\s-](?:(?:configuration|input|data|entry|data-entry|typing|deployment|handling"
    r"|switching|set-?up"
    r"|coding|programming|maintenance|planning|judge?ment|operation|operating)\s+)?(?:errors?"
    r"|mistakes?|slips?|blunders?)"
    r"|human\s+factors?(?=\s+(?:was|were|is|caused|led|played|in)\b|\W*$)"
    r"|(?:human|operator|staff|pilot)\s+(?:failure|failing)s?|errors?\s+(?:by|of"
    r"|on\s+the\s+part\s+of|made\s+by)"
    r"\s+(?:the\s+|an?\s+|our\s+|one\s+of\s+(?:the|our)\s+)?(?:\w+\s+)?(?:technicians?|operators?"
    r"|engineers?|staff"
    r"|developers?|admin\w*|employees?|personnel|users?|crew|contractors?|nurses?|dbas?|on-?call"
    r"|team)"
    r"|(?:failure|omission|neglect)\s+(?:of|by)\s+(?:the\s+|an?\s+"
    r"|our\s+)?(?:\w+\s+)?(?:technicians?|operators?"
    r"|engineers?|staff|developers?|admin\w*|employees?|personnel|crew|contractors?|nurses?"
    r"|on-?call)\s+to\s+\w+"
    r"|(?:mishandling|misuse|maloperation|mis-?operation)\s+(?:of\s+[\w\s]{1,40}?\s+)?(?:by"
    r"|on\s+the\s+part\s+of)"
    r"\s+(?:the\s+|our\s+)?[\w\s-]{1,30}|pebkac|pebcak|id-?10-?t|layer\s+8"
    r"|between\s+(?:the\s+)?chair\s+and\s+"
    r"(?:the\s+)?keyboard|errare\s+humanum)\b",
    re.IGNORECASE,
)

_SOFTWARE_OPERATOR = regex(
    r"\b(?:kubernetes|k8s|prometheus|helm|crd|postgres\w*|elastic\w*|vault|etcd|strimzi|argo\w*"
    r"|flux|istio"
    r"|airflow|spark|sql|logical|boolean|binary|cluster|database|custom)\s+$",
    re.IGNORECASE,
)

_MISHANDLED_BY = regex(
    r"\b(?:incorrect|improper|wrong|inadequate|poor|faulty|erroneous|inappropriate|unskilled"
    r"|clumsy|bad|hasty|unplanned|uncoordinated|unannounced|careless|manual)\s+"
    r"(?:handling|use|usage|operation|execution|manipulation|configuration|set-?up|entry|input"
    r"|action|wiring"
    r"|installation|manoeuvre|maintenance|work|labell?ing|intervention|decision|choice|change"
    r"|judge?ment|command|edit|reaction|release|deploy(?:ment)?)s?\s+(?:of\s+[\w\s-]{1,40}?\s+)?"
    r"(?:by|from|on\s+the\s+part\s+of)\s+(?P<who>(?:(?:the|an?|our"
    r"|one\s+of\s+the)\s+)?[\w-]+(?:\s+[\w-]+)?)",
    re.IGNORECASE,
)


def _human_error(scene: Scene) -> Iterator[Claim]:
    for found in _MISHANDLED_BY.finditer(scene.words):
        if scene.doer_of(found["who"], -1).people and stands(scene, *found.span()):
            yield scene.find("PM301", found.start(), found.end())
    for found in _HUMAN_ERROR.finditer(scene.words):
        if is_taken_back(scene, found.start(), found.end()):
            continue
        if _SOFTWARE_OPERATOR.search(scene.words[: found.start()]):
            continue
        if not names_condition(scene, found.start(), found.end()):
            yield scene.find("PM301", found.start(), found.end())


# Bare acts in a section of causes, and chains that end on one

_DEED = regex(
    r"\b(?:did\s+)?(?:restarted|deleted|ran|run|pushed|deployed|merged|changed|closed|opened"
    r"|dropped|removed|executed"
    r"|applied|updated|disabled|enabled|modified|edited|uploaded|triggered|clicked|pressed|typed"
    r"|entered|configured|set"
    r"|turned|shut|unplugged|pulled|cut|committed|released|approved|started|stopped|killed"
    r"|rotated|revoked|renamed"
    r"|moved|copied|overwrote|upgraded|installed|rebooted|powered|switched|issued|sent|published"
    r"|launched|terminated"
    r"|created|added|made|used|selected|chose|picked|skipped|assumed\s+the|took|left|put|cleared"
    r"|truncated|wiped"
    r"|downgraded|scaled|drained|rolled|provisioned|decommissioned|promoted|submitted|imported"
    r"|exported|patched"
    r"|flushed|formatted|reset|swapped|touched|reverted|migrated|tripped|spilled|plugged|missed"
    r"|failed|forgot)\b",
    re.IGNORECASE,
)


def _bare_act(scene: Scene) -> Iterator[Claim]:
    if scene.causes and scene.sole and not scene.beside:
        place = _act_of(scene) or _act_by(scene)
        if place and not names_condition(scene, *place):
            yield scene.find("PM302", *place, confidence=0.7)
    if not scene.responding or scene.causes:
        yield from _because_of_act(scene)


def _because_of_act(scene: Scene) -> Iterator[Claim]:
    """A person's deed behind "because" or "caused by"."""
    for found in _BECAUSE.finditer(scene.words):
        deed = _DEED.search(scene.words, found.end(), found.end() + 60)
        if deed is None or BREAK.search(scene.words, found.end(), deed.start()):
            continue
        doer = scene.doer(deed.start())
        place = (doer.start, deed.end())
        # "Because developers use X" tells how people work, not what one of them did.
        habit = _BARE_PLURAL.fullmatch(doer.words.strip()) is not None
        active = not doer.passive and not habit and doer.words.strip().lower() != "they"
        if active and _is_singled(doer) and doer.start >= found.end() and stands(scene, *place):
            yield scene.find("PM302", *place, confidence=0.75)
    for found in scene.each(_DOING):
        doer = scene.doer_of(found["who"], found.start("who"))
        if doer.people and not doer.outsider and stands(scene, *found.span()):
            code = "PM303" if found["no"] else "PM302"
            yield scene.find(code, found.start("who"), found.end())


_BARE_PLURAL = regex(r"[a-z]{3,}s", re.IGNORECASE)
_BECAUSE = regex(
    r"\b(?:because|due\s+to\s+the\s+fact\s+that|as\s+a\s+result\s+of|caused\s+by|triggered\s+by"
    r"|the\s+(?:root\s+)?cause\s+(?:was|is)\s+that)\b",
    re.IGNORECASE,
)

_DOING = regex(
    r"\b(?:due\s+to|caused\s+by|because\s+of|result(?:ed)?\s+(?:of|from)|down\s+to|cause\s+was)\s+"
    r"(?P<who>(?:some\w+|people|us|them|(?:the|an?|our|one\s+of\s+\w+)\s+[\w-]+(?:\s+\w+)?"
    r"|(?-i:[A-Z])\w+))(?:'s)?\s+(?P<no>(?:not|never)\s+)?(?:\w+ly\s+)?"
    r"(?!being|having|trying|working|waiting|learning)[a-z]{2,}ing\b",
    re.IGNORECASE,
)


def _act_of(scene: Scene) -> tuple[int, int] | None:
    """Subject and verb of a sentence whose main clause is one person's deed."""
    found = _OMITTED.search(scene.words, 0, 90) or _DEED.search(scene.words, 0, 90)
    if not found:
        return None
    doer = scene.doer(found.start())
    before = scene.words[: found.start()]
    if not _is_singled(doer) or doer.passive or POSSIBLE.search(before):
        return None
    if _PLAN.match(scene.words, found.end()):
        return None
    if _SUBORDINATE.search(_without_relative(before, doer)):
        return None
    return max(doer.start, 0), _deed_end(scene, found)


def _deed_end(scene: Scene, found: re.Match[str]) -> int:
    """Where the verb ends, with what it cannot do without ("pressed on", "forgot to close")."""
    frames = iter(reading_of(scene.document, scene.text).frames)
    frame = next((one for one in frames if one.start <= found.start() < one.end), None)
    if frame is None:
        return found.end()
    short = len(frame.object.split()) <= _FEW
    end = frame.object_end if frame.verb in _LIGHT and short else frame.end
    then = next(frames, None) if frame.infinitive else None
    return max(found.end(), end, then.end if then is not None and not then.finite else 0)


_FEW = 6
_LIGHT = frozenset({"do", "get", "give", "have", "make", "put", "take"})


# "Sales moved the launch": what is decided about dates is no slip.
_PLAN = regex(
    r"\s(?:up\s|forward\s|back\s)?(?:the|our|its|their|a)\s(?:[\w-]+\s){0,2}?"
    r"(?:launch|date|deadline|schedule|start|meeting|plan|go-?live)\b(?!\s\w)"
    r"|\s(?:the|our|its|their|a)\s(?:[\w-]+\s)?(?:launch|date|deadline|schedule|meeting|go-?live)"
    r"\s(?:up|forward|back|to|by|from)\b",
    re.IGNORECASE,
)


def _without_relative(before: str, doer: Doer) -> str:
    """What stands *before* a verb, without a "who ..." that only says which person is meant."""
    end = doer.start + len(doer.words)
    who = _WHO_CLAUSE.match(before, end) if doer.start >= 0 else None
    return f"{before[:end]} {before[who.end() :]}" if who else before


# Of two words or more: "who deleted" alone is the relative's own verb.
_WHO_CLAUSE = regex(r"\s+who\s+\w+\s+(?=\S)")


def _act_by(scene: Scene) -> tuple[int, int] | None:
    """The same in the passive: "was disabled by an engineer"."""
    found = _DONE_BY.search(scene.words, 0, 160)
    if not found or _SUBORDINATE.search(scene.words[: found.start()]):
        return None
    return found.span() if _is_singled(scene.doer_of(found["who"], 0)) else None


def _is_singled(doer: Doer) -> bool:
    return doer.people and not doer.outsider and not doer.we and not doer.nobody


_OMITTED = regex(
    r"\b(?:did\s+not|didn't|never|had\s+not|hadn't)\s+(?:\w+ly\s+)?(?:test|check|verif|review"
    r"|validat|back|notic|spot|catch|consider|follow|remember|realis|realiz|double-?check"
    r"|read|run|ran|use|set|renew|rotat|updat|add|communicat|inform|escalat|document|configur|enabl"
    r"|includ|notif|tell|ask|wait)\w*\b",
    re.IGNORECASE,
)

_DONE_BY = regex(
    r"\b(?:was|were|(?:had|has|have)\s+been|got)\s+(?:\w+ly\s+)?(?:(?!contacted|informed"
    r"|notified|reported|noticed|discovered|detected"
    r"|identified|fixed|resolved|affected|alerted|paged|caused|used|followed|raised|opened"
    r"|assigned|restored"
    r"|reviewed|confirmed|observed|spotted|contributed|required|requested|shared|maintained"
    r"|owned|managed)"
    r"[a-z]{3,}ed|r[au]n|set|shut|cut|put|left"
    r"|taken|made|sent|overwritten|chosen)(?:\s+[\w-]+){0,5}?\s+by\s+"
    r"(?P<who>(?:the|an?|our|one\s+of\s+our|my)\s+[\w-]+(?:\s+(?:engineer|developer|member"
    r"|admin))?|(?-i:[A-Z])\w+)",
    re.IGNORECASE,
)

_SUBORDINATE = regex(
    r"\b(?:if|when|that|which|who|while|because|after|before|until|whether)\b", re.I
)


def last_answers(document: Document) -> tuple[Text, ...]:
    """The answer on which each chain of whys ends."""
    return tuple(_answer(chain.levels[-1]) for chain in document.why_chains if chain.levels)


def _chain_ends(document: Document) -> Iterator[Find]:
    for answer in last_answers(document):
        scene = scene_of(document, answer)
        yield from (claimed(scene, claim) for claim in _person_at_end(scene))
    if len(document.factors) == 1 and not document.factors[0].details:
        scene = scene_of(document, document.factors[0].text)
        yield from (claimed(scene, claim) for claim in _sole_act(scene))


def _answer(level: Text) -> Text:
    """A level of a chain without the question that it answers, and without its "Because"."""
    at = level.raw.rstrip().rfind("?") + 1
    answer = level.part(at).strip() if 0 < at < len(level.raw.rstrip()) else level
    because = _OPENING_BECAUSE.match(answer.prose)
    return answer.part(because.end()) if because else answer


_OPENING_BECAUSE = regex(r"\W*(?:because|since|due\s+to\s+the\s+fact\s+that)\s+", re.IGNORECASE)


def _person_at_end(scene: Scene) -> Iterator[Claim]:
    place = _act_of(scene) or _left_undone(scene) or next(_errors_of(scene), None)
    if place and not names_condition(scene, *place):
        yield scene.find("PM305", *place)


def _left_undone(scene: Scene) -> tuple[int, int] | None:
    """The main clause, if it tells what one person or team did not do ("Ana did not remove it")."""
    frames = reading_of(scene.document, scene.text).frames
    main = next((one for one in frames if one.finite), None)
    if main is None or not main.negated or main.passive or main.modal or main.subordinate:
        return None
    # What one does not know, have or get is a condition.
    if main.verb in STATES | INABILITY or not (main.past or main.perfect):
        return None
    doer = scene.doer(main.start)
    return (max(doer.start, 0), main.end) if _is_singled(doer) else None


def _sole_act(scene: Scene) -> Iterator[Claim]:
    place = _act_of(scene)
    if place and not names_condition(scene, *place):
        yield scene.find("PM305", *place)


def _errors_of(scene: Scene) -> Iterator[tuple[int, int]]:
    """Where a last why names an error in any of this module's ways."""
    for detector in (_human_error, slip_verbs, noncompliance, training, error_label):
        for find in detector(scene):
            yield find.start, find.end


_DETECTORS = Detectors(
    (
        _human_error,
        error_label,
        training,
        noncompliance,
        slip_nouns,
        slip_verbs,
        _bare_act,
    ),
    _ORDER,
)

_COMMANDS = regex(r"\b(?:script|command|run|ran|execut|migration|deploy|push|merg)", re.IGNORECASE)

_REMOVALS = regex(r"\b(?:delet|drop|remov|wip|truncat|terminat|destroy|clos)", re.IGNORECASE)

_INPUTS = regex(
    r"\b(?:typo|mis-?typ|mis-?spel|entered|typed|paste|misclick|selected|chose|picked|finger|key)",
    re.I,
)

_FORGETTING = regex(r"\b(?:forg[oe]t|oversight|omit|renew)", re.IGNORECASE)


_UNDONE = regex(r"\b(?:not|never)\b|n't\b", re.IGNORECASE)
_LEFT_OUT = regex(
    r"\b(?:skip|omit|bypass|without|left\s+out|neglect|nobody|no\s?-?one|(?:not|n't|never)\s+(?:\w+\s)?"
    r"(?:done|run|carried|performed|executed|completed|tested|checked|reviewed))",
    re.IGNORECASE,
)


def advice(find: Find) -> str:
    """How to put a find as a finding about the system; empty where the rule's own says it."""
    if find.code == "PM303" and not _LEFT_OUT.search(find.words):
        return (
            "What made it possible, or even sensible, to work otherwise than the rule says? "
            "Name that as the factor."
        )
    if find.code not in {"PM302", "PM305"}:
        return ""
    near = find.text.prose[find.start : find.end + 60]
    if _FORGETTING.search(near):
        return "What would have reminded people, or made this happen without them? Name that gap."
    if _INPUTS.search(near):
        return (
            "What accepted this input without checking it? Name the missing validation beside it."
        )
    if _REMOVALS.search(near):
        return "What let this be done to live data without a confirmation or a way back? Name that."
    if _COMMANDS.search(near) and not _UNDONE.search(near):
        return "What let this run in production unchecked? Name the guard that was not there."
    return ""
