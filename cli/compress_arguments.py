"""Arguments of the commands that make networks smaller, time them and carry them away."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_compress(parser: argparse.ArgumentParser) -> None:
    """Arguments of `compress`."""
    parser.add_argument("run", metavar="RUN", type=Path)
    parser.add_argument(
        "--dead-only", action="store_true", required=True,
        help="remove channels that are 0 everywhere, which changes nothing",
    )  # fmt: skip
    parser.add_argument(
        "--images", type=int, default=100, metavar="N",
        help="training and validation images on which a channel must be 0 (100)",
    )  # fmt: skip
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
    parser.add_argument("--onnx", type=Path, required=True, metavar="FILE", help="write it here")
    parser.add_argument("--int8", action="store_true", help="convolutions in 8-bit integers")
    parser.add_argument(
        "--images", type=int, default=20, metavar="N", help="held-out images compared (20)"
    )
    _seed(parser)


def _seed(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="of the images' choice")
    parser.add_argument("--json", action="store_true", help="end with one line of JSON")
