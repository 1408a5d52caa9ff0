"""The stages of making an inspector: which wait, which one is at work, how long each took."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from gui.few_defects.state import STAGES, Making
from gui.few_defects.words import seconds_text, stage_about, stage_name
from gui.style.icons import pixmap
from gui.style.look import LOOK
from gui.style.theme import SPACE
from gui.toolkit.parts import ElidedLabel, label, set_property
from gui.words.text import count, duration, stage_text

SIDE, ABOUT = 16, 26
"""Side of a mark; height of the line below a stage's name."""


class StageList(QWidget):
    """One line a stage: a mark, its name, what it does just now, its time.

    Attributes
    ----------
    said
        State and time of each stage as shown: "waiting", "running" or "done".
    """

    def __init__(self) -> None:
        super().__init__()
        self.said: dict[str, tuple[str, str]] = {}
        self._making: tuple[Making, float] | None = None
        self._rows: dict[str, tuple[QLabel, QLabel, ElidedLabel, QLabel]] = {}
        self._grid = grid = QGridLayout(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(1, 1)
        for place, stage in enumerate(STAGES):
            mark, name = label(), label(stage_name(stage))
            mark.setFixedSize(SIDE, SIDE)
            took, doing = label("", "muted"), ElidedLabel("", "small")
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            grid.addWidget(mark, 2 * place, 0)
            grid.addWidget(name, 2 * place, 1)
            grid.addWidget(took, 2 * place, 2, right)
            # Its line is always there, so that nothing jumps from stage to stage.
            grid.addWidget(doing, 2 * place + 1, 1, 1, 2, Qt.AlignmentFlag.AlignTop)
            self._rows[stage] = (mark, name, doing, took)
        LOOK.changed.connect(self._draw)

    def show_making(self, making: Making, now: float) -> None:
        """Show how far it is."""
        self._making = making, now
        self._draw()

    def _draw(self) -> None:
        if self._making is None:
            return
        making, now = self._making
        self.said.clear()
        for place, (stage, (mark, name, doing, took)) in enumerate(self._rows.items()):
            there = stage in making.stages
            self._grid.setRowMinimumHeight(2 * place + 1, ABOUT if there else 0)
            for part in (mark, name, doing, took):
                part.setVisible(there)
            if not there:
                continue
            running = stage == making.stage
            done = not running and stage in making.seconds
            seconds = making.spent(stage, now)
            state = "running" if running else "done" if done else "waiting"
            time = duration(seconds) if running else seconds_text(seconds) if done else ""
            self.said[stage] = state, time
            self._mark(mark, state)
            set_property(name, "role", "h3" if running else "" if done else "muted")
            took.setText(self.tr("waiting") if state == "waiting" and making.job else time)
            asked = making.command
            about = stage_about(stage, asked) if asked and not done else ""
            doing.set_whole(self._doing(making) if running else about)

    def _doing(self, making: Making) -> str:
        words = stage_text(making.detail) if making.detail else self.tr("running")
        if making.total > 1:
            words = f"{words} {count(making.done)}/{count(making.total)}"
        return words

    def _mark(self, mark: QLabel, state: str) -> None:
        colours, ratio = LOOK.colours, self.devicePixelRatioF()
        if state == "waiting":
            mark.setPixmap(_ring(colours.line_strong, ratio))
        elif state == "running":
            mark.setPixmap(pixmap("play", colours.accent, SIDE, ratio))
        else:
            mark.setPixmap(pixmap("check", colours.good, SIDE, ratio))


def _ring(colour: str, ratio: float) -> QPixmap:
    """Return an empty circle: nothing has come of it yet."""
    result = QPixmap(round(SIDE * ratio), round(SIDE * ratio))
    result.setDevicePixelRatio(ratio)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), 1.5))
    painter.drawEllipse(QRectF(4, 4, SIDE - 8, SIDE - 8))
    painter.end()
    return result
