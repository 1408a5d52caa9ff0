"""Two plots of a study: when runs arrive at an AUC, and AUC against labelled defects."""

from __future__ import annotations

import math

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.core.recipe import Setting
from engine.study.values import Board, CurveDot, Reach, kaplan_meier
from gui.style.look import LOOK
from gui.style.pens import screen_pen
from gui.toolkit.legend import MARK, Key, Legend
from gui.toolkit.plots import dress, quiet_plot, setting_colour
from gui.words.terms import setting_name

NONE_AT = 0.5
"""Where no labelled defect stands on a logarithmic axis."""

SYMBOLS = {
    Setting.SCRATCH: "t",
    Setting.SCRATCH_AUG: "t1",
    Setting.TRANSFER: "o",
    Setting.FROZEN: "s",
    Setting.SMALL: "d",
    Setting.FILTERS: "+",
    Setting.PROBE: "x",
}


class _StudyPlot(QWidget):
    """A plot that is drawn anew when the look changes."""

    def __init__(self, left: str, bottom: str) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setSpacing(4)
        # Above the plot: curves end wherever data has them, and a legend among them hides some.
        self.legend = Legend()
        layout.addWidget(self.legend)
        self.plot = quiet_plot(self, left, bottom=bottom)
        self.plot.showGrid(x=False, y=True, alpha=0.14)
        self._board: Board | None = None
        LOOK.changed.connect(self._again)
        dress(self.plot)

    def show_board(self, board: Board) -> None:
        """Draw another board."""
        self._board = board
        self._again()

    def _again(self) -> None:
        dress(self.plot)
        self.plot.clear()
        self.legend.show_keys(self._draw(self._board) if self._board is not None else ())

    def _draw(self, board: Board) -> list[Key]:
        """Draw a board, and say what its curves are."""
        raise NotImplementedError

    def _log_ticks(self, values: list[int], *, none: bool = False) -> None:
        ticks = [(math.log10(value), f"{value:,}") for value in values]
        if none:
            ticks.append((math.log10(NONE_AT), "0"))
        self.plot.getAxis("bottom").setTicks([ticks])


class ArrivalPlot(_StudyPlot):
    """Share of folds whose live validation has reached an AUC, against iterations (log)."""

    def __init__(self) -> None:
        super().__init__("", "")
        self.plot.setLabel("left", self.tr("Folds that arrived, %"))
        self.plot.setAccessibleName(self.tr("Folds that arrived, %"))
        self.plot.setLabel("bottom", self.tr("Iterations (logarithmic)"))
        self._auc = 0.95

    def show_auc(self, board: Board, auc: float) -> None:
        """Draw the arrivals at another AUC."""
        self._auc = auc
        self.show_board(board)

    def _draw(self, board: Board) -> list[Key]:
        result = [item for item in board.reach if item.auc == self._auc]
        most = max([item.iteration for item in result] or [10])
        keys = []
        for setting in Setting:
            mine = [item for item in result if item.setting is setting]
            if mine:
                self._steps(setting, mine, most)
                keys.append(Key(setting_colour(setting), setting_name(setting), "line"))
        top = math.ceil(math.log10(max(10, most)))
        self._log_ticks([10**power for power in range(top + 1)])
        self.plot.setXRange(0, math.log10(max(10, most)) + 0.1, padding=0)
        self.plot.setYRange(-4, 104, padding=0)
        return keys

    def _steps(self, setting: Setting, mine: list[Reach], most: int) -> None:
        steps = [(max(1, at), 100 * (1 - left)) for at, left in kaplan_meier(mine)]
        x, y = [math.log10(at) for at, _ in steps], [share for _, share in steps]
        # A step lasts until the next one, the last until the run that was followed longest.
        ends = [*x[1:], math.log10(max(most, steps[-1][0]))]
        line_x = [value for pair in zip(x, ends, strict=True) for value in pair]
        line_y = [value for share in y for value in (share, share)]
        pen = screen_pen(setting_colour(setting), width=2)
        self.plot.plot(line_x, line_y, pen=pen)
        cut = [item for item in mine if not item.reached]
        if cut:
            at = [math.log10(max(1, item.iteration)) for item in cut]
            level = [
                next(share for s, share in reversed(steps) if s <= max(1, item.iteration))
                for item in cut
            ]
            self.plot.plot(at, level, pen=None, symbol="|", symbolPen=pen, symbolSize=14)


class DefectsPlot(_StudyPlot):
    """Test AUC against labelled defects (log), with intervals and every draw."""

    def __init__(self) -> None:
        super().__init__("", "")
        self.plot.setLabel("left", self.tr("Test AUC"))
        self.plot.setAccessibleName(self.tr("Test AUC"))
        self.plot.setLabel("bottom", self.tr("Labelled defects (logarithmic)"))

    def _draw(self, board: Board) -> list[Key]:
        counts = sorted({dot.defects for dot in board.curve})
        aucs = [d.auc for dot in board.curve for d in dot.draws if d.auc is not None]
        settings = [s for s in Setting if any(dot.setting is s for dot in board.curve)]
        for place, setting in enumerate(settings):
            dots = [d for d in board.curve if d.setting is setting and d.auc is not None]
            # A little apart, so that whiskers do not cover each other.
            shift = 0.012 * (place - (len(settings) - 1) / 2)
            self._one(setting, dots, shift)
        self._log_ticks([count for count in counts if count > 0], none=0 in counts)
        if counts:
            self.plot.setXRange(
                math.log10(max(NONE_AT, counts[0])) - 0.1,
                math.log10(max(2, counts[-1])) + 0.1,
                padding=0,
            )
            self.plot.setYRange(min([0.5, *aucs]) - 0.03, 1.02, padding=0)
        return [
            Key(setting_colour(each), setting_name(each), f"{MARK}{SYMBOLS[each]}")
            for each in settings
        ]

    def _one(self, setting: Setting, dots: list[CurveDot], shift: float) -> None:
        colour = setting_colour(setting)
        x = np.array([math.log10(max(NONE_AT, dot.defects)) + shift for dot in dots])
        y = np.array([dot.auc or 0.0 for dot in dots])
        low = np.array([dot.auc_low if dot.auc_low is not None else dot.auc for dot in dots])
        high = np.array([dot.auc_high if dot.auc_high is not None else dot.auc for dot in dots])
        pen = screen_pen(colour, width=2)
        bars = pg.ErrorBarItem(
            x=x,
            y=y,
            top=np.maximum(0, high - y),
            bottom=np.maximum(0, y - np.maximum(low, 0)),
            beam=0.015,
            pen=screen_pen(colour, width=1),
        )
        self.plot.addItem(bars)
        self.plot.plot(
            x,
            y,
            pen=pen,
            symbol=SYMBOLS[setting],
            symbolBrush=colour,
            symbolPen=None,
            symbolSize=8,
        )
        each = [(at, d.auc) for at, dot in zip(x, dots, strict=True) for d in dot.draws if d.auc]
        if each:
            soft = QColor(colour)
            soft.setAlpha(120)
            self.plot.plot(
                [at for at, _ in each],
                [auc for _, auc in each],
                pen=None,
                symbol="o",
                symbolSize=4,
                symbolBrush=soft,
                symbolPen=None,
            )
