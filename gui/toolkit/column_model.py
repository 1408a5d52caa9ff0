"""What the models of tables have in common: rows, heads, and on which side columns stand."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex


class ColumnModel(QAbstractTableModel):
    """A table with heads; what its cells say is the subclass's.

    Attributes
    ----------
    heads
        The columns' heads.
    words
        Columns of text, which stand left; numbers stand right.
    """

    heads: tuple[str, ...] = ()
    words: Collection[int] = ()

    def count(self) -> int:
        """Return how many rows are shown."""
        raise NotImplementedError

    def head_tip(self, _column: int) -> str | None:
        """Return what more is to be known of a column."""
        return None

    def side(self, column: int) -> Qt.AlignmentFlag:
        """Return where a column's cells stand."""
        flags = Qt.AlignmentFlag
        return (flags.AlignLeft if column in self.words else flags.AlignRight) | flags.AlignVCenter

    def refresh(self) -> None:
        """Paint all rows anew."""
        if self.count():
            last = self.index(self.count() - 1, len(self.heads) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows are shown; no row has others below it."""
        return 0 if parent is not None and parent.isValid() else self.count()

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self.heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's head, its side or its tip."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.side(section)
        return self.head_tip(section) if role == Qt.ItemDataRole.ToolTipRole else None
