"""Runs that repeat each other are one group: a bar is their mean, a whisker their range."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtGui import QColor

from engine.core.recipe import Preset, Setting
from engine.measures.values import LayerActivity, RunMeasures, born, null_change, switched_off
from gui.store.run_names import plain_name
from gui.store.run_record import RunRecord
from gui.style.look import LOOK

SOURCE_SETTINGS = (Setting.TRANSFER, Setting.FROZEN)
"""Settings that start from source weights."""
COMPARED = (Setting.TRANSFER, Setting.SCRATCH_AUG)
SETTING_ORDER = (*COMPARED, *(setting for setting in Setting if setting not in COMPARED))
"""The order of bars, of every setting there is: what the article compares stands side by side."""

GroupKey = tuple[str, str, str]


def group_key(run: RunRecord) -> GroupKey:
    """Runs of equal setting, preset and network repeat each other on other folds."""
    return run.recipe.setting, run.recipe.preset, run.recipe.network


def group_keys(runs: Iterable[RunRecord]) -> list[GroupKey]:
    """Return the groups of runs in the order of their bars."""
    presets = list(Preset)
    return sorted(
        {group_key(run) for run in runs},
        key=lambda key: (
            SETTING_ORDER.index(Setting(key[0])),
            presets.index(Preset(key[1])),
            key[2],
        ),
    )


def group_colour(key: GroupKey, runs: Iterable[RunRecord]) -> QColor:
    """Return the colour of a group among all runs there are."""
    keys = group_keys(runs)
    return LOOK.run_colour((keys.index(key) if key in keys else 0) + 1)


@dataclass(frozen=True, slots=True)
class Counts:
    """Channels of one layer in one run; the last two are None for a network at iteration 0."""

    dead: int
    channels: int
    off: int | None = None
    born: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """The value of one run; `null` is what it would be without what it is about."""

    run: str
    value: float
    counts: Counts | None = None
    null: float | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """The readings of one layer in one group."""

    readings: tuple[Reading, ...]

    @property
    def mean(self) -> float:
        """The bar."""
        return float(np.mean([reading.value for reading in self.readings]))

    @property
    def low(self) -> float:
        """The whisker's lower end: the smallest run."""
        return min(reading.value for reading in self.readings)

    @property
    def high(self) -> float:
        """The whisker's upper end: the largest run."""
        return max(reading.value for reading in self.readings)

    @property
    def null(self) -> float | None:
        """Mean of the nulls; None where a run has none."""
        nulls = [reading.null for reading in self.readings if reading.null is not None]
        return float(np.mean(nulls)) if len(nulls) == len(self.readings) else None

    @property
    def whisker(self) -> bool:
        """A single run has no range."""
        return len(self.readings) > 1


@dataclass(frozen=True, slots=True)
class BarSet:
    """One colour of bars. `kind` is "end", or "source" or "random" for iteration 0."""

    key: GroupKey
    kind: str
    bars: Mapping[str, Bar]
    runs: int


Pairs = Sequence[tuple[RunRecord, RunMeasures]]


def layers_of(sets: Iterable[BarSet]) -> tuple[str, ...]:
    """Return every layer some set has a bar for, in the order of the first that has it."""
    return tuple(dict.fromkeys(layer for one in sets for layer in one.bars))


def change_bars(measured: Pairs) -> list[BarSet]:
    """Group the weight change. Frozen runs and layers that cannot be compared are left out."""

    def readings(run: RunRecord, found: RunMeasures) -> dict[str, Reading]:
        null = null_change(found.changes)
        return {
            change.layer: Reading(plain_name(run), change.weight, null=null.get(change.layer))
            for change in found.changes
            if change.comparable and change.weight is not None
        }

    return _sets([(run, found) for run, found in measured if not found.frozen], "end", readings)


def dead_bars(measured: Pairs) -> list[BarSet]:
    """Group the dead shares: the networks as trained, then those they started from.

    Runs that started from source weights share one network at iteration 0; they differ only in
    the images looked at. Frozen runs kept it, so only their beginning is shown.
    """
    trained = [(run, result) for run, result in measured if not result.frozen]
    sets = _sets(trained, "end", _dead_at_the_end)
    for kind, wanted in (("source", True), ("random", False)):
        begun = [
            (run, result)
            for run, result in measured
            if (run.recipe.setting in SOURCE_SETTINGS) is wanted
        ]
        for network in dict.fromkeys(run.recipe.network for run, _ in begun):
            same = [pair for pair in begun if pair[0].recipe.network == network]
            sets.append(_one_set(("", "", network), same, kind, _dead_at_the_beginning))
    return sets


def flat_bars(measured: Pairs, names: tuple[str, str, str, str]) -> list[BarSet]:
    """Group the mean flatness: D and control at iteration 0, then at the end.

    `names` stand in the place of layers. Frozen runs are shown too: they did not move.
    """

    def readings(run: RunRecord, found: RunMeasures) -> dict[str, Reading]:
        before, after = found.flatness_before, found.flatness
        values = (before.index, before.control, after.index, after.control)
        return {
            name: Reading(plain_name(run), value)
            for name, value in zip(names, values, strict=True)
            if value is not None
        }

    return _sets(measured, "end", readings)


def _dead_at_the_end(run: RunRecord, found: RunMeasures) -> dict[str, Reading]:
    result = {}
    for before, after in zip(found.activity_before.layers, found.activity.layers, strict=True):
        counts = Counts(
            int(after.dead.sum()),
            len(after.dead),
            int(switched_off(before, after).sum()),
            int(born(before, after).sum()),
        )
        result[after.layer] = Reading(plain_name(run), after.dead_share, counts)
    return result


def _dead_at_the_beginning(run: RunRecord, found: RunMeasures) -> dict[str, Reading]:
    def counts(layer: LayerActivity) -> Counts:
        return Counts(int(layer.dead.sum()), len(layer.dead))

    return {
        layer.layer: Reading(plain_name(run), layer.dead_share, counts(layer))
        for layer in found.activity_before.layers
    }


_Readings = Callable[[RunRecord, RunMeasures], dict[str, Reading]]


def _sets(measured: Pairs, kind: str, readings: _Readings) -> list[BarSet]:
    keys = group_keys(run for run, _ in measured)
    return [
        _one_set(key, [pair for pair in measured if group_key(pair[0]) == key], kind, readings)
        for key in keys
    ]


def _one_set(key: GroupKey, pairs: Pairs, kind: str, readings: _Readings) -> BarSet:
    result: dict[str, list[Reading]] = {}
    for run, measures in pairs:
        for layer, reading in readings(run, measures).items():
            result.setdefault(layer, []).append(reading)
    bars = {layer: Bar(tuple(items)) for layer, items in result.items()}
    return BarSet(key, kind, bars, len(pairs))
