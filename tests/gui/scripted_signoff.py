"""Made-up proofs and records: counted by the engine's own rule, signed by nobody."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from engine.core.command import Command
from engine.core.values import Sentence
from engine.signoff.messages import (
    CheckSignOff,
    Plan,
    PlanSignOff,
    Proof,
    ReadSignOffs,
    RunSigned,
    SignOff,
    SignOffChecked,
    SignOffPlanned,
    SignOffsRead,
    SignOffWritten,
    SignRun,
    TextureProof,
    WriteSignOff,
)
from engine.signoff.proof import bound_curve, parts_needed, upper_bound
from tests.gui.answers import Emit, answers


def proof(world: Any, run: str, limit: float) -> Proof:
    """A proof from the world's counts."""
    escapes, defective = world.escapes
    unjudged = 0 if world.judged.get((run, "test"), 0) else 10
    upper = upper_bound(escapes, defective, 0.95)
    return Proof(
        run, 0.5, limit, 0.95, defective, escapes, upper, upper <= limit and not unjudged and not getattr(world, "hollow", ()),
        parts_needed(escapes, defective, limit, 0.95), 100, 3, 0.08, unjudged,
        (TextureProof("Class1", defective, escapes, upper),),
        (Sentence("{n} other runs were tested on some of these images. If this one was chosen "
                  "because it did best there, the figures flatter it: judge images that no run "
                  "has seen.", {"n": "2"}),),
        Sentence("{n} of its test images have not been judged. Judge them first.", {"n": "10"})
        if unjudged else None,
        plan=getattr(world, "plan", None), auc=0.91, auc_interval=(0.85, 0.96),
        hollow=getattr(world, "hollow", ()), looks=getattr(world, "looks", ()),
    )  # fmt: skip


@answers(CheckSignOff, PlanSignOff, SignRun, ReadSignOffs, WriteSignOff)
def answer(emit: Emit, world: Any, command: Command) -> None:
    """Answer a command about sign-offs; the world holds the counts and the records."""
    job = command.job
    if isinstance(command, CheckSignOff):
        found = proof(world, command.run, command.limit)
        emit(SignOffChecked(job, found, bound_curve(found)))
    elif isinstance(command, PlanSignOff):
        world.plan = Plan(1, command.kind, command.amount, command.limit, 0.95, "2026-11-22T09:00")
        emit(SignOffPlanned(job, world.plan))
    elif isinstance(command, SignRun):
        found = proof(world, command.run, command.limit)
        number = len(world.signed) + 1
        record = SignOff(
            f"/p/sign-offs/2026-11-22-{number:02d}.json",
            replace(found, run=command.run.rpartition("/")[2]), command.name, command.comment,
            f"2026-11-22T10:00:{number:02d}+00:00", "ab12 cd34", True, True, True,
        )  # fmt: skip
        world.signed.insert(0, record)
        emit(RunSigned(job, record))
    elif isinstance(command, ReadSignOffs):
        emit(SignOffsRead(job, command.project, tuple(world.signed), world.not_records))
    elif isinstance(command, WriteSignOff):
        world.pages.append(command)
        emit(SignOffWritten(job, command.path))
