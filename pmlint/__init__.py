"""pmlint reviews the quality of postmortem writing."""

from __future__ import annotations

from pathlib import Path

__version__ = "0.1.0"

_root = Path(__file__).parent
if not (_root / "rules").is_dir():
    # In a bare or editable checkout, rules and models stand beside the package.
    __path__.append(str(_root.parent))
