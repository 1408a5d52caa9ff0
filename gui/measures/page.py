"""Measures: what training changed in the networks, and how their features lie."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from gui.measures.change_tab import ChangeTab
from gui.measures.channels_tab import ChannelsTab
from gui.measures.classes_tab import ClassesTab
from gui.measures.dead_tab import DeadTab
from gui.measures.embedding_tab import EmbeddingTab
from gui.measures.flatness_tab import FlatnessTab
from gui.measures.live_tab import LiveTab
from gui.measures.measure_tab import MeasureTab
from gui.measures.run_picker import RunPicker
from gui.store.throttle import Throttle
from gui.stores import Stores
from gui.toolkit.page import framed
from gui.toolkit.parts import column, row, split_of
from gui.toolkit.run_page import RunPage
from gui.toolkit.tabs import Tabs

READ_AT_MOST = 60
"""Runs whose kept measures are read without being ticked: each holds some megabytes."""


class MeasuresPage(RunPage):
    """Runs on the left, one tab a measure on the right.

    Attributes
    ----------
    picker
        The runs and the measuring of them.
    tabs
        Kinds of tabs by their key, in order.
    bar
        Where a tab is chosen.
    """

    def __init__(self, stores: Stores, parent: QWidget | None = None) -> None:
        super().__init__(stores, parent)
        self._fill(
            "measures",
            self.tr("Measures are taken of the finished runs of a project."),
            self.tr("No run yet"),
            self.tr(
                "Train two runs first, one in the setting Transfer and one in Scratch, augmented: "
                "their networks are compared here."
            ),
            self._content(),
        )
        # Measures of many runs are read one after another; a few pictures a second will do.
        self._later = Throttle(120, self)
        self._later.fired.connect(self._catch_up)
        stores.measures.changed.connect(self._later.request)
        stores.client.jobs_changed.connect(self._jobs_changed)
        stores.client.pulse.connect(self._pulse)
        self._keep_up(
            stores.world.project_changed,
            stores.world.runs_changed,
            stores.world.data_changed,
            self.picker.ticked,
        )

    def _content(self) -> QWidget:
        self.picker = RunPicker(self.stores)
        self.bar = Tabs("measures", self.tr("Measure"))
        self.tabs: dict[str, type[MeasureTab]] = {}
        for title, kind in (
            (self.tr("Weight change"), ChangeTab),
            (self.tr("Dead channels"), DeadTab),
            (self.tr("While training"), LiveTab),
            (self.tr("Channels"), ChannelsTab),
            (self.tr("Source and target"), EmbeddingTab),
            (self.tr("Classes"), ClassesTab),
            (self.tr("Flatness"), FlatnessTab),
        ):
            self.tabs[kind.key] = kind
            self.bar.add(kind.key, title, partial(kind, self.stores))
        self.bar.turned.connect(self._choose_tab)
        split = split_of(
            "measures", (self.picker, 256, 0), (column(row(self.bar, None), self.bar.views), 0, 1)
        )
        split.setSizes([268, 1000])
        return framed(split)

    # ------------------------------------------------------------------ rendering

    @property
    def tab(self) -> MeasureTab:
        """The tab that is shown; built when it is first looked at."""
        tab = self.bar.view
        assert isinstance(tab, MeasureTab)
        return tab

    def show_tab(self, key: str) -> None:
        """Go to a tab."""
        self.bar.show_key(key)

    def _choose_tab(self) -> None:
        if self.isVisible():
            self.tab.show_runs(self.picker.runs)

    def _catch_up(self) -> None:
        """Bring the page up to date; a hidden one costs nothing."""
        state = self.stores.world
        self._show_content(any(run.path for run in state.runs))
        if not self._shown:
            return
        self.picker.show_runs(state.runs)
        runs = self.picker.runs
        others = [run.path for run in state.runs if run.path][:READ_AT_MOST]
        self.stores.measures.read([*(run.path for run in runs), *others])
        self.tab.show_runs(runs)

    def _jobs_changed(self) -> None:
        """What is missing may be on its way now."""
        if self._shown and not self.stores.measures.runs.keys() & {
            r.path for r in self.picker.runs
        }:
            self.tab.refresh()

    def _pulse(self) -> None:
        if self._shown:
            self.tab.pulse()
