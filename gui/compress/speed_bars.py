"""Milliseconds an image as bars: the median, and a whisker to the 99 % quantile."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.messages import Latency
from gui.compress.words import milliseconds
from gui.look import LOOK

LINE = 24
NAMES = 300
"""Largest width of a name in pixels."""


class SpeedBars(QWidget):
    """One line a run, for single images."""

    def __init__(self) -> None:
        super().__init__()
        self._results: tuple[Latency, ...] = ()
        self.setAccessibleName(self.tr("Milliseconds an image, batch 1"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        LOOK.changed.connect(self.update)

    def show_results(self, results: Sequence[Latency]) -> None:
        """Show other times."""
        self._results = tuple(x for x in results if x.batch == 1)
        self.setAccessibleDescription(
            "; ".join(f"{x.run}: {milliseconds(x.median)} ms" for x in self._results)
        )
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as the lines."""
        return QSize(420, LINE * len(self._results) + 6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint all lines."""
        if not self._results:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPointSizeF(LOOK.points(-1))
        painter.setFont(font)
        metrics, colours = painter.fontMetrics(), LOOK.colours
        widest = max(metrics.horizontalAdvance(x.run) for x in self._results)
        names = min(NAMES, widest) + 12
        room = max(40.0, self.width() - names - 90)
        most = max(max(x.median, x.p99) for x in self._results) or 1.0
        middle = Qt.AlignmentFlag.AlignVCenter
        for number, x in enumerate(self._results):
            y = number * LINE
            painter.setPen(QColor(colours.text))
            name = metrics.elidedText(x.run, Qt.TextElideMode.ElideMiddle, names - 10)
            right = middle | Qt.AlignmentFlag.AlignRight
            painter.drawText(QRectF(0, y, names - 10, LINE), right, name)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            width, end = room * x.median / most, room * x.p99 / most
            painter.drawRoundedRect(QRectF(names, y + 5, max(2.0, width), LINE - 10), 2, 2)
            painter.setPen(QPen(QColor(colours.muted), 1))
            line = y + LINE / 2
            painter.drawLine(QPointF(names + width, line), QPointF(names + end, line))
            painter.drawLine(QPointF(names + end, line - 4), QPointF(names + end, line + 4))
            painter.setPen(QColor(colours.text))
            at = names + max(width, end) + 8
            words = f"{milliseconds(x.median)} ms"
            painter.drawText(QRectF(at, y, 90, LINE), middle | Qt.AlignmentFlag.AlignLeft, words)
        painter.end()
