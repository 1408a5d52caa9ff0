"""A virtualised gallery: a list view that paints only what is visible, with any number of rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set as AbstractSet
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    QStringListModel,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from engine.core.values import Prediction, SampleRow
from gui.store.thumbnails import Thumbnails
from gui.style.guard import guarded, guarded_to
from gui.style.look import LOOK
from gui.toolkit.gallery_card import Card, GalleryDelegate
from gui.toolkit.tally import outcome
from gui.words.terms import outcome_name, verdict_name
from gui.words.text import file_name, fixed

Index = QModelIndex | QPersistentModelIndex
CARD = Qt.ItemDataRole.UserRole + 1


class GalleryModel(QStringListModel):
    """The images a gallery shows, in its order.

    Reading a row's card asks for its thumbnail if it is not there; views read only the rows
    they paint, so only those are loaded.

    The strings of the model beneath are empty and only count the rows: laying 100,000 of them out
    asks for their number several times each, which takes 6 ms where Qt knows it and 255 ms where
    Python is asked (benchmarks/window_start.py).

    Attributes
    ----------
    marks_regions
        Whether defects without a region carry a mark.
    elsewhere
        Images rejected for a window that misses the true region, by index.
    """

    def __init__(self, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.marks_regions = False
        self.elsewhere: AbstractSet[int] = frozenset()
        self._thumbnails = thumbnails
        self._samples: Sequence[SampleRow] = ()
        self._predictions: Mapping[int, Prediction] = {}
        self._rows: NDArray[np.int64] = np.empty(0, dtype=np.int64)
        self._places: dict[int, int] | None = None
        self._missing: set[int] = set()
        self._bare: set[int] = set()
        self._ask = QTimer(self)
        self._ask.setSingleShot(True)
        self._ask.setInterval(30)
        self._ask.timeout.connect(self._want)
        thumbnails.arrived.connect(self._arrived)

    def show_rows(
        self,
        samples: Sequence[SampleRow],
        predictions: Mapping[int, Prediction],
        rows: NDArray[np.int64],
    ) -> None:
        """Show other rows: positions in `samples`."""
        same = samples is self._samples and np.array_equal(rows, self._rows)
        self._predictions = predictions
        if same:
            if len(rows):
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self._samples, self._rows = samples, rows
        self._places = None
        self._bare.clear()
        self.setStringList([""] * len(rows))

    @guarded_to(lambda: None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what the delegate, the tooltip or a screen reader needs."""
        if not index.isValid():
            return None
        sample = self.sample(index.row())
        if role == CARD:
            return self._card(sample)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            said = f"{file_name(sample.file)}, {sample.class_name}"
            return f"{said}, {self.tr('no region yet')}" if self._lacks(sample) else said
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(sample)
        return None

    def sample(self, row: int) -> SampleRow:
        """Return the image in a row."""
        return self._samples[int(self._rows[row])]

    def row_of(self, sample_index: int) -> int:
        """Return the row of an image, -1 if it is not shown."""
        if sample_index < 0:
            return -1
        if self._places is None:
            samples = self._samples
            self._places = {samples[p].index: row for row, p in enumerate(self._rows.tolist())}
        return self._places.get(sample_index, -1)

    def _card(self, sample: SampleRow) -> Card:
        image = self._thumbnails.image(sample.index)
        if image is None:
            self._missing.add(sample.index)
            self._bare.add(sample.index)
            if not self._ask.isActive():
                self._ask.start()
        prediction = self._predictions.get(sample.index)
        return Card(
            image=image,
            title=file_name(sample.file),
            label=sample.class_name,
            defective=sample.defective,
            outcome=self._outcome(sample),
            score=prediction.score if prediction else None,
            verdict=prediction.defective if prediction else None,
            lacks_region=self._lacks(sample),
        )

    def _outcome(self, sample: SampleRow) -> str:
        found = outcome(sample, self._predictions.get(sample.index))
        return "elsewhere" if found == "correct" and sample.index in self.elsewhere else found

    def _lacks(self, sample: SampleRow) -> bool:
        return self.marks_regions and sample.defective is True and not sample.has_region

    def _tip(self, sample: SampleRow) -> str:
        lines = [sample.file, self.tr("Label: {name}").format(name=sample.class_name)]
        if self._lacks(sample):
            lines.append(self.tr("No region yet: nobody has said where the defect is."))
        prediction = self._predictions.get(sample.index)
        if prediction is not None:
            template = self.tr("Verdict: {verdict}, score {score} ({outcome})")
            lines.append(
                template.format(
                    verdict=verdict_name(prediction.defective),
                    score=fixed(prediction.score),
                    outcome=outcome_name(self._outcome(sample)),
                )
            )
        return "\n".join(lines)

    def _want(self) -> None:
        # What was painted since the last time is what is visible now.
        missing, self._missing = sorted(self._missing), set()
        self._thumbnails.want(id(self), missing)

    def _arrived(self, sample_index: object) -> None:
        # Only what was painted without its picture: a hidden gallery has nothing to look up.
        if not isinstance(sample_index, int) or sample_index not in self._bare:
            return
        self._bare.discard(sample_index)
        row = self.row_of(sample_index)
        if row >= 0:
            index = self.index(row)
            self.dataChanged.emit(index, index)


class Gallery(QListView):
    """Thumbnails in rows that fill the width.

    Signals
    -------
    chosen(object)
        Sample index of the image the user went to.
    """

    chosen = Signal(object)

    def __init__(
        self,
        thumbnails: Thumbnails,
        side: int = 104,
        parent: QWidget | None = None,
        *,
        model: type[GalleryModel] = GalleryModel,
        lines: int = 2,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "gallery")
        self.rows = model(thumbnails, self)
        self._delegate = GalleryDelegate(side, CARD, self, lines=lines)
        self._least = side
        self._chosen = -1
        self._quiet = False
        self.setItemDelegate(self._delegate)
        self.setModel(self.rows)
        # List mode with wrapping lays 100,000 rows out far faster than icon mode.
        self.setViewMode(QListView.ViewMode.ListMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(40)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there, so that its coming and going never changes the columns.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Images"))
        self.selectionModel().currentChanged.connect(self._current_changed)
        LOOK.changed.connect(self.viewport().update)

    @guarded
    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] | None = None) -> None:
        """Paint anew: in this mode Qt would lay all rows out again for each thumbnail."""
        del first, last, roles
        self.viewport().update()

    def show_rows(
        self,
        samples: Sequence[SampleRow],
        predictions: Mapping[int, Prediction],
        rows: NDArray[np.int64],
    ) -> None:
        """Show other rows; the place and the chosen image stay where they can."""
        bar = self.verticalScrollBar()
        place = bar.value()
        self._quiet = True
        self.rows.show_rows(samples, predictions, rows)
        self._quiet = False
        self.mark(self._chosen, scroll=False)
        if not self.isVisible():
            return  # Qt lays it out when it is shown
        self.doItemsLayout()
        bar.setValue(min(place, bar.maximum()))

    def mark(self, sample_index: int, *, scroll: bool = True) -> None:
        """Show which image is the chosen one without choosing it anew."""
        self._chosen = sample_index
        row = self.rows.row_of(sample_index)
        self._quiet = True
        auto = self.hasAutoScroll()
        self.setAutoScroll(scroll)
        self.setCurrentIndex(self.rows.index(row) if row >= 0 else QModelIndex())
        self.setAutoScroll(auto)
        self._quiet = False

    def step(self, by: int) -> None:
        """Go to the next or previous image."""
        count = self.rows.rowCount()
        if count:
            row = self.currentIndex().row()
            target = 0 if row < 0 else min(count - 1, max(0, row + by))
            self.setCurrentIndex(self.rows.index(target))

    def _current_changed(self, current: QModelIndex) -> None:
        if self._quiet or not current.isValid():
            return
        self._chosen = self.rows.sample(current.row()).index
        self.scrollTo(current)
        self.chosen.emit(self._chosen)

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the columns fill the width."""
        width = event.size().width() - 1
        if self._delegate.fill(width, self._least):
            self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)

    @guarded_to(QSize)
    def sizeHint(self) -> QSize:
        """Prefer room for two columns."""
        return QSize(2 * self._delegate.cell.width() + 24, 400)
