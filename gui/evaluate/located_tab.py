"""Whether the network looks where the defect is: its maps against the true regions."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.core.table import Table
from engine.evaluate.values import Located, LocatedImage, quartiles
from gui.evaluate.explored import Explored
from gui.evaluate.grid import texture_name
from gui.evaluate.located_plot import LocatedPlot
from gui.evaluate.sentences import located_sentence
from gui.evaluate.tab import EvaluateTab
from gui.evaluate.tables import located_table
from gui.evaluate.words import of_text
from gui.stores import Stores
from gui.toolkit.explained import explanation
from gui.toolkit.flowing import Flowing
from gui.toolkit.job_strip import JobStrip
from gui.toolkit.log_odds import score_text
from gui.toolkit.parts import Figure, IconButton
from gui.words.text import count, file_name, fixed, not_available, percent

MOST_NAMED = 20
"""Files that a tooltip names."""


class LocatedTab(EvaluateTab):
    """Figures above, dots of every image below."""

    key = "localisation"

    def __init__(self, stores: Stores, explored: Explored, parent: QWidget | None = None) -> None:
        super().__init__(stores, explored, parent)
        self.measure = IconButton(self.tr("Measure localisation"), "play", primary=True)
        self.measure.clicked.connect(lambda: stores.evaluate.locate())
        self.tools.addWidget(self.measure)
        self.strip = JobStrip(stores.client, self.tr("Localisation"))
        outer = self.layout()
        assert isinstance(outer, QVBoxLayout)
        outer.insertWidget(1, self.strip)
        self.auc = Figure(self.tr("Pixel AUROC, median"), remark=True)
        self.iou = Figure(self.tr("IoU of the best region, median"), remark=True)
        self.hits = Figure(self.tr("Highest cell in the region"), remark=True)
        self.reasons = Figure(self.tr("Right for the wrong reason"), remark=True)
        self.reasons.setToolTip(self.tr("Right verdicts whose worst window lies beside the region"))
        self.known = Figure(self.tr("Defective images with a region"), remark=True)
        figures = (self.auc, self.iou, self.hits, self.reasons, self.known)
        self.body.addWidget(Flowing(figures))
        self.auc_plot = LocatedPlot(self.tr("Pixel AUROC"))
        self.iou_plot = LocatedPlot(self.tr("IoU of the best region"))
        plots = QHBoxLayout()
        for plot in (self.auc_plot, self.iou_plot):
            plots.addWidget(plot, 1)
            plot.hovered.connect(self._read)
            plot.chosen.connect(self.inspect)
        self.body.addLayout(plots, 1)

    def table(self) -> Table[Any] | None:
        """Return every image's figures."""
        located = self.stores.evaluate.state.located
        return located_table(located) if located is not None else None

    def show_threshold(self) -> None:
        """Maps are compared at the run's own threshold."""

    def pulse(self) -> None:
        """Show how far it is."""
        self.refresh()

    def refresh(self) -> None:
        """Bring the tab up to date."""
        state = self.stores.evaluate.state
        job = self.stores.evaluate.locating(state.run)
        self.strip.show_job(job)
        located = state.located
        known, defective = self._known()
        able = self.found is not None and known > 0 and job is None and located is None
        self.measure.setVisible(able)
        if located is not None:
            self._show(1)
            self._show_located(located)
        elif self.found is None or not self.found.has_normal:
            self.lacks_kinds()
        elif not defective:
            self.show_empty(
                self.tr("No defective test image"),
                self.tr("Maps are held against the regions of defective test images."),
            )
        elif not known:
            self.show_empty(
                self.tr("No region is known"),
                self.tr(
                    "None of the {n} defective test images has a region. Draw boxes or ellipses "
                    "on the Data page; then the maps can be compared with them.",
                    "",
                    defective,
                ).format(n=count(defective)),
            )
        elif job is not None:
            self.show_empty(
                self.tr("Comparing maps with regions..."),
                self.tr("Every defective test image goes through the network once more."),
            )
        else:
            self.show_empty(
                self.tr("Not measured yet"),
                self.tr(
                    "Press Measure localisation above: the maps of {n} defective test images are "
                    "held against their regions. The result is kept with the run.",
                    "",
                    known,
                ).format(n=count(known)),
            )

    def _known(self) -> tuple[int, int]:
        """Return defective test images with a region, and all of them, among those judged."""
        result, samples = self.found, self.stores.world.samples
        if result is None:
            return 0, 0
        rows = [samples[int(i)] for i in result.test.indices if int(i) < len(samples)]
        bad = [row for row in rows if row.defective is True]
        return sum(row.has_region for row in bad), len(bad)

    def _show_located(self, located: Located) -> None:
        chosen = [each for each in located.images if self.explored.texture in ("", each.texture)]
        aucs = [(each, each.pixel_auc) for each in chosen if each.pixel_auc is not None]
        ious = [(each, each.iou) for each in chosen]
        self._show_quartiles(self.auc, [value for _, value in aucs])
        self._show_quartiles(self.iou, [value for _, value in ious])
        hits = sum(each.hit for each in chosen)
        share = hits / len(chosen) if chosen else None
        self.hits.show_value(percent(share, 1), of_text(hits, len(chosen)))
        wrong = [each for each in chosen if each.wrong_reason]
        right = sum(each.right for each in chosen)
        files = "\n".join(each.file for each in wrong[:MOST_NAMED])
        self.reasons.show_value(count(len(wrong)), of_text(len(wrong), right), files)
        self.known.show_value(
            count(len(located.images)),
            self.tr("of {n} defective test images", "", located.defective).format(
                n=count(located.defective)
            ),
        )
        names = list(dict.fromkeys(each.texture for each in chosen))
        self.auc_plot.show_images(
            [(texture_name(n), [p for p in aucs if p[0].texture == n]) for n in names]
        )
        self.iou_plot.show_images(
            [(texture_name(n), [p for p in ious if p[0].texture == n]) for n in names]
        )
        words = explanation(
            self.tr(
                "Drawn: for each defective test image how well its map (log-odds of a defect in "
                "each cell, from the features and head of the verdict) fits the true region; thick "
                "line: median, thin: quartiles."
            ),
            self.tr(
                "Pixel AUROC 1: every cell of the region is above every other one; IoU 1: the "
                "connected cells above the run's threshold ({value}) that hold the highest one are "
                "the region, 0: none is above. Click a dot to inspect its image."
            ),
            self.tr(
                "It does not say that a verdict is wrong: cells are coarse, so a small defect "
                "cannot reach an IoU of 1."
            ),
            self.tr("maps of Zhou et al. 2016, IoU of Jaccard 1912"),
        )
        self.show_picture(
            words.format(value=score_text(located.threshold)), located_sentence(chosen)
        )

    def _show_quartiles(self, figure: Figure, values: list[float]) -> None:
        result = quartiles(values)
        if result is None:
            figure.show_value(not_available())
            return
        template = self.tr("quartiles {low} and {high}")
        figure.show_value(
            fixed(result[1]), template.format(low=fixed(result[0]), high=fixed(result[2]))
        )

    def _read(self, image: LocatedImage | None) -> None:
        if image is None:
            self.readout.set_whole("")
            return
        template = (
            self.tr("{file}: pixel AUROC {auc}, IoU {iou}; right for the wrong reason")
            if image.wrong_reason
            else self.tr("{file}: pixel AUROC {auc}, IoU {iou}")
        )
        auc = fixed(image.pixel_auc) if image.pixel_auc is not None else not_available()
        self.readout.set_whole(
            template.format(file=file_name(image.file), auc=auc, iou=fixed(image.iou))
        )
