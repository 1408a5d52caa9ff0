"""How many defects still lack a region, and a button that goes to the next one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engine.core.values import SampleRow
from gui.regions.strokes import without_region
from gui.style.theme import SPACE
from gui.toolkit.parts import IconButton, label, row
from gui.words.text import count


class RegionCount(QWidget):
    """A line below the gallery; hidden where nothing is defective.

    Signals
    -------
    next_asked()
        The user wants to see the next defect without a region.
    """

    next_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = label("", "muted", wrap=True)
        self._next = IconButton(self.tr("Next one"), "next")
        self._next.setToolTip(self.tr("Go to the next defective image without a region (N)"))
        self._next.clicked.connect(self.next_asked)
        layout = row(self._words, self._next)
        layout.setStretch(0, 1)
        layout.setContentsMargins(SPACE + 4, SPACE - 2, SPACE, SPACE - 2)
        self.setLayout(layout)

    def show_count(self, samples: tuple[SampleRow, ...]) -> None:
        """Count anew."""
        missing, defects = without_region(samples)
        self.setVisible(defects > 0)
        self._next.setVisible(bool(missing))
        if missing:
            template = self.tr("Defects without a region: {n} of {all}")
            self._words.setText(template.format(n=count(len(missing)), all=count(defects)))
        else:
            template = self.tr("All {n} defects have a region", "", defects)
            self._words.setText(template.format(n=count(defects)))
