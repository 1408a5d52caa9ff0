"""All stores of the window, made in one place: what each leans on is what it is given."""

from __future__ import annotations

from PySide6.QtCore import QObject

from gui.answer.store import AnswerStore
from gui.check.store import CheckStore
from gui.compare.store import CompareStore
from gui.compress.store import CompressStore
from gui.data.store import DataStore
from gui.evaluate.store import EvaluateStore
from gui.few_defects.store import FewDefectsStore
from gui.folder.store import FolderStore
from gui.inspect.store import InspectStore
from gui.interpolate.store import InterpolateStore
from gui.measures.store import MeasuresStore
from gui.reading.store import ReadingStore
from gui.regions.store import RegionsStore
from gui.review.store import ReviewStore
from gui.runs.store import RunsStore
from gui.signoff.store import SignoffStore
from gui.store.engine_client import EngineClient
from gui.store.engine_thread import EngineThread
from gui.store.presence import PresenceStore
from gui.store.world import World
from gui.study.store import StudyStore
from gui.train.store import TrainStore


class Stores(QObject):
    """The client, the world, and a store a feature; views render them and send intents.

    The world's signals reach the stores in the order in which they are made here.
    """

    def __init__(
        self, training: EngineThread, inspection: EngineThread, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        client = self.client = EngineClient(training, inspection, self)
        world = self.world = World(client, self)
        self.presence = PresenceStore(world, self)
        self.regions = RegionsStore(client, world, self)
        self.train = TrainStore(client, world, self)
        self.data = DataStore(client, world, self.regions, self.train, self)
        self.answer = AnswerStore(client, world, self)
        self.reading = ReadingStore(client, world, self.data, self)
        self.runs = RunsStore(client, world, self)
        self.check = CheckStore(client, world, self.regions, self.data, self)
        self.inspect = InspectStore(client, world, self.regions, self.runs, self)
        self.evaluate = EvaluateStore(client, world, self.runs, self)
        self.review = ReviewStore(client, world, self.regions, self.data, self)
        self.compare = CompareStore(client, world, self)
        self.measures = MeasuresStore(client, world, self.regions, self.train, self)
        self.interpolate = InterpolateStore(client, world, self)
        self.study = StudyStore(client, world, self.train, self.data, self)
        self.compress = CompressStore(client, world, self)
        self.few_defects = FewDefectsStore(client, world, self.train, self.compress, self)
        self.folder = FolderStore(client, world, self)
        self.signoff = SignoffStore(client, world, self.runs, self)
