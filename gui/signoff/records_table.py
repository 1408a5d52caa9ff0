"""What was signed before, and whether it can be relied on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QColor, QDesktopServices
from PySide6.QtWidgets import QHeaderView

from engine.core.table import Column, Columns, Table
from engine.signoff.messages import SignOff
from gui.signoff.words import standing, when, whose
from gui.store.run_names import shown
from gui.store.run_record import RunRecord
from gui.style.look import LOOK
from gui.style.theme import SPACE
from gui.toolkit.parts import Card, IconButton, label, row
from gui.toolkit.table import CopiedTable, read_only, show_cells
from gui.words.text import count, engine_text, file_name, percent

RUN, STATEMENT, BY, RECORD, KEY = 1, 2, 4, 5, 6


class RecordsCard(Card):
    """A row a record, the newest first.

    Signals
    -------
    page_asked(str)
        The user wants the page of the record in that file.
    """

    page_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(self.tr("Signed records"))
        self._records: tuple[SignOff, ...] = ()
        self._names: set[str] = set()
        self._called: tuple[str, ...] = ()
        self._runs: tuple[RunRecord, ...] = ()
        self.none = label(self.tr("Nothing was signed in this project yet."), "muted", wrap=True)
        self.table = CopiedTable()  # Ctrl+C takes it along
        read_only(self.table, self.tr("Signed records"), single=True)
        self.table.setMinimumHeight(110)
        self.table.itemSelectionChanged.connect(self._show_acts)
        self.table.itemDoubleClicked.connect(lambda _: self._ask_page())
        self._columns: Columns[SignOff] = (
            Column(self.tr("Signed"), when, text=True),
            Column(
                self.tr("Run"),
                lambda each: file_name(each.proof.run),
                lambda run: shown(run, self._runs, self._names),
                text=True,
            ),
            Column(self.tr("Statement"), self._statement, text=True),
            Column(self.tr("Escapes"), self._escapes, text=True),
            Column(self.tr("By"), lambda each: each.name, text=True),
            Column(self.tr("Record"), standing, text=True),
            Column(self.tr("Key"), whose, text=True),
        )
        self.table.setColumnCount(len(self._columns))
        self.table.setHorizontalHeaderLabels([column.name for column in self._columns])
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.page = IconButton(self.tr("Page to print..."), "save")
        self.page.clicked.connect(self._ask_page)
        self.folder = IconButton(self.tr("Show file"), "folder")
        self.folder.clicked.connect(self._show_file)
        self.why = label("", "small", wrap=True)
        self.body.addWidget(self.none)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.why)
        self.body.addLayout(row(self.page, self.folder, None, spacing=SPACE))
        self.body.addStretch(0)  # takes the room of the table where there is none yet

    @property
    def chosen(self) -> SignOff | None:
        """The record that is looked at."""
        place = self.table.currentRow()
        return self._records[place] if 0 <= place < len(self._records) else None

    def show_records(
        self, records: tuple[SignOff, ...], damaged: tuple[str, ...], runs: Sequence[RunRecord]
    ) -> None:
        """Show other records; the newest is chosen. `runs` are all of the project."""
        # Records outlive their runs, so both say which names look alike.
        names = {file_name(each.proof.run) for each in records} | {run.name for run in runs}
        called = tuple(run.title for run in runs)
        self._runs = tuple(runs)
        if records is not self._records or (names, called) != (self._names, self._called):
            self._names, self._called = names, called
            before = self.chosen.path if self.chosen else ""
            fresh = bool(records) and (not self._records or records[0] != self._records[0])
            self._records = records
            self._fill()
            paths = [each.path for each in records]
            if records:
                self.table.selectRow(0 if fresh or before not in paths else paths.index(before))
        self.none.setVisible(not records)
        for part in (self.table, self.page, self.folder):
            part.setVisible(bool(records))
        self._damaged = damaged
        self._show_acts()

    def _statement(self, each: SignOff) -> str:
        outcome = self.tr("proven") if each.proof.passed else self.tr("not proven")
        template = self.tr("at most {limit}: {outcome}")
        return template.format(limit=percent(each.proof.limit), outcome=outcome)

    def _escapes(self, each: SignOff) -> str:
        template = self.tr("{n} of {all}")
        return template.format(n=count(each.proof.escapes), all=count(each.proof.defective))

    def _fill(self) -> None:
        show_cells(self.table, Table(self._columns, self._records), tips=True)
        colours = LOOK.colours
        for place, each in enumerate(self._records):
            proof = each.proof
            cells = (self.table.item(place, column) for column in range(len(self._columns)))
            items = [item for item in cells if item is not None]
            items[RUN].setToolTip(file_name(proof.run))
            items[BY].setToolTip(each.comment or items[BY].text())
            items[STATEMENT].setForeground(QColor(colours.good if proof.passed else colours.bad))
            if not (each.intact and each.counted and each.holds):
                items[RECORD].setForeground(QColor(colours.bad))
            if not each.own:
                items[KEY].setForeground(QColor(colours.bad))

    def _show_acts(self) -> None:
        chosen = self.chosen
        self.page.setEnabled(chosen is not None)
        self.folder.setEnabled(chosen is not None)
        words = ""
        if chosen is not None and chosen.why is not None:
            words = engine_text(chosen.why.template, chosen.why.values)
        elif chosen is not None and not chosen.own:
            words = self.tr("Signed with another key than yours. Ask whose it is.")
        elif self._damaged:
            template = self.tr("Not records, or damaged: {files}")
            words = template.format(files=", ".join(self._damaged))
        self.why.setText(words)
        self.why.setVisible(bool(words))

    _damaged: tuple[str, ...] = ()

    def _ask_page(self) -> None:
        if self.chosen is not None:
            self.page_asked.emit(self.chosen.path)

    def _show_file(self) -> None:
        if self.chosen is not None:
            folder = self.chosen.path.replace("\\", "/").rpartition("/")[0]
            QDesktopServices.openUrl(QUrl.fromLocalFile(folder))
