"""Compares two runs at a time, image by image."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from engine.compare.messages import CompareRuns, RunsCompared
from engine.core.event import JobEnded
from engine.data.messages import SampleShown, ShowSample
from engine.inspect.messages import Inspected, InspectImage
from gui.compare.state import PLACES, Comparison
from gui.store.asking import Ask
from gui.store.engine_client import EngineClient, sentence
from gui.store.world import World


class CompareStore(QObject):
    """Two runs on the images that both held out, and the image looked at with both.

    Signals
    -------
    changed()
        Other runs, or more is known of how they compare.
    looked()
        Another image, or what a network says of it.
    """

    changed = Signal()
    looked = Signal()

    def __init__(self, client: EngineClient, world: World, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._world = world
        self.state = Comparison()
        self._pair = Ask(client, self._on_compared, self._on_failed)
        self._show = Ask(client, self._on_shown)
        self._inspect = {place: Ask(client, partial(self._on_inspected, place)) for place in PLACES}
        world.project_left.connect(partial(self.compare_runs, "", ""))
        world.data_opened.connect(self._on_data)
        world.judged.connect(self._on_judged)
        world.verdicts_stale.connect(self._on_stale)

    # ------------------------------------------------------------------ intents

    def compare_runs(self, one: str, other: str) -> None:
        """Put two other runs side by side; the image looked at stays."""
        state = self.state
        if (one, other) == (state.one, state.other):
            return
        for ask in (self._pair, *self._inspect.values()):
            ask.forget()
        self.state = Comparison(one, other, index=state.index, sample=state.sample)
        self.changed.emit()
        self._look_again()

    def refresh(self) -> None:
        """Ask for what is not known or does not hold."""
        state, world = self.state, self._world
        ready = state.one and state.other and not world.opening
        if state.stale and ready and world.fits_data(state.one) and world.fits_data(state.other):
            state.stale = False
            self._pair(CompareRuns, state.one, state.other)

    def look_at(self, index: int) -> None:
        """Look at an image with both networks: the picture comes first."""
        state = self.state
        if index == state.index and state.sample is not None:
            return
        state.index, state.sample = index, None
        self._show(ShowSample, index)
        self._look_again()

    def judge(self) -> None:
        """Judge the test images of both runs."""
        for run in (self.state.one, self.state.other):
            self._world.judge(run, "test")

    def _look_again(self) -> None:
        state = self.state
        state.looks = {}
        if state.index >= 0:
            for place in PLACES:
                run = getattr(state, place)
                if run and self._world.fits_data(run):
                    self._inspect[place](InspectImage, run, state.index)
        self.looked.emit()

    # ------------------------------------------------------------------ answers

    def _on_compared(self, event: RunsCompared) -> None:
        self.state.pairing, self.state.failed = event.pairing, ""
        self.changed.emit()

    def _on_failed(self, event: JobEnded) -> None:
        self.state.pairing, self.state.failed = None, sentence(event)
        self.changed.emit()

    def _on_shown(self, event: SampleShown) -> None:
        if event.index == self.state.index:
            self.state.sample = event
            self.looked.emit()

    def _on_inspected(self, place: str, event: Inspected) -> None:
        state = self.state
        if event.index == state.index and event.run == getattr(state, place):
            state.looks[place] = event
            self.looked.emit()

    # ------------------------------------------------------------------ the world

    def _on_data(self) -> None:
        # An index means another image from here on.
        state = self.state
        state.index, state.sample, state.looks, state.pairing = -1, None, {}, None
        self._show.forget()
        self._anew()
        self.looked.emit()

    def _on_judged(self, run: str, _whole: bool) -> None:
        if run in (self.state.one, self.state.other):
            self._anew()

    def _on_stale(self, run: str) -> None:
        if run in ("", self.state.one, self.state.other):
            self._anew()

    def _anew(self) -> None:
        self.state.stale = True
        self.changed.emit()
