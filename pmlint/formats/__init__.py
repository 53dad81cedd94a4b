"""Findings to text. A format is one function, and sees nothing but findings."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from pmlint.engine import Findings
from pmlint.formats.terminal import Style, no_command

__all__ = ["FORMATS", "FROM_TOP", "MACHINE", "Style", "render"]

FORMATS = {
    "full": "pmlint.formats.full",
    "concise": "pmlint.formats.concise",
    "json": "pmlint.formats.json_v1",
    "sarif": "pmlint.formats.sarif",
    "github": "pmlint.formats.github",
    "gitlab": "pmlint.formats.gitlab",
    "junit": "pmlint.formats.junit",
    "checkstyle": "pmlint.formats.checkstyle",
    "markdown": "pmlint.formats.markdown",
}
"""Formats by name, and the module whose `render` makes them: loaded when asked for."""

MACHINE = frozenset(FORMATS) - {"full", "concise"}
"""Formats that another program reads: nothing else may be written between or after them, and
they are written also if nothing was reviewed."""


FROM_TOP = frozenset({"sarif", "github", "gitlab"})
"""Formats of services that show the repository: they know its files as seen from its top."""

_ESCAPING = frozenset({"json", "sarif", "gitlab", "github", "junit", "checkstyle"})
"""Formats with escapes of their own for what a runner would obey, so that no text is changed. In
those of github, each line is one command already, and nothing in it is another."""


def render(findings: Findings, name: str, style: Style) -> str:
    """*findings* in the format *name*, one of `FORMATS`."""
    renderer: Callable[[Findings, Style], str] = import_module(FORMATS[name]).render
    text = renderer(findings, style)
    return text if name in _ESCAPING else no_command(text)
