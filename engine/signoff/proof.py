"""What a run's held-out images prove about its escape rate."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import replace

import numpy as np
from scipy.stats import beta
from sklearn.metrics import roc_auc_score

from engine.core.errors import DataError, NotDefinedError, RunError
from engine.core.standing import auc_interval
from engine.core.values import Prediction, Sentence
from engine.data.sample import DataSet
from engine.project.runs import RunFolder
from engine.project.store import PredictionStore
from engine.signoff.caveats import caveats_of
from engine.signoff.looks import PlanStore, new_parts, place
from engine.signoff.messages import OVERKILL_LIMIT, Look, Proof, TextureProof
from engine.signoff.pictures import Pictures, find_pictures

MOST_PARTS = 10_000_000
"""A proof that needs more parts than this is not worth a figure."""


def upper_bound(events: int, trials: int, confidence: float) -> float:
    """One-sided exact (Clopper-Pearson 1934) upper bound of a rate; 1 without trials.

    0 of 59 proves at most 5 % with 95 % confidence, 0 of 299 at most 1 %.
    """
    if events >= trials:
        return 1.0
    return float(beta.ppf(confidence, events + 1, trials - events))


def lower_bound(events: int, trials: int, confidence: float) -> float:
    """One-sided exact lower bound of a rate; 0 without trials."""
    return float(beta.ppf(1 - confidence, events, trials - events + 1)) if events else 0.0


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
    return tuple((int(n), upper_bound(proof.escapes, int(n), proof.level)) for n in places)


def check(limit: float, confidence: float) -> None:
    """Refuse a statement that means nothing.

    Raises
    ------
    DataError
        A number does not lie between 0 and 1.
    """
    if not 0 < limit < 1 or not 0 < confidence < 1:
        raise DataError("Limit and confidence lie between 0 and 100 %. Choose others.")


def prove(
    folder: RunFolder,
    data: DataSet,
    limit: float,
    confidence: float,
    overkill_limit: float = OVERKILL_LIMIT,
) -> Generator[tuple[int, int], None, tuple[Proof, Pictures]]:
    """Count a run's verdicts on its test images at its own threshold; the look is kept.

    Yields
    ------
    tuple of int
        (done, total) files compared.

    Raises
    ------
    NotDefinedError
        The set has no normal class, so nothing can escape.
    RunError
        The run is not finished.
    """
    check(limit, confidence)
    if not 0 < overkill_limit <= 1:
        raise DataError("The limit of overkill lies between 0 and 100 %. Choose another.")
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
    split = folder.read_split(data)
    with PredictionStore(folder.project) as store:
        kept = store.of_run(folder.path.name, {data.files[index]: index for index in split.test})
        tied = bool(store.mark(folder.path.name))
    shown = (*split.train, *split.validation)
    pictures = yield from find_pictures(data, folder.project, split.test, shown)
    classes = [label.name for label in record.labels]
    with PlanStore(folder.project) as store:
        plan = store.plan(classes, limit, confidence)
        looks = store.looks(classes)
        bad = [i for i in split.test if data.samples[i].label.defective]
        fresh = new_parts(plan, looks, [data.files[i] for i in bad])
        counted = [i for i in bad if data.files[i] in fresh]
        standing = place(plan, looks, fresh, confidence)
        proof = _counted(
            folder, data, split.test, counted, kept, pictures, limit, confidence, standing.level
        )
        now = dt.datetime.now(dt.UTC).isoformat(timespec="microseconds")
        proof = replace(
            proof,
            overkill_limit=overkill_limit,
            tied=tied,
            plan=plan,
            looks=tuple(look for look, names in looks if names != fresh),
            blocked=_blocked(proof, tied=tied, old=len(bad) - len(counted)),
        )
        hollow = (*_hollow(proof), *((standing.spent,) if standing.spent else ()))
        proof = replace(
            proof,
            hollow=hollow,
            passed=proof.upper <= limit and proof.blocked is None and not hollow,
            caveats=tuple(caveats_of(folder, data, split.test, pictures, proof)),
        )
        # A look at a project that cannot be written cannot be signed either.
        if (
            proof.blocked is None
            and not store.read_only
            and not any(
                names == fresh and look.run == folder.path.name and abs(look.limit - limit) < 1e-9
                for look, names in looks
            )
        ):
            figures = (proof.defective, proof.escapes, proof.upper, proof.passed)
            look = Look(folder.path.name, limit, confidence, *figures, now)
            store.keep(classes, look, sorted(fresh))
    return proof, pictures


def _counted(
    folder: RunFolder,
    data: DataSet,
    test: Sequence[int],
    counted: Sequence[int],
    kept: Mapping[int, Prediction],
    pictures: Pictures,
    limit: float,
    confidence: float,
    level: float,
) -> Proof:
    """The figures alone: one a picture."""
    threshold = folder.record.threshold
    judged = {index: row for index, row in kept.items() if np.isfinite(row.score)}
    defective = pictures.distinct(counted)
    good = [i for i in test if not data.samples[i].label.defective]
    normal = pictures.distinct(good)
    lowest = [_scores(judged, group, min) for group in defective]
    highest = [_scores(judged, group, max) for group in normal]
    escapes = sum(score is not None and score <= threshold for score in lowest)
    overkills = sum(score is not None and score > threshold for score in highest)
    upper = upper_bound(escapes, len(defective), level)
    bad_scores = [score for score in lowest if score is not None]
    good_scores = [score for score in highest if score is not None]
    auc = interval = None
    if bad_scores and good_scores:
        truth = [True] * len(bad_scores) + [False] * len(good_scores)
        auc = float(roc_auc_score(truth, bad_scores + good_scores))
        interval = auc_interval(auc, len(good_scores), len(bad_scores))
    return Proof(
        run=str(folder.path),
        threshold=threshold,
        limit=limit,
        confidence=confidence,
        defective=len(defective),
        escapes=escapes,
        upper=upper,
        passed=False,
        more=parts_needed(escapes, len(defective), limit, level),
        normal=len(normal),
        overkills=overkills,
        overkill_upper=upper_bound(overkills, len(normal), confidence),
        unjudged=len(test) - len(judged),
        textures=_textures(data, defective, judged, threshold, level),
        copies=sum(len(group) - 1 for group in defective),
        seen=len(pictures.seen),
        overkill_lower=lower_bound(overkills, len(normal), confidence),
        auc=auc,
        auc_interval=interval,
        level=level,
    )


def _scores(
    judged: Mapping[int, Prediction], group: Sequence[int], which: Callable[[list[float]], float]
) -> float | None:
    """The lowest or highest score of a picture's copies; None where none was judged."""
    scores = [judged[index].score for index in group if index in judged]
    return which(scores) if scores else None


def _blocked(proof: Proof, *, tied: bool, old: int) -> Sentence | None:
    """Why nothing can be signed."""
    if proof.unjudged:
        return Sentence(
            "{n} of its test images have not been judged. Judge them first.",
            {"n": str(proof.unjudged)},
        )
    if not tied:
        return Sentence(
            "Its verdicts are from before the weights that made them were kept with them. Judge "
            "its test images anew."
        )
    if proof.defective:
        return None
    if proof.seen:
        return Sentence(
            "Each of its defective test images shows what the network was shown in training, so "
            "nothing can be proven. Put copies into one group, or leave them out."
        )
    if old:
        return Sentence(
            "Every defective test image had been looked at before the plan was made. Add parts "
            "that nobody has looked at."
        )
    return Sentence("None of its test images is defective, so nothing can be proven.")


def _hollow(proof: Proof) -> list[Sentence]:
    """Why a bound proves nothing of an inspector: rejecting everything would prove it too."""
    values = {"n": str(proof.overkills), "all": str(proof.normal)}
    if not proof.normal:
        return [
            Sentence(
                "None of its test images is normal: rejecting everything would prove the same."
            )
        ]
    result = []
    if proof.overkill_lower > proof.overkill_limit:
        result.append(
            Sentence(
                "It also rejects {n} of {all} good parts, surely more than {limit}: rejecting "
                "everything would prove the same.",
                values | {"limit": f"{100 * proof.overkill_limit:g} %"},
            )
        )
    if proof.auc_interval is not None and proof.auc_interval[0] <= 0.5:
        low, high = proof.auc_interval
        result.append(
            Sentence(
                "Not shown to tell defects from good parts better than chance (AUC {auc}, 95 % "
                "interval {low} to {high}); {n} of {all} good parts are rejected.",
                values | {"auc": f"{proof.auc:.3f}", "low": f"{low:.3f}", "high": f"{high:.3f}"},
            )
        )
    return result


def _textures(
    data: DataSet,
    defective: Sequence[Sequence[int]],
    judged: Mapping[int, Prediction],
    threshold: float,
    level: float,
) -> tuple[TextureProof, ...]:
    """Each texture by itself, where there are several."""
    textures = list(dict.fromkeys(label.texture for label in data.labels))
    if len(textures) < 2:
        return ()
    result = []
    for texture in textures:
        mine = [g for g in defective if data.samples[g[0]].label.texture == texture]
        if mine:
            lowest = [_scores(judged, group, min) for group in mine]
            escapes = sum(score is not None and score <= threshold for score in lowest)
            upper = upper_bound(escapes, len(mine), level)
            result.append(TextureProof(texture, len(mine), escapes, upper))
    return tuple(result)
