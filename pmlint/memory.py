"""What was found in a text before, by all that it depends on.

A check meets most sentences once; an editor asks about the same ones after every key.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

__all__ = ["Memory", "look_seldom_for_garbage"]

T = TypeVar("T")
_YOUNG = 200_000  # new objects before garbage is looked for; a short run makes fewer
_SIZE = 1024  # sentences: a document of 12,000 words has no more


class Memory(Generic[T]):
    """Values by key. What is kept is bounded: once it is full, it begins anew."""

    def __init__(self, size: int = _SIZE) -> None:
        self._size = size
        self._values: dict[Hashable, T] = {}

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """The value of *key*, made if it is not known."""
        if key in self._values:
            return self._values[key]
        made = make()
        if len(self._values) >= self._size:
            self._values.clear()
        self._values[key] = made
        return made


def look_seldom_for_garbage() -> None:
    """For a process of our own: documents leave next to no cycles of objects.

    Each look for them goes through all that the process has made so far.
    """
    gc.set_threshold(_YOUNG)
