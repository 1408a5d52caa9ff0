"""Which classes are taken for which, and the images behind every cell."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from engine.core.table import Table
from engine.core.values import Prediction
from gui.evaluate.explored import Explored
from gui.evaluate.grid import Grid, by_class, by_state
from gui.evaluate.matrix import Matrix
from gui.evaluate.sentences import threshold_sentence
from gui.evaluate.tab import EvaluateTab
from gui.evaluate.tables import grid_table
from gui.stores import Stores
from gui.style.guard import guarded
from gui.style.theme import SPACE
from gui.toolkit.explained import explanation
from gui.toolkit.gallery import Gallery
from gui.toolkit.log_odds import score_text
from gui.toolkit.numbers import QuietCombo
from gui.toolkit.parts import ElidedLabel, label
from gui.words.text import count

CLASSES, STATES = "classes", "states"


class CellGallery(Gallery):
    """Images of a cell; Enter or a double click goes to one."""

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the image the arrows went to."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.doubleClicked.emit(index)
            return
        super().keyPressEvent(event)


class ConfusionTab(EvaluateTab):
    """The matrix on the left, the chosen cell's images on the right.

    Attributes
    ----------
    matrix, gallery
        Both sides.
    cell
        Row and column whose images are shown; None until there are any.
    """

    key = "confusion"

    def __init__(self, stores: Stores, explored: Explored, parent: QWidget | None = None) -> None:
        super().__init__(stores, explored, parent)
        self.cell: tuple[int, int] | None = None
        self._grid: Grid | None = None
        self._shown: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        self.kinds = QuietCombo()
        self.kinds.setAccessibleName(self.tr("Rows"))
        self.kinds.addItem(self.tr("Classes"), CLASSES)
        self.kinds.addItem(self.tr("Normal and defective"), STATES)
        self.kinds.currentIndexChanged.connect(lambda _: self.refresh())
        self.tools.addWidget(self.kinds)
        self.matrix = Matrix()
        self.matrix.opened.connect(self.open_cell)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(SPACE)
        split.setChildrenCollapsible(False)
        split.addWidget(self.matrix)
        split.addWidget(self._images())
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([600, 360])
        self.body.addWidget(split, 1)

    def _images(self) -> QWidget:
        side = QFrame()
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE // 2)
        self.title = ElidedLabel("", "h3")
        self.hint = label("", "small", wrap=True)
        self.gallery = CellGallery(self.stores.data.thumbnails, 96)
        self.gallery.setAccessibleName(self.tr("Images of the cell"))
        self.gallery.doubleClicked.connect(self._go)
        side.setMinimumWidth(232)
        layout.addWidget(self.title)
        layout.addWidget(self.hint)
        layout.addWidget(self.gallery, 1)
        return side

    # ------------------------------------------------------------------ rendering

    def table(self) -> Table[Any] | None:
        """Return every cell."""
        if self.found is None or self._grid is None:
            return None
        return grid_table(self.found, self._grid, self.explored.threshold)

    def refresh(self) -> None:
        """Count anew."""
        result, looked = self.found, self.explored
        if result is None:
            self.lacks_kinds()
            return
        self.kinds.setVisible(result.has_normal)
        states = result.has_normal and self.kinds.currentData() == STATES
        grid = (by_state if states else by_class)(result, looked.threshold, looked.texture)
        self._grid = grid
        if (grid.rows, grid.columns) != self._shown:
            self._shown, self.cell = (grid.rows, grid.columns), None
        self.matrix.show_grid(grid)
        self._show_cell()
        drawn = (
            self.tr("Drawn: how many test images of each label (row) got each verdict (column).")
            if not result.has_normal
            else self.tr(
                "Drawn: how many test images of each label (row) got each verdict (column) at "
                "threshold {value}."
            ).format(value=score_text(looked.threshold))
        )
        words = explanation(
            drawn,
            self.tr(
                "Off the diagonal are mistakes: click a cell, or press Enter on it, to see its "
                "images."
            ),
            self.tr(
                "It does not say how sure a verdict was, and which kind of defect is named does "
                "not count as a mistake."
            ),
            "Kohavi & Provost 1998",
        )
        at = looked.standing
        said = threshold_sentence(looked.threshold, at) if at and result.has_normal else ""
        self.show_picture(words, said)

    def open_cell(self, row: int, column: int) -> None:
        """Show the images behind a cell."""
        self.cell = (row, column)
        self._show_cell()

    def _show_cell(self) -> None:
        result, grid = self.found, self._grid
        if result is None or grid is None:
            return
        if self.cell is None:
            self.cell = grid.first_mistake()
            if self.cell is not None:
                self.matrix.setCurrentCell(*self.cell)
        if self.cell is None:
            self.title.set_whole(self.tr("No image"))
            self._show_rows(np.empty(0, dtype=np.int64))
            return
        row, column = self.cell
        members = grid.members[row][column]
        template = self.tr("{row} \N{RIGHTWARDS ARROW} {column}: {n}")
        self.title.set_whole(
            template.format(row=grid.rows[row], column=grid.columns[column], n=count(len(members)))
        )
        self._show_rows(members)

    def _show_rows(self, members: NDArray[np.int64]) -> None:
        result = self.found
        assert result is not None
        self.hint.setText(
            self.tr("Double click or Enter: to Inspect")
            if len(members)
            else self.tr("No image is in this cell.")
        )
        samples = self.stores.world.samples
        threshold = self.explored.threshold
        named = result.textures
        predictions: dict[int, Prediction] = {}
        for place in members:
            index, score = int(result.test.indices[place]), float(result.test.scores[place])
            if index < len(samples):
                texture = named[int(result.test.textures[place])]
                name = result.classes[int(result.test.named[place])].name
                predictions[index] = Prediction(
                    index,
                    samples[index].file,
                    score,
                    score > threshold,
                    name,
                    texture,
                    (0, 0, 0, 0),
                    0.0,
                )
        self.gallery.show_rows(samples, predictions, np.asarray(list(predictions), dtype=np.int64))

    def _go(self, index: QModelIndex) -> None:
        self.inspect.emit(self.gallery.rows.sample(index.row()).index)
