"""The left side of the Inspect page: which run, its figures, and all images to choose from."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QLineEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from gui.store.run_record import RunRecord
from gui.store.throttle import Throttle
from gui.stores import Stores
from gui.style.theme import SPACE
from gui.toolkit.gallery import Gallery
from gui.toolkit.parts import ElidedLabel, Figure, IconButton, label, row
from gui.toolkit.run_box import RunBox
from gui.toolkit.tally import select, tally
from gui.words.text import count, percent


class JudgedGallery(QFrame):
    """Run, judge button, summary, filters, gallery.

    Signals
    -------
    chosen(object)
        Sample index of the image the user went to.
    """

    chosen = Signal(object)

    def __init__(self, stores: Stores, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stores = stores
        self.setProperty("role", "card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(SPACE + 4, SPACE + 2, SPACE + 4, SPACE)
        top.setSpacing(SPACE)
        top.addLayout(self._run_line())
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Images judged"))
        top.addWidget(self._bar)
        top.addWidget(self._foreign_note())
        top.addLayout(self._figures())
        top.addLayout(self._filters())
        layout.addLayout(top)
        self.gallery = Gallery(stores.data.thumbnails, 96)
        self.gallery.chosen.connect(self.chosen)
        layout.addWidget(self.gallery, 1)
        self._later = Throttle(120, self)
        self._later.fired.connect(self.show_rows)
        stores.world.runs_changed.connect(self._show_runs)
        stores.world.data_changed.connect(self._data_changed)
        stores.world.predictions_changed.connect(self._show_all)
        stores.client.jobs_changed.connect(self._show_job)
        stores.client.pulse.connect(self._show_job)
        self._show_runs()
        self._show_all()

    # ------------------------------------------------------------------ building

    def _run_line(self) -> QVBoxLayout:
        self._run = RunBox(self.tr("Run"))
        self._run.activated.connect(
            lambda: self.stores.inspect.choose_run(self._run.currentData() or "")
        )
        self._judge = IconButton(self.tr("Judge test images"), "play", primary=True)
        self._judge.clicked.connect(self._judge_or_cancel)
        box = QVBoxLayout()
        box.setSpacing(SPACE - 2)
        line = row(label(self.tr("Run"), "muted"), self._run)
        line.setStretch(1, 1)
        box.addLayout(line)
        box.addWidget(self._judge)
        return box

    def _foreign_note(self) -> QWidget:
        self._foreign = QWidget()
        self._foreign_path = ElidedLabel("", "small")
        go = IconButton(self.tr("Open its images"))
        go.setProperty("role", "link")
        go.clicked.connect(lambda: self.stores.data.open_images_of(self.stores.inspect.state.run))
        box = QVBoxLayout(self._foreign)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(SPACE // 2)
        box.addWidget(
            label(self.tr("This run was trained on another data set."), "warn", wrap=True)
        )
        line = row(self._foreign_path, go)
        line.setStretch(0, 1)
        box.addLayout(line)
        return self._foreign

    def _figures(self) -> QGridLayout:
        self._accuracy = Figure(self.tr("Accuracy"), remark=True)
        self._overkill = Figure(self.tr("Overkill"), remark=True)
        self._escape = Figure(self.tr("Escape"), remark=True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE)
        for column, figure in enumerate((self._accuracy, self._overkill, self._escape)):
            grid.addWidget(figure, 0, column)
            grid.setColumnStretch(column, 1)
        return grid

    def _filters(self) -> QGridLayout:
        self._narrow = QComboBox()
        self._narrow.setAccessibleName(self.tr("Show"))
        for key, name in (
            ("all", self.tr("All images")),
            ("judged", self.tr("Judged")),
            ("escape", self.tr("Escapes")),
            ("overkill", self.tr("Overkills")),
            ("elsewhere", self.tr("Right for the wrong reason")),
            ("texture", self.tr("Wrong texture")),
            ("correct", self.tr("Correct")),
            ("defective", self.tr("Label defective")),
            ("normal", self.tr("Label normal")),
        ):
            self._narrow.addItem(name, key)
        self._order = QComboBox()
        self._order.setAccessibleName(self.tr("Order"))
        for key, name in (
            ("file", self.tr("By file")),
            ("score down", self.tr("Highest score first")),
            ("score up", self.tr("Lowest score first")),
        ):
            self._order.addItem(name, key)
        for combo in (self._narrow, self._order):
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            combo.currentIndexChanged.connect(lambda: self._later.request())
        self._text = QLineEdit()
        self._text.setPlaceholderText(self.tr("Filter by file name"))
        self._text.setAccessibleName(self.tr("Filter by file name"))
        self._text.setClearButtonEnabled(True)
        self._text.textChanged.connect(lambda: self._later.request())
        self._shown = label("", "small")
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE - 2)
        grid.setVerticalSpacing(SPACE - 2)
        grid.addWidget(self._narrow, 0, 0)
        grid.addWidget(self._order, 0, 1)
        grid.addWidget(self._text, 1, 0)
        grid.addWidget(self._shown, 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return grid

    # ------------------------------------------------------------------ rendering

    def _show_runs(self) -> None:
        state = self.stores.world
        usable = [run for run in state.runs if run.usable]
        nothing = [] if usable else [(self.tr("No finished run"), "")]
        self._run.offer(usable, state.runs, first=nothing)
        if usable and self.stores.inspect.state.run not in [run.path for run in usable]:
            # The newest finished run on these images is what people want to see first.
            fitting = [run for run in usable if not self._is_foreign(run)]
            self.stores.inspect.choose_run((fitting or usable)[0].path)
        self._run.setCurrentIndex(max(0, self._run.findData(self.stores.inspect.state.run)))
        self._run.setEnabled(bool(usable))
        self._show_all()

    def _show_all(self) -> None:
        state = self.stores.world
        self._run.setCurrentIndex(max(0, self._run.findData(self.stores.inspect.state.run)))
        run = (
            state.run_of(path=self.stores.inspect.state.run)
            if self.stores.inspect.state.run
            else None
        )
        foreign = run is not None and self._is_foreign(run)
        self._foreign.setVisible(foreign)
        if foreign and run is not None and run.summary is not None:
            self._foreign_path.set_whole(run.summary.data_path)
        self._show_figures()
        self._show_job()
        self.show_rows()

    def _is_foreign(self, run: RunRecord) -> bool:
        """Whether a run was trained on other images than those that are open."""
        data = self.stores.world.data
        known = run.summary is not None and data is not None
        return known and run.summary.fingerprint != data.fingerprint  # type: ignore[union-attr]

    def _data_changed(self) -> None:
        """Another set is open: go to a run that was trained on it, if there is one."""
        state = self.stores.world
        run = (
            state.run_of(path=self.stores.inspect.state.run)
            if self.stores.inspect.state.run
            else None
        )
        # While a set is being read the old one is still here; the run may be of the new one.
        if run is not None and not state.opening and self._is_foreign(run):
            fitting = [
                other for other in state.runs if other.usable and not self._is_foreign(other)
            ]
            if fitting:
                self.stores.inspect.choose_run(fitting[0].path)
        self._show_all()

    def _show_figures(self) -> None:
        state = self.stores.world
        result = tally(state.samples, state.predictions.get(self.stores.inspect.state.run, {}))
        if not result.judged:
            for figure in (self._accuracy, self._overkill, self._escape):
                figure.show_value("\N{EN DASH}")
            return
        baseline = self.tr("baseline {value}").format(value=percent(result.baseline))
        self._accuracy.show_value(
            percent(result.accuracy),
            baseline,
            self.tr("Of {n} judged images", "", result.judged).format(n=count(result.judged)),
        )
        of = self.tr("{bad} of {all}")
        self._overkill.show_value(
            percent(result.overkill), of.format(bad=result.overkills, all=result.normal)
        )
        self._escape.show_value(
            percent(result.escape), of.format(bad=result.escapes, all=result.defective)
        )

    def _show_job(self) -> None:
        state = self.stores.world
        job = self.stores.world.judging(self.stores.inspect.state.run)
        self._bar.setVisible(job is not None)
        if job is not None:
            self._bar.setRange(0, job.total)
            self._bar.setValue(job.done)
        self._judge.setEnabled(
            state.data is not None
            and bool(self.stores.inspect.state.run)
            and (job is None or job.state != "cancelling")
        )
        if job is None:
            self._judge.setText(self.tr("Judge test images"))
        elif job.state == "cancelling":
            self._judge.setText(self.tr("Stopping..."))
        elif job.total:
            template = self.tr("Cancel ({done} of {total})")
            self._judge.setText(template.format(done=count(job.done), total=count(job.total)))
        else:
            self._judge.setText(self.tr("Cancel"))
        self._judge.set_icon_name("play" if job is None else "cancel")
        # The step that is meant only until there is something judged.
        judged = bool(state.predictions.get(self.stores.inspect.state.run))
        self._judge.set_primary(not judged and job is None)

    def show_rows(self) -> None:
        """Filter and sort anew."""
        state = self.stores.world
        predictions = state.predictions.get(self.stores.inspect.state.run, {})
        astray = self.stores.inspect.elsewhere.get(self.stores.inspect.state.run, frozenset())
        rows = select(
            state.samples,
            predictions,
            narrow=self._narrow.currentData(),
            text=self._text.text(),
            order=self._order.currentData(),
            elsewhere=astray,
        )
        self.gallery.rows.elsewhere = astray
        self.gallery.show_rows(state.samples, predictions, rows)
        template = self.tr("{shown} of {all}")
        self._shown.setText(template.format(shown=count(len(rows)), all=count(len(state.samples))))

    # ------------------------------------------------------------------ intents

    def _judge_or_cancel(self) -> None:
        run = self.stores.inspect.state.run
        job = self.stores.world.judging(run)
        if job is not None:
            self.stores.client.cancel(job.number)
            return
        self.stores.inspect.judge(run)
        self._narrow.setCurrentIndex(self._narrow.findData("judged"))
