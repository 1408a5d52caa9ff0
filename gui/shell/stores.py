"""All stores of the window, made in one place: what each leans on is what it is given."""

from __future__ import annotations

from gui.compare.store import CompareStore
from gui.compress.store import CompressStore
from gui.evaluate.store import EvaluateStore
from gui.few_defects.store import FewDefectsStore
from gui.folder.store import FolderStore
from gui.interpolate.store import InterpolateStore
from gui.measures.store import MeasuresStore
from gui.runs.store import RunsStore
from gui.signoff.store import SignoffStore
from gui.store.engine_client import EngineClient
from gui.store.world import World
from gui.study.store import StudyStore
from gui.train.store import TrainStore


class Stores:
    """The client, the world, and a store a feature."""

    def __init__(self, client: EngineClient, world: World) -> None:
        self.client, self.world = client, world
        self.train = TrainStore(client, world, world)
        self.measures = MeasuresStore(client, world, self.train, world)
        self.study = StudyStore(client, world, self.train, world)
        self.compress = CompressStore(client, world, world)
        self.few_defects = FewDefectsStore(client, world, self.train, self.compress, world)
        self.interpolate = InterpolateStore(client, world, world)
        self.runs = RunsStore(client, world, world)
        self.evaluate = EvaluateStore(client, world, self.runs, world)
        self.compare = CompareStore(client, world, world)
        self.folder = FolderStore(client, world, world)
        self.signoff = SignoffStore(client, world, self.runs, world)
