"""Which run is evaluated, how many of its images are judged, and whose images count."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QProgressBar, QWidget

from engine.evaluate.values import Evaluation
from gui.evaluate.explored import Explored
from gui.evaluate.grid import texture_name
from gui.store.run_record import RunRecord
from gui.stores import Stores
from gui.style.theme import SPACE
from gui.toolkit.numbers import QuietCombo
from gui.toolkit.parts import Card, IconButton, form_row, label, row
from gui.toolkit.run_box import RunBox
from gui.words.caution import cautions
from gui.words.text import count


class RunCard(Card):
    """Run, judged images, texture.

    Signals
    -------
    picked(str)
        The user chose the run in that folder.
    """

    picked = Signal(str)

    def __init__(self, stores: Stores, explored: Explored) -> None:
        super().__init__()
        self.stores, self.explored = stores, explored
        self._textures: list[str] = []
        self.run = RunBox()
        self.texture = QuietCombo()
        form = QFormLayout()
        form.setHorizontalSpacing(SPACE)
        form.setVerticalSpacing(SPACE - 2)
        self.texture.setSizeAdjustPolicy(
            QuietCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        for name, field in ((self.tr("Run"), self.run), (self.tr("Images"), self.texture)):
            form_row(form, name, field)
        self.run.activated.connect(lambda _: self.picked.emit(self.run.currentData() or ""))
        self.texture.activated.connect(
            lambda _: explored.choose_texture(self.texture.currentData() or "")
        )
        self.body.addLayout(form)
        self.judged = label("", "small", wrap=True)
        self.body.addWidget(self.judged)
        self.caution = label("", "warn", wrap=True)
        self.body.addWidget(self.caution)
        self.judge = IconButton(self.tr("Judge the rest"), "play")
        self.judge.clicked.connect(lambda: stores.inspect.judge(stores.evaluate.state.run))
        self.body.addWidget(self.judge)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Images judged"))
        self.cancel = IconButton(self.tr("Cancel"), "cancel")
        self.cancel.clicked.connect(self._cancel)
        self.under_way = QWidget()
        line = row(self.bar, self.cancel)
        line.setStretch(0, 1)
        self.under_way.setLayout(line)
        self.body.addWidget(self.under_way)

    # ------------------------------------------------------------------ rendering

    def show_runs(self, runs: Sequence[RunRecord], chosen: str) -> None:
        """Offer these runs."""
        self.run.offer(runs, self.stores.world.runs)
        self.run.choose(chosen)

    def refresh(self) -> None:
        """Show what is judged, and which textures there are."""
        result = self.explored.found
        textures = [each.texture for each in result.subsets] if result else []
        if textures != self._textures:
            self._textures = textures
            self.texture.clear()
            for texture in textures:
                self.texture.addItem(texture_name(texture), texture)
        self.texture.setCurrentIndex(max(0, self.texture.findData(self.explored.texture)))
        self.texture.setEnabled(len(textures) > 1)
        words = cautions(result.caution if result else ())
        self.caution.setText(words)
        self.caution.setVisible(bool(words))
        self.pulse()

    def pulse(self) -> None:
        """Show how far judging is."""
        result, run = self.explored.found, self.stores.evaluate.state.run
        judging = self.stores.world.judging
        job = judging(run, "test") or judging(run, "validation")
        self.under_way.setVisible(job is not None)
        self.judge.setVisible(
            job is None and result is not None and 0 < len(result.test) < result.test.total
        )
        judged = result is not None and len(result.test) > 0
        self.judged.setVisible(judged or job is not None)
        if result is not None:
            self.judged.setText(self._judged_words(result))
        if job is not None:
            self.bar.setRange(0, max(0, job.total))
            self.bar.setValue(job.done)
            self.cancel.setEnabled(job.state != "cancelling")
            part = getattr(job.command, "part", "test")
            template = (
                self.tr("Judging validation images: {done} of {total}")
                if part == "validation"
                else self.tr("Judging test images: {done} of {total}")
            )
            self.judged.setText(template.format(done=count(job.done), total=count(job.total)))

    def _judged_words(self, found: Evaluation) -> str:
        test = found.test
        if len(test) < test.total:
            template = self.tr(
                "{done} of {total} test images judged: figures are of those.", "", test.total
            )
            return template.format(done=count(len(test)), total=count(test.total))
        template = self.tr("Held out: {n} test images, never used in training.", "", test.total)
        return template.format(n=count(test.total))

    def _cancel(self) -> None:
        run = self.stores.evaluate.state.run
        judging = self.stores.world.judging
        job = judging(run, "test") or judging(run, "validation")
        if job is not None:
            self.stores.client.cancel(job.number)
