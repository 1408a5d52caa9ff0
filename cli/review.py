"""The command `review`: which images are most worth a look, and what people said of them."""

from __future__ import annotations

import argparse
import csv
import io
from pathlib import Path
from typing import Any

from cli.arguments import json_flag, place_argument
from cli.drive import Driver, next_job
from cli.places import images_of, use_place
from cli.terminal import Exit, Progress, print_json, say, table
from engine.core.errors import DataError
from engine.core.files import write_atomic
from engine.core.text import some
from engine.core.values import DataSummary
from engine.data.messages import DataOpened, OpenData
from engine.inspect.messages import PredictRun
from engine.project.runs import RunFolder
from engine.review.messages import REASONS, SAID, ReadReviews, ReviewList, ReviewsListed

HEADINGS = (
    "place",
    "file",
    "part",
    "label",
    "verdict",
    "score",
    "distance",
    "reason",
    "said",
    "becomes",
    "comment",
    "reviewer",
    "time",
    "run",
)


def run(arguments: argparse.Namespace) -> int:
    """Judge what has not been judged, then list images and reviews."""
    if arguments.csv is not None and arguments.csv.exists():
        raise DataError("{path}: is there already. Choose another file.", path=arguments.csv)
    path = arguments.run.resolve()
    use_place([path], arguments.place)
    folder = RunFolder.load(path)
    driver, progress, run = Driver(), Progress(), str(path)
    opening = OpenData(
        next_job(), images_of(folder), folder.record.options, project=str(folder.project)
    )
    events = driver.run(opening, progress=progress)
    (data,) = [event.data for event in events if isinstance(event, DataOpened)]
    for part in ("test", "validation"):
        driver.run(PredictRun(next_job(), run, part), progress=progress)
    events = driver.run(ReadReviews(next_job(), run))
    (found,) = [event.found for event in events if isinstance(event, ReviewsListed)]
    rows = [_row(found, data, place) for place in range(len(found))]
    if arguments.csv is not None:
        _write(arguments.csv, rows)
    _show(path, found, rows, arguments.limit)
    if arguments.json:
        print_json(
            {
                "run": str(path),
                "threshold": found.threshold,
                "judged": len(found),
                "total": found.total,
                "reviews": {
                    what: sum(each.said == what for each in found.reviews.values()) for what in SAID
                },
                "images": rows,
                "csv": str(arguments.csv) if arguments.csv else None,
            }
        )
    return Exit.DONE


def _row(found: ReviewList, data: DataSummary, place: int) -> dict[str, Any]:
    """One image; undefined values are None."""
    index = int(found.indices[place])
    verdict, said = found.predictions[index], found.reviews.get(index)
    return {
        "place": place + 1,
        "file": data.samples[index].file,
        "part": "validation" if found.validation[place] else "test",
        "label": data.samples[index].class_name,
        "verdict": verdict.class_name,
        "score": verdict.score,
        "distance": float(found.distances[place]),
        "reason": REASONS[int(found.reasons[place])],
        "said": said.said if said else None,
        "becomes": (said.becomes or None) if said else None,
        "comment": (said.comment or None) if said else None,
        "reviewer": (said.reviewer or None) if said else None,
        "time": said.time if said else None,
        "run": said.run if said else None,
    }


def _write(path: Path, rows: list[dict[str, Any]]) -> None:
    text = io.StringIO()
    writer = csv.DictWriter(text, HEADINGS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    write_atomic(path, text.getvalue())


def _show(path: Path, found: ReviewList, rows: list[dict[str, Any]], limit: int) -> None:
    counts = [int((found.reasons == number).sum()) for number in range(len(REASONS))]
    say(
        f"{path.name}: {len(found)} of {found.total} held-out images judged, threshold "
        f"{found.threshold:.4g}: {counts[0]} contradict their label, {counts[1]} near the threshold"
    )
    kept = list(found.reviews.values())
    said = ", ".join(f"{sum(each.said == what for each in kept)} {what}" for what in SAID)
    say(f"{some(len(kept), 'review')} of this data set: {said}")
    if not rows:
        return
    heads = ["", "file", "part", "label", "verdict", "score", "distance", "reason", "review"]
    lines = [
        [
            str(row["place"]),
            row["file"],
            row["part"],
            row["label"],
            row["verdict"],
            f"{row['score']:.4g}",
            f"{row['distance']:+.2f}",
            row["reason"],
            _said(row),
        ]
        for row in rows[: limit if limit > 0 else None]
    ]
    say(table([heads, *lines]))
    if len(lines) < len(rows):
        say(f"... and {len(rows) - len(lines)} more; --limit 0 lists all, --csv writes all")


def _said(row: dict[str, Any]) -> str:
    words = row["said"] or ""
    return f"{words} to {row['becomes']}" if row["becomes"] else words


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("run", metavar="RUN", type=Path)
    place_argument(parser)
    parser.add_argument("--limit", type=int, default=20, metavar="N", help="images listed (20)")
    parser.add_argument("--csv", type=Path, metavar="FILE", help="write one row an image")
    json_flag(parser)
