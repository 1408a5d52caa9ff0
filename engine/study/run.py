"""Running a study: every run that is missing, then the measures, then the board.

It can be stopped and started at any time: runs and measures that exist are not made again, and
a board is never filled with less than is known.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from engine.core.errors import NotDefinedError, TransferLensError
from engine.core.event import Event, Progress
from engine.core.job import progress, relay
from engine.core.recipe import Setting
from engine.data.folds import split_for
from engine.data.readers.detect import open_dataset
from engine.data.store import ImageStore
from engine.interpolate.many import kept_overlap, measure_overlap
from engine.measures.features import find_photographs
from engine.measures.measure import kept_measures, measure_run
from engine.measures.remote import measure_on
from engine.measures.values import RunMeasures
from engine.project.groups import as_kept
from engine.project.readings import kept_reading
from engine.project.runs import RunFolder
from engine.project.summaries import summarise
from engine.study.evidence import RunEvidence
from engine.study.fit import kept_accuracy, training_accuracy
from engine.study.messages import StudyAdvanced, StudyJudged
from engine.study.plan import StudyPlan, Task
from engine.study.queue import find_beginning
from engine.study.remote import StudyWorkers, recruit, study_workers, train_on
from engine.study.state import StudyState
from engine.study.store import StudyFolder
from engine.training.given import Given, live_validations, patch_size
from engine.training.longer import BROKEN, begin_longer
from engine.training.messages import RunFinished, RunStarted
from engine.training.run import resolve_view, resume, train_new
from engine.training.values import LivePlan

log = logging.getLogger(__name__)

Stop = Callable[[], bool]
Steps = Iterator[Event | None]

MEASURED = (Setting.TRANSFER, Setting.SCRATCH_AUG, Setting.SCRATCH)
"""Settings that claims look into."""


def run_study(
    job: int,
    project: Path,
    plan: StudyPlan,
    stop: Stop,
    train: bool = True,
    scheduler: str = "",
) -> Steps:
    """Run a study to its end; see :class:`engine.study.messages.RunStudy` for the events.

    Parameters
    ----------
    project
        Folder of the runs and of the study.
    stop
        Asked between steps; the run at work ends early and is judged, the queue stops.
    train
        False: train nothing, measure and judge the runs that are there.
    scheduler
        Whose workers train, see :func:`engine.cluster.connect.connect`; "": this process.

    Raises
    ------
    ClusterError
        There are no such workers.
    DataError, RunError
        The data set or the photographs cannot be read, or the project cannot be written. Runs
        that fail are noted on the board, and the study goes on.
    """
    options = kept_reading(project, Path(plan.data), plan.options)
    data = as_kept(open_dataset(Path(plan.data), options), project)
    for folder in (plan.source, plan.control):
        if folder:  # a slip here should not be found out after a night's training
            find_photographs(Path(folder))
    study = StudyState(job, project, plan, data)
    StudyFolder(project, plan.name).write_plan(plan)
    yield study.advanced()
    if not scheduler:
        yield from _parts(study, train, stop, None)
        return
    cluster = yield from recruit(study, scheduler)
    try:
        with study_workers(study, cluster) as workers:
            yield from _parts(study, train, stop, workers)
    finally:
        cluster.close()


def _parts(study: StudyState, train: bool, stop: Stop, workers: StudyWorkers | None) -> Steps:
    """The board, then the curve: runs, measures, and what they say."""
    for part in ("board", "defects"):
        if train and workers is None:
            yield from _train(study, part, stop)
        elif train and workers is not None:
            yield from _train_together(study, part, stop, workers)
        if part == "board":
            yield from _recall(study)
            if workers is not None:
                yield from _measure_together(study, stop, workers)
            yield from _measure(study, stop)
            yield from _interpolate(study, stop)
        study.reload()  # others may have trained in the meantime
        yield study.advanced()
        yield StudyJudged(study.job, study.board())
        if stop():
            return


def _train(study: StudyState, part: str, stop: Stop) -> Steps:
    """Train what is missing of a part, one run after another."""
    for task in study.tasks:
        if task.part != part:
            continue
        if stop():
            return
        yield None
        run = study.find(task)
        if not _is_missing(study, task, run):
            continue
        try:
            run = _begun(study, task, run)
            yield None
            yield from _train_one(study, task, run, stop)
        except Exception as error:
            # One run that cannot be trained must not cost a night's queue.
            _note(study, study.name_of(task), error)
        yield _ended(study, task, stop)


def _train_together(study: StudyState, part: str, stop: Stop, workers: StudyWorkers) -> Steps:
    """Train what is missing of a part on the workers, as many runs at a time as they are."""
    missing: list[tuple[Task, RunFolder | None]] = []
    for task in study.tasks:
        if task.part != part or any(task.recipe == other.recipe for other, _ in missing):
            continue
        yield None
        run = study.find(task)
        if not _is_missing(study, task, run):
            continue
        try:
            missing.append((task, _begun(study, task, run)))
        except Exception as failure:
            _note(study, study.name_of(task), failure)
    for item in train_on(workers, missing, stop):
        if not isinstance(item, tuple):
            yield item
            continue
        task, error = item
        if error is not None:
            _note(study, study.name_of(task), error)
        yield _ended(study, task, stop)
        made = study.find(task)
        if made is not None and made.state_now == "done" and error is None:
            # It appears among the runs as if it had been trained here.
            summary = summarise(made)
            seen = len(made.read_split(study.data).validation)
            yield RunStarted(study.job, summary, seen)
            yield RunFinished(study.job, summary)


def _is_missing(study: StudyState, task: Task, run: RunFolder | None) -> bool:
    """Whether a task is to be done; what stands in its way is noted."""
    state = run.state_now if run else ""
    if state == "running":
        study.fail(study.name_of(task), "is being trained by another program; run the study again")
        return False
    if run and state == "stopped" and BROKEN in run.record.note:
        study.fail(run.path.name, f"{run.record.note}; lower its learning rate")
        return False
    return state != "done"


def _begun(study: StudyState, task: Task, run: RunFolder | None) -> RunFolder | None:
    """The run to go on with: a task's own, else a copy of a shorter one that is its beginning."""
    if run is not None and run.state.is_file():
        return run
    shorter = find_beginning(task, study.runs, study.data, study.project)
    return begin_longer(shorter, task.recipe) if shorter is not None else run


def _ended(study: StudyState, task: Task, stop: Stop) -> StudyAdvanced:
    """A run has ended, in whichever way."""
    study.reload()
    made = study.find(task)
    if made and made.state_now != "done" and not stop() and made.record.note:
        study.fail(made.path.name, made.record.note)
    return study.advanced()


def _train_one(study: StudyState, task: Task, run: RunFolder | None, stop: Stop) -> Steps:
    plan, data = study.plan, Path(study.plan.data)
    if run and run.state_now in ("interrupted", "stopped") and run.state.is_file():
        yield from resume(study.job, run.path, stop, data)
    else:
        yield from train_new(
            study.job,
            data,
            study.project,
            task.recipe,
            plan.options,
            plan.device,
            stop,
            Given(data=study.data, live=_live(study, task)),
        )


def _live(study: StudyState, task: Task) -> LivePlan:
    """The live validations of a run, the same as on any other computer."""
    store, recipe = ImageStore(study.data), task.recipe
    split, view = split_for(study.data, recipe, study.project), resolve_view(store, recipe)
    return live_validations(recipe, view, store, patch_size(store, split, recipe, view))


def _recall(study: StudyState) -> Steps:
    """Read what is kept of finished runs, so that a stop never empties the board."""
    for task, run in study.finished("board"):
        if task.setting not in MEASURED:
            continue
        yield None
        name = run.path.name
        measures, overlap = kept_measures(run), kept_overlap(run)
        if measures is not None:
            study.measures[name] = measures
        if overlap is not None:
            study.overlaps[name] = overlap
        if _fit_counts(task, run):
            fit = kept_accuracy(run, study.data, study.plan.seed)
            if fit is not None:
                study.training[name] = fit


def _fit_counts(task: Task, run: RunFolder) -> bool:
    """Whether a claim needs to know how well a run knows its training images."""
    return task.setting is Setting.SCRATCH or run.record.validation is None


def _measure_together(study: StudyState, stop: Stop, workers: StudyWorkers) -> Steps:
    """Take measures on the workers; what they could not take is tried here afterwards."""
    runs = [run for task, run in study.finished("board") if task.setting in MEASURED]
    for item in measure_on(workers.workers, runs, _how(study.plan), stop):
        if isinstance(item, tuple):
            name, measures = item
            if isinstance(measures, RunMeasures):
                study.measures[name] = measures
        else:
            yield item


def _how(plan: StudyPlan) -> dict[str, Any]:
    """On what a plan's measures are taken."""
    return {
        "images": plan.images,
        "seed": plan.seed,
        "source": Path(plan.source) if plan.source else None,
        "control": Path(plan.control) if plan.control else None,
    }


def _measure(study: StudyState, stop: Stop) -> Steps:
    """Take the measures that claims need; those that are kept are read."""
    plan, store = study.plan, ImageStore(study.data)
    for task, run in study.finished("board"):
        if task.setting not in MEASURED:
            continue
        name = run.path.name
        try:
            if _fit_counts(task, run):
                fit = training_accuracy(run, study.data, store, plan.seed)
                fitted = yield from relay(fit, progress(study.job, "fit"), stop)
                if fitted is not None:
                    study.training[name] = fitted
            steps = measure_run(run.path, data_path=Path(plan.data), **_how(plan))
            measures = yield from relay(steps, lambda x: Progress(study.job, *x), stop)
            if measures is not None:
                study.measures[name] = measures
        except Exception as error:
            _note(study, name, error)
        if stop():
            return


def _interpolate(study: StudyState, stop: Stop) -> Steps:
    """Follow lines between textures in the networks that solved the task alike (claim 8)."""
    pairs = study.evidence().alike()
    runs: list[RunEvidence] = [run for pair in pairs for run in pair]
    for run in runs:
        work = measure_overlap(
            run.folder.path, seed=study.plan.seed, data_path=Path(study.plan.data)
        )
        try:
            overlap = yield from relay(work, progress(study.job, "overlap"), stop)
            if overlap is not None:
                study.overlaps[run.name] = overlap
        except NotDefinedError:
            study.overlaps.clear()  # the claim says what it needs
            return
        except Exception as error:
            _note(study, run.name, error)
        if stop():
            return


def _note(study: StudyState, name: str, error: Exception) -> None:
    """Put a failure on the board; what is not said for people goes to the log as well."""
    if not isinstance(error, TransferLensError):
        log.exception("study '%s': %s", study.plan.name, name, exc_info=error)
    study.fail(name, str(error) or type(error).__name__)
