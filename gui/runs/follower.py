"""Runs that another program trains - the command line, torchrun, a worker - shown as they grow."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import QObject, QTimer

from engine.runs.messages import FollowRuns, RunGrown, RunsFollowed
from gui.store.asking import Ask
from gui.store.curves import Curve
from gui.store.engine_client import EngineClient
from gui.store.run_record import RunRecord
from gui.store.world import World

LIVE, QUIET = 2000, 10_000
"""Milliseconds between two looks: while such a run trains, and while none does."""


class RunFollower(QObject):
    """Looks at the project's runs now and then; a look that finds nothing costs next to nothing.

    Attributes
    ----------
    timer
        Of the next look.
    """

    def __init__(self, client: EngineClient, world: World, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client, self._world = client, world
        self._read: dict[str, int] = {}
        self._listed: frozenset[str] = frozenset()
        self._new: frozenset[str] = frozenset()
        self._ask = Ask(client, self._on_followed, failed=lambda _event: None)
        self.timer = QTimer(self)
        self.timer.setInterval(QUIET)
        self.timer.timeout.connect(self.look)
        world.project_left.connect(self._on_left)
        world.project_changed.connect(self._on_project)
        world.runs_changed.connect(self._keep_pace)

    @property
    def followed(self) -> list[RunRecord]:
        """Runs that are trained, and not by this window."""
        runs = self._world.runs
        return [run for run in runs if run.path and not run.job and run.state == "running"]

    def look(self) -> None:
        """Ask what is new."""
        project = self._world.project
        if project and not self._ask.in_flight and not self._world.listing_runs:
            runs = tuple((run.path, self._read.get(run.path, 0)) for run in self.followed)
            self._ask(FollowRuns, project, runs)

    def _on_left(self) -> None:
        self._ask.forget()
        self._read.clear()
        self._listed = self._new = frozenset()
        self.timer.stop()

    def _on_project(self) -> None:
        if self._world.project:
            self.timer.start()

    def _keep_pace(self) -> None:
        interval = LIVE if self.followed else QUIET
        if self.timer.interval() != interval:
            self.timer.setInterval(interval)

    def _on_followed(self, event: RunsFollowed) -> None:
        world = self._world
        if event.project != world.project:
            return
        over = False
        for grown in event.runs:
            record = world.run_of(path=grown.path)
            if record is None or record.job:
                continue
            over |= grown.state != "running"
            self._take(record, grown)
        known = {PurePath(run.path).name for run in world.runs if run.path}
        # This window's own run has a folder a moment before it says which: what is new waits for
        # a second look. A folder that no list can show is asked for once, not at every look.
        new = event.names - known
        if over or (new & self._new and event.names != self._listed):
            self._listed = event.names
            world.list_runs()
        elif new - self._new:
            QTimer.singleShot(LIVE, self, self.look)
        self._new = new

    def _take(self, record: RunRecord, grown: RunGrown) -> None:
        self._read[grown.path] = grown.read
        if grown.begun_anew:
            record.curve = Curve.of(grown.points)
        else:
            record.curve.extend(grown.points)
        for point in grown.points:
            record.iteration, record.seconds = point.iteration, point.seconds
            record.loss = record.loss if point.loss is None else point.loss
        if record.iteration and grown.points:
            left = max(0, record.iterations - record.iteration)
            record.eta = left * record.seconds / record.iteration
        if grown.begun_anew:
            self._world.runs_changed.emit()  # its curve is another object
        elif grown.points:
            self._client.beat()
