"""The look in use: one theme applied to the whole application."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication
from PySide6.QtWidgets import QApplication

from gui.style.stylesheet import stylesheet
from gui.style.theme import DARK, LIGHT, Mode, palette


class Look(QObject):
    """The look in use; applied to the application and asked by everything that paints.

    Attributes
    ----------
    mode
        What the user chose.
    colours
        The tokens of the look in use.

    Signals
    -------
    changed()
        Another look is in use; custom painting must be refreshed.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.mode = Mode.SYSTEM
        self.colours = LIGHT
        self._base_points = 0.0
        self._styled = False

    def apply(self, mode: Mode) -> None:
        """Use a look for the whole application."""
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            raise RuntimeError("A look needs a QApplication.")
        self.mode = mode
        self.colours = DARK if self._wants_dark() else LIGHT
        if not self._base_points:
            self._base_points = min(max(app.font().pointSizeF(), 9.0), 10.0)
        if not self._styled:
            app.setStyle("Fusion")  # looks at every widget there is: once will do
            self._styled = True
        font = QFont(app.font())
        font.setPointSizeF(self._base_points)
        app.setFont(font)
        app.setPalette(palette(self.colours))
        # Over an old sheet Qt works out each widget's rules twice: five times as long.
        app.setStyleSheet("")
        app.setStyleSheet(stylesheet(self.colours, self._base_points))
        self.changed.emit()

    def follow_system(self) -> None:
        """Change with the system while the mode says so."""
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    def _system_changed(self) -> None:
        if self.mode is Mode.SYSTEM and (self.colours is DARK) != self._wants_dark():
            self.apply(Mode.SYSTEM)

    def _wants_dark(self) -> bool:
        if self.mode is not Mode.SYSTEM:
            return self.mode is Mode.DARK
        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark

    def run_colour(self, key: int) -> QColor:
        """Return the colour of a run record."""
        return QColor(self.colours.runs[(key - 1) % len(self.colours.runs)])

    def points(self, step: float) -> float:
        """Return a font size, so many points above (or below) the body's."""
        return (self._base_points or 9.5) + step


LOOK: Final = Look()
"""One for the window, because Qt has one application palette and stylesheet."""
