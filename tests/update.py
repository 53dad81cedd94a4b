"""``python -m tests.update``: write anew what is generated, the README and golden files.

What this changes is to be read before it is committed: the tests compare with it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from click.testing import CliRunner

from pmlint.cli import main
from pmlint.cli.rules import markdown
from pmlint.formats import FORMATS, Style, render
from pmlint.registry import all_rules
from tests import readings
from tests.test_formats import CASES, GOLDEN

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
CARD = ROOT / "models" / "README.md"
EXAMPLE = "tests/examples/payment-outage.md"
SHOWN = 5
"""Findings of the example that the README shows."""


def readme(text: str) -> str:
    """The README with its generated parts as they are to be now."""
    text = _between(text, "<!-- rules -->", "<!-- end of rules -->", markdown(all_rules()))
    start = f"<!-- output: pmlint check {EXAMPLE} -->"
    return _between(text, start, "<!-- end of output -->", f"```text\n{_excerpt()}```\n")


def _between(text: str, start: str, end: str, new: str) -> str:
    pattern = re.compile(re.escape(f"{start}\n") + ".*?" + re.escape(end), re.DOTALL)
    return pattern.sub(lambda _: f"{start}\n{new}{end}", text)


def output() -> str:
    """What pmlint prints on the example, run in the root of the repository."""
    result = CliRunner().invoke(main, ["check", EXAMPLE, "--isolated", "--color", "never"])
    return result.stdout


def _excerpt() -> str:
    blocks = output().split("\n\n")
    return "\n\n".join([*blocks[:SHOWN], "...", blocks[-1]])


def model_card(text: str) -> str:
    """The model card with the figures of `pmlint evaluate` as they are to be now."""
    arguments = ["evaluate", "--corpus", str(ROOT / "corpus"), "--models", str(ROOT / "models")]
    result = CliRunner().invoke(main, arguments)
    return _between(text, "<!-- evaluate -->", "<!-- end of evaluate -->", f"{result.stdout}")


def golden() -> Iterator[tuple[Path, str]]:
    """Each golden file of a format, and what it is to hold now."""
    for case, (findings, suppressed) in CASES.items():
        for name in FORMATS:
            text = render(findings, name, Style(show_suppressed=suppressed))
            yield GOLDEN / f"{name}{case}.txt", text


if __name__ == "__main__":
    readings.GOLDEN.write_text(json.dumps(readings.golden(), indent=1) + "\n", encoding="utf-8")
    for path, text in golden():
        path.write_text(text, encoding="utf-8")
    CARD.write_text(model_card(CARD.read_text(encoding="utf-8")), encoding="utf-8")
    README.write_text(readme(README.read_text(encoding="utf-8")), encoding="utf-8")
