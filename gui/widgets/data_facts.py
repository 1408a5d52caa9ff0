"""What a data set is, as a column of cards."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from engine.messages import DataSummary
from gui.terms import view_name
from gui.text import count, engine_text, percent
from gui.theme import SPACE
from gui.widgets.class_bars import Bar, BarList
from gui.widgets.parts import Card, Figure, label
from gui.widgets.problem_list import ProblemList


class DataFacts(QScrollArea):
    """Counts, classes, the training view and its reason, the baseline, and the problems.

    Signals
    -------
    normal_chosen(str)
        The user said which class is the normal one.
    """

    normal_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
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
        layout.addWidget(self._problem_card)
        layout.addStretch(1)
        self.setWidget(content)

    def show_data(self, data: DataSummary) -> None:
        """Show another data set."""
        self._images.show_value(count(data.images))
        self._defective.show_value(count(data.defective))
        self._masks.show_value(count(data.masks))
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
        self._view.setText(view_name(data.view))
        self._reason.setText(engine_text(data.view_reason))
        self._baseline.show_value(percent(data.baseline))
        self._problem_card.setVisible(bool(data.problems))
        self._problems.show_problems(data.problems)
        self._show_choice(data)

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
