"""Where the scores of normal and defective images lie, and what a threshold makes of them."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from engine.core.table import Column, Columns, Table
from engine.evaluate.values import ScoreCurve, Standing, Subset, standing
from gui.evaluate.explored import Explored
from gui.evaluate.grid import texture_name
from gui.evaluate.score_bars import ScoreBars, Scores
from gui.evaluate.sentences import threshold_sentence
from gui.evaluate.tab import EvaluateTab
from gui.evaluate.tables import standing_table
from gui.evaluate.words import cost_text, rate_text, standing_text
from gui.stores import Stores
from gui.style.look import LOOK
from gui.toolkit.explained import explanation
from gui.toolkit.legend import Key, Legend
from gui.toolkit.log_odds import score_text
from gui.toolkit.table import WideTable, dashed
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

    def table(self) -> Table[Any] | None:
        """Return every texture's figures at the threshold."""
        looked = self.explored
        if self.found is None:
            return None
        return standing_table(self.found, looked.threshold, looked.ratio, looked.share)

    def refresh(self) -> None:
        """Draw anew."""
        result, looked = self.found, self.explored
        if result is None or not result.has_normal:
            self.lacks_kinds()
            return
        colours, proposal = LOOK.colours, self.stores.evaluate.state.proposal
        test = result.test
        normal, bad = looked.rows(defective=False), looked.rows(defective=True)
        self.bars.show_scores(
            Scores(self.tr("Normal images"), test.scores[normal], test.odds[normal]),
            Scores(self.tr("Defective images"), test.scores[bad], test.odds[bad]),
            result.threshold,
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
            explanation(
                self.tr(
                    "Drawn: how many test images ({name}) have which score, normal and defective "
                    "ones apart."
                ).format(name=texture_name(looked.texture)),
                self.tr(
                    "Right of the threshold an image is rejected: hatched normal bars are "
                    "overkill, hatched defective ones escapes; the table counts both with exact 95 "
                    "% intervals, AP is the average precision, cost is for 1,000 parts in units of "
                    "one overkill."
                ),
                self.tr(
                    "It does not say what a threshold chosen on these very images is worth on "
                    "others: choose it on validation images."
                ),
                self.tr("intervals of Clopper & Pearson 1934"),
            )
        )
        self.show_threshold()

    def show_threshold(self) -> None:
        """Show the threshold and count anew."""
        result, looked = self.found, self.explored
        at = looked.standing
        if result is None or at is None or not result.has_normal:
            return
        self.bars.show_threshold(looked.threshold, standing_text(at))
        self.explained.explain(self.caption.text(), threshold_sentence(looked.threshold, at))
        columns: Columns[tuple[Subset, Standing]] = (
            Column(self.tr("Texture"), lambda row: texture_name(row[0].texture), text=True),
            Column(
                self.tr("Overkill"),
                lambda row: rate_text(row[1].overkills, row[1].normal, row[1].overkill_interval),
            ),
            Column(
                self.tr("Escape"),
                lambda row: rate_text(row[1].escapes, row[1].defective, row[1].escape_interval),
            ),
            Column(self.tr("Accuracy"), lambda row: row[1].accuracy, percent),
            Column(self.tr("Baseline"), lambda row: row[1].baseline, percent),
            Column(
                self.tr("Own threshold"),
                lambda row: row[0].own_threshold,
                dashed(score_text),
                self.tr(
                    "Probability of a defect above which this texture is called defective; scores "
                    "are counted from it"
                ),
            ),
            Column(self.tr("AUC"), lambda row: row[0].roc, dashed(_area)),
            Column(self.tr("AP"), lambda row: row[0].precision, dashed(_area)),
            Column(self.tr("Cost"), lambda row: row[1].cost(looked.ratio, looked.share), cost_text),
        )
        rows = [(subset, standing(result, subset, looked.threshold)) for subset in result.subsets]
        self.rows.show_table(Table(columns, rows))
        line = self.rows.rowHeight(0) if rows else 0
        most = self.rows.horizontalHeader().sizeHint().height() + SHOWN * line + 8
        if self.rows.height() > most:
            self.rows.setFixedHeight(most)


def _area(curve: ScoreCurve) -> str:
    return fixed(curve.area, 4)
