"""A place for one of the two images, and how images are carried to it."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFont,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.core.values import SampleRow
from gui.interpolate.looks import end_colours
from gui.interpolate.pictures import fitted
from gui.store.thumbnails import Thumbnails
from gui.style.guard import guarded, guarded_to
from gui.style.look import LOOK
from gui.words.text import file_name

MIME = "application/x-transferlens-image"
LINE = 16


def carried(index: int) -> QMimeData:
    """Return an image's number as something that can be dragged."""
    data = QMimeData()
    data.setData(MIME, QByteArray(str(index).encode()))
    return data


def dropped(data: QMimeData) -> int:
    """Return the number of a dragged image, -1 if it is none of ours."""
    text = bytes(data.data(MIME).data()).decode("ascii", "replace") if data.hasFormat(MIME) else ""
    return int(text) if text.isdecimal() else -1


class Slot(QWidget):
    """Thumbnail, file and class of the image at one end.

    Attributes
    ----------
    index
        Number of the image, -1 if there is none.

    Signals
    -------
    filled(int)
        An image was dropped here.
    """

    filled = Signal(int)

    def __init__(self, letter: str, place: int, thumbnails: Thumbnails) -> None:
        super().__init__()
        self.index = -1
        self._letter, self._place = letter, place
        self._thumbnails = thumbnails
        self._sample: SampleRow | None = None
        self._over = False
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._describe()
        thumbnails.arrived.connect(self._arrived)
        LOOK.changed.connect(self.update)

    def show_image(self, index: int, sample: SampleRow | None) -> None:
        """Show another image."""
        if (index, sample) != (self.index, self._sample):
            self.index, self._sample = index, sample
            if sample is not None:
                self._thumbnails.want(id(self), [index])
            self._describe()
            self.update()

    def _describe(self) -> None:
        name = self.tr("Image {letter}").format(letter=self._letter)
        text = f"{self._sample.file}\n{self._sample.class_name}" if self._sample else ""
        self.setAccessibleName(f"{name} {text}".strip())
        self.setToolTip(text or self.tr("Drop an image here"))

    @guarded_to(QSize)
    def sizeHint(self) -> QSize:
        """A square and two lines."""
        return QSize(110, 106 + 2 * LINE)

    def _arrived(self, index: object) -> None:
        if index == self.index:
            self.update()

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the image with its letter, and what it is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, ink = LOOK.colours, end_colours()[self._place]
        room = QRectF(1, 1, self.width() - 2, self.height() - 2 * LINE - 4)
        painter.fillRect(room, QColor(colours.accent_soft if self._over else colours.sunken))
        image = self._thumbnails.image(self.index) if self._sample else None
        if image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(fitted(image.size(), room), image)
        elif self._sample is None:
            painter.setPen(QColor(colours.muted))
            painter.drawText(
                room.adjusted(6, 20, -6, -6),
                int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap),
                self.tr("Drop an image here"),
            )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours.accent) if self._over else ink, 2.0))
        painter.drawRect(room)
        self._paint_words(painter, room, ink)
        painter.end()

    def _paint_words(self, painter: QPainter, room: QRectF, ink: QColor) -> None:
        colours = LOOK.colours
        font = QFont(self.font())
        font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        badge = QRectF(room.left(), room.top(), 20, 20)
        painter.fillRect(badge, ink)
        painter.setPen(QColor(colours.panel))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, self._letter)
        if self._sample is None:
            return
        font.setWeight(QFont.Weight.Normal)
        font.setPointSizeF(LOOK.points(-1))
        painter.setFont(font)
        for number, (text, tone) in enumerate(
            ((file_name(self._sample.file), colours.text), (self._sample.class_name, colours.muted))
        ):
            line = QRectF(0, room.bottom() + 2 + number * LINE, self.width(), LINE)
            fits = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideMiddle, self.width()
            )
            painter.setPen(QColor(tone))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, fits)

    # ------------------------------------------------------------------ dropping

    @guarded
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take images of the gallery only."""
        if dropped(event.mimeData()) >= 0:
            self._over = True
            self.update()
            event.acceptProposedAction()

    @guarded
    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """It goes elsewhere."""
        self._over = False
        self.update()

    @guarded
    def dropEvent(self, event: QDropEvent) -> None:
        """Take the image."""
        self._over = False
        self.update()
        index = dropped(event.mimeData())
        if index >= 0:
            event.acceptProposedAction()
            self.filled.emit(index)
