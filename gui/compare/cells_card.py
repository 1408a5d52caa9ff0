"""Four cells: who is right on how many images; one of them is shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QSizePolicy

from engine.compare.messages import CELLS, PairedVerdicts
from gui.compare.words import cell_name, cell_text
from gui.style.theme import SPACE
from gui.toolkit.parts import Card, label, rule
from gui.words.text import count, fixed, percent, signed


class CellsCard(Card):
    """A button a cell; whether one run is better is said below.

    Signals
    -------
    chosen(str)
        One of `CELLS` is to be shown, "" all images.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.cell = ""
        self.body.addWidget(label(self.tr("Who is right"), "caption"))
        grid = QGridLayout()
        grid.setSpacing(SPACE - 2)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self.buttons: dict[str, QPushButton] = {}
        for place, cell in enumerate(CELLS):
            button = QPushButton(cell_text(cell))
            button.setCheckable(True)
            # Long names must not widen the column.
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.setMinimumHeight(58)
            button.clicked.connect(lambda _=False, key=cell: self.choose(key))
            self._group.addButton(button)
            self.buttons[cell] = button
            grid.addWidget(button, place // 2, place % 2)
        self.body.addLayout(grid)
        self.body.addWidget(rule())
        self.verdict = label("", "h3", wrap=True)
        self.words = label("", wrap=True, select=True)
        self.note = label("", "small", wrap=True)
        for part in (self.verdict, self.words, self.note):
            self.body.addWidget(part)

    def choose(self, cell: str) -> None:
        """Show a cell's images; the one that is shown again shows all."""
        self.cell = "" if cell == self.cell else cell
        for key, button in self.buttons.items():
            button.setChecked(key == self.cell)
        self.chosen.emit(self.cell)

    def show_pairing(self, found: PairedVerdicts, one: str, other: str) -> None:
        """Show what came of comparing two runs, by their short names."""
        for cell, button in self.buttons.items():
            number = count(found.count(cell))
            button.setText(f"{number}\n{cell_text(cell)}")
            button.setToolTip(cell_name(cell, one, other))
            button.setAccessibleName(f"{cell_name(cell, one, other)}: {number}")
        self.verdict.setText(self._verdict(found, one, other))
        template = self.tr(
            "Right, {one} less {other}: {difference} points on {n} images (95 %: {low} to {high}).",
            "",
            len(found),
        )
        lines = [
            template.format(
                one=one,
                other=other,
                n=count(len(found)),
                difference=signed(100 * found.difference, 1),
                low=signed(100 * found.low, 1),
                high=signed(100 * found.high, 1),
            )
        ]
        words = self.tr("{name}: overkills {overkills}, escapes {escapes}.")
        for place, name in enumerate((one, other)):
            lines.append(
                words.format(
                    name=name,
                    overkills=count(found.overkills[place]),
                    escapes=count(found.escapes[place]),
                )
            )
        self.words.setText("\n".join(lines))
        self.note.setText(self._note(found))

    def _verdict(self, found: PairedVerdicts, one: str, other: str) -> str:
        differ = found.count("one") + found.count("other")
        p = f"p = {fixed(found.p, 4)}" if found.p >= 0.0001 else "p < 0.0001"
        if not differ:
            return self.tr("They never differ.")
        if found.p < 0.05:
            better = one if found.difference > 0 else other
            template = self.tr("{name} is better: McNemar {p}, {n} images decide.", "", differ)
            return template.format(name=better, p=p, n=count(differ))
        template = self.tr("No difference is shown: McNemar {p}, {n} images decide.", "", differ)
        return template.format(p=p, n=count(differ))

    def _note(self, found: PairedVerdicts) -> str:
        lines = [self.tr("Exact two-sided test on the images where only one is right.")]
        if found.apart:
            template = self.tr(
                "{n} images were held out by one of them alone and do not count.", "", found.apart
            )
            lines.append(template.format(n=count(found.apart)))
        if found.bad.any():
            template = self.tr("{share} of the images are defective.")
            lines.append(template.format(share=percent(float(found.bad.mean()), 1)))
        return " ".join(lines)
