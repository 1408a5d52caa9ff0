"""The command `rename`: a run is called what a person says; its folder stays."""

from __future__ import annotations

import argparse
from pathlib import Path

from cli.arguments import json_flag
from cli.terminal import Exit, print_json, say
from engine.project.titles import keep_title, named


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("run", metavar="RUN", type=Path)
    parser.add_argument("name", metavar="NAME", help='its new name; "" takes it away')
    json_flag(parser)


def run(arguments: argparse.Namespace) -> int:
    """Give a run a name."""
    folder = arguments.run.resolve()
    title = keep_title(folder, arguments.name)
    say(named(folder))
    if arguments.json:
        print_json({"run": str(folder), "name": title})
    return Exit.DONE
