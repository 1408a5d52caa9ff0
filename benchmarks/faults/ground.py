"""What the parts of the trial stand on: a small set, a finished run, a command in a child."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path

FORK = True
"""Children are forks of a program that has loaded torch and computed nothing yet."""

SIDE, NORMAL, DEFECTIVE = 128, 8, 6


@dataclass
class Tally:
    """What a part tried, what failed, and what else is to be said of it."""

    part: str
    tried: int = 0
    failed: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def fail(self, what: str) -> None:
        """Something went wrong; told at once, for a trial may be long."""
        self.failed.append(what)
        print(f"  FAILED {self.part}: {what}"[:400], flush=True)

    def say(self) -> None:
        """Print the line of this part."""
        more = "; ".join(self.notes)
        print(
            f"{self.part}: {self.tried} tried, {len(self.failed)} failed"
            + (f"; {more}" if more else ""),
            flush=True,
        )


@dataclass(frozen=True)
class Ground:
    """A data set and a project with one finished run; copies are cheap and get damaged."""

    root: Path
    data: Path
    project: Path
    run: Path

    def copy(self, name: str) -> Ground:
        """A project of its own for one thing that goes wrong."""
        project = self.root / name
        shutil.rmtree(project, ignore_errors=True)
        shutil.copytree(self.project, project)
        return Ground(self.root, self.data, project, project / "runs" / self.run.name)


def prepare(root: Path, seed: int) -> Ground:
    """Draw a set, train a small run, sign it, review it; some seconds."""
    from engine.data.synth.writer import SynthSpec, write_dataset

    root.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("TRANSFERLENS_CACHE", str(root / "cache"))
    os.environ.setdefault("TRANSFERLENS_KEYS", str(root / "keys"))
    data, project = root / "set", root / "project"
    if not data.is_dir():
        spec = SynthSpec(textures=(3, 5), normal=NORMAL, defective=DEFECTIVE, size=SIDE, seed=seed)
        for _ in write_dataset(data, spec, workers=0):
            pass
    if not (project / "runs").is_dir():
        train = [*TRAIN, "--project", str(project), str(data)]
        assert command(train).code == 0, "the ground's run must train"
        (run,) = (project / "runs").iterdir()
        command(["sign-off", str(run), "--name", "trial"])
        command(["check", str(data), "--project", str(project)])
    (run,) = (project / "runs").iterdir()
    return Ground(root, data, project, run)


TRAIN = [
    "train", "--setting", "small", "--iterations", "40", "--set", "window=64", "--set", "crop=64",
    "--set", "batch=8", "--set", "precision=float32", "--fold", "1/4",
]  # fmt: skip


@dataclass(frozen=True)
class Ended:
    """How a child ended: exit code (negative: the signal), what it printed, seconds."""

    code: int
    said: str
    seconds: float


def command(
    words: Sequence[str],
    kill_after: float | None = None,
    before: Callable[[], None] | None = None,
    most: float = 300.0,
    counted_from: Path | None = None,
) -> Ended:
    """Run a command of the terminal in a child process that has torch already; kill it if asked.

    Parameters
    ----------
    kill_after
        Seconds until SIGKILL; None: it may end.
    before
        Called in the child first: limits, patches.
    counted_from
        The seconds count from when this file is there, which the child makes: how long a
        program takes to begin depends on what else the computer does. Forks only.
    """
    if not FORK:
        assert counted_from is None, "only a fork can say where it is"
        return _started(words, kill_after, before, most)
    out = Path(os.environ.get("TMPDIR", "/tmp")) / f"faults-{os.getpid()}.out"
    began = time.monotonic()
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        code = 70
        try:
            with out.open("w") as file, redirect_stdout(file), redirect_stderr(file):
                try:
                    if before is not None:
                        before()
                    from main import main

                    code = int(main(list(words)))
                except SystemExit as end:
                    code = end.code if isinstance(end.code, int) else 2
                except BaseException:
                    traceback.print_exc()
        finally:
            os._exit(code)
    status = None
    limit = most if kill_after is None or counted_from is not None else kill_after
    end = began + limit
    while time.monotonic() < end:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            break
        if counted_from is not None and kill_after is not None and counted_from.exists():
            end, counted_from = time.monotonic() + kill_after, None
        time.sleep(0.005)
        status = None
    if status is None:
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    said = out.read_text("utf-8", "replace") if out.is_file() else ""
    return Ended(code, said, time.monotonic() - began)


def _started(
    words: Sequence[str],
    kill_after: float | None,
    before: Callable[[], None] | None,
    most: float,
) -> Ended:
    """The same in a program of its own: where torch has threads already, a fork may hang."""
    began = time.monotonic()
    root = Path(__file__).parent.parent.parent
    first = ""
    if before is not None:
        first = f"from {before.__module__} import {before.__name__} as f; f(); "
    code = f"import sys; {first}from main import main; sys.exit(main(sys.argv[1:]))"
    limit = most if kill_after is None else kill_after
    try:
        done = subprocess.run(
            [sys.executable, "-c", code, *words],
            capture_output=True,
            timeout=limit,
            check=False,
            cwd=root,
        )
    except subprocess.TimeoutExpired as ended:
        said = ((ended.stdout or b"") + (ended.stderr or b"")).decode("utf-8", "replace")
        return Ended(-signal.SIGKILL, said, time.monotonic() - began)
    said = (done.stdout + done.stderr).decode("utf-8", "replace")
    return Ended(done.returncode, said, time.monotonic() - began)


def hashes(folder: Path) -> dict[str, str]:
    """Content of every file of a folder that a bystander may not change."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "run.lock"
    }
