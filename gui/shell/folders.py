"""Projects and images: asked for, made, dropped, gone on with, found again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from engine.core.values import ReaderOptions
from engine.data.messages import Synthesise
from gui.store.engine_client import Notice
from gui.stores import Stores
from gui.toolkit.drops import Dropped, is_project, is_there
from gui.toolkit.settings import LastData, Memory
from gui.words.text import file_name

SAMPLE: dict[str, Any] = {"textures": (1, 3, 5), "normal": 60, "defective": 20, "size": 256}
"""What the sample parts are: small enough to be drawn, and answered of, within a minute."""

DRAWN = "synth.json"
"""What lies beside images that this program has drawn."""


def documents() -> Path:
    """The user's documents."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place))


class Folders(QObject):
    """Asks for folders, opens them, and remembers what was open together."""

    def __init__(self, stores: Stores, memory: Memory, window: QWidget) -> None:
        super().__init__(window)
        self._stores, self._memory, self._window = stores, memory, window
        stores.world.data_changed.connect(self._remember_data)
        stores.world.project_changed.connect(self._remember_project)

    # ------------------------------------------------------------------ asking

    def ask_data(self) -> bool:
        """Ask for a folder of images and open it."""
        start = (self._memory.recent("data") or [""])[0]
        title = self.tr("Open a folder of images")
        folder = QFileDialog.getExistingDirectory(self._window, title, start)
        if folder:
            self._stores.data.open(folder)
        return bool(folder)

    def ask_table(self) -> bool:
        """Ask for a table that lists images and open it."""
        start = (self._memory.recent("data") or [""])[0]
        title = self.tr("Open a table of images")
        kinds = self.tr("Tables (*.csv *.CSV)")
        file, _ = QFileDialog.getOpenFileName(self._window, title, start, kinds)
        if file:
            self._stores.data.open(file)
        return bool(file)

    def ask_project(self) -> None:
        """Ask for a project folder and open it; an empty folder is a new project."""
        start = self._stores.world.project or self._memory.project
        title = self.tr("Choose a project folder, or make a new one")
        folder = QFileDialog.getExistingDirectory(self._window, title, start)
        if not folder:
            return
        path = Path(folder)
        try:
            strange = not is_project(path) and any(path.iterdir())
        except OSError:
            strange = False  # opening it says what is wrong
        if not strange or self.ask_use(folder):
            self._stores.world.open_project(folder)

    def try_sample(self) -> None:
        """Draw the sample parts in the user's documents, or open those drawn before."""
        folder = documents() / "TransferLens" / self.tr("Sample parts")
        images, project = folder / "images", folder / "project"
        try:
            drawn = (images / DRAWN).is_file()
            if not drawn and images.is_dir() and any(images.iterdir()):
                template = self.tr("{path} holds something else. Move it away and try again.")
                self._refuse(template.format(path=images))
                return
            # With it the folder is known as a project before its first run.
            (project / "runs").mkdir(parents=True, exist_ok=True)
        except OSError as error:
            template = self.tr("{name} cannot be made: {why}")
            self._refuse(template.format(name=folder, why=error.strerror or error))
            return
        self._stores.world.open_project(str(project))
        if drawn:
            self._stores.data.open(str(images))
        else:
            self._stores.data.draw(Synthesise(0, str(images), **SAMPLE))

    def ask_use(self, folder: str) -> bool:
        """Ask whether a folder that holds something else shall become a project."""
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("No project yet"))
        template = self.tr("{name} holds no runs, but other things.")
        box.setText(template.format(name=file_name(folder)))
        box.setInformativeText(self.tr("Runs are kept in it if you use it as a project."))
        use = box.addButton(self.tr("Use it as a project"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        return box.clickedButton() is use

    def ask_new_project(self) -> None:
        """Ask for a new project's name and place, make its folder, and open it."""
        last = self._memory.project
        start = str(Path(last).parent / self.tr("New project")) if last else ""
        title = self.tr("New project: name its folder")
        folder, _ = QFileDialog.getSaveFileName(
            self._window, title, start, options=QFileDialog.Option.DontConfirmOverwrite
        )
        if folder:
            self.make_project(Path(folder))

    def make_project(self, folder: Path) -> None:
        """Make a project's folder and open it; a folder that holds something is left alone."""
        why = self._make(folder)
        if why:
            self._refuse(why)
        else:
            self._stores.world.open_project(str(folder))

    def _make(self, folder: Path) -> str:
        """Make a project's folder; returns why that cannot be."""
        try:
            if folder.exists() and (folder.is_file() or any(folder.iterdir())):
                template = self.tr("{name} is there already. Choose another name, or open it.")
                return template.format(name=folder)
            # With it the folder is known as a project before its first run.
            (folder / "runs").mkdir(parents=True, exist_ok=True)
        except OSError as error:
            template = self.tr("{name} cannot be made: {why}")
            return template.format(name=folder, why=error.strerror or error)
        return ""

    # ------------------------------------------------------------------ a proposed place

    def proposed(self) -> str:
        """Where a project on the open images would be kept: one of theirs, or a new folder."""
        return self.inside(str(documents() / "TransferLens"))

    def inside(self, folder: str) -> str:
        """Return a chosen folder if it can be a project, else a new one in it, named as the set."""
        chosen, data = Path(folder), self._stores.world.data
        if is_project(chosen):
            return folder
        name = data.name if data is not None else self.tr("New project")
        for number in range(1, 1000):
            place = chosen / (name if number == 1 else f"{name} {number}")
            last = self._memory.data_of(str(place))
            ours = data is not None and last is not None and last.path == data.path
            if not place.exists() or (is_project(place) and ours):
                break
        return str(place)

    def start_in(self, text: str) -> str:
        """Open the project in a folder, made if it is new; returns why that cannot be."""
        if not text.strip():
            return self.tr("Name a folder.")
        folder = Path(text.strip()).expanduser()
        if not folder.is_absolute():
            folder = documents() / "TransferLens" / folder
        why = "" if is_project(folder) else self._make(folder)
        if not why:
            self._stores.world.open_project(str(folder))
        return why

    def ask_place(self, run: str) -> None:
        """Ask where a run's images are now."""
        start = (self._memory.recent("data") or [""])[0]
        title = self.tr("Where are the images now?")
        folder = QFileDialog.getExistingDirectory(self._window, title, start)
        if folder:
            self._stores.data.place(run, folder)

    # ------------------------------------------------------------------ opening

    def open_dropped(self, found: Dropped) -> None:
        """Open what was dropped: a project before its images, so that what was drawn counts."""
        if found.project:
            self._stores.world.open_project(found.project)
        if found.run:
            self._stores.inspect.choose_run(found.run)
        if found.data:
            self._stores.data.open(found.data)

    @property
    def offered(self) -> str:
        """The project that can be gone on with; "" if one is open, or it is gone."""
        project = self._memory.project
        if self._stores.world.project or not project or not is_there(project):
            return ""
        return project

    @property
    def offered_data(self) -> LastData | None:
        """The images that project was used with last, if they are still there."""
        data = self._memory.data_of(self._memory.project)
        return data if data is not None and is_there(data.path) else None

    def go_on(self) -> bool:
        """Open the last project and its images; returns whether images are opened."""
        project, data = self.offered, self.offered_data
        if not project:
            return False
        self._stores.world.open_project(project)
        if data is None:
            return False
        options = ReaderOptions(data.layout, data.normal, data.columns)
        self._stores.data.open(data.path, options)
        return True

    # ------------------------------------------------------------------ remembering

    def _remember_data(self) -> None:
        state = self._stores.world
        if state.data is not None and not state.opening and not state.open_failed:
            self._memory.remember("data", state.data.path)
            self._pair()

    def _remember_project(self) -> None:
        project = self._stores.world.project
        self._memory.project = project
        self._memory.remember("project", project)
        if self._memory.data_of(project) is None:
            self._pair()

    def _pair(self) -> None:
        state = self._stores.world
        if state.project and state.data is not None:
            how = state.options
            data = LastData(state.data.path, how.layout, how.normal, how.columns)
            self._memory.remember_pair(state.project, data)

    def _refuse(self, text: str) -> None:
        self._stores.client.notice.emit(Notice("error", text))
