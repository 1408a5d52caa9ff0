"""The images of Review: which ones a filter shows, and how they look in the gallery."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Qt

from engine.core.values import SampleRow
from engine.review.messages import Review, ReviewList
from gui.review.words import distance_line, reason_line, review_text, signature
from gui.store.thumbnails import Thumbnails
from gui.style.guard import guarded_to
from gui.toolkit.gallery import GalleryModel, Index
from gui.toolkit.gallery_card import Card

FILTERS = ("all", "contradiction", "near", "open", "reviewed", "relabel", "overrule")
"""What the gallery can be narrowed to; "open" is not yet reviewed."""


def select_rows(
    found: ReviewList,
    samples: Sequence[SampleRow],
    said: Mapping[int, Review],
    narrow: str = "all",
    texture: str = "",
) -> NDArray[np.int64]:
    """Return the indices a filter shows, those most worth a look first."""
    keep = np.ones(len(found), dtype=np.bool_)
    if narrow in ("contradiction", "near"):
        keep = found.reasons == ("contradiction", "near").index(narrow)
    elif narrow != "all":
        wanted = {
            index
            for index, review in said.items()
            if narrow in ("open", "reviewed") or review.said == narrow
        }
        keep = np.isin(found.indices, np.fromiter(wanted, np.int64, len(wanted)))
        keep = ~keep if narrow == "open" else keep
    if texture:
        fits = np.asarray([row.texture == texture for row in samples], dtype=np.bool_)
        keep = keep & fits[found.indices]
    return np.asarray(found.indices[keep])


class ReviewModel(GalleryModel):
    """The gallery's images with the reason on each, and what was said of it."""

    def __init__(self, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(thumbnails, parent)
        self._found: ReviewList | None = None
        self._said: Mapping[int, Review] = {}
        self._at: dict[int, int] = {}

    def use(self, found: ReviewList | None, said: Mapping[int, Review]) -> None:
        """Take reasons and reviews from here from now on."""
        if found is not self._found:
            self._found = found
            indices = [] if found is None else found.indices.tolist()
            self._at = {index: place for place, index in enumerate(indices)}
        self._said = said

    def _card(self, sample: SampleRow) -> Card:
        review = self._said.get(sample.index)
        return replace(
            super()._card(sample),
            reason=self._reason(sample),
            said=review.said if review else "",
        )

    def _reason(self, sample: SampleRow) -> str:
        place = self._at.get(sample.index, -1)
        if self._found is None or place < 0:
            return ""
        return reason_line(int(self._found.reasons[place]), float(self._found.distances[place]))

    def _tip(self, sample: SampleRow) -> str:
        review = self._said.get(sample.index)
        lines = [super()._tip(sample), self._reason(sample)]
        if self._found is not None and sample.index in self._at:
            place = self._at[sample.index]
            lines.append(distance_line(float(self._found.distances[place])))
        lines.append(review_text(review))
        if review is not None:
            lines += [signature(review), review.comment]
        return "\n".join(line for line in lines if line)

    @guarded_to(lambda: None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what the delegate, the tooltip or a screen reader needs."""
        result = super().data(index, role)
        spoken = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if isinstance(result, str) and spoken:
            sample = self.sample(index.row())
            return f"{result}, {self._reason(sample)}, {review_text(self._said.get(sample.index))}"
        return result
