"""The one place of colours, spacing, font sizes and colour maps."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np
from PySide6.QtGui import QColor, QPalette

SPACE: Final = 8
"""The grid in pixels; halves and multiples of it everywhere."""


class Mode(StrEnum):
    """What the user asks for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Motion(StrEnum):
    """What may move by itself: what the system says, everything, or nothing."""

    SYSTEM = "system"
    ALL = "all"
    NONE = "none"


SIZES: Final = (90, 100, 115, 130)
"""Sizes of all text, in per cent of the usual one."""


@dataclass(frozen=True, slots=True)
class Colours:
    """All colours of one look, as #rrggbb.

    `escape` and `overkill` always come with a shape or a letter. `defect` is what speaks for
    a defect, `against` what speaks against one, as in the heat map. `edge` is the border of what
    can be acted on, seen at 3:1; `faint` is for lines and for what cannot be used, never for text
    that is to be read. `runs` can be told apart with the usual kinds of colour blindness (after
    Okabe and Ito).
    """

    dark: bool
    window: str
    panel: str
    sunken: str
    hover: str
    line: str
    line_strong: str
    edge: str
    text: str
    muted: str
    faint: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    rail: str
    rail_text: str
    rail_faint: str
    rail_active: str
    good: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    escape: str
    overkill: str
    defect: str
    against: str
    canvas: str
    runs: tuple[str, ...]


LIGHT: Final = Colours(
    dark=False,
    window="#F3F5F7",
    panel="#FFFFFF",
    sunken="#EDF0F3",
    hover="#E6EBEF",
    line="#DCE2E8",
    line_strong="#BFC9D2",
    edge="#7A8A98",
    text="#17222C",
    muted="#556472",
    faint="#7D8A97",
    accent="#0B6F78",
    accent_hover="#095B63",
    accent_soft="#DCEEEF",
    on_accent="#FFFFFF",
    rail="#12262E",
    rail_text="#A9BDC4",
    rail_faint="#7A8F96",
    rail_active="#1F4049",
    good="#297749",
    warn="#8A5A00",
    warn_soft="#FFF4DC",
    bad="#B3261E",
    bad_soft="#FDECEA",
    escape="#BE3C00",
    overkill="#2C5CC5",
    defect="#A45200",
    against="#386CA3",
    canvas="#DFE4E9",
    runs=("#0072B2", "#D55E00", "#009E73", "#B5579B", "#BB8C00", "#359BD6", "#4A4A4A"),
)

DARK: Final = Colours(
    dark=True,
    window="#12171C",
    panel="#1A2027",
    sunken="#11161B",
    hover="#252D36",
    line="#29323B",
    line_strong="#3E4A56",
    edge="#5F6E7C",
    text="#E3E9EF",
    muted="#9AA8B5",
    faint="#6E7C89",
    accent="#38B6B4",
    accent_hover="#56CAC8",
    accent_soft="#17373A",
    on_accent="#04201F",
    rail="#0C1115",
    rail_text="#8FA1AC",
    rail_faint="#6D808A",
    rail_active="#1B2C33",
    good="#62C18C",
    warn="#E3B34C",
    warn_soft="#332A14",
    bad="#FF7B72",
    bad_soft="#3A1F1E",
    escape="#FF8552",
    overkill="#7FAAFF",
    defect="#F2A54A",
    against="#6FA6DC",
    canvas="#0B0F13",
    runs=("#56B4E9", "#FF8C42", "#2FC79A", "#E08FC4", "#F0CE4A", "#A9C7FF", "#C9D1D9"),
)


ON_IMAGE: Final = {
    "region": "#35E0B4",
    "box": "#FFD84A",
    "hover": "#FFFFFF",
    "drawn": "#35E0B4",
    "handle": "#FFFFFF",
    "edge": "#0B0F13",
}
"""Lines over images: bright in every look, because images do not change with it. `edge` is the dark
line around bright ones, so that they are seen on bright images."""

# --------------------------------------------------------------------------- colour maps

_ANCHORS: Final[dict[str, tuple[tuple[int, int, int], ...]]] = {
    "blue-orange": (
        (14, 60, 150), (35, 105, 205), (80, 150, 230), (250, 165, 75), (240, 120, 20),
        (195, 55, 0),
    ),
    "purple-green": (
        (88, 25, 125), (135, 75, 175), (175, 130, 205), (125, 200, 125), (60, 160, 75),
        (5, 95, 40),
    ),
    "viridis": ((68, 1, 84), (59, 82, 139), (33, 145, 140), (94, 201, 98), (253, 231, 37)),
    "inferno": ((10, 5, 30), (87, 16, 110), (188, 55, 84), (249, 142, 9), (252, 255, 164)),
    "grey": ((0, 0, 0), (255, 255, 255)),
}  # fmt: skip
DIVERGING: Final = ("blue-orange", "purple-green")
COLOUR_MAPS: Final = tuple(_ANCHORS)


def colour_table(name: str) -> list[int]:
    """Return 256 ARGB values; the closer to "nothing", the more transparent.

    A diverging table has its transparent middle at level 128, a sequential one its
    transparent end at 0, so that the image below stays readable where nothing happens.
    """
    anchors = np.asarray(_ANCHORS[name], dtype=float)
    places = np.linspace(0, 1, len(anchors))
    levels = np.linspace(0, 1, 256)
    rgb = np.stack([np.interp(levels, places, anchors[:, i]) for i in range(3)], axis=1)
    strength = np.abs(np.arange(256) - 128) / 127 if name in DIVERGING else levels
    alpha = 255 * np.clip(strength * 1.35, 0, 1)
    quads = np.rint(np.column_stack([alpha, rgb])).astype(np.uint32).clip(0, 255)
    packed = (quads[:, 0] << 24) | (quads[:, 1] << 16) | (quads[:, 2] << 8) | quads[:, 3]
    return [int(value) for value in packed]


def shades(name: str, count: int, *, dark: bool) -> list[QColor]:
    """Return opaque colours from the lower to the upper end of a map, one for each of `count`.

    The end that would vanish on the ground of the look is cut off.
    """
    anchors = np.asarray(_ANCHORS[name], dtype=float)
    low, high = (0.18, 1.0) if dark else (0.0, 0.86)
    places = np.linspace(low, high, max(count, 1))
    rgb = [np.interp(places, np.linspace(0, 1, len(anchors)), anchors[:, i]) for i in range(3)]
    return [QColor(round(r), round(g), round(b)) for r, g, b in zip(*rgb, strict=True)]


def palette(colours: Colours) -> QPalette:
    """Return the Qt palette of a look, for what the stylesheet does not reach."""
    role = QPalette.ColorRole
    result = QPalette()
    for key, colour in {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.panel,
        role.AlternateBase: colours.sunken,
        role.Text: colours.text,
        role.Button: colours.panel,
        role.ButtonText: colours.text,
        role.BrightText: colours.bad,
        role.Highlight: colours.accent_soft,
        role.HighlightedText: colours.text,
        role.ToolTipBase: colours.panel,
        role.ToolTipText: colours.text,
        role.PlaceholderText: colours.muted,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Mid: colours.line,
        role.Dark: colours.line_strong,
        role.Light: colours.panel,
        role.Accent: colours.accent,
    }.items():
        result.setColor(key, QColor(colour))
    for key in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, key, QColor(colours.faint))
    return result
