"""Something that lies over the whole window for a moment, with a panel in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gui.style.guard import guarded
from gui.style.look import LOOK
from gui.style.theme import SPACE


class Cover(QWidget):
    """Fills its window and dims it; a click beside the panel takes it away.

    Attributes
    ----------
    panel
        The surface in the middle.
    """

    def __init__(self, window: QWidget, role: str) -> None:
        super().__init__(window)
        self.hide()
        self.panel = QFrame(self)
        self.panel.setProperty("role", role)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        LOOK.changed.connect(self.update)

    def lay(self) -> None:
        """Lie over everything the window has."""
        self.setGeometry(self.window().rect())
        self.show()
        self.raise_()

    def lift(self) -> None:
        """Go away."""
        self.hide()

    def fit(self) -> None:
        """Keep the window's size; the window says when it has another."""
        if self.isVisible():
            self.setGeometry(self.window().rect())

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go away on a click beside the panel."""
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.lift()

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dim what lies below."""
        painter = QPainter(self)
        shade = QColor(Qt.GlobalColor.black)
        shade.setAlphaF(0.55 if LOOK.colours.dark else 0.32)
        painter.fillRect(self.rect(), shade)
        painter.end()
