"""A run as the window shows it, and what training events do to it. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.core.event import JobEnded, Outcome
from engine.core.recipe import Recipe
from engine.core.values import Rates, RunSummary
from engine.training.messages import RunFinished, RunStarted, StepDone, Validated
from gui.store.curves import Curve
from gui.store.engine_client import ACTIVE


@dataclass(slots=True)
class RunRecord:
    """A run as the window shows it, from its place in the queue to its test figures.

    Attributes
    ----------
    key
        Number of this record in the window; fixes its colour.
    path
        The run's folder; empty until it has started.
    job
        The job that trains it now; 0 if none.
    title
        What a person calls it; empty if nobody gave it a name.
    live
        Rates of the last validation.
    """

    key: int
    name: str
    recipe: Recipe
    path: str = ""
    state: str = "queued"
    job: int = 0
    iteration: int = 0
    iterations: int = 0
    seconds: float = 0.0
    loss: float | None = None
    images_per_second: float | None = None
    eta: float | None = None
    device: str = ""
    precision: str = ""
    baseline: float | None = None
    on_test: bool = False
    live: Rates | None = None
    test: Rates | None = None
    title: str = ""
    summary: RunSummary | None = None
    curve: Curve = field(default_factory=Curve)

    @property
    def live_baseline(self) -> float | None:
        """Accuracy of "never a defect" on the images of its live curve."""
        if self.live is not None:
            return self.live.baseline
        known = self.summary.live_baseline if self.summary else None
        return self.baseline if known is None else known

    @property
    def usable(self) -> bool:
        """Whether its network can judge images."""
        return bool(self.path) and not self.job and self.state in ("done", "stopped")

    @property
    def measurable(self) -> bool:
        """Whether there is training in it to measure; nobody trains a fitted run."""
        return self.usable and not self.recipe.fitted

    @property
    def resumable(self) -> bool:
        """Whether its training can be gone on with."""
        made = self.summary is not None and bool(self.summary.kind)
        ended = self.state in ("interrupted", "stopped")
        return bool(self.path) and not self.job and ended and not made

    @property
    def can_be_longer(self) -> bool:
        """Whether a longer run can begin with what it has learned."""
        made = self.summary is not None and bool(self.summary.kind)
        return self.usable and not made and self.recipe.steady and self.iteration > 0


def record_of(key: int, summary: RunSummary) -> RunRecord:
    """Build the record of a run on disk."""
    record = RunRecord(key=key, name=summary.name, recipe=summary.recipe)
    take_summary(record, summary)
    record.state = summary.state
    record.curve = Curve.of(summary.curve)
    return record


def take_summary(record: RunRecord, summary: RunSummary) -> None:
    """Copy what a summary knows; the state and the curve are the caller's business."""
    record.summary = summary
    record.name = summary.name
    record.title = summary.title
    record.recipe = summary.recipe
    record.path = summary.path
    record.iteration = max(record.iteration, summary.iteration)
    # The recipe of a run that was made from another tells of that one's training.
    record.iterations = record.iteration if summary.kind else summary.recipe.iterations
    record.seconds = summary.seconds
    record.device = summary.device
    record.precision = summary.precision
    record.baseline = summary.baseline
    record.on_test = summary.on_test
    record.test = summary.test


def started(record: RunRecord, event: RunStarted) -> None:
    """A run's folder exists; a resumed run brings the curve it had."""
    record.iteration = 0
    take_summary(record, event.run)
    record.live = None  # figures of an earlier attempt would look like this one's
    record.curve = Curve.of(event.run.curve)


def stepped(record: RunRecord, event: StepDone) -> None:
    """One optimiser step."""
    record.iteration = event.iteration
    record.iterations = event.iterations
    record.seconds = event.seconds
    record.loss = event.loss
    record.images_per_second = event.images_per_second
    record.eta = event.eta
    record.curve.add_loss(event.iteration, event.loss)


def validated(record: RunRecord, event: Validated) -> None:
    """Figures of one validation."""
    record.live = event.rates
    record.curve.add_rates(event.iteration, event.rates)


def finished(record: RunRecord, event: RunFinished) -> None:
    """The run is complete on disk."""
    take_summary(record, event.run)
    record.state = event.run.state
    # The live curve has every step; the stored one may be thinner.
    if len(record.curve.loss) == 0:
        record.curve = Curve.of(event.run.curve)


def ended(record: RunRecord, event: JobEnded) -> None:
    """The job of a run is over."""
    record.job = 0
    record.eta = None
    record.images_per_second = None
    states = {
        Outcome.DONE: "done",
        Outcome.STOPPED: "stopped",
        Outcome.CANCELLED: "interrupted",
        Outcome.FAILED: "failed",
        Outcome.REJECTED: "rejected",
    }
    record.state = states[event.outcome]
    if record.summary is not None and event.outcome not in (Outcome.DONE, Outcome.STOPPED):
        # A run that was refused or cancelled before it went on is what it was before.
        before = record.summary.state
        record.state = before if before in ("done", "stopped") else record.state
    elif record.summary is not None and record.test is not None:
        record.state = record.summary.state  # a stop during testing still completes the run


def run_order(runs: list[RunRecord]) -> list[RunRecord]:
    """Return runs as a table shows them: at work, then queued in turn, then the others."""

    def rank(run: RunRecord) -> tuple[int, int]:
        if run.job and run.state in ACTIVE:
            return 0, run.job
        return (1, run.job) if run.job else (2, 0)

    return sorted(runs, key=rank)
