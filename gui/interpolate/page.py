"""Interpolate: what lies between two images in the features of two networks."""

from __future__ import annotations

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QComboBox, QWidget

from gui.interpolate.boundary_tab import BoundaryTab
from gui.interpolate.choices import default_pairs, default_runs, fitting_runs, textures_of
from gui.interpolate.film_tab import FilmTab
from gui.interpolate.looks import picture_names
from gui.interpolate.overlap_tab import OverlapTab
from gui.interpolate.pair_panel import PairPanel
from gui.interpolate.pictures import Mixer
from gui.interpolate.sentences import flips_sentence, line_explained, overlap_of_lines
from gui.interpolate.slider_tab import SliderTab
from gui.interpolate.transport import Transport
from gui.store.run_names import run_choice
from gui.stores import Stores
from gui.style.guard import guarded
from gui.toolkit.empty import EmptyState
from gui.toolkit.explained import Explained
from gui.toolkit.page import framed
from gui.toolkit.parts import column, label, row, split_of
from gui.toolkit.run_page import RunPage
from gui.toolkit.scrolled import Scrolled
from gui.toolkit.tabs import Tabs

SLIDER, FILM, BOUNDARY, OVERLAP = "slider", "film", "boundary", "overlap"


class InterpolatePage(RunPage):
    """Images and runs on the left; their line on the right.

    Attributes
    ----------
    panel, transport
        What is chosen, and the slider.
    slider, film, boundary, overlap
        The tabs.
    picture
        How points are seen.
    """

    def __init__(self, stores: Stores, parent: QWidget | None = None) -> None:
        super().__init__(stores, parent)
        self._mixer = Mixer()
        self._offered: tuple[str, ...] = ()
        self.no_data = EmptyState(
            "interpolate",
            self.tr("No images are open"),
            self.tr("Open a data set: the line runs between two of its images."),
            self.tr("Open data..."),
        )
        self.no_data.asked.connect(self.ask_data)
        self._fill(
            "interpolate",
            self.tr("The line runs through the features of a project's finished runs."),
            "",
            "",
            self._content(),
            self.no_data,
        )
        stores.interpolate.changed.connect(self._show_lines)
        stores.interpolate.moved.connect(self._show_place)
        stores.interpolate.point_changed.connect(self._show_points)
        stores.interpolate.film_changed.connect(self._show_film)
        stores.interpolate.runs_changed.connect(self._show_keeps)
        stores.interpolate.decoder_stepped.connect(self._show_training)
        stores.client.jobs_changed.connect(self._show_training)
        stores.client.pulse.connect(self._show_training)
        self._keep_up(
            stores.world.data_changed, stores.world.project_changed, stores.world.runs_changed
        )

    def _content(self) -> QWidget:
        self.panel = PairPanel(self.stores)
        split = split_of("interpolate", (self.panel, 256, 0), (self._right(), 0, 1))
        split.setSizes([268, 1000])
        return framed(split)

    def _right(self) -> QWidget:
        self.bar = Tabs("interpolate", self.tr("View of the line"))
        self.picture = QComboBox()
        self.picture.setAccessibleName(self.tr("Show"))
        self.picture.setToolTip(self.tr("How the features of a point become a picture"))
        for key, name in picture_names().items():
            self.picture.addItem(name, key)
        self.picture.activated.connect(
            lambda _: self.stores.interpolate.choose_picture(self.picture.currentData())
        )
        self._show = label(self.tr("Show"), "muted")
        self._show.setBuddy(self.picture)
        self.film = FilmTab(self.stores, self._mixer)
        head = row(self.bar, self.film.saved, self.film.save, self._show, self.picture)
        head.setStretch(1, 1)
        self.film.save.setFixedHeight(self.picture.sizeHint().height())
        self.transport = Transport()
        self.transport.moved.connect(self.stores.interpolate.move)
        self.transport.boundary.connect(self.walk)
        self.slider = SliderTab(self.stores, self._mixer)
        self.slider.train.connect(self._train)
        self.boundary = BoundaryTab(self.stores)
        self.boundary.picked.connect(self._pick_channel)
        self.overlap = OverlapTab(self.stores)
        for tab in (self.slider, self.film, self.boundary):
            tab.moved.connect(self.stores.interpolate.move)
        # In a low window with the explanation open the rows scroll rather than lose the last one.
        rows = Scrolled((0, 0, 0, 0))
        rows.setMinimumWidth(540)
        rows.body.addWidget(self.slider, 1)
        self.bar.add(SLIDER, self.tr("Slider"), rows)
        self.bar.add(FILM, self.tr("Filmstrip"), self.film)
        self.bar.add(BOUNDARY, self.tr("Boundary"), self.boundary)
        self.bar.add(OVERLAP, self.tr("Overlap"), self.overlap)
        self.bar.turned.connect(self._choose_tab)
        self.explained = Explained("line")
        right = column(head, self.transport, self.explained, self.explained.text, self.bar.views)
        self._choose_tab()  # once its parts have their places: shown before, they are windows
        return right

    # ------------------------------------------------------------------ what is looked at

    def _catch_up(self) -> None:
        """Show what can be shown, and choose what nobody has chosen yet."""
        state = self.stores.world
        fitting = fitting_runs(state.runs, state.data)
        self._say_no_run()
        if state.data is None:
            self._turn_to(self.no_data)
        else:
            self._show_content(bool(state.project and fitting))
        ready = self._shown
        if ready:
            self._choose_first()
            self._show_lines()
        self.stores.interpolate.watch(ready)

    def _choose_first(self) -> None:
        """Fill what is empty; what the user chose stays while it can."""
        state, stores = self.stores.world, self.stores
        look = self.stores.interpolate.state
        assert state.data is not None
        if look.pair == (-1, -1):
            pairs = default_pairs(state.data)
            if pairs:
                stores.interpolate.choose_pair(pairs[0].first, pairs[0].second)
        fitting = fitting_runs(state.runs, state.data)
        paths = tuple(run.path for run in fitting)
        chosen = [side.run if side.run in paths else "" for side in look.sides.values()]
        # Once offered, no run is a choice of the user's.
        if not any(chosen) or paths != self._offered:
            chosen = [
                one or (first if first not in chosen else "")
                for one, first in zip(chosen, default_runs(fitting), strict=True)
            ]
        self._offered = paths
        stores.interpolate.choose_runs(*chosen)

    def _say_no_run(self) -> None:
        if any(run.usable for run in self.stores.world.runs):
            self.no_run.show_text(
                self.tr("No run knows these images"),
                self.tr(
                    "The finished runs were trained on another data set. Open that one on the "
                    "Data page, or train on this one."
                ),
            )
        else:
            self.no_run.show_text(
                self.tr("No finished run yet"),
                self.tr(
                    "Train two runs first, one in the setting Transfer and one in Scratch, "
                    "augmented: the line is followed through both."
                ),
            )

    # ------------------------------------------------------------------ rendering

    def _show_lines(self) -> None:
        if not self._shown:
            return
        state = self.stores.interpolate.state
        self._mixer.show_ends(*state.ends)
        self.panel.show_all()
        self.picture.setCurrentIndex(self.picture.findData(state.picture))
        self.transport.walk.setEnabled(any(side.flips for side in state.sides.values()))
        self.transport.show_place(state.t)
        runs = [side.run for side in state.sides.values()]
        textures = textures_of(state.pair, self.stores.world.samples)
        self.stores.interpolate.read_runs(runs, textures)
        self._show_tab()

    def _show_tab(self) -> None:
        """Bring the tab that is looked at up to date; the others catch up when they are."""
        place = self.bar.key
        self._explain()
        if place == SLIDER:
            self.slider.show_lines()
        elif place == FILM:
            self.film.show_lines()
        elif place == BOUNDARY:
            self.boundary.show_lines()
        else:
            self.overlap.refresh()

    def _explain(self) -> None:
        """Say what the lines come to; over many pairs, the tab says it itself."""
        key, runs = self.bar.key, self.stores.world.runs
        sides = [
            (run_choice(run, runs), side)
            for side in self.stores.interpolate.state.sides.values()
            if (run := self.stores.world.run_of(path=side.run))
        ]
        if key == OVERLAP:
            self.explained.explain("")
        else:
            said = flips_sentence(sides) if key == BOUNDARY else overlap_of_lines(sides)
            said = said or flips_sentence(sides)
            self.explained.explain(line_explained(key) if said else "", said)

    def _show_place(self) -> None:
        if not self._shown:
            return
        self.transport.show_place(self.stores.interpolate.state.t)
        if self.bar.key == SLIDER:
            self.slider.show_place()
        elif self.bar.key == FILM:
            self.film.show_place()

    def _show_points(self) -> None:
        if not self._shown:
            return
        if self.bar.key == SLIDER:
            self.slider.show_points()
        elif self.bar.key == FILM:
            self.film.show_place()
        elif self.bar.key == BOUNDARY:
            self.boundary.show_points()

    def _show_film(self) -> None:
        if self._shown and self.bar.key == FILM:
            self.film.show_film()

    def _show_keeps(self) -> None:
        if self._shown:
            self._show_tab()

    def _show_training(self) -> None:
        if not self._shown:
            return
        if self.bar.key == SLIDER:
            self.slider.show_keeps()
        elif self.bar.key == OVERLAP:
            self.overlap.pulse()

    # ------------------------------------------------------------------ intents

    def show_tab(self, key: str) -> None:
        """Go to a tab."""
        self.bar.show_key(key)

    def _choose_tab(self) -> None:
        key = self.bar.key
        for part in (self.transport, self._show, self.picture):
            part.setVisible(key != OVERLAP)
        self.film.save.setVisible(key == FILM)
        if self._shown:
            self._show_tab()

    def walk(self) -> None:
        """Go to the next place where a verdict flips; after the last one, to the first."""
        state = self.stores.interpolate.state
        places = sorted({flip.t for side in state.sides.values() for flip in side.flips or ()})
        if places:
            self.transport.stop()
            self.stores.interpolate.move(next((t for t in places if t > state.t + 1e-9), places[0]))

    def _pick_channel(self, name: str, channel: int) -> None:
        self.stores.interpolate.choose_channel(name, channel)
        self.stores.interpolate.choose_picture("channel")
        self._show_lines()

    def _train(self, name: str, both: bool) -> None:
        sides = self.stores.interpolate.state.sides
        lacking = [
            side.run
            for key, side in sides.items()
            if (both or key == name) and not self._has_decoder(side.run)
        ]
        self.stores.interpolate.train_decoders(lacking)

    def _has_decoder(self, run: str) -> bool:
        keep = self.stores.interpolate.runs.get(run)
        return bool(keep and keep.quality)

    # ------------------------------------------------------------------ Qt

    @guarded
    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the engine alone."""
        super().hideEvent(event)
        self.stores.interpolate.watch(False)
