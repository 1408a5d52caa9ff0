"""Scores of normal and defective images on a log-odds axis, with a threshold to drag."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.style.guard import guarded, guarded_to
from gui.style.look import LOOK
from gui.toolkit.log_odds import bins, odds_of, score_of, score_text, span, ticks
from gui.words.text import count

LEFT, RIGHT, TOP, BOTTOM, GAP = 44.0, 14.0, 38.0, 40.0, 22.0
"""Room around both rows of bars, and between them."""

BAR = 9.0
"""Pixels of a bar, about."""

STEP, LEAP = 0.1, 1.0
"""How far a key moves the threshold in log-odds, alone and with Shift."""

SNAP = 4.0
"""Pixels within which a dragged threshold is the run's own again."""


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """Images of one kind: scores and their log-odds, both rising."""

    name: str
    scores: NDArray[np.float64]
    odds: NDArray[np.float64]


class ScoreBars(QWidget):
    """Normal images above, defective ones below, each on its own scale of counts.

    Signals
    -------
    moved(float)
        The user wants that threshold.
    returned()
        The user wants the run's own.
    """

    moved = Signal(float)
    returned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("chart", True)
        nothing = np.empty(0)
        self._normal = self._bad = Scores("", nothing, nothing)
        self._threshold = self._own = 0.5
        self._proposed: float | None = None
        self._ends = (-1.0, 1.0)
        self.setAccessibleName(self.tr("Scores of normal and defective images"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(280, 190)
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.setToolTip(
            self.tr(
                "Drag the line, or use the arrow keys (Shift: further, Ctrl: to the next image, "
                "Home: back to the run's own)"
            )
        )
        LOOK.changed.connect(self.update)

    # ------------------------------------------------------------------ content

    def show_scores(self, normal: Scores, bad: Scores, own: float, proposed: float | None) -> None:
        """Show other images; `own` is the run's threshold."""
        self._normal, self._bad = normal, bad
        self._own, self._proposed = own, proposed
        marks = [odds_of(own)] + ([odds_of(proposed)] if proposed is not None else [])
        self._ends = span((normal.odds, bad.odds), marks)
        self.update()

    def show_threshold(self, threshold: float, said: str) -> None:
        """Put the line elsewhere; `said` is for those who cannot see it."""
        self._threshold = threshold
        self.setAccessibleDescription(said)
        self.update()

    @guarded_to(QSize)
    def sizeHint(self) -> QSize:
        """Wide and not too high."""
        return QSize(640, 300)

    # ------------------------------------------------------------------ geometry

    @property
    def _field(self) -> QRectF:
        width = max(1.0, self.width() - LEFT - RIGHT)
        return QRectF(LEFT, TOP, width, max(1.0, self.height() - TOP - BOTTOM))

    def x_of(self, threshold: float) -> float:
        """Return where a score lies across the widget."""
        low, high = self._ends
        place = min(high, max(low, odds_of(threshold)))
        return self._field.left() + (place - low) / (high - low) * self._field.width()

    def threshold_at(self, x: float) -> float:
        """Return the score at a pixel; close to the run's own line it is the run's own."""
        if abs(x - self.x_of(self._own)) <= SNAP:
            return self._own
        low, high = self._ends
        share = min(1.0, max(0.0, (x - self._field.left()) / self._field.width()))
        return score_of(low + share * (high - low))

    def _rows(self) -> tuple[QRectF, QRectF]:
        field = self._field
        height = (field.height() - GAP) / 2
        upper = QRectF(field.left(), field.top(), field.width(), height)
        return upper, upper.translated(0, height + GAP)

    # ------------------------------------------------------------------ painting

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint bars, axis and lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPointSizeF(LOOK.points(-1))
        painter.setFont(font)
        upper, lower = self._rows()
        colours = LOOK.colours
        shade = QColor(colours.text)
        shade.setAlpha(9)
        right = self._field.right()
        x = self.x_of(self._threshold)
        painter.fillRect(QRectF(x, TOP, right - x, self._field.height()), shade)
        self._paint_bars(painter, upper, self._normal, colours.against, "", colours.overkill)
        self._paint_bars(painter, lower, self._bad, colours.defect, colours.escape, "")
        self._paint_axis(painter)
        self._paint_marks(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), 1))
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def _paint_bars(
        self, painter: QPainter, row: QRectF, shown: Scores, plain: str, below: str, above: str
    ) -> None:
        """Paint one row; images below or above the threshold may be mistakes."""
        colours, (low, high) = LOOK.colours, self._ends
        number = max(8, round(row.width() / BAR))
        edges = np.linspace(low, high, number + 1)
        under, over = bins(shown.odds, edges, shown.scores, self._threshold)
        top = int((under + over).max()) if len(shown.odds) else 0
        painter.setPen(QColor(colours.text))
        words = f"{shown.name}, {count(len(shown.odds))}"
        painter.drawText(QPointF(row.left(), row.top() - 5), words)
        painter.setPen(QPen(QColor(colours.line_strong), 1))
        painter.drawLine(row.bottomLeft(), row.bottomRight())
        if not top:
            return
        self._paint_counts(painter, row, top)
        width = row.width() / number
        for place in np.flatnonzero(under + over):
            bottom = row.bottom()
            for held, mistake in ((int(under[place]), below), (int(over[place]), above)):
                if not held:
                    continue
                height = max(2.0, held / top * row.height())
                box = QRectF(row.left() + place * width + 0.5, bottom - height, width - 1, height)
                self._paint_bar(painter, box, plain, mistake)
                bottom -= height

    def _paint_bar(self, painter: QPainter, box: QRectF, plain: str, mistake: str) -> None:
        ink = QColor(mistake or plain)
        painter.setPen(Qt.PenStyle.NoPen)
        if not mistake:
            ink.setAlpha(200)
        painter.fillRect(box, ink)
        if mistake:
            # Told apart without colours too.
            hatch = QColor(LOOK.colours.panel)
            painter.fillRect(box, QBrush(hatch, Qt.BrushStyle.BDiagPattern))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(ink, 1))
            painter.drawRect(box)

    def _paint_counts(self, painter: QPainter, row: QRectF, top: int) -> None:
        middle = top // 2
        for value in {top, middle} if middle and row.height() > 60 else {top}:
            y = row.bottom() - value / top * row.height()
            painter.setPen(QPen(QColor(LOOK.colours.line), 1))
            painter.drawLine(QPointF(row.left(), y), QPointF(row.right(), y))
            painter.setPen(QColor(LOOK.colours.muted))
            box = QRectF(0, y - 8, row.left() - 6, 16)
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, side, count(value))

    def _paint_axis(self, painter: QPainter) -> None:
        colours, field = LOOK.colours, self._field
        for odds, words in ticks(*self._ends, most=max(2, int(field.width() / 66))):
            x = self.x_of(score_of(odds))
            painter.setPen(QPen(QColor(colours.line_strong), 1))
            painter.drawLine(QPointF(x, field.bottom()), QPointF(x, field.bottom() + 4))
            painter.setPen(QColor(colours.muted))
            box = QRectF(x - 40, field.bottom() + 4, 80, 16)
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, words)
        painter.setPen(QColor(colours.muted))
        title = QRectF(0, self.height() - 19, self.width(), 18)
        painter.drawText(
            title,
            Qt.AlignmentFlag.AlignHCenter,
            self.tr("Score s, drawn evenly in log-odds ln(s / (1 - s)): most lie near 0 or 1"),
        )

    def _paint_marks(self, painter: QPainter) -> None:
        colours, field = LOOK.colours, self._field
        own = self.x_of(self._own)
        painter.setPen(QPen(QColor(colours.text), 1.2, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(own, field.top() - 6), QPointF(own, field.bottom()))
        if self._proposed is not None:
            proposed = self.x_of(self._proposed)
            painter.setPen(QPen(QColor(colours.good), 1.4, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(proposed, field.top() - 6), QPointF(proposed, field.bottom()))
        x = self.x_of(self._threshold)
        painter.setPen(QPen(QColor(colours.accent), 2))
        painter.drawLine(QPointF(x, 20), QPointF(x, field.bottom()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        for y, sign in ((20.0, 1), (field.bottom() + 1, -1)):
            painter.drawPolygon(
                QPolygonF([QPointF(x, y + 8 * sign), QPointF(x - 6, y), QPointF(x + 6, y)])
            )
        self._paint_sides(painter, x)

    def _paint_sides(self, painter: QPainter, x: float) -> None:
        """Name the threshold above its line, and what becomes of images on both sides."""
        words = score_text(self._threshold)
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(LOOK.colours.accent))
        wide = painter.fontMetrics().horizontalAdvance(words) + 4
        at = min(max(x - wide / 2, 2.0), self.width() - wide - 2.0)
        painter.drawText(QRectF(at, 2, wide, 16), Qt.AlignmentFlag.AlignHCenter, words)
        font.setWeight(QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(LOOK.colours.muted))
        room = QRectF(at - 170, 2, 160, 16)
        painter.drawText(
            room, Qt.AlignmentFlag.AlignRight, self.tr("passed") + " \N{LEFTWARDS ARROW}"
        )
        painter.drawText(
            QRectF(at + wide + 10, 2, 160, 16),
            Qt.AlignmentFlag.AlignLeft,
            "\N{RIGHTWARDS ARROW} " + self.tr("rejected"),
        )

    # ------------------------------------------------------------------ mouse, keys

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the line to the mouse."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._ask(self.threshold_at(event.position().x()))

    @guarded
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the line along."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._ask(self.threshold_at(event.position().x()))

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the line a little, further, or past the next image."""
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if event.key() == Qt.Key.Key_Home:
            self._ask(self._own)
        elif by and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._ask(self._past(by))
        elif by:
            far = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            wanted = odds_of(self._threshold) + by * (LEAP if far else STEP)
            self._ask(score_of(min(self._ends[1], max(self._ends[0], wanted))))
        else:
            super().keyPressEvent(event)

    def _past(self, by: int) -> float:
        """Return the nearest threshold at which another verdict changes."""
        every = np.unique(np.concatenate([self._normal.scores, self._bad.scores]))
        # A score at the threshold passes: going down past it means just below it.
        if by > 0:
            above = every[every > self._threshold]
            return float(above[0]) if len(above) else self._threshold
        below = every[every <= self._threshold]
        return math.nextafter(float(below[-1]), -1.0) if len(below) else self._threshold

    def _ask(self, threshold: float) -> None:
        # The line follows at once: the next key starts from here, whenever others are told.
        self._threshold = min(1.0, max(0.0, threshold))
        self.update()
        if threshold == self._own:
            self.returned.emit()
        else:
            self.moved.emit(self._threshold)

    @guarded
    def focusInEvent(self, event: object) -> None:
        """Show where keys go."""
        super().focusInEvent(event)  # type: ignore[arg-type]
        self.update()

    @guarded
    def focusOutEvent(self, event: object) -> None:
        """Keys go elsewhere."""
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.update()
