"""What the Inspect page looks at. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from engine.data.messages import SampleShown
from engine.inspect.messages import ChannelShown, ChannelsListed, Inspected


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


@dataclass(frozen=True, slots=True)
class HeatScale:
    """One scale for all heat maps of a run: from -limit to limit, as so many images say."""

    limit: float
    images: int
