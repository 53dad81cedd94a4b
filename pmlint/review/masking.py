"""Showing that a secret stands somewhere without showing the secret."""

from __future__ import annotations

__all__ = ["masked"]

_SHOWN = 4


def masked(secret: str) -> str:
    """The first four characters of *secret* and its length, for people who must find it.

    A short secret shows fewer of its characters: never more than a quarter of them.
    """
    shown = secret[: min(_SHOWN, len(secret) // _SHOWN)]
    return f'"{shown}..." ({len(secret)} characters)'
