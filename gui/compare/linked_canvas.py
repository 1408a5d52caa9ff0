"""Two canvases that show the same part of an image, whichever is moved."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtGui import QTransform

from gui.toolkit.image_canvas import ImageCanvas


class LinkedCanvas(ImageCanvas):
    """Says when another part of the image is shown.

    Signals
    -------
    moved()
        It was zoomed or dragged.
    """

    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.zoomed.connect(lambda _: self.moved.emit())
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(lambda _: self.moved.emit())

    def follow(self, other: LinkedCanvas) -> None:
        """Show what another one shows."""
        if self.image_size != other.image_size or self.image_size == (0, 0):
            return
        self._fitted = other._fitted
        scale = other.scale_now
        if scale != self.scale_now:
            self.setTransform(QTransform.fromScale(scale, scale))
        centre = other.mapToScene(other.viewport().rect().center())
        self.centerOn(centre)


class Link(QObject):
    """Keeps two canvases together."""

    def __init__(self, one: LinkedCanvas, other: LinkedCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self._busy = False
        one.moved.connect(lambda: self._follow(other, one))
        other.moved.connect(lambda: self._follow(one, other))

    def _follow(self, which: LinkedCanvas, leader: LinkedCanvas) -> None:
        if self._busy or not leader.isVisible():
            return
        self._busy = True
        try:
            with QSignalBlocker(which):
                which.follow(leader)
        finally:
            self._busy = False
