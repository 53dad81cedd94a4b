"""``pmlint clean``: remove what pmlint keeps between runs."""

from __future__ import annotations

from pathlib import Path

import click

from pmlint.caching import OURS, cache_folder
from pmlint.cli.output import say
from pmlint.regexes import forget

__all__ = ["command"]


@click.command("clean", short_help="Remove what is kept between runs.")
def command() -> int:
    """Remove the cache: results of documents and sentences, and compiled expressions.

    It lies in the user's cache folder, or where PMLINT_CACHE_DIR says; the next run makes it
    anew.
    """
    folder = cache_folder()
    forget()  # else what this run has compiled is put there again
    if folder is None or not folder.is_dir():
        say("there is no cache.\n")
        return 0
    try:
        _remove(folder)
    except OSError as error:
        raise click.ClickException(f"{folder}: the cache cannot be removed: {error}.") from None
    say(f"removed the cache in {folder}\n")
    return 0


def _remove(folder: Path) -> None:
    """What pmlint has put there, and the folder if nothing else is in it."""
    for path in folder.iterdir():
        if path.name.startswith(OURS) and path.is_file():
            path.unlink()
    if not any(folder.iterdir()):
        folder.rmdir()
