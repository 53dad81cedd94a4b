"""Coverage-guided fuzzing: ``python -m tests.fuzz.guided dates --seconds 300 --seed 1``.

Bytes are changed towards those that run code which none before them ran, until the time or the
number is reached. The first that fails is made small and saved in ``crashers/``, which
``tests/test_crashers.py`` tries again. Needs ``atheris``: ``pip install -e '.[fuzz]'``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["pmlint", "unidiff"]):
    import unidiff.patch  # noqa: F401 - else imported too late to be told what it runs

    import pmlint.wording.judged
    from tests.fuzz.targets import TARGETS, Target, seeds_of

from tests.fakes import SilentClassifier
from tests.fuzz.documents import SCRAPS
from tests.fuzz.run import CRASHERS, minimised

_TIMEOUT = 20  # seconds for one input, from which it is a failure
_MEMORY = 2000  # megabytes of the process


def main() -> None:
    """Fuzz until the budget is spent; the exit status is not 0 if something failed."""
    given = _options()
    setattr(pmlint.wording.judged, "builtin_classifier", SilentClassifier)  # noqa: B010
    with tempfile.TemporaryDirectory() as folder:
        arguments = [sys.argv[0], *_prepared(given, Path(folder))]
        atheris.Setup(arguments, _saving(given.target, TARGETS[given.target]))
        atheris.Fuzz()  # ends the process


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--runs", type=int, default=-1, help="inputs; -1 is no limit")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--longest", type=int, default=700, help="bytes of an input")
    return parser.parse_args()


def _prepared(given: argparse.Namespace, folder: Path) -> Sequence[str]:
    """What the fuzzer is told; its seeds and its dictionary are written into *folder*."""
    seeds, words = folder / "seeds", folder / "words"
    seeds.mkdir()
    for number, seed in enumerate(seeds_of(given.target)):
        (seeds / str(number)).write_bytes(seed)
    words.write_text("".join(f'"{_escaped(scrap)}"\n' for scrap in SCRAPS), encoding="ascii")
    return (
        *(f"-max_total_time={given.seconds}", f"-runs={given.runs}", f"-seed={given.seed}"),
        *(f"-max_len={given.longest}", f"-timeout={_TIMEOUT}", f"-rss_limit_mb={_MEMORY}"),
        *(f"-dict={words}", f"-artifact_prefix={folder}/", "-print_final_stats=1", str(seeds)),
    )


def _escaped(scrap: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in scrap.encode("utf-8", "replace"))


def _saving(name: str, target: Target) -> Target:
    """*target*, which keeps what makes it fail."""

    def tried(data: bytes) -> None:
        try:
            target(data)
        except Exception as error:
            _save(name, target, data, error)
            raise

    return tried


def _save(name: str, target: Target, data: bytes, error: Exception) -> None:
    def fails(text: str) -> bool:
        try:
            target(text.encode("latin-1"))
        except type(error):
            return True
        except Exception:
            return False
        return False

    small = minimised(data.decode("latin-1"), fails)
    mark = hashlib.sha256(small.encode()).hexdigest()[:10]
    content = {"target": name, "failure": f"{type(error).__name__}: {error}", "latin-1": small}
    CRASHERS.mkdir(exist_ok=True)
    file = CRASHERS / f"{name}-{mark}.json"
    file.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
    print(f"saved as {file.name}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
