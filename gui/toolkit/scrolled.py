"""A column that scrolls."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from gui.style.theme import SPACE


class Scrolled(QScrollArea):
    """Shows what is in `body`, one below the other.

    Attributes
    ----------
    body
        Vertical layout of the content.
    """

    def __init__(self, margins: tuple[int, int, int, int] = (0, 0, SPACE, SPACE)) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # The arrow keys scroll it where nothing inside takes them.
        self.setAccessibleName(self.tr("Part that scrolls"))
        content = QWidget()
        content.setProperty("role", "scrolled")
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(*margins)
        self.body.setSpacing(SPACE)
        self.setWidget(content)


class ScrolledForm(Scrolled):
    """The same with the margins of a form, never wider than it is shown."""

    def __init__(self) -> None:
        super().__init__((SPACE + 4, SPACE + 2, SPACE + 4, SPACE + 2))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Its fields are gone through by themselves, and scroll into sight.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
