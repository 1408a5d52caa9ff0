"""What was drawn since the data set was opened, as a list one can go back and forth in."""

from __future__ import annotations

from dataclasses import dataclass, replace

from engine.core.values import SampleRow, Shape

MOST = 200
"""Strokes kept."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A change of what is drawn on one image.

    `merge` names strokes that belong together, such as the steps of an arrow key; "": none do.
    `order` is larger for whatever was done later in the window.
    """

    index: int
    before: tuple[Shape, ...]
    after: tuple[Shape, ...]
    merge: str = ""
    order: int = 0


class Strokes:
    """Strokes in the order they were made.

    Attributes
    ----------
    place
        How many of them hold: those after it were undone.
    """

    def __init__(self) -> None:
        self._strokes: list[Stroke] = []
        self.place = 0

    def __len__(self) -> int:
        return len(self._strokes)

    @property
    def last(self) -> int:
        """Order of the last stroke that holds, 0 if none does."""
        return self._strokes[self.place - 1].order if self.place else 0

    @property
    def next(self) -> int:
        """Order of the stroke that would be made once more, 0 if none was undone."""
        return self._strokes[self.place].order if self.place < len(self) else 0

    def add(self, stroke: Stroke) -> None:
        """Take a new stroke; what was undone is gone."""
        del self._strokes[self.place :]
        last = self._strokes[-1] if self._strokes else None
        if last and stroke.merge and (last.merge, last.index) == (stroke.merge, stroke.index):
            self._strokes[-1] = replace(last, after=stroke.after, order=stroke.order)
        else:
            self._strokes.append(stroke)
        del self._strokes[:-MOST]
        self.place = len(self._strokes)

    def back(self) -> Stroke | None:
        """Go one stroke back; returns the one that no longer holds."""
        if not self.place:
            return None
        self.place -= 1
        return self._strokes[self.place]

    def forth(self) -> Stroke | None:
        """Go one stroke forth; returns the one that holds again."""
        if self.place == len(self._strokes):
            return None
        self.place += 1
        return self._strokes[self.place - 1]

    def clear(self) -> None:
        """Forget everything: other images or another project are open."""
        self._strokes.clear()
        self.place = 0


def without_region(samples: tuple[SampleRow, ...]) -> tuple[list[int], int]:
    """Return the defective images whose region is not known, and how many are defective."""
    defects = [sample for sample in samples if sample.defective]
    return [sample.index for sample in defects if not sample.has_region], len(defects)


def next_without(samples: tuple[SampleRow, ...], after: int) -> int:
    """Return the next defective image without a region, from the start again; -1 if none."""
    missing, _ = without_region(samples)
    return next((index for index in missing if index > after), missing[0] if missing else -1)
