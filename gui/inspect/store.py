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
    Inspected,
    InspectImage,
    ListChannels,
    ShowChannel,
)
from engine.regions.messages import RegionShown
from gui.inspect.state import Inspection
from gui.regions.store import RegionsStore
from gui.runs.store import RunsStore
from gui.store.asking import Ask
from gui.store.engine_client import EngineClient, sentence
from gui.store.world import World


class InspectStore(QObject):
    """The image looked at, the run's verdict on it, and a layer's channels.

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

    # ------------------------------------------------------------------ the world

    def _on_data(self) -> None:
        self._show.forget()
        self._forget()
        self.state = Inspection(run=self.state.run)
        self.changed.emit()

    def _on_stale(self, run: str) -> None:
        state = self.state
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
