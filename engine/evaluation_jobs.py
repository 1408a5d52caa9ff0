"""What the session does for the evaluation of runs, as in :mod:`engine.jobs`."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import closing
from pathlib import Path
from typing import Any

from engine.desk import Desk
from engine.evaluation.adopt import adopt_threshold
from engine.evaluation.evaluate import evaluate_run, propose_for_run
from engine.evaluation.locate import kept_located, locate_defects
from engine.evaluation.versus import compare
from engine.inspection.dense import judge_image
from engine.inspection.verdict import judge
from engine.messages import (
    AdoptThreshold,
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
    ThresholdAdopted,
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


def adopt(desk: Desk, command: AdoptThreshold, stop: Stop) -> Steps:
    """Make a run with the threshold that other costs propose; stopped half way, none is made."""
    folder = _folder(desk, command.run)
    data = desk.images.data

    def name(index: int, bad: bool) -> str:
        run = desk.run(command.run)
        record = run.folder.record
        found = judge_image(
            run.network, desk.images.image(index), data.labels, record.threshold, run.numerics,
            record.recipe.whole_side,
        )  # fmt: skip
        # Its kept score decides whether it is defective; here only which kind is asked.
        said = judge(found.logits, data.labels, -1.0 if bad else 2.0)
        return data.labels[said.label].name

    work = adopt_threshold(folder, data, command.cost_ratio, command.share, name)
    with closing(work):
        while True:
            try:
                done, total = next(work)
            except StopIteration as end:
                made, changes = end.value
                yield ThresholdAdopted(
                    command.job, command.run, str(made.path), made.record.threshold, changes
                )
                return
            yield Progress(command.job, "judging", done, total) if total else None
            if stop():
                return


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
    AdoptThreshold: adopt,
    LocateDefects: locate,
    CompareRuns: compare_runs,
}
"""Which function does which command."""
