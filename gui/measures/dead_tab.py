"""Which share of each layer's channels is dead, beside the network the run began with."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from engine.core.table import Table
from gui.measures.bar_plot import BarPlot, Paint
from gui.measures.measure_tab import MeasureTab
from gui.measures.sentences import dead_sentence
from gui.measures.tables import dead_table
from gui.measures.words import sample_words, set_name, whisker_words
from gui.stores import Stores
from gui.style.look import LOOK
from gui.toolkit.explained import explanation
from gui.toolkit.legend import Key, Legend
from gui.toolkit.run_groups import BarSet, Reading, dead_bars, group_colour
from gui.words.text import percent


class DeadTab(MeasureTab):
    """Dead share of each layer as grouped bars, iteration 0 included."""

    key = "dead-channels"

    def __init__(self, stores: Stores, parent: QWidget | None = None) -> None:
        super().__init__(stores, parent)
        self._sets: list[BarSet] = []
        self._legend = Legend()
        self.plot = BarPlot(self.tr("Dead channels, %"))
        self.plot.hovered.connect(self._read)
        self.body.addWidget(self._legend)
        self.body.addWidget(self.plot, 1)

    def table(self) -> Table[Any] | None:
        """Return the numbers of every run and layer."""
        return dead_table(self.measured) if self.measured else None

    def refresh(self) -> None:
        """Draw anew."""
        measured = self.measured
        if not measured:
            self.show_unmeasured()
            return
        self._sets = dead_bars(measured)
        paints = [self._paint(one) for one in self._sets]
        self._legend.show_keys(
            [
                Key(
                    paint.colour,
                    set_name(one, self._sets),
                    "hatched" if paint.hatched else "square",
                )
                for one, paint in zip(self._sets, paints, strict=True)
            ]
        )
        self.plot.show_sets(self._sets, paints, log=False, scale=100.0)
        self.show_picture(
            explanation(
                self.tr(
                    "Drawn: the share of each layer's channels that are dead, 0 after ReLU at "
                    "every position of every image of S, in float32."
                ),
                self.tr(
                    "Compare the end with the network the run began with: what was switched off is "
                    "no longer needed, and can be removed exactly (Compress)."
                ),
                self.tr(
                    "It does not say that other images leave them at 0 too: the share can only "
                    "fall as S grows."
                ),
                self.tr("the article's ratio; what counts as dead is ours"),
                sample_words(measured),
                whisker_words(self._sets),
            ),
            dead_sentence(self._sets),
        )

    def _paint(self, one: BarSet) -> Paint:
        if one.kind == "end":
            return Paint(group_colour(one.key, self.stores.world.runs))
        return Paint(QColor(LOOK.colours.faint), hatched=one.kind == "random")

    def _read(self, place: tuple[int, str] | None) -> None:
        if place is None or not self._sets:
            self.readout.set_whole("")
            return
        one, layer = self._sets[place[0]], place[1]
        bar = one.bars[layer]
        details = "; ".join(self._counts(reading) for reading in bar.readings)
        self.readout.set_whole(
            f"{layer}, {set_name(one, self._sets)}: {percent(bar.mean)}  ({details})"
        )

    def _counts(self, reading: Reading) -> str:
        counts = reading.counts
        if counts is None:
            return reading.run
        text = self.tr("{run}: {dead} of {all}").format(
            run=reading.run, dead=counts.dead, all=counts.channels
        )
        if counts.off is not None and counts.born is not None:
            template = self.tr(", switched off {off}, born {born}")
            text += template.format(off=counts.off, born=counts.born)
        return text
