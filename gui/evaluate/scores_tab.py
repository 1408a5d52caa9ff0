"""Where the scores of normal and defective images lie, and what a threshold makes of them."""

from __future__ import annotations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from engine.evaluate.values import standing
from gui.evaluate.explored import Explored
from gui.evaluate.grid import texture_name
from gui.evaluate.score_bars import ScoreBars, Scores
from gui.evaluate.tab import EvaluateTab
from gui.evaluate.tables import standing_table
from gui.evaluate.words import DASH, cost_text, rate_text, standing_text
from gui.stores import Stores
from gui.style.look import LOOK
from gui.toolkit.legend import Key, Legend
from gui.toolkit.table import Table
from gui.toolkit.wide_table import WideTable
from gui.words.text import fixed, percent

SHOWN = 7
"""Rows of the table that are shown at once; more scroll."""


class ScoresTab(EvaluateTab):
    """The histogram with its threshold, and every texture's figures below it."""

    key = "scores"

    def __init__(self, stores: Stores, explored: Explored, parent: QWidget | None = None) -> None:
        super().__init__(stores, explored, parent)
        self.legend = Legend()
        self.bars = ScoreBars()
        self.bars.moved.connect(explored.move)
        self.bars.returned.connect(explored.give_back)
        self.rows = WideTable(self.tr("Figures of every texture"))
        self.body.addWidget(self.legend)
        self.body.addWidget(self.bars, 1)
        self.body.addWidget(self.rows)

    def table(self) -> Table | None:
        """Return every texture's figures at the threshold."""
        looked = self.explored
        if self.found is None:
            return None
        return standing_table(self.found, looked.threshold, looked.ratio, looked.share)

    def refresh(self) -> None:
        """Draw anew."""
        found, looked = self.found, self.explored
        if found is None or not found.has_normal:
            self.lacks_kinds()
            return
        colours, proposal = LOOK.colours, self.stores.evaluate.state.proposal
        test = found.test
        normal, bad = looked.rows(defective=False), looked.rows(defective=True)
        self.bars.show_scores(
            Scores(self.tr("Normal images"), test.scores[normal], test.odds[normal]),
            Scores(self.tr("Defective images"), test.scores[bad], test.odds[bad]),
            found.threshold,
            proposal.threshold if proposal else None,
        )
        keys = [
            Key(QColor(colours.overkill), self.tr("overkill"), "hatched"),
            Key(QColor(colours.escape), self.tr("escape"), "hatched"),
            Key(QColor(colours.accent), self.tr("threshold, to drag"), "line"),
            Key(QColor(colours.text), self.tr("the run's own"), "dash"),
        ]
        if proposal is not None:
            keys.append(Key(QColor(colours.good), self.tr("from validation images"), "dots"))
        self.legend.show_keys(keys)
        self.show_picture(
            self.tr(
                "{name}: test images. Rejected if the score is above the threshold. Intervals "
                "are exact (Clopper-Pearson), 95 %; AP: average precision. Cost per 1,000 parts "
                "in units of one overkill."
            ).format(name=texture_name(looked.texture))
        )
        self.show_threshold()

    def show_threshold(self) -> None:
        """Show the threshold and count anew."""
        found, looked = self.found, self.explored
        at = looked.standing
        if found is None or at is None or not found.has_normal:
            return
        self.bars.show_threshold(looked.threshold, standing_text(at))
        rows = []
        for subset in found.subsets:
            mine = standing(found, subset, looked.threshold)
            rows.append(
                (
                    texture_name(subset.texture),
                    rate_text(mine.overkills, mine.normal, mine.overkill_interval),
                    rate_text(mine.escapes, mine.defective, mine.escape_interval),
                    percent(mine.accuracy),
                    percent(mine.baseline),
                    fixed(subset.roc.area, 4) if subset.roc else DASH,
                    fixed(subset.precision.area, 4) if subset.precision else DASH,
                    cost_text(mine.cost(looked.ratio, looked.share)),
                )
            )
        self.rows.show_rows(
            (
                self.tr("Texture"),
                self.tr("Overkill"),
                self.tr("Escape"),
                self.tr("Accuracy"),
                self.tr("Baseline"),
                self.tr("AUC"),
                self.tr("AP"),
                self.tr("Cost"),
            ),
            rows,
        )
        line = self.rows.rowHeight(0) if rows else 0
        most = self.rows.horizontalHeader().sizeHint().height() + SHOWN * line + 8
        if self.rows.height() > most:
            self.rows.setFixedHeight(most)
