"""How one image of a gallery is painted."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.style.guard import guarded, guarded_to
from gui.style.look import LOOK
from gui.words.terms import outcome_letter
from gui.words.text import fixed

MARGIN = 16
"""Pixels around a picture, both sides together."""
MOST = 200
"""Largest side of a picture; thumbnails are not much larger."""


@dataclass(frozen=True, slots=True)
class Card:
    """What is painted: see `tally.outcome` for `outcome`; `defective` is the label.

    `lacks_region`: defective, and nobody has said where yet. `reason`: a third line, why it is
    worth a look; `said`: what a person says of the verdict, one of
    `engine.review.messages.SAID` or "".
    """

    image: QImage | None
    title: str
    label: str
    defective: bool | None
    outcome: str
    score: float | None
    verdict: bool | None
    lacks_region: bool = False
    reason: str = ""
    said: str = ""


def _inks() -> dict[str, str]:
    """Colours of the outcomes that carry a frame."""
    colours = LOOK.colours
    return {
        "escape": colours.escape,
        "overkill": colours.overkill,
        "elsewhere": colours.warn,
    }


class GalleryDelegate(QStyledItemDelegate):
    """Paints a thumbnail, its name, its label and its score.

    Escapes and overkills carry a frame, a shape and a letter: a triangle with E, a diamond
    with O.

    Attributes
    ----------
    cell
        Size of one item.
    painted
        How many items were painted so far.
    """

    def __init__(
        self, side: int, role: int, parent: QObject | None = None, *, lines: int = 2
    ) -> None:
        super().__init__(parent)
        self.side = side
        self._lines = lines
        self._role = role
        self.painted = 0
        self.cell = self._cell()

    def fill(self, width: int, least: int) -> bool:
        """Make pictures as large as columns of at least `least` allow; True if they changed."""
        columns = max(1, width // (least + MARGIN))
        side = min(MOST, max(least, width // columns - MARGIN))
        if side == self.side:
            return False
        self.side = side
        self.cell = self._cell()
        return True

    def _cell(self) -> QSize:
        return QSize(self.side + MARGIN, self.side + MARGIN + 2 + 16 * self._lines)

    @guarded_to(QSize)
    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """All items have one size."""
        return self.cell

    @guarded
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one item."""
        self.painted += 1
        card: Card = index.data(self._role)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(rect).adjusted(2, 2, -2, -2)
        self._paint_ground(painter, body, state)
        picture = QRectF(body.x() + 6, body.y() + 6, self.side, self.side)
        self._paint_picture(painter, picture, card)
        self._paint_text(painter, picture, card)
        if card.outcome in ("escape", "overkill", "texture", "elsewhere"):
            self._paint_badge(painter, picture, card.outcome)
        if card.lacks_region:
            paint_lack(painter, picture.topRight() + QPointF(-13, 13))
        if card.said:
            paint_said(painter, picture.topRight() + QPointF(-14, 14), card.said)
        painter.restore()

    def _paint_ground(self, painter: QPainter, body: QRectF, state: QStyle.StateFlag) -> None:
        colours = LOOK.colours
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        if chosen or over:
            painter.setPen(QPen(QColor(colours.accent), 1.5) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft if chosen else colours.hover))
            painter.drawRoundedRect(body, 5, 5)

    def _paint_picture(self, painter: QPainter, picture: QRectF, card: Card) -> None:
        colours = LOOK.colours
        if card.image is None:
            painter.fillRect(picture, QColor(colours.sunken))
        else:
            size = card.image.size().scaled(
                picture.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio
            )
            target = QRectF(0, 0, size.width(), size.height())
            target.moveCenter(picture.center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(target, card.image)
        frame = _inks().get(card.outcome)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(frame or colours.line), 2.0 if frame else 1.0))
        painter.drawRect(picture)

    def _paint_text(self, painter: QPainter, picture: QRectF, card: Card) -> None:
        colours = LOOK.colours
        font = QFont(painter.font())
        font.setPointSizeF(LOOK.points(-1))
        painter.setFont(font)
        line = QRectF(picture.x(), picture.bottom() + 3, picture.width(), 16)
        painter.setPen(QColor(colours.text))
        score = fixed(card.score) if card.score is not None else ""
        used = painter.fontMetrics().horizontalAdvance(score) + 4 if score else 0
        self._line(painter, line.adjusted(0, 0, -used, 0), card.title)
        if score:
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(QColor(colours.text if card.verdict else colours.muted))
            painter.drawText(line, Qt.AlignmentFlag.AlignRight, score)
            font.setWeight(QFont.Weight.Normal)
            painter.setFont(font)
        painter.setPen(QColor(colours.defect if card.defective else colours.muted))
        self._line(painter, line.translated(0, 16), card.label)
        if card.reason:
            painter.setPen(QColor(colours.muted))
            self._line(painter, line.translated(0, 32), card.reason)

    def _line(self, painter: QPainter, line: QRectF, text: str) -> None:
        fits = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideMiddle, int(line.width())
        )
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, fits)

    def _paint_badge(self, painter: QPainter, picture: QRectF, outcome: str) -> None:
        colours = LOOK.colours
        ink = _inks().get(outcome, colours.muted)
        centre = picture.topLeft() + QPointF(14, 14)
        paint_mark(painter, centre, 12, outcome, QColor(ink), QColor(colours.panel))


def paint_lack(painter: QPainter, centre: QPointF) -> None:
    """Paint the mark of a defect without a region: a dashed square with a question mark."""
    colours = LOOK.colours
    box = QRectF(0, 0, 17, 17)
    box.moveCenter(centre)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.panel))
    painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), 3, 3)
    ink = QColor(colours.defect)
    painter.setPen(QPen(ink, 1.5, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(1, 1, -1, -1))
    font = QFont(painter.font())
    font.setPixelSize(11)
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "?")


def paint_said(painter: QPainter, centre: QPointF, said: str) -> None:
    """Paint what a person says of a verdict: a disc with a tick, a cross, or an arrow."""
    colours = LOOK.colours
    ink = {"agree": colours.good, "overrule": colours.bad}.get(said, colours.accent)
    painter.setPen(QPen(QColor(colours.panel), 1.5))
    painter.setBrush(QColor(ink))
    painter.drawEllipse(centre, 10.5, 10.5)
    painter.setPen(QPen(QColor(colours.panel), 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    lines = {
        "agree": [(-4.5, 0.5), (-1.5, 3.8), (4.8, -3.6)],
        "overrule": [(-3.8, -3.8), (3.8, 3.8), (0.0, 0.0), (3.8, -3.8), (-3.8, 3.8)],
    }.get(said, [(-5.0, 0.0), (5.0, 0.0), (1.4, -3.6), (5.0, 0.0), (1.4, 3.6)])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([centre + QPointF(x, y) for x, y in lines]))


def paint_mark(
    painter: QPainter, centre: QPointF, radius: float, outcome: str, ink: QColor, paper: QColor
) -> None:
    """Paint an outcome's shape with its letter: triangle, diamond, or circle."""
    x, y = centre.x(), centre.y()
    painter.setPen(QPen(paper, 1.5))
    painter.setBrush(ink)
    down = 0.0
    if outcome == "escape":
        corners = [(0.0, -1.1), (1.15, 0.9), (-1.15, 0.9)]
        painter.drawPolygon(
            QPolygonF([QPointF(x + radius * a, y + radius * b) for a, b in corners])
        )
        down = radius * 0.22
    elif outcome == "overkill":
        corners = [(0.0, -1.1), (1.1, 0.0), (0.0, 1.1), (-1.1, 0.0)]
        painter.drawPolygon(
            QPolygonF([QPointF(x + radius * a, y + radius * b) for a, b in corners])
        )
    else:
        painter.drawEllipse(centre, radius * 0.9, radius * 0.9)
    font = QFont(painter.font())
    font.setPixelSize(max(7, round(radius * 0.95)))
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    painter.setPen(paper)
    box = QRectF(x - radius, y - radius + down, 2 * radius, 2 * radius)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, outcome_letter(outcome))
