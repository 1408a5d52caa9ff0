"""Small pictures of images, loaded on demand for what is visible."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from gui.style.images import as_qimage

SIDE = 200
"""Largest side in pixels."""
CHUNK = 24
"""Thumbnails in one command: few, so that a click is never behind many of them."""


class Thumbnails(QObject):
    """The newest thousands of thumbnails, and the asking for those that are missing.

    Attributes
    ----------
    limit
        How many are kept (grey ones take 40 KB each, colour ones 120 KB).

    Signals
    -------
    arrived(object)
        Index of a sample whose thumbnail is there now.
    """

    arrived = Signal(object)

    def __init__(
        self,
        ask: Callable[[tuple[int, ...]], None],
        limit: int = 2000,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.limit = limit
        self._ask = ask
        self._images: OrderedDict[int, QImage] = OrderedDict()
        self._unreadable: set[int] = set()
        self._wanted: dict[object, tuple[int, ...]] = {}
        self._asked: tuple[int, ...] = ()

    def image(self, index: int) -> QImage | None:
        """Return a thumbnail that is there, None otherwise."""
        image = self._images.get(index)
        if image is not None:
            self._images.move_to_end(index)
        return image

    def want(self, who: object, indices: Sequence[int]) -> None:
        """Replace what a view needs; only missing ones are asked for, a few at a time."""
        self._wanted[who] = tuple(indices)
        self._next()

    def put(self, index: int, array: NDArray[np.uint8]) -> None:
        """Keep a thumbnail (copied, so that the event's array can go)."""
        self._images[index] = as_qimage(array).copy()
        while len(self._images) > self.limit:
            self._images.popitem(last=False)
        self.arrived.emit(index)

    def ended(self) -> None:
        """The command in flight has ended; what it did not bring cannot be read."""
        self._unreadable.update(index for index in self._asked if index not in self._images)
        self._asked = ()
        self._next()

    def clear(self) -> None:
        """Forget everything: another data set is open."""
        self._images.clear()
        self._unreadable.clear()
        self._wanted.clear()
        self._asked = ()

    def _next(self) -> None:
        if self._asked:
            return
        missing = [
            index
            for indices in self._wanted.values()
            for index in indices
            if index not in self._images and index not in self._unreadable
        ]
        if missing:
            self._asked = tuple(dict.fromkeys(missing))[:CHUNK]
            self._ask(self._asked)
