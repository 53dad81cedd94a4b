"""Incidents that came back: one condition behind several of them, told in other words.

Of each factor a trained reader says which conditions it tells of ("a call had no deadline"), and
how likely; a table of phrases says so, too. So the mechanism is compared and not the subject, and
two incidents of one service, or with one vocabulary, are no repeat by that. Two factors are alike
as far as they are likely to tell of the same condition, whichever it is. Nearly the same sentence
in two documents is a repeat as well, unless many documents have it. Among many documents some
always share a condition by chance, so the more are compared, the surer it has to be.

Cost: reading is linear in the words. Documents meet only under a condition that both have, and
sentences are compared only where documents share rare stems; what more than `_CROWD` documents
have brings none together but those of one service.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise, product

from msgspec import Struct

from pmlint.classifier import builtin_classifier
from pmlint.document import Status
from pmlint.quarterly.model import Cluster, Incident, Item, Link, Quote
from pmlint.quarterly.phrases import conditions_of, touches, words_of
from pmlint.review.linking import stems_of

__all__ = ["clusters"]

_REPEAT = 0.12  # likelihood of one condition behind both, from which on two factors are a repeat
_FEW = 10  # documents for which that holds
_MORE = 0.1  # by which it is higher each time that there are twice as many
_SURE = 0.9  # and where it ends
_SURE_OF_ONE = 0.3  # and where for documents of one service
_TABLE = 0.6  # how likely a condition is of which the table's phrases tell
_MET = 0.1  # of one condition, from which on two factors are compared
_HELD = 0.3  # from which on a factor tells of a condition that is known to be behind its incident
_CROWD = 50  # documents that share something, above which it tells little
_USUAL = 0.25  # share of `_MANY` or more documents, above which it is a template's
_MANY = 12
_TEMPLATE = 3  # documents that have the very same factor: a template's
_ALIKE = 0.9  # Dice overlap of stems, from which on two factors are one sentence
_LEAST_STEMS = 6
_FEW_STEMS = 2  # that an item shares with a factor, from which on it is about it
_SERVICE_BONUS = 0.1

_Chances = Mapping[str, float]
"""By condition, how likely a factor tells of it; what is hardly likely is left out."""


class _Told(Struct, frozen=True):
    """An incident, and of each of its factors the conditions and the stems."""

    incident: Incident
    chances: Mapping[Quote, _Chances]
    stems: Mapping[Quote, frozenset[str]]

    def telling(self, name: str, least: float) -> list[Quote]:
        """The factors that tell of a condition at least so likely."""
        return [quote for quote, found in self.chances.items() if found.get(name, 0.0) >= least]


def clusters(incidents: Sequence[Incident]) -> tuple[Cluster, ...]:
    """Incidents that share a condition, the largest likeness first.

    All members of a cluster share it, so no chain of likenesses joins unlike ones; an incident
    with two conditions may stand in two clusters. The order of *incidents* does not matter.

    Raises:
        ModelError: the installation is broken.
    """
    read = _read(_distinct(incidents))
    groups = [*_by_condition(read), *_by_likeness(read), *_by_wording(read)]
    found = [_cluster([read[at] for at in members], key) for members, key in _largest(groups)]
    return tuple(sorted(found, key=lambda one: (-max(x.likeness for x in one.links), one.paths)))


def _distinct(incidents: Iterable[Incident]) -> list[Incident]:
    """Oldest first, and of two documents of one incident the first by path."""
    ordered = sorted(incidents, key=lambda one: (one.date or dt.date.max, one.path))
    seen: set[object] = set()
    kept = []
    for one in ordered:
        told = (one.date, " ".join(words_of(one.title)))
        if one.path not in seen and told not in seen:
            kept.append(one)
        seen |= {one.path, told} if one.date and told[1] else {one.path}
    return kept


def _read(incidents: Sequence[Incident]) -> list[_Told]:
    """What each tells, without the factors that are a template's."""
    stems = [{one: stems_of(one.text) for one in incident.factors} for incident in incidents]
    documents: dict[frozenset[str], int] = defaultdict(int)
    for each in stems:
        for sentence in set(each.values()):
            documents[sentence] += 1
    kept = [
        {quote: own for quote, own in each.items() if documents[own] < _TEMPLATE} for each in stems
    ]
    texts = sorted({quote.text for each in kept for quote in each})
    chances = dict(zip(texts, _chances(texts), strict=True))
    return [
        _Told(incident, {quote: chances[quote.text] for quote in own}, own)
        for incident, own in zip(incidents, kept, strict=True)
    ]


def _chances(texts: Sequence[str]) -> Iterator[_Chances]:
    """What the trained reader says of each text, and what the table does."""
    for text, told in zip(texts, builtin_classifier().conditions.told(texts), strict=True):
        found = dict(told)
        for name, weight in conditions_of(text).items():
            found[name] = max(found.get(name, 0.0), _TABLE * weight)
        yield found


_Group = tuple[tuple[int, ...], str]


def _least(documents: int, *, of_one_service: bool = False) -> float:
    """How likely one condition is behind two of so many *documents*, to call them a repeat.

    Each is compared with all others: that they are alike by chance is as much more likely.
    """
    doublings = math.log2(max(1.0, documents / _FEW))
    return min(_SURE_OF_ONE if of_one_service else _SURE, _REPEAT + _MORE * doublings)


def _by_condition(read: Sequence[_Told]) -> Iterator[_Group]:
    """Documents that tell of one condition, unless a crowd does; and those of one service."""
    for name, members in _holding(read, _least(len(read)) ** 0.5):
        if not _is_crowd(members, read):
            yield tuple(members), name
    for name, members in _holding(read, _least(len(read), of_one_service=True) ** 0.5):
        for part in _by_service(read, members):
            yield tuple(part), name


def _by_likeness(read: Sequence[_Told]) -> Iterator[_Group]:
    """Pairs of documents with two factors that are likely to tell of the same condition.

    What a crowd has counts for documents of one service only.
    """
    held = _holding(read, _least(len(read)) ** 0.5)
    usual = {name for name, members in held if _is_crowd(members, read)}
    met: set[tuple[int, int]] = set()
    for name, members in _holding(read, _MET):
        apart = name not in usual and not _is_crowd(members, read)
        for part in [members] if apart else _by_service(read, members):
            met.update(combinations(part, 2))
    unusual = [_without(one, usual) for one in read]
    for one, other in sorted(met):
        same = bool(_shared_services(read[one].incident, read[other].incident))
        told = read if same else unusual
        likeness, first, second = _likest(told[one], told[other])
        if likeness >= _least(len(read), of_one_service=same):
            chances = told[one].chances[first], told[other].chances[second]
            yield (one, other), _shared_conditions(*chances)[0]


def _without(told: _Told, names: Collection[str]) -> _Told:
    kept = {
        quote: {name: chance for name, chance in found.items() if name not in names}
        for quote, found in told.chances.items()
    }
    return _Told(told.incident, kept, told.stems)


def _holding(read: Sequence[_Told], least: float) -> Iterator[tuple[str, list[int]]]:
    """Each condition, and the documents of which a factor tells of it at least so likely."""
    held: dict[str, list[int]] = defaultdict(list)
    for at, told in enumerate(read):
        for name in {name for found in told.chances.values() for name in found}:
            if told.telling(name, least):
                held[name].append(at)
    yield from sorted(held.items())


def _is_crowd(members: Sequence[int], read: Sequence[_Told]) -> bool:
    return len(members) > _CROWD or _is_template(len(members), len(read))


def _likest(one: _Told, other: _Told, name: str = "") -> tuple[float, Quote, Quote]:
    """The two factors that most likely tell of the same condition, and how likely.

    With a *name*, of that one.
    """
    return max(
        (_likeness(one.chances[first], other.chances[second], name), first, second)
        for first, second in product(one.chances, other.chances)
    )


def _likeness(one: _Chances, other: _Chances, name: str = "") -> float:
    """How likely it is that both tell of the same condition, of any or of *name*: 0 to 1."""
    names = [name] if name else one
    return min(1.0, sum(one.get(each, 0.0) * other.get(each, 0.0) for each in names))


def _shared_conditions(one: _Chances, other: _Chances) -> list[str]:
    """The conditions that both may tell of, the likeliest first."""
    return sorted(one.keys() & other.keys(), key=lambda name: (-one[name] * other[name], name))


def _is_template(count: int, documents: int) -> bool:
    return documents >= _MANY and count > _USUAL * documents


def _by_service(read: Sequence[_Told], members: Iterable[int]) -> list[list[int]]:
    parts: dict[str, list[int]] = defaultdict(list)
    for at in members:
        for service in sorted({name.casefold() for name in read[at].incident.services}):
            parts[service].append(at)
    return [part for _, part in sorted(parts.items())]


def _by_wording(read: Sequence[_Told]) -> Iterator[_Group]:
    """Pairs of documents that have nearly the same sentence; words that many have are left out."""
    having: dict[str, list[int]] = defaultdict(list)
    for at, told in enumerate(read):
        for stem in frozenset[str]().union(*told.stems.values()):
            having[stem].append(at)
    rare = {
        stem: at
        for stem, at in having.items()
        if len(at) <= _CROWD and not _is_template(len(at), len(read))
    }
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for members in rare.values():
        for pair in combinations(members, 2):
            shared[pair] += 1
    for (one, other), count in sorted(shared.items()):
        if count >= _LEAST_STEMS and _alikest(read[one], read[other], rare)[0] >= _ALIKE:
            yield (one, other), ""


def _alikest(
    one: _Told, other: _Told, counted: Mapping[str, object] | None = None
) -> tuple[float, Quote, Quote]:
    """The Dice overlap of the two factors that are most alike in words, and they."""
    return max(
        (_overlap(one.stems[first], other.stems[second], counted), first, second)
        for first, second in product(one.stems, other.stems)
    )


def _overlap(
    left: frozenset[str], right: frozenset[str], counted: Mapping[str, object] | None
) -> float:
    """Between 0 and 1; 0 for sentences too short to say."""
    if counted is not None:
        left, right = (frozenset(s for s in side if s in counted) for side in (left, right))
    if min(len(left), len(right)) < _LEAST_STEMS:
        return 0.0
    return 2 * len(left & right) / (len(left) + len(right))


def _largest(groups: Iterable[_Group]) -> list[_Group]:
    """Groups of two or more that are not part of another one; of equal ones that of a condition."""
    kept: list[_Group] = []
    under: dict[int, list[frozenset[int]]] = defaultdict(list)
    several = (one for one in groups if len(one[0]) > 1)
    for members, key in sorted(several, key=lambda one: (-len(one[0]), not one[1], one)):
        inside = frozenset(members)
        if not any(inside <= larger for larger in under[members[0]]):
            kept.append((members, key))
            for at in members:
                under[at].append(inside)
    return kept


def _cluster(members: Sequence[_Told], key: str) -> Cluster:
    incidents = [one.incident for one in members]
    links = tuple(_link(one, other, key) for one, other in pairwise(members))
    return Cluster(
        paths=tuple(one.path for one in incidents),
        titles=tuple(one.title for one in incidents),
        services=tuple(sorted({name for one in incidents for name in one.services})),
        teams=tuple(sorted({one.team for one in incidents if one.team})),
        links=links,
        open_fixes=tuple(_open_fixes(members, links, key)),
    )


def _link(one: _Told, other: _Told, key: str) -> Link:
    """The evidence: the factors with the condition, and the words that both have."""
    likeness, first, second = _likest(one, other, key) if key else _alikest(one, other)
    if _shared_services(one.incident, other.incident):
        likeness += _SERVICE_BONUS
    words = _shared_words(first.text, second.text)
    return Link(first, second, words, round(min(1.0, likeness), 2), key)


def _shared_services(one: Incident, other: Incident) -> set[str]:
    left, right = ({name.casefold() for name in each.services} for each in (one, other))
    return left & right


def _shared_words(first: str, second: str) -> tuple[str, ...]:
    """Words of *first*, as written there, whose stems *second* has."""
    there = frozenset(stem for stem in stems_of(second) if not stem.startswith("="))
    return tuple(dict.fromkeys(word for word in words_of(first) if stems_of(word) & there))


def _open_fixes(members: Sequence[_Told], links: Sequence[Link], key: str) -> Iterator[Item]:
    """Items about the shared factor that were not done when a later one happened."""
    for at, link in enumerate(links):
        earlier = members[at].incident
        days = [one.incident.date for one in members[at + 1 :] if one.incident.date]
        told = members[at].telling(key, _HELD) or [link.first]
        still = [
            item
            for item in earlier.items
            if any(_was_open(item, earlier.date, day) for day in days)
        ]
        yield from _about(still, told, key)


def _about(items: Sequence[Item], told: Iterable[Quote], key: str) -> Iterator[Item]:
    """Items that speak of one of the factors, or of the condition in the table's words."""
    stems = frozenset[str]().union(*(stems_of(one.text) for one in told))
    least = _FEW_STEMS if key else 1
    for item in items:
        text = item.quote.text
        if (key and touches(text, key)) or len(stems & stems_of(text)) >= least:
            yield item


def _was_open(item: Item, earlier: dt.date | None, later: dt.date) -> bool:
    """Whether an item of *earlier* was not done on the day of *later*.

    An item of unknown status counts once its date has passed; a cancelled one does not.
    """
    if earlier is None or earlier >= later:
        return False
    if item.status is Status.DONE:
        return item.closed is not None and item.closed > later
    if item.status is Status.UNKNOWN:
        return item.due is not None and item.due < later
    return item.status is Status.OPEN
