"""Lines that a lane has at hand, with what their points are shown by."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Generator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import torch

from engine.core.errors import DataError, RunError
from engine.data.store import ImageStore
from engine.inspection.dense import Judge
from engine.interpolate.decoder import Decoder, load_decoder
from engine.interpolate.followed import Followed
from engine.interpolate.line import Line, bring, refuse_sizes
from engine.interpolate.nearest import ImageIndex, kept_index
from engine.interpolate.patch_index import kept_patches, patches_file
from engine.interpolate.patches import PatchBank
from engine.interpolate.split import alike
from engine.interpolate.values import LineKey, LinePoint
from engine.project.runs import RunFolder

LINES_KEPT = 2
ENDS_KEPT = 6
"""Images at a layer: one end often stays while the other changes."""

RUNS_KEPT = 4

K = TypeVar("K")
V = TypeVar("V")
Stamp = tuple[str, float]
"""A run's folder, and when its weights were written."""


@dataclass(frozen=True, slots=True)
class Held:
    """A line and the run it belongs to."""

    folder: RunFolder
    stamp: float
    followed: Followed


class LineCache:
    """Lines followed last, ends brought to a layer, and what runs keep to show points with."""

    def __init__(self) -> None:
        self._lines: OrderedDict[LineKey, Held] = OrderedDict()
        self._ends: OrderedDict[tuple[Stamp, str, int, bool], torch.Tensor] = OrderedDict()
        self._decoders: OrderedDict[tuple[Stamp, float], Decoder | None] = OrderedDict()
        self._indexes: OrderedDict[tuple[Stamp, float], ImageIndex | None] = OrderedDict()
        self._banks: OrderedDict[tuple[Stamp, float], PatchBank | None] = OrderedDict()

    def clear(self) -> None:
        """Drop all that belongs to the data set."""
        self._lines.clear()
        self._ends.clear()

    def join(
        self,
        key: LineKey,
        folder: RunFolder,
        judge: Judge,
        stamp: float,
        store: ImageStore,
    ) -> Generator[None, None, Followed]:
        """Bring two images to a layer and join them; gives way after each.

        Raises
        ------
        DataError
            The images differ in size, or the open data set has no such images.
        RunError
            The network has no such layer.
        """
        data = store.data
        for index in (key.first, key.second):
            if not 0 <= index < len(data.samples):
                raise DataError("The data set has no image number {index}.", index=index)
        layer = key.layer or list(judge.network.layers)[-1]
        plain = store.image(key.first), store.image(key.second)
        refuse_sizes(*plain)
        images = alike(*plain)
        ends = []
        for index, image in zip((key.first, key.second), images, strict=True):
            name = ((key.run, stamp), layer, index, image.ndim == 3)
            if name not in self._ends:
                made = bring(judge, layer, image)
                _keep(self._ends, name, made, ENDS_KEPT)
                yield
            self._ends.move_to_end(name)
            ends.append(self._ends[name])
        line = Line.joining(judge, layer, (ends[0], ends[1]))
        labels = data.classes[key.first], data.classes[key.second]
        defective = all(data.labels[label].defective is True for label in labels)
        followed = Followed(replace(key, layer=layer), line, labels, defective)
        _keep(self._lines, followed.key, Held(folder, stamp, followed), LINES_KEPT)
        return followed

    def line(self, key: LineKey) -> Held:
        """A line at hand.

        Raises
        ------
        RunError
            It is not, or the run has other weights by now.
        """
        held = self._lines.get(key)
        if held is None or not held.followed.points or held.stamp != _written(held.folder.weights):
            raise RunError("{run}: this line is not worked out yet. Wait for it.", run=key.run)
        return held

    def show(self, key: LineKey, t: float, picture: str, channel: int) -> LinePoint:
        """A point of a line at hand.

        Raises
        ------
        RunError, DataError
            The line is not at hand; there is no such picture or channel, no decoder or patches.
        """
        held = self.line(key)
        decoder = self._decoder(held) if picture == "decoded" else None
        bank = self._bank(held) if picture == "patches" else None
        return held.followed.show(t, picture, channel, decoder, self._index(held), bank)

    def _decoder(self, held: Held) -> Decoder | None:
        name = _version(held, held.folder.path / "decoder.safetensors")
        if name not in self._decoders:
            made = load_decoder(held.folder, held.followed.line.judge.network)
            _keep(self._decoders, name, made, RUNS_KEPT)
        return self._decoders[name]

    def _bank(self, held: Held) -> PatchBank | None:
        name = _version(held, patches_file(held.folder))
        if name not in self._banks:
            _keep(self._banks, name, kept_patches(held.folder), RUNS_KEPT)
        return self._banks[name]

    def _index(self, held: Held) -> ImageIndex | None:
        name = _version(held, held.folder.path / "measures" / "nearest.npz")
        if name not in self._indexes:
            _keep(self._indexes, name, kept_index(held.folder), RUNS_KEPT)
        return self._indexes[name]


def _version(held: Held, file: Path) -> tuple[Stamp, float]:
    return (held.followed.key.run, held.stamp), _written(file)


def _written(file: Path) -> float:
    """When a file was last written; 0 if it is not there."""
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0


def _keep(held: OrderedDict[K, V], key: K, value: V, limit: int) -> None:
    held[key] = value
    held.move_to_end(key)
    while len(held) > limit:
        held.popitem(last=False)
