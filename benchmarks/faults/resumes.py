"""Trainings killed once or twice and gone on with: they end as one does that nobody killed."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch

from benchmarks.faults.ground import Ground, Tally, command
from engine.project.runs import RunFolder
from engine.project.store import PredictionStore
from engine.training.checkpoint import read_tensors

ITERATIONS = 60

KINDS = {
    # Without validation images the last iteration counts, and nothing depends on the clock.
    "to the last iteration": ("validation=0", "seconds=0"),
    # When it is validated live depends on how quick the computer is: the last weights do not.
    "with live validations": ("validation=0.3", "seconds=0"),
}


def checkpoints_always() -> None:
    """Write a checkpoint after each step: kills fall between any two, and into any of them."""
    from engine.training import trainer

    trainer.CHECKPOINT_SECONDS = 0.0


def tell_at(checkpoint: int, mark: Path) -> Callable[[], None]:
    """For a child: checkpoints always, and a file as soon as so many of them are begun."""

    def patch() -> None:
        from engine.training import trainer

        checkpoints_always()
        save, count = trainer.save_state, 0  # type: ignore[attr-defined]

        def save_state(*values: object, **notes: object) -> None:
            nonlocal count
            count += 1
            if count == checkpoint:
                mark.touch()
            save(*values, **notes)  # type: ignore[arg-type]

        trainer.save_state = save_state  # type: ignore[assignment, attr-defined]

    return patch


def killed_at_a_checkpoint() -> None:
    """The same, and the program is killed when it has begun to write the 23rd."""
    import os
    import signal

    from engine.training import trainer

    checkpoints_always()
    save, count = trainer.save_state, 0  # type: ignore[attr-defined]

    def replace(part: object, path: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    def save_state(*values: object, **notes: object) -> None:
        nonlocal count
        count += 1
        if count == 23:
            os.replace = replace  # type: ignore[assignment]
        save(*values, **notes)  # type: ignore[arg-type]

    trainer.save_state = save_state  # type: ignore[assignment, attr-defined]


@dataclass(frozen=True)
class End:
    """What a training came to."""

    last: dict[str, torch.Tensor]
    best: dict[str, torch.Tensor]
    verdicts: tuple[object, ...]
    test: object


def resumes(ground: Ground, seed: int, *, short: bool) -> Tally:
    """Kill trainings after a number of steps that is drawn, go on to the end, compare."""
    tally, rng = Tally("resumes"), random.Random(seed)
    here = ground.copy("resumes")
    goals: dict[str, End] = {}
    gone_on = kills = unbegun = 0
    wanted = 4 if short else 20

    def kill(words: list[str], checkpoint: int) -> None:
        """Somewhere between a checkpoint and a few steps later, however quick the computer is."""
        mark = here.root / "checkpoint.begun"
        mark.unlink(missing_ok=True)
        command(
            words,
            kill_after=rng.uniform(0.0, 0.1),
            before=tell_at(checkpoint, mark),
            counted_from=mark,
        )

    for number in range(3 * wanted):
        if gone_on == wanted:
            break
        kind = list(KINDS)[number % len(KINDS)]
        if kind not in goals:
            before = runs_of(here)
            command(training(here, kind), before=checkpoints_always)
            (run,) = runs_of(here) - before
            goals[kind] = end_of(run)
        before = runs_of(here)
        first = rng.randint(2, ITERATIONS * 3 // 4)  # the one before it is whole
        kill(training(here, kind), first)
        new = [run for run in runs_of(here) - before if (run / "state.safetensors").is_file()]
        if not new or RunFolder.load(new[0]).record.test is not None:
            unbegun += 1  # so quick that it was done already
            continue
        (run,) = new
        again = ["train", "--resume", str(run)]
        kills += 1
        if number % 2:
            kill(again, rng.randint(1, max(1, (ITERATIONS - first) // 2)))
            kills += 1
        ended = command(again, before=checkpoints_always)
        if ended.code != 0 and RunFolder.load(run).record.test is None:
            tally.fail(f"{kind}: cannot go on with {run.name}: {ended.said[-300:]}")
            continue
        gone_on += 1
        tally.tried += 1
        compare(goals[kind], end_of(run), kind, tally)
    if gone_on < wanted:
        tally.fail(f"only {gone_on} of {wanted} were killed with a checkpoint")
    tally.notes.append(f"{kills} kills; {unbegun} were done already and do not count")
    return tally


def training(ground: Ground, kind: str) -> list[str]:
    """The command that is killed."""
    words = [
        "train",
        "--setting",
        "small",
        "--iterations",
        str(ITERATIONS),
        "--fold",
        "1/4",
        "--seed",
        "5",
    ]
    for entry in ("window=64", "crop=64", "batch=8", "precision=float32", *KINDS[kind]):
        words += ["--set", entry]
    return [*words, "--project", str(ground.project), str(ground.data)]


def runs_of(ground: Ground) -> set[Path]:
    """The folders of a project's runs."""
    return {path for path in (ground.project / "runs").iterdir() if path.is_dir()}


def end_of(run: Path) -> End:
    """What a run came to, verdicts by file."""
    folder = RunFolder.load(run)
    asked = "SELECT file, score, defective, class FROM prediction WHERE run = ? ORDER BY file"
    with PredictionStore(folder.project) as store:
        verdicts = tuple(store.rows(asked, run.name))
    best, last = (read_tensors(file)[0] for file in (folder.best, folder.last))
    return End(last, best, verdicts, folder.record.test)


def compare(goal: End, end: End, kind: str, tally: Tally) -> None:
    """Weights, scores and figures as of the run that was never killed."""
    if not _equal(goal.last, end.last):
        tally.fail(f"{kind}: other last weights")
    if kind != "to the last iteration":
        return
    if not _equal(goal.best, end.best):
        tally.fail(f"{kind}: other weights")
    if not goal.verdicts or goal.verdicts != end.verdicts:
        tally.fail(f"{kind}: other verdicts: {goal.verdicts[:3]} and {end.verdicts[:3]}")
    if goal.test != end.test:
        tally.fail(f"{kind}: other figures: {goal.test} and {end.test}")


def _equal(one: dict[str, torch.Tensor], other: dict[str, torch.Tensor]) -> bool:
    return one.keys() == other.keys() and all(torch.equal(one[k], other[k]) for k in one)
