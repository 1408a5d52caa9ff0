"""Measures: what training changed in the networks, and how their features lie."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QSplitter,
    QStackedLayout,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from gui.measures.change_tab import ChangeTab
from gui.measures.channels_tab import ChannelsTab
from gui.measures.classes_tab import ClassesTab
from gui.measures.dead_tab import DeadTab
from gui.measures.embedding_tab import EmbeddingTab
from gui.measures.flatness_tab import FlatnessTab
from gui.measures.live_tab import LiveTab
from gui.measures.run_picker import RunPicker
from gui.store.throttle import Throttle
from gui.stores import Stores
from gui.style.theme import SPACE
from gui.toolkit.empty import EmptyState
from gui.toolkit.page import Page
from gui.toolkit.picture_tab import MeasureTab
from gui.toolkit.take_along import offer_copies

READ_AT_MOST = 60
"""Runs whose kept measures are read without being ticked: each holds some megabytes."""


class MeasuresPage(Page):
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
        self._stack = QStackedLayout(self)
        no_project = EmptyState(
            "measures",
            self.tr("No project is open"),
            self.tr("Measures are taken of the finished runs of a project."),
            self.tr("Open a project..."),
        )
        no_project.asked.connect(self.ask_project)
        no_run = EmptyState(
            "measures",
            self.tr("No run yet"),
            self.tr(
                "Train two runs first, one in the setting Transfer and one in Scratch, augmented: "
                "their networks are compared here."
            ),
            self.tr("Go to Train"),
        )
        no_run.asked.connect(lambda: self.go.emit("train"))
        for page in (no_project, no_run, self._content()):
            self._stack.addWidget(page)
        stores.world.project_changed.connect(self._show_runs)
        stores.world.runs_changed.connect(self._show_runs)
        stores.world.data_changed.connect(self._show_runs)
        # Measures of many runs are read one after another; a few pictures a second will do.
        self._later = Throttle(120, self)
        self._later.fired.connect(self._show_runs)
        stores.measures.changed.connect(self._later.request)
        stores.client.jobs_changed.connect(self._jobs_changed)
        stores.client.pulse.connect(self._pulse)
        self.picker.ticked.connect(self._show_runs)
        self._show_runs()

    def _content(self) -> QWidget:
        result = QWidget()
        layout = QVBoxLayout(result)
        layout.setContentsMargins(2 * SPACE, SPACE + 4, 2 * SPACE, 2 * SPACE)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setObjectName("measures")
        split.setHandleWidth(SPACE)
        split.setChildrenCollapsible(False)
        self.picker = RunPicker(self.stores)
        self.picker.setMinimumWidth(256)
        split.addWidget(self.picker)
        split.addWidget(self._right())
        split.setStretchFactor(0, 0)
        split.setStretchFactor(1, 1)
        split.setSizes([268, 1000])
        layout.addWidget(split)
        return result

    def _right(self) -> QWidget:
        right = QWidget()
        layout = QVBoxLayout(right)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        self.bar = QTabBar()
        self.bar.setObjectName("measures-tab")
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setAccessibleName(self.tr("Measure"))
        self._pages = QStackedWidget()
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
            self.bar.setTabData(self.bar.addTab(title), kind.key)
            self._pages.addWidget(QWidget())
        self.bar.currentChanged.connect(self._choose_tab)
        layout.addWidget(self.bar)
        layout.addWidget(self._pages, 1)
        return right

    # ------------------------------------------------------------------ rendering

    @property
    def tab(self) -> MeasureTab:
        """The tab that is shown; built when it is first looked at."""
        tab, place = self._pages.currentWidget(), self._pages.currentIndex()
        if not isinstance(tab, MeasureTab):
            empty, tab = tab, list(self.tabs.values())[place](self.stores)
            offer_copies(tab)
            self._pages.insertWidget(place, tab)
            self._pages.setCurrentIndex(place)
            self._pages.removeWidget(empty)
            empty.deleteLater()
        return tab

    def show_tab(self, key: str) -> None:
        """Go to a tab."""
        self.bar.setCurrentIndex(list(self.tabs).index(key))

    def _choose_tab(self, place: int) -> None:
        self._pages.setCurrentIndex(place)
        if self.isVisible():
            self.tab.show_runs(self.picker.runs)

    def _show_runs(self) -> None:
        """Bring the page up to date; a hidden one costs nothing."""
        state = self.stores.world
        started = any(run.path for run in state.runs)
        self._stack.setCurrentIndex(2 if started else 1 if state.project else 0)
        if not self.isVisible() or not started:
            return
        self.picker.show_runs(state.runs)
        runs = self.picker.runs
        others = [run.path for run in state.runs if run.path][:READ_AT_MOST]
        self.stores.measures.read([*(run.path for run in runs), *others])
        self.tab.show_runs(runs)

    def _jobs_changed(self) -> None:
        """What is missing may be on its way now."""
        ready = self.isVisible() and self._stack.currentIndex() == 2
        if ready and not self.stores.measures.runs.keys() & {r.path for r in self.picker.runs}:
            self.tab.refresh()

    def _pulse(self) -> None:
        if self.isVisible() and self._stack.currentIndex() == 2:
            self.tab.pulse()

    def showEvent(self, event: object) -> None:
        """Catch up with what happened while another page was shown."""
        super().showEvent(event)  # type: ignore[arg-type]
        self._show_runs()
