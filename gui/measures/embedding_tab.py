"""Whether source and target features are far apart, before any fine-tuning."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from engine.core.table import Table
from engine.measures.values import PHOTOGRAPHS_WANTED, Embedding
from gui.measures.measure_tab import MeasureTab
from gui.measures.scatter import Dot, Scatter
from gui.measures.sentences import embedding_sentence
from gui.measures.tables import embedding_table
from gui.measures.windows import Sheet, WindowStrip, WindowView, window_image
from gui.stores import Stores
from gui.style.look import LOOK
from gui.style.theme import SPACE
from gui.toolkit.explained import explanation
from gui.toolkit.legend import Key, Legend
from gui.toolkit.parts import Figure, label
from gui.toolkit.plots import side_column
from gui.toolkit.run_choice import RunChoice
from gui.words.text import count, engine_name, fixed, not_available, percent

VIEWS = ("pca", "tsne", "sheets")


class EmbeddingTab(MeasureTab):
    """Windows of both domains as points, or as contact sheets, with one number beside them."""

    key = "source-and-target"

    def __init__(self, stores: Stores, parent: QWidget | None = None) -> None:
        super().__init__(stores, parent)
        self._found: Embedding | None = None
        self._drawn: tuple[object, ...] = ()
        self.choice = RunChoice(self.tr("Run"))
        self.choice.changed.connect(self.refresh)
        self.view = QComboBox()
        self.view.setAccessibleName(self.tr("Picture"))
        for key, name in zip(
            VIEWS, (self.tr("PCA"), self.tr("t-SNE"), self.tr("Contact sheets")), strict=True
        ):
            self.view.addItem(name, key)
        self.view.currentIndexChanged.connect(self._show_view)
        self.tools.addWidget(self.choice)
        self.tools.addWidget(self.view)
        self.scatter = Scatter(self.tr("Source and target features"))
        self.scatter.hovered.connect(self._hover)
        self.scatter.picked.connect(self._pick)
        # As the article's Figs 1 to 4 have them: source, near target, far target.
        self._source, self._near, self._far = sheet_parts = (Sheet(), Sheet(), Sheet())
        sheets = QWidget()
        beside = QHBoxLayout(sheets)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(2 * SPACE)
        for sheet in sheet_parts:
            beside.addWidget(sheet, 1)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.scatter)
        self.pages.addWidget(sheets)
        self._legend = Legend()
        left = QVBoxLayout()
        left.addWidget(self._legend)
        left.addWidget(self.pages, 1)
        across = QHBoxLayout()
        across.setSpacing(2 * SPACE)
        across.addLayout(left, 1)
        across.addWidget(side_column(self._side(), 216))
        self.strip = WindowStrip(
            self.tr("Draw a line around points to see their windows; double-click shows all.")
        )
        self.body.addLayout(across, 1)
        self.body.addWidget(self.strip)

    def _side(self) -> QVBoxLayout:
        side = QVBoxLayout()
        side.setSpacing(SPACE)
        self.accuracy = Figure(self.tr("1-NN domain accuracy"), remark=True)
        self.control = Figure(self.tr("Control: alike domains"), remark=True)
        self.photographs = Figure(self.tr("Source photographs"), remark=True)
        self.warning = label("", "warn", wrap=True)
        self.window_view = WindowView(self.tr("Point at a dot to see its window."))
        for part in (self.accuracy, self.control, self.photographs):
            part.setFixedWidth(216)
            side.addWidget(part)
        self.warning.setFixedWidth(216)
        self.window_view.setFixedWidth(216)
        side.addWidget(self.warning)
        side.addWidget(self.window_view)
        side.addStretch(1)
        return side

    # ------------------------------------------------------------------ rendering

    def table(self) -> Table[Any] | None:
        """Return every window's place."""
        run = self.choice.run
        return embedding_table(run, self._found) if run and self._found else None

    def refresh(self) -> None:
        """Bring the tab up to date with the state."""
        measured = self.measured
        self.choice.show_runs([run for run, _ in measured], self.stores.world.runs)
        run = self.choice.run
        if run is None:
            self._found = None
            self.show_unmeasured()
            return
        measures = self.stores.measures.runs[run.path]
        self._found = measures.embedding
        if self._found is None:
            self.show_empty(
                self.tr("Source and target were not compared"),
                self.tr("This run's test images gave too few windows. Measure with more images."),
            )
            return
        self._offer_tsne(self._found)
        self._show_figures(self._found)
        self._show_view()
        self.show_picture(self._words(self._found, measures.seed), embedding_sentence(self._found))

    def _offer_tsne(self, found: Embedding) -> None:
        model = self.view.model()
        if isinstance(model, QStandardItemModel):
            item = model.item(VIEWS.index("tsne"))
            item.setEnabled(found.tsne is not None)
            item.setToolTip(
                ""
                if found.tsne is not None
                else self.tr("Turn t-SNE on in the settings on the left and measure again.")
            )
        if found.tsne is None and self.view.currentData() == "tsne":
            self.view.setCurrentIndex(0)

    def _show_figures(self, found: Embedding) -> None:
        self.accuracy.show_value(
            fixed(found.domain_accuracy, 2) if found.domain_accuracy is not None else _none(),
            self.tr("0.5: indistinguishable, 1: apart"),
            self.tr(
                "Share of windows whose nearest neighbour (by cosine) is of their own domain; "
                "neighbours cut from the same photograph do not count. Photographs: {source}, "
                "parts: {target}."
            ).format(
                source=fixed(found.source_right, 2) if found.source_right is not None else _none(),
                target=fixed(found.target_right, 2) if found.target_right is not None else _none(),
            ),
        )
        self.control.show_value(
            fixed(found.control_accuracy, 2) if found.control_accuracy is not None else _none(),
            self.tr("expect near 0.5")
            if found.control_accuracy is not None
            else self.tr("needs four photographs"),
            engine_name(found.control),
        )
        self.photographs.show_value(
            count(found.photographs),
            self.tr("{n} windows of each domain", "", found.windows).format(n=count(found.windows)),
            engine_name(found.source),
        )
        parts = []
        if not found.enough:
            template = self.tr(
                "Claim 1 stays open under {n} photographs: choose a folder of natural "
                "photographs in the settings on the left."
            )
            parts.append(template.format(n=PHOTOGRAPHS_WANTED))
        if not found.from_source:
            parts.append(
                self.tr(
                    "This run began with random weights: its figure says nothing of claim 1. "
                    "Choose a transfer run."
                )
            )
        self.warning.setText("\n".join(parts))
        self.warning.setVisible(bool(parts))

    def _show_view(self) -> None:
        result, view = self._found, self.view.currentData()
        if result is None:
            return
        self.pages.setCurrentIndex(1 if view == "sheets" else 0)
        state = (result, view, LOOK.colours.dark)
        if state == self._drawn:
            return
        self._drawn = state
        colours = self._colours()
        for part in (self._legend, self.strip, self.window_view):
            part.setVisible(view != "sheets")
        source = self.tr("Source: {name}").format(name=engine_name(result.source))
        keys = [
            Key(colours[0], source, "circle"),
            Key(colours[1], self.tr("Target: this run's test images"), "square"),
        ]
        control = self.tr("Control: {name}").format(name=engine_name(result.control))
        if self._beside(result) is not None:
            keys.append(Key(colours[2], control, "cross"))
        self._legend.show_keys(keys)
        self._pick(np.empty(0, dtype=np.int64))
        if view == "sheets":
            target = self.tr("Target: this run's test images")
            near = self._beside(result)
            self._source.show_windows(source, colours[0], result.pictures[result.domains == 0])
            self._far.show_windows(target, colours[1], result.pictures[result.domains == 1])
            self._near.setVisible(near is not None)
            if near is not None:
                self._near.show_windows(control, colours[2], near)
            return
        points = result.tsne if view == "tsne" and result.tsne is not None else result.pca
        names = self._axes(result, view)
        dots = (Dot(colours[0], "circle"), Dot(colours[1], "square"))
        shown = [dots[int(d)] for d in result.domains]
        beside = self._beside(result)
        if beside is not None:
            others = result.control_tsne if points is result.tsne else result.control_pca
            if others is not None:
                points = np.concatenate([points, others])
                shown += [Dot(colours[2], "cross")] * len(others)
        self.scatter.show_points(points, shown, *names)

    def _beside(self, found: Embedding) -> NDArray[np.uint8] | None:
        """Pictures of the control's windows, None where the control is no second folder."""
        pictures = found.control_pictures
        return pictures if pictures is not None and len(pictures) else None

    def _pictures(self, found: Embedding) -> NDArray[np.uint8]:
        """Pictures of all points, the control's last."""
        beside = self._beside(found)
        return found.pictures if beside is None else np.concatenate([found.pictures, beside])

    def _axes(self, found: Embedding, view: str) -> tuple[str, str]:
        if view == "tsne":
            return "t-SNE 1", "t-SNE 2"
        shares = [*found.explained[:2], 0.0, 0.0]
        return f"PC1 ({percent(shares[0], 1)})", f"PC2 ({percent(shares[1], 1)})"

    def _colours(self) -> tuple[QColor, QColor, QColor]:
        return LOOK.run_colour(5), LOOK.run_colour(1), LOOK.run_colour(2)

    def _words(self, found: Embedding, seed: int) -> str:
        islands = self.tr("In t-SNE, distances between islands mean nothing.")
        return explanation(
            self.tr(
                "Drawn: windows of photographs (source) and of test images (target) in the last "
                "layer's features of this run's network at iteration 0, both fitted together."
            ),
            self.tr(
                "Mixed colours: alike; two clouds: apart. Domain accuracy says it in all "
                "dimensions, beside that of two halves that should be alike (control)."
            ),
            self.tr(
                "It does not say that transfer fails where they are apart, and the photographs "
                "only stand in for ImageNet."
            ),
            self.tr("the article; t-SNE of van der Maaten & Hinton 2008"),
            self.tr(
                "{n} windows of each domain, features standardised, seed {seed}. Source: {source}, "
                "{photographs} photographs. Control: {control}."
            ).format(
                n=count(found.windows),
                seed=seed,
                source=engine_name(found.source),
                photographs=count(found.photographs),
                control=engine_name(found.control) or _none(),
            ),
            islands if found.tsne is not None else "",
        )

    # ------------------------------------------------------------------ mouse

    def say(self, number: int) -> str:
        """Say what a window is."""
        result = self._found
        if result is None:
            return ""
        if number >= len(result.domains):
            return self.tr("Window {n} of the control").format(n=number - len(result.domains))
        domain = self.tr("target") if result.domains[number] else self.tr("source")
        template = self.tr("Window {n}: {domain}, photograph {group}")
        return template.format(n=number, domain=domain, group=int(result.groups[number]))

    def _hover(self, number: int | None) -> None:
        if number is None or self._found is None:
            self.window_view.show_window(None)
        else:
            self.window_view.show_window(
                window_image(self._pictures(self._found), number), self.say(number)
            )

    def _pick(self, numbers: NDArray[np.int64]) -> None:
        if self._found is not None:
            self.strip.show_windows(self._pictures(self._found), numbers, self.say)


def _none() -> str:
    return not_available()
