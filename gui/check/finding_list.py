"""The list of findings: only what is visible is painted, with any number of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from engine.data.values import CheckItem
from gui.check.words import fits, kind_name, spoken
from gui.style.guard import guarded, guarded_to
from gui.style.look import LOOK
from gui.toolkit.gallery_card import paint_said
from gui.words.text import file_name

Index = QModelIndex | QPersistentModelIndex
ITEM = Qt.ItemDataRole.UserRole + 1
ROW = 44


class FindingModel(QAbstractListModel):
    """The findings a filter shows, by their places among all."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: Sequence[CheckItem] = ()
        self.places: list[int] = []
        self._rows: dict[int, int] = {}

    def show_items(self, items: Sequence[CheckItem], kind: str, state: str) -> None:
        """Show what a filter lets through."""
        self.beginResetModel()
        self._items = items
        self.places = [place for place, item in enumerate(items) if fits(item, kind, state)]
        self._rows = {place: row for row, place in enumerate(self.places)}
        self.endResetModel()

    def row_of(self, place: int) -> int:
        """Return the row of a finding, -1 if it is not shown."""
        return self._rows.get(place, -1)

    @guarded_to(int)
    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many findings are shown."""
        return 0 if parent is not None and parent.isValid() else len(self.places)

    @guarded_to(lambda: None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what the delegate, the tooltip or a screen reader needs."""
        if not index.isValid():
            return None
        item = self._items[self.places[index.row()]]
        if role == ITEM:
            return item
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return spoken(item)
        return None


class FindingDelegate(QStyledItemDelegate):
    """Paints a finding in two lines: the file, and of what kind it is.

    Attributes
    ----------
    painted
        How many findings were painted so far.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.painted = 0

    @guarded_to(QSize)
    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All findings have one size."""
        return QSize(120, ROW)

    @guarded
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one finding."""
        self.painted += 1
        item: CheckItem = index.data(ITEM)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        colours = LOOK.colours
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(colours.accent_soft if chosen else colours.hover))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRect(rect.x(), rect.y(), 3, ROW), QColor(colours.accent))
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), QColor(colours.line))
        body = QRectF(rect).adjusted(10, 4, -34, -4)
        decided = bool(item.decision)
        self._line(painter, body, file_name(item.problem.file), colours.text, strong=not decided)
        ink = colours.muted if decided else tone(item)
        words = kind_name("apart" if item.straddles else item.kind)
        if item.straddles:
            words = f"{kind_name(item.kind)}  \N{MIDDLE DOT}  {words}"
        self._line(painter, body.translated(0, 18), words, ink, small=True)
        if decided:
            said = "agree" if item.decision == "fine" else "overrule"
            paint_said(painter, QPointF(rect.right() - 18, rect.center().y()), said)
        painter.restore()

    def _line(
        self,
        painter: QPainter,
        box: QRectF,
        text: str,
        ink: str,
        *,
        strong: bool = False,
        small: bool = False,
    ) -> None:
        font = QFont(painter.font())
        font.setPointSizeF(LOOK.points(-1 if small else 0))
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        mode = Qt.TextElideMode.ElideRight if small else Qt.TextElideMode.ElideMiddle
        fitting = painter.fontMetrics().elidedText(text, mode, int(box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, fitting)


def tone(item: CheckItem) -> str:
    """Return the colour of a finding's kind: what cannot be used, what needs a thought."""
    colours = LOOK.colours
    if item.kind == "file":
        return colours.bad
    return colours.warn if item.straddles or item.kind in ("mask", "label") else colours.muted


class FindingList(QListView):
    """Findings one below the other.

    Signals
    -------
    chosen(object)
        Place of the finding the user went to.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "gallery")
        self.rows = FindingModel(self)
        self.delegate = FindingDelegate(self)
        self._quiet = False
        self.setItemDelegate(self.delegate)
        self.setModel(self.rows)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Findings"))
        self.selectionModel().currentChanged.connect(self._current_changed)
        LOOK.changed.connect(self.viewport().update)

    def show_items(self, items: Sequence[CheckItem], kind: str, state: str) -> None:
        """Show what a filter lets through; the list stays where it was scrolled to."""
        bar = self.verticalScrollBar()
        at = bar.value()
        self._quiet = True
        self.rows.show_items(items, kind, state)
        self._quiet = False
        self.doItemsLayout()
        bar.setValue(min(at, bar.maximum()))

    def mark(self, place: int) -> None:
        """Show which finding is looked at."""
        row = self.rows.row_of(place)
        index = self.rows.index(row) if row >= 0 else QModelIndex()
        if index == self.currentIndex():
            return  # several may be selected with it
        self._quiet = True
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        if index.isValid():
            self.scrollTo(index)
        self._quiet = False

    @property
    def selected(self) -> list[int]:
        """Places of the findings that keys and buttons act on, from above."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self.rows.places[row] for row in rows]

    def after(self, place: int, by: int = 1) -> int:
        """Return the finding that comes after another one in the list, -1 at its end."""
        row = self.rows.row_of(place) + by
        return self.rows.places[row] if 0 <= row < len(self.rows.places) else -1

    def _current_changed(self, current: QModelIndex) -> None:
        if not self._quiet and current.isValid():
            self.chosen.emit(self.rows.places[current.row()])
