"""The run at work in one strip: how far, how well, how fast, and the buttons that steer it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QVBoxLayout, QWidget

from gui.store.engine_client import EngineClient, Job
from gui.store.run_names import run_tip, shown_name
from gui.store.run_record import RunRecord
from gui.style.theme import SPACE
from gui.toolkit.flowing import Flowing
from gui.toolkit.job_strip import JobButtons
from gui.toolkit.parts import ElidedLabel, Figure, IconButton, label, row
from gui.words.caution import caution_text
from gui.words.terms import state_name
from gui.words.text import (
    count,
    device_name,
    duration,
    fixed,
    percent,
    percent_range,
    stage_explained,
    stage_text,
)


class RunStatus(QFrame):
    """Shows one run.

    Signals
    -------
    resume_run(str)
        The user wants to go on with the run in that folder.
    inspect(str)
        The user wants to see the verdicts of the run in that folder.
    """

    resume_run = Signal(str)
    inspect = Signal(str)

    def __init__(self, client: EngineClient, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "strip")
        self._run: RunRecord | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE + 4, SPACE, SPACE + 4, SPACE + 2)
        layout.setSpacing(SPACE - 2)
        self._name = ElidedLabel("", "h2")
        self._state = label("", "chip")
        self._buttons = JobButtons(client, pauses=True)
        self._buttons.stop.setToolTip(
            self.tr("End now, keep the best so far and judge the test images")
        )
        self._buttons.cancel.setToolTip(self.tr("Drop this run; it can be resumed later"))
        self._again = IconButton(self.tr("Resume run"), "play")
        self._inspect = IconButton(self.tr("Inspect"), "inspect")
        self._again.clicked.connect(lambda: self._run and self.resume_run.emit(self._run.path))
        self._inspect.clicked.connect(lambda: self._run and self.inspect.emit(self._run.path))
        head = row(self._name, self._state, self._buttons, self._again, self._inspect)
        head.setStretch(0, 1)
        layout.addLayout(head)
        layout.addWidget(self._figures())
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the run"))
        layout.addWidget(self._bar)
        self.caution = label("", "warn", wrap=True)
        layout.addWidget(self.caution)
        self.explained = label("", "small", wrap=True)
        layout.addWidget(self.explained)
        self.show_run(None, None, ())

    def _figures(self) -> Flowing:
        self._iteration = Figure(self.tr("Iteration"))
        self._loss = Figure(self.tr("Loss"))
        self._accuracy = Figure(self.tr("Accuracy"), remark=True)
        self._overkill = Figure(self.tr("Overkill"), remark=True)
        self._escape = Figure(self.tr("Escape"), remark=True)
        self._speed = Figure(self.tr("Images/s"))
        self._left = Figure(self.tr("Time left"))
        self._device = Figure(self.tr("Computed on"), remark=True)
        return Flowing(
            (
                self._iteration,
                self._loss,
                self._accuracy,
                self._overkill,
                self._escape,
                self._speed,
                self._left,
                self._device,
            )
        )

    def show_run(self, run: RunRecord | None, job: Job | None, among: Sequence[RunRecord]) -> None:
        """Show another run of all there are, or how the same one stands now."""
        self._run = run
        self.setVisible(run is not None)
        if run is None:
            return
        words = caution_text(run.test)
        self.caution.setText(words)
        self.caution.setVisible(bool(words))
        words = stage_explained(job.stage) if job is not None else ""
        self.explained.setText(words)
        self.explained.setVisible(bool(words))
        self._name.set_whole(shown_name(run, among))
        self._name.setToolTip(run_tip(run))
        self._state.setText(self._state_text(run, job))
        self._buttons.show_job(job)
        self._again.setVisible(not run.job and run.state in ("interrupted", "stopped"))
        self._inspect.setVisible(run.usable)
        self._show_numbers(run)
        staged = job is not None and job.total > 0 and job.stage != "training"
        done, total = (job.done, job.total) if staged and job else (run.iteration, run.iterations)
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(min(done, total))

    def _state_text(self, run: RunRecord, job: Job | None) -> str:
        if job is not None and run.state == "running" and job.stage and job.done < job.total:
            return stage_text(job.stage)
        return state_name(run.state)

    def _show_numbers(self, run: RunRecord) -> None:
        self._iteration.show_value(f"{count(run.iteration)} / {count(run.iterations)}")
        self._loss.show_value(fixed(run.loss, 4) if run.loss is not None else "\N{EN DASH}")
        rates = run.test or run.live
        dash = "\N{EN DASH}"
        if rates is None:
            for figure in (self._accuracy, self._overkill, self._escape):
                figure.show_value(dash)
        else:
            where = self._where(run)
            baseline = self.tr("baseline {value}").format(value=percent(rates.baseline))
            self._accuracy.show_value(percent(rates.accuracy), baseline, where)
            for figure, value, bad, all_, interval in (
                (
                    self._overkill,
                    rates.overkill,
                    rates.overkills,
                    rates.images - rates.defective,
                    rates.overkill_interval,
                ),
                (
                    self._escape,
                    rates.escape,
                    rates.escapes,
                    rates.defective,
                    rates.escape_interval,
                ),
            ):
                remark = self.tr("{bad} of {all}").format(bad=count(bad), all=count(all_))
                tip = self.tr("95 %: {interval}").format(interval=percent_range(interval))
                figure.show_value(percent(value), remark, f"{where}\n{tip}")
        speed, left = run.images_per_second, run.eta
        self._speed.show_value(f"{speed:.1f}" if speed is not None else dash)
        self._left.show_value(duration(left) if left is not None else dash)
        device, _, rest = device_name(run.device).partition(", ")
        remark = ", ".join(part for part in (rest, run.precision) if part)
        self._device.show_value(device or dash, remark)

    def _where(self, run: RunRecord) -> str:
        if run.test is not None:
            return self.tr("On the test images")
        if run.on_test:
            return self.tr("Live, on the test fold")
        return self.tr("Live, on the validation images")
