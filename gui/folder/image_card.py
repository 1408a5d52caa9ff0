"""One file of an inspection: its pixels, heat map and worst window, and the verdict in words."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QFrame, QVBoxLayout

from engine.folder.messages import FileShown, FolderRow
from gui.folder.state import FolderState
from gui.folder.words import limit_share, short_name
from gui.style.theme import SPACE
from gui.toolkit.colour_bar import ColourBar
from gui.toolkit.image_canvas import ImageCanvas
from gui.toolkit.log_odds import score_text
from gui.toolkit.parts import ElidedLabel, ThemedButton, label, row
from gui.words.terms import verdict_name
from gui.words.text import problem_text

MAP = "blue-orange"


class ImageCard(QFrame):
    """The file that is chosen in the table."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        self.name = ElidedLabel("", "h3")
        self.heat = ThemedButton("heat", self.tr("Heat map on or off (H)"), checkable=True)
        self.box = ThemedButton("box", self.tr("Worst window on or off (B)"), checkable=True)
        self.fit = ThemedButton("fit", self.tr("Fit the image into the view (F)"))
        for button in (self.heat, self.box):
            button.setChecked(True)
            button.toggled.connect(lambda _: self._show_overlay())
        bar = row(self.name, self.heat, self.box, self.fit, spacing=2)
        bar.setContentsMargins(SPACE, SPACE - 4, SPACE, SPACE - 4)
        bar.setStretch(0, 1)
        layout.addLayout(bar)
        self.canvas = ImageCanvas()
        self.canvas.setMinimumHeight(80)
        self.canvas.set_colour_map(MAP)
        self.canvas.set_opacity(0.7)
        self.fit.clicked.connect(self.canvas.fit)
        layout.addWidget(self.canvas, 1)
        self.scale = ColourBar()
        self.words = label("", "", wrap=True, select=True)
        self.more = label("", "small", wrap=True, select=True)
        foot = QVBoxLayout()
        foot.setContentsMargins(SPACE + 4, SPACE - 2, SPACE + 4, SPACE - 2)
        foot.setSpacing(2)
        for part in (self.scale, self.words, self.more):
            foot.addWidget(part)
        layout.addLayout(foot)
        self._shown: FileShown | None = None
        self._named = True

    def show_file(self, state: FolderState, line: FolderRow | None) -> None:
        """Show a file; None where none is chosen."""
        head = state.head
        self._named = head.has_normal if head is not None else True
        self._shown = state.shown
        self.name.set_whole(
            short_name(line.file, head.folder) if line is not None and head is not None else ""
        )
        self.canvas.show_image(state.shown.image if state.shown is not None else None)
        self._show_overlay()
        self.words.setText(self._verdict(state, line))
        self.more.setText(self._familiar(state, line))
        self.more.setVisible(bool(self.more.text()))

    def _verdict(self, state: FolderState, line: FolderRow | None) -> str:
        if line is None:
            return self.tr("Choose a file to see where its score comes from.")
        if line.problem is not None:
            return problem_text(line.problem)
        if state.file_failed:
            return state.file_failed
        result = line.prediction
        assert result is not None
        if not self._named:
            return self.tr("Class {name}").format(name=result.class_name)
        threshold = state.head.threshold if state.head is not None else 0.0
        template = (
            self.tr("{verdict}: score {score} is above the threshold {threshold}.")
            if result.defective
            else self.tr("{verdict}: score {score} is not above the threshold {threshold}.")
        )
        return template.format(
            verdict=verdict_name(result.defective).capitalize(),
            score=score_text(result.score),
            threshold=score_text(threshold),
        )

    def _familiar(self, state: FolderState, line: FolderRow | None) -> str:
        about = state.head.familiarity if state.head is not None else None
        distance = limit_share(line, about) if line is not None else ""
        if line is None or not distance:
            return ""
        template = (
            self.tr("Unlike the training images (distance {distance}): no test backs this verdict.")
            if line.unlike
            else self.tr("Like the training images (distance {distance}).")
        )
        return template.format(distance=distance)

    def _show_overlay(self) -> None:
        shown = self._shown
        heat = shown.heat if shown is not None and self.heat.isChecked() else None
        rect = None
        if heat is not None and shown is not None:
            height, width = heat.shape
            rect = QRectF(0, 0, width * shown.cell[0], height * shown.cell[1])
        self.canvas.show_overlay(heat, rect)
        framed = shown is not None and self._named and self.box.isChecked()
        self.canvas.show_box(shown.prediction.box if framed and shown is not None else None)
        self.scale.setVisible(heat is not None)
        limit = float(abs(heat).max()) if heat is not None and heat.size else 0.0
        self.scale.show_scale(MAP, limit, is_signed=True)
