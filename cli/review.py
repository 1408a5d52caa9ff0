"""The command `review`: which images are most worth a look, and what people said of them."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from cli.arguments import json_flag, place_argument
from cli.drive import Driver, next_job
from cli.places import images_of, use_place
from cli.terminal import Exit, Progress, print_json, say, table
from engine.core.errors import DataError
from engine.core.files import write_atomic
from engine.core.table import Column, Columns, Table, of
from engine.core.text import some
from engine.core.values import DataSummary, Prediction, SampleRow
from engine.data.messages import DataOpened, OpenData
from engine.inspect.messages import PredictRun
from engine.project.runs import RunFolder
from engine.project.titles import named
from engine.review.messages import REASONS, SAID, ReadReviews, Review, ReviewList, ReviewsListed


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
    (result,) = [event.found for event in events if isinstance(event, ReviewsListed)]
    rows = Table(_columns(result, data), range(len(result)))
    if arguments.csv is not None:
        write_atomic(arguments.csv, rows.written("\n"))
    _show(path, result, rows, arguments.limit)
    if arguments.json:
        print_json(
            {
                "run": str(path),
                "threshold": result.threshold,
                "judged": len(result),
                "total": result.total,
                "reviews": {
                    what: sum(each.said == what for each in result.reviews.values())
                    for what in SAID
                },
                "images": rows.json(),
                "csv": str(arguments.csv) if arguments.csv else None,
            }
        )
    return Exit.DONE


def _columns(found: ReviewList, data: DataSummary) -> Columns[int]:
    """What is known of the image at a place of the list; a file and scripts name it alike."""

    def sample(place: int) -> SampleRow:
        return data.samples[int(found.indices[place])]

    judged: Columns[Prediction] = (
        Column("verdict", lambda verdict: verdict.class_name),
        Column("score", lambda verdict: verdict.score, "{:.4g}".format),
    )
    said: Columns[Review] = (
        Column("said", lambda said: said.said),
        Column("becomes", lambda said: said.becomes or None),
        Column("comment", lambda said: said.comment or None),
        Column("reviewer", lambda said: said.reviewer or None),
        Column("time", lambda said: said.time),
        Column("run", lambda said: said.run),
    )
    columns: Columns[int] = (
        Column("place", lambda place: place + 1),
        Column("file", lambda place: sample(place).file),
        Column("part", lambda place: "validation" if found.validation[place] else "test"),
        Column("label", lambda place: sample(place).class_name),
        *of(lambda place: found.predictions[int(found.indices[place])], judged),
        Column("distance", lambda place: float(found.distances[place]), "{:+.2f}".format),
        Column("reason", lambda place: REASONS[int(found.reasons[place])]),
        *of(lambda place: found.reviews.get(int(found.indices[place])), said),
    )
    return tuple(replace(column, key=column.name) for column in columns)


def _show(path: Path, found: ReviewList, rows: Table[int], limit: int) -> None:
    counts = [int((found.reasons == number).sum()) for number in range(len(REASONS))]
    say(
        f"{named(path)}: {len(found)} of {found.total} held-out images judged, threshold "
        f"{found.threshold:.4g}: {counts[0]} contradict their label, {counts[1]} near the threshold"
    )
    kept = list(found.reviews.values())
    counted = ", ".join(f"{sum(each.said == what for each in kept)} {what}" for what in SAID)
    say(f"{some(len(kept), 'review')} of this data set: {counted}")
    if not rows:
        return
    place, *columns = rows.columns
    reviews = [found.reviews.get(index) for index in found.indices.tolist()]
    review: Column[int] = Column("review", lambda place: _said(reviews[place]))
    lines = rows.records[: limit if limit > 0 else None]
    say(table(Table((replace(place, name=""), *columns[:7], review), lines)))
    if len(lines) < len(rows):
        say(f"... and {len(rows) - len(lines)} more; --limit 0 lists all, --csv writes all")


def _said(review: Review | None) -> str:
    if review is None:
        return ""
    return f"{review.said} to {review.becomes}" if review.becomes else review.said


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("run", metavar="RUN", type=Path)
    place_argument(parser)
    parser.add_argument("--limit", type=int, default=20, metavar="N", help="images listed (20)")
    parser.add_argument("--csv", type=Path, metavar="FILE", help="write one row an image")
    json_flag(parser)
