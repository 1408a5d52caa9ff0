"""The report's pictures, as SVG: one a claim, and the curve of labelled defects."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING

import numpy as np

from engine.core.recipe import Setting
from engine.core.values import CurvePoint
from engine.measures.values import Flatness, RunMeasures, RunOverlap
from engine.study.report_drawing import (
    COLOURS,
    CONTROL_COLOUR,
    MARKS,
    SOURCE_COLOUR,
    Words,
    draw,
)
from engine.study.values import Board, kaplan_meier

if TYPE_CHECKING:
    from matplotlib.axes import Axes

NONE_AT = 0.5
"""Where no labelled defect stands on a logarithmic axis."""

Held = Mapping[Setting, Sequence[RunMeasures]]
Curves = Mapping[tuple[Setting, int], Sequence[CurvePoint]]


def domains(measures: RunMeasures, words: Words) -> str | None:
    """Source, target and control windows on the first two components (claim 1)."""
    embedding = measures.embedding
    if embedding is None:
        return None

    def paint(axes: Axes) -> None:
        for number, name, colour, mark in (
            (0, words("source"), SOURCE_COLOUR, "x"),
            (1, words("target"), COLOURS[Setting.TRANSFER], "o"),
        ):
            rows = embedding.pca[embedding.domains == number]
            axes.scatter(
                rows[:, 0], rows[:, 1], s=12, c=colour, marker=mark, label=name, linewidths=0.8
            )
        # Other photographs, where there are any: they ought to lie among the source's.
        control = embedding.control_pca
        if control is not None and len(control):
            x, y = control.T
            axes.scatter(x, y, s=16, c=CONTROL_COLOUR, marker="+", label=words("control"),
                         linewidths=0.8, zorder=0)  # fmt: skip
        share = [*embedding.explained, 0.0, 0.0]
        axes.set_xlabel(words("component 1 ({share} of variance)", share=f"{share[0]:.0%}"))
        axes.set_ylabel(words("component 2 ({share} of variance)", share=f"{share[1]:.0%}"))
        axes.legend(frameon=False)

    return draw(paint)


def per_layer(
    held: Held,
    value: Callable[[RunMeasures], Mapping[str, float | None]],
    label: str,
    words: Words,
    source: Mapping[str, float | None] | None = None,
    null: Callable[[RunMeasures], Mapping[str, float]] | None = None,
) -> str | None:
    """Grouped bars of a figure per layer: mean over folds, from the least to the greatest fold.

    Parameters
    ----------
    value
        Gives a run's figure by layer, in order.
    source
        The source network's own, shown first.
    null
        Gives what each bar is held against, a stroke across it: mean over folds.
    """
    groups: list[tuple[str, str, list[Mapping[str, float | None]]]] = []
    if source is not None:
        groups.append((words("source network"), SOURCE_COLOUR, [source]))
    for setting, runs in held.items():
        if runs:
            groups.append((words(setting.value), COLOURS[setting], [value(r) for r in runs]))
    if not groups:
        return None
    layers = list(groups[0][2][0])
    nulls = [] if null is None else [[null(run) for run in runs] for runs in held.values() if runs]

    def paint(axes: Axes) -> None:
        width = 0.8 / len(groups)
        for place, (name, colour, folds) in enumerate(groups):
            at = np.arange(len(layers)) + (place - (len(groups) - 1) / 2) * width
            values = np.array([[f.get(layer) or 0.0 for layer in layers] for f in folds])
            mean = values.mean(0)
            axes.bar(at, mean, width, color=colour, label=f"{name} ({len(folds)})")
            if len(folds) > 1:
                spread = [mean - values.min(0), values.max(0) - mean]
                axes.errorbar(at, mean, spread, fmt="none", ecolor="#333333", lw=0.8)
        for place, evens in enumerate(nulls, start=len(groups) - len(nulls)):
            at = np.arange(len(layers)) + (place - (len(groups) - 1) / 2) * width
            even = np.array([[f.get(layer, np.nan) for layer in layers] for f in evens]).mean(0)
            said = words("null: every weight equally far") if evens is nulls[0] else "_none"
            axes.hlines(even, at - width / 2, at + width / 2, color="#111111", lw=1.2, label=said)
        axes.set_xticks(range(len(layers)), layers, rotation=60, ha="right")
        axes.set_ylabel(label)
        # Above the axes: bars and strokes may be tall anywhere.
        axes.legend(frameon=False, ncols=3, loc="lower left", bbox_to_anchor=(0.0, 1.0))

    return draw(paint, height=3.6)


def flat(held: Held, words: Words, source: Flatness | None) -> str | None:
    """Flatness of the source network and each setting beside its Gaussian control (claim 7)."""
    rows = [
        (
            words(setting.value),
            COLOURS[setting],
            [r.flatness for r in runs if r.flatness.index is not None],
        )
        for setting, runs in held.items()
    ]
    if source is not None and source.index is not None:
        rows.insert(0, (words("source network"), SOURCE_COLOUR, [source]))
    rows = [row for row in rows if row[2]]
    if not rows:
        return None

    def paint(axes: Axes) -> None:
        for place, (_, colour, result) in enumerate(rows):
            axes.bar(place - 0.2, fmean(f.index or 0 for f in result), 0.4, color=colour)
            axes.bar(
                place + 0.2,
                fmean(f.control or 0 for f in result),
                0.4,
                color="#CCCCCC",
                label=words("Gaussian control") if place == 0 else None,
            )
            for f in result:
                axes.errorbar(
                    place - 0.2, f.index or 0, f.spread or 0, fmt="o", ms=3, color="#333333", lw=0.8
                )
        axes.set_xticks(range(len(rows)), [name for name, _, _ in rows])
        axes.set_ylabel(words("flatness index D (smaller is flatter)"))
        axes.legend(frameon=False)

    return draw(paint)


def fitting(curves: Curves, setting: Setting, words: Words) -> str | None:
    """Training loss falling while live accuracy does not follow: over-fitting (claim 2)."""
    runs = [points for (result, _), points in sorted(curves.items()) if result is setting]
    if not runs:
        return None

    def paint(axes: Axes) -> None:
        beside = axes.twinx()
        for number, points in enumerate(runs):
            loss = [(p.iteration, p.loss) for p in points if p.loss is not None]
            seen = [(p.iteration, p.accuracy) for p in points if p.accuracy is not None]
            named = number == 0
            if loss:
                values = np.array([value for _, value in loss])
                width = max(1, len(values) // 40)
                smooth = np.convolve(values, np.ones(width) / width, "valid")
                axes.plot(
                    [i for i, _ in loss][width - 1 :],
                    smooth,
                    color="#7F7F7F",
                    lw=1.2,
                    label=words("training loss") if named else None,
                )
            if seen:
                name = words("accuracy on live validation images") if named else None
                beside.plot(
                    *zip(*seen, strict=True),
                    color=COLOURS[setting],
                    marker=MARKS[setting],
                    ms=3,
                    lw=1.2,
                    label=name,
                )
        axes.set_xlabel(words("iterations"))
        axes.set_ylabel(words("training loss"))
        axes.set_ylim(bottom=0)
        beside.set_ylabel(words("accuracy on live validation images"))
        beside.set_ylim(0, 1.03)
        beside.spines["right"].set_visible(True)

    return draw(paint)


def overlaps(held: Mapping[Setting, Sequence[RunOverlap]], words: Words) -> str | None:
    """Overlap of both defects by layer, mean of folds, bootstrap interval over pairs (claim 8)."""
    groups = [(setting, runs) for setting, runs in held.items() if runs]
    if not groups:
        return None
    layers = [layer.layer for layer in groups[0][1][0].layers]

    def paint(axes: Axes) -> None:
        width = 0.8 / len(groups)
        for place, (setting, runs) in enumerate(groups):
            at = np.arange(len(layers)) + (place - (len(groups) - 1) / 2) * width
            mean, low, high = (
                np.array(
                    [fmean(getattr(r.layers[i], name) for r in runs) for i in range(len(layers))]
                )
                for name in ("mean", "low", "high")
            )
            axes.bar(at, mean, width, color=COLOURS[setting], label=words(setting.value))
            spread = [np.maximum(0, mean - low), np.maximum(0, high - mean)]
            axes.errorbar(at, mean, spread, fmt="none", ecolor="#333333", lw=0.8, capsize=2)
        shown = [words("pixels (control)") if name == "input" else name for name in layers]
        axes.set_xticks(range(len(layers)), shown)
        axes.set_ylabel(words("share of the line with both defects"))
        axes.legend(frameon=False)

    return draw(paint)


def live_auc(
    curves: Curves, settings: Sequence[Setting], target: float, words: Words
) -> str | None:
    """Validation AUC against iterations, every run a line (claims 3 and 4).

    None where no run has any: what is fitted in one step has no curve.
    """
    seen = (p.auc for (kind, _), points in curves.items() if kind in settings for p in points)
    if all(auc is None for auc in seen):
        return None

    def paint(axes: Axes) -> None:
        for setting in settings:
            named = False
            for (result, _fold), points in sorted(curves.items()):
                rows = [(p.iteration, p.auc) for p in points if p.auc is not None]
                if result is not setting or not rows:
                    continue
                axes.plot(
                    *zip(*rows, strict=True),
                    color=COLOURS[setting],
                    marker=MARKS[setting],
                    ms=3,
                    lw=1.2,
                    label=None if named else words(setting.value),
                )
                named = True
        axes.axhline(target, color="#999999", lw=0.8, ls="--")
        axes.set_xscale("log")
        axes.set_ylim(-0.02, 1.02)
        axes.set_xlabel(words("iterations"))
        axes.set_ylabel(words("AUC on live validation images"))
        axes.legend(frameon=False)

    return draw(paint)


def arrivals(board: Board, words: Words) -> str | None:
    """Kaplan-Meier curves of reaching the target AUC (claim 3)."""
    result = [item for item in board.reach if item.auc == board.target]
    if not result:
        return None

    def paint(axes: Axes) -> None:
        for setting in Setting:
            mine = [item for item in result if item.setting is setting]
            if not mine:
                continue
            steps = kaplan_meier(mine)
            x, y = [max(1, s[0]) for s in steps], [1 - s[1] for s in steps]
            axes.step(x, y, where="post", color=COLOURS[setting], label=words(setting.value))
            for item in mine:
                if not item.reached:
                    share = next(1 - s[1] for s in reversed(steps) if s[0] <= item.iteration)
                    axes.plot(item.iteration, share, "|", color=COLOURS[setting], ms=12)
        axes.set_xscale("log")
        axes.set_ylim(-0.05, 1.05)
        axes.set_xlabel(words("iterations"))
        axes.set_ylabel(words("share of folds at AUC {target}", target=f"{board.target:.2f}"))
        axes.legend(frameon=False)

    return draw(paint)


def accuracies(board: Board, words: Words) -> str:
    """Test accuracy of every setting with exact intervals, beside the trivial baseline."""

    def paint(axes: Axes) -> None:
        for place, row in enumerate(board.rows):
            low, high = row.accuracy_interval
            spread = [[row.accuracy - low], [high - row.accuracy]]
            axes.errorbar(
                place,
                row.accuracy,
                spread,
                fmt=MARKS[row.setting],
                capsize=3,
                color=COLOURS[row.setting],
            )
        axes.axhline(
            board.baseline, color="#999999", lw=0.8, ls="--", label=words("never a defect")
        )
        axes.set_xticks(range(len(board.rows)), [words(row.setting.value) for row in board.rows])
        axes.set_xlim(-0.5, max(0.5, len(board.rows) - 0.5))
        axes.set_ylim(0, 1.03)
        axes.set_ylabel(words("test accuracy"))
        axes.legend(frameon=False)

    return draw(paint)


@dataclass(frozen=True, slots=True)
class Lost:
    """What a student has less than its teacher on test images; `auc` None where undefined."""

    filters: int
    accuracy: float
    auc: float | None


def students(lost: Mapping[Setting, Sequence[Lost]], words: Words) -> str | None:
    """What students lose, a mark each, by their filters and their teacher's setting (claim 10)."""
    groups = [(setting, found) for setting, found in lost.items() if found]
    if not groups:
        return None

    def paint(axes: Axes) -> None:
        kinds: tuple[tuple[str, Callable[[Lost], float | None], str], ...] = (
            (words("accuracy"), lambda one: one.accuracy, "o"),
            ("AUC", lambda one: one.auc, "D"),
        )
        columns = [(group, kind) for group in groups for kind in kinds]
        for place, ((setting, found), (name, read, mark)) in enumerate(columns):
            # A little apart, so that marks do not cover each other.
            shift = 1.08 ** (place - (len(columns) - 1) / 2)
            points = [
                (one.filters * shift, 100 * v) for one in found if (v := read(one)) is not None
            ]
            if not points:
                continue
            axes.plot(
                [x for x, _ in points],
                [y for _, y in points],
                mark,
                ms=5,
                color=COLOURS[setting],
                mfc=COLOURS[setting] if mark == "o" else "none",
                label=f"{words(setting.value)}: {name}",
            )
        sizes = sorted({one.filters for _, found in groups for one in found})
        axes.axhline(0, color="#999999", lw=0.8, ls="--")
        axes.set_xscale("log")
        axes.set_xlim(sizes[0] / 1.6, sizes[-1] * 1.6)
        axes.set_xticks(sizes, [str(size) for size in sizes])
        axes.set_xticks([], minor=True)
        axes.set_xlabel(words("filters of the student"))
        axes.set_ylabel(words("less than its teacher, points"))
        axes.legend(frameon=False)

    return draw(paint)


def defects_curve(board: Board, words: Words) -> str | None:
    """AUC against labelled defects, every draw a dot (how many are needed)."""
    if not board.curve:
        return None

    def paint(axes: Axes) -> None:
        settings = [s for s in Setting if any(dot.setting is s for dot in board.curve)]
        for place, setting in enumerate(settings):
            dots = [d for d in board.curve if d.setting is setting and d.auc is not None]
            # A little apart, so that intervals do not cover each other.
            shift = 1.04 ** (place - (len(settings) - 1) / 2)
            x = [max(NONE_AT, dot.defects) * shift for dot in dots]
            y = [dot.auc or 0.0 for dot in dots]
            low = [
                max(0.0, v - (d.auc_low if d.auc_low is not None else v))
                for d, v in zip(dots, y, strict=True)
            ]
            high = [
                max(0.0, (d.auc_high if d.auc_high is not None else v) - v)
                for d, v in zip(dots, y, strict=True)
            ]
            axes.errorbar(
                x,
                y,
                [low, high],
                color=COLOURS[setting],
                marker=MARKS[setting],
                ms=4,
                lw=1.2,
                capsize=2,
                label=words(setting.value),
            )
            for dot, at in zip(dots, x, strict=True):
                aucs = [draw.auc for draw in dot.draws if draw.auc is not None]
                axes.plot([at] * len(aucs), aucs, ".", color=COLOURS[setting], ms=3, alpha=0.6)
        counts = sorted({dot.defects for dot in board.curve})
        axes.set_xscale("log")
        axes.set_xticks([max(NONE_AT, n) for n in counts], [str(count) for count in counts])
        axes.minorticks_off()
        least = min(
            [draw.auc for dot in board.curve for draw in dot.draws if draw.auc is not None] or [0.5]
        )
        axes.set_ylim(max(0.0, min(0.5, least) - 0.03), 1.01)
        axes.set_xlabel(words("labelled defects"))
        axes.set_ylabel(words("test AUC"))
        axes.legend(frameon=False)

    return draw(paint, height=3.6)
