"""When a document is reviewed: soon after it changed, one at a time, never for nothing.

Requests are answered on the event loop; reviews wait their turn in one worker thread. So the
server answers while a review runs, and no two reviews meet in the models or in one document.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from pmlint.server.reviewing import Reviewed, Snapshot

__all__ = ["PAUSE", "Schedule"]

PAUSE = 0.15
"""Seconds without a change before a review begins."""

T = TypeVar("T")
logger = logging.getLogger(__name__)


class Schedule:
    """Reviews that are due, and the last one of each open document."""

    def __init__(
        self,
        snapshot: Callable[[str], Snapshot | None],
        review: Callable[[Snapshot], Reviewed],
        publish: Callable[[Reviewed], None],
    ) -> None:
        """*snapshot* is an open document as it stands, None once it is closed."""
        self._snapshot = snapshot
        self._review = review
        self._publish = publish
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._latest: dict[str, Reviewed] = {}
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="pmlint-review")

    def request(self, uri: str, pause: float = 0.0) -> None:
        """Review *uri* after *pause* seconds, in place of any review that is due or running."""
        self._cancel(uri)
        self._tasks[uri] = asyncio.get_running_loop().create_task(self._run(uri, pause))

    def forget(self, uri: str) -> None:
        """The document is closed: nothing more is said of it."""
        self._cancel(uri)
        self._latest.pop(uri, None)

    def close(self) -> None:
        """Begin no further review."""
        for uri in list(self._tasks):
            self.forget(uri)
        self._worker.shutdown(wait=False, cancel_futures=True)

    async def settled(self, uri: str) -> Reviewed | None:
        """The review of *uri* as it stands now, waited for; None if it is not open."""
        while (task := self._tasks.get(uri)) is not None and not task.done():
            # Not `await task`: who asks may be cancelled, and the review must go on.
            await asyncio.wait([task])
        return self._latest.get(uri)

    async def in_worker(self, call: Callable[[], T]) -> T:
        """What *call* returns, when its turn has come."""
        return await asyncio.get_running_loop().run_in_executor(self._worker, call)

    async def _run(self, uri: str, pause: float) -> None:
        try:
            await asyncio.sleep(pause)
            snapshot = self._snapshot(uri)
            if snapshot is not None:
                reviewed = await self.in_worker(lambda: self._review(snapshot))
                self._take(reviewed)
        except Exception:
            # Nobody awaits this task; without this, the error would be lost.
            logger.exception("the review of %s failed", uri)

    def _take(self, reviewed: Reviewed) -> None:
        """Publish what was found, unless the document has changed since."""
        now = self._snapshot(reviewed.snapshot.uri)
        if now is not None and now.version == reviewed.snapshot.version:
            self._latest[now.uri] = reviewed
            self._publish(reviewed)

    def _cancel(self, uri: str) -> None:
        task = self._tasks.pop(uri, None)
        if task is not None:
            task.cancel()
