"""The window's end of both lanes: numbers the commands, and hands every answer to whoever asked.

How to ask: `gui.store.asking`.
"""

from __future__ import annotations

import itertools
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from engine.core.command import Cancel, Command, Pause, Resume, Shutdown, Stop
from engine.core.event import EngineReady, Event, JobEnded, Outcome
from gui.store.engine_thread import INSPECTION, TRAINING, EngineThread
from gui.store.throttle import Throttle
from gui.words.text import engine_text

log = logging.getLogger(__name__)

ACTIVE = frozenset({"running", "pausing", "paused", "resuming", "stopping", "cancelling"})
"""States of a job that the engine has in its hands."""


def ended_badly(event: JobEnded) -> bool:
    """Whether a job came to nothing, for a reason that the user should hear."""
    return event.outcome in (Outcome.FAILED, Outcome.REJECTED)


def sentence(event: JobEnded) -> str:
    """Return why a job failed, translated."""
    text = engine_text(event.template, event.values) if event.template else event.message
    return text or QCoreApplication.translate("stores", "The engine gave no reason.")


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to tell the user: `kind` is info or error, `details` is for the log."""

    kind: str
    text: str
    details: str = ""


class Asker(Protocol):
    """What the client wants to know of whoever started a job; see `gui.store.asking.Task`."""

    passing: bool
    stops_whole: bool


@dataclass(slots=True)
class Job:
    """A command under way.

    `state` is queued or one of `ACTIVE`; `stage`, `done` and `total` are its last progress, and
    `stage` the command's first one before it told any;
    `run` is the key of the run record it trains, 0 if none; `task` is who asked.
    """

    number: int
    lane: str
    command: Command
    state: str = "queued"
    stage: str = ""
    done: int = 0
    total: int = 0
    run: int = 0
    task: Asker | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        self.stage = self.stage or self.command.first_stage


class EngineClient(QObject):
    """Both lanes, the jobs under way, and who waits for which answer.

    Attributes
    ----------
    jobs
        Tasks under way by their number, in the order they were sent.
    device
        What the engine computes on; empty until it is ready.
    networks
        (name, title) of the backbones it offers.

    Signals
    -------
    ready()
        The engine has loaded; what it computes on and offers is known.
    jobs_changed()
        Another list of jobs, or another state of one.
    state_changed(object)
        The `Job` whose state is another.
    pulse()
        Live figures moved; at most five times a second.
    notice(object)
        A `Notice`.
    """

    ready = Signal()
    jobs_changed = Signal()
    state_changed = Signal(object)
    pulse = Signal()
    notice = Signal(object)

    def __init__(
        self, training: EngineThread, inspection: EngineThread, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.jobs: dict[int, Job] = {}
        self.device = ""
        self.networks: tuple[tuple[str, str], ...] = ()
        self.lanes = {TRAINING: training, INSPECTION: inspection}
        self._waiting: dict[int, Callable[[Event], None]] = {}
        self._numbers = itertools.count(1)
        self._live = Throttle(200, self)
        self._live.fired.connect(self.pulse)
        for lane in self.lanes.values():
            lane.arrived.connect(self.apply)

    # ------------------------------------------------------------------ sending

    def number(self) -> int:
        """Return a number that orders what is sent and what a person does."""
        return next(self._numbers)

    def send(self, lane: str, command: Command, take: Callable[[Event], None]) -> None:
        """Hand a command to a lane; `take` gets all its events, the last one a `JobEnded`."""
        self._waiting[command.job] = take
        self.lanes[lane].post(command)

    def start(self, job: Job, take: Callable[[Event], None]) -> None:
        """List a job and hand its command over."""
        self.jobs[job.number] = job
        self.send(job.lane, job.command, take)
        self.jobs_changed.emit()

    @Slot(object)
    def apply(self, event: Event) -> None:
        """Hand an event to whoever asked. Events of ended or unknown jobs are dropped."""
        if isinstance(event, EngineReady):
            self.device, self.networks = event.device, event.networks
            self.ready.emit()
            return
        take = self._waiting.get(event.job)
        if take is not None:
            if isinstance(event, JobEnded):
                del self._waiting[event.job]
            take(event)

    # ------------------------------------------------------------------ jobs

    def lane_jobs(self, lane: str) -> list[Job]:
        """Return the jobs of a lane in the order they were sent."""
        return [job for job in self.jobs.values() if job.lane == lane]

    def follow(self, job: Job, stage: str, done: int, total: int) -> None:
        """Note how far a job is."""
        job.stage, job.done, job.total = stage, done, total
        self._live.request()

    def beat(self) -> None:
        """Note that live figures moved."""
        self._live.request()

    def pause(self, job: int) -> None:
        """Hold a job until it is resumed."""
        self._steer(job, Pause, "pausing")

    def resume(self, job: int) -> None:
        """Go on with a paused job."""
        self._steer(job, Resume, "resuming")

    def stop(self, job: int) -> None:
        """End a job now and keep its best."""
        self._steer(job, Stop, "stopping")

    def cancel(self, job: int) -> None:
        """Drop a job; a cancelled run can be resumed later."""
        self._steer(job, Cancel, "cancelling")

    def _steer(self, number: int, kind: Callable[[int], Command], state: str) -> None:
        """Acknowledge in the window at once; the engine obeys at its next step."""
        job = self.jobs.get(number)
        if job is None or job.state == "cancelling":
            return
        if job.state == "stopping" and state != "cancelling":
            return
        self.set_state(job, state)
        self.lanes[job.lane].post(kind(number))

    def set_state(self, job: Job, state: str) -> None:
        """Note a job's state and tell everybody."""
        job.state = state
        self.state_changed.emit(job)
        self.jobs_changed.emit()

    def acknowledge(self, job: Job, state: str) -> None:
        """Take a state from the engine, unless the user has asked for another since."""
        if job.state in ("stopping", "cancelling"):
            return
        if job.state == "pausing" and state == "running":
            return
        self.set_state(job, state)

    # ------------------------------------------------------------------ telling

    def tell(self, text: str, details: str = "", kind: str = "error") -> None:
        """Tell the user something."""
        self.notice.emit(Notice(kind, text, details))

    def tell_failure(self, event: JobEnded) -> None:
        """Tell the user why a job failed."""
        self.tell(sentence(event), event.details)

    # ------------------------------------------------------------------ closing

    @property
    def busy(self) -> bool:
        """Whether closing now would break off work worth keeping."""
        return any(job.task is None or not job.task.passing for job in self.jobs.values())

    def wind_down(self) -> None:
        """Stop the run at work and keep it; drop everything else."""
        for job in list(self.jobs.values()):
            keep = job.lane == TRAINING and job.state != "queued"
            keep = keep and (job.task is None or job.task.stops_whole)
            (self.stop if keep else self.cancel)(job.number)

    def request_shut_down(self) -> None:
        """Ask both lanes to end without waiting for them."""
        for lane in self.lanes.values():
            if lane.isRunning():
                lane.post(Shutdown())

    def shut_down(self) -> None:
        """End both lanes and wait for them. Never terminates a thread."""
        self.request_shut_down()
        for lane in self.lanes.values():
            if not lane.wait(30_000):
                log.error("The %s lane takes long to end; waiting on", lane.lane)
                lane.wait()

    @property
    def lanes_ended(self) -> bool:
        """Whether no lane runs."""
        return not any(lane.isRunning() for lane in self.lanes.values())
