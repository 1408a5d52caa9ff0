"""One channel large, over the image it was computed from."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QSlider, QVBoxLayout, QWidget

from engine.data.messages import SampleShown
from engine.measures.values import ChannelPictures
from gui.style.theme import SPACE
from gui.toolkit.image_canvas import ImageCanvas
from gui.toolkit.parts import label, row


class ChannelWindow(QDialog):
    """A window of its own, so that several channels can stand beside each other."""

    def __init__(
        self,
        title: str,
        text: str,
        sample: SampleShown | None,
        found: ChannelPictures,
        number: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(560, 640)
        self.canvas = ImageCanvas()
        self.canvas.set_colour_map("inferno")
        maps = found.maps[number]
        if sample is not None:
            self.canvas.show_image(sample.image, sample.outlines)
        else:
            self.canvas.show_image(np.zeros_like(maps))
        self.canvas.show_overlay(maps.astype(np.float32))
        self._strength = QSlider(Qt.Orientation.Horizontal)
        self._strength.setRange(0, 100)
        self._strength.setAccessibleName(self.tr("Opacity"))
        self._strength.valueChanged.connect(lambda value: self.canvas.set_opacity(value / 100))
        self._strength.setValue(75)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        layout.addWidget(self.canvas, 1)
        layout.addLayout(row(label(self.tr("Opacity"), "muted"), self._strength))
        layout.addWidget(label(text, "", wrap=True, select=True))
        layout.addWidget(
            label(
                self.tr(
                    "Colours go from 0 to this channel's own largest activation. The dashed line "
                    "is the true region. Esc closes."
                ),
                "small",
                wrap=True,
            )
        )
