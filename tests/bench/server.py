"""How long the server takes for a long document, first and after a change of one word.

``python -m tests.bench.server`` from the checkout's root. Each time is also shown as a share
of a cold ``pmlint check`` of the same text, run here too: a share can be compared between
machines.
"""

from __future__ import annotations

import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from pmlint.cli.workspace import Workspace
from pmlint.registry import all_rules
from pmlint.server.reviewing import Reviewer, Snapshot

ROOT = Path(__file__).parent.parent.parent
DOCUMENTS = ROOT / "corpus" / "postmortems" / "docs"
WORDS = 3_000
CHANGES = 9
_WORD = re.compile(r"(?<=[a-z] )[a-z]{5,}(?= [a-z])")  # within a sentence, whatever it is


def document() -> str:
    """Whole paragraphs of the corpus, file by file, until there are enough words."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(DOCUMENTS.glob("*.md"))]
    taken: list[str] = []
    count = 0
    for paragraph in "\n\n".join(texts).split("\n\n"):
        if count >= WORDS:
            break
        taken.append(paragraph)
        count += len(paragraph.split())
    return "\n\n".join(taken) + "\n"


def changed(text: str, number: int) -> str:
    """*text* with one word, another for each *number*, replaced."""
    match = random.Random(number).choice(list(_WORD.finditer(text)))  # noqa: S311 - no secret
    return f"{text[: match.start()]}replica{text[match.end() :]}"


def seconds(call: Callable[[], object]) -> float:
    """How long *call* takes."""
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def cold_check(path: Path) -> None:
    """`pmlint check` in a process of its own."""
    command = [sys.executable, "-m", "pmlint", "check", "--isolated", "--no-cache", "-q", str(path)]
    subprocess.run(command, cwd=ROOT, check=False, stdout=subprocess.DEVNULL)


def reviews(path: Path, text: str) -> tuple[float, list[float]]:
    """Seconds of the first review in this process, and of one after each change."""
    rules = all_rules()
    reviewer = Reviewer(lambda: Workspace(rules, isolated=True))

    def review(version: int, text: str) -> float:
        snapshot = Snapshot(path.as_uri(), version, text, path)
        return seconds(lambda: reviewer.review(snapshot))

    first = review(0, text)
    return first, [review(number, changed(text, number)) for number in range(1, CHANGES + 1)]


def main() -> None:
    """Measure, and print one line for each figure."""
    text = document()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder).resolve() / "long.md"
        path.write_text(text, encoding="utf-8")
        cold = min(seconds(lambda: cold_check(path)) for _ in range(3))
        first, after = reviews(path, text)
    print(f"{len(text.split()):,} words, all rules that are on by default")
    for name, time_taken in (
        ("cold `pmlint check`", cold),
        ("first review", first),
        (f"one word changed, median of {CHANGES}", statistics.median(after)),
        (f"one word changed, worst of {CHANGES}", max(after)),
    ):
        print(f"{name:36} {time_taken * 1000:8.0f} ms  {time_taken / cold:6.1%} of cold")


if __name__ == "__main__":
    main()
