"""``pmlint evaluate``: how well the models judge authors that they never saw."""

from __future__ import annotations

from pathlib import Path

import click

from pmlint.cli.output import say

__all__ = ["command"]

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command("evaluate", short_help="Print how well the models of wording do.")
@click.option("--corpus", type=_FOLDER, required=True, help="Folder with sentences/ and items/.")
@click.option("--models", type=_FOLDER, required=True, help="Folder that `pmlint train` wrote.")
@click.option("--real", type=_FOLDER, help="Folder with docs/ and labels/ of whole documents.")
@click.option(
    "--unseen",
    type=_FOLDER,
    help="Folder of texts that nothing was trained on.",
)
@click.option(
    "--repeats",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="File of labelled pairs of incidents: how well repeats are found.",
)
@click.option("--errors", is_flag=True, help="Print each held-out line that is judged wrong.")
def command(
    corpus: Path,
    models: Path,
    real: Path | None,
    unseen: Path | None,
    repeats: Path | None,
    errors: bool,
) -> int:
    """Print how well the models of wording do.

    Every line of the corpus was judged once by an encoder that was trained without its
    author's voice; the figures are about these judgements.
    """
    from pmlint.classifier import ModelError
    from pmlint.training.corpus import CorpusError
    from pmlint.training.held_out import report
    from pmlint.training.repeat_pairs import report as repeats_report
    from pmlint.training.unseen import report as unseen_report

    try:
        for line in report(corpus, models, errors=errors):
            say(f"{line}\n")
        for line in unseen_report(unseen) if unseen else ():
            say(f"{line}\n")
        for line in repeats_report(repeats) if repeats else ():
            say(f"{line}\n")
    except (ModelError, CorpusError) as error:
        raise click.ClickException(str(error)) from None
    if real is not None:
        from pmlint.training.evaluate import main

        return main(["real", str(real)])
    return 0
