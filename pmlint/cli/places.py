"""Where postmortems are kept and what they are called, as far as paths tell.

The hook, the workflow and the configuration that ``pmlint init`` writes are all made of this, so
that none of them names a file that another one leaves out.
"""

from __future__ import annotations

__all__ = ["hook_pattern", "included", "watched"]

_FILES = ("postmortem", "post[-_]mortem")
_FOLDERS = (*_FILES, "incident", "retro", "retrospective", "rca")
"""Words, one or several of a thing, in what patterns and regular expressions have in common."""
_ENDINGS = (".md", ".markdown", ".mdx", ".txt")
_CONFIGURATIONS = ("pmlint.toml", "pyproject.toml")


def hook_pattern() -> str:
    """The regular expression for the ``files:`` of a pre-commit hook."""
    return f"(?i)(^|/)({'|'.join(_FOLDERS)})s?/|({'|'.join(_FILES)})[^/]*$"


def included() -> list[str]:
    """The same as patterns for ``include``: folders of that name, and files wherever they are."""
    folders = [f"{word}{many}/" for word in _FOLDERS for many in ("", "s")]
    return folders + [f"*{word}*{ending}" for word in _FILES for ending in _ENDINGS]


def watched() -> list[str]:
    """Patterns for the ``paths:`` of a GitHub workflow: documents, and what says how to review."""
    return [f"**{ending}" for ending in _ENDINGS] + [f"**/{name}" for name in _CONFIGURATIONS]
