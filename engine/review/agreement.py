"""Attribute agreement: network against inspectors, these against each other and themselves.

What is compared is the state said of an image, normal or defective. Kappa (Cohen 1960) takes away
what two would agree on by chance; its interval is a bootstrap's over images.
"""

from __future__ import annotations

import itertools
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.core.values import Prediction
from engine.data.sample import DataSet
from engine.review.messages import Agreement, AgreementPair, Review

FEWEST = 5
"""Images that a pair is compared on."""

RESAMPLES = 2000
SEED = 5
NETWORK, LABELS = "network", "labels"


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one person said of an image at one time: whether it is defective."""

    index: int
    reviewer: str
    defective: bool
    time: str


def opinions_of(data: DataSet, history: Sequence[Review]) -> list[Opinion]:
    """What reviews say of images, the earliest first; those without a name or a state are left out.

    To agree is to say what the verdict says; to overrule, what the label says; to relabel, what the
    image becomes.
    """
    place = {file: index for index, file in enumerate(data.files)}
    states = {label.name: label.defective for label in data.labels}
    result = []
    for review in sorted(history, key=lambda each: each.time):
        index = place.get(review.file)
        if index is None or not review.reviewer.strip():
            continue
        own = data.samples[index].label.defective
        said = {
            "agree": states.get(review.verdict),
            "overrule": own,
            "relabel": states.get(review.becomes),
        }.get(review.said)
        if said is not None:
            result.append(Opinion(index, review.reviewer.strip(), said, review.time))
    return result


def agreement_of(
    data: DataSet, predictions: Mapping[int, Prediction], history: Sequence[Review], run: str
) -> Agreement:
    """Compare everybody with everybody on the images that both have said something of.

    Parameters
    ----------
    predictions
        The run's verdicts by index.
    history
        All reviews of the data set, earlier ones included.
    """
    first: dict[str, dict[int, bool]] = defaultdict(dict)
    last: dict[str, dict[int, bool]] = defaultdict(dict)
    for each in opinions_of(data, history):
        first[each.reviewer].setdefault(each.index, each.defective)
        last[each.reviewer][each.index] = each.defective
    twice = _twice(data, history)
    network = {index: row.defective for index, row in predictions.items()}
    labels = {
        index: bool(sample.label.defective)
        for index, sample in enumerate(data.samples)
        if sample.label.defective is not None
    }
    pairs = []
    for reviewer in sorted(last):
        pairs.append(_pair(NETWORK, reviewer, network, last[reviewer]))
    for one, other in itertools.combinations(sorted(last), 2):
        pairs.append(_pair(one, other, last[one], last[other]))
    for reviewer in sorted(twice):
        before, after = twice[reviewer]
        pairs.append(_pair(reviewer, reviewer, before, after))
    for reviewer in sorted(last):
        pairs.append(_pair(LABELS, reviewer, labels, last[reviewer]))
    return Agreement(run, tuple(pair for pair in pairs if pair is not None))


def _twice(
    data: DataSet, history: Sequence[Review]
) -> dict[str, tuple[dict[int, bool], dict[int, bool]]]:
    """What each person said of images at the first and at the last of several times."""
    said: dict[tuple[str, int], list[bool]] = defaultdict(list)
    for each in opinions_of(data, history):
        said[each.reviewer, each.index].append(each.defective)
    result: dict[str, tuple[dict[int, bool], dict[int, bool]]] = {}
    for (reviewer, index), values in said.items():
        if len(values) > 1:
            before, after = result.setdefault(reviewer, ({}, {}))
            before[index], after[index] = values[0], values[-1]
    return result


def _pair(
    one: str, other: str, first: Mapping[int, bool], second: Mapping[int, bool]
) -> AgreementPair | None:
    both = sorted(set(first) & set(second))
    if not both:
        return None
    a = np.asarray([first[index] for index in both])
    b = np.asarray([second[index] for index in both])
    agreed = int((a == b).sum())
    value, interval = None, None
    if len(both) >= FEWEST:
        value = kappa(a, b)
        interval = kappa_interval(a, b) if value is not None else None
    return AgreementPair(
        one,
        other,
        len(both),
        agreed,
        value,
        interval,
        first_only=int((a & ~b).sum()),
        second_only=int((~a & b).sum()),
    )


def kappa(a: NDArray[np.bool_], b: NDArray[np.bool_]) -> float | None:
    """Cohen's kappa of two raters; None where both say the same one thing of all images."""
    seen = float((a == b).mean())
    p, q = float(a.mean()), float(b.mean())
    chance = p * q + (1 - p) * (1 - q)
    return None if math.isclose(chance, 1.0) else (seen - chance) / (1 - chance)


def kappa_interval(a: NDArray[np.bool_], b: NDArray[np.bool_]) -> tuple[float, float]:
    """95 % interval of kappa: percentiles of resampled images, where kappa is defined."""
    rng = np.random.default_rng(SEED)
    drawn = rng.integers(0, len(a), (RESAMPLES, len(a)))
    x, y = a[drawn], b[drawn]
    seen, p, q = (x == y).mean(axis=1), x.mean(axis=1), y.mean(axis=1)
    chance = p * q + (1 - p) * (1 - q)
    known = chance < 1 - 1e-12
    values = (seen[known] - chance[known]) / (1 - chance[known])
    if not values.size:
        return -1.0, 1.0
    low, high = np.quantile(values, (0.025, 0.975))
    if math.isclose(low, high):
        # All resamples agree: what so many images without a disagreement still allow.
        low = min(low, 1 - 3 / len(a) / max(1e-9, 1 - float(chance[known].mean())))
    return float(max(-1.0, low)), float(min(1.0, high))
