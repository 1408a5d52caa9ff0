"""What a screen reader says a thing is, for those Qt does not know."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

ROLES: Final = {
    "ScoreBars": QAccessible.Role.Slider,
    "FilmStrip": QAccessible.Role.Slider,
    "ExampleCard": QAccessible.Role.Button,
    "PlotWidget": QAccessible.Role.Chart,
    "ChannelGrid": QAccessible.Role.List,
    "ImageCanvas": QAccessible.Role.Graphic,
}
"""By class; Qt asks for a class before the one it is derived from."""

_installed: list[bool] = []


def _speak(name: str, thing: QObject) -> QAccessibleInterface | None:
    role = ROLES.get(name)
    if role is None or not isinstance(thing, QWidget):
        return None  # Qt knows the rest
    return QAccessibleWidget(thing, role)


def install_roles() -> None:
    """Tell Qt, once for the program."""
    if not _installed:
        QAccessible.installFactory(_speak)
        _installed.append(True)
