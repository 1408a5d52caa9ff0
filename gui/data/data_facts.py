"""What a data set is, as a column of cards."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from engine.core.values import DataSummary, Problem
from gui.style.theme import SPACE
from gui.toolkit.class_bars import Bar, BarList
from gui.toolkit.parts import Card, Figure, IconButton, label
from gui.toolkit.problem_list import ProblemList
from gui.words.terms import view_name
from gui.words.text import count, engine_text, percent, problem_text


class DataFacts(QScrollArea):
    """Counts, classes, the training view and its reason, the baseline, and the problems.

    Signals
    -------
    normal_chosen(str)
        The user said which class is the normal one.
    audit_asked()
        The user wants every file checked, or that check cancelled.
    check_asked()
        The user wants to work off what was found.
    """

    normal_chosen = Signal(str)
    audit_asked = Signal()
    check_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAccessibleName(self.tr("Facts of the data set"))
        content = QWidget()
        content.setProperty("role", "scrolled")
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, SPACE // 2, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self._overview())
        layout.addWidget(self._normal_choice())
        self._bars = BarList()
        layout.addWidget(self._classes())
        layout.addWidget(self._training())
        self._problems = ProblemList()
        self._problem_card = Card(self.tr("Problems"))
        self._problem_card.body.addWidget(self._problems)
        self.account = label("", "small", wrap=True)
        self._problem_card.body.addWidget(self.account)
        self._audit_words = label("", "small", wrap=True)
        self._audit_bar = QProgressBar()
        self._audit_bar.setTextVisible(False)
        self._audit = IconButton(self.tr("Check every file"), "search")
        self._audit.setToolTip(self.tr("Decode every image and mask: unreadable, odd size, empty"))
        self._audit.clicked.connect(self.audit_asked)
        self._work_off = IconButton(self.tr("Go through what was found"))
        self._work_off.setProperty("role", "link")
        self._work_off.clicked.connect(self.check_asked)
        for widget in (self._audit_words, self._work_off, self._audit_bar, self._audit):
            self._problem_card.body.addWidget(widget)
        layout.addWidget(self._problem_card)
        layout.addStretch(1)
        self._column = layout
        self.setWidget(content)

    def show_data(self, data: DataSummary) -> None:
        """Show another data set."""
        self._images.show_value(count(data.images))
        self._defective.show_value(count(data.defective))
        self.show_regions(data)
        self._size.show_value(_size_text(data), tip=_sizes_tip(data))
        self._kind.setText(
            self.tr("{colour}, {sizes}").format(
                colour=self.tr("colour images") if data.colour else self.tr("grey images"),
                sizes=self.tr("one size")
                if len(data.sizes) == 1
                else self.tr("{n} sizes").format(n=len(data.sizes)),
            )
        )
        self._show_classes(data)
        self._baseline.show_value(percent(data.baseline))
        self._problems.show_problems(open_problems(data))
        self._place_problems()
        self._show_account(data)
        self._show_choice(data)

    def _show_account(self, data: DataSummary) -> None:
        """Show what became of every file, and what lies there beside."""
        told = data.account
        template = self.tr("{there} files: {read} read, {named} named.")
        words = template.format(
            there=count(told.there), read=count(told.read), named=count(told.named)
        )
        lines = [words, *(problem_text(each) for each in told.beside)]
        self.account.setText("\n".join(lines))
        self.account.setVisible(bool(told.there))

    def _place_problems(self) -> None:
        """Put problems below the overview, where they are seen whole; at the end if there are none.

        In a low window the column scrolls, and what stands last is cut.
        """
        last = self._column.count() - 2  # the last one stretches
        wanted = 1 if self._problems.filled else last
        if self._column.indexOf(self._problem_card) != wanted:
            self._column.removeWidget(self._problem_card)
            self._column.insertWidget(wanted, self._problem_card)

    def show_regions(self, data: DataSummary) -> None:
        """Show how many images have a region, and the training view that follows from it."""
        drawn = sum(row.drawn for row in data.samples)
        tip = self.tr("{n} of them drawn in this project").format(n=count(drawn))
        self._masks.show_value(count(data.masks), tip=tip)
        self._view.setText(view_name(data.view))
        self._reason.setText(engine_text(data.view_reason))

    def show_audit(self, data: DataSummary, *, audited: bool, done: int, total: int) -> None:
        """Show how far the check of every file is; `total` 0: none is under way."""
        problems = open_problems(data)
        self._problems.show_problems(problems)
        self._place_problems()
        self._work_off.setVisible(audited and bool(data.problems))
        self._audit_bar.setVisible(total > 0)
        self._audit_bar.setRange(0, max(1, total))
        self._audit_bar.setValue(done)
        self._audit.setText(self.tr("Cancel") if total else self.tr("Check every file"))
        self._audit.set_icon_name("cancel" if total else "search")
        if total:
            template = self.tr("Checked {done} of {total}")
            text = template.format(done=count(done), total=count(total))
        elif audited:
            text = (
                self.tr("Every image and mask was decoded.")
                if problems
                else self.tr("Every image and mask was decoded: no problem.")
            )
        else:
            text = self.tr("Found while reading the folder; nothing was decoded yet.")
        self._audit_words.setText(text)

    # ------------------------------------------------------------------ cards

    def _overview(self) -> Card:
        card = Card(self.tr("Overview"))
        self._images = Figure(self.tr("Images"))
        self._defective = Figure(self.tr("Defective"))
        self._masks = Figure(self.tr("With region"))
        self._size = Figure(self.tr("Size in pixels"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * SPACE)
        grid.setVerticalSpacing(SPACE)
        for place, figure in enumerate((self._images, self._defective, self._masks, self._size)):
            grid.addWidget(figure, place // 2, place % 2)
        self._kind = label("", "small")
        card.body.addLayout(grid)
        card.body.addWidget(self._kind)
        return card

    def _normal_choice(self) -> Card:
        self._choice_card = Card(self.tr("Which class is normal?"))
        self._choice_card.body.addWidget(
            label(
                self.tr(
                    "No class has a name that says so. Without one there is no overkill, "
                    "escape or AUC."
                ),
                "warn",
                wrap=True,
            )
        )
        self._choice = QComboBox()
        self._choice.setAccessibleName(self.tr("Normal class"))
        self._choice.activated.connect(self._choose)
        self._choice_card.body.addWidget(self._choice)
        return self._choice_card

    def _classes(self) -> Card:
        card = Card(self.tr("Classes"))
        self._imbalance = label("", "small", wrap=True)
        card.body.addWidget(self._bars)
        card.body.addWidget(self._imbalance)
        return card

    def _training(self) -> Card:
        card = Card(self.tr("Training view"))
        self._view = label("", "h2", wrap=True)
        self._reason = label("", "muted", wrap=True)
        self._baseline = Figure(self.tr("Trivial baseline"))
        card.body.addWidget(self._view)
        card.body.addWidget(self._reason)
        card.body.addSpacing(SPACE // 2)
        card.body.addWidget(self._baseline)
        card.body.addWidget(
            label(
                self.tr('Accuracy of "texture right, never a defect". A network must beat it.'),
                "small",
                wrap=True,
            )
        )
        return card

    # ------------------------------------------------------------------ content

    def _show_classes(self, data: DataSummary) -> None:
        most = max((number for _, number in data.classes), default=1)
        least = min((number for _, number in data.classes if number), default=1)
        defective = {row.class_name for row in data.samples if row.defective}
        self._bars.show_bars(
            [
                Bar(
                    name,
                    number / most,
                    f"{count(number)}   {percent(number / max(1, data.images), 1)}",
                    tone="defect" if name in defective else "accent",
                )
                for name, number in data.classes
            ]
        )
        template = self.tr("Imbalance {ratio} : 1 between the largest and the smallest class")
        self._imbalance.setText(template.format(ratio=f"{most / least:.1f}"))

    def _show_choice(self, data: DataSummary) -> None:
        self._choice_card.setVisible(data.defective is None)
        self._choice.clear()
        self._choice.addItem(self.tr("Choose..."), "")
        for name, _ in data.classes:
            self._choice.addItem(name, name)

    def _choose(self) -> None:
        name = self._choice.currentData()
        if name:
            self.normal_chosen.emit(name)


def open_problems(data: DataSummary) -> tuple[Problem, ...]:
    """Return a set's problems without those of regions that a person has drawn since.

    What is drawn counts before a mask, so one that is missing or empty is missed no longer.
    """
    drawn = {row.file for row in data.samples if row.drawn}
    if not drawn:
        return data.problems
    root = data.path.replace("\\", "/").rstrip("/") + "/"
    return tuple(
        problem
        for problem in data.problems
        if problem.kind != "mask" or problem.file.replace("\\", "/").removeprefix(root) not in drawn
    )


def _size_text(data: DataSummary) -> str:
    if not data.sizes:
        return "\N{EN DASH}"
    (width, height), _ = data.sizes[0]
    return f"{width} \N{MULTIPLICATION SIGN} {height}"


def _sizes_tip(data: DataSummary) -> str:
    return "\n".join(
        f"{width} \N{MULTIPLICATION SIGN} {height}: {count(number)}"
        for (width, height), number in data.sizes[:20]
    )
