"""The files of an inspection as a table, and the one that is chosen beside it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QHeaderView,
    QLineEdit,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from engine.folder.messages import FolderRow
from gui.folder import model as columns
from gui.folder.image_card import ImageCard
from gui.folder.model import FolderModel
from gui.folder.state import FolderState
from gui.store.throttle import Throttle
from gui.stores import Stores
from gui.style.guard import guarded
from gui.style.theme import SPACE
from gui.toolkit.numbers import QuietCombo
from gui.toolkit.parts import label, row
from gui.toolkit.table import read_only
from gui.words.text import count

WIDTHS = {
    columns.NUMBER: 58,
    columns.VERDICT: 94,
    columns.SCORE: 112,
    columns.CLASS: 118,
    columns.UNLIKE: 122,
    columns.TIME: 66,
}


class FileTable(QTableView):
    """A table that does without its least important columns where there is little room.

    Attributes
    ----------
    unknown
        Columns that say nothing of this inspection.
    """

    ROOMY, NARROW = 690, 570
    """Pixels: with fewer the time is not shown, with fewer still nor is the class."""

    def __init__(self) -> None:
        super().__init__()
        self.unknown: frozenset[int] = frozenset()

    def fit(self) -> None:
        """Show the columns there is room for."""
        room = self.viewport().width() + sum(WIDTHS[column] for column in self.unknown)
        for column in range(self.model().columnCount()):
            cramped = (column == columns.TIME and room < self.ROOMY) or (
                column == columns.CLASS and room < self.NARROW
            )
            self.setColumnHidden(column, column in self.unknown or cramped)

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show more or fewer columns."""
        super().resizeEvent(event)
        self.fit()


class ImagesTab(QWidget):
    """Filters, table, image.

    Attributes
    ----------
    model
        What the table shows.
    """

    def __init__(self, stores: Stores, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stores = stores
        self.model = FolderModel(self)
        self._look: FolderState | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        self.kind = QuietCombo()
        self.kind.setAccessibleName(self.tr("Files shown"))
        for key in (columns.ALL, columns.DEFECTIVE, columns.UNREADABLE, columns.STRANGE):
            self.kind.addItem("", key)
        self.kind.setSizeAdjustPolicy(QuietCombo.SizeAdjustPolicy.AdjustToContents)
        self.kind.activated.connect(lambda _: self._limit())
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Part of a file name (Ctrl+F)"))
        self.search.setAccessibleName(self.tr("Part of a file name"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(250)
        self._typed = Throttle(150, self)
        self._typed.fired.connect(self._limit)
        self.search.textChanged.connect(lambda _: self._typed.request())
        self.shown = label("", "small")
        layout.addLayout(row(self.kind, self.search, self.shown, None))
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setObjectName("batch")
        self.split.setHandleWidth(SPACE)
        self.split.setChildrenCollapsible(False)
        self.table = self._table()
        self.card = ImageCard()
        self.split.addWidget(self.table)
        self.split.addWidget(self.card)
        self.table.setMinimumWidth(340)
        self.card.setMinimumWidth(250)
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 2)
        self.split.setSizes([700, 430])
        layout.addWidget(self.split, 1)
        # Another order means all rows anew: not five times a second.
        self._slowly = Throttle(1000, self)
        self._slowly.fired.connect(self._take)
        stores.folder.file_changed.connect(self._show_file)
        for keys, act in (
            ("H", self.card.heat.toggle),
            ("B", self.card.box.toggle),
            ("F", self.card.canvas.fit),
            ("Ctrl+F", self.search.setFocus),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _table(self) -> FileTable:
        table = FileTable()
        table.setModel(self.model)
        read_only(table, self.tr("Files of this inspection"), 26, single=True)
        table.setWordWrap(False)
        # Nothing may ask 100,000 rows for their height or width.
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(44)
        for column, width in WIDTHS.items():
            header.resizeSection(column, width)
        header.setSectionResizeMode(columns.FILE, QHeaderView.ResizeMode.Stretch)
        header.setSortIndicator(columns.NUMBER, Qt.SortOrder.AscendingOrder)
        table.setSortingEnabled(True)
        table.selectionModel().currentRowChanged.connect(self._choose)
        return table

    # ------------------------------------------------------------------ rendering

    def show_inspection(self, state: FolderState) -> None:
        """Show an inspection, from its start."""
        if state is not self._look:
            self._look = state
            self.model.show_rows(state.rows, state.head)
        else:
            self.model.show_head(state.head)
        head = state.head
        named = head is None or head.has_normal
        compared = head is not None and head.familiarity is not None
        lacks = set() if named else {columns.VERDICT, columns.SCORE}
        self.table.unknown = frozenset(lacks if compared else lacks | {columns.UNLIKE})
        self.table.fit()
        self.grow()
        self._show_file()

    def grow(self) -> None:
        """Show what was judged since."""
        if self.model.in_order:
            self._take()
        else:
            self._slowly.request()

    def _take(self) -> None:
        bar = self.table.verticalScrollBar()
        at_end = bar.value() == bar.maximum() and self.model.in_order
        self.model.grow()
        if at_end:
            self.table.scrollToBottom()
        self._show_counts()

    def _show_counts(self) -> None:
        state = self._look
        if state is None:
            return
        for place, words in enumerate(
            (
                self.tr("All ({n})").format(n=count(len(state.rows))),
                self.tr("Defective ({n})").format(n=count(state.defective)),
                self.tr("Unreadable ({n})").format(n=count(state.unreadable)),
                self.tr("Unlike training ({n})").format(n=count(state.unlike)),
            )
        ):
            self.kind.setItemText(place, words)
        result = self.model.rowCount()
        some = result != len(state.rows)
        self.shown.setText(self.tr("{n} shown").format(n=count(result)) if some else "")

    def _show_file(self) -> None:
        if self._look is self.stores.folder.state:
            self.card.show_file(self._look, self.chosen)

    # ------------------------------------------------------------------ choices

    @property
    def chosen(self) -> FolderRow | None:
        """The file that is chosen."""
        return self.model.row(self.table.currentIndex().row())

    def choose(self, number: int) -> None:
        """Choose the file of a number, whatever the table is limited to."""
        if self.model.place_of(number) < 0:
            self.kind.setCurrentIndex(0)
            self.search.clear()
            self._limit()
        place = self.model.place_of(number)
        if place >= 0:
            self.table.selectRow(place)
            self.table.scrollTo(self.model.index(place, columns.FILE))

    def limit(self, kind: str) -> None:
        """Show only files of a kind."""
        self.kind.setCurrentIndex(self.kind.findData(kind))
        self._limit()

    def _limit(self) -> None:
        kept = self.chosen
        self.model.limit(self.kind.currentData() or columns.ALL, self.search.text())
        place = self.model.place_of(kept.number) if kept is not None else -1
        if place >= 0:
            self.table.selectRow(place)
        else:
            self._choose(QModelIndex())
        self._show_counts()

    def _choose(self, _index: QModelIndex, _before: QModelIndex | None = None) -> None:
        line = self.chosen
        readable = line is not None and line.prediction is not None
        before = self.stores.folder.state.file
        wanted = line.file if readable and line is not None else ""
        self.stores.folder.show_file(wanted)
        if wanted == before:
            self._show_file()
