"""Driving a session synchronously: the same commands and events that the window uses."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable

from cli.terminal import Progress, clock, percent
from engine.cluster.messages import ClusterJoined, WorkersNow
from engine.compress.messages import PruningCurveGrown, StudentStep
from engine.core.command import Cancel, Command
from engine.core.errors import TransferLensError
from engine.core.event import Event, JobEnded, Outcome, Progress as EngineProgress
from engine.core.text import some
from engine.inspect.messages import Predicted
from engine.interpolate.messages import LineFollowed
from engine.training.messages import MemoryHalved, RunStarted, StepDone, Validated

_numbers = itertools.count(1)

STAGES = {
    "starting workers": "starting the workers",
    "asking workers": "looking for the workers",
    "on workers": "on the workers",
    "begun": "beginning",
    "held": "waiting for another process",
    "sending": "sending the run",
    "training": "iteration",
    "reading": "reading the folder",
    "decoding": "decoding images",
    "probing": "measuring this computer",
    "validating": "judging validation images",
    "fitting": "fitting",
    "filters": "plain filters",
    "probe": "probe",
    "testing": "judging test images",
    "checking": "checking images",
    "alike": "comparing pictures,",
    "drawing": "drawing images",
    "figures": "drawing the report",
    "fit": "judging training images",
    "overlap": "lines between textures, pair",
    "features": "looking up features, image",
    "decoder": "training the decoder, step",
    "loading": "loading the network",
    "weighing": "what each filter matters, training image",
    "grading": "judging with fewer filters, image",
    "recovering": "recovering, step",
    "lessons": "the teacher judges training images,",
    "made": "the teacher judges made defects,",
    "teaching": "teaching the student, step",
    "judging": "judging images by the run,",
    "exporting": "exporting",
    "quantising": "quantising",
    "comparing": "comparing the export, image",
    "timing": "timing, pass",
    "locating": "comparing maps with regions, image",
    "inspecting": "judging",
    "reference": "looking at training images, once,",
}


class JobFailedError(Exception):
    """A job failed for a reason that is a bug or the machine's fault; `details` for the log."""

    def __init__(self, message: str, details: str) -> None:
        super().__init__(message)
        self.details = details


def next_job() -> int:
    """A job number not used before."""
    return next(_numbers)


class Driver:
    """A session and what it has emitted.

    Attributes
    ----------
    session : advanced by :meth:`run` until the command's job has ended
    """

    def __init__(self) -> None:
        # It brings torch along, which a command that is mistyped need not wait for.
        from engine.session import Session

        self._inbox: list[Event] = []
        self.session = Session("terminal", self._inbox.append, announce=False)

    def run(
        self,
        command: Command,
        watch: Callable[[Event], None] | None = None,
        progress: Progress | None = None,
    ) -> list[Event]:
        """Run one command to its end and return all its events.

        Parameters
        ----------
        command
            What to do.
        watch
            Called with each event as it comes.
        progress
            Where to show how far it is.

        Raises
        ------
        TransferLensError
            The command cannot be done; the message names the cure.
        JobFailedError
            Something unexpected happened.
        KeyboardInterrupt
            Ctrl-C; the job was cancelled cleanly first.
        """
        events: list[Event] = []
        try:
            self.session.handle(command)
            more = True
            while more:
                more = self.session.advance()
                rest = None if more else self.session.rest()
                for event in self._inbox:
                    events.append(event)
                    if progress is not None:
                        show_event(progress, event)
                    if watch is not None:
                        watch(event)
                self._inbox.clear()
                if rest is not None:  # a watched folder, in which nothing has happened
                    time.sleep(rest)
                    more = True
        except KeyboardInterrupt:
            self.session.handle(Cancel(command.job))
            raise
        finally:
            self._inbox.clear()
            if progress is not None:
                progress.clear()
        ended = events[-1]
        assert isinstance(ended, JobEnded)
        if ended.outcome in (Outcome.FAILED, Outcome.REJECTED):
            if ended.details:
                raise JobFailedError(ended.message, ended.details)
            raise TransferLensError(ended.template, **ended.values)
        return events


def _workers(event: WorkersNow) -> str:
    """What every worker is at, on one line."""
    now = []
    for each in event.workers:
        stage = STAGES.get(each.stage, each.stage)
        now.append(f"{each.task}: {stage} {each.done}/{each.total}" if each.total else each.task)
    lost = f"; {some(event.lost, 'worker')} lost" if event.lost else ""
    return " | ".join([*now, f"waiting: {event.waiting}{lost}"])


def show_event(progress: Progress, event: Event) -> None:
    """Turn an event into a progress line."""
    if isinstance(event, EngineProgress):
        stage = STAGES.get(event.stage, event.stage)
        count = f" {event.done}/{event.total}" if event.total > 1 else ""
        progress.show(f"{stage}{count}")
    elif isinstance(event, StepDone):
        progress.show(
            f"iteration {event.iteration}/{event.iterations}  loss {event.loss:.4f}  "
            f"{event.images_per_second:.1f} images/s  left {clock(event.eta)}"
        )
    elif isinstance(event, Validated):
        r = event.rates
        progress.show(
            f"iteration {event.iteration}  on {some(r.images, 'image')}: accuracy "
            f"{percent(r.accuracy)} "
            f"(never a defect: {percent(r.baseline)})  overkill {percent(r.overkill)}  "
            f"escape {percent(r.escape)}",
            keep=True,
        )
    elif isinstance(event, MemoryHalved):
        progress.show(
            f"not enough memory: {some(event.micro_batch, 'window')} in one pass from iteration "
            f"{event.iteration} on; the batch stays as it is",
            keep=True,
        )
    elif isinstance(event, RunStarted):
        run = event.run
        progress.show(
            f"{run.name}: {run.recipe.setting} on {run.device}, {run.precision}, "
            f"view '{run.view}', {some(event.validation_images, 'validation image')}",
            keep=True,
        )
    elif isinstance(event, LineFollowed):
        progress.show(f"line at {event.key.layer}, point {event.done}/{event.total}")
    elif isinstance(event, StudentStep) and event.rates is not None:
        progress.show(
            f"step {event.step}  loss {event.loss:.4f}  on "
            f"{some(event.rates.images, 'validation image')}: accuracy "
            f"{percent(event.rates.accuracy)}",
            keep=True,
        )
    elif isinstance(event, PruningCurveGrown):
        point = event.result.points[-1]
        r = point.after or point.before
        progress.show(
            f"{some(point.filters, 'filter')} ({percent(point.share, 1)}), "
            f"{event.done}/{event.total}: "
            f"accuracy {percent(r.accuracy)}  overkill {percent(r.overkill)}  "
            f"escape {percent(r.escape)}",
            keep=True,
        )
    elif isinstance(event, ClusterJoined):
        page = f"; dashboard {event.dashboard}" if event.dashboard else ""
        progress.show(
            f"{some(event.workers, 'worker')} of {event.scheduler}{page}",
            keep=True,
        )
    elif isinstance(event, WorkersNow):
        progress.show(_workers(event))
    elif isinstance(event, Predicted):
        progress.show(f"judged {event.done}/{event.total}")
