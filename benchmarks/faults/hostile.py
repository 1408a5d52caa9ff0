"""Hostile files in a project: what is damaged says so in one line, the rest works."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

from benchmarks.faults.ground import Ground, Tally
from benchmarks.faults.images import mutate
from engine.core.command import Command
from engine.core.event import Event, JobEnded
from engine.data.messages import OpenData
from engine.evaluate.messages import EvaluateRun
from engine.folder.messages import ListFolders
from engine.project.runs import RunFolder
from engine.review.messages import ReadReviews
from engine.runs.messages import ListRuns, ReadNotes, RunsListed
from engine.session import Session
from engine.signoff.messages import CheckSignOff, ReadSignOffs
from engine.study.messages import ReadStudies
from engine.training.messages import ResumeRun

TEXT = (
    b"", b"\x00" * 200, b"\xff\xfe\xfa", b"[" * 20_000, b"{" * 20_000, b"null", b"[]", b"{}", b"0",
    b'{"format": 1}', b'{"signed": {"format": 2}, "key": "00", "signature": ""}', b'"\\ud800"',
    b"a = " + b"[" * 9000, b"a = 1979-05-27\n", b"file,class,part\n\"" + b"x" * 200_000,
    b"1e999", b'{"a": 1e999}', b"NaN", b"a\rb\rc\r", b"=1+1,2\n", b"\xef\xbb\xbf{}",
)  # fmt: skip
"""What a text file may hold that nobody wrote."""


def targets(ground: Ground) -> list[Path]:
    """Every file of a project that somebody else may have written."""
    project, run = ground.project, ground.run
    extra = {
        project / "data-places.json": b"{}",
        project / "studies" / "s" / "plan.toml": b"",
        project / "studies" / "s" / "board.json": b"{}",
        project / "regions" / "set-0123.json": b"{}",
        project / "groups" / "groups-012345678901.json": b"{}",
        project / "data-versions" / "v" / "version.toml": b"",
        project / "sign-offs" / "x.json": b"{}",
        run / "note.json": b"{}",
        run / "network.toml": b"",
        run / "regions.json": b"{}",
        run / "measures" / "measures.json": b"{}",
        run / "measures" / "located.json": b"{}",
    }
    for path, start in extra.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            path.write_bytes(start)
    names = (
        "run.toml",
        "metrics.csv",
        "layers.csv",
        "split.csv",
        "best.safetensors",
        "state.safetensors",
    )
    return [*extra, *(run / name for name in names), *(project / "sign-offs").glob("2*.json")]


def hostile(ground: Ground, seed: int, *, short: bool) -> Tally:
    """Damage one file at a time and ask everything of the project."""
    tally, rng = Tally("hostile files"), random.Random(seed)
    here = ground.copy("hostile")
    whole = {path: path.read_bytes() for path in targets(here)}
    other = ground.copy("hostile-run").run  # a second run that must stay visible
    beside = here.run.with_name("2020-01-01-small-01")
    shutil.copytree(other, beside)
    places = list(whole)
    for number in range(60 if short else 5200):
        path = places[number % len(places)]
        raw = whole[path]
        binary = path.suffix == ".safetensors"
        content = mutate(raw, rng) if raw and (binary or rng.random() < 0.5) else rng.choice(TEXT)
        if not raw and content == b"":
            content = rng.choice(TEXT)
        path.write_bytes(content)
        tally.tried += 1
        for event in _ask(here, heavy=number % 8 == 0 or binary):
            if isinstance(event, JobEnded) and "Unexpected error" in event.message:
                tally.fail(f"{path.name}: {event.message} {(event.details or '')[-300:]}")
            if isinstance(event, RunsListed) and beside.name not in [r.name for r in event.runs]:
                tally.fail(f"{path.name}: the other run is hidden")
        if path.exists():
            path.write_bytes(raw)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(raw)
    tally.notes.append(f"{len(places)} kinds of files")
    return tally


def _ask(ground: Ground, *, heavy: bool) -> Iterator[Event]:
    project, run = str(ground.project), str(ground.run)
    asked: list[Command] = [
        ListRuns(1, project), ReadNotes(2, project), ReadStudies(3, project),
        ReadSignOffs(4, project), ListFolders(5, project),
    ]  # fmt: skip
    if heavy:
        asked += [
            OpenData(6, str(ground.data), project=project), EvaluateRun(7, run),
            ReadReviews(8, run), CheckSignOff(9, run, 0.5), ResumeRun(10, run),
        ]  # fmt: skip
    events: list[Event] = []
    session = Session("trial", events.append)
    for command in asked:
        if isinstance(command, ResumeRun) and _trains(ground):
            continue
        session.handle(command)
        for _ in range(2000):
            if not session.advance():
                break
    return iter(events)


def _trains(ground: Ground) -> bool:
    """A run that is whole is complete: going on is refused at once, else it would train."""
    try:
        return RunFolder.load(ground.run).record.state != "done"
    except Exception:
        return False
