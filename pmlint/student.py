"""What the encoder need not read, told by a small one that has learnt from the same lines.

A transformer encoder of three layers and half the width: a passage costs it a sixteenth of what it
costs the encoder. It is asked for passages in which no rule found anything and which the sieve lets
through, and knows most of them to hold nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from mmap import mmap

from pmlint.arrays import arrays_in
from pmlint.encoder import Encoder

__all__ = ["Student"]


class Student:
    """The student from the bytes of its file.

    *columns* are by group the heads of what its passages may be found to be.

    Raises:
        ValueError: *data* holds no plain arrays.
        KeyError: an array is missing.
    """

    def __init__(self, data: mmap | bytes, columns: Mapping[str, Sequence[int]]) -> None:
        self._encoder = Encoder(data, lambda: arrays_in(data))
        self._columns = columns

    def values(
        self,
        ids: Sequence[Sequence[int]],
        kinds: Sequence[Sequence[int]],
        groups: Sequence[str],
    ) -> list[float]:
        """The greatest logit of what a passage of its group may be found to be, for each passage.

        *ids* and *kinds* are those that the encoder reads; *groups* are of `pmlint.sieve.GROUPS`.
        """
        return [
            max(row[at] for at in self._columns[group])
            for row, group in zip(self._encoder.ends(ids, kinds), groups, strict=True)
        ]
