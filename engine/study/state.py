"""A study under way: what it asks for, what there is, and what is known of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from engine.data.sample import DataSet
from engine.measures.values import RunMeasures, RunOverlap
from engine.project.runs import RunFolder, list_runs
from engine.study.board import fill_board
from engine.study.evidence import Evidence, RunEvidence
from engine.study.fit import Fit
from engine.study.messages import StudyAdvanced
from engine.study.plan import StudyPlan, Task, task_name
from engine.study.queue import find_run, labelled_defects, standing, useful_tasks
from engine.study.store import StudyFolder
from engine.study.students import is_taught
from engine.study.values import Board
from engine.training.validation import live_subset


@dataclass
class StudyState:
    """What a study has in its hands.

    Attributes
    ----------
    job, project, plan, data : what was asked
    failed : (run or task, why), each said once
    measures, training, overlaps : by run name
    runs : the project's, as of the last `reload`
    """

    job: int
    project: Path
    plan: StudyPlan
    data: DataSet
    failed: list[tuple[str, str]] = field(default_factory=list)
    measures: dict[str, RunMeasures] = field(default_factory=dict)
    training: dict[str, Fit] = field(default_factory=dict)
    overlaps: dict[str, RunOverlap] = field(default_factory=dict)
    runs: list[RunFolder] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.reload()

    def reload(self) -> None:
        """Read the project's runs again."""
        self.runs = list_runs(self.project)

    @cached_property
    def tasks(self) -> tuple[Task, ...]:
        """Runs of the plan that this data set can tell apart."""
        return useful_tasks(self.plan, self.data, self.project)

    def find(self, task: Task) -> RunFolder | None:
        """The run that answers a task."""
        return find_run(task, self.runs, self.data, self.project)

    def finished(self, part: str) -> list[tuple[Task, RunFolder]]:
        """Tasks of a part with their finished runs."""
        result = [(task, self.find(task)) for task in self.tasks if task.part == part]
        return [(task, run) for task, run in result if run and run.state_now == "done"]

    def name_of(self, task: Task) -> str:
        """A task for people, before it has a run."""
        return task_name(self.plan, task.setting, task.fold, task.defects)

    def fail(self, name: str, why: str) -> None:
        """Note what went wrong."""
        if (name, why) not in self.failed:
            self.failed.append((name, why))

    def advanced(self) -> StudyAdvanced:
        """How far the queue is."""
        tasks = standing(self.tasks, self.runs, self.data, self.project)
        return StudyAdvanced(self.job, str(self.project), self.plan.name, tasks)

    def evidence(self) -> Evidence:
        """The board's finished runs with what was measured of them."""
        evidence = Evidence(self.plan, self.data)
        for run in self.runs:
            origin = run.record.origin
            if origin is not None and is_taught(run):
                evidence.students.setdefault(origin.parent, []).append(run)
        for task, run in self.finished("board"):
            test, name = run.record.test, run.path.name
            if test is None:
                continue
            split = run.read_split(self.data)
            pool = split.validation or split.test
            live = live_subset(self.data, pool, run.record.live_images, run.record.recipe.seed)
            evidence.runs[task.setting, task.fold] = RunEvidence(
                run,
                test,
                run.curve(),
                len(live),
                self.measures.get(name),
                self.training.get(name),
                self.overlaps.get(name),
            )
        return evidence

    def board(self) -> Board:
        """Fill the board with what there is, and keep it."""
        curve = [
            (task, run, labelled_defects(self.data, task, self.project))
            for task, run in self.finished("defects")
        ]
        board = fill_board(self.evidence(), curve, self.advanced().tasks, self.failed)
        StudyFolder(self.project, self.plan.name).write_board(board)
        return board
