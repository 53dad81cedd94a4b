"""Rules left aside, training and attention found wanting, and the labels for both."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.regexes import regex
from pmlint.wording.finds import Claim, Scene
from pmlint.wording.frames import Actor
from pmlint.wording.mitigation import (
    by_system,
    is_taken_back,
    leads_here,
    leads_on,
    names_condition,
    stands,
)

__all__ = ["error_label", "noncompliance", "training"]


# Non-compliance

_MODS = r"(?:(?!because|since|as|which|that|when|and|if|but|so|was|were)[\w-]+\s+){0,3}?"

_RULES = (
    r"(?:" + _MODS + r"(?:procedures?|process(?:es)?|run-?books?|play-?books?|checklists?"
    r"|protocols?|polic(?:y|ies)"
    r"|guidelines?|instructions?|steps?(?:\s+[\w,\s]{1,15})?|change\s+(?:management|control)"
    r"|sops?|best\s+practices?"
    r"|standards?|(?:change\s+|code\s+|deploy(?:ment)?\s+|holiday\s+)?freeze|rules?|regulations?"
    r"|two-person\s+rule"
    r"|four-eyes\s+principle|safety\s+\w+|conventions?|work\s+instructions?|plan))"
)

_CHECKS = (
    r"(?:" + _MODS + r"(?:tests|testing|review|reviews|approvals?|sign-?off|verification|qa"
    r"|validation\s+step"
    r"|steps?(?:\s+[\d,\s]+(?:and\s+\d+)?)?(?:\s+of\s+[\w\s]{1,30})?|checks|checklist"
    r"|pre-?checks?|dry\s+run))"
)

_NOT_FOLLOWED = regex(
    r"\b(?P<what>"
    + _RULES
    + r")\s+(?:[\w\s]{0,25}?\s)?(?:(?:was|were|is|are|has|had|have)(?:n't|\s+not"
    r"|\s+never)(?:\s+been)?"
    r"|(?:was|were|has\s+been|had\s+been)\s+(?:only\s+)?(?:not|partially|incorrectly"
    r"|never))\s+(?:\w+ly\s+)?"
    r"(?:followed|respected|observed|adhered\s+to|complied\s+with|obeyed|consulted|applied"
    r"|honou?red|carried\s+out"
    r"|used|executed|performed)\b",
    re.IGNORECASE,
)

_WAS_SKIPPED = regex(
    r"\b(?P<what>"
    + _RULES
    + r"|"
    + _CHECKS
    + r")\s+(?:(?!which|that)[\w\s]{0,25}?\s)?(?:was|were|been|being|got)\s+(?:\w+ly\s+|also\s+"
    r"|simply\s+)?"
    r"(?P<how>bypassed|skipped|circumvented|ignored|omitted|violated|sidestepped|disregarded"
    r"|breached|short-?circuited"
    r"|overridden|not\s+done|neglected)\b",
    re.IGNORECASE,
)

_DID_NOT_FOLLOW = regex(
    r"\b(?:(?:did\s+not|didn't|do\s+not|does\s+not|had\s+not|hadn't|has\s+not|never|failed\s+to"
    r"|neglected\s+to|nobody|no\s?-?one"
    r"|not)\s+(?:\w+ly\s+|fully\s+)?(?:follow(?:ed|ing)?|adher(?:e|ed|ing)|compl(?:y|ied|ying)"
    r"|respect(?:ed|ing)?"
    r"|observ(?:e|ed|ing)|obey(?:ed|ing)?|consult(?:ed|ing)?)"
    r"|without\s+(?:having\s+)?(?:follow|adher|consult|respect|observ|comply)(?:e|ed"
    r"|ing)+)\s+(?:to\s+|with\s+)?"
    r"(?:the\s+|our\s+|any\s+|its\s+|their\s+|an?\s+)?" + _RULES + r"\b",
    re.IGNORECASE,
)

_BYPASSED = regex(
    r"\b(?P<how>bypass(?:ed|ing)|skipp(?:ed|ing)|circumvent(?:ed|ing)|ignor(?:ed|ing)|violat(?:ed"
    r"|ing)|sidestepp(?:ed|ing)"
    r"|disregard(?:ed|ing)|breach(?:ed|ing)|broke|omitt(?:ed|ing)|deviat(?:ed|ing)\s+from)\s+"
    r"(?:the\s+|our\s+|any\s+|an?\s+|all\s+|their\s+|this\s+)?(?:" + _RULES + r""
    r"|" + _CHECKS + r")\b",
    re.IGNORECASE,
)

_BREACH = regex(
    r"\b(?:non-?compliance(?:\s+with\s+(?:the\s+)?[\w\s-]{1,30})?"
    r"|(?:violation|breach|disregard|bypass(?:ing)?|circumvention|skipping)\s+(?:of\s+"
    r"|for\s+)?(?:the\s+|our\s+|an?\s+)?"
    + _RULES
    + r"|checklists?\s+(?:was|were)(?:n't|\s+not)\s+(?:completed|filled|finished|ticked)"
    + r"|deviations?\s+from\s+(?:the\s+|our\s+|an?\s+)?"
    + _RULES
    + r"|(?:failure|failing|neglect)\s+(?:to|in)\s+(?:properly\s+|correctly\s+)?(?:follow|adhere"
    r"|comply|respect|observe)"
    r"(?:ing)?\s+(?:to\s+|with\s+)?(?:the\s+|our\s+|an?\s+)?"
    + _RULES
    + r"|unauthori[sz]ed\s+(?:\w+\s+)?(?:change|deploy(?:ment)?|modification|release|maintenance"
    r"|restart|upgrade)"
    r"|not\s+following\s+(?:the\s+|our\s+|an?\s+)?" + _RULES + r")\b",
    re.IGNORECASE,
)

_UNCHECKED = regex(
    r"\b(?:deployed|pushed|merged|released|shipped|launched|changed|upgraded|migrated|applied"
    r"|made|performed|run|ran|executed|rolled\s+out|went\s+(?:out|live)|implemented|published"
    r"|delivered|done|deployment|release|change)\b[^.;]{0,50}?\b(?:without\s+(?:any\s+|proper\s+"
    r"|prior\s+|an?\s+|adequate\s+|sufficient\s+|being\s+|the\s+|first\s+|peer\s+|code\s+"
    r"|formal\s+|further\s+){0,4}(?:test(?:s|ed|ing)?|reviews?|reviewed|approval|approved"
    r"|authori[sz]ation|sign-?off|permission|notice|tickets?|change\s+(?:request|ticket))"
    r"|outside\s+(?:of\s+)?(?:the\s+|an?\s+|our\s+)?(?:\w+\s+)?(?:window|process|hours))\b",
    re.IGNORECASE,
)

_COMPUTING = regex(
    r"\b(?:worker|child|parent|daemon|background|build|node|python|java|linux|unix|server|main"
    r"|start-?up|boot"
    r"|routing|firewall|proxy|iam|acl|retention|network|cache|rewrite|lint|alert(?:ing)?"
    r"|forwarding|eviction"
    r"|restart|scaling|redirect|schema|ingress|dns|nat|security-group|lifecycle"
    r"|retry)\s+(?:rules?|process(?:es)?"
    r"|polic(?:y|ies)|protocols?|steps?|checks?|tests?|plan|instructions?|standards?)\b",
    re.IGNORECASE,
)


def noncompliance(scene: Scene) -> Iterator[Claim]:
    """A procedure or a check left aside (PM303)."""
    for found in scene.each(
        _NOT_FOLLOWED, _WAS_SKIPPED, _BREACH, _DID_NOT_FOLLOW, _BYPASSED, _NOBODY_DID, _UNCHECKED
    ):
        if _is_peoples_breach(scene, found) and _is_breach(scene, found):
            yield scene.find("PM303", found.start(), found.end())


def _is_peoples_breach(scene: Scene, found: re.Match[str]) -> bool:
    """Whether people left the rule aside, as far as the wording of each kind tells."""
    if any(form.made(found) for form in (_NOT_FOLLOWED, _WAS_SKIPPED, _BREACH)):
        return not by_system(scene, found.end())
    if _NOBODY_DID.made(found):
        return scene.causes
    if _UNCHECKED.made(found):
        return scene.causes or leads_on(scene, found)
    doer = scene.doer(found.start())
    people = (doer.people and not doer.outsider) or doer.elided or doer.passive
    return people or bool(_NOBODY.match(found[0]))


_NOBODY_DID = regex(
    r"\b(?:nobody|no\s?-?one)\s+(?:(?:on|in)\s+the\s+\w+\s+)?(?:had\s+|ever\s+){0,4}(?:read|checked"
    r"|tested|reviewed"
    r"|verified|followed|validated|rehearsed|asked|double-?checked|renewed|updated|bothered)\b",
    re.IGNORECASE,
)

_NOBODY = regex(r"nobody|no\s?-?one|without|not\s", re.IGNORECASE)


def _is_breach(scene: Scene, found: re.Match[str]) -> bool:
    if _COMPUTING.search(found[0]):
        return False
    responding = scene.responding and not scene.causes
    if responding and "how" in found.re.groupindex:
        return False
    return stands(scene, found.start(), found.end())


# Training, experience, attention, communication

_SKILLS = (
    r"(?:(?!user\b|customer\b|data\b|need\b|\w+ing\b)[\w-]+\s+){0,2}?(?:training"
    r"|attention(?:\s+to\s+detail)?"
    r"|awareness|communications?|knowledge"
    r"|care|diligence|discipline|vigilance|expertise|familiarity|concentration|experience|skills?"
    r"|competence"
    r"|education|focus|caution|carefulness|thoroughness|know-how|rigou?r|ownership)"
)

_LACK = regex(
    r"\b(?:(?:an?\s+|the\s+)?(?:general\s+|clear\s+|certain\s+)?(?:lack|absence|shortage|deficit"
    r"|want|gaps?)\s+(?:of|in)\s+(?!user\b)"
    + _SKILLS
    + r"|(?:insufficient|inadequate|poor|limited|missing|improper|no(?=\s+(?:\w+\s+)?(?:training"
    r"|experience|communications?\s+(?:between|with|from)))|little|weak|not\s+enough|too\s+little"
    r"|incomplete|deficient|lack(?:s|ed|ing)?(?:\s+(?:any|the|enough|sufficient"
    r"|proper))?)\s+(?!user\b"
    r"|customer\b|of\b)"
    + _SKILLS
    + r"|(?:training|knowledge|experience|awareness|skills?)\s+(?:gap|deficit|issue|problem)s?"
    r"|breakdown\s+(?:in|of)\s+communications?|communications?\s+(?:breakdown|gap|lapse)s?"
    r"|mis-?communications?"
    r"|mis-?understanding\s+between\s+[\w\s]{1,40}|(?:failure|lapse)\s+(?:of|in)\s+communication"
    r"|inattention|inattentiveness|carelessness|negligence|incompetence|ineptitude|forgetfulness"
    r"|inexperience|unfamiliarity"
    r"|ignorance\s+of"
    r"|human\s+(?:inattention|negligence|carelessness)|fatigue\s+of|distraction)\b",
    re.IGNORECASE,
)

_NOT_SKILL = regex(
    r"\s*(?:data|set|sets|jobs?|runs?|models?|pipelines?|clusters?|loss|epochs?|script|protocol"
    r"|layer|link|channel|bus"
    r"|port|error|interface|between\s+(?:the\s+|our\s+|both\s+|two\s+"
    r"|its\s+){0,4}(?:[\w-]+\s+){0,2}?(?:services?|nodes?|brokers?"
    r"|replicas?|clusters?|data\s+cent\w+|servers?|hosts?|pods?|databases?|regions?|components?"
    r"|systems?|processes|modules?"
    r"|front-?ends?|back-?ends?|apis?|devices?|controllers?|zones?)|of\s+the\s+(?:load|health"
    r"|node)|with\s+(?:the\s+)?"
    r"(?:database|broker|backend|server|cluster|upstream))\b",
    re.IGNORECASE,
)

_UNTRAINED = regex(
    r"\b(?:(?:nobody|no\s?-?one|none\s+of\s+\w+)\s+(?:was|were|is"
    r"|had\s+been)\s+(?:\w+ly\s+)?trained"
    r"|(?:was|were|is|are|had|has|have)(?:n't|\s+not"
    r"|\s+never)\s+(?:been\s+)?(?:yet\s+)?(?:\w+ly\s+|well\s+|fully\s+)?trained"
    r"|(?:insufficiently|inadequately|poorly|badly)\s+(?:\w+\s+and\s+)?(?:trained|briefed"
    r"|instructed"
    r"|informed|prepared|qualified|supervised)|untrained|inexperienced|(?:was"
    r"|were)\s+(?:\w+ly\s+)?(?:distracted|inattentive|careless"
    r"|negligent|tired|exhausted"
    r"|fatigued|unfamiliar\s+with|not\s+familiar\s+with|new\s+to|not\s+(?:paying\s+attention"
    r"|experienced|careful|aware))"
    r"|(?:had|has|have|with)\s+(?:little|no|limited"
    r"|insufficient)\s+(?:[\w-]+\s+){0,2}?(?:experience|training|knowledge))\b",
    re.IGNORECASE,
)

_UNTRAINED_ONE = regex(
    r"\b(?:inexperienced|untrained|unqualified|careless|inattentive|negligent|distracted|tired"
    r"|unskilled|incompetent)"
    r"\s+(?P<who>(?!the|and|or)[\w-]+)",
    re.IGNORECASE,
)


def training(scene: Scene) -> Iterator[Claim]:
    """Training, experience, attention or communication found wanting (PM304)."""
    for found in _LACK.finditer(scene.words):
        end = found.end()
        if _NOT_SKILL.match(scene.rest(end)) or is_taken_back(scene, found.start(), end):
            continue
        if leads_here(scene, found) and not names_condition(scene, found.start(), end):
            yield scene.find("PM304", found.start(), end)
    for found in _UNTRAINED_ONE.finditer(scene.words):
        person = scene.doer_of("the " + found["who"], -1).people
        if person and leads_here(scene, found) and stands(scene, *found.span()):
            yield scene.find("PM304", found.start(), found.end())
    for found in _UNTRAINED.finditer(scene.words):
        doer = scene.doer(found.start())
        person = (
            doer.people or doer.actor is Actor.ORG or ("trained" in found[0] and not doer.system)
        )
        if person and leads_here(scene, found) and stands(scene, found.start(), found.end()):
            yield scene.find("PM304", found.start(), found.end())


# Labels that only name the error again

_LABEL = regex(
    r"\b(?:complacen(?:cy|t)|(?:loss|lack|lapse|absence)\s+of\s+(?:situational?"
    r"|situation)\s+awareness"
    r"|lost\s+situational?\s+awareness|poor\s+situational?\s+awareness|tunnel\s+vision"
    r"|target\s+fixation|over-?confidence"
    r"|over-?confident|(?:poor|bad|faulty|flawed)\s+(?:judge?ment|decision[- ]making|airmanship)"
    r"|(?:error|lapse|failure)\s+(?:of|in)\s+judge?ment|cognitive\s+(?:lapse|failure)"
    r"|confirmation\s+bias|cut(?:ting)?\s+corners"
    r"|lack\s+of\s+professionalism|sloppiness|laziness|wilful\s+\w+|recklessness)\b",
    re.IGNORECASE,
)

_CARELESS_WORK = regex(
    r"\b(?:sloppy|careless|hasty|negligent|thoughtless|reckless)\s+(?!quorum)\w+", re.IGNORECASE
)


def error_label(scene: Scene) -> Iterator[Claim]:
    """Labels such as complacency that name the error again (PM306)."""
    for found in _CARELESS_WORK.finditer(scene.words):
        if leads_here(scene, found) and stands(scene, found.start(), found.end()):
            yield scene.find("PM306", found.start(), found.end())
    for found in _LABEL.finditer(scene.words):
        if is_taken_back(scene, found.start(), found.end()):
            continue
        if not names_condition(scene, found.start(), found.end()):
            yield scene.find("PM306", found.start(), found.end())
