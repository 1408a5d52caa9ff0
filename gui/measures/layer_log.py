"""What every layer did at each live validation of a run: weight change and dead share."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.core.values import LayerPulse

QUANTITIES = ("change", "dead")


class LayerLog:
    """Pulses by iteration, in order.

    Attributes
    ----------
    iterations
        Iterations of the validations, ascending.
    layers
        Names of the layers, first to last.
    version
        Grows with every change, so that a view knows whether to draw again.
    """

    def __init__(self) -> None:
        self.iterations: list[int] = []
        self.layers: tuple[str, ...] = ()
        self.version = 0
        self._rows: list[tuple[LayerPulse, ...]] = []

    def __len__(self) -> int:
        return len(self.iterations)

    def put(self, iteration: int, pulses: Sequence[LayerPulse]) -> None:
        """Note one validation; the same iteration again takes the old one's place.

        The log on disk may arrive while the run writes on, so the order of arrival is no order.
        """
        row = tuple(pulses)
        place = bisect_left(self.iterations, iteration)
        if place < len(self.iterations) and self.iterations[place] == iteration:
            self._rows[place] = row
        else:
            self.iterations.insert(place, iteration)
            self._rows.insert(place, row)
        self.layers = self.layers or tuple(pulse.layer for pulse in row)
        self.version += 1

    def series(self, layer: str, quantity: str) -> NDArray[np.float64]:
        """Return (2, n): iteration and "change" or "dead" of a layer, undefined ones left out."""
        place = self.layers.index(layer) if layer in self.layers else -1
        # The layers of a network never change, so a layer stands in one place of every row.
        points = [
            (iteration, value)
            for iteration, row in zip(self.iterations, self._rows, strict=True)
            if 0 <= place < len(row) and (value := getattr(row[place], quantity)) is not None
        ]
        return np.asarray(points, dtype=np.float64).reshape(-1, 2).T

    def rows(self) -> list[tuple[int, LayerPulse]]:
        """Return every pulse with its iteration."""
        return [
            (iteration, pulse)
            for iteration, row in zip(self.iterations, self._rows, strict=True)
            for pulse in row
        ]
