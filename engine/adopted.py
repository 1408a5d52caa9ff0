"""Taking over a threshold that other costs propose: as a run of its own, from validation images.

Commands and events; rules: :mod:`engine.messages`. Nothing here imports torch or Qt.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.commands import Command
from engine.events import Event


@dataclass(frozen=True, slots=True)
class AdoptThreshold(Command):
    """Progress*, ThresholdAdopted: a new run with the threshold proposed at these costs. Long.

    No threshold can be named: it is chosen anew on the run's validation images, as by
    ProposeThreshold. The run itself stays as it is.
    """

    first_stage = "judging"

    run: str
    cost_ratio: float
    share: float | None = None


@dataclass(frozen=True, slots=True)
class ThresholdAdopted(Event):
    """A run with the same weights and another threshold.

    Attributes
    ----------
    parent, run : folders of the run it was made from and of the new one
    threshold : the new run's
    verdict_changes : test images that it names otherwise than its parent
    """

    parent: str
    run: str
    threshold: float
    verdict_changes: int
