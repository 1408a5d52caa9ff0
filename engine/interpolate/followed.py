"""A line worked out point by point, and how its points are shown."""

from __future__ import annotations

from bisect import insort
from collections.abc import Generator
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
import torch
from numpy.typing import NDArray

from engine.core.errors import DataError
from engine.core.runtime import host_array
from engine.inspection.explain import Question, question_weights
from engine.interpolate.line import Line, Point
from engine.interpolate.nearest import ImageIndex, mean_features
from engine.interpolate.overlap import share_above
from engine.interpolate.patches import PatchBank
from engine.interpolate.values import LEVELS, PICTURES, LineCurve, LineKey, LinePoint

SMOOTH_POINTS = 101
"""Places worked out where a point costs next to nothing."""

PICTURES_KEPT = 256


class Decodes(Protocol):
    """What a decoder does here."""

    def decode(self, maps: torch.Tensor) -> NDArray[np.uint8]:
        """Picture the last layer's maps (channels, hc, wc) as uint8 (h, w)."""


@dataclass
class Followed:
    """One line and its points so far.

    Attributes
    ----------
    key : its layer named
    ends : numbers of both images' true classes
    defective : whether both images are
    points : rising in t
    complete : nothing is missing any more
    """

    key: LineKey
    line: Line
    ends: tuple[int, int]
    defective: bool
    points: list[Point] = field(default_factory=list)
    complete: bool = False
    _pictures: dict[tuple[float, str, int], NDArray[np.float32]] = field(default_factory=dict)
    _keys: dict[float, tuple[NDArray[np.float32], tuple[int, int]]] = field(default_factory=dict)
    _keys_of: PatchBank | None = None

    def work(self, steps: int) -> Generator[tuple[int, int], None, None]:
        """Work out the ends, then what lies between.

        Parameters
        ----------
        steps
            Points, ends included; a smooth line is worked out at 101.

        Yields
        ------
        tuple of int
            (done, total), first when both ends are there.
        """
        total = SMOOTH_POINTS if self.line.smooth else max(2, steps)
        self.points = [self.line.at(0.0)]
        self.points.append(self.line.at(1.0))
        self.complete = total == 2
        yield 2, total
        for done, t in enumerate(_spread(total), 3):
            insort(self.points, self.line.at(t), key=lambda point: point.t)
            self.complete = done == total
            if self.complete or not self.line.smooth:
                yield done, total

    @property
    def curve(self) -> LineCurve:
        """What the network says along the line, at the places so far."""
        p = np.stack([point.probabilities for point in self.points])
        t = np.array([point.t for point in self.points])
        overlap = None
        if self.defective and self.complete:
            first, second = (p[:, number] for number in self.ends)
            overlap = tuple(float(share_above(first, second, level)) for level in LEVELS)
        return LineCurve(
            t,
            p,
            np.array([point.verdict.score for point in self.points]),
            np.array([point.verdict.label for point in self.points]),
            None if overlap is None else (overlap[0], overlap[1]),
        )

    def near(self, t: float) -> Point:
        """The point at a place; of a line that is not smooth the nearest worked out."""
        t = min(1.0, max(0.0, t))
        if self.line.smooth:
            return self.line.at(t)
        return min(self.points, key=lambda point: abs(point.t - t))

    def show(
        self,
        t: float,
        picture: str,
        channel: int = 0,
        decoder: Decodes | None = None,
        index: ImageIndex | None = None,
        bank: PatchBank | None = None,
    ) -> LinePoint:
        """A point as a window shows it.

        Parameters
        ----------
        t
            In [0, 1].
        picture
            One of `PICTURES`.
        channel
            For "channel".
        decoder
            For "decoded".
        index
            Real images to look through for the nearest; None: none.
        bank
            For "patches".

        Raises
        ------
        DataError
            There is no such picture or channel, no decoder, or no patches.
        """
        point = self.near(t)
        nearest = None
        if index is not None:
            first, second = (self._seen(end, "mean", 0) for end in self._ends)
            nearest = index.nearest(
                self._seen(point, "mean", 0),
                float(np.linalg.norm(first - second)),
                (self.key.first, self.key.second),
            )
        if picture == "decoded":
            if decoder is None:
                raise DataError("This run has no decoder yet. Train one first.")
            shown, scale = decoder.decode(point.maps).astype(np.float32), (0.0, 255.0)
        elif picture == "patches":
            if bank is None:
                raise DataError("The patches of this run were not looked up yet. Do that first.")
            shown, scale = self._patched(point, bank).astype(np.float32), (0.0, 255.0)
        else:
            shown = self._seen(point, picture, channel)
            scale = self._scale(picture, channel)
        return LinePoint(
            self.key,
            point.t,
            shown,
            scale,
            point.probabilities,
            point.verdict.score,
            point.verdict.label,
            nearest,
        )

    def _patched(self, point: Point, bank: PatchBank) -> NDArray[np.uint8]:
        """A point put together from real patches; their keys are mixed where the maps are."""
        if self._keys_of is not bank:
            self._keys, self._keys_of = {}, bank
        ends = self._ends if self.line.smooth else (point, point)
        for end in ends:
            if end.t not in self._keys:
                maps = end.maps
                self._keys[end.t] = bank.look(maps), (maps.shape[1], maps.shape[2])
        (first, size), (second, _) = (self._keys[end.t] for end in ends)
        return bank.picture((1 - point.t) * first + point.t * second, size)

    @property
    def _ends(self) -> tuple[Point, Point]:
        return self.points[0], self.points[-1]

    def _seen(self, point: Point, picture: str, channel: int) -> NDArray[np.float32]:
        """One of `PICTURES`, or "mean": each channel's mean. All are linear in the maps, so on a
        smooth line they are mixed from those of the ends, which are kept; exact at both.
        """
        if not self.line.smooth or point.t in (0.0, 1.0):
            return self._kept(point, picture, channel)
        first, second = (self._kept(end, picture, channel) for end in self._ends)
        return np.asarray((1 - point.t) * first + point.t * second, dtype=np.float32)

    def _kept(self, point: Point, picture: str, channel: int) -> NDArray[np.float32]:
        key = (point.t, picture, channel)
        if key not in self._pictures:
            self._pictures[key] = self._picture(point.maps, picture, channel)
            while len(self._pictures) > PICTURES_KEPT:
                self._pictures.pop(next(iter(self._pictures)))
        return self._pictures[key]

    def _picture(self, maps: torch.Tensor, picture: str, channel: int) -> NDArray[np.float32]:
        if picture == "mean":
            return mean_features(maps)
        if picture == "sum":
            return host_array(maps.sum(0))
        if picture == "channel":
            if not 0 <= channel < len(maps):
                raise DataError(
                    "Layer {layer} has no channel {channel}.", layer="last", channel=channel
                )
            return host_array(maps[channel])
        if picture not in PICTURES:
            raise DataError("'{picture}' is not a picture of a point.", picture=picture)
        label = self.ends[0 if picture == "first" else 1]
        weights = question_weights(self.line.judge.network, Question(label, -1))
        return host_array(torch.einsum("c,chw->hw", weights, maps))

    def _scale(self, picture: str, channel: int) -> tuple[float, float]:
        """Range over the whole line: a mixture lies between the ends of a smooth one."""
        known = self._ends if self.line.smooth else self.points
        values = [self._kept(point, picture, channel) for point in known]
        low = min(0.0, *(float(each.min()) for each in values))
        return low, max(float(each.max()) for each in values)


def _spread(total: int) -> list[float]:
    """Places between the ends, halves before quarters: half a curve says most of it."""
    inner = [number / (total - 1) for number in range(1, total - 1)]
    order: list[float] = []
    spans = [(0, len(inner))]
    while spans:
        low, high = spans.pop(0)
        if low < high:
            middle = (low + high) // 2
            order.append(inner[middle])
            spans += [(low, middle), (middle + 1, high)]
    return order
