"""The groups of a data set with their folds; each can be moved whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView, QWidget

from engine.core.table import Column, Columns
from engine.core.values import SampleRow
from engine.data.values import FoldPlan
from gui.style.guard import guarded
from gui.toolkit.table import ColumnModel, dashed, leave_by_tab
from gui.words.text import count


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group: its name, how many images it has and how many are defective, and its fold."""

    name: str
    images: int
    defective: int
    fold: int


def group_rows(plan: FoldPlan, samples: Sequence[SampleRow]) -> list[GroupRow]:
    """Return the groups of a plan, in the order of their first images."""
    images: dict[str, list[int]] = {}
    for index, group in enumerate(plan.groups):
        if group:
            images.setdefault(group, []).append(index)
    return [
        GroupRow(
            name,
            len(mine),
            sum(samples[index].defective is True for index in mine),
            int(plan.folds[mine[0]]),
        )
        for name, mine in images.items()
    ]


class GroupModel(ColumnModel):
    """Groups as rows; thousands of them cost nothing until they are seen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[GroupRow] = []
        columns: Columns[GroupRow] = (
            Column(self.tr("Group"), lambda row: row.name, text=True),
            Column(self.tr("Images"), lambda row: row.images, count),
            Column(self.tr("Defective"), lambda row: row.defective, count),
            Column(self.tr("Fold"), lambda row: row.fold or None, dashed(str)),
        )
        self.columns = columns

    def show_rows(self, rows: list[GroupRow]) -> None:
        """Show other groups; those that only moved keep their rows."""
        if [row.name for row in rows] == [row.name for row in self.rows]:
            self.rows = rows
            self.refresh()
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def count(self) -> int:
        """Return how many groups there are."""
        return len(self.rows)

    def record(self, row: int) -> GroupRow | None:
        """Return the group of a row."""
        return self.rows[row] if 0 <= row < len(self.rows) else None

    def more(self, record: GroupRow, column: int, role: int) -> object:
        """Return a group's whole name, for it may be cut short."""
        return record.name if role == Qt.ItemDataRole.ToolTipRole and column == 0 else None


class GroupTable(QTableView):
    """Groups and their folds; a number key or the menu moves those that are chosen.

    Attributes
    ----------
    folds
        How many there are to choose from; 0 while nothing can be moved.

    Signals
    -------
    moved(object, int)
        Groups, a list of names, are to be put into a fold.
    """

    moved = Signal(object, int)

    def __init__(self) -> None:
        super().__init__()
        self.folds = 0
        self.groups = GroupModel(self)
        self.setModel(self.groups)
        self.setProperty("role", "plain")
        self.setAccessibleName(self.tr("Groups and their folds"))
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setWordWrap(False)
        leave_by_tab(self)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.verticalHeader().hide()
        self.setMinimumHeight(180)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)

    @property
    def chosen(self) -> list[GroupRow]:
        """The groups that are selected, from above."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.groups.rows[place] for place in places]

    def menu(self) -> QMenu | None:
        """Return the menu for the groups that are chosen; None if nothing can be moved."""
        chosen = self.chosen
        if not chosen or not self.folds:
            return None
        menu = QMenu(self)
        for fold in range(1, self.folds + 1):
            text = self.tr("Move to fold {n}").format(n=fold)
            act = menu.addAction(text, lambda fold=fold: self._move(fold))
            act.setEnabled(any(row.fold != fold for row in chosen))
        return menu

    @guarded
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the folds; the menu key does as well."""
        menu = self.menu()
        if menu is not None:
            place = event.globalPos()
            if event.reason() is QContextMenuEvent.Reason.Keyboard:
                box = self.visualRect(self.currentIndex())
                place = self.viewport().mapToGlobal(box.center())
            menu.popup(place)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with a number key, 0 for fold 10."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        text = event.text()
        if plain and len(text) == 1 and text in "0123456789":
            self._move(int(text) or 10)
            return
        super().keyPressEvent(event)

    def _move(self, fold: int) -> None:
        wanted = [row.name for row in self.chosen if row.fold != fold]
        if wanted and 1 <= fold <= self.folds:
            self.moved.emit(wanted, fold)
