"""``python -m pmlint``, and ``pmlint``: interrupted at any time, it says so and ends."""

import gc
import signal
import sys

__all__ = ["main"]

_INTERRUPTED = 130
_YOUNG = 50_000
"""New objects before garbage is looked for. Documents leave next to none, and each look goes
through all that a run has made so far: it took a twentieth of it."""


def main() -> None:
    """Run the command line. Also what is interrupted while it loads ends without a traceback."""
    gc.set_threshold(_YOUNG)
    try:
        from pmlint.cli import main as commands

        commands()
    except KeyboardInterrupt:
        if sys.stderr is not None:
            sys.stderr.write("pmlint: interrupted.\n")
        sys.exit(_INTERRUPTED)
    finally:
        # All is written. What Python still tidies up is nothing to tell an interruption of.
        signal.signal(signal.SIGINT, signal.SIG_DFL)


if __name__ == "__main__":
    main()
