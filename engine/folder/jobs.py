"""What the session does for folders of images and for runs in operation."""

from __future__ import annotations

import datetime as dt
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path

from engine.cluster.connect import connect
from engine.cluster.messages import ClusterJoined
from engine.cluster.values import read_scheduler
from engine.core.errors import DataError, TransferLensError
from engine.core.event import Event, Progress
from engine.core.files import file_hash
from engine.core.job import Part, Steps, Stop, job, progress, relay
from engine.core.stopping import Rest, StopAsked
from engine.core.values import Problem
from engine.folder.arrivals import Parts, find_images, find_parts
from engine.folder.drift import read_drift
from engine.folder.inspection import FolderExecutor, FolderInspection, make_out
from engine.folder.judging import FileJudge, InProcess, file_heat
from engine.folder.many import DEATHS, FolderWorkers
from engine.folder.messages import (
    DriftRead,
    FileShown,
    FolderGrown,
    FolderHead,
    FolderReported,
    FolderRow,
    FoldersListed,
    FolderStarted,
    InspectFolder,
    ListFolders,
    OpenFolder,
    ReadDrift,
    ShowFile,
    WriteFolderReport,
)
from engine.folder.report import report_inspection
from engine.folder.results import judge_file
from engine.folder.store import OperationStore
from engine.network.numerics import DEFAULT_THREADS
from engine.networks import OpenRun
from engine.project.runs import RunFolder
from engine.training.familiarity import Reference, kept_reference, look_up
from engine.training.run import open_run_data
from engine.workspace import Workspace

WORTH_IT = 24
"""Files from which on training images are passed to compare with, if none were kept."""
MANY = 600
"""Of them at the most."""

CHUNK = 1000
"""Rows of a kept inspection that go up at a time."""


@job(InspectFolder)
def inspect_folder(workspace: Workspace, command: InspectFolder, stop: StopAsked) -> Steps:
    """Judge a folder; what was judged is kept, however it ends."""
    yield Progress(command.job, "loading", 0, 1)
    path = Path(command.path).absolute() if command.go_on else Path(command.path)
    RunFolder.load(Path(command.run))  # says what is wrong before a large folder is read
    if command.scheduler:
        read_scheduler(command.scheduler)
    there = find_parts(path) if not command.masks else Parts(tuple(find_images(path)))
    files = list(there.images)
    if not files and not command.watch:
        if there.masks:
            raise DataError(
                "{path}: all {count} pictures in it are masks, which mark defects in others. "
                "Name the folder of the parts, or that of the masks to judge these.",
                path=path,
                count=len(there.masks),
            )
        raise DataError("{path}: no images in it.", path=path)
    run = workspace.run(command.run)
    reference: Reference | None = None
    remarks: tuple[Problem, ...] = ()
    if command.compare:
        files_there = MANY if command.watch else len(files)
        reference, remarks = yield from _reference(command.job, run, files_there, stop)
    if stop():
        return
    head, before = _gone_on(run, command, path) if command.go_on else (None, [])
    head = head or _head(run, command, path, reference, remarks)
    results = Path(head.out).absolute() if head.out else None
    files = [file for file in files if results is None or results not in file.absolute().parents]
    watch = path if command.watch and path.is_dir() else None
    with (
        FolderInspection(run.folder, head, before) as inspection,
        ExitStack() as stack,
    ):
        inspection.left_out, inspection.masks = there.left_out(path), command.masks
        yield FolderStarted(command.job, inspection.head)
        yield from _known(command.job, inspection)
        executor = yield from _executor(command, run, inspection.head, reference, stop, stack)
        number = inspection.head.number
        with closing(inspection.judge_all(files, watch, stop, executor)) as work:
            for result in work:
                if result is None or isinstance(result, Event):
                    yield result
                    continue
                rows = (result,) if isinstance(result, FolderRow) else ()
                yield FolderGrown(
                    command.job,
                    number,
                    rows,
                    inspection.done,
                    inspection.total,
                    inspection.seconds,
                    inspection.waiting and not rows,
                    inspection.lost,
                    inspection.left_out,
                )
                if isinstance(result, Rest):
                    yield result


def _executor(
    command: InspectFolder,
    run: OpenRun,
    head: FolderHead,
    reference: Reference | None,
    stop: StopAsked,
    stack: ExitStack,
) -> Part[FolderExecutor]:
    """Who judges: this process, or the workers that were asked for."""
    if not command.scheduler:
        return InProcess(FileJudge(run.judge, reference, head.heat, head.folder))
    cluster = yield from connect(command.scheduler, DEFAULT_THREADS, failures=DEATHS - 1)
    stack.callback(cluster.close)
    yield ClusterJoined(command.job, cluster.scheduler, cluster.workers, cluster.dashboard)
    return FolderWorkers(command.job, cluster, run.folder, head, reference, stop)


def _gone_on(
    run: OpenRun, command: InspectFolder, path: Path
) -> tuple[FolderHead | None, list[FolderRow]]:
    """The inspection that is gone on with and its rows; None: there is none."""
    folder = run.folder
    table = None if command.keep else command.csv
    with OperationStore(folder.project) as store:
        number = store.last(folder.path.name, file_hash(folder.weights), str(path), table)
        if number is None:
            return None, []
        head = store.head(number, folder.path.parent)
        return replace(head, run=str(folder.path)), list(store.files(number))


def _known(job: int, inspection: FolderInspection) -> Steps:
    """What was judged before, as rows that are not new."""
    rows, spent = inspection.before, inspection.seconds
    for first in range(0, len(rows), CHUNK):
        part = tuple(rows[first : first + CHUNK])
        number, total = inspection.head.number, inspection.total
        yield FolderGrown(job, number, part, first + len(part), total, spent, kept=True)


def _reference(
    number: int, run: OpenRun, files: int, stop: Stop
) -> Part[tuple[Reference | None, tuple[Problem, ...]]]:
    """What the run has seen, in its features; None, and why, where it cannot be had.

    Runs keep it when they end. Of those that did not, as many images are passed as are to be
    judged, and none for a few files: nobody waits for hundreds because of one.
    """
    kept = kept_reference(run.folder)
    if kept is not None:
        return kept, ()
    place = str(run.folder.path)
    if files < WORTH_IT:
        unknown = Problem(
            place,
            "Whether the images are like the training images is not known of this run yet. "
            "Inspect {n} or more at once to find out.",
            {"n": str(WORTH_IT)},
        )
        return None, (unknown,)
    try:
        data, _ = open_run_data(run.folder)
        work = look_up(run.folder, run.judge, data, min(files, MANY))
        return (yield from relay(work, progress(number, "reference"), stop)), ()
    except TransferLensError as error:
        return None, (Problem(place, error.template, error.values),)


def _head(
    run: OpenRun,
    command: InspectFolder,
    path: Path,
    reference: Reference | None,
    remarks: tuple[Problem, ...],
) -> FolderHead:
    record, place = run.folder.record, run.folder.path
    out, table, heat = "", command.csv, command.heat
    if command.keep:
        made = make_out(run.folder.project, place.name, command.out)
        out = str(made)
        table = str(made / command.csv) if command.csv else ""
        heat = str(made / command.heat) if command.heat else ""
    return FolderHead(
        number=0,
        run=str(place),
        folder=str(path) if command.go_on else command.path,
        out=out,
        csv=table,
        heat=heat,
        began=dt.datetime.now().isoformat(timespec="seconds"),
        watched=command.watch,
        threshold=record.threshold,
        fingerprint=record.fingerprint,
        has_normal=any(label.defective is False for label in record.labels),
        familiarity=reference.about if reference is not None else None,
        remarks=remarks,
    )


@job(OpenFolder)
def open_folder(command: OpenFolder) -> Steps:
    """Read a kept inspection."""
    project = Path(command.project)
    with OperationStore(project) as store:
        head = store.head(command.inspection, project / "runs")
        rows = list(store.files(command.inspection))
    yield FolderStarted(command.job, head)
    spent = sum(row.prediction.ms for row in rows if row.prediction is not None) / 1000
    for first in range(0, len(rows), CHUNK):
        chunk = tuple(rows[first : first + CHUNK])
        done = first + len(chunk)
        yield FolderGrown(command.job, head.number, chunk, done, len(rows), spent)


@job(ListFolders)
def list_folders(command: ListFolders) -> Steps:
    """List a project's inspections."""
    with OperationStore(Path(command.project)) as store:
        result = store.inspections()
    runs = Path(command.project) / "runs"
    listed = tuple(replace(entry, run=str(runs / entry.run)) for entry in result)
    yield FoldersListed(command.job, command.project, listed)


@job(ShowFile)
def show_file(workspace: Workspace, command: ShowFile) -> Steps:
    """Show an image that belongs to no data set."""
    run = workspace.run(command.run)
    result = judge_file(run.judge, Path(command.file), 0)
    heat, cell = file_heat(run.judge, result)
    image = result.image
    image.setflags(write=False)
    yield FileShown(command.job, command.run, command.file, image, result.prediction, heat, cell)


@job(ReadDrift)
def drift(command: ReadDrift) -> Steps:
    """Read how a run's scores went."""
    folder = RunFolder.load(Path(command.run))
    yield DriftRead(command.job, command.run, read_drift(folder, command.block))


@job(WriteFolderReport)
def report(workspace: Workspace, command: WriteFolderReport, stop: StopAsked) -> Steps:
    """Report on a kept inspection; stopped, nothing is written."""
    project = Path(command.project)
    with OperationStore(project) as store:
        head = store.head(command.inspection, project / "runs")
        rows = list(store.files(command.inspection))
    yield Progress(command.job, "loading", 0, 1)
    run = workspace.run(head.run)
    work = report_inspection(
        run.folder,
        run.judge,
        head,
        rows,
        Path(command.path) if command.path else None,
        command.language,
        paper=command.paper,
    )
    made = yield from relay(work, progress(command.job, "figures"), stop)
    if made is not None:
        yield FolderReported(
            command.job, head.number, made.path, made.html, tuple(made.pictures.items())
        )
