"""``pmlint train``: the corpus to models, for who adds sentences of their own."""

from __future__ import annotations

from pathlib import Path

import click

from pmlint.cli.output import say, warn

__all__ = ["command"]

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command("train", short_help="Train the models of wording on labelled sentences.")
@click.option(
    "--corpus",
    "folders",
    type=_FOLDER,
    multiple=True,
    required=True,
    help="Folder with sentences/, items/ and conditions/; may be given more than once.",
)
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="Folder that the models are written to.",
)
@click.option(
    "--folds",
    type=click.IntRange(1, 3),
    default=3,
    show_default=True,
    help="How many thirds of the voices are held out in turn, for scores and thresholds.",
)
@click.option(
    "--part",
    type=click.IntRange(1, 8),
    default=1,
    show_default=True,
    help="Train the held-out encoders on every Nth example only, and judge every Nth, for time.",
)
@click.option(
    "--only",
    type=click.Choice(["conditions", "student"]),
    help="Train this alone, beside the other models that --output holds.",
)
@click.option("--curve", is_flag=True, help="Measure the learning curve, too.")
def command(
    folders: tuple[Path, ...], output: Path, folds: int, part: int, curve: bool, only: str | None
) -> int:
    """Train the models of wording on labelled sentences, and the reader of conditions.

    Takes the project's corpus, or it and a team's own sentences in the same form. Needs
    `pip install 'pmlint[train]'`, and hours on two cores; the reader of conditions alone, by which
    the report tells repeats, three quarters of an hour; the student of the encoder alone, which
    is asked before it, half an hour.
    """
    from pmlint.training.corpus import CorpusError
    from pmlint.training.train import train

    scores: dict[str, dict[str, float]] = {}
    try:
        if only is None:
            manifest = train(folders, output, folds=folds, part=part, curve=curve, tell=warn)
            scores = manifest["scores"]
        if only != "student":
            from pmlint.training.conditions import train_conditions

            train_conditions(folders, output, tell=warn)
        else:
            from pmlint.training.student import train_student_alone

            train_student_alone(folders, output, tell=warn)
    except (ImportError, FileNotFoundError) as error:
        raise click.ClickException(
            f"{error}. Training needs more than linting: pip install 'pmlint[train]'"
        ) from None
    except CorpusError as error:
        raise click.ClickException(str(error)) from None
    for label, figures in scores.items():
        say(f"{label}: F1 {figures['f1']:.3f} over {figures['lines']} lines of held-out voices\n")
    return 0
