"""The gallery that images are taken from: dragged, or put to A or B with a key."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDrag, QKeyEvent, QMouseEvent, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from gui.interpolate.slot import carried
from gui.store.thumbnails import Thumbnails
from gui.style.guard import guarded
from gui.toolkit.gallery import Gallery

CARRIED = QSize(72, 72)
KEYS = {Qt.Key.Key_A: 0, Qt.Key.Key_B: 1}


class PairGallery(Gallery):
    """Cards that go to one of two places.

    Signals
    -------
    put(int, int)
        The image of that number is wanted at place 0 (A) or 1 (B).
    """

    put = Signal(int, int)

    def __init__(self, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(thumbnails, 92, parent)
        self._thumbnails = thumbnails
        self._pressed: QPoint | None = None
        self.setToolTip(self.tr("Drag a card to A or B, or press A or B on it"))

    def index_at(self, place: QPoint) -> int:
        """Return the number of the image under a point, -1 if there is none."""
        result = self.indexAt(place)
        return self.rows.sample(result.row()).index if result.isValid() else -1

    @property
    def current(self) -> int:
        """Number of the chosen image, -1 if none."""
        result = self.currentIndex()
        return self.rows.sample(result.row()).index if result.isValid() else -1

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A and B put the chosen card there."""
        place = KEYS.get(Qt.Key(event.key()), -1)
        if place >= 0 and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            if self.current >= 0:
                self.put.emit(self.current, place)
            return
        super().keyPressEvent(event)

    def menu_of(self, index: int) -> QMenu:
        """Return what can be done with a card."""
        menu = QMenu(self)
        for place, name in enumerate((self.tr("Use as A"), self.tr("Use as B"))):
            action = menu.addAction(f"{name}\t{'AB'[place]}")
            action.triggered.connect(lambda _=False, p=place: self.put.emit(index, p))
        return menu

    @guarded
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer both places; with the keyboard, for the chosen card."""
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.current if keyboard else self.index_at(event.pos())
        if index >= 0:
            menu = self.menu_of(index)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(event.globalPos())

    # ------------------------------------------------------------------ dragging

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag would begin."""
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = event.position().toPoint() if left else None
        super().mousePressEvent(event)

    @guarded
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry the card as soon as the mouse has gone some way with it."""
        held = bool(event.buttons() & Qt.MouseButton.LeftButton)
        if self._pressed is None or not held:
            super().mouseMoveEvent(event)
            return
        way = (event.position().toPoint() - self._pressed).manhattanLength()
        index = self.index_at(self._pressed)
        if way >= QApplication.startDragDistance() and index >= 0:
            self._pressed = None
            self.carry(index)

    def carry(self, index: int) -> None:
        """Drag an image until it is dropped."""
        drag = QDrag(self)
        drag.setMimeData(carried(index))
        image = self._thumbnails.image(index)
        if image is not None:
            drag.setPixmap(
                QPixmap.fromImage(
                    image.scaled(
                        CARRIED,
                        Qt.AspectRatioMode.KeepAspectRatio,
                        Qt.TransformationMode.SmoothTransformation,
                    )
                )
            )
        drag.exec(Qt.DropAction.CopyAction)
