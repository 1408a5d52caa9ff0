"""What came of an inspection: counts, scores, classes and the images to look at first."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)

from engine.core.table import Column, Columns, Table
from engine.folder.messages import FolderRow, FolderSummary, summarise_folder
from gui.folder.score_plot import ScorePlot
from gui.folder.state import FolderState
from gui.folder.tables import files_table
from gui.folder.words import about_words, short_name, summary_words
from gui.stores import Stores
from gui.style.theme import SPACE
from gui.toolkit.explained import explanation
from gui.toolkit.log_odds import score_text
from gui.toolkit.parts import Figure, label
from gui.toolkit.picture_tab import PictureTab
from gui.toolkit.table import read_only, show_cells, show_heads
from gui.words.text import count, fixed, not_available, percent

FIRST = 20
"""Classes listed."""


class SummaryTab(PictureTab):
    """Figures above, scores on the left, lists on the right.

    Signals
    -------
    chosen(int)
        The file of that number is to be looked at.
    """

    icon = "batch"
    key = "inspection"
    chosen = Signal(int)

    def __init__(self, stores: Stores, parent: QWidget | None = None) -> None:
        super().__init__(stores, parent)
        self.figures = {
            "judged": Figure(self.tr("Judged"), remark=True),
            "defective": Figure(self.tr("Judged defective"), remark=True),
            "unlike": Figure(self.tr("Unlike the training images"), remark=True),
            "ms": Figure(self.tr("Network, median"), remark=True),
            "wrong": Figure(self.tr("Overkill, escape"), remark=True),
        }
        line = QHBoxLayout()
        for figure in self.figures.values():
            line.addWidget(figure, 1)
        self.body.addLayout(line)
        self.plot = ScorePlot(self.tr("Images"), self.tr("Score (axis: log-odds)"))
        self._worst: Columns[FolderRow] = (
            Column(self.tr("Highest scores"), self._name, text=True),
            Column(
                self.tr("Score"),
                lambda row: row.prediction.score if row.prediction is not None else 0.0,
                score_text,
            ),
        )
        self._classes: Columns[tuple[str, int]] = (
            Column(self.tr("Class named"), lambda row: row[0], text=True),
            Column(self.tr("Images"), lambda row: row[1], count),
        )
        self.worst = _list(self._worst)
        self.worst.cellActivated.connect(self._choose)
        self.worst.cellClicked.connect(self._choose)
        self.classes = _list(self._classes)
        self.classes.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.classes.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        lists = QVBoxLayout()
        lists.setSpacing(SPACE)
        lists.addWidget(self.worst, 3)
        lists.addWidget(self.classes, 2)
        below = QHBoxLayout()
        below.setSpacing(2 * SPACE)
        self._left = QVBoxLayout()
        self._left.addWidget(label(self.tr("Scores; the dashed line is the threshold"), "caption"))
        self._left.addWidget(self.plot, 1)
        below.addLayout(self._left, 3)
        below.addLayout(lists, 2)
        self.body.addLayout(below, 1)
        self._numbers: list[int] = []

    @property
    def look(self) -> FolderState:
        """The inspection shown."""
        return self.stores.folder.state

    def table(self) -> Table[Any] | None:
        """Return every file."""
        head = self.look.head
        return files_table(head, self.look.rows) if head is not None else None

    def refresh(self) -> None:
        """Bring the tab up to date."""
        state = self.look
        if state.head is None or not state.rows:
            self.show_empty(
                self.tr("Nothing judged yet"),
                self.tr("Counts and scores come with the first files."),
            )
            return
        counts = summarise_folder(state.rows)
        self._show_figures(counts)
        named = state.head.has_normal and counts.judged > 0
        self.plot.setVisible(named)
        if named:
            scores = [row.prediction.score for row in state.rows if row.prediction is not None]
            self.plot.show_scores(scores, state.head.threshold)
        self._show_lists(counts)
        self.show_picture(self._caption(), summary_words(counts, state.head.has_normal))

    def _show_figures(self, counts: FolderSummary) -> None:
        head, figures = self.look.head, self.figures
        assert head is not None
        broken = self.tr("{n} unreadable").format(n=count(counts.unreadable))
        figures["judged"].show_value(count(counts.judged), broken)
        figures["defective"].setVisible(head.has_normal)
        share = counts.defective / counts.judged if counts.judged else None
        figures["defective"].show_value(count(counts.defective), percent(share, 1))
        about = head.familiarity
        if about is None:
            figures["unlike"].show_value(not_available(), self.tr("not compared"))
        else:
            expected = self.tr("at most {share} of familiar normal ones").format(
                share=percent(about.alarms, 1)
            )
            figures["unlike"].show_value(count(counts.unlike), expected)
        if counts.ms is None or counts.ms_95 is None:
            figures["ms"].show_value(not_available())
        else:
            most = self.tr("95 % within {n} ms").format(n=fixed(counts.ms_95, 1))
            figures["ms"].show_value(self.tr("{n} ms").format(n=fixed(counts.ms, 1)), most)
        figures["wrong"].setVisible(head.has_normal)
        figures["wrong"].show_value(self.tr("not known"), self.tr("these images have no labels"))

    def _show_lists(self, counts: FolderSummary) -> None:
        head = self.look.head
        assert head is not None
        worst = counts.worst if head.has_normal else ()
        self.worst.setVisible(bool(worst))
        self._numbers = [row.number for row in worst]
        _fill(self.worst, Table(self._worst, worst))
        _fill(self.classes, Table(self._classes, counts.classes[:FIRST]))

    def _name(self, row: FolderRow) -> str:
        return short_name(row.file, self.look.head.folder if self.look.head else "")

    def _caption(self) -> str:
        head = self.look.head
        assert head is not None
        return explanation(
            self.tr(
                "Drawn: how many images of the folder have which score; the dashed line is the "
                "run's threshold."
            ),
            self.tr("Look at the highest scores and at images unlike the training images first."),
            self.tr(
                "No labels: it does not say how many verdicts are wrong. The run's overkill and "
                "escape on its test images (Evaluate) hold here only for images like those."
            ),
            self.tr("distance to the nearest neighbours, as in Sun et al. 2022"),
            about_words(head.familiarity),
        )

    def _choose(self, place: int, _column: int) -> None:
        if 0 <= place < len(self._numbers):
            self.chosen.emit(self._numbers[place])


def _list(columns: Columns[Any]) -> QTableWidget:
    result = QTableWidget()
    result.setProperty("role", "plain")
    show_heads(result, columns)
    read_only(result, columns[0].name, 25, single=True)
    result.setMinimumHeight(70)
    header = result.horizontalHeader()
    header.setHighlightSections(False)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    header.resizeSection(1, 116)
    return result


def _fill(widget: QTableWidget, table: Table[Any]) -> None:
    show_cells(widget, table)
    for place in range(len(table)):
        item = widget.item(place, 0)
        if item is not None:
            item.setToolTip(item.text())
