"""All runs of a project as rows that can be sorted and filtered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QObject,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor

from engine.core.table import Column, Columns, of
from engine.core.values import Rates, RunNote
from gui.store.run_names import made_words, run_name, run_tip, shown_names
from gui.store.run_record import RunRecord
from gui.style.guard import guarded_to
from gui.style.look import LOOK
from gui.toolkit.run_table import swatch
from gui.toolkit.table import ColumnModel, Index, dashed
from gui.words.caution import caution_text
from gui.words.terms import setting_name, state_name
from gui.words.text import count, duration, fixed, percent

SORT = Qt.ItemDataRole.UserRole
NAME, TAGS, SETTING, STATE, IMAGES, NETWORK, FOLD = 0, 1, 2, 3, 8, 9, 10
ITERATIONS, TIME, FILTERS, NOTE = 11, 12, 13, 14

Noted = tuple[RunRecord, RunNote]
"""A run and what was written of it."""


def _kind(row: Noted) -> str:
    """What a run was trained by, and how it was made if it was not."""
    name, made = setting_name(row[0].recipe.setting), made_words(row[0])
    return f"{name} \N{MIDDLE DOT} {made}" if made else name


def _filters(row: Noted) -> int | None:
    summary = row[0].summary
    return summary.cost.filters if summary and summary.cost else None


_KEYS: dict[int, Callable[[Noted], object]] = {
    NAME: lambda row: run_name(row[0]),  # by when it was begun: the folder has its date in front
    SETTING: lambda row: f"{row[0].recipe.setting} {made_words(row[0])}",
    FOLD: lambda row: row[0].recipe.fold,
    NOTE: lambda row: row[1].text.lower(),
}
"""What columns are sorted by that do not go by what they say."""


class RunListModel(ColumnModel):
    """Runs as rows; what is shown follows the records.

    Signals
    -------
    renamed(str, str)
        A run's folder and the name it shall have.
    """

    renamed = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runs: tuple[RunRecord, ...] = ()
        self._notes: Mapping[str, RunNote] = {}
        self._names: dict[int, str] = {}
        tip = self.tr("On the test images, at the run's own threshold")
        tested: Columns[Rates] = (
            Column(self.tr("Accuracy"), lambda test: test.accuracy, dashed(percent), tip),
            Column(self.tr("AUC"), lambda test: test.auc, dashed(lambda v: fixed(v, 4)), tip),
            Column(self.tr("Overkill"), lambda test: test.overkill, dashed(percent), tip),
            Column(self.tr("Escape"), lambda test: test.escape, dashed(percent), tip),
            Column(self.tr("Test images"), lambda test: test.images, dashed(count)),
        )
        run: Columns[RunRecord] = (
            Column(self.tr("Network"), lambda run: run.recipe.network, text=True),
            Column(self.tr("Fold"), lambda run: f"{run.recipe.fold}/{run.recipe.folds}"),
            Column(self.tr("Iterations"), lambda run: run.iteration, count),
            Column(self.tr("Time"), lambda run: run.seconds or None, dashed(duration)),
        )
        columns: Columns[Noted] = (
            Column(self.tr("Run"), lambda row: self._names.get(row[0].key, ""), text=True),
            Column(self.tr("Tags"), lambda row: " ".join(row[1].tags), text=True),
            Column(self.tr("Setting"), _kind, text=True),
            Column(self.tr("State"), lambda row: row[0].state, state_name, text=True),
            *of(lambda row: row[0].test, tested),
            *of(lambda row: row[0], run),
            Column(self.tr("Filters"), _filters, dashed(count)),
            Column(self.tr("Note"), lambda row: " ".join(row[1].text.split()), text=True),
        )
        self.columns = columns
        LOOK.changed.connect(self.refresh)

    def show_runs(self, runs: Sequence[RunRecord], notes: Mapping[str, RunNote]) -> None:
        """Show other runs or notes."""
        self._notes = notes
        self._names = shown_names(runs)
        new = tuple(runs)
        if len(new) == len(self._runs) and all(
            a is b for a, b in zip(new, self._runs, strict=True)
        ):
            self.refresh()
            return
        self.beginResetModel()
        self._runs = new
        self.endResetModel()

    def run(self, row: int) -> RunRecord | None:
        """Return the record of a row."""
        return self._runs[row] if 0 <= row < len(self._runs) else None

    def note(self, run: RunRecord) -> RunNote:
        """Return what was written of a run."""
        return self._notes.get(run.name) or RunNote(run.name)

    def count(self) -> int:
        """Return how many runs there are."""
        return len(self._runs)

    def record(self, row: int) -> Noted | None:
        """Return the run of a row with what was written of it."""
        run = self.run(row)
        return None if run is None else (run, self.note(run))

    @guarded_to(lambda: Qt.ItemFlag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        """A run's name can be written over once it has a folder."""
        flags = super().flags(index)
        run = self.run(index.row())
        own = index.column() == NAME and run is not None and bool(run.path)
        return flags | Qt.ItemFlag.ItemIsEditable if own else flags

    @guarded_to(bool)
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for another name of a run."""
        run = self.run(index.row())
        if role != Qt.ItemDataRole.EditRole or run is None or index.column() != NAME:
            return False
        if str(value).strip() != self._names.get(run.key):
            self.renamed.emit(run.path, str(value))
        return True

    def more(self, record: Noted, column: int, role: int) -> Any:
        """Return sort key, tip, swatch or colour of a cell."""
        run, note = record
        if role == SORT:
            other = _KEYS.get(column)
            key = other(record) if other else self.columns[column].value(record)
            return -1.0 if key is None else key
        # Qt asks for every role of every cell it measures; only these two are about it.
        if role not in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.ForegroundRole):
            return self._look(run, column, role)
        caution = caution_text(run.test)
        if role == Qt.ItemDataRole.ToolTipRole:
            return (
                note.text
                if column == NOTE
                else "\n".join(filter(None, (run_tip(run), run.path, caution)))
            )
        colours = LOOK.colours
        if column == STATE:
            tones = {"done": colours.good, "failed": colours.bad, "running": colours.accent}
            return QColor(tones.get(run.state, colours.muted))
        return QColor(colours.bad) if caution else None

    def _look(self, run: RunRecord, column: int, role: int) -> Any:
        """The name as it is written over, and the run's colour before it."""
        if role == Qt.ItemDataRole.EditRole and column == NAME:
            return self._names.get(run.key, "")
        if role == Qt.ItemDataRole.DecorationRole and column == NAME:
            return swatch(LOOK.run_colour(run.key))
        return None


class RunFilter(QSortFilterProxyModel):
    """Rows that hold all words of a search, anywhere in them."""

    def __init__(self, runs: RunListModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = runs
        self._words: tuple[str, ...] = ()
        self.setSourceModel(runs)
        self.setSortRole(SORT)

    def search(self, text: str) -> None:
        """Show the rows that hold these words."""
        self._words = tuple(text.lower().split())
        self.invalidate()

    @guarded_to(lambda: True)
    def filterAcceptsRow(self, row: int, _parent: Index) -> bool:
        """Whether a row holds all words."""
        record = self._model.record(row)
        if record is None or not self._words:
            return record is not None
        told = (record[0].name, *(column.shown(record) for column in self._model.columns))
        held = " ".join(told).lower()
        return all(word in held for word in self._words)

    @guarded_to(bool)
    def lessThan(self, left: Index, right: Index) -> bool:
        """Numbers by their value, texts by their letters."""
        one, other = left.data(SORT), right.data(SORT)
        return bool(one < other) if type(one) is type(other) else str(one) < str(other)
