"""The history of a run as growing arrays, cheap to append to and to draw."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from engine.core.values import CurvePoint, Rates

FIGURES = ("accuracy", "overkill", "escape", "auc")


class Series:
    """Pairs of numbers in arrays that double when full: appending is cheap, reading is a view."""

    def __init__(self) -> None:
        self._values = np.empty((2, 256), dtype=np.float64)
        self._size = 0

    def __len__(self) -> int:
        return self._size

    def append(self, x: float, y: float) -> None:
        """Add a point at the end."""
        if self._size == self._values.shape[1]:
            self._values = np.concatenate([self._values, np.empty_like(self._values)], axis=1)
        self._values[:, self._size] = x, y
        self._size += 1

    def near(self, x: float) -> tuple[float, float] | None:
        """Return the point whose first number is nearest to x; None while empty."""
        if not self._size:
            return None
        after = int(np.searchsorted(self.x, x))
        places = [place for place in (after - 1, after) if 0 <= place < self._size]
        best = min(places, key=lambda place: abs(float(self.x[place]) - x))
        return float(self.x[best]), float(self.y[best])

    @property
    def x(self) -> NDArray[np.float64]:
        """First numbers, as a view."""
        return self._values[0, : self._size]

    @property
    def y(self) -> NDArray[np.float64]:
        """Second numbers, as a view."""
        return self._values[1, : self._size]


class Curve:
    """Loss at each step and figures at each validation.

    Attributes
    ----------
    loss
        Iteration and loss.
    figures
        Iteration and value by figure name; undefined values are left out.
    version
        Grows with every change, so that a view knows whether to draw again.
    """

    def __init__(self) -> None:
        self.loss = Series()
        self.figures = {name: Series() for name in FIGURES}
        self.version = 0

    @classmethod
    def of(cls, points: Iterable[CurvePoint]) -> Curve:
        """Build the curve of a run on disk."""
        curve = cls()
        curve.extend(points)
        return curve

    def extend(self, points: Iterable[CurvePoint]) -> None:
        """Append what a run has written."""
        for point in points:
            if point.loss is not None:
                self.add_loss(point.iteration, point.loss)
            for name in FIGURES:
                self._add_figure(name, point.iteration, getattr(point, name))

    def add_loss(self, iteration: int, loss: float) -> None:
        """Append one step."""
        self.loss.append(iteration, loss)
        self.version += 1

    def add_rates(self, iteration: int, rates: Rates) -> None:
        """Append one validation."""
        for name in FIGURES:
            self._add_figure(name, iteration, getattr(rates, name))

    def _add_figure(self, name: str, iteration: int, value: float | None) -> None:
        if value is not None:
            self.figures[name].append(iteration, value)
            self.version += 1
