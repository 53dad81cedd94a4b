"""``python -m pmlint``, and ``pmlint``: interrupted at any time, it says so and ends."""

import signal
import sys

__all__ = ["main"]

_INTERRUPTED = 130


def main() -> None:
    """Run the command line. Also what is interrupted while it loads ends without a traceback."""
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
