"""What came of an inspector from few defects: its verdict, its figures, what they prove."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from engine.core.table import listed
from engine.few_defects.messages import FastInspector
from gui.compress.found import cost_of
from gui.compress.new_run import NewRun
from gui.compress.words import offer_words
from gui.few_defects.stage_bar import StageBar
from gui.few_defects.words import (
    compared_rows,
    headline,
    lessons_words,
    proof_words,
    seconds_text,
    threshold_words,
)
from gui.stores import Stores
from gui.style.theme import SPACE
from gui.toolkit.parts import ElidedLabel, IconButton, label, row
from gui.toolkit.scrolled import Scrolled
from gui.toolkit.table import WideTable
from gui.toolkit.verdict_card import VerdictCard


class FewResult(Scrolled):
    """The card, both networks side by side, what is proven, the file, where the time went.

    Signals
    -------
    go(str)
        The user wants to see the student on another page.
    """

    go = Signal(str)

    def __init__(self, stores: Stores) -> None:
        super().__init__((0, 0, 0, 0))
        self.stores = stores
        self._file = ""
        self.card = VerdictCard()
        self.new_run = NewRun(stores)
        self.new_run.go.connect(self.go)
        self.table_view = WideTable(self.tr("Teacher and student"))
        self.proof, self.threshold = label("", wrap=True, select=True), label("", wrap=True)
        self.lessons = label("", wrap=True)
        self.bar = StageBar()
        self._took = label("", "caption")
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(SPACE // 2)
        left.addWidget(self.table_view)
        left.addStretch(1)
        for name, words in (
            (self.tr("What this proves"), self.proof),
            (self.tr("Where the threshold comes from"), self.threshold),
            (self.tr("What it learned from"), self.lessons),
        ):
            self._add_words(right, name, words)
        right.addStretch(1)
        across = QHBoxLayout()
        across.setSpacing(3 * SPACE)
        across.addLayout(left, 11)
        across.addLayout(right, 9)
        self.body.addWidget(self.card)
        self.body.addWidget(self.new_run)
        self.body.addLayout(across)
        self.body.addWidget(self._took)
        self.body.addWidget(self.bar)
        self.body.addLayout(self._files())
        self.body.addStretch(1)

    def _add_words(self, column: QVBoxLayout, name: str, words: QLabel) -> None:
        column.addWidget(label(name, "h3"))
        column.addWidget(words)
        column.addSpacing(SPACE)

    def _files(self) -> QHBoxLayout:
        self.file = ElidedLabel("", "small")
        self.open = IconButton(self.tr("Open folder"), "folder")
        self.open.clicked.connect(self._open)
        self.copy = IconButton(self.tr("Copy path"), "copy")
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._file))
        line = row(self.file, self.open, self.copy)
        line.setStretch(0, 1)
        return line

    def show_found(self, found: FastInspector) -> None:
        """Show another inspector."""
        exported = found.exported
        self._file = exported.file
        reason = (
            self.tr("File and student agree; the example script beside it runs the file alone.")
            if exported.accepted
            else self.card.why(exported)
        )
        reason = " ".join(part for part in (reason, offer_words(exported)) if part)
        self.card.show_words(headline(found), reason, accepted=exported.accepted, tone="warn")
        self.new_run.show_path(found.student)
        store = self.stores.compress
        heads = ("", self.tr("Teacher"), self.tr("Student"))
        costs = cost_of(store, found.teacher), cost_of(store, found.student)
        self.table_view.show_table(listed(heads, compared_rows(found, *costs)))
        self.proof.setText(proof_words(found))
        self.threshold.setText(threshold_words(found))
        self.lessons.setText(lessons_words(found))
        template = self.tr("Where the time went: {total} in all")
        self._took.setText(template.format(total=seconds_text(found.total_seconds)))
        self.bar.show_seconds(found.seconds)
        self.file.set_whole(f"{exported.file} ({exported.precision})")

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self._file).parent)))
