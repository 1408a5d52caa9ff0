"""Which images are unlike those a run was trained on. Definitions: docs/glossary.md.

The measure is the mean distance to the k nearest training images in the last layer's means over the
image (deep nearest neighbours: Sun et al. 2022, "Out-of-distribution detection with deep nearest
neighbors", there on normalised, here on standardised features). The limit is that of split
conformal prediction (Vovk et al. 2005): of n images held out, the one of rank ceil((n + 1)(1 - a)).

A run judges its validation and test images anyway when it ends, so they are what others are
compared with: the network has learned nothing from them, and no image is passed a second time.
"""

from __future__ import annotations

import io
import json
import math
from collections.abc import Generator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
import torch
from numpy.typing import NDArray

from engine.core.errors import DataError, RunError
from engine.core.files import make_folder, write_atomic
from engine.data.draw import sample_images
from engine.data.sample import DataSet
from engine.data.store import ImageStore
from engine.inspection.dense import Judge
from engine.project.kept_key import kept_key
from engine.project.runs import RunFolder
from engine.training.values import Familiarity

FORMAT = 1

TRAINING, VALIDATION = 400, 200
"""Images looked at, at most."""

NEIGHBOURS = 5
ALARM = 0.01
"""Share of familiar images that may be called unlike, where there are enough to settle it."""

FEWEST_HELD_OUT = 19
"""Validation images from which on the expected share of false alarms rests on them: with fewer they
could only promise that it is no more than one in twenty or worse."""

QUIET = 0.1
"""A channel's standard deviation counts as at least this share of the channels' root mean square:
one that is dead on all training images and fires now weighs much, but not without bound."""


@dataclass(frozen=True, slots=True, eq=False)
class Reference:
    """A run's training images in the features of its network.

    Attributes
    ----------
    rows : float32 (n, channels), standardised
    mean, scale : float32 (channels,), of the training images
    about : how many images, and the limit
    """

    rows: NDArray[np.float32]
    mean: NDArray[np.float32]
    scale: NDArray[np.float32]
    about: Familiarity

    def distance(self, point: NDArray[np.float32]) -> float:
        """Mean distance of an image to its k nearest training images, in standard deviations.

        Parameters
        ----------
        point
            float32 (channels,), see :func:`image_features`.
        """
        place = (point - self.mean) / self.scale
        return nearest(np.linalg.norm(self.rows - place, axis=1), self.about.k)


def image_features(maps: torch.Tensor) -> NDArray[np.float32]:
    """Each last-layer channel's mean over an image: float32 (channels,) of (1, channels, h, w)."""
    return np.asarray(maps[0].float().mean((1, 2)).cpu().numpy(), dtype=np.float32)


def nearest(distances: NDArray[np.float32], k: int) -> float:
    """Mean of the k smallest of some distances."""
    return float(np.partition(distances, k - 1)[:k].mean())


def conformal_limit(distances: NDArray[np.float64], alarm: float) -> tuple[float, float]:
    """The distance that a further image of the same kind exceeds with at most some probability.

    Returns
    -------
    tuple of float
        The limit and that probability: `alarm`, or 1 / (n + 1) where n is too small for it, and
        the limit is the largest distance.
    """
    count = len(distances)
    rank = math.ceil((count + 1) * (1 - alarm))
    if rank > count:
        return float(distances.max()), 1 / (count + 1)
    return float(np.sort(distances)[rank - 1]), alarm


def make_reference(
    training: NDArray[np.float32],
    validation: NDArray[np.float32],
    counts: NDArray[np.bool_] | None = None,
    counts_held_out: NDArray[np.bool_] | None = None,
) -> Reference:
    """Standardise training images' features and settle the limit.

    The limit is the larger of two: that of the validation images' distances, and that of the
    training images', each without itself. Defects differ from each other more than normal images
    do, so a limit for them would let much pass; images that are to count for it can be named.

    Parameters
    ----------
    training, validation
        float32 (n, channels) and (m, channels); m may be 0.
    counts, counts_held_out
        bool (n,) and (m,), which of them the limit is for; None: all.

    Raises
    ------
    DataError
        With fewer than two training images more than neighbours.
    """
    count = len(training)
    if count < NEIGHBOURS + 2:
        raise DataError(
            "The run was trained on {n} images, too few to tell which others are unlike them.",
            n=count,
        )
    chosen = np.ones(count, dtype=np.bool_) if counts is None or not counts.any() else counts
    held = np.ones(len(validation), dtype=np.bool_) if counts_held_out is None else counts_held_out
    deviation = training.std(axis=0)
    least = QUIET * float(np.sqrt(np.mean(np.square(deviation))))
    scale = np.maximum(deviation, max(least, 1e-12)).astype(np.float32)
    mean = training.mean(axis=0)
    rows = ((training - mean) / scale).astype(np.float32)
    about = Familiarity(count, int(held.sum()), NEIGHBOURS, 0.0, 0.0, False)
    bare = Reference(rows, mean, scale, about)
    own = [
        nearest(np.delete(np.linalg.norm(rows - rows[place], axis=1), place), NEIGHBOURS)
        for place in np.flatnonzero(chosen)
    ]
    limit, alarms = conformal_limit(np.asarray(own), ALARM)
    enough = about.validation >= FEWEST_HELD_OUT
    if about.validation:
        others = np.asarray([bare.distance(point) for point in validation[held]])
        theirs, rate = conformal_limit(others, ALARM)
        limit = max(limit, theirs)
        alarms = rate if enough else alarms
    about = Familiarity(count, about.validation, NEIGHBOURS, limit, alarms, enough)
    return Reference(rows, mean, scale, about)


def keep_seen(
    folder: RunFolder, data: DataSet, seen: Mapping[int, NDArray[np.float32]]
) -> Reference | None:
    """Make the reference of images that a run has judged and learned nothing from, and keep it.

    Parameters
    ----------
    seen
        Index in `data` to :func:`image_features`.

    Returns
    -------
    Reference or None
        None where they are too few.
    """
    if len(seen) < NEIGHBOURS + 2:
        return None
    rows = np.stack(list(seen.values()))
    normal = np.asarray([data.samples[index].label.defective is not True for index in seen])
    made = make_reference(rows, np.empty((0, rows.shape[1]), np.float32), normal)
    count = int(normal.sum()) or len(rows)
    about = replace(made.about, validation=count, held_out=count >= FEWEST_HELD_OUT)
    made = replace(made, about=about)
    with suppress(RunError):
        _keep(folder, made)
    return made


def look_up(
    folder: RunFolder, judge: Judge, data: DataSet, most: int, seed: int = 0
) -> Generator[tuple[int, int], None, Reference]:
    """Pass a run's training and validation images through its network and keep what comes of it.

    For runs of builds that did not keep what they saw.

    Parameters
    ----------
    data
        The run's.
    most
        Images at the most.

    Yields
    ------
    tuple of int
        (done, total) after each image. Closing it writes nothing.

    Raises
    ------
    DataError, RunError
        The run's images are gone or have changed, or they are too few.
    """
    split, store = folder.read_split(data), ImageStore(data)
    parts = (
        sample_images(data, split.train, min(TRAINING, most * 2 // 3), seed),
        sample_images(data, split.validation, min(VALIDATION, most // 3), seed),
    )
    total = sum(len(part) for part in parts)
    result: list[list[NDArray[np.float32]]] = [[], []]
    done = 0
    for part, images in enumerate(parts):
        for number in images:
            result[part].append(image_features(judge.maps(store.image(number))))
            done += 1
            yield done, total
    channels = judge.network.head.in_features
    rows = [
        np.stack(part) if part else np.empty((0, channels), dtype=np.float32) for part in result
    ]
    normal = [
        np.asarray([data.samples[i].label.defective is not True for i in part], dtype=np.bool_)
        for part in parts
    ]
    made = make_reference(rows[0], rows[1], *normal)
    with suppress(RunError):  # a project that can only be read
        _keep(folder, made)
    return made


def kept_reference(folder: RunFolder) -> Reference | None:
    """What a run keeps of its weights as they are; None if nothing that can be read."""
    try:
        with np.load(_file(folder), allow_pickle=False) as result:
            if json.loads(str(result["key"])) != _key(folder):
                return None
            about = Familiarity(**json.loads(str(result["about"])))
            return Reference(result["rows"], result["mean"], result["scale"], about)
    except (OSError, ValueError, KeyError, TypeError, BadZipFile):
        return None


def _keep(folder: RunFolder, made: Reference) -> None:
    held = io.BytesIO()
    np.savez(
        held,
        allow_pickle=False,
        key=np.array(json.dumps(_key(folder))),
        about=np.array(json.dumps(asdict(made.about))),
        rows=made.rows,
        mean=made.mean,
        scale=made.scale,
    )
    make_folder(_file(folder).parent)
    write_atomic(_file(folder), held.getvalue())


def _key(folder: RunFolder) -> list[object]:
    # How the image's numbers are rounded is part of what is compared.
    return kept_key(folder, FORMAT, folder.record.numerics.precision)


def _file(folder: RunFolder) -> Path:
    return folder.path / "measures" / "familiarity.npz"
