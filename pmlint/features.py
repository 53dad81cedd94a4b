"""Cheap features of a passage, for the linear model that says which ones need the encoder.

Plain strings: words, pairs of words and word beginnings, with figures and masked stretches
made equal, and the section. Training and linting share this module.
"""

from __future__ import annotations

import re
from itertools import pairwise

from pmlint.document import MASK

__all__ = ["features"]

_TOKEN = re.compile(rf"{MASK}+|[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d.:,/-]*|[?!:;,.\"“]")
_STEM = 5


def features(section: str, text: str) -> set[str]:
    """The names of all features that hold."""
    words = ["^", *(_plain(found) for found in _TOKEN.findall(text)), "$"]
    made = {f"s={section}"}
    made.update(words)
    made.update(f"{one} {other}" for one, other in pairwise(words))
    made.update(f"{word[:_STEM]}~" for word in words if len(word) > _STEM)
    return made


def _plain(token: str) -> str:
    if token[0] == MASK:
        return "<code>"
    if token[0].isdigit():
        return "<0>"
    return token.lower().replace("’", "'")
