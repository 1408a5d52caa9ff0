"""An image on which a person draws boxes and ellipses, with the mouse or with keys alone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QWidget

from engine.core.values import Outlines, Shape
from gui.regions.shape_paint import HANDLE, paint_focus, paint_shapes
from gui.style import shapes as geometry
from gui.style.guard import guarded
from gui.toolkit.image_canvas import ImageCanvas

TOOLS = ("box", "ellipse", "move")

ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
FAR = 10
"""Pixels that an arrow key moves with Shift."""
REACH = 4
"""Pixels of the screen beside a shape that still count as it."""


@dataclass(frozen=True, slots=True)
class _Drag:
    """A drag under way: what it does ("draw", "move" or a corner's number) and where it began."""

    what: str | int
    start: tuple[float, float]
    before: tuple[Shape, ...]
    chosen: int


class RegionCanvas(ImageCanvas):
    """Shows an image and the shapes drawn on it; a finished change is said, never kept.

    Attributes
    ----------
    shapes
        What is drawn, a drag under way included.
    chosen
        Number of the shape that keys act on, -1 for none.
    tool
        One of `TOOLS`.

    Signals
    -------
    drawn(object, str)
        The shapes after a change, and what it merges with; see `Stroke`.
    chosen_changed()
        Another shape is chosen, or it is another size.
    tool_changed(str)
        Another tool is in hand.
    """

    drawn = Signal(object, str)
    chosen_changed = Signal()
    tool_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shapes: tuple[Shape, ...] = ()
        self.chosen = -1
        self.tool = "move"
        self._editable = False
        self._visible = True
        self._drag: _Drag | None = None
        self._pan: QPointF | None = None
        self._shown: object = None

    # ------------------------------------------------------------------ content

    def show_sample(
        self,
        image: NDArray[np.uint8] | None,
        outlines: Outlines = (),
        shapes: tuple[Shape, ...] = (),
    ) -> None:
        """Show an image; `outlines` are those of the set's own region, shown below the shapes.

        The same image again (the very array) may bring other shapes; another one ends a drag.
        """
        if image is not self._shown or image is None:
            self._drag = None
            self._shown, self.chosen = image, -1
            self.shapes = shapes
            self.show_image(image, outlines)
            self._tell_chosen()
        else:
            self._show_outlines(outlines)
            if self._drag is None:
                self._put(shapes)
        self.viewport().update()

    def set_editable(self, editable: bool) -> None:
        """Allow or forbid to draw; the tool stays in hand for the next image."""
        self._editable = editable
        if not editable:
            self.cancel()
            self._choose(-1)

    def set_tool(self, tool: str) -> None:
        """Take another tool into the hand."""
        self.cancel()
        if tool != self.tool and (self._editable or tool == "move"):
            self.tool = tool
            self.tool_changed.emit(tool)

    def set_outline_visible(self, visible: bool) -> None:
        """Show or hide every region."""
        super().set_outline_visible(visible)
        self._visible = visible
        self.viewport().update()

    @property
    def _draws(self) -> bool:
        return self._editable and self.tool != "move"

    @property
    def dragging(self) -> bool:
        """Whether a shape is in the hand."""
        return self._drag is not None

    def cancel(self) -> None:
        """Drop a drag: everything is as before it."""
        drag, self._drag = self._drag, None
        if drag is not None:
            self.chosen = drag.chosen
            self._put(drag.before)

    def erase(self) -> None:
        """Erase the chosen shape; without a choice the only one there is."""
        self.cancel()
        number = self.chosen if self.chosen >= 0 else (0 if len(self.shapes) == 1 else -1)
        if self._editable and 0 <= number < len(self.shapes):
            rest = self.shapes[:number] + self.shapes[number + 1 :]
            self._commit(rest, min(number, len(rest) - 1))

    def _put(self, shapes: tuple[Shape, ...]) -> None:
        self.shapes = shapes
        self.chosen = min(self.chosen, len(shapes) - 1)
        self._tell_chosen()
        self.viewport().update()

    def _choose(self, number: int) -> None:
        if number != self.chosen:
            self.chosen = number
            self._tell_chosen()
            self.viewport().update()

    def _tell_chosen(self) -> None:
        self.chosen_changed.emit()

    def _commit(self, shapes: tuple[Shape, ...], chosen: int, merge: str = "") -> None:
        self.chosen = chosen
        self._put(shapes)
        self.drawn.emit(shapes, merge)

    # ------------------------------------------------------------------ mouse

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a corner, a shape, or begin a new one; else drag the image."""
        if event.button() == Qt.MouseButton.MiddleButton:
            self._pan = event.position()
            return
        begins = event.button() == Qt.MouseButton.LeftButton and self._editable and self._visible
        if not begins or self._drag is not None:
            super().mousePressEvent(event)
            return
        what, number = self._at(event.position())
        if what == "":
            self._choose(-1)
            super().mousePressEvent(event)
            return
        self._drag = _Drag(what, self._point(event.position()), self.shapes, self.chosen)
        if what == "move":
            self._choose(number)

    @guarded
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw, move or resize; say where the mouse is."""
        if self._pan is not None:
            step = event.position() - self._pan
            self._pan = event.position()
            for bar, by in (
                (self.horizontalScrollBar(), step.x()),
                (self.verticalScrollBar(), step.y()),
            ):
                bar.setValue(bar.value() - round(by))
            return
        if self._drag is None:
            super().mouseMoveEvent(event)
            self._show_cursor(event.position())
            return
        self._pull(self._drag, self._point(event.position()))
        self.hovered.emit(self.image_point(event.position()))

    @guarded
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag; one that changed nothing is none."""
        if event.button() == Qt.MouseButton.MiddleButton:
            self._pan = None
            return
        drag, self._drag = self._drag, None
        if drag is None or event.button() != Qt.MouseButton.LeftButton:
            self._drag = drag
            super().mouseReleaseEvent(event)
            event.accept()
        elif self.shapes != drag.before:
            self._commit(self.shapes, self.chosen)

    @guarded
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go back to the whole image; with a shape under the mouse or in the hand, draw on."""
        if self._editable and self._at(event.position())[0] != "":
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def _pull(self, drag: _Drag, point: tuple[float, float]) -> None:
        size, before = self.image_size, drag.before
        dx, dy = point[0] - drag.start[0], point[1] - drag.start[1]
        if drag.what == "draw":
            least = max(geometry.LEAST, 3 / self.scale_now)
            if max(abs(dx), abs(dy)) < least or not geometry.meets(drag.start, point, size):
                self._put(before)
                return
            made = geometry.spanned(self.tool, drag.start, point, size)
            self.chosen = len(before)
            self._put((*before, made))
            return
        old = before[self.chosen]
        if isinstance(drag.what, int):
            new = geometry.resized(old, drag.what, point, size)
        else:
            new = geometry.moved(old, round(dx), round(dy), size)
        self._put((*before[: self.chosen], new, *before[self.chosen + 1 :]))

    def _at(self, place: QPointF) -> tuple[str | int, int]:
        """What a press there would take, and of which shape: a corner, "move", "draw" or ""."""
        if self.chosen >= 0:
            transform = self.viewportTransform()
            for number in range(4):
                handle = transform.map(QPointF(*geometry.corner(self.shapes[self.chosen], number)))
                apart = place - handle
                if max(abs(apart.x()), abs(apart.y())) <= HANDLE / 2 + 2:
                    return number, self.chosen
        point = self._point(place)
        if self.tool != "move":
            return "draw", -1  # beside the image too: defects often lie on its border
        for number in reversed(range(len(self.shapes))):
            if geometry.holds(self.shapes[number], point, REACH / self.scale_now):
                return "move", number
        return "", -1

    def _point(self, place: QPointF) -> tuple[float, float]:
        """Turn a point of the viewport into one of the image, which may lie outside it."""
        inverse, _ = self.viewportTransform().inverted()
        point = inverse.map(place)
        return point.x(), point.y()

    def _show_cursor(self, place: QPointF) -> None:
        what = self._at(place)[0] if self._editable and self._visible else ""
        shape = Qt.CursorShape.CrossCursor
        if isinstance(what, int):
            falling = what % 2 == 0
            shape = Qt.CursorShape.SizeFDiagCursor if falling else Qt.CursorShape.SizeBDiagCursor
        elif what == "move":
            shape = Qt.CursorShape.SizeAllCursor
        self.viewport().setCursor(shape)

    # ------------------------------------------------------------------ keys

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the chosen shape (Shift: far, Ctrl: its size); Escape drops a drag."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and (self._drag is not None or self._draws):
            if self._drag is not None:
                self.cancel()
            else:
                self.set_tool("move")
        elif key == Qt.Key.Key_Escape and self.chosen >= 0:
            self._choose(-1)
        elif key in ARROWS and self.chosen >= 0 and self._editable and self._drag is None:
            self._nudge(ARROWS[key], event.modifiers())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._draws:
            self._place()
        elif key == Qt.Key.Key_Space and self.shapes and self._editable:
            self._choose((self.chosen + 1) % len(self.shapes))
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _nudge(self, arrow: tuple[int, int], keys: Qt.KeyboardModifier) -> None:
        step = FAR if keys & Qt.KeyboardModifier.ShiftModifier else 1
        sizes = bool(keys & Qt.KeyboardModifier.ControlModifier)
        change = geometry.grown if sizes else geometry.moved
        old = self.shapes[self.chosen]
        new = change(old, step * arrow[0], step * arrow[1], self.image_size)
        if new != old:
            shapes = (*self.shapes[: self.chosen], new, *self.shapes[self.chosen + 1 :])
            # Steps of one shape are one stroke: nobody wants to undo them one by one.
            self._commit(shapes, self.chosen, f"keys {self.chosen} {sizes}")

    def _place(self) -> None:
        """Put a shape into the middle of what is seen, to be moved with the arrow keys."""
        if self._editable and self._drag is None and self.image_size != (0, 0):
            middle = QPointF(self.viewport().rect().center())
            made = geometry.placed(self.tool, self._point(middle), self.image_size)
            self._commit((*self.shapes, made), len(self.shapes))

    @guarded
    def hideEvent(self, event: QHideEvent) -> None:
        """Another page: nothing is in the hand any more."""
        self.cancel()
        self._pan = None
        super().hideEvent(event)

    @guarded
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that keys act here."""
        super().focusInEvent(event)
        self.viewport().update()

    @guarded
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keys act elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()

    # ------------------------------------------------------------------ painting

    @guarded
    def drawForeground(self, painter: QPainter, rect: QRectF | object) -> None:
        """Paint the shapes in pixels of the screen, so that lines are crisp at any zoom."""
        super().drawForeground(painter, rect)  # type: ignore[arg-type]
        painter.save()
        painter.resetTransform()
        transform = self.viewportTransform()
        if self._visible:
            boxes = [
                (s.kind, transform.mapRect(QRectF(s.x, s.y, s.width, s.height)))
                for s in self.shapes
            ]
            handles = self.chosen if self._editable else -1
            paint_shapes(painter, boxes, handles)
        if self.hasFocus() and self._editable:
            paint_focus(painter, self.viewport().rect())
        painter.restore()

    @property
    def chosen_shape(self) -> Shape | None:
        """The shape that keys act on."""
        return self.shapes[self.chosen] if 0 <= self.chosen < len(self.shapes) else None
