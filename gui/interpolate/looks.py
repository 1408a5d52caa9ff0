"""Words and colours that the page's parts share."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from engine.interpolate.messages import LineFollowed
from engine.interpolate.values import DecoderQuality, LineCurve, PatchQuality
from gui.interpolate.reading import Reading
from gui.interpolate.state import RunLines
from gui.style.look import LOOK
from gui.words.text import count, fixed, percent

tr = QCoreApplication.translate

PIXELS = "input"
"""The layer's name for mixing the images themselves."""


def end_colours() -> tuple[QColor, QColor]:
    """Return the colours of the first and the second image's class: blue and orange."""
    return QColor(LOOK.colours.against), QColor(LOOK.colours.defect)


def class_colour(number: int, followed: LineFollowed) -> QColor:
    """Return the colour of a class: that of the end it belongs to, else grey."""
    if number in followed.ends:
        return end_colours()[followed.ends.index(number)]
    return QColor(LOOK.colours.muted)


def picture_names() -> dict[str, str]:
    """Return the names of the kinds of pictures."""
    return {
        "sum": tr("interpolate", "All channels"),
        "first": tr("interpolate", "Weighted for A's class"),
        "second": tr("interpolate", "Weighted for B's class"),
        "channel": tr("interpolate", "One channel"),
        "patches": tr("interpolate", "Nearest real patches"),
        "decoded": tr("interpolate", "Decoded"),
    }


def layer_name(layer: str) -> str:
    """Return a layer's name; the pixels are none."""
    return tr("interpolate", "pixels (control)") if layer == PIXELS else layer


def place_text(t: float) -> str:
    """Return a place on the line."""
    return f"t = {fixed(t)}"


def verdict_text(said: Reading, followed: LineFollowed) -> str:
    """Say what a run makes of a point."""
    template = tr("interpolate", "{name}, score {score} (threshold {threshold})")
    return template.format(
        name=followed.classes[said.label],
        score=fixed(said.score),
        threshold=fixed(followed.threshold),
    )


def overlap_text(curve: LineCurve, *, whole: bool) -> str:
    """Say on how much of the line both ends' defects show."""
    if curve.overlap is None:
        if whole:
            return tr("interpolate", "No overlap: an end is not defective.")
        return ""
    template = tr(
        "interpolate", "Both defects above 0.5 on {half}, above 0.3 on {third} of the line"
    )
    return template.format(half=percent(curve.overlap[0], 1), third=percent(curve.overlap[1], 1))


def quality_text(quality: DecoderQuality) -> str:
    """Say how well a decoder rebuilds; stands beside every decoded picture."""
    template = tr("interpolate", "PSNR {psnr} dB (flat grey {flat} dB), SSIM {ssim}, {n} images")
    return template.format(
        psnr=fixed(quality.psnr, 1),
        flat=fixed(quality.flat_psnr, 1),
        ssim=fixed(quality.ssim, 2),
        n=count(quality.images),
    )


def patches_text(quality: PatchQuality) -> str:
    """Say how well real patches stand for others; stands beside every picture made of them."""
    texture = percent(quality.texture, 0)
    if quality.defect is None:
        template = tr("interpolate", "Right on test images: texture {texture}")
        return template.format(texture=texture)
    template = tr(
        "interpolate",
        "Right on test images: texture {texture}, defects {defect}",
    )
    return template.format(texture=texture, defect=percent(quality.defect, 0))


def kept_text(keep: RunLines | None, picture: str) -> str:
    """Say how far a kind of picture is to be believed, "" where nothing is to be said."""
    if picture == "decoded" and keep is not None and keep.quality is not None:
        return quality_text(keep.quality)
    if picture == "patches" and keep is not None and keep.patches is not None:
        return patches_text(keep.patches)
    return ""
