"""Copying what is shown: every table and every plot of the window has it in its context menu.

`offer_copies` is called once for all pages. A plot is a `pg.PlotWidget` or a painted widget whose
class or object has the property ``chart``; the numbers behind it are those of the nearest parent
that has a `table()`, else its curves'.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QModelIndex, QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QImage
from PySide6.QtWidgets import QTableView, QTreeView, QWidget

from engine.core.table import Cell, Table, listed
from gui.toolkit.export import picture_of

tr = QCoreApplication.translate
CHART = "chart"
IMAGE, TABLE = "copy-as-image", "copy-as-table"
"""Object names of the two actions."""


def copyable(root: QWidget) -> Iterator[QWidget]:
    """Yield all tables and plots below a widget."""
    for widget in root.findChildren(QWidget):
        plotted = isinstance(widget, pg.PlotWidget) or bool(widget.property(CHART))
        if plotted or isinstance(widget, QTableView | QTreeView):
            yield widget


def offer_copies(root: QWidget) -> None:
    """Give every table and plot below a widget its two entries; those that have them keep them."""
    for widget in copyable(root):
        if any(action.objectName() == IMAGE for action in widget.actions()):
            continue
        for name, words, act in (
            (IMAGE, tr("copies", "Copy as image"), copy_image),
            (TABLE, tr("copies", "Copy as table"), copy_table),
        ):
            action = QAction(words, widget)
            action.setObjectName(name)
            action.triggered.connect(lambda _=False, of=widget, do=act: do(of))
            widget.addAction(action)
        if widget.contextMenuPolicy() is Qt.ContextMenuPolicy.DefaultContextMenu:
            widget.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)


def copy_image(widget: QWidget) -> QImage:
    """Put a widget on the clipboard as it looks, at twice its size."""
    image = picture_of(widget)
    QGuiApplication.clipboard().setImage(image)
    return image


def copy_table(widget: QWidget) -> Table[Any] | None:
    """Put the numbers of a table or plot on the clipboard; None and nothing if there are none."""
    table = numbers_of(widget)
    if table is not None:
        QGuiApplication.clipboard().setText(table.tsv)
    return table


def numbers_of(widget: QWidget) -> Table[Any] | None:
    """Return what a table shows, or the numbers behind a plot; None if there are none."""
    if isinstance(widget, QTableView | QTreeView):
        return _shown(widget)
    parent: QObject | None = widget
    while parent is not None:
        made = getattr(parent, "table", None)
        result = made() if callable(made) else None
        if isinstance(result, Table):
            return result
        parent = parent.parent()
    return _curves(widget) if isinstance(widget, pg.PlotWidget) else None


def _shown(view: QTableView | QTreeView) -> Table[Any] | None:
    """Return a table's cells as they read; those of a tree one below the other."""
    model = view.model()
    if model is None or not model.columnCount():
        return None
    columns = [c for c in range(model.columnCount()) if not view.isColumnHidden(c)]
    across = Qt.Orientation.Horizontal
    heads = tuple(_word(model.headerData(column, across)) for column in columns)
    rows = tuple(
        tuple(_word(model.index(row, column, parent).data()) for column in columns)
        for row, parent in _rows(model, QModelIndex())
    )
    return listed(heads, rows)


def _rows(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[tuple[int, QModelIndex]]:
    for row in range(model.rowCount(parent)):
        yield row, parent
        yield from _rows(model, model.index(row, 0, parent))


def _word(value: object) -> str:
    return "" if value is None else str(value).replace("\n", " ")


def _curves(plot: pg.PlotWidget) -> Table[Any] | None:
    """Return the points of all curves and dots of a plot, by their names."""
    item = plot.plotItem
    axes = [item.getAxis(side).labelText or side for side in ("bottom", "left")]
    rows: list[tuple[Cell, ...]] = []
    for number, curve in enumerate(item.listDataItems(), start=1):
        x, y = _points(curve)
        name = curve.name() if callable(getattr(curve, "name", None)) else None
        rows += [(name or str(number), float(a), float(b)) for a, b in zip(x, y, strict=False)]
    return listed((tr("copies", "curve"), *axes), rows) if rows else None


def _points(curve: object) -> tuple[np.ndarray, np.ndarray]:
    """Return a curve's points as they were given, before any logarithm."""
    result: tuple[object, ...] = getattr(
        curve, "getOriginalDataset", getattr(curve, "getData", tuple)
    )()
    x, y = result if len(result) == 2 else (None, None)
    empty = np.empty(0)
    return (empty, empty) if x is None or y is None else (np.asarray(x), np.asarray(y))
