"""Claim 1: source and target features are far apart."""

from __future__ import annotations

from statistics import fmean

from engine.core.recipe import Setting
from engine.core.values import Sentence
from engine.measures.values import PHOTOGRAPHS_WANTED
from engine.study.effects import OPEN, effect
from engine.study.evidence import Evidence, names
from engine.study.rules import APART, CONTROL_RANGE
from engine.study.training_claims import missing, one_fold
from engine.study.values import Effect, Finding


def domains_apart(evidence: Evidence) -> Finding:
    """Claim 1."""
    runs = [run for run in evidence.of(Setting.TRANSFER).values() if run.measures]
    result = [
        (run, e) for run in runs if run.measures and (e := run.measures.embedding) and e.from_source
    ]
    if not result:
        return Finding(1, OPEN, (), missing(evidence, Setting.TRANSFER), (), 0, "measures", ())
    first = result[0][1]
    accuracy = [e.domain_accuracy for _, e in result if e.domain_accuracy is not None]
    control = [e.control_accuracy for _, e in result if e.control_accuracy is not None]
    values = {
        "accuracy": f"{fmean(accuracy):.3f}" if accuracy else "n/a",
        "control": f"{fmean(control):.3f}" if control else "n/a",
        "photographs": str(first.photographs),
        "wanted": str(PHOTOGRAPHS_WANTED),
        "source": first.source,
        "low": f"{CONTROL_RANGE[0]:.2f}",
        "high": f"{CONTROL_RANGE[1]:.2f}",
    }
    sides = [(e.source_right, e.target_right) for _, e in result]
    values |= {
        name: f"{fmean(known):.3f}" if known else "n/a"
        for name, known in (
            ("photographs_right", [a for a, _ in sides if a is not None]),
            ("parts_right", [b for _, b in sides if b is not None]),
        )
    }
    shown = Sentence(
        "{accuracy} against {control} of the control; photographs right {photographs_right}, parts "
        "{parts_right}",
        values,
    )
    parts: tuple[Effect, ...] = ()
    if accuracy and len(control) == len(accuracy):
        name = Sentence("1-NN domain accuracy less the control's")
        gaps = [a - b for a, b in zip(accuracy, control, strict=True)]
        parts = (effect(name, gaps, APART, shown, evidence.shared),)
    outcome = parts[0].outcome if parts else OPEN
    reason = Sentence("{photographs} photographs: {source}.", values)
    if not first.enough:
        outcome = OPEN
        reason = Sentence(
            "{photographs} source photographs ({source}); {wanted} are needed. Point the study to "
            "a folder of natural photographs.",
            values,
        )
    elif not parts or not CONTROL_RANGE[0] <= fmean(control) <= CONTROL_RANGE[1]:
        outcome = OPEN
        reason = Sentence(
            "The positive control reads {control}; it must lie between {low} and {high}.", values
        )
    caveats = (
        Sentence("The source is {source}: a stand-in for ImageNet.", values),
        *one_fold(len(result)),
    )
    return Finding(
        1, outcome, parts, reason, caveats, len(result), "measures", names([r for r, _ in result])
    )
