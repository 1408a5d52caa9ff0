"""The look in use: one theme applied to the whole application."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication
from PySide6.QtWidgets import QApplication

from gui.style.stylesheet import stylesheet
from gui.style.theme import DARK, LIGHT, Mode, Motion, palette

EFFECTS = (
    Qt.UIEffect.UI_General,
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)
"""What Qt moves by itself; the first stands for all of them."""


class Look(QObject):
    """The look in use; applied to the application and asked by everything that paints.

    Attributes
    ----------
    mode
        What the user chose.
    colours
        The tokens of the look in use.
    scale
        Size of all text, 1 for the usual one.
    calm
        Whether nothing moves that need not.

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
        self.scale = 1.0
        self.calm = False
        self._effects: dict[Qt.UIEffect, bool] = {}
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
        font.setPointSizeF(self.points(0))
        app.setFont(font)
        app.setPalette(palette(self.colours))
        # Over an old sheet Qt works out each widget's rules twice: five times as long.
        app.setStyleSheet("")
        app.setStyleSheet(stylesheet(self.colours, self._base_points, self.scale))
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
        return ((self._base_points or 9.5) + step) * self.scale

    def wide(self, pixels: int) -> int:
        """Return how wide a column of text is that has so many pixels at the usual size."""
        return round(pixels * max(1.0, self.scale))

    def resize_text(self, scale: float) -> None:
        """Use another size of text."""
        if scale != self.scale:
            self.scale = scale
            self.apply(self.mode)

    def move(self, motion: Motion) -> None:
        """Let menus, lists and hints glide in and bars run to and fro, or not.

        Qt knows of menus and the like what the system says, before anything is changed.
        """
        if not self._effects:
            self._effects = {one: QApplication.isEffectEnabled(one) for one in EFFECTS}
        system = self._effects[Qt.UIEffect.UI_General]
        self.calm = motion is Motion.NONE or (motion is Motion.SYSTEM and not system)
        for effect, there in self._effects.items():
            wanted = there if motion is Motion.SYSTEM else motion is Motion.ALL
            QApplication.setEffectEnabled(effect, wanted)
        self.changed.emit()


LOOK: Final = Look()
"""One for the window, because Qt has one application palette and stylesheet."""
