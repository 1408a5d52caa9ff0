"""Sentences the measure tabs share: names of groups, samples, and runs in short."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from engine.core.recipe import Preset, Setting
from gui.toolkit.run_groups import BarSet, GroupKey, Pairs
from gui.words.terms import preset_name, setting_name
from gui.words.text import count

tr = QCoreApplication.translate


def group_name(key: GroupKey, among: Iterable[GroupKey]) -> str:
    """Name a group by its setting, and by preset and network where others share the setting."""
    same = {other for other in among if other[0] == key[0]} | {key}
    parts = [setting_name(Setting(key[0]))]
    if len({other[1] for other in same}) > 1:
        parts.append(preset_name(Preset(key[1])).lower())
    if len({other[2] for other in same}) > 1:
        parts.append(key[2])
    return ", ".join(parts)


def set_name(one: BarSet, among: Sequence[BarSet]) -> str:
    """Name a set of bars."""
    several = len({other.key[2] for other in among}) > 1
    network = f" ({one.key[2]})" if several else ""
    if one.kind == "source":
        return tr("measures", "Source network, iteration 0") + network
    if one.kind == "random":
        return tr("measures", "Random network, iteration 0") + network
    name = group_name(one.key, [other.key for other in among if other.kind == "end"])
    if one.runs > 1:
        return tr("measures", "{name} ({n} runs)").format(name=name, n=one.runs)
    return name


def span(values: Iterable[int]) -> str:
    """Return a number, or the range of several that differ."""
    result = sorted(set(values))
    if not result:
        return tr("measures", "none")
    if len(result) == 1:
        return count(result[0])
    return tr("measures", "{low} to {high}").format(low=count(result[0]), high=count(result[-1]))


def sample_words(measured: Pairs) -> str:
    """Say on what was measured: |S|, seed, and the iteration of the weights."""
    return tr(
        "measures", "S: {n} test images a run (|S|), seed {seed}; weights of iteration {i}."
    ).format(
        n=span(result.activity.images for _, result in measured),
        seed=span(result.seed for _, result in measured),
        i=span(result.iteration for _, result in measured),
    )


def whisker_words(sets: Sequence[BarSet]) -> str:
    """Say what bars and whiskers are."""
    if any(one.runs > 1 for one in sets):
        return tr(
            "measures", "Bar: mean over the runs of a group; whisker: smallest to largest run."
        )
    return tr("measures", "One run a bar, so no whisker: train more folds to see the spread.")
