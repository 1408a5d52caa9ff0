"""What the page looks at: a threshold, a texture and what mistakes cost. Never kept with a run."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from engine.evaluate.values import Evaluation, Standing, Subset, defective_rows, standing

RUN, VALIDATION, TEST = "run", "validation", "test"
"""Where a threshold comes from: the run's own, proposed from validation images, tried out here."""


class Explored(QObject):
    """A threshold on its way over a run's test images.

    Attributes
    ----------
    found
        The evaluation looked at, None while none is known.
    threshold, origin
        The threshold, and where it comes from.
    texture
        Whose images count; "" for all.
    ratio, share
        What an escape costs in units of one overkill; share of defective parts in production,
        None for that of the images at hand.

    Signals
    -------
    moved()
        The threshold is another.
    changed()
        Anything else is.
    """

    moved = Signal()
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.found: Evaluation | None = None
        self.threshold = 0.5
        self.origin = RUN
        self.texture = ""
        self.ratio = 20.0
        self.share: float | None = None
        self._run = ""

    def show(self, run: str, found: Evaluation | None) -> None:
        """Look at another run, or at more of the same one."""
        if run != self._run:
            self._run, self.texture, self.share, self.found = run, "", None, None
        if found is not None and self.found is None:
            self.ratio, self.threshold, self.origin = found.cost_ratio, found.threshold, RUN
            self.share = found.line_share
        elif found is not None and self.origin == RUN:
            self.threshold = found.threshold
        self.found = found
        self.changed.emit()

    def move(self, threshold: float, origin: str = TEST) -> None:
        """Put the threshold elsewhere."""
        if (threshold, origin) != (self.threshold, self.origin):
            self.threshold, self.origin = threshold, origin
            self.moved.emit()

    def give_back(self) -> None:
        """Return to the run's own threshold."""
        if self.found is not None:
            self.move(self.found.threshold, RUN)

    def choose_texture(self, texture: str) -> None:
        """Count the images of one texture, or of all."""
        if texture != self.texture:
            self.texture = texture
            self.changed.emit()

    def weigh(self, ratio: float, share: float | None) -> None:
        """Say what mistakes cost."""
        if (ratio, share) != (self.ratio, self.share):
            self.ratio, self.share = ratio, share
            self.changed.emit()

    # ------------------------------------------------------------------ reading

    @property
    def subset(self) -> Subset | None:
        """The images that count."""
        if self.found is None:
            return None
        for each in self.found.subsets:
            if each.texture == self.texture:
                return each
        return self.found.whole

    @property
    def standing(self) -> Standing | None:
        """How they stand at the threshold."""
        subset = self.subset
        if self.found is None or subset is None:
            return None
        return standing(self.found, subset, self.threshold)

    def rows(self, *, defective: bool) -> NDArray[np.int64]:
        """Places of the subset's normal or defective images in the verdicts."""
        subset = self.subset
        if self.found is None or subset is None or not self.found.has_normal:
            return np.empty(0, dtype=np.int64)
        bad = defective_rows(self.found, self.found.test)[subset.rows]
        return np.asarray(subset.rows[bad == defective])
