"""The window of this checkout beside the window of another one, in turns, in one run.

    git worktree add ../before 8363c73
    python -m benchmarks.window_beside ../before [--rounds 5] [--images 100000]

Printed are both medians and the median of the rounds' ratios: CPU seconds of the first window, of a second one
and of one with all pages; CPU time of the window's thread for going to each page the first time
and again, once both lanes have loaded, and for another theme with all pages built; from a click on
an image to its painted heat map; from the slider of Interpolate to painted pixels; opening and
scrolling 100,000 images (`--images 0`: left out). Each figure is a program of its own, the
checkouts take turns.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import zipfile
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).parent.parent
PAGES = """
import json, os, sys, tempfile, time
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtCore import QSettings
try:
    from gui.shell.app import application, build
    from gui.toolkit.settings import Memory
except ImportError:  # the build before the house was rebuilt
    from gui.app import application, build
    from gui.settings import Memory
app = application()
memory = Memory(QSettings(tempfile.mkdtemp() + "/window.ini", QSettings.Format.IniFormat))
parts = build(memory)
window = parts.window
window.resize(1366, 768)
window.show()
# Both lanes load torch first: what they take of the interpreter is not the pages' doing.
end = time.monotonic() + 8
while time.monotonic() < end:
    app.processEvents()
    time.sleep(0.02)
times = {"first": [], "again": []}
for visit in times:
    for key in list(window.pages):
        start = time.thread_time()
        window.show_page(key)
        app.processEvents()
        window.grab()
        times[visit].append(1000 * (time.thread_time() - start))
try:
    from gui.style.look import LOOK
    from gui.style.theme import Mode
except ImportError:
    from gui.look import LOOK
    from gui.theme import Mode
themes = []
for mode in (Mode.DARK, Mode.LIGHT, Mode.DARK, Mode.LIGHT):
    start = time.thread_time()
    LOOK.apply(mode)
    app.processEvents()
    window.grab()
    themes.append(1000 * (time.thread_time() - start))
said = {f"page, {k} visit": [sum(v) / len(v), max(v)] for k, v in times.items()}
print(json.dumps(said | {"another theme": [sum(themes) / len(themes), max(themes)]}))
getattr(parts, "stores", None) and parts.stores.client.shut_down()
getattr(parts, "controller", None) and parts.controller.shut_down()
"""
CLICKS = """
import json, os, statistics, sys, tempfile, time
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtCore import QSettings
from gui.shell.app import application, build
from gui.toolkit.settings import Memory
app = application()
parts = build(Memory(QSettings(tempfile.mkdtemp() + "/window.ini", QSettings.Format.IniFormat)))
stores, world = parts.stores, parts.stores.world
parts.window.resize(1366, 768)
parts.window.show()
def until(true):
    end = time.monotonic() + 120
    while not true():
        app.processEvents()
        time.sleep(0.001)
        assert time.monotonic() < end
stores.world.open_project(sys.argv[2])
stores.data.open(sys.argv[1])
until(lambda: world.data is not None and world.runs)
run = next(run for run in world.runs if run.path.endswith(sys.argv[3]))
parts.window.show_page("inspect")
stores.inspect.choose_run(run.path)
stores.inspect.judge(run.path)
until(lambda: not stores.client.jobs)
waits = []
for number in range(24):
    index = number % len(world.data.samples)
    start = time.perf_counter()
    stores.inspect.inspect(index)
    state = stores.inspect.state
    until(lambda: state.inspected is not None and state.inspected.index == index)
    parts.window.grab()
    waits.append(1000 * (time.perf_counter() - start))
waits = sorted(waits[4:])  # the first ones load
print(json.dumps([statistics.median(waits), waits[int(0.95 * len(waits))]]))
stores.client.shut_down()
"""


def run(tree: Path, *words: str) -> str:
    """Run a program in a checkout; returns what it printed."""
    # Both find their own packages first, whichever of them is installed.
    surroundings = os.environ | {"PYTHONPATH": str(tree), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, *words], cwd=tree, env=surroundings, capture_output=True, text=True
    )
    if done.returncode:
        raise SystemExit(f"{tree}: {' '.join(words)[:60]}\n{done.stderr[-2000:]}")
    return done.stdout


def figures(tree: Path, place: Path, images: int) -> dict[str, float]:
    """One round of a checkout."""
    start = run(tree, "-m", "benchmarks.window_start")
    found = {
        f"{name}, CPU s": float(re.search(rf"{name}: ([\d.]+) s", start)[1])  # type: ignore[index]
        for name in ("first window", "second", "all pages")
    }
    pages = json.loads(run(tree, "-c", PAGES).splitlines()[-1])
    for what, (mean, most) in pages.items():
        found[f"{what}: mean, CPU ms"] = mean
        found[f"{what}: longest, CPU ms"] = most
    place_of = (str(place / "images"), str(place / "project"), "2026-11-29-small-01")
    median, p95 = json.loads(run(tree, "-c", CLICKS, *place_of).splitlines()[-1])
    found["click to heat map, small run: median, ms"] = median
    found["click to heat map, small run: p95, ms"] = p95
    lines = run(
        tree, "benchmarks/slider_to_pixels.py", str(place / "images"), str(place / "project"),
        "2026-11-29-small-01", "2026-11-29-small-02", "--moves", "150",
    )  # fmt: skip
    numbers = next(line for line in lines.splitlines() if line.startswith("sum"))
    median, p95, *_ = map(float, re.findall(r"[\d.]+", numbers))
    found["slider to pixels, small runs: median, ms"] = median
    found["slider to pixels, small runs: p95, ms"] = p95
    if images:
        lines = run(
            tree, "-m", "benchmarks.hundred_thousand", "--images", str(images), "--keep",
            str(place / "many"),
        )  # fmt: skip
        again = json.loads(lines.splitlines()[-1].split(" ", 1)[1])
        for key in ("opened_s", "shown_s", "longest_gap_ms", "memory_mib"):
            found[f"{images:,} images: {key}"] = float(again[key])
    return found


def main() -> None:
    """Measure both in turns and print medians and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("other", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--images", type=int, default=100_000)
    asked = parser.parse_args()
    trees = {"other": asked.other.resolve(), "this": HERE}
    kept: dict[str, dict[str, list[float]]] = {name: defaultdict(list) for name in trees}
    with tempfile.TemporaryDirectory() as folder:
        for number in range(asked.rounds):
            turns = list(trees.items())
            for name, tree in turns if number % 2 else reversed(turns):
                place = Path(folder) / name
                if not place.is_dir():
                    with zipfile.ZipFile(HERE / "tests/data/project-before.zip") as packed:
                        packed.extractall(place)
                for key, value in figures(tree, place, asked.images).items():
                    kept[name][key].append(value)
            print(f"round {number + 1} of {asked.rounds}", file=sys.stderr)
    print(
        f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores; medians, and of the ratios"
    )
    for key, values in kept["this"].items():
        others = kept["other"][key]
        before, now = statistics.median(others), statistics.median(values)
        # A computer is not equally quick all the time: each round is a pair.
        ratio = statistics.median(n / max(o, 1e-9) for o, n in zip(others, values, strict=True))
        print(f"{key:<45}{before:>10.2f}{now:>10.2f}   x {ratio:.2f}")


if __name__ == "__main__":
    main()
