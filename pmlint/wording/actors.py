"""What the reader of names knows of a text, as the encoder is told it.

The encoder knows words, not the document: who is on the roster, what the team calls its
systems, which names the owner cells hold. It reads without capitals, too.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.document import Document, Text
from pmlint.memory import Memory
from pmlint.names import TECHNOLOGY
from pmlint.passages import KINDS, Passage
from pmlint.people import Actor, people
from pmlint.wording.frames import Phrase, Reading, reading_of, tokens

__all__ = ["passage_of"]

_KIND = {actor: KINDS.index(actor.value) for actor in Actor if actor is not Actor.UNKNOWN}
_CAPITAL = KINDS.index("capital")


def passage_of(document: Document, section: str, text: Text) -> Passage:
    """The passage of a text of *document* in a section of this name."""
    key = (text.prose, people(document).bearing(text.prose))
    actors = _KNOWN.get(key, lambda: tuple(_actors(text.prose, reading_of(document, text))))
    return Passage(section, text.prose, actors)


_KNOWN = Memory[tuple[tuple[int, int, int], ...]]()


def _actors(prose: str, reading: Reading) -> Iterator[tuple[int, int, int]]:
    """Later ones overrule earlier ones where they overlap."""
    for token in tokens(prose)[1:]:
        if token.capital and token.kind == "word" and not token.text.isupper():
            yield token.start, token.end, _CAPITAL
    for phrase in reading.phrases:
        yield from _told(phrase)


def _told(phrase: Phrase) -> Iterator[tuple[int, int, int]]:
    # Any plain noun is a system's; what helps is to know a name for one.
    if phrase.actor in _KIND and (phrase.actor is not Actor.SYSTEM or _is_name(phrase)):
        yield phrase.start, phrase.end, _KIND[phrase.actor]
    if phrase.owner is not None:
        yield from _told(phrase.owner)


def _is_name(phrase: Phrase) -> bool:
    head = phrase.text.split()[-1]
    return head.lower() in TECHNOLOGY or (phrase.start > 0 and head[:1].isupper())
