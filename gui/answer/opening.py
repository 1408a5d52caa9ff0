"""What is said of a data set as soon as it is open: how many, and what to beat. No widgets."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.core.values import DataSummary
from gui.words.text import count, percent

tr = QCoreApplication.translate


def can_ask(data: DataSummary | None) -> bool:
    """Whether there can be a first answer: normal images are known."""
    return data is not None and data.defective is not None and data.defective < data.images


def opening_words(data: DataSummary) -> str:
    """The set in one line."""
    images = tr("answer", "{n} images", "", data.images).format(n=count(data.images))
    textures = len({row.texture for row in data.samples})
    if textures > 1:
        images = tr("answer", "{images} of {n} textures").format(images=images, n=count(textures))
    if data.defective is None:
        template = tr("answer", "{images}. Which class is the normal one? Say so on the left.")
        return template.format(images=images)
    if data.defective == data.images:
        return tr("answer", "{images}, all of them defective: add normal ones.").format(
            images=images
        )
    if not data.defective:
        template = tr(
            "answer",
            "{images}, none labelled defective: what is normal can be learned, what escapes "
            "cannot be told.",
        )
        return template.format(images=images)
    template = tr(
        "answer",
        "{images}, {bad} defective; always saying good is right in {share}: beat that.",
    )
    return template.format(
        images=images, bad=count(data.defective), share=percent(data.baseline, 1)
    )
