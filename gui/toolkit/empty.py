"""What a page shows while there is nothing to show: a sentence and the next step."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.style.theme import SPACE
from gui.toolkit.parts import IconButton, IconLabel, label


class EmptyState(QWidget):
    """An icon, what is missing, and a button that leads there.

    Signals
    -------
    asked()
        The button was pressed.
    """

    asked = Signal()

    def __init__(self, icon_name: str, title: str, text: str, action: str = "") -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE)
        layout.addStretch(2)
        layout.addWidget(IconLabel(icon_name, 48))
        self._title = label(title, "h2")
        self._text = label(text, "muted", wrap=True)
        for part in (self._title, self._text):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(part)
        if action:
            button = IconButton(action, primary=True)
            button.clicked.connect(self.asked)
            layout.addSpacing(SPACE)
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(3)

    def show_text(self, title: str, text: str) -> None:
        """Say something else."""
        self._title.setText(title)
        self._text.setText(text)
