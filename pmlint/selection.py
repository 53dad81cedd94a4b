"""Which rules a code, prefix, name or category means, and which of them are run.

As in ruff, the more specific selector wins: ``select = ["PM401"]`` holds against
``ignore = ["PM4"]``, and ``ignore = ["PM401"]`` against ``select = ["PM4"]``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from pmlint.regexes import regex
from pmlint.rule import Category, Rule

__all__ = ["Selection", "matching", "nearest", "nearest_selector", "select"]

_PREFIX = regex(r"[A-Z]{2,8}\d{0,3}")
_CATEGORY_RANK = 1
_EXACT_RANK = 100
_LEAST_LIKENESS = 0.5


class Selection(Struct, frozen=True):
    """What one source of settings (a file, the command line) says on selection.

    `select` None leaves the choice as it was; otherwise it starts afresh.
    """

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


def matching(selector: str, rules: Iterable[Rule]) -> frozenset[str]:
    """Codes of the *rules* that a code, prefix, name, category or ``ALL`` means."""
    upper, lower = selector.upper(), selector.lower()
    if upper == "ALL":
        return frozenset(rule.code for rule in rules)
    return frozenset(
        rule.code
        for rule in rules
        if (_PREFIX.fullmatch(upper) and rule.code.startswith(upper))
        or lower in (rule.name, rule.category.value)
    )


def select(rules: Sequence[Rule], selections: Iterable[Selection]) -> tuple[Rule, ...]:
    """The *rules* that are run: later selections go before earlier ones."""
    chosen = {rule.code for rule in rules if rule.enabled}
    for selection in selections:
        chosen = _apply(rules, selection, chosen)
    return tuple(rule for rule in rules if rule.code in chosen)


def nearest(word: str, known: Iterable[str]) -> str:
    """`` Did you mean "X"?`` for the *known* word nearest to *word*, or nothing."""
    from difflib import SequenceMatcher  # for mistakes only

    matcher = SequenceMatcher(b=word.casefold(), autojunk=False)
    best, best_ratio = "", _LEAST_LIKENESS
    for name in sorted(set(known)):
        matcher.set_seq1(name.casefold())
        ratio = matcher.ratio()
        if ratio > best_ratio:  # the first of equals: PM401, not PM421, for PM4O1
            best, best_ratio = name, ratio
    return f' Did you mean "{best}"?' if best else ""


def nearest_selector(word: str, rules: Iterable[Rule]) -> str:
    """Like `nearest`, among all that selects a rule."""
    listed = list(rules)
    names = [category.value for category in Category]
    return nearest(word, [rule.code for rule in listed] + [rule.name for rule in listed] + names)


def _apply(rules: Sequence[Rule], selection: Selection, chosen: set[str]) -> set[str]:
    picked = (*(selection.select or ()), *selection.extend_select)
    result = set(chosen) if selection.select is None else set()
    ranks = {_rank(word, rules) for word in (*picked, *selection.ignore)}
    for rank in sorted(ranks):
        for word in picked:
            if _rank(word, rules) == rank:
                result |= _picked(word, rank, rules)
        for word in selection.ignore:
            if _rank(word, rules) == rank:
                result -= matching(word, rules)
    return result


def _picked(word: str, rank: int, rules: Sequence[Rule]) -> frozenset[str]:
    """What *word* selects: a rule that is off waits for its own name, or ``ALL``."""
    group = 0 < rank < _EXACT_RANK
    return matching(word, [rule for rule in rules if rule.enabled] if group else rules)


def _rank(selector: str, rules: Sequence[Rule]) -> int:
    """How specific a selector is: ALL, then categories, prefixes by length, one rule."""
    upper, lower = selector.upper(), selector.lower()
    if upper == "ALL":
        return 0
    if any(upper == rule.code or lower == rule.name for rule in rules):
        return _EXACT_RANK
    if any(lower == category.value for category in Category):
        return _CATEGORY_RANK
    return _CATEGORY_RANK + len(selector)
