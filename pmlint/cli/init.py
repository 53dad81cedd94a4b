"""``pmlint init``: the three files that set pmlint up in a repository."""

from __future__ import annotations

from pathlib import Path
from string import Template

import click

import pmlint
from pmlint.cli.output import say, write_new
from pmlint.config import overlooked_by

__all__ = ["command"]

_TEMPLATES = Path(__file__).parent / "templates"
_FILES = {
    "pmlint.toml": "pmlint.toml",
    ".pre-commit-config.yaml": "pre-commit.yaml",
    ".github/workflows/pmlint.yml": "workflow.yml",
}
_ADVICE = {
    "pmlint.toml": "`pmlint config` shows what it sets.",
    ".pre-commit-config.yaml": "To add pmlint, put this under its `repos:`.",
    ".github/workflows/pmlint.yml": "Compare it with `pmlint init` in an empty folder.",
}


@click.command("init", short_help="Set pmlint up in a repository.")
@click.argument("folder", default=".", required=False)
def command(folder: str) -> int:
    """Write pmlint.toml, a pre-commit entry and a workflow. Nothing is overwritten."""
    root = Path(folder)
    if not root.is_dir():
        raise click.UsageError(f'there is no folder "{folder}". Create it first.')
    for name, source in _FILES.items():
        if name == "pmlint.toml" and overlooked_by(root / name) is not None:
            reason = "pyproject.toml has [tool.pmlint], which it would put aside"
            say(f"skipped  {root / name}: {reason}.\n")
            continue
        _put(root / name, name, _text(source))
    return 0


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
    return Template(source).safe_substitute(version=pmlint.__version__)
