"""Runs and the queue as a table: which are drawn, how far they are, what they reached."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from engine.core.table import Column
from engine.core.values import Rates
from gui.store.run_names import shown_names
from gui.store.run_record import RunRecord
from gui.style.guard import guarded_to
from gui.style.look import LOOK
from gui.toolkit.table import ColumnModel, Index, dashed, leave_by_tab
from gui.words.caution import caution_text
from gui.words.terms import preset_name, setting_name, state_name
from gui.words.text import count, duration, fixed, percent, percent_range

NAME, STATE, ITERATION, ACCURACY, BASELINE, AUC, OVERKILL, ESCAPE, TIME = range(9)
DRAWN = 8
"""How many runs are drawn before the user ticks any."""


class RunModel(ColumnModel):
    """Run records as rows.

    Signals
    -------
    ticked()
        Other runs are to be drawn.
    """

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runs: tuple[RunRecord, ...] = ()
        self._names: dict[int, str] = {}
        self._ticks: dict[int, bool] = {}
        tip = self.tr("On the test images, at the run's own threshold")
        self.columns = (
            Column(self.tr("Run"), lambda run: self._names[run.key], text=True),
            Column(self.tr("State"), lambda run: state_name(run.state), text=True),
            Column(self.tr("Iteration"), _iteration),
            Column(self.tr("Accuracy"), _rate("accuracy", percent), tip=tip),
            Column(self.tr("Baseline"), _baseline, dashed(percent), tip),
            Column(self.tr("AUC"), _rate("auc", lambda value: fixed(value, 4)), tip=tip),
            Column(self.tr("Overkill"), _rate("overkill", percent), tip=tip),
            Column(self.tr("Escape"), _rate("escape", percent), tip=tip),
            Column(self.tr("Time"), lambda run: run.seconds or None, dashed(duration)),
        )
        LOOK.changed.connect(self.refresh)

    def show_runs(self, runs: Sequence[RunRecord]) -> None:
        """Show other rows; rows that are the same objects in the same order are refreshed."""
        new = tuple(runs)
        # A queued run has no name of its own until it starts.
        self._names = shown_names(new)
        if len(new) == len(self._runs) and all(
            a is b for a, b in zip(new, self._runs, strict=True)
        ):
            self.refresh()
            return
        self.beginResetModel()
        self._runs = new
        for place, run in enumerate(new):
            self._ticks.setdefault(run.key, place < DRAWN or bool(run.job))
        self.endResetModel()

    def run(self, row: int) -> RunRecord | None:
        """Return the record of a row."""
        return self._runs[row] if 0 <= row < len(self._runs) else None

    def row_of(self, key: int) -> int:
        """Return the row of a record, -1 if it is not there."""
        return next((row for row, run in enumerate(self._runs) if run.key == key), -1)

    def is_ticked(self, run: RunRecord) -> bool:
        """Whether a run is to be drawn."""
        return self._ticks.get(run.key, False)

    def tick_only(self, runs: Sequence[RunRecord]) -> None:
        """Draw these runs and no other ones."""
        self._ticks = dict.fromkeys(self._ticks, False) | {run.key: True for run in runs}
        self.refresh()
        self.ticked.emit()

    def count(self) -> int:
        """Return how many runs there are."""
        return len(self._runs)

    def record(self, row: int) -> RunRecord | None:
        """Return the run of a row."""
        return self.run(row)

    @guarded_to(lambda: Qt.ItemFlag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        """The first column can be ticked."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == NAME else flags

    @guarded_to(bool)
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or untick a run."""
        run = self.run(index.row())
        if role != Qt.ItemDataRole.CheckStateRole or run is None:
            return False
        self._ticks[run.key] = Qt.CheckState(value) is Qt.CheckState.Checked
        self.dataChanged.emit(index, index)
        self.ticked.emit()
        return True

    def more(self, run: RunRecord, column: int, role: int) -> Any:
        """Return tick, swatch, colour, font or tooltip of a cell."""
        if role == Qt.ItemDataRole.CheckStateRole and column == NAME:
            return Qt.CheckState.Checked if self.is_ticked(run) else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DecorationRole and column == NAME:
            return swatch(LOOK.run_colour(run.key))
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._ink(run, column)
        if role == Qt.ItemDataRole.FontRole and column == ACCURACY and run.test:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(run, column)
        return None

    def _ink(self, run: RunRecord, column: int) -> QColor | None:
        colours = LOOK.colours
        if column == STATE:
            tones = {
                "running": colours.accent,
                "done": colours.good,
                "failed": colours.bad,
                "rejected": colours.bad,
            }
            return QColor(tones.get(run.state, colours.muted))
        if column in (BASELINE, TIME) or (run.test is None and column > ITERATION):
            return QColor(colours.muted)
        if column == OVERKILL and run.test and run.test.overkills:
            return QColor(colours.overkill)
        if column == ESCAPE and run.test and run.test.escapes:
            return QColor(colours.escape)
        return None

    def _tip(self, run: RunRecord, column: int) -> str:
        if column == OVERKILL and run.test:
            return self._rate_tip(
                self.tr(
                    "{bad} of {all} normal images rejected; 95 %: {interval}",
                    "",
                    run.test.images - run.test.defective,
                ),
                run.test.overkills,
                run.test.images - run.test.defective,
                run.test.overkill_interval,
            )
        if column == ESCAPE and run.test:
            return self._rate_tip(
                self.tr(
                    "{bad} of {all} defective images passed; 95 %: {interval}",
                    "",
                    run.test.defective,
                ),
                run.test.escapes,
                run.test.defective,
                run.test.escape_interval,
            )
        if column == ACCURACY and run.test:
            return self._accuracy_tip(run.test)
        lines = [
            f"{setting_name(run.recipe.setting)}, {preset_name(run.recipe.preset)}",
            f"{run.recipe.network}, {self.tr('fold')} {run.recipe.fold}/{run.recipe.folds}",
        ]
        if run.path:
            lines.append(run.path)
        return "\n".join(lines)

    def _rate_tip(
        self, template: str, bad: int, all_: int, interval: tuple[float, float] | None
    ) -> str:
        return template.format(bad=count(bad), all=count(all_), interval=percent_range(interval))

    def _accuracy_tip(self, rates: Rates) -> str:
        template = self.tr(
            "{n} test images, threshold {threshold}; trivial baseline {baseline}", "", rates.images
        )
        words = template.format(
            n=count(rates.images),
            threshold=fixed(rates.threshold),
            baseline=percent(rates.baseline),
        )
        return "\n".join(filter(None, (words, caution_text(rates))))


class RunTable(QTableView):
    """The table on the Train page.

    Signals
    -------
    picked(object)
        The record the user selected, None if none.
    opened(object)
        The record the user double-clicked.
    """

    picked = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.runs = RunModel(self)
        self.setModel(self.runs)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        leave_by_tab(self)
        self.setAccessibleName(self.tr("Runs"))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(27)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        head.setMinimumSectionSize(52)
        # Measuring every row at each refresh would cost more than drawing them.
        head.setResizeContentsPrecision(20)
        self.selectionModel().currentRowChanged.connect(self._picked)
        self.doubleClicked.connect(self._opened)

    def show_runs(self, runs: Sequence[RunRecord]) -> None:
        """Show other runs; the selected one stays selected."""
        kept = self.runs.run(self.currentIndex().row())
        self.runs.show_runs(runs)
        row = self.runs.row_of(kept.key) if kept else -1
        if row >= 0 and row != self.currentIndex().row():
            self.selectRow(row)

    @property
    def current(self) -> RunRecord | None:
        """The selected run."""
        return self.runs.run(self.currentIndex().row())

    def unselect(self) -> None:
        """Select no run."""
        self.setCurrentIndex(QModelIndex())
        self.clearSelection()

    def show_row(self, run: RunRecord) -> None:
        """Bring a run into sight."""
        row = self.runs.row_of(run.key)
        if row >= 0:
            self.scrollTo(self.runs.index(row, 0))

    def _picked(self, current: QModelIndex) -> None:
        self.picked.emit(self.runs.run(current.row()))

    def _opened(self, index: QModelIndex) -> None:
        run = self.runs.run(index.row())
        if run is not None:
            self.opened.emit(run)


def _rate(name: str, show: Callable[[float | None], str]) -> Callable[[RunRecord], str]:
    def text(run: RunRecord) -> str:
        return show(getattr(run.test, name)) if run.test else "\N{EN DASH}"

    return text


def _iteration(run: RunRecord) -> str:
    return f"{count(run.iteration)} / {count(run.iterations)}"


def _baseline(run: RunRecord) -> float | None:
    return run.test.baseline if run.test else run.baseline


def swatch(colour: QColor) -> QPixmap:
    """Return a small square of a colour, as runs carry it in lists."""
    # Twice the size it is shown at, so that it is sharp on dense screens.
    result = QPixmap(20, 20)
    result.setDevicePixelRatio(2.0)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(0, 0, 10, 10, 2.5, 2.5)
    painter.end()
    return result
