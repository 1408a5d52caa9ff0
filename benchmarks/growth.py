"""How cost grows: with images, with pixels of an image, with classes, with workers.

    OMP_NUM_THREADS=1 python -m benchmarks.growth [--quick] [--most SECONDS] [--out docs/images/growth]

Each axis is measured in steps, and ends where the next step would take longer than --most seconds:
the table says how far it was really measured. Times are processor seconds of this process, which
other work on the computer hardly touches; with workers they are seconds by the clock. The exponent
is the slope of log time over log size, fitted to the upper half of the steps, where what is paid
once no longer hides it: 1 is linear; "at the end" is that between the two largest sizes.
Images are different ones of 32 x 32 pixels, so that nothing is found twice and the disk is what it
is; pixels are those of one noisy image through the small network; classes are those of the network's
head. Writes a chart (.png and .svg) and prints the table as Markdown, then one line of JSON.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np
import torch

from benchmarks.cluster_folder import finished, inspect, make_folder, make_run
from engine.check.messages import CheckData
from engine.cluster.connect import connect
from engine.core.event import Event, JobEnded, Outcome
from engine.core.recipe import default_recipe
from engine.core.runtime import processor_name
from engine.core.values import Prediction
from engine.data.image import write_image
from engine.data.messages import OpenData
from engine.data.sample import Label
from engine.data.views import Batch
from engine.folder.messages import FolderHead, FolderRow, OpenFolder
from engine.folder.store import OperationStore
from engine.inspection.dense import Judge
from engine.inspection.rates import rates
from engine.network.catalogue import build
from engine.network.values import UNIT, Numerics
from engine.session import Session
from engine.training.run import make_optimizer
from engine.training.step import descend

SIDE = 32


@dataclass
class Line:
    """One thing that grows: what was measured at each step."""

    axis: str
    name: str
    unit: str
    sizes: list[float] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    @property
    def exponent(self) -> float | None:
        """Slope of log seconds over log size in the upper half; None with fewer than three steps."""
        half = max(3, math.ceil(len(self.sizes) / 2) + 1)
        if len(self.sizes) < 3:
            return None
        return float(np.polyfit(np.log(self.sizes[-half:]), np.log(self.seconds[-half:]), 1)[0])

    @property
    def at_the_end(self) -> float | None:
        """The same between the two largest sizes; None with fewer than two."""
        if len(self.sizes) < 2:
            return None
        return math.log(self.seconds[-1] / self.seconds[-2]) / math.log(
            self.sizes[-1] / self.sizes[-2]
        )


def grow(line: Line, sizes: Iterable[float], most: float, measure: Callable[[int], float]) -> Line:
    """Measure step after step, as long as the next one is expected to take at most so long."""
    for size in sizes:
        if len(line.seconds) >= 2:
            step = size / line.sizes[-1]
            if line.seconds[-1] * step > most:
                break
        line.sizes.append(size)
        line.seconds.append(measure(int(size)))
        print(f"{line.axis}, {line.name}: {size:.0f} in {line.seconds[-1]:.3g} s", flush=True)
    return line


def best(work: Callable[[], object], times: int = 3) -> float:
    """Processor seconds of the quickest of several tries."""
    spent = []
    for _ in range(times):
        began = time.process_time()
        work()
        spent.append(time.process_time() - began)
    return min(spent)


# ------------------------------------------------------------------ images


def write_images(root: Path, images: int) -> None:
    """So many different pictures in the folders of three classes; those that are there stay."""
    shares = {"good": 0.9, "scratch": 0.07, "hole": 0.03}
    for name, share in shares.items():
        (root / name).mkdir(parents=True, exist_ok=True)
        for number in range(max(2, round(images * share))):
            path = root / name / f"{number:06d}.png"
            if not path.exists():
                rng = np.random.default_rng([len(name), number])
                write_image(path, rng.integers(0, 256, (SIDE, SIDE), dtype=np.uint8))


class Lane:
    """A session that does one command after another."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.session = Session("growth", self.events.append, announce=False)

    def seconds(self, command) -> float:  # type: ignore[no-untyped-def]
        """Processor seconds that a command takes."""
        self.events.clear()
        began = time.process_time()
        self.session.handle(command)
        while self.session.advance():
            pass
        spent = time.process_time() - began
        ended = self.events[-1]
        assert isinstance(ended, JobEnded), ended
        assert ended.outcome is Outcome.DONE, ended.message
        return spent


def images(root: Path, sizes: list[int], most: float) -> list[Line]:
    """Open and check a set, judge a folder, list what is kept of one."""
    data, run_set = root / "images", root / "for-run"
    run_set.mkdir()
    training, _ = make_folder(run_set, 1, 128)
    run = make_run(training, root / "project", 128)
    lane = Lane()
    write_images(data, 20)
    lane.seconds(OpenData(1, str(data)))  # modules are loaded once

    def opened(count: int) -> float:
        write_images(data, count)
        return lane.seconds(OpenData(2, str(data)))

    def checked(count: int) -> float:
        write_images(root / f"check-{count}", count)
        lane.seconds(OpenData(3, str(root / f"check-{count}")))
        return lane.seconds(CheckData(4))

    def judged(count: int) -> float:
        folder = root / f"judge-{count}"
        folder.mkdir()
        write_images(data, count)
        files = sorted(data.rglob("*.png"))[:count]
        for number, file in enumerate(files):
            os.link(file, folder / f"{number:06d}.png")
        began = time.process_time()
        inspect(run, folder, root / f"judge-{count}.csv", None)
        return time.process_time() - began

    def listed(count: int) -> float:
        box = (0, 0, SIDE, SIDE)
        head = FolderHead(0, str(run.path), "line", "", "", "", "", False, 0.5, "", True)
        with OperationStore(root / "project") as store:
            number = store.begin(head, "growth").number
            store.add(
                number,
                (
                    FolderRow(
                        n,
                        f"{n}.png",
                        "",
                        Prediction(n, f"{n}.png", 0.5, False, "good", "", box, 1.0),
                    )
                    for n in range(count)
                ),
            )
        return lane.seconds(OpenFolder(5, str(root / "project"), number))

    checked(19)  # modules and the database are there once
    listed(10)
    judged(19)
    return [
        grow(Line("images", name, "images"), sizes, most, work)
        for name, work in (
            ("open", opened), ("check", checked), ("judge", judged), ("list verdicts", listed),
        )
    ]  # fmt: skip


# ------------------------------------------------------------------ pixels and classes


def judge_of(classes: int, window: int = 64) -> Judge:
    """A small network of so many classes, as it begins."""
    labels = tuple(
        Label(f"texture {k // 2}{' defect' if k % 2 else ''}", f"texture {k // 2}", bool(k % 2))
        for k in range(classes)
    )
    network = build("small", classes, window, UNIT, 0).eval()
    return Judge(network, Numerics("cpu", "float32", False, 16, 1), labels, 0.5, 224)


def pixels(powers: list[int], most: float) -> list[Line]:
    """Judge one image."""
    judge = judge_of(2)
    rng = np.random.default_rng(0)

    def judged(count: int) -> float:
        height = 2 ** (int(math.log2(count)) // 2)
        image = rng.integers(0, 256, (height, count // height), dtype=np.uint8)
        return best(lambda: judge.judge(image))

    judged(2**14)
    return [grow(Line("pixels", "judge an image", "pixels"), [2**p for p in powers], most, judged)]


def classes(sizes: list[int], most: float) -> list[Line]:
    """Judge an image, make a step, and count the figures of 2,000 images."""
    rng = np.random.default_rng(0)
    image = rng.integers(0, 256, (512, 512), dtype=np.uint8)
    recipe = default_recipe("small", window=64, crop=0, batch=16)

    def judged(count: int) -> float:
        judge = judge_of(count)
        return best(lambda: judge.judge(image), 5)

    def stepped(count: int) -> float:
        judge = judge_of(count)
        optimizer = make_optimizer(judge.network, recipe)
        crops = rng.integers(0, 256, (16, 64, 64), dtype=np.uint8)
        batch = Batch(crops, rng.integers(0, count, (16, 1, 1)))
        return best(
            lambda: list(descend(judge.network, optimizer, batch, 16, recipe, judge.numerics)), 5
        )

    def counted(count: int) -> float:
        labels = judge_of(count).labels
        truth = [labels[n % count] for n in range(2000)]
        named = [labels[(n * 7) % count] for n in range(2000)]
        scores = rng.random(2000)
        return best(lambda: rates(truth, named, scores, 0.5))

    return [
        grow(Line("classes", name, "classes"), sizes, most, work)
        for name, work in (("judge an image", judged), ("a step", stepped), ("figures", counted))
    ]


# ------------------------------------------------------------------ workers


def workers(root: Path, count: int, most: int) -> list[Line]:
    """Judge the same folder with one worker, two, and so on to the cores."""
    root.mkdir()
    data, folder = make_folder(root, count, 256)
    run = make_run(data, root / "project", 256)
    line = Line("workers", f"judge {count} images", "workers")
    for number in range(1, most + 1):
        cluster = finished(connect(f"local:{number}"))
        try:
            inspect(run, folder, root / f"warm-{number}.csv", cluster)
            line.sizes.append(number)
            line.seconds.append(inspect(run, folder, root / f"{number}.csv", cluster))
        finally:
            cluster.close()
        print(f"workers: {number} in {line.seconds[-1]:.3g} s", flush=True)
    return [line]


# ------------------------------------------------------------------ chart and table


def draw(lines: list[Line], out: Path) -> None:
    """Four panels, log over log, each with a dotted line that is linear."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot as plt

    axes = list(dict.fromkeys(line.axis for line in lines))
    figure, panels = plt.subplots(2, 2, figsize=(9, 6.5), layout="constrained")
    for panel, axis in zip(panels.flat, axes, strict=False):
        for line in (line for line in lines if line.axis == axis):
            slope = "" if line.exponent is None else f" ({line.exponent:.2f})"
            panel.plot(line.sizes, line.seconds, "o-", ms=4, lw=1.5, label=f"{line.name}{slope}")
            first, last = line.sizes[-1], line.seconds[-1]
            sign = -1 if axis == "workers" else 1
            ideal = [last * (size / first) ** sign for size in line.sizes]
            panel.plot(line.sizes, ideal, ":", color="0.6", lw=1)
        panel.set_xscale("log")
        panel.set_yscale("log")
        panel.set_xlabel(axis)
        panel.set_ylabel("seconds")
        panel.grid(alpha=0.25, which="both", lw=0.5)
        panel.legend(fontsize=8, frameon=False)
    figure.suptitle(f"How cost grows (dotted: linear). {processor_name()}, 1 thread", fontsize=10)
    for ending in ("png", "svg"):
        figure.savefig(out.with_suffix(f".{ending}"), dpi=110)
    plt.close(figure)


def table(lines: list[Line]) -> str:
    """The same as Markdown."""
    rows = [
        "| with | what | measured | seconds | exponent | at the end |",
        "|---|---|---|---|---|---|",
    ]
    for line in lines:
        exponent, end = (
            "n/a" if value is None else f"{value:.2f}" for value in (line.exponent, line.at_the_end)
        )
        span = f"{line.sizes[0]:,.0f} to {line.sizes[-1]:,.0f}"
        took = f"{line.seconds[0]:.3g} to {line.seconds[-1]:.3g}"
        rows.append(f"| {line.axis} | {line.name} | {span} | {took} | {exponent} | {end} |")
    return "\n".join(rows)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--quick", action="store_true", help="small sizes, to try it")
    parser.add_argument("--most", type=float, default=90.0, help="seconds of one step at the most")
    parser.add_argument("--out", type=Path, default=Path("docs/images/growth"))
    parser.add_argument("--axes", nargs="+", default=["images", "pixels", "classes", "workers"])
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    quick, most = arguments.quick, arguments.most
    lines: list[Line] = []
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        if "images" in arguments.axes:
            sizes = [100, 200, 400] if quick else [round(10 ** (2 + k / 2)) for k in range(7)]
            lines += images(root, sizes, most)
        if "pixels" in arguments.axes:
            lines += pixels(list(range(16, 21 if quick else 27)), most)
        if "classes" in arguments.axes:
            lines += classes([2, 10, 30] if quick else [2, 4, 8, 16, 32, 64, 100], most)
        if "workers" in arguments.axes:
            lines += workers(root / "workers", 100 if quick else 800, os.cpu_count() or 1)
    draw(lines, arguments.out)
    print(table(lines))
    result = {
        "processor": processor_name(),
        "lines": [
            {
                "axis": line.axis, "what": line.name, "sizes": line.sizes,
                "seconds": [round(s, 5) for s in line.seconds], "exponent": line.exponent,
                "at_the_end": line.at_the_end,
            }
            for line in lines
        ],
        "worst": max((line.exponent or 0.0) for line in lines),
        "median_exponent": statistics.median(line.exponent or 0.0 for line in lines),
    }  # fmt: skip
    print(json.dumps(result))
    return 0


if __name__ == "__main__":
    sys.exit(main())
