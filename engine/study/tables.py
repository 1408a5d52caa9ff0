"""A study's figures beside the claims: settings, iterations to an AUC, labelled defects."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean

from engine.core.recipe import NO_DEFECTS, Setting
from engine.core.values import CurvePoint, Rates, Sentence
from engine.inspection.rates import exact_interval
from engine.network.catalogue import BACKBONES
from engine.project.runs import RunFolder
from engine.study.effects import mean_interval
from engine.study.evidence import Evidence, RunEvidence
from engine.study.plan import Task
from engine.study.values import ENOUGH_AUC, CurveDot, CurveDraw, Reach, SettingRow

LADDER = (0.80, 0.90, 0.95, 0.99)
"""AUCs that iterations are counted to, besides the plan's own."""


def setting_row(setting: Setting, runs: Sequence[RunEvidence], shared: float) -> SettingRow:
    """Pool a setting's test figures over its folds; one run or more. `shared` as in `Evidence`."""
    tests = [run.test for run in runs]
    images = sum(test.images for test in tests)
    normal, defective = _counts(tests)
    overkills, escapes = sum(t.overkills for t in tests), sum(t.escapes for t in tests)
    right = sum(round(test.accuracy * test.images) for test in tests)
    aucs = [test.auc for test in tests if test.auc is not None]
    auc, low, high = mean_interval(aucs, shared) if aucs else (None, None, None)
    return SettingRow(
        setting=setting,
        title=BACKBONES[runs[0].recipe.network].title,
        folds=len(runs),
        images=images,
        defective=defective,
        iterations=max(run.folder.record.iteration for run in runs),
        seconds=sum(run.folder.record.seconds for run in runs) / len(runs),
        accuracy=right / images,
        accuracy_interval=exact_interval(right, images),
        auc=auc,
        auc_low=low,
        auc_high=None if high is None else min(1.0, high),
        overkills=overkills,
        escapes=escapes,
        overkill_interval=exact_interval(overkills, normal) if normal else None,
        escape_interval=exact_interval(escapes, defective) if defective else None,
        augmented=any(run.augmented for run in runs),
        runs=tuple(run.name for run in runs),
    )


def _counts(tests: Sequence[Rates]) -> tuple[int, int]:
    """Normal and defective test images; (0, 0) where the set has no normal class."""
    defined = [t for t in tests if t.escape is not None or t.overkill is not None]
    defective = sum(test.defective for test in defined)
    return sum(test.images for test in defined) - defective, defective


def reach(evidence: Evidence) -> tuple[Reach, ...]:
    """When each run of the board first reached each AUC of the ladder."""
    levels = sorted({*LADDER, evidence.plan.target})
    return tuple(
        first_reached(run, setting, fold, level)
        for (setting, fold), run in sorted(evidence.runs.items())
        for level in levels
        if any(point.auc is not None for point in run.curve)
    )


def first_reached(run: RunEvidence, setting: Setting, fold: int, auc: float) -> Reach:
    """When a run's live validation first reached an AUC; censored where it never did."""
    points = [point for point in run.curve if point.auc is not None]
    hit = next((p for p in points if p.auc is not None and p.auc >= auc), None)
    return Reach(
        setting=setting,
        fold=fold,
        auc=auc,
        iteration=(hit or points[-1]).iteration,
        reached=hit is not None,
        missed=_last_miss(points, hit, auc),
        step=run.folder.record.validate_every,
        images=run.live,
    )


def _last_miss(points: Sequence[CurvePoint], hit: CurvePoint | None, auc: float) -> int:
    """Iteration of the last validation below an AUC before it was hit; 0 without any."""
    before = points[: points.index(hit)] if hit is not None else points
    return max((p.iteration for p in before if p.auc is not None and p.auc < auc), default=0)


def curve_dots(found: Sequence[tuple[Task, RunFolder, int]]) -> tuple[CurveDot, ...]:
    """Points of the curve of labelled defects, by setting and number.

    Parameters
    ----------
    found
        Tasks of the curve with their finished runs and the labelled defects there are outside
        their test images. Asking for as many as there are is asking for all.
    """
    groups: dict[tuple[Setting, int], list[CurveDraw]] = {}
    most: dict[Setting, list[int]] = {}
    overlap = 0.0
    for task, run, there in found:
        test = run.record.test
        if test is None:
            continue
        draw = CurveDraw(
            task.fold,
            test.auc,
            test.accuracy,
            test.overkills,
            test.images - test.defective,
            test.escapes,
            test.defective,
        )
        everything = task.defects == 0 or task.defects >= there
        overlap = 1 / (task.recipe.folds - 1)
        groups.setdefault((task.setting, 0 if everything else task.defects), []).append(draw)
        if everything:
            most.setdefault(task.setting, []).append(there)
    dots = [
        _dot(setting, _number(count, most.get(setting, [])), count == 0, draws, overlap)
        for (setting, count), draws in groups.items()
    ]
    return tuple(sorted(dots, key=lambda dot: (list(Setting).index(dot.setting), dot.defects)))


def _number(count: int, most: list[int]) -> int:
    """Labelled defects of a point: none, so many, or all there were on average."""
    if count == NO_DEFECTS:
        return 0
    return count or round(fmean(most))


def _dot(
    setting: Setting, defects: int, all_of_them: bool, draws: list[CurveDraw], overlap: float
) -> CurveDot:
    aucs = [draw.auc for draw in draws if draw.auc is not None]
    auc, low, high = mean_interval(aucs, overlap) if aucs else (None, None, None)
    normal, bad = sum(d.normal for d in draws), sum(d.defective for d in draws)
    overkills, escapes = sum(d.overkills for d in draws), sum(d.escapes for d in draws)
    return CurveDot(
        setting=setting,
        defects=defects,
        everything=all_of_them,
        draws=tuple(sorted(draws, key=lambda draw: draw.draw)),
        auc=auc,
        auc_low=low,
        auc_high=None if high is None else min(1.0, high),
        overkill=overkills / normal if normal else None,
        escape=escapes / bad if bad else None,
        overkill_interval=_over_draws([(d.overkills, d.normal) for d in draws], overlap),
        escape_interval=_over_draws([(d.escapes, d.defective) for d in draws], overlap),
    )


def _over_draws(counts: list[tuple[int, int]], overlap: float) -> tuple[float, float] | None:
    """95 % interval of a rate over draws: as wide as images or draws ask for.

    Images of one draw are judged by one network, so they are not independent of each other: beside
    the exact interval of all images stands that of the draws' rates, which admits that draws share
    training images. The wider end of both counts.
    """
    counts = [(events, trials) for events, trials in counts if trials]
    if not counts:
        return None
    low, high = exact_interval(sum(e for e, _ in counts), sum(n for _, n in counts))
    _, down, up = mean_interval([e / n for e, n in counts], overlap)
    if down is None or up is None:
        return low, high
    return max(0.0, min(low, down)), min(1.0, max(high, up))


def enough_defects(dots: Sequence[CurveDot], setting: Setting) -> CurveDot | None:
    """The smallest point of a setting from which on the mean AUC stays at 0.99 or above."""
    result = None
    for dot in sorted((d for d in dots if d.setting is setting), key=lambda d: -d.defects):
        if dot.auc is None or dot.auc < ENOUGH_AUC:
            break
        result = dot
    return result


def defects_answer(dots: Sequence[CurveDot]) -> Sentence | None:
    """How many labelled defects are needed, in one sentence; None before there is a curve."""
    settings = [s for s in Setting if any(dot.setting is s for dot in dots)]
    if not settings:
        return None
    result = {setting: enough_defects(dots, setting) for setting in settings}
    reached = {setting: dot for setting, dot in result.items() if dot is not None}
    if not reached:
        best = max(dots, key=lambda dot: dot.auc or 0.0)
        return Sentence(
            "No setting stayed at a mean AUC of {enough} up to all its labelled defects; the best "
            "point, {setting} with {defects}, reached {auc}.",
            {
                "enough": f"{ENOUGH_AUC:.2f}",
                "setting": best.setting.value,
                "defects": str(best.defects),
                "auc": f"{best.auc or 0.0:.3f}",
            },
        )
    first = min(reached, key=lambda setting: reached[setting].defects)
    dot = reached[first]
    others = [
        f"{setting.value}: {reached[setting].defects}"
        if setting in reached
        else f"{setting.value}: not with {max(d.defects for d in dots if d.setting is setting)}"
        for setting in settings
        if setting is not first
    ]
    template = (
        "{defects} labelled defects are enough for {setting}: mean AUC {auc} over {draws} draws "
        "(others: {others})."
        if len(dot.draws) > 1
        else "{defects} labelled defects were enough for {setting} in the one draw made: AUC {auc} "
        "(others: {others}). Make more draws before you rely on it."
    )
    return Sentence(
        template,
        {
            "defects": str(dot.defects),
            "setting": first.value,
            "auc": f"{dot.auc:.3f}",
            "draws": str(len(dot.draws)),
            "others": ", ".join(others) or "none",
        },
    )
