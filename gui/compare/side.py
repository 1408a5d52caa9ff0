"""One run's look at the image: verdict in a line, canvas with its heat map."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QFrame, QVBoxLayout

from engine.core.values import SampleRow
from engine.data.messages import SampleShown
from engine.inspect.messages import Inspected
from gui.compare.linked_canvas import LinkedCanvas
from gui.style.theme import SPACE
from gui.toolkit.parts import ElidedLabel, label, row, set_property
from gui.toolkit.tally import outcome
from gui.words.terms import outcome_name, verdict_name
from gui.words.text import fixed


class VersusSide(QFrame):
    """Name and verdict above, the image below."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        self.name = ElidedLabel("", "h3")
        self.verdict = ElidedLabel("", "small")
        self.outcome = label("", "outcome")
        head = row(self.name, self.outcome)
        head.setStretch(0, 1)
        head.setContentsMargins(SPACE + 4, SPACE, SPACE + 4, 0)
        layout.addLayout(head)
        self.verdict.setContentsMargins(SPACE + 4, 2, SPACE + 4, SPACE)
        layout.addWidget(self.verdict)
        self.canvas = LinkedCanvas()
        self.canvas.setMinimumSize(180, 160)
        layout.addWidget(self.canvas, 1)

    def show_look(
        self,
        name: str,
        row_: SampleRow | None,
        sample: SampleShown | None,
        found: Inspected | None,
        *,
        heat: bool,
    ) -> None:
        """Show an image; the network's view follows the picture."""
        self.name.set_whole(name)
        if found is not None:
            self.canvas.show_image(found.image, found.outlines)
        else:
            self.canvas.show_image(
                sample.image if sample else None, sample.outlines if sample else ()
            )
        self.canvas.show_box(found.prediction.box if found is not None else None)
        self._show_heat(found if heat else None)
        self.outcome.setVisible(found is not None)
        if found is None or row_ is None:
            self.verdict.set_whole(self.tr("judging...") if sample is not None else "")
            return
        said = found.prediction
        known = row_.defective is not None
        word = verdict_name(said.defective) if known else said.class_name
        template = self.tr("{verdict}: {score}, threshold {threshold}")
        self.verdict.set_whole(
            template.format(verdict=word, score=fixed(said.score), threshold=fixed(found.threshold))
        )
        compared = outcome(row_, said)
        set_property(self.outcome, "outcome", compared)
        self.outcome.setText(outcome_name(compared))

    def _show_heat(self, found: Inspected | None) -> None:
        if found is None:
            self.canvas.show_overlay(None)
            return
        height, width = found.heat.shape
        rect = QRectF(0, 0, width * found.cell[0], height * found.cell[1])
        self.canvas.set_opacity(0.55)
        self.canvas.show_overlay(found.heat, rect)
