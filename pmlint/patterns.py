"""Patterns of paths as in ``.gitignore``, from configurations and repositories of strangers.

They become regular expressions, in which each further star multiplies the work: six of them
and a name of 60 letters take a second, eight take minutes. So their number is bounded.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

__all__ = ["Included", "PatternError", "check_pattern", "compile_lines", "compile_patterns"]

MOST_LINES = 5_000
_LONGEST = 1_000
_MOST_STARS = 3


class PatternError(ValueError):
    """What is no pattern, or one that could take too long; the message says which and why."""


def compile_patterns(patterns: Sequence[str]) -> GitIgnoreSpec:
    """*patterns*, each of which has passed `check_pattern`."""
    from pathspec import GitIgnoreSpec  # Costs 20 ms; a single file needs no patterns.

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)  # of brackets in a pattern's brackets
        return GitIgnoreSpec.from_lines(patterns)


class Included(Struct, frozen=True):
    """Which files `patterns` include: as in ``.gitignore``, with large and small letters alike.

    A folder ("incidents/") stands for its documents, which are told by the patterns `usual`.
    """

    patterns: tuple[str, ...]
    usual: tuple[str, ...]

    def takes(self, inner: str) -> bool:
        """Whether the file *inner*, as seen from where the patterns are, is included."""
        name = inner.lower()
        found = _in_small_letters(self.patterns).check_file(name)
        if not found.include or found.index is None:
            return False
        is_folder = self.patterns[found.index].rstrip().endswith("/")
        return not is_folder or _in_small_letters(self.usual).match_file(name)


@lru_cache(maxsize=64)
def _in_small_letters(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    return compile_patterns([pattern.lower() for pattern in patterns])


def compile_lines(lines: Sequence[str]) -> GitIgnoreSpec:
    """The first `MOST_LINES` of a ``.gitignore``; like git, it passes over what is no pattern."""
    kept = [line for line in islice(lines, MOST_LINES) if _is_bounded(line)]
    try:
        return compile_patterns(kept)
    except (ValueError, re.error):
        return compile_patterns([line for line in kept if _is_pattern(line)])


def check_pattern(pattern: str) -> None:
    """Nothing.

    Raises:
        PatternError: *pattern* is none, or could take too long.
    """
    if not _is_bounded(pattern):
        raise PatternError("it has too many stars. Write it as several patterns with fewer.")
    if not _is_pattern(pattern):
        raise PatternError("it is no pattern as in .gitignore. Correct it.")


def _is_bounded(pattern: str) -> bool:
    """Whether matching takes a few million steps at most, with any path."""
    return len(pattern) <= _LONGEST and _ambiguous_stars(pattern) <= _MOST_STARS


def _ambiguous_stars(pattern: str) -> int:
    """Stars of which each can end in many places: a lone one in its segment cannot."""
    inner = [re.sub(r"\*+", "*", part) for part in pattern.strip().split("/")]
    in_names = sum(stars for part in inner if (stars := part.rstrip("*").count("*")) > 1)
    return in_names + len(re.findall(r"\*\*+", pattern))


def _is_pattern(pattern: str) -> bool:
    try:
        compile_patterns([pattern])
    except (ValueError, re.error):
        return False
    return True
