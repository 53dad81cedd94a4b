"""The command line. Each command is a module of its own, loaded when it is called."""

from __future__ import annotations

import errno
import sys
import traceback
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import click

import pmlint
from pmlint.cli.output import forsake, open_streams, say, warn

__all__ = ["main"]

USAGE_ERROR = 2
_INTERRUPTED = 130
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)  # the disk's fault, not ours

_COMMANDS = {
    "check": "Review postmortems.",
    "report": "Review the postmortems of a quarter.",
    "rules": "List the rules.",
    "explain": "Explain a rule, an option or a configuration key.",
    "config": "Show each setting and where it came from.",
    "new": "Write the template of a new postmortem.",
    "init": "Set pmlint up in a repository.",
    "clean": "Remove what is kept between runs.",
    "server": "Review what is open in an editor (a language server).",
    "train": "Train the models of wording on labelled sentences.",
    "evaluate": "Print how well the models of wording do.",
}


class _Commands(click.Group):
    """A group whose commands are imported only when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"pmlint.cli.{cmd_name}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The list in the help text, from the table: no command is imported for it."""
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in _COMMANDS and not name.startswith("-"):
            ctx.fail(f'There is no command "{name}".{_advice(name)}')
        return super().resolve_command(ctx, args)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:  # noqa: ANN401 - as in click
        """Run, and exit with 0, 1 (findings) or 2 (usage, configuration, input)."""
        open_streams()
        status = _run(
            lambda: super(_Commands, self).main(
                args, prog_name or "pmlint", complete_var, standalone_mode=False, **extra
            )
        )
        if "pmlint.regexes" in sys.modules:
            import_module("pmlint.regexes").keep()
        if standalone_mode:
            sys.exit(status)
        return status


def _run(call: Callable[[], object]) -> int:
    # Only here: the modules are needed anyway once a command runs.
    from pmlint.classifier import ModelError
    from pmlint.config import ConfigError
    from pmlint.registry import RuleFileError

    stream = sys.stdout
    try:
        result = call()
    except click.ClickException as error:
        _show(error)
        return USAGE_ERROR
    except (ConfigError, ModelError, RuleFileError) as error:
        warn(f"error: {error}")
        return USAGE_ERROR
    except (click.Abort, KeyboardInterrupt):
        warn("interrupted.")
        return _INTERRUPTED
    except SystemExit:
        # So click ends, its own stream in place, when nobody reads on what it prints itself; its
        # status 1 means "findings" here.
        if sys.stdout is not stream:
            return 0
        raise
    except Exception as error:
        # Python would exit with 1, which means "findings" here.
        _tell(error)
        return USAGE_ERROR
    return result if isinstance(result, int) else 0


def _tell(error: Exception) -> None:
    if isinstance(error, OSError) and error.errno in _FULL:
        forsake(sys.stdout)  # click's help, for one, may wait there to be written
        warn(f"error: {error.strerror}.")
    else:
        warn(f"internal error. Please report this:\n{traceback.format_exc()}")


def _show(error: click.ClickException) -> None:
    warn(f"error: {error.format_message()}")
    if isinstance(error, click.UsageError) and error.ctx is not None:
        path = error.ctx.command_path
        warn(f"`{path} --help` lists what it takes.")


def _advice(name: str) -> str:
    if Path(name).exists():
        return f" To review that: pmlint check {name}"
    from difflib import get_close_matches  # for mistakes only

    near = get_close_matches(name, _COMMANDS, n=1)
    return f' Did you mean "{near[0]}"?' if near else f" Commands: {', '.join(_COMMANDS)}."


@click.group(
    cls=_Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(pmlint.__version__, "-V", "--version", message="pmlint %(version)s")
@click.pass_context
def main(context: click.Context) -> int:
    """Review postmortems for blame, hindsight, and actions that nobody can check.

    pmlint judges the writing, never the writer: each finding quotes the words and
    says how to put the system in their place.
    """
    if context.invoked_subcommand is not None:
        return 0
    say(context.get_help() + "\n")
    return USAGE_ERROR
