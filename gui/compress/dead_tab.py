"""Dead channels: what never answers goes, and no verdict changes."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.compress.messages import RemoveDead
from engine.compress.values import Narrowed, Removed
from engine.core.command import Command
from engine.core.table import Table, listed
from gui.compress.bar_lines import PALE, BarLines, Line
from gui.compress.new_run import NewRun
from gui.compress.tab import CompressTab
from gui.compress.tables import removed_table, smaller_rows
from gui.compress.words import changes_text
from gui.stores import Stores
from gui.style.look import LOOK
from gui.style.theme import SPACE
from gui.toolkit.legend import Key, Legend
from gui.toolkit.numbers import QuietSpin
from gui.toolkit.parts import Figure, IconButton, label, row
from gui.toolkit.scrolled import Scrolled
from gui.toolkit.table import WideTable
from gui.words.text import count


class DeadTab(CompressTab):
    """Find a run's dead channels and remove them exactly."""

    key = "dead-channels-removed"
    tasks = (RemoveDead,)

    def __init__(self, stores: Stores, parent: QWidget | None = None) -> None:
        super().__init__(stores, parent)
        self.images = QuietSpin(1, 100_000)
        self.images.setValue(100)
        self.images.setAccessibleName(self.tr("Images S"))
        self.images.setToolTip(
            self.tr("Training and validation images on which a channel must be 0 everywhere")
        )
        words = label(self.tr("Images S"), "muted")
        words.setBuddy(self.images)
        self.start = IconButton(self.tr("Find and remove"), "play", primary=True)
        self.start.clicked.connect(self._start)
        for part in (words, self.images, self.start):
            self.tools.addWidget(part)
        self._legend = Legend()
        self.bars = BarLines(self.tr("Channels by layer, before and after"), 15, 34)
        self.new_run = NewRun(stores)
        self.new_run.go.connect(self.go)
        self.table_view = WideTable(self.tr("Cost and figures, before and after"))
        self.figures = {
            "logit": Figure(self.tr("Largest logit difference"), remark=True),
            "sample": Figure(self.tr("Verdict changes on S"), remark=True),
            "test": Figure(self.tr("Verdict changes, test images"), remark=True),
        }
        left = QVBoxLayout()
        left.setSpacing(SPACE)
        left.addWidget(self._legend)
        left.addWidget(self.bars, 1)
        across = QHBoxLayout()
        across.setSpacing(3 * SPACE)
        across.addLayout(left, 11)
        right = Scrolled((0, 0, 0, 0))
        right.setMinimumWidth(240)
        right.body.addWidget(self.table_view)
        right.body.addStretch(1)
        across.addWidget(right, 9)
        self.body.addWidget(self.new_run)
        self.body.addLayout(row(*self.figures.values(), None, spacing=4 * SPACE))
        self.body.addSpacing(SPACE)
        self.body.addLayout(across, 1)

    # ------------------------------------------------------------------ what there is

    def task_name(self, _kind: type[Command]) -> str:
        """Name the task."""
        return self.tr("Finding dead channels")

    def table(self) -> Table[Any] | None:
        """Return both networks, layer by layer."""
        return removed_table(self.kept.removed) if self.kept.removed else None

    # ------------------------------------------------------------------ rendering

    def show_jobs(self) -> None:
        """Show how far it is."""
        super().show_jobs()
        self.start.setEnabled(self.run is not None and self.job(RemoveDead) is None)

    def show_result(self) -> bool:
        """Show both networks side by side."""
        result = self.kept.removed
        if result is None:
            return False
        self.new_run.show_path(result.run)
        accent, pale = QColor(LOOK.colours.accent), QColor(LOOK.colours.accent)
        pale.setAlpha(PALE)
        self._legend.show_keys(
            [Key(accent, self.tr("Channels kept")), Key(pale, self.tr("Dead, removed"))]
        )
        self.bars.show_lines([_line(layer) for layer in result.narrowed])
        images = result.training_images + result.validation_images
        self.figures["logit"].show_value(
            f"{result.max_logit_difference:.1e}", self.tr("of any window on S")
        )
        self.figures["sample"].show_value(
            changes_text(result.sample_changes, images), self.tr("0, or nothing is written")
        )
        self.figures["test"].show_value(
            changes_text(result.verdict_changes, result.test_after.images),
            self.tr("held out, same threshold"),
        )
        heads = ("", self.tr("Before"), self.tr("After"), self.tr("Smaller"))
        self.table_view.show_table(listed(heads, smaller_rows(result)))
        self.show_picture(self._caption(result))
        return True

    def _caption(self, found: Removed) -> str:
        return self.tr(
            "{n} channels were 0 at every position of {training} training and {validation} "
            "validation images (S, seed {seed}). Exact: without them every number the network "
            "computes on S stays what it was but for rounding. Other images may wake a channel: "
            "see the verdict changes on the test images.",
            "",
            found.channels,
        ).format(
            n=count(found.channels),
            training=count(found.training_images),
            validation=count(found.validation_images),
            seed=found.seed,
        )

    def show_waiting(self) -> None:
        """Say what dead and exact mean."""
        if self.job(RemoveDead) is not None:
            self.show_empty(
                self.tr("Looking for dead channels..."),
                self.tr("Every image passes twice: through the whole network and the smaller one."),
            )
            return
        self.show_empty(
            self.tr("Same verdicts, fewer filters"),
            self.tr(
                "Dead: a channel's output is 0 at every position of every image of S. Exact: "
                "removing it changes nothing but rounding, and the run is refused if a verdict on "
                "S changes."
            ),
        )

    def failed_title(self) -> str:
        """Nothing was written."""
        return self.tr("Nothing was removed")

    # ------------------------------------------------------------------ intents

    def _start(self) -> None:
        if self.run is not None:
            self.stores.compress.remove_dead(self.run.path, self.images.value())


def _line(layer: Narrowed) -> Line:
    """Return a layer's channels left, what is gone as the rest of its bar."""
    before, after = count(layer.before), count(layer.after)
    same = layer.before == layer.after
    words = before if same else f"{before} \N{RIGHTWARDS ARROW} {after}"
    said = f"{layer.name}: {before}, {after}"
    return Line(layer.name, layer.after, words, said, rest=layer.before, quiet=same)
