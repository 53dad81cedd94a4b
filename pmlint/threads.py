"""Threads that share the work of a reading: by batches, or by parts of one product."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from itertools import pairwise
from threading import local
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

__all__ = ["Threads"]

In = TypeVar("In")
Out = TypeVar("Out")


class Threads:
    """So many threads; they are begun when there is work for two."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.own = local()
        """What belongs to the thread that asks: memory to use again, for one."""

    def each(self, made: Callable[[In], Out], batches: list[In]) -> list[Out]:
        """*made* of each batch, in order; several at a time if there are several."""
        pool = self._pool if len(batches) > 1 else None
        return list(pool.map(made, batches) if pool else map(made, batches))

    def shares(self, rows: int, fewest: int) -> list[slice]:
        """*rows*, shared out to the threads that have nothing else to do; *fewest* to each.

        One share for all of them inside a batch: the others have theirs.
        """
        count = 1
        if self._pool and not hasattr(self.own, "batches"):
            count = max(1, min(self.count, rows // fewest))
        bounds = [rows * at // count for at in range(count + 1)]
        return [slice(*pair) for pair in pairwise(bounds)]

    def together(self, done: Callable[[slice], Any], shares: Iterable[slice]) -> None:
        """Do the first of *shares* here, and the others beside it."""
        first, *others = shares
        asked = [self._pool.submit(done, share) for share in others if self._pool]
        done(first)
        for one in asked:
            one.result()

    @cached_property
    def _pool(self) -> ThreadPoolExecutor | None:
        if self.count == 1:
            return None
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(
            self.count, initializer=lambda: setattr(self.own, "batches", True)
        )
