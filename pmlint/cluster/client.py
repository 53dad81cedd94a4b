"""A Dask cluster as seen from here: documents go out by portions, results come back in order.

Dask starts a portion again elsewhere if its worker dies. A result is taken once, whatever was
computed twice: each document has a number, and each number one result. Few portions are out at
a time, so that memory here does not grow with the number of documents.
"""

from __future__ import annotations

import asyncio
import concurrent.futures
import queue
import time
import uuid
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from msgspec import Struct

from pmlint.classifier import ModelError
from pmlint.cluster.identity import difference
from pmlint.cluster.worker import Job, Mismatch, Piece, Portion, greet
from pmlint.config import Layer
from pmlint.registry import RuleFileError

if TYPE_CHECKING:
    from distributed import Client, Future

__all__ = ["Asked", "Cluster", "ClusterError", "Done"]

T = TypeVar("T")

_CONNECT = 10  # seconds to wait for a scheduler
_WORKERLESS = 60.0  # seconds to wait for a worker: clusters grow and shrink
_LOOK = 2.0  # seconds after which we look whether there still is a cluster
_MOST_PIECES = 8  # documents of a portion: a portion costs the scheduler about 1 ms
_MOST_CHARACTERS = 1_000_000  # of a portion's texts, unless one document has more
_SHARES = 4  # portions for each thread, at least, so that none waits long for the last
_AHEAD = 2  # portions that are out for each thread of the cluster
_RETRIES = 2  # of a portion in which something failed that may pass
_LOST = ("lost", "pending")  # what was done, and no longer is
_COUNT_AGAIN = 50  # portions after which threads are counted anew


class ClusterError(Exception):
    """The cluster cannot be used, or was lost; the message says what to do."""


class Asked(Struct, frozen=True):
    """A document that the cluster is to review, with the settings for it."""

    name: str
    text: str | None
    address: str
    layers: tuple[Layer, ...]
    profile: Any = None
    known: tuple[str, ...] | None = None


class Done(Struct, Generic[T], frozen=True):
    """A document whose result is known already."""

    result: T


class Cluster:
    """A connection to a scheduler. Close it, or use it in a ``with``."""

    def __init__(self, address: str) -> None:
        """Connect to the scheduler at *address*, such as ``tcp://scheduler:8786``.

        Raises:
            ClusterError: Dask is not installed here, or no scheduler answers there.
        """
        self.address = address
        self.client = _connected(address)
        self._alone_since: float | None = None

    def __enter__(self) -> Cluster:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Leave the cluster; what is still out there is forgotten."""
        with suppress(OSError, TimeoutError, asyncio.TimeoutError):
            self.client.close()

    def check(self, job: Job, schemes: Sequence[str]) -> None:
        """Nothing, if the workers that are there now can take *job* and read *schemes*.

        Those that come later are found out when they get their first portion.

        Raises:
            ClusterError: one of them cannot.
        """
        answers = self.client.run(greet, schemes, nanny=False, on_error="return")
        for worker, answer in answers.items():
            if isinstance(answer, OSError):
                continue  # it has left meanwhile
            if isinstance(answer, BaseException):
                raise ClusterError(
                    f"{worker}: could not answer for its pmlint ({type(answer).__name__}: "
                    f"{answer}). Install the same pmlint on all workers."
                )
            theirs, lack = answer
            other = difference(job.identity, theirs)
            if other:
                raise ClusterError(f"{worker}: {_unequal(other)}")
            if lack:
                raise ClusterError(f"{worker}: {lack}")

    def threads(self) -> int:
        """How many portions the cluster can work on at a time."""
        return sum(self.client.nthreads().values())

    def check_alive(self) -> None:
        """Nothing, unless there was no worker for a while.

        Raises:
            ClusterError: there are none, or the scheduler is gone.
        """
        try:
            threads = self.threads() if self.client.status == "running" else -1
        except Exception:
            threads = -1
        if threads < 0:
            raise ClusterError(
                f"{self.address}: the scheduler was lost. Start it, and run pmlint again."
            )
        if threads:
            self._alone_since = None
            return
        self._alone_since = self._alone_since or time.monotonic()
        if time.monotonic() - self._alone_since > _WORKERLESS:
            raise ClusterError(
                f"{self.address}: the scheduler has had no worker for {_WORKERLESS:.0f} s. "
                "Start workers, and run pmlint again."
            )

    def gathered(self, futures: Sequence[Future]) -> list[Any]:
        """The results of *futures* that are done. Dask computes anew what its worker took along.

        Raises:
            ClusterError: no worker is left to do it.
        """
        call = self.client.gather(list(futures), asynchronous=True)
        found = asyncio.run_coroutine_threadsafe(call, self.client.loop.asyncio_loop)
        while not concurrent.futures.wait([found], timeout=_LOOK).done:
            self.check_alive()
        return list(found.result())

    def results(
        self,
        call: Callable[[Job, Portion], list[T]],
        job: Job,
        steps: Iterable[Asked | Done[T]],
        given_up: Callable[[str, str], T],
        count: int,
    ) -> Iterator[T]:
        """For each of *steps*, in their order, the result that *call* has for it.

        *count* is how many there are: few are sent one by one, so that all threads get some.
        *given_up* makes one of a name and a reason, for documents that no worker survives.

        Raises:
            ClusterError: the cluster was lost, or a worker has another pmlint.
            ModelError, RuleFileError: a worker's pmlint is broken.
        """
        run = _Run(self, call, job, steps, given_up, count)
        try:
            yield from run.results()
        finally:
            run.cancel()


def _connected(address: str) -> Client:
    try:
        from distributed import Client
    except ImportError:
        raise ClusterError("--dask needs Dask. Install it: pip install 'pmlint[dask]'") from None
    try:
        return Client(address, timeout=_CONNECT, set_as_default=False, name="pmlint")
    except (OSError, ValueError, TimeoutError, asyncio.TimeoutError) as error:
        cause = " ".join(str(error).split())
        raise ClusterError(
            f"--dask {address}: no scheduler answers there ({cause}). "
            "Check the address, as in tcp://scheduler:8786, and that the scheduler runs."
        ) from error


def _unequal(other: str) -> str:
    return f"{other}, so that its findings would differ. Install the same pmlint there."


_Numbered = tuple[int, Asked]


class _Run(Generic[T]):
    """One pass over the documents: what is out, what came back, what is next in order."""

    def __init__(
        self,
        cluster: Cluster,
        call: Callable[[Job, Portion], list[T]],
        job: Job,
        steps: Iterable[Asked | Done[T]],
        given_up: Callable[[str, str], T],
        count: int,
    ) -> None:
        self._cluster = cluster
        self._call = call
        self._job = job
        self._steps = enumerate(steps)
        self._given_up = given_up
        self._name = f"pmlint-{uuid.uuid4().hex}"
        self._sent = 0
        self._most = 0
        self._pieces = _MOST_PIECES
        self._count = count
        self._taken = 0  # documents taken from the steps
        self._next = 0  # the document whose result is due
        self._ended = False
        self._ready: dict[int, T] = {}
        self._out: dict[str, tuple[Future, list[_Numbered]]] = {}
        self._suspects: deque[_Numbered] = deque()
        self._alone = False  # whether what is out is one suspect
        self._landed: queue.SimpleQueue[Future] = queue.SimpleQueue()

    def results(self) -> Iterator[T]:
        while True:
            if not self._suspects:
                self._fill()
            while self._next in self._ready:
                yield self._ready.pop(self._next)
                self._next += 1
            if self._suspects and not self._out:
                # Nobody else is out, so if a worker dies it is of this document.
                self._send([self._suspects.popleft()])
                self._alone = True
            if self._out:
                self._settle(self._wait())
            elif self._ended and self._next == self._taken:
                return

    def cancel(self) -> None:
        """Have the cluster forget what is out."""
        with suppress(Exception):  # it may be the cluster that failed
            self._cluster.client.cancel([future for future, _ in self._out.values()])
        self._out.clear()

    # --- out ---------------------------------------------------------------------------

    def _fill(self) -> None:
        """Send portions until as many are out, or wait in order, as may be."""
        self._alone = False
        if not self._sent % _COUNT_AGAIN or not self._most:
            threads = max(1, self._cluster.threads())
            self._most = _AHEAD * threads + 1
            self._pieces = max(1, min(_MOST_PIECES, self._count // (_SHARES * threads)))
        while not self._ended and len(self._out) < self._most and self._has_room():
            portion = self._portion()
            if portion:
                self._send(portion)

    def _has_room(self) -> bool:
        return self._taken - self._next < 2 * self._most * self._pieces

    def _portion(self) -> list[_Numbered]:
        """The next documents to be sent together."""
        portion: list[_Numbered] = []
        size = 0
        while len(portion) < self._pieces and size < _MOST_CHARACTERS and self._has_room():
            found = next(self._steps, None)
            if found is None:
                self._ended = True
                break
            at, step = found
            self._taken = at + 1
            if isinstance(step, Done):
                self._ready[at] = step.result
            else:
                portion.append((at, step))
                size += len(step.text or "")
        return portion

    def _send(self, portion: Sequence[_Numbered]) -> None:
        import warnings

        self._sent += 1
        key = f"{self._name}-{self._sent}"
        with warnings.catch_warnings():
            # A document may have 20 MB, and it is sent once.
            warnings.filterwarnings("ignore", "Sending large graph", UserWarning)
            future = self._cluster.client.submit(
                self._call, self._job, _packed(portion), key=key, retries=_RETRIES, pure=False
            )
        self._out[key] = (future, list(portion))
        future.add_done_callback(self._landed.put)

    # --- and back ----------------------------------------------------------------------

    def _wait(self) -> list[Future]:
        """What has come back: at least one."""
        while True:
            try:
                found = [self._landed.get(timeout=_LOOK)]
            except queue.Empty:
                self._cluster.check_alive()
                continue
            with suppress(queue.Empty):
                while True:
                    found.append(self._landed.get_nowait())
            return found

    def _settle(self, futures: Sequence[Future]) -> None:
        done = [one for one in futures if one.status == "finished"]
        others = [one for one in futures if one not in done]
        for future, results in zip(done, self._gathered(done), strict=True):
            _, portion = self._out.pop(future.key)
            for (at, _), result in zip(portion, results, strict=True):
                self._ready[at] = result
            future.release()
        for future in others:
            if future.status == "finished":
                # Lost when we looked, and computed anew since.
                self._landed.put(future)
                continue
            _, portion = self._out.pop(future.key)
            self._failed(future, portion)
            future.release()

    def _gathered(self, done: list[Future]) -> list[list[T]]:
        try:
            return self._cluster.gathered(done)
        except ClusterError:
            raise
        except Exception as error:
            raise ClusterError(
                f"{self._cluster.address}: results were lost ({type(error).__name__}: {error}). "
                "Run pmlint again."
            ) from error

    def _failed(self, future: Future, portion: Sequence[_Numbered]) -> None:
        from distributed import KilledWorker

        if future.status in _LOST:
            self._send(portion)  # its worker died with the result, before it was fetched
            return
        if future.status != "error":
            raise ClusterError(
                f"{self._cluster.address}: the scheduler has forgotten what it was asked "
                f"({future.status}). Run pmlint again."
            )
        error = future.exception()
        if isinstance(error, Mismatch):
            raise ClusterError(f"{self._cluster.address}: of a worker: {_unequal(str(error))}")
        if isinstance(error, (ModelError, RuleFileError)):
            raise error
        if isinstance(error, KilledWorker) and not self._alone:
            self._suspects.extend(portion)  # one of them, or none: another may have run beside
        elif len(portion) > 1:
            for one in portion:
                self._send([one])
        else:
            self._give_up(portion[0], error)

    def _give_up(self, one: _Numbered, error: BaseException | None) -> None:
        from distributed import KilledWorker

        at, asked = one
        cause = " ".join(f"{type(error).__name__}: {error}".split())
        if isinstance(error, KilledWorker):
            cause = "every worker that reviewed it died"
        message = f"was given up: {cause}. Review it alone, without --dask, to see why."
        self._ready[at] = self._given_up(asked.name, message)


def _packed(portion: Sequence[_Numbered]) -> Portion:
    """*portion* as it is sent: settings that documents share are sent once."""
    layers: list[tuple[Layer, ...]] = []
    pieces = []
    for _, one in portion:
        if one.layers not in layers:
            layers.append(one.layers)
        at = layers.index(one.layers)
        pieces.append(Piece(one.name, one.text, one.address, at, one.profile, one.known))
    return Portion(tuple(pieces), tuple(layers))
