"""What is clearly nothing, told by weights of words and pairs of words, in plain Python.

The encoder is exact and slow: half a second for a page. Most sentences of a postmortem hold
nothing that it could find, and a linear model knows them: what stays below a bound, and no
rule spoke of, is not read by it. Training and linting share this module.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from zlib import crc32

from pmlint.passages import KINDS, Passage, group_of
from pmlint.regexes import regex

__all__ = ["BUCKETS", "Sieve", "bucket", "features"]

BUCKETS = 1 << 20
"""Length of the table of weights: far more than features that have one, so that few share."""

_TOKEN = regex(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+|[^\w\s]")
_STARTS, _ENDS = "<", ">"


class Sieve:
    """A linear model of passages.

    *weights* are signed bytes, `BUCKETS` of them, to be multiplied with *scale*; *bias* and
    *least* are the intercept and the lowest value that is worth reading, by group.
    """

    def __init__(
        self,
        weights: bytes | memoryview,
        scale: float,
        bias: Mapping[str, float],
        least: Mapping[str, float],
    ) -> None:
        """Take the table as it stands in the file.

        Raises:
            ValueError: *weights* are not of the right length.
        """
        if len(weights) != BUCKETS:
            raise ValueError(f"a sieve has {BUCKETS} weights, not {len(weights)}")
        self._weights = memoryview(weights).cast("b")
        self._scale = scale
        self._bias = bias
        self._least = least

    def value(self, passage: Passage) -> float:
        """The logit of *passage*: the higher, the likelier there is something to find."""
        weights = self._weights
        total = sum(weights[bucket(feature)] for feature in features(passage))
        return total * self._scale + self._bias[group_of(passage)]

    def holds_back(self, passage: Passage) -> bool:
        """Whether *passage* need not be read."""
        return self.value(passage) < self._least[group_of(passage)]


def bucket(feature: str) -> int:
    """The index of a feature's weight."""
    return crc32(feature.encode("utf-8", "surrogatepass")) % BUCKETS


def features(passage: Passage) -> frozenset[str]:
    """Words of *passage*, pairs of neighbours and pairs with one word between, and its section.

    People, roles, teams and companies stand as such, whatever their names.
    """
    lead = group_of(passage)[0]
    words = [_STARTS, *_words(passage), _ENDS]
    pairs = map(" ".join, pairwise(words))
    gaps = map(" _ ".join, zip(words, words[2:], strict=False))
    return frozenset(f"{lead} {one}" for one in (f"# {passage.section}", *words, *pairs, *gaps))


def _words(passage: Passage) -> Iterator[str]:
    kinds = _kinds(passage)
    last = 0
    for match in _TOKEN.finditer(passage.text):
        kind = kinds[match.start()]
        if not kind:
            yield "0" if match[0].isdigit() else match[0].lower().replace("’", "'")
        elif kind != last:
            yield f"<{KINDS[kind]}>"
        last = kind


def _kinds(passage: Passage) -> bytearray:
    """For each character the kind of the name that it belongs to, 0 for none."""
    kinds = bytearray(len(passage.text))
    for start, end, kind in passage.actors:
        if KINDS[kind] in _MASKED:
            kinds[start:end] = bytes([kind]) * (end - start)
    return kinds


_MASKED = frozenset({"person", "role", "team", "indefinite", "org"})
