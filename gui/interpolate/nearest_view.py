"""The real image that lies nearest to a point, or the way to find it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from engine.core.values import SampleRow
from engine.interpolate.values import LONELY, Nearest
from gui.interpolate.look_up_box import LookUpBox
from gui.interpolate.pictures import fitted
from gui.store.engine_client import Job
from gui.store.thumbnails import Thumbnails
from gui.style.guard import guarded
from gui.style.look import LOOK
from gui.toolkit.parts import label
from gui.words.text import count, file_name, fixed, percent

LINE = 16


class _Found(QWidget):
    """Thumbnail, file, class and distance; painted, because it changes with every point."""

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._thumbnails = thumbnails
        self.nearest: Nearest | None = None
        self.lines: tuple[str, ...] = ()
        thumbnails.arrived.connect(self._arrived)
        LOOK.changed.connect(self.update)

    def show_nearest(self, nearest: Nearest, sample: SampleRow | None) -> None:
        """Show another image."""
        if nearest == self.nearest:
            return
        before, self.nearest = self.nearest, nearest
        distance = self.tr("{distance} of A to B").format(distance=fixed(nearest.distance, 2))
        if nearest.real is not None:
            usual = self.tr("{distance} of A to B, real images {real}")
            distance = usual.format(
                distance=fixed(nearest.distance, 2), real=fixed(nearest.real, 2)
            )
        among = self.tr("among {n} images", "", nearest.among).format(n=count(nearest.among))
        name, kind = (file_name(sample.file), sample.class_name) if sample else ("", "")
        self.lines = (name, kind, distance, among)
        self.setAccessibleName(", ".join(self.lines))
        self.setToolTip("\n".join((*self.lines, *self._plausible(nearest))))
        if before is None or before.index != nearest.index:
            self._thumbnails.want(id(self), [nearest.index])
        self.update()

    def _plausible(self, nearest: Nearest) -> tuple[str, ...]:
        """Whether a real image could lie here."""
        if nearest.farther is None:
            return ()
        template = (
            self.tr("Hardly any real image is like this: {share} lie this far from their nearest.")
            if nearest.farther < LONELY
            else self.tr("As plausible as a real image: {share} lie this far from their nearest.")
        )
        return (template.format(share=percent(nearest.farther, 0)),)

    def _arrived(self, index: object) -> None:
        if self.nearest is not None and index == self.nearest.index:
            self.update()

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the thumbnail and its lines."""
        if self.nearest is None:
            return
        painter = QPainter(self)
        colours = LOOK.colours
        room = QRectF(0, 0, self.width(), max(24, self.height() - LINE * len(self.lines) - 3))
        image = self._thumbnails.image(self.nearest.index)
        side = min(room.width(), room.height())
        place = QRectF(0, room.bottom() - side, side, side)
        if image is None:
            painter.fillRect(place, QColor(colours.sunken))
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            target = fitted(image.size(), place)
            target.moveLeft(0)
            painter.drawImage(target, image)
        font = QFont(self.font())
        font.setPointSizeF(LOOK.points(-1))
        painter.setFont(font)
        for number, text in enumerate(self.lines):
            painter.setPen(QColor(colours.text if number < 2 else colours.muted))
            box = QRectF(0, room.bottom() + 3 + number * LINE, self.width(), LINE)
            fits = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideMiddle, self.width()
            )
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, fits)
        painter.end()


class NearestView(QWidget):
    """One run's nearest real image.

    Attributes
    ----------
    index
        The button that asks for the images to be looked up.

    Signals
    -------
    wanted()
        The user wants the run's images to be looked up.
    cancelled()
        ... or rather not.
    """

    wanted = Signal()
    cancelled = Signal()

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self.found = _Found(thumbnails)
        self.ask = LookUpBox(
            self.tr("Which test image is most like this point?"),
            self.tr("Index images"),
            self.tr("Look up the features of this run's test images, to find the nearest"),
        )
        self.index = self.ask.button
        self.ask.wanted.connect(self.wanted)
        self.ask.cancelled.connect(self.cancelled)
        self._pages = QStackedWidget()
        for page in (QWidget(), self.ask, self.found):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        self._title = label(self.tr("Nearest real image"), "caption")
        layout.addWidget(self._title)
        layout.addWidget(self._pages, 1)

    def show_job(self, job: Job | None) -> None:
        """Show how far the look-up is."""
        self.ask.show_job(job)

    def show_nearest(
        self, nearest: Nearest | None, sample: SampleRow | None, *, known: bool
    ) -> None:
        """Show the nearest image; `known` is whether there is a point to be near to."""
        if nearest is not None:
            self.found.show_nearest(nearest, sample)
        self._title.setVisible(known)
        self._pages.setCurrentIndex(2 if nearest is not None else 1 if known else 0)
