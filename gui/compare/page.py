"""Compare: two runs on the same held-out images, image by image."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui.compare.cells_card import CellsCard
from gui.compare.linked_canvas import Link
from gui.compare.rows import CompareModel
from gui.compare.side import VersusSide
from gui.compare.state import PLACES
from gui.store.engine_client import Job
from gui.store.run_names import shown_name
from gui.store.run_record import RunRecord
from gui.stores import Stores
from gui.style.guard import guarded
from gui.style.theme import SPACE
from gui.toolkit.empty import EmptyState
from gui.toolkit.gallery import Gallery
from gui.toolkit.page import framed
from gui.toolkit.parts import (
    Card,
    IconButton,
    ThemedButton,
    form_row,
    label,
    row,
    split_of,
)
from gui.toolkit.plots import side_column
from gui.toolkit.run_box import RunBox
from gui.toolkit.run_page import RunPage
from gui.words.text import count

SIDE = 262
"""Width of the left column in pixels."""


class ComparePage(RunPage):
    """Runs and the four cells on the left, their images beside them, both networks on the right.

    Attributes
    ----------
    one, other
        The choice of runs.
    cells, gallery, sides
        Who is right, whose images are shown, and what both say of the one looked at.
    """

    def __init__(self, stores: Stores, parent: QWidget | None = None) -> None:
        super().__init__(stores, parent)
        self._fill(
            "compare",
            self.tr("Two finished runs of a project are compared here, image by image."),
            self.tr("Two finished runs are needed"),
            self.tr("Train a second one on the same fold; then see on which images they differ."),
            self._content(),
        )
        stores.compare.looked.connect(self._show_look)
        stores.client.pulse.connect(self._pulse)
        self._keep_up(
            stores.world.project_changed,
            stores.world.runs_changed,
            stores.world.data_changed,
            stores.compare.changed,
            stores.client.jobs_changed,
        )

    # ------------------------------------------------------------------ building

    def _content(self) -> QWidget:
        column = QVBoxLayout()
        column.setSpacing(SPACE)
        column.addWidget(self._runs_card())
        self.cells = CellsCard()
        self.cells.chosen.connect(lambda _: self._show_rows())
        column.addWidget(self.cells)
        column.addStretch(1)
        self._right = QStackedWidget()
        self._right.addWidget(self._images())
        self.foreign = EmptyState(
            "compare", self.tr("Their images are not open"), "", self.tr("Open their images")
        )
        self.foreign.asked.connect(self._open_images)
        self.unjudged = EmptyState(
            "compare",
            self.tr("Their test images have not been judged"),
            self.tr("Both networks look at each image once; the verdicts are kept."),
            self.tr("Judge test images"),
        )
        self.unjudged.asked.connect(self.stores.compare.judge)
        self.waiting = EmptyState("compare", "", "")
        for state in (self.foreign, self.unjudged, self.waiting):
            self._right.addWidget(state)
        return framed(split_of("compare", (side_column(column, SIDE), 0, 0), (self._right, 0, 1)))

    def _runs_card(self) -> Card:
        card = Card()
        self.one, self.other = RunBox(), RunBox()
        form = QFormLayout()
        form.setHorizontalSpacing(SPACE)
        form.setVerticalSpacing(SPACE - 2)
        # Names of runs are long: they have a line of their own.
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        for name, field in ((self.tr("First run"), self.one), (self.tr("Second run"), self.other)):
            form_row(form, name, field)
            field.activated.connect(lambda _: self._choose())
        card.body.addLayout(form)
        self.swap = IconButton(self.tr("Swap"), "swap")
        self.swap.clicked.connect(
            lambda: self.stores.compare.compare_runs(
                self.stores.compare.state.other, self.stores.compare.state.one
            )
        )
        card.body.addWidget(self.swap)
        self.judging = label("", "small", wrap=True)
        card.body.addWidget(self.judging)
        return card

    def _images(self) -> QWidget:
        left = Card()
        left.body.setContentsMargins(1, 1, 1, 1)
        self.shown = label("", "small")
        self.shown.setContentsMargins(SPACE + 4, SPACE, SPACE, 0)
        left.body.addWidget(self.shown)
        model: type[CompareModel] = CompareModel
        self.gallery = Gallery(self.stores.data.thumbnails, 104, model=model, lines=3)
        self.gallery.chosen.connect(self.stores.compare.look_at)
        left.body.addWidget(self.gallery, 1)
        split = split_of("compare-images", (left, 150, 1), (self._both(), 0, 3))
        split.setSizes([280, 760])
        return split

    def _both(self) -> QWidget:
        result = QWidget()
        layout = QVBoxLayout(result)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        self.title = label("", "h2")
        self.tag = label("", "chip")
        self.heat = QCheckBox(self.tr("Heat maps"))
        self.heat.setChecked(True)
        self.heat.toggled.connect(lambda _: self._show_look())
        fit = ThemedButton("fit", self.tr("Fit both (F)"))
        actual = ThemedButton("actual", self.tr("Actual size of both (1)"))
        layout.addLayout(row(self.title, self.tag, None, self.heat, actual, fit))
        self.sides = {place: VersusSide() for place in PLACES}
        both = row(*self.sides.values())
        for column in (0, 1):
            both.setStretch(column, 1)
        layout.addLayout(both, 1)
        one, other = (self.sides[place].canvas for place in PLACES)
        self.link = Link(one, other, self)
        self.note = label(
            self.tr(
                "Zoom and drag move both. Each heat map has colours of its own: compare places, "
                "not strengths."
            ),
            "small",
            wrap=True,
        )
        layout.addWidget(self.note)
        fit.clicked.connect(one.fit)
        actual.clicked.connect(one.actual_size)
        for keys, act in (
            ("N", lambda: self.gallery.step(1)),
            ("P", lambda: self.gallery.step(-1)),
            ("F", one.fit),
            ("1", one.actual_size),
            ("H", self.heat.toggle),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        return result

    # ------------------------------------------------------------------ rendering

    def _catch_up(self) -> None:
        """Show what can be shown; a hidden page costs nothing."""
        state, runs = self.stores.world, self.stores.world.finished_runs()
        self._show_content(bool(state.project and len(runs) > 1))
        if not self._shown:
            return
        paths = [run.path for run in runs]
        look = self.stores.compare.state
        if look.one not in paths or look.other not in paths:
            self.stores.compare.compare_runs(*self._first_pair(runs))
            return  # which comes back here
        for field, path in ((self.one, look.one), (self.other, look.other)):
            field.offer(runs, state.runs)
            field.choose(path)
        self.stores.compare.refresh()
        self._show()

    def _first_pair(self, runs: list[RunRecord]) -> tuple[str, str]:
        """Two runs of one fold, if there are any."""
        fits_data = self.stores.world.fits_data
        for place, run in enumerate(runs):
            for other in runs[place + 1 :]:
                same = (other.recipe.fold, other.recipe.folds) == (
                    run.recipe.fold,
                    run.recipe.folds,
                )
                if same and fits_data(other.path) == fits_data(run.path):
                    return run.path, other.path
        return runs[0].path, runs[1].path

    def _names(self) -> tuple[str, str]:
        state = self.stores.world
        result = [
            state.run_of(path=p)
            for p in (
                self.stores.compare.state.one,
                self.stores.compare.state.other,
            )
        ]
        one, other = (shown_name(run, state.runs) if run is not None else "" for run in result)
        return one, other

    def _show(self) -> None:
        state = self.stores.compare.state
        result = state.pairing
        place: QWidget = self._right.widget(0)
        fits_data = self.stores.world.fits_data
        fits = fits_data(state.one) and fits_data(state.other)
        if not fits:
            place = self.foreign
            self._foreign_words()
        elif state.failed:
            place = self.waiting
            self.waiting.show_text(self.tr("They cannot be compared"), state.failed)
        elif result is None:
            place = self.waiting
            self.waiting.show_text(self.tr("Reading..."), "")
        elif not len(result):
            place = self.waiting if self._job() is not None else self.unjudged
            self.waiting.show_text(self.tr("Judging test images..."), "")
        self._right.setCurrentWidget(place)
        self.cells.setVisible(place is self._right.widget(0))
        self._pulse()
        if result is not None and place is self._right.widget(0):
            self.cells.show_pairing(result, *self._names())
            self._show_rows()
            if self.stores.compare.state.index < 0:
                self._begin()

    def _begin(self) -> None:
        """Look at an image on which they differ, if there is one."""
        result = self.stores.compare.state.pairing
        if result is None or not len(result):
            return
        differ = np.concatenate([result.rows("one"), result.rows("other"), result.rows("")])
        self.stores.compare.look_at(int(result.indices[differ[0]]))

    def _foreign_words(self) -> None:
        state = self.stores.world
        template = self.tr("These runs were trained on the images in {folder}.")
        if state.fits_data(self.stores.compare.state.one) != state.fits_data(
            self.stores.compare.state.other
        ):
            template = self.tr("They were trained on different images. Choose another run.")
        text = self._images_of(self.stores.compare.state.one, template)
        self.foreign.show_text(self.tr("Their images are not open"), text)

    def _job(self) -> Job | None:
        state = self.stores.compare.state
        one = self.stores.world.judging(state.one, "test")
        return one or self.stores.world.judging(state.other, "test")

    def _pulse(self) -> None:
        if not self._shown:
            return
        job = self._job()
        self.judging.setVisible(job is not None)
        if job is not None:
            template = self.tr("Judging test images: {done} of {total}")
            self.judging.setText(template.format(done=count(job.done), total=count(job.total)))

    def _show_rows(self) -> None:
        state = self.stores.world
        result = self.stores.compare.state.pairing
        if result is None or not state.samples:
            return
        rows = result.indices[result.rows(self.cells.cell)]
        model = self.gallery.rows
        assert isinstance(model, CompareModel)
        model.use(result)
        self.gallery.show_rows(state.samples, {}, rows)
        self.gallery.mark(self.stores.compare.state.index)
        self.shown.setText(self.tr("{n} images", "", len(rows)).format(n=count(len(rows))))

    def _show_look(self) -> None:
        if not self._shown:
            return
        state = self.stores.world
        look = self.stores.compare.state
        known = 0 <= look.index < len(state.samples)
        sample = state.samples[look.index] if known else None
        self.title.setText(sample.file.rpartition("/")[2] if sample else "")
        self.tag.setText(sample.class_name if sample else "")
        self.tag.setVisible(sample is not None)
        self.gallery.mark(look.index)
        for place, name in zip(PLACES, self._names(), strict=True):
            self.sides[place].show_look(
                name, sample, look.sample, look.looks.get(place), heat=self.heat.isChecked()
            )

    # ------------------------------------------------------------------ intents

    def _choose(self) -> None:
        one, other = self.one.currentData() or "", self.other.currentData() or ""
        self.stores.compare.compare_runs(one, other)

    def _open_images(self) -> None:
        self.stores.data.open_images_of(self.stores.compare.state.one)

    @guarded
    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while another page was shown."""
        super().showEvent(event)
        self._show_look()
