"""The folders of a set with a picture each, their counts and roles; keys give roles."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFont, QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from engine.core.table import Column, Columns
from engine.data.values import FolderLook
from gui.reading.store import ReadingStore
from gui.reading.words import KEYS, role_name
from gui.style.guard import guarded
from gui.toolkit.table import ColumnModel, read_only
from gui.words.text import count

ROW = 40
"""Height of a row, with a picture in it."""


class FolderModel(ColumnModel):
    """Folders as rows, those in others further to the right."""

    def __init__(self, store: ReadingStore, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        self.rows: tuple[FolderLook, ...] = ()
        columns: Columns[FolderLook] = (
            Column(self.tr("Folder"), lambda row: "      " * row.depth + row.name, text=True),
            Column(self.tr("Images"), lambda row: row.images, count),
            Column(self.tr("With those below"), lambda row: row.below, count),
            Column(self.tr("Other files"), lambda row: row.others, count),
            Column(self.tr("Role"), lambda row: role_name(row.role), text=True),
        )
        self.columns = columns

    def show_rows(self, rows: tuple[FolderLook, ...]) -> None:
        """Show other folders; those whose role alone changed keep their rows."""
        if [row.path for row in rows] == [row.path for row in self.rows]:
            self.rows = rows
            self.refresh()
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def count(self) -> int:
        """Return how many folders are shown."""
        return len(self.rows)

    def record(self, row: int) -> FolderLook | None:
        """Return the folder of a row."""
        return self.rows[row] if 0 <= row < len(self.rows) else None

    def more(self, record: FolderLook, column: int, role: int) -> object:
        """Return a picture of what lies in a folder, its whole path, and what was said in bold."""
        if role == Qt.ItemDataRole.DecorationRole and column == 0:
            image = self._store.peeks.get(record.picture)
            return QIcon(QPixmap.fromImage(image)) if image is not None else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return record.path or record.name
        if role == Qt.ItemDataRole.FontRole and column == 4 and record.said:
            font = QFont()
            font.setBold(True)
            return font
        return None


class FolderTable(QTableView):
    """The folders; a letter gives those that are chosen a role, Delete takes it back.

    Signals
    -------
    said(str)
        A role for the chosen folders, "" as proposed.
    chosen()
        Other folders are chosen.
    accepted()
        Enter: open as shown.
    """

    said = Signal(str)
    chosen = Signal()
    accepted = Signal()

    def __init__(self, store: ReadingStore) -> None:
        super().__init__()
        self._store = store
        self.rows = FolderModel(store, self)
        self.setModel(self.rows)
        read_only(self, self.tr("Folders and their roles"), ROW)
        self.setIconSize(QSize(ROW + 12, ROW - 6))
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())
        self.verticalScrollBar().valueChanged.connect(lambda _: self.ask_peeks())
        store.peeked.connect(self._on_peeked)

    @property
    def folders(self) -> tuple[FolderLook, ...]:
        """The chosen folders."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return tuple(self.rows.rows[row] for row in rows if row < len(self.rows.rows))

    def show_rows(self, rows: tuple[FolderLook, ...]) -> None:
        """Show folders; the first one is chosen where none was."""
        self.rows.show_rows(rows)
        if rows and not self.selectionModel().hasSelection():
            self.selectRow(0)
        self.ask_peeks()

    def ask_peeks(self) -> None:
        """Ask for the pictures of the rows that are seen."""
        first = max(0, self.rowAt(0))
        last = self.rowAt(self.viewport().height() - 1)
        last = len(self.rows.rows) - 1 if last < 0 else last
        seen = self.rows.rows[first : last + 1]
        self._store.want_peeks(tuple(dict.fromkeys(row.picture for row in seen)))

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give a role by its letter."""
        role = KEYS.get(event.text().upper())
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
        )
        if role and plain:
            self.said.emit(role)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.said.emit("")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accepted.emit()
        else:
            super().keyPressEvent(event)

    @guarded
    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        """Ask for the pictures of what the keys have scrolled to."""
        super().currentChanged(current, previous)
        self.ask_peeks()

    def _on_peeked(self) -> None:
        self.rows.refresh()
        self.ask_peeks()
