"""What all of the report's pictures share: colours, marks, and how one is drawn as SVG."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from engine.core.known_warnings import ignore_expected
from engine.core.recipe import Setting

if TYPE_CHECKING:
    from matplotlib.axes import Axes

ignore_expected()

Words = Callable[..., str]
"""Translates an English text, then fills in its values."""

COLOURS = {
    Setting.SCRATCH: "#D55E00",
    Setting.SCRATCH_AUG: "#E69F00",
    Setting.TRANSFER: "#0072B2",
    Setting.FROZEN: "#56B4E9",
    Setting.SMALL: "#009E73",
    Setting.FILTERS: "#7A5C3A",
    Setting.PROBE: "#B5579B",
}
SOURCE_COLOUR = "#7F7F7F"
CONTROL_COLOUR = "#CC79A7"
MARKS = {
    Setting.SCRATCH: "v",
    Setting.SCRATCH_AUG: "^",
    Setting.TRANSFER: "o",
    Setting.FROZEN: "s",
    Setting.SMALL: "D",
    Setting.FILTERS: "P",
    Setting.PROBE: "X",
}


def draw(paint: Callable[[Axes], None], width: float = 7.0, height: float = 3.2) -> str:
    """Paint one pair of axes and return an ``<svg>`` element; sizes in inches.

    Text stays text, in the reader's own font, so that every script is shown and can be searched.
    """
    style: dict[Any, Any] = {
        "svg.fonttype": "none",
        "svg.hashsalt": "transferlens",
        "font.family": "sans-serif",
        "font.size": 9,
        "axes.spines.top": False,
        "axes.spines.right": False,
    }
    # Loaded with the first picture: it takes half a second and 27 MB that most sessions do without.
    import matplotlib as mpl
    from matplotlib.figure import Figure

    with mpl.rc_context(style):
        figure = Figure((width, height), layout="constrained")
        axes = figure.subplots()
        paint(axes)
        held = io.StringIO()
        figure.savefig(held, format="svg", metadata={"Date": None, "Creator": None})
    svg = held.getvalue()
    svg = svg[svg.index("<svg") :]
    # Fluid width on screen, and no identifiers that meet those of another picture.
    svg = re.sub(r'<svg ([^>]*?)width="[^"]*" ([^>]*?)height="[^"]*"', r"<svg \1\2", svg, count=1)
    svg = re.sub(r'<svg ([^>]*?)height="[^"]*" ([^>]*?)width="[^"]*"', r"<svg \1\2", svg, count=1)
    return svg


def unique(svg: str, prefix: str) -> str:
    """Put a prefix before a picture's identifiers, so that many fit into one page."""
    svg = re.sub(r'\bid="([^"]+)"', rf'id="{prefix}-\1"', svg)
    svg = re.sub(r'(xlink:href|href)="#([^"]+)"', rf'\1="#{prefix}-\2"', svg)
    return re.sub(r"url\(#([^)]+)\)", rf"url(#{prefix}-\1)", svg)
