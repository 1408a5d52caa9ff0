"""What a colleague or the makers need to know to help: versions, this computer, the last log."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

LIBRARIES = (
    "transferlens", "torch", "torchvision", "numpy", "scipy", "scikit-learn",
    "opencv-python-headless", "PySide6-Essentials", "pyqtgraph", "onnx", "onnxruntime",
)  # fmt: skip

LINES = 200
"""Lines of the newest log."""

MOST = 256 * 1024
"""Bytes of the newest log that are read, from its end."""


def diagnostics(folder: Path, device: str, further: Iterable[tuple[str, str]] = ()) -> str:
    """Return a text to paste into a message: no image, and nothing of one.

    Parameters
    ----------
    folder
        Where the logs are.
    device
        What the engine says it computes on; "" while it is not known.
    further
        Names and values to be said too.
    """
    screen = QGuiApplication.primaryScreen()
    size = screen.geometry()
    facts = [
        ("system", platform.platform()),
        ("python", platform.python_version()),
        ("qt", f"{qVersion()}, {QGuiApplication.platformName()}"),
        ("screen", f"{size.width()}x{size.height()} at {100 * screen.devicePixelRatio():.0f} %"),
        ("cores", str(os.cpu_count())),
        ("device", device or "not known yet"),
        *((name, _version(name)) for name in LIBRARIES),
        *further,
    ]
    wide = max(len(name) for name, _ in facts)
    lines = [f"{name:{wide}}  {value}" for name, value in facts]
    return "\n".join([*lines, "", "last lines of the log:", *_log(folder)])


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "missing"


def _log(folder: Path) -> list[str]:
    """The last lines of the newest log; why there are none otherwise."""
    try:
        newest = max(folder.glob("*.log"), key=lambda path: path.stat().st_mtime, default=None)
        if newest is None:
            return ["no log yet"]
        with newest.open("rb") as file:
            file.seek(max(0, newest.stat().st_size - MOST))
            return file.read().decode("utf-8", "replace").splitlines()[-LINES:]
    except OSError as error:
        return [f"cannot be read: {error.strerror}"]
