"""The first thing a new user sees: sample parts, their own images, or what they did last."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gui.style.theme import SPACE
from gui.toolkit.drops import is_there
from gui.toolkit.parts import ElidedLabel, IconButton, IconLabel, label
from gui.words.text import file_name

WIDE = 252
"""Width of a card: three stand beside the rail in the smallest window."""


class DropArea(QFrame):
    """A dashed frame with the ways to begin.

    Signals
    -------
    ask(), ask_table()
        A folder, or a table, is to be chosen.
    sample()
        The sample parts are wanted.
    opened(str)
        A folder was chosen from the recent ones.
    go_on()
        The last project is wanted again.
    few()
        There are only a few defects: a folder is to be chosen, and then what is made for that.

    The window itself takes what is dropped, on this frame as anywhere.
    """

    ask = Signal()
    ask_table = Signal()
    sample = Signal()
    opened = Signal(str)
    go_on = Signal()
    few = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "drop")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, 3 * SPACE, 2 * SPACE, 3 * SPACE)
        layout.setSpacing(SPACE)
        title = label(self.tr("Which of your parts are defective, and can a network see it?"), "h1")
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(title)
        self._error = label("", "error", wrap=True, select=True)
        self._error.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._error.hide()
        layout.addWidget(self._error)
        layout.addSpacing(SPACE)
        cards = QHBoxLayout()
        cards.setSpacing(SPACE + 4)
        for card in (self._sample_card(), self._own_card(), self._last_card()):
            cards.addWidget(card, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(cards)
        self._few = IconButton(
            self.tr("Only a few defects? Make an inspector from five of them..."), "compress"
        )
        self._few.setProperty("role", "link")
        self._few.clicked.connect(self.few)
        layout.addWidget(self._few, 0, Qt.AlignmentFlag.AlignCenter)

    # ------------------------------------------------------------------ building

    def _card(self, icon: str, title: str, text: str, *parts: QWidget) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        card.setFixedWidth(WIDE)
        card.setMinimumHeight(268)
        body = QVBoxLayout(card)
        body.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        body.setSpacing(SPACE)
        body.addWidget(IconLabel(icon, 32, "accent"), 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(label(title, "h2"))
        if text:
            body.addWidget(label(text, "muted", wrap=True))
        body.addSpacing(SPACE // 2)
        for part in parts:
            body.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
        body.addStretch(1)
        return card

    def _sample_card(self) -> QFrame:
        self._sample = IconButton(self.tr("Try it"), "play")
        self._sample.clicked.connect(self.sample)
        return self._card(
            "data",
            self.tr("Sample parts"),
            self.tr(
                "Draws 240 pictures of three made-up materials in seconds and answers by itself: "
                "which are defective, where, and how sure that is. Nothing of yours is needed."
            ),
            self._sample,
        )

    def _own_card(self) -> QFrame:
        self._open = IconButton(self.tr("Open data..."), "folder", primary=True)
        self._open.clicked.connect(self.ask)
        table = IconButton(self.tr("A table (CSV)..."))
        table.setProperty("role", "link")
        table.clicked.connect(self.ask_table)
        return self._card(
            "drop",
            self.tr("My images"),
            self.tr(
                "Drop a folder anywhere in this window. Folders per class, label files of other "
                "tools, tables, masks, public sets. What is not clear is asked; nothing is copied "
                "or changed."
            ),
            self._open,
            table,
        )

    def _last_card(self) -> QFrame:
        self._go_on = IconButton("", "play", primary=True)
        self._go_on.clicked.connect(self.go_on)
        self._go_on.hide()
        self._nothing = label(
            self.tr("Your last project and folders will be offered here."), "muted", wrap=True
        )
        holder = QWidget()
        self._recent = QVBoxLayout(holder)
        self._recent.setContentsMargins(0, 0, 0, 0)
        self._recent.setSpacing(2)
        card = self._card("open", self.tr("Go on"), "", self._go_on)
        body = card.layout()
        assert isinstance(body, QVBoxLayout)
        body.insertWidget(body.count() - 1, self._nothing)
        body.insertWidget(body.count() - 1, holder)
        return card

    # ------------------------------------------------------------------ showing

    def show_error(self, text: str) -> None:
        """Say why the last folder could not be read; empty hides it."""
        self._error.setText(text)
        self._error.setVisible(bool(text))

    def show_offer(self, project: str, data: str) -> None:
        """Offer to go on with a project and its images; "" offers nothing."""
        self._go_on.setVisible(bool(project))
        self._go_on.setText(self.tr("Go on with {name}").format(name=file_name(project)))
        self._go_on.setToolTip("\n".join(path for path in (project, data) if path))
        self._open.set_primary(not project)
        self._show_nothing()

    def show_recent(self, folders: list[str]) -> None:
        """Offer folders that were open before."""
        while (item := self._recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        # Those that are gone stay in the menu, which says so.
        folders = [folder for folder in folders if is_there(folder)]
        if folders:
            self._recent.addWidget(label(self.tr("Recent"), "caption"))
        for folder in folders[:4]:
            self._recent.addWidget(self._link(folder))
        self._show_nothing()

    def _show_nothing(self) -> None:
        self._nothing.setVisible(self._go_on.isHidden() and not self._recent.count())

    def _link(self, folder: str) -> QWidget:
        line = QWidget()
        box = QVBoxLayout(line)
        box.setContentsMargins(0, 0, 0, SPACE // 2)
        box.setSpacing(0)
        button = IconButton(file_name(folder))
        button.setProperty("role", "link")
        button.setToolTip(folder)
        button.clicked.connect(lambda: self.opened.emit(folder))
        box.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(ElidedLabel(folder, "small"))
        return line
