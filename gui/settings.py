"""What the window remembers between starts; nothing a run depends on."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QSplitter, QTabBar, QWidget

from gui.theme import Mode

ORGANISATION = "TransferLens"
APPLICATION = "TransferLens"
RECENT = 8


class Memory:
    """Geometry, splitters, recent folders, theme, language and the last project folder."""

    def __init__(self, settings: QSettings | None = None) -> None:
        self._settings = settings or QSettings(ORGANISATION, APPLICATION)

    @property
    def mode(self) -> Mode:
        """The chosen look."""
        value = self._text("look/mode")
        return Mode(value) if value in tuple(Mode) else Mode.SYSTEM

    @mode.setter
    def mode(self, mode: Mode) -> None:
        self._settings.setValue("look/mode", mode.value)

    @property
    def language(self) -> str:
        """Two-letter language, empty for English."""
        return self._text("look/language")

    @language.setter
    def language(self, language: str) -> None:
        self._settings.setValue("look/language", language)

    @property
    def project(self) -> str:
        """The last project folder."""
        return self._text("folders/project")

    @project.setter
    def project(self, path: str) -> None:
        self._settings.setValue("folders/project", path)

    def recent(self, kind: str) -> list[str]:
        """Return the last folders of a kind ("data", "project"), newest first."""
        text = self._text(f"recent/{kind}")
        return [line for line in text.split("\n") if line]

    def remember(self, kind: str, path: str) -> None:
        """Put a folder at the front of its list."""
        others = [line for line in self.recent(kind) if line != path]
        # One string, because QSettings turns a list of one into a string on some systems.
        self._settings.setValue(f"recent/{kind}", "\n".join([path, *others][:RECENT]))

    def save_window(self, window: QWidget, page: str) -> None:
        """Store the window's place, its page and every named splitter and tab bar in it."""
        self._settings.setValue("window/geometry", window.saveGeometry())
        self._settings.setValue("window/page", page)
        for splitter in window.findChildren(QSplitter):
            if splitter.objectName():
                self._settings.setValue(f"splitter/{splitter.objectName()}", splitter.saveState())
        for bar in window.findChildren(QTabBar):
            if bar.objectName():
                self._settings.setValue(f"tab/{bar.objectName()}", str(bar.currentIndex()))

    def restore_window(self, window: QWidget) -> str:
        """Bring the window back to its place; return the page it was on."""
        geometry = self._settings.value("window/geometry")
        if isinstance(geometry, QByteArray):
            window.restoreGeometry(geometry)
        for splitter in window.findChildren(QSplitter):
            state = self._settings.value(f"splitter/{splitter.objectName()}")
            if splitter.objectName() and isinstance(state, QByteArray):
                splitter.restoreState(state)
        for bar in window.findChildren(QTabBar):
            place = self._text(f"tab/{bar.objectName()}")
            if bar.objectName() and place.isdecimal() and int(place) < bar.count():
                bar.setCurrentIndex(int(place))
        return self._text("window/page")

    def _text(self, key: str) -> str:
        value = self._settings.value(key, "")
        return value if isinstance(value, str) else ""
