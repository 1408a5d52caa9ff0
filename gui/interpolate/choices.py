"""What is looked at first: pairs of images, and the runs beside each other. No widgets here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.core.recipe import Setting
from engine.core.values import DataSummary, SampleRow
from gui.store.run_record import RunRecord

ARTICLE_PAIRS = ((0, 1), (1, 4))
"""Textures that are put together where there are five or more: first and second, second and
fifth."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two images by their numbers, and what they are called together."""

    first: int
    second: int
    name: str


def default_pairs(data: DataSummary) -> tuple[Pair, ...]:
    """Return pairs worth a first look, the most telling first.

    Defects of two textures; with one texture only a defect and a normal image of it; where nothing
    is known of defects, two classes.
    """
    first: dict[str, SampleRow] = {}
    for sample in data.samples:
        first.setdefault(sample.class_name, sample)
    in_order = [first[name] for name, _ in data.classes if name in first]
    defects = [row for row in in_order if row.defective]
    by_texture = list({row.texture: row for row in reversed(defects)}.values())[::-1]
    if len(by_texture) > 1:
        places: tuple[tuple[int, int], ...] = ARTICLE_PAIRS
        if len(by_texture) < 5:
            places = tuple((i, i + 1) for i in range(len(by_texture) - 1))
        return tuple(_pair(by_texture[a], by_texture[b], textures=True) for a, b in places)
    normal = [row for row in in_order if row.defective is False]
    if by_texture and normal:
        bad = by_texture[0]
        same = next((row for row in normal if row.texture == bad.texture), normal[0])
        return (_pair(bad, same),)
    if len(in_order) > 1:
        return (_pair(in_order[0], in_order[1]),)
    if len(data.samples) > 1:
        return (_pair(data.samples[0], data.samples[1]),)
    return ()


def _pair(first: SampleRow, second: SampleRow, *, textures: bool = False) -> Pair:
    names = [row.texture if textures else row.class_name for row in (first, second)]
    return Pair(first.index, second.index, " \N{EN DASH} ".join(names))


def fitting_runs(runs: Sequence[RunRecord], data: DataSummary | None) -> list[RunRecord]:
    """Return the runs whose networks know the open images, the newest first."""
    return [
        run
        for run in runs
        if data and run.usable and run.summary and run.summary.fingerprint == data.fingerprint
    ]


def default_runs(runs: Sequence[RunRecord]) -> tuple[str, str]:
    """Return the folders to put side by side: newest from scratch with augmentation, transfer."""

    def newest(*settings: Setting) -> str:
        trained = (run for run in runs if not (run.summary and run.summary.parent))
        return next((run.path for run in trained if run.recipe.setting in settings), "")

    right = newest(Setting.TRANSFER) or newest(Setting.FROZEN)
    left = newest(Setting.SCRATCH_AUG) or newest(Setting.SCRATCH)
    others = [run.path for run in runs if run.path not in (left, right)]
    left = left or (others.pop(0) if others else "")
    return left, right or (others[0] if others else "")


def textures_of(pair: tuple[int, int], samples: Sequence[SampleRow]) -> tuple[str, str] | None:
    """Return the textures of a pair over which the overlap can be measured, else None."""
    rows = {row.index: row for row in samples if row.index in pair}
    first, second = rows.get(pair[0]), rows.get(pair[1])
    if first is None or second is None or not (first.defective and second.defective):
        return None
    if first.texture == second.texture:
        return None
    return first.texture, second.texture
