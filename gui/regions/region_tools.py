"""The tools to draw regions with, and one sentence that says what counts for this image."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QVBoxLayout, QWidget

from gui.style.guard import guarded
from gui.style.theme import SPACE
from gui.toolkit.parts import IconButton, ThemedButton, label, row

NARROW = 430
"""Pixels below which names do not fit beside the drawings."""


class RegionTools(QWidget):
    """Box, ellipse, move; erase, undo, redo; and a sentence below.

    Signals
    -------
    tool_chosen(str)
        A tool was taken.
    erase_asked(), undo_asked(), redo_asked(), project_asked()
        That button was pressed.
    """

    tool_chosen = Signal(str)
    erase_asked = Signal()
    undo_asked = Signal()
    redo_asked = Signal()
    project_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = {
            "box": self._tool(
                "draw-box", self.tr("Box"), self.tr("Draw a box around a defect (B)")
            ),
            "ellipse": self._tool(
                "draw-ellipse", self.tr("Ellipse"), self.tr("Draw an ellipse around a defect (E)")
            ),
            "move": self._tool(
                "move", self.tr("Move"), self.tr("Move a shape, or the image beside it (M)")
            ),
        }
        self._group = QButtonGroup(self)
        for name, button in self._tools.items():
            self._group.addButton(button)
            button.clicked.connect(lambda _=False, n=name: self.tool_chosen.emit(n))
        self._tools["move"].setChecked(True)
        self._erase = ThemedButton("erase", self.tr("Erase the chosen shape (Delete)"))
        self._undo = ThemedButton("undo", self.tr("Undo (Ctrl+Z)"))
        self._redo = ThemedButton("redo", self.tr("Redo (Ctrl+Shift+Z)"))
        self._erase.clicked.connect(self.erase_asked)
        self._undo.clicked.connect(self.undo_asked)
        self._redo.clicked.connect(self.redo_asked)
        self._place = label("", "small")
        self._place.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words = label("", "small", wrap=True)
        self._shape = label("", "small")
        self._shape.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._shape.setToolTip(self.tr("The chosen shape: width and height, x and y, in pixels"))
        self._project = IconButton(self.tr("Open a project..."), "folder")
        self._project.clicked.connect(self.project_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE + 4, 0, SPACE, SPACE - 2)
        layout.setSpacing(SPACE // 2)
        layout.addLayout(
            row(
                *self._tools.values(),
                None,
                self._erase,
                SPACE,
                self._undo,
                self._place,
                self._redo,
                spacing=2,
            )
        )
        self._said = row(self._words, self._shape, self._project)
        self._said.setStretch(0, 1)
        layout.addLayout(self._said)

    def _tool(self, icon_name: str, text: str, tip: str) -> ThemedButton:
        button = ThemedButton(icon_name, tip, checkable=True)
        button.setText(text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window tools are drawings alone, and the sentence has a line of its own."""
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for button in self._tools.values():
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly if narrow else style)
        self._said.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )

    def show_tool(self, name: str) -> None:
        """Show which tool is in hand."""
        self._tools[name].setChecked(True)

    def show_strokes(self, place: int, strokes: int) -> None:
        """Show the place in the list of strokes: so many hold, of so many."""
        self._place.setText(f"{place} / {strokes}" if strokes else "")
        template = self.tr("{place} of {all} strokes hold")
        said = template.format(place=place, all=strokes)
        self._place.setToolTip(said)
        self._place.setAccessibleName(said)

    def show_shape(self, words: str) -> None:
        """Show where the chosen shape is."""
        self._shape.setText(words)

    def enable(self, *, draw: bool, erase: bool, undo: bool, redo: bool) -> None:
        """Say what can be done now."""
        for name, button in self._tools.items():
            button.setEnabled(draw or name == "move")
        self._erase.setEnabled(erase)
        self._undo.setEnabled(undo)
        self._redo.setEnabled(redo)

    def say(self, words: str, *, project: bool = False) -> None:
        """Say what counts for this image; `project` offers to open one."""
        self._words.setText(words)
        # Room for two lines and a shape at any time: the image must not jump below a drag.
        metrics = self._words.fontMetrics()
        self._words.setMinimumHeight(2 * metrics.lineSpacing() + 2)
        widest = "0000 \N{MULTIPLICATION SIGN} 0000  (0000, 0000)"
        self._shape.setMinimumWidth(metrics.horizontalAdvance(widest))
        self._shape.setVisible(not project)
        self._project.setVisible(project)
