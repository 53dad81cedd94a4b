"""How long ``pmlint check`` takes as a process, against proselint on the same files.

``python -m tests.bench.check [--files 200] [--pmlint PATH] [--proselint PATH]
[--spacy PYTHON [--parsed FOLDER]]`` from the checkout's root. *pmlint* is the command that people
install; without it, the checkout is run, which an editable install makes slower to start. proselint comes from the package index (`pip install proselint`, in any
environment); without it, times stand alone and mean little. *spaCy* is an interpreter that has
spaCy and a small English model; what it parses are the files of ``--parsed``, or some of ours.
Commands take turns, so that a busy machine slows both, and each line gives the best of the rounds
and its ratio to proselint's.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
DOCUMENTS = ROOT / "corpus" / "postmortems" / "docs"
WORDS = 1_500
ROUNDS = 5
_PARSE = (
    "import sys, time, spacy\n"
    "nlp = spacy.load(sys.argv[1])\n"
    "texts = [open(path, encoding='utf-8').read() for path in sys.argv[2:]]\n"
    "start = time.perf_counter(); list(nlp.pipe(texts)); print(time.perf_counter() - start)\n"
)


@dataclass
class Timed:
    """One command, and the seconds of its runs."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)
    changed: Sequence[Path] = ()
    """Files that get another line before each run: their other sentences may be known."""
    forgotten: Path | None = None
    """Where the results of earlier runs are kept, which are removed before each run."""
    one_core: bool = False
    """Held to one core, where the system can do that: threads of ours use all there are."""
    seconds: list[float] = field(default_factory=list)

    def run(self) -> None:
        """Run it once."""
        for path in self.changed:
            with path.open("a", encoding="utf-8") as file:
                file.write(f"\nRun {len(self.seconds)}.\n")
        if self.forgotten is not None:
            self.forgotten.unlink(missing_ok=True)
        start = time.perf_counter()
        subprocess.run(
            self.command,
            env={**os.environ, **self.environment},
            cwd=ROOT,
            check=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            preexec_fn=_hold_to_one_core if self.one_core else None,
        )
        self.seconds.append(time.perf_counter() - start)

    @property
    def best(self) -> float:
        """The shortest run."""
        return min(self.seconds)


def _hold_to_one_core() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def texts() -> list[str]:
    """The corpus' documents of about `WORDS` words; shorter ones are joined."""
    made: list[str] = []
    joined = ""
    for path in sorted(DOCUMENTS.glob("*.md")):
        joined += path.read_text(encoding="utf-8") + "\n\n"
        if len(joined.split()) >= WORDS:
            made.append(joined)
            joined = ""
    return made


def write(folder: Path, count: int) -> list[Path]:
    """*count* documents; from the second time on, each with a line of its own."""
    bodies = texts()
    paths = []
    for number in range(count):
        path = folder / f"{number:05}.md"
        extra = f"\nCopy {number}.\n" if number >= len(bodies) else ""
        path.write_text(bodies[number % len(bodies)] + extra, encoding="utf-8")
        paths.append(path)
    return paths


def checking(command: Sequence[str], paths: Sequence[Path], *more: str) -> list[str]:
    """How *command*, which is pmlint, checks *paths*."""
    return [*command, "check", "-q", "--isolated", "--exit-zero", *more, *map(str, paths)]


def compared(runs: Sequence[Timed], base: Timed | None, rounds: int) -> None:
    """Run all of them in turn, and print a line for each."""
    for _ in range(rounds):
        for one in (*runs, *([base] if base else [])):
            one.run()
    for one in runs:
        ratio = f"{one.best / base.best:6.2f} x {base.name}" if base else "       (no proselint)"
        print(f"{one.name:50} {one.best * 1000:9.0f} ms  {ratio}")


def spacy_line(check: Sequence[str], python: str, model: str, paths: Sequence[Path]) -> None:
    """A whole *check* of *paths* against `nlp.pipe` alone over the same text."""
    command = [python, "-c", _PARSE, model, *map(str, paths)]
    parsed = float(subprocess.check_output(command, text=True).split()[-1])
    whole = Timed("check", check)
    whole.run()
    print(
        f"{len(paths)} files, one process: {whole.best / parsed:.2f} x bare nlp.pipe ({parsed:.1f} s)"
    )


def main() -> None:
    """Measure, and print one ratio a line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--pmlint", help="the command of an installed pmlint")
    parser.add_argument("--proselint", default=shutil.which("proselint"))
    parser.add_argument("--spacy", help="an interpreter that has spaCy")
    parser.add_argument("--model", default="en_core_web_sm")
    parser.add_argument("--parsed", type=Path, help="a folder of documents to parse with it")
    given = parser.parse_args()
    command = [given.pmlint] if given.pmlint else [sys.executable, "-m", "pmlint"]
    pmlint = partial(checking, command)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cache = {"PMLINT_CACHE_DIR": str(folder / "cache")}
        kept = folder / "cache" / "results.sqlite3"
        paths = write(folder, given.files)
        one = paths[:1]
        calm = folder / "calm.md"
        calm.write_text(calm_text(), encoding="utf-8")

        def prose(some: Sequence[Path]) -> Timed | None:
            command = [given.proselint, "check", *map(str, some)]
            return Timed("proselint", command) if given.proselint else None

        Timed("", pmlint(paths[:2]), cache).run()  # compiles what later runs find
        compared(
            [Timed("one file without a close call, new", pmlint([calm]), cache, forgotten=kept)],
            prose([calm]),
            given.rounds,
        )
        compared(
            [
                Timed("one file of the corpus, new", pmlint(one), cache, forgotten=kept),
                Timed("one file of the corpus, a line changed", pmlint(one), cache, one),
            ],
            prose(one),
            given.rounds,
        )
        Timed("", pmlint(paths[1:2]), cache).run()
        compared(
            [Timed("one file, unchanged", pmlint(paths[1:2]), cache)],
            prose(paths[1:2]),
            given.rounds,
        )
        count = f"{len(paths)} files"
        single, double = pmlint(paths, "--jobs", "1"), pmlint(paths, "--jobs", "2")
        compared(
            [
                Timed(f"{count}, new, one core", single, cache, forgotten=kept, one_core=True),
                Timed(f"{count}, new, one process", single, cache, forgotten=kept),
                Timed(f"{count}, new, two processes", double, cache, forgotten=kept),
                Timed(
                    f"{count}, a line changed in each, one core",
                    single,
                    cache,
                    paths,
                    one_core=True,
                ),
                Timed(f"{count}, a line changed in each, two processes", double, cache, paths),
                Timed(f"{count}, unchanged", pmlint(paths), cache),
            ],
            prose(paths),
            1,
        )
        if given.spacy:
            parsed = sorted(given.parsed.iterdir()) if given.parsed else paths[:20]
            whole = pmlint(parsed, "--no-cache", "--jobs", "1")
            spacy_line(whole, given.spacy, given.model, parsed)


def calm_text() -> str:
    """A document of `WORDS` words in which the sieve lets nothing through."""
    lines = [line for text in texts() for line in text.splitlines() if _is_plain(line)]
    chosen: list[str] = []
    for line in lines:
        if sum(len(one.split()) for one in chosen) >= WORDS:
            break
        if not _has_close_call(_document([line])):
            chosen.append(line)
    # Names are known from the whole document: what one line says can change another's reading.
    while _has_close_call(_document(chosen)):
        chosen = [one for one in chosen if not _has_close_call(_document(chosen), one)]
    return _document(chosen)


def _is_plain(line: str) -> bool:
    return line[:1].isupper() and len(line.split()) > 5


def _document(lines: Sequence[str]) -> str:
    return "# Outage\n\n## Background\n\n" + "\n\n".join(lines) + "\n"


def _has_close_call(text: str, part: str = "") -> bool:
    """Whether the encoder would be asked for a passage of *text* (that stands in *part*)."""
    from pmlint.classifier import builtin_classifier
    from pmlint.reading import read
    from pmlint.source import Source
    from pmlint.wording import blame, hindsight, human_error
    from pmlint.wording.actors import passage_of
    from pmlint.wording.judged import narrative, section_of

    document = read(Source("calm.md", text))
    sieve = builtin_classifier().sieve
    families = (blame, hindsight, human_error)
    found = [find.span for family in families for find in family.proposals(document)]
    for words, topic in narrative(document):
        if part and words.raw not in part:
            continue
        span = words.span()
        passage = passage_of(document, section_of(topic), words)
        if not sieve.holds_back(passage) or any(one.overlaps(span) for one in found):
            return True
    return False


if __name__ == "__main__":
    main()
