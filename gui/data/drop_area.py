"""The first thing a new user sees: where to drop a folder of images."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gui.style.theme import SPACE
from gui.toolkit.drops import is_there
from gui.toolkit.parts import ElidedLabel, IconButton, IconLabel, label, rule
from gui.words.text import file_name


class DropArea(QFrame):
    """A dashed frame with an open button, the layouts that are understood, and recent folders.

    Signals
    -------
    ask(), ask_table()
        A folder, or a table, is to be chosen.
    opened(str)
        A folder was chosen from the recent ones.
    go_on()
        The last project is wanted again.

    The window itself takes what is dropped, on this frame as anywhere.
    """

    ask = Signal()
    ask_table = Signal()
    opened = Signal(str)
    go_on = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "drop")
        self.setMinimumSize(420, 340)
        self.setMaximumWidth(680)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(5 * SPACE, 4 * SPACE, 5 * SPACE, 4 * SPACE)
        layout.setSpacing(SPACE)
        layout.addStretch(1)
        layout.addWidget(IconLabel("drop", 44, "accent"))
        title = label(self.tr("Drop a folder of inspection images here"), "h1")
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(title)
        text = label(
            self.tr(
                "Folders per class, label files of other tools, tables, masks, public sets as they "
                "are released. What is not clear is asked. Nothing is copied or changed."
            ),
            "muted",
            wrap=True,
        )
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(text)
        self._error = label("", "error", wrap=True, select=True)
        self._error.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._error.hide()
        layout.addWidget(self._error)
        layout.addSpacing(SPACE)
        self._go_on = IconButton("", "play", primary=True)
        self._go_on.clicked.connect(self.go_on)
        self._go_on.hide()
        self._open = IconButton(self.tr("Open data..."), "folder", primary=True)
        self._open.clicked.connect(self.ask)
        table = IconButton(self.tr("A table (CSV)..."))
        table.setProperty("role", "link")
        table.clicked.connect(self.ask_table)
        for button in (self._go_on, self._open, table):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignCenter)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        layout.addSpacing(SPACE)
        layout.addLayout(self._recent)
        layout.addStretch(1)

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

    def show_recent(self, folders: list[str]) -> None:
        """Offer folders that were open before."""
        while (item := self._recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        # Those that are gone stay in the menu, which says so.
        folders = [folder for folder in folders if is_there(folder)]
        if not folders:
            return
        self._recent.addWidget(rule())
        self._recent.addSpacing(SPACE // 2)
        self._recent.addWidget(label(self.tr("Recent"), "caption"))
        for folder in folders[:4]:
            self._recent.addWidget(self._link(folder))

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
