"""Overlap over many pairs: the figure behind the impression that one pair gives."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)

from engine.core.table import Column, Columns, Table, of
from engine.interpolate.messages import MeasureOverlap
from engine.measures.values import LayerOverlap, RunOverlap
from gui.interpolate.choices import textures_of
from gui.interpolate.looks import layer_name
from gui.interpolate.overlap_plot import Dots, OverlapPlot
from gui.interpolate.sentences import measured_sentence
from gui.interpolate.tables import overlap_table
from gui.store.engine_client import Job
from gui.store.run_names import run_choice
from gui.store.run_record import RunRecord
from gui.stores import Stores
from gui.style.look import LOOK
from gui.style.theme import SPACE
from gui.toolkit.explained import explanation
from gui.toolkit.legend import Key, Legend
from gui.toolkit.parts import IconButton
from gui.toolkit.picture_tab import PictureTab
from gui.toolkit.table import read_only, show_cells, show_heads
from gui.words.text import count


class OverlapTab(PictureTab):
    """Both runs' overlaps by layer, as a table and as dots."""

    icon = "measures"
    key = "overlap"

    def __init__(self, stores: Stores, parent: QWidget | None = None) -> None:
        super().__init__(stores, parent)
        self.measure = IconButton(self.tr("Measure over 50 pairs"), "play", primary=True)
        self.measure.clicked.connect(self._measure)
        self.cancel = IconButton(self.tr("Cancel"), "cancel")
        self.cancel.clicked.connect(self._cancel)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(120)
        self._bar.setAccessibleName(self.tr("Pairs measured"))
        for part in (self.measure, self.cancel, self._bar):
            self.tools.addWidget(part)
        self.cancel.hide()
        self._bar.hide()
        self.tools.setAlignment(self._bar, Qt.AlignmentFlag.AlignVCenter)
        self.sheet = self._sheet()
        self.plot = OverlapPlot()
        self._legend = Legend()
        right = QVBoxLayout()
        right.addWidget(self._legend)
        right.addWidget(self.plot, 1)
        across = QHBoxLayout()
        across.setSpacing(2 * SPACE)
        across.addWidget(self.sheet, 63)
        across.addLayout(right, 37)
        self.body.addLayout(across, 1)

    def _sheet(self) -> QTableWidget:
        sheet = QTableWidget(0, 4)
        sheet.setProperty("role", "plain")
        read_only(sheet, self.tr("Overlap by run and layer"), 26)
        layer: Columns[LayerOverlap] = (
            Column(self.tr("Layer"), lambda layer: layer_name(layer.layer), text=True),
            Column(
                self.tr("Share, % (95 %)"),
                lambda layer: "{:.1f} ({:.1f}\N{EN DASH}{:.1f})".format(
                    *(100 * share for share in (layer.mean, layer.low, layer.high))
                ),
            ),
            Column(
                self.tr("By level, %"),
                lambda layer: " ".join(f"{100 * mean:.1f}" for _, mean in layer.by_level),
            ),
        )
        runs = self.stores.world
        self._columns: Columns[tuple[RunRecord, LayerOverlap]] = (
            Column(self.tr("Run"), lambda row: run_choice(row[0], runs.runs), text=True),
            *of(lambda row: row[1], layer),
        )
        show_heads(sheet, self._columns)
        header = sheet.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        return sheet

    # ------------------------------------------------------------------ what there is

    @property
    def textures(self) -> tuple[str, str] | None:
        """The textures of the chosen images, if their overlap can be measured."""
        state = self.stores.world
        return textures_of(self.stores.interpolate.state.pair, state.samples)

    @property
    def sides(self) -> list[RunRecord]:
        """The runs beside each other, each once."""
        state = self.stores.world
        paths = dict.fromkeys(side.run for side in self.stores.interpolate.state.sides.values())
        return [run for path in paths if path and (run := state.run_of(path=path))]

    @property
    def found(self) -> list[tuple[RunRecord, RunOverlap]]:
        """What was measured of the chosen runs and textures."""
        wanted = self.textures
        result = []
        for run in self.sides:
            keep = self.stores.interpolate.runs.get(run.path)
            for textures, overlap in keep.overlaps.items() if keep else ():
                if wanted is not None and set(textures) == set(wanted):
                    result.append((run, overlap))
                    break
        return result

    def table(self) -> Table[Any] | None:
        """Return every layer of both runs."""
        return overlap_table(self.found) if self.found else None

    # ------------------------------------------------------------------ rendering

    def refresh(self) -> None:
        """Bring the tab up to date with the state."""
        jobs = self._jobs()
        self.cancel.setVisible(bool(jobs))
        self._bar.setVisible(bool(jobs))
        self.measure.setVisible(not jobs)
        self.measure.setEnabled(self.textures is not None and bool(self.sides))
        if jobs:
            self.pulse()
        result = self.found
        if result:
            self._show_found(result)
        elif self.textures is None:
            self.show_empty(
                self.tr("Choose defects of two textures"),
                self.tr("The overlap is measured between two different textures, both defective."),
            )
        elif jobs:
            self.show_empty(
                self.tr("Measuring..."), self.tr("The table appears with the first run measured.")
            )
        else:
            self.show_empty(
                self.tr("Not measured yet"),
                self.tr(
                    "One pair shows what can happen, not what usually happens. Measure over 50 "
                    "pairs of windows of these textures."
                ),
            )

    def pulse(self) -> None:
        """Show how far measuring is."""
        job = next(iter(self._jobs()), None)
        if job is not None:
            self._bar.setRange(0, job.total)
            self._bar.setValue(job.done)
            self.cancel.setEnabled(job.state != "cancelling")

    def _jobs(self) -> list[Job]:
        jobs = [self.stores.interpolate.job(MeasureOverlap, run.path) for run in self.sides]
        return [job for job in jobs if job is not None]

    def _show_found(self, found: list[tuple[RunRecord, RunOverlap]]) -> None:
        runs = self.stores.world.runs
        rows = [(run, layer) for run, overlap in found for layer in overlap.layers]
        show_cells(self.sheet, Table(self._columns, rows))
        sets = [
            Dots(run_choice(run, runs), LOOK.run_colour(number), overlap.layers)
            for number, (run, overlap) in enumerate(found, start=1)
        ]
        self._legend.show_keys([Key(one.colour, one.name, "circle") for one in sets])
        self.plot.show_sets(sets)
        said = measured_sentence([(run_choice(run, runs), overlap) for run, overlap in found])
        self.show_picture(self._caption(found[0][1]), said)

    def _caption(self, overlap: RunOverlap) -> str:
        return explanation(
            self.tr(
                "Drawn: on how much of the line between two defects both show, mean over levels "
                "and many pairs, with 95 % intervals over pairs."
            ),
            self.tr(
                "Less is what the article found of transfer; pixels are the control. A defect "
                "shows above a level, {levels}: the probabilities of one window add up to 1, so "
                "two classes cannot both pass 0.5."
            ).format(levels=", ".join(f"{level:g}" for level in overlap.levels)),
            self.tr(
                "It does not count the last layer: there logits are straight lines by "
                "construction; nor pairs with an end that the network calls normal."
            ),
            self.tr("the article's Figs. 10 and 11; the figure is ours"),
            self.tr(
                "{a} and {b}: {pairs} pairs of windows of {n} test images, aligned on their "
                "defects, seed {seed}."
            ).format(
                pairs=count(len(overlap.layers[0].pairs)),
                a=overlap.textures[0],
                b=overlap.textures[1],
                n=count(overlap.images),
                seed=overlap.seed,
            ),
        )

    # ------------------------------------------------------------------ intents

    def _measure(self) -> None:
        if self.textures is not None:
            self.stores.interpolate.measure_overlap([run.path for run in self.sides], self.textures)

    def _cancel(self) -> None:
        for job in self._jobs():
            self.stores.client.cancel(job.number)
