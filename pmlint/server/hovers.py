"""What an editor tells about a finding under the cursor: the rule, why, and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lsprotocol.types import Hover, MarkupContent, MarkupKind

from pmlint.document import Span
from pmlint.engine import Finding
from pmlint.server.positions import Positions
from pmlint.server.reviewing import Reviewed

__all__ = ["at", "hover"]

_PART = re.compile(r"\s*^(Why|Instead):", re.MULTILINE)
# A postmortem must not speak through pmlint: hints and messages can quote it.
_MARKUP = re.compile(r"([\\`*_{}\[\]()<>#|~!&])")


def at(reviewed: Reviewed, span: Span) -> list[Finding]:
    """The findings that *span* touches; an empty one is a cursor."""
    found = reviewed.findings.findings
    return [one for one in found if one.start <= span.end and span.start <= one.end]


def hover(reviewed: Reviewed, positions: Positions, offset: int, kind: MarkupKind) -> Hover | None:
    """All findings at *offset*, one below the other; None where nothing was found."""
    found = at(reviewed, Span(offset, offset))
    if not found:
        return None
    marked = kind is MarkupKind.Markdown
    texts = dict.fromkeys(_told(reviewed, finding, marked=marked) for finding in found)
    inner = min(found, key=lambda finding: finding.end - finding.start)
    return Hover(
        MarkupContent(kind, "\n\n---\n\n".join(texts)),
        positions.range(Span(inner.start, inner.end)),
    )


def _told(reviewed: Reviewed, finding: Finding, *, marked: bool) -> str:
    rule = next((one for one in reviewed.known_rules if one.code == finding.code), None)
    doc = (rule.doc or rule.summary) if rule else finding.message
    head = f"{finding.code} {finding.name}"
    hint = f"Hint: {finding.hint}" if finding.hint else ""
    if not marked:
        return _paragraphs((head, doc, hint))
    parts = _PART.sub(r"\n\n**\1:**", doc)
    return _paragraphs((f"**{head}**", parts, _MARKUP.sub(r"\\\1", hint)))


def _paragraphs(parts: Iterable[str]) -> str:
    return "\n\n".join(filter(None, parts))
