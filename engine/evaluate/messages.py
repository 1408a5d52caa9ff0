"""Commands and events of evaluating a run on its held-out images."""

from __future__ import annotations

from dataclasses import dataclass

from engine.core.command import Command, Priority
from engine.core.event import Event
from engine.evaluate.values import Evaluation, Located, Proposal


@dataclass(frozen=True, slots=True)
class EvaluateRun(Command):
    """Evaluated, then DefectsLocated if that is kept: verdicts a run keeps beside the labels of
    the current data set. Interactive; nothing is judged.
    """

    priority = Priority.INTERACTIVE

    run: str


@dataclass(frozen=True, slots=True)
class ProposeThreshold(Command):
    """ThresholdProposed, from the validation verdicts a run keeps. Interactive; nothing is kept.

    `cost_ratio` is what an escape costs in units of one overkill; `share` that of defective parts
    in production, None: that of the validation images.
    """

    priority = Priority.INTERACTIVE

    run: str
    cost_ratio: float = 20.0
    share: float | None = None


@dataclass(frozen=True, slots=True)
class LocateDefects(Command):
    """Progress*, DefectsLocated: maps of a run's defective test images against their regions.

    With them the probability of detection against size and contrast, from these regions and so
    many `made` defects. Long; kept with the run, nothing is kept of a cancelled one.
    """

    first_stage = "locating"

    run: str
    made: int = 0


@dataclass(frozen=True, slots=True)
class Evaluated(Event):
    """What a run's verdicts come to, held against the labels."""

    run: str
    evaluation: Evaluation


@dataclass(frozen=True, slots=True)
class ThresholdProposed(Event):
    """The threshold that is cheapest on validation images."""

    run: str
    proposal: Proposal


@dataclass(frozen=True, slots=True)
class DefectsLocated(Event):
    """How a run's maps lie on the regions of defects."""

    run: str
    located: Located


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
