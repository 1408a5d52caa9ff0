"""Two runs side by side, and the image that is looked at with both. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.compare.messages import PairedVerdicts
from engine.data.messages import SampleShown
from engine.inspect.messages import Inspected

PLACES = ("one", "other")
"""The two runs of a comparison."""


@dataclass(slots=True)
class Comparison:
    """Two runs on the images that both held out.

    Attributes
    ----------
    one, other
        Their folders; empty while none is chosen.
    stale
        Something it rests on has changed: it is asked for anew when it is looked at.
    pairing
        What came of it.
    failed
        Why they cannot be compared, translated.
    index
        The image looked at, -1 while none is.
    sample, looks
        That image, and what each network says of it, by place.
    """

    one: str = ""
    other: str = ""
    stale: bool = True
    pairing: PairedVerdicts | None = None
    failed: str = ""
    index: int = -1
    sample: SampleShown | None = None
    looks: dict[str, Inspected] = field(default_factory=dict)
