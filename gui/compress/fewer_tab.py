"""Fewer filters: how far a network can be cut, and the cut that is made of it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSlider, QWidget

from engine.compress.messages import DrawPruningCurve, PruneRun
from engine.compress.values import PruningCurve, PruningPoint
from engine.core.command import Command
from engine.core.table import Table
from gui.compress.graded_plot import PruningPlot
from gui.compress.new_run import NewRun
from gui.compress.sentences import fewer_sentence
from gui.compress.tab import CompressTab
from gui.compress.tables import fewer_table, graded_table
from gui.compress.words import judged_words, order_name
from gui.store.run_record import RunRecord
from gui.stores import Stores
from gui.style.look import LOOK
from gui.style.theme import SPACE
from gui.toolkit.explained import explanation
from gui.toolkit.legend import Key, Legend
from gui.toolkit.numbers import QuietSpin
from gui.toolkit.parts import IconButton, label, row
from gui.toolkit.scrolled import Scrolled
from gui.toolkit.table import WideTable
from gui.words.text import count, percent

ORDERS = ("contribution", "activity")


class FewerTab(CompressTab):
    """The curve of fewer and fewer filters, a place on it, and the network made there.

    Attributes
    ----------
    slider
        Number of the chosen point: 0 is the whole network.
    """

    key = "fewer-filters"
    tasks = (DrawPruningCurve, PruneRun)

    def __init__(self, stores: Stores, parent: QWidget | None = None) -> None:
        super().__init__(stores, parent)
        self._shown: tuple[str, str] = ("", "")
        self.order = QComboBox()
        self.order.setAccessibleName(self.tr("Order of removal"))
        self.order.setToolTip(
            self.tr("Contribution: to the logits. Activity: mean output. Both on a few images.")
        )
        for order in ORDERS:
            self.order.addItem(order_name(order), order)
        self.recovery = self._steps(20, self.tr("Recovery steps after each cut; 0: none"))
        self.start = IconButton(self.tr("Draw the curve"), "play", primary=True)
        self.start.clicked.connect(self._start)
        words = label(self.tr("Recovery steps"), "muted")
        words.setBuddy(self.recovery)
        for part in (self.order, words, self.recovery, self.start):
            self.tools.addWidget(part)
        self._legend = Legend()
        self.plots = (PruningPlot("accuracy"), PruningPlot("escape"))
        self.table_view = WideTable(self.tr("The whole network and the chosen one"))
        self.new_run = NewRun(stores)
        self.new_run.go.connect(self.go)
        plots = QHBoxLayout()
        plots.setSpacing(2 * SPACE)
        for plot in self.plots:
            plot.setMinimumHeight(180)
            plots.addWidget(plot, 1)
        # In a low window the rest scrolls rather than flatten the plots.
        inner = Scrolled((0, 0, 0, 0))
        inner.body.addWidget(self._legend)
        inner.body.addLayout(plots, 1)
        inner.body.addLayout(self._choice())
        inner.body.addWidget(self.table_view)
        inner.body.addWidget(self.new_run)
        self.body.addWidget(inner, 1)

    def _steps(self, value: int, name: str) -> QuietSpin:
        spin = QuietSpin(0, 100_000)
        spin.setValue(value)
        spin.setAccessibleName(name)
        spin.setToolTip(name)
        return spin

    def _choice(self) -> QHBoxLayout:
        """The slider and what is made where it stands."""
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(self.tr("Share of filters kept"))
        self.slider.setPageStep(1)
        self.slider.setMinimumWidth(90)
        self.slider.valueChanged.connect(self._moved)
        self.place = label("", "h3")
        self.make_recovery = self._steps(60, self.tr("Recovery steps of the network made"))
        self.make = IconButton(self.tr("Make this network"), "compress", primary=True)
        self.make.clicked.connect(self._make)
        self.make_recovery.setSuffix(self.tr(" steps"))
        result = row(
            label(self.tr("exact"), "small"),
            self.slider,
            label(self.tr("aggressive"), "small"),
            self.place,
            self.make_recovery,
            self.make,
        )
        result.setStretch(1, 1)
        return result

    # ------------------------------------------------------------------ what there is

    def task_name(self, kind: type[Command]) -> str:
        """Name a task."""
        return (
            self.tr("Drawing the curve")
            if kind is DrawPruningCurve
            else self.tr("Making a network")
        )

    def stop_words(self, _kind: type[Command]) -> str:
        """Say what a stop keeps."""
        return self.tr("End now; the points so far are kept") if _kind is DrawPruningCurve else ""

    def more_words(self, kind: type[Command]) -> str:
        """Say how far the curve is; the bar tells of one cut."""
        job, growing = self.job(kind), self.kept.growing
        if job is None or growing is None or not isinstance(job.command, DrawPruningCurve):
            return ""
        template = self.tr("{n} of {all} points", "", 1 + len(job.command.shares))
        return template.format(n=len(growing.points), all=1 + len(job.command.shares))

    @property
    def graded(self) -> PruningCurve | None:
        """The curve that is being drawn, else the last one."""
        return self.kept.growing or self.kept.graded

    @property
    def point(self) -> PruningPoint | None:
        """The chosen point."""
        points = self.graded.points if self.graded else ()
        return points[min(self.slider.value(), len(points) - 1)] if points else None

    def table(self) -> Table[Any] | None:
        """Return all points and all networks made."""
        run = self.run
        if run is None or not (self.graded or self.kept.pruned):
            return None
        return graded_table(run.name, self.graded, self.kept.pruned)

    # ------------------------------------------------------------------ rendering

    def show_run(self, run: RunRecord | None) -> None:
        """Show another run from its whole network on."""
        self.run = run
        path = run.path if run else ""
        order = self.graded.order if self.graded else ""
        if (path, order) != self._shown:
            self._shown = (path, order)
            self.slider.setValue(0)
        self.refresh()

    def show_jobs(self) -> None:
        """Show how far both tasks are."""
        super().show_jobs()
        self.start.setEnabled(self.run is not None and self.job(DrawPruningCurve) is None)
        point = self.point
        whole = point is None or point.share >= 1
        self.make.setEnabled(not whole and self.job(PruneRun) is None)
        self.make.setToolTip(
            self.tr("Move the slider: this is the whole network")
            if whole
            else self.tr("Cut and recover the run's network anew, as a run of its own")
        )

    def show_result(self) -> bool:
        """Show the curve, the chosen point and the network made last."""
        result, made = self.graded, self.kept.pruned
        if not (result and result.points) and not made:
            return False
        points = result.points if result else ()
        self.slider.blockSignals(True)
        self.slider.setRange(0, max(0, len(points) - 1))
        self.slider.blockSignals(False)
        self.slider.setEnabled(len(points) > 1)
        self._show_place()
        self.new_run.setVisible(bool(made))
        if made:
            self.new_run.show_path(made[-1].run)
        self.show_picture(self._caption(result), fewer_sentence(result))
        return True

    def _show_place(self) -> None:
        result, point = self.graded, self.point
        for plot in self.plots:
            plot.show_points(result, self.slider.value())
        colours = LOOK.colours
        self._legend.show_keys(
            [
                Key(QColor(colours.accent), self.tr("Recovered by a few steps"), "circle"),
                Key(QColor(colours.faint), self.tr("Straight after removal"), "dash"),
            ]
        )
        words = self.tr("{share}: {n} filters", "", point.filters if point else 0)
        text = words.format(share=percent(point.share, 0), n=count(point.filters)) if point else ""
        self.place.setText(text)
        self.slider.setAccessibleDescription(text)
        self.table_view.show_table(fewer_table(result, point, self.kept.pruned))
        self.show_jobs()

    def _caption(self, found: PruningCurve | None) -> str:
        made = self.tr("Figures of a network that was made are on held-out test images.")
        if found is None or not found.points:
            return made
        words = (
            self.tr(
                "{order}, importance on {n} training images. The curve is judged on {m} {judged}, "
                "where its thresholds were chosen too: read it to choose, not to certify."
            )
            if found.judged == "validation"
            else self.tr(
                "{order}, importance on {n} training images. The run has no validation images, so "
                "the curve is judged on {m} {judged}: choosing by it makes figures on them too "
                "good."
            )
        )
        return explanation(
            self.tr(
                "Drawn: accuracy and escapes as filters go, the least important first, straight "
                "after removal and after a few training steps."
            ),
            self.tr("Where the curves leave their level, the network has lost what it needs."),
            words.format(
                order=order_name(found.order),
                n=count(found.images),
                m=count(found.points[0].before.images),
                judged=judged_words(found.judged),
            ),
            "Molchanov et al. 2017",
            made,
        )

    def show_waiting(self) -> None:
        """Say what the curve is."""
        if self.job(DrawPruningCurve) is not None:
            self.show_empty(
                self.tr("Drawing the curve..."),
                self.tr("Points appear one by one, from the whole network down."),
            )
            return
        self.show_empty(
            self.tr("How few filters will do?"),
            self.tr(
                "Filters go step by step, the least important first. The curve shows what each "
                "cut costs, and how much a few training steps bring back."
            ),
        )

    # ------------------------------------------------------------------ intents

    def _start(self) -> None:
        if self.run is not None:
            self.slider.setValue(0)
            self.stores.compress.grade(
                self.run.path, self.order.currentData(), self.recovery.value()
            )

    def _moved(self) -> None:
        if self.stack.currentIndex() == 1:
            self._show_place()

    def _make(self) -> None:
        point, result = self.point, self.graded
        if self.run is not None and point is not None and result is not None:
            self.stores.compress.prune(
                self.run.path, point.share, result.order, self.make_recovery.value()
            )
