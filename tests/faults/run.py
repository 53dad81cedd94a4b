"""Faults in numbers: ``python -m tests.faults.run --times 100``.

In each scene pmlint is killed at so many moments of its run, at every step that it takes, in so
many writes, and, where strace is, at every call of the system that changes a file.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from tests.faults.faults import Outcome, after_calls, at_moments, at_steps, can_trace, in_writes
from tests.faults.scenes import LEFT, SCENES, Stage


def main() -> int:
    """The exit status: 1 if anything was neither old nor new."""
    options = _options()
    failed = False
    for scene in SCENES:
        if options.scene in (None, scene.name):
            with tempfile.TemporaryDirectory() as folder:
                failed |= _play(Stage(scene, Path(folder)), options.times)
    return 1 if failed else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--scene", choices=[scene.name for scene in SCENES])
    return parser.parse_args()


def _play(stage: Stage, times: int) -> bool:
    ways: dict[str, Iterable[Outcome]] = {
        "moments": at_moments(stage, times),
        "steps": at_steps(stage),
        "writes": in_writes(stage, max(1, times // 4)),
    }
    if can_trace():
        ways["calls"] = after_calls(stage, times)
    failed = [_tell(stage, way, outcomes) for way, outcomes in ways.items()]
    return any(failed)


def _tell(stage: Stage, way: str, outcomes: Iterable[Outcome]) -> bool:
    """Print a line of figures; whether it failed."""
    figures: Counter[str] = Counter()
    try:
        for one in outcomes:
            figures["runs"] += 1
            figures["killed"] += one.killed
            figures["changed"] += any(not name.startswith(LEFT) for name in one.new)
            figures["left a file"] += any(name.startswith(LEFT) for name in one.new)
    except AssertionError as error:
        print(f"FAILED: {error}", flush=True)
        return True
    told = ", ".join(f"{number} {name}" for name, number in figures.items())
    print(f"{stage.scene.name}, {way}: {told}", flush=True)
    return False


if __name__ == "__main__":
    sys.exit(main())
