"""Fuzzing: ``python -m tests.fuzz.run --documents 100000 --seconds 360 --seed 1``.

Documents are made, read and linted with all rules (the model is not asked) until the number
or the time is reached; with ``--reader`` they are only read, seven times as many in the time. Each
failure is made as small as can be and saved in ``crashers/``, which ``tests/test_crashers.py``
tries again.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pmlint.wording.judged
from tests.fakes import SilentClassifier
from tests.fuzz.checks import failure_of
from tests.fuzz.documents import Maker

CRASHERS = Path(__file__).parent / "crashers"
_FORMATS_EACH = 8  # of so many documents, one is also rendered
_SLOW = 3.0  # seconds for a small document, from which it is reported
_TRIES = 3000


def main() -> int:
    """The exit status: 1 if a document failed."""
    options = _options()
    setattr(pmlint.wording.judged, "builtin_classifier", SilentClassifier)  # noqa: B010
    maker, failures = Maker(options.seed), set[str]()
    begin = told = time.monotonic()
    done, linted = 0, not options.reader
    while done < options.documents and time.monotonic() - begin < options.seconds:
        name, text = maker.document()
        start = time.process_time()
        failure = failure_of(name, text, linted=linted, formats=done % _FORMATS_EACH == 0)
        done += 1
        if time.process_time() - start > _SLOW:
            failure = failure or f"slow: {time.process_time() - start:.0f} s"
        if failure and _kind(failure) not in failures:
            failures.add(_kind(failure))
            _report(name, text, failure)
        if time.monotonic() - told > 30:
            told = time.monotonic()
            print(f"{done} documents, {len(failures)} failures", file=sys.stderr)
    rate = done / max(time.monotonic() - begin, 0.001)
    print(f"{done} documents, {rate:.0f} a second, {len(failures)} failures (seed {options.seed})")
    return 1 if failures else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--seconds", type=float, default=300.0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--reader", action="store_true", help="do not lint them")
    return parser.parse_args()


def _kind(failure: str) -> str:
    """What two failures with one cause share: the kind of error and where it was."""
    return failure.split(": ")[0] if not failure.startswith("AssertionError") else failure[:90]


def _report(name: str, text: str, failure: str) -> None:
    small = text if failure.startswith("slow") else minimised(text, _fails(name, failure))
    CRASHERS.mkdir(exist_ok=True)
    mark = hashlib.sha256(small.encode()).hexdigest()[:10]
    content = {"name": name, "failure": failure, "text": small}
    file = CRASHERS / f"{mark}.json"
    file.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
    print(f"{failure}\n    {small[:200]!r}\n    saved as {file.name}", flush=True)


def _fails(name: str, failure: str) -> Callable[[str], bool]:
    def fails(text: str) -> bool:
        found = failure_of(name, text)
        return found is not None and _kind(found) == _kind(failure)

    return fails


def minimised(text: str, fails: Callable[[str], bool]) -> str:
    """*text* without whatever can be taken out, in ever smaller pieces, while it still fails."""
    size, tries = max(1, len(text) // 2), 0
    while size and tries < _TRIES:
        at = 0
        while at < len(text) and tries < _TRIES:
            shorter = text[:at] + text[at + size :]
            tries += 1
            if fails(shorter):
                text = shorter
            else:
                at += size
        size //= 2
    return text


if __name__ == "__main__":
    sys.exit(main())
