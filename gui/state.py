"""What the window knows. Plain values with one writer, the controller; views only read."""

from __future__ import annotations

from PySide6.QtCore import QObject

from engine.messages import SampleShown
from gui.check.old_state import Auditing
from gui.data.lost import Placing
from gui.inspect.state import Inspection
from gui.regions.strokes import Strokes
from gui.review.state import Reviewing
from gui.store.engine_client import EngineClient, Job
from gui.store.world import World


class AppState(World):
    """What the window knows: the world, and the state of features that have no store yet."""

    def __init__(self, client: EngineClient, parent: QObject | None = None) -> None:
        super().__init__(client, parent)
        self.audited = False
        self.sample: SampleShown | None = None
        self.strokes = Strokes()
        self.inspection = Inspection()
        self.placing = Placing()
        self.auditing = Auditing()
        self.reviewing = Reviewing()

    @property
    def jobs(self) -> dict[int, Job]:
        """Jobs under way by their number."""
        return self.client.jobs

    def lane_jobs(self, lane: str) -> list[Job]:
        """Return the jobs of a lane in the order they were sent."""
        return self.client.lane_jobs(lane)

    @property
    def device(self) -> str:
        """What the engine computes on; empty until it is ready."""
        return self.client.device

    @property
    def networks(self) -> tuple[tuple[str, str], ...]:
        """(name, title) of the backbones it offers."""
        return self.client.networks
