"""Which runs are looked at, and the measuring of those that were not measured yet."""

from __future__ import annotations

import time
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import (
    QHeaderView,
    QProgressBar,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from engine.core.recipe import SCRATCH_SETTINGS, Setting
from engine.measures.messages import MeasureRun
from gui.measures.settings_card import SettingsCard
from gui.store.engine_client import Job
from gui.store.run_names import run_name, shown_name
from gui.store.run_record import RunRecord
from gui.stores import Stores
from gui.style.look import LOOK
from gui.style.theme import SPACE
from gui.toolkit.parts import Card, ElidedLabel, IconButton
from gui.toolkit.run_groups import group_colour, group_key, group_keys
from gui.toolkit.run_table import swatch
from gui.toolkit.table import read_only
from gui.words.terms import preset_name, setting_name, state_name
from gui.words.text import duration, stage_text

NAME, FOLD, MEASURED = range(3)


def first_choice(runs: Sequence[RunRecord], fingerprint: str = "") -> set[str]:
    """Return the folders of the runs that are worth a first look, newest given first.

    The newest transfer and, beside it, the newest scratch with augmentation (or else without)
    of the same images; all folds of each, the newest run of a fold.
    """

    def of(settings: Sequence[Setting], data: str) -> list[RunRecord]:
        fitting = [
            run
            for run in runs
            if run.recipe.setting in settings
            and not (run.summary and run.summary.parent)
            and (not data or _fingerprint(run) == data)
        ]
        if not fitting:
            return []
        key, mark = group_key(fitting[0]), _fingerprint(fitting[0])
        folds: dict[int, RunRecord] = {}
        for run in fitting:
            if group_key(run) == key and _fingerprint(run) == mark:
                folds.setdefault(run.recipe.fold, run)
        return list(folds.values())

    transfer = of([Setting.TRANSFER], fingerprint) or of([Setting.TRANSFER], "")
    data = _fingerprint(transfer[0]) if transfer else fingerprint
    scratch = of([Setting.SCRATCH_AUG], data) or of(SCRATCH_SETTINGS, data)
    chosen = [*transfer, *scratch] or list(runs[:1])
    return {run.path for run in chosen}


def _fingerprint(run: RunRecord) -> str:
    return run.summary.fingerprint if run.summary else ""


class RunPicker(QWidget):
    """Finished runs to tick, how to measure, and the button that does.

    Signals
    -------
    ticked()
        Other runs are to be looked at.
    """

    ticked = Signal()

    def __init__(self, stores: Stores, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stores = stores
        self._ticks: dict[str, bool] = {}
        self._touched = False
        self._runs: tuple[RunRecord, ...] = ()
        self._drawn: tuple[object, ...] = ()
        self._clock: dict[int, float] = {}
        self._batch = 0
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self._table(), 1)
        self.settings = SettingsCard()
        self.settings.changed.connect(self._show_jobs)
        layout.addWidget(self.settings)
        layout.addWidget(self._work())
        stores.client.jobs_changed.connect(self._show_jobs)
        stores.client.pulse.connect(self._show_jobs)
        LOOK.changed.connect(self._redraw)

    def _table(self) -> Card:
        card = Card(self.tr("Runs compared"))
        card.body.setContentsMargins(1, 8, 1, 1)
        title = card.body.itemAt(0).widget()
        title.setContentsMargins(10, 0, 0, 0)
        self.table = QTableWidget(0, 3)
        for column, (text, tip) in enumerate(
            (
                (self.tr("Run"), self.tr("Tick the runs to look at")),
                (self.tr("Fold"), self.tr("The part of the data that is the test set")),
                ("\N{CHECK MARK}", self.tr("Measured")),
            )
        ):
            item = QTableWidgetItem(text)
            item.setToolTip(tip)
            if column == NAME:
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            self.table.setHorizontalHeaderItem(column, item)
        read_only(self.table, self.tr("Finished runs"), 26, single=True)
        self.table.setProperty("role", "plain")
        self.table.setWordWrap(False)
        self.table.setFrameShape(QTableWidget.Shape.NoFrame)
        head = self.table.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(28)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        head.resizeSection(FOLD, 44)
        head.resizeSection(MEASURED, 28)
        self.table.itemChanged.connect(self._item_changed)
        card.body.addWidget(self.table, 1)
        return card

    def _work(self) -> Card:
        card = Card()
        self.button = IconButton(self.tr("Measure"), "play", primary=True)
        self.button.clicked.connect(self.measure_or_cancel)
        self.words = ElidedLabel("", "small")
        self.stage = ElidedLabel("", "small")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Measuring"))
        for part in (self.button, self.bar, self.words, self.stage):
            card.body.addWidget(part)
        return card

    # ------------------------------------------------------------------ rendering

    @property
    def runs(self) -> tuple[RunRecord, ...]:
        """The ticked runs, in the order of the table."""
        return tuple(run for run in self._runs if self._ticks.get(run.path))

    def show_runs(self, runs: Sequence[RunRecord]) -> None:
        """Show the finished ones of these runs."""
        keys = group_keys(runs)
        usable = [run for run in runs if run.measurable]
        # Runs of a group together and in the order of folds; of equal ones the newest first.
        self._runs = tuple(
            sorted(usable, key=lambda run: (keys.index(group_key(run)), run.recipe.fold))
        )
        paths = [run.path for run in self._runs]
        if not any(path in self._ticks for path in paths):
            self._touched = False  # another project
        if self._runs and not self._touched:
            data = self.stores.world.data
            chosen = first_choice(usable, data.fingerprint if data else "")
            self._ticks.update((path, path in chosen) for path in paths)
        for path in paths:
            self._ticks.setdefault(path, False)
        self._redraw()
        self._show_jobs()

    def tick_only(self, paths: Sequence[str]) -> None:
        """Look at these runs and no other ones."""
        self._ticks = dict.fromkeys(self._ticks, False) | dict.fromkeys(paths, True)
        self._touched, self._drawn = True, ()
        self.ticked.emit()
        self._show_jobs()

    def _redraw(self) -> None:
        drawn = (
            tuple(
                (
                    run.path,
                    shown_name(run, self.stores.world.runs),
                    run.path in self.stores.measures.runs,
                )
                for run in self._runs
            ),
            tuple(self.stores.measures.was_read(run.path) for run in self._runs),
            tuple(self._ticks.get(run.path) for run in self._runs),
            LOOK.colours.dark,
        )
        if drawn == self._drawn:
            return
        self._drawn = drawn
        self.table.blockSignals(True)
        kept = self.table.currentRow()
        self.table.setRowCount(len(self._runs))
        for row, run in enumerate(self._runs):
            self._draw_row(row, run)
        if 0 <= kept < len(self._runs):
            self.table.setCurrentCell(kept, NAME)
        self.table.blockSignals(False)

    def _draw_row(self, row: int, run: RunRecord) -> None:
        state = self.stores.world
        name = QTableWidgetItem(shown_name(run, state.runs))
        name.setFlags(name.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        ticked = self._ticks.get(run.path, False)
        name.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        name.setIcon(QIcon(swatch(group_colour(group_key(run), state.runs))))
        fold = QTableWidgetItem(f"{run.recipe.fold}/{run.recipe.folds}")
        measures = self.stores.measures.runs.get(run.path)
        if measures is not None:
            mark, said = "\N{CHECK MARK}", self.tr("measured")
        else:
            read = self.stores.measures.was_read(run.path)
            mark, said = "" if read else "\N{HORIZONTAL ELLIPSIS}", self.tr("not measured")
        measured = QTableWidgetItem(mark)
        measured.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        measured.setForeground(QColor(LOOK.colours.good))
        lines = [
            shown_name(run, state.runs),
            run_name(run),
            f"{setting_name(run.recipe.setting)}, {preset_name(run.recipe.preset)}, "
            f"{run.recipe.network}",
            run.path,
        ]
        if measures is not None:
            template = self.tr(
                "Measured on {n} images, seed {seed}, in {time}", "", measures.activity.images
            )
            lines.append(
                template.format(
                    n=measures.activity.images,
                    seed=measures.seed,
                    time=duration(measures.seconds),
                )
            )
        for column, item in ((NAME, name), (FOLD, fold), (MEASURED, measured)):
            item.setToolTip("\n".join(lines))
            if column != NAME:
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            self.table.setItem(row, column, item)

    def _item_changed(self, item: QTableWidgetItem) -> None:
        if item.column() != NAME:
            return
        run, self._touched = self._runs[item.row()], True
        self._ticks[run.path] = item.checkState() is Qt.CheckState.Checked
        self._drawn = ()
        self.ticked.emit()
        self._show_jobs()

    # ------------------------------------------------------------------ measuring

    @property
    def wanted(self) -> list[RunRecord]:
        """Ticked runs without measures; all ticked ones if none lacks them."""
        missing = [run for run in self.runs if run.path not in self.stores.measures.runs]
        return missing or list(self.runs)

    def measure_or_cancel(self) -> None:
        """Start measuring, or drop what is under way."""
        jobs = self.stores.measures.jobs
        if jobs:
            for job in reversed(jobs):
                self.stores.client.cancel(job.number)
            return
        self._batch = len(self.wanted)
        self.stores.measures.measure([run.path for run in self.wanted], self.settings.choices)

    def _show_jobs(self) -> None:
        jobs = self.stores.measures.jobs
        again = bool(self.runs) and all(run.path in self.stores.measures.runs for run in self.runs)
        self.bar.setVisible(bool(jobs))
        self.words.setVisible(bool(jobs) or not self.runs)
        self.stage.setVisible(bool(jobs))
        self.settings.setEnabled(not jobs)
        if jobs:
            self._show_progress(jobs)
            return
        self._clock.clear()
        self.button.set_icon_name("play")
        self.button.setEnabled(bool(self.runs))
        n = len(self.wanted)
        if again:
            self.button.setText(self.tr("Measure again"))
            self.button.setToolTip(
                self.tr("Every ticked run is measured. Equal settings only read what is kept.")
            )
        else:
            template = self.tr("Measure {n} runs") if n > 1 else self.tr("Measure {n} run")
            self.button.setText(template.format(n=n) if n else self.tr("Measure"))
            self.button.setToolTip(self.tr("Measures the ticked runs that have no measures yet"))
        self.words.set_whole("" if self.runs else self.tr("Tick one or more runs above."))

    def _show_progress(self, jobs: list[Job]) -> None:
        ending = all(job.state == "cancelling" for job in jobs)
        self.button.setText(state_name("cancelling") if ending else self.tr("Cancel"))
        self.button.set_icon_name("cancel")
        self.button.setEnabled(not ending)
        job = next((job for job in jobs if job.state != "queued"), jobs[0])
        self._batch = max(self._batch, len(jobs))
        self.bar.setRange(0, max(0, job.total))
        self.bar.setValue(job.done)
        assert isinstance(job.command, MeasureRun)
        run = self.stores.world.run_of(path=job.command.run)
        started = self._clock.setdefault(job.number, time.monotonic())
        what = state_name(job.state) if job.state == "queued" else stage_text(job.stage)
        self.words.set_whole(
            self.tr("Run {n} of {all}: {name}, {time}").format(
                n=self._batch - len(jobs) + 1,
                all=self._batch,
                name=shown_name(run, self.stores.world.runs) if run else job.command.run,
                time=duration(time.monotonic() - started),
            )
        )
        self.stage.set_whole(f"{what} {job.done}/{job.total}" if job.total > 1 else what)
