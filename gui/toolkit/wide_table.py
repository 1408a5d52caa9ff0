"""A plain table whose first column never loses its text to the others."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView

from gui.toolkit.plain_table import PlainTable


class WideTable(PlainTable):
    """Scrolls sideways where it is narrower than its text."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.horizontalHeader().sectionResized.connect(self._section_resized)

    def show_rows(self, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show other rows, unless they are those shown."""
        if [tuple(heads), *(tuple(row) for row in rows)] == self._lines:
            return
        super().show_rows(heads, rows)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width out."""
        super().resizeEvent(event)
        self._fit()

    def _section_resized(self, section: int) -> None:
        if section:
            self._fit()

    def _fit(self) -> None:
        """Give the first column what the others leave, but at least its text's width."""
        header = self.horizontalHeader()
        if not header.count():
            return
        others = sum(header.sectionSize(column) for column in range(1, header.count()))
        text = max(self.sizeHintForColumn(0), header.sectionSizeHint(0))
        header.resizeSection(0, max(text + 6, self.viewport().width() - others))
