"""How far training moved each layer."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QWidget

from engine.core.table import Table
from gui.measures.bar_plot import BarPlot, Paint
from gui.measures.measure_tab import MeasureTab
from gui.measures.sentences import change_sentence, lower_sentence
from gui.measures.tables import change_table
from gui.measures.words import set_name, span, whisker_words
from gui.store.run_names import plain_name
from gui.stores import Stores
from gui.style.look import LOOK
from gui.toolkit.explained import explanation
from gui.toolkit.legend import Key, Legend
from gui.toolkit.run_groups import Bar, BarSet, change_bars, group_colour
from gui.words.text import fixed


class ChangeTab(MeasureTab):
    """Weight change of each layer as grouped bars."""

    key = "weight-change"

    def __init__(self, stores: Stores, parent: QWidget | None = None) -> None:
        super().__init__(stores, parent)
        self._sets: list[BarSet] = []
        self._log = QCheckBox(self.tr("Logarithmic"))
        self._log.setToolTip(self.tr("Factors instead of differences: small changes become seen"))
        self._log.toggled.connect(self.refresh)
        self.tools.addWidget(self._log)
        self._legend = Legend()
        self.plot = BarPlot(self.tr("Weight change \N{GREEK SMALL LETTER GAMMA}"))
        self.plot.hovered.connect(self._read)
        self.body.addWidget(self._legend)
        self.body.addWidget(self.plot, 1)

    def table(self) -> Table[Any] | None:
        """Return the numbers of every run and layer."""
        return change_table(self.measured) if self.measured else None

    def refresh(self) -> None:
        """Draw anew."""
        measured = self.measured
        if not measured:
            self.show_unmeasured()
            return
        self._sets = change_bars(measured)
        if not self._sets:
            self.show_empty(
                self.tr("Nothing to compare"),
                self.tr(
                    "Frozen runs keep their layers as they were, so they have no weight change. "
                    "Tick a transfer or scratch run."
                ),
            )
            return
        runs = self.stores.world.runs
        colours = [group_colour(one.key, runs) for one in self._sets]
        keys = [
            Key(colour, set_name(one, self._sets))
            for one, colour in zip(self._sets, colours, strict=True)
        ]
        if any(bar.null is not None for one in self._sets for bar in one.bars.values()):
            mark = self.tr("if every weight had moved equally far")
            keys.append(Key(QColor(LOOK.colours.text), mark, "line"))
        self._legend.show_keys(keys)
        self.plot.show_sets(
            self._sets, [Paint(colour) for colour in colours], log=self._log.isChecked()
        )
        said = (change_sentence(self._sets), lower_sentence(measured))
        self.show_picture(self._words(), " ".join(each for each in said if each))

    def _words(self) -> str:
        frozen = [plain_name(run) for run, result in self.measured if result.frozen]
        template = self.tr("Frozen runs are left out too: {names}.")
        return explanation(
            self.tr(
                "Drawn: how far training moved each layer, \N{GREEK SMALL LETTER GAMMA} = "
                "\N{DOUBLE VERTICAL LINE}w(end) \N{MINUS SIGN} w(0)\N{DOUBLE VERTICAL LINE} / "
                "\N{DOUBLE VERTICAL LINE}w(0)\N{DOUBLE VERTICAL LINE} of its weights against the "
                "run's own initial ones."
            ),
            self.tr(
                "Look which bars stand above their mark (every weight moved equally far): in the "
                "article transfer moves mostly the upper layers (right), scratch the lower ones."
            ),
            self.tr(
                "It does not say what was learned: AdamW moves every weight about equally far, so "
                "large weights read low; compare plain SGD at equal rates."
            ),
            self.tr("the article, exactly"),
            self.tr("Iteration {i}; no images are involved, so there is no sample or seed.").format(
                i=span(result.iteration for _, result in self.measured)
            ),
            whisker_words(self._sets),
            self.tr(
                "Left out: the head, new in every run and near zero at the start, so not "
                "comparable (it stands in the table)."
            ),
            template.format(names=", ".join(frozen)) if frozen else "",
        )

    def _read(self, place: tuple[int, str] | None) -> None:
        if place is None or not self._sets:
            self.readout.set_whole("")
            return
        one = self._sets[place[0]]
        bar: Bar = one.bars[place[1]]
        text = f"{place[1]}, {set_name(one, self._sets)}: {fixed(bar.mean, 5)}"
        if bar.null is not None:
            text += "  " + self.tr("(evenly {null})").format(null=fixed(bar.null, 5))
        if bar.whisker:
            text += "  (" + ", ".join(f"{r.run} {fixed(r.value, 5)}" for r in bar.readings) + ")"
        self.readout.set_whole(text)
