"""Claims about learning: over-fitting, iterations, frozen features (2, 3, 4 and 9)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from math import log10
from statistics import fmean

from engine.core.recipe import Setting
from engine.core.values import Sentence
from engine.study.effects import FAILS, HOLDS, OPEN, decide, effect, mean_interval
from engine.study.evidence import Evidence, RunEvidence, baseline_of, names
from engine.study.rules import ARTICLE_ITERATIONS, FITTED, LIVE_WANTED, TIMES, WORSE_FROZEN
from engine.study.tables import first_reached
from engine.study.values import Effect, Finding, Reach

LIVE_ON_TEST = Sentence(
    "These runs keep no validation images, as in the article: their live curves are measured on "
    "the test fold."
)

FEW_LIVE = Sentence(
    "Fewer than {wanted} live images: their AUC decides nothing. Use more images.",
    {"wanted": str(LIVE_WANTED)},
)


def missing(evidence: Evidence, *settings: Setting) -> Sentence:
    """What to do where something is missing: runs, a normal class, or their measures."""
    values = {"settings": " + ".join(s.value for s in settings)}
    if not evidence.data.has_normal:
        return Sentence("This data set has no normal class, so nothing can be called defective.")
    folds = [set(evidence.of(setting)) for setting in settings]
    if set.intersection(*folds):
        return Sentence(
            "The runs of {settings} are there, but not all that the claim needs was measured. See "
            "what failed, or run the study again.",
            values,
        )
    return Sentence(
        "No fold has finished runs of {settings}. Run them in this study first.", values
    )


def percent(share: float) -> str:
    """A share as people read it."""
    return f"{100 * share:z.1f} %"


def one_fold(count: int) -> tuple[Sentence, ...]:
    """The caveat of a finding without an interval."""
    if count != 1:
        return ()
    return (Sentence("One fold: no interval, so only the size of the effect decided."),)


def over_fits(evidence: Evidence) -> Finding:
    """Claim 2."""
    runs = [run for run in evidence.of(Setting.SCRATCH).values() if run.training]
    if not runs:
        return Finding(2, OPEN, (), missing(evidence, Setting.SCRATCH), (), 0, "train", ())
    seen = [run.training.accuracy for run in runs if run.training]
    tested = [run.test.accuracy for run in runs]
    count = runs[0].training.images if runs[0].training else 0
    part = effect(
        Sentence("accuracy on training images less that on test images"),
        [a - b for a, b in zip(seen, tested, strict=True)],
        FITTED,
        Sentence(
            "{seen} of {count} training images, {tested} of test images",
            {
                "seen": percent(mean_interval(seen)[0]),
                "count": str(count),
                "tested": percent(mean_interval(tested)[0]),
            },
        ),
        evidence.shared,
    )
    baseline = baseline_of(runs)  # training accuracy is in the proportions of the test images
    learned = mean_interval(seen)[0] > baseline
    reason = Sentence(
        "Its training images: {seen}; never a defect: {baseline}.",
        {"seen": percent(mean_interval(seen)[0]), "baseline": percent(baseline)},
    )
    if not learned:
        reason = Sentence(
            "Scratch has not learned its training images yet ({seen}, never a defect: "
            "{baseline}). Give it more iterations.",
            reason.values,
        )
    return Finding(
        2,
        part.outcome if learned else OPEN,
        (part,),
        reason,
        one_fold(len(runs)),
        len(runs),
        "train",
        names(runs),
    )


def many_iterations(evidence: Evidence) -> Finding:
    """Claim 3."""
    pairs = [
        (t, s)
        for t, s in evidence.paired(Setting.TRANSFER, Setting.SCRATCH_AUG)
        if _validated(t) and _validated(s)
    ]
    if not pairs:
        reason = missing(evidence, Setting.TRANSFER, Setting.SCRATCH_AUG)
        return Finding(3, OPEN, (), reason, (), 0, "study", ())
    target = evidence.plan.target
    counts = [
        (
            first_reached(t, Setting.TRANSFER, t.recipe.fold, target),
            first_reached(s, Setting.SCRATCH_AUG, s.recipe.fold, target),
        )
        for t, s in pairs
    ]
    # Each arrived between its last miss and its first hit: what is certain is the ratio of those.
    ratios = [max(1, s.missed) / t.iteration for t, s in counts]
    values = {
        "target": f"{target:.2f}",
        "transfer": ", ".join(_span(t) for t, _ in counts),
        "scratch": ", ".join(_span(s) for _, s in counts),
    }
    part = effect(
        Sentence("log10 of scratch-aug's last miss of the target / transfer's first hit"),
        [log10(ratio) for ratio in ratios],
        log10(TIMES),
        Sentence("{scratch} iterations against {transfer} to AUC {target}", values),
        evidence.shared,
    )
    reached = all(t.reached for t, _ in counts), all(s.reached for _, s in counts)
    runs = names([run for pair in pairs for run in pair])
    # That is the least the ratio can be; it fails only by the most.
    most = [log10(s.iteration / max(1, t.missed)) for t, s in counts]
    if part.outcome != HOLDS:
        fails = decide(most, part.margin, evidence.shared) == FAILS
        part = replace(part, outcome=FAILS if fails else OPEN)
    fewest = min(min(t.images, s.images) for t, s in counts)
    outcome = part.outcome if all(reached) and fewest >= LIVE_WANTED else OPEN
    if fewest < LIVE_WANTED:
        reason = FEW_LIVE
    elif not reached[0]:
        reason = Sentence("Transfer did not reach AUC {target} in every fold.", values)
    elif not reached[1]:
        reason = Sentence(
            "Scratch-aug has not reached AUC {target} ({scratch} iterations; transfer needed "
            "{transfer}): at least {least} times as many, arrival not seen. Give it more.",
            values | {"least": f"{min(ratios):.1f}"},
        )
    else:
        reason = Sentence("Both reached AUC {target} on their live validation images.", values)
    on_test = any(run.folder.record.on_test for pair in pairs for run in pair)
    caveats = (
        *((LIVE_ON_TEST,) if on_test else ()),
        Sentence(
            "Counted on {images} live images, every {step} iterations at the coarsest.",
            {
                "images": str(fewest),
                "step": str(max(max(t.step, s.step) for t, s in counts)),
            },
        ),
        *one_fold(len(pairs)),
    )
    if not all(reached):
        part = replace(part, low=None, high=None, outcome=OPEN)
    return Finding(3, outcome, (part,), reason, caveats, len(pairs), "study", runs)


def _validated(run: RunEvidence) -> bool:
    return any(point.auc is not None for point in run.curve)


def _span(reach: Reach) -> str:
    """Between which iterations a run arrived, as people read it."""
    if not reach.reached:
        return f"> {reach.iteration:,}"
    return f"{reach.missed:,} to {reach.iteration:,}" if reach.missed else f"{reach.iteration:,}"


def few_iterations(evidence: Evidence) -> Finding:
    """Claim 4."""
    runs = [run for run in evidence.of(Setting.TRANSFER).values() if run.test.auc is not None]
    if not runs:
        return Finding(4, OPEN, (), missing(evidence, Setting.TRANSFER), (), 0, "train", ())
    target = evidence.plan.target
    aucs = [run.test.auc or 0.0 for run in runs]
    counts = [
        first_reached(run, Setting.TRANSFER, run.recipe.fold, target)
        for run in runs
        if _validated(run)
    ]
    mean, low, high = mean_interval(aucs, evidence.shared)
    values = {
        "target": f"{target:.2f}",
        "auc": f"{min(aucs):.4f}",
        "counts": ", ".join(_span(c) for c in counts) or "n/a",
        "limit": f"{ARTICLE_ITERATIONS:,}",
    }
    there = all(auc >= target for auc in aucs)
    quick = bool(counts) and all(c.reached and c.iteration <= ARTICLE_ITERATIONS for c in counts)
    # Reached too late, or not at all in as many iterations as the article's: decided in any fold.
    late = any(
        c.iteration > ARTICLE_ITERATIONS if c.reached else c.iteration >= ARTICLE_ITERATIONS
        for c in counts
    )
    outcome = FAILS if late else HOLDS if there and quick else OPEN
    reason = Sentence(
        "Reached AUC {target} after {counts} iterations (limit {limit}); least test AUC {auc}.",
        values,
    )
    if counts and min(c.images for c in counts) < LIVE_WANTED:
        outcome, reason = OPEN, FEW_LIVE
    elif any(run.augmented for run in runs):
        outcome = OPEN
        reason = Sentence("These runs used augmentation (shift, rotate or flip): not the claim's.")
    elif late:
        reason = Sentence(
            "Iterations to AUC {target}: {counts}, where the article needed {limit}.", values
        )
    elif quick and not there:
        reason = Sentence(
            "Live AUC reached {target} after {counts} iterations, but the test AUC of every fold "
            "did not (least {auc}): the live images are few. Train longer.",
            values,
        )
    elif outcome == OPEN:
        reason = Sentence(
            "Iterations to AUC {target}: {counts}; least test AUC {auc}. Train longer to decide.",
            values,
        )
    caveats = one_fold(len(runs))
    if any(run.folder.record.on_test for run in runs):
        caveats = (LIVE_ON_TEST, *caveats)
    part = Effect(
        Sentence("test AUC less the target"),
        tuple(auc - target for auc in aucs),
        mean - target,
        None if low is None else low - target,
        None if high is None else min(1.0, high) - target,
        0.0,
        outcome,
        Sentence("{auc} at the least, target {target}", values),
    )
    return Finding(4, outcome, (part,), reason, caveats, len(runs), "train", names(runs))


def frozen_does_badly(evidence: Evidence) -> Finding:
    """Claim 9."""
    pairs = evidence.paired(Setting.TRANSFER, Setting.FROZEN)
    if not pairs:
        reason = missing(evidence, Setting.TRANSFER, Setting.FROZEN)
        return Finding(9, OPEN, (), reason, (), 0, "train", ())
    ours = [t.test.accuracy for t, _ in pairs]
    theirs = [f.test.accuracy for _, f in pairs]
    baseline = baseline_of([t for t, _ in pairs])
    values = {
        "transfer": percent(mean_interval(ours)[0]),
        "frozen": percent(mean_interval(theirs)[0]),
        "baseline": percent(baseline),
    }
    part = effect(
        Sentence("test accuracy, transfer less frozen"),
        [a - b for a, b in zip(ours, theirs, strict=True)],
        WORSE_FROZEN,
        Sentence("{transfer} against {frozen}", values),
        evidence.shared,
    )
    solved = mean_interval(ours)[0] > baseline
    reason = Sentence("Never a defect: {baseline}.", values)
    if not solved:
        reason = Sentence(
            "Transfer itself is not above the trivial baseline ({transfer}, {baseline}). "
            "Train it longer.",
            values,
        )
    runs = names([run for pair in pairs for run in pair])
    return Finding(
        9,
        part.outcome if solved else OPEN,
        (part,),
        reason,
        (*_probe_beside(evidence, {t.recipe.fold for t, _ in pairs}), *one_fold(len(pairs))),
        len(pairs),
        "train",
        runs,
    )


def _probe_beside(evidence: Evidence, folds: Collection[int]) -> tuple[Sentence, ...]:
    """What the probe makes of frozen features on the same folds: "badly" is said of a head."""
    mine = [run for fold, run in evidence.of(Setting.PROBE).items() if fold in folds]
    aucs = [run.test.auc for run in mine if run.test.auc is not None]
    if not aucs:
        return (
            Sentence("Said of the last layer and a head trained on it; no probe stands beside it."),
        )
    return (
        Sentence(
            "Said of the last layer and a head trained on it: the probe, on frozen features below "
            "it, reaches {accuracy}, AUC {auc}.",
            {
                "accuracy": percent(fmean(run.test.accuracy for run in mine)),
                "auc": f"{fmean(aucs):.4f}",
            },
        ),
    )
