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
from pmlint.finds import Doer, Find, Scene, read_scenes, scene_of, settle, words
from pmlint.frames import Actor

__all__ = ["advice", "human_error"]

_ORDER = ("PM305", "PM301", "PM306", "PM304", "PM303", "PM302")
_SILENT = frozenset(
    {Topic.GROUND_RULES, Topic.ACTIONS, Topic.PEOPLE, Topic.MEETING, Topic.WENT_WELL}
)


def human_error(document: Document, code: str) -> tuple[Find, ...]:
    """What the rule of *code* found; the document is read once for all of them."""
    finds = document.memo("human error", lambda: tuple(_read(document)))
    return tuple(find for find in finds if find.code == code)


def _read(document: Document) -> Iterator[Find]:
    ends = {find.span: find for find in _chain_ends(document)}
    for scene in read_scenes(document):
        if scene.topic in _SILENT or scene.asks:
            continue
        for find in settle(_finds_in(scene), _ORDER):
            if not any(find.span.overlaps(end) for end in ends):
                yield find
    yield from ends.values()


def _finds_in(scene: Scene) -> Iterator[Find]:
    for detector in _DETECTORS:
        yield from detector(scene)


# What takes the sting out of an error: denial, prevention, repair, a condition

_BEFORE = 60
_DENIED = re.compile(
    r"(?:\b(?:not|never|no|nor|neither|rather\s+than|instead\s+of|without|nobody|no\s?-?one"
    r"|exclud\w+"
    r"|rul(?:e[sd]?|ing)\s+out|less|than|cannot|kept|keeps?|saved?|free)\b"
    r"|n't\b)(?!\s+only\b)[^.;:,]{0,40}$",
    re.IGNORECASE,
)
_CONTRAST = re.compile(r"\b(?:but|because|however)\b", re.IGNORECASE)
_PREVENTED = re.compile(
    r"\b(?:prevent|avoid|reduc|minimi[sz]|eliminat|guard|protect|mitigat|limit|lower|decreas|tolera"
    r"|surviv|resilien|room\s+for|risks?\s+(?:of|from)|prone\s+to|susceptible|vulnerable\s+to"
    r"|chances?\s+of|likelihood|probability|possibilit|opportunit|potential|exposed?\s+to|open\s+to"
    r"|accept|label|stop\w*\s+at|insulat|defen[cs]e|shield|against|margin\s+for|harder|hard\s+to"
    r"|easy"
    r"|easier|reject|block|catch(?:es)?\b|suspect|assum|possibl[ey]|perhaps|maybe|thought"
    r"|looked\s+like"
    r"|believed|disallow|allow\w*\s+for|make\s+sure|made\s+sure|handle|cope|recover|ensure"
    r"|validat|warn|detect|so\s+that"
    r"|if\b"
    r"|whether|any\b|in\s+case|might|may\b|could|can\b|would|blame|call(?:ed|ing)?\s+(?:it|this))"
    r"[^.;:]{0,50}$",
    re.IGNORECASE,
)
_REPAIRED = re.compile(
    r"\b(?:fix(?:es|ed|ing)?|correct(?:ed|s|ing)?|find(?:s|ing)?|found|spot(?:s|ted)?|notic(?:es"
    r"|ed)"
    r"|revert(?:ed|s|ing)?|discover(?:ed|s)?|identif(?:ied|ies)|realis?z?ed|undo|undid"
    r"|repair(?:ed)?"
    r"|remov(?:ed|ing|es)|patch(?:ed)?|admit(?:ted)?|locat(?:ed|es)|caught|resolved)\s+(?!as\b"
    r"|to\b)"
    r"(?:(?:the|a|an|this|that|his|her|their|our|my|its|one|\w+ly|another"
    r"|small)\s+)*(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_REPAIRED_AFTER = re.compile(
    r"[^.;:]{0,40}?\b(?:(?:is|are|was|were|has\s+been|had\s+been|gets?)\s+(?:(?:then|quickly|now"
    r"|later|soon"
    r"|immediately|finally|also|eventually|\w+ly)\s+)*(?:found|fixed|corrected|noticed|spotted"
    r"|noted"
    r"|discovered|reverted|identified|located|rejected|caught|resolved|removed|ruled\s+out|excluded"
    r"|repaired|undone|patched|recogni[sz]ed|realised|realized|seen|detected)\b)",
    re.IGNORECASE,
)
_GENERIC_AFTER = re.compile(
    r"\s*(?:(?:is|are|was|were|does|do|did|has|should|must|can|could|may|might|will|would)(?:n't"
    r"|\s+not"
    r"|\s+never)\b|cannot\b|(?:can|could|may|might|will|would|should|must)\s|(?:is|are)\s+(?:a|an"
    r"|always"
    r"|inevitable|never|only|usually|often|the\s+(?:start|beginning)|where|what|to\s+be|now"
    r"|unavoidable"
    r"|human|part|opportunit\w+|expected|normal|bound)\b|happens?\b|means\b|refers\b|we\s+mean\b"
    r"|is,)",
    re.IGNORECASE,
)
_METRIC_AFTER = re.compile(
    r"\s*[-\s]\s*(?:rates?|budgets?|codes?|logs?|counts?|metrics?|messages?|pages?|handl\w+"
    r"|report\w*"
    r"|counters?|types?|class(?:es)?|responses?|prevention|reduction|prone|analysis|ratio"
    r"|percentages?"
    r"|correction|monitoring|service|strings?|thresholds?|tolerance|tracking|screens?"
    r"|\)?\s*(?:rose|fell|dropped"
    r"|climbed)"
    r"|cases|dialog\w*|number|text|boundar\w+|squatting|fix|fixes)\b",
    re.IGNORECASE,
)
_SHOWN = re.compile(
    r"\b(?:messages?|shows?|showed|display\w*|returns?|returned|logged|saw|reads?|says?|printed"
    r"|http|4xx"
    r"|5xx|status|error:)\b[^.;:]{0,30}$",
    re.IGNORECASE,
)
_DEFINES = re.compile(
    r"\b(?:by\s+\W?(?:human|operator|user)\s+error\W?\s+we\s+mean|we\s+(?:define"
    r"|do\s+not\s+(?:accept|use))"
    r"|never\s+(?:a|the)\s+(?:root\s+)?cause|(?:is|are)\s+(?:a\s+symptom"
    r"|not\s+a\s+(?:root\s+)?cause)"
    r"|not\s+an?\s+(?:acceptable\s+)?(?:root\s+cause|explanation|answer)|blame)",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(?:lets?|letting|allow(?:s|ed|ing)|permit(?:s|ted|ting)?|accept(?:s|ed|ing)"
    r"|made\s+it\s+(?:easy"
    r"|possible)|mak(?:es|ing)\s+it\s+(?:easy|possible)|(?:was|were|is)\s+(?:possible|easy)|easily"
    r"|without\s+(?:any\s+|an?\s+|asking\s+(?:for\s+)?|further\s+|extra\s+"
    r"|showing\s+)*(?:confirm\w*"
    r"|validat\w*|prompt\w*|warning|guard\w*|dry[- ]run|safeguard\w*|safety\s+\w+|plan\s+step"
    r"|question"
    r"|checks?\b|schema|lock\w*|preview|second\s+\w+|lint\w*)"
    r"|(?:has|had|have|is|was|are|were|with)\s+(?:no|neither)\s+(?!training|experience)[\w-]+"
    r"|no\s+(?:(?!idea)[\w-]+\s+){0,3}?(?:validation|confirmation|checks?|guard\w*|lint\w*"
    r"|alert\w*|prompt"
    r"|warning|safeguard\w*|protection|limit|gate|test|tests|schema|rule|monitor\w*|automation"
    r"|tooling"
    r"|step|type\s+\w+|way|mechanism|constraint|lock|runbook|documentation|undo|preview|dry[- ]run)"
    r"|lack(?:s|ed|ing)\s+(?:an?\s+|any\s+)?(?!training|experience|attention|knowledge)[\w-]+"
    r"|missing\s+(?:an?\s+)?(?:validation|confirmation|check|guard|prompt|safeguard|test)"
    r"|looks?\s+(?:the\s+same|alike|identical|like)|looked\s+(?:the\s+same|alike|identical|like)"
    r"|identical|same\s+(?:name|colou?r|window|prompt|screen|place|key)|side\s+by\s+side"
    r"|next\s+to\s+each"
    r"|differs?\s+(?:only\s+)?(?:by|in)|similar|ambiguous|confusing\w*|undocumented"
    r"|out\s+of\s+date|outdated"
    r"|stale|unclear|misleading|hidden|defaults?\s+to|by\s+default|silently|poorly\s+documented"
    r"|not\s+documented|should\s+have\s+required|anyone\s+(?:to|can|could)|any\s+(?:user"
    r"|engineer)\s+(?:can"
    r"|could))\b",
    re.IGNORECASE,
)
_SYSTEM_DENIAL = re.compile(
    r"(?:\b(?:does|do|did|was|were|is|are|could|can|would|has|had|have)(?:\s+not|n't)|\bcannot"
    r"|\bnever)"
    r"\s+(?:been\s+|be\s+|yet\s+)?(?:validat\w*|check\w*|reject\w*|warn\w*|catch|caught|detect\w*"
    r"|flag\w*"
    r"|prevent\w*|verif\w*|ask\w*|require\w*|block\w*|distinguish|show\w*|stop\w*|highlight\w*"
    r"|refuse\w*"
    r"|enforc\w*|notice\w*|complain\w*|covere?d?|alert\w*|surface\w*|support\w*|display\w*"
    r"|mention\w*|read"
    r"|exist\w*|limit\w*|fail\w*|protect\w*|include\w*|automated?|document\w*|test(?:s|ed)?"
    r"|updated)\b",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"(?P<link>\b(?:because|since|as|given\s+that|while|where|whose|for\s+which|which|that|when"
    r"|and|so)\b"
    r"|[;:\u2013\u2014])\s+(?P<who>(?:the|our|its|their|both|two|a|an|each|every|all|these|those"
    r"|this|there"
    r"|step|no|only|delete|it)\b[^,.;:]{0,50})",
    re.IGNORECASE,
)
_CAUSAL = re.compile(r"because|since|as|given|[;:\u2013\u2014]", re.IGNORECASE)


def _names_condition(scene: Scene, start: int, end: int) -> bool:
    """Whether the sentence (or list item) says what let the error through."""
    whole = scene.item
    at = whole.find(scene.words) if len(whole) > len(scene.words) else 0
    if at < 0:
        whole, at = scene.words, 0
    rest = whole[: at + start] + " " * (end - start) + whole[at + end :]
    if _CONDITION.search(rest) or _SYSTEM_DENIAL.search(rest):
        return True
    return any(_is_system_reason(scene, found) for found in _REASON.finditer(rest, at + end))


def _is_system_reason(scene: Scene, found: re.Match[str]) -> bool:
    """Whether "because ..." leads to a system, and not to a person or a hurry."""
    if not _CAUSAL.match(found["link"]):
        return False
    doer = scene.doer_of(found["who"], -1)
    return not doer.people and not _HURRY.search(found["who"])


_HURRY = re.compile(
    r"\b(?:hurry|rush|tired|night|late|person|attention|care|stress)\b", re.IGNORECASE
)


def _is_taken_back(scene: Scene, start: int, end: int) -> bool:
    """Whether the error is denied, prevented, guessed at, defined, repaired or counted."""
    before, after = scene.words[max(0, start - _BEFORE) : start], scene.words[end:]
    if _DEFINES.search(scene.words) or _METRIC_AFTER.match(after) or _SHOWN.search(before):
        return True
    denied = _DENIED.search(before)
    if (denied and not _CONTRAST.search(denied[0])) or _ASKS_WHAT.search(before):
        return True
    if _PREVENTED.search(before) and not _HAPPENED.search(before):
        return True
    if _REPAIRED.search(before) or _REPAIRED_AFTER.match(after):
        return True
    return bool(_GENERIC_AFTER.match(after))


_ASKS_WHAT = re.compile(r"\bwhat\s+(?:ma[dk]es?|lets?|allowed|allows)\b[^.;]{0,20}$", re.IGNORECASE)
_HAPPENED = re.compile(
    r"\b(?:due\s+to|caused\s+by|because\s+of|result\s+of)\b[^.;:]{0,30}$", re.IGNORECASE
)

# Human error

_WHO = (
    r"(?:human|operator|user|pilot|clerical|manual|data[- ]entry|administrator|admin(?:'s"
    r"|istrator's)?"
    r"|engineer|developer|technician|staff|employee|personnel|worker|programmer|sysadmin|dba|nurse"
    r"|handling|contractor|on-?call|driver|crew|configuration\s+engineer|individual|person|keying"
    r"|people)"
)
_HUMAN_ERROR = re.compile(
    r"\b(?:(?:(?:simple|pure|plain|basic|avoidable|honest|unfortunate|a|an|the|some)\s+)*"
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
_SOFTWARE_OPERATOR = re.compile(
    r"\b(?:kubernetes|k8s|prometheus|helm|crd|postgres\w*|elastic\w*|vault|etcd|strimzi|argo\w*"
    r"|flux|istio"
    r"|airflow|spark|sql|logical|boolean|binary|cluster|database|custom)\s+$",
    re.IGNORECASE,
)


_MISHANDLED_BY = re.compile(
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


def _human_error(scene: Scene) -> Iterator[Find]:
    for found in _MISHANDLED_BY.finditer(scene.words):
        if scene.doer_of(found["who"], -1).people and _stands(scene, *found.span()):
            yield scene.find("PM301", found.start(), found.end())
    for found in _HUMAN_ERROR.finditer(scene.words):
        if _is_taken_back(scene, found.start(), found.end()):
            continue
        if _SOFTWARE_OPERATOR.search(scene.words[: found.start()]):
            continue
        if not _names_condition(scene, found.start(), found.end()):
            yield scene.find("PM301", found.start(), found.end())


# Slips

_SLIP_NOUN = re.compile(
    r"\b(?:(?:an?|the|one|simple|silly|small|stupid|honest|classic|single|careless"
    r"|unfortunate)\s+)*"
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
_NOT_A_SLIP = re.compile(
    r"\b(?:committee|board|role|function|regulatory|team|has|human|under|with|provides?)\s*$",
    re.IGNORECASE,
)
_CAUSES_AFTER = re.compile(
    r"[^.;]{0,90}?(?<!was\s)(?<!were\s)(?<!been\s)(?<!had\s)\b(?:caus(?:es|ing)|led|lead(?:s"
    r"|ing)?|took"
    r"|brought|broke|result(?:s|ing)\s+in|trigger(?:s|ing)|meant|made|left|sent|cut|shut|set|threw"
    r"|throwing|put|went|cost|slipped|crept|got|sat|hit|\w{3,}ed|(?:was|were|is)\s+(?:made|the"
    r"|to\s+blame))\b",
    re.IGNORECASE,
)
_CAUSED_BEFORE = re.compile(
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
    r"|be)\s+)*(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_CHOICE_BEFORE = re.compile(
    r"\b(?:\w+ing\b[^.;]{0,60}\b(?:was|were|is)|that\s+decision\s+was"
    r"|decision[^.;]{0,40}\bwas)\s*(?:an?\s+|the\s+)?$",
    re.IGNORECASE,
)


def _slip_nouns(scene: Scene) -> Iterator[Find]:
    for found in _SLIP_NOUN.finditer(scene.words):
        start, end = found.start(), found.end()
        if _NOT_A_SLIP.search(scene.words[:start]) or _is_taken_back(scene, start, end):
            continue
        if _CHOICE_BEFORE.search(scene.words[:start]):
            continue
        if _is_offered(scene, start, end) and not _names_condition(scene, start, end):
            yield scene.find("PM302", start, end)


def _is_offered(scene: Scene, start: int, end: int) -> bool:
    """Whether the noun stands as a cause: by its section, or by its verb or preposition."""
    if scene.causes:
        return True
    before, after = scene.words[:start], scene.words[end:]
    if scene.words[start:end].lower().endswith(("typos", "mistakes")):
        return bool(_CAUSED_BEFORE.search(before[-100:]))
    return bool(_CAUSED_BEFORE.search(before[-100:]) or _CAUSES_AFTER.match(after))


_ONLY_SLIPS = re.compile(
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
_PLAINLY_HUMAN = re.compile(
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
_WRONG = re.compile(
    r"\b(?P<act>(?!received|saw|got|found|noticed|returned|showed|suspected|blamed|reported"
    r"|cleaned|fixed|corrected"
    r"|repaired|replaced|verified|confirmed|had|was"
    r"|were|identified|is|are|been|be)(?:[a-z]{2,}ed|hit|threw|took|gave|left|sold|bought|drew|"
    + _ACTS
    + r"))\s+(?:(?!because|since|when|and|that|which|who|as|after|before|while|so|but|if|was"
    r"|were|is|are|all)[\w-]+\s+){0,4}?"
    r"(?:(?:in|by|with|out|off|down|up|on|to|against|for|into|at|from|over)\s+)?"
    r"(?:the\s+|an?\s+|our\s+|some\s+)?(?:wrong|incorrect|mistaken)\s+\w+",
    re.IGNORECASE,
)
_WRONG_BY = re.compile(
    r"\b(?:wrong|incorrect|mistaken)\s+(?!-)(?:[\w-]+\s+){1,3}?(?:(?:was|were|been)\s+)?(?:[a-z]{3,}ed|"
    + _ACTS
    + r"|supplied|given|passed|used"
    r"|made|taken)\s+by\s+(?P<who>(?:the|an?|our|one)\s+[\w-]+(?:\s+\w+)?)"
    r"|\b(?:wrong|incorrect|mistaken)\s+(?:[\w-]+\s+){1,3}?(?:(?:that|which)\s+)?(?P<doer>(?:the"
    r"|an?|our|one"
    r"\s+of\s+\w+)\s+[\w-]+(?:\s+engineer)?)\s+(?:had\s+)?" + _ACTS + r"\b",
    re.IGNORECASE,
)
_WRONG_PASSIVE = re.compile(
    r"\b(?:the\s+|an?\s+)?(?:wrong|incorrect)\s+(?!-)(?:[\w-]+\s+){1,3}?(?:was|were|had\s+been"
    r"|got|being)\s+"
    r"(?:\w+ly\s+)?(?P<act>" + _ACTS + r")\b",
    re.IGNORECASE,
)
_INCORRECTLY = re.compile(
    r"\b(?:incorrectly|wrongly|mistakenly|erroneously)\s+(?:entered|typed|keyed(?:\s+in)?"
    r"|selected|copied|pasted"
    r"|wired|connected|plugged(?:\s+in)?|labelled|labeled|filed|booked|typed\s+in)\b",
    re.IGNORECASE,
)
_WRONG_WAY = re.compile(
    r"\b(?:was|were|been)\s+(?:run|executed|deployed|applied|entered|typed|performed"
    r"|carried\s+out|done|uploaded"
    r"|started|installed|plugged\s+in|connected|released)\s+(?:in|on|to|into|at|against"
    r"|with)\s+the\s+wrong\s+\w+",
    re.IGNORECASE,
)
_BY_HAND = words(
    """typed entered run selected picked chosen clicked pressed pasted copied pulled executed uploaded
    inserted plugged unplugged cut keyed dialled approved scanned booked submitted published
    deployed pushed merged applied"""
)
_ACCIDENT = re.compile(
    r"\b(?:accidentally|mistakenly|erroneously|inadvertently|unintentionally|unwittingly"
    r"|by\s+mistake|by\s+accident"
    r"|by\s+an?\s+(?:slip|mistake|accident)|in\s+error|wrongly|absent-?mindedly|carelessly)\b",
    re.IGNORECASE,
)
_HUMAN_DEEDS = re.compile(
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
_POSSIBLE = re.compile(
    r"\b(?:can|could|may|might|would|will|cannot|to(?!\s+(?:an?|the|our)\b)"
    r"|able\s+to)\s+(?:\w+\s+){0,4}?"
    r"(?:be\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)


def _slip_verbs(scene: Scene) -> Iterator[Find]:
    for found in _ONLY_SLIPS.finditer(scene.words):
        if _is_human_slip(scene, found) and _stands(scene, found.start(), found.end()):
            yield scene.find("PM302", _with_doer(scene, found.start()), found.end())
    for found in _WRONG.finditer(scene.words):
        doer = scene.doer(found.start())
        human = (doer.people and not doer.outsider) or (doer.elided and scene.causes)
        if human and _stands(scene, found.start(), found.end()):
            yield scene.find("PM302", _with_doer(scene, found.start()), found.end())
    for found in _WRONG_BY.finditer(scene.words):
        who = found["who"] or found["doer"]
        if scene.doer_of(who, -1).people and _stands(scene, found.start(), found.end()):
            yield scene.find("PM302", found.start(), found.end())
    for found in _INCORRECTLY.finditer(scene.words):
        if scene.causes and not _by_system(scene, found.end()) and _stands(scene, *found.span()):
            yield scene.find("PM302", found.start(), found.end())
    for found in _WRONG_WAY.finditer(scene.words):
        if scene.causes and not _by_system(scene, found.end()) and _stands(scene, *found.span()):
            yield scene.find("PM302", found.start(), found.end())
    for found in _WRONG_PASSIVE.finditer(scene.words):
        by_hand = found["act"].lower() in _BY_HAND and not _by_system(scene, found.end())
        if by_hand and _stands(scene, found.start(), found.end()):
            yield scene.find("PM302", found.start(), found.end())
    yield from _accidents(scene)


def _with_doer(scene: Scene, start: int) -> int:
    """Where the clause begins, if its subject are people and stand close before *start*."""
    doer = scene.doer(start)
    near = doer.people and 0 <= doer.start < start <= doer.start + len(doer.words) + 12
    return doer.start if near else start


def _stands(scene: Scene, start: int, end: int) -> bool:
    """Whether a slip's verb says that it happened, with no condition beside it."""
    if _POSSIBLE.search(scene.words[max(0, start - 40) : start]):
        return False
    before = scene.words[max(0, start - _BEFORE) : start]
    denied = _DENIED.search(before)
    if denied and not _CONTRAST.search(denied[0]):
        return False
    return not _names_condition(scene, start, end)


def _is_human_slip(scene: Scene, found: re.Match[str]) -> bool:
    doer = scene.doer(found.start())
    verb = found["verb"].lower()
    if not found["be"] and _ARTICLE.search(scene.words[: found.start()]):
        return False
    if found["be"]:
        passive = not verb.startswith("confus") and not _by_system(scene, found.end())
        return passive and (scene.causes or bool(_PLAINLY_HUMAN.search(verb)) or doer.unknown)
    if verb.startswith("confus") and not re.match(
        r"\s+[\w-]+(?:\s+\w+){0,4}\s+with\b", scene.rest(found.end())
    ):
        return False
    if _ONE_USER.match(doer.words):
        return True
    if doer.people:
        return not doer.outsider
    if doer.elided:
        return scene.causes
    return not doer.system and bool(_PLAINLY_HUMAN.search(verb))


_ARTICLE = re.compile(r"\b(?:the|an?|this|that|some|any|of|same)\s+$", re.IGNORECASE)
_ONE_USER = re.compile(r"\s*(?:the|a)\s+user\s*$", re.IGNORECASE)


def _by_system(scene: Scene, end: int) -> bool:
    """Whether a passive names something else than people as its doer."""
    found = _BY.match(scene.rest(end))
    if found is None or _CREW.search(found["who"]):
        return False
    return not scene.doer_of(found["who"], -1).people


_CREW = re.compile(
    r"\b(?:office|department|desk|team|crew|shift|side|group|colleague|vendor|contractor|supplier"
    r"|staff|personnel|hand|mistake|accident)\b",
    re.IGNORECASE,
)
_BY = re.compile(
    r"[^.;,]{0,50}?\bby\s+(?P<who>(?:the|an?|our|its|my|one)\s+[^,.;:]{1,40})", re.IGNORECASE
)


def _accidents(scene: Scene) -> Iterator[Find]:
    for found in _ACCIDENT.finditer(scene.words):
        place = _deed_near(scene, found)
        if place and _stands(scene, *place) and not _is_machine_accident(scene, found, place):
            yield scene.find("PM302", *place)


def _deed_near(scene: Scene, found: re.Match[str]) -> tuple[int, int] | None:
    """The deed that an adverb of accident belongs to, with the adverb."""
    if found[0].lower() != "in error":
        after = _HUMAN_DEEDS.search(scene.words, found.end(), found.end() + 40)
        if after and not _BREAK.search(scene.words, found.end(), after.start()):
            return found.start(), after.end()
    befores = list(_HUMAN_DEEDS.finditer(scene.words, max(0, found.start() - 70), found.start()))
    if befores and not _BREAK.search(scene.words, befores[-1].end(), found.start()):
        return befores[-1].start(), found.end()
    return None


_BREAK = re.compile(r"[.;,]|\b(?:because|which|that|when|is|are)\b", re.IGNORECASE)


def _is_machine_accident(scene: Scene, found: re.Match[str], place: tuple[int, int]) -> bool:
    deed = _HUMAN_DEEDS.search(scene.words, *place)
    doer = scene.doer(deed.start() if deed else place[0])
    if _by_system(scene, place[1]):
        return True
    if doer.people:
        return doer.outsider and not doer.passive
    if doer.passive or doer.elided:
        return (
            found[0].lower() in {"inadvertently", "wrongly", "unintentionally"} and not scene.causes
        )
    return True


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
_NOT_FOLLOWED = re.compile(
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
_WAS_SKIPPED = re.compile(
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
_DID_NOT_FOLLOW = re.compile(
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
_BYPASSED = re.compile(
    r"\b(?P<how>bypass(?:ed|ing)|skipp(?:ed|ing)|circumvent(?:ed|ing)|ignor(?:ed|ing)|violat(?:ed"
    r"|ing)|sidestepp(?:ed|ing)"
    r"|disregard(?:ed|ing)|breach(?:ed|ing)|broke|omitt(?:ed|ing)|deviat(?:ed|ing)\s+from)\s+"
    r"(?:the\s+|our\s+|any\s+|an?\s+|all\s+|their\s+|this\s+)?(?:" + _RULES + r""
    r"|" + _CHECKS + r")\b",
    re.IGNORECASE,
)
_BREACH = re.compile(
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
_WITHOUT_CHECK = re.compile(
    r"\b(?:deployed|pushed|merged|released|shipped|launched|changed|upgraded|migrated|applied"
    r"|made|performed|run|ran"
    r"|executed|rolled\s+out|went\s+(?:out|live)|implemented|published|delivered|done|deployment"
    r"|release|change)\b"
    r"[^.;]{0,50}?\bwithout\s+(?:any\s+|proper\s+|prior\s+|an?\s+|adequate\s+|sufficient\s+"
    r"|being\s+|the\s+"
    r"|first\s+|peer\s+|code\s+|formal\s+|further\s+)*(?:test(?:s|ed|ing)?|reviews?|reviewed"
    r"|approval|approved"
    r"|authori[sz]ation|sign-?off|permission|notice|tickets?|change\s+(?:request|ticket))\b",
    re.IGNORECASE,
)
_OUTSIDE_WINDOW = re.compile(
    r"\bchange\b[^.;]{0,40}\b(?:made|performed|executed|done"
    r"|applied)\s+outside\s+(?:of\s+)?(?:the\s+|an?\s+|our\s+)?"
    r"(?:\w+\s+)?(?:window|process|hours)\b",
    re.IGNORECASE,
)
_COMPUTING = re.compile(
    r"\b(?:worker|child|parent|daemon|background|build|node|python|java|linux|unix|server|main"
    r"|start-?up|boot"
    r"|routing|firewall|proxy|iam|acl|retention|network|cache|rewrite|lint|alert(?:ing)?"
    r"|forwarding|eviction"
    r"|restart|scaling|redirect|schema|ingress|dns|nat|security-group|lifecycle"
    r"|retry)\s+(?:rules?|process(?:es)?"
    r"|polic(?:y|ies)|protocols?|steps?|checks?|tests?|plan|instructions?|standards?)\b",
    re.IGNORECASE,
)


def _noncompliance(scene: Scene) -> Iterator[Find]:
    for pattern in (_NOT_FOLLOWED, _WAS_SKIPPED, _BREACH):
        for found in pattern.finditer(scene.words):
            if not _by_system(scene, found.end()) and _is_breach(scene, found):
                yield scene.find("PM303", found.start(), found.end())
    for pattern in (_DID_NOT_FOLLOW, _BYPASSED):
        for found in pattern.finditer(scene.words):
            doer = scene.doer(found.start())
            people = (doer.people and not doer.outsider) or doer.elided or doer.passive
            if (people or _NOBODY.match(found[0])) and _is_breach(scene, found):
                yield scene.find("PM303", found.start(), found.end())
    for found in _NOBODY_DID.finditer(scene.words):
        if scene.causes and _is_breach(scene, found):
            yield scene.find("PM303", found.start(), found.end())
    for pattern in (_WITHOUT_CHECK, _OUTSIDE_WINDOW):
        for found in pattern.finditer(scene.words):
            if (scene.causes or _leads_on(scene, found)) and _is_breach(scene, found):
                yield scene.find("PM303", found.start(), found.end())


_NOBODY_DID = re.compile(
    r"\b(?:nobody|no\s?-?one)\s+(?:(?:on|in)\s+the\s+\w+\s+)?(?:had\s+|ever\s+)*(?:read|checked"
    r"|tested|reviewed"
    r"|verified|followed|validated|rehearsed|asked|double-?checked|renewed|updated|bothered)\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"nobody|no\s?-?one|without|not\s", re.IGNORECASE)


def _is_breach(scene: Scene, found: re.Match[str]) -> bool:
    if _COMPUTING.search(found[0]):
        return False
    responding = scene.responding and not scene.causes
    if responding and "how" in found.re.groupindex:
        return False
    return _stands(scene, found.start(), found.end())


def _leads_on(scene: Scene, found: re.Match[str]) -> bool:
    """Whether the words are linked to the outcome as its cause."""
    before, after = scene.words[: found.start()], scene.words[found.end() :]
    return bool(_LINK_BEFORE.search(before[-60:]) or _LINK_AFTER.match(after))


_LINK_BEFORE = re.compile(
    r"\b(?:due\s+to|caused\s+by|because(?:\s+of)?|result(?:ed|s)?\s+(?:of|from)|attribut\w+\s+to"
    r"|down\s+to|trac\w+\s+to"
    r"|stem\w*\s+from|root\s+cause(?:\s+(?:was|is))?|cause\s+(?:was|is)|owing\s+to|triggered\s+by"
    r"|thanks\s+to"
    r"|blamed\s+on|contributed\s+to\s+by|consequence\s+of|since|as)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
_LINK_AFTER = re.compile(
    r"[^.;]{0,70}?\b(?:caused|causes|led|leads|leading|resulted|resulting|triggered|brought"
    r"|took\s+down|meant|contributed"
    r"|was\s+the\s+(?:root\s+)?cause|made|broke|to\s+blame|delayed|and\s+(?:closed|deleted"
    r"|dropped|pressed|typed"
    r"|restarted|pulled))\b",
    re.IGNORECASE,
)

# Training, experience, attention, communication

_SKILLS = (
    r"(?:(?!user\b|customer\b|data\b|need\b|\w+ing\b)[\w-]+\s+){0,2}?(?:training"
    r"|attention(?:\s+to\s+detail)?"
    r"|awareness|communications?|knowledge"
    r"|care|diligence|discipline|vigilance|expertise|familiarity|concentration|experience|skills?"
    r"|competence"
    r"|education|focus|caution|carefulness|thoroughness|know-how|rigou?r|ownership)"
)
_LACK = re.compile(
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
    r"|inattention|inattentiveness|carelessness|negligence|inexperience|unfamiliarity"
    r"|ignorance\s+of"
    r"|human\s+(?:inattention|negligence|carelessness)|fatigue\s+of|distraction)\b",
    re.IGNORECASE,
)
_NOT_SKILL = re.compile(
    r"\s*(?:data|set|sets|jobs?|runs?|models?|pipelines?|clusters?|loss|epochs?|script|protocol"
    r"|layer|link|channel|bus"
    r"|port|error|interface|between\s+(?:the\s+|our\s+|both\s+|two\s+"
    r"|its\s+)*(?:[\w-]+\s+){0,2}?(?:services?|nodes?|brokers?"
    r"|replicas?|clusters?|data\s+cent\w+|servers?|hosts?|pods?|databases?|regions?|components?"
    r"|systems?|processes|modules?"
    r"|front-?ends?|back-?ends?|apis?|devices?|controllers?|zones?)|of\s+the\s+(?:load|health"
    r"|node)|with\s+(?:the\s+)?"
    r"(?:database|broker|backend|server|cluster|upstream))\b",
    re.IGNORECASE,
)
_UNTRAINED = re.compile(
    r"\b(?:(?:was|were|is|are|had|has|have)(?:n't|\s+not"
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


_UNTRAINED_ONE = re.compile(
    r"\b(?:inexperienced|untrained|unqualified|careless|inattentive|negligent|distracted|tired"
    r"|unskilled|incompetent)"
    r"\s+(?P<who>(?!the|and|or)[\w-]+)",
    re.IGNORECASE,
)


def _training(scene: Scene) -> Iterator[Find]:
    for found in _LACK.finditer(scene.words):
        end = found.end()
        if _NOT_SKILL.match(scene.rest(end)) or _is_taken_back(scene, found.start(), end):
            continue
        if _leads_here(scene, found) and not _names_condition(scene, found.start(), end):
            yield scene.find("PM304", found.start(), end)
    for found in _UNTRAINED_ONE.finditer(scene.words):
        person = scene.doer_of("the " + found["who"], -1).people
        if person and _leads_here(scene, found) and _stands(scene, *found.span()):
            yield scene.find("PM304", found.start(), found.end())
    for found in _UNTRAINED.finditer(scene.words):
        doer = scene.doer(found.start())
        person = (
            doer.people or doer.actor is Actor.ORG or ("trained" in found[0] and not doer.system)
        )
        if person and _leads_here(scene, found) and _stands(scene, found.start(), found.end()):
            yield scene.find("PM304", found.start(), found.end())


def _leads_here(scene: Scene, found: re.Match[str]) -> bool:
    return scene.causes or _leads_on(scene, found)


# Labels that only name the error again

_LABEL = re.compile(
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


_CARELESS_WORK = re.compile(
    r"\b(?:sloppy|careless|hasty|negligent|thoughtless|reckless)\s+(?!quorum)\w+", re.IGNORECASE
)


def _error_label(scene: Scene) -> Iterator[Find]:
    for found in _CARELESS_WORK.finditer(scene.words):
        if _leads_here(scene, found) and _stands(scene, found.start(), found.end()):
            yield scene.find("PM306", found.start(), found.end())
    for found in _LABEL.finditer(scene.words):
        if _is_taken_back(scene, found.start(), found.end()):
            continue
        if not _names_condition(scene, found.start(), found.end()):
            yield scene.find("PM306", found.start(), found.end())


# Bare acts in a section of causes, and chains that end on one

_DEED = re.compile(
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


def _bare_act(scene: Scene) -> Iterator[Find]:
    if scene.causes and scene.sole:
        place = _act_of(scene) or _act_by(scene)
        if place and not _names_condition(scene, *place):
            yield scene.find("PM302", *place, confidence=0.7)
    if not scene.responding or scene.causes:
        yield from _because_of_act(scene)


def _because_of_act(scene: Scene) -> Iterator[Find]:
    """A person's deed behind "because" or "caused by"."""
    for found in _BECAUSE.finditer(scene.words):
        deed = _DEED.search(scene.words, found.end(), found.end() + 60)
        if deed is None or _BREAK.search(scene.words, found.end(), deed.start()):
            continue
        doer = scene.doer(deed.start())
        place = (doer.start, deed.end())
        active = not doer.passive and doer.words.strip().lower() != "they"
        if active and _is_singled(doer) and doer.start >= found.end() and _stands(scene, *place):
            yield scene.find("PM302", *place, confidence=0.75)
    for found in _NOT_DOING.finditer(scene.words):
        if scene.doer_of(found["who"], found.start("who")).people and _stands(scene, *found.span()):
            yield scene.find("PM303", found.start("who"), found.end())


_BECAUSE = re.compile(
    r"\b(?:because|due\s+to\s+the\s+fact\s+that|as\s+a\s+result\s+of|caused\s+by|triggered\s+by"
    r"|the\s+(?:root\s+)?cause\s+(?:was|is)\s+that)\b",
    re.IGNORECASE,
)
_NOT_DOING = re.compile(
    r"\b(?:due\s+to|caused\s+by|because\s+of|result(?:ed)?\s+(?:of|from)|down\s+to|cause\s+was)\s+"
    r"(?P<who>(?:some\w+|people|us|them|(?:the|an?|our|one\s+of\s+\w+)\s+[\w-]+(?:\s+\w+)?"
    r"|(?-i:[A-Z])\w+))"
    r"(?:'s)?\s+(?:not|never)\s+[a-z]+ing\b",
    re.IGNORECASE,
)


def _act_of(scene: Scene) -> tuple[int, int] | None:
    """Subject and verb of a sentence whose main clause is one person's deed."""
    found = _OMITTED.search(scene.words, 0, 90) or _DEED.search(scene.words, 0, 90)
    if not found or _SUBORDINATE.search(scene.words[: found.start()]):
        return None
    doer = scene.doer(found.start())
    if not _is_singled(doer) or doer.passive or _POSSIBLE.search(scene.words[: found.start()]):
        return None
    return max(doer.start, 0), found.end()


def _act_by(scene: Scene) -> tuple[int, int] | None:
    """The same in the passive: "was disabled by an engineer"."""
    found = _DONE_BY.search(scene.words, 0, 160)
    if not found or _SUBORDINATE.search(scene.words[: found.start()]):
        return None
    return found.span() if _is_singled(scene.doer_of(found["who"], 0)) else None


def _is_singled(doer: Doer) -> bool:
    return doer.people and not doer.outsider and not doer.we and not doer.nobody


_OMITTED = re.compile(
    r"\b(?:did\s+not|didn't|never|had\s+not|hadn't)\s+(?:\w+ly\s+)?(?:test|check|verif|review"
    r"|validat|back|notic|spot|catch|consider|follow|remember|realis|realiz|double-?check"
    r"|read|run|ran|use|set|renew|rotat|updat|add|communicat|inform|escalat|document|configur|enabl"
    r"|includ|notif|tell|ask|wait)\w*\b",
    re.IGNORECASE,
)
_DONE_BY = re.compile(
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
_SUBORDINATE = re.compile(
    r"\b(?:if|when|that|which|who|while|because|after|before|until|whether)\b", re.I
)


def _chain_ends(document: Document) -> Iterator[Find]:
    for chain in document.why_chains:
        if chain.levels:
            yield from _person_at_end(scene_of(document, _answer(chain.levels[-1])))
    if len(document.factors) == 1 and not document.factors[0].details:
        yield from _sole_act(scene_of(document, document.factors[0].text))


def _answer(level: Text) -> Text:
    """A level of a chain without the question that it answers."""
    at = level.raw.rstrip().rfind("?") + 1
    return level.part(at).strip() if 0 < at < len(level.raw.rstrip()) else level


def _person_at_end(scene: Scene) -> Iterator[Find]:
    place = _act_of(scene) or next(_errors_of(scene), None)
    if place and not _names_condition(scene, *place):
        yield scene.find("PM305", *place)


def _sole_act(scene: Scene) -> Iterator[Find]:
    place = _act_of(scene)
    if place and not _names_condition(scene, *place):
        yield scene.find("PM305", *place)


def _errors_of(scene: Scene) -> Iterator[tuple[int, int]]:
    """Where a last why names an error in any of this module's ways."""
    for detector in (_human_error, _slip_verbs, _noncompliance, _training, _error_label):
        for find in detector(scene):
            yield find.start, find.end


_DETECTORS = (
    _human_error,
    _error_label,
    _training,
    _noncompliance,
    _slip_nouns,
    _slip_verbs,
    _bare_act,
)


_COMMANDS = re.compile(
    r"\b(?:script|command|run|ran|execut|migration|deploy|push|merg)", re.IGNORECASE
)
_REMOVALS = re.compile(r"\b(?:delet|drop|remov|wip|truncat|terminat|destroy|clos)", re.IGNORECASE)
_INPUTS = re.compile(
    r"\b(?:typo|mis-?typ|mis-?spel|entered|typed|paste|misclick|selected|chose|picked|finger|key)",
    re.I,
)
_FORGETTING = re.compile(r"\b(?:forg[oe]t|oversight|omit|renew)", re.IGNORECASE)


def advice(find: Find) -> str:
    """How to put a find as a finding about the system; empty where the rule's own says it."""
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
    if _COMMANDS.search(near):
        return "What let this run in production unchecked? Name the guard that was not there."
    return ""
