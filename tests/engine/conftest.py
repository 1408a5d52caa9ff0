"""Helpers of the engine tests: a small, quick recipe and a session that is run to the end."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import torch  # noqa: F401  # without it sessions let long jobs wait for it

from engine.core.command import Command
from engine.core.event import Event, JobEnded
from engine.core.recipe import Recipe, default_recipe
from engine.core.values import ReaderOptions
from engine.session import Session
from engine.training.messages import Train


def quick(**values: Any) -> Recipe:
    """The small network on 64-px windows: an iteration takes some milliseconds."""
    base = {
        "iterations": 12,
        "batch": 8,
        "window": 64,
        "crop": 128,
        "folds": 4,
        "precision": "float32",
    }
    return default_recipe("small", **(base | values))


class Workspace:
    """A session whose events are kept; `run` advances it until there is nothing to do."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.session = Session("test", self.events.append)

    def post(self, command: Command) -> None:
        self.session.handle(command)

    def run(self, command: Command | None = None) -> list[Event]:
        start = len(self.events)
        if command is not None:
            self.post(command)
        while self.session.advance():
            pass
        return self.events[start:]

    def of(self, job: int) -> list[Event]:
        return [event for event in self.events if event.job == job]

    def end(self, job: int) -> JobEnded:
        (ended,) = [event for event in self.of(job) if isinstance(event, JobEnded)]
        assert self.of(job)[-1] is ended, "nothing may follow JobEnded"
        return ended


@pytest.fixture
def workspace() -> Workspace:
    return Workspace()


@pytest.fixture(scope="session")
def trained(tiny_set: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A finished run of the small network on the tiny set; its folder, which nobody adds to."""
    project = tmp_path_factory.mktemp("project")
    work = Workspace()
    work.run(Train(1, str(tiny_set), str(project), quick(iterations=200), ReaderOptions()))
    assert work.end(1).outcome == "done", work.end(1)
    (run,) = (project / "runs").iterdir()
    before = _verdicts(project)
    yield run
    assert _verdicts(project) == before, "a test added verdicts to the run that others share"


def _verdicts(project: Path) -> int:
    with closing(sqlite3.connect(project / "workbench.sqlite")) as base:
        return int(base.execute("SELECT COUNT(*) FROM prediction").fetchone()[0])


@pytest.fixture
def own_run(trained: Path, tmp_path: Path) -> Path:
    """A copy of the trained run in a copy of its project, for tests that add to it.

    The run itself is shared by whatever files a worker happens to get: what one adds, another
    would find.
    """
    shutil.copytree(trained.parent.parent, tmp_path / "own")
    return tmp_path / "own" / "runs" / trained.name
