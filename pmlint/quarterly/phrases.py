"""Conditions by their words: the table of ``conditions.txt``.

A row holds two or more groups of words, and a factor tells of its condition if it has words of
each group, each at a place of its own: exact where it speaks, but it knows few ways of saying a
thing. `pmlint.conditions` knows more.

Cost: each word of a text is looked up in one index of all phrases, linear in the words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product
from pathlib import Path

from msgspec import Struct

__all__ = ["conditions_of", "touches", "words_of"]

_COMMENT = re.compile(r"^#.*\n", re.MULTILINE)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_SENTENCE_END = re.compile(r"[.!?][)\"”’]?\s")
_WITHIN = 18  # words between the first and the last that tell of a condition
_GAP = 3  # words that ".." may stand for
_FILLERS = frozenset("a an the be been being ever yet had has have was were is are do did".split())
_PASSED_OVER = 3  # fillers in a row
_AGAINST = -1  # the group of a row that must not be there
_PAUSE = (".",) * 6  # between two sentences: they may tell of a condition together
_LEAST_GROUPS = 2


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


def words_of(text: str) -> list[str]:
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
    words = [word for part in _SENTENCE_END.split(text) for word in (*words_of(part), *_PAUSE)]
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


def touches(text: str, name: str) -> bool:
    """Whether *text* has words of two groups of the condition at least: an item says no more."""
    index = _index()
    return any(
        index.rows[row].name == name and len(groups) >= _LEAST_GROUPS
        for row, groups in index.places(words_of(text)).items()
    )
