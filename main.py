"""Start TransferLens: the window, or a command of the command line."""

from __future__ import annotations

import ctypes
import importlib.util
import multiprocessing
import os
import sys
import traceback
from pathlib import Path


def preload_torch_libraries() -> None:
    """On Windows, load torch's libraries before Qt's; the import of torch itself can wait.

    Loaded after Qt, torch >= 2.9 fails there with WinError 1114.
    """
    if sys.platform != "win32":
        return
    spec = importlib.util.find_spec("torch")
    if spec is None or spec.origin is None:
        return
    folder = Path(spec.origin).parent / "lib"
    os.add_dll_directory(str(folder))
    for library in ("c10.dll", "torch_cpu.dll"):
        if (folder / library).is_file():
            ctypes.CDLL(str(folder / library))


def main(argv: list[str] | None = None) -> int:
    """Run one command (or the window) and return the exit code.

    Codes: 0 done; 1 failed, with a log; 2 wrong usage or unusable input; 130 cancelled.
    """
    # Parsing needs no torch, so that --help and mistyped commands answer at once.
    from cli.main import build_parser, run_command

    words = sys.argv[1:] if argv is None else argv
    arguments = build_parser(words).parse_args(words)
    if arguments.command in (None, "demo"):
        preload_torch_libraries()
    if arguments.command is None:
        from gui.shell.app import run_window

        return run_window()
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
