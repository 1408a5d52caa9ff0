"""What a lane of the engine is doing, for the status bar."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QWidget

from gui.store.engine_client import Job
from gui.store.run_names import shown_name
from gui.stores import Stores
from gui.style.look import LOOK
from gui.toolkit.parts import label, row
from gui.words.terms import state_name
from gui.words.text import count, stage_text


class LaneStatus(QWidget):
    """Name of the lane, what it does, and a short progress bar while it does."""

    def __init__(
        self, stores: Stores, lane: str, title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._stores, self._lane = stores, lane
        self._words = label("", "small")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(90)
        self._bar.setAccessibleName(title)
        layout = row(label(title, "caption"), self._words, self._bar, None)
        layout.setContentsMargins(10, 0, 10, 0)
        self.setLayout(layout)
        stores.client.jobs_changed.connect(self.refresh)
        stores.client.pulse.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show how the lane stands."""
        jobs = self._stores.client.lane_jobs(self._lane)
        job = next((job for job in jobs if job.state != "queued"), jobs[0] if jobs else None)
        self._bar.setVisible(job is not None)
        if job is None:
            self._words.setText(self.tr("idle"))
            return
        done, total = self._progress(job)
        # A bar that runs to and fro says no more than the words beside it.
        self._bar.setVisible(total > 0 or not LOOK.calm)
        self._bar.setRange(0, max(0, total))
        self._bar.setValue(done)
        words = self._what(job)
        if total:
            words += f"  {count(done)}/{count(total)}"
        waiting = len(jobs) - 1
        if waiting:
            words += "  " + self.tr("(+{n} waiting)").format(n=waiting)
        self._words.setText(words)

    def _progress(self, job: Job) -> tuple[int, int]:
        run = self._stores.world.run_of(key=job.run) if job.run else None
        staged = job.total > 0 and job.stage != "training"
        if run is None or staged:
            return job.done, job.total
        return run.iteration, run.iterations

    def _what(self, job: Job) -> str:
        run = self._stores.world.run_of(key=job.run) if job.run else None
        if run is not None:
            return f"{shown_name(run, self._stores.world.runs)}: {state_name(job.state)}"
        if job.state in ("cancelling", "stopping"):
            return state_name(job.state)
        # A training says how its run stands, a question that it is at work.
        return stage_text(job.stage) if job.command.first_stage else state_name(job.state)
