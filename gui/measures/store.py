"""What was measured of runs, and the asking for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from engine.core.event import JobEnded
from engine.data.messages import SampleShown, ShowSample
from engine.measures.messages import (
    ChannelsPictured,
    Measured,
    MeasureRun,
    ReadMeasures,
    ShowChannels,
)
from engine.measures.values import RunMeasures
from engine.regions.messages import RegionShown
from engine.training.messages import LayersMoved
from gui.measures.layer_log import LayerLog
from gui.measures.state import SIDES, Comparison, MeasureChoices
from gui.regions.store import RegionsStore
from gui.store.asking import Ask, InTurn, Task
from gui.store.engine_client import EngineClient, Job, sentence
from gui.store.engine_thread import INSPECTION
from gui.store.world import World
from gui.train.store import TrainStore


class MeasuresStore(QObject):
    """Measures runs, reads what was measured, and compares channels.

    Attributes
    ----------
    runs
        What was measured, by folders of runs.
    logs
        How far each layer moved in training, by folders of runs.
    comparison
        The channels of two runs side by side.

    Signals
    -------
    changed()
        Measures of some run are known, or no longer hold.
    comparison_changed()
        Another image, layer or run is compared, or more is known of it.
    """

    changed = Signal()
    comparison_changed = Signal()

    def __init__(
        self,
        client: EngineClient,
        world: World,
        regions: RegionsStore,
        train: TrainStore,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._client, self._world = client, world
        self.runs: dict[str, RunMeasures] = {}
        self.logs: dict[str, LayerLog] = {}
        self.comparison = Comparison()
        self._measure = Task(
            client,
            INSPECTION,
            MeasureRun,
            {Measured: self._on_measured},
            ended=self._on_ended,
        )
        self._reads = InTurn(
            client,
            ReadMeasures,
            {Measured: self._on_measured, LayersMoved: self._on_moved},
            self.changed.emit,
        )
        self._sample = Ask(client, self._on_sample)
        self._sides = {name: Ask(client, self._on_pictured, self._on_refused) for name in SIDES}
        regions.outlined.connect(self._on_outlined)
        train.started.connect(self._on_started)
        train.layers_moved.connect(self._on_moved)
        world.data_opened.connect(self._on_data)
        world.verdicts_stale.connect(self._on_stale)

    # ------------------------------------------------------------------ intents

    def measure(self, runs: Iterable[str], choices: MeasureChoices) -> None:
        """Queue runs for measuring; those that wait or are at work already are left out."""
        for run in dict.fromkeys(runs):
            if run and self._measure.job(run=run) is None:
                self._measure(
                    run,
                    choices.images,
                    choices.seed,
                    choices.tsne,
                    choices.source,
                    choices.control,
                )

    @property
    def jobs(self) -> list[Job]:
        """Jobs that measure runs, in turn."""
        return self._measure.jobs

    def read(self, runs: Iterable[str]) -> None:
        """Read what is kept of runs that were not read yet, one at a time, these first.

        One at a time, so that a click on an image is never behind many of them.
        """
        self._reads.want((run,) for run in runs if run)

    def was_read(self, run: str) -> bool:
        """Whether all that is kept of a run's measures is known."""
        return (run,) in self._reads.read and self._reads.now != (run,)

    def compare(self, index: int, layer: str, left: str, right: str) -> None:
        """Show all channels of a layer for one image, in two runs; "" leaves a side empty."""
        shown = self.comparison
        if index != shown.index:
            shown.sample = None
            self._sample.forget()
            if index >= 0:
                self._sample(ShowSample, index)
        moved = (index, layer) != (shown.index, shown.layer)
        shown.index, shown.layer = index, layer
        for name, run in zip(SIDES, (left, right), strict=True):
            side = shown.sides[name]
            if not moved and run == side.run:
                continue
            side.run, side.pictured, side.failed = run, None, ""
            self._sides[name].forget()
            if run and layer and index >= 0:
                self._sides[name](ShowChannels, run, index, layer)
        self.comparison_changed.emit()

    def _on_outlined(self, event: RegionShown) -> None:
        """Show an image's region as it is now, if that image is compared."""
        shown = self.comparison
        if shown.sample is not None and shown.index == event.index:
            shown.sample = replace(shown.sample, outlines=event.outlines)
            self.comparison_changed.emit()

    # ------------------------------------------------------------------ answers

    def _on_measured(self, event: Measured) -> None:
        record = self._world.run_of(path=event.run)
        # A run that trains on has other weights by now than those that were measured.
        if record is None or not record.job:
            self.runs[event.run] = event.measures
            self._reads.read.add((event.run,))
            self.changed.emit()

    def _on_moved(self, event: LayersMoved) -> None:
        log = self.logs.setdefault(event.run, LayerLog())
        log.put(event.iteration, event.layers)
        self._client.beat()

    def _on_ended(self, _event: JobEnded, _job: Job) -> None:
        self.changed.emit()

    def _on_sample(self, event: SampleShown) -> None:
        self.comparison.sample = event
        self.comparison_changed.emit()

    def _on_pictured(self, event: ChannelsPictured) -> None:
        shown = self.comparison
        for name, side in shown.sides.items():
            if self._sides[name].accepts(event.job) and (
                (event.run, event.index, event.layer) == (side.run, shown.index, shown.layer)
            ):
                side.pictured, side.failed = event, ""
                self.comparison_changed.emit()

    def _on_refused(self, event: JobEnded) -> None:
        for name, side in self.comparison.sides.items():
            if self._sides[name].accepts(event.job):
                side.failed = sentence(event)
                self.comparison_changed.emit()

    # ------------------------------------------------------------------ what others changed

    def _on_data(self) -> None:
        """An index means another image from here on."""
        for ask in (self._sample, *self._sides.values()):
            ask.forget()
        self.comparison = Comparison()
        self.comparison_changed.emit()

    def _on_started(self, path: str) -> None:
        # A resumed run goes back to its checkpoint; what it logged is read anew.
        self.logs.pop(path, None)

    def _on_stale(self, path: str) -> None:
        if path:
            self._reads.read.discard((path,))
            for side in self.comparison.sides.values():
                if side.run == path:
                    # Asked for anew as soon as it is looked at again.
                    side.run, side.pictured = "", None
            if self.runs.pop(path, None) is not None:
                self.changed.emit()
