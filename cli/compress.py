"""The command `compress`: a smaller network."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import Any

from cli.arguments import json_flag, place_argument
from cli.distil import teach
from cli.graded import beside, costs_json, grade, keep
from cli.places import use_place
from cli.terminal import Exit, Progress, follow, print_json, say
from engine.compress.compress import IMAGES, remove_dead
from engine.compress.values import Removed
from engine.core.errors import RunError
from engine.core.text import some

STAGES = {
    "finding": "finding dead channels, image",
    "comparing": "comparing on the same images,",
    "testing": "test images by both networks,",
    "judging": "judging test images,",
    "exporting": "exporting",
    "quantising": "quantising",
}


def check_seed(seed: int) -> None:
    """Refuse a seed that no generator takes."""
    if seed < 0:
        raise RunError("The seed must be 0 or more.")


def run(arguments: argparse.Namespace) -> int:
    """Remove dead channels, keep a share of the filters, grade, or teach a student."""
    check_seed(arguments.seed)
    use_place([arguments.run], arguments.place)
    if arguments.grade:
        return grade(arguments)
    if arguments.keep is not None:
        return keep(arguments)
    if arguments.filters or arguments.ratio:
        return teach(arguments)
    images = IMAGES if arguments.images is None else arguments.images
    work = remove_dead(arguments.run, images=images, seed=arguments.seed)
    found = follow(Progress(), arguments.run.name, work, STAGES)
    _show(found)
    if arguments.json:
        print_json(removed_json(found))
    return Exit.DONE


def removed_json(found: Removed) -> dict[str, Any]:
    """A removal as scripts get it."""
    return {
        "run": found.run,
        "parent": found.parent,
        "channels": found.channels,
        **costs_json(found.before, found.after),
        "images": found.training_images + found.validation_images,
        "training_images": found.training_images,
        "validation_images": found.validation_images,
        "seed": found.seed,
        "layers": {x.name: {"before": x.before, "after": x.after} for x in found.narrowed},
        "max_logit_difference": found.max_logit_difference,
        "verdict_changes": found.verdict_changes,
        "test": {"before": asdict(found.test_before), "after": asdict(found.test_after)},
    }


def _show(found: Removed) -> None:
    say(
        f"{some(found.channels, 'channel is', 'channels are')} 0 everywhere on "
        f"{found.training_images} training and "
        f"{some(found.validation_images, 'validation image')} (seed {found.seed}):"
    )
    narrowed = [x for x in found.narrowed if x.after < x.before]
    say("  " + ", ".join(f"{x.name} {x.before - x.after} of {x.before}" for x in narrowed))
    say(beside(found))
    say(
        f"largest logit difference on these images {found.max_logit_difference:.2g}, verdicts "
        f"changed: none; on {some(found.test_before.images, 'test image')}: "
        f"{found.verdict_changes} "
        "(float32)"
    )
    say(f"new run: {found.run}")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("run", metavar="RUN", type=Path)
    place_argument(parser)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--dead-only",
        action="store_true",
        help="remove channels that are 0 everywhere, which changes nothing",
    )
    what.add_argument(
        "--keep",
        type=float,
        metavar="SHARE",
        help="keep this share of the filters, recover, and write a new run",
    )
    what.add_argument(
        "--grade",
        action="store_true",
        help="judge the network with fewer and fewer filters; nothing is written",
    )
    what.add_argument("--filters", type=int, metavar="N", help="teach a student of so many filters")
    what.add_argument(
        "--ratio",
        type=float,
        metavar="R",
        help="teach a student of 4,224/R filters, as many as VGG-16 has divided by R",
    )
    parser.add_argument(
        "--lessons",
        choices=["teacher", "labels"],
        default="teacher",
        help="what a student learns from; labels: the control, without the teacher",
    )
    parser.add_argument("--steps", type=int, default=3000, metavar="N", help="of a student (3000)")
    parser.add_argument(
        "--normals",
        type=int,
        default=0,
        metavar="N",
        help="a student sees at most so many normal training images (all)",
    )
    parser.add_argument(
        "--made",
        type=int,
        metavar="N",
        help="further images a student sees, with defects made from the run's own "
        "(120 if it was trained on 20 or fewer, else 0)",
    )
    parser.add_argument(
        "--windows-only",
        action="store_true",
        help="a student learns what its teacher says of windows, not of each cell in them too",
    )
    parser.add_argument(
        "--cost-ratio",
        type=float,
        default=0.0,
        metavar="R",
        help="of an escape in overkills, for a student's threshold (its teacher's)",
    )
    parser.add_argument(
        "--shares",
        type=shares,
        default=(0.9, 0.75, 0.5, 0.35, 0.25, 0.15, 0.1),
        metavar="A,B",
        help="of the filters to keep, with --grade (0.9,0.75,0.5,0.35,0.25,0.15,0.1)",
    )
    parser.add_argument(
        "--order",
        choices=["activity", "contribution"],
        default="contribution",
        help="which filters go first: with the least mean activation, or the least mean "
        "contribution to the logits (contribution)",
    )
    parser.add_argument(
        "--recovery",
        type=int,
        metavar="N",
        help="optimiser steps: with --keep altogether (60), with --grade after each cut (20)",
    )
    parser.add_argument(
        "--images",
        type=int,
        metavar="N",
        help="with --dead-only, training and validation images on which a channel must be 0 "
        "(100); else training images on which importance is measured (24)",
    )
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="of the images' choice")
    json_flag(parser)


def shares(text: str) -> tuple[float, ...]:
    """Read "0.9,0.5"."""
    try:
        return tuple(float(part) for part in text.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is not like 0.9,0.5") from None
