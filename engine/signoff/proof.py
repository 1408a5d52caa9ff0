"""What a run's held-out images prove about its escape rate."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.stats import beta

from engine.core.errors import DataError, NotDefinedError, RunError
from engine.core.values import Prediction, Sentence
from engine.data.sample import DataSet
from engine.project.runs import RunFolder, list_runs
from engine.project.store import PredictionStore
from engine.review.store import ReviewStore
from engine.signoff.messages import Proof, TextureProof

MOST_PARTS = 10_000_000
"""A proof that needs more parts than this is not worth a figure."""


def upper_bound(events: int, trials: int, confidence: float) -> float:
    """One-sided exact (Clopper-Pearson 1934) upper bound of a rate; 1 without trials.

    0 of 59 proves at most 5 % with 95 % confidence, 0 of 299 at most 1 %.
    """
    if events >= trials:
        return 1.0
    return float(beta.ppf(confidence, events + 1, trials - events))


def parts_needed(events: int, trials: int, limit: float, confidence: float) -> int:
    """Further trials without an event until the upper bound is at most `limit`.

    Returns `MOST_PARTS` where even that many do not do.
    """
    if upper_bound(events, trials, confidence) <= limit:
        return 0
    low, high = 0, 1
    while upper_bound(events, trials + high, confidence) > limit:
        if high >= MOST_PARTS:
            return MOST_PARTS
        low, high = high, min(2 * high, MOST_PARTS)
    while high - low > 1:
        middle = (low + high) // 2
        if upper_bound(events, trials + middle, confidence) > limit:
            low = middle
        else:
            high = middle
    return high


def bound_curve(proof: Proof) -> tuple[tuple[int, float], ...]:
    """The bound of a proof with more and fewer parts and the escapes there are, for a picture.

    Up to twice what is needed, at most 200 points.
    """
    if proof.blocked is not None:
        return ()
    last = 2 * max(proof.defective + min(proof.more, MOST_PARTS), 10)
    first = proof.escapes + 1
    places = np.unique(np.geomspace(first, max(last, first + 1), 200).round().astype(int))
    return tuple((int(n), upper_bound(proof.escapes, int(n), proof.confidence)) for n in places)


def check(limit: float, confidence: float) -> None:
    """Refuse a statement that means nothing.

    Raises
    ------
    DataError
        A number does not lie between 0 and 1.
    """
    if not 0 < limit < 1 or not 0 < confidence < 1:
        raise DataError("Limit and confidence lie between 0 and 100 %. Choose others.")


def prove(folder: RunFolder, data: DataSet, limit: float, confidence: float) -> Proof:
    """Count a run's verdicts on its test images at its own threshold.

    Raises
    ------
    NotDefinedError
        The set has no normal class, so nothing can escape.
    RunError
        The run is not finished.
    """
    check(limit, confidence)
    record = folder.record
    if record.test is None:
        raise RunError(
            "{path}: this run is not finished, so its verdicts may still change. Resume it first.",
            path=folder.path,
        )
    if not data.has_normal:
        raise NotDefinedError(
            "{path}: without a normal class nothing can escape. Name the normal class.",
            path=data.root,
        )
    test = folder.read_split(data).test
    with PredictionStore(folder.project) as store:
        kept = store.of_run(folder.path.name, {data.files[index]: index for index in test})
    defective = [i for i in test if data.samples[i].label.defective]
    normal = len(test) - len(defective)
    escapes = sum(i in kept and not kept[i].defective for i in defective)
    bad = frozenset(defective)
    overkills = sum(row.defective for i, row in kept.items() if i not in bad)
    unjudged = len(test) - len(kept)
    upper = upper_bound(escapes, len(defective), confidence)
    return Proof(
        run=str(folder.path),
        threshold=record.threshold,
        limit=limit,
        confidence=confidence,
        defective=len(defective),
        escapes=escapes,
        upper=upper,
        passed=upper <= limit and not unjudged,
        more=parts_needed(escapes, len(defective), limit, confidence),
        normal=normal,
        overkills=overkills,
        overkill_upper=upper_bound(overkills, normal, confidence),
        unjudged=unjudged,
        textures=_textures(data, defective, kept, confidence),
        caveats=tuple(_caveats(folder, data, test)),
        blocked=_blocked(unjudged, len(defective)),
    )


def _blocked(unjudged: int, defective: int) -> Sentence | None:
    if unjudged:
        return Sentence(
            "{n} of its test images have not been judged. Judge them first.", {"n": str(unjudged)}
        )
    if not defective:
        return Sentence("None of its test images is defective, so nothing can be proven.")
    return None


def _textures(
    data: DataSet, defective: Sequence[int], kept: dict[int, Prediction], confidence: float
) -> tuple[TextureProof, ...]:
    textures = list(dict.fromkeys(label.texture for label in data.labels))
    if len(textures) < 2:
        return ()
    result = []
    for texture in textures:
        mine = [i for i in defective if data.samples[i].label.texture == texture]
        missed = sum(i in kept and not kept[i].defective for i in mine)
        bound = upper_bound(missed, len(mine), confidence)
        result.append(TextureProof(texture, len(mine), missed, bound))
    return tuple(result)


def _caveats(folder: RunFolder, data: DataSet, test: Sequence[int]) -> list[Sentence]:
    """What makes the figures better than they are, or narrower than they look."""
    record = folder.record
    result = []
    if record.on_test:
        result.append(
            Sentence(
                "This run kept no validation images: its progress was watched on these test "
                "images, so they are not unseen."
            )
        )
    rivals = _rivals(folder, data, frozenset(test))
    if rivals:
        result.append(
            Sentence(
                "{n} other run was tested on some of these images. If this one was chosen because "
                "it did better there, the figures flatter it: judge images that no run has seen."
                if rivals == 1
                else "{n} other runs were tested on some of these images. If this one was chosen "
                "because it did best there, the figures flatter it: judge images that no run has "
                "seen.",
                {"n": str(rivals)},
            )
        )
    doubted = _doubted(folder, data, test)
    if doubted:
        result.append(
            Sentence(
                "A person marked {n} of these labels for relabel, and the counts still follow the "
                "old ones. Make the data version and judge it first.",
                {"n": str(doubted)},
            )
        )
    groups = [data.samples[i].group for i in test]
    if any(groups):
        apart = len({group or f"\0{i}" for i, group in zip(test, groups, strict=True)})
        result.append(
            Sentence(
                "The bound takes parts as independent. These images come from {n} group; where "
                "parts of a lot are alike, it is too narrow."
                if apart == 1
                else "The bound takes parts as independent. These images come from {n} groups; "
                "where parts of a lot are alike, it is too narrow.",
                {"n": str(apart)},
            )
        )
    result.append(
        Sentence(
            "It speaks of parts and defects like these. Kinds of defect that are not among the "
            "test images are not covered."
        )
    )
    return result


def _doubted(folder: RunFolder, data: DataSet, test: Sequence[int]) -> int:
    """Test images whose label a person marked for relabel."""
    with ReviewStore(folder.project) as store:
        marked = {r.file for r in store.of_data(data.fingerprint) if r.said == "relabel"}
    return sum(data.files[i] in marked for i in test)


def _rivals(folder: RunFolder, data: DataSet, test: frozenset[int]) -> int:
    """Other finished runs of the project that were tested on any of these images."""
    count = 0
    for other in list_runs(folder.project):
        record = other.record
        if other.path.name == folder.path.name or record.test is None:
            continue
        if record.fingerprint == data.fingerprint and _meet(other, data, test):
            count += 1
    return count


def _meet(other: RunFolder, data: DataSet, test: frozenset[int]) -> bool:
    try:
        return not test.isdisjoint(other.read_split(data).test)
    except RunError:
        return False
