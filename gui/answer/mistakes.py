"""From the first answer to its mistakes: the better rung as a run, and that run on Inspect."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal

from engine.answer.values import Rung
from engine.core.recipe import Setting, default_recipe
from engine.core.values import Prediction, SampleRow
from gui.store.run_record import RunRecord
from gui.stores import Stores
from gui.toolkit.parts import IconButton
from gui.toolkit.tally import outcome
from gui.words.pace import about
from gui.words.terms import setting_name


def better(rungs: Sequence[Rung]) -> Rung | None:
    """The rung that tells more: it is the one to be looked at."""
    return max(rungs, key=lambda rung: rung.auc or 0.0, default=None)


def worst_miss(
    samples: Sequence[SampleRow], predictions: Mapping[int, Prediction], threshold: float
) -> int:
    """Return the image whose wrong verdict is surest, or else the closest call; -1: none judged."""
    ranked = [
        (
            outcome(samples[index], each) == "correct",
            -gap if outcome(samples[index], each) != "correct" else gap,
            index,
        )
        for index, each in predictions.items()
        if 0 <= index < len(samples)
        for gap in [abs(each.score - threshold)]
    ]
    return min(ranked)[2] if ranked else -1


class MistakesButton(IconButton):
    """Goes to Inspect; where the project has no run of the better rung it is fitted first.

    Signals
    -------
    go(str)
        The user wants that page.
    """

    go = Signal(str)

    def __init__(self, stores: Stores) -> None:
        super().__init__("", "inspect", primary=True)
        self._stores = stores
        self._waits = 0  # key of the run that is being fitted
        self.clicked.connect(lambda: stores.world.with_project(self._look, self._cost))
        stores.world.runs_changed.connect(self._arrive)
        stores.world.predictions_changed.connect(self._arrive)
        stores.world.project_left.connect(self._forget)
        stores.world.data_opened.connect(self._forget)
        self.refresh()

    @property
    def rung(self) -> Rung | None:
        """The rung whose mistakes are looked at."""
        return better(self._stores.answer.state.rungs)

    def refresh(self) -> None:
        """Say what a click does."""
        rung = self.rung
        self.setVisible(rung is not None)  # plain filters answer long before the probe
        self.setEnabled(not self._waits)
        words = self.tr("Look at the mistakes")
        if rung is not None and not rung.overkills + rung.escapes:
            words = self.tr("Look at the closest calls")
        if self._waits and rung is not None:
            template = self.tr("Fitting {setting}...")
            words = template.format(setting=setting_name(Setting(rung.setting)))
        self.setText(words)
        self.setToolTip("" if self._run() is not None else self._cost())

    def _cost(self) -> str:
        rung = self.rung
        if rung is None:
            return ""
        template = self.tr("{setting} is fitted as a run first: {time}.")
        name = setting_name(Setting(rung.setting))
        return template.format(setting=name, time=about(rung.seconds))

    def _run(self) -> RunRecord | None:
        """The project's newest run of the better rung on these images."""
        world, rung = self._stores.world, self.rung
        fitting = (
            run
            for run in world.runs
            if rung is not None
            and run.usable
            and run.recipe.setting == rung.setting
            and world.fits_data(run.path)
            and not (run.summary and run.summary.kind)
        )
        return next(fitting, None)

    def _look(self) -> None:
        world, rung = self._stores.world, self.rung
        if rung is None or world.data is None or self._waits:
            return
        run = self._run()
        if run is not None:
            self._show(run)
            return
        if world.listing_runs:
            # The project was opened a moment ago: what it has is not known yet.
            self._waits = -1
        else:
            self._fit(rung)
        self.refresh()

    def _fit(self, rung: Rung) -> None:
        world = self._stores.world
        assert world.data is not None
        recipe = default_recipe(rung.setting, folds=world.data.folds, seed=world.data.seed)
        self._stores.train.train((recipe,))
        self._waits = world.runs[0].key if world.runs else 0

    def _arrive(self) -> None:
        """Go on once what was waited for is there."""
        world = self._stores.world
        if self._waits == -1 and not world.listing_runs:
            self._waits = 0
            self._look()
        elif self._waits > 0:
            run = world.run_of(key=self._waits)
            if run is None or (not run.job and not run.usable):
                self._waits = 0
                self.refresh()
            elif run.usable and run.summary is not None:
                self._waits = 0
                self.refresh()
                if self.isVisible():  # who has gone elsewhere is not fetched back
                    self._show(run)

    def _show(self, run: RunRecord) -> None:
        world, rung = self._stores.world, self.rung
        threshold = run.summary.threshold if run.summary is not None else 0.5
        judged = world.predictions.get(run.path, {})
        index = worst_miss(world.samples, judged, threshold)
        if index < 0 and rung is not None and rung.examples:
            index = rung.examples[0].index
        if not judged:
            world.judge(run.path)
        self._stores.inspect.choose_run(run.path)
        if index >= 0:
            self._stores.inspect.inspect(index)
        self.go.emit("inspect")

    def _forget(self) -> None:
        self._waits = 0
        self.refresh()
