"""The one writer of the window's state: what concerns the measures of runs.

Intents and events stand together here, because they belong together and to nothing else.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from engine import messages as m
from gui.engine_thread import INSPECTION, EngineThread
from gui.measures.layer_log import LayerLog
from gui.questions import Question
from gui.region_writer import RegionWriter
from gui.state import SIDES, Comparison
from gui.state_writer import HANDLERS
from gui.store.engine_client import Job


@dataclass(frozen=True, slots=True)
class MeasureChoices:
    """How runs are measured; see `engine.messages.MeasureRun`."""

    images: int = 100
    seed: int = 0
    tsne: bool = False
    source: str = ""
    control: str = ""


class MeasureWriter(RegionWriter):
    """Measures runs, reads what was measured, and compares channels."""

    def __init__(
        self, training: EngineThread, inspection: EngineThread, parent: QObject | None = None
    ) -> None:
        super().__init__(training, inspection, parent)
        for name in (*SIDES, "compared"):
            self._questions[name] = Question(self._post)
        self.stores.train.started.connect(self._on_run_started)
        self.stores.train.layers_moved.connect(self._on_moved)
        self._to_read: deque[str] = deque()
        self._read: set[str] = set()
        self._reading: tuple[int, str] = (0, "")

    # ------------------------------------------------------------------ intents

    def measure(self, runs: Iterable[str], choices: MeasureChoices) -> None:
        """Queue runs for measuring; those that wait or are at work already are left out."""
        busy = {job.command.run for job in self.measuring if isinstance(job.command, m.MeasureRun)}
        for run in runs:
            if run and run not in busy:
                self._start(
                    INSPECTION,
                    m.MeasureRun(
                        self._next(),
                        run,
                        choices.images,
                        choices.seed,
                        choices.tsne,
                        choices.source,
                        choices.control,
                    ),
                )

    @property
    def measuring(self) -> list[Job]:
        """Jobs that measure runs, in turn."""
        jobs = self.state.lane_jobs(INSPECTION)
        return [job for job in jobs if isinstance(job.command, m.MeasureRun)]

    def read_measures(self, runs: Iterable[str]) -> None:
        """Read what is kept of runs that were not read yet, one at a time, these first.

        One at a time, so that a click on an image is never behind many of them.
        """
        self._to_read = deque(dict.fromkeys(run for run in runs if run and run not in self._read))
        self._read_next()

    def was_read(self, run: str) -> bool:
        """Whether all that is kept of a run's measures is known."""
        return run in self._read and self._reading[1] != run

    def compare(self, index: int, layer: str, left: str, right: str) -> None:
        """Show all channels of a layer for one image, in two runs; "" leaves a side empty."""
        shown = self.state.comparison
        if index != shown.index:
            shown.sample = None
            self._forget("compared")
            if index >= 0:
                self._questions["compared"].ask(m.ShowSample(self._next(), index))
        moved = (index, layer) != (shown.index, shown.layer)
        shown.index, shown.layer = index, layer
        for name, run in zip(SIDES, (left, right), strict=True):
            side = shown.sides[name]
            if not moved and run == side.run:
                continue
            side.run, side.pictured, side.failed = run, None, ""
            self._forget(name)
            if run and layer and index >= 0:
                self._questions[name].ask(m.ShowChannels(self._next(), run, index, layer))
        self.comparison_changed.emit()

    # ------------------------------------------------------------------ events

    def _on_measured(self, event: m.Measured) -> None:
        record = self.state.run_of(path=event.run)
        known = event.job in self.state.jobs or event.job == self._reading[0]
        # A run that trains on has other weights by now than those that were measured.
        if known and not (record is not None and record.job):
            self.state.measures[event.run] = event.measures
            self._read.add(event.run)
            self.measures_changed.emit()

    def _on_moved(self, event: m.LayersMoved) -> None:
        log = self.state.layer_logs.setdefault(event.run, LayerLog())
        log.put(event.iteration, event.layers)
        self.client.beat()

    def _on_pictured(self, event: m.ChannelsPictured) -> None:
        shown = self.state.comparison
        for name, side in shown.sides.items():
            if self._questions[name].accepts(event.job) and (
                (event.run, event.index, event.layer) == (side.run, shown.index, shown.layer)
            ):
                side.pictured, side.failed = event, ""
                self.comparison_changed.emit()

    def _on_sample(self, event: m.SampleShown) -> None:
        if self._questions["compared"].accepts(event.job):
            self.state.comparison.sample = event
            self.comparison_changed.emit()
        else:
            super()._on_sample(event)

    def _on_data(self, event: m.DataOpened) -> None:
        if event.job in self.state.jobs:
            # An index means another image from here on.
            self._forget(*SIDES, "compared")
            self.state.comparison = Comparison()
            self.comparison_changed.emit()
        super()._on_data(event)

    def _on_run_renewed(self, path: str) -> None:
        super()._on_run_renewed(path)
        if path:
            self._read.discard(path)
            for side in self.state.comparison.sides.values():
                if side.run == path:
                    # Asked for anew as soon as it is looked at again.
                    side.run, side.pictured = "", None
            if self.state.measures.pop(path, None) is not None:
                self.measures_changed.emit()

    def _on_run_started(self, path: str) -> None:
        # A resumed run goes back to its checkpoint; what it logged is read anew.
        self.state.layer_logs.pop(path, None)

    def _on_ended(self, event: m.JobEnded) -> None:
        if event.job != self._reading[0]:
            job = self.state.jobs.get(event.job)
            super()._on_ended(event)
            if job is not None and isinstance(job.command, m.MeasureRun):
                self.measures_changed.emit()
            return
        self._reading = (0, "")
        if event.outcome in (m.Outcome.FAILED, m.Outcome.REJECTED):
            self._tell(self._sentence(event), event.details)
        self.measures_changed.emit()
        self._read_next()

    def _answer_failed(self, name: str, question: Question, event: m.JobEnded) -> None:
        failed = event.outcome in (m.Outcome.FAILED, m.Outcome.REJECTED)
        if name not in SIDES:
            super()._answer_failed(name, question, event)
        elif failed and question.accepts(event.job):
            self.state.comparison.sides[name].failed = self._sentence(event)
            self.comparison_changed.emit()

    # ------------------------------------------------------------------ helpers

    def _read_next(self) -> None:
        if self._reading[0] or not self._to_read:
            return
        run = self._to_read.popleft()
        self._read.add(run)
        self._reading = (self._next(), run)
        self._post(m.ReadMeasures(self._reading[0], run))


# These take the place of the lower half's, and pass on what is not theirs.
HANDLERS.update(
    {
        m.Measured: MeasureWriter._on_measured,
        m.LayersMoved: MeasureWriter._on_moved,
        m.ChannelsPictured: MeasureWriter._on_pictured,
        m.SampleShown: MeasureWriter._on_sample,
        m.DataOpened: MeasureWriter._on_data,
        m.JobEnded: MeasureWriter._on_ended,
    }
)
