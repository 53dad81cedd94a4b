"""Incidents that came back: one condition behind several of them, told in other words.

A condition is one of the table in ``conditions.txt`` ("a call had no deadline"): two or more
groups of words, and a factor tells of it if it has words of each group, each at a place of its
own. So the mechanism is compared and not the subject: two incidents of one service, or with one
vocabulary, are no repeat by that. Nearly the same sentence in two documents is a repeat as
well, unless many documents have it.

Cost: each word of a factor is looked up in one index of all phrases, and documents meet only
under a condition that both have: linear in the words. Sentences are compared where documents
share rare stems, and a stem that more than `_CROWD` documents have is none: below
``documents * stems of a document * _CROWD``.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, pairwise, product
from pathlib import Path

from msgspec import Struct

from pmlint.document import Status
from pmlint.quarterly.model import Cluster, Incident, Item, Link, Quote
from pmlint.review.linking import stems_of

__all__ = ["clusters", "conditions_of"]

_COMMENT = re.compile(r"^#.*\n", re.MULTILINE)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_SENTENCE_END = re.compile(r"[.!?][)\"”’]?\s")
_WITHIN = 18  # words between the first and the last that tell of a condition
_GAP = 3  # words that ".." may stand for
_FILLERS = frozenset("a an the be been being ever yet had has have was were is are do did".split())
_PASSED_OVER = 3  # fillers in a row
_AGAINST = -1  # the group of a row that must not be there
_PAUSE = (".",) * 6  # between two sentences: they may tell of a condition together
_TELLING = 0.95  # weight from which on a condition links on its own
_SUPPORTED = 0.65  # weight from which on it links documents of one service
_CROWD = 50  # documents that share something, above which it tells little
_USUAL = 0.25  # share of `_MANY` or more documents, above which it is a template's
_MANY = 12
_TEMPLATE = 3  # documents that have the very same factor: a template's
_ALIKE = 0.9  # Dice overlap of stems, from which on two factors are one sentence
_LEAST_STEMS = 6
_LEAST_GROUPS = 2
_SERVICE_BONUS = 0.1


class _Row(Struct, frozen=True):
    name: str
    weight: float
    groups: int


_Hit = tuple[int, int] | str
"""What a phrase counts for: one group of one row, or a class of words."""


class _Node:
    """A word of phrases of the table: the words that may follow, and what ends here counts for."""

    __slots__ = ("following", "hits")

    def __init__(self) -> None:
        self.following: dict[str, _Node] = {}
        self.hits: set[_Hit] = set()


class _Read(Struct, frozen=True):
    """A text: for each place the patterns that its word fits, and the classes that begin there.

    Of a class it is known behind which words it may end.
    """

    fits: Sequence[Sequence[str]]
    fillers: Sequence[bool]
    classes: Sequence[dict[str, set[int]]]


class _Index:
    """The table as a tree of phrases: whole words, beginnings of words, classes, gaps."""

    def __init__(self, table: str) -> None:
        self.rows: list[_Row] = []
        self._root = _Node()
        self._patterns: set[str] = set()
        self._longest = 0  # characters of a word of the table
        for line in re.sub(r"\n +", " ", table).strip().splitlines():
            name, _, told = line.partition(": ")
            groups = [group.strip() for group in told.split(";")]
            if name.startswith("@"):
                self._add_group(groups[0], name)
            elif name:
                self._add(name, groups)

    def _add(self, name: str, groups: Sequence[str]) -> None:
        plain, _, weight = name.partition(" [")
        row = len(self.rows)
        wanted = [group for group in groups if not group.startswith("!")]
        self.rows.append(_Row(plain, float(weight.rstrip("]") or 1), len(wanted)))
        for number, group in enumerate(wanted):
            self._add_group(group, (row, number))
        for group in groups:
            if group.startswith("!"):
                self._add_group(group[1:], (row, _AGAINST))

    def _add_group(self, group: str, hit: _Hit) -> None:
        for phrase in group.split(","):
            node = self._root
            for word in phrase.split():
                node = node.following.setdefault(word, _Node())
                self._patterns.add(word)
                self._longest = max(self._longest, len(word))
            node.hits.add(hit)

    def places(self, words: Sequence[str]) -> dict[int, dict[int, set[int]]]:
        """By row and group, the places in *words* at which a phrase begins.

        From the last word to the first, so that the classes behind a word are known.
        """
        found: dict[int, dict[int, set[int]]] = {}
        read = _Read(
            [self._fitting(word) for word in words],
            _fillers(words),
            [{} for _ in words],
        )
        for at in reversed(range(len(words))):
            for row, group in self._beginning(read, at):
                found.setdefault(row, {}).setdefault(group, set()).add(at)
        return {row: groups for row, groups in found.items() if _AGAINST not in groups}

    def _fitting(self, word: str) -> list[str]:
        longest = min(len(word), self._longest)
        starts = (f"{word[:end]}*" for end in range(2, longest + 1))
        return [key for key in (word, *starts) if key in self._patterns]

    def _beginning(self, read: _Read, at: int) -> Iterator[tuple[int, int]]:
        """Groups of which a phrase begins at a place; the classes that do are kept in *read*."""
        starts = self._root.following
        pending = [(starts[key], at + 1) for key in read.fits[at] if key in starts]
        classes = read.classes[at]
        while pending:
            for hit, end in _ends(*pending.pop(), read):
                if not isinstance(hit, str):
                    yield hit
                elif end not in classes.setdefault(hit, set()):
                    classes[hit].add(end)
                    if hit in starts:
                        pending.append((starts[hit], end))


def _fillers(words: Sequence[str]) -> list[bool]:
    """Of each word whether it may be passed over: the first few of a run of them."""
    made: list[bool] = []
    run = 0
    for word in words:
        run = run + 1 if word in _FILLERS else 0
        made.append(0 < run <= _PASSED_OVER)
    return made


def _ends(node: _Node, at: int, read: _Read) -> Iterator[tuple[_Hit, int]]:
    """What phrases count for that go on from *node* at a place, and where they end."""
    for hit in node.hits:
        yield hit, at
    if node.following and at < len(read.fits):
        for further, after in _steps(node, at, read):
            yield from _ends(further, after, read)


def _steps(node: _Node, at: int, read: _Read) -> Iterator[tuple[_Node, int]]:
    """The nodes that the word at a place leads to, and the place behind it."""
    following = node.following
    for key in read.fits[at]:
        if key in following:
            yield following[key], at + 1
    for name, ends in read.classes[at].items():
        if name in following:
            yield from ((following[name], end) for end in ends)
    if ".." in following:
        yield from ((following[".."], at + gap) for gap in range(_GAP + 1))
    if read.fillers[at]:
        yield node, at + 1


@lru_cache(maxsize=1)
def _index() -> _Index:
    table = Path(__file__).with_name("conditions.txt").read_text(encoding="utf-8")
    return _Index(_COMMENT.sub("", table))


def _words(text: str) -> list[str]:
    """Words in lower case: "didn't" is "not", a possessive is its noun."""
    return [_bare(match[0].replace("’", "'")) for match in _WORD.finditer(text.lower())]


def _bare(word: str) -> str:
    return "not" if word.endswith("n't") else word.removesuffix("'s")


def conditions_of(text: str) -> dict[str, float]:
    """Conditions that *text*, one factor, tells of, and how much each says (0 to 1).

    The words have to stand not too far apart, in one sentence or in two neighbouring ones.
    """
    index = _index()
    found: dict[str, float] = {}
    words = [word for part in _SENTENCE_END.split(text) for word in (*_words(part), *_PAUSE)]
    for number, groups in sorted(index.places(words).items()):
        row = index.rows[number]
        if len(groups) == row.groups and _together(list(groups.values())):
            found[row.name] = max(row.weight, found.get(row.name, 0.0))
    return found


def _together(places: Sequence[set[int]]) -> bool:
    """Whether each group can have a word of its own, all of them near each other."""
    ordered = [sorted(one) for one in places]
    return any(_from(start, ordered) for start in sorted(set[int]().union(*places)))


def _from(start: int, ordered: Sequence[Sequence[int]]) -> bool:
    """Whether each group has a word of its own within the distance from *start*.

    Of each group as many places are tried as there are groups: more cannot all be taken.
    """
    near = []
    for one in ordered:
        first = bisect_left(one, start)
        near.append([at for at in one[first : first + len(ordered)] if at <= start + _WITHIN])
    return any(len(set(chosen)) == len(near) for chosen in product(*near))


def _touches(text: str, name: str) -> bool:
    """Whether *text* has words of two groups of the condition at least: an item says no more."""
    index = _index()
    return any(
        index.rows[row].name == name and len(groups) >= _LEAST_GROUPS
        for row, groups in index.places(_words(text)).items()
    )


class _Told(Struct, frozen=True):
    """An incident, and for each condition the factors that tell of it, and its weight."""

    incident: Incident
    keys: Mapping[str, tuple[Quote, ...]]
    weights: Mapping[str, float]
    stems: Mapping[Quote, frozenset[str]]


def clusters(incidents: Sequence[Incident]) -> tuple[Cluster, ...]:
    """Incidents that share a condition, the largest likeness first.

    All members of a cluster share it, so no chain of likenesses joins unlike ones; an incident
    with two conditions may stand in two clusters. The order of *incidents* does not matter.
    """
    read = _read(_distinct(incidents))
    groups = [*_by_condition(read), *_by_wording(read)]
    found = [_cluster([read[at] for at in members], key) for members, key in _largest(groups)]
    return tuple(sorted(found, key=lambda one: (-max(x.likeness for x in one.links), one.paths)))


def _distinct(incidents: Iterable[Incident]) -> list[Incident]:
    """Oldest first, and of two documents of one incident the first by path."""
    ordered = sorted(incidents, key=lambda one: (one.date or dt.date.max, one.path))
    seen: set[object] = set()
    kept = []
    for one in ordered:
        told = (one.date, " ".join(_words(one.title)))
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
    return [
        _told(incident, {quote: s for quote, s in own.items() if documents[s] < _TEMPLATE})
        for incident, own in zip(incidents, stems, strict=True)
    ]


def _told(incident: Incident, stems: Mapping[Quote, frozenset[str]]) -> _Told:
    keys: dict[str, tuple[Quote, ...]] = {}
    weights: dict[str, float] = {}
    for quote in stems:
        for name, weight in conditions_of(quote.text).items():
            keys[name] = (*keys.get(name, ()), quote)
            weights[name] = weight
    return _Told(incident, keys, weights, stems)


_Group = tuple[tuple[int, ...], str]


def _by_condition(read: Sequence[_Told]) -> Iterator[_Group]:
    """Documents under each condition; where that says little, those of them of one service.

    It says little if its weight is small, or if a crowd has it.
    """
    held: dict[str, list[int]] = defaultdict(list)
    for at, told in enumerate(read):
        for name in told.keys:
            held[name].append(at)
    for name, members in sorted(held.items()):
        weight = read[members[0]].weights[name]
        if weight < _SUPPORTED or _is_template(len(members), len(read)):
            continue
        alone = weight >= _TELLING and len(members) <= _CROWD
        for part in [members] if alone else _by_service(read, members):
            if len(part) > 1:
                yield tuple(part), name


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
    one: _Told, other: _Told, counted: Mapping[str, object] | None = None, key: str = ""
) -> tuple[float, Quote, Quote]:
    """The Dice overlap of the two factors that are most alike, and they.

    With a *key*, only factors that tell of that condition are looked at.
    """
    return max(
        (_overlap(one.stems[first], other.stems[second], counted), first, second)
        for first, second in product(
            one.keys[key] if key else one.stems, other.keys[key] if key else other.stems
        )
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
    """Groups that are not part of another one; of equal ones that of a condition."""
    kept: list[_Group] = []
    under: dict[int, list[frozenset[int]]] = defaultdict(list)
    for members, key in sorted(groups, key=lambda one: (-len(one[0]), not one[1], one)):
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
    overlap, first, second = _alikest(one, other, None, key)
    likeness = one.weights[key] * (0.7 + 0.2 * overlap) if key else overlap
    if _shared_services(one.incident, other.incident):
        likeness += _SERVICE_BONUS
    conditions = [key] if key else []
    conditions += sorted(one.keys.keys() & other.keys.keys() - {key})
    words = (*conditions, *_shared_words(first.text, second.text))
    return Link(first, second, words, round(min(1.0, likeness), 2))


def _shared_services(one: Incident, other: Incident) -> set[str]:
    left, right = ({name.casefold() for name in each.services} for each in (one, other))
    return left & right


def _shared_words(first: str, second: str) -> tuple[str, ...]:
    """Words of *first*, as written there, whose stems *second* has."""
    there = frozenset(stem for stem in stems_of(second) if not stem.startswith("="))
    return tuple(dict.fromkeys(word for word in _words(first) if stems_of(word) & there))


def _open_fixes(members: Sequence[_Told], links: Sequence[Link], key: str) -> Iterator[Item]:
    """Items about the shared factor that were not done when a later one happened."""
    for at, link in enumerate(links):
        earlier = members[at].incident
        days = [one.incident.date for one in members[at + 1 :] if one.incident.date]
        told = members[at].keys.get(key, (link.first,))
        for item in earlier.items:
            if _is_about(item.quote.text, told, key) and any(
                _was_open(item, earlier.date, day) for day in days
            ):
                yield item


def _is_about(item: str, told: Iterable[Quote], key: str) -> bool:
    """Whether an item speaks of one of the factors, or of the condition in other words."""
    stems = stems_of(item)
    return any(stems & stems_of(one.text) for one in told) or bool(key and _touches(item, key))


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
