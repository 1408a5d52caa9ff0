"""The images of a comparison in a gallery: both scores on each."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from engine.compare.messages import PairedVerdicts
from engine.core.values import SampleRow
from gui.store.thumbnails import Thumbnails
from gui.toolkit.gallery import GalleryModel
from gui.toolkit.gallery_card import Card
from gui.words.text import fixed


class CompareModel(GalleryModel):
    """The gallery's images with what both runs say."""

    def __init__(self, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(thumbnails, parent)
        self._found: PairedVerdicts | None = None
        self._at: dict[int, int] = {}

    def use(self, found: PairedVerdicts | None) -> None:
        """Take scores from here from now on."""
        if found is not self._found:
            self._found = found
            indices = [] if found is None else found.indices.tolist()
            self._at = {index: place for place, index in enumerate(indices)}

    def _card(self, sample: SampleRow) -> Card:
        return replace(super()._card(sample), reason=self._scores(sample))

    def _scores(self, sample: SampleRow) -> str:
        place = self._at.get(sample.index, -1)
        if self._found is None or place < 0:
            return ""
        marks = [
            "\N{CHECK MARK}" if good else "\N{MULTIPLICATION X}"
            for good in self._found.right[:, place]
        ]
        scores = [fixed(float(s), 2) for s in self._found.scores[:, place]]
        return f"{scores[0]} {marks[0]}  {scores[1]} {marks[1]}"

    def _tip(self, sample: SampleRow) -> str:
        place = self._at.get(sample.index, -1)
        lines = [super()._tip(sample)]
        if self._found is not None and place >= 0:
            lines += [self._found.named[0][place], self._found.named[1][place]]
        return "\n".join(lines)
