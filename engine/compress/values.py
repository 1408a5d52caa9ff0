"""What came of making a network smaller: plain values that windows, reports and files share.

How they are found stands in this room's other files. Nothing here imports torch or Qt.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.core.values import Cost as Cost, Rates

ONNX_RUNTIME, OPENVINO = "ONNX Runtime", "OpenVINO"
"""What runs an exported file."""


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Channels of one group (a layer, or the sum of a residual stage) before and after."""

    name: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Removed:
    """Dead channels removed from a run's network, as a run of its own.

    Attributes
    ----------
    run, parent : folders of the pruned run and of the run it was made from
    training_images, validation_images : those of S, the images on which channels were dead
    seed : of the choice of S
    narrowed : all channel groups, first to last
    before, after : cost of both networks
    max_logit_difference : largest |difference| of any window's logit on S, float32
    sample_changes : verdicts on S that are others than before; 0, else nothing is written
    verdict_changes : verdicts on the held-out test images that are others than before
    test_before, test_after : figures on these, both in float32 at the parent's threshold
    """

    run: str
    parent: str
    training_images: int
    validation_images: int
    seed: int
    narrowed: tuple[Narrowed, ...]
    before: Cost
    after: Cost
    max_logit_difference: float
    sample_changes: int
    verdict_changes: int
    test_before: Rates
    test_after: Rates

    @property
    def channels(self) -> int:
        """Channels removed; one of a residual stage's sum counts once, though it has filters
        in several convolutions.
        """
        return sum(item.before - item.after for item in self.narrowed)


@dataclass(frozen=True, slots=True)
class Latency:
    """How long dense passes of one network take.

    Attributes
    ----------
    run : its name
    device, threads, precision : where, on how many threads of torch, in which number format
    size : (height, width) of the images in pixels
    batch : images a pass
    passes : how many were timed, after warm-up
    median, p95, p99 : milliseconds a pass, over all images of the batch together
    """

    run: str
    device: str
    threads: int
    precision: str
    size: tuple[int, int]
    batch: int
    passes: int
    median: float
    p95: float
    p99: float

    @property
    def per_image(self) -> float:
        """Median milliseconds an image."""
        return self.median / self.batch


@dataclass(frozen=True, slots=True)
class FileTime:
    """How long an exported file takes for an image on this computer; several took turns.

    Attributes
    ----------
    runtime : what ran it
    precision : "float32" or "int8"
    threads, size : as it was timed: (height, width) of the image in pixels
    median : milliseconds from pixels to the verdict
    """

    runtime: str
    precision: str
    threads: int
    size: tuple[int, int]
    median: float


@dataclass(frozen=True, slots=True)
class Exported:
    """An exported network, compared with the run it came from.

    Attributes
    ----------
    file : the ONNX file; beside it stand its ``.json`` and an example script
    precision : "float32" or "int8"
    images_compared : held-out test images passed through both
    max_score_difference : largest |difference| of an image's score, which decides
    max_window_difference : of any of its windows' scores, for those who draw the map
    verdict_changes : images whose class is another than the run's, in float32
    tolerance : largest difference that is accepted
    accepted : whether this file may stand for the run
    reason : why it may not; "" if it may
    brief : gives no map of windows, only where the worst one lies
    int8 : what came of asking for 8-bit integers: "" not asked, "offered", "slower" than float32
        on this computer, "inexact"; float32 was written but where it is offered
    runtime : what is to run the file on this computer
    times : what was timed for these two choices; empty where there was none
    """

    file: str
    precision: str
    images_compared: int
    max_score_difference: float
    max_window_difference: float
    verdict_changes: int
    tolerance: float
    accepted: bool
    reason: str
    brief: bool = False
    int8: str = ""
    runtime: str = ONNX_RUNTIME
    times: tuple[FileTime, ...] = ()


@dataclass(frozen=True, slots=True)
class PruningPoint:
    """A network with only some of its filters.

    Attributes
    ----------
    filters : of all convolutions that are left
    share : of the whole network's filters, in (0, 1]
    before, after : figures on the validation images (test images where the run has none) straight
        after removal and after recovery; `after` is None where it was not recovered
    """

    filters: int
    share: float
    before: Rates
    after: Rates | None


@dataclass(frozen=True, slots=True)
class PruningCurve:
    """Filters removed step by step, least important first.

    Attributes
    ----------
    parent : folder of the run
    order : "activity" (least mean activation first) or "contribution" (least mean absolute
        contribution to the logits first)
    images : on which importance was measured
    judged : "validation" or "test": what the points were judged on
    points : from the whole network down
    """

    parent: str
    order: str
    images: int
    judged: str
    points: tuple[PruningPoint, ...]


@dataclass(frozen=True, slots=True)
class Pruned:
    """A network cut to a share of its filters and recovered, as a run of its own.

    `verdict_changes`: on the held-out test images; figures on these, both at their own threshold.
    """

    run: str
    parent: str
    order: str
    recovery_steps: int
    before: Cost
    after: Cost
    verdict_changes: int
    test_before: Rates
    test_after: Rates


@dataclass(frozen=True, slots=True)
class Distilled:
    """A student network, as a run of its own.

    Attributes
    ----------
    run, teacher : folders; `teacher` is whose logits it learned from, or whose images and split it
        shared where it learned from labels
    lessons : "teacher" (soft targets) or "labels" (the control: the same student without one)
    steps : optimiser steps taken
    before, after : cost of teacher and student
    verdict_changes : test images that both name differently
    test_before, test_after : figures of teacher and student, each at its own threshold
    """

    run: str
    teacher: str
    lessons: str
    steps: int
    before: Cost
    after: Cost
    verdict_changes: int
    test_before: Rates
    test_after: Rates

    @property
    def parent(self) -> str:
        """The teacher's folder."""
        return self.teacher
