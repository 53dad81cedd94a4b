"""One line a finding: ``path:line:column: CODE message``."""

from __future__ import annotations

from pmlint.engine import Finding, Findings
from pmlint.formats.terminal import Style, safe

__all__ = ["place", "render", "shown"]


def render(findings: Findings, style: Style) -> str:
    """All findings, one a line, in their order."""
    return "".join(_line(found, note, style) for found, note in shown(findings, style))


def shown(findings: Findings, style: Style) -> list[tuple[Finding, str]]:
    """Findings to print, each with a note: the suppressed ones are among them if asked."""
    listed = [(found, "") for found in findings.findings]
    if not style.show_suppressed:
        return listed
    paths = {found.path: index for index, (found, _) in reversed(list(enumerate(listed)))}
    listed += [(found, "suppressed") for found in findings.suppressed]
    last = len(listed)
    return sorted(
        listed, key=lambda item: (paths.get(item[0].path, last), item[0].path, item[0].start)
    )


def place(found: Finding, style: Style) -> str:
    """``path:line:column:``, as editors and terminals know it."""
    path = style.paint(safe(found.path), "bold")
    colon = style.paint(":", "cyan")
    return f"{path}{colon}{found.line}{colon}{found.column}{colon}"


def _line(found: Finding, note: str, style: Style) -> str:
    code = style.paint(found.code, "red")
    mark = f" [{note}]" if note else ""
    return f"{place(found, style)} {code}{mark} {safe(found.message)}\n"
