"""The image chosen on the Data page, with its region and the tools to draw one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from engine.core.values import SampleRow, Shape
from gui.regions.region_canvas import RegionCanvas
from gui.regions.region_tools import RegionTools
from gui.stores import Stores
from gui.style.theme import SPACE
from gui.toolkit.parts import ElidedLabel, ThemedButton, label, row
from gui.words.terms import verdict_name
from gui.words.text import file_name


class DrawingCard(QFrame):
    """Shows the state's sample and sends what is drawn on it.

    Attributes
    ----------
    canvas, tools, name
        The image, the tools above it, and the file's name.
    head
        The line above the tools, for further buttons.

    Signals
    -------
    ask_project()
        The user wants to be asked for a project folder.
    moved_to(object)
        Another image is shown: its index, -1 for none.
    """

    ask_project = Signal()
    moved_to = Signal(object)

    def __init__(
        self, stores: Stores, parent: QWidget | None = None, *, erases: bool = True
    ) -> None:
        """Without `erases` the page itself takes Delete and Backspace."""
        super().__init__(parent)
        self._stores = stores
        self._erases = erases
        self._index = -1
        self.setProperty("role", "card")
        self.name = ElidedLabel("", "h2")
        self._facts = ElidedLabel("", "muted")
        self._point = label("", "small")
        outline = ThemedButton("outline", self.tr("Show the region of the defect"), checkable=True)
        outline.setChecked(True)
        fit = ThemedButton("fit", self.tr("Fit the image into the view"))
        actual = ThemedButton("actual", self.tr("Show pixels at 100 %"))
        head = row(self.name, outline, fit, actual, spacing=2)
        head.setContentsMargins(SPACE + 4, SPACE, SPACE, SPACE // 2)
        head.setStretch(0, 1)
        self.head = head
        self.tools = RegionTools()
        self.canvas = RegionCanvas()
        foot = row(self._facts, self._point)
        foot.setStretch(0, 1)
        foot.setContentsMargins(SPACE + 4, SPACE - 2, SPACE + 4, SPACE - 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.tools)
        layout.addWidget(self.canvas, 1)
        layout.addLayout(foot)
        outline.toggled.connect(self.canvas.set_outline_visible)
        outline.toggled.connect(self._enable)
        self._outline = outline
        fit.clicked.connect(self.canvas.fit)
        actual.clicked.connect(self.canvas.actual_size)
        self.canvas.hovered.connect(self._show_point)
        self._connect()
        self.show_sample()

    def _connect(self) -> None:
        canvas, tools, stores = self.canvas, self.tools, self._stores
        canvas.drawn.connect(self._drawn)
        canvas.tool_changed.connect(tools.show_tool)
        canvas.chosen_changed.connect(self._show_chosen)
        tools.tool_chosen.connect(self._take)
        tools.erase_asked.connect(canvas.erase)
        tools.undo_asked.connect(self.undo)
        tools.redo_asked.connect(self.redo)
        tools.project_asked.connect(self.ask_project)
        stores.regions.sample_changed.connect(self.show_sample)
        stores.regions.changed.connect(self._enable)
        stores.world.project_changed.connect(self._enable)
        stores.world.data_changed.connect(self._enable)
        for keys, act in (
            ("B", lambda: self._take("box")),
            ("E", lambda: self._take("ellipse")),
            ("M", lambda: self._take("move")),
            *((("Del", canvas.erase), ("Backspace", canvas.erase)) if self._erases else ()),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # ------------------------------------------------------------------ intents

    def undo(self) -> None:
        """Drop a drag; without one, take the last stroke back."""
        if self.canvas.dragging:
            self.canvas.cancel()
        else:
            self._stores.regions.undo()

    def redo(self) -> None:
        """Make the stroke that was taken back last once more."""
        if not self.canvas.dragging:
            self._stores.regions.redo()

    def _take(self, tool: str) -> None:
        self.canvas.set_tool(tool)
        self.tools.show_tool(self.canvas.tool)
        self.canvas.setFocus()  # the next key is meant for the image

    def _drawn(self, shapes: tuple[Shape, ...], merge: str) -> None:
        sample = self._stores.regions.sample
        if sample is not None:
            self._stores.regions.draw(sample.index, shapes, merge)

    # ------------------------------------------------------------------ rendering

    def show_sample(self) -> None:
        """Show the state's sample, or nothing."""
        shown = self._stores.regions.sample
        # Below drawn shapes lies what the set itself says; else that is all there is.
        outlines = () if shown is None else (shown.own if shown.shapes else shown.outlines)
        self.canvas.show_sample(
            shown.image if shown else None, outlines, shown.shapes if shown else ()
        )
        self._show_facts()
        self._enable()
        index = shown.index if shown else -1
        if index != self._index:
            self._index = index
            self.moved_to.emit(index)

    def _row(self) -> SampleRow | None:
        state = self._stores.world
        shown = self._stores.regions.sample
        known = shown is not None and shown.index < len(state.samples)
        return state.samples[shown.index] if known and shown is not None else None

    def _show_facts(self) -> None:
        shown, sample = self._stores.regions.sample, self._row()
        if shown is None or sample is None:
            self.name.set_whole("")
            self._facts.set_whole("")
            return
        self.name.set_whole(file_name(sample.file))
        height, width = shown.image.shape[:2]
        facts = [
            sample.class_name,
            verdict_name(sample.defective),
            f"{width} \N{MULTIPLICATION SIGN} {height}",
        ]
        if sample.fold:
            facts.append(self.tr("fold {n}").format(n=sample.fold))
        if sample.group:
            facts.append(self.tr("group {name}").format(name=sample.group))
        self._facts.set_whole("  \N{MIDDLE DOT}  ".join(facts))

    def _enable(self) -> None:
        """Allow what can be done, and say why something cannot."""
        state, sample = self._stores.world, self._row()
        defect = sample is not None and sample.defective is True
        draw = bool(defect and state.project and self._outline.isChecked())
        self.canvas.set_editable(draw)
        self.tools.show_tool(self.canvas.tool if draw else "move")
        self.tools.say(self._words(sample), project=bool(defect and not state.project))
        strokes = self._stores.regions.strokes
        self.tools.show_strokes(strokes.place, len(strokes))
        self._enable_tools(draw)

    def _enable_tools(self, draw: bool) -> None:
        strokes, shapes = self._stores.regions.strokes, self.canvas.shapes
        chosen = self.canvas.chosen >= 0 or len(shapes) == 1
        self.tools.enable(
            draw=draw,
            erase=draw and chosen,
            undo=strokes.place > 0,
            redo=strokes.place < len(strokes),
        )

    def _words(self, sample: SampleRow | None) -> str:
        state, shown = self._stores.world, self._stores.regions.sample
        if sample is None or shown is None:
            return ""
        if sample.defective is None:
            return self.tr("Say which class is normal; then you can draw where defects are.")
        if not sample.defective:
            return self.tr(
                "Its label says normal, so there is no defect to draw. If there is one, change its "
                "label first."
            )
        if not state.project:
            return self.tr("Drawn regions are kept with a project. Open one to draw.")
        if shown.shapes and shown.own:
            return self.tr(
                "The drawn region counts, not the data set's own. Erase it, and that one counts "
                "again."
            )
        if shown.shapes:
            return self.tr("The drawn region counts in every run from now on.")
        if sample.has_region:
            return self.tr("This region is the data set's own. What you draw counts in its place.")
        return self.tr("No region yet: draw a box or an ellipse around the defect.")

    def _show_chosen(self) -> None:
        shape = self.canvas.chosen_shape
        words = ""
        if shape is not None:
            words = f"{shape.width} \N{MULTIPLICATION SIGN} {shape.height}  ({shape.x}, {shape.y})"
        self.tools.show_shape(words)
        template = self.tr("{n} drawn shapes. Chosen: {shape}")
        self.canvas.setAccessibleDescription(
            template.format(n=len(self.canvas.shapes), shape=words or self.tr("none"))
        )
        state, sample = self._stores.world, self._row()
        defect = sample is not None and sample.defective is True
        self._enable_tools(bool(defect and state.project and self._outline.isChecked()))

    def _show_point(self, point: tuple[float, float] | None) -> None:
        self._point.setText("" if point is None else f"x {int(point[0])}  y {int(point[1])}")
