"""The command `latency`: how long networks take for an image."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path

from cli.arguments import json_flag
from cli.terminal import Exit, Progress, follow, print_json, say, table
from engine.compress.latency import measure_latency
from engine.compress.values import Latency
from engine.core.table import Column, Columns, Table
from engine.project.titles import named

STAGES = {"timing": "pass"}


def run(arguments: argparse.Namespace) -> int:
    """Time runs and print a table."""
    work = measure_latency(
        arguments.runs,
        size=(arguments.size, arguments.size),
        batches=sorted({1, arguments.batch}),
        threads=arguments.threads,
        passes=arguments.passes,
        precision=arguments.precision,
    )
    result = follow(Progress(), "latency", work, STAGES)
    _show_latency(result, {path.resolve().name: named(path.resolve()) for path in arguments.runs})
    if arguments.json:
        print_json({"runs": [asdict(each) | {"per_image": each.per_image} for each in result]})
    return Exit.DONE


def _show_latency(found: tuple[Latency, ...], names: dict[str, str]) -> None:
    columns: Columns[Latency] = (
        Column("run", lambda each: names.get(each.run, each.run)),
        Column("batch", lambda each: each.batch),
        Column("median", lambda each: each.median, "{:.1f} ms".format),
        Column("95 %", lambda each: each.p95, "{:.1f} ms".format),
        Column("99 %", lambda each: each.p99, "{:.1f} ms".format),
        Column("an image", lambda each: each.per_image, "{:.1f} ms".format),
        Column("passes", lambda each: each.passes),
    )
    say(table(Table(columns, found)))
    first = found[0]
    height, width = first.size
    device = "CPU" if first.device == "cpu" else first.device
    say(
        f"dense passes over {width}x{height} pixels in {first.precision} on {device}, "
        f"{first.threads} threads, after warm-up; the runs took turns"
    )


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
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
    json_flag(parser)
