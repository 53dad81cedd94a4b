"""What the formats for machines share: paths, sentences, fingerprints and JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any, Literal

from msgspec import Struct

from pmlint.addresses import is_address
from pmlint.engine import Finding, Findings
from pmlint.fingerprints import fingerprints
from pmlint.formats.terminal import safe, safe_character

__all__ = ["Marked", "advice", "json_text", "kept", "marked", "portable"]

Standing = Literal["new", "suppressed", "known"]

_LONE = re.compile("[\ud800-\udfff]")
_ENDS = (".", "!", "?", ":")
_ORDER = {"new": 0, "suppressed": 1, "known": 2}


class Marked(Struct, frozen=True):
    """A finding, what became of it, and its fingerprint."""

    finding: Finding
    standing: Standing
    fingerprint: str


def marked(findings: Findings) -> list[Marked]:
    """All findings: first those that are new, then the suppressed, then the known ones.

    Fingerprints count through all of them by place, so that suppressing one of two equal
    findings does not make the other look new.
    """
    groups: tuple[tuple[Standing, tuple[Finding, ...]], ...] = (
        ("new", findings.findings),
        ("suppressed", findings.suppressed),
        ("known", findings.known),
    )
    every = [(found, standing) for standing, group in groups for found in group]
    every.sort(key=lambda item: (item[0].start, item[0].code, item[0].end, item[0].message))
    made = fingerprints(found for found, _ in every)
    pairs = zip(every, made, strict=True)
    listed = [Marked(found, standing, mark) for (found, standing), mark in pairs]
    return sorted(listed, key=lambda item: (_ORDER[item.standing], item.finding.path))


def advice(found: Finding) -> str:
    """Message and hint as one line of sentences."""
    message, hint = safe(found.message), safe(found.hint)
    if not hint:
        return message
    return f"{message}{'' if message.endswith(_ENDS) else '.'} {hint}"


def portable(path: str) -> str:
    """*path* with forward slashes and no ``./`` before it, as services compare paths."""
    if is_address(path):
        return path
    return PurePath(path).as_posix()


def kept(text: str) -> str:
    """*text* with its line ends, and all else that could steer a terminal as an escape."""
    if text.isprintable():
        return text
    plain = text.replace("\t", " ")
    return "".join(mark if mark in "\r\n" else safe_character(mark) for mark in plain)


def json_text(content: object) -> str:
    """*content* as JSON that every parser reads, in ASCII, with a line ending.

    Lone surrogates, which a file name can hold, are replaced: Python would write them, but
    parsers of other languages refuse the whole file.
    """
    text = json.dumps(_whole(content), indent=2)
    # The runner of GitHub obeys `##[command]` anywhere in what a step prints.
    return text.replace("\x7f", "\\u007f").replace("##[", "##\\u005b") + "\n"


def _whole(value: object) -> Any:  # noqa: ANN401 - JSON values of any kind
    if isinstance(value, str):
        return _LONE.sub("\ufffd", value)
    if isinstance(value, Mapping):
        return {_whole(key): _whole(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_whole(inner) for inner in value]
    return value
