"""The four ways to ask the engine, and no other one.

- `Ask`: what a user repeats quickly ("show this image"); the latest wins, one is in flight.
- `Task`: what takes long; it is listed among the jobs, with its stage, and can be steered.
- `Post`: what a person did (a stroke, a review); each is sent by itself, in order, none replaced.
- `InTurn`: reading many things one after another, so that a click is never behind many of them.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from engine.core.command import Command
from engine.core.event import Event, JobEnded, JobState, Progress
from gui.store.engine_client import EngineClient, Job, ended_badly
from gui.store.engine_thread import INSPECTION
from gui.store.question import Question

log = logging.getLogger(__name__)

Answers = Mapping[type[Event], Callable[[Any], None]]
"""What is called with which event of a job."""
Failed = Callable[[JobEnded], None]


class Ask:
    """A question with its receivers: answers and failures come straight to whoever asked.

    Call it with a command's type and its values after the job number. The latest wins; an answer
    to an older one goes nowhere, unless `late`.

    Parameters
    ----------
    answered
        Called with each event of the newest request, or those of each type.
    failed
        Called when it fails; None: the user is told.
    ended
        Called when the newest request is over, however it went.
    late
        Take an answer even if a newer request waits: what follows a slider shows each on its way.
    """

    def __init__(
        self,
        client: EngineClient,
        answered: Callable[[Any], None] | Answers,
        failed: Failed | None = None,
        *,
        ended: Callable[[], None] | None = None,
        lane: str = INSPECTION,
        late: bool = False,
    ) -> None:
        self._client, self._lane, self._late = client, lane, late
        self._answered, self._ended = answered, ended
        self._failed = failed or client.tell_failure
        self._question = Question(self._send)
        self._forgotten = 0

    def __call__(self, kind: Callable[..., Command], *values: object, **named: object) -> int:
        """Ask; returns the number of the request."""
        command = kind(self._client.number(), *values, **named)
        self._question.ask(command)
        return command.job

    def forget(self) -> None:
        """Accept no answer to what was asked so far."""
        self._forgotten = self._question.in_flight
        self._question.forget()

    @property
    def in_flight(self) -> int:
        """Job number the engine is working on, 0 if none."""
        return self._question.in_flight

    @property
    def newest(self) -> int:
        """Job number of the newest request, 0 if none counts any more."""
        return self._question.newest

    def accepts(self, job: int) -> bool:
        """Whether an answer with this number is the one the user waits for."""
        return self._question.accepts(job)

    def _send(self, command: Command) -> None:
        self._client.send(self._lane, command, self._take)

    def _take(self, event: Event) -> None:
        newest = self._question.accepts(event.job)
        if isinstance(event, JobEnded):
            if event.details:
                log.error("Job %d %s:\n%s", event.job, event.outcome, event.details)
            if newest and ended_badly(event):
                self._failed(event)
            self._question.ended(event.job)
            if newest and self._ended is not None:
                self._ended()
        elif isinstance(event, JobState | Progress):
            return
        elif newest or (self._late and event.job != self._forgotten):
            _hand(self._answered, event)


class Task:
    """One kind of long work, listed among the jobs while it lasts.

    Call it with the command's values after the job number.

    Parameters
    ----------
    lane
        Which of the lanes does it.
    kind
        Type of the command.
    answers
        What is called with which of its events.
    failed
        Called when it fails; None: the user is told.
    ended
        Called when it is over and no longer listed, however it went.
    passing
        Whether closing the window drops it without asking.
    stops_whole
        Whether a stop ends all of it; else only the step it is at.
    """

    def __init__(
        self,
        client: EngineClient,
        lane: str,
        kind: type[Command],
        answers: Answers,
        *,
        failed: Failed | None = None,
        ended: Callable[[JobEnded, Job], None] | None = None,
        passing: bool = False,
        stops_whole: bool = True,
    ) -> None:
        self._client, self._lane, self.kind = client, lane, kind
        self._answers, self._ended = answers, ended
        self._failed = failed or client.tell_failure
        self.passing, self.stops_whole = passing, stops_whole

    def __call__(self, *values: object, run_key: int = 0, **named: object) -> Job:
        """Start one; `run_key` is the key of the run record it trains."""
        number = self._client.number()
        command = self.kind(number, *values, **named)
        job = Job(number, self._lane, command, run=run_key, task=self)
        self._client.start(job, self._take)
        return job

    @property
    def jobs(self) -> list[Job]:
        """Those under way, in the order they were asked for."""
        return [job for job in self._client.jobs.values() if job.task is self]

    def job(self, **values: object) -> Job | None:
        """Return one under way whose command has these values, if there is one."""
        return next(self._matching(values), None)

    def _matching(self, values: Mapping[str, object]) -> Iterator[Job]:
        for job in self.jobs:
            if all(getattr(job.command, name) == value for name, value in values.items()):
                yield job

    def _take(self, event: Event) -> None:
        job = self._client.jobs.get(event.job)
        if job is None:
            return
        if isinstance(event, JobEnded):
            if event.details:
                log.error("Job %d %s:\n%s", event.job, event.outcome, event.details)
            del self._client.jobs[event.job]
            if ended_badly(event):
                self._failed(event)
            if self._ended is not None:
                self._ended(event, job)
            self._client.jobs_changed.emit()
            return
        if isinstance(event, JobState):
            self._client.acknowledge(job, event.state)
            return
        if isinstance(event, Progress):
            self._client.follow(job, event.stage, event.done, event.total)
            if type(event) not in self._answers:
                return
        _hand(self._answers, event)


class Post:
    """What a person did: each is sent by itself and in order, and none replaces another.

    Attributes
    ----------
    pending
        What was sent and not yet kept, by job number.

    Parameters
    ----------
    failed
        Called with the command and its end when it could not be kept.
    answered
        Called with its events while it is pending.
    """

    def __init__(
        self,
        client: EngineClient,
        failed: Callable[[Any, JobEnded], None],
        answered: Callable[[Any], None] | None = None,
    ) -> None:
        self._client, self._failed, self._answered = client, failed, answered
        self.pending: dict[int, Any] = {}

    def __call__(self, kind: Callable[..., Command], *values: object, **named: object) -> int:
        """Send; returns the number of the request."""
        command = kind(self._client.number(), *values, **named)
        self.pending[command.job] = command
        self._client.send(INSPECTION, command, self._take)
        return command.job

    def forget(self) -> None:
        """Let what was sent be kept, and care no more for it."""
        self.pending.clear()

    def _take(self, event: Event) -> None:
        if isinstance(event, JobEnded):
            if event.details:
                log.error("Job %d %s:\n%s", event.job, event.outcome, event.details)
            command = self.pending.pop(event.job, None)
            if command is not None and ended_badly(event):
                self._failed(command, event)
        elif isinstance(event, JobState | Progress):
            return
        elif self._answered is not None and event.job in self.pending:
            self._answered(event)


class InTurn:
    """Reads many things of one kind, each once, one after another.

    Attributes
    ----------
    read
        Values of the commands that were sent.
    now
        Values of the one the engine is working on; None if none, or if it no longer counts.
    """

    def __init__(
        self,
        client: EngineClient,
        kind: type[Command],
        answers: Answers,
        ended: Callable[[], None] | None = None,
    ) -> None:
        self._client, self._kind = client, kind
        self._answers, self._ended = answers, ended
        self._wanted: deque[tuple[object, ...]] = deque()
        self.read: set[tuple[object, ...]] = set()
        self.now: tuple[object, ...] | None = None
        self._job = 0

    def want(self, values: Iterable[tuple[object, ...]]) -> None:
        """Replace what waits to be read by those of these that were not read yet."""
        self._wanted = deque(each for each in dict.fromkeys(values) if each not in self.read)
        self._next()

    def forget(self) -> None:
        """Everything may be read again; what is being read now goes nowhere."""
        self._wanted.clear()
        self.read.clear()
        self.now = None

    def _next(self) -> None:
        if self._job or not self._wanted:
            return
        self.now = self._wanted.popleft()
        self.read.add(self.now)
        self._job = self._client.number()
        self._client.send(INSPECTION, self._kind(self._job, *self.now), self._take)

    def _take(self, event: Event) -> None:
        if isinstance(event, JobEnded):
            if event.details:
                log.error("Job %d %s:\n%s", event.job, event.outcome, event.details)
            self._job, self.now = 0, None
            if ended_badly(event):
                self._client.tell_failure(event)
            if self._ended is not None:
                self._ended()
            self._next()
        elif self.now is not None and not isinstance(event, JobState | Progress):
            _hand(self._answers, event)


def _hand(answers: Callable[[Any], None] | Answers, event: Event) -> None:
    """Give an event to its receiver."""
    receiver = answers if callable(answers) else answers.get(type(event))
    if receiver is None:
        log.warning("Nobody takes %s", type(event).__name__)
    else:
        receiver(event)
