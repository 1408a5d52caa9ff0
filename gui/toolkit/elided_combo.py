"""A box whose chosen entry is shortened with an ellipsis where there is no room for all of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from gui.style.guard import guarded
from gui.toolkit.numbers import QuietCombo


class ElidedCombo(QuietCombo):
    """A box that may be narrower than its entries.

    Parameters
    ----------
    elide
        Where entries are shortened.
    """

    def __init__(
        self,
        elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._elide = elide
        self._told = ""
        self.currentTextChanged.connect(self._tell)
        self.view().setTextElideMode(elide)

    def _tell(self, text: str) -> None:
        """Have the whole entry as the tooltip, unless the owner says something else there."""
        if self.toolTip() == self._told:
            self._told = text
            self.setToolTip(text)

    def fitting_text(self) -> str:
        """Return the chosen entry as it is painted: whole, or shortened in front."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        return self._fitted(option)

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint as always, the text shortened to the room there is."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self._fitted(option)  # type: ignore[attr-defined]
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def _fitted(self, option: QStyleOptionComboBox) -> str:
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        # The style sets the text in by a few pixels on both sides.
        room = max(0, field.width() - 6)
        return self.fontMetrics().elidedText(self.currentText(), self._elide, room)
