"""Words without which an expression cannot match.

Searching a sentence for a long list of alternatives, whatever their case, is slow; asking whether
a word stands in it at all is not. What is found here is necessary, never sufficient: a text
without any of an expression's needles has no match of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from math import log2
from typing import Any

__all__ = ["lowered", "needles_of"]

_MOST = 160  # needles of an expression, beyond which asking for them is no gain
_PRODUCTS = 64  # strings that a part followed by another can make, before they are taken apart
_LEAST = 2  # characters: a single letter is in every sentence
_LONG = 6  # characters, beyond which a needle is not rarer for being longer

_COPIES = 4  # of a part that has to stand several times
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")

_TEXT = "text"
_NESTED = ("SUBPATTERN", "ATOMIC_GROUP", "BRANCH", *_REPEATS)
_PLAIN = (_TEXT, "LITERAL", "IN", "AT", "ASSERT", "ASSERT_NOT")
_NOTHING = frozenset({""})

_ALIKE = (("\u0130", "i"), ("\u0131", "i"), ("\u017f", "s"), ("\u212a", "k"))
"""Letters beyond ASCII that an expression takes for one of ASCII if it ignores case."""


def lowered(text: str) -> str:
    """*text* as needles are looked for in it."""
    if not text.isascii():
        for letter, plain in _ALIKE:  # `translate` looks at each character: thirty times as long
            text = text.replace(letter, plain)
    return text.lower()


def needles_of(tree: Sequence[tuple[Any, Any]]) -> list[str] | None:
    """Lower-case strings, at least one of which is in the `lowered` form of any match.

    *tree* is what the standard library's parser makes of an expression. None if there are no
    useful ones, or if a search ends at once anyway because it is bound to the text's start.
    """
    if tree and str(tree[0][0]) == "AT" and str(tree[0][1]).startswith("AT_BEGINNING"):
        return None
    found = _best([_Expression().required(tree)])
    return sorted(found) if found else None


class _Expression:
    """What the parts of one expression can match: a part is asked for on each level above it."""

    def __init__(self) -> None:
        self._known: dict[int, frozenset[str] | None] = {}

    def required(self, tree: Iterable[tuple[Any, Any]]) -> frozenset[str] | None:
        """Strings of which one is in whatever *tree* matches; None if nothing is known."""
        candidates: list[frozenset[str] | None] = []
        run = plain = _NOTHING
        for name, value in _parts(tree):
            words = self._language(name, value)
            if name not in _PLAIN:
                candidates += [plain, self._within(name, value)]
                plain = _NOTHING
            elif words is not None:
                plain = _joined(plain, words) or words
            longer = None if words is None else _joined(run, words)
            if longer is None:
                last = words if words is not None else self._repeated(name, value)
                candidates.append((last and _joined(run, last)) or run)
                run = last if last and len(last) <= _PRODUCTS else _NOTHING
            else:
                run = longer
            if words is None:
                candidates.append(plain)
                plain = _NOTHING
        return _best([*candidates, plain, run])

    def _repeated(self, name: str, value: Any) -> frozenset[str] | None:  # noqa: ANN401 - the parser's
        """What a part that stands once or more often begins with, and ends with: one copy of it."""
        if name in _REPEATS and value[0] >= 1:
            return self._of_all(value[2])
        return None

    def _language(self, name: str, value: Any) -> frozenset[str] | None:  # noqa: ANN401
        """All that a part can match, if those are few strings of ASCII.

        It can be too much: what a look around forbids is not taken away.
        """
        if name == _TEXT:
            return frozenset({value})
        if name in ("AT", "ASSERT", "ASSERT_NOT"):
            return _NOTHING
        if name == "IN":
            return _of_set(value)
        if name not in _NESTED:
            return None
        # By its place in memory: the parser's tree is there as long as this is.
        if id(value) not in self._known:
            self._known[id(value)] = self._of_nested(name, value)
        return self._known[id(value)]

    def _of_nested(self, name: str, value: Any) -> frozenset[str] | None:  # noqa: ANN401
        if name == "SUBPATTERN":
            return self._of_all(value[-1])
        if name == "ATOMIC_GROUP":
            return self._of_all(value)
        if name == "BRANCH":
            return _union([self._of_all(branch) for branch in value[1]])
        return self._of_repeat(*value)

    def _of_all(self, tree: Iterable[tuple[Any, Any]]) -> frozenset[str] | None:
        words: frozenset[str] | None = _NOTHING
        for name, value in _parts(tree):
            more = self._language(name, value)
            words = None if words is None or more is None else _joined(words, more)
            if words is None:
                return None
        return words

    def _of_repeat(self, least: int, most: Any, tree: Any) -> frozenset[str] | None:  # noqa: ANN401
        inner = self._of_all(tree)
        if inner is None or (least, int(most)) not in ((0, 1), (1, 1)):
            return None
        return inner | {""} if least == 0 else inner

    def _within(self, name: str, value: Any) -> frozenset[str] | None:  # noqa: ANN401
        """Strings of which one is in whatever the part matches."""
        if name == "SUBPATTERN":
            return self.required(value[-1])
        if name == "ATOMIC_GROUP":
            return self.required(value)
        if name == "BRANCH":
            return _union([self.required(branch) for branch in value[1]])
        if name in _REPEATS and value[0] >= 1:
            return self.required([*value[2]] * min(value[0], _COPIES))
        return None


def _parts(tree: Iterable[tuple[Any, Any]]) -> Iterator[tuple[str, Any]]:
    """The parts of *tree* by the names of their operations, letters in a row as one `_TEXT`."""
    text = ""
    # The parser's own sequences are slow to go through.
    for operation, value in getattr(tree, "data", tree):
        name = str(operation)
        if name == "LITERAL" and value < 128:
            text += chr(value).lower()
            continue
        if text:
            yield _TEXT, text
            text = ""
        yield name, value
    if text:
        yield _TEXT, text


def _best(candidates: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    """The set of the rarest strings, as far as their length tells, and of few of them."""
    useful = [
        _without_longer(each)
        for each in candidates
        if each and min(map(len, each)) >= _LEAST and len(each) <= _MOST
    ]
    return max(useful, key=_worth, default=None)


def _worth(words: frozenset[str]) -> float:
    return min(_LONG, *map(len, words)) - log2(len(words)) / 2


def _without_longer(words: frozenset[str]) -> frozenset[str]:
    """*words* without those that contain another one."""
    if len(set(map(len, words))) == 1:
        return words
    return frozenset(
        one for one in words if not any(other != one and other in one for other in words)
    )


def _joined(firsts: frozenset[str], seconds: frozenset[str]) -> frozenset[str] | None:
    """Each of *firsts* followed by each of *seconds*; None if those are too many."""
    if len(firsts) * len(seconds) > _PRODUCTS:
        return None
    if firsts == _NOTHING:
        return seconds
    return frozenset(first + second for first, second in product(firsts, seconds))


def _of_set(members: Sequence[tuple[Any, Any]]) -> frozenset[str] | None:
    if any(str(name) != "LITERAL" or value >= 128 for name, value in members):
        return None
    return frozenset(chr(value).lower() for _, value in members)


def _union(parts: Sequence[frozenset[str] | None]) -> frozenset[str] | None:
    if any(part is None for part in parts):
        return None
    words = frozenset(word for part in parts if part is not None for word in part)
    return words if len(words) <= _MOST else None
