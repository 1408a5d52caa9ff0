"""How the images of every class are spread over the folds, as one bar a fold."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.core.table import Column, Table
from gui.style.guard import guarded, guarded_to
from gui.style.look import LOOK
from gui.words.text import count

tr = QCoreApplication.translate

ROW = 22


class FoldBars(QWidget):
    """One bar a fold: normal images, then defective ones, as long as their share of the largest."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("chart", True)
        self._counts: NDArray[np.int64] = np.zeros((0, 0), dtype=np.int64)
        self._bad: tuple[bool, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Images of each fold"))
        LOOK.changed.connect(self.update)

    def show_counts(self, counts: NDArray[np.int64], bad: Sequence[bool]) -> None:
        """Show int64 (folds, classes); `bad` tells which classes are defective."""
        self._counts, self._bad = counts, tuple(bad)
        self.setAccessibleDescription(
            ", ".join(f"{n}: {row.sum()}" for n, row in enumerate(counts, start=1))
        )
        self.updateGeometry()
        self.update()

    def table(self) -> Table[int] | None:
        """Return how many normal and defective images each fold has."""
        if not self._counts.size:
            return None
        bad = np.asarray(self._bad, dtype=bool)
        counts = self._counts
        return Table(
            (
                Column(tr("copies", "fold"), lambda fold: fold + 1),
                Column(tr("copies", "normal"), lambda fold: int(counts[fold, ~bad].sum())),
                Column(tr("copies", "defective"), lambda fold: int(counts[fold, bad].sum())),
            ),
            range(len(counts)),
        )

    @guarded_to(QSize)
    def sizeHint(self) -> QSize:
        """As high as its bars."""
        return QSize(200, max(1, len(self._counts)) * ROW)

    @guarded_to(QSize)
    def minimumSizeHint(self) -> QSize:
        """Narrow is fine, cut off is not."""
        return QSize(120, self.sizeHint().height())

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint all bars."""
        if not self._counts.size:
            return
        painter = QPainter(self)
        colours = LOOK.colours
        largest = max(1, int(self._counts.sum(axis=1).max()))
        bad = np.asarray(self._bad, dtype=np.bool_)
        figures = painter.fontMetrics().horizontalAdvance("0,000,000")
        for number, line in enumerate(self._counts):
            box = QRectF(0, number * ROW, self.width(), ROW)
            painter.setPen(QColor(colours.muted))
            left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(box, left, str(number + 1))
            x, room = 22.0, self.width() - 30 - figures
            for part, ink in ((~bad, colours.accent), (bad, colours.defect)):
                width = room * float(line[part].sum()) / largest
                painter.fillRect(QRectF(x, box.y() + 5, width, ROW - 10), QColor(ink))
                x += width
            painter.setPen(QColor(colours.text))
            painter.drawText(box.adjusted(x + 8, 0, 0, 0), left, count(int(line.sum())))
        painter.end()
