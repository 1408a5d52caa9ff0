"""CPU seconds of the first answer, of a fitted run and of a training on the same images, in turns.

    python -m benchmarks.first_answer DIR [--defects 5] [--iterations 40] [--rounds 1] [--threads 1]

Each is a process of its own, after one that decodes the images; what is counted is its CPU time by
the system, imports and judging included. `--other TREE` trains with another checkout of the
program, for example that of the build before.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from engine.core.runtime import processor_name

HERE = Path(__file__).parent.parent


def spend(words: list[str], tree: Path, threads: int) -> tuple[float, dict]:
    """CPU seconds of a command, and its JSON."""
    environment = os.environ | {"OMP_NUM_THREADS": str(threads), "QT_QPA_PLATFORM": "offscreen"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "main.py", *words, "--json"],
        cwd=tree,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return spent, json.loads(done.stdout.splitlines()[-1])


def main() -> None:
    """Run the command line above."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--defects", type=int, default=5)
    parser.add_argument("--iterations", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--other", type=Path, default=HERE)
    arguments = parser.parse_args()
    few = ["--defects", str(arguments.defects)]
    print(f"{processor_name()}, {arguments.threads} threads")
    for number in range(1, arguments.rounds + 1):
        with tempfile.TemporaryDirectory() as folder:
            data, fold = str(arguments.data), f"{number}/5"
            spend(["check", data], HERE, arguments.threads)  # warm
            answer, said = spend(["answer", data, *few], HERE, arguments.threads)
            rungs = ", ".join(
                f"{each['setting']} {each['cpu_seconds']:.0f} s, AUC {each['auc']:.3f}"
                for each in said["answers"]
            )
            print(f"first answer: {answer:.0f} CPU s in all ({rungs})", flush=True)
            train = ["train", data, "--project", folder, "--fold", fold, *few]
            for setting, more, tree in (
                ("probe", [], HERE),
                ("transfer", ["--iterations", str(arguments.iterations)], arguments.other),
            ):
                spent, run = spend([*train, "--setting", setting, *more], tree, arguments.threads)
                print(
                    f"run {setting}: {spent:.0f} CPU s, test AUC {run['test']['auc']:.3f}; "
                    f"answer {spent / answer:.1f} times as quick",
                    flush=True,
                )


if __name__ == "__main__":
    sys.exit(main())
