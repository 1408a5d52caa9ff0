"""How flat the classes lie in the last layer's features, before training and after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QColor, QFont, QIcon
from PySide6.QtWidgets import (
    QCheckBox,
    QHeaderView,
    QTableWidget,
    QWidget,
)

from engine.core.table import Column, Columns, Table, of
from engine.measures.values import ClassFlatness, Flatness
from gui.measures.bar_plot import BarPlot, Paint
from gui.measures.measure_tab import MeasureTab
from gui.measures.sentences import flat_sentence
from gui.measures.tables import flatness_table
from gui.measures.words import (
    sample_words,
    set_name,
    span,
    whisker_words,
)
from gui.store.run_names import run_choice
from gui.store.run_record import RunRecord
from gui.stores import Stores
from gui.style.look import LOOK
from gui.toolkit.explained import explanation
from gui.toolkit.legend import Key, Legend
from gui.toolkit.run_groups import BarSet, Pairs, flat_bars, group_colour, group_key
from gui.toolkit.run_table import swatch
from gui.toolkit.table import dashed, read_only, show_cells, show_heads
from gui.words.text import count, fixed, not_available, signed

DASH = "\N{EN DASH}"
RUN, CHANGE = 0, 7
Flat = Flatness | ClassFlatness


@dataclass(frozen=True, slots=True)
class _Line:
    """A class, or the mean of a run's classes; only that has a `run`."""

    name: str
    before: Flat | None
    after: Flat
    run: RunRecord | None = None

    @property
    def change(self) -> float | None:
        """The ratio at the end less that at iteration 0."""
        first = _ratio(self.before) if self.before else None
        last = _ratio(self.after)
        return None if first is None or last is None else last - first


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
        read_only(self.grid, self.tr("Flatness"), 26)
        self.grid.setProperty("role", "plain")
        self.grid.setWordWrap(False)
        self._columns = self._heads()
        show_heads(self.grid, self._columns)
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
        self._fill(measured)
        room = self.grid.horizontalHeader().sizeHint().height() + 4
        # No higher than its rows: the picture takes the rest.
        self.grid.setMaximumHeight(room + 26 * self.grid.rowCount())
        begin, end = self.tr("D, iteration 0"), self.tr("D, end")
        self.show_picture(self._words(), flat_sentence(self._sets, begin, end))

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

    def _fill(self, measured: Pairs) -> None:
        runs = self.stores.world.runs
        lines = []
        for run, result in measured:
            before, after = result.flatness_before, result.flatness
            lines.append(_Line(run_choice(run, runs), before, after, run))
            if not self._means.isChecked():
                begun = {one.name: one for one in before.classes}
                lines += [
                    _Line(f"        {one.name}", begun.get(one.name), one) for one in after.classes
                ]
        show_cells(self.grid, Table(self._columns, lines))
        for row, line in enumerate(lines):
            cells = (self.grid.item(row, column) for column in range(len(self._columns)))
            items = [item for item in cells if item is not None]
            change = line.change
            if change is not None and change < 0:
                items[CHANGE].setForeground(QColor(LOOK.colours.good))
            if line.run is None:
                continue
            font = QFont(self.grid.font())
            font.setWeight(QFont.Weight.DemiBold)
            for item in items:
                item.setFont(font)
                item.setBackground(QColor(LOOK.colours.sunken))
            items[RUN].setIcon(QIcon(swatch(group_colour(group_key(line.run), runs))))
            items[RUN].setToolTip(line.run.name)

    def _heads(self) -> Columns[_Line]:
        begun = self._ratio_heads(
            self.tr("D at 0"),
            self.tr(
                "At iteration 0: how much longer the ways along the "
                "features are than the straight lines"
            ),
            self.tr("The same D on Gaussian points of equal mean and covariance, at iteration 0"),
            self.tr("D / control at iteration 0; 1: as flat as Gaussian points"),
        )
        ended = self._ratio_heads(
            self.tr("D at end"),
            self.tr("With the weights measured; smaller is flatter"),
            self.tr("Gaussian points of equal mean and covariance, at the end"),
            self.tr("D / control at the end; 1: as flat as Gaussian points"),
        )
        return (
            Column(self.tr("Run and class"), lambda line: line.name, text=True),
            *of(lambda line: line.before, begun),
            *of(lambda line: line.after, ended),
            Column(
                self.tr("Change"),
                lambda line: line.change,
                lambda change: not_available() if change is None else signed(change, 3),
                self.tr(
                    "The ratio at the end minus at iteration 0; below 0: training made it flatter"
                ),
            ),
            Column(
                self.tr("Std. error"),
                _spread,
                tip=self.tr("Of the mean D at the end, jackknifed over fifths of the images"),
            ),
            Column(
                self.tr("n"),
                lambda line: line.after.n or None,
                dashed(count),
                self.tr("Windows of a class, equal for all"),
            ),
            Column(
                self.tr("Images"),
                _images,
                tip=self.tr("Photographs the windows were cut from"),
            ),
            Column(
                self.tr("Bridges"),
                _bridges,
                tip=self.tr("Edges that had to join separate parts, iteration 0 / end"),
            ),
        )

    def _ratio_heads(self, name: str, tip: str, control: str, ratio: str) -> Columns[Flat]:
        return (
            Column(name, lambda flat: flat.index, fixed, tip),
            Column(self.tr("Control"), lambda flat: flat.control, fixed, control),
            Column(self.tr("Ratio"), _ratio, fixed, ratio),
        )

    def _words(self) -> str:
        measured = self.measured
        flats = [flat for _, result in measured for flat in (result.flatness,)]
        left = sorted({name for flat in flats for name in flat.left_out})
        template = self.tr("Left out, too few or equal windows: {names}.")
        return explanation(
            self.tr(
                "Drawn: D = \N{GREEK CAPITAL LETTER SIGMA}(d geodesic \N{MINUS SIGN} d straight) / "
                "\N{GREEK CAPITAL LETTER SIGMA} d straight over the windows of one class, geodesic "
                "along k = {k} nearest neighbours, and its control: D of Gaussian points of equal "
                "mean and covariance."
            ).format(k=span(flat.k for flat in flats)),
            self.tr(
                "Smaller is flatter; the ratio D / control tells curvature from mere dimension. "
                "Bold: mean of a run's classes."
            ),
            self.tr("It does not compare at other n or k: both move D."),
            self.tr(
                "direction from the article, after Brahma et al. 2016; the formula is ours, not "
                "the article's"
            ),
            sample_words(measured),
            whisker_words(self._sets),
            template.format(names=", ".join(left)) if left else "",
        )


def _ratio(flat: Flat) -> float | None:
    return flat.index / flat.control if flat.index is not None and flat.control else None


def _spread(line: _Line) -> str:
    return dashed(fixed)(line.after.spread) if isinstance(line.after, Flatness) else ""


def _images(line: _Line) -> str:
    return count(line.after.images) if isinstance(line.after, ClassFlatness) else ""


def _bridges(line: _Line) -> str:
    return f"{line.before.bridges if line.before else DASH} / {line.after.bridges}"
