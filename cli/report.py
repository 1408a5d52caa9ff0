"""The command `report`: a study as one HTML file."""

from __future__ import annotations

import argparse
from pathlib import Path

from cli.drive import Driver
from cli.study import write_report
from cli.terminal import Exit


def run(arguments: argparse.Namespace) -> int:
    """Write a study's board as one HTML file."""
    project = arguments.project.expanduser().absolute()
    write_report(Driver(), project, arguments.name, arguments.out, arguments.language)
    return Exit.DONE


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("project", metavar="P", type=Path, help="project folder")
    parser.add_argument("--name", default="study", help="of the study (study)")
    parser.add_argument("--out", type=Path, metavar="FILE", help="HTML file (the study's folder)")
    parser.add_argument("--language", choices=["en", "ko"], default="en")
