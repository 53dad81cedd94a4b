"""Whether an action item has an end: specific, vague, or only a wish.

The labels are those of the project's labelling guide. An item is *specific* when a
reader can tell that it is done: it makes or changes a named thing, or reaches a
number, or leaves a record of a decision. It is *vague* when it names a direction
("improve", "review", "more") or an activity without an object, and a *wish* when it
appeals to behaviour, care, awareness or training.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Sequence

from msgspec import Struct

from pmlint.document import MASK, ActionItem, Document
from pmlint.regexes import regex
from pmlint.wording import action_words as words
from pmlint.wording.clauses import Clause, Phrase, clauses_of, phrase_of, units_of, verb_at

__all__ = ["Judgement", "Verdict", "judge", "judge_text"]


class Verdict(enum.Enum):
    """What an action item is, by its words alone."""

    SPECIFIC = "specific"
    VAGUE = "vague"
    WISH = "wish"


class Judgement(Struct, frozen=True):
    """A verdict and what it rests on.

    `reason` is one of ``end``, ``direction``, ``bare``, ``more``, ``noun``, ``training``,
    ``behaviour``, ``sharing`` or ``nothing`` (no words to judge); `word` is the verb or noun that
    decided. A `stated` judgement rests on a phrase without a verb, and yields to others.
    """

    verdict: Verdict
    reason: str
    word: str = ""
    stated: bool = False


_SPECIFIC = Judgement(Verdict.SPECIFIC, "end")
_NOTHING = Judgement(Verdict.SPECIFIC, "nothing")

_COUNTS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|sixty|ninety"
)
_HORIZON = regex(
    rf"\b(?:in|within|over|for|during|by)\s+(?:the\s+)?(?:(?:next|coming|following)\s+)?"
    rf"(?:\d+|{_COUNTS}|a|couple of|few)\s+(?:day|week|month|quarter|sprint|year)s?\b"
)
_QUANTITY = regex(
    r"\d[\d.,]{0,30}\s?(?:%|percent|milliseconds?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|"
    r"days?|[kmgt]i?b|rps|qps|tps|x|times|requests?|connections?|replicas?|nodes?|instances?|"
    r"retries|attempts|approvals?|approvers?|reviewers?|regions?|zones?|workers?|threads?|"
    r"pods?|partitions?|errors?|rows?|records?|items?|messages?|users?|alerts?|bytes?)\b"
    r"|\d\s?%"
    r"|\b(?:to|above|below|under|over|at least|less than|more than|at most|fewer than|exceeds?|"
    r"max(?:imum)?|min(?:imum)?|every|from)\s+[$€£]?\d"
    r"|[<>≥≤=]\s?\d"
    rf"|\b(?:at least |every |minimum |exactly )?(?:{_COUNTS})\s+(?:minutes?|seconds?|hours?|"
    r"approvals?|reviewers?|replicas?|nodes?|instances?|regions?|zones?|people)\b"
    r"|\bper (?:second|minute|hour|request|user|client|host)\b"
)
_DATED = regex(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}\b|"
    r"\b\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|"
    r"\b\d{4}-\d\d-\d\d\b|\bq[1-4]\b|\bby (?:monday|tuesday|wednesday|thursday|friday)\b"
)
_CARE = "|".join(sorted(words.CARE))
_BEHAVIOUR = regex(
    rf"\b(?:be|being|stay|staying|remain|become|becoming|act)\b(?:\s\w+){{0,3}}?\s(?:{_CARE})\b"
    r"|\bpay(?:ing)?\b(?:\s\w+){0,3}?\sattention\b"
    r"|\b(?:take|taking|use|using|exercise|exercising|show)\b(?:\s\w+){0,3}?\s"
    r"(?:care(?! of\b)|caution|diligence)\b"
    r"|\b(?:double|triple)[- ]?check"
    r"|\bthink(?:ing)?\s(?:twice|before|carefully|harder|ahead)\b|\bslow(?:ing)?\sdown\b(?! the\b)"
    r"|\b(?:keep|keeping|bear|bearing)\b(?:\s\w+){0,3}?\sin\smind\b|\bwatch(?:ing)?\sout\b"
    r"|\blook(?:ing)?\sout\sfor\b|\bremember(?:ing)?\s(?:to|that|the|how)\b"
    r"|\b(?:not|never)\s(?:to\s)?forget|\bcommon\ssense\b|\btry(?:ing)?\sharder\b"
    r"|\bdo(?:ing)?\s(?:a\s)?better(?:\sjob)?\b(?!\s\w+ing)|\blearn(?:ing)?\sfrom\b|\bspeak(?:ing)?\sup\b"
    r"|\baccountable\b|\bcommunicat(?:e|ing)\b|\bwith\s(?:more|greater|extra|special|due)\s"
    r"(?:care|caution|attention)\b|\b(?:more|extra|greater|less)\s(?:careful|cautious|care|"
    r"caution|carefully|cautiously|thoroughly|rigorously|diligen\w+|vigilan\w+|attention|thought|awareness)\b"
    r"|\btake\s(?:\w+\s)?(?:ownership|time|responsibility)\b|\bcareful\b|\bopen\smind\b"
    r"|\b(?:this|same|such|these|our)\smistakes?\b|^listen\b|\bimportance\sof\b|\bbe\s(?:alert|hasty)\b"
    r"|\bthink(?:ing)?\sabout\b.{0,40}\sbefore\b|\bkeep\san\seye\sout\b"
    r"|^(?:escalate|ask|involve|call|report|raise|engage|inform|notify)\b.{0,60}\b(?:sooner|earlier|"
    r"faster|quicker|more\squickly)\b"
    r"|\btake\s(?:\w+\s)?ownership\b|\bask(?:ing)?\sfor\shelp\b"
    r"|\beyes\sopen\b|^(?:keep\s|all\s)?eyes\son\b|^(?:\w+\s){0,3}?make\s(?:sure|certain)\s(?:to|you|everyone|everybody|people|we|all\s"
    r"(?:engineers|developers|staff|team|members))\b|\bteam\sspirit\b|\bhuman\serrors?\b"
)
_RITUAL = regex(
    r"^(?:check|verify|confirm|review|test|ask|consult|(?:re-?)?read|inspect|inform|tell|notify|warn)\b"
    r".{0,120}\b(?:before|prior\sto|every\stime|each\stime|whenever)\b"
    r"|^(?:before|when|prior\sto|after|whenever|while)\b[^,]{0,120},\s?(?:always\s|please\s)?"
    r"(?:check|verify|confirm|review|test|ask|consult|read|inspect|remember|think)\b"
)
_IN_MACHINE = regex(
    r"\b(?:in|via|by|through|with|part\sof)\s(?:the\s|a\s)?(?:\w+\s){0,2}?(?:ci|cd|pipeline|script|bot|"
    rf"cron|hook|job|workflow|linter|webhook|api|schema)\b|\bautomat|{MASK}|_"
)
_BY_MACHINE = regex(
    r"\b(?:ci|cd|pipeline|script|automat\w+|bot|cron|hook|job|workflow|linter|controller|"
    rf"webhook|tooling|action|api|schema|staging|smoke)\b|{MASK}|_"
)
_CAREFULLY = regex(
    r"\b(?:carefully|cautiously|diligently|vigilantly|attentively|conscientiously|responsibly|"
    r"meticulously|thoroughly|rigorously|mindfully|sensibly|deliberately)\b"
)
_SHARING = regex(
    r"\b(?:share|sharing|spread|disseminate|transfer|exchange)\b(?:\s[\w'-]+){0,4}?\s"
    r"(?:knowledge|learnings?|lessons?|best\spractices|awareness|insights?|experiences?|findings)\b"
    r"|\b(?:refresh|deepen|broaden|improve|increase|build)\b(?:\s[\w'-]+){0,3}?\sknowledge\b"
    r"|\bknowledge[- ](?:sharing|transfer|exchange)\b|\blunch\s(?:and|&)\slearns?\b|"
    r"\bbrown[- ]?bags?\b|\b(?:raise|raising|increase|increasing|build|building|create|creating|"
    r"promote|promoting|improve|improving|more|better|spread|greater)\b(?:\s\w+){0,3}?\sawareness\b"
    r"|\b(?:team|staff|everyone|engineers|developers|people|members|users)\b(?:\s\w+){0,3}?\s"
    r"(?:is|are|be)\s(?:\w+\s)?(?:aware|trained|familiar|informed|educated|reminded|briefed)\b"
    r"|^(?:make|made|keep)\s(?:\w+\s){0,3}?(?:team|staff|everyone|engineers|developers|people|members)\s"
    r"(?:\w+\s)?(?:aware|informed|updated|posted|in\sthe\sloop)\b|^made\saware\b"
)
_TOLD = regex(
    r"^(?:remind|encourage|urge|tell|instruct|advise|ask|request|require|expect|emphasi[sz]e|"
    r"stress|promote|foster|cultivate|motivate|push|warn|inform|brief)\b"
)
_ABSTAIN = regex(r"^(?:always|never|(?:please\s)?do\snot|not\s(?:to\s)?|stop\s\w+ing\son\s)\b")
_LATER = regex(r"\b(?:going|moving) forward\b|\bnext time\b|\bfrom now on\b|\bfuture\b")
_MODEL = regex(
    r"\b(?:models?|classifiers?|network|detectors?|forest|embeddings?|regressor|estimator|"
    r"predictor|algorithm|tokeni[sz]er|ranker|recommender|checkpoint|weights|lstm|autoencoder|"
    r"forecaster|scorer|dataset|corpus|llm|filter)\b"
)
_SOFTWARE = regex(
    r"\b(?:parser|script|scheduler|bot|pipeline|service|importer|client|linter|controller|daemon|api|"
    r"cli|sdk|server|job|tool|agent|operator|plugin|crawler|compiler)$"
)
_MACHINES = words.word_set(
    """
    data job jobs cluster pipeline set model run environment node nodes server script gpu
    loop step code service queue dataset portal database table page site
    """
)
_SESSIONS = words.word_set(
    """
    session sessions program programs programme programmes course courses material materials
    plan plans campaign campaigns day days module modules workshop workshops content event
    events class classes talk talks video videos curriculum sessions initiative effort
    efforts budget hours time opportunity opportunities schedule exercise exercises meeting
    """
)
_STATES = words.word_set(
    """
    culture mindset attention care caution ownership accountability
    """
)
_RULES = words.word_set(
    """
    process processes procedure procedures checklist checklists guideline guidelines policy
    policies rule rules standard standards practice practices protocol protocols runbook
    runbooks instructions steps playbook playbooks conventions convention convention guide
    documentation principles workflow
    """
)
_BY_HAND = words.word_set(
    """
    deploy run push merge change edit make skip restart release execute commit rush assume
    rely trust ignore leave touch apply modify test check verify ask delete drop perform do
    work upgrade pull confirm review read plan communicate notify inform consult announce
    escalate have repeat
    """
)
_DEALINGS = words.word_set(
    """
    communication communications collaboration teamwork cooperation
    """
)
_PARTNERS = words.word_set(
    """
    service services node nodes pod pods broker component components
    """
)
_INQUIRY = words.word_set(
    """
    investigate look-into consider explore evaluate assess analyse analyze study research
    review revisit examine discuss compare decide determine choose understand identify audit
    check find-out figure-out experiment trial work-out survey explore benchmark brainstorm
    agree debate weigh diagnose re-evaluate reassess inspect perform
    """
)
_TENTATIVE = words.word_set(
    """
    consider explore investigate look-into evaluate assess discuss research study think
    think-about look-at contemplate revisit reconsider understand examine
    """
)
_OUTSIDERS = words.word_set("users user customers customer clients partners")
_ABOUT = words.word_set("about of that how")
_PLACES = (("from",), ("to",), ("into",))
_CAPABLE = words.word_set("can cannot have has could on-call get gets receive receives") | {""}
_REACTIONS = words.word_set(
    """
    ask check search collect gather confirm get scale contact track
    """
)
_MOVES = words.word_set(
    """
    remove move link delete separate extract split attach connect merge tie
    """
)
_APPEALS = words.word_set(
    """
    remind encourage urge emphasise emphasize stress foster cultivate instill remember reiterate
    """
)
_DECIDE = words.word_set(
    """
    decide choose agree determine select
    """
)
_ENSURE = words.word_set(
    """
    ensure make-sure verify confirm guarantee assure validate see
    """
)
_PREDICATES = words.word_set(
    """
    is are has have can cannot does do must will gets get fails fail requires require uses
    use returns return rejects reject stays stay never always only includes include runs run
    contains contain matches match points point reports report logs log exits exit
    """
)
_WORN = words.word_set(
    """
    tested reviewed monitored documented followed maintained checked validated covered
    configured handled working functioning updated trained aware ready prepared available
    stable reliable operational in-sync effective secure accurate consistent current up-to-
    date date complete safe robust resilient visible known understood healthy sufficient
    adequate used tracked implemented managed supported communicated respected performed
    considered verified optimised optimized met followed-up happen recur repeated avoided
    prevented resilient fast responsive protected observed executed addressed implemented
    planned assessed evaluated
    """
)
_PURPOSELESS = words.word_set(
    """
    again happen happens happening recur recurs reoccur repeat repeated
    """
)
_STATE = 4  # words after "be" that say what is wanted
_SCOPES = words.word_set(
    """
    all every each remaining
    """
)
_IGNORED = (
    words.GENERIC | words.COMPARATIVES | words.QUALITIES | words.RECURRENT | words.DETERMINERS
) | (words.LINKS | words.MODALS | words.ADVERBS)
_FUZZY = words.COMPARATIVES | words.QUALITIES | words.RECURRENT


def judge(document: Document, item: ActionItem) -> Judgement:
    """The verdict on *item*, computed once a document.

    Nested lines may hold the end that the item's own words lack.
    """
    verdicts = document.memo("vagueness", lambda: _judge_all(document))
    return verdicts[item.text.span()]


def evidence_of(judgement: Judgement) -> frozenset[str]:
    """The labels of the classifier that a verdict of the rules speaks for."""
    if judgement.verdict is Verdict.WISH:
        return frozenset({"vague", "wish"})
    return frozenset({"vague"} if judgement.verdict is Verdict.VAGUE else ())


def _judge_all(document: Document) -> dict[object, Judgement]:
    return {item.text.span(): _judge_item(item) for item in document.actions}


def _judge_item(item: ActionItem) -> Judgement:
    dated = item.deadline is not None and item.deadline.date is not None
    judgement = judge_text(item.text.prose, dated=dated)
    if judgement.verdict is Verdict.VAGUE and item.details:
        details = [judge_text(detail.prose, dated=dated) for detail in item.details]
        if any(each.verdict is Verdict.SPECIFIC and not each.stated for each in details):
            return _SPECIFIC
    return judgement


def judge_text(text: str, *, dated: bool = False) -> Judgement:
    """The verdict on an action item's words (code and quotations as `MASK`).

    *dated* tells that the item has a date of its own beside the words.
    """
    units, asides = units_of(text)
    found: list[Judgement] = []
    for number, unit in enumerate(units):
        for clause in clauses_of(unit):
            judgement = _judge_clause(clause, dated=dated, first=number == 0)
            if judgement:
                found.append(judgement)
    for aside in asides:
        found += [each for each in _asides(aside, dated=dated) if each.verdict is Verdict.SPECIFIC]
    judgement = _combined(found)
    if judgement.stated and judgement.verdict is Verdict.VAGUE and MASK in text:
        return _NOTHING  # a bare phrase beside a link or code: those say the rest
    return judgement


def _asides(aside: str, *, dated: bool) -> Iterable[Judgement]:
    for clause in clauses_of(aside):
        judgement = _judge_clause(clause, dated=dated, first=False)
        if judgement and not judgement.stated and clause.actor == "self":
            yield judgement


def _combined(found: Sequence[Judgement]) -> Judgement:
    """An end anywhere makes the item specific; else the worst that was found."""
    for stated in (False, True):
        group = [each for each in found if each.stated is stated]
        for verdict in (Verdict.SPECIFIC, Verdict.WISH, Verdict.VAGUE):
            for each in group:
                if each.verdict is verdict:
                    return each
    return _NOTHING


def _judge_clause(clause: Clause, *, dated: bool, first: bool) -> Judgement | None:
    if clause.stated and clause.subject and not first:
        return None
    wish = _wish(clause)
    if wish:
        return wish
    if not clause.verb:
        noun = _judge_noun(clause)
        return (
            noun
            if first or (noun.verdict is Verdict.SPECIFIC and _quantity(clause.words))
            else None
        )
    return _judge_verb(clause, dated=dated)


# -- wishes ---------------------------------------------------------------------------


def _spoken(clause: Clause) -> str:
    """The clause as running words, without its purpose."""
    verb = clause.verb.replace("-", " ")
    lead = (*clause.lead, *(clause.subject if not clause.passive else ()))
    return " ".join((*lead, verb, *clause.object)).strip()


def _wish(clause: Clause) -> Judgement | None:
    spoken = _spoken(clause)
    for reason, test in (("training", _is_training), ("behaviour", _is_told)):
        if test(clause, spoken):
            return Judgement(Verdict.WISH, reason, clause.verb)
    made = words.CORE - _BY_HAND if clause.actor == "people" else words.CORE
    if clause.verb in made and not clause.passive and not _ABSTAIN.match(spoken):
        return None
    if _SHARING.search(spoken):
        return Judgement(Verdict.WISH, "sharing", clause.verb)
    if _is_behaviour(clause, spoken):
        return Judgement(Verdict.WISH, "behaviour", clause.verb)
    return None


def _is_training(clause: Clause, spoken: str) -> bool:
    """Whether people are to be trained, or be given training."""
    if clause.verb in words.TEACHING:
        learner = _text(phrase_of(clause.object).noun)
        return not (_MODEL.search(learner) or _SOFTWARE.search(learner))
    if _trains(phrase_of(clause.subject).noun) and not _MODEL.search(spoken):
        return True
    phrase = phrase_of(clause.object)
    taught = any(word in words.PEOPLE or word == "team" for word in phrase.complement)
    if phrase.head in {"session", "sessions"} and taught:
        return True
    if _trains(phrase.noun) and not _MODEL.search(spoken):
        return True
    # "A session on training", "invest in training our engineers".
    light = clause.verb in (words.LIGHT | words.DIRECTION) - _INQUIRY or not clause.verb
    return light and _speaks_of_training(clause.object) and not _MODEL.search(spoken)


def _speaks_of_training(tokens: Sequence[str]) -> bool:
    inner = words.TRAINING - _STATES
    return any(
        word in inner and not any(after in _MACHINES for after in tokens[at + 1 : at + 2])
        for at, word in enumerate(tokens)
    )


def _trains(noun: Sequence[str]) -> bool:
    """Whether a noun phrase is training for people or a state of their minds."""
    if not noun:
        return False
    if noun[-1] in words.TRAINING - {"ownership"}:
        return True
    inner = words.TRAINING - _STATES
    return any(word in inner for word in noun) and noun[-1] in _SESSIONS


def _is_told(clause: Clause, spoken: str) -> bool:
    """Whether people are reminded, urged or told to do something."""
    if clause.actor == "other" and not clause.passive:
        return False
    phrase = phrase_of(clause.object)
    if not clause.verb and phrase.head in {"reminder", "reminders"}:
        return any(word in words.PEOPLE or word == "team" for word in phrase.complement)
    if clause.verb in {"send", "issue", "post", "circulate"} and "reminder" in clause.object:
        return "automated" not in clause.object and "automatic" not in clause.object
    if clause.verb in _APPEALS and clause.object[:1] != ("test",):
        return not _BY_MACHINE.search(spoken)
    told = _TOLD.match(clause.verb)
    aimed = any(word in words.PEOPLE or word == "team" for word in clause.object[:6])
    about = clause.verb in {"inform", "tell", "brief", "instruct"} and not _OUTSIDERS & {
        *clause.object
    }
    said = "to" in clause.words or (about and any(word in clause.object for word in _ABOUT))
    return bool(told) and aimed and said and not _BY_MACHINE.search(spoken)


def _is_behaviour(clause: Clause, spoken: str) -> bool:
    if _BEHAVIOUR.search(spoken):
        return clause.actor != "other" or clause.passive or clause.verb in {"be", "become"}
    inquiry = clause.verb in _INQUIRY - {"check", "review", "inspect", "perform"}
    if clause.actor == "people" and clause.object[:1] != ("able",) and not inquiry:
        return not _BY_MACHINE.search(spoken) or clause.verb in _ENSURE | {"follow"}
    if clause.verb in _ENSURE - {"verify", "confirm", "validate"} and _people_must(clause.object):
        return True
    if clause.actor == "other":
        return clause.passive and _is_communication(clause)
    return _is_habit(clause, spoken)


def _is_habit(clause: Clause, spoken: str) -> bool:
    """Whether something is to be done by hand each time, or with care."""
    if clause.verb == "avoid" and words.LEMMAS.get(_text(clause.object[:1]), "") in _BY_HAND:
        return not _IN_MACHINE.search(spoken)
    habit = _ABSTAIN.match(spoken) or _LATER.search(" ".join(clause.lead))
    if habit and not clause.passive and (clause.verb in _BY_HAND or not clause.object):
        return not _IN_MACHINE.search(spoken)
    if clause.verb in {"respect", "obey"} or "your" in clause.object:
        return not _IN_MACHINE.search(spoken)
    if clause.verb in {"follow", "adhere", "comply", "stick", "observe"}:
        return any(word in _RULES for word in clause.object)
    if clause.verb in {"use", "read", "consult", "re-read"}:
        phrase = phrase_of(clause.object)
        return phrase.head in _RULES | {"alerts", "docs"} and not (
            phrase.complement or phrase.modifiers
        )
    if _RITUAL.match(spoken):
        return not _IN_MACHINE.search(spoken)
    if _is_communication(clause):
        return True
    return bool(_CAREFULLY.search(spoken)) and clause.verb not in words.DIRECTION - {"check"}


def _people_must(tokens: Sequence[str]) -> bool:
    """Whether "ensure (that) ..." goes on with people and what they are to do."""
    phrase = phrase_of(tokens[1:] if tokens[:1] == ("that",) else tokens)
    for at, word in enumerate(phrase.noun):
        if word in words.PEOPLE or word == "team":
            after = phrase.noun[at + 1] if at + 1 < len(phrase.noun) else ""
            after = after or (phrase.complement[0] if phrase.complement else "")
            return after not in _CAPABLE
    return False


def _is_communication(clause: Clause) -> bool:
    """Whether people are to communicate better (and not services)."""
    phrase = phrase_of(clause.object)
    if clause.verb in words.MAKE - {"have", "keep"}:
        return False
    if not any(word in _DEALINGS for word in (phrase.head, *phrase.complement[:3])):
        return False
    return not any(word in _PARTNERS or _component(word) for word in clause.object)


# -- ends -----------------------------------------------------------------------------


def _text(tokens: Iterable[str]) -> str:
    return " ".join(tokens)


def _concrete(tokens: Iterable[str]) -> bool:
    """Whether some word among *tokens* names one thing and not a field of work."""
    return any(
        word not in _IGNORED
        and word not in words.ABSTRACT
        and word not in words.SOFT
        and word not in words.INTERVALS
        and (word[0].isalpha() or MASK in word or word[0] in "@#")
        for word in tokens
        if word
    )


def _quantity(tokens: Sequence[str]) -> bool:
    return bool(_QUANTITY.search(_HORIZON.sub(" ", _text(tokens))))


def _has_end(clause: Clause) -> bool:
    """Whether the clause says what will be there, or seen, when it is done."""
    tokens = clause.words
    if _quantity(tokens) or tokens[:2] == ("how", "many"):
        return True
    for at, word in enumerate(tokens):
        after = tokens[at + 1 :]
        if word == "by" and after and _means(after):
            return True
        if word in {"with", "via", "using", "through", "into"} and _equips(after):
            return True
        if word == "including" and _concrete(after):
            return True
        if word in {"to", "so", "that", "and", "when", "if"} and _seen(word, after):
            return True
        if word in {"in", "as", "into", "with", "to"} and _recorded(clause, after):
            return True
    return False


def _means(tokens: Sequence[str]) -> bool:
    """Whether "by" is followed by a change: "by adding a read replica"."""
    lemma = words.LEMMAS.get(tokens[0], "")
    if not tokens[0].endswith("ing") or lemma not in words.MAKE:
        return False
    return _judge_made(Clause(lemma, tuple(tokens[1:]))).verdict is Verdict.SPECIFIC


def _equips(tokens: Sequence[str]) -> bool:
    phrase = phrase_of(tokens)
    if any(word in words.COMPARATIVES for word in phrase.modifiers):
        return False
    named = _concrete(phrase.modifiers) or _concrete(phrase.complement)
    return phrase.head in words.ARTEFACTS and (named or phrase.head not in words.ABSTRACT)


def _seen(marker: str, tokens: Sequence[str]) -> bool:
    """Whether a behaviour that can be seen follows ("to page ...", "so the job fails if ...")."""
    if marker == "to":
        return bool(tokens) and tokens[0] in words.END_VERBS and _named(tokens[1:])
    if marker == "and":
        return False
    for at, word in enumerate(tokens[:9]):
        lemma = words.LEMMAS.get(word, "")
        if at and lemma in words.END_VERBS and word not in words.AMBIGUOUS - {"page", "alert"}:
            return _concrete(tokens[:at]) or _named(tokens[at + 1 :])
    return False


def _named(tokens: Sequence[str]) -> bool:
    """Whether a plain, not only a comparing, thing follows."""
    phrase = phrase_of(tokens[1:] if tokens and tokens[0] in {"on", "when", "if"} else tokens)
    if any(word in words.COMPARATIVES for word in phrase.modifiers):
        return False
    return _concrete(phrase.noun) or _concrete(phrase.complement)


def _recorded(clause: Clause, tokens: Sequence[str]) -> bool:
    """Whether an inquiry ends in something written ("in an ADR")."""
    if clause.verb not in _INQUIRY:
        return False
    head = phrase_of(tokens).head.split("-")[0]
    return head in words.RECORDS and tokens[0] not in {"our", "this", "more"}


# -- verbs ----------------------------------------------------------------------------


def _judge_verb(clause: Clause, *, dated: bool) -> Judgement:
    if clause.verb in _ENSURE:
        return _judge_ensured(clause)
    if clause.verb in {"be", "become", "remain", "stay"}:
        return _judge_quality(clause)
    if clause.verb == "keep" and any(word in _WORN for word in clause.object):
        return _judge_quality(clause)
    if clause.verb in _REACTIONS and clause.actor == "other" and len(clause.subject) > 1:
        return _judge_made(clause)
    drill = _judge_drill(clause, dated=dated)
    if drill:
        return drill
    inner = _inner_verb(clause)
    if inner:
        return _judge_directed(Clause(inner, phrase_of(clause.object).complement, clause.purpose))
    if clause.verb in words.TUNING and _knob(clause):
        return _SPECIFIC
    if clause.verb in words.DIRECTION:
        return _judge_directed(clause)
    return _judge_made(clause)


def _inner_verb(clause: Clause) -> str:
    """The verb hidden in the object: "conduct a review of X" reviews X."""
    phrase = phrase_of(clause.object)
    verb = words.NOMINALS.get(phrase.head, "")
    if clause.verb in words.LIGHT | {"add", "implement", "establish"} and verb in words.DIRECTION:
        return "" if any(word in words.INTERVALS for word in phrase.modifiers) else verb
    if phrase.head in words.TICKETS and "to" in clause.object:
        at = clause.object.index("to") + 1
        inner, _ = verb_at(clause.object, at)
        return inner if inner in words.DIRECTION else ""
    return ""


def _judge_drill(clause: Clause, *, dated: bool) -> Judgement | None:
    """A drill has an end if it says what is drilled and when."""
    phrase = phrase_of(clause.object)
    if phrase.head not in words.DRILLS and _text(phrase.noun[-2:]) not in {
        "game day",
        "game days",
        "dry run",
        "fire drill",
    }:
        return None
    if clause.verb not in words.LIGHT | words.DIRECTION | {"", "schedule", "run", "set-up"}:
        return None
    scope = _concrete((*phrase.modifiers, *phrase.complement))
    spoken = _text(clause.words)
    when = dated or bool(_DATED.search(spoken)) or any(w in words.INTERVALS for w in clause.words)
    if scope and (when or _quantity(clause.words)):
        return _SPECIFIC
    return Judgement(Verdict.VAGUE, "direction", phrase.head)


def _judge_ensured(clause: Clause) -> Judgement:
    """Judge "ensure that X": checkable if X is a state that can be looked at."""
    tokens = [word for word in clause.object if word != "that"]
    vague = Judgement(Verdict.VAGUE, "direction", clause.verb.replace("-", " "))
    if any(word in _PURPOSELESS for word in tokens):
        return vague
    if _quantity(tokens):
        return _SPECIFIC
    for at, word in enumerate(tokens):
        if at and word in _PREDICATES:
            stop = tokens.index(",", at) if "," in tokens[at:] else len(tokens)
            state = [word for word in tokens[at + 1 : stop] if word not in _WORN]
            if any(word in words.COMPARATIVES for word in state):
                return vague
            named = _concrete(state)
            return _SPECIFIC if named and _anything(tokens[:at]) else vague
    if clause.verb in {"verify", "validate", "confirm"}:
        return _judge_made(clause)
    return _SPECIFIC if _has_end(clause) else vague


def _anything(tokens: Sequence[str]) -> bool:
    """Whether a subject is more than "we" or "this"."""
    return any(word not in {"we", "this", "it", "things", "everything"} for word in tokens)


def _judge_quality(clause: Clause) -> Judgement:
    """Judge "X should be Y": checkable unless Y is a comparison or a virtue."""
    state = clause.object if clause.object[:1] == ("able",) else clause.object[:_STATE]
    fuzzy = any(word in _FUZZY or word in _WORN for word in state)
    if _has_end(clause) or (not fuzzy and _concrete(clause.object)):
        return _SPECIFIC
    return Judgement(Verdict.VAGUE, "more" if fuzzy else "direction", "be")


def _knob(clause: Clause) -> bool:
    """Whether a named knob of a named thing is turned."""
    phrase = phrase_of(clause.object)
    if phrase.head == "number" and phrase.complement[:1] == ("of",):
        return _concrete(phrase_of(phrase.complement[1:]).noun)
    if phrase.head not in words.PARAMETERS:
        return False
    named = [word for word in phrase.modifiers if word not in words.PARAMETERS]
    return _concrete(named) or _concrete(phrase.complement)


def _judge_directed(clause: Clause) -> Judgement:
    vague = Judgement(Verdict.VAGUE, "direction", clause.verb.replace("-", " "))
    if clause.verb in _DECIDE:
        return _judge_decided(clause)
    if clause.verb in {"support", "avoid", "monitor", "watch"} and _becomes(clause):
        return _SPECIFIC
    if clause.verb in _TENTATIVE:
        return _SPECIFIC if _noted(clause) else vague
    if _has_end(clause) or _surveyed(clause) or _enlisted(clause):
        return _SPECIFIC
    return vague


def _becomes(clause: Clause) -> bool:
    """Whether a verb of direction means a change: "avoid sending X", "monitor X for Y"."""
    if clause.verb in {"monitor", "watch"}:
        return "for" in clause.object and _concrete(clause.object[clause.object.index("for") + 1 :])
    gerund = clause.object[:1]
    return bool(gerund) and gerund[0].endswith("ing") and _concrete(clause.object[1:])


def _noted(clause: Clause) -> bool:
    """Whether an open question ends in a record ("in an ADR", "and write it up")."""
    tokens = clause.words
    return any(
        word in {"in", "as", "into", "with", "to"} and _recorded(clause, tokens[at + 1 :])
        for at, word in enumerate(tokens)
    )


def _surveyed(clause: Clause) -> bool:
    """Whether everything of a kind is gone through for something named."""
    if clause.verb not in {"audit", "identify", "inspect", "check", "review", "scan", "search"}:
        return False
    phrase = phrase_of(clause.object)
    whole = any(word in _SCOPES for word in clause.object[:2])
    sought = any(word in {"for", "that", "whose", "which", "against"} for word in clause.object)
    return whole and sought and _concrete(phrase.complement) and not _fuzzy(clause.object)


def _fuzzy(tokens: Iterable[str]) -> bool:
    return any(word in _FUZZY for word in tokens)


def _enlisted(clause: Clause) -> bool:
    """Whether somebody else is to make something named: "work with X to enable Y"."""
    if clause.verb not in {"work-with", "ask", "work", "get", "contact", "reach-out-to", "engage"}:
        return False
    tokens = clause.words
    for at, word in enumerate(tokens[:-1]):
        lemma = words.LEMMAS.get(tokens[at + 1], "")
        if word == "to" and lemma == tokens[at + 1] and lemma in words.CORE:
            inner = _judge_made(Clause(lemma, tuple(tokens[at + 2 :])))
            return inner.verdict is Verdict.SPECIFIC
    return False


def _judge_decided(clause: Clause) -> Judgement:
    """A decision between named things has an end; one "on next steps" has not."""
    tokens = clause.words
    choice = any(word in {"between", "whether", "or", "if", "which"} for word in tokens)
    choice = choice or tokens[:2] == ("how", "many")
    if (choice and _concrete(tokens)) or _noted(clause) or _quantity(tokens):
        return _SPECIFIC
    phrase = phrase_of(tokens[1:] if tokens[:1] in (("on",), ("upon",)) else tokens)
    if phrase.head in words.PARAMETERS | {"owner"} and _concrete(phrase.complement):
        return _SPECIFIC
    return Judgement(Verdict.VAGUE, "direction", clause.verb)


def _judge_made(clause: Clause) -> Judgement:
    """A verb that leaves something behind, judged by what that is."""
    if clause.verb in _DECIDE:
        return _judge_decided(clause)
    tokens = _after_particle(clause.object)
    phrase = phrase_of(tokens)
    word = phrase.head or clause.verb.replace("-", " ")
    if not phrase.head:
        named = _concrete(tokens) or _quantity(tokens)
        return _SPECIFIC if named else Judgement(Verdict.VAGUE, "bare", clause.verb)
    more = [
        word for word in (*phrase.noun, *tokens[:1], *tokens[-1:]) if word in words.COMPARATIVES
    ]
    if more:
        return _SPECIFIC if _has_end(clause) else Judgement(Verdict.VAGUE, "more", more[0])
    if phrase.head in words.SOFT:
        return _SPECIFIC if _quantity(tokens) else Judgement(Verdict.VAGUE, "bare", word)
    if _recurs(clause, phrase.modifiers, tokens):
        return _SPECIFIC if _has_end(clause) else Judgement(Verdict.VAGUE, "direction", clause.verb)
    if _narrowed(phrase) or _has_end(clause) or _explained(clause, phrase):
        return _SPECIFIC
    if clause.verb in _MOVES and phrase.complement[:1] in _PLACES:
        return _SPECIFIC
    return Judgement(Verdict.VAGUE, "bare", word)


def _recurs(clause: Clause, modifiers: Sequence[str], tokens: Sequence[str]) -> bool:
    """Whether the work is to go on and on ("regular audits")."""
    if any(word in words.RECURRENT for word in modifiers):
        return True
    return clause.verb not in words.CORE and any(word in words.RECURRENT for word in tokens)


def _narrowed(phrase: Phrase) -> bool:
    """Whether an object is one thing, and not a field of work or a kind of thing."""
    tokens = (*phrase.noun, *phrase.complement)
    if phrase.head in words.ACTIVITIES:
        tokens = tuple(word for word in tokens if not _component(word))
    if _concrete(tokens):
        return True
    named = any(word in words.ABSTRACT and word not in words.GENERIC for word in phrase.modifiers)
    return named and phrase.head in words.DOCUMENTS


def _component(word: str) -> bool:
    parts = word.rsplit("-", 1)
    whole = len(parts) > 1 and parts[-1] in words.COMPONENTS | {"service", "system", "svc"}
    return whole or word in words.COMPONENTS


def _explained(clause: Clause, phrase: Phrase) -> bool:
    """Whether the purpose tells what the thing will be ("a runbook to handle full disks")."""
    if clause.purpose[:1] == ("so",):
        people = {"we", "i", "you", "everyone", "team", "they", "people"} | words.PEOPLE
        ahead = [word for word in clause.purpose[1:5] if word not in words.DETERMINERS]
        return _concrete(clause.purpose) and not any(word in people for word in ahead[:3])
    return phrase.head in words.ANSWERS and _concrete(clause.purpose[2:])


def _after_particle(tokens: Sequence[str]) -> Sequence[str]:
    """*tokens* without the preposition or particle that belongs to the verb."""
    at = 0
    while at < len(tokens) and tokens[at] in {"on", "for", "up", "out", "off", "to", "from", "in"}:
        at += 1
    return tokens[at:]


def _judge_noun(clause: Clause) -> Judgement:
    """A noun phrase or a statement: judged as what it names."""
    tokens = clause.object
    phrase = phrase_of(tokens)
    vague = Judgement(Verdict.VAGUE, "noun", phrase.head, stated=True)
    if _has_end(clause):
        return Judgement(Verdict.SPECIFIC, "end", stated=True)
    if tokens and tokens[0] in _FUZZY:
        return Judgement(Verdict.VAGUE, "more", tokens[0], stated=True)
    if phrase.head in words.SOFT or _fuzzy(phrase.noun):
        return vague
    if not _concrete((*phrase.noun, *phrase.complement)):
        return vague if _anything_said(tokens) else _NOTHING
    masked = any(MASK in word or "_" in word for word in tokens)
    if not phrase.complement and not masked:
        return vague
    return Judgement(Verdict.SPECIFIC, "end", stated=True)


def _anything_said(tokens: Sequence[str]) -> bool:
    return any(word[0].isalpha() and MASK not in word for word in tokens)
