"""Opens data sets, draws them, finds them again where they were moved, and loads thumbnails."""

from __future__ import annotations

from dataclasses import fields, replace

from PySide6.QtCore import QObject, Signal

from engine.core.event import JobEnded
from engine.core.values import ReaderOptions
from engine.data.messages import (
    DataOpened,
    DataPlaced,
    LoadThumbnails,
    OpenData,
    PlaceData,
    Synthesise,
    Thumbnail,
)
from gui.data.lost import Placing
from gui.regions.store import RegionsStore
from gui.store.asking import Ask, Task
from gui.store.engine_client import EngineClient, Job, ended_badly, sentence
from gui.store.engine_thread import INSPECTION
from gui.store.thumbnails import SIDE, Thumbnails
from gui.store.world import World
from gui.train.store import TrainStore


class DataStore(QObject):
    """The one writer of the world's data set.

    Attributes
    ----------
    thumbnails
        Small pictures of the open data set.
    placing
        What came of looking for images that were moved.

    Signals
    -------
    opening()
        A folder is about to be read; what is being done with another one is of no use.
    refused(str, ReaderOptions)
        A folder could not be opened as it was to be read.
    placing_changed()
        An answer is being looked at, was good, or was refused.
    placed(str)
        A run's images are found again.
    """

    opening = Signal()
    refused = Signal(str, object)
    placing_changed = Signal()
    placed = Signal(str)

    def __init__(
        self,
        client: EngineClient,
        world: World,
        regions: RegionsStore,
        train: TrainStore,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._client, self._world = client, world
        self._regions, self._train = regions, train
        self.thumbnails = Thumbnails(self._load_thumbnails, parent=self)
        self.placing = Placing()
        self._open = Task(
            client,
            INSPECTION,
            OpenData,
            {DataOpened: self._on_opened},
            failed=self._on_failed,
            ended=self._on_ended,
            passing=True,
        )
        self._synthesise = Task(client, INSPECTION, Synthesise, {}, passing=True)
        self._place = Task(
            client,
            INSPECTION,
            PlaceData,
            {DataPlaced: self._on_placed},
            failed=self._on_not_placed,
            ended=self._on_place_ended,
        )
        self._thumbnails = Ask(client, self._on_thumbnail, ended=self.thumbnails.ended)

    # ------------------------------------------------------------------ intents

    def open(self, path: str, options: ReaderOptions | None = None, *, said: bool = False) -> None:
        """Read a folder of images; a newer folder takes the place of one being read.

        `said`: a person said how it is read, "as found" included.
        """
        for job in self._open.jobs:
            self._client.cancel(job.number)
        self.opening.emit()
        self._world.opening, self._world.open_failed = path, ""
        self._open(path, options or ReaderOptions(), project=self._world.project, said=said)
        self._world.data_changed.emit()

    def draw(self, command: Synthesise) -> None:
        """Draw a generated set, then open it: the same lane does both, in this order."""
        values = {each.name: getattr(command, each.name) for each in fields(command)}
        del values["job"]
        self._synthesise(**values)
        self.open(command.path)

    @property
    def drawing(self) -> Job | None:
        """The job that draws a generated set, if one does."""
        return self._synthesise.job()

    def choose_normal(self, class_name: str) -> None:
        """Say which class is the normal one; the set is read again."""
        if self._world.data is not None:
            self.open(self._world.data.path, replace(self._world.options, normal=class_name))

    def open_images_of(self, run: str) -> None:
        """Open the data set a run was trained on, read as it was then."""
        record = self._world.run_of(path=run)
        if record is not None and record.summary is not None and not self._train.lost(run):
            self.open(record.summary.data_path, record.summary.options)

    def place(self, run: str, folder: str) -> None:
        """Say where a run's images are now; the engine looks whether they are the same."""
        record = self._world.run_of(path=run)
        if record is None or record.summary is None or self.placing.job:
            return
        self.placing = Placing(0, record.summary.data_path)
        self.placing.job = self._place(run, folder).number
        self.placing_changed.emit()

    def _load_thumbnails(self, indices: tuple[int, ...]) -> None:
        self._thumbnails(LoadThumbnails, indices, SIDE)

    # ------------------------------------------------------------------ answers

    def _newest(self, number: int) -> bool:
        """Whether a job reads the folder asked for last."""
        return all(number >= job.number for job in self._open.jobs)

    def _on_opened(self, event: DataOpened) -> None:
        # Also an older request's set: the lane holds it now, and a newer one may still fail.
        command, world = self._client.jobs[event.job].command, self._world
        assert isinstance(command, OpenData)
        self.thumbnails.clear()
        self._thumbnails.forget()
        world.data, world.options = event.data, event.options or command.options
        if self._newest(event.job):
            world.opening, world.open_failed = "", ""
        world.predictions.clear()
        # Before anything of the set is shown: strokes are of the images before.
        self._regions.leave_data()
        world.data_opened.emit()
        world.data_changed.emit()
        world.predictions_changed.emit()
        if command.project != world.project:
            self._regions.use_project()  # another project was opened while the set was read
        else:
            self._regions.changed.emit()

    def _on_failed(self, event: JobEnded) -> None:
        if not self._newest(event.job):
            self._client.tell_failure(event)

    def _on_ended(self, event: JobEnded, job: Job) -> None:
        world = self._world
        why = sentence(event) if ended_badly(event) else ""
        # Whoever has seen the data come need not show all of it once more.
        if self._newest(job.number) and (world.opening or why != world.open_failed):
            world.opening, world.open_failed = "", why
            world.data_changed.emit()
            command = job.command
            if why and isinstance(command, OpenData):
                self.refused.emit(command.path, command.options)

    def _on_thumbnail(self, event: Thumbnail) -> None:
        self.thumbnails.put(event.index, event.image)

    def _on_placed(self, event: DataPlaced) -> None:
        world = self._world
        if not world.project:
            return
        self.placing = Placing()
        # The runs say themselves where their images are.
        world.list_runs()
        self.placed.emit(event.run)
        self.placing_changed.emit()
        record = world.run_of(path=event.run)
        if world.data is None and not world.opening:
            options = record.summary.options if record and record.summary else None
            self.open(event.path, options)

    def _on_not_placed(self, event: JobEnded) -> None:
        if self.placing.job == event.job:
            self.placing.failed = sentence(event)

    def _on_place_ended(self, event: JobEnded, _job: Job) -> None:
        if self.placing.job == event.job:
            self.placing.job = 0
            if not ended_badly(event):
                self.placing.failed = ""
        self.placing_changed.emit()
