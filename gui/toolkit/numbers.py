"""Fields that leave the mouse wheel to the form they stand in."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QSpinBox

from gui.style.guard import guarded, guarded_to


class QuietCombo(QComboBox):
    """A combo box that does not turn when the form is scrolled."""

    @guarded
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the form scroll."""
        event.ignore()


class QuietSpin(QSpinBox):
    """A number field that does not turn when the form is scrolled."""

    def __init__(self, low: int, high: int) -> None:
        super().__init__()
        self.setRange(low, high)
        self.setGroupSeparatorShown(True)

    @guarded
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the form scroll."""
        event.ignore()


class QuietNumber(QDoubleSpinBox):
    """A field for numbers with a point that does not turn when the form is scrolled."""

    def __init__(self, low: float, high: float, digits: int) -> None:
        super().__init__()
        self.setDecimals(digits)
        self.setRange(low, high)
        self.setGroupSeparatorShown(True)

    @guarded_to(str)
    def textFromValue(self, value: float) -> str:
        """Leave out zeros that say nothing: 20, not 20.0."""
        text = super().textFromValue(value)
        point = self.locale().decimalPoint()
        return text.rstrip("0").removesuffix(point) if point in text else text

    @guarded
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the form scroll."""
        event.ignore()
