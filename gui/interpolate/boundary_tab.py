"""Where the verdicts of both runs flip along the line, and which channels turn them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from engine.interpolate.values import IN_GREYS, Flip
from gui.interpolate.flip_table import FlipTable
from gui.interpolate.looks import end_colours, kept_text, place_text
from gui.interpolate.painted import PaintedText, PictureView
from gui.interpolate.pictures import point_image
from gui.interpolate.state import SIDES, LineSide
from gui.store.run_names import run_choice
from gui.stores import Stores
from gui.style.look import LOOK
from gui.style.theme import SPACE
from gui.toolkit.legend import Key, Legend
from gui.toolkit.parts import ElidedLabel, ThemedButton, label, row
from gui.words.text import fixed, signed

PICTURE = 132


class FlipPanel(QFrame):
    """One run's flips, one at a time.

    Signals
    -------
    moved(float)
        The user wants that place.
    picked(int)
        The user went to a channel.
    """

    moved = Signal(float)
    picked = Signal(int)

    def __init__(self, stores: Stores, side_name: str, name: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.stores, self.side_name = stores, side_name
        self._place = 0
        self._flips: tuple[Flip, ...] | None = None
        self.picture = PictureView(name)
        self.picture.setFixedSize(PICTURE, PICTURE)
        self.name = ElidedLabel("", "h3")
        self.counted = label("", "small")
        self._back = ThemedButton("previous", self.tr("Flip before this one"))
        self._forth = ThemedButton("next", self.tr("Next flip"))
        self._back.clicked.connect(lambda: self.show_flip(self._place - 1))
        self._forth.clicked.connect(lambda: self.show_flip(self._place + 1))
        self.where = label("", "h2", select=True)
        self.what = label("", "", wrap=True, select=True)
        self.why = label("", "small", wrap=True, select=True)
        self.logits = label("", "small", wrap=True, select=True)
        self.quality = PaintedText(tone="muted", small=True)
        self.table = FlipTable(self.tr("Contributions of channels, {name}").format(name=name))
        self.table.picked.connect(self.picked)
        self._legend = Legend()
        words = QVBoxLayout()
        words.setSpacing(3)
        head = row(self.name, self.counted, self._back, self._forth, spacing=4)
        head.setStretch(0, 1)
        words.addLayout(head)
        for part in (self.where, self.what, self.why, self.logits):
            words.addWidget(part)
        words.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(SPACE + 4)
        top.addWidget(self.picture)
        top.addLayout(words, 1)
        self._none = label("", "muted", wrap=True)
        missing = QWidget()
        box = QVBoxLayout(missing)
        box.setContentsMargins(0, SPACE, 0, 0)
        box.addWidget(self._none)
        box.addStretch(1)
        self._pages = QStackedWidget()
        self._pages.addWidget(missing)
        self._pages.addWidget(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE + 4, SPACE, SPACE + 4, SPACE)
        layout.addLayout(top)
        layout.addWidget(self.quality)
        layout.addWidget(self._legend)
        layout.addWidget(self._pages, 1)
        LOOK.changed.connect(self.show_line)

    @property
    def side(self) -> LineSide:
        """The side of the state that is shown."""
        return self.stores.interpolate.state.sides[self.side_name]

    @property
    def flip(self) -> Flip | None:
        """The flip that is shown."""
        return self._flips[self._place] if self._flips else None

    # ------------------------------------------------------------------ rendering

    def show_line(self) -> None:
        """Show another line's flips."""
        side = self.side
        run = self.stores.world.run_of(path=side.run)
        self.name.set_whole(run_choice(run, self.stores.world.runs) if run else self.tr("No run"))
        if side.flips is not self._flips:
            self._flips, self._place = side.flips, 0
            if side.flips:
                t = self.stores.interpolate.state.t
                distances = [abs(flip.t - t) for flip in side.flips]
                self._place = distances.index(min(distances))
        self._render()
        self.show_point()

    def show_flip(self, place: int) -> None:
        """Go to another flip of this line."""
        if self._flips and 0 <= place < len(self._flips):
            self._place = place
            self._render()
            self.moved.emit(self._flips[place].t)

    def show_point(self) -> None:
        """Show the point at the slider."""
        side, state = self.side, self.stores.interpolate.state
        if side.point is None:
            self.picture.show_words(side.failed)
        else:
            self.picture.show_image(
                point_image(side.point, state.picture), smooth=state.picture in IN_GREYS
            )
        keep = self.stores.interpolate.runs.get(side.run)
        said = kept_text(keep, state.picture) if side.point is not None else ""
        self.quality.setVisible(bool(said))
        self.quality.show_text(said)

    def _render(self) -> None:
        flip, followed = self.flip, self.side.followed
        several = len(self._flips or ()) > 1
        for steer in (self.counted, self._back, self._forth):
            steer.setVisible(several)
        for part in (self.where, self.what, self.why, self.logits, self._legend):
            part.setVisible(flip is not None)
        self._pages.setCurrentIndex(1 if flip else 0)
        self.table.show_flip(flip)
        if flip is None or followed is None:
            self._none.setText(self._missing())
            return
        self._back.setEnabled(self._place > 0)
        self._forth.setEnabled(self._place + 1 < len(self._flips or ()))
        template = self.tr("Flip {n} of {all}")
        self.counted.setText(template.format(n=self._place + 1, all=len(self._flips or ())))
        before, after = followed.classes[flip.before], followed.classes[flip.after]
        self.where.setText(place_text(flip.t))
        self.what.setText(f"{before} \N{RIGHTWARDS ARROW} {after}")
        self.why.setText(
            self.tr("The whole image decided: another texture leads on average.")
            if flip.everywhere
            else self.tr("One window decided: the defect in it appears or goes.")
        )
        template = self.tr("Logit difference {a} at t = {t}, {b} at t = {u}")
        self.logits.setText(
            template.format(
                a=signed(flip.logits[0]),
                t=fixed(flip.sides[0]),
                b=signed(flip.logits[1]),
                u=fixed(flip.sides[1]),
            )
        )
        inks = end_colours()
        self._legend.show_keys(
            [Key(inks[0], self.tr("before the flip")), Key(inks[1], self.tr("after it"))]
        )

    def _missing(self) -> str:
        side = self.side
        if side.failed:
            return side.failed
        if not side.run:
            return self.tr("Choose a run.")
        if side.flips is None:
            return self.tr("Looking...") if side.job or side.followed else ""
        return self.tr("The verdict is the same from A to B: there is no flip.")


class BoundaryTab(QWidget):
    """Both runs' flips beside each other.

    Signals
    -------
    moved(float)
        The user wants that place.
    picked(str, int)
        The user went to a channel of a side.
    """

    moved = Signal(float)
    picked = Signal(str, int)

    def __init__(self, stores: Stores) -> None:
        super().__init__()
        self.panels: dict[str, FlipPanel] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        across = QHBoxLayout()
        across.setSpacing(SPACE)
        names = (self.tr("left run"), self.tr("right run"))
        for side, name in zip(SIDES, names, strict=True):
            panel = FlipPanel(stores, side, name)
            panel.moved.connect(self.moved)
            panel.picked.connect(lambda channel, s=side: self.picked.emit(s, channel))
            self.panels[side] = panel
            across.addWidget(panel, 1)
        layout.addLayout(across, 1)

    def show_lines(self) -> None:
        """Show other lines."""
        for panel in self.panels.values():
            panel.show_line()

    def show_points(self) -> None:
        """Show the points at the slider."""
        for panel in self.panels.values():
            panel.show_point()
