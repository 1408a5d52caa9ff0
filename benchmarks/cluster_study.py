"""A study of eight short runs on two local workers against one after another, in turns.

    OMP_NUM_THREADS=1 python benchmarks/cluster_study.py [--quick] [--turns 3] [--workers 2]

Both have one thread a process: threads=1 stands in every recipe. The images are made (docs/
synth-calibration.md), the network is the small one. Timed from the command to the last board, which
for workers includes starting them and loading torch in each. Prints the medians and their ratio, the
processor, and whether the boards are the same but for times.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

import cattrs
import torch

from engine.core.recipe import Setting
from engine.core.runtime import processor_name
from engine.data.synth.writer import SynthSpec, write_dataset
from engine.session import Session
from engine.study.messages import RunStudy
from engine.study.plan import StudyPlan
from engine.study.store import StudyFolder

TIMES = ("seconds", "created")


def plan(data: Path, iterations: int) -> StudyPlan:
    """Eight runs: four folds of the small network with, and four without, few labelled defects."""
    entries = {"iterations": iterations, "precision": "float32", "threads": 1}
    changes = tuple((Setting.SMALL, name, value) for name, value in entries.items())
    return StudyPlan(
        data=str(data),
        settings=(Setting.SMALL,),
        folds=4,
        run_folds=(1, 2, 3, 4),
        changes=changes,
        curve=(5,),
        curve_settings=(Setting.SMALL,),
        draws=4,
        curve_changes=changes,
    )


def timed(asked: StudyPlan, project: Path, scheduler: str) -> float:
    events: list[Any] = []
    session = Session("benchmark", events.append, announce=False)
    began = time.perf_counter()
    session.handle(RunStudy(1, asked, str(project), True, scheduler))
    while session.advance():
        pass
    seconds = time.perf_counter() - began
    assert events[-1].outcome == "done", events[-1]
    return seconds


def board(project: Path) -> Any:
    return _untimed(cattrs.unstructure(StudyFolder(project, "study").read_board()))


def _untimed(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _untimed(item) for name, item in value.items() if name not in TIMES}
    return [_untimed(item) for item in value] if isinstance(value, list | tuple) else value


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="small, to try the command")
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--iterations", type=int, default=0, help="of each run (600; quick 30)")
    arguments = parser.parse_args()
    turns = 1 if arguments.quick else arguments.turns
    iterations = arguments.iterations or (30 if arguments.quick else 600)
    torch.set_num_threads(1)
    times: dict[str, list[float]] = {"alone": [], "workers": []}
    boards = []
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        os.environ["TRANSFERLENS_CACHE"] = str(root / "cache")
        spec = (
            SynthSpec(textures=(3,), normal=16, defective=16, size=256, seed=3)
            if arguments.quick
            else SynthSpec(textures=(3, 5), normal=40, defective=24, size=512, seed=3)
        )
        for _ in write_dataset(root / "set", spec, workers=0):
            pass
        asked = plan(root / "set", iterations)
        timed(plan(root / "set", 2), root / "warm", "")  # decodes the images for both
        for turn in range(turns):
            order = ("alone", "workers") if turn % 2 == 0 else ("workers", "alone")
            for name in order:
                project = root / f"{name}-{turn}"
                scheduler = f"local:{arguments.workers}" if name == "workers" else ""
                times[name].append(timed(asked, project, scheduler))
                boards.append(board(project))
                print(f"turn {turn + 1} {name}: {times[name][-1]:.1f} s", flush=True)
    alone, together = (statistics.median(times[name]) for name in ("alone", "workers"))
    result = {
        "runs": len(asked.tasks),
        "iterations": iterations,
        "workers": arguments.workers,
        "alone_s": round(alone, 2),
        "workers_s": round(together, 2),
        "ratio": round(alone / together, 3),
        "boards_identical": all(each == boards[0] for each in boards),
        "processor": processor_name(),
        "cores": os.cpu_count(),
        "load": os.getloadavg() if hasattr(os, "getloadavg") else None,
        "torch": torch.__version__,
        "turns": times,
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
