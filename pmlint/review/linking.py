"""Which factors and action items speak of the same thing, and which items say it twice.

Lexical only: words are cut to stems, and words that engineers use for each other
("alert", "page", "detect") count as one. A link needs one shared stem that is not
common to all incident reviews, or a shared id ("F2", "factor 2", "OPS-311").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pmlint.document import ActionItem, BlockKind, Document, Factor, Text, Topic
from pmlint.regexes import regex
from pmlint.review.work import open_items
from pmlint.wording.action_words import word_set

__all__ = ["duplicates", "ids_of", "stems_of", "unanswered_factors", "unfounded_items"]

_WORD = regex(r"[^\W_]+(?:['’.-][^\W_]+)*", re.UNICODE)
_ID = regex(r"\b(?:[A-Z]{1,10}-?\d{1,6}|(?:factor|cause|finding)\s#?\d{1,3})\b")
_FAMILIES = (
    "alert alarm page pager paging notify notification monitor detect detection warn observe "
    "metric threshold dashboard visible visibility unnoticed notice signal probe silent",
    "rollback revert roll-back undo backout rolled",
    "test tested untested staging ci suite coverage regression verify validate validation "
    "unvalidated check checked unchecked review reviewed",
    "runbook playbook document documentation documented undocumented doc docs wiki handbook "
    "procedure instructions knowledge",
    "deploy deployment release rollout ship pipeline deployed canary",
    "certificate cert tls ssl certs expiry expire expired expiration renew renewal",
    "database db postgres mysql replica replication schema migration migrate index query",
    "permission access role privilege iam acl credential token admin rights",
    "confirm confirmation prompt guard guardrail safeguard protect block prevent gate interlock",
    "retry backoff timeout retries circuit breaker",
    "capacity quota limit scale scaling autoscale overload load memory disk cpu full exhausted",
    "cache caching ttl stale invalidate purge",
    "config configuration configure setting flag misconfigured misconfiguration parameter default",
    "single redundancy redundant standby failover failback secondary backup replica",
    "manual manually automate automatic automated automation script",
    "dependency vendor provider third-party upstream supplier",
    "on-call oncall rota escalate escalation handover",
    "lock race concurrent concurrency mutex idempotent",
    "queue backlog consumer lag topic broker",
    "dns domain record zone resolver",
)
_COMMON = word_set(
    """
    a an the of to in on for and or with without by from at as is are was were be been being
    it its this that these those there we our us they their not no nor so than then when
    while which who what where how why if all any each every some more most less least both
    only also into onto out up down over under after before during between within per via
    using use used add create make made new change changed update updated fix fixed
    implement write set setup get do does did done has have had having will would should
    could can may might must need needs needed because due since ensure improve better team
    engineer people person issue problem incident outage failure fail failed error service
    system time one two first same other such own very still just yet again already about
    it's cause caused factor contributing lead led able unable allow allowed include happen
    happened occur take took long too many much
    """
)
_SUFFIX = regex(
    r"(?:[iy][sz]ations?|ations?|ments?|ingly|ings?|ions?|edly|ies|ied|ers?|ed|es|ly|al|s|e)$"
)
_ACCEPTED = regex(
    # What had no part in it needs no item.
    r"\bplay(?:ed|s)? no (?:part|role)\b|\b(?:was|were|has been|have been) ruled out\b"
    r"|\b(?:did not|didn['’]?t) (?:contribute|play a (?:part|role))\b"
    r"|\baccept(?:ed|ing|s|able)?\b|\bwon['’]?t (?:fix|be)\b|\bwill not be (?:fixed|changed|"
    r"addressed)\b|\bno (?:further )?(?:action|change|fix)\b|\bby design\b|\bout of scope\b|"
    r"\b(?:already|since|now) (?:been )?(?:fixed|resolved|addressed|removed|corrected|done)\b|"
    r"\bhas (?:since )?been (?:fixed|resolved|addressed|removed|corrected)\b|"
    r"\b(?:outside|beyond|not (?:in|under)) our control\b|\btolerat",
    re.IGNORECASE,
)
_VERBS = word_set(
    """
    add create write implement introduce build make develop set setup put provide
    """
)
_SAME_SHARE = 0.8  # of the stems of two items, from which on they say the same
_LEAST_STEM = 3  # letters that are left of a word
_LEAST_STEMS = 2
_LEAST = 2  # factors and items, from which on a comparison says something
_TOLD = (
    Topic.FACTORS,
    Topic.WHYS,
    Topic.LESSONS,
    Topic.WENT_POORLY,
    Topic.LUCKY,
    Topic.DETECTION,
    Topic.RESPONSE,
)


def _stem(word: str) -> str:
    found = _SUFFIX.search(word, _LEAST_STEM)
    return word[: found.start()] if found else word


_FAMILY_OF = {
    _stem(word): f"={number}" for number, family in enumerate(_FAMILIES) for word in family.split()
}
_COMMON_STEMS = frozenset(_stem(word) for word in _COMMON) | _COMMON


def stems_of(words: str) -> frozenset[str]:
    """Stems of the words of *words* that tell one incident from another.

    Compounds give their parts as well; words of one family also give its number.
    """
    found: set[str] = set()
    for match in _WORD.finditer(words.lower()):
        for part in {match[0], *regex(r"[-.]").split(match[0])}:
            if len(part) > 1 and part not in _COMMON:
                found |= _forms(part)
    return frozenset(found - _COMMON_STEMS)


def _forms(word: str) -> set[str]:
    stem = _stem(word)
    family = _FAMILY_OF.get(stem)
    return {stem, family} if family else {stem}


def ids_of(words: str) -> frozenset[str]:
    """Ids that an item and a factor may share ("F2", "Factor 2", "OPS-311")."""
    return frozenset(found.lower().replace(" #", " ") for found in _ids_in(words))


def _ids_in(words: str) -> list[str]:
    return [match[0] for match in _ID.finditer(words)]


def _all_words(text: Text, details: Iterable[Text]) -> str:
    return "\n".join((text.raw, *(detail.raw for detail in details)))


def _linked(left: str, right: str) -> bool:
    return bool(ids_of(left) & ids_of(right) or stems_of(left) & stems_of(right))


def _sides(document: Document) -> tuple[list[str], list[str]]:
    """Words of the factors and of the items, nested lines included."""
    factors = [_all_words(each.text, each.details) for each in document.factors]
    items = [
        "\n".join((_all_words(each.text, each.details), *_ids_in(_first_line(each))))
        for each in document.actions
    ]
    return factors, items


def _first_line(item: ActionItem) -> str:
    """The line of an item with its label, which is no part of its words: "A1 Add a limit"."""
    block = item.block
    return (
        block.children[0].words if block.kind is BlockKind.ITEM and block.children else block.words
    )


def unfounded_items(document: Document) -> tuple[ActionItem, ...]:
    """Open items that no factor speaks of.

    Empty where linking by words does not work: fewer than two factors or items, or
    fewer than half of the items linked.
    """
    factors, items = _sides(document)
    if not _comparable(document):
        return ()
    told = [*factors, *(sentence.text.raw for sentence in document.sentences_of(*_TOLD))]
    loose = [
        item
        for item, words in zip(document.actions, items, strict=True)
        if not any(_linked(words, factor) for factor in told)
    ]
    still_open = set(map(id, open_items(document)))
    if 2 * len(loose) > len(items):
        return ()
    return tuple(item for item in loose if id(item) in still_open and _telling(item.text.raw))


def unanswered_factors(document: Document) -> tuple[Factor, ...]:
    """Factors that no item speaks of, unless the text says that the risk is accepted.

    Empty where linking by words does not work, as for `unfounded_items`.
    """
    factors, items = _sides(document)
    if not _comparable(document):
        return ()
    loose = [
        factor
        for factor, words in zip(document.factors, factors, strict=True)
        if not any(_linked(words, item) for item in items) and not _ACCEPTED.search(words)
    ]
    if 2 * len(loose) > len(factors):
        return ()
    return tuple(
        factor for factor in loose if _telling(factor.text.raw) and not _asks(factor.text.raw)
    )


def _comparable(document: Document) -> bool:
    """Whether there are lists on both sides; a story cannot be matched line by line."""
    listed = len(document.factors) >= _LEAST and len(document.actions) >= _LEAST
    return listed and all(factor.from_list for factor in document.factors)


def _asks(words: str) -> bool:
    return words.rstrip().endswith("?")


def _telling(words: str) -> bool:
    """Whether there are enough words for a link to have been possible."""
    return len([stem for stem in stems_of(words) if not stem.startswith("=")]) >= _LEAST_STEMS


def duplicates(document: Document) -> tuple[tuple[ActionItem, ActionItem], ...]:
    """Pairs of items, the later first, that say nearly the same.

    Two items that each name something of their own (another component, another
    number) are two items.
    """
    items = open_items(document)
    frames = [_frame(item.text.raw) for item in items]
    pairs = []
    for later in range(1, len(items)):
        earlier = next((at for at in range(later) if _same(frames[at], frames[later])), None)
        if earlier is not None:
            pairs.append((items[later], items[earlier]))
    return tuple(pairs)


def _frame(words: str) -> frozenset[str]:
    """What an item says: stems, numbers and names; making verbs count as one."""
    plain = [match[0] for match in _WORD.finditer(words.lower())]
    return frozenset("+" if word in _VERBS else _stem(word) for word in plain if _counts(word))


def _counts(word: str) -> bool:
    return word in _VERBS or word.isdigit() or word not in _COMMON


def _same(left: Sequence[str] | frozenset[str], right: Sequence[str] | frozenset[str]) -> bool:
    one, other = frozenset(left), frozenset(right)
    shared = one & other
    if len(shared - {"+"}) < _LEAST_STEMS:
        return one == other and bool(one)
    own_left, own_right = one - other - {"+"}, other - one - {"+"}
    if own_left and own_right:
        return False
    return len(shared) >= _SAME_SHARE * len(one | other)
