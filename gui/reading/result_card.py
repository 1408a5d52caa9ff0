"""What would come of a folder as it is read now: classes, counts, findings, or why nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from engine.core.table import Column, Columns, Table
from engine.data.values import Explained
from gui.style.theme import SPACE
from gui.toolkit.parts import label, panel, row
from gui.toolkit.problem_list import ProblemList
from gui.toolkit.table import PlainTable
from gui.words.text import count, engine_text


class ResultCard(QFrame):
    """The reading, its classes with their images, what is read of all files, and the findings."""

    def __init__(self) -> None:
        super().__init__()
        card, layout = panel()
        layout.setContentsMargins(SPACE + 4, SPACE, SPACE + 4, SPACE)
        layout.setSpacing(SPACE - 2)
        outer = row(card)
        outer.setContentsMargins(0, 0, 0, 0)
        self.setLayout(outer)
        self.chip = label("", "chip")
        self.counts = label("", "muted", wrap=True)
        self.unclear = label("", "error", wrap=True, select=True)
        self.classes = PlainTable(self.tr("Classes that result"))
        self.problems = ProblemList()
        layout.addLayout(row(label(self.tr("What results"), "h2"), self.chip, None))
        for widget in (self.unclear, self.counts, self.classes, self.problems):
            layout.addWidget(widget)

    def show_look(self, look: Explained | None) -> None:
        """Show another reading; None while the engine looks."""
        clear = look is not None and look.unclear is None
        self.chip.setVisible(clear)
        self.classes.setVisible(clear)
        self.problems.setVisible(clear)
        self.unclear.setVisible(look is not None and not clear)
        if look is None:
            self.counts.setText(self.tr("Looking..."))
            return
        if look.unclear is not None:
            self.unclear.setText(engine_text(look.unclear.template, look.unclear.values))
            self.counts.setText(self.tr("Give a folder a role, or name the normal class."))
            return
        self.chip.setText(engine_text(look.layout_name))
        template = self.tr("{images}, {regions}. {read} of {all} files are read.")
        images = self.tr("{n} images", "", look.images).format(n=count(look.images))
        regions = self.tr("{n} regions", "", look.regions).format(n=count(look.regions))
        self.counts.setText(
            template.format(
                images=images,
                regions=regions,
                read=count(look.read),
                all=count(look.there),
            )
        )
        columns: Columns[tuple[str, int]] = (
            Column(self.tr("Class"), lambda pair: pair[0], text=True),
            Column(self.tr("Images"), lambda pair: pair[1], count),
        )
        self.classes.show_table(Table(columns, look.classes))
        self.problems.show_problems(look.problems)
