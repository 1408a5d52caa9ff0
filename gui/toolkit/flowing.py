"""Parts side by side, on as many lines as they need where there is not room for all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from gui.style.guard import guarded, guarded_to
from gui.style.theme import SPACE


class Flowing(QWidget):
    """Parts in columns of one width; as many columns as the widest part leaves room for."""

    def __init__(self, parts: Sequence[QWidget], spacing: int = 2 * SPACE) -> None:
        super().__init__()
        self._parts, self._columns = list(parts), 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(spacing)
        self._grid.setVerticalSpacing(SPACE // 2)
        self._arrange(len(self._parts))

    @guarded_to(QSize)
    def minimumSizeHint(self) -> QSize:
        """As narrow as one part: what is beside it need not give way."""
        return QSize(self._widest(), self._grid.minimumSize().height())

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use as many lines as the width asks for."""
        super().resizeEvent(event)
        self._fit()

    def _widest(self) -> int:
        seen = [part for part in self._parts if not part.isHidden()]
        return max((part.minimumSizeHint().width() for part in seen), default=0)

    def _fit(self) -> None:
        """Take as many columns as fit; lines are filled evenly."""
        count = max(1, len(self._parts))
        gap = self._grid.horizontalSpacing()
        most = max(1, min(count, (self.width() + gap) // max(1, self._widest() + gap)))
        lines = -(-count // most)
        self._arrange(-(-count // lines))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 0)
        self._columns = columns
        for place, part in enumerate(self._parts):
            line, column = divmod(place, columns)
            self._grid.addWidget(part, line, column, Qt.AlignmentFlag.AlignTop)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
