"""``python -m tests.mutation.run rules`` (or ``reading``): how many changes the tests notice.

``--sample N`` takes N changes at random. Prints each that nothing noticed, and the share of
those that something did.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from tests.mutation.mutants import Mutant, places_of, sampled

__all__ = ["main"]

_ROOT = Path(__file__).parent.parent.parent


def main() -> None:
    """Run it, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", choices=("rules", "reading"))
    parser.add_argument("--sample", type=int, default=10**9)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="files whose names begin so")
    given = parser.parse_args()
    folder = _ROOT / ("rules" if given.part == "rules" else "pmlint/reading")
    paths = sorted(folder.glob(f"{given.only}*.py"))
    places = [place for path in paths for place in places_of(path)]
    chosen = sampled(places, given.sample, given.seed)
    survives = _survives(given.part)
    left = 0
    for mutant in chosen:
        if survives(mutant):
            left += 1
            print(
                f"{mutant.path.relative_to(_ROOT)}, {mutant.operator}:\n{mutant.change}\n",
                flush=True,
            )
    killed = len(chosen) - left
    share = killed / max(1, len(chosen))
    print(f"{len(chosen)} changes at {len(places)} places, {killed} noticed: {share:.1%}")


def _survives(part: str) -> Callable[[Mutant], bool]:
    if part == "reading":
        from tests.mutation.reading import survives

        return survives
    from pmlint.registry import builtin_rules
    from tests.mutation.rules import survives as rule_survives

    by_path = {Path(rule.path).resolve(): rule for rule in builtin_rules()}
    return lambda mutant: rule_survives(mutant, by_path[mutant.path.resolve()])


if __name__ == "__main__":
    main()
