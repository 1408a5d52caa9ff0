"""What the pictures of Interpolate say for the images and runs at hand, and how they are read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from engine.measures.values import RunOverlap
from gui.interpolate.looks import layer_name
from gui.interpolate.reading import stretches
from gui.interpolate.state import LineSide
from gui.toolkit.explained import explanation
from gui.words.text import fixed, percent

tr = QCoreApplication.translate

SHOWS = 0.3
"""Probability above which a defect shows, as the lighter band of the curves has it."""


def overlap_of_lines(sides: Sequence[tuple[str, LineSide]]) -> str:
    """Say on how much of the line both ends' classes show, in each run (name, side)."""
    template = tr("interpolate", "{run}: both classes are above {level} on {share} of the line")
    told = []
    for name, side in sides:
        held = side.followed
        if held is None or not side.whole or held.ends[0] == held.ends[1]:
            continue
        if held.curve.overlap is None:  # an end is not defective: nothing can overlap
            continue
        share = sum(stop - start for start, stop in stretches(held.curve, held.ends, SHOWS))
        told.append(template.format(run=name, level=f"{SHOWS:g}", share=percent(share, 0)))
    return "; ".join(told) + "." if told else ""


def flips_sentence(sides: Sequence[tuple[str, LineSide]]) -> str:
    """Say how often and where first the verdict flips, in each run (name, side)."""
    told = []
    for name, side in sides:
        if side.flips is None:
            continue
        n = len(side.flips)
        if n:
            template = tr(
                "interpolate", "{run}: the verdict flips {n} times, first at t = {t}", "", n
            )
            told.append(template.format(run=name, n=n, t=fixed(side.flips[0].t)))
        else:
            told.append(tr("interpolate", "{run}: the verdict never flips").format(run=name))
    return "; ".join(told) + "." if told else ""


def measured_sentence(found: Sequence[tuple[str, RunOverlap]]) -> str:
    """Say the mean overlap of each run (name, overlap) where it is largest below the pixels."""
    told = []
    for name, overlap in found:
        layers = [one for one in overlap.layers if one.layer != "input" and one.pairs]
        if not layers or not overlap.counted:
            continue
        most = max(layers, key=lambda one: one.mean)
        template = tr("interpolate", "{run}: both defects show on {share} of the line at {layer}")
        told.append(
            template.format(run=name, share=percent(most.mean, 1), layer=layer_name(most.layer))
        )
    return "; ".join(told) + "." if told else ""


def line_explained(tab: str) -> str:
    """Return how a tab of one line is read: "slider", "film" or "boundary"."""
    source = tr("interpolate", "the article's Figs. 10 and 11; pictures and figures are ours")
    if tab == "boundary":
        return explanation(
            tr(
                "interpolate",
                "Drawn: where on the line each run's verdict flips, and how much each channel of "
                "the last layer adds to the logit of the class after it, less that before it.",
            ),
            tr(
                "interpolate",
                "Long bars are the channels that turn the verdict; a click on one shows it.",
            ),
            tr(
                "interpolate",
                "It does not add up to 0 where the whole image decides: the bars are means over "
                "windows there, and the mean probability decides.",
            ),
            source,
        )
    drawn = (
        tr(
            "interpolate",
            "Drawn: eleven steps from A to B in pixels and in both runs' features; the number "
            "below a picture is its score, in the colour of the class named.",
        )
        if tab == "film"
        else tr(
            "interpolate",
            "Drawn: the point at the slider in pixels and in both runs' features, and every "
            "class's probability along the line.",
        )
    )
    return explanation(
        drawn,
        tr(
            "interpolate",
            "Shaded is where both ends' classes show at once: in the article transfer's line has "
            "less of it, since it passes a place with neither.",
        ),
        tr(
            "interpolate",
            "It does not say what usually happens (one pair is no sample: see Overlap), and a "
            "decoded picture shows what the decoder makes of features, not more.",
        ),
        source,
    )
