"""What compares two runs: one generator a command."""

from __future__ import annotations

from engine.compare.mcnemar import compare
from engine.compare.messages import CompareRuns, RunsCompared
from engine.core.job import Steps, job
from engine.evaluate.jobs import _folder
from engine.workspace import Workspace


@job(CompareRuns)
def compare_runs(workspace: Workspace, command: CompareRuns) -> Steps:
    """Put two runs side by side."""
    folders = [_folder(workspace, run) for run in (command.one, command.other)]
    yield RunsCompared(command.job, compare(folders[0], folders[1], workspace.images.data))
