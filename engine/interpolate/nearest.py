"""The real image nearest to a point in the features of a run."""

from __future__ import annotations

import io
import json
from collections.abc import Generator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
import torch
from numpy.typing import NDArray
from scipy.spatial.distance import cdist

from engine.core.files import make_folder, write_atomic
from engine.data.draw import sample_images
from engine.data.store import ImageStore
from engine.inspection.dense import Judge
from engine.interpolate.values import Nearest
from engine.project.kept_key import kept_key
from engine.project.runs import RunFolder

FORMAT = 1


@dataclass(frozen=True, eq=False)
class ImageIndex:
    """Real images in the features of one network.

    Attributes
    ----------
    images : int64 (n,), numbers in the data set
    features : float32 (n, channels), the last layer's mean over the image
    """

    images: NDArray[np.int64]
    features: NDArray[np.float32]

    @cached_property
    def _between(self) -> NDArray[np.float64]:
        """Distances between all images (n, n), infinite to themselves."""
        result: NDArray[np.float64] = cdist(self.features, self.features)
        np.fill_diagonal(result, np.inf)
        return result

    def nearest(
        self,
        point: NDArray[np.float32],
        apart: float,
        leave_out: tuple[int, int],
    ) -> Nearest | None:
        """Find the image whose mean features lie nearest (Euclid); None if there is none.

        Parameters
        ----------
        point
            float32 (channels,), see :func:`mean_features`.
        apart
            Distance between both ends.
        leave_out
            Numbers of both images: each would be the answer at its own end.
        """
        among = ~np.isin(self.images, leave_out)
        if not among.any():
            return None
        distances = np.linalg.norm(self.features[among] - point, axis=1)
        place = int(np.argmin(distances))
        share = float(distances[place]) / apart if apart > 0 else 0.0
        found = Nearest(int(self.images[among][place]), share, int(among.sum()))
        if found.among < 2 or apart <= 0:
            return found
        own = self._between[np.ix_(among, among)].min(1)
        farther = float((own >= distances[place]).mean())
        return replace(found, real=float(np.median(own)) / apart, farther=farther)


def mean_features(maps: torch.Tensor) -> NDArray[np.float32]:
    """Each channel's mean over the image: float32 (channels,) of (channels, hc, wc)."""
    return np.asarray(maps.float().mean((1, 2)).cpu().numpy())


def index_images(
    folder: RunFolder,
    judge: Judge,
    store: ImageStore,
    limit: int,
    seed: int = 0,
) -> Generator[tuple[int, int], None, ImageIndex]:
    """Look up the mean features of a run's test images and keep them with the run.

    Parameters
    ----------
    limit
        Of more images a sample is taken, the classes as equal as they come.

    Yields
    ------
    tuple of int
        (done, total) after each image. Closing it writes nothing.
    """
    data = store.data
    images = sample_images(data, folder.read_split(data).test, limit, seed)
    rows = []
    for done, number in enumerate(images, 1):
        rows.append(mean_features(judge.maps(store.image(number))[0]))
        yield done, len(images)
    made = ImageIndex(np.asarray(images, dtype=np.int64), np.stack(rows))
    held = io.BytesIO()
    key = json.dumps(kept_key(folder, FORMAT))
    np.savez(held, allow_pickle=False, key=np.array(key), images=made.images, rows=made.features)
    make_folder(_file(folder).parent)
    write_atomic(_file(folder), held.getvalue())
    return made


def kept_index(folder: RunFolder) -> ImageIndex | None:
    """What a run keeps of its weights as they are; None if nothing that can be read."""
    try:
        with np.load(_file(folder), allow_pickle=False) as result:
            if json.loads(str(result["key"])) != kept_key(folder, FORMAT):
                return None
            return ImageIndex(result["images"], result["rows"])
    except (OSError, ValueError, KeyError, BadZipFile):
        return None


def _file(folder: RunFolder) -> Path:
    return folder.path / "measures" / "nearest.npz"
