"""What is to be proven, of which run, and who signs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QPlainTextEdit

from gui.store.run_record import RunRecord
from gui.stores import Stores
from gui.style.theme import SPACE
from gui.toolkit.numbers import QuietCombo, QuietNumber, QuietSpin
from gui.toolkit.parts import Card, IconButton, form_row, label, row, rule
from gui.toolkit.run_box import RunBox


class FormCard(Card):
    """Run and limit above, name and remark below.

    Signals
    -------
    picked(str)
        The user chose the run in that folder.
    """

    picked = Signal(str)

    def __init__(self, stores: Stores) -> None:
        super().__init__()
        self.stores = stores
        self.run = RunBox()
        self.run.activated.connect(lambda _: self.picked.emit(self.run.currentData() or ""))
        self.limit = QuietNumber(0.01, 50, 2)
        self.limit.setSuffix(" %")
        self.limit.setValue(100 * stores.signoff.state.limit)
        self.limit.valueChanged.connect(lambda value: stores.signoff.limit_escape(value / 100))
        # Names of runs are long: they have a line of their own.
        words = label(self.tr("Run"), "muted")
        words.setBuddy(self.run)
        self.run.setAccessibleName(self.tr("Run"))
        self.body.addWidget(words)
        self.body.addWidget(self.run)
        form = _form()
        form_row(form, self.tr("Escape at most"), self.limit)
        self.overkill = QuietNumber(0.01, 100, 2)
        self.overkill.setSuffix(" %")
        self.overkill.setValue(100 * stores.signoff.state.overkill_limit)
        self.overkill.setToolTip(
            self.tr("Surely more overkill than this is called no inspector: nothing is proven")
        )
        self.overkill.valueChanged.connect(lambda value: stores.signoff.limit_overkill(value / 100))
        form_row(form, self.tr("Overkill at most"), self.overkill)
        self.body.addLayout(form)
        self.body.addWidget(
            label(
                self.tr(
                    "With 95 % confidence, at the run's own threshold, on test images it never "
                    "used. 0 escapes prove 5 % with 59 defective parts, 1 % with 299."
                ),
                "small",
                wrap=True,
            )
        )
        self._plan_row()
        self.body.addWidget(rule())
        self.name = QLineEdit()
        self.name.setMaxLength(120)
        self.name.setPlaceholderText(self.tr("Who signs"))
        self.name.textChanged.connect(self.refresh)
        self.remark = QPlainTextEdit()
        self.remark.setTabChangesFocus(True)
        self.remark.setFixedHeight(64)
        self.remark.setPlaceholderText(self.tr("Remark: line, product, reason"))
        self.remark.setAccessibleName(self.tr("Remark"))
        form = _form()
        form_row(form, self.tr("Name"), self.name)
        self.body.addLayout(form)
        self.body.addWidget(self.remark)
        self.sign = IconButton(self.tr("Sign"), "check", primary=True)
        self.sign.clicked.connect(self._sign)
        self.body.addWidget(self.sign)
        self.note = label("", "small", wrap=True)
        self.body.addWidget(self.note)

    def _plan_row(self) -> None:
        """So many looks, or so many parts, written down before."""
        self.kind = QuietCombo()
        self.kind.addItem(self.tr("looks"), "looks")
        self.kind.addItem(self.tr("parts"), "parts")
        self.kind.setAccessibleName(self.tr("What is planned"))
        self.amount = QuietSpin(1, 1_000_000)
        self.amount.setValue(3)
        self.amount.setAccessibleName(self.tr("How many are planned"))
        self.plan = IconButton(self.tr("Plan"))
        self.plan.setToolTip(
            self.tr(
                "Written down before looking: so many looks share the confidence, or one look at "
                "so many parts. Only parts that nobody has looked at by then count. Without a plan "
                "one look counts."
            )
        )
        self.plan.clicked.connect(
            lambda: self.stores.signoff.plan(self.kind.currentData(), self.amount.value())
        )
        line = row(self.amount, self.kind, self.plan)
        line.setStretch(0, 1)
        self.body.addLayout(line)

    def show_runs(self, runs: Sequence[RunRecord], chosen: str) -> None:
        """Offer these runs."""
        self.run.offer(runs, self.stores.world.runs)
        self.run.choose(chosen)

    def refresh(self) -> None:
        """Say whether it can be signed, and why not."""
        state = self.stores.signoff.state
        can = state.proof is not None and state.proof.blocked is None and not state.job
        self.plan.setEnabled(bool(state.run) and not state.job)
        self.sign.setEnabled(can and bool(self.name.text().strip()))
        if state.proof is not None and state.proof.blocked is None and not state.proof.passed:
            self.note.setText(self.tr("It can be signed as not proven: the record then says so."))
        elif can and not self.name.text().strip():
            self.note.setText(self.tr("Write who signs."))
        else:
            self.note.setText(
                self.tr(
                    "The record cannot be changed afterwards without it being noticed. It proves "
                    "your account's key, not who sat here."
                )
            )

    def _sign(self) -> None:
        self.stores.signoff.sign(self.name.text(), self.remark.toPlainText())


def _form() -> QFormLayout:
    form = QFormLayout()
    form.setHorizontalSpacing(SPACE)
    form.setVerticalSpacing(SPACE - 2)
    return form
