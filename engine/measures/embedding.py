"""How far apart source and target features lie: a picture, and a number beside it.

PCA and t-SNE of both domains (article; no parameters given, so these are ours), with the
leave-one-out 1-nearest-neighbour accuracy of the domain: 0.5 means that they cannot be told
apart, 1.0 that they are fully separate. On a t-SNE picture distances between islands mean
nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.spatial.distance import cdist
from sklearn.decomposition import PCA
from sklearn.manifold import TSNE

COMPONENTS = 50
PERPLEXITY = 30.0
ITERATIONS = 1000
FEWEST_WINDOWS = 10
"""Windows of a domain below which no accuracy is given (ours)."""

PHOTOGRAPHS_WANTED = 20
"""Source photographs below which claim 1 stays open."""

SOURCE, TARGET = 0, 1
_BALANCE = 61


@dataclass(frozen=True, slots=True, eq=False)
class Embedding:
    """Source and target windows through one network, before fine-tuning; arrays are read-only.

    Attributes
    ----------
    domain_accuracy : in [0, 1]; None where a domain has under 10 windows or one photograph. With
        few photographs it reads too low: a window has few neighbours of its own domain left
    source : what the source photographs are, for people
    photographs : how many
    from_source : whether the network held source weights; else its random initial ones, whose
        figure says nothing of claim 1
    windows : of each domain
    domains : int64 (2 x windows,), 0 source, 1 target
    groups : int64 (2 x windows,), the photograph each window was cut from
    pca : float32 (2 x windows, 2), the first two components
    explained : float64 (components,), share of the variance in [0, 1] each explains
    tsne : float32 (2 x windows, 2), None unless asked for
    """

    domain_accuracy: float | None
    source: str
    photographs: int
    from_source: bool
    windows: int
    domains: NDArray[np.int64]
    groups: NDArray[np.int64]
    pca: NDArray[np.float32]
    explained: NDArray[np.float64]
    tsne: NDArray[np.float32] | None

    @property
    def enough(self) -> bool:
        """Whether there are photographs enough to judge claim 1."""
        return self.photographs >= PHOTOGRAPHS_WANTED


def balance(domains: NDArray[np.integer], seed: int) -> NDArray[np.int64]:
    """Indices that keep equally many of each domain, drawn by seed, in order: int64 (m,)."""
    rng = np.random.default_rng([seed, _BALANCE])
    members = [np.flatnonzero(domains == domain) for domain in np.unique(domains)]
    fewest = min(len(each) for each in members)
    kept = [rng.permutation(each)[:fewest] for each in members]
    return np.sort(np.concatenate(kept)).astype(np.int64)


def standardise(features: NDArray[np.floating]) -> NDArray[np.float64]:
    """Zero mean and unit variance per channel over all points together; constant channels are 0.

    Parameters
    ----------
    features
        (n, channels), all domains in one array.
    """
    values = np.asarray(features, dtype=np.float64)
    centred = values - values.mean(0)
    scale = centred.std(0)
    # A constant channel's deviation is rounding noise, which dividing would blow up.
    constant = scale <= 1e-9 * np.maximum(1e-30, np.abs(values).max(0))
    return np.asarray(np.where(constant, 0.0, centred / np.where(constant, 1.0, scale)))


def principal(
    points: NDArray[np.float64], components: int = COMPONENTS
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """PCA: points (n, c) and the share of variance each component explains, (c,) in [0, 1]."""
    if not np.any(np.ptp(points, axis=0)):  # nothing varies, so nothing can be explained
        return np.zeros((len(points), 2)), np.zeros(2)
    fit = PCA(min(components, *points.shape), svd_solver="full")
    found = fit.fit_transform(points)
    return np.asarray(found), np.asarray(fit.explained_variance_ratio_)


def neighbourhood(points: NDArray[np.float64], seed: int) -> NDArray[np.float32]:
    """t-SNE of PCA points, float32 (n, 2); perplexity 30, or less where there are few points."""
    perplexity = min(PERPLEXITY, (len(points) - 1) / 3)
    fit = TSNE(2, perplexity=perplexity, init="pca", max_iter=ITERATIONS, random_state=seed)
    return np.asarray(fit.fit_transform(points), dtype=np.float32)


def domain_accuracy(
    points: NDArray[np.floating], domains: NDArray[np.integer], groups: NDArray[np.integer]
) -> float | None:
    """Leave-one-out 1-NN accuracy of the domain, in [0, 1]; give it balanced domains.

    Parameters
    ----------
    points
        (n, channels), standardised.
    domains
        (n,) domain numbers.
    groups
        (n,) the photograph each window was cut from, unique over both domains. Neighbours of
        the same photograph do not count: they are alike because they are one picture.

    Returns
    -------
    float or None
        None where a domain has one photograph only: its windows could have no neighbour of
        their own domain.
    """
    if len(np.unique(domains)) < 2:
        return None
    if any(len(np.unique(groups[domains == d])) < 2 for d in np.unique(domains)):
        return None
    distance = cdist(points, points)
    distance[groups[:, None] == groups[None, :]] = np.inf
    nearest = distance.argmin(1)
    return float(np.mean(domains[nearest] == domains))


def embed(
    source: tuple[NDArray[np.floating], NDArray[np.integer]],
    target: tuple[NDArray[np.floating], NDArray[np.integer]],
    *,
    name: str,
    from_source: bool,
    seed: int,
    tsne: bool,
) -> Embedding | None:
    """One joint fit of both domains; None where one of them is empty.

    Parameters
    ----------
    source, target
        Features (n, channels) and the photograph (n,) each window comes from.
    name
        What the source photographs are, for people.
    from_source
        Whether the network held source weights.
    """
    if not len(source[0]) or not len(target[0]):
        return None
    photographs = len(np.unique(source[1]))
    domains = np.repeat([SOURCE, TARGET], [len(source[0]), len(target[0])])
    # Numbers of the two domains' photographs must not meet.
    groups = np.concatenate([-1 - source[1].astype(np.int64), target[1].astype(np.int64)])
    kept = balance(domains, seed)
    domains, groups = domains[kept].astype(np.int64), groups[kept]
    points = standardise(np.concatenate([source[0], target[0]])[kept])
    windows = len(kept) // 2
    accuracy = domain_accuracy(points, domains, groups) if windows >= FEWEST_WINDOWS else None
    components, explained = principal(points)
    drawable = tsne and windows >= FEWEST_WINDOWS and bool(explained.any())
    picture = neighbourhood(components, seed) if drawable else None
    plane = np.zeros((len(points), 2), dtype=np.float32)
    plane[:, : components.shape[1]] = components[:, :2]
    for array in (domains, groups, plane, explained):
        array.setflags(write=False)
    if picture is not None:
        picture.setflags(write=False)
    return Embedding(
        accuracy, name, photographs, from_source, windows, domains, groups, plane, explained,
        picture,
    )  # fmt: skip
