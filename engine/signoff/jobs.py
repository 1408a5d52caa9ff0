"""What the session does for sign-offs."""

from __future__ import annotations

from pathlib import Path

from engine.core.job import Part, Steps, job, progress, relay
from engine.data.sample import DataSet
from engine.project.runs import RunFolder
from engine.signoff.looks import PlanStore
from engine.signoff.messages import (
    CheckSignOff,
    PlanSignOff,
    Proof,
    ReadSignOffs,
    RunSigned,
    SignOffChecked,
    SignOffPlanned,
    SignOffsRead,
    SignOffWritten,
    SignRun,
    WriteSignOff,
)
from engine.signoff.pictures import Pictures
from engine.signoff.proof import bound_curve, check as check_statement, prove
from engine.signoff.record import read_all, sign
from engine.signoff.report import write_sign_off
from engine.workspace import Workspace


@job(CheckSignOff)
def check(workspace: Workspace, command: CheckSignOff) -> Steps:
    """Say what a run's kept verdicts prove."""
    folder = _folder(workspace, command.run)
    proof, _ = yield from _prove(command, folder, workspace.images.data)
    yield SignOffChecked(command.job, proof, bound_curve(proof))


def _prove(
    command: CheckSignOff | SignRun, folder: RunFolder, data: DataSet
) -> Part[tuple[Proof, Pictures]]:
    work = prove(folder, data, command.limit, command.confidence, command.overkill_limit)
    return (yield from relay(work, progress(command.job, "checking")))


@job(PlanSignOff)
def plan_looks(workspace: Workspace, command: PlanSignOff) -> Steps:
    """Write a plan down; nothing is looked at."""
    folder = _folder(workspace, command.run)
    check_statement(command.limit, command.confidence)
    classes = [label.name for label in folder.record.labels]
    with PlanStore(folder.project) as store:
        made = store.make(classes, command.kind, command.amount, command.limit, command.confidence)
    yield SignOffPlanned(command.job, made)


@job(SignRun)
def sign_run(workspace: Workspace, command: SignRun) -> Steps:
    """Prove once more and freeze it."""
    folder, data = _folder(workspace, command.run), workspace.images.data
    proof, pictures = yield from _prove(command, folder, data)
    record = sign(folder, data, proof, pictures, command.name, command.comment)
    yield RunSigned(command.job, record)


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
