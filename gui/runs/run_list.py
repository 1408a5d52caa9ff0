"""All runs of a project as rows that can be sorted and filtered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QObject,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QColor

from engine.core.values import RunNote
from gui.store.run_names import made_words, run_name
from gui.store.run_record import RunRecord
from gui.style.look import LOOK
from gui.toolkit.column_model import ColumnModel, Index
from gui.toolkit.run_table import swatch
from gui.words.terms import setting_name, state_name
from gui.words.text import count, duration, fixed, percent

SORT = Qt.ItemDataRole.UserRole
Cell = tuple[str, object]
"""What is shown, and what it is sorted by."""

DASH = "\N{EN DASH}"
NAME, TAGS, SETTING, STATE, ESCAPE, NOTE = 0, 1, 2, 3, 7, 14


def _number(value: float | None, show: Callable[[float], str]) -> Cell:
    return (show(value), value) if value is not None else (DASH, -1.0)


def _rate(name: str, show: Callable[[float | None], str]) -> Callable[[RunRecord, RunNote], Cell]:
    def cell(run: RunRecord, _note: RunNote) -> Cell:
        value = getattr(run.test, name) if run.test else None
        return (show(value), value) if value is not None else (DASH, -1.0)

    return cell


def _kind(run: RunRecord, _note: RunNote) -> Cell:
    """What a run was trained by, and how it was made if it was not."""
    name, made = setting_name(run.recipe.setting), made_words(run)
    return (f"{name} \N{MIDDLE DOT} {made}" if made else name), f"{run.recipe.setting} {made}"


_CELLS: tuple[Callable[[RunRecord, RunNote], Cell], ...] = (
    lambda run, _: (run_name(run), run_name(run)),
    lambda _, note: (" ".join(note.tags), " ".join(note.tags)),
    _kind,
    lambda run, _: (state_name(run.state), run.state),
    _rate("accuracy", percent),
    _rate("auc", lambda value: fixed(value, 4)),
    _rate("overkill", percent),
    _rate("escape", percent),
    lambda run, _: _number(run.test.images if run.test else None, lambda n: count(int(n))),
    lambda run, _: (run.recipe.network, run.recipe.network),
    lambda run, _: (f"{run.recipe.fold}/{run.recipe.folds}", run.recipe.fold),
    lambda run, _: (count(run.iteration), run.iteration),
    lambda run, _: _number(run.seconds or None, duration),
    lambda run, _: _number(
        run.summary.cost.filters if run.summary and run.summary.cost else None,
        lambda n: count(int(n)),
    ),
    lambda _, note: (" ".join(note.text.split()), note.text.lower()),
)
_TEXT_COLUMNS = frozenset({NAME, 1, 2, STATE, 9, NOTE})


class RunListModel(ColumnModel):
    """Runs as rows; what is shown follows the records."""

    words = _TEXT_COLUMNS

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runs: tuple[RunRecord, ...] = ()
        self._notes: Mapping[str, RunNote] = {}
        self.heads = (
            self.tr("Run"),
            self.tr("Tags"),
            self.tr("Setting"),
            self.tr("State"),
            self.tr("Accuracy"),
            self.tr("AUC"),
            self.tr("Overkill"),
            self.tr("Escape"),
            self.tr("Test images"),
            self.tr("Network"),
            self.tr("Fold"),
            self.tr("Iterations"),
            self.tr("Time"),
            self.tr("Filters"),
            self.tr("Note"),
        )
        LOOK.changed.connect(self.refresh)

    def show_runs(self, runs: Sequence[RunRecord], notes: Mapping[str, RunNote]) -> None:
        """Show other runs or notes."""
        self._notes = notes
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

    def head_tip(self, column: int) -> str | None:
        """Return what more is to be known of a column."""
        tested = 4 <= column <= 7
        return self.tr("On the test images, at the run's own threshold") if tested else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return text, sort key, colour or alignment of a cell."""
        run = self.run(index.row())
        if run is None:
            return None
        column = index.column()
        if role in (Qt.ItemDataRole.DisplayRole, SORT, Qt.ItemDataRole.ToolTipRole):
            shown, key = _CELLS[column](run, self.note(run))
            if role == Qt.ItemDataRole.ToolTipRole:
                return self.note(run).text if column == NOTE else (run.path or None)
            return key if role == SORT else shown
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.side(column)
        if role == Qt.ItemDataRole.DecorationRole and column == NAME:
            return swatch(LOOK.run_colour(run.key))
        if role == Qt.ItemDataRole.ForegroundRole and column == STATE:
            colours = LOOK.colours
            tones = {"done": colours.good, "failed": colours.bad, "running": colours.accent}
            return QColor(tones.get(run.state, colours.muted))
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

    def filterAcceptsRow(self, row: int, _parent: Index) -> bool:
        """Whether a row holds all words."""
        run = self._model.run(row)
        if run is None or not self._words:
            return run is not None
        note = self._model.note(run)
        held = " ".join(str(cell(run, note)[0]) for cell in _CELLS).lower()
        return all(word in held for word in self._words)

    def lessThan(self, left: Index, right: Index) -> bool:
        """Numbers by their value, texts by their letters."""
        one, other = left.data(SORT), right.data(SORT)
        return bool(one < other) if type(one) is type(other) else str(one) < str(other)
