"""Disks that are full, read-only or gone while a command writes."""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import sqlite3

from benchmarks.faults.ground import Ground, Tally, command, hashes
from benchmarks.faults.kills import commands


def _full(most: int):  # type: ignore[no-untyped-def]
    """No file of this child may grow beyond so many bytes: what a full disk does to a writer."""

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    return limit


def _read_only() -> None:
    """Every write to the project fails as on a read-only disk; root may write anywhere else."""
    import builtins
    import io
    from pathlib import Path

    opened, connect, osopen = io.open, sqlite3.connect, os.open

    def refuse(path: object) -> bool:
        return "/readonly/" in str(path)

    def fake(path, mode="r", *a, **k):  # type: ignore[no-untyped-def]
        if isinstance(path, str | os.PathLike) and any(c in mode for c in "wax+") and refuse(path):
            raise OSError(30, "Read-only file system", str(path))
        return opened(path, mode, *a, **k)

    def fake_os(path, flags, *a, **k):  # type: ignore[no-untyped-def]
        if refuse(path) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            raise OSError(30, "Read-only file system", str(path))
        return osopen(path, flags, *a, **k)

    def fake_db(path, *a, **k):  # type: ignore[no-untyped-def]
        if refuse(path) and not k.get("uri"):
            raise sqlite3.OperationalError("attempt to write a readonly database")
        return connect(path, *a, **k)

    def fake_dir(self, *a, **k):  # type: ignore[no-untyped-def]
        if refuse(self) and not self.is_dir():
            raise OSError(30, "Read-only file system", str(self))

    builtins.open = io.open = fake
    os.open = fake_os  # type: ignore[assignment]
    sqlite3.connect = fake_db  # type: ignore[assignment]
    Path.open = lambda self, mode="r", *a, **k: fake(self, mode, *a, **k)  # type: ignore[method-assign]
    Path.mkdir = fake_dir  # type: ignore[method-assign]


def disk(ground: Ground, seed: int, *, short: bool) -> Tally:
    """Run every command against each; one line with a cure, and what was there is untouched."""
    tally, rng = Tally("disks"), random.Random(seed)
    rounds = 1 if short else 6
    for turn in range(rounds):
        here = ground.copy("full")
        before = hashes(here.run)
        for name, words in commands(here).items():
            most = rng.choice((0, 200, 4096, 40_000, 200_000))
            for leftover in ("v.csv", "r.csv"):
                (here.project / leftover).unlink(missing_ok=True)
            ended = command(words, before=_full(most))
            tally.tried += 1
            _look(tally, f"full at {most} B: {name}", ended.code, ended.said)
            after = {
                k: v for k, v in hashes(here.run).items() if k in before and "measures" not in k
            }
            if after != {k: v for k, v in before.items() if "measures" not in k}:
                tally.fail(f"full: {name}: a file of a finished run changed")
        if turn:
            continue
        shutil.rmtree(ground.root / "readonly", ignore_errors=True)
        there = ground.copy("readonly/p")
        for name, words in commands(there).items():
            ended = command(words, before=_read_only)
            tally.tried += 1
            _look(tally, f"read-only: {name}", ended.code, ended.said)
        for name in ("evaluate", "review", "sign-off"):
            words = [w for w in commands(there)[name] if w not in ("--csv", "--locate")]
            words = [w for w in words if not w.endswith(".csv")]
            if name == "sign-off":
                words = words[:4]
            if name == "evaluate":
                words = words[:2]
            ended = command(words, before=_read_only)
            tally.tried += 1
            if ended.code not in (0, 1):
                tally.fail(f"{name} cannot read a read-only project: {ended.said[-200:]}")
        gone = ground.copy("gone")
        for name, words in commands(gone).items():
            shutil.rmtree(gone.project, ignore_errors=True)
            ended = command(words)
            tally.tried += 1
            _look(tally, f"vanished: {name}", ended.code, ended.said)
    return tally


def _look(tally: Tally, what: str, code: int, said: str) -> None:
    if "Unexpected error" in said or "Traceback" in said or code < 0:
        tally.fail(f"{what}: exit {code}: {said[-300:]}")
