"""Everything at one point of the line: pixels, features of two runs, nearest real images."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gui.interpolate.film_strip import FilmStrip
from gui.interpolate.looks import end_colours
from gui.interpolate.painted import MixView
from gui.interpolate.pictures import Mixer
from gui.interpolate.run_row import RunRow
from gui.interpolate.state import SIDES
from gui.stores import Stores
from gui.style.guard import guarded
from gui.style.look import LOOK
from gui.style.theme import SPACE
from gui.toolkit.legend import Key, Legend
from gui.toolkit.parts import label

LEAST = 132
"""Height of a row, in pixels, that holds its text and a low curve."""
STRIP_FROM = 160
"""Height of a row, in pixels, from which there is room for the strip below the words."""


class SliderTab(QWidget):
    """Three rows that move together.

    Attributes
    ----------
    rows
        The runs' rows by side.

    Signals
    -------
    moved(float)
        The user wants that place.
    train(bool)
        The run of the side that asks needs a decoder; True: one for each run.
    """

    moved = Signal(float)
    train = Signal(str, bool)

    def __init__(self, stores: Stores, mixer: Mixer) -> None:
        super().__init__()
        self.stores = stores
        self._cards: list[QWidget] = [self._pixels(mixer)]
        self.rows: dict[str, RunRow] = {}
        names = (self.tr("Features of the left run"), self.tr("Features of the right run"))
        for side, name in zip(SIDES, names, strict=True):
            row = RunRow(stores, side, name)
            row.moved.connect(self.moved)
            row.train.connect(lambda both, s=side: self.train.emit(s, both))
            self.rows[side] = row
            self._cards.append(row)
        for card in self._cards:
            card.setParent(self)
        self.setMinimumSize(540, 3 * LEAST)
        LOOK.changed.connect(self._show_keys)

    def _pixels(self, mixer: Mixer) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        self.mix = MixView(mixer, self.tr("Pixels of both images, mixed"))
        self._legend = Legend()
        self.caveat = label("", "small", wrap=True)
        layout = QHBoxLayout(card)
        layout.setContentsMargins(SPACE, SPACE, SPACE + 2, SPACE)
        layout.setSpacing(SPACE + 4)
        layout.addWidget(self.mix)
        words = QVBoxLayout()
        words.setSpacing(SPACE - 2)
        words.addWidget(label(self.tr("Pixels: (1 \N{MINUS SIGN} t) A + t B"), "h3"))
        words.addWidget(self._legend)
        words.addWidget(self.caveat)
        words.addStretch(1)
        self.strip = FilmStrip(self.tr("Pixels from A to B"), mixer, head=0)
        self.strip.moved.connect(self.moved)
        words.addWidget(self.strip)
        layout.addLayout(words, 1)
        return card

    # ------------------------------------------------------------------ rendering

    def show_lines(self) -> None:
        """Show other lines, or more of them."""
        self._show_pixels()
        self._show_keys()
        for row in self.rows.values():
            row.show_line()
        self.show_place()

    def show_place(self) -> None:
        """Mix the pixels at once; a run's row follows with its point, so it is painted once."""
        state = self.stores.interpolate.state
        self.mix.show_place(state.t)
        self.strip.show_place(state.t)
        for side, row in self.rows.items():
            if state.sides[side].point is None:
                row.show_point()

    def show_points(self) -> None:
        """Show what the engine said of the points."""
        for row in self.rows.values():
            row.show_point()

    def show_keeps(self) -> None:
        """Show what the runs keep for lines."""
        for row in self.rows.values():
            row.show_keep()

    def _show_pixels(self) -> None:
        state, mixer = self.stores.interpolate.state, self.mix.mixer
        self.strip.update()
        if mixer.unequal:
            self.mix.show_words(self.tr("The images have different sizes."))
        elif min(state.pair) < 0:
            self.mix.show_words(self.tr("Choose two images."))
        elif state.pair[0] == state.pair[1]:
            self.mix.show_words(self.tr("Choose two different images."))
        else:
            self.mix.show_words(self.tr("Loading..."))

    def _show_keys(self) -> None:
        state, colours = self.stores.interpolate.state, LOOK.colours
        names = self._class_names()
        keys = [
            Key(ink, f"{letter}: {name}", "line")
            for ink, letter, name in zip(end_colours(), "AB", names, strict=True)
            if name
        ]
        if keys:
            dark, light = QColor(colours.text), QColor(colours.text)
            dark.setAlpha(74)
            light.setAlpha(22)
            keys += [
                Key(QColor(colours.faint), self.tr("other classes"), "line"),
                Key(dark, self.tr("both defects above 0.5")),
                Key(light, self.tr("both above 0.3")),
                Key(QColor(colours.text), self.tr("verdict flips"), "dots"),
            ]
        self._legend.show_keys(keys)
        self.caveat.setText(self._caveat(state.picture, state.layer))

    def _class_names(self) -> tuple[str, str]:
        """Return the names of both images' classes."""
        state = self.stores.world
        names = [
            state.samples[index].class_name if 0 <= index < len(state.samples) else ""
            for index in self.stores.interpolate.state.pair
        ]
        return names[0], names[1]

    def _caveat(self, picture: str, layer: str) -> str:
        parts = []
        if picture == "decoded":
            parts.append(
                self.tr(
                    "A decoded picture shows what the decoder makes of the features, not what the "
                    "network sees; judge it by its PSNR beside that of flat grey."
                )
            )
        elif picture == "patches":
            parts.append(
                self.tr(
                    "Pieces of real training images whose features lie nearest, place by place: "
                    "what the network takes a point for, not what it lacks."
                )
            )
        else:
            parts.append(
                self.tr("Colours keep their scale along the line, so brightness compares.")
            )
        if layer:
            parts.append(
                self.tr(
                    "Only the places worked out can be shown at this layer. Deeper layers usually "
                    "mix better."
                )
            )
        else:
            parts.append(self.tr("On the last layer each window's logits are straight lines in t."))
        return " ".join(parts)

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the rows equally high, whatever they hold, and the pictures as high as they are.

        No layout does it: it would move the rows whenever a text in one of them is longer.
        """
        super().resizeEvent(event)
        each = (self.height() - 2 * SPACE) // 3
        for number, card in enumerate(self._cards):
            card.setGeometry(0, number * (each + SPACE), self.width(), each)
        high = each - 2 * SPACE
        side = max(96, min(high, self.width() * 3 // 10))
        self.mix.setFixedWidth(side)
        self.strip.setVisible(high >= STRIP_FROM)
        for row in self.rows.values():
            row.set_picture_side(side)
