"""Accuracy against compression: students beside their teacher and the trivial baseline."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from engine.core.recipe import Setting
from gui.compress.found import STUDENTS, Student
from gui.style.look import LOOK
from gui.style.pens import screen_pen
from gui.toolkit.legend import Key
from gui.toolkit.plots import dress, quiet_plot, setting_colour
from gui.words.terms import setting_name
from gui.words.text import count, percent


@dataclass(frozen=True, slots=True)
class Series:
    """Students of one kind; `joined` draws a line through the mean of each size."""

    name: str
    colour: QColor
    symbol: str
    points: tuple[tuple[int, float], ...]
    joined: bool = True


class StudentPlot(QWidget):
    """Students as marks over their filters (logarithmic).

    Attributes
    ----------
    series
        What is drawn.
    teacher, baseline
        Accuracies drawn as lines, None where not known.
    """

    def __init__(self) -> None:
        super().__init__()
        self.series: list[Series] = []
        self.teacher: float | None = None
        self.baseline: float | None = None
        self._found: tuple[tuple[Student, ...], str] = ((), "")
        self.plot = quiet_plot(
            self, self.tr("Test accuracy, %"), bottom=self.tr("Filters (logarithmic)")
        )
        self.plot.showGrid(x=False, y=True, alpha=0.14)
        LOOK.changed.connect(self._again)

    def show_students(
        self,
        found: Sequence[Student],
        teacher: str,
        accuracy: float | None,
        baseline: float | None,
    ) -> None:
        """Draw students; `teacher` is the name of the chosen run."""
        self._found = tuple(found), teacher
        self.teacher, self.baseline = accuracy, baseline
        self._again()

    @property
    def keys(self) -> list[Key]:
        """What marks and lines stand for."""
        shapes = {"o": "circle", "x": "cross"}
        keys = [Key(x.colour, x.name, shapes.get(x.symbol, "square")) for x in self.series]
        if self.teacher is not None:
            words = self.tr("teacher {value}").format(value=percent(self.teacher))
            keys.append(Key(QColor(LOOK.colours.text), words, "line"))
        if self.baseline is not None:
            words = self.tr("trivial baseline {value}").format(value=percent(self.baseline))
            keys.append(Key(QColor(LOOK.colours.muted), words, "dash"))
        return keys

    def _again(self) -> None:
        dress(self.plot)
        self.plot.clear()
        self.series = self._sorted()
        for one in self.series:
            self._draw(one)
        for share, colour, style in self._levels():
            pen = screen_pen(colour, width=1, style=style)
            line = pg.InfiniteLine(100 * share, angle=0, movable=False, pen=pen)
            self.plot.addItem(line, ignoreBounds=True)
        self._ranges()

    def _sorted(self) -> list[Series]:
        """Students of this run, without a teacher, and of other runs by their setting."""
        result, teacher = self._found
        known = [
            (one, (one.cost.filters, 100 * one.test.accuracy))
            for one in result
            if one.cost is not None and one.test is not None
        ]
        taught = [(one, at) for one, at in known if one.lessons != "labels"]
        groups = [
            (
                self.tr("Taught by this run"),
                QColor(LOOK.colours.accent),
                "o",
                [at for one, at in taught if one.teacher == teacher],
                True,
            ),
            (
                self.tr("Without a teacher"),
                QColor(LOOK.colours.muted),
                "x",
                [at for one, at in known if one.lessons == "labels"],
                False,
            ),
        ]
        others = [(one, at) for one, at in taught if one.teacher != teacher]
        for setting in Setting:
            at = [place for one, place in others if one.setting is setting]
            name = self.tr("Taught by another: {setting}").format(setting=setting_name(setting))
            groups.append((name, setting_colour(setting), "s", at, False))
        return [
            Series(name, colour, symbol, tuple(sorted(at)), joined)
            for name, colour, symbol, at, joined in groups
            if at
        ]

    def _draw(self, one: Series) -> None:
        x = [math.log10(max(1, filters)) for filters, _ in one.points]
        y = [accuracy for _, accuracy in one.points]
        pen = screen_pen(one.colour, width=2)
        cross = one.symbol == "x"
        self.plot.plot(
            x,
            y,
            pen=pen if one.joined else None,
            symbol=one.symbol,
            symbolSize=10,
            symbolBrush=one.colour,
            symbolPen=pen if cross else None,
        )

    def _levels(self) -> list[tuple[float, QColor, Qt.PenStyle]]:
        levels = (
            (self.teacher, QColor(LOOK.colours.text), Qt.PenStyle.SolidLine),
            (self.baseline, QColor(LOOK.colours.muted), Qt.PenStyle.DashLine),
        )
        return [(share, colour, style) for share, colour, style in levels if share is not None]

    def _ranges(self) -> None:
        sizes = sorted({*STUDENTS, *(filters for one in self.series for filters, _ in one.points)})
        ticks = [(math.log10(size), count(size)) for size in STUDENTS]
        self.plot.getAxis("bottom").setTicks([ticks])
        self.plot.setXRange(
            math.log10(max(1, sizes[0])) - 0.08, math.log10(sizes[-1]) + 0.08, padding=0
        )
        levels = [100 * x for x in (self.teacher, self.baseline) if x is not None]
        values = [y for one in self.series for _, y in one.points] + levels or [50.0, 100.0]
        spare = max(2.0, 0.12 * (max(values) - min(values)))
        self.plot.setYRange(min(values) - spare, min(103.0, max(values) + spare), padding=0)
