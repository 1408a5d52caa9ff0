"""Which run is to get smaller: finished runs, those made from each below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QTreeWidgetItemIterator

from gui.compress.found import Member, cost_of
from gui.compress.store import CompressStore
from gui.store.run_names import run_tip, shown_names
from gui.style.look import LOOK
from gui.toolkit.run_groups import group_colour, group_key
from gui.toolkit.run_table import swatch
from gui.words.text import count, percent

PATH = Qt.ItemDataRole.UserRole
LINE = 24


class RunTree(QTreeWidget):
    """Runs by setting and fold with their accuracy; smaller ones by what they are.

    Signals
    -------
    picked(str)
        The user chose the run in that folder.
    """

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._drawn: list[tuple[str, int, str, str]] = []
        self._shown: tuple[Sequence[Member], CompressStore] | None = None
        self._quiet = False
        self.setAccessibleName(self.tr("Run to make smaller"))
        self.setColumnCount(2)
        self.setHeaderLabels([self.tr("Run"), self.tr("Accuracy")])
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(24)
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideLeft)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        head = self.headerItem()
        if head is not None:
            head.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.currentItemChanged.connect(self._choose)
        LOOK.changed.connect(self._recolour)

    def show_members(self, members: Sequence[Member], store: CompressStore) -> None:
        """Offer other runs and show which is chosen, without saying so."""
        self._shown = members, store
        names = shown_names(store.world.runs)
        drawn = [
            (
                member.run.path,
                member.depth,
                _name(member, names[member.run.key], store),
                _accuracy(member),
            )
            for member in members
        ]
        self._quiet = True
        if drawn != self._drawn:
            self._drawn[:] = drawn
            self._draw(members, store)
        for item in self._items():
            if item.data(0, PATH) == store.run and item is not self.currentItem():
                self.setCurrentItem(item)
        self._quiet = False

    def _recolour(self) -> None:
        """Draw the same anew: rows keep the colours they were drawn in."""
        self._drawn.clear()
        if self._shown is not None:
            self.show_members(*self._shown)

    def _draw(self, members: Sequence[Member], store: CompressStore) -> None:
        self.clear()
        above: list[QTreeWidgetItem] = []
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for member, (path, depth, name, accuracy) in zip(members, self._drawn, strict=True):
            run = member.run
            del above[depth:]
            item = QTreeWidgetItem(above[-1] if above else self)
            above.append(item)
            item.setSizeHint(0, QSize(0, LINE))
            item.setText(0, name)
            item.setText(1, accuracy)
            item.setData(0, PATH, path)
            item.setTextAlignment(1, right)
            item.setForeground(1, QColor(LOOK.colours.muted))
            item.setToolTip(0, f"{name}\n{run_tip(run)}\n{run.path}")
            if depth == 0:
                item.setIcon(0, _icon(group_colour(group_key(run), store.world.runs)))
        self.expandAll()

    def _items(self) -> list[QTreeWidgetItem]:
        result = []
        places = QTreeWidgetItemIterator(self)
        while (item := places.value()) is not None:
            result.append(item)
            places += 1
        return result

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and not self._quiet:
            self.picked.emit(item.data(0, PATH))


def _icon(colour: QColor) -> QIcon:
    # The same in a chosen row, which Qt would tint.
    result = QIcon()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
        result.addPixmap(swatch(colour), mode)
    return result


def _accuracy(member: Member) -> str:
    return percent(member.run.test.accuracy if member.run.test else None)


def _name(member: Member, name: str, store: CompressStore) -> str:
    cost = cost_of(store, member.run.path)
    return f"{name}, {count(cost.filters)}" if member.depth and cost else name
