"""Measuring through the real window: does it stall, and how soon is Cancel obeyed?

    python benchmarks/measure_in_window.py DATA PROJECT RUN [--seconds 20]

Opens the Measures page, starts measuring RUN, cancels after some seconds. Prints the longest gap
between two ticks of a 5 ms timer in the window's thread, the time until Cancel is acknowledged on
screen, and until the job has ended. Measure on an idle machine.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent.parent))

from PySide6.QtCore import QSettings, QTimer

from benchmarks.screenshots import until, wait
from gui.measures.state import MeasureChoices
from gui.shell.app import application, build
from gui.toolkit.settings import Memory


class Heartbeat:
    """Gaps between the ticks of a timer in the window's thread, in seconds."""

    def __init__(self) -> None:
        self.gaps: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setInterval(5)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.gaps.append(now - self._last)
        self._last = now

    def take(self) -> list[float]:
        """The gaps since the last call."""
        found, self.gaps = self.gaps, []
        return found


def main() -> None:
    """Run the command line above."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data")
    parser.add_argument("project")
    parser.add_argument("run", help="name of the run's folder")
    parser.add_argument("--seconds", type=float, default=20)
    arguments = parser.parse_args()
    app = application()
    with tempfile.TemporaryDirectory() as folder:
        store = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        parts = build(Memory(store))
        stores, state = parts.stores, parts.stores.world
        parts.window.resize(1366, 768)
        parts.window.show()
        stores.world.open_project(arguments.project)
        stores.data.open(arguments.data)
        until(lambda: state.data is not None and state.runs)
        parts.window.show_page("measures")
        run = next(r for r in state.runs if r.name == arguments.run)
        wait(2000)
        beat = Heartbeat()
        # Another seed than any measures kept, so that they are really taken.
        stores.measures.measure([run.path], MeasureChoices(seed=int(time.time()) % 100_000))
        until(lambda: any(job.stage == "channels" for job in stores.measures.jobs))
        began = time.monotonic()
        while time.monotonic() - began < arguments.seconds:
            wait(50)
        gaps = sorted(beat.take())
        job = stores.measures.jobs[0]
        clicked = time.perf_counter()
        stores.client.cancel(job.number)
        app.processEvents()
        acknowledged = time.perf_counter() - clicked
        shown = job.state
        until(lambda: not stores.measures.jobs)
        ended = time.perf_counter() - clicked
        print(
            json.dumps(
                {
                    "state_at_once": shown,
                    "acknowledged_ms": round(1000 * acknowledged, 1),
                    "cancelled_s": round(ended, 2),
                    "longest_gap_ms": round(1000 * gaps[-1], 1),
                    "p99_gap_ms": round(1000 * gaps[int(0.99 * (len(gaps) - 1))], 1),
                    "ticks": len(gaps),
                }
            )
        )
        stores.client.shut_down()
        parts.window.close()


if __name__ == "__main__":
    main()
