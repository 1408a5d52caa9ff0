"""Evaluate: one finished run beside the labels of its held-out images."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from gui.evaluate.calibration_tab import CalibrationTab
from gui.evaluate.confusion_tab import ConfusionTab
from gui.evaluate.curves_tab import CurvesTab
from gui.evaluate.detection_tab import DetectionTab
from gui.evaluate.explored import VALIDATION, Explored
from gui.evaluate.located_tab import LocatedTab
from gui.evaluate.run_card import RunCard
from gui.evaluate.scores_tab import ScoresTab
from gui.evaluate.tab import EvaluateTab
from gui.evaluate.threshold_card import ThresholdCard
from gui.store.throttle import Throttle
from gui.stores import Stores
from gui.style.theme import SPACE
from gui.toolkit.empty import EmptyState
from gui.toolkit.page import framed
from gui.toolkit.parts import column, row
from gui.toolkit.plots import side_column
from gui.toolkit.run_page import RunPage
from gui.toolkit.tabs import Tabs, Views
from gui.words.text import count

SIDE = 268
"""Width of the left column in pixels."""


class EvaluatePage(RunPage):
    """Run, threshold and figures on the left, one tab a picture on the right.

    Attributes
    ----------
    explored
        The threshold, the texture and the costs looked at; they stay on this page.
    card, threshold
        The left column.
    tabs
        Pictures by their key, in order.
    """

    def __init__(self, stores: Stores, parent: QWidget | None = None) -> None:
        super().__init__(stores, parent)
        self.explored = Explored(self)
        self._proposal: object = None
        self._empty_states()
        self._fill(
            "evaluate",
            self.tr("Finished runs of a project are evaluated here on images they never saw."),
            self.tr("No finished run yet"),
            self.tr("Train one first; then see on held-out images what it is worth."),
            self._content(),
        )
        stores.client.jobs_changed.connect(self._pulse)
        stores.client.pulse.connect(self._pulse)
        self.explored.changed.connect(self._show)
        # Mouse moves come faster than anybody can read; the line itself follows every one.
        self._moved = Throttle(15, self)
        self._moved.fired.connect(self._show_moved)
        self.explored.moved.connect(self._moved.request)
        self._keep_up(
            stores.world.project_changed,
            stores.world.runs_changed,
            stores.world.data_changed,
            stores.evaluate.changed,
        )

    # ------------------------------------------------------------------ building

    def _empty_states(self) -> None:
        self.foreign = EmptyState(
            "evaluate",
            self.tr("Its images are not open"),
            "",
            self.tr("Open its images"),
        )
        self.foreign.asked.connect(self._open_images)
        self.unjudged = EmptyState(
            "evaluate",
            self.tr("Its test images have not been judged"),
            "",
            self.tr("Judge test images"),
        )
        self.unjudged.asked.connect(
            lambda: self.stores.inspect.judge(self.stores.evaluate.state.run)
        )
        self.waiting = EmptyState("evaluate", "", "")

    def _content(self) -> QWidget:
        self.card = RunCard(self.stores, self.explored)
        self.card.picked.connect(self.stores.evaluate.choose)
        self.threshold = ThresholdCard(self.stores, self.explored)
        side = QVBoxLayout()
        side.setSpacing(SPACE)
        side.addWidget(self.card)
        side.addWidget(self.threshold)
        side.addStretch(1)
        return framed(side_column(side, SIDE), self._right())

    def _right(self) -> QWidget:
        self.bar = Tabs("evaluate", self.tr("Picture"))
        self._pages = self.bar.views
        kinds: tuple[tuple[str, type[EvaluateTab]], ...] = (
            (self.tr("Scores"), ScoresTab),
            (self.tr("Confusion matrix"), ConfusionTab),
            (self.tr("ROC, precision"), CurvesTab),
            (self.tr("Calibration"), CalibrationTab),
            (self.tr("Localisation"), LocatedTab),
            (self.tr("Detection"), DetectionTab),
        )
        self.tabs: Views[EvaluateTab] = Views(
            {kind.key: partial(kind, self.stores, self.explored) for _, kind in kinds},
            self._connect_tab,
        )
        for title, kind in kinds:
            first = kind is ScoresTab
            self.bar.add(
                kind.key, title, self.tabs[kind.key] if first else partial(self._tab, kind.key)
            )
        self.bar.turned.connect(self._choose_tab)
        self._right_stack = QStackedWidget()
        for state in (self._pages, self.foreign, self.unjudged, self.waiting):
            self._right_stack.addWidget(state)
        return column(row(self.bar, None), self._right_stack)

    def _tab(self, key: str) -> EvaluateTab:
        return self.tabs[key]

    def _connect_tab(self, tab: EvaluateTab) -> None:
        tab.inspect.connect(self._inspect)
        tab.go.connect(self.go)

    # ------------------------------------------------------------------ rendering

    @property
    def tab(self) -> EvaluateTab:
        """The tab that is shown."""
        return self.tabs[self.bar.key]

    def show_tab(self, key: str) -> None:
        """Go to a tab."""
        self.bar.show_key(key)

    def _catch_up(self) -> None:
        """Show what can be shown; a hidden page costs nothing."""
        if not self._show_one_run(self.stores.evaluate, self.card):
            return
        state = self.stores.evaluate.state
        self.explored.show(state.run, state.found)
        if state.proposal is not None and state.proposal is not self._proposal:
            self.explored.move(state.proposal.threshold, VALIDATION)
        self._proposal = state.proposal

    def _show(self) -> None:
        """Show the run's figures, or why there are none."""
        if not self._shown:
            return
        state, result = self.stores.evaluate.state, self.explored.found
        place: QWidget = self._pages
        if not self.stores.world.fits_data(state.run):
            place = self.foreign
            text = self._images_of(state.run)
            self.foreign.show_text(self.tr("Its images are not open"), text)
        elif state.failed:
            place = self.waiting
            self.waiting.show_text(self.tr("It cannot be evaluated"), state.failed)
        elif result is None:
            place = self.waiting
            self.waiting.show_text(self.tr("Reading..."), "")
        elif not len(result.test):
            place = self._unjudged_place(result.test.total)
        self._right_stack.setCurrentWidget(place)
        self.card.refresh()
        self.threshold.setVisible(place is self._pages and bool(result and result.has_normal))
        if place is self._pages:
            self.threshold.refresh()
            self.tab.refresh()

    def _unjudged_place(self, total: int) -> QWidget:
        state = self.stores.evaluate.state
        if not total:
            self.waiting.show_text(
                self.tr("No test image"), self.tr("This run held no image out for testing.")
            )
            return self.waiting
        if self.stores.world.judging(state.run, "test") is not None:
            self.waiting.show_text(
                self.tr("Judging test images..."),
                self.tr("The figures come when all {n} are judged.").format(n=count(total)),
            )
            return self.waiting
        self.unjudged.show_text(
            self.tr("Its test images have not been judged"),
            self.tr(
                "Its network looks at {n} images once; the verdicts are kept.", "", total
            ).format(n=count(total)),
        )
        return self.unjudged

    def _show_moved(self) -> None:
        if self._shown and self._right_stack.currentWidget() is self._pages:
            self.threshold.show_threshold()
            self.tab.show_threshold()

    def _pulse(self) -> None:
        if not self._shown:
            return
        self.card.pulse()
        if self._right_stack.currentWidget() is self._pages:
            self.threshold.refresh()
            self.tab.pulse()
        elif self.explored.found is not None:
            self._show()

    def _choose_tab(self) -> None:
        if self._shown and self._right_stack.currentWidget() is self._pages:
            self.tab.refresh()

    # ------------------------------------------------------------------ intents

    def _open_images(self) -> None:
        self.stores.data.open_images_of(self.stores.evaluate.state.run)

    def _inspect(self, index: int) -> None:
        self.stores.inspect.choose_run(self.stores.evaluate.state.run)
        self.stores.inspect.inspect(index)
        self.go.emit("inspect")
