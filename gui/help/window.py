"""Help: the guide, the glossary and the keys, in a window of their own beside the work."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QListWidget, QVBoxLayout, QWidget

from gui.help.reader import Reader, page_text
from gui.style.look import LOOK
from gui.style.theme import SPACE
from gui.toolkit.parts import ThemedButton, label, row, split_of
from gui.toolkit.tabs import Tabs

GUIDE, GLOSSARY, KEYS, COMMANDS = "user-guide", "glossary", "keys", "command-line"

SECTIONS = {
    "data": 1, "train": 6, "runs": 7, "inspect": 8, "evaluate": 9, "review": 10, "compare": 11,
    "compress": 12, "folder": 13, "signoff": 15,
}  # fmt: skip
"""Section of the guide that a page is in."""

Keys = Sequence[tuple[str, Sequence[tuple[str, str]]]]


class HelpWindow(QWidget):
    """Pages above; headings on the left, the text on the right.

    Parameters
    ----------
    parent
        The window it belongs to, and closes with.
    language
        Two letters, "" for English.
    keys
        Groups of (what is done, its keys), by the name of the group.
    """

    def __init__(self, parent: QWidget, language: str, keys: Keys) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Help - TransferLens"))
        self.resize(1000, 700)
        self._language, self._keys = language, keys
        self.bar = Tabs("help", self.tr("What to read"))
        self.reader = Reader()
        self.reader.setAccessibleName(self.tr("Text"))
        for key, title in (
            (GUIDE, self.tr("Guide")),
            (GLOSSARY, self.tr("Glossary")),
            (KEYS, self.tr("Keyboard shortcuts")),
            (COMMANDS, self.tr("Command line")),
        ):
            self.bar.add(key, title, QWidget())
        self.bar.turned.connect(self._show)
        self.reader.wanted.connect(self._go_to_page)
        self.headings = QListWidget()
        self.headings.setAccessibleName(self.tr("Headings"))
        self.headings.currentRowChanged.connect(self._go_to_heading)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, 2 * SPACE)
        layout.addLayout(self._head())
        split = split_of("help", (self.headings, 160, 0), (self.reader, 0, 1))
        split.setSizes([230, 770])
        layout.addWidget(split, 1)
        for sequence, act in (
            ("Ctrl+F", self.field.setFocus),
            ("F3", lambda: self._step(1)),
            ("Shift+F3", lambda: self._step(-1)),
            ("Escape", self.close),
        ):
            QShortcut(QKeySequence(sequence), self).activated.connect(act)
        LOOK.changed.connect(self._show)
        self._show()

    def show_page(self, key: str, section: int = 0) -> None:
        """Show a page, at a numbered section if one is given, and come to the front."""
        self.bar.show_key(key)
        for place, (_, text, _) in enumerate(self.reader.headings() if section else ()):
            if text.startswith(f"{section}."):
                self.headings.setCurrentRow(place)
        self.show()
        self.activateWindow()
        self.field.setFocus()

    # ------------------------------------------------------------------ building

    def _head(self) -> QVBoxLayout:
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Search in this text"))
        self.field.setAccessibleName(self.tr("Search in this text"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._search)
        self.field.returnPressed.connect(lambda: self._step(1))
        self.found = label("", "small")
        before = ThemedButton("chevron-up", self.tr("Previous place (Shift+F3)"))
        after = ThemedButton("chevron-down", self.tr("Next place (F3)"))
        before.clicked.connect(lambda: self._step(-1))
        after.clicked.connect(lambda: self._step(1))
        result = QVBoxLayout()
        result.addLayout(row(self.bar, None))
        search = row(self.field, before, after, self.found)
        search.setStretch(0, 1)
        result.addLayout(search)
        return result

    # ------------------------------------------------------------------ showing

    def _show(self) -> None:
        """Draw the page that is chosen anew."""
        if self.bar.key == KEYS:
            self.reader.setHtml(keys_html(self._keys))
        else:
            self.reader.setMarkdown(page_text(self.bar.key, self._language))
        self.headings.blockSignals(True)
        self.headings.clear()
        self._places = []
        for level, text, number in self.reader.headings():
            self.headings.addItem("    " * (level - 2) + text)
            self._places.append(number)
        self.headings.blockSignals(False)
        self._search(self.field.text())

    def _go_to_heading(self, place: int) -> None:
        if 0 <= place < len(self._places):
            self.reader.go_to(self._places[place])

    def _go_to_page(self, name: str) -> None:
        if name in self.bar.keys:
            self.bar.show_key(name)

    # ------------------------------------------------------------------ searching

    def _search(self, text: str) -> None:
        # One letter is everywhere in a long text.
        self._number = self.reader.search(text if len(text) > 1 else "")
        self._say(1 if self._number else 0, text)

    def _step(self, by: int) -> None:
        self._say(self.reader.step(by), self.field.text())

    def _say(self, at: int, text: str) -> None:
        words = self.tr("{n} of {all}").format(n=at, all=self._number) if at else ""
        self.found.setText(words or (self.tr("Not found") if len(text) > 1 else ""))


def keys_html(keys: Keys) -> str:
    """Return a page of keys: a heading and a table a group."""
    parts = []
    for group, rows in keys:
        lines = "".join(
            f"<tr><td width='320'>{escape(what)}</td><td><b>{escape(how)}</b></td></tr>"
            for what, how in rows
        )
        parts.append(f"<h2>{escape(group)}</h2><table cellpadding='3'>{lines}</table>")
    return "".join(parts)
