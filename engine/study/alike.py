"""Two networks beside each other: compared only where both solved the task alike (5 to 8)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import fmean

from engine.core.recipe import Setting
from engine.core.values import Sentence
from engine.measures.values import RunMeasures
from engine.study.effects import OPEN, effect
from engine.study.evidence import Evidence, RunEvidence, compared, names, solved_alike
from engine.study.training_claims import missing, one_fold
from engine.study.values import Finding

Pairs = list[tuple[RunEvidence, RunEvidence]]
"""Transfer and scratch-aug of one fold each."""

Part = tuple[Sentence, list[float], float, Sentence]
"""Name, value in each fold, margin and figures of one part of a claim."""


def compare_alike(
    claim: int,
    evidence: Evidence,
    parts: Callable[[Pairs], list[Part]],
    decided: Callable[[Sequence[str]], str],
    caveats: tuple[Sentence, ...],
    pairs: Pairs | None = None,
) -> Finding:
    """Compare transfer with scratch-aug where both solved the task alike.

    Where no pair did, the figures are shown all the same, and the finding is open.
    """
    alike = [p for p in (evidence.alike() if pairs is None else pairs) if _moved(*p)]
    shown = alike or [pair for pair in evidence.measured_pairs() if _moved(*pair)]
    if not shown:
        reason = missing(evidence, Setting.TRANSFER, Setting.SCRATCH_AUG)
        return Finding(claim, OPEN, (), reason, (), 0, "measures", ())
    made = tuple(effect(*part, evidence.shared) for part in parts(shown))
    runs = names([run for pair in shown for run in pair])
    aucs = [found for pair in shown if (found := compared(*pair)) is not None]
    values = {
        "transfer": f"{fmean(t for t, _, _ in aucs):.4f}" if aucs else "n/a",
        "scratch": f"{fmean(s for _, s, _ in aucs):.4f}" if aucs else "n/a",
    }
    if not aucs:
        reason = Sentence(
            "Neither validation nor training AUC of these runs is known, so nobody can say whether "
            "both solved the task alike. Run the study again."
        )
        return Finding(claim, OPEN, made, reason, caveats, len(shown), "measures", runs)
    on = {where for _, _, where in aucs}
    if not alike and any(solved_alike(*pair) for pair in shown):
        slopes = [run.slope for pair in shown for run in pair if run.slope is not None]
        reason = Sentence(
            "Not converged: the training loss still falls ({slope} % a tenth of the run at the "
            "steepest). Train longer.",
            {"slope": f"{100 * min(slopes):.1f}" if slopes else "n/a"},
        )
        return Finding(claim, OPEN, made, reason, caveats, len(shown), "measures", runs)
    if not alike:
        behind = fmean(t for t, _, _ in aucs) < fmean(s for _, s, _ in aucs)
        reason = _not_alike(on == {"training"}, behind, values)
        return Finding(claim, OPEN, made, reason, caveats, len(shown), "measures", runs)
    reason = Sentence(
        "Compared where both solved the task alike: training AUC {scratch} and {transfer}."
        if on == {"training"}
        else "Compared where both solved the task alike: validation AUC {scratch} and {transfer}.",
        values,
    )
    outcome = decided([part.outcome for part in made])
    return Finding(
        claim,
        outcome,
        made,
        reason,
        (*caveats, *one_fold(len(alike))),
        len(alike),
        "measures",
        runs,
    )


def _not_alike(on_training: bool, transfer_behind: bool, values: dict[str, str]) -> Sentence:
    """Why two networks are not compared, and which of them to train on."""
    if on_training and transfer_behind:
        return Sentence(
            "The networks did not solve the task alike: training AUC {scratch} for scratch-aug, "
            "{transfer} for transfer. Train transfer longer, or on more images.",
            values,
        )
    if on_training:
        return Sentence(
            "The networks did not solve the task alike: training AUC {scratch} for scratch-aug, "
            "{transfer} for transfer. Train scratch-aug longer.",
            values,
        )
    if transfer_behind:
        return Sentence(
            "The networks did not solve the task alike: validation AUC {scratch} for "
            "scratch-aug, {transfer} for transfer. Train transfer longer, or on more images.",
            values,
        )
    return Sentence(
        "The networks did not solve the task alike: validation AUC {scratch} for "
        "scratch-aug, {transfer} for transfer. Train scratch-aug longer.",
        values,
    )


def _moved(*runs: RunEvidence) -> bool:
    """Whether layers of both runs moved at all: a ratio of nothing says nothing."""
    return all(gamma_of(run) and moved_by(run) for run in runs)


def moved_by(run: RunEvidence) -> list[float]:
    """Root mean square displacement of the comparable layers, first to last."""
    changes = held(run).changes
    return [c.moved for c in changes if c.comparable and c.moved is not None and c.moved > 0]


def held(run: RunEvidence) -> RunMeasures:
    """Measures of a run that was measured."""
    assert run.measures is not None
    return run.measures


def gamma_of(run: RunEvidence) -> list[float]:
    """Weight changes of the comparable layers, first to last."""
    changes = held(run).changes
    return [c.weight for c in changes if c.comparable and c.weight is not None and c.weight > 0]
