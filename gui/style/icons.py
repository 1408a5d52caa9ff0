"""Icons: single-colour drawings of ours, painted in the colours of the theme."""

from __future__ import annotations

from functools import cache
from importlib import resources

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

INK = "#000000"
"""The colour in the files that the theme's colour replaces."""


@cache
def svg(name: str) -> str:
    """Return the text of an icon's file."""
    return resources.files("resources.icons").joinpath(f"{name}.svg").read_text("utf-8")


def pixmap(name: str, colour: str, side: int, ratio: float = 1.0, gap: float = 0.0) -> QPixmap:
    """Paint an icon at a size, with `gap` of its width left free on its right."""
    result = QPixmap(round(side * ratio * (1 + gap)), round(side * ratio))
    result.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(svg(name).replace(INK, colour).encode()))
    painter = QPainter(result)
    renderer.render(painter, QRectF(0, 0, side * ratio, side * ratio))
    painter.end()
    result.setDevicePixelRatio(ratio)
    return result


@cache
def icon(name: str, colour: str, *, off: str = "", disabled: str = "", gap: float = 0.0) -> QIcon:
    """Return an icon; `off` is its colour while unchecked, `disabled` while it cannot be used.

    Drawn once: a window of all pages has three hundred of some fifty kinds, in 28 pictures each.
    """
    result = QIcon()
    for side in (14, 18, 22, 28, 36, 44, 48):
        for state, ink in ((QIcon.State.On, colour), (QIcon.State.Off, off or colour)):
            result.addPixmap(pixmap(name, ink, side, gap=gap), QIcon.Mode.Normal, state)
            result.addPixmap(
                pixmap(name, disabled or ink, side, gap=gap), QIcon.Mode.Disabled, state
            )
    return result


def app_icon() -> QIcon:
    """Return the program's icon, which keeps its own colours."""
    result = QIcon()
    for side in (16, 24, 32, 48, 64, 128, 256):
        result.addPixmap(pixmap("app", INK, side))
    return result
