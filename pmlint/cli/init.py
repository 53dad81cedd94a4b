"""``pmlint init``: the three files that set pmlint up in a repository."""

from __future__ import annotations

import os
from pathlib import Path
from string import Template

import click

import pmlint
from pmlint.cli.output import say, write_new
from pmlint.cli.places import hook_pattern, included, watched
from pmlint.config import find_config, overlooked_by
from pmlint.paths import real, tree_around

__all__ = ["command"]

_TEMPLATES = Path(__file__).parent / "templates"
_CONFIG = "pmlint.toml"
_FILES = {
    _CONFIG: "pmlint.toml",
    ".pre-commit-config.yaml": "pre-commit.yaml",
    ".github/workflows/pmlint.yml": "workflow.yml",
}
_ADVICE = {
    _CONFIG: "`pmlint config` shows what it sets.",
    ".pre-commit-config.yaml": "To add pmlint, put this under its `repos:`.",
    ".github/workflows/pmlint.yml": "Compare it with `pmlint init` in an empty folder.",
}


@click.command("init", short_help="Set pmlint up in a repository.")
@click.argument("folder", default=".", required=False)
def command(folder: str) -> int:
    """Write pmlint.toml, a pre-commit entry and a workflow. Nothing is overwritten.

    In a folder below the top of a repository only pmlint.toml is written, and only if no
    configuration holds there yet, as a nearer one inherits nothing.
    """
    root = Path(folder)
    if not root.is_dir():
        raise click.UsageError(f'there is no folder "{folder}". Create it first.')
    for name, source in _FILES.items():
        reason = _objection(root, name)
        if reason:
            say(f"skipped  {root / name}: {reason}.\n")
        else:
            _put(root / name, name, _text(source))
    return 0


def _objection(root: Path, name: str) -> str:
    """Why a file would do harm, or nothing, in the folder *root*; empty if it would not."""
    if name != _CONFIG:
        top = tree_around(root)
        if top == real(root):
            return ""
        return f"it is read only at the top of the repository: `pmlint init {os.path.relpath(top)}`"
    if overlooked_by(root / name) is not None:
        return "pyproject.toml has [tool.pmlint], which it would put aside"
    above = find_config(real(root).parent)
    if above is None or (root / name).exists():
        return ""
    return (
        f"{os.path.relpath(above)} holds here, and a nearer configuration would inherit none of it"
    )


def _put(path: Path, name: str, text: str) -> None:
    if write_new(path, text):
        say(f"written  {path}\n")
        return
    say(f"skipped  {path}: it exists and stays as it is. {_ADVICE[name]}\n")
    if name == ".pre-commit-config.yaml":
        entry = text[text.index("  - repo:") :]
        say(f"\n{entry}\n")


def _text(name: str) -> str:
    source = (_TEMPLATES / name).read_text(encoding="utf-8")
    return Template(source).safe_substitute(
        version=pmlint.__version__,
        files=hook_pattern(),
        include="\n".join(f'  "{pattern}",' for pattern in included()),
        paths="\n".join(f'      - "{pattern}"' for pattern in watched()),
    )
