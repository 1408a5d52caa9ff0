"""What a picture says is read first; how it is read folds behind a button."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from gui.toolkit.parts import label, row

NAME = "explain"
"""Object names of the buttons begin so: the window's memory keeps which of them are open."""


def explanation(drawn: str, read: str, limit: str, source: str, *facts: str) -> str:
    """Return how a picture is read.

    Parameters
    ----------
    drawn, read, limit
        What is drawn, how to read it, what it does not say: a sentence each.
    source
        Paper or definition it follows.
    facts
        What was looked at: sample, seed, levels.
    """
    said = " ".join(filter(None, (drawn, read, limit, *facts)))
    template = QCoreApplication.translate("explained", "Source: {source}.")
    return f"{said}\n{template.format(source=source)}"


class Explained(QWidget):
    """One sentence of what the data say, and behind a button how to read the picture.

    Attributes
    ----------
    result
        What the picture says for these data; hidden where nothing is said.
    text
        How it is read and where it comes from: its owner puts it below the picture.
    button
        Opens and closes it; it is always open where there is no result.
    """

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.result = label("", "lead", wrap=True, select=True)
        self.button = QToolButton()
        self.button.setText(self.tr("\N{INFORMATION SOURCE} What does this show?"))
        self.button.setProperty("role", "link")
        self.button.setCheckable(True)
        self.button.setObjectName(f"{NAME}/{key}" if key else "")
        self.button.toggled.connect(lambda _: self._show())
        self.text = label("", "small", wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        head = row(self.result, self.button)
        head.setStretch(0, 1)
        head.setAlignment(self.button, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        self._unfolding = False
        self.explain("")

    def explain(self, text: str, result: str = "") -> None:
        """Show another result, and how its picture is read."""
        self.result.setText(result)
        self.text.setText(text)
        self._show()

    @contextmanager
    def unfolded(self) -> Iterator[None]:
        """Open for as long as a picture is taken of it: what is taken along says all."""
        self._unfolding = True
        self._show()
        try:
            yield
        finally:
            self._unfolding = False
            self._show()

    def _show(self) -> None:
        told = bool(self.result.text())
        self.result.setVisible(told)
        self.button.setVisible(told and bool(self.text.text()) and not self._unfolding)
        self.setVisible(told)
        open_ = not told or self.button.isChecked() or self._unfolding
        self.text.setVisible(open_ and bool(self.text.text()))
