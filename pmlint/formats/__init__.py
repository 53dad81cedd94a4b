"""Findings to text. A format is one function, and sees nothing but findings."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from pmlint.engine import Findings
from pmlint.formats.terminal import Style

__all__ = ["FORMATS", "Style", "render"]

FORMATS = {
    "full": "pmlint.formats.full",
    "concise": "pmlint.formats.concise",
    "json": "pmlint.formats.json_v1",
}
"""Formats by name, and the module whose `render` makes them: loaded when asked for."""


def render(findings: Findings, name: str, style: Style) -> str:
    """*findings* in the format *name*, one of `FORMATS`."""
    renderer: Callable[[Findings, Style], str] = import_module(FORMATS[name]).render
    return renderer(findings, style)
