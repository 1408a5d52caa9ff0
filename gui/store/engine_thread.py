"""The only file that knows two threads: a QThread that runs one engine session.

Commands go in through a queue, events come out through one signal. `Signal(object)` hands the
same object over without a copy, which is safe because events are frozen and their arrays are
read-only.
"""

from __future__ import annotations

import logging
import queue
import threading
import traceback
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QThread, Signal

from engine.core.command import Cancel, Command, Pause, Resume, Shutdown, Stop
from engine.core.event import EngineReady, Event, JobEnded, Outcome
from engine.core.stopping import listen

log = logging.getLogger(__name__)

TRAINING = "training"
INSPECTION = "inspection"
STEERING = (Pause, Resume, Stop, Cancel)
"""Commands that belong to a job under way and are no jobs themselves."""


class SessionLike(Protocol):
    """What the thread asks of a session."""

    def handle(self, command: Command) -> None:
        """Take a command; quick."""

    def advance(self) -> bool:
        """Do one short piece of work; return whether there is more to do right now."""

    def rest(self) -> float | None:
        """Seconds until a job that rests wants to go on; None if none does."""

    def close(self) -> None:
        """Cancel every job and close the files."""


Emit = Callable[[Event], None]
SessionFactory = Callable[[str, Emit], SessionLike]


def engine_session(lane: str, emit: Emit) -> SessionLike:
    """Build the real session."""
    # Importing the session imports torch, which takes seconds: it happens here, inside the
    # thread, so that the window is there at once.
    from engine.session import Session

    session: SessionLike = Session(lane, emit)
    return session


class EngineThread(QThread):
    """One lane: a thread, a session that lives in it, a queue in and a signal out.

    A crash of the session ends every open job as failed and drops the session; the next
    command builds a new one. The thread itself is never terminated.

    Attributes
    ----------
    lane
        "training" or "inspection".

    Signals
    -------
    arrived(object)
        An `engine.core.event.Event`; emitted in the thread, so receivers must be slots of
        objects that live in the window's thread.
    """

    # Not named `event`: that is QObject's own handler, which a signal must not hide.
    arrived = Signal(object)

    def __init__(
        self, lane: str, factory: SessionFactory | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(lane)
        self.lane = lane
        self._factory = factory or engine_session
        self._commands: queue.SimpleQueue[Command | Shutdown] = queue.SimpleQueue()
        self._open: set[int] = set()
        self._session: SessionLike | None = None
        self._leaving = threading.Event()

    def post(self, command: Command | Shutdown) -> None:
        """Hand a command over; returns at once, also while the session is being built."""
        self._commands.put(command)
        if isinstance(command, Shutdown):
            self._leaving.set()  # the step that is being done is given up where it can be

    def shut_down(self, timeout_ms: int = -1) -> bool:
        """Ask the session to end and wait; return whether the thread has ended."""
        if not self.isRunning():
            return True
        self.post(Shutdown())
        return self.wait(timeout_ms) if timeout_ms >= 0 else self.wait()

    def run(self) -> None:
        self._leaving.clear()
        listen(self._leaving)
        more = False
        while True:
            try:
                more, ended = self._turn(more)
            except Exception as error:
                log.exception("The %s lane failed", self.lane)
                self._fail(error, traceback.format_exc())
                more, ended = False, False
            if ended:
                return

    def _turn(self, more: bool) -> tuple[bool, bool]:
        """Drain the queue, then work once; return (more to do, ended)."""
        block = not more
        # A folder that is watched: sleep until the next look, or until somebody wants something.
        rest = self._session.rest() if self._session is not None and block else None
        while True:
            try:
                command = self._commands.get(block=block, timeout=rest)
            except queue.Empty:
                break
            if isinstance(command, Shutdown):
                self._close()
                return False, True
            if not isinstance(command, STEERING):
                self._open.add(command.job)
            if self._session is None:
                self._session = self._factory(self.lane, self._emit)
            self._session.handle(command)
            block = False
        return self._session is not None and self._session.advance(), False

    def _close(self) -> None:
        listen(None)  # what is kept when jobs end is kept whole
        session, self._session = self._session, None
        try:
            if session is not None:
                session.close()
        except Exception:
            log.exception("Closing the %s lane failed", self.lane)
        for job in sorted(self._open):
            self._emit(JobEnded(job, Outcome.CANCELLED))

    def _fail(self, error: Exception, details: str) -> None:
        session, self._session = self._session, None
        template = "The engine stopped unexpectedly: {error}. The log has the details."
        values = {"error": str(error) or type(error).__name__}
        for job in sorted(self._open):
            self._emit(
                JobEnded(job, Outcome.FAILED, template.format(**values), template, values, details)
            )
        try:
            if session is not None:
                session.close()
        except Exception:
            log.exception("Closing the failed %s lane failed too", self.lane)

    def _emit(self, event: Event) -> None:
        if event.job not in self._open and not isinstance(event, EngineReady):
            # Nothing follows a job's end, whatever a failing session still says.
            log.debug("Dropped %s of job %d", type(event).__name__, event.job)
            return
        if isinstance(event, JobEnded):
            self._open.discard(event.job)
        self.arrived.emit(event)
