"""What every tab of Evaluate is: one picture of the run's verdicts on its test images."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engine.evaluate.values import Evaluation
from gui.evaluate.explored import Explored
from gui.stores import Stores
from gui.toolkit.picture_tab import PictureTab


class EvaluateTab(PictureTab):
    """Base of the tabs; see `PictureTab` for tables and pictures to take along.

    Attributes
    ----------
    explored
        The threshold and the texture looked at.

    Signals
    -------
    inspect(int)
        The user wants to see the image of that index closely.
    go(str)
        The user wants another page.
    """

    icon = "evaluate"
    inspect = Signal(int)
    go = Signal(str)

    def __init__(self, stores: Stores, explored: Explored, parent: QWidget | None = None) -> None:
        super().__init__(stores, parent)
        self.explored = explored

    @property
    def found(self) -> Evaluation | None:
        """What is evaluated."""
        return self.explored.found

    def show_threshold(self) -> None:
        """The threshold is another: called many times a second while it is dragged."""
        self.refresh()

    def lacks_kinds(self) -> bool:
        """Say so where curves need images of both kinds and there is one only."""
        result, subset = self.found, self.explored.subset
        if result is None or subset is None:
            self.show_empty(self.tr("Nothing to show yet"), "")
            return True
        if not result.has_normal:
            self.show_empty(
                self.tr("This set has no normal class"),
                self.tr(
                    "No image can be called defective, so scores, overkill and escape mean nothing "
                    "here. The confusion matrix shows the classes."
                ),
            )
            return True
        if not subset.normal or not subset.defective:
            self.show_empty(
                self.tr("No defective test image")
                if subset.normal
                else self.tr("No normal test image"),
                self.tr("This needs test images of both kinds."),
            )
            return True
        return False
