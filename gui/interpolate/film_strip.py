"""The pictures of a line from 0 to 1 in one row; a click goes there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.interpolate.pictures import Mixer, fitted
from gui.style.guard import guarded, guarded_to
from gui.style.look import LOOK
from gui.style.pens import paint_focus

HEAD = 112
"""Pixels of the names on the left."""
STEPS = 11
GAP = 4
FOOT = 17


def frame_width(width: int, head: int = HEAD) -> float:
    """Return how wide a frame is in a strip of so many pixels."""
    return max(8.0, (width - head) / STEPS)


class FilmStrip(QWidget):
    """A name and its frames. Frames are mixed pixels or pictures of a run.

    Signals
    -------
    moved(float)
        The user went to a frame.
    """

    moved = Signal(float)

    def __init__(self, name: str, mixer: Mixer | None = None, head: int = HEAD) -> None:
        super().__init__()
        self._name, self._head = name, head
        self._mixer = mixer
        self.images: tuple[QImage, ...] = ()
        self._feet: tuple[tuple[str, QColor], ...] = ()
        self._words = ""
        self._t = 0.0
        self._smooth = False
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        LOOK.changed.connect(self.update)

    def show_name(self, name: str) -> None:
        """Name the strip."""
        self._name = name
        self.setAccessibleName(name)
        self.update()

    def show_frames(
        self,
        images: Sequence[QImage],
        feet: Sequence[tuple[str, QColor]],
        words: str = "",
        *,
        smooth: bool = False,
    ) -> None:
        """Show pictures with a line below each, or words where there are none."""
        self.images, self._feet, self._words = tuple(images), tuple(feet), words
        self._smooth = smooth
        self.update()

    def show_place(self, t: float) -> None:
        """Mark the frame at the slider."""
        if round(t * (STEPS - 1)) != round(self._t * (STEPS - 1)):
            self.update()
        self._t = t

    @guarded_to(QSize)
    def sizeHint(self) -> QSize:
        """As high as its frames are wide, with a line below them."""
        high = round(frame_width(self.width(), self._head))
        return QSize(600, high + (0 if self._mixer else FOOT))

    @guarded
    def resizeEvent(self, event: object) -> None:
        """Frames are squares."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.setFixedHeight(self.sizeHint().height())

    def frame(self, number: int) -> QRectF:
        """Return the place of a frame."""
        width = frame_width(self.width(), self._head)
        return QRectF(self._head + number * width + GAP / 2, 0, width - GAP, width - GAP)

    # ------------------------------------------------------------------ painting

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint names and frames."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._head:
            self._paint_name(painter)
        for number in range(STEPS):
            self._paint_frame(painter, number)
        if self._words and not self.images:
            painter.setPen(QColor(LOOK.colours.muted))
            last = self.frame(STEPS - 1)
            room = QRectF(self.frame(0).topLeft(), last.bottomRight())
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self._words)
        if self.hasFocus():
            paint_focus(painter, self.rect())
        painter.end()

    def _paint_name(self, painter: QPainter) -> None:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(LOOK.colours.text))
        box = QRectF(0, 0, self._head - 8, self.height())
        painter.drawText(box, int(Qt.TextFlag.TextWordWrap), self._name)

    def _paint_frame(self, painter: QPainter, number: int) -> None:
        colours, place = LOOK.colours, self.frame(number)
        t = number / (STEPS - 1)
        if self._mixer is not None and self._mixer.ready:
            self._mixer.paint(painter, place, t)
        elif number < len(self.images):
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._smooth)
            painter.drawImage(fitted(self.images[number].size(), place), self.images[number])
        else:
            painter.fillRect(place, QColor(colours.sunken))
        if number == round(self._t * (STEPS - 1)):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), 2.0))
            painter.drawRect(place.adjusted(-1, -1, 1, 1))
        if number < len(self._feet):
            text, ink = self._feet[number]
            font = QFont(self.font())
            font.setPointSizeF(LOOK.points(-1.5))
            painter.setFont(font)
            painter.setPen(ink)
            line = QRectF(place.left() - GAP / 2, place.bottom() + 2, place.width() + GAP, FOOT)
            fits = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideMiddle, int(line.width())
            )
            painter.drawText(line, Qt.AlignmentFlag.AlignHCenter, fits)

    # ------------------------------------------------------------------ going there

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the frame under the mouse."""
        x = event.position().x() - self._head
        number = int(x / frame_width(self.width(), self._head))
        if x >= 0 and number < STEPS:
            self.moved.emit(number / (STEPS - 1))

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the frame beside the marked one."""
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if by:
            number = min(STEPS - 1, max(0, round(self._t * (STEPS - 1)) + by))
            self.moved.emit(number / (STEPS - 1))
        else:
            super().keyPressEvent(event)
