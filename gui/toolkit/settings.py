"""What the window remembers between starts; nothing a run depends on."""

from __future__ import annotations

import getpass
import json
from dataclasses import asdict, dataclass
from typing import Any

from PySide6.QtCore import QByteArray, QRect, QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSplitter, QTabBar, QToolButton, QWidget

from gui.style.theme import SIZES, Mode, Motion

ORGANISATION = "TransferLens"
APPLICATION = "TransferLens"
RECENT = 8
"""Folders of a kind that are kept."""

CHOSEN = 12
"""Choices of the palette that are kept."""


@dataclass(frozen=True, slots=True)
class LastData:
    """The data set a project was used with last, and how it was read."""

    path: str
    layout: str = ""
    normal: str = ""
    columns: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FolderOptions:
    """What was chosen last on the Inspect folder page; `out` "" is the project's own place."""

    folder: str = ""
    out: str = ""
    watch: bool = False
    csv: bool = True
    heat: bool = False
    compare: bool = True
    workers: bool = False


class Memory:
    """Geometry, splitters, tabs, recent folders and choices, theme, language, last project."""

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
    def text_size(self) -> int:
        """Size of all text in per cent."""
        value = self._text("look/text-size")
        return int(value) if value in map(str, SIZES) else 100

    @text_size.setter
    def text_size(self, size: int) -> None:
        self._settings.setValue("look/text-size", str(size))

    @property
    def motion(self) -> Motion:
        """What may move by itself."""
        value = self._text("look/motion")
        return Motion(value) if value in tuple(Motion) else Motion.SYSTEM

    @motion.setter
    def motion(self, motion: Motion) -> None:
        self._settings.setValue("look/motion", motion.value)

    @property
    def language(self) -> str:
        """Two-letter language, empty for English."""
        return self._text("look/language")

    @language.setter
    def language(self, language: str) -> None:
        self._settings.setValue("look/language", language)

    @property
    def reviewer(self) -> str:
        """The name reviews are signed with; at first the name this computer knows the user by."""
        if self._settings.contains("review/name"):
            return self._text("review/name")
        try:
            return getpass.getuser()
        except (OSError, KeyError, ImportError):
            return ""

    @reviewer.setter
    def reviewer(self, name: str) -> None:
        self._settings.setValue("review/name", name)

    @property
    def tour(self) -> int:
        """Stop of the guided tour that was shown last, from 1."""
        value = self._text("tour/stop")
        return int(value) if value.isdecimal() else 1

    @tour.setter
    def tour(self, stop: int) -> None:
        self._settings.setValue("tour/stop", str(stop))

    @property
    def computers(self) -> str:
        """Whose workers studies and folders are given to; "" for this process."""
        return self._text("study/computers")

    @computers.setter
    def computers(self, scheduler: str) -> None:
        self._settings.setValue("study/computers", scheduler)

    # ------------------------------------------------------------------ folders, choices

    @property
    def project(self) -> str:
        """The last project folder."""
        return self._text("folders/project")

    @project.setter
    def project(self, path: str) -> None:
        self._settings.setValue("folders/project", path)

    def data_of(self, project: str) -> LastData | None:
        """Return the data set that was open last with a project."""
        try:
            values = self._pairs()[project]
            columns = tuple((str(role), str(name)) for role, name in values.pop("columns"))
            return LastData(**values, columns=columns)
        except (KeyError, TypeError, ValueError, AttributeError):
            return None

    def remember_pair(self, project: str, data: LastData) -> None:
        """Remember a project's data set; projects that are no longer listed are dropped."""
        listed = self.recent("project")
        pairs = {key: value for key, value in self._pairs().items() if key in listed}
        pairs[project] = asdict(data)
        self._settings.setValue("folders/pairs", json.dumps(pairs))

    def _pairs(self) -> dict[str, dict[str, Any]]:
        try:
            values = json.loads(self._text("folders/pairs") or "{}")
        except ValueError:
            return {}
        return values if isinstance(values, dict) else {}

    def recent(self, kind: str) -> list[str]:
        """Return the last things of a kind ("data", "project", "choice"), newest first."""
        text = self._text(f"recent/{kind}")
        return [line for line in text.split("\n") if line]

    def remember(self, kind: str, what: str) -> None:
        """Put a thing at the front of its list."""
        others = [line for line in self.recent(kind) if line != what]
        self._write(kind, [what, *others][: CHOSEN if kind == "choice" else RECENT])

    def forget(self, kind: str, *what: str) -> None:
        """Take things out of their list."""
        self._write(kind, [line for line in self.recent(kind) if line not in what])

    def clear(self, kind: str) -> None:
        """Empty a list."""
        self._write(kind, [])

    def _write(self, kind: str, lines: list[str]) -> None:
        # One string, because QSettings turns a list of one into a string on some systems.
        self._settings.setValue(f"recent/{kind}", "\n".join(lines))

    @property
    def batch(self) -> FolderOptions:
        """How a folder was inspected last."""
        try:
            return FolderOptions(**json.loads(self._text("batch/options") or "{}"))
        except (TypeError, ValueError):
            return FolderOptions()

    @batch.setter
    def batch(self, options: FolderOptions) -> None:
        self._settings.setValue("batch/options", json.dumps(asdict(options)))

    # ------------------------------------------------------------------ layout

    def save_window(self, window: QWidget, page: str) -> None:
        """Store the window's place, its page and every named splitter and tab bar in it."""
        self._settings.setValue("window/geometry", window.saveGeometry())
        self._settings.setValue("window/page", page)
        for splitter in window.findChildren(QSplitter):
            if splitter.objectName():
                self._settings.setValue(f"splitter/{splitter.objectName()}", splitter.saveState())
        for bar in window.findChildren(QTabBar):
            if bar.objectName():
                key = bar.tabData(bar.currentIndex())
                self._settings.setValue(f"tab/{bar.objectName()}", key or str(bar.currentIndex()))
        for button in _explanations(window):
            self._settings.setValue(button.objectName(), "open" if button.isChecked() else "")

    def restore_window(self, window: QWidget) -> str:
        """Bring the window back to its place; return the page it was on."""
        geometry = self._settings.value("window/geometry")
        if isinstance(geometry, QByteArray):
            window.restoreGeometry(geometry)
        # Its first size may be larger than the screen, too.
        fit_screen(window)
        return self._text("window/page")

    def restore_parts(self, widget: QWidget) -> None:
        """Bring every named splitter and tab bar in a widget back to where it was."""
        for splitter in widget.findChildren(QSplitter):
            state = self._settings.value(f"splitter/{splitter.objectName()}")
            if splitter.objectName() and isinstance(state, QByteArray):
                splitter.restoreState(state)
        for bar in widget.findChildren(QTabBar):
            if bar.objectName():
                _restore_tab(bar, self._text(f"tab/{bar.objectName()}"))
        for button in _explanations(widget):
            button.setChecked(self._text(button.objectName()) == "open")

    def _text(self, key: str) -> str:
        value = self._settings.value(key, "")
        return value if isinstance(value, str) else ""


def _explanations(widget: QWidget) -> list[QToolButton]:
    found = widget.findChildren(QToolButton)
    return [button for button in found if button.objectName().startswith("explain/")]


def _restore_tab(bar: QTabBar, kept: str) -> None:
    """Go to the tab of a key; a bare place counts only where tabs have no keys."""
    keys = [bar.tabData(place) for place in range(bar.count())]
    if kept in keys:
        bar.setCurrentIndex(keys.index(kept))
    elif not any(keys) and kept.isdecimal() and int(kept) < bar.count():
        bar.setCurrentIndex(int(kept))


def fit_screen(window: QWidget, room: QRect | None = None) -> None:
    """Bring a window wholly onto its screen, which may be smaller than the one before."""
    if window.isMaximized() or window.isFullScreen():
        return
    if room is None:
        centre = window.geometry().center()
        screen = QGuiApplication.screenAt(centre) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
    place = window.geometry()
    width = max(window.minimumWidth(), min(place.width(), room.width()))
    height = max(window.minimumHeight(), min(place.height(), room.height()))
    # The upper left corner, where the menu is, counts before the lower right one.
    left = max(room.left(), min(place.left(), room.right() + 1 - width))
    top = max(room.top(), min(place.top(), room.bottom() + 1 - height))
    if QRect(left, top, width, height) != place:
        window.setGeometry(left, top, width, height)
