"""How runs are measured, and two runs whose channels are compared. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.data.messages import SampleShown
from engine.measures.messages import ChannelsPictured

SIDES = ("left", "right")
"""Places of the two runs whose channels are compared."""


@dataclass(slots=True)
class Side:
    """One run of a comparison; `failed` says why its channels cannot be shown."""

    run: str = ""
    pictured: ChannelsPictured | None = None
    failed: str = ""


@dataclass(slots=True)
class Comparison:
    """All channels of a layer for one image, in two runs. `index` is -1 while none is chosen."""

    index: int = -1
    layer: str = ""
    sample: SampleShown | None = None
    sides: dict[str, Side] = field(default_factory=lambda: {name: Side() for name in SIDES})


@dataclass(frozen=True, slots=True)
class MeasureChoices:
    """How runs are measured; see `engine.measures.messages.MeasureRun`."""

    images: int = 100
    seed: int = 0
    tsne: bool = False
    source: str = ""
    control: str = ""
