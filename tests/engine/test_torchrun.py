"""One run on two processes that the real torchrun starts, against the same run on one."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
import torch

from engine.core.errors import RunError
from engine.core.recipe import View, default_recipe
from engine.core.values import ReaderOptions
from engine.data.folds import split_for
from engine.data.readers.detect import open_dataset
from engine.data.store import ImageStore
from engine.data.views import Sampler
from engine.network import catalogue
from engine.network.initial import made_again
from engine.network.values import UNIT
from engine.project.runs import RunFolder
from engine.training.checkpoint import read_tensors
from engine.training.run import train_new
from tests.engine.plain_network import add_plain

ROOT = Path(__file__).parent.parent.parent
PROGRAM = Path(__file__).with_name("plain_network.py")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="torchrun has no gloo store there")

COMMON = {
    "network": "plain", "window": 64, "crop": 0, "folds": 4, "precision": "float32",
    "threads": 1, "optimizer": "sgd", "learning_rate": 0.05,
}  # fmt: skip


@pytest.fixture(autouse=True)
def plain():
    add_plain()
    yield
    del catalogue.BACKBONES["plain"], catalogue.REGISTERED["plain"]


def words(data: Path, project: Path, values: dict) -> list[str]:
    said = [f"--set={name}={value}" for name, value in values.items()]
    return ["train", str(data), "--project", str(project), "--setting", "scratch",
            "--device", "cpu", *said]  # fmt: skip


def torchrun(command: list[str], *options: str) -> subprocess.Popen:
    start = [sys.executable, "-m", "torch.distributed.run", "--nproc-per-node", "2",
             "--standalone", *options, str(PROGRAM)]  # fmt: skip
    environment = os.environ | {"PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    return subprocess.Popen(
        [*start, *command],
        cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip


def alone(data: Path, project: Path, values: dict) -> RunFolder:
    recipe = default_recipe("scratch", **values)
    for _ in train_new(1, data, project, recipe, ReaderOptions(), "cpu", lambda: False):
        pass
    return only_run(project)


def only_run(project: Path) -> RunFolder:
    (path,) = [path for path in (project / "runs").iterdir() if path.is_dir()]
    return RunFolder.load(path)


def farthest(one: Path, other: Path) -> float:
    """Largest absolute difference of any two weights."""
    (a, _), (b, _) = read_tensors(one), read_tensors(other)
    assert a.keys() == b.keys()
    return max(float((a[name].double() - b[name].double()).abs().max()) for name in a)


def moved(folder: RunFolder) -> float:
    """How far the weights went from where they began, so that equal ones say something."""
    record = folder.record
    start = made_again(record.recipe, record.view, record.labels, record.initial_hash)
    assert start is not None
    now, _ = read_tensors(folder.last)
    return max(float((now[k] - v).abs().max()) for k, v in start.state_dict().items())


def verdicts(project: Path, run: str) -> list[tuple[str, int]]:
    (file,) = project.glob("*.sqlite")
    with closing(sqlite3.connect(file)) as db:
        query = "SELECT file, COUNT(*) FROM prediction WHERE run = ? GROUP BY file"
        return db.execute(query, (run,)).fetchall()


@pytest.mark.trial
def test_two_processes_come_to_the_weights_of_one(tiny_set: Path, tmp_path: Path):
    # 10 crops, 5 a process, 3 a pass: 3+3+3+1 alone, 3+2 and 3+2 together.
    values = COMMON | {"iterations": 30, "batch": 10, "micro_batch": 3}
    work = torchrun(words(tiny_set, tmp_path / "two", values))
    one = alone(tiny_set, tmp_path / "one", values)
    said, _ = work.communicate(timeout=120)
    assert work.returncode == 0, said
    two = only_run(tmp_path / "two")
    assert (one.record.processes, two.record.processes) == (1, 2)
    assert two.record.state == "done"
    assert moved(one) > 1e-2
    assert farthest(one.last, two.last) < 1e-5
    losses = [[p.loss for p in run.curve() if p.loss is not None] for run in (one, two)]
    assert losses[0] == pytest.approx(losses[1], abs=1e-5)
    # The others are silent, and what was judged was judged once.
    assert said.count("30 iterations in") == 1
    counted = verdicts(tmp_path / "two", two.path.name)
    assert len(counted) == 10
    assert {count for _, count in counted} == {1}


def _process(parent: int, rank: int) -> int | None:
    """The process of that rank below torchrun; None while it is not there."""
    for place in Path("/proc").glob("[0-9]*"):
        try:
            above = int((place / "stat").read_text().rpartition(")")[2].split()[1])
            if above == parent and f"\0RANK={rank}\0" in (place / "environ").read_text():
                return int(place.name)
        except (OSError, ValueError):
            continue
    return None


@pytest.mark.skipif(not Path("/proc/self/environ").is_file(), reason="finds processes in /proc")
@pytest.mark.trial
@pytest.mark.parametrize("rank", [0, 1])
def test_a_process_that_is_killed_costs_nothing_but_time(tiny_set: Path, tmp_path: Path, rank: int):
    # Half the batch a pass: the same sums in the same order, so the weights are equal to the bit.
    values = COMMON | {"iterations": 600, "batch": 8, "micro_batch": 4, "learning_rate": 0.01}
    two = tmp_path / "two"
    command = words(tiny_set, two, values)
    work = torchrun(command, "--max-restarts", "1", "--monitor-interval", "0.1")
    one = alone(tiny_set, tmp_path / "one", values)
    until = time.monotonic() + 60
    while time.monotonic() < until and work.poll() is None:
        tables = list(two.glob("runs/*/metrics.csv"))
        if tables and tables[0].read_text().count("\n") > 20:
            break
        time.sleep(0.02)
    number = _process(work.pid, rank)
    assert number is not None, "the run was over before it could be killed"
    os.kill(number, signal.SIGKILL)
    said, _ = work.communicate(timeout=120)
    assert work.returncode == 0, said
    run = only_run(two)
    assert run.record.state == "done", said
    assert run.record.iteration == 600
    assert farthest(one.last, run.last) == 0.0
    rows = [point.iteration for point in run.curve() if point.loss is not None]
    assert rows == list(range(1, 601))
    assert {count for _, count in verdicts(two, run.path.name)} == {1}


def test_shares_of_a_batch_are_the_batch(tiny_set: Path):
    data = open_dataset(tiny_set)
    recipe = default_recipe("scratch", **COMMON, batch=7)
    split = split_for(data, recipe)
    sampler = Sampler(ImageStore(data), split.train, recipe, View.PATCHES)
    whole = sampler.batch(3)
    parts = [sampler.batch(3, part=part) for part in (slice(0, 3), slice(3, 7))]
    assert torch.equal(
        torch.cat([torch.from_numpy(part.pixels) for part in parts]), torch.from_numpy(whole.pixels)
    )
    assert [len(part.targets) for part in parts] == [3, 4]


def test_batch_norm_in_shares_is_refused_and_a_frozen_one_is_not():
    from engine.training.process_group import ProcessGroup

    recipe = default_recipe("small")
    network = catalogue.build("small", 2, 64, UNIT, 0)
    with pytest.raises(RunError, match="small has batch norm"):
        ProcessGroup.check_network(network, recipe)
    resting = default_recipe("frozen", network="resnet18")
    ProcessGroup.check_network(catalogue.build("resnet18", 2, 64, UNIT, 0), resting)
    with pytest.raises(RunError, match="fitted in one go"):
        ProcessGroup.check_network(network, default_recipe("filters"))
