"""How well people are told from systems, on sentences that both share.

A line of the probe is a JSON object with `text`, `name` (as it stands in the text),
`person` and `kind`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pmlint.people import Actor
from pmlint.reading import read
from pmlint.source import Source
from pmlint.training.tally import Tally
from pmlint.wording.frames import Phrase, reading_of

__all__ = ["is_taken_for_person", "probe"]

_DOCUMENT = "# Checkout outage, 15 April 2026\n\n## Summary\n\n{}\n"


def probe(path: Path) -> tuple[Tally, Tally]:
    """People found among people, and systems among systems.

    Raises:
        OSError: the file cannot be read.
    """
    people, systems = Tally("people"), Tally("systems")
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        data: dict[str, Any] = json.loads(line)
        taken = is_taken_for_person(data["text"], data["name"])
        _count(people, data, number, wanted=data["person"], found=taken)
        _count(systems, data, number, wanted=not data["person"], found=not taken)
    return people, systems


def _count(tally: Tally, data: dict[str, Any], line: int, *, wanted: bool, found: bool) -> None:
    text = f"{data['name']!r} ({data['kind']}) in {data['text']}"
    if wanted and found:
        tally.right += 1
    elif wanted:
        tally.add_missed("probe", line, text)
    elif found:
        tally.add_false("probe", line, text)


def is_taken_for_person(text: str, name: str) -> bool:
    """Whether the rules hold *name* in the sentence *text* for a person."""
    document = read(Source("postmortem.md", _DOCUMENT.format(text)))
    for sentence in document.sentences:
        start = sentence.text.raw.find(name)
        for phrase in reading_of(document, sentence.text).phrases:
            for one in _parts(phrase):
                if one.start < start + len(name) and start < one.end and one.actor is Actor.PERSON:
                    return True
    return False


def _parts(phrase: Phrase) -> Iterator[Phrase]:
    yield phrase
    if phrase.owner is not None:
        yield phrase.owner
