"""How well repeats are told from look-alikes, on labelled pairs of incidents.

Half of the pairs tell one condition twice in other words; half only share a service, words, a
template's sentences or a trigger. On some pairs the bound of the report was chosen: only the others
say what to expect of incidents that nobody here has seen.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from pmlint.document import Profile, Status
from pmlint.quarterly.model import Incident, Item, Quote
from pmlint.quarterly.repeats import clusters

__all__ = ["Figures", "Pair", "figures_of", "jaccard", "load_pairs", "report", "together"]

_WORD = re.compile(r"\w+")
_SEEN = "uxyzpq"  # first letters of ids: all but those of `pairs`, `marketplace`, `public-it`


class Pair(Struct, frozen=True):
    """Two incidents; `repeat` says whether one condition is behind both."""

    id: str
    kind: str
    repeat: bool
    first: Incident
    second: Incident

    @property
    def developed_on(self) -> bool:
        """Whether the bound of the report was chosen with an eye on it."""
        voice, number = self.id[0], int(self.id[1:])
        return voice in _SEEN or (voice == "r" and number % 2 == 1)


class Figures(Struct, frozen=True):
    """Pairs that were rightly and wrongly held for repeats, and repeats that were missed."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Between 0 and 1; 0 where nothing was found."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Between 0 and 1; 0 without repeats."""
        return self.right / max(1, self.right + self.missed)


def load_pairs(path: Path) -> list[Pair]:
    """The pairs of a JSON Lines file.

    Raises:
        OSError: it cannot be read.
        ValueError: a line is no pair.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    try:
        return [_pair(json.loads(line)) for line in lines if line.strip()]
    except (KeyError, TypeError) as error:
        raise ValueError(f"{path}: not a pair ({error!r})") from None


def _pair(told: Mapping[str, Any]) -> Pair:
    first, second = (
        _incident(f"{told['id']}-{side}.md", told[side]) for side in ("first", "second")
    )
    return Pair(told["id"], told.get("kind", ""), told["repeat"], first, second)


def _incident(path: str, told: Mapping[str, Any]) -> Incident:
    lines = [Quote(path, line, text) for line, text in enumerate(told["factors"], 1)]
    actions = [Quote(path, 100 + line, text) for line, text in enumerate(told["actions"])]
    return Incident(
        path=path,
        title=told["title"],
        date=dt.date.fromisoformat(told["date"]),
        date_from="front matter",
        profile=Profile.ORDINARY,
        severity="",
        services=(told["service"],),
        team=told["team"],
        words=0,
        factors=tuple(lines),
        items=tuple(Item(quote, Status.OPEN) for quote in actions),
    )


def jaccard(pair: Pair) -> float:
    """The share of the words of both incidents' factors that both have."""
    left, right = (
        {word for one in incident.factors for word in _WORD.findall(one.text.lower())}
        for incident in (pair.first, pair.second)
    )
    return len(left & right) / max(1, len(left | right))


def figures_of(pairs: Iterable[Pair], found: Callable[[Pair], bool]) -> Figures:
    """What *found* makes of the pairs."""
    verdicts = [(pair.repeat, found(pair)) for pair in pairs]
    return Figures(
        right=verdicts.count((True, True)),
        wrong=verdicts.count((False, True)),
        missed=verdicts.count((True, False)),
    )


def _is_found(pair: Pair) -> bool:
    return bool(clusters((pair.first, pair.second)))


def _best_jaccard(pairs: Sequence[Pair]) -> float:
    """The overlap from which on words alone do best by F1, chosen on the very pairs."""

    def score(least: float) -> float:
        found = figures_of(pairs, lambda pair: jaccard(pair) >= least)
        return 2 * found.right / max(1, 2 * found.right + found.wrong + found.missed)

    return max(sorted({jaccard(pair) for pair in pairs}), key=score)


def together(pairs: Iterable[Pair]) -> tuple[int, int]:
    """Links between incidents of different pairs if all are read as one collection.

    The first figure counts the incidents that were linked so, the second all incidents.
    """
    incidents = [one for pair in pairs for one in (pair.first, pair.second)]
    strangers: set[str] = set()
    for cluster in clusters(incidents):
        if len({path.rsplit("-", 1)[0] for path in cluster.paths}) > 1:
            strangers.update(cluster.paths)
    return len(strangers), len(incidents)


def report(path: Path) -> Iterator[str]:
    """A table by half and kind, and the overlap of words beside it.

    Raises:
        OSError: the file cannot be read.
        ValueError: a line is no pair.
    """
    pairs = load_pairs(path)
    yield "| pairs | repeats | look-alikes | precision | recall |"
    yield "|---|---|---|---|---|"
    for seen, name in ((False, "not developed on"), (True, "developed on")):
        half = [pair for pair in pairs if pair.developed_on is seen]
        if not half:
            continue
        yield _row(name, half, figures_of(half, _is_found))
        least = _best_jaccard(half)
        words = figures_of(half, lambda pair, least=least: jaccard(pair) >= least)  # type: ignore[misc]
        yield _row(f"{name}: words alone, Jaccard {least:.2f} or more", half, words)
    yield ""
    yield "| kind, not developed on | pairs | held for repeats |"
    yield "|---|---|---|"
    yield from _kinds([pair for pair in pairs if not pair.developed_on])
    linked, count = together(pairs)
    yield ""
    yield f"All read together: {linked} of {count} incidents are linked to one of another pair."


def _row(name: str, pairs: Sequence[Pair], figures: Figures) -> str:
    repeats = sum(pair.repeat for pair in pairs)
    return (
        f"| {name} | {repeats} | {len(pairs) - repeats} | {figures.precision:.3f} "
        f"| {figures.recall:.3f} |"
    )


def _kinds(pairs: Sequence[Pair]) -> Iterator[str]:
    for repeat, kind in sorted({(pair.repeat, pair.kind) for pair in pairs}, reverse=True):
        own = [pair for pair in pairs if (pair.repeat, pair.kind) == (repeat, kind)]
        name = f"{'repeat' if repeat else 'look-alike'}, {kind}"
        yield f"| {name} | {len(own)} | {sum(map(_is_found, own))} |"
