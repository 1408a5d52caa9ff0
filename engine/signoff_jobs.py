"""What the session does for sign-offs, as in :mod:`engine.jobs`."""

from __future__ import annotations

from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

from engine.desk import Desk
from engine.messages import (
    CheckSignOff,
    Command,
    Event,
    ReadSignOffs,
    RunSigned,
    SignOffChecked,
    SignOffsRead,
    SignOffWritten,
    SignRun,
    WriteSignOff,
)
from engine.project.runs import RunFolder
from engine.report.sign_off import write_sign_off
from engine.signoff.proof import bound_curve, prove
from engine.signoff.record import read_all, sign

Stop = Callable[[], bool]
Steps = Generator[Event | None, None, None]


def check(desk: Desk, command: CheckSignOff, stop: Stop) -> Steps:
    """Say what a run's kept verdicts prove."""
    folder = _folder(desk, command.run)
    proof = prove(folder, desk.images.data, command.limit, command.confidence)
    yield SignOffChecked(command.job, proof, bound_curve(proof))


def sign_run(desk: Desk, command: SignRun, stop: Stop) -> Steps:
    """Prove once more and freeze it."""
    folder, data = _folder(desk, command.run), desk.images.data
    proof = prove(folder, data, command.limit, command.confidence)
    yield RunSigned(command.job, sign(folder, data, proof, command.name, command.comment))


def read_sign_offs(desk: Desk, command: ReadSignOffs, stop: Stop) -> Steps:
    """Read and check all records of a project."""
    records, damaged = read_all(Path(command.project))
    yield SignOffsRead(command.job, command.project, records, damaged)


def write(desk: Desk, command: WriteSignOff, stop: Stop) -> Steps:
    """Write a record's page."""
    path = Path(command.path) if command.path else None
    file = write_sign_off(Path(command.record), path, command.language)
    yield SignOffWritten(command.job, str(file))


def _folder(desk: Desk, run: str) -> RunFolder:
    folder = RunFolder.load(Path(run))
    desk.check_folder(folder)
    return folder


SIGNOFF_HANDLERS: dict[type[Command], Callable[[Desk, Any, Stop], Steps]] = {
    CheckSignOff: check,
    SignRun: sign_run,
    ReadSignOffs: read_sign_offs,
    WriteSignOff: write,
}
"""Which function does which command."""
