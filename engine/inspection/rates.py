"""How good verdicts are: accuracy, overkill, escape, AUC, exact intervals, the threshold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit
from scipy.stats import beta, norm
from sklearn.metrics import log_loss, roc_auc_score

from engine.core.values import Rates
from engine.data.sample import Label
from engine.inspection.verdict import EPSILON, logit

PROMISED_OVERKILL = 0.02
"""Of the distribution-free bound, on average over validation sets, with images enough."""

FEWEST_DEFECTS = 3
"""Fewer than so many validation defects weigh nothing."""

ENOUGH_DEFECTS, ENOUGH_NORMALS = 10, 20
"""With fewer of either the cheapest threshold is mostly chance: it may not lie above the bound."""

FEWEST_NORMALS = 5
"""A texture with fewer normal validation images has no level of its own."""

OWN_WEIGHT = 10
"""With so many defects a texture's own threshold weighs as much as what all have in common."""

MARGIN = 0.5
"""Most log-odds between the bound's normal image and the threshold."""


def exact_interval(events: int, trials: int, level: float = 0.95) -> tuple[float, float]:
    """Clopper-Pearson interval of a rate, two-sided: 0 of 75 still allows 4.8 %.

    Raises
    ------
    ValueError
        `trials` is not positive or `events` lies outside 0..trials.
    """
    if trials < 1 or not 0 <= events <= trials:
        raise ValueError(f"{events} of {trials} is no rate")
    tail = (1 - level) / 2
    low = beta.ppf(tail, events, trials - events + 1) if events else 0.0
    high = beta.ppf(1 - tail, events + 1, trials - events) if events < trials else 1.0
    return float(low), float(high)


def paired_difference(
    one: NDArray[np.bool_], other: NDArray[np.bool_]
) -> tuple[float, float, float]:
    """Share that one gets right less the share that the other does, on the same images.

    Parameters
    ----------
    one, other
        bool (images,), which images each got right.

    Returns
    -------
    (difference, low, high)
        In [-1, 1], with the 95 % interval of Bonett & Price (2012), "Adjusted Wald confidence
        interval for a difference of binomial proportions based on paired data": one is added to
        each of the two kinds of disagreement, so that no disagreement is not taken for certainty.

    Raises
    ------
    ValueError
        No images, or not as many of one as of the other.
    """
    if one.shape != other.shape or not one.size:
        raise ValueError(f"{one.shape} and {other.shape} are no pairs")
    count = one.size
    won, lost = int((one & ~other).sum()), int((~one & other).sum())
    p, q = (won + 1) / (count + 2), (lost + 1) / (count + 2)
    width = float(norm.ppf(0.975)) * np.sqrt((p + q - (p - q) ** 2) / (count + 2))
    middle = p - q
    return (won - lost) / count, max(-1.0, middle - width), min(1.0, middle + width)


def rates(
    truth: Sequence[Label],
    named: Sequence[Label],
    scores: NDArray[np.float64],
    threshold: float,
) -> Rates:
    """Compare verdicts with labels.

    Parameters
    ----------
    truth, named
        Label and verdict of each image; right means same texture and same state.
    scores
        float64 (images,) in [0, 1].
    threshold
        At which the verdicts were made.

    Returns
    -------
    Rates
        Its baseline, the accuracy of "texture right, never a defect", is that of these very images;
        without a normal class that of always naming the most frequent class.
    """
    count = len(truth)
    right = sum(
        t.texture == n.texture and t.defective is n.defective
        for t, n in zip(truth, named, strict=True)
    )
    has_normal = any(label.defective is not None for label in truth)
    if not has_normal:
        most = max(Counter(truth).values()) / count
        return Rates(
            count, 0, right / count, None, None, None, None, None, 0, 0, threshold, most, None
        )
    bad = np.asarray([label.defective is True for label in truth])
    flagged = scores > threshold
    overkills, escapes = int((flagged & ~bad).sum()), int((~flagged & bad).sum())
    normal, defective = int((~bad).sum()), int(bad.sum())
    clipped = np.clip(scores, EPSILON, 1 - EPSILON)
    return Rates(
        images=count,
        defective=defective,
        accuracy=right / count,
        auc=float(roc_auc_score(bad, scores)) if normal and defective else None,
        overkill=overkills / normal if normal else None,
        escape=escapes / defective if defective else None,
        overkill_interval=exact_interval(overkills, normal) if normal else None,
        escape_interval=exact_interval(escapes, defective) if defective else None,
        overkills=overkills,
        escapes=escapes,
        threshold=threshold,
        baseline=normal / count,
        log_loss=float(log_loss(bad, clipped, labels=[False, True])),
    )


def choose_threshold(
    scores: NDArray[np.float64],
    defective: NDArray[np.bool_],
    cost_ratio: float,
    share: float | None = None,
) -> float:
    """Choose a threshold on validation images: the one place that decides.

    The cost of a threshold is ``cost_ratio * escape + overkill``, weighted by the images at hand or
    by the share of defects that is expected on the line. Among the cheapest, the widest gap between
    neighbouring scores (in logits) is taken. Inside it, images not seen yet decide: with
    exponential tails of scale s on both sides their expected cost is least at the middle less
    s/2 ln(weight * defects / normals), kept in the inner eight tenths of the gap; s is the mean of
    both classes' standard deviations. So the dearer an escape, the nearer the threshold lies to the
    normal images.

    With fewer than three defects there is nothing to weigh: the threshold is then the
    distribution-free bound of :func:`overkill_bound`. With few of either kind it is the smaller of
    both. It never flags all normal images: where that looks cheapest, the images are too few or
    the network cannot tell them, and an inspector that rejects everything is none.

    Parameters
    ----------
    scores
        float64 (images,) in [0, 1], from dense passes.
    defective
        bool (images,).
    cost_ratio
        Cost of an escape in units of one overkill.
    share
        Share of defective parts expected on the line, in (0, 1); None: that of these images.

    Returns
    -------
    float in [0, 1]; 0.5 if there are no images
    """
    if scores.size == 0:
        return 0.5
    bad, good = int(defective.sum()), int((~defective).sum())
    z = logit(scores)
    if not good:
        return _sigmoid(float(z.min()) - MARGIN)
    if bad < FEWEST_DEFECTS:
        chosen = _bound(z, defective)[0]
    else:
        weight = cost_ratio
        if share is not None:
            weight = cost_ratio * share / (1 - share) * good / bad
        chosen = _cheapest(z, defective, weight)
        if bad < ENOUGH_DEFECTS or good < ENOUGH_NORMALS:
            chosen = min(chosen, _bound(z, defective)[0])
    # Scores next to 0 and 1 are alike in log-odds that are clipped: compared as they are, those
    # that pass must pass still.
    return max(_sigmoid(chosen), float(scores[z <= chosen].max()))


def _cheapest(z: NDArray[np.float64], defective: NDArray[np.bool_], weight: float) -> float:
    """The cheapest threshold in log-odds; there are images of both kinds."""
    levels = np.unique(z)
    edges = np.concatenate([[levels[0] - 2.0], levels, [levels[-1] + 2.0]])
    passing = edges[:-1] >= z[~defective].min()  # gaps above at least one normal image
    middles = (edges[:-1] + edges[1:]) / 2
    flagged = z[None, :] > middles[:, None]
    cost = (flagged & ~defective).sum(1) + weight * (~flagged & defective).sum(1)
    cheapest = np.flatnonzero(passing & (cost <= cost[passing].min()))
    widest = cheapest[np.argmax(np.diff(edges)[cheapest])]
    scale = (float(z[defective].std()) + float(z[~defective].std())) / 2
    lean = scale / 2 * np.log(weight * defective.sum() / (~defective).sum())
    tenth = 0.1 * (edges[widest + 1] - edges[widest])
    inside = np.clip(middles[widest] - lean, edges[widest] + tenth, edges[widest + 1] - tenth)
    return float(inside)


def _bound(z: NDArray[np.float64], defective: NDArray[np.bool_]) -> tuple[float, float]:
    normal = np.sort(z[~defective])
    count = normal.size
    rank = min(count, int(np.ceil((1 - PROMISED_OVERKILL) * (count + 1))))
    at = float(normal[rank - 1])
    above = z[z > at]
    margin = min(MARGIN, (float(above.min()) - at) / 2) if above.size else MARGIN
    return at + margin, 1 - rank / (count + 1)


def overkill_bound(
    scores: NDArray[np.float64], defective: NDArray[np.bool_]
) -> tuple[float, float]:
    """A threshold that promises its overkill whatever the scores are distributed like.

    The normal image of rank k = ceil(0.98 (n + 1)) of n, or the highest where n is below 49: a
    further normal image of the same kind lies above it with a probability of at most
    1 - k / (n + 1), on average over validation sets (Vovk, Gammerman & Shafer 2005, split conformal
    prediction). The threshold lies half a logit above it, or half way to the next score.

    Parameters
    ----------
    scores
        float64 (images,) in [0, 1].
    defective
        bool (images,); at least one image is normal.

    Returns
    -------
    (threshold, promised overkill), both in [0, 1]
    """
    chosen, promised = _bound(logit(scores), defective)
    return _sigmoid(chosen), promised


def choose_levels(
    scores: NDArray[np.float64],
    defective: NDArray[np.bool_],
    textures: Sequence[str],
    cost_ratio: float,
    share: float | None = None,
) -> tuple[float, dict[str, float]]:
    """Choose a threshold for each texture on validation images.

    A network scores each texture on a level of its own, so that one threshold does not suit all.
    Few validation images are defective, so what textures have in common counts too: all scores are
    counted from the median normal image of their texture, as far as medians differ beyond chance,
    and one threshold is chosen of them together. Each texture's own, of its images alone, replaces
    it in log-odds by the weight d / (d + 10), d its defects. Both are :func:`choose_threshold`'s;
    ``benchmarks/simulate.py`` compares the rule with one threshold and with each texture by itself.

    Parameters
    ----------
    textures
        Texture named of each image.

    Returns
    -------
    (threshold, levels)
        Levels: each texture's threshold in log-odds; none where one threshold costs no more on
        images held out in turn. Scores are counted from them, so that the
        threshold is 0.5 for all. Of one texture the plain threshold and no levels.
    """
    names = np.asarray(textures)
    if len(set(textures)) < 2 or not (~defective).any():
        return choose_threshold(scores, defective, cost_ratio, share), {}
    if not _levels_pay(scores, defective, names, cost_ratio, share):
        return choose_threshold(scores, defective, cost_ratio, share), {}
    return _levels_of(scores, defective, names, cost_ratio, share)


FOLDS = 5
"""Parts of the validation images on which levels are held against one threshold."""


def _levels_pay(
    scores: NDArray[np.float64],
    defective: NDArray[np.bool_],
    names: NDArray[np.str_],
    cost_ratio: float,
    share: float | None,
) -> bool:
    """Whether levels cost less than one threshold on images that neither was chosen on."""
    bad, good = int(defective.sum()), int((~defective).sum())
    weight = cost_ratio
    if share is not None and bad:
        weight = cost_ratio * share / (1 - share) * good / bad
    part = np.zeros(len(scores), dtype=np.int64)
    for kind in (defective, ~defective):
        part[kind] = np.arange(int(kind.sum())) % FOLDS
    costs = np.zeros(2)
    for fold in range(FOLDS):
        kept, held = part != fold, part == fold
        if not held.any() or not (~defective[kept]).any():
            continue
        one = choose_threshold(scores[kept], defective[kept], cost_ratio, share)
        threshold, levels = _levels_of(
            scores[kept], defective[kept], names[kept], cost_ratio, share
        )
        own = [levels.get(str(name), 0.0) for name in names[held]]
        counted = counted_from(scores[held], own) if levels else scores[held]
        for place, flagged in enumerate((scores[held] > one, counted > threshold)):
            costs[place] += (flagged & ~defective[held]).sum()
            costs[place] += weight * (~flagged & defective[held]).sum()
    return bool(costs[1] < costs[0])


def _levels_of(
    scores: NDArray[np.float64],
    defective: NDArray[np.bool_],
    names: NDArray[np.str_],
    cost_ratio: float,
    share: float | None,
) -> tuple[float, dict[str, float]]:
    """Levels as :func:`choose_levels` describes them, whether or not they pay."""
    known = sorted({str(name) for name in names})
    z = logit(scores)
    whole = float(logit(choose_threshold(scores, defective, cost_ratio, share)))
    usual = _usual(
        {
            texture: z[(names == texture) & ~defective]
            for texture in known
            if int(((names == texture) & ~defective).sum()) >= FEWEST_NORMALS
        }
    )
    among = np.isin(names, list(usual))
    if not among.any():
        return _sigmoid(whole), {}
    counted = counted_from(scores[among], [usual[name] for name in names[among]])
    common = float(logit(choose_threshold(counted, defective[among], cost_ratio, share)))
    levels = {}
    for texture in known:
        if texture not in usual:
            levels[texture] = whole
            continue
        mine = names == texture
        bad, level = int(defective[mine].sum()), usual[texture] + common
        if bad >= FEWEST_DEFECTS:
            own = choose_threshold(scores[mine], defective[mine], cost_ratio, share)
            level += bad / (bad + OWN_WEIGHT) * (float(logit(own)) - level)
        levels[texture] = max(level, float(z[mine & ~defective].min()))
    return 0.5, levels


def _usual(normal: dict[str, NDArray[np.float64]]) -> dict[str, float]:
    """Where the normal images of each texture lie, as far as their medians differ beyond chance.

    Medians of a few images differ by themselves. Each is drawn to the mean of all by the share of
    the spread between them that is no such error (empirical Bayes, James & Stein 1961): where
    textures do not differ, all have one level.
    """
    if not normal:
        return {}
    medians = {texture: float(np.median(values)) for texture, values in normal.items()}
    middle = float(np.mean(list(medians.values())))
    # The variance of a median of n values of variance s^2 is s^2 pi / (2 n).
    errors = {
        texture: float(np.var(values, ddof=1)) * np.pi / (2 * len(values))
        for texture, values in normal.items()
    }
    between = float(np.var(list(medians.values()), ddof=1)) if len(medians) > 1 else 0.0
    between = max(0.0, between - float(np.mean(list(errors.values()))))
    result = {}
    for texture, median in medians.items():
        spread = between + errors[texture]
        weight = between / spread if spread > 0 else 1.0
        result[texture] = middle + weight * (median - middle)
    return result


def counted_from(
    scores: NDArray[np.float64], levels: NDArray[np.float64] | Sequence[float]
) -> NDArray[np.float64]:
    """Scores whose log-odds are counted from a level each: 0.5 where they equal it."""
    return np.asarray(expit(logit(scores) - np.asarray(levels, dtype=np.float64)))


def _sigmoid(z: float) -> float:
    return float(expit(z))
