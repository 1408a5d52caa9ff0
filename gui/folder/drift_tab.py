"""How a run's scores go in operation, and whether the newest differ from its own images'."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from engine.core.table import Table
from engine.folder.messages import Drift, DriftBlock
from gui.folder.drift_plot import DriftPlot
from gui.folder.tables import drift_table
from gui.folder.words import caveat_words, drift_words, reference_words
from gui.stores import Stores
from gui.style.look import LOOK
from gui.toolkit.explained import explanation
from gui.toolkit.legend import Key, Legend
from gui.toolkit.log_odds import score_of, score_text
from gui.toolkit.picture_tab import PictureTab
from gui.words.text import count, moment, percent_range


class DriftTab(PictureTab):
    """One statement, scores over time, shares by block.

    Attributes
    ----------
    run
        The folder of the run that is looked at.
    """

    icon = "batch"
    key = "drift"

    def __init__(self, stores: Stores, parent: QWidget | None = None) -> None:
        super().__init__(stores, parent)
        self.run = ""
        self.statement = self.explained.result
        self.legend = Legend()
        self.plot = DriftPlot(
            self.tr("Score"),
            self.tr("Share"),
            self.tr("Images judged by this run, in order"),
            self.tr("Scores of held-out images"),
        )
        self.plot.hovered.connect(self._read)
        self.body.addWidget(self.legend)
        self.body.addWidget(self.plot, 1)

    def table(self) -> Table[Any] | None:
        """Return the blocks."""
        result = self._found
        return drift_table(result) if result is not None else None

    @property
    def _found(self) -> Drift | None:
        held = self.stores.folder.others
        return held.drift if held.run == self.run else None

    def refresh(self) -> None:
        """Bring the tab up to date; ask for what is not known."""
        self.stores.folder.read_drift(self.run)
        held, result = self.stores.folder.others, self._found
        if held.failed:
            self.show_empty(self.tr("It cannot be read"), held.failed)
        elif result is None:
            self.show_empty(self.tr("Reading..."), "")
        elif not len(result.odds):
            self.show_empty(
                self.tr("Nothing judged in operation yet"),
                self.tr(
                    "Every inspection of a folder is kept. Their scores stand here in order, "
                    "beside those of the run's held-out images."
                ),
            )
        else:
            self._show_drift(result)

    def _show_drift(self, found: Drift) -> None:
        colours = LOOK.colours
        keys = [
            Key(QColor(colours.against), self.tr("normal"), "circle"),
            Key(QColor(colours.defect), self.tr("defective"), "circle"),
            Key(QColor(colours.warn), self.tr("unlike the training images"), "square"),
            Key(QColor(colours.accent), self.tr("rolling median, quartiles"), "line"),
            Key(QColor(colours.text), self.tr("threshold"), "dash"),
        ]
        if found.part:
            words = self.tr("right: {n} {part} of the run").format(
                n=count(len(found.reference)), part=reference_words(found)
            )
            keys.append(Key(QColor(colours.faint), words))
        self.legend.show_keys(keys)
        self.plot.show_drift(found)
        self.show_picture(self._caption(found), drift_words(found))

    def _caption(self, found: Drift) -> str:
        more = self.tr("Shown are the newest {n} of {all} images.")
        return explanation(
            self.tr(
                "Drawn: scores in operation with median and quartiles over {n} images, and below "
                "the share of each {n} judged defective (dots) and unlike the training images "
                "(squares), with exact 95 % intervals."
            ).format(n=count(found.block)),
            self.tr(
                "A line that leaves the band of the run's own images on the right means other "
                "images, light or camera: look at them."
            ),
            caveat_words(found),
            "Roberts 1959",
            more.format(n=count(len(found.odds)), all=count(found.total))
            if found.total > len(found.odds)
            else "",
        )

    def _read(self, block: DriftBlock | None) -> None:
        if block is None:
            self.readout.set_whole("")
            return
        template = self.tr(
            "images {first} to {last}, {time}: median {score}, defective {bad} ({range})"
        )
        self.readout.set_whole(
            template.format(
                first=count(block.first + 1),
                last=count(block.last + 1),
                time=moment(block.ended),
                score=score_text(score_of(block.middle)),
                bad=count(block.defective),
                range=percent_range(block.defective_interval),
            )
        )
