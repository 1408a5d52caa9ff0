"""Commands killed at any moment: nothing that was there is lost, and the same command then works."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from benchmarks.faults.ground import TRAIN, Ground, Tally, command, hashes
from engine.project.database import NAME
from engine.project.runs import RunFolder, survey_runs
from engine.signoff.record import read_all
from engine.training.checkpoint import read_tensors


def commands(ground: Ground) -> dict[str, list[str]]:
    """Everything the terminal does to a project."""
    run, data, project = str(ground.run), str(ground.data), str(ground.project)
    return {
        "train": [*TRAIN, "--project", project, data],
        "evaluate": ["evaluate", run, "--locate", "--made", "4"],
        "inspect": ["inspect", run, data, "--csv", f"{project}/v.csv", "--heat", f"{project}/heat"],
        "sign-off": ["sign-off", run, "--limit", "0.9", "--name", "trial"],
        "check": ["check", data, "--project", project],
        "review": ["review", run, "--csv", f"{project}/r.csv"],
        "measure": ["measure", run],
        "compress": ["compress", run, "--keep", "0.6", "--recovery", "4", "--images", "6"],
        "student": ["compress", run, "--filters", "33", "--steps", "30"],
        "export": ["export", run, "--onnx", f"{project}/net.onnx", "--images", "3"],
        "folds": ["folds", data, "--project", project, "--keep"],
        "synth": [
            "synth",
            f"{project}/drawn",
            "--normal",
            "3",
            "--defective",
            "2",
            "--size",
            "128",
        ],
    }


def vgg(ground: Ground) -> list[str]:
    """A few steps of a VGG-16 from scratch: checkpoints of hundreds of megabytes."""
    return [
        "train", "--setting", "scratch", "--iterations", "4", "--set", "window=64", "--set",
        "crop=0", "--set", "batch=2", "--set", "precision=float32", "--fold", "1/4", "--project",
        str(ground.project), str(ground.data),
    ]  # fmt: skip


def kills(ground: Ground, seed: int, *, short: bool) -> Tally:
    """Kill each command many times at moments drawn over its whole length."""
    tally, rng = Tally("kills"), random.Random(seed)
    here = ground.copy("killed")
    before = hashes(here.run)
    usual: dict[str, float] = {}
    names = list(commands(here))
    if not short:
        names.append("vgg")
    for number in range(12 if short else 220):
        name = names[number % len(names)]
        words = vgg(here) if name == "vgg" else commands(here)[name]
        _clear(here)
        if name not in usual:
            ended = command(words)
            usual[name] = ended.seconds
            if ended.code not in (0, 1):
                tally.fail(f"{name} does not work at all: {ended.said[-200:]}")
            _clear(here)
        command(words, kill_after=rng.uniform(0.02, 1.0) * usual[name])
        tally.tried += 1
        _look(here, before, name, tally)
        if number % 40 == 39:
            here = ground.copy("killed")
    for name, words in commands(here).items():
        _clear(here)
        ended = command(words)
        if ended.code not in (0, 1):
            tally.fail(f"{name} after the kills: exit {ended.code}: {ended.said[-300:]}")
    resumed = _resume(here, tally)
    tally.notes.append(f"commands: {', '.join(names)}; {resumed} runs gone on with")
    return tally


def _clear(ground: Ground) -> None:
    for name in ("v.csv", "r.csv"):
        (ground.project / name).unlink(missing_ok=True)
    # A set is never drawn into a folder that holds something: whoever was killed empties it.
    shutil.rmtree(ground.project / "drawn", ignore_errors=True)


def _look(ground: Ground, before: dict[str, str], name: str, tally: Tally) -> None:
    """What must hold whatever was killed."""
    after = {k: v for k, v in hashes(ground.run).items() if k in before}
    if {k: v for k, v in after.items() if not k.startswith("measures")} != {
        k: v for k, v in before.items() if not k.startswith("measures")
    }:
        tally.fail(f"{name}: a file of a finished run changed")
    runs, damaged = survey_runs(ground.project)
    if ground.run.name not in [run.path.name for run in runs]:
        tally.fail(f"{name}: the finished run is not listed")
    for problem in damaged:
        if "before this run began" not in problem.reason:
            tally.fail(f"{name}: {problem.reason}")
    with closing(sqlite3.connect(ground.project / NAME)) as db:
        if db.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            tally.fail(f"{name}: the database is damaged")
    _, unread = read_all(ground.project)
    empty = {p.name for p in (ground.project / "sign-offs").glob("*.json") if not p.stat().st_size}
    if set(unread) - empty:
        tally.fail(f"{name}: sign-offs {unread} cannot be read")
    for run in runs:
        for file in (run.best, run.last, run.state):
            if file.is_file():
                try:
                    read_tensors(file)
                except Exception as error:
                    tally.fail(f"{name}: {error}")


def _resume(ground: Ground, tally: Tally) -> int:
    """Every interrupted run with a checkpoint can be gone on with."""
    count = 0
    for run in survey_runs(ground.project)[0]:
        if (
            run.state_now in ("interrupted", "stopped")
            and run.state.is_file()
            and not run.record.origin
        ):
            if run.record.recipe.network != "small":
                continue
            ended = command(["train", "--resume", str(run.path)])
            count += 1
            if ended.code != 0 or RunFolder.load(Path(run.path)).record.test is None:
                tally.fail(f"cannot go on with {run.path.name}: {ended.said[-300:]}")
    return count
