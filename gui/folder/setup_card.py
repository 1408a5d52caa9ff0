"""What is inspected with which run, and what is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QWidget

from gui.store.run_record import RunRecord
from gui.style.theme import SPACE
from gui.toolkit.drops import is_there
from gui.toolkit.parts import Card, ElidedLabel, IconButton, label, row
from gui.toolkit.run_choice import RunChoice
from gui.toolkit.settings import FolderOptions


class SetupCard(Card):
    """Run, folder, options, and the button that begins.

    Attributes
    ----------
    folder
        The folder chosen, "" for none.

    Signals
    -------
    started()
        The button was pressed.
    run_changed()
        Another run was chosen.
    options_changed()
        Another folder or option was chosen.
    """

    started = Signal()
    run_changed = Signal()
    options_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__()
        if parent is not None:
            self.setParent(parent)
        self.folder = self.out = ""
        self._project = self._scheduler = ""
        self._kept: frozenset[tuple[str, str]] = frozenset()
        self.run = RunChoice(self.tr("Run"))
        self.run.changed.connect(self.run_changed)
        self._folder = ElidedLabel("", "")
        self.choose = IconButton(self.tr("Choose folder..."), "folder")
        self.choose.clicked.connect(self._choose)
        self.start = IconButton(self.tr("Inspect"), "play", primary=True)
        self.start.clicked.connect(self.started)
        line = row(
            self._name(self.tr("Run"), self.run),
            self.run,
            SPACE,
            self._name(self.tr("Folder"), self.choose),
            self._folder,
            self.choose,
            self.start,
        )
        line.setStretch(line.indexOf(self._folder), 1)
        self.body.addLayout(line)
        self.watch = self._check(
            self.tr("Watch for new files"),
            self.tr("Go on with files as they arrive, until you stop it. Half-written ones wait."),
        )
        self.go_on = self._check(
            self.tr("Go on with the last one"),
            self.tr(
                "This folder was inspected with this run before. What has its verdict and has not "
                "changed since is not judged again; results go where they went."
            ),
        )
        self.csv = self._check(
            self.tr("Table (CSV)"), self.tr("Write one row an image: verdict, score, box, time.")
        )
        self.heat = self._check(
            self.tr("Heat maps (PNG)"),
            self.tr("Write a picture of each image with its heat map, worst window and legend."),
        )
        self.compare = self._check(
            self.tr("Compare with training images"),
            self.tr(
                "Warn of images unlike those the run was trained on. The training images are "
                "looked at once a run, which may take minutes."
            ),
        )
        self.workers = self._check(self.tr("On workers"), "")
        self.workers.hide()
        self._out = ElidedLabel("", "small")
        self.elsewhere = IconButton(self.tr("Change..."))
        self.elsewhere.setProperty("role", "link")
        self.elsewhere.setToolTip(self.tr("Choose the folder in which results get a new folder"))
        self.elsewhere.clicked.connect(self._choose_out)
        second = row(
            self.watch, self.go_on, self.csv, self.heat, self.compare, self.workers, SPACE,
            self._out, self.elsewhere,
        )  # fmt: skip
        self.watch.toggled.connect(self._show_going_on)
        second.setSpacing(SPACE + 4)
        second.setStretch(second.indexOf(self._out), 1)
        second.addStretch(0)  # where it is hidden, the boxes stay together
        self.body.addLayout(second)
        # Not before they have a place: what is shown without one is a window of its own.
        self.go_on.setChecked(True)
        self.body.setContentsMargins(12, 8, 12, 8)
        self.use_options(FolderOptions())

    def _name(self, text: str, buddy: QWidget) -> QWidget:
        result = label(text, "muted")
        result.setBuddy(buddy)
        return result

    def _check(self, text: str, tip: str) -> QCheckBox:
        result = QCheckBox(text)
        result.setToolTip(tip)
        result.toggled.connect(self._show_out)
        result.clicked.connect(lambda _: self.options_changed.emit())
        return result

    # ------------------------------------------------------------------ content

    @property
    def options(self) -> FolderOptions:
        """What is chosen."""
        return FolderOptions(
            self.folder,
            self.out,
            self.watch.isChecked(),
            self.csv.isChecked(),
            self.heat.isChecked(),
            self.compare.isChecked(),
            self.workers.isChecked(),
        )

    def use_options(self, kept: FolderOptions) -> None:
        """Choose what was chosen before; a folder that is gone is not."""
        for check, on in (
            (self.watch, kept.watch),
            (self.csv, kept.csv),
            (self.heat, kept.heat),
            (self.compare, kept.compare),
            (self.workers, kept.workers),
        ):
            check.setChecked(on)
        self.out = kept.out if kept.out and is_there(kept.out) else ""
        self.use_folder(kept.folder if kept.folder and is_there(kept.folder) else "")

    def use_folder(self, folder: str) -> None:
        """Choose a folder, or one image."""
        self.folder = folder
        self._folder.set_whole(folder or self.tr("Choose one, or drop it on this page."))
        self._folder.setEnabled(bool(folder))
        self._show_going_on()

    def show_state(
        self,
        runs: list[RunRecord],
        among: Sequence[RunRecord],
        first: str,
        project: str,
        kept: Iterable[tuple[str, str]] = (),
        *,
        busy: bool,
    ) -> None:
        """Offer these runs; nothing is begun while an inspection is under way.

        `kept`: runs and folders of the inspections that the project keeps.
        """
        self._project, self._kept = project, frozenset(kept)
        self.run.show_runs(runs, among, first)
        for part in (
            self.run,
            self.choose,
            self.watch,
            self.go_on,
            self.csv,
            self.heat,
            self.compare,
            self.workers,
            self.elsewhere,
        ):
            part.setEnabled(not busy)
        self.start.setEnabled(not busy and bool(self.folder) and self.run.run is not None)
        why = ""
        if busy:
            why = self.tr("One inspection at a time.")
        elif not self.folder:
            why = self.tr("Choose a folder first.")
        self.start.setToolTip(why)
        self._show_going_on()

    def use_scheduler(self, scheduler: str) -> None:
        """Offer the workers that Study names; "" offers none."""
        self._scheduler = scheduler
        self.workers.setVisible(bool(scheduler))
        template = self.tr("Several images at a time on {workers}, the computers that Study names.")
        self.workers.setToolTip(template.format(workers=scheduler))

    @property
    def scheduler(self) -> str:
        """Whose workers judge; "" for this process."""
        return self._scheduler if self.workers.isChecked() else ""

    @property
    def goes_on(self) -> bool:
        """Whether the last inspection of this folder by this run is gone on with."""
        return self.go_on.isVisibleTo(self) and self.go_on.isChecked()

    def _show_going_on(self) -> None:
        """Offer to go on where a watch would begin that was begun before."""
        run = self.run.run
        there = run is not None and (run.path, self.folder) in self._kept
        self.go_on.setVisible(there and self.watch.isChecked())
        self._show_out()

    def _show_out(self) -> None:
        # What goes on writes where it wrote.
        for part in (self.csv, self.heat, self._out, self.elsewhere):
            part.setVisible(not self.goes_on)
        where = self.out or (str(Path(self._project) / "inspections") if self._project else "")
        template = self.tr("Results: {folder}")
        self._out.set_whole(template.format(folder=where) if where else "")

    # ------------------------------------------------------------------ asking

    def ask_folder(self, title: str, start: str) -> str:
        """Ask for a folder; empty if the user changed their mind."""
        return QFileDialog.getExistingDirectory(self, title, start)

    def _choose(self) -> None:
        result = self.ask_folder(self.tr("Choose the folder to inspect"), self.folder)
        if result:
            self.use_folder(result)
            self.options_changed.emit()

    def _choose_out(self) -> None:
        start = self.out or self._project
        result = self.ask_folder(self.tr("Choose the folder for results"), start)
        if result:
            self.out = result
            self._show_out()
            self.options_changed.emit()
