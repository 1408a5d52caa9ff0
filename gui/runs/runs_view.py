"""The table of all runs: its width is shared by content, and figures are never cut."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from gui.runs.run_list import (
    FILTERS,
    FOLD,
    IMAGES,
    ITERATIONS,
    NAME,
    NETWORK,
    NOTE,
    SETTING,
    TAGS,
    TIME,
)
from gui.style.guard import guarded
from gui.toolkit.table import leave_by_tab

GIVING = ((NOTE, 46), (TAGS, 46), (NETWORK, 60), (SETTING, 84), (NAME, 120))
"""Columns of words that make room for the figures, with their least width in pixels, in turn."""

MOST = {NAME: 300, SETTING: 190, TAGS: 140, NETWORK: 110, NOTE: 400}
"""Pixels above which a column of words takes only what is left over."""

SPARE = (NOTE, FILTERS, NETWORK, IMAGES, TAGS, ITERATIONS, FOLD, TIME, SETTING)
"""Columns that step aside, in turn, where the figures would be behind a scroll bar."""


class RunsView(QTableView):
    """Each column gets what it says; words are shortened before anything is scrolled to.

    Where even that is too wide, the columns one needs least step aside: the tip of a run's name
    and the card beside the table say what they said. A column that the user has widened stays so
    until the table gets another width.
    """

    def lay_out(self) -> None:
        """Set the columns up; the table has its model."""
        leave_by_tab(self)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setMinimumSectionSize(40)
        head.setResizeContentsPrecision(40)
        head.setHighlightSections(False)
        head.setSectionsMovable(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)

    def fit(self) -> None:
        """Share the width out."""
        head = self.horizontalHeader()
        if self.model() is None or not self.model().rowCount():
            return
        for column in SPARE:
            head.setSectionHidden(column, False)
        wanted = {
            column: max(self.sizeHintForColumn(column) + 8, head.sectionSizeHint(column))
            for column in range(head.count())
        }
        for column, most in MOST.items():
            wanted[column] = min(wanted[column], most)
        least = {column: min(width, wanted[column]) for column, width in GIVING}
        width = self.viewport().width()
        for column in SPARE:
            if sum(wanted.values()) - sum(wanted[c] - least[c] for c in least) <= width:
                break
            head.setSectionHidden(column, True)
            wanted.pop(column)
            least.pop(column, None)
        lacking = sum(wanted.values()) - width
        for column, _ in GIVING:
            if column in wanted:
                given = min(max(0, lacking), wanted[column] - least[column])
                lacking -= given
                wanted[column] -= given
        if lacking < 0:
            wanted[NOTE if NOTE in wanted else NAME] -= lacking
        for column, size in wanted.items():
            head.resizeSection(column, size)

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width out."""
        super().resizeEvent(event)
        self.fit()
