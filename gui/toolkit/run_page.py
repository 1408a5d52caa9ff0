"""What pages on a project's runs have in common: what they say until there are some."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from gui.stores import Stores
from gui.toolkit.empty import EmptyState
from gui.toolkit.page import Page


class RunPage(Page):
    """A page that needs a project, and runs in it.

    Attributes
    ----------
    no_project, no_run
        What is shown in the content's place, with the step that leads on.
    """

    no_project: EmptyState
    no_run: EmptyState

    def __init__(self, stores: Stores, parent: QWidget | None = None) -> None:
        super().__init__(stores, parent)
        self._stack = QStackedLayout(self)

    def _fill(self, icon: str, purpose: str, lacking: str, step: str, content: QWidget) -> None:
        """Put the content in, with what is said while the project (`purpose`: what for) or the
        runs (`lacking`, and `step`: what to do) are missing.
        """
        self.no_project = EmptyState(
            icon, self.tr("No project is open"), purpose, self.tr("Open a project...")
        )
        self.no_project.asked.connect(self.ask_project)
        self.no_run = EmptyState(icon, lacking, step, self.tr("Go to Train"))
        self.no_run.asked.connect(lambda: self.go.emit("train"))
        for place in (self.no_project, self.no_run, content):
            self._stack.addWidget(place)

    def _show_content(self, there: bool) -> None:
        """Show the content, or say what is missing."""
        self._stack.setCurrentIndex(2 if there else 1 if self.stores.world.project else 0)

    @property
    def _shown(self) -> bool:
        """Whether the content is seen: a hidden one costs nothing."""
        return self.isVisible() and self._stack.currentIndex() == 2

    def _catch_up(self) -> None:
        """Show what the state holds."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while another page was shown."""
        super().showEvent(event)
        self._catch_up()
