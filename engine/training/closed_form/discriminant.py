"""Fisher's linear discriminant with a shrunk covariance, and what tells textures apart.

All arithmetic is float64. Shrinkage: Friedman, "Regularized discriminant analysis", JASA 1989: the
covariance plus a share of its mean variance on the diagonal. Textures share one covariance, pooled
within them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass
class Moments:
    """Sums over rows of one kind.

    Attributes
    ----------
    count : how many rows
    total, square : float64 (d,) and (d, d), of the rows and of their outer products
    """

    count: int
    total: Array
    square: Array

    @classmethod
    def of(cls, rows: NDArray[np.floating]) -> Moments:
        """The moments of rows (n, d)."""
        wide = rows.astype(np.float64)
        return cls(len(wide), wide.sum(0), wide.T @ wide)

    def __add__(self, other: Moments) -> Moments:
        return Moments(
            self.count + other.count, self.total + other.total, self.square + other.square
        )

    def __sub__(self, other: Moments) -> Moments:
        return Moments(
            self.count - other.count, self.total - other.total, self.square - other.square
        )

    @property
    def mean(self) -> Array:
        """float64 (d,)."""
        return np.asarray(self.total / max(1, self.count))

    @property
    def scatter(self) -> Array:
        """Sum of squared deviations from the mean, float64 (d, d)."""
        mean = self.mean
        return np.asarray(self.square - self.count * np.outer(mean, mean))


def pooled_covariance(groups: list[Moments], shrinkage: float) -> Array:
    """Covariance within groups plus `shrinkage` times its mean variance on the diagonal.

    Parameters
    ----------
    groups
        Moments of each group, of d dimensions.
    shrinkage
        0 and more.

    Returns
    -------
    ndarray of float64, shape (d, d); the unit matrix where nothing varies
    """
    scatter = np.sum([group.scatter for group in groups], axis=0)
    covariance = scatter / max(1, sum(group.count for group in groups))
    size = len(covariance)
    variance = float(np.trace(covariance)) / size
    if not variance > 0:
        return np.eye(size)
    result: Array = covariance + shrinkage * variance * np.eye(size)
    return result


def directions(covariance: Array, differences: Array) -> Array:
    """Fisher's directions: covariance^-1 times each difference of means, float64 (k, d)."""
    return np.asarray(np.linalg.solve(covariance, differences.T).T)


def whitening(covariance: Array) -> Array:
    """The matrix W with W covariance W' = 1: |W (x - mean)|^2 is Mahalanobis' distance squared."""
    return np.asarray(np.linalg.inv(np.linalg.cholesky(covariance)))


def nearest_mean(rows: Array, members: NDArray[np.int64], shrinkage: float) -> tuple[Array, Array]:
    """Linear functions whose largest one names the group with the nearest mean.

    Mahalanobis' distance with the pooled covariance: the quadratic term is common to all groups.

    Parameters
    ----------
    rows
        (n, d), one an image.
    members
        (n,), the group of each, from 0; each has one or more.
    shrinkage
        Of the covariance.

    Returns
    -------
    (weights, offsets)
        float64 (groups, d) and (groups,).
    """
    count = int(members.max()) + 1
    if count == 1:
        return np.zeros((1, rows.shape[1])), np.zeros(1)
    moments = [Moments.of(rows[members == group]) for group in range(count)]
    # From the mean of all: otherwise offsets are differences of large numbers.
    middle = rows.mean(0)
    means = np.stack([group.mean for group in moments]) - middle
    weights = directions(pooled_covariance(moments, shrinkage), means)
    offsets = -0.5 * (weights * means).sum(1) - weights @ middle
    return weights, offsets
