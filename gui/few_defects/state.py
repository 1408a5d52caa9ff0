"""How far a fast inspector made from few defects is: its stages, their times, its curves. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from engine.compress.messages import RunExported, StudentReady, StudentStep
from engine.core.event import Event, Progress
from engine.few_defects.messages import FastInspector, MakeInspector
from engine.training.messages import RunFinished, RunStarted, StepDone, Validated
from gui.store.curves import Curve

STAGES: Final = ("transfer", "lessons", "made", "teaching", "judging", "exporting", "timing")
"""What is done, in order, as `FastInspector.seconds` names it."""

PARTS: Final = {"comparing": "exporting", "quantising": "exporting"}
"""Stages of Progress that belong to another one's time."""

STOPPABLE: Final = frozenset({"transfer", "teaching"})
"""Stages that can end early with what they have: both learn step by step."""

AFTER: Final = (
    (RunFinished, "lessons"),
    (StudentReady, "exporting"),
    (RunExported, "timing"),
)
"""Events that end a stage, and the one that begins with them."""


@dataclass(slots=True)
class Making:
    """An inspector on its way, or the one made last.

    Attributes
    ----------
    command
        What was asked for last.
    job
        The job that makes it; 0 if none does.
    stage
        The stage at work; "" before the first and after the last.
    detail, done, total
        What the stage does just now, as a key of Progress, and how far it is.
    begun, entered
        When the engine took the job up and when it entered this stage, in seconds of the
        store's clock.
    seconds
        Time of every stage that was left.
    teacher, lesson
        Curves of both networks.
    baseline
        Accuracy of "never a defect" on the teacher's validation images.
    kept
        The teacher's folder once its training is complete: it stays whatever comes.
    made, of
        The inspector made last, and the command it answers.
    failed
        Why the last one came to nothing, translated.
    """

    command: MakeInspector | None = None
    job: int = 0
    stage: str = ""
    detail: str = ""
    done: int = 0
    total: int = 0
    begun: float | None = None
    entered: float = 0.0
    seconds: dict[str, float] = field(default_factory=dict)
    teacher: Curve = field(default_factory=Curve)
    lesson: Curve = field(default_factory=Curve)
    baseline: float | None = None
    kept: str = ""
    made: FastInspector | None = None
    of: MakeInspector | None = None
    failed: str = ""

    @classmethod
    def after(cls, before: Making, command: MakeInspector) -> Making:
        """Begin another one; what was made before stays until it is there."""
        return cls(command, command.job, made=before.made, of=before.of)

    @property
    def stages(self) -> tuple[str, ...]:
        """The stages there are: a teacher that is given needs no training."""
        given = self.command is not None and bool(self.command.teacher)
        return STAGES[1:] if given else STAGES

    def enter(self, stage: str, now: float) -> bool:
        """Be in a stage from now on; return whether that is another one."""
        if self.begun is None:
            self.begun = self.entered = now
        if stage == self.stage:
            return False
        self.leave(now)
        self.stage, self.detail, self.done, self.total = stage, "", 0, 0
        return True

    def leave(self, now: float) -> None:
        """End the stage at work."""
        if self.stage:
            self.seconds[self.stage] = self.spent(self.stage, now)
        self.stage, self.entered = "", now

    def spent(self, stage: str, now: float) -> float:
        """Return the seconds a stage has taken so far."""
        running = now - self.entered if stage == self.stage else 0.0
        return self.seconds.get(stage, 0.0) + running

    def elapsed(self, now: float) -> float:
        """Return the seconds since the engine took the job up."""
        return now - self.begun if self.begun is not None else 0.0

    def stage_of(self, event: Event) -> str:
        """Return the stage that an event tells of."""
        if isinstance(event, Progress):
            stage = PARTS.get(event.stage, event.stage)
            if stage in ("validating", "testing", "judging"):
                # Images are judged in many stages; one of its own has only the student's test.
                return "judging" if self.stage == "teaching" else self.stage or self.stages[0]
            return stage if stage in self.stages else self.stage or self.stages[0]
        if isinstance(event, RunStarted | StepDone | Validated):
            return "transfer"
        if isinstance(event, StudentStep):
            return "teaching"
        begins = (stage for kind, stage in AFTER if isinstance(event, kind))
        return next(begins, self.stage or self.stages[0])
