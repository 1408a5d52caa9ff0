"""What a person writes of a run: kept a moment after the last key."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from gui.store.run_record import RunRecord
from gui.stores import Stores
from gui.toolkit.parts import Card, label

PAUSE = 600
"""Milliseconds without a key after which a note is kept."""


class NoteCard(Card):
    """Tags in one line, the note below."""

    def __init__(self, stores: Stores) -> None:
        super().__init__()
        self.stores = stores
        self._run: RunRecord | None = None
        self.title = label(self.tr("Note"), "caption")
        self.tags = QLineEdit()
        self.tags.setPlaceholderText(self.tr("Tags, with spaces between"))
        self.tags.setAccessibleName(self.tr("Tags"))
        self.tags.setMaxLength(300)
        self.text = QPlainTextEdit()
        self.text.setPlaceholderText(self.tr("What is worth remembering of this run"))
        self.text.setAccessibleName(self.tr("Note"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(84)
        for part in (self.title, self.tags, self.text):
            self.body.addWidget(part)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(PAUSE)
        self._later.timeout.connect(self.keep)
        self.tags.textEdited.connect(lambda _: self._edited())
        self.text.textChanged.connect(self._edited)
        self._showing = self._written = False

    def show_run(self, run: RunRecord | None) -> None:
        """Show another run's note; what was written of the one before is kept first."""
        if run is not self._run:
            self.keep()
        elif self._written:
            return  # it is being written just now
        self._run = run if run is not None and run.name else None
        notes = self.stores.runs.notes or {}
        note = notes.get(self._run.name) if self._run else None
        text, tags = (note.text, " ".join(note.tags)) if note else ("", "")
        self._showing = True
        if self.text.toPlainText().strip() != text:
            self.text.setPlainText(text)
        if self.tags.text().split() != tags.split():
            self.tags.setText(tags)
        self._showing = False
        for field in (self.tags, self.text):
            field.setEnabled(self._run is not None and self.stores.runs.notes is not None)

    def keep(self) -> None:
        """Send what was written, if anything was."""
        if not self._written:
            return
        self._written = False
        self._later.stop()
        if self._run is not None:
            self.stores.runs.note_run(
                self._run.name, self.text.toPlainText().strip(), self.tags.text().split()
            )

    def _edited(self) -> None:
        if not self._showing:
            self._written = True
            self._later.start()
