"""Decoded images by index: a memory-mapped cache that is built once, with progress.

The cache lies in the user's cache folder under a key of the very files. It only saves
decoding; nothing else depends on it, and it may be deleted at any time.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress

import numpy as np
from numpy.typing import NDArray

from engine.core.errors import DataError
from engine.core.files import put, sweep
from engine.core.folders import cache_folder
from engine.core.outside import DAMAGED, read_json
from engine.data.image import read_image, shape_of
from engine.data.region import MaskDoubtError, Region, load_region
from engine.data.sample import DataSet

LARGEST_CACHE = 8 * 2**30
"""Above this many bytes images are decoded when needed instead."""

FREE_SPACE_KEPT = 2 * 2**30


class ImageStore:
    """Decoded images and regions of a data set.

    Attributes
    ----------
    data
        The data set.
    """

    def __init__(self, data: DataSet) -> None:
        self.data = data
        self._folder = cache_folder() / "images" / data.decoded_key[:24]
        self._pixels: NDArray[np.uint8] | None = None
        self._entries: list[tuple[int, tuple[int, ...]]] = []
        self._regions: dict[int, Region | None] = {}
        self._open()

    def use(self, data: DataSet) -> None:
        """Go on with the same files and other drawn regions."""
        pairs = enumerate(zip(self.data.samples, data.samples, strict=True))
        for index in [index for index, (old, new) in pairs if old.drawn != new.drawn]:
            self._regions.pop(index, None)
        self.data = data

    def _open(self) -> None:
        listing, pixels = self._folder / "index.json", self._folder / "pixels.bin"
        if not (listing.is_file() and pixels.is_file()):
            return
        try:
            entries = read_json(listing)
            mapped = np.memmap(pixels, dtype=np.uint8, mode="r")
        except DAMAGED:
            return
        end = max((offset + int(np.prod(shape)) for offset, shape in entries), default=0)
        if len(entries) == len(self.data.samples) and end == mapped.size:
            self._entries = [(offset, tuple(shape)) for offset, shape in entries]
            self._pixels = mapped

    @property
    def ready(self) -> bool:
        """Whether the cache has been built."""
        return self._pixels is not None

    def build(self) -> Iterator[tuple[int, int]]:
        """Decode every image once, yielding (done, total); nothing to do if it is there.

        A set too large for the cache, or for the disk, is left to be decoded when needed.

        Raises
        ------
        DataError
            An image cannot be decoded; the message names it.
        """
        if self.ready:
            return
        total = len(self.data.samples)
        first = self.image(0)
        try:
            self._folder.parent.mkdir(parents=True, exist_ok=True)
            free = shutil.disk_usage(self._folder.parent).free
        except OSError:
            return  # no cache folder: images are decoded when needed
        if first.nbytes * total > min(LARGEST_CACHE, max(0, free - FREE_SPACE_KEPT)):
            return
        sweep(self._folder.parent)
        work = self._folder.with_name(f"{self._folder.name}.{os.getpid()}.part")
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir()
        try:
            entries: list[tuple[int, tuple[int, ...]]] = []
            offset = 0
            with (work / "pixels.bin").open("wb") as file:
                for number in range(total):
                    image = read_image(self.data.samples[number].path, self.data.grey)
                    file.write(image.tobytes())
                    entries.append((offset, image.shape))
                    offset += image.nbytes
                    yield number + 1, total
            (work / "index.json").write_bytes(json.dumps(entries).encode())
            if not self._folder.exists():
                with suppress(OSError):  # another process may have been quicker; the next line sees
                    put(work, self._folder)
            if not self._folder.exists():
                put(work, self._folder)
            self._open()
        except OSError as error:
            raise DataError(
                "{folder}: the image cache cannot be written ({why}). Free some disk space.",
                folder=self._folder,
                why=error.strerror,
            ) from error
        finally:
            shutil.rmtree(work, ignore_errors=True)

    def image(self, index: int) -> NDArray[np.uint8]:
        """Return image `index`: uint8 (H, W) grey or (H, W, 3) RGB, read-only.

        Raises
        ------
        DataError
            There is no such image, or its file cannot be decoded.
        """
        if not 0 <= index < len(self.data.samples):
            raise DataError("There is no image number {index} in this set.", index=index)
        if self._pixels is not None:
            offset, shape = self._entries[index]
            return self._pixels[offset : offset + int(np.prod(shape))].reshape(shape)
        image = read_image(self.data.samples[index].path, self.data.grey)
        image.setflags(write=False)
        return image

    def shape(self, index: int) -> tuple[int, int, bool]:
        """Height and width of image `index`, and whether it is in colour; decoded if it must be.

        Raises
        ------
        DataError
            As for :meth:`image`.
        """
        if self._pixels is None and (found := shape_of(self.data.samples[index].path)) is not None:
            return found
        image = self.image(index)
        return image.shape[0], image.shape[1], image.ndim == 3

    def region(self, index: int) -> Region | None:
        """Return the region of image `index`, None if it is unknown or empty."""
        if index not in self._regions:
            height, width = self.image(index).shape[:2]
            try:
                region = load_region(
                    self.data.samples[index], height, width, self.data.masks_answer
                )
            except MaskDoubtError:
                region = None  # not used until somebody says what is right; `check` asks
            if region is not None:
                region.mask.setflags(write=False)
            self._regions[index] = region
        return self._regions[index]
