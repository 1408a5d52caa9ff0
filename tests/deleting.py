"""Deleting what a test has built, at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication


def delete_now(app: QApplication) -> None:
    """Delete what is to be deleted later: a window left over is styled again with the next."""
    app.processEvents()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # type: ignore[call-overload]
