"""The command `inspect`: judge a folder of images with a run."""

from __future__ import annotations

import argparse
import statistics
from collections import Counter
from pathlib import Path

from cli.arguments import json_flag, scheduler_argument
from cli.drive import Driver, next_job
from cli.terminal import Exit, Progress, fail, percent, print_json, say
from engine.core.errors import DataError
from engine.core.event import Event
from engine.core.standing import worse_than
from engine.core.text import some
from engine.core.values import Problem
from engine.folder.messages import (
    FolderGrown,
    FolderHead,
    FolderReported,
    FolderRow,
    FolderStarted,
    FolderSummary,
    InspectFolder,
    WriteFolderReport,
    summarise_folder,
)
from engine.project.runs import RunFolder

MASKS_TOO = "With --masks they are judged too."


class Listener:
    """Says each verdict as it comes, and keeps what was said.

    Attributes
    ----------
    head : the inspection, once it has begun
    rows : files so far
    left_out : what was not judged, and why
    """

    def __init__(self, progress: Progress, *, loud: bool) -> None:
        self.head: FolderHead | None = None
        self.rows: list[FolderRow] = []
        self.left_out: Problem | None = None
        self._progress, self._loud = progress, loud
        self._waiting = False

    def __call__(self, event: Event) -> None:
        """Take an event."""
        if isinstance(event, FolderStarted):
            self.head = event.head
            for remark in event.head.remarks:
                self._progress.show(f"not compared or kept: {remark.reason}", keep=True)
        elif isinstance(event, FolderGrown):
            self.rows += event.rows
            if event.left_out != self.left_out and event.left_out is not None:
                self._progress.show(f"{event.left_out.reason} {MASKS_TOO}", keep=True)
            self.left_out = event.left_out
            if event.kept:
                words = some(event.done, "file")
                self._progress.show(f"going on: {words} judged before", keep=True)
                return
            for row in event.rows:
                self._say(row)
            if event.waiting and not self._waiting:
                lost = "the folder cannot be reached; " if event.lost else ""
                words = f"{lost}waiting for new files; Ctrl-C ends"
                self._progress.show(words, keep=True)
            elif event.rows:
                self._progress.show(f"judged {event.done}/{event.total}")
            self._waiting = event.waiting

    def _say(self, row: FolderRow) -> None:
        result = row.prediction
        if result is None or not self._loud or self.head is None:
            return
        verdict = ("defective" if result.defective else "normal") if self.head.has_normal else ""
        words = f"  {verdict}  {result.score:.4f}" if verdict else ""
        strange = "  unlike the training images" if row.unlike else ""
        say(f"{result.file}{words}  {result.class_name}{strange}")


def run(arguments: argparse.Namespace) -> int:
    """Judge images, write what was asked for, and go on watching if asked to."""
    if arguments.workers is not None and arguments.scheduler:
        fail("--workers N is --scheduler local:N: say one of them")
        return Exit.USAGE
    if arguments.csv is not None and arguments.csv.exists() and not arguments.go_on:
        # Before the training images are looked at, which takes its time.
        raise DataError("{path}: exists already. Choose another name.", path=arguments.csv)
    driver, progress = Driver(), Progress()
    listener = Listener(progress, loud=arguments.csv is None or arguments.watch)
    command = InspectFolder(
        next_job(),
        str(arguments.run.absolute()),
        str(arguments.images),
        watch=arguments.watch,
        csv=str(arguments.csv or ""),
        heat=str(arguments.heat or ""),
        compare=not arguments.no_familiarity,
        masks=arguments.masks,
        scheduler=arguments.scheduler
        or (f"local:{arguments.workers}" if arguments.workers else ""),
        go_on=arguments.go_on,
    )
    try:
        driver.run(command, watch=listener, progress=progress)
    except KeyboardInterrupt:
        if not arguments.watch or listener.head is None:
            raise  # what was judged so far stands in the CSV
    assert listener.head is not None
    counts = summarise_folder(listener.rows)
    _show(listener, counts)
    report = _report(driver, progress, listener.head, arguments) if arguments.report else None
    if arguments.json:
        print_json(_json(listener, counts, arguments, report))
    unread = any(row.problem is not None for row in listener.rows)
    return Exit.UNREADABLE if unread else Exit.DONE


def _show(listener: Listener, counts: FolderSummary) -> None:
    head = listener.head
    assert head is not None
    for each in worse_than(RunFolder.load(Path(head.run)).record.test):
        say(f"caution: {each}")
    if head.has_normal:
        good = counts.judged - counts.defective
        say(f"{some(counts.judged, 'image')}: {counts.defective} defective, {good} normal")
    else:
        names = Counter(row.prediction.class_name for row in listener.rows if row.prediction)
        say(
            f"{some(counts.judged, 'image')}: "
            + ", ".join(f"{n} {name}" for name, n in names.items())
        )
    if counts.unlike:
        say(
            f"unlike the training images: {counts.unlike} of {some(counts.compared, 'image')}; "
            f"no test "
            "backs such verdicts"
        )
    about = head.familiarity
    if about is not None:
        share = percent(about.alarms, 1)
        guess = "" if about.held_out else ", a guess: few images were held out"
        say(f"at most {share} of familiar normal images are expected there{guess}")
    if listener.left_out is not None:
        say(f"left out as masks: {some(listener.left_out.files, 'picture')}")
    failed = [row.problem for row in listener.rows if row.problem is not None]
    if failed:
        say(f"{len(failed)} without a verdict:")
    for problem in failed:
        named = problem.file in problem.reason
        say(f"  {problem.reason if named else f'{problem.file}: {problem.reason}'}")


def _report(
    driver: Driver, progress: Progress, head: FolderHead, arguments: argparse.Namespace
) -> str:
    if not head.number:
        raise DataError(
            "{path}: the project cannot be written, so there is no report.", path=head.run
        )
    project = str(Path(head.run).parent.parent)
    command = WriteFolderReport(
        next_job(), project, head.number, str(arguments.report), arguments.language
    )
    events = driver.run(command, progress=progress)
    (made,) = [event for event in events if isinstance(event, FolderReported)]
    say(f"report: {made.path}")
    return made.path


def _json(
    listener: Listener,
    counts: FolderSummary,
    arguments: argparse.Namespace,
    report: str | None,
) -> dict[str, object]:
    head, rows = listener.head, listener.rows
    assert head is not None
    times = [row.prediction.ms for row in rows if row.prediction is not None]
    failed = [row.problem for row in rows if row.problem is not None]
    return {
        "images": counts.judged,
        "defective": counts.defective if head.has_normal else None,
        "failed": [{"file": p.file, "reason": p.reason} for p in failed],
        "csv": str(arguments.csv) if arguments.csv else None,
        "left_out": listener.left_out.files if listener.left_out is not None else 0,
        "ms_per_image": statistics.median(times) if times else None,
        "threshold": head.threshold,
        "unlike": counts.unlike if head.familiarity is not None else None,
        "expected_unlike": head.familiarity.alarms if head.familiarity is not None else None,
        "report": report,
        "caution": [str(each) for each in worse_than(RunFolder.load(Path(head.run)).record.test)],
    }


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("run", metavar="RUN", type=Path)
    parser.add_argument("images", metavar="IMAGES", type=Path)
    parser.add_argument("--csv", type=Path, metavar="FILE", help="write one row an image")
    parser.add_argument("--watch", action="store_true", help="go on with files as they arrive")
    parser.add_argument(
        "--heat", type=Path, metavar="DIR", help="write a picture with the heat map for each image"
    )
    parser.add_argument("--report", type=Path, metavar="FILE", help="write an HTML report")
    parser.add_argument("--language", choices=["en", "ko"], default="en", help="of the report (en)")
    parser.add_argument(
        "--no-familiarity",
        action="store_true",
        help="do not compare with the training images (which are looked at once a run)",
    )
    parser.add_argument(
        "--masks", action="store_true", help="judge the masks of a data set too, which are no parts"
    )
    parser.add_argument(
        "--continue",
        dest="go_on",
        action="store_true",
        help="go on with the last inspection of this folder and --csv: what it judged stays",
    )
    parser.add_argument(
        "--workers", type=int, metavar="N", help="processes that judge on this computer (this one)"
    )
    scheduler_argument(parser)
    json_flag(parser)
