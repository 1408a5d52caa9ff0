"""The whole line at a glance: eleven steps in pixels and in both runs, and its picture to save."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QMenu, QToolButton, QVBoxLayout, QWidget

from engine.interpolate.values import IN_GREYS
from gui.interpolate.curve_view import CurveView
from gui.interpolate.film_strip import HEAD, FilmStrip, frame_width
from gui.interpolate.looks import class_colour, kept_text
from gui.interpolate.painted import PaintedText
from gui.interpolate.pictures import Mixer, point_image
from gui.interpolate.reading import reading
from gui.interpolate.state import SIDES, has_picture
from gui.store.run_names import run_choice
from gui.stores import Stores
from gui.style.guard import guarded
from gui.style.look import LOOK
from gui.style.theme import SPACE
from gui.toolkit.parts import ElidedLabel
from gui.words.text import fixed


class FilmTab(QWidget):
    """Strips of frames, each run's with its curves below, so that t runs down the page.

    Attributes
    ----------
    save, saved
        The button that saves the film, and where it lies; the page finds a place for them.

    Signals
    -------
    moved(float)
        The user wants that place.
    """

    moved = Signal(float)

    def __init__(self, stores: Stores, mixer: Mixer) -> None:
        super().__init__()
        self.stores = stores
        self.saved = ElidedLabel("", "small")
        self.save = self._save_button()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        card = QFrame()
        card.setProperty("role", "card")
        body = QVBoxLayout(card)
        body.setContentsMargins(SPACE + 4, SPACE, SPACE + 4, SPACE)
        body.setSpacing(4)
        self.pixels = FilmStrip(self.tr("Pixels"), mixer)
        self.strips: dict[str, FilmStrip] = {}
        self.curves: dict[str, CurveView] = {}
        self.quality: dict[str, PaintedText] = {}
        body.addWidget(self.pixels)
        names = (self.tr("Left run"), self.tr("Right run"))
        for side, name in zip(SIDES, names, strict=True):
            self.strips[side] = FilmStrip(name)
            self.curves[side] = CurveView(self.tr("Probabilities, {name}").format(name=name))
            self.quality[side] = PaintedText(tone="muted", small=True)
            body.addSpacing(SPACE)
            body.addWidget(self.strips[side])
            body.addWidget(self.quality[side])
            body.addWidget(self.curves[side], 1)
        for strip in (self.pixels, *self.strips.values()):
            strip.moved.connect(self.moved)
        for curves in self.curves.values():
            curves.moved.connect(self.moved)
        layout.addWidget(card, 1)
        stores.interpolate.film_saved.connect(self._show_saved)
        LOOK.changed.connect(self.show_film)

    # ------------------------------------------------------------------ rendering

    def show_lines(self) -> None:
        """Show other lines, or more of them."""
        for side, curves in self.curves.items():
            shown = self.stores.interpolate.state.sides[side]
            curves.show_line(shown.followed, shown.flips or ())
        self.pixels.update()
        self._align()
        self.show_film()
        self.show_place()

    def show_place(self) -> None:
        """Move the markers."""
        state = self.stores.interpolate.state
        for strip in (self.pixels, *self.strips.values()):
            strip.show_place(state.t)
        for side, curves in self.curves.items():
            curves.show_place(state.t, reading(state.sides[side], state.t))

    def show_film(self) -> None:
        """Show the runs' frames, and ask for those that are missing."""
        state = self.stores.world
        look = self.stores.interpolate.state
        if not self.isVisible():
            return
        self.stores.interpolate.show_film()
        for name, strip in self.strips.items():
            side = look.sides[name]
            run = state.run_of(path=side.run)
            strip.show_name(run_choice(run, state.runs) if run else self.tr("No run"))
            followed = side.followed
            feet = [
                (fixed(point.score, 2), class_colour(point.label, followed))
                for point in side.film
                if followed is not None
            ]
            strip.show_frames(
                [point_image(point, look.picture) for point in side.film],
                feet,
                self._missing(name),
                smooth=look.picture in IN_GREYS,
            )
            keep = self.stores.interpolate.runs.get(side.run)
            self.quality[name].setVisible(look.picture in IN_GREYS)
            self.quality[name].show_text(kept_text(keep, look.picture))
        self.save.setEnabled(any(side.film for side in look.sides.values()))

    def _missing(self, name: str) -> str:
        side = self.stores.interpolate.state.sides[name]
        keep = self.stores.interpolate.runs.get(side.run)
        if side.failed:
            return side.failed
        if not side.run:
            return self.tr("Choose a run.")
        picture = self.stores.interpolate.state.picture
        if not has_picture(keep, picture):
            return (
                self.tr("No decoder yet: train one under Slider.")
                if picture == "decoded"
                else self.tr("No patches yet: look them up under Slider.")
            )
        return self.tr("Looking...") if side.followed or side.job else ""

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the curves begin and end in the middle of the first and last frame."""
        super().resizeEvent(event)
        self._align()

    def _align(self) -> None:
        half = frame_width(self.pixels.width()) / 2
        for curves in self.curves.values():
            curves.set_margins(HEAD + half, half)

    @guarded
    def showEvent(self, event: object) -> None:
        """Catch up."""
        super().showEvent(event)  # type: ignore[arg-type]
        self.show_lines()

    # ------------------------------------------------------------------ taking it along

    def _save_button(self) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "button")
        button.setText(self.tr("Save film"))
        button.setToolTip(self.tr("Save all steps of pixels and runs as one picture"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        for name, suffix in ((self.tr("As PNG..."), "png"), (self.tr("As SVG..."), "svg")):
            action = menu.addAction(name)
            action.triggered.connect(lambda _=False, kind=suffix: self.save_as(kind))
        button.setMenu(menu)
        return button

    def save_as(self, kind: str) -> None:
        """Ask for a file and let the engine write "png" or "svg" to it."""
        path = self.ask_file(kind)
        if path:
            if Path(path).suffix.lower() != f".{kind}":
                path = f"{path}.{kind}"
            self.saved.set_whole(self.tr("Saving..."))
            self.stores.interpolate.save_film(path)

    def ask_file(self, kind: str) -> str:
        """Ask where to save; empty if the user changed their mind."""
        names = {"png": self.tr("Picture (*.png)"), "svg": self.tr("Drawing (*.svg)")}
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save film"), f"interpolation.{kind}", names[kind]
        )
        return path

    def _show_saved(self, path: str) -> None:
        self.saved.set_whole(self.tr("Saved {file}").format(file=path))
