"""Arguments of the commands that make networks smaller, time them and carry them away."""

from __future__ import annotations

import argparse
from pathlib import Path


def shares(text: str) -> tuple[float, ...]:
    """Read "0.9,0.5"."""
    try:
        return tuple(float(part) for part in text.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is not like 0.9,0.5") from None


def add_place(parser: argparse.ArgumentParser) -> None:
    """The argument of commands that look at a run's images again."""
    parser.add_argument(
        "--data",
        dest="place",
        type=Path,
        metavar="DIR",
        help="where the run's images are now, if they were moved; its project remembers it",
    )


def add_compress(parser: argparse.ArgumentParser) -> None:
    """Arguments of `compress`."""
    parser.add_argument("run", metavar="RUN", type=Path)
    add_place(parser)
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
    _seed(parser)


def add_latency(parser: argparse.ArgumentParser) -> None:
    """Arguments of `latency`."""
    parser.add_argument("runs", metavar="RUN", type=Path, nargs="+")
    parser.add_argument("--size", type=int, default=512, help="side of the images (512)")
    parser.add_argument(
        "--batch", type=int, default=1, metavar="N", help="images at once, beside one alone"
    )
    parser.add_argument(
        "--threads", type=int, default=0, metavar="N", help="of the CPU (as many as torch takes)"
    )
    parser.add_argument("--passes", type=int, default=30, metavar="N", help="timed of each (30)")
    parser.add_argument("--precision", choices=["float32", "bfloat16"], default="float32")
    parser.add_argument("--json", action="store_true", help="end with one line of JSON")


def add_export(parser: argparse.ArgumentParser) -> None:
    """Arguments of `export`."""
    parser.add_argument("run", metavar="RUN", type=Path)
    add_place(parser)
    parser.add_argument("--onnx", type=Path, required=True, metavar="FILE", help="write it here")
    parser.add_argument("--int8", action="store_true", help="convolutions in 8-bit integers")
    parser.add_argument(
        "--images", type=int, default=20, metavar="N", help="held-out images compared (20)"
    )
    _seed(parser)


def add_fast(parser: argparse.ArgumentParser) -> None:
    """Arguments of `fast`."""
    parser.add_argument("--project", type=Path, metavar="P", required=True)
    parser.add_argument(
        "--defects", type=int, default=0, metavar="N", help="labelled defects used (all)"
    )
    parser.add_argument("--teacher", type=Path, metavar="RUN", help="learn from it; train none")
    parser.add_argument("--iterations", type=int, default=40, metavar="N", help="teacher's (40)")
    parser.add_argument("--filters", type=int, default=33, metavar="N", help="student's (33)")
    parser.add_argument("--steps", type=int, default=2000, metavar="N", help="student's (2000)")
    parser.add_argument(
        "--normals", type=int, default=80, metavar="N", help="normal images the student sees (80)"
    )
    parser.add_argument(
        "--made", type=int, default=120, metavar="N", help="images with made defects it sees (120)"
    )
    parser.add_argument("--fold", type=int, default=1, metavar="I", help="held out, of 5 (1)")
    parser.add_argument(
        "--onnx", type=Path, metavar="FILE", help="write it here (in the student's folder)"
    )
    parser.add_argument("--int8", action="store_true", help="convolutions in 8-bit integers")
    parser.add_argument("--device", default="auto")
    _seed(parser)


def _seed(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="of the images' choice")
    parser.add_argument("--json", action="store_true", help="end with one line of JSON")
