"""How far a study is, and the buttons that steer it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QVBoxLayout

from engine.study.values import StudySummary
from gui.store.engine_client import Job
from gui.store.run_record import RunRecord
from gui.study.words import task_text
from gui.style.theme import SPACE
from gui.toolkit.parts import ElidedLabel, IconButton, label, row
from gui.words.text import count, either, stage_text


class QueueStrip(QFrame):
    """One study at work, or how its queue stands.

    Signals
    -------
    pause(int), resume(int), stop(int), cancel(int)
        A button was pressed for that job.
    """

    pause = Signal(int)
    resume = Signal(int)
    stop = Signal(int)
    cancel = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "strip")
        self._job: Job | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE + 4, SPACE, SPACE + 4, SPACE + 2)
        layout.setSpacing(SPACE - 2)
        self._count = label("", "h2")
        self._now = ElidedLabel("", "muted")
        self._pause = IconButton(self.tr("Pause"), "pause")
        self._stop = IconButton(self.tr("Stop and keep"), "stop")
        self._stop.setToolTip(self.tr("End the run at work, keep it, and stop the queue"))
        self._cancel = IconButton(self.tr("Cancel"), "cancel")
        self._cancel.setToolTip(self.tr("Drop the run at work; the study goes on another time"))
        self._pause.clicked.connect(self._pause_or_resume)
        self._stop.clicked.connect(lambda: self._job and self.stop.emit(self._job.number))
        self._cancel.clicked.connect(lambda: self._job and self.cancel.emit(self._job.number))
        head = row(self._count, self._now, self._pause, self._stop, self._cancel)
        head.setStretch(1, 1)
        layout.addLayout(head)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Finished runs of the study"))
        layout.addWidget(self._bar)

    def show_study(
        self, study: StudySummary | None, job: Job | None, run: RunRecord | None
    ) -> None:
        """Show how a study stands; `job` runs it, `run` is the run at work."""
        self._job = job
        tasks = study.tasks if study else ()
        done = sum(task.state == "done" for task in tasks)
        self.setVisible(bool(tasks) or job is not None)
        template = either(
            len(tasks), self.tr("{done} of {total} run"), self.tr("{done} of {total} runs")
        )
        self._count.setText(template.format(done=count(done), total=count(len(tasks))))
        self._bar.setRange(0, max(1, 100 * len(tasks)))
        share = run.iteration / max(1, run.iterations) if run is not None and job else 0.0
        self._bar.setValue(round(100 * (done + (share if done < len(tasks) else 0.0))))
        at_work = job is not None and job.state != "queued"
        self._pause.setVisible(at_work)
        self._stop.setVisible(at_work)
        self._cancel.setVisible(job is not None)
        held = job is not None and job.state in ("paused", "pausing")
        self._pause.setText(self.tr("Resume") if held else self.tr("Pause"))
        self._pause.set_icon_name("play" if held else "pause")
        ending = job is not None and job.state in ("stopping", "cancelling")
        self._stop.setEnabled(not ending)
        self._pause.setEnabled(not ending)
        self._now.set_whole(self._doing(study, job, run))

    def _doing(self, study: StudySummary | None, job: Job | None, run: RunRecord | None) -> str:
        if job is None:
            waiting = [task for task in (study.tasks if study else ()) if task.state != "done"]
            if not waiting:
                return ""
            template = self.tr("Next: {what}. Run study goes on from here.")
            return template.format(what=task_text(waiting[0]))
        if job.state == "queued":
            return self.tr("waits for the run before it")
        if run is not None and run.job == job.number and run.iteration < run.iterations:
            template = self.tr("{name}, iteration {n} of {all}")
            return template.format(name=run.name, n=count(run.iteration), all=count(run.iterations))
        if job.total > 1:
            template = self.tr("{stage}, {done} of {total}")
            return template.format(
                stage=stage_text(job.stage), done=count(job.done), total=count(job.total)
            )
        return stage_text(job.stage) if job.stage else ""

    def _pause_or_resume(self) -> None:
        if self._job is not None:
            held = self._job.state in ("paused", "pausing")
            (self.resume if held else self.pause).emit(self._job.number)
