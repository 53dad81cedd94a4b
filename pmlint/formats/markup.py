"""XML that every parser takes, whatever the documents hold."""

from __future__ import annotations

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from pmlint.formats.terminal import safe_character

__all__ = ["document"]

_COMMAND = re.compile(r"^(\s*)::", re.MULTILINE)
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'


def document(root: Element) -> str:
    """The XML document of *root*, which is changed: indented, and with all text made legal.

    All characters beyond ASCII are character references, so that the output is the same in
    every encoding and moves no cursor. What XML 1.0 forbids is shown as an escape.
    """
    for element in root.iter():
        if element.text:
            # As text, parsers would turn a carriage return into a line feed.
            element.text = _legal(element.text).replace("\r", "\\x0d")
        element.attrib.update({key: _legal(value) for key, value in element.attrib.items()})
    ElementTree.indent(root)
    body = ElementTree.tostring(root, encoding="us-ascii", xml_declaration=False).decode("ascii")
    # The runner of GitHub obeys what a step prints: `::` begins a line, `##[` stands anywhere.
    body = _COMMAND.sub(r"\1&#58;:", body).replace("##[", "##&#91;")
    return f"{_HEAD}\n{body}\n"


def _legal(text: str) -> str:
    """*text* with what XML 1.0 forbids or discourages as escapes."""
    return "".join(mark if _is_legal(ord(mark)) else safe_character(mark) for mark in text)


def _is_legal(code: int) -> bool:
    """Whether the character is no control, surrogate or noncharacter."""
    if code < 0x20:
        return code in (0x9, 0xA, 0xD)
    return not (0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000 or code & 0xFFFE == 0xFFFE)
