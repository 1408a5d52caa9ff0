"""Counts, shares or probabilities by name as horizontal bars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.core.table import Column, Table
from gui.style.guard import guarded, guarded_to
from gui.style.look import LOOK

tr = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Bar:
    """A name, a share of the longest bar in [0, 1], and the text behind it."""

    name: str
    share: float
    text: str
    strong: bool = False
    tone: str = "accent"


class BarList(QWidget):
    """A column of bars: name and figure in one line, the bar below them."""

    ROW = 30

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("chart", True)
        self._bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        LOOK.changed.connect(self.update)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show other bars."""
        self._bars = tuple(bars)
        self.setAccessibleDescription(", ".join(f"{bar.name}: {bar.text}" for bar in bars))
        self.updateGeometry()
        self.update()

    def table(self) -> Table[Bar]:
        """Return names and figures."""
        return Table(
            (
                Column(tr("copies", "name"), lambda bar: bar.name),
                Column(tr("copies", "figure"), lambda bar: bar.text),
            ),
            self._bars,
        )

    @guarded_to(QSize)
    def sizeHint(self) -> QSize:
        """As high as its bars."""
        return QSize(160, max(1, len(self._bars)) * self.ROW)

    @guarded_to(QSize)
    def minimumSizeHint(self) -> QSize:
        """Narrow is fine, cut off is not."""
        return QSize(80, self.sizeHint().height())

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint all bars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, bar in enumerate(self._bars):
            self._paint_bar(painter, QRectF(0, number * self.ROW, self.width(), self.ROW), bar)
        painter.end()

    def _paint_bar(self, painter: QPainter, row: QRectF, bar: Bar) -> None:
        colours = LOOK.colours
        font = self.font()
        font.setBold(bar.strong)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        line = QRectF(row.x(), row.y() + 2, row.width(), 18)
        painter.setPen(QColor(colours.text if bar.strong else colours.muted))
        painter.drawText(
            line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, bar.text
        )
        room = line.width() - metrics.horizontalAdvance(bar.text) - 8
        painter.setPen(QColor(colours.text))
        name = metrics.elidedText(bar.name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        track = QRectF(row.x(), row.y() + 22, row.width(), 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.line))
        painter.drawRoundedRect(track, 2, 2)
        width = track.width() * min(1.0, max(0.0, bar.share))
        if width > 0.5:
            painter.setBrush(QColor(getattr(colours, bar.tone)))
            painter.drawRoundedRect(QRectF(track.x(), track.y(), max(width, 3), 4), 2, 2)
