"""The command line: its commands, their parser, and what goes wrong as one line and a code."""

from __future__ import annotations

import argparse
import datetime as dt
import importlib
import logging
import os
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Final

from cli.drive import JobFailedError
from cli.terminal import Exit, fail
from engine.core.errors import TransferLensError
from engine.core.folders import log_folder

COMMANDS: Final = {
    "demo": "make the demo project and run its short study",
    "synth": "write a generated data set in DAGM's layout",
    "sources": "unpack photographs that stand in for ImageNet",
    "answer": "what plain filters and a probe make of it, in seconds",
    "check": "say what a data set is and what is wrong with it",
    "folds": "which images a fold never separates, and the folds",
    "train": "train a network",
    "rename": "give a run a name of your own",
    "inspect": "judge a folder of images with a run",
    "drift": "how a run's scores went in operation",
    "evaluate": "a run's figures on its held-out images",
    "compare": "two runs, image by image, and McNemar's test",
    "sign-off": "prove that escape is at most so much, and sign it; or check a record",
    "review": "images most worth a look, and their reviews",
    "agreement": "the network, inspectors and labels, each against each",
    "measure": "what training changed in a run's network",
    "study": "settings x folds, the ten claims, how many defects",
    "article": "the article's comparison as one order that can be resumed",
    "report": "a study as one HTML file",
    "interpolate": "from one defect to another",
    "compress": "make a run's network smaller",
    "latency": "how long runs take for an image",
    "export": "a run as an ONNX file, compared with it",
    "fast": "from few defects to a quick, verified inspector",
    "weights": "which source weights are here, and get more",
    "desktop": "an entry in the menu of a Linux desktop, or away with it",
    "doctor": "what works on this computer, and what to do",
}
"""What each command is for. It lies in the file of its name, which says `arguments(parser)` and
`run(arguments)`."""


UNCLEAR: Final = "Say what its folders are"
"""In the sentence about a folder that a person has to say something of."""

EXPLAIN: Final = " See: check DIR --explain."


def command_module(name: str) -> ModuleType:
    """The file of a command; loaded when the command is given, for some bring torch along."""
    return importlib.import_module(f"cli.{name.replace('-', '_')}")


def build_parser(words: Sequence[str]) -> argparse.ArgumentParser:
    """The parser for a command line; only the command that is given is spelled out."""
    parser = argparse.ArgumentParser(
        prog="transferlens",
        description="Find out whether ImageNet transfer learning solves your inspection task. "
        "Without a command, the window opens.",
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    given = next((word for word in words if not word.startswith("-")), "")
    for name, purpose in COMMANDS.items():
        command = commands.add_parser(name, help=purpose)
        if name == given:
            command_module(name).arguments(command)
    return parser


def run_command(arguments: argparse.Namespace) -> int:
    """Run the command; unusable input gives one line and 2, a bug a log and 1, Ctrl-C 130."""
    logging.basicConfig(level=logging.CRITICAL)
    if "TORCHELASTIC_RUN_ID" in os.environ and arguments.command != "train":
        if os.environ.get("RANK", "0") == "0":
            fail(f"torchrun is for 'train' alone: start '{arguments.command}' without it")
        return Exit.USAGE
    try:
        code: int = command_module(arguments.command).run(arguments)
    except TransferLensError as error:
        fail(str(error) + (EXPLAIN if UNCLEAR in str(error) else ""))
        return Exit.USAGE
    except KeyboardInterrupt:
        fail("cancelled")
        return Exit.CANCELLED
    except JobFailedError as error:
        fail(f"{error} {_write_log(error.details)}")
        return Exit.FAILED
    except Exception as error:
        details = traceback.format_exc()
        fail(f"unexpected error: {type(error).__name__}: {error}. {_write_log(details)}")
        return Exit.FAILED
    return code


def _write_log(details: str) -> Path:
    path = log_folder() / f"{dt.datetime.now():%Y-%m-%d-%H%M%S}.log"
    path.write_text(details, encoding="utf-8", newline="\n")
    return path
