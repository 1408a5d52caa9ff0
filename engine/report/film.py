"""The article's Fig. 11 as a picture: eleven steps from one defect to another."""

from __future__ import annotations

import io
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.figure import Figure
from numpy.typing import NDArray

STEPS = 11


@dataclass(frozen=True, slots=True)
class Row:
    """One network's way along the line.

    Attributes
    ----------
    name : of the run
    maps : float32 (h, w) each, one a step, channels summed; all to one scale
    t, first, second : float64 (points,), places and probabilities of both ends' defects
    """

    name: str
    maps: tuple[NDArray[np.float32], ...]
    t: NDArray[np.float64]
    first: NDArray[np.float64]
    second: NDArray[np.float64]


def film(
    pictures: Sequence[NDArray[np.uint8]], rows: Sequence[Row], ends: tuple[str, str], kind: str
) -> bytes:
    """Draw pixels, feature maps and probabilities along a line.

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
    with mpl.rc_context(style), warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph", UserWarning)
        figure = Figure((count * 1.0 + 0.6, 1.15 + 2.2 * len(rows)), layout="constrained")
        heights = [1.0, *([1.0, 0.9] * len(rows))]
        grid = figure.add_gridspec(1 + 2 * len(rows), count, height_ratios=heights)
        for step, picture in enumerate(pictures):
            axes = figure.add_subplot(grid[0, step])
            axes.imshow(picture, cmap="gray", vmin=0, vmax=255)
            axes.set_title(f"{step / max(1, count - 1):.1f}", fontsize=8)
            _bare(axes, "pixels" if step == 0 else "")
        for number, row in enumerate(rows):
            top = max(float(each.max()) for each in row.maps) or 1.0
            for step, values in enumerate(row.maps):
                axes = figure.add_subplot(grid[1 + 2 * number, step])
                axes.imshow(values, cmap="magma", vmin=0, vmax=top, interpolation="nearest")
                _bare(axes, row.name if step == 0 else "")
            axes = figure.add_subplot(grid[2 + 2 * number, :])
            axes.plot(row.t, row.first, color="#D55E00", label=ends[0])
            axes.plot(row.t, row.second, color="#0072B2", label=ends[1])
            both = np.minimum(row.first, row.second) > 0.5
            axes.fill_between(row.t, 0, 1, where=both.tolist(), color="#999999", alpha=0.3, lw=0,
                              label="both above 0.5")  # fmt: skip
            axes.set_xlim(0, 1)
            axes.set_ylim(0, 1.02)
            axes.set_ylabel("p")
            axes.legend(frameon=False, loc="center left", bbox_to_anchor=(1.0, 0.5), fontsize=7)
        held = io.BytesIO()
        figure.savefig(held, format=kind, dpi=150, metadata={"Date": None} if kind == "svg" else {})
    return held.getvalue()


def _bare(axes: Any, name: str) -> None:
    axes.set_xticks([])
    axes.set_yticks([])
    if name:
        axes.set_ylabel(name, fontsize=7)
