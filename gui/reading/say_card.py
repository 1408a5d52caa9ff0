"""What a person says beside the roles of folders: layout, normal class, answers, grey, columns."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QVBoxLayout,
    QWidget,
)

from engine.core.table import Column, Columns, Table
from engine.core.values import ANSWERS
from engine.data.values import Explained, TableLook
from gui.reading.store import ReadingStore
from gui.reading.words import (
    COLUMN_ROLES,
    answer_name,
    column_name,
    question_name,
)
from gui.store.throttle import Throttle
from gui.style.theme import SPACE
from gui.toolkit.numbers import QuietCombo, QuietNumber
from gui.toolkit.parts import form_row, label, panel
from gui.toolkit.table import WideTable
from gui.words.text import count, engine_text

DEEP = 65535.0


class SayCard(QFrame):
    """Layout, normal class, questions and the grey window of a folder.

    Attributes
    ----------
    layout_choice, normal, masks, unlabelled : choices
    cut, low, high : numbers
    """

    def __init__(self, store: ReadingStore) -> None:
        super().__init__()
        self._store, self._quiet = store, False
        card, box = panel()
        box.setContentsMargins(SPACE + 4, SPACE, SPACE + 4, SPACE)
        box.setSpacing(SPACE - 2)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(card)
        self.layout_choice, self.normal = QuietCombo(), QuietCombo()
        self.masks, self.unlabelled = QuietCombo(), QuietCombo()
        self.cut = QuietNumber(0.0, 1.0, 4)
        self.cut.setSingleStep(0.05)
        self.low, self.high = QuietNumber(-1e6, 1e9, 4), QuietNumber(-1e6, 1e9, 4)
        self.layout_choice.addItem(self.tr("Find out"), "")
        for combo, question in ((self.masks, "masks"), (self.unlabelled, "unlabelled")):
            for said in ("", *ANSWERS[question]):
                combo.addItem(answer_name(said), said)
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(SPACE)
        box.addWidget(label(self.tr("What you say"), "h2"))
        box.addLayout(self._form)
        form_row(self._form, self.tr("Layout"), self.layout_choice)
        form_row(self._form, self.tr("Normal class"), self.normal)
        form_row(self._form, question_name("masks"), self.masks)
        form_row(self._form, question_name("cut"), self.cut)
        form_row(self._form, question_name("unlabelled"), self.unlabelled)
        form_row(self._form, self.tr("Grey value that becomes black"), self.low)
        form_row(self._form, self.tr("Grey value that becomes white"), self.high)
        later = Throttle(300, self)  # a number is half written for a while
        later.fired.connect(self._numbers)
        self.layout_choice.currentIndexChanged.connect(self._say_layout)
        self.normal.currentIndexChanged.connect(self._say_normal)
        self.masks.currentIndexChanged.connect(lambda: self._say_answer("masks", self.masks))
        self.unlabelled.currentIndexChanged.connect(
            lambda: self._say_answer("unlabelled", self.unlabelled)
        )
        for number in (self.cut, self.low, self.high):
            number.valueChanged.connect(lambda _: None if self._quiet else later.request())

    def show_look(self, look: Explained) -> None:
        """Show what was said, and the questions that are open."""
        options = look.options
        self._quiet = True
        if self.layout_choice.count() == 1:
            for key, name in look.layouts:
                self.layout_choice.addItem(engine_text(name), key)
        self.layout_choice.setCurrentIndex(max(0, self.layout_choice.findData(options.layout)))
        names = [name for name, _ in look.classes if name not in ("normal", "defective")]
        names += [folder.name for folder in look.folders if folder.role == "class"]
        if options.normal and options.normal not in names:
            names.insert(0, options.normal)
        self.normal.clear()
        self.normal.addItem(self.tr("Find it by its name"), "")
        for name in [name for name in dict.fromkeys(names) if name][:200]:
            self.normal.addItem(name, name)
        self.normal.setCurrentIndex(max(0, self.normal.findData(options.normal)))
        for combo, question in ((self.masks, "masks"), (self.unlabelled, "unlabelled")):
            combo.setCurrentIndex(max(0, combo.findData(options.answer(question))))
            self._form.setRowVisible(combo, question in look.questions)
        self.cut.setValue(float(options.answer("cut") or 0.5))
        self._form.setRowVisible(self.cut, "cut" in look.questions)
        low, high = options.grey or look.grey
        deep = bool(options.grey) or look.deep
        self.low.setValue(low)
        self.high.setValue(high)
        for number in (self.low, self.high):
            self._form.setRowVisible(number, deep)
        self._quiet = False

    def _say_layout(self) -> None:
        if not self._quiet:
            self._store.set_layout(self.layout_choice.currentData() or "")

    def _say_normal(self) -> None:
        if not self._quiet:
            self._store.set_normal(self.normal.currentData() or "")

    def _say_answer(self, question: str, combo: QuietCombo) -> None:
        if not self._quiet:
            self._store.set_answer(question, combo.currentData() or "")

    def _numbers(self) -> None:
        look = self._store.look
        if look is None:
            return
        if "cut" in look.questions and self.cut.value() != float(look.options.answer("cut") or 0.5):
            self._store.set_answer("cut", f"{self.cut.value():g}")
        window = (self.low.value(), self.high.value())
        if (look.deep or look.options.grey) and window != (look.options.grey or look.grey):
            self._store.set_grey(window)


class TablesCard(QFrame):
    """Label files by format, and a table with its first rows; columns are given roles."""

    def __init__(self, store: ReadingStore) -> None:
        super().__init__()
        self._store, self._quiet = store, False
        self._tables: tuple[TableLook, ...] = ()
        card, box = panel()
        box.setContentsMargins(SPACE + 4, SPACE, SPACE + 4, SPACE)
        box.setSpacing(SPACE - 2)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(card)
        self.labels = label("", "muted", wrap=True)
        self.which = QuietCombo()
        self.which.setAccessibleName(self.tr("Table"))
        self.rows = WideTable(self.tr("First rows of the table"))
        self._form = QFormLayout()
        self.columns = {role: QuietCombo() for role in COLUMN_ROLES}
        self._fields = QWidget()
        self._fields.setLayout(self._form)
        for role, combo in self.columns.items():
            form_row(self._form, column_name(role), combo)
            combo.currentIndexChanged.connect(lambda _, role=role: self._say(role))
        box.addWidget(label(self.tr("Label files and tables"), "h2"))
        for widget in (self.labels, self.which, self.rows, self._fields):
            box.addWidget(widget)
        self.which.currentIndexChanged.connect(lambda: self._show_table())

    def show_look(self, look: Explained) -> None:
        """Show what lies beside the pictures; nothing where there is none of it."""
        self.setVisible(bool(look.labels or look.tables))
        self.labels.setText(
            "\n".join(
                self.tr("{format}: {count} images", "", number).format(
                    format=engine_text(name), count=count(number)
                )
                for name, number in look.labels
            )
        )
        self.labels.setVisible(bool(look.labels))
        self._quiet = True
        if [t.path for t in look.tables] != [t.path for t in self._tables]:
            self.which.clear()
            for each in look.tables:
                self.which.addItem(f"{each.path} ({count(each.count)})")
        self._tables = look.tables
        self.which.setVisible(len(look.tables) > 1)
        self._quiet = False
        self._show_table()

    def _show_table(self) -> None:
        place = max(0, self.which.currentIndex())
        shown = bool(self._tables) and place < len(self._tables)
        self.rows.setVisible(shown)
        self._fields.setVisible(shown)
        if not shown or self._quiet:
            return
        look = self._tables[place]
        columns: Columns[tuple[str, ...]] = tuple(
            Column(heading, lambda row, n=n: row[n], text=True)  # type: ignore[misc]
            for n, heading in enumerate(look.header)
        )
        self.rows.show_table(Table(columns, look.rows))
        self._quiet = True
        roles, said = dict(look.roles), dict(self._store.options.columns)
        for role, combo in self.columns.items():
            combo.clear()
            found = "" if role in said else roles.get(role, "")
            words = self.tr("{column} (found)").format(column=found) if found else self.tr("none")
            combo.addItem(words, "")
            for heading in look.header:
                combo.addItem(heading, heading)
            combo.setCurrentIndex(max(0, combo.findData(said.get(role, ""))))
        self._quiet = False

    def _say(self, role: str) -> None:
        if not self._quiet:
            self._store.set_column(role, self.columns[role].currentData() or "")
