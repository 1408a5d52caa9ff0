"""The command `synth`: a generated data set in DAGM's layout."""

from __future__ import annotations

import argparse
from pathlib import Path

from cli.arguments import json_flag
from cli.drive import Driver, next_job
from cli.terminal import Exit, Progress, print_json, say
from engine.data.messages import Synthesise


def run(arguments: argparse.Namespace) -> int:
    """Write a generated data set."""
    command = Synthesise(
        next_job(),
        str(arguments.folder),
        arguments.textures,
        arguments.normal,
        arguments.defective,
        arguments.size,
        arguments.seed,
    )
    Driver().run(command, progress=Progress())
    images = len(arguments.textures) * (arguments.normal + arguments.defective)
    say(f"{images} generated images in {arguments.folder}")
    if arguments.json:
        print_json({"folder": str(arguments.folder), "images": images, "seed": arguments.seed})
    return Exit.DONE


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("folder", metavar="DIR", type=Path)
    parser.add_argument("--textures", type=textures, default=(1, 2, 3, 4, 5, 6), metavar="1-6")
    parser.add_argument("--normal", type=int, default=1000, metavar="N")
    parser.add_argument("--defective", type=int, default=150, metavar="M")
    parser.add_argument("--size", type=int, default=512)
    parser.add_argument("--seed", type=int, default=0)
    json_flag(parser)


def textures(text: str) -> tuple[int, ...]:
    """Read "1-6" or "1,3,5"."""
    result: list[int] = []
    try:
        for part in text.split(","):
            first, _, last = part.partition("-")
            result += range(int(first), int(last or first) + 1)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is not like 1-6 or 1,3,5") from None
    return tuple(result)
