"""Small pictures of windows: one enlarged, a strip of chosen ones, a whole sheet."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gui.style.guard import guarded
from gui.style.images import as_qimage
from gui.style.look import LOOK
from gui.toolkit.parts import label
from gui.words.text import count

MOST = 200
"""Windows a strip shows; more are counted."""
SIDE = 112
"""Pixels of the enlarged window."""


def window_image(pictures: NDArray[np.uint8], number: int) -> QImage:
    """Return one window as an image of its own."""
    return as_qimage(np.ascontiguousarray(pictures[number])).copy()


class WindowView(QWidget):
    """The window under the mouse, enlarged, with what is known of it."""

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = hint
        self._image = QImage()
        self._frame = _Frame()
        self.text = label(hint, "small", wrap=True)
        self.text.setMinimumHeight(66)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._frame)
        layout.addWidget(self.text)

    def show_window(self, image: QImage | None, text: str = "") -> None:
        """Show a window, or the hint."""
        self._frame.show_image(image)
        self.text.setText(text or self._hint)


class _Frame(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._image: QImage | None = None
        self.setFixedSize(SIDE, SIDE)
        LOOK.changed.connect(self.update)

    def show_image(self, image: QImage | None) -> None:
        self._image = image
        self.update()

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.fillRect(box, QColor(LOOK.colours.sunken))
        if self._image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(box, self._image)
        painter.setPen(QPen(QColor(LOOK.colours.line), 1))
        painter.drawRect(box)
        painter.end()


class WindowStrip(QWidget):
    """The chosen windows side by side."""

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = hint
        self._title = label(hint, "small")
        self.list = QListWidget()
        self.list.setViewMode(QListView.ViewMode.ListMode)
        self.list.setFlow(QListView.Flow.LeftToRight)
        self.list.setWrapping(False)
        self.list.setIconSize(QSize(48, 48))
        self.list.setSpacing(3)
        self.list.setFixedHeight(76)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Chosen windows"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._title)
        layout.addWidget(self.list)
        self.list.hide()

    def show_windows(
        self,
        pictures: NDArray[np.uint8],
        numbers: NDArray[np.int64],
        say: Callable[[int], str],
    ) -> None:
        """Show these windows; `say` gives a window's tooltip."""
        self.list.clear()
        for number in numbers[:MOST]:
            item = QListWidgetItem(
                QIcon(QPixmap.fromImage(window_image(pictures, int(number)))), ""
            )
            item.setToolTip(say(int(number)))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, say(int(number)))
            item.setData(Qt.ItemDataRole.UserRole, int(number))
            self.list.addItem(item)
        self.list.setVisible(bool(len(numbers)))
        if not len(numbers):
            self._title.setText(self._hint)
        elif len(numbers) > MOST:
            template = self.tr("{n} windows chosen, the first {shown} shown", "", len(numbers))
            self._title.setText(template.format(n=count(len(numbers)), shown=MOST))
        else:
            template = self.tr("{n} windows chosen", "", len(numbers))
            self._title.setText(template.format(n=count(len(numbers))))


class Sheet(QWidget):
    """All windows of one domain, as large as the room allows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ""
        self._colour = QColor()
        self._tall: NDArray[np.uint8] | None = None
        self._image = QImage()
        self._number = 0
        self.setMinimumSize(120, 120)
        LOOK.changed.connect(self.update)

    def show_windows(self, title: str, colour: QColor, pictures: NDArray[np.uint8]) -> None:
        """Show other windows (n, side, side, 3)."""
        self._title, self._colour, self._number = title, colour, len(pictures)
        side = pictures.shape[1] if len(pictures) else 1
        # One above the other is one image without copying pixels around.
        self._tall = np.ascontiguousarray(pictures).reshape(max(1, len(pictures)) * side, side, 3)
        self._image = as_qimage(self._tall)
        self.setAccessibleDescription(title)
        self.setToolTip(title)
        self.update()

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sheet."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        head = QRectF(0, 0, self.width(), 22)
        painter.fillRect(QRectF(0, 6, 10, 10), self._colour)
        painter.setPen(QColor(LOOK.colours.text))
        room = head.adjusted(16, 0, 0, 0)
        title = painter.fontMetrics().elidedText(
            self._title, Qt.TextElideMode.ElideRight, round(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, title)
        room = QRectF(0, 26, self.width(), self.height() - 26)
        columns, pitch = best_grid(self._number, room.width(), room.height())
        side = self._image.width()
        for number in range(self._number):
            down, across = divmod(number, columns)
            target = QRectF(across * pitch, room.y() + down * pitch, pitch - 2, pitch - 2)
            painter.drawImage(target, self._image, QRectF(0, number * side, side, side))
        painter.end()


def best_grid(number: int, width: float, height: float) -> tuple[int, float]:
    """Return (columns, pitch) of the largest squares of which `number` fit into a room."""
    best = (1, 1.0)
    for columns in range(1, max(1, number) + 1):
        rows = math.ceil(number / columns)
        pitch = min(width / columns, height / max(1, rows), 64.0)
        if pitch > best[1]:
            best = (columns, pitch)
    return best
