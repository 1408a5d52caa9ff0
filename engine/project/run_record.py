"""What ``run.toml`` says of a run."""

from __future__ import annotations

import math
import os
import platform
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from engine.core.recipe import Recipe, View
from engine.core.values import Maker, Origin, Rates, ReaderOptions
from engine.data.sample import FULL_RANGE, Label
from engine.inspection.verdict import thresholds_of
from engine.network.values import Numerics, Preprocessing

if TYPE_CHECKING:
    from engine.inspection.dense import Judge
    from engine.network.window_classifier import WindowClassifier


@dataclass(frozen=True, kw_only=True)
class RunRecord:
    """The contents of run.toml.

    Attributes
    ----------
    state : running, done, stopped or failed; a "running" one that nobody advances was interrupted
    recipe, numerics, view : how it was trained; `view` is never auto
    labels : the classes in the network's order
    preprocessing : pixels to network input
    weights, weights_hash : key and tensor hash of the source weights ("" from scratch)
    initial_hash : tensor hash of the weights at iteration 0, which are not stored
    data_path, fingerprint, layout, options : the data set and how it was read
    data_relative : `data_path` from the project where both lie together, else ""; where the images
        are now is found out by :mod:`engine.project.places`
    drawn : short hash of the drawn regions it was trained with, which the folder keeps; "": none
    baseline : accuracy of "texture right, never a defect" on the test images
    live_baseline : the same on the images of the live curve; 0: not known
    validate_every, live_images : iterations between live validations and images judged at each,
        measured at the start; 0: not yet
    iteration, seconds : how far it is; seconds of optimiser steps
    best_iteration, threshold : what the verdicts are made with
    levels : log-odds of each texture's own threshold, which scores are counted from; empty: none
    validation, test : figures at that threshold
    colour : whether it was trained in colour; None where that was not written down
    processes : how many shared its batches; `launch` names the start of torchrun, "" without one
    origin : what a run was made from that was not trained itself; None: trained
    worker : the process that made it, the last one if it was resumed; None of older runs
    begun_as : name of the shorter run whose training it goes on with; "": its own from the start
    """

    state: str
    recipe: Recipe
    numerics: Numerics
    view: View
    labels: tuple[Label, ...]
    preprocessing: Preprocessing
    weights: str
    weights_hash: str
    initial_hash: str
    data_path: str
    fingerprint: str
    layout: str
    options: ReaderOptions
    baseline: float
    device_name: str
    versions: dict[str, str]
    created: str
    validate_every: int = 0
    live_images: int = 0
    iteration: int = 0
    seconds: float = 0.0
    best_iteration: int = 0
    threshold: float = 0.5
    validation: Rates | None = None
    test: Rates | None = None
    origin: Origin | None = None
    drawn: str = ""
    note: str = ""
    data_relative: str = ""
    levels: dict[str, float] = field(default_factory=dict)
    live_baseline: float = 0.0
    colour: bool | None = None
    processes: int = 1
    launch: str = ""
    worker: Maker | None = None
    begun_as: str = ""

    @property
    def thresholds(self) -> dict[str, float]:
        """Each texture's threshold of the plain probability, where each has its own."""
        return thresholds_of(self.threshold, self.levels)

    @property
    def on_test(self) -> bool:
        """Whether the live curve is measured on the test fold (no validation set)."""
        return self.recipe.validation == 0

    def judge(
        self, network: WindowClassifier, numerics: Numerics, threshold: float | None = None
    ) -> Judge:
        """Return a network that judges as this run does.

        `threshold` None: the run's, each texture at its own; another: the same for all textures.
        """
        from engine.inspection.dense import Judge

        own = threshold is None
        return Judge(
            network,
            numerics,
            self.labels,
            self.threshold if threshold is None else threshold,
            self.recipe.whole_side,
            self.levels if own else {},
            self.grey,
            self.colour,
        )

    @property
    def grey(self) -> tuple[float, float]:
        """Raw values that become 0 and 255 in files with more than 8 bits; of runs from before the
        whole range.
        """
        low, high = self.options.grey or FULL_RANGE
        return low, high

    @property
    def reading(self) -> ReaderOptions:
        """How its data set is read again: in the run's own grey window."""
        return replace(self.options, grey=self.grey)


def this_process() -> Maker:
    """Who makes a run here."""
    return Maker(os.getpid(), platform.node())


def check_record(record: RunRecord) -> None:
    """Refuse numbers that no verdict can be made with: with NaN every comparison fails."""
    numbers = (*record.levels.values(), *record.preprocessing.mean, *record.preprocessing.std)
    if not 0 <= record.threshold <= 1:
        raise ValueError("threshold")
    if not all(math.isfinite(value) for value in numbers) or 0 in record.preprocessing.std:
        raise ValueError("levels, mean or std")
