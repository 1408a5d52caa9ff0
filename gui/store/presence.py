"""Whether the open project is open in another window too."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from engine.core.presence import Holder, Presence
from gui.store.world import World

AGAIN_MS = 5000
"""How often it is looked again: the other window may be closed, or the folder become a project."""


class PresenceStore(QObject):
    """Holds the open project for this program, and says who else has it.

    Attributes
    ----------
    other
        Who has the project open besides; None if nobody.

    Signals
    -------
    changed()
        That is somebody else.
    """

    changed = Signal()

    def __init__(self, world: World, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._world = world
        self._presence: Presence | None = None
        self._project = ""
        self.other: Holder | None = None
        self._again = QTimer(self)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self.look)
        world.project_changed.connect(self._project_changed)

    def look(self) -> None:
        """Take the project if it is free by now."""
        if self._presence is None:
            return
        other = self._presence.enter()
        if self._presence.held:
            self._again.stop()
        if other != self.other:
            self.other = other
            self.changed.emit()

    def leave(self) -> None:
        """Let the project go: the program ends, or another one is opened."""
        self._again.stop()
        if self._presence is not None:
            self._presence.leave()
        self._presence = None

    def _project_changed(self) -> None:
        if self._world.project == self._project:
            return
        self.leave()
        self._project = self._world.project
        self._presence = Presence(Path(self._project)) if self._project else None
        self._again.start()
        self.look()
