"""What a drag would open, said over the whole window while it is above it."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.shell.cover import Cover
from gui.style.guard import guarded
from gui.style.theme import SPACE
from gui.toolkit.drops import Dropped, Here, dropped
from gui.toolkit.parts import ElidedLabel, IconLabel, label, set_property
from gui.words.text import file_name


class DropVeil(Cover):
    """Takes the drag over from the window as soon as it is shown.

    Attributes
    ----------
    here
        What a drag means on the page that is shown, if anything of its own.

    Signals
    -------
    opened(object)
        Something was dropped that can be opened, as a `Dropped`.
    refused(str)
        Something was dropped that cannot, and why.
    """

    opened = Signal(object)
    refused = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, "drop")
        self.setAcceptDrops(True)
        self.entered = False
        self.here: Here | None = None
        self._found = Dropped()
        layout = QVBoxLayout(self.panel)
        layout.setContentsMargins(5 * SPACE, 4 * SPACE, 5 * SPACE, 4 * SPACE)
        layout.setSpacing(SPACE)
        self._good, self._bad = IconLabel("drop", 52, "accent"), IconLabel("warning", 52, "bad")
        self._title, self._hint = label("", "h1", wrap=True), label("", "muted", wrap=True)
        self._path = ElidedLabel("", "muted")
        layout.addStretch(1)
        for part in (self._good, self._bad, self._title, self._path, self._hint):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(part)
        layout.addStretch(1)
        self._layout.addWidget(self.panel)

    def show_drag(self, mime: QMimeData) -> bool:
        """Say what a drag would open; False if it has nothing to do with files."""
        result = dropped(mime, self.here)
        if result is None:
            return False
        self._found, self.entered = result, False
        bad = bool(result.refused)
        set_property(self.panel, "active", "bad" if bad else "true")
        self._good.setVisible(not bad)
        self._bad.setVisible(bad)
        self._title.setText(self._headline(result))
        paths = [
            path for path in (result.run or result.project, result.data, result.inspect) if path
        ]
        self._path.set_whole("    ".join(paths))
        self._path.setVisible(not bad)
        self._hint.setText(result.refused or self._what_happens(result))
        self.lay()
        return True

    def _headline(self, found: Dropped) -> str:
        if found.refused:
            return self.tr("This cannot be opened")
        if found.inspect:
            template = self.tr("Inspect the images in {name}")
            return template.format(name=file_name(found.inspect))
        name, images = file_name(found.project), file_name(found.data)
        if found.project and found.data:
            template = self.tr("Open the project {name} and the images {images}")
            return template.format(name=name, images=images)
        if found.run:
            return self.tr("Open the run {name}").format(name=file_name(found.run))
        if found.project:
            return self.tr("Open the project {name}").format(name=name)
        return self.tr("Open the images {name}").format(name=images)

    def _what_happens(self, found: Dropped) -> str:
        if found.inspect:
            return self.tr("Let go to choose this folder. Nothing is judged before you say so.")
        if found.data:
            return self.tr("Let go to read them. Nothing is copied or changed.")
        return self.tr("Let go to open it. Images that are open stay open.")

    # ------------------------------------------------------------------ Qt

    @guarded
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Keep the drag, also one that is refused: only so its end is heard of."""
        self.show_drag(event.mimeData())
        self.entered = True
        event.acceptProposedAction()

    @guarded
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Let the mouse pointer say whether it may be dropped."""
        if self._found.refused:
            event.ignore()
        else:
            event.acceptProposedAction()

    @guarded
    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """The drag went away."""
        self.lift()

    @guarded
    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped, or say why not."""
        self.lift()
        result = dropped(event.mimeData(), self.here) or self._found
        if result.refused:
            event.ignore()
            self.refused.emit(result.refused)
            return
        event.acceptProposedAction()
        self.opened.emit(result)
