"""Who can be given work that is no one person: everybody, a team, people of one kind."""

from __future__ import annotations

import re

from pmlint.lexicon import (
    DETERMINERS,
    GROUPS_OF_THINGS,
    PERSON_NOUNS,
    PREPOSITIONS,
    SOFTWARE_NOUNS,
    singular_person,
)
from pmlint.regexes import regex

__all__ = ["is_everybody", "is_group", "is_team"]

_TEAM = regex(
    r"(?:the\s+)?(?:[\w&/]+[\s-]+){0,4}(?:teams?|squad|group|desk|guild|crew|department|dept\.?"
    r"|sres?|devops|dbas?|qa)",
    re.IGNORECASE,
)
_EVERYBODY = regex(
    r"every(?:one|body)|all(?:\s+of\s+(?:us|them))?|(?:some|any)(?:one|body)|whoever\b[\w ]{0,40}"
    r"|the\s+whole\s+team|nobody(?:\s+yet)?|no\s+one(?:\s+yet)?|tb[adc]",
    re.IGNORECASE,
)
_OF_EACH = regex(
    r"(?:the\s+)?(?:[\w/-]+\s+)?(?P<who>[\w/-]+)\s+(?:of|in|at|on|for)\s+(?:each|every|all)\s+[\w/-]+(?:\s+[\w/-]+)?",
    re.IGNORECASE,
)
_HEADS = frozenset({"head", "chief", "cadre", "master", "person", "one", "member"})
_MOST_WORDS = 5
_LEADS = frozenset({"the", "our", "all", "both"})
_OF_PEOPLE = frozenset(
    "release incident shift team product project account duty on-call store ward site facility"
    " floor line office support engineering department".split()
)
"""What tells "release managers", who are people, from "package managers"."""


def is_team(words: str) -> bool:
    """Whether *words* are the name of a team: "the storage team", "SRE"."""
    if _TEAM.fullmatch(words) is None:
        return False
    *modifiers, head = words.lower().split()
    return head != "group" or not GROUPS_OF_THINGS.intersection(modifiers)


def is_everybody(words: str) -> bool:
    """Whether *words* stand for anybody, or for nobody yet: "everybody", "TBD"."""
    return _EVERYBODY.fullmatch(words) is not None


def is_group(words: str) -> bool:
    """Whether *words* are a team or people of one kind: "release managers", "lead of each ward"."""
    return is_team(words) or _is_of_each(words) or _are_people(words.lower().split())


def _is_of_each(words: str) -> bool:
    """Whether one of each of several is meant: "head of each ward", no "check of each ward"."""
    match = _OF_EACH.fullmatch(words)
    who = match["who"].lower().removesuffix("s") if match is not None else ""
    return who in _HEADS or who in PERSON_NOUNS


def _are_people(words: list[str]) -> bool:
    if len(words) > _MOST_WORDS:
        return False
    while words and words[0] in _LEADS:
        words = words[1:]
    one = singular_person(words[-1]) if words else ""
    if not one or any(word in PREPOSITIONS or word in DETERMINERS for word in words):
        return False  # "a way for nurses" is a way
    return one not in SOFTWARE_NOUNS or (len(words) > 1 and words[-2] in _OF_PEOPLE)
