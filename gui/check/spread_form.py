"""How many folds there are and the seed they are drawn with: two fields of the fold editor."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from gui.store.throttle import Throttle
from gui.style.theme import SPACE
from gui.toolkit.numbers import QuietSpin
from gui.toolkit.parts import form_row

FEWEST, MOST = 2, 10
LARGEST_SEED = 999_999


class SpreadForm(QWidget):
    """Number of folds and seed.

    Attributes
    ----------
    folds, seed
        The fields.

    Signals
    -------
    changed()
        The user chose another number or another draw.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._quiet = False
        self.folds, self.seed = QuietSpin(FEWEST, MOST), QuietSpin(0, LARGEST_SEED)
        self.folds.setValue(5)
        self.folds.setToolTip(self.tr("Each is the test set of one run; more take longer."))
        self.seed.setToolTip(
            self.tr("Another seed draws other folds of the same size. A run's seed is the same.")
        )
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(SPACE)
        form.setVerticalSpacing(SPACE - 2)
        form_row(form, self.tr("Number of folds"), self.folds)
        form_row(form, self.tr("Seed"), self.seed)
        self._later = Throttle(150, self)  # a number is half typed for a while
        self._later.fired.connect(self.changed)
        for field in (self.folds, self.seed):
            field.valueChanged.connect(self._edited)

    @property
    def value(self) -> tuple[int, int]:
        """Number of folds and seed."""
        return self.folds.value(), self.seed.value()

    def show_value(self, folds: int, seed: int) -> None:
        """Fill the fields; more folds than can be chosen here were chosen elsewhere."""
        self._quiet = True
        self.folds.setMaximum(max(MOST, folds))
        self.folds.setValue(folds)
        self.seed.setMaximum(max(LARGEST_SEED, seed))
        self.seed.setValue(seed)
        self._quiet = False

    def _edited(self) -> None:
        if not self._quiet:
            self._later.request()
