"""An image with an overlay, outlines and boxes; zoom with the wheel, pan with a drag."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFocusEvent,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QPolygonF,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsPathItem,
    QGraphicsPixmapItem,
    QGraphicsRectItem,
    QGraphicsScene,
    QGraphicsView,
    QStyleOptionGraphicsItem,
    QWidget,
)

from engine.core.values import Outlines
from gui.style.geometry import fit_scale, zoom_step
from gui.style.guard import guarded, guarded_to
from gui.style.images import as_indexed, as_qimage, to_levels
from gui.style.look import LOOK
from gui.style.pens import paint_focus, screen_pen
from gui.style.theme import DIVERGING, ON_IMAGE, colour_table


class OverlayItem(QGraphicsItem):
    """A small map of levels with a colour table, stretched over the image when painted.

    Changing the opacity or the colour map touches 256 colours, never the image.
    """

    def __init__(self) -> None:
        super().__init__()
        self._levels: NDArray[np.uint8] | None = None
        self._image = QImage()
        self._rect = QRectF()
        self._smooth = True

    def show_levels(self, levels: NDArray[np.uint8], table: list[int], rect: QRectF) -> None:
        """Show another map over `rect`."""
        self.prepareGeometryChange()
        # The image points into the array, so the array is kept as long as the image.
        self._levels, self._image, self._rect = levels, as_indexed(levels, table), rect
        self.update()

    def clear(self) -> None:
        """Show nothing."""
        self.prepareGeometryChange()
        self._image, self._levels, self._rect = QImage(), None, QRectF()

    def set_smooth(self, smooth: bool) -> None:
        """Blend between cells, or show them as they are."""
        self._smooth = smooth
        self.update()

    @guarded_to(QRectF)
    def boundingRect(self) -> QRectF:
        """Return the area painted."""
        return self._rect

    @guarded
    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        """Paint the map."""
        if not self._image.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._smooth)
            painter.drawImage(self._rect, self._image)


class ImageCanvas(QGraphicsView):
    """Shows one image at a time. Knows nothing of runs or verdicts.

    Signals
    -------
    hovered(object)
        Point under the mouse as (x, y) in pixels of the image, None outside it.
    zoomed(float)
        The scale is another.
    """

    hovered = Signal(object)
    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = QGraphicsScene(self)
        self.setScene(self._scene)
        self._picture = QGraphicsPixmapItem()
        self._overlay = OverlayItem()
        self._outline = QGraphicsPathItem()
        self._box = QGraphicsRectItem()
        self._hover_box = QGraphicsRectItem()
        for depth, item in enumerate(
            (self._picture, self._overlay, self._hover_box, self._outline, self._box)
        ):
            item.setZValue(depth)
            self._scene.addItem(item)
        self._box.hide()
        self._hover_box.hide()
        self._size = (0, 0)
        self._fitted = True
        self._map = "blue-orange"
        self._values: NDArray[np.float32] | None = None
        self._value_rect = QRectF()
        self._limit: float | None = None
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.viewport().setCursor(Qt.CursorShape.CrossCursor)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Image"))
        self._dress()
        LOOK.changed.connect(self._dress)

    # ------------------------------------------------------------------ content

    @property
    def image_size(self) -> tuple[int, int]:
        """(width, height) of the image, (0, 0) if none."""
        return self._size

    def show_image(self, image: NDArray[np.uint8] | None, outlines: Outlines = ()) -> None:
        """Show another image; the zoom stays if it has the same size."""
        before = self._size
        if image is None:
            self._picture.setPixmap(QPixmap())
            self._size = (0, 0)
        else:
            # The pixmap is a copy in the screen's format: the event's array may go.
            self._picture.setPixmap(QPixmap.fromImage(as_qimage(image)))
            self._size = (image.shape[1], image.shape[0])
        self._show_outlines(outlines)
        width, height = self._size
        self._scene.setSceneRect(-width, -height, 3 * width, 3 * height)
        if self._size != before or self._fitted:
            self.fit()

    def show_overlay(
        self,
        values: NDArray[np.float32] | None,
        rect: QRectF | None = None,
        limit: float | None = None,
    ) -> None:
        """Lay a map of values over the image (over `rect`, or all of it); None removes it.

        Its colours end at `limit`; None: at its largest |value|.
        """
        self._limit = limit
        self._values = values
        self._value_rect = rect or QRectF(0, 0, *self._size)
        self._paint_overlay()

    def show_box(self, box: tuple[int, int, int, int] | None) -> None:
        """Frame a window."""
        self._box.setVisible(box is not None)
        if box is not None:
            self._box.setRect(QRectF(*box))

    def show_hover_box(self, box: tuple[float, float, float, float] | None) -> None:
        """Frame the window whose score is read out."""
        self._hover_box.setVisible(box is not None)
        if box is not None:
            self._hover_box.setRect(QRectF(*box))

    def set_colour_map(self, name: str) -> None:
        """Colour the overlay another way."""
        self._map = name
        self._paint_overlay()

    def set_opacity(self, share: float) -> None:
        """Let more or less of the overlay through."""
        self._overlay.setOpacity(share)

    def set_smooth(self, smooth: bool) -> None:
        """Blend between the overlay's cells, or show them as they are."""
        self._overlay.set_smooth(smooth)

    def set_outline_visible(self, visible: bool) -> None:
        """Show or hide the true region."""
        self._outline.setVisible(visible)

    # ------------------------------------------------------------------ zoom

    @property
    def scale_now(self) -> float:
        """Screen pixels to one pixel of the image."""
        return float(self.transform().m11())

    def fit(self) -> None:
        """Show the whole image."""
        self._fitted = True
        if self._size != (0, 0):
            view = self.viewport().size()
            self._zoom_to(fit_scale(self._size, (view.width(), view.height())))
            self.centerOn(self._size[0] / 2, self._size[1] / 2)

    def actual_size(self) -> None:
        """Show one pixel of the image as one pixel of the screen."""
        self._fitted = False
        self._zoom_to(1.0 / self.devicePixelRatioF())

    def _zoom_to(self, scale: float) -> None:
        self.setTransform(QTransform.fromScale(scale, scale))
        self._picture.setTransformationMode(
            # Enlarged pixels stay pixels; a shrunk image is averaged.
            Qt.TransformationMode.FastTransformation
            if scale * self.devicePixelRatioF() >= 2
            else Qt.TransformationMode.SmoothTransformation
        )
        self.zoomed.emit(scale)

    @guarded
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the mouse."""
        if self._size == (0, 0):
            return
        self._fitted = False
        steps = event.angleDelta().y() / 120
        fit = fit_scale(self._size, (self.viewport().width(), self.viewport().height()))
        self._zoom_to(zoom_step(self.scale_now, steps, low=min(fit, 1.0) / 2, high=32.0))
        event.accept()

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scene, and a frame where the keys go here."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            paint_focus(painter, self.viewport().rect())
            painter.end()

    @guarded
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the frame."""
        super().focusInEvent(event)
        self.viewport().update()

    @guarded
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide it."""
        super().focusOutEvent(event)
        self.viewport().update()

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the whole image in view until the user zooms."""
        super().resizeEvent(event)
        if self._fitted:
            self.fit()

    # ------------------------------------------------------------------ mouse

    @guarded
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell where in the image the mouse is."""
        super().mouseMoveEvent(event)
        self.hovered.emit(self.image_point(event.position()))

    @guarded
    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Go back to the whole image."""
        self.fit()

    @guarded
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag with the cross again instead of Qt's open hand."""
        super().mouseReleaseEvent(event)
        self.viewport().setCursor(Qt.CursorShape.CrossCursor)

    @guarded
    def leaveEvent(self, event: object) -> None:
        """The mouse is elsewhere."""
        super().leaveEvent(event)  # type: ignore[arg-type]
        self.hovered.emit(None)

    def image_point(self, place: QPointF) -> tuple[float, float] | None:
        """Turn a point of the viewport into one of the image, None outside it."""
        inverse, valid = self.viewportTransform().inverted()
        point = inverse.map(place)
        width, height = self._size
        inside = valid and 0 <= point.x() < width and 0 <= point.y() < height
        return (point.x(), point.y()) if inside else None

    # ------------------------------------------------------------------ helpers

    def _paint_overlay(self) -> None:
        if self._values is None or self._values.size == 0:
            self._overlay.clear()
            return
        levels, _ = to_levels(self._values, diverging=self._map in DIVERGING, limit=self._limit)
        self._overlay.show_levels(levels, colour_table(self._map), self._value_rect)

    def _show_outlines(self, outlines: Outlines) -> None:
        path = self._outline.path()
        path.clear()
        for outline in outlines:
            path.addPolygon(QPolygonF([QPointF(x, y) for x, y in outline.tolist()]))
            path.closeSubpath()
        self._outline.setPath(path)

    def _dress(self) -> None:
        self.setBackgroundBrush(QBrush(QColor(LOOK.colours.canvas)))
        for item, colour, width, style in (
            (self._outline, ON_IMAGE["region"], 1.6, Qt.PenStyle.DashLine),
            (self._box, ON_IMAGE["box"], 2.0, Qt.PenStyle.SolidLine),
            (self._hover_box, ON_IMAGE["hover"], 1.0, Qt.PenStyle.DotLine),
        ):
            # Lines keep their width on screen at any zoom.
            pen = screen_pen(colour, width, style)
            item.setPen(pen)
