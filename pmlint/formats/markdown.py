"""Markdown for a comment on a change, and for the summary of a job.

A postmortem must not speak through pmlint: what it quotes is in code spans, and all other
text is escaped so that it makes no markup, link or image, and notifies nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.engine import Finding, Findings, Problem
from pmlint.formats.concise import shown
from pmlint.formats.summary import count, summary
from pmlint.formats.terminal import Style, safe
from pmlint.formats.wire import portable
from pmlint.rule import Severity

__all__ = ["LIMIT", "escaped", "render"]

LIMIT = 60_000
"""Characters of the output at most; a comment on GitHub takes 65,536."""

_RESERVE = 200  # characters for the note on what is left out
_LONGEST = 600  # characters of one message, hint or path
_MARKS = {Severity.ERROR: "🔴", Severity.WARNING: "🟡", Severity.INFO: "🔵"}

_QUOTED = r'"[^"]+"|“[^”]+”'
_BACKTICKS = re.compile("`+")
_BREAK = "&#8203;"  # a space of no width
_ESCAPES = {
    **{mark: f"\\{mark}" for mark in r"\*_{}[]()~|"},
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    # Not by backslash: a backtick would still count in a run, and a dollar begin a formula.
    "`": "&#96;",
    "$": "&#36;",
}
# Services look for these in the text that Markdown has made, where no backslash is left.
_REFERENCES = re.compile(
    r"@(?=\S)|[#!~%&$](?=\w)"  # @name, #12, and what GitLab has besides
    r"|:(?=//)|www(?=\.)|mailto(?=:)|xmpp(?=:)"  # addresses
    r"|:(?=[\w+-]+:)"  # :emoji:
    r"|GH(?=-\d)"
    r"|[0-9a-f]{3}(?=[0-9a-f]{4})",  # commits
    re.IGNORECASE,
)


def render(findings: Findings, style: Style) -> str:
    """A heading, the counts, the problems, and a list of findings for each file."""
    listed = shown(findings, style)
    text = f"### pmlint\n\n{_opening(findings)}\n"
    left = len(findings.errors) + len(listed)
    for block in _blocks(findings, listed):
        if len(text) + len(block) > LIMIT - _RESERVE:
            break
        text += block
        left -= 1
    return text + (_left_out(left) if left else "")


def _opening(findings: Findings) -> str:
    if not findings.files and not findings.errors:
        return "There was nothing to review."
    praise = "" if findings.findings or findings.errors else " Nice work! 🎉"
    return f"{summary(findings)}{praise}"


def _left_out(number: int) -> str:
    return f"\nThe list was cut for its length: {count(number, 'more finding')} left out.\n"


def _blocks(findings: Findings, listed: list[tuple[Finding, str]]) -> Iterator[str]:
    """One block for each problem and finding; the first of a file brings the heading."""
    head = "\n#### Not reviewed\n\n"
    for problem in findings.errors:
        yield head + _problem(problem)
        head = ""
    path = None
    for found, note in listed:
        head = "" if found.path == path else f"\n#### {_code(portable(found.path))}\n\n"
        path = found.path
        yield head + _item(found, note)


def _problem(problem: Problem) -> str:
    return f"- {_code(portable(problem.path))}: {escaped(_one_line(problem.message))}\n"


def _item(found: Finding, note: str) -> str:
    severity = ", ".join(filter(None, (found.severity.value, note)))
    head = f"**Line {found.line}** {_MARKS[found.severity]} {severity}"
    rule = f"`{found.code}` {found.name}"
    lines = [f"- {head} · {rule}: {_prose(found.message, found.excerpt)}"]
    if found.hint:
        lines.append(f"  Hint: {_prose(found.hint)}")
    # The backslash is a line break in a comment and in a file alike.
    return "\\\n".join(lines) + "\n"


def _prose(text: str, words: str = "") -> str:
    """*text* with what stands in quotes in code spans; *words* may hold quotes themselves."""
    line = _one_line(text)
    pattern = _QUOTED
    if words.strip():
        known = safe(" ".join(words.split()))
        pattern = re.escape(f'"{known}"') + f"|{_QUOTED}"
    parts = []
    last = 0
    for match in re.finditer(pattern, line):
        parts += [escaped(line[last : match.start()]), _code(match[0][1:-1])]
        last = match.end()
    return "".join([*parts, escaped(line[last:])])


def _one_line(text: str) -> str:
    """*text* on one line, cut if it is very long."""
    line = safe(text)
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}..."


def escaped(text: str) -> str:
    """*text* that shows as it is."""
    parts = []
    last = 0
    for match in _REFERENCES.finditer(text):
        parts += [_marked_down(text[last : match.end()]), _BREAK]
        last = match.end()
    return "".join([*parts, _marked_down(text[last:])])


def _marked_down(text: str) -> str:
    return "".join(_ESCAPES.get(mark, mark) for mark in text)


def _code(text: str) -> str:
    """*text* in a code span, with a fence that it cannot close."""
    line = _one_line(text)
    longest = max((len(run) for run in _BACKTICKS.findall(line)), default=0)
    fence = "`" * (longest + 1)
    # One space on both sides is no part of the code; it keeps backticks from the fence.
    pad = " " if line.startswith(("`", " ")) or line.endswith(("`", " ")) or not line else ""
    return f"{fence}{pad}{line}{pad}{fence}"
