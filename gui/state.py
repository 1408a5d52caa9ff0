"""What the window knows. Plain values with one writer, the controller; views only read."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from engine.messages import (
    ChannelShown,
    ChannelsListed,
    Inspected,
    RunNote,
    SampleShown,
)
from gui.auditing import Auditing
from gui.batching import Batching, Operating
from gui.lost import Placing
from gui.pairing import Versus
from gui.reviewing import Reviewing
from gui.signing import Signing
from gui.store.engine_client import EngineClient, Job
from gui.store.world import World
from gui.strokes import Strokes


@dataclass(slots=True)
class Inspection:
    """What the Inspect page looks at. `index` is -1 while no image is chosen."""

    run: str = ""
    index: int = -1
    sample: SampleShown | None = None
    inspected: Inspected | None = None
    layer: str = ""
    channels: ChannelsListed | None = None
    channel: ChannelShown | None = None
    failed: str = ""


class AppState(World):
    """What the window knows: the world, and the state of features that have no store yet."""

    def __init__(self, client: EngineClient, parent: QObject | None = None) -> None:
        super().__init__(client, parent)
        self.audited = False
        self.sample: SampleShown | None = None
        self.strokes = Strokes()
        self.inspection = Inspection()
        self.placing = Placing()
        self.signing = Signing()
        self.notes: dict[str, RunNote] | None = None
        self.versus = Versus()
        self.auditing = Auditing()
        self.reviewing = Reviewing()
        self.batching = Batching()
        self.operating = Operating()

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
