"""A message that does not stop the work: it stays until it is closed."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QWidget

from gui.store.engine_client import Notice
from gui.style.theme import SPACE
from gui.toolkit.parts import IconButton, IconLabel, ThemedButton, label, row


class NoticeBar(QFrame):
    """Shows the newest notice; what went before is in the log."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._details = ""
        self._text = label("", wrap=True, select=True)
        self._copy = IconButton(self.tr("Copy details"), "copy")
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._details))
        close = ThemedButton("cancel", self.tr("Close this message"))
        close.clicked.connect(self.hide)
        layout = row(IconLabel("warning", 18, "bad"), self._text, self._copy, close)
        layout.setContentsMargins(2 * SPACE, SPACE - 2, SPACE, SPACE - 2)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.hide()

    def show_notice(self, notice: Notice) -> None:
        """Show another notice."""
        self._text.setText(notice.text)
        self._details = f"{notice.text}\n\n{notice.details}"
        self._copy.setVisible(bool(notice.details))
        self.show()
