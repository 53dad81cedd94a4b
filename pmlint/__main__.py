"""``python -m pmlint``, and ``pmlint``: interrupted at any time, it says so and ends."""

import gc
import signal
import sys

__all__ = ["main"]

_INTERRUPTED = 130


def main() -> None:
    """Run the command line. Also what is interrupted while it loads ends without a traceback."""
    try:
        from pmlint.memory import look_seldom_for_garbage

        look_seldom_for_garbage()  # before all else is loaded
        from pmlint.cli import main as commands

        commands()
    except KeyboardInterrupt:
        if sys.stderr is not None:
            sys.stderr.write("pmlint: interrupted.\n")
        sys.exit(_INTERRUPTED)
    finally:
        # All is written. What Python still tidies up is nothing to tell an interruption of.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        gc.freeze()  # else it looks for garbage in all of it, a tenth of a short run


if __name__ == "__main__":
    main()
