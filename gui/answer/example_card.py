"""An image with where the defect is said to be, and what that came to."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from engine.answer.values import Example
from gui.answer.words import example_words
from gui.store.thumbnails import Thumbnails
from gui.style.guard import guarded, guarded_to
from gui.style.images import as_indexed, to_levels
from gui.style.theme import SPACE, colour_table
from gui.toolkit.parts import ElidedLabel, label, set_property
from gui.words.text import file_name

MAP = "inferno"


class ExamplePicture(QWidget):
    """The picture: a thumbnail, the evidence for a defect over it.

    Attributes
    ----------
    example
        What is shown; None for nothing.
    """

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self.example: Example | None = None
        self._thumbnails = thumbnails
        self._heat: QImage | None = None
        self.setMinimumSize(110, 90)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_example(self, example: Example | None) -> None:
        """Show another one."""
        self.example, self._heat = example, None
        if example is not None:
            # Where nothing speaks for a defect nothing is drawn.
            levels, _ = to_levels(example.heat.clip(min=0), diverging=False)
            self._heat = as_indexed(levels, colour_table(MAP)).copy()
        self.update()

    @guarded_to(QSize)
    def sizeHint(self) -> QSize:
        """As large as a thumbnail."""
        return QSize(200, 200)

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint both, as large as they fit."""
        if self.example is None:
            return
        image = self._thumbnails.image(self.example.index)
        if image is None or image.isNull():
            return
        size = image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(
            (self.width() - size.width()) // 2,
            (self.height() - size.height()) // 2,
            size.width(),
            size.height(),
        )
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, image)
        if self._heat is not None:
            painter.setOpacity(0.55)
            painter.drawImage(place, self._heat)
        painter.end()


class ExampleCard(QWidget):
    """A picture, its file and what is said of it; a click shows the image.

    Signals
    -------
    chosen(int)
        The image of that index is to be looked at.
    """

    chosen = Signal(int)

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self.picture = ExamplePicture(thumbnails)
        self.name, self.words = ElidedLabel("", "small"), label("", "small", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE // 2)
        layout.addWidget(self.picture, 1)
        layout.addWidget(self.name)
        layout.addWidget(self.words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Example image"))

    def show_example(self, example: Example | None) -> None:
        """Show another image, or nothing."""
        self.setVisible(example is not None)
        self.picture.show_example(example)
        if example is None:
            return
        words = example_words(example)
        self.name.set_whole(file_name(example.file))
        self.words.setText(words)
        set_property(self.words, "role", "small" if example.right else "warn")
        self.setAccessibleName(f"{file_name(example.file)}: {words}")

    @guarded
    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """A click chooses it."""
        self._choose()

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """So does Enter or Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        if self.picture.example is not None:
            self.chosen.emit(self.picture.example.index)
