"""What a document costs on a Dask cluster: CPU time, bytes on the wire, memory; and the slope.

``python -m tests.bench.cluster [--documents 1000 --documents 10000]`` from the checkout's root, on
Linux. A scheduler and two workers of one thread run as processes of their own, and `pmlint check
--no-cache` as another: CPU seconds are those of these processes, memory is the peak of what was
resident in each, and bytes are what went over the loopback device, both between the command and
the scheduler and between the scheduler and the workers. Others that use that device are counted,
too: ``unshare -rn sh -c "ip link set lo up; python -m tests.bench.cluster"`` keeps them out.

Documents are those of the corpus (4 KB on average), each with a line of its own. What all rules
cost is measured on 100 of them. 100,000 reviews by all rules take half a day on two cores, so
the slope is measured with rules that need no model (`--select PM5`) on the first 600 characters of
each document: what a document costs the command and the scheduler does not depend on its rules.
Findings are printed as they come, but where it says that they are held: as JSON, which is written
at once.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.clusters import DOCS, ROOT, scheduler_process, worker_process

WORKERS = 2
JUDGED = 100
CUT = 600  # characters of a document whose rules are not what is measured
FEW = ("--select", "PM5")
MOST_HELD = 10_000
IN_A_FOLDER = 1_000
_KILOBYTE, _MEGABYTE = 1024, 1024 * 1024
_RSS_UNIT = 1024  # of what Linux tells of a child that has ended


@dataclass(frozen=True)
class Cost:
    """What a run took: CPU in seconds, memory and traffic in bytes.

    Workers are told together, their memory as that of the largest.
    """

    documents: int
    seconds: float
    command: float
    scheduler: float
    workers: float
    traffic: int
    command_peak: int
    scheduler_peak: int
    worker_peak: int

    def lines(self) -> str:
        """The costs, for each document where they grow with their number."""
        each = 1000 / self.documents
        return (
            f"{self.documents:8,} documents in {self.seconds:.1f} s\n"
            f"    CPU of each (ms): workers {self.workers * each:.2f}, "
            f"scheduler {self.scheduler * each:.3f}, command {self.command * each:.3f}\n"
            f"    on the wire: {self.traffic / self.documents / _KILOBYTE:.2f} KB each\n"
            f"    peak (MB): worker {self.worker_peak / _MEGABYTE:.0f}, "
            f"scheduler {self.scheduler_peak / _MEGABYTE:.0f}, "
            f"command {self.command_peak / _MEGABYTE:.0f}"
        )


def write(folder: Path, count: int, length: int | None = None) -> None:
    """*count* documents below *folder*, so many in a folder as one likes to list."""
    sources = [path.read_text(encoding="utf-8")[:length] for path in sorted(DOCS.glob("*.md"))]
    for number in range(count):
        place = folder / f"{number // IN_A_FOLDER:04}"
        place.mkdir(parents=True, exist_ok=True)
        text = f"{sources[number % len(sources)]}\nThis is document {number}.\n"
        (place / f"{number:07}.md").write_text(text, encoding="utf-8")


def cost(target: str, count: int, options: Sequence[str], place: Path) -> Cost:
    """What `pmlint check` of *target* takes on a cluster that was started for it.

    Raises:
        RuntimeError: the command failed.
    """
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    with ExitStack() as stack:
        address, scheduler = stack.enter_context(scheduler_process(place))
        workers = [
            stack.enter_context(worker_process(place, address, environment)) for _ in range(WORKERS)
        ]
        before = [_cpu(one.pid) for one in (scheduler, *workers)], _traffic()
        start = time.perf_counter()
        command_cpu, command_peak = _checked(address, target, options)
        taken = time.perf_counter() - start
        first, *rest = (
            _cpu(one.pid) - used for one, used in zip((scheduler, *workers), before[0], strict=True)
        )
        return Cost(
            count,
            taken,
            command_cpu,
            first,
            sum(rest),
            _traffic() - before[1],
            command_peak,
            _peak(scheduler.pid),
            max(_peak(one.pid) for one in workers),
        )


def _checked(address: str, target: str, options: Sequence[str]) -> tuple[float, int]:
    """CPU seconds and peak memory of the command."""
    fixed = ["--no-cache", "--isolated", "--format", "concise", "--fail-on", "never", "--quiet"]
    command = [sys.executable, "-m", "pmlint", "check", "--dask", address, *fixed]
    child = subprocess.Popen([*command, *options, target], cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"pmlint check exited with {child.returncode}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss * _RSS_UNIT


def _cpu(process: int) -> float:
    used = psutil.Process(process).cpu_times()
    return float(used.user + used.system)


def _peak(process: int) -> int:
    lines = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))


def _traffic() -> int:
    return int(psutil.net_io_counters(pernic=True)["lo"].bytes_sent)


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--documents", type=int, action="append", help="default: 1000, 10000")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        place = Path(name).resolve()
        write(place / "judged", JUDGED)
        print("all rules on whole documents, read by the workers")
        print(cost(f"file://{place}/judged", JUDGED, (), place).lines(), flush=True)
        for count in given.documents or (1_000, 10_000):
            write(place / str(count), count, CUT)
            print("PM5 on short documents, read by the workers")
            target = f"file://{place}/{count}"
            print(cost(target, count, FEW, place).lines(), flush=True)
            if count <= MOST_HELD:
                print("the same, held until the end")
                held = (*FEW, "--format", "json")
                print(cost(target, count, held, place).lines(), flush=True)
                print("the same, sent by the command")
                print(cost(f"{place}/{count}", count, FEW, place).lines(), flush=True)


if __name__ == "__main__":
    main()
