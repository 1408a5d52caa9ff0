"""A disk that really runs full, and one that is really read-only: a small one in memory.

Limits of file sizes (:mod:`benchmarks.faults.disk`) reach one writer at a time; here the folder
itself has no room: SQLite, folders, the end of a checkpoint of hundreds of megabytes. Mounting
takes an administrator on Linux; elsewhere the part says that it was left out.
"""

from __future__ import annotations

import random
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.faults.ground import Ground, Tally, command, hashes
from benchmarks.faults.kills import commands, vgg
from engine.project.runs import RunFolder

ROOM = 1 << 30
"""Bytes of the disk before it is made full, and after it is freed again."""

SPARE = (0, 8_192, 100_000, 400_000)
"""Bytes that are left when a command begins."""

VGG_SPARE = (0, 30 << 20, 130 << 20, 230 << 20)
"""The same for a VGG-16: its weights are 59 MB, its state 177."""


def _mount(place: Path, options: str, *, again: bool = False) -> bool:
    words = ["mount", "-t", "tmpfs", "-o", f"{'remount,' if again else ''}{options}", "tmpfs"]
    try:
        return (
            subprocess.run([*words, str(place)], capture_output=True, check=False).returncode == 0
        )
    except OSError:
        return False


@contextmanager
def _disk(ground: Ground) -> Iterator[Ground | None]:
    """The project on a disk of its own; None where nothing may be mounted."""
    place = ground.root / "disk"
    place.mkdir(exist_ok=True)
    if not _mount(place, f"size={ROOM}"):
        yield None
        return
    try:
        shutil.copytree(ground.project, place / "p")
        yield Ground(ground.root, ground.data, place / "p", place / "p" / "runs" / ground.run.name)
    finally:
        subprocess.run(["umount", "-l", str(place)], capture_output=True, check=False)


def full(ground: Ground, seed: int, *, short: bool) -> Tally:
    """Every command on a full disk, again once it is freed, and on a read-only one."""
    tally, rng = Tally("full disk"), random.Random(seed)
    names = [*commands(ground), "vgg"]
    if short:
        names = ["train", "evaluate", "sign-off"]
    said_full = 0
    for name in names:
        with _disk(ground) as here:
            if here is None:
                tally.notes.append("nothing can be mounted here: left out")
                return tally
            spare = rng.choice(VGG_SPARE if name == "vgg" else SPARE)
            said_full += _fill(here, name, spare, tally)
            _read_only(here, name, tally)
    tally.notes.append(f"{said_full} commands had too little room and said so")
    return tally


def _words(ground: Ground, name: str) -> list[str]:
    for leftover in ("v.csv", "r.csv"):
        (ground.project / leftover).unlink(missing_ok=True)
    return vgg(ground) if name == "vgg" else commands(ground)[name]


def _fill(here: Ground, name: str, spare: int, tally: Tally) -> bool:
    place, before = here.project.parent, hashes(here.run)
    used = shutil.disk_usage(place).used
    _mount(place, f"size={used + spare}", again=True)
    ended = command(_words(here, name))
    tally.tried += 1
    what = f"{name} with {spare} B left"
    _look(tally, what, ended.code, ended.said)
    _mount(place, f"size={ROOM}", again=True)
    after = {k: v for k, v in hashes(here.run).items() if k in before and "measures" not in k}
    if after != {k: v for k, v in before.items() if "measures" not in k}:
        tally.fail(f"{what}: a file of a finished run changed")
    parts = [path.name for path in here.project.rglob("*.part")]
    if parts:
        tally.fail(f"{what}: left {parts}")
    RunFolder.load(here.run)
    shutil.rmtree(here.project / "drawn", ignore_errors=True)
    again = command(_words(here, name))
    tally.tried += 1
    if again.code not in (0, 1) or "Unexpected error" in again.said:
        tally.fail(f"{what}, then freed: exit {again.code}: {again.said[-300:]}")
    return ended.code not in (0, 1)


def _read_only(here: Ground, name: str, tally: Tally) -> None:
    place = here.project.parent
    words = _words(here, name)
    shutil.rmtree(here.project / "drawn", ignore_errors=True)
    _mount(place, f"ro,size={ROOM}", again=True)
    ended = command(words)
    tally.tried += 1
    _look(tally, f"{name}, read-only", ended.code, ended.said)


def _look(tally: Tally, what: str, code: int, said: str) -> None:
    if "Unexpected error" in said or "Traceback" in said or code < 0:
        tally.fail(f"{what}: exit {code}: {said[-400:]}")
