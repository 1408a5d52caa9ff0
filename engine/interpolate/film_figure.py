"""The article's Fig. 11 as a picture: steps from one defect to another."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from engine.core.known_warnings import ignore_expected
from engine.data.image import resize
from engine.interpolate.values import IN_GREYS, LEVELS

if TYPE_CHECKING:
    from matplotlib.figure import Figure

ignore_expected()

COLOURS = {
    "sum": "magma",
    "channel": "magma",
    "first": "RdBu_r",
    "second": "RdBu_r",
}
NAMES = {
    "sum": "all channels",
    "channel": "one channel",
    "first": "weights of the first class",
    "second": "weights of the second class",
    "patches": "nearest real patches",
    "decoded": "decoded",
}


@dataclass(frozen=True, slots=True)
class NearImage:
    """A real image near a point: uint8 (H, W[, 3]); distance as a share of that of the ends."""

    image: NDArray[np.uint8]
    distance: float


@dataclass(frozen=True, slots=True)
class Row:
    """One network's way along the line.

    Attributes
    ----------
    name : of the setting
    picture : one of `engine.interpolate.values.PICTURES`
    maps : float32 (h, w) each, one a step
    scale : lowest and highest value on the line
    t, first, second : float64 (points,), places and probabilities of both ends' classes
    layer : where the line lies
    overlap : share of the line at each of `LEVELS`; None where it is not defined
    near : one a step, or none at all
    """

    name: str
    picture: str
    maps: tuple[NDArray[np.float32], ...]
    scale: tuple[float, float]
    t: NDArray[np.float64]
    first: NDArray[np.float64]
    second: NDArray[np.float64]
    layer: str
    overlap: tuple[float, float] | None
    near: tuple[NearImage, ...] = ()


def film(
    pictures: Sequence[NDArray[np.uint8]], rows: Sequence[Row], ends: tuple[str, str], kind: str
) -> bytes:
    """Draw pixels, features and probabilities along a line.

    Parameters
    ----------
    pictures
        uint8 (H, W) or (H, W, 3), one a step: the line in pixels.
    rows
        One a network.
    ends
        Names of both ends' classes.
    kind
        "png" or "svg".
    """
    style: dict[Any, Any] = {"svg.fonttype": "none", "svg.hashsalt": "transferlens", "font.size": 8}
    count = len(pictures)
    heights = [1.0]
    for row in rows:
        heights += [1.0, *([1.0] if row.near else []), 0.9]
    # Loaded with the first picture: it takes half a second and 27 MB that most sessions do without.
    import matplotlib as mpl
    from matplotlib.figure import Figure

    with mpl.rc_context(style):
        size = (count * 1.0 + 1.4, 0.2 + 1.1 * sum(heights))
        figure = Figure(size, layout="constrained")
        grid = figure.add_gridspec(len(heights), count, height_ratios=heights)
        place = 0
        for step, picture in enumerate(pictures):
            axes = figure.add_subplot(grid[place, step])
            axes.imshow(_small(picture), cmap="gray", vmin=0, vmax=255)
            axes.set_title(f"{step / max(1, count - 1):.1f}", fontsize=8)
            _bare(axes, "pixels" if step == 0 else "")
        for row in rows:
            place = _row(figure, grid, place + 1, row, ends)
        held = io.BytesIO()
        figure.savefig(held, format=kind, dpi=150, metadata={"Date": None} if kind == "svg" else {})
    return held.getvalue()


def _row(figure: Figure, grid: Any, place: int, row: Row, ends: tuple[str, str]) -> int:
    """Draw one network from a line of the grid on; returns the last one it took."""
    low, high = row.scale
    if COLOURS.get(row.picture) == "RdBu_r":
        high = max(abs(low), abs(high))
        low = -high
    for step, values in enumerate(row.maps):
        axes = figure.add_subplot(grid[place, step])
        if row.picture in IN_GREYS:
            axes.imshow(_small(values.astype(np.uint8)), cmap="gray", vmin=0, vmax=255)
        else:
            axes.imshow(
                values,
                cmap=COLOURS[row.picture],
                vmin=low,
                vmax=high or 1.0,
                interpolation="nearest",
            )
        _bare(axes, f"{row.name}\n{row.layer}\n{NAMES[row.picture]}" if step == 0 else "")
    if row.near:
        place += 1
        for step, near in enumerate(row.near):
            axes = figure.add_subplot(grid[place, step])
            axes.imshow(_small(near.image), cmap="gray", vmin=0, vmax=255)
            axes.set_title(f"{near.distance:.2f}", fontsize=6, pad=1)
            _bare(axes, "nearest\nreal image" if step == 0 else "")
    place += 1
    axes = figure.add_subplot(grid[place, :])
    axes.plot(row.t, row.first, color="#D55E00", label=ends[0])
    axes.plot(row.t, row.second, color="#0072B2", label=ends[1])
    if row.overlap is not None:
        both = np.minimum(row.first, row.second)
        for level, share, grey in zip(LEVELS, row.overlap, ("#777777", "#bbbbbb"), strict=True):
            axes.fill_between(
                row.t,
                0,
                1,
                where=(both > level).tolist(),
                color=grey,
                alpha=0.35,
                lw=0,
                label=f"both above {level}: {100 * share:.0f} %",
            )
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1.02)
    axes.set_ylabel("p")
    axes.legend(frameon=False, loc="center left", bbox_to_anchor=(1.0, 0.5), fontsize=7)
    return place


def _small(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """A frame is an inch wide, and a file of 66 whole images is not read. Averaged: every so many
    pixels of a fine texture are another texture.
    """
    step = max(1, min(picture.shape[:2]) // 192)
    return resize(picture, picture.shape[0] // step, picture.shape[1] // step)


def _bare(axes: Any, name: str) -> None:
    axes.set_xticks([])
    axes.set_yticks([])
    if name:
        axes.set_ylabel(name, fontsize=7)
