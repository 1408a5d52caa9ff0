"""The table of all runs: its figures are never cut at the window's edge."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from gui.runs.run_list import ESCAPE, NAME, NOTE, SETTING, TAGS
from gui.style.guard import guarded
from gui.toolkit.table import leave_by_tab

GIVING = ((TAGS, 46), (SETTING, 84), (NAME, 164))
"""Columns of words that make room for the figures, with their least width in pixels, in turn."""


class RunsView(QTableView):
    """Names, tags and settings are shortened until all figures up to Escape are in view.

    What lies further right is scrolled to. A column that the user has widened stays so until the
    table gets another width.
    """

    def lay_out(self) -> None:
        """Set the columns up; the table has its model."""
        leave_by_tab(self)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column, least in GIVING:
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            head.setMinimumSectionSize(min(least, 46))
        head.setSectionResizeMode(NOTE, QHeaderView.ResizeMode.Stretch)
        head.setResizeContentsPrecision(40)
        head.setHighlightSections(False)
        head.setSectionsMovable(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)

    def fit(self) -> None:
        """Share the width out."""
        head = self.horizontalHeader()
        if self.model() is None or not self.model().rowCount():
            return
        wanted = {
            column: max(self.sizeHintForColumn(column) + 12, head.sectionSizeHint(column), least)
            for column, least in GIVING
        }
        figures = sum(head.sectionSize(c) for c in range(ESCAPE + 1) if c not in wanted)
        lacking = figures + sum(wanted.values()) - self.viewport().width()
        for column, least in GIVING:
            given = min(max(0, lacking), wanted[column] - min(least, wanted[column]))
            lacking -= given
            wanted[column] -= given
        rest = sum(head.sectionSize(column) for column in range(ESCAPE + 1, head.count()))
        if 0 <= -lacking < rest:
            wanted[NAME] -= lacking  # else a piece of the next column stood at the edge
        for column, width in wanted.items():
            head.resizeSection(column, width)

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width out."""
        super().resizeEvent(event)
        self.fit()
