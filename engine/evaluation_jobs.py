"""What the session does for the evaluation of runs, as in :mod:`engine.jobs`."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import closing
from pathlib import Path
from typing import Any

from engine.desk import Desk
from engine.evaluation.evaluate import evaluate_run, propose_for_run
from engine.evaluation.locate import kept_located, locate_defects
from engine.evaluation.versus import compare
from engine.messages import (
    Command,
    CompareRuns,
    DefectsLocated,
    Evaluated,
    EvaluateRun,
    Event,
    LocateDefects,
    Progress,
    ProposeThreshold,
    RunsCompared,
    ThresholdProposed,
)
from engine.project.runs import RunFolder

Stop = Callable[[], bool]
Steps = Generator[Event | None, None, None]


def evaluate(desk: Desk, command: EvaluateRun, stop: Stop) -> Steps:
    """Put the verdicts a run keeps beside the labels, and read what is kept of its maps."""
    folder = _folder(desk, command.run)
    data = desk.images.data
    yield Evaluated(command.job, command.run, evaluate_run(folder, data))
    located = kept_located(folder, data)
    if located is not None:
        yield DefectsLocated(command.job, command.run, located)


def propose(desk: Desk, command: ProposeThreshold, stop: Stop) -> Steps:
    """Propose a threshold from validation images."""
    folder = _folder(desk, command.run)
    found = propose_for_run(folder, desk.images.data, command.cost_ratio, command.share)
    yield ThresholdProposed(command.job, command.run, found)


def locate(desk: Desk, command: LocateDefects, stop: Stop) -> Steps:
    """Hold maps against regions; stopped half way it keeps nothing."""
    yield Progress(command.job, "loading", 0, 1)
    run = desk.run(command.run)
    desk.check_fits(run)
    work = locate_defects(run.folder, run.network, desk.images, run.numerics)
    with closing(work):
        while True:
            try:
                done, total = next(work)
            except StopIteration as end:
                yield DefectsLocated(command.job, command.run, end.value)
                return
            yield Progress(command.job, "locating", done, total)
            if stop():
                return


def _folder(desk: Desk, run: str) -> RunFolder:
    folder = RunFolder.load(Path(run))
    desk.check_folder(folder)
    return folder


def compare_runs(desk: Desk, command: CompareRuns, stop: Stop) -> Steps:
    """Put two runs side by side."""
    folders = [_folder(desk, run) for run in (command.one, command.other)]
    yield RunsCompared(command.job, compare(folders[0], folders[1], desk.images.data))


EVALUATION_HANDLERS: dict[type[Command], Callable[[Desk, Any, Stop], Steps]] = {
    EvaluateRun: evaluate,
    ProposeThreshold: propose,
    LocateDefects: locate,
    CompareRuns: compare_runs,
}
"""Which function does which command."""
