"""How flat the classes lie in the last layer's features, before training and after."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QIcon
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from engine.core.table import Table
from engine.measures.values import ClassFlatness, Flatness
from gui.measures.bar_plot import BarPlot, Paint
from gui.measures.tables import flatness_table
from gui.measures.words import (
    group_colour,
    sample_words,
    set_name,
    span,
    whisker_words,
)
from gui.store.run_names import short_run
from gui.stores import Stores
from gui.style.look import LOOK
from gui.toolkit.legend import Key, Legend
from gui.toolkit.picture_tab import MeasureTab
from gui.toolkit.run_groups import BarSet, Pairs, flat_bars, group_key
from gui.toolkit.run_table import swatch
from gui.words.text import count, fixed, not_available, signed

DASH = "\N{EN DASH}"
RUN, CHANGE = 0, 7


class FlatnessTab(MeasureTab):
    """One row a run and class; the means of a run stand above its classes."""

    key = "flatness"

    def __init__(self, stores: Stores, parent: QWidget | None = None) -> None:
        super().__init__(stores, parent)
        self._means = QCheckBox(self.tr("Means only"))
        self._means.toggled.connect(self.refresh)
        self._means.setChecked(True)
        self.tools.addWidget(self._means)
        self._sets: list[BarSet] = []
        self._legend = Legend()
        self.plot = BarPlot(self.tr("Flatness D"))
        self.plot.hovered.connect(self._read)
        self.body.addWidget(self._legend)
        self.body.addWidget(self.plot, 3)
        self.grid = QTableWidget()
        self.grid.setAccessibleName(self.tr("Flatness"))
        self.grid.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.grid.setProperty("role", "plain")
        self.grid.setShowGrid(False)
        self.grid.setWordWrap(False)
        self.grid.verticalHeader().hide()
        self.grid.verticalHeader().setDefaultSectionSize(26)
        heads = (
            (self.tr("Run and class"), ""),
            (
                self.tr("D at 0"),
                self.tr(
                    "At iteration 0: how much longer the ways along the "
                    "features are than the straight lines"
                ),
            ),
            (
                self.tr("Control"),
                self.tr(
                    "The same D on Gaussian points of equal mean and covariance, at iteration 0"
                ),
            ),
            (
                self.tr("Ratio"),
                self.tr("D / control at iteration 0; 1: as flat as Gaussian points"),
            ),
            (self.tr("D at end"), self.tr("With the weights measured; smaller is flatter")),
            (
                self.tr("Control"),
                self.tr("Gaussian points of equal mean and covariance, at the end"),
            ),
            (self.tr("Ratio"), self.tr("D / control at the end; 1: as flat as Gaussian points")),
            (
                self.tr("Change"),
                self.tr(
                    "The ratio at the end minus at iteration 0; below 0: training made it flatter"
                ),
            ),
            (
                self.tr("Std. error"),
                self.tr("Of the mean D at the end, jackknifed over fifths of the images"),
            ),
            (self.tr("n"), self.tr("Windows of a class, equal for all")),
            (self.tr("Images"), self.tr("Photographs the windows were cut from")),
            (
                self.tr("Bridges"),
                self.tr("Edges that had to join separate parts, iteration 0 / end"),
            ),
        )
        self.grid.setColumnCount(len(heads))
        for column, (name, tip) in enumerate(heads):
            item = QTableWidgetItem(name)
            item.setToolTip(tip)
            side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
            item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            self.grid.setHorizontalHeaderItem(column, item)
        head = self.grid.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(RUN, QHeaderView.ResizeMode.Stretch)
        head.setMinimumSectionSize(46)
        self.body.addWidget(self.grid, 2)

    def table(self) -> Table[Any] | None:
        """Return every class of every run."""
        return flatness_table(self.measured) if self.measured else None

    def refresh(self) -> None:
        """Fill the table anew."""
        measured = self.measured
        if not measured:
            self.show_unmeasured()
            return
        self._show_bars(measured)
        self.grid.setRowCount(0)
        for run, found in measured:
            runs = self.stores.world.runs
            colour = group_colour(group_key(run), runs)
            before, after = found.flatness_before, found.flatness
            self._add_mean(short_run(run, runs), run.name, colour, before, after)
            if not self._means.isChecked():
                begun = {one.name: one for one in before.classes}
                for one in after.classes:
                    self._add_class(begun.get(one.name), one)
        room = self.grid.horizontalHeader().sizeHint().height() + 4
        # No higher than its rows: the picture takes the rest.
        self.grid.setMaximumHeight(room + 26 * self.grid.rowCount())
        self.show_picture(self._words())

    def _show_bars(self, measured: Pairs) -> None:
        names = (
            self.tr("D, iteration 0"),
            self.tr("control, iteration 0"),
            self.tr("D, end"),
            self.tr("control, end"),
        )
        self._sets = flat_bars(measured, names)
        runs = self.stores.world.runs
        colours = [group_colour(one.key, runs) for one in self._sets]
        self._legend.show_keys(
            [
                Key(colour, set_name(one, self._sets))
                for one, colour in zip(self._sets, colours, strict=True)
            ]
        )
        self.plot.show_sets(self._sets, [Paint(colour) for colour in colours], log=False)

    def _read(self, place: tuple[int, str] | None) -> None:
        if place is None or not self._sets:
            self.readout.set_whole("")
            return
        one = self._sets[place[0]]
        bar = one.bars[place[1]]
        each = ", ".join(f"{reading.run} {fixed(reading.value)}" for reading in bar.readings)
        self.readout.set_whole(
            f"{place[1]}, {set_name(one, self._sets)}: {fixed(bar.mean)}  ({each})"
        )

    def _add_mean(
        self, name: str, tip: str, colour: QColor, before: Flatness, after: Flatness
    ) -> None:
        ratios = _ratio(before.index, before.control), _ratio(after.index, after.control)
        cells = [
            name,
            *self._figures(before.index, before.control, after.index, after.control),
            fixed(after.spread, 3) if after.spread is not None else DASH,
            count(after.n) if after.n else DASH,
            "",
            f"{before.bridges} / {after.bridges}",
        ]
        row = self._add(cells, bold=True, change=_less(*ratios))
        item = self.grid.item(row, RUN)
        if item is not None:
            item.setIcon(QIcon(swatch(colour)))
            item.setToolTip(tip)

    def _add_class(self, before: ClassFlatness | None, after: ClassFlatness) -> None:
        index, control = (before.index, before.control) if before else (None, None)
        cells = [
            f"        {after.name}",
            *self._figures(index, control, after.index, after.control),
            "",
            count(after.n),
            count(after.images),
            f"{before.bridges if before else DASH} / {after.bridges}",
        ]
        self._add(cells, change=_less(_ratio(index, control), _ratio(after.index, after.control)))

    def _figures(
        self,
        before: float | None,
        control_before: float | None,
        after: float | None,
        control: float | None,
    ) -> list[str]:
        first, last = _ratio(before, control_before), _ratio(after, control)
        change = _less(first, last)
        return [
            *(fixed(value, 3) for value in (before, control_before, first)),
            *(fixed(value, 3) for value in (after, control, last)),
            signed(change, 3) if change is not None else not_available(),
        ]

    def _add(self, cells: list[str], *, bold: bool = False, change: float | None = None) -> int:
        row = self.grid.rowCount()
        self.grid.insertRow(row)
        for column, text in enumerate(cells):
            item = QTableWidgetItem(text)
            side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
            item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            if bold:
                font = QFont(self.grid.font())
                font.setWeight(QFont.Weight.DemiBold)
                item.setFont(font)
                item.setBackground(QColor(LOOK.colours.sunken))
            if column == CHANGE and change is not None and change < 0:
                item.setForeground(QColor(LOOK.colours.good))
            self.grid.setItem(row, column, item)
        return row

    def _words(self) -> str:
        measured = self.measured
        flats = [flat for _, found in measured for flat in (found.flatness,)]
        parts = [
            self.tr(
                "D = \N{GREEK CAPITAL LETTER SIGMA}(d geodesic \N{MINUS SIGN} d straight) / "
                "\N{GREEK CAPITAL LETTER SIGMA} d straight over the windows of one class, k = "
                "{k} neighbours. Smaller is flatter. Ratio: D / control, which is D of "
                "Gaussian points of equal mean and covariance. Compare only at equal n and k. "
                "Bold: mean of a run's classes. The formula is ours, not the article's."
            ).format(k=span(flat.k for flat in flats)),
            sample_words(measured),
            whisker_words(self._sets),
        ]
        left = sorted({name for flat in flats for name in flat.left_out})
        if left:
            template = self.tr("Left out, too few or equal windows: {names}.")
            parts.append(template.format(names=", ".join(left)))
        return " ".join(parts)


def _ratio(value: float | None, control: float | None) -> float | None:
    return value / control if value is not None and control else None


def _less(before: float | None, after: float | None) -> float | None:
    return after - before if before is not None and after is not None else None
