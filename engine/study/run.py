"""Running a study: every run that is missing, then the measures, then the board.

It can be stopped and started at any time: runs and measures that exist are not made again.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from engine.data.readers.detect import open_dataset
from engine.data.sample import DataSet
from engine.data.store import ImageStore
from engine.errors import DataError, TransferLensError
from engine.findings import Board
from engine.latent.many import measure_overlap
from engine.measured import RunMeasures, RunOverlap
from engine.measures.measure import measure_run
from engine.messages import Event, Progress, StudyAdvanced, StudyJudged
from engine.plan import StudyPlan, Task
from engine.project.runs import RunFolder, list_runs
from engine.recipe import Setting
from engine.study.board import fill_board
from engine.study.evidence import Evidence, RunEvidence
from engine.study.fit import training_accuracy
from engine.study.queue import find_run, standing
from engine.study.store import StudyFolder
from engine.training.run import resume, train_new

T = TypeVar("T")
Stop = Callable[[], bool]

MEASURED = (Setting.TRANSFER, Setting.SCRATCH_AUG, Setting.SCRATCH)
"""Settings that claims look into."""


@dataclass
class _Study:
    """A study under way."""

    job: int
    project: Path
    plan: StudyPlan
    data: DataSet
    stop: Stop
    failed: list[tuple[str, str]] = field(default_factory=list)
    measures: dict[str, RunMeasures] = field(default_factory=dict)
    training: dict[str, tuple[float, int]] = field(default_factory=dict)
    overlaps: dict[str, RunOverlap] = field(default_factory=dict)

    def finished(self, part: str) -> list[tuple[Task, RunFolder]]:
        """Tasks of a part with their finished runs."""
        runs = list_runs(self.project)
        found = [
            (task, find_run(task, runs, self.data.fingerprint))
            for task in self.plan.tasks
            if task.part == part
        ]
        return [(task, run) for task, run in found if run and run.state_now == "done"]

    def advanced(self) -> StudyAdvanced:
        """How far the queue is."""
        tasks = standing(self.plan.tasks, list_runs(self.project), self.data.fingerprint)
        return StudyAdvanced(self.job, str(self.project), self.plan.name, tasks)

    def evidence(self) -> Evidence:
        """The board's finished runs with what was measured of them."""
        evidence = Evidence(self.plan, self.data)
        for task, run in self.finished("board"):
            test = run.record.test
            if test is not None:
                evidence.runs[task.setting, task.fold] = RunEvidence(
                    run, test, run.curve(), self.measures.get(run.path.name),
                    self.training.get(run.path.name), self.overlaps.get(run.path.name),
                )  # fmt: skip
        return evidence

    def board(self) -> Board:
        """Fill the board with what there is, and keep it."""
        evidence = self.evidence()
        board = fill_board(evidence, self.finished("defects"), self.advanced().tasks, self.failed)
        StudyFolder(self.project, self.plan.name).write_board(board)
        return board


def run_study(
    job: int, project: Path, plan: StudyPlan, stop: Stop, train: bool = True
) -> Iterator[Event | None]:
    """Run a study to its end; see :class:`engine.messages.RunStudy` for the events.

    Parameters
    ----------
    project
        Folder of the runs and of the study.
    stop
        Asked between steps; the run at work ends early and is judged, the queue stops.
    train
        False: train nothing, measure and judge the runs that are there.

    Raises
    ------
    DataError, RunError
        The data set cannot be read or the project cannot be written. Runs that fail are noted
        on the board, and the study goes on.
    """
    data = open_dataset(Path(plan.data), plan.options)
    study = _Study(job, project, plan, data, stop)
    StudyFolder(project, plan.name).write_plan(plan)
    yield study.advanced()
    for part in ("board", "defects"):
        if train:
            yield from _train(study, part)
        if part == "board":
            yield from _measure(study)
            yield from _interpolate(study)
        yield study.advanced()
        yield StudyJudged(job, study.board())
        if stop():
            return


def _train(study: _Study, part: str) -> Iterator[Event | None]:
    """Train what is missing of a part, one run after another."""
    plan = study.plan
    for task in plan.tasks:
        if task.part != part:
            continue
        if study.stop():
            return
        run = find_run(task, list_runs(study.project), study.data.fingerprint)
        state = run.state_now if run else ""
        if state == "done":
            continue
        name = f"{task.setting}, fold {task.fold}/{plan.folds}, {task.defects or 'all'} defects"
        if state == "running":
            study.failed.append((name, "is being trained by another program; run the study again"))
            continue
        try:
            if run and state in ("interrupted", "stopped") and run.state.is_file():
                yield from resume(study.job, run.path, study.stop)
            else:
                yield from train_new(
                    study.job, Path(plan.data), study.project, task.recipe, plan.options,
                    plan.device, study.stop,
                )  # fmt: skip
        except TransferLensError as error:
            # One run that cannot be trained must not cost a night's queue.
            study.failed.append((name, str(error)))
        yield study.advanced()


def _measure(study: _Study) -> Iterator[Event | None]:
    """Take or read the measures that claims need."""
    plan, store = study.plan, ImageStore(study.data)
    for task, run in study.finished("board"):
        if task.setting not in MEASURED:
            continue
        if study.stop():
            return
        name = run.path.name
        try:
            if task.setting is Setting.SCRATCH:
                fit = training_accuracy(run, study.data, store, plan.seed)
                with closing(fit):
                    study.training[name] = yield from _progress(study.job, "fit", fit)
            steps = measure_run(
                run.path, images=plan.images, seed=plan.seed,
                source=Path(plan.source) if plan.source else None,
                control=Path(plan.control) if plan.control else None,
            )  # fmt: skip
            with closing(steps):
                while True:
                    try:
                        stage, done, total = next(steps)
                    except StopIteration as end:
                        study.measures[name] = end.value
                        break
                    yield Progress(study.job, stage, done, total)
        except TransferLensError as error:
            study.failed.append((name, str(error)))


def _interpolate(study: _Study) -> Iterator[Event | None]:
    """Follow lines between textures in the networks that solved the task alike (claim 8)."""
    for pair in study.evidence().alike():
        for run in pair:
            if study.stop():
                return
            work = measure_overlap(run.folder.path, seed=study.plan.seed)
            try:
                with closing(work):
                    found = yield from _progress(study.job, "overlap", work)
                    study.overlaps[run.name] = found
            except DataError:
                return  # one texture only: the claim says so
            except TransferLensError as error:
                study.failed.append((run.name, str(error)))


def _progress(
    job: int, stage: str, work: Generator[tuple[int, int], None, T]
) -> Generator[Event | None, None, T]:
    """Name a generator's steps; hands on what it returns."""
    while True:
        try:
            done, total = next(work)
        except StopIteration as end:
            result: T = end.value
            return result
        yield Progress(job, stage, done, total)
