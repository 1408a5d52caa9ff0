"""A strip above the pages while the project is open in another window too."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from engine.core.presence import Holder
from gui.store.presence import PresenceStore
from gui.style.theme import SPACE
from gui.toolkit.parts import IconLabel, ThemedButton, label, row
from gui.words.text import moment


class OtherWindow(QFrame):
    """Says where else the project is open, and what that means; it can be put away."""

    def __init__(self, store: PresenceStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "question")
        self._store = store
        self._put_away: Holder | None = None
        self.text = label("", wrap=True, select=True)
        close = ThemedButton("cancel", self.tr("Close this message"))
        close.clicked.connect(self._close)
        layout = row(IconLabel("warning", 18, "warn"), self.text, close)
        layout.setContentsMargins(2 * SPACE, SPACE - 2, SPACE, SPACE - 2)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        store.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        other = self._store.other
        self.setVisible(other is not None and other != self._put_away)
        if other is not None:
            self.text.setText(f"{self._where(other)} {self._meaning()}")

    def _where(self, other: Holder) -> str:
        if not other.process:
            return self.tr("This project is open in another window too.")
        values = {
            "computer": other.computer,
            "user": other.user,
            "process": other.process,
            "when": moment(other.since),
        }
        template = (
            self.tr(
                "This project is open in another window on this computer too (process {process}, "
                "since {when})."
            )
            if other.here
            else self.tr(
                "This project is open on {computer} too (user {user}, process {process}, since "
                "{when})."
            )
        )
        return template.format(**values)

    def _meaning(self) -> str:
        return self.tr(
            "Looking is safe. Of what both change (reviews, regions, notes) the later one stays, "
            "and each sees what the other did only after opening the project again."
        )

    def _close(self) -> None:
        self._put_away = self._store.other
        self._show()
