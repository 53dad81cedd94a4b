"""How to rewrite a sentence that blames: the system condition to look for."""

from __future__ import annotations

import re

from pmlint.lexicon import (
    ADVERBS,
    BE,
    DO,
    HAVE,
    MODALS,
    NEGATIONS,
    PARTICLES,
    is_adverb,
    lemma,
)
from pmlint.regexes import regex
from pmlint.wording.blame import Blame
from pmlint.wording.blame_words import CHANGING, DAMAGE_VERBS, DESTROYING, DUTIES, SKIPS
from pmlint.wording.frames import tokens

__all__ = ["advice"]

_PASSED_OVER = frozenset({"ignore", "miss", "overlook", "disregard", "sleep"})
_HELPERS = (
    BE | HAVE | DO | MODALS | NEGATIONS | ADVERBS | {"to", "fail", "forget", "neglect", "bother"}
)
# "What made it possible to draw attention unnoticed?" asks about nothing.
_DONE_TO_SYSTEMS = (CHANGING | DAMAGE_VERBS | DESTROYING | SKIPS) - {
    "make",
    "give",
    "grant",
    "turn",
    "send",
}
_US = frozenset({"us", "me", "him", "her", "them"})
_LONGEST = 70  # characters of the author's words that a hint repeats


def advice(found: Blame) -> str:
    """One or two sentences: which condition to name in place of the person."""
    verb, rest = _deed(found.act)
    if found.kind == "omission":
        return _of_omission(verb, rest)
    if found.kind == "counterfactual":
        return "Say what could be seen at the time, and which signal, check or default was missing."
    if (
        found.kind in ("act", "factor")
        and verb in _DONE_TO_SYSTEMS
        and rest.strip() not in PARTICLES
    ):
        return f'Name the condition instead: what made it possible to "{verb}{rest}" unnoticed?'
    if found.kind == "cause":
        return (
            "Name the condition instead: which missing test, limit, gate or alert let one "
            "change do this much harm?"
        )
    return "Name the condition that made this possible; the next person would meet it as well."


def _of_omission(verb: str, rest: str) -> str:
    if verb in _PASSED_OVER:
        thing = rest.strip() or "it"
        return f'Name what made "{thing}" easy to miss: noise, routing, wording, or load.'
    if verb.removeprefix("re-") not in DUTIES or rest.strip() in _US:
        return "Name the reminder, check or automation that was missing."
    return (
        f'Name what was missing: apart from one person\'s memory, what was there to "{verb}{rest}"?'
    )


def _deed(act: str) -> tuple[str, str]:
    """Base form of the verb in *act* and the words after it; nothing if they are too many."""
    for token in tokens(act):
        again = "re-" if token.lower.startswith("re-") else ""
        base, kinds = lemma(token.lower.removeprefix(again))
        if token.lower in _HELPERS or base in _HELPERS or is_adverb(token.lower):
            continue
        if not kinds:
            break  # what the verb is, is not known
        base = again + base
        rest = _REPROACH.split(act[token.end :], 1)[0].rstrip(" .,;:")
        # Cut anywhere it would make no sense, and within a quotation it cannot be quoted.
        fits = len(rest) <= _LONGEST and '"' not in rest and not _OPEN_END.search(rest)
        return (base, rest) if fits else ("", "")
    return "", ""


_OPEN_END = regex(r"\s(?:what|which|that|who)\s+(?:we|i|he|she|they|you|it)$", re.IGNORECASE)
_REPROACH = regex(
    r"(?<![\s,])[\s,]+(?:even(?:\s+though|$)|although|though|despite"
    r"|until|till|without\s+(?:so\s+much|even|a\s+word|bothering))\b",
    re.IGNORECASE,
)
