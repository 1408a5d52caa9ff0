"""The first thing a new user sees: where to drop a folder of images."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gui.text import file_name
from gui.theme import SPACE
from gui.widgets.parts import ElidedLabel, IconButton, IconLabel, label, rule, set_property


def dropped_folder(mime: QMimeData) -> str:
    """Return the folder (or the file's folder) that a drag carries, empty if none."""
    for url in mime.urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and path.exists():
            return str(path if path.is_dir() else path.parent)
    return ""


class DropArea(QFrame):
    """A dashed frame with an open button, the layouts that are understood, and recent folders.

    Signals
    -------
    ask()
        The open button was pressed.
    dropped(str)
        A folder was dropped or chosen from the recent ones.
    """

    ask = Signal()
    dropped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "drop")
        self.setAcceptDrops(True)
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
                "Understood as they are: DAGM 2007, one folder per class, MVTec AD, or a table "
                "(CSV) that names images and labels. Nothing is copied or changed."
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
        button = IconButton(self.tr("Open data..."), "folder", primary=True)
        button.clicked.connect(self.ask)
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

    def show_recent(self, folders: list[str]) -> None:
        """Offer folders that were open before."""
        while (item := self._recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
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
        button.clicked.connect(lambda: self.dropped.emit(folder))
        box.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(ElidedLabel(folder, "small"))
        return line

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show that a folder may be dropped."""
        if dropped_folder(event.mimeData()):
            set_property(self, "active", "true")
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Look as before."""
        set_property(self, "active", "false")

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the folder."""
        set_property(self, "active", "false")
        folder = dropped_folder(event.mimeData())
        if folder:
            event.acceptProposedAction()
            self.dropped.emit(folder)
