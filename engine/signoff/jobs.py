"""What the session does for sign-offs."""

from __future__ import annotations

from pathlib import Path

from engine.core.job import Steps, job
from engine.project.runs import RunFolder
from engine.signoff.messages import (
    CheckSignOff,
    ReadSignOffs,
    RunSigned,
    SignOffChecked,
    SignOffsRead,
    SignOffWritten,
    SignRun,
    WriteSignOff,
)
from engine.signoff.proof import bound_curve, prove
from engine.signoff.record import read_all, sign
from engine.signoff.report import write_sign_off
from engine.workspace import Workspace


@job(CheckSignOff)
def check(workspace: Workspace, command: CheckSignOff) -> Steps:
    """Say what a run's kept verdicts prove."""
    folder = _folder(workspace, command.run)
    proof = prove(folder, workspace.images.data, command.limit, command.confidence)
    yield SignOffChecked(command.job, proof, bound_curve(proof))


@job(SignRun)
def sign_run(workspace: Workspace, command: SignRun) -> Steps:
    """Prove once more and freeze it."""
    folder, data = _folder(workspace, command.run), workspace.images.data
    proof = prove(folder, data, command.limit, command.confidence)
    yield RunSigned(command.job, sign(folder, data, proof, command.name, command.comment))


@job(ReadSignOffs)
def read_sign_offs(command: ReadSignOffs) -> Steps:
    """Read and check all records of a project."""
    records, damaged = read_all(Path(command.project))
    yield SignOffsRead(command.job, command.project, records, damaged)


@job(WriteSignOff)
def write(command: WriteSignOff) -> Steps:
    """Write a record's page."""
    path = Path(command.path) if command.path else None
    file = write_sign_off(Path(command.record), path, command.language)
    yield SignOffWritten(command.job, str(file))


def _folder(workspace: Workspace, run: str) -> RunFolder:
    folder = RunFolder.load(Path(run))
    workspace.check_folder(folder)
    return folder
