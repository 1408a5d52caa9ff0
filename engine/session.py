"""The engine's one mutable object: takes commands, advances jobs, emits events.

A job is a generator. Interactive jobs (a click, a slider) go before the next step of a long one,
and so do those that somebody waits for; long ones run one after another in the order they came.
A job that watches a folder rests most of the time: while it does, those behind it go on, and the
lane's thread sleeps if there are none.
"""

from __future__ import annotations

import importlib
import logging
import pkgutil
import sys
import time
import traceback
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Final

import engine
from engine.core.command import Cancel, Command, Pause, Priority, Resume, Shutdown, Stop
from engine.core.errors import TransferLensError
from engine.core.event import EngineReady, Event, JobEnded, JobState, Outcome
from engine.core.job import JOBS, Steps
from engine.core.stopping import GivenUp, Rest, StopAsked, leaving, listen, undisturbed
from engine.workspace import Workspace

log = logging.getLogger(__name__)

FIRST: Final = ("data", "regions")
"""Rooms whose work a person sees first of all, pictures of a folder: they know no torch."""

QUIET = 0.4
"""Seconds without such work after which torch is loaded: that takes seconds, and nothing goes on
meanwhile.
"""

ROOMS: Final = tuple(
    sorted(
        room.name
        for room in pkgutil.iter_modules(engine.__path__)
        if room.ispkg and find_spec(f"engine.{room.name}.jobs")
    )
)
"""Where the jobs are: each registers its own when it is imported, and a room needs no entry.

Asked of the import system, for a program in one folder has its modules in an archive.
"""


def _room(kind: type[Command]) -> str:
    """The room of a command's message; "" if it is none of the engine's."""
    return kind.__module__.split(".")[1] if kind.__module__.startswith("engine.") else ""


def _function_for(kind: type[Command]) -> Callable[[Workspace, Command, StopAsked], Steps] | None:
    """What does a command; its room is loaded when the first of its commands comes.

    A command's job lies in the room of its message, or else in any: then all are loaded.
    """
    for room in (_room(kind), *ROOMS):
        if kind in JOBS:
            break
        if room in ROOMS:
            importlib.import_module(f"engine.{room}.jobs")
    if "torch" in sys.modules:
        from engine.network import giving_up

        giving_up.install()
    return JOBS.get(kind)


@dataclass
class Job:
    """A command under way. `state` is queued, running, paused or stopping.

    `steps`: None until it begins, for what does it may have to be loaded.
    `due`: when it wants to go on after a rest, by the session's clock; None if it never rested.
    """

    command: Command
    steps: Steps | None
    stop: StopAsked
    state: str = "queued"
    due: float | None = None


class Session:
    """One lane of work.

    Parameters
    ----------
    lane
        "training" or "inspection": a name for the log; both understand every command.
    emit
        Called with each event, in the thread that calls :meth:`handle` and :meth:`advance`.
    clock
        Seconds that rests are timed with.
    announce
        Say what it computes on and with which networks, for which torch is loaded: as soon as the
        pictures of a folder that is opened are there, and nothing that needs it goes before.
    """

    def __init__(
        self,
        lane: str,
        emit: Callable[[Event], None],
        clock: Callable[[], float] = time.monotonic,
        *,
        announce: bool = True,
    ) -> None:
        self.lane = lane
        self._emit = emit
        self._clock = clock
        self._jobs: list[Job] = []
        self._workspace = Workspace()
        self._closed = False
        self._silent = announce  # it has not said yet what it computes on
        self._busy_until = 0.0  # until then pictures may still be asked for
        if announce and "torch" in sys.modules:
            self._announce()

    def _announce(self) -> None:
        from engine.core.runtime import choose_device, device_name
        from engine.network.catalogue import BACKBONES

        for room in ROOMS:  # a window may ask for anything, and shall not wait for it then
            importlib.import_module(f"engine.{room}.jobs")
        networks = tuple((key, item.title) for key, item in BACKBONES.items() if item.offered)
        self._silent = False
        self._emit(EngineReady(0, device_name(choose_device()), networks))

    # ---------------------------------------------------------------- commands

    def handle(self, command: Command | Shutdown) -> None:
        """Take a command: queue a job, or steer one that is under way."""
        if isinstance(command, Shutdown):
            self.close()
        elif isinstance(command, Pause | Resume | Stop | Cancel):
            self._steer(command)
        elif self._closed:
            self._end(command.job, Outcome.REJECTED, TransferLensError("The engine is closed."))
        else:
            job = Job(command, None, StopAsked())
            if (self._comes_first(job) or not self._silent) and not self._open(job):
                return
            self._jobs.append(job)
            self._emit(JobState(command.job, "queued"))

    def _comes_first(self, job: Job) -> bool:
        return _room(type(job.command)) in FIRST

    def _open(self, job: Job) -> bool:
        """Find what does a job; says so if nothing does."""
        if job.steps is None:
            kind = type(job.command)
            function = _function_for(kind)
            if function is None:
                error = TransferLensError("Unknown command {name}.", name=kind.__name__)
                self._end(job.command.job, Outcome.REJECTED, error)
                return False
            job.steps = function(self._workspace, job.command, job.stop)
        return True

    def _find(self, number: int) -> Job | None:
        return next((job for job in self._jobs if job.command.job == number), None)

    def _steer(self, command: Command) -> None:
        job = self._find(command.job)
        if job is None:
            return  # it has ended already; its JobEnded says so
        if isinstance(command, Cancel):
            self._close_job(job, Outcome.CANCELLED)
        elif isinstance(command, Stop):
            if job.state == "queued":
                self._close_job(job, Outcome.CANCELLED)
                return
            job.stop.ask()
            job.state = "stopping"
            if job.due is not None:
                job.due = self._clock()  # it need not rest to the end
            self._emit(JobState(command.job, "stopping"))
        elif isinstance(command, Pause) and job.state == "running":
            job.state = "paused"
            self._emit(JobState(command.job, "paused"))
        elif isinstance(command, Resume) and job.state == "paused":
            job.state = "running"
            self._emit(JobState(command.job, "running"))

    # ---------------------------------------------------------------- advancing

    def advance(self) -> bool:
        """Do one short piece of work; returns whether there is more to do right now."""
        if self._silent and not self._closed and self._quiet <= 0 and self._next() is None:
            self._announce()
        job = self._next()
        if job is None:
            return False
        if self._comes_first(job):
            self._busy_until = self._clock() + QUIET
        if not self._open(job):
            self._jobs.remove(job)
            return self._next() is not None
        assert job.steps is not None
        if job.state == "queued":
            job.state = "running"
            self._emit(JobState(job.command.job, "running"))
        heard = leaving()
        try:
            # What a person did is kept, whoever leaves.
            with undisturbed() if job.command.kept_at_close else nullcontext():
                event = next(job.steps)
        except GivenUp:
            self._jobs.remove(job)
            self._end(job.command.job, Outcome.CANCELLED)
        except StopIteration:
            self._jobs.remove(job)
            early = job.stop() or job.stop.heeded
            self._end(job.command.job, Outcome.STOPPED if early else Outcome.DONE)
        except TransferLensError as error:
            self._jobs.remove(job)
            log.info("job %d failed: %s", job.command.job, error)
            self._end(job.command.job, Outcome.FAILED, error)
        except Exception as error:  # a bug or the machine's fault; the lane must live on
            self._jobs.remove(job)
            log.exception("job %d failed", job.command.job)
            self._end(job.command.job, Outcome.FAILED, error)
        else:
            if isinstance(event, Rest):
                job.due = self._clock() + event.seconds
            elif event is not None:
                self._emit(event)
            if job.state == "stopping" and not job.stop():
                job.state = "running"  # only a part of it ended early
                self._emit(JobState(job.command.job, "running"))
        finally:
            listen(heard)
            if self._comes_first(job):
                self._busy_until = self._clock() + QUIET
        return self._next() is not None

    @property
    def _quiet(self) -> float:
        """Seconds until torch may be loaded."""
        return self._busy_until - self._clock()

    def _next(self) -> Job | None:
        jobs = self._jobs
        if self._silent and not self._closed:
            jobs = [job for job in jobs if self._comes_first(job)]
        for priority in (Priority.INTERACTIVE, Priority.SOON):
            for job in jobs:
                if job.command.priority is priority and job.state != "paused":
                    return job
        for job in jobs:
            if job.command.priority is not Priority.LONG:
                continue
            if job.due is None:
                # Only the first long job may run; while it is paused, those behind it wait.
                return job if job.state != "paused" else None
            # One that watches lets others pass, between whose steps it takes its turn.
            if job.state != "paused" and job.due <= self._clock():
                return job
        return None

    def rest(self) -> float | None:
        """Seconds until a resting job wants to go on; None if there is none."""
        if self._silent:
            return max(0.0, self._quiet)
        waiting = [job.due for job in self._jobs if job.due is not None and job.state != "paused"]
        return max(0.0, min(waiting) - self._clock()) if waiting else None

    def _close_job(self, job: Job, outcome: Outcome) -> None:
        self._jobs.remove(job)
        try:
            if job.steps is not None:
                job.steps.close()
        except Exception as error:
            log.exception("job %d failed while closing", job.command.job)
            self._end(job.command.job, Outcome.FAILED, error)
        else:
            self._end(job.command.job, outcome)

    def _end(self, number: int, outcome: Outcome, error: Exception | None = None) -> None:
        if error is None:
            self._emit(JobEnded(number, outcome))
        elif isinstance(error, TransferLensError):
            self._emit(JobEnded(number, outcome, str(error), error.template, error.values))
        else:
            template = "Unexpected error: {error}. The log has the details."
            values = {"error": f"{type(error).__name__}: {error}"}
            self._emit(
                JobEnded(
                    number,
                    outcome,
                    template.format(**values),
                    template,
                    values,
                    "".join(traceback.format_exception(error)),
                )
            )

    def close(self) -> None:
        """Cancel every job but a person's own, which take no time; nothing more is accepted."""
        self._closed = True
        while any(job.command.kept_at_close for job in self._jobs):
            self._jobs.sort(key=lambda job: not job.command.kept_at_close)
            self.advance()  # what was drawn or said is not lost for being the last
        for job in list(self._jobs):
            self._close_job(job, Outcome.CANCELLED)
