"""Student: a far smaller network that learns from the run, or from labels as a control."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from engine.compress.messages import Distil
from engine.core.command import Command
from engine.core.student_size import filters_built
from engine.core.table import Table
from gui.compress.found import FIGURES, STUDENTS, Student, cost_of, parent_of, students
from gui.compress.sentences import student_sentence
from gui.compress.student_plot import StudentPlot
from gui.compress.tab import CompressTab
from gui.compress.tables import beside_table, students_table
from gui.compress.words import figure_name, figure_text, size_name, size_words
from gui.store.run_record import RunRecord
from gui.stores import Stores
from gui.style.look import LOOK
from gui.style.theme import SPACE
from gui.toolkit.curve_plot import CurvePlot, Trace
from gui.toolkit.explained import explanation
from gui.toolkit.legend import Legend
from gui.toolkit.numbers import QuietSpin
from gui.toolkit.parts import ElidedLabel, IconButton, label, row
from gui.toolkit.scrolled import Scrolled
from gui.toolkit.table import WideTable
from gui.words.text import fixed


class StudentTab(CompressTab):
    """Teach students; see how little they need, and whether the teacher was worth it."""

    key = "students"
    tasks = (Distil,)

    def __init__(self, stores: Stores, parent: QWidget | None = None) -> None:
        super().__init__(stores, parent)
        self._forms()
        self.live = CurvePlot()
        self.live.set_figure("accuracy", f"{figure_name('accuracy')}, %")
        self._live_box = QWidget()
        live = QVBoxLayout(self._live_box)
        live.setContentsMargins(0, 0, 0, 0)
        live.setSpacing(2)
        self._live_words = ElidedLabel(self.tr("While learning, on validation images"), "small")
        head = row(self.figure, self._live_words)
        head.setStretch(1, 1)
        live.addLayout(head)
        live.addWidget(self.live, 1)
        self.plot = StudentPlot()
        self._legend = Legend()
        charts = QHBoxLayout()
        charts.setSpacing(2 * SPACE)
        charts.addWidget(self._live_box, 4)
        chart = QVBoxLayout()
        chart.setSpacing(2)
        chart.addWidget(self._legend)
        chart.addWidget(self.plot, 1)
        charts.addLayout(chart, 6)
        self.table_view = WideTable(self.tr("Students beside their teacher"))
        below = Scrolled((0, 0, 0, 0))
        below.body.addWidget(self.table_view)
        below.body.addStretch(1)
        below.setMinimumHeight(172)
        box = QWidget()
        box.setLayout(charts)
        box.setMinimumHeight(240)
        charts.setContentsMargins(0, 0, 0, 0)
        # In a low window the rest scrolls rather than flatten the charts.
        inner = Scrolled((0, 0, 0, 0))
        inner.body.addWidget(box, 5)
        inner.body.addWidget(below, 3)
        self.body.addWidget(inner, 1)

    def _forms(self) -> None:
        self.filters = QComboBox()
        self.filters.setAccessibleName(self.tr("Filters of the student"))
        for filters in STUDENTS:
            self.filters.addItem(size_name(filters), filters)
        self.filters.currentIndexChanged.connect(self._show_size)
        self.steps = QuietSpin(1, 1_000_000)
        self.steps.setValue(3000)
        self.steps.setAccessibleName(self.tr("Steps"))
        words = label(self.tr("Steps"), "muted")
        words.setBuddy(self.steps)
        self.lessons = QComboBox()
        self.lessons.setAccessibleName(self.tr("Lessons"))
        self.lessons.addItem(self.tr("From the teacher"), "teacher")
        self.lessons.addItem(self.tr("From labels (control)"), "labels")
        self.lessons.setToolTip(
            self.tr("The control is the same student without a teacher: is the teacher worth it?")
        )
        self.start = IconButton(self.tr("Teach"), "play", primary=True)
        self.start.clicked.connect(self._start)
        for part in (self.filters, words, self.steps, self.lessons, self.start):
            self.tools.addWidget(part)
        self.size_words = label("", "small", wrap=True)
        outer = self.layout()
        assert isinstance(outer, QVBoxLayout)
        outer.insertWidget(1, self.size_words)
        self.figure = QComboBox()
        self.figure.setAccessibleName(self.tr("Figure drawn"))
        for name in FIGURES:
            self.figure.addItem(figure_name(name), name)
        self.figure.currentIndexChanged.connect(self._choose_figure)

    # ------------------------------------------------------------------ what there is

    def task_name(self, _kind: type[Command]) -> str:
        """Name the task."""
        return self.tr("Teaching the student")

    def stop_words(self, _kind: type[Command]) -> str:
        """Say what a stop keeps."""
        return self.tr("End now; the student is kept as far as it came")

    @property
    def students(self) -> list[Student]:
        """All students of the project."""
        return students(self.stores.compress)

    def table(self) -> Table[Any] | None:
        """Return all students."""
        return students_table(self.students) if self.students else None

    # ------------------------------------------------------------------ rendering

    def show_run(self, run: RunRecord | None) -> None:
        """Show another teacher."""
        super().show_run(run)
        self._show_size()

    def show_jobs(self) -> None:
        """Show how far teaching is."""
        super().show_jobs()
        self.start.setEnabled(self.run is not None and self.job(Distil) is None)

    def more_words(self, _kind: type[Command]) -> str:
        """Say the loss and the live accuracy."""
        lesson = self.kept.lesson
        if lesson is None or not len(lesson.loss):
            return ""
        words = self.tr("loss {loss}").format(loss=fixed(float(lesson.loss.y[-1]), 4))
        accuracy = lesson.figures["accuracy"]
        if len(accuracy):
            template = self.tr("{loss}, live accuracy {value} %")
            words = template.format(loss=words, value=fixed(100 * float(accuracy.y[-1]), 1))
        return words

    def _show_size(self) -> None:
        filters = self.filters.currentData()
        built = filters_built(filters)
        known = [one.cost for one in self.students if one.cost and one.cost.filters == built]
        self.size_words.setText(size_words(filters, known[0] if known else None))

    def _choose_figure(self) -> None:
        figure = self.figure.currentData()
        self.live.set_figure(figure, f"{figure_name(figure)}, %")
        self._show_baseline()

    def _show_baseline(self) -> None:
        baseline = self.run.baseline if self.run else None
        self.live.set_baseline(baseline if self.figure.currentData() == "accuracy" else None)

    def show_lesson(self) -> None:
        """Show the student in training, or the one taught last."""
        lesson = self.kept.lesson
        self._live_box.setVisible(lesson is not None)
        if lesson is None:
            self.live.show_traces(())
            return
        name = self.tr("Student")
        self.live.show_traces([Trace(1, name, LOOK.run_colour(1), lesson, front=True)])
        self._show_baseline()

    def pulse(self) -> None:
        """The student has learned more."""
        if self.kept.lesson is not None and self.stack.currentIndex() == 0:
            self.refresh()
            return
        super().pulse()
        self.show_lesson()

    def show_result(self) -> bool:
        """Show all students beside the chosen run."""
        run, result = self.run, self.students
        if run is None or (self.kept.lesson is None and not result):
            return False
        self.show_lesson()
        test = run.test
        baseline = test.baseline if test else run.baseline
        runs = self.stores.world.runs
        self.plot.show_students(result, run.name, test.accuracy if test else None, baseline)
        self._legend.show_keys(self.plot.keys)
        cost = cost_of(self.stores.compress, run.path)
        self.table_view.show_table(beside_table(run, cost, result, runs))
        said = student_sentence(result, run.name, test, runs)
        self.show_picture(self._caption(), said)
        return True

    def _caption(self) -> str:
        return explanation(
            self.tr(
                "Drawn: test accuracy of each student by its filters, at its own threshold on "
                "held-out test images, beside its teacher and the baseline."
            ),
            self.tr(
                "What the teacher adds is the distance to the control, which learns from labels "
                "alone; verdict changes are against the teacher."
            ),
            self.tr(
                "It does not say which size is enough on other images: take several seeds before "
                "trusting a small difference."
            ),
            self.tr("distillation of Hinton et al. 2015, as in Kim, Noh & Park 2020"),
        )

    def show_waiting(self) -> None:
        """Say what a student is."""
        if self.job(Distil) is not None:
            self.show_empty(
                self.tr("The lesson begins..."), self.tr("The curves appear with the first steps.")
            )
            return
        run = self.run
        text = self.tr(
            "A student is a new, far smaller network. It looks at the training images and learns "
            "what its teacher, the chosen run, says of every window."
        )
        if run is not None and parent_of(run):
            text = f"{text} " + self.tr(
                "This run was made smaller itself; it can teach all the same."
            )
        elif run is not None and run.test is not None:
            template = self.tr("The teacher's accuracy is {value}.")
            text = f"{text} {template.format(value=figure_text(run.test, 'accuracy'))}"
        self.show_empty(self.tr("How small can an inspector be?"), text)

    # ------------------------------------------------------------------ intents

    def _start(self) -> None:
        if self.run is not None:
            self.stores.compress.distil(
                self.run.path,
                self.filters.currentData(),
                self.steps.value(),
                self.lessons.currentData(),
            )
