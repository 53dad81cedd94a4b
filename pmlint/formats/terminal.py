"""What a terminal may be sent: safe characters, their width, and colours."""

from __future__ import annotations

import unicodedata

from msgspec import Struct

__all__ = ["Style", "no_command", "safe", "safe_character", "width"]

TAB_STOP = 4
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"})
_JOINERS = "\u200c\u200d"  # inside emoji and in several scripts; they change no direction
_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})
_RESET = "\x1b[0m"
_COLOURS = {
    "bold": "\x1b[1m",
    "red": "\x1b[1;31m",
    "yellow": "\x1b[1;33m",
    "blue": "\x1b[1;34m",
    "cyan": "\x1b[36m",
    "green": "\x1b[32m",
    "dim": "\x1b[2m",
}


class Style(Struct, frozen=True):
    """How text is to look: in colour or not, and whether suppressed findings show."""

    color: bool = False
    show_suppressed: bool = False

    def paint(self, text: str, colour: str) -> str:
        """*text* in *colour*, or as it is where colours are off."""
        return f"{_COLOURS[colour]}{text}{_RESET}" if self.color and text else text


def safe_character(character: str) -> str:
    """*character* as it may be printed: what could steer a terminal, as an escape."""
    if character.isprintable() or character in _JOINERS:
        return character
    if unicodedata.category(character) in _HIDDEN:
        code = ord(character)
        return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
    return character


def safe(text: str) -> str:
    """*text* on one line, with control and direction characters as escapes."""
    if text.isprintable():
        return no_command(text)
    shown = (" " if character in "\n\t" else safe_character(character) for character in text)
    return no_command("".join(shown))


def no_command(text: str) -> str:
    """*text* without GitHub's older commands, which its runner obeys anywhere in a line."""
    return text.replace("##[", "##\\x5b")


def width(character: str) -> int:
    """How many columns of a terminal one printable *character* takes."""
    if character.isascii():
        return 1
    if unicodedata.category(character) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
