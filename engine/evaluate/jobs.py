"""What the session does for the evaluation of runs."""

from __future__ import annotations

from pathlib import Path

from engine.core.event import Progress
from engine.core.job import Steps, Stop, job, progress, relay
from engine.evaluate.evaluate import evaluate_run, propose_for_run
from engine.evaluate.locate import kept_located, locate_defects
from engine.evaluate.messages import (
    AdoptThreshold,
    DefectsLocated,
    Evaluated,
    EvaluateRun,
    LocateDefects,
    ProposeThreshold,
    ThresholdAdopted,
    ThresholdProposed,
)
from engine.evaluate.other_costs import adopt_threshold
from engine.inspection.verdict import judge
from engine.project.line import keep_line_share
from engine.project.runs import RunFolder
from engine.workspace import Workspace


@job(EvaluateRun)
def evaluate(workspace: Workspace, command: EvaluateRun) -> Steps:
    """Put the verdicts a run keeps beside the labels, and read what is kept of its maps."""
    folder = _folder(workspace, command.run)
    data = workspace.images.data
    yield Evaluated(command.job, command.run, evaluate_run(folder, data))
    located = kept_located(folder, data)
    if located is not None:
        yield DefectsLocated(command.job, command.run, located)


@job(ProposeThreshold)
def propose(workspace: Workspace, command: ProposeThreshold) -> Steps:
    """Propose a threshold from validation images."""
    folder = _folder(workspace, command.run)
    result = propose_for_run(folder, workspace.images.data, command.cost_ratio, command.share)
    yield ThresholdProposed(command.job, command.run, result)


@job(AdoptThreshold)
def adopt(workspace: Workspace, command: AdoptThreshold, stop: Stop) -> Steps:
    """Make a run with the threshold that other costs propose; stopped half way, none is made."""
    folder = _folder(workspace, command.run)
    data = workspace.images.data

    def name(index: int, bad: bool) -> str:
        run = workspace.run(command.run)
        found = run.judge.judge(workspace.images.image(index))
        # Its kept score decides whether it is defective; here only which kind is asked.
        said = judge(found.logits, data.labels, -1.0 if bad else 2.0)
        return data.labels[said.label].name

    work = adopt_threshold(folder, data, command.cost_ratio, command.share, name)
    say = progress(command.job, "judging")
    result = yield from relay(work, lambda step: say(step) if step[1] else None, stop)
    if result is not None:
        made, changes = result
        if command.share is not None and command.share != folder.record.recipe.line_share:
            keep_line_share(folder.project, made.record.recipe.line_share)
        yield ThresholdAdopted(
            command.job, command.run, str(made.path), made.record.threshold, changes
        )


@job(LocateDefects)
def locate(workspace: Workspace, command: LocateDefects, stop: Stop) -> Steps:
    """Hold maps against regions; stopped half way it keeps nothing."""
    yield Progress(command.job, "loading", 0, 1)
    run = workspace.run(command.run)
    workspace.check_fits(run)
    work = locate_defects(run.folder, run.judge, workspace.images, command.made)
    located = yield from relay(work, progress(command.job, "locating"), stop)
    if located is not None:
        yield DefectsLocated(command.job, command.run, located)


def _folder(workspace: Workspace, run: str) -> RunFolder:
    folder = RunFolder.load(Path(run))
    workspace.check_folder(folder)
    return folder
