"""The command `drift`: how a run's scores went in operation."""

from __future__ import annotations

import argparse
import math
from dataclasses import asdict
from pathlib import Path

from cli.arguments import json_flag
from cli.drive import Driver, next_job
from cli.terminal import Exit, percent, print_json, say, table
from engine.core.errors import NotDefinedError
from engine.core.table import Column, Columns, Table
from engine.core.text import some
from engine.folder.messages import Drift, DriftBlock, DriftRead, ReadDrift


def run(arguments: argparse.Namespace) -> int:
    """Print the blocks, and whether the newest differs from the run's own held-out images."""
    if arguments.block < 2:
        raise NotDefinedError("A block needs at least 2 images.")
    events = Driver().run(ReadDrift(next_job(), str(arguments.run.absolute()), arguments.block))
    (result,) = [event.drift for event in events if isinstance(event, DriftRead)]
    _show(result)
    if arguments.json:
        print_json(drift_json(result))
    return Exit.DONE


def _score(odds: float) -> float:
    return 1 / (1 + math.exp(-odds)) if odds >= 0 else math.exp(odds) / (1 + math.exp(odds))


def _show(found: Drift) -> None:
    say(
        f"{found.run}: {some(found.total, 'image')} judged in operation, threshold "
        f"{found.threshold:.4g}"
    )
    if not found.blocks:
        return
    columns: Columns[DriftBlock] = (
        Column("images", lambda block: f"{block.first + 1}-{block.last + 1}"),
        Column("until", lambda block: block.ended[:19].replace("T", " ")),
        Column("score: quartiles", lambda block: _score(block.low), "{:.3g}".format),
        Column("", lambda block: _score(block.middle), "{:.3g}".format),
        Column("", lambda block: _score(block.high), "{:.3g}".format),
        Column("defective", lambda block: f"{block.defective}/{block.images}"),
        Column("95 %", lambda block: block.defective_interval, _interval),
        Column("unlike", _unlike),
        Column("95 %", lambda block: block.unlike_interval, _interval),
    )
    say(table(Table(columns, found.blocks)))
    chart = found.chart
    if chart is None:
        say("too few images to compare them with the run's own")
        return
    kind = "normal " if found.normals_only else ""
    against = f"{chart.reference} {kind}{found.part} images of the run"
    if chart.alarm is None:
        say(
            f"no drift: moving average {chart.value:+.2f}, limit {chart.limit:.2f}, against "
            f"{against}"
        )
    else:
        say(
            f"DRIFT since image {chart.alarm + 1}: moving average {chart.value:+.2f}, limit "
            f"{chart.limit:.2f}, against {against}"
        )
    if chart.earlier:
        say(f"earlier alarms: at images {', '.join(str(n + 1) for n in chart.earlier)}")
    say(
        f"of {chart.run_length:,} images like those, {percent(chart.false_alarms, 0)} of cases "
        "sound a false alarm"
    )
    say("scores that differ are no proof of worse verdicts, nor scores alike of good ones")


def _unlike(block: DriftBlock) -> str:
    return "n/a" if block.unlike is None else f"{block.unlike}/{block.compared}"


def _interval(pair: tuple[float, float] | None) -> str:
    return "n/a" if pair is None else f"{percent(pair[0], 1)} to {percent(pair[1], 1)}"


def drift_json(found: Drift) -> dict[str, object]:
    """What scripts get; undefined values are None."""
    return {
        "run": found.run,
        "threshold": found.threshold,
        "images": found.total,
        "block": found.block,
        "blocks": [
            {
                "first": block.first,
                "last": block.last,
                "began": block.began,
                "ended": block.ended,
                "quartiles": [_score(v) for v in (block.low, block.middle, block.high)],
                "defective": block.defective,
                "defective_interval": block.defective_interval,
                "compared": block.compared,
                "unlike": block.unlike,
                "unlike_interval": block.unlike_interval,
            }
            for block in found.blocks
        ],
        "reference": {
            "part": found.part or None,
            "normals_only": found.normals_only,
            "images": len(found.reference),
        },
        "chart": None if found.chart is None else asdict(found.chart),
    }


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("run", metavar="RUN", type=Path)
    parser.add_argument("--block", type=int, default=50, metavar="N", help="images of a block (50)")
    json_flag(parser)
