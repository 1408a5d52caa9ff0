"""How far a study is, and the buttons that steer it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QProgressBar, QVBoxLayout

from engine.study.values import StudySummary
from gui.store.engine_client import EngineClient, Job
from gui.store.run_names import plain_name
from gui.store.run_record import RunRecord
from gui.study.words import task_text
from gui.style.theme import SPACE
from gui.toolkit.job_strip import JobButtons
from gui.toolkit.parts import ElidedLabel, label, row
from gui.words.text import count, stage_text


class QueueStrip(QFrame):
    """One study at work, or how its queue stands."""

    def __init__(self, client: EngineClient) -> None:
        super().__init__()
        self.setProperty("role", "strip")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE + 4, SPACE, SPACE + 4, SPACE + 2)
        layout.setSpacing(SPACE - 2)
        self._count = label("", "h2")
        self._now = ElidedLabel("", "muted")
        self.buttons = JobButtons(client, pauses=True)
        self.buttons.stop.setToolTip(self.tr("End the run at work, keep it, and stop the queue"))
        self.buttons.cancel.setToolTip(
            self.tr("Drop the run at work; the study goes on another time")
        )
        head = row(self._count, self._now, self.buttons)
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
        tasks = study.tasks if study else ()
        done = sum(task.state == "done" for task in tasks)
        self.setVisible(bool(tasks) or job is not None)
        template = self.tr("{done} of {total} runs", "", len(tasks))
        self._count.setText(template.format(done=count(done), total=count(len(tasks))))
        self._bar.setRange(0, max(1, 100 * len(tasks)))
        share = run.iteration / max(1, run.iterations) if run is not None and job else 0.0
        self._bar.setValue(round(100 * (done + (share if done < len(tasks) else 0.0))))
        # Workers would go on while this program waits.
        elsewhere = job is not None and bool(getattr(job.command, "scheduler", ""))
        self.buttons.show_job(job, pauses=not elsewhere)
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
            return template.format(
                name=plain_name(run), n=count(run.iteration), all=count(run.iterations)
            )
        if job.total > 1:
            template = self.tr("{stage}, {done} of {total}")
            return template.format(
                stage=stage_text(job.stage), done=count(job.done), total=count(job.total)
            )
        return stage_text(job.stage) if job.stage else ""
