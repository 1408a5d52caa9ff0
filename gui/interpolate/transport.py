"""The slider from the first image to the second, with steps and play."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QSlider, QStyle, QWidget

from gui.interpolate.looks import place_text
from gui.interpolate.painted import PaintedText
from gui.style.guard import guarded
from gui.style.theme import SPACE
from gui.toolkit.parts import IconButton, ThemedButton, label, row

TICKS = 1000
SECONDS = 4.0
"""From one end to the other while it plays."""


class LineSlider(QSlider):
    """Goes where it is clicked; arrows move it by 0.01, Page Up and Down by 0.1."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(0, TICKS)
        self.setSingleStep(TICKS // 100)
        self.setPageStep(TICKS // 10)
        self.setAccessibleName(self.tr("Place between A and B"))
        self.setToolTip(self.tr("Arrows: 0.01. Page Up, Page Down: 0.1. Home, End: A, B."))

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let the handle jump under the mouse, then drag it."""
        if event.button() == Qt.MouseButton.LeftButton:
            handle = self.style().pixelMetric(QStyle.PixelMetric.PM_SliderLength, None, self)
            self.setValue(
                QStyle.sliderValueFromPosition(
                    0, TICKS, round(event.position().x() - handle / 2), self.width() - handle
                )
            )
        super().mousePressEvent(event)


class Transport(QFrame):
    """Play, steps, slider, place, and the way to the next flip.

    Signals
    -------
    moved(float)
        The user, or the play button, wants that place.
    boundary()
        The user wants the next place where a verdict flips.
    """

    moved = Signal(float)
    boundary = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.play = ThemedButton("play", self.tr("Play from A to B (Space)"))
        self.play.setShortcut("Space")
        self.play.clicked.connect(self.toggle)
        self.loop = ThemedButton("loop", self.tr("Play back and forth"), checkable=True)
        self.slider = LineSlider()
        self.slider.valueChanged.connect(lambda value: self.moved.emit(value / TICKS))
        back = ThemedButton("previous", self.tr("One step back (0.01)"))
        forth = ThemedButton("next", self.tr("One step on (0.01)"))
        back.clicked.connect(lambda: self._step(-1))
        forth.clicked.connect(lambda: self._step(1))
        for button in (back, forth):
            button.setAutoRepeat(True)
        self.place = PaintedText(bold=True)
        self.place.setFixedWidth(72)
        self.walk = IconButton(self.tr("Walk to the boundary"), "boundary")
        self.walk.setToolTip(self.tr("Go to the next place where a verdict flips"))
        self.walk.clicked.connect(self.boundary)
        layout = row(
            self.play,
            self.loop,
            4,
            label("A", "h3"),
            self.slider,
            label("B", "h3"),
            4,
            back,
            forth,
            self.place,
            self.walk,
        )
        layout.setContentsMargins(SPACE, 5, SPACE, 5)
        layout.setStretch(4, 1)
        self.setLayout(layout)
        self._timer = QTimer(self)
        self._timer.setInterval(16)
        self._timer.timeout.connect(self._advance)
        self._clock = QElapsedTimer()
        self._direction = 1
        self._exact = 0.0

    @property
    def playing(self) -> bool:
        """Whether the slider moves by itself."""
        return self._timer.isActive()

    def show_place(self, t: float) -> None:
        """Show a place without asking for it."""
        self._exact = t
        self.place.show_text(place_text(t))
        self.slider.blockSignals(True)
        self.slider.setValue(round(t * TICKS))
        self.slider.blockSignals(False)

    def toggle(self) -> None:
        """Play or pause; at B it begins at A again."""
        if self.playing:
            self.stop()
            return
        if self.slider.value() == TICKS and not self.loop.isChecked():
            self.slider.setValue(0)
        if self.slider.value() == 0:
            self._direction = 1
        self._clock.start()
        self._timer.start()
        self.play.set_icon_name("pause")

    def stop(self) -> None:
        """Stay where it is."""
        self._timer.stop()
        self.play.set_icon_name("play")

    def _advance(self) -> None:
        """Go as far as time has gone: a slow picture is skipped, never queued."""
        t = self._exact + self._direction * self._clock.restart() / 1000 / SECONDS
        if not 0.0 <= t <= 1.0:
            t = min(1.0, max(0.0, t))
            if self.loop.isChecked():
                self._direction = -self._direction
            else:
                self.stop()
                self._direction = 1
        self.moved.emit(t)

    def _step(self, by: int) -> None:
        self.stop()
        self.slider.setValue(self.slider.value() + by * self.slider.singleStep())

    @guarded
    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing plays where nobody looks."""
        self.stop()
        super().hideEvent(event)
