"""Flatness of features: how much longer paths through the data are than straight lines.

The article's disentanglement is the difference between geodesic and Euclidean distance in
feature space; smaller is flatter. Its formula is not known to us. Ours (definitions):

    D = sum(d_G - d_E) / sum(d_E) over all pairs of points of one class,

d_G along a symmetric graph of k nearest neighbours. The plain difference grows with the scale of
the features; D does not. It does grow with their number and dimension, even for points that are
perfectly flat, so networks are compared at equal n and beside a control.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components, dijkstra
from scipy.spatial.distance import pdist, squareform
from sklearn.neighbors import kneighbors_graph

from engine.core.text import figures, some
from engine.measures.entry import Ground, Line, Measure, Stages, staged
from engine.measures.survey import Survey
from engine.measures.values import RESAMPLES, ClassFlatness, Flatness, RunMeasures

NEIGHBOURS = 10
FEWEST = 60
"""Points of a class below which its index is not given: D falls steeply with n."""

MOST = 100
CONTROLS = 5

_RESAMPLE, _CONTROL = 51, 52
"""Streams of random numbers, kept apart."""

TINY = 1e-9
"""Length of an edge between exact duplicates, in mean distances: a sparse graph drops zeros."""


@dataclass(frozen=True, slots=True)
class Index:
    """D of one set of points: `value` >= 0, None if all points are equal; `bridges` added to
    join separate parts of the graph.
    """

    value: float | None
    n: int
    k: int
    bridges: int


def flatness(points: NDArray[np.floating], k: int = NEIGHBOURS) -> Index:
    """D of one set of points.

    Parameters
    ----------
    points
        (n, dimensions), any scale, n >= 2.
    k
        Neighbours in the graph; at most n - 1 are used. A point is joined to its k nearest and
        to those among whose k nearest it is. Where points are few, an edge may cut across a
        fold and lower D: a Swiss roll of 600 points and k = 10 gives 0.6 to 1.2 by chance of
        the draw, of 2,000 points its true 1.1.
    """
    distance = squareform(pdist(np.asarray(points, dtype=np.float64)))
    n = len(distance)
    k = min(k, n - 1)
    total = float(distance.sum())
    if total == 0.0 or not np.isfinite(total):
        return Index(None, n, k, 0)
    near = kneighbors_graph(distance, k, metric="precomputed", include_self=False)
    rows, columns = near.maximum(near.T).nonzero()
    lengths = np.maximum(distance, TINY * total / n**2)
    graph, bridges = _join(rows, columns, lengths)
    geodesic = dijkstra(graph, directed=False)
    return Index(max(0.0, float(geodesic.sum() - total) / total), n, k, bridges)


def _join(
    rows: NDArray[np.integer], columns: NDArray[np.integer], lengths: NDArray[np.float64]
) -> tuple[csr_matrix, int]:
    """Join the parts of a graph by their shortest bridges; returns it and their number."""
    n = len(lengths)
    bridges = 0
    while True:
        graph = csr_matrix((lengths[rows, columns], (rows, columns)), shape=(n, n))
        parts, part = connected_components(graph, directed=False)
        if parts == 1:
            return graph, bridges
        apart = np.where(part[:, None] != part[None, :], lengths, np.inf)
        a, b = np.unravel_index(int(apart.argmin()), apart.shape)
        rows, columns = np.append(rows, [a, b]), np.append(columns, [b, a])
        bridges += 1


def gaussian_like(points: NDArray[np.floating], rng: np.random.Generator) -> NDArray[np.float64]:
    """As many Gaussian points with the mean and covariance of `points`, also where n < dims."""
    points = np.asarray(points, dtype=np.float64)
    mean = points.mean(0)
    _, scale, axes = np.linalg.svd(points - mean, full_matrices=False)
    draw = rng.standard_normal((len(points), len(scale)))
    return np.asarray(mean + draw * (scale / np.sqrt(max(1, len(points) - 1))) @ axes)


def class_flatness(
    name: str,
    points: NDArray[np.floating],
    groups: NDArray[np.integer],
    seed: int,
    k: int = NEIGHBOURS,
) -> ClassFlatness | None:
    """D of one class with its scatter and its control; None below 60 points or if undefined.

    Parameters
    ----------
    points
        (n, channels), pooled last-layer features of the class's windows.
    groups
        (n,), the image each window was cut from.
    seed
        Of the resamples and the control; equal seeds leave the same images out of two networks.
    """
    if len(points) < FEWEST:
        return None
    whole = flatness(points, k)
    if whole.value is None:
        return None
    images = np.unique(groups)
    resamples, controls = [], []
    shuffled = np.random.default_rng([seed, _RESAMPLE]).permutation(images)
    parts = np.array_split(shuffled, RESAMPLES) if len(images) >= RESAMPLES else []
    for part in parts:
        resamples.append(flatness(points[~np.isin(groups, part)], k).value or 0.0)
    for number in range(CONTROLS):
        rng = np.random.default_rng([seed, _CONTROL, number])
        controls.append(flatness(gaussian_like(points, rng), k).value or 0.0)
    return ClassFlatness(
        name,
        whole.value,
        whole.n,
        len(images),
        whole.bridges,
        tuple(resamples),
        float(np.mean(controls)),
    )


def flatness_by_class(
    points: Mapping[str, tuple[NDArray[np.floating], NDArray[np.integer]]],
    seed: int,
    k: int = NEIGHBOURS,
) -> Generator[tuple[int, int], None, Flatness]:
    """Flatness of each class; yields (done, total) after each.

    Parameters
    ----------
    points
        Class name to its features (n, channels) and the images (n,) they come from.
    """
    classes, left_out = [], []
    for done, (name, (features, groups)) in enumerate(points.items(), start=1):
        result = class_flatness(name, features, groups, seed, k)
        if result is None:
            left_out.append(name)
        else:
            classes.append(result)
        yield done, len(points)
    return Flatness(tuple(classes), tuple(left_out), k, seed)


# ---------------------------------------------------------------------- the entry


def _take(ground: Ground) -> Stages[dict[str, Any]]:
    """Flatness within each class, from the last layer's features."""
    after = yield from _of_survey(ground.survey_after, ground)
    before = yield from _of_survey(ground.survey_before, ground)
    return {"flatness": after, "flatness_before": before}


def _of_survey(survey: Survey, ground: Ground) -> Stages[Flatness]:
    features = survey.features[list(survey.features)[-1]]
    windows = ground.windows
    points = {name: (features[rows], windows.images[rows]) for name, rows in windows.rows.items()}
    return (yield from staged("flatness", flatness_by_class(points, ground.seed)))


def _json(found: RunMeasures) -> dict[str, Any]:
    return {
        "flatness": _one_json(found.flatness),
        "flatness_before": _one_json(found.flatness_before),
    }


def _one_json(found: Flatness) -> dict[str, Any]:
    return {
        "index": found.index,
        "control": found.control,
        "n": found.n,
        "k": found.k,
        "spread": found.spread,
        "bridges": found.bridges,
        "seed": found.seed,
        "classes": {c.name: c.index for c in found.classes},
        "left_out": list(found.left_out),
    }


def _lines(found: RunMeasures) -> Iterator[Line]:
    yield f"flatness at the end: {_words(found.flatness)}"
    yield f"flatness at iteration 0: {_words(found.flatness_before)}"
    yield "  smaller is flatter; compare at equal n and k only, and with the control beside it."


def _words(found: Flatness) -> str:
    if found.index is None:
        return f"n/a (no class has {FEWEST} windows)"
    left = f", {some(len(found.left_out), 'class', 'classes')} left out" if found.left_out else ""
    return (
        f"{figures(found.index)} (spread {figures(found.spread)}), "
        f"control {figures(found.control)}; "
        f"n {found.n}, k {found.k}, {some(len(found.classes), 'class', 'classes')}{left}, "
        f"{some(found.bridges, 'bridge')}"
    )


FLATNESS = Measure(_take, _json, _lines, {"flatness": "flatness, class"})
