"""What an inspector is made from and how: the left side of the tab Few defects."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QFrame,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from engine.few_defects.messages import MakeInspector
from gui.compress.found import STUDENTS
from gui.compress.words import size_name
from gui.few_defects.offer import OfferList
from gui.few_defects.ready import fold_of, offer_of, teachers
from gui.stores import Stores
from gui.style.theme import SPACE
from gui.toolkit.numbers import QuietCombo, QuietSpin
from gui.toolkit.parts import IconButton, ThemedButton, form_row, label, row, rule
from gui.toolkit.run_box import RunBox
from gui.toolkit.scrolled import ScrolledForm
from gui.words.text import count

ASKED = MakeInspector(0, "", "")
"""What the engine takes for granted."""
DEFECTS = 5


class FewForm(QFrame):
    """What there is, a few choices, and Start.

    Signals
    -------
    go(str)
        The user wants the page where what is missing can be had.
    changed()
        Something else is asked for.
    """

    go = Signal(str)
    changed = Signal()

    def __init__(self, stores: Stores, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stores = stores
        self.setProperty("role", "card")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        scroll = ScrolledForm()
        self.offer = OfferList()
        self.offer.go.connect(self.go)
        scroll.body.addWidget(label(self.tr("What there is"), "h2"))
        scroll.body.addWidget(self.offer)
        scroll.body.addSpacing(SPACE)
        scroll.body.addWidget(label(self.tr("How it is made"), "h2"))
        scroll.body.addLayout(self._fields())
        scroll.body.addWidget(self._words)
        scroll.body.addStretch(1)
        outer.addWidget(scroll, 1)
        outer.addWidget(rule())
        self.start = IconButton(self.tr("Make the inspector"), "play", primary=True)
        self.start.clicked.connect(lambda: self.stores.few_defects.make(self.asked))
        foot = QVBoxLayout()
        foot.setContentsMargins(SPACE + 4, SPACE, SPACE + 4, SPACE + 2)
        foot.addWidget(self.start)
        outer.addLayout(foot)

    def _fields(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(SPACE)
        form.setVerticalSpacing(SPACE - 2)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.defects = QuietSpin(0, 100_000)
        self.defects.setSpecialValueText(self.tr("all"))
        self.defects.setValue(DEFECTS)
        self.defects.setToolTip(self.tr("Labelled defective images it may learn from; 0: all"))
        self.filters, self.teacher, self.precision = QuietCombo(), RunBox(), QuietCombo()
        for filters in STUDENTS:
            self.filters.addItem(size_name(filters), filters)
        self.filters.setSizeAdjustPolicy(
            self.filters.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.steps = QuietSpin(1, 1_000_000)
        self.steps.setValue(ASKED.steps)
        for changed in (
            self.defects.valueChanged,
            self.steps.valueChanged,
            self.filters.currentIndexChanged,
            self.teacher.currentIndexChanged,
        ):
            changed.connect(self.changed)
        self.precision.addItem("float32", False)
        self.precision.addItem("int8", True)
        self.precision.setToolTip(
            self.tr("int8: 8-bit integers, written where they are accurate and quicker here")
        )
        self.file = QLineEdit()
        self.file.setPlaceholderText(self.tr("beside the student"))
        self.browse = ThemedButton("folder", self.tr("Choose the file..."))
        self.browse.clicked.connect(self._browse)
        form_row(form, self.tr("Defects used"), self.defects)
        form_row(form, self.tr("Student"), self.filters)
        form_row(form, self.tr("Steps"), self.steps)
        form_row(form, self.tr("Format"), self.precision)
        # Names of runs are long: they have a line of their own, as has the file.
        for name, field, parts in (
            (self.tr("Teacher"), self.teacher, (self.teacher,)),
            (self.tr("ONNX file"), self.file, (self.file, self.browse)),
        ):
            words = label(name, "muted")
            words.setBuddy(field)
            field.setAccessibleName(name)
            form.addRow(words)
            form.addRow(row(*parts))
        self._words = label("", "small", wrap=True)
        return form

    # ------------------------------------------------------------------ rendering

    def refresh(self) -> None:
        """Say what there is and offer the teachers there are."""
        state = self.stores.world
        self._offer_teachers()
        run = state.run_of(path=self.teacher.currentData() or "")
        offer = offer_of(state.data, fold_of(run, state.data))
        self.offer.show_offer(offer, reading=bool(state.opening))
        self._words.setText("" if offer.lacking else self._said(offer.usable))
        self._words.setVisible(bool(self._words.text()))
        job = self.stores.few_defects.job
        self.start.setEnabled(not offer.lacking and not state.opening and job is None)

    def _said(self, usable: int) -> str:
        asked = self.defects.value()
        if asked > usable:
            template = self.tr("Only {n} with a region are left to learn from; all are used.")
            return template.format(n=count(usable))
        return ""

    def _offer_teachers(self) -> None:
        """Offer teachers, the choice kept while it is there."""
        state = self.stores.world
        train = self.tr("Train one ({n} iterations)").format(n=ASKED.iterations)
        combo, chosen = self.teacher, self.teacher.path
        if combo.offer(teachers(state.runs, state.data), state.runs, first=[(train, "")]):
            combo.blockSignals(True)
            combo.choose(chosen if combo.findData(chosen) >= 0 else "")
            combo.blockSignals(False)

    # ------------------------------------------------------------------ intents

    def ask_file(self) -> str:
        """Ask where to write the file; empty if the user changed their mind."""
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("ONNX file"), "inspector.onnx", self.tr("ONNX model (*.onnx)")
        )
        return path

    def _browse(self) -> None:
        path = self.ask_file()
        if path:
            self.file.setText(path)

    @property
    def asked(self) -> MakeInspector:
        """What the form asks for; the store adds of which images and where to."""
        path = self.file.text().strip()
        if path and not path.lower().endswith(".onnx"):
            path = f"{path}.onnx"
        return replace(
            ASKED,
            teacher=self.teacher.currentData() or "",
            defects=self.defects.value(),
            filters=self.filters.currentData(),
            steps=self.steps.value(),
            path=path,
            int8=self.precision.currentData(),
        )
