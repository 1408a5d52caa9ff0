"""A folder of 2,000 images, small network: two workers against one process, one thread each.

    OMP_NUM_THREADS=1 python -m benchmarks.cluster_folder [--images 2000] [--rounds 3] [--quick]

Trains a small network for a moment, writes the images, and inspects the folder in turns: by one
process, then by two workers, each time from the first file to the last row, table written and rows
kept. The workers are started once, and how long that took stands apart. The tables are compared
byte by byte, without their column ms. A round is a pair, so that a computer that grows busy slows
both.

A process reads the next file in a thread of its own while it judges one, so that it keeps more than
one core busy. `--one-core` holds each process that judges to a core of its own (Linux): that is what
twice as many can divide. Processor seconds of both sides are printed in any case.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import statistics
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

from engine.cluster.connect import Cluster, connect
from engine.core.recipe import default_recipe
from engine.core.runtime import processor_name
from engine.core.values import ReaderOptions
from engine.data.synth.writer import SynthSpec, write_dataset
from engine.folder.inspection import FolderExecutor, FolderInspection
from engine.folder.judging import FileJudge, InProcess
from engine.folder.many import FolderWorkers
from engine.folder.messages import FolderHead, FolderRow
from engine.project.runs import RunFolder, list_runs
from engine.training.familiarity import kept_reference
from engine.training.run import load_judge, train_new


def finished(work):  # type: ignore[no-untyped-def]
    """What a generator comes to."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value


def make_run(data: Path, project: Path, size: int, network: str = "small") -> RunFolder:
    """A run of the small network, with one thread."""
    recipe = default_recipe(
        network, iterations=40, batch=8, window=min(128, size // 2), crop=0, folds=4, threads=1,
        precision="float32",
    )  # fmt: skip
    for _ in train_new(1, data, project, recipe, ReaderOptions(), "cpu", lambda: False):
        pass
    return list_runs(project)[0]


def make_folder(root: Path, images: int, size: int) -> tuple[Path, Path]:
    """A data set to train on, and a folder of so many files; names are many, pictures fewer."""
    spec = SynthSpec(textures=(3, 5), normal=40, defective=16, size=size, seed=3)
    for _ in write_dataset(root / "set", spec, workers=0):
        pass
    parts = [p for p in sorted((root / "set").rglob("*.PNG")) if "Label" not in p.parts]
    (root / "line").mkdir()
    for number in range(images):
        os.link(parts[number % len(parts)], root / "line" / f"{number:06d}.png")
    return root / "set", root / "line"


def head_of(run: RunFolder, folder: Path, table: Path) -> FolderHead:
    """An inspection that writes a table."""
    record, known = run.record, kept_reference(run)
    return FolderHead(
        0, str(run.path), str(folder), "", str(table), "", "", False, record.threshold,
        record.fingerprint, True, known and known.about,  # type: ignore[arg-type]
    )  # fmt: skip


def inspect(run: RunFolder, folder: Path, table: Path, cluster: Cluster | None) -> float:
    """Seconds from the first file to the last row."""
    head, known = head_of(run, folder, table), kept_reference(run)
    files = sorted(folder.iterdir())
    executor: FolderExecutor
    if cluster is None:
        executor = InProcess(FileJudge(load_judge(run), known, "", str(folder)))
    else:
        executor = FolderWorkers(1, cluster, run, head, known, lambda: False)
    began = time.perf_counter()
    with (
        FolderInspection(run, head) as inspection,
        closing(inspection.judge_all(files, None, lambda: False, executor)) as work,
    ):
        rows = sum(isinstance(row, FolderRow) for row in work)
    assert rows == len(files)
    return time.perf_counter() - began


def held_to(cores: set[int]) -> None:
    """Hold all threads of this process to these cores."""
    for thread in Path("/proc/self/task").iterdir():
        os.sched_setaffinity(int(thread.name), cores)


def spent() -> float:
    """Processor seconds of this process so far."""
    return time.process_time()


def told(table: Path) -> list[list[str]]:
    """A table without the column that tells the time."""
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    place = rows[0].index("ms")
    return [row[:place] + row[place + 1 :] for row in rows]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--images", type=int, default=2000)
    parser.add_argument("--size", type=int, default=512, help="side of an image in pixels")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--one-core", action="store_true", help="a core for each that judges")
    parser.add_argument("--quick", action="store_true", help="200 images of 256 pixels, one round")
    arguments = parser.parse_args()
    if arguments.quick:
        arguments.images, arguments.size, arguments.rounds = 200, 256, 1
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        data, folder = make_folder(root, arguments.images, arguments.size)
        run = make_run(data, root / "project", arguments.size)
        began = time.perf_counter()
        cluster = finished(connect(f"local:{arguments.workers}"))
        start = time.perf_counter() - began
        try:
            few = root / "few"
            few.mkdir()
            for file in sorted(folder.iterdir())[: 40 * arguments.workers]:
                os.link(file, few / file.name)
            began = time.perf_counter()
            inspect(run, few, root / "warm.csv", cluster)  # workers load torch and the network
            load = time.perf_counter() - began
            pairs, equal = [], True
            cores = sorted(os.sched_getaffinity(0)) if arguments.one_core else []
            addresses = sorted(cluster.client.scheduler_info(n_workers=-1)["workers"])
            for place_, address in enumerate(addresses if cores else ()):
                own = {cores[place_ % len(cores)]}
                cluster.client.run(held_to, own, workers=[address])
            used = [0.0, 0.0]
            for number in range(arguments.rounds):
                tables = [root / f"{number}-{name}.csv" for name in ("one", "many")]
                before = spent()
                if cores:
                    held_to({cores[0]})
                alone = inspect(run, folder, tables[0], None)
                if cores:
                    held_to(set(cores))
                between, others = spent(), sum(cluster.client.run(spent).values())
                many = inspect(run, folder, tables[1], cluster)
                used[0] += between - before
                used[1] += spent() - between + sum(cluster.client.run(spent).values()) - others
                pairs.append((alone, many))
                equal &= told(tables[0]) == told(tables[1])
                print(
                    f"round {number + 1}: {pairs[-1][0]:.2f} s and {pairs[-1][1]:.2f} s", flush=True
                )
        finally:
            cluster.close()
    ratios = [one / many for one, many in pairs]
    result = {
        "processor": processor_name(),
        "cores": os.cpu_count(),
        "images": arguments.images,
        "size": arguments.size,
        "workers": arguments.workers,
        "one_process_s": round(statistics.median(one for one, _ in pairs), 2),
        "workers_s": round(statistics.median(many for _, many in pairs), 2),
        "ratio": round(statistics.median(ratios), 2),
        "ratios": [round(ratio, 2) for ratio in ratios],
        "start_s": round(start, 2),
        "load_s": round(load, 2),
        "processor_s": [round(each / arguments.rounds, 1) for each in used],
        "one_core_each": arguments.one_core,
        "tables_identical": equal,
    }
    print(json.dumps(result))
    return 0 if equal else 1


if __name__ == "__main__":
    sys.exit(main())
