"""The left side of Compress: which run, and what is known of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from engine.core.values import Rates
from gui.compress.found import cost_of, families, filters_of, latency_of
from gui.compress.run_tree import RunTree
from gui.compress.words import DASH, amount, milliseconds, size_text
from gui.store.run_names import shown_name
from gui.store.run_record import RunRecord
from gui.stores import Stores
from gui.style.theme import SPACE
from gui.toolkit.parts import Card, ElidedLabel, Figure
from gui.words.text import count, percent, percent_range


class RunPanel(QWidget):
    """Finished runs as families above, the chosen one's facts below.

    Signals
    -------
    picked(str)
        The user chose the run in that folder.
    """

    picked = Signal(str)

    def __init__(self, stores: Stores) -> None:
        super().__init__()
        self.stores = stores
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        self.tree = RunTree()
        self.tree.picked.connect(self.picked)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self._facts())

    def _facts(self) -> Card:
        card = Card(self.tr("Chosen run"))
        self.name = ElidedLabel("", "small")
        card.body.addWidget(self.name)
        self.filters = Figure(self.tr("Filters"), remark=True)
        self.speed = Figure(self.tr("Time an image"), remark=True)
        self.accuracy = Figure(self.tr("Test accuracy"), remark=True)
        self.adds = Figure(self.tr("Multiply-adds"), remark=True)
        self.overkill = Figure(self.tr("Overkill"), remark=True)
        self.escape = Figure(self.tr("Escape"), remark=True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(SPACE)
        pairs = (
            (self.filters, self.adds),
            (self.accuracy, self.speed),
            (self.overkill, self.escape),
        )
        for line, figures in enumerate(pairs):
            for column, figure in enumerate(figures):
                grid.addWidget(figure, line, column)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        card.body.addLayout(grid)
        return card

    def show_runs(self) -> None:
        """Bring runs and facts up to date."""
        store = self.stores.compress
        self.tree.show_members(families(store.world.runs), store)
        run = store.world.run_of(path=store.run)
        if run is not None:
            self._show_facts(run)

    def _show_facts(self, run: RunRecord) -> None:
        store = self.stores.compress
        self.name.set_whole(shown_name(run, store.world.runs))
        self.name.setToolTip(run.name)
        cost, latency, test = cost_of(store, run.path), latency_of(store, run), run.test
        filters = filters_of(store, run)
        unknown = self.tr("Known as soon as something was made from this run")
        self.filters.show_value(
            count(filters) if filters is not None else DASH,
            size_text(cost.weight_bytes) if cost else "",
            "" if filters is not None else unknown,
        )
        self.adds.show_value(
            amount(cost.multiply_adds) if cost else DASH,
            "{1} x {0} px".format(*cost.size) if cost else self.tr("not known yet"),
            "" if cost else unknown,
        )
        self.speed.show_value(
            f"{milliseconds(latency.median)} ms" if latency else DASH,
            self.tr("median, batch 1") if latency else self.tr("not timed yet"),
            "" if latency else self.tr("The tab Speed times it"),
        )
        template = self.tr("baseline {value}")
        baseline = test.baseline if test else run.baseline
        self.accuracy.show_value(
            percent(test.accuracy) if test else DASH,
            template.format(value=percent(baseline)) if baseline is not None else "",
        )
        self._show_rate(self.overkill, test, "overkill")
        self._show_rate(self.escape, test, "escape")

    def _show_rate(self, figure: Figure, test: Rates | None, name: str) -> None:
        if test is None:
            figure.show_value(DASH)
            return
        bad = test.overkills if name == "overkill" else test.escapes
        among = test.images - test.defective if name == "overkill" else test.defective
        interval = percent_range(getattr(test, f"{name}_interval"))
        figure.show_value(
            percent(getattr(test, name)),
            self.tr("{bad} of {all}").format(bad=count(bad), all=count(among)),
            self.tr("95 % interval: {interval}").format(interval=interval),
        )
