"""Text and pictures that change while the slider moves: painted, so that nothing is laid out."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.interpolate.pictures import Mixer, fitted
from gui.style.guard import guarded, guarded_to
from gui.style.look import LOOK


class PaintedText(QWidget):
    """One line of text that never asks for another size.

    Attributes
    ----------
    text
        What it says, before shortening.
    """

    def __init__(self, *, tone: str = "text", bold: bool = False, small: bool = False) -> None:
        super().__init__()
        self.text = ""
        self._tone, self._bold, self._small = tone, bold, small
        self._ink: QColor | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(17 if small else 20)
        LOOK.changed.connect(self.update)

    def show_text(self, text: str, ink: QColor | None = None) -> None:
        """Say something else, in a colour of its own."""
        if text != self.text or ink != self._ink:
            self.text, self._ink = text, ink
            self.setAccessibleName(text)
            self.setToolTip(text)
            self.update()

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the text, shortened to the room there is."""
        painter = QPainter(self)
        font = QFont(self.font())
        font.setPointSizeF(LOOK.points(-1 if self._small else 0))
        if self._bold:
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        fits = painter.fontMetrics().elidedText(
            self.text, Qt.TextElideMode.ElideRight, self.width()
        )
        painter.setPen(self._ink or QColor(getattr(LOOK.colours, self._tone)))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, fits)
        painter.end()


class PictureView(QWidget):
    """A small picture as large as it fits, or words in its place.

    Attributes
    ----------
    shown
        The picture; a null image if there is none.
    """

    def __init__(self, name: str, *, smooth: bool = False) -> None:
        super().__init__()
        self.shown = QImage()
        self._words = ""
        self._smooth = smooth
        self.setAccessibleName(name)
        self.setMinimumSize(72, 72)
        LOOK.changed.connect(self.update)

    def show_image(self, image: QImage, *, smooth: bool | None = None) -> None:
        """Show a picture."""
        if self._words:
            self.show_words("")
        self.shown = image
        self._smooth = self._smooth if smooth is None else smooth
        self.update()

    def show_words(self, text: str) -> None:
        """Show words and no picture."""
        if self._words != text or not self.shown.isNull():
            self.shown, self._words = QImage(), text
            self.setAccessibleDescription(text)
            self.setToolTip(text)
            self.update()

    @guarded_to(QSize)
    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(160, 160)

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture or the words."""
        painter = QPainter(self)
        room = QRectF(self.rect())
        if self.shown.isNull():
            paint_words(painter, room, self._words)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._smooth)
            place = fitted(self.shown.size(), room)
            painter.drawImage(place, self.shown)
            # A map around 0 has the colour of the ground: say where it ends.
            painter.setPen(QColor(LOOK.colours.line))
            painter.drawRect(place.adjusted(0, 0, -1, -1))
        painter.end()


class MixView(QWidget):
    """Both images mixed in pixels.

    Attributes
    ----------
    mixer
        Holds the images; shared with other pictures of the same pair.
    t
        How far from the first image to the second.
    """

    def __init__(self, mixer: Mixer, name: str) -> None:
        super().__init__()
        self.mixer = mixer
        self.t = 0.0
        self._words = ""
        self.setAccessibleName(name)
        self.setMinimumSize(72, 72)
        LOOK.changed.connect(self.update)

    def show_place(self, t: float) -> None:
        """Mix anew."""
        self.t = t
        self.update()

    def show_words(self, text: str) -> None:
        """Say what is missing while there is nothing to mix."""
        self._words = text
        self.setAccessibleDescription(text)
        self.update()

    @guarded_to(QSize)
    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(160, 160)

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mixture or the words."""
        painter = QPainter(self)
        if self.mixer.ready:
            self.mixer.paint(painter, QRectF(self.rect()), self.t)
        else:
            paint_words(painter, QRectF(self.rect()), self._words)
        painter.end()


def paint_words(painter: QPainter, room: QRectF, text: str) -> None:
    """Paint an empty place with words in its middle."""
    colours = LOOK.colours
    painter.fillRect(room, QColor(colours.sunken))
    painter.setPen(QColor(colours.muted))
    painter.drawText(
        room.adjusted(8, 4, -8, -4),
        int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap),
        text,
    )
