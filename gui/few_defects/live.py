"""An inspector to be made: its stages, and beside them the curve of the step that is running."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from engine.few_defects.messages import MakeInspector
from gui.compress.found import FIGURES
from gui.compress.words import figure_name
from gui.few_defects.stages import StageList
from gui.few_defects.state import Making
from gui.style.look import LOOK
from gui.style.theme import SPACE
from gui.toolkit.curve_plot import CurvePlot, Trace
from gui.toolkit.empty import EmptyState
from gui.toolkit.parts import ElidedLabel, row

TEACHER, STUDENT = 1, 2
"""Keys of both curves: they differ in colour and shape."""


class FewLive(QWidget):
    """Stages on the left; on the right the curve, or before the start what it is about."""

    def __init__(self) -> None:
        super().__init__()
        self._making = Making()
        self.stages = StageList()
        self.plot = CurvePlot()
        self.words = ElidedLabel("", "h3")
        self.figure = QComboBox()
        self.figure.setAccessibleName(self.tr("Figure drawn"))
        for name in FIGURES:
            self.figure.addItem(figure_name(name), name)
        self.figure.currentIndexChanged.connect(self._choose)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self.stages)
        left.addStretch(1)
        head = row(self.words, self.figure)
        head.setStretch(0, 1)
        right.setSpacing(2)
        right.setContentsMargins(0, 0, 0, 0)
        curve = QWidget()
        curve.setLayout(right)
        self.about = EmptyState(
            "compress",
            self.tr("Five defects to a fast inspector"),
            self.tr(
                "A teacher learns from your few labelled defects. A far smaller student learns "
                "from it, on your normal images and on defects made from yours. Choose on the "
                "left and start: one order, to the end."
            ),
        )
        self._right = QStackedWidget()
        for view in (self.about, curve):
            self._right.addWidget(view)
        right.addLayout(head)
        right.addWidget(self.plot, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(3 * SPACE)
        across.addLayout(left, 3)
        across.addWidget(self._right, 7)
        self._choose()

    def show_plan(self, asked: MakeInspector) -> None:
        """Show what is to be done."""
        self.stages.show_making(Making(asked), 0.0)
        self._right.setCurrentIndex(0)

    def show_making(self, making: Making, now: float) -> None:
        """Show how far it is."""
        self._making = making
        self._right.setCurrentIndex(1)
        self.stages.show_making(making, now)
        taught = len(making.lesson.loss) > 0 or not len(making.teacher.loss)
        self.words.set_whole(
            self.tr("Student, on validation images")
            if taught
            else self.tr("Teacher, on validation images")
        )
        key, curve = (STUDENT, making.lesson) if taught else (TEACHER, making.teacher)
        trace = Trace(key, self.words.whole, LOOK.run_colour(key), curve, front=True)
        self.plot.show_traces([trace])
        self._show_baseline()

    def _choose(self) -> None:
        figure = self.figure.currentData()
        self.plot.set_figure(figure, f"{figure_name(figure)}, %")
        self._show_baseline()

    def _show_baseline(self) -> None:
        accuracy = self.figure.currentData() == "accuracy"
        self.plot.set_baseline(self._making.baseline if accuracy else None)
