"""Making a fast inspector from few labelled defects: command, event, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass

from engine.compress.values import Exported, Latency
from engine.core.command import Command
from engine.core.event import Event
from engine.core.values import AS_FOUND, Cost as Cost, Rates, ReaderOptions


@dataclass(frozen=True, slots=True)
class FastInspector:
    """A quick inspector made from few labelled defects in one go.

    Attributes
    ----------
    teacher, student : folders of the runs
    defects : labelled defective images the teacher was trained on
    normals : normal training images the student saw
    made : images with made defects the student saw
    threshold_images : normal validation images that both thresholds come from
    threshold_defects : defective ones among the validation images; 0: the threshold is a quantile
        of normal images alone
    teacher_test, student_test : figures on the same held-out images
    escapes_possible : largest escape rate of the student that its held-out defects leave possible
        (upper end of the exact 95 % interval); 1 where none was held out
    exported : the file and how it compares with the student
    latency : of teacher and student, in turns
    seconds : (stage, seconds) in order: "transfer", "lessons", "made", "teaching", "judging",
        "exporting", "timing"
    """

    teacher: str
    student: str
    defects: int
    normals: int
    made: int
    threshold_images: int
    threshold_defects: int
    teacher_test: Rates
    student_test: Rates
    escapes_possible: float
    exported: Exported
    latency: tuple[Latency, ...]
    seconds: tuple[tuple[str, float], ...]

    @property
    def total_seconds(self) -> float:
        """From the first step to the last."""
        return sum(seconds for _, seconds in self.seconds)


@dataclass(frozen=True, slots=True)
class MakeInspector(Command):
    """From few labelled defects to a verified, exported student, in one go.

    The events of Train for its teacher, then (Progress | StudentStep)*, StudentReady, RunExported,
    RunsTimed and last InspectorMade. Long. Stop ends the step at work early and goes on with what
    it gave; cancel ends all, and runs that were finished stay in the project.

    Attributes
    ----------
    data, project, options, device : as for Train
    teacher : a finished run of the project to learn from; "": one is trained
    defects : how many labelled defective images may be used; 0: all
    iterations : of the teacher's training
    filters, steps : of the student
    normals : at most so many normal images for the student; 0: all
    made : images with made defects for the student
    path : the ONNX file; "": in the student's own folder
    """

    first_stage = "preparing"

    data: str
    project: str
    options: ReaderOptions = AS_FOUND
    device: str = "auto"
    teacher: str = ""
    defects: int = 0
    fold: int = 1
    iterations: int = 40
    filters: int = 33
    steps: int = 2000
    normals: int = 80
    made: int = 120
    path: str = ""
    int8: bool = False
    seed: int = 0
    folds: int = 5


@dataclass(frozen=True, slots=True)
class InspectorMade(Event):
    """The whole way from few defects to a file is done."""

    result: FastInspector
