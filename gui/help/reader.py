"""A page of the help, drawn with its pictures, that can be searched and read by its headings."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QColor, QImage, QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from gui.style.guard import guarded_to
from gui.style.look import LOOK

WIDE = 700
"""Widest a picture is shown, in pixels at the usual text size."""


def folder() -> Path:
    """Where the pages lie that travel with the program."""
    return Path(str(resources.files("resources").joinpath("help")))


def page_text(name: str, language: str) -> str:
    """Return a page in a language, or in English; "" if it is not there."""
    for file in (f"{name}.{language}.md", f"{name}.md"):
        path = folder() / file
        if path.is_file():
            return path.read_text("utf-8")
    return ""


def _nothing() -> object:
    """What stands for a picture that cannot be read."""
    return None


class Reader(QTextBrowser):
    """Shows Markdown or HTML.

    Signals
    -------
    wanted(str)
        A link leads to another page, named without its ending.
    """

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setSearchPaths([str(folder())])
        self.anchorClicked.connect(self._follow)
        self._found: list[QTextCursor] = []
        self._at = -1

    @guarded_to(_nothing)
    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Load a picture from where the pages lie, as wide as the text is."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        image = QImage(str(folder() / QUrl(name).toString()))
        wide = round(WIDE * LOOK.points(0) / 9.5)
        if image.width() > wide:
            mode = Qt.TransformationMode.SmoothTransformation
            image = image.scaledToWidth(wide, mode)
        return image

    # ------------------------------------------------------------------ headings

    def headings(self) -> list[tuple[int, str, int]]:
        """Return (level, text, number of its block) of every heading but the title."""
        result, block = [], self.document().begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            if level > 1:
                result.append((level, block.text(), block.blockNumber()))
            block = block.next()
        return result

    def go_to(self, number: int) -> None:
        """Bring a block to the upper edge."""
        block = self.document().findBlockByNumber(number)
        self._bring(block)
        self.setTextCursor(QTextCursor(block))

    def _bring(self, block: QTextBlock) -> None:
        top = self.document().documentLayout().blockBoundingRect(block).top()
        self.verticalScrollBar().setValue(round(top))

    # ------------------------------------------------------------------ searching

    def search(self, text: str) -> int:
        """Mark every place that holds a text, go to the first; return how many."""
        self._found, self._at = [], -1
        cursor = QTextCursor(self.document())
        while text:
            cursor = self.document().find(text, cursor)
            if cursor.isNull():
                break
            self._found.append(cursor)
        self._mark()
        if self._found:
            self.step(1)
        return len(self._found)

    def step(self, by: int) -> int:
        """Go to another found place, round the end; return its number from 1, 0 for none."""
        if not self._found:
            return 0
        self._at = (self._at + by) % len(self._found)
        self.setTextCursor(self._found[self._at])
        self.ensureCursorVisible()
        return self._at + 1

    def _mark(self) -> None:
        marks = []
        for cursor in self._found:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = cursor  # type: ignore[attr-defined]
            mark.format.setBackground(QColor(LOOK.colours.warn_soft))  # type: ignore[attr-defined]
            marks.append(mark)
        self.setExtraSelections(marks)

    def _follow(self, url: QUrl) -> None:
        if url.path().endswith(".md"):
            self.wanted.emit(url.path().removesuffix(".md"))
