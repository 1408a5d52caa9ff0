"""The left side of Review: run, filters, how many are done, and the images."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QProgressBar, QVBoxLayout, QWidget

from engine.review.messages import ReviewList
from gui.review.rows import FILTERS, ReviewModel, select_rows
from gui.store.run_record import RunRecord
from gui.stores import Stores
from gui.style.theme import SPACE
from gui.toolkit.gallery import Gallery
from gui.toolkit.numbers import QuietCombo
from gui.toolkit.parts import IconButton, form_row, label, row
from gui.toolkit.run_box import RunBox
from gui.words.text import count


class ListCard(QFrame):
    """Run, filter, texture, counters, gallery.

    Attributes
    ----------
    run, narrow, texture, gallery
        What one chooses with.

    Signals
    -------
    picked(str)
        The user chose the run in that folder.
    """

    picked = Signal(str)

    def __init__(self, stores: Stores, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stores = stores
        self._textures: list[str] = []
        self.setProperty("role", "card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(SPACE + 4, SPACE + 2, SPACE + 4, SPACE)
        top.setSpacing(SPACE - 2)
        top.addLayout(self._choices())
        self.counts = label("", "small", wrap=True)
        top.addWidget(self.counts)
        self.judge = IconButton(self.tr("Judge the rest"), "play")
        self.judge.clicked.connect(stores.review.judge)
        top.addWidget(self.judge)
        top.addWidget(self._under_way())
        layout.addLayout(top)
        model: type[ReviewModel] = ReviewModel
        self.gallery = Gallery(stores.data.thumbnails, 104, model=model, lines=3)
        self.gallery.chosen.connect(stores.review.look_at)
        layout.addWidget(self.gallery, 1)
        self.nothing = label("", "muted", wrap=True)
        self.nothing.setContentsMargins(SPACE + 4, SPACE, SPACE + 4, SPACE + 4)
        layout.addWidget(self.nothing)

    def _choices(self) -> QFormLayout:
        self.run, self.narrow, self.texture = RunBox(), QuietCombo(), QuietCombo()
        names = {
            "all": self.tr("All images"),
            "contradiction": self.tr("Not as labelled"),
            "near": self.tr("Near the threshold"),
            "open": self.tr("Not yet reviewed"),
            "reviewed": self.tr("Reviewed"),
            "relabel": self.tr("Label wrong"),
            "overrule": self.tr("Verdict wrong"),
        }
        for key in FILTERS:
            self.narrow.addItem(names[key], key)
        form = QFormLayout()
        form.setHorizontalSpacing(SPACE)
        form.setVerticalSpacing(SPACE - 2)
        for name, field in (
            (self.tr("Run"), self.run),
            (self.tr("Show"), self.narrow),
            (self.tr("Texture"), self.texture),
        ):
            field.setSizeAdjustPolicy(
                QuietCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            form_row(form, name, field)
        self._form = form
        self.run.activated.connect(lambda _: self.picked.emit(self.run.currentData() or ""))
        self.narrow.currentIndexChanged.connect(lambda _: self.show_rows())
        self.texture.activated.connect(lambda _: self.show_rows())
        return form

    def _under_way(self) -> QWidget:
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Images judged"))
        cancel = IconButton(self.tr("Cancel"), "cancel")
        cancel.clicked.connect(self._cancel)
        self.under_way = QWidget()
        line = row(self.bar, cancel)
        line.setStretch(0, 1)
        self.under_way.setLayout(line)
        return self.under_way

    # ------------------------------------------------------------------ rendering

    @property
    def _found(self) -> ReviewList | None:
        return self.stores.review.state.found

    @property
    def model(self) -> ReviewModel:
        """The gallery's rows."""
        assert isinstance(self.gallery.rows, ReviewModel)
        return self.gallery.rows

    def show_runs(self, runs: Sequence[RunRecord], chosen: str) -> None:
        """Offer these runs."""
        self.run.offer(runs, self.stores.world.runs)
        self.run.choose(chosen)

    def show_choices(self, *, visible: bool) -> None:
        """Show or hide all but the run: there may be no images to choose from."""
        self._form.setRowVisible(self.narrow, visible)
        self.gallery.setVisible(visible)

    def refresh(self) -> None:
        """Show the run's images anew."""
        result = self._found
        textures = list(dict.fromkeys(each.texture for each in result.classes)) if result else []
        if textures != self._textures:
            self._textures = textures
            self.texture.clear()
            self.texture.addItem(self.tr("All textures"), "")
            for texture in textures:
                self.texture.addItem(texture, texture)
        known = result is not None and any(each.defective is not None for each in result.classes)
        self._form.setRowVisible(self.texture, len(textures) > 1 and known)
        self.show_rows()
        self.pulse()

    def show_rows(self) -> None:
        """Filter anew; the image looked at stays marked where it is shown."""
        result, state = self._found, self.stores.world
        if result is None or len(state.samples) == 0:
            return
        said = self.stores.review.state.said
        rows = select_rows(
            result,
            state.samples,
            said,
            self.narrow.currentData(),
            self.texture.currentData() or "" if len(self._textures) > 1 else "",
        )
        self.model.use(result, said)
        self.gallery.show_rows(state.samples, result.predictions, rows)
        self.nothing.setVisible(len(rows) == 0)
        self.nothing.setText(
            self.tr("Every image here is reviewed.")
            if self.narrow.currentData() == "open"
            else self.tr("No image of this kind.")
        )
        self.show_counts()

    def show_counts(self) -> None:
        """Say how many of the judged images are reviewed."""
        result, said = self._found, self.stores.review.state.said
        if result is None:
            return
        mine = [review.said for index, review in said.items() if index in result.predictions]
        wrong, relabel = mine.count("overrule"), mine.count("relabel")
        words = self.tr("{n} of {all} reviewed: {verdicts}, {labels}").format(
            n=count(len(mine)),
            all=count(len(result)),
            verdicts=self.tr("{n} verdicts wrong", "", wrong).format(n=count(wrong)),
            labels=self.tr("{n} labels wrong", "", relabel).format(n=count(relabel)),
        )
        if len(result) < result.total:
            more = self.tr("{n} of {all} held-out images are judged.", "", len(result))
            words += "\n" + more.format(n=count(len(result)), all=count(result.total))
        self.counts.setText(words)

    def pulse(self) -> None:
        """Show how far judging is."""
        result, job = self._found, self.stores.review.judging()
        self.under_way.setVisible(job is not None)
        self.judge.setVisible(job is None and result is not None and len(result) < result.total)
        if job is not None:
            self.bar.setRange(0, max(0, job.total))
            self.bar.setValue(job.done)

    # ------------------------------------------------------------------ going through

    def after(self, index: int, by: int = 1) -> int:
        """Return the image that comes after another one in the list, -1 at its end."""
        at, rows = self.model.row_of(index), self.model.rowCount()
        place = at + by if at >= 0 else 0
        return self.model.sample(place).index if 0 <= place < rows else -1

    def _cancel(self) -> None:
        for part in ("test", "validation"):
            job = self.stores.world.judging(self.stores.review.state.run, part)
            if job is not None:
                self.stores.client.cancel(job.number)
