"""Where the time went: the stages' seconds as one thin stacked bar with numbers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gui.few_defects.words import seconds_text, seconds_words, stage_word
from gui.style.guard import guarded, guarded_to
from gui.style.look import LOOK
from gui.toolkit.legend import Key, Legend

HEIGHT = 12


class StageBar(QWidget):
    """A bar, and below it what its colours stand for, with seconds."""

    def __init__(self) -> None:
        super().__init__()
        self._seconds: tuple[tuple[str, float], ...] = ()
        self.setAccessibleName(self.tr("Seconds of each stage"))
        self._bar = _Stack()
        self._legend = Legend()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self._bar)
        layout.addWidget(self._legend)
        LOOK.changed.connect(self._draw)

    def show_seconds(self, seconds: Sequence[tuple[str, float]]) -> None:
        """Show other times."""
        self._seconds = tuple(seconds)
        self.setAccessibleDescription(seconds_words(self._seconds))
        self._draw()

    def _draw(self) -> None:
        colours = [LOOK.run_colour(place + 1) for place in range(len(self._seconds))]
        self._bar.show_parts(
            [(took, c) for (_, took), c in zip(self._seconds, colours, strict=True)]
        )
        self._legend.show_keys(
            [
                Key(colour, f"{stage_word(stage)} {seconds_text(took)}")
                for (stage, took), colour in zip(self._seconds, colours, strict=True)
            ]
        )


class _Stack(QWidget):
    """Parts beside each other, as wide as their share."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[tuple[float, QColor]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_parts(self, parts: list[tuple[float, QColor]]) -> None:
        self._parts = parts
        self.update()

    @guarded_to(QSize)
    def sizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        whole = sum(size for size, _ in self._parts)
        if whole <= 0:
            return
        painter = QPainter(self)
        x = 0.0
        for size, colour in self._parts:
            width = self.width() * size / whole
            # A hair's breadth between them; what took next to no time is still to be seen.
            painter.fillRect(QRectF(x, 0, max(1.0, width - 1), HEIGHT), colour)
            x += width
        painter.end()
