"""Start TransferLens: the window, or a command of the command line."""

from __future__ import annotations

import multiprocessing
import sys
import traceback


def main(argv: list[str] | None = None) -> int:
    """Run one command (or the window) and return the exit code.

    Codes: 0 done; 1 failed, with a log; 2 wrong usage or unusable input; 130 cancelled.
    """
    # Parsing needs no torch, so that --help and mistyped commands answer at once.
    from cli.arguments import build_parser

    arguments = build_parser().parse_args(argv)
    if arguments.command is None:
        from gui.app import run_window

        return run_window()
    from cli.dispatch import run_command

    return run_command(arguments)


if __name__ == "__main__":
    multiprocessing.freeze_support()
    try:
        code = main()
    except BrokenPipeError:
        code = 1
    except Exception:
        traceback.print_exc()
        code = 1
    sys.exit(code)
