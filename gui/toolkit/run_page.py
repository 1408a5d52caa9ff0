"""What pages on a project's runs have in common: what they say until there are some."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtWidgets import QWidget

from gui.store.run_record import RunRecord
from gui.toolkit.empty import EmptyState
from gui.toolkit.page import Page


class RunLook(Protocol):
    """State of a page on one run."""

    run: str


class OneRun(Protocol):
    """Store of a page on one run."""

    @property
    def state(self) -> RunLook:
        """Which run is looked at."""

    def choose(self, run: str) -> None:
        """Look at another one."""

    def refresh(self) -> None:
        """Ask for what is not known of it."""


class RunChooser(Protocol):
    """Part of a page where a run is chosen."""

    def show_runs(self, runs: Sequence[RunRecord], chosen: str) -> None:
        """Offer these."""


class RunPage(Page):
    """A page that needs a project, and runs in it.

    Attributes
    ----------
    no_project, no_run
        What is shown in the content's place, with the step that leads on.
    """

    no_project: EmptyState
    no_run: EmptyState

    def _fill(
        self, icon: str, purpose: str, lacking: str, step: str, content: QWidget, *first: QWidget
    ) -> None:
        """Put the content in, with what is said while the project (`purpose`: what for) or the
        runs (`lacking`, and `step`: what to do) are missing, and `first` before that.
        """
        self.no_project = EmptyState(
            icon, self.tr("No project is open"), purpose, self.tr("Open a project...")
        )
        self.no_project.asked.connect(self.ask_project)
        self.no_run = EmptyState(icon, lacking, step, self.tr("Go to Train"))
        self.no_run.asked.connect(lambda: self.go.emit("train"))
        self._put(content, *first, self.no_project, self.no_run)

    def _show_content(self, there: bool) -> None:
        """Show the content, or say what is missing."""
        lacking = self.no_run if self.stores.world.project else self.no_project
        self._turn_to(None if there else lacking)

    def _show_one_run(self, store: OneRun, chooser: RunChooser) -> bool:
        """Show the finished runs to choose from; return whether what the page shows is one's.

        The newest is chosen where none is, which comes back here.
        """
        runs = self.stores.world.finished_runs()
        self._show_content(bool(self.stores.world.project and runs))
        if not self._shown:
            return False
        if all(run.path != store.state.run for run in runs):
            store.choose(runs[0].path)
            return False
        chooser.show_runs(runs, store.state.run)
        store.refresh()
        return True

    def _images_of(self, path: str, template: str = "") -> str:
        """Say which images a run was trained on, which are not open, or that they are read."""
        world = self.stores.world
        if world.opening:
            return self.tr("Reading {folder}...").format(folder=world.opening)
        run = world.run_of(path=path)
        folder = run.summary.data_path if run and run.summary else ""
        template = template or self.tr("This run was trained on the images in {folder}.")
        return template.format(folder=folder)
