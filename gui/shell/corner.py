"""Language and theme where a day begins: who cannot read the menu need not find it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from gui.style.look import LOOK
from gui.style.theme import SPACE, Mode


class LookCorner(QWidget):
    """Two choices, side by side.

    Parameters
    ----------
    languages
        (code, its own name) of each language.
    language
        The one in use.

    Signals
    -------
    theme(str), language(str)
        Another one is wanted.
    """

    theme = Signal(str)
    language = Signal(str)

    def __init__(self, languages: Sequence[tuple[str, str]], language: str) -> None:
        super().__init__()
        modes = (
            (Mode.SYSTEM.value, self.tr("Theme as the system")),
            (Mode.LIGHT.value, self.tr("Light theme")),
            (Mode.DARK.value, self.tr("Dark theme")),
        )
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        # Whoever cannot read this language looks for the word in another one.
        self.languages = self._choice(languages, self.tr("Language"))
        self.languages.setCurrentIndex(self.languages.findData(language))
        self.themes = self._choice(modes, self.tr("Theme"))
        layout.addWidget(self.languages)
        layout.addWidget(self.themes)
        self.languages.activated.connect(self._choose_language)
        self.themes.activated.connect(lambda: self.theme.emit(self.themes.currentData()))
        LOOK.changed.connect(self._show_theme)
        self._show_theme()

    def _choice(self, choices: Sequence[tuple[str, str]], name: str) -> QComboBox:
        result = QComboBox()
        result.setAccessibleName(name)
        result.setToolTip(name)
        for value, title in choices:
            result.addItem(title, value)
        return result

    def _choose_language(self) -> None:
        self.language.emit(self.languages.currentData())

    def _show_theme(self) -> None:
        self.themes.setCurrentIndex(self.themes.findData(LOOK.mode.value))
