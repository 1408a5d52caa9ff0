"""100,000 images with 100,000 label files against the same images alone: how long opening takes.

    python -m benchmarks.label_files [--images 100000] [--rounds 3] [--keep FOLDER]

Images of both sets are links to 500 different pictures. The set with labels is a YOLO export, a text
an image, one in ten with a box; the other one has a folder a class. Both are opened in turns, each
time in a program of its own with an empty cache: the first scan, as the window and the terminal open
a set.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

DIFFERENT = 500


def make(root: Path, images: int) -> None:
    """Write both sets, unless they are there."""
    import numpy as np

    from engine.data.image import write_image

    if (root / "labelled").is_dir():
        return
    rng = np.random.default_rng(0)
    base = root / "base"
    base.mkdir(parents=True)
    for number in range(DIFFERENT):
        write_image(base / f"{number}.png", rng.integers(0, 255, (64, 64), dtype=np.uint8))
    for folder in ("alone/good", "alone/hole", "labelled/images", "labelled/labels"):
        (root / folder).mkdir(parents=True)
    (root / "labelled/data.yaml").write_text("train: images\nnames: [hole]\n")
    for number in range(images):
        source, name = base / f"{number % DIFFERENT}.png", f"part_{number:06d}"
        bad = number % 10 == 0
        os.link(source, root / "alone" / ("hole" if bad else "good") / f"{name}.png")
        os.link(source, root / "labelled/images" / f"{name}.png")
        text = "0 0.5 0.5 0.2 0.1\n" if bad else ""
        (root / "labelled/labels" / f"{name}.txt").write_text(text)


def opened(path: Path) -> dict[str, object]:
    """Open a set as the window and the terminal do; seconds by the clock and of the processor."""
    from engine.data.messages import OpenData
    from engine.workspace import Workspace

    workspace = Workspace()
    start, busy = time.perf_counter(), time.process_time()
    data = workspace.open_data(OpenData(1, str(path)))
    seconds, busy = time.perf_counter() - start, time.process_time() - busy
    account = data.account
    assert account.read + account.named == account.there
    return {"seconds": round(seconds, 2), "processor": round(busy, 2), "images": data.images,
            "defective": data.defective, "regions": data.masks, "layout": data.layout_name}  # fmt: skip


def main() -> None:
    """Measure both sets in turns."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--images", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        print(json.dumps(opened(arguments.one)))
        return
    root = arguments.keep or Path(tempfile.mkdtemp(prefix="label-files-"))
    try:
        make(root, arguments.images)
        times: dict[str, list[float]] = {"alone": [], "labelled": []}
        busy: dict[str, list[float]] = {"alone": [], "labelled": []}
        for place in range(arguments.rounds + 1):
            for name in times:
                with tempfile.TemporaryDirectory() as cache:
                    done = subprocess.run(
                        [sys.executable, "-m", "benchmarks.label_files", "--one", str(root / name)],
                        capture_output=True, text=True, check=True,
                        env={**os.environ, "TRANSFERLENS_CACHE": cache},
                    )  # fmt: skip
                found = json.loads(done.stdout)
                print(name, found, flush=True)
                if place:  # the first round warms the disk's cache
                    times[name].append(found["seconds"])
                    busy[name].append(found["processor"])
        for what, each in (("clock", times), ("processor", busy)):
            middle = {name: statistics.median(values) for name, values in each.items()}
            ratio = middle["labelled"] / middle["alone"]
            print(
                f"{what}: alone {middle['alone']:.2f} s, labelled {middle['labelled']:.2f} s, "
                f"{ratio:.2f} times"
            )
    finally:
        if not arguments.keep:
            shutil.rmtree(root)


if __name__ == "__main__":
    main()
