"""Looks at one image through one run's network."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from engine.core.event import JobEnded
from engine.data.messages import SampleShown, ShowSample
from engine.inspect.messages import (
    ChannelShown,
    ChannelsListed,
    HeatMeasured,
    Inspected,
    InspectImage,
    ListChannels,
    MeasureHeat,
    Predicted,
    ReadVerdicts,
    ShowChannel,
    VerdictsRead,
)
from engine.regions.messages import RegionShown
from gui.inspect.state import HeatScale, Inspection
from gui.regions.store import RegionsStore
from gui.runs.store import RunsStore
from gui.store.asking import Ask
from gui.store.engine_client import EngineClient, sentence
from gui.store.world import World


class InspectStore(QObject):
    """The image looked at, the run's verdict on it, and a layer's channels.

    Attributes
    ----------
    elsewhere
        By run: defective images that are rejected for a window which misses the true region.
    scales
        By run: one scale of colours for its heat maps.

    Signals
    -------
    changed(), channels_changed(), channel_changed()
        The inspected image, its layer's channels, the shown channel.
    """

    changed = Signal()
    channels_changed = Signal()
    channel_changed = Signal()

    def __init__(
        self,
        client: EngineClient,
        world: World,
        regions: RegionsStore,
        runs: RunsStore,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._world = world
        self.state = Inspection()
        self._show = Ask(client, self._on_shown)
        self._inspect = Ask(client, self._on_inspected, self._on_failed)
        self._channels = Ask(client, self._on_channels)
        self._channel = Ask(client, self._on_channel)
        self.elsewhere: dict[str, frozenset[int]] = {}
        self.scales: dict[str, HeatScale] = {}
        self._known: set[str] = set()
        self._asked = self._measured = ""
        self._recall = Ask(client, self._on_recalled, self._on_not_recalled)
        self._scale = Ask(client, self._on_scale, lambda _: None)
        world.judged.connect(self._on_judged)
        world.runs_changed.connect(self.recall)
        world.data_changed.connect(self.recall)
        world.data_opened.connect(self._on_data)
        world.verdicts_stale.connect(self._on_stale)
        runs.binned.connect(self._on_binned)
        regions.outlined.connect(self._on_outlined)
        regions.redrawn.connect(self._on_redrawn)

    # ------------------------------------------------------------------ intents

    def choose_run(self, path: str) -> None:
        """Look through another run's network."""
        state = self.state
        if path == state.run:
            return
        self._forget()
        self.state = Inspection(run=path, index=state.index, sample=state.sample, layer=state.layer)
        if path and state.index >= 0:
            self._inspect(InspectImage, path, state.index)
        self.changed.emit()
        self._world.predictions_changed.emit()
        self.recall()

    def inspect(self, index: int) -> None:
        """Judge one image: the picture comes first, the network's view follows."""
        state = self.state
        if index == state.index and (state.inspected is not None or not state.run):
            return
        self._forget()
        self.state = Inspection(run=state.run, index=index, layer=state.layer)
        self._show(ShowSample, index)
        if state.run:
            self._inspect(InspectImage, state.run, index)
        self.changed.emit()

    def list_channels(self, layer: str) -> None:
        """List a layer's channels for the inspected image."""
        state = self.state
        self._channels.forget()
        self._channel.forget()
        state.layer, state.channels, state.channel = layer, None, None
        if layer and state.inspected is not None:
            self._channels(ListChannels, state.run, state.index, layer)
        self.channels_changed.emit()

    def show_channel(self, channel: int) -> None:
        """Show one channel of the chosen layer as the overlay."""
        state = self.state
        if state.layer and state.inspected is not None:
            self._channel(ShowChannel, state.run, state.index, state.layer, channel)

    @property
    def recalled(self) -> bool:
        """Whether the chosen run's kept verdicts are here, or there is none to have any."""
        state, world = self.state, self._world
        if not state.run:
            return not world.listing_runs
        return state.run in self._known or not world.fits_data(state.run)

    def recall(self) -> None:
        """Read the verdicts that the chosen run keeps, once."""
        run, world = self.state.run, self._world
        fits = bool(run) and not world.opening and world.fits_data(run)
        if fits and run not in self._known and run != self._asked:
            self._asked = run
            self._recall(ReadVerdicts, run)

    def want_scale(self) -> None:
        """Find the chosen run's scale of colours, once it has verdicts to find it from."""
        run, world = self.state.run, self._world
        judged = bool(world.predictions.get(run)) and world.judging(run) is None
        if judged and run not in self.scales and run != self._measured and world.fits_data(run):
            self._measured = run
            self._scale(MeasureHeat, run)

    def judge(self, run: str) -> None:
        """Judge all test images with a run's network, unless some are being judged."""
        if self._world.judging(run) is None:
            self._world.judge(run)

    def _forget(self) -> None:
        for ask in (self._inspect, self._channels, self._channel):
            ask.forget()

    # ------------------------------------------------------------------ answers

    def _on_shown(self, event: SampleShown) -> None:
        self.state.sample = event
        self.changed.emit()

    def _on_inspected(self, event: Inspected) -> None:
        state = self.state
        if (event.run, event.index) == (state.run, state.index):
            state.inspected, state.failed = event, ""
            self.changed.emit()

    def _on_failed(self, event: JobEnded) -> None:
        self.state.failed = sentence(event)
        self.changed.emit()

    def _on_channels(self, event: ChannelsListed) -> None:
        self.state.channels = event
        self.channels_changed.emit()

    def _on_channel(self, event: ChannelShown) -> None:
        self.state.channel = event
        self.channel_changed.emit()

    def _on_recalled(self, event: VerdictsRead) -> None:
        world = self._world
        if not world.fits_data(event.run):
            return
        self._known.add(event.run)
        self.elsewhere[event.run] = frozenset(event.elsewhere)
        if event.predictions:
            world.take_verdicts(
                Predicted(event.job, event.run, event.predictions, event.total, event.total)
            )
        world.predictions_changed.emit()
        self.changed.emit()

    def _on_not_recalled(self, _event: JobEnded) -> None:
        # It is judged anew where a person asks for it, and told why it cannot be.
        self._known.add(self._asked)
        self.changed.emit()

    def _on_scale(self, event: HeatMeasured) -> None:
        self.scales[event.run] = HeatScale(event.limit, event.images)
        self.changed.emit()

    # ------------------------------------------------------------------ the world

    def _on_judged(self, run: str, _whole: bool) -> None:
        """More is known: also which of them are right for the wrong reason."""
        self._known.discard(run)
        self._asked = ""
        self.recall()
        self.want_scale()

    def _forget_kept(self, run: str = "") -> None:
        """What is kept of a run, "" of any, may be other now."""
        self._recall.forget()
        self._scale.forget()
        self._asked = self._measured = ""
        for held in (self.elsewhere, self.scales):
            for path in [path for path in held if run in ("", path)]:
                held.pop(path)
        self._known = {path for path in self._known if run not in ("", path)}

    def _on_data(self) -> None:
        self._forget_kept()
        self._show.forget()
        self._forget()
        self.state = Inspection(run=self.state.run)
        self.changed.emit()
        self.recall()

    def _on_stale(self, run: str) -> None:
        state = self.state
        self._forget_kept(run)
        self.recall()
        if run and state.run == run and state.index >= 0:
            # What is shown was said by the old weights.
            self._inspect(InspectImage, state.run, state.index)

    def _on_binned(self, gone: AbstractSet[str]) -> None:
        if self.state.run in gone:
            self._forget()
            self.state = Inspection()
            self.changed.emit()

    def _on_outlined(self, event: RegionShown) -> None:
        state = self.state
        if state.index != event.index:
            return
        if state.sample is not None:
            state.sample = replace(state.sample, outlines=event.outlines)
        if state.inspected is not None:
            state.inspected = replace(state.inspected, outlines=event.outlines)
        self.changed.emit()

    def _on_redrawn(self, indices: AbstractSet[int]) -> None:
        state = self.state
        if state.index in indices:
            self._show(ShowSample, state.index)
            if state.run:
                self._inspect(InspectImage, state.run, state.index)
