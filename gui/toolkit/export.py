"""Tables and pictures to files: written beside the target first, then put in its place."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QSize
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from engine.core.files import put
from engine.core.table import Table

PICTURE_SCALE = 2
"""Pixels of a saved picture to one on the screen, so that it prints well."""


def write_atomic(path: str, content: bytes) -> None:
    """Write a file as a whole or not at all. Raises OSError."""
    target = Path(path)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        put(Path(name), target)
    except BaseException:
        with suppress(OSError):  # where nothing can be removed, the first reason is the one to say
            Path(name).unlink(missing_ok=True)
        raise


def csv_bytes(table: Table[Any]) -> bytes:
    """Return a table as UTF-8; the mark in front lets Excel read names in any language."""
    return b"\xef\xbb\xbf" + table.csv.encode("utf-8")


def picture_of(widget: QWidget) -> QImage:
    """Return a widget as it looks, at twice its size."""
    image = QImage(widget.size() * PICTURE_SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(PICTURE_SCALE)
    image.fill(widget.palette().window().color())
    widget.render(image)
    return image


def png_bytes(widget: QWidget) -> bytes:
    """Return a widget as it looks, at twice its size, as a PNG file."""
    image = picture_of(widget)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(data.data())


def svg_bytes(widget: QWidget, title: str) -> bytes:
    """Return a widget as lines and text that scale."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setTitle(title)
    generator.setSize(QSize(widget.width(), widget.height()))
    generator.setViewBox(QRect(QPoint(0, 0), widget.size()))
    generator.setResolution(96)
    painter = QPainter(generator)
    painter.fillRect(QRect(QPoint(0, 0), widget.size()), widget.palette().window())
    widget.render(painter, QPoint(0, 0))
    painter.end()
    return bytes(data.data())
