"""pmlint reviews the quality of postmortem writing.

`lint` reviews one text; the command line is ``pmlint check``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pmlint.engine import Finding

__version__ = "0.1.0"
__all__ = ["LintError", "__version__", "lint"]

_root = Path(__file__).parent
if not (_root / "rules").is_dir():
    # In a bare or editable checkout, rules and models stand beside the package.
    __path__.append(str(_root.parent))


class LintError(Exception):
    """A text could not be reviewed in full; the message says what failed."""


def lint(
    text: str,
    *,
    path: str = "postmortem.md",
    select: Sequence[str] | None = None,
    extend_select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    severity: Mapping[str, str] | None = None,
    min_severity: str = "info",
    min_confidence: float = 0.0,
    profile: str | None = None,
    options: Mapping[str, Mapping[str, Any]] | None = None,
    aliases: Mapping[str, str] | None = None,
    people: Sequence[str] = (),
    systems: Sequence[str] = (),
    as_of: dt.date | str | None = None,
    rules: str | Path | None = None,
) -> list[Finding]:
    """The findings in one postmortem, by place, without those that it suppresses.

    The keywords are the keys of ``pmlint.toml``, and take the same values; no
    configuration file is read. `path` is the document's name: a name in ``.txt``
    is read as plain text. `rules` is a folder of house rules.

    Raises:
        pmlint.config.ConfigError: a keyword has a wrong value.
        pmlint.registry.RuleFileError: a house rule cannot be loaded.
        LintError: a rule failed on this text.
        TypeError: *text* is no string.
    """
    # Here, so that `import pmlint` stays cheap and the submodules may import it.
    from pmlint.config import Layer, Settings, check_values
    from pmlint.engine import review
    from pmlint.registry import all_rules
    from pmlint.source import Source

    if not isinstance(text, str):
        raise TypeError(f"a text is a str, not {type(text).__name__}. Decode it first.")
    known = all_rules([] if rules is None else [Path(rules)])
    given = {
        "select": select,
        "extend-select": extend_select,
        "ignore": ignore,
        "severity": severity,
        "min-severity": min_severity,
        "min-confidence": min_confidence,
        "profile": profile,
        "options": options,
        "aliases": aliases,
        "people": people,
        "systems": systems,
        "as-of": as_of,
    }
    values = check_values({key: value for key, value in given.items() if value is not None}, known)
    settings = Settings(known, (Layer(values),))
    found = review(Source(path, text), settings.rules, settings)
    if found.errors:
        raise LintError("; ".join(problem.message for problem in found.errors))
    return list(found.findings)
