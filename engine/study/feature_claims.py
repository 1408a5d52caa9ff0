"""Claims about networks from within: domains, weights, sparsity, flatness (1, 5, 6 and 7)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import log, log2
from statistics import fmean, geometric_mean

from engine.core.recipe import Setting
from engine.core.values import Sentence
from engine.measures.values import PHOTOGRAPHS_WANTED, RunMeasures, RunOverlap
from engine.study.effects import FAILS, HOLDS, OPEN, effect, mean_interval, together
from engine.study.evidence import Evidence, RunEvidence, names
from engine.study.training_claims import missing, one_fold, percent
from engine.study.values import Effect, Finding

CONTROL_RANGE = (0.35, 0.65)
"""Where the positive control of claim 1 must lie to be one."""

Pairs = list[tuple[RunEvidence, RunEvidence]]


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
    shown = Sentence("{accuracy} against {control} of the control", values)
    parts: tuple[Effect, ...] = ()
    if accuracy and len(control) == len(accuracy):
        name = Sentence("1-NN domain accuracy less the control's")
        gaps = [a - b for a, b in zip(accuracy, control, strict=True)]
        parts = (effect(name, gaps, 0.25, shown),)
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


def weights_move(evidence: Evidence) -> Finding:
    """Claim 5."""

    def parts(pairs: Pairs) -> list[tuple[Sentence, list[float], float, Sentence]]:
        gammas = [(_gammas(t), _gammas(s)) for t, s in pairs]
        means = [(geometric_mean(t), geometric_mean(s)) for t, s in gammas]
        upper = [_upper_to_lower(t) for t, _ in gammas]
        lower = [1 / _upper_to_lower(s) for _, s in gammas]
        return [
            (
                Sentence("log2 of the mean change, scratch-aug / transfer"),
                [log2(s / t) for t, s in means],
                1.0,
                Sentence(
                    "{scratch} against {transfer}",
                    {
                        "scratch": f"{fmean(s for _, s in means):.3g}",
                        "transfer": f"{fmean(t for t, _ in means):.3g}",
                    },
                ),
            ),
            (
                Sentence("log2 of transfer's change, upper third of layers / lower third"),
                [log2(value) for value in upper],
                0.32,
                Sentence("{times} times", {"times": f"{fmean(upper):.2f}"}),
            ),
            (
                Sentence("log2 of scratch-aug's change, lower third of layers / upper third"),
                [log2(value) for value in lower],
                0.32,
                Sentence("{times} times", {"times": f"{fmean(lower):.2f}"}),
            ),
        ]

    return _compare(5, evidence, parts, together, ())


def upper_layers_sparse(evidence: Evidence) -> Finding:
    """Claim 6."""

    def parts(pairs: Pairs) -> list[tuple[Sentence, list[float], float, Sentence]]:
        ours = [_dead(_held(t)) for t, _ in pairs]
        theirs = [_dead(_held(s)) for _, s in pairs]
        start = [_dead(_held(t), before=True) for t, _ in pairs]
        last = [_held(run).activity.layers[-1].dead_share for pair in pairs for run in pair]
        return [
            (
                Sentence("dead share of the last three layers, transfer less scratch-aug"),
                [a - b for a, b in zip(ours, theirs, strict=True)],
                0.10,
                Sentence(
                    "{transfer} against {scratch}; source network {source}; last layer {last} "
                    "against {other}",
                    {
                        "transfer": percent(fmean(ours)),
                        "scratch": percent(fmean(theirs)),
                        "source": percent(fmean(start)),
                        "last": percent(fmean(last[0::2])),
                        "other": percent(fmean(last[1::2])),
                    },
                ),
            )
        ]

    images = [len(t.measures.images) for t, _ in evidence.measured_pairs() if t.measures]
    caveat = Sentence(
        "Dead on {images} test images; more images, fewer dead.",
        {"images": str(min(images, default=0))},
    )
    return _compare(6, evidence, parts, together, (caveat,))


def features_flatter(evidence: Evidence) -> Finding:
    """Claim 7."""

    def parts(pairs: Pairs) -> list[tuple[Sentence, list[float], float, Sentence]]:
        both = [(_held(t).flatness, _held(s).flatness) for t, s in pairs]
        index = [(t.index or 0.0, s.index or 0.0) for t, s in both]
        beside = [
            (i / (t.control or 1.0), j / (s.control or 1.0))
            for (i, j), (t, s) in zip(index, both, strict=True)
        ]
        return [
            _flat(Sentence("ln of D, scratch-aug / transfer"), index, 0.10),
            _flat(Sentence("ln of D / its Gaussian control, scratch-aug / transfer"), beside, 0.02),
        ]

    def decided(outcomes: Sequence[str]) -> str:
        # The second part alone cannot fail the claim: the networks may differ in dimension.
        if outcomes[0] == HOLDS and outcomes[1] == FAILS:
            return OPEN
        return together(outcomes)

    usable = [
        pair
        for pair in evidence.alike()
        if all(run.measures and run.measures.flatness.index for run in pair)
    ]
    measured = evidence.measured_pairs()
    if measured and not [
        pair for pair in measured if all(r.measures and r.measures.flatness.index for r in pair)
    ]:
        reason = Sentence(
            "No class has {fewest} windows on the sample. Measure more images.", {"fewest": "60"}
        )
        runs = names([run for pair in measured for run in pair])
        return Finding(7, OPEN, (), reason, (), 0, "measures", runs)
    caveat = Sentence("The formula is ours; the article's is not known. Equal n and k.")
    return _compare(7, evidence, parts, decided, (caveat,), usable)


def less_overlap(evidence: Evidence) -> Finding:
    """Claim 8."""
    pairs = [pair for pair in evidence.alike() if all(run.overlap for run in pair)]

    def parts(shown: Pairs) -> list[tuple[Sentence, list[float], float, Sentence]]:
        result = []
        # At the last layer the logits are linear along the line by construction: not counted.
        inner = [layer.layer for layer in _overlap(shown[0][0]).layers[1:-1]]
        for name in inner:
            ours = [_mean(t, name) for t, _ in shown]
            theirs = [_mean(s, name) for _, s in shown]
            result.append(
                (
                    Sentence("overlap at {layer}, scratch-aug less transfer", {"layer": name}),
                    [b - a for a, b in zip(ours, theirs, strict=True)],
                    0.05,
                    Sentence(
                        "{scratch} against {transfer}; in pixels {control} against {other}",
                        {
                            "scratch": percent(fmean(theirs)),
                            "transfer": percent(fmean(ours)),
                            "control": percent(fmean(_mean(s, "input") for _, s in shown)),
                            "other": percent(fmean(_mean(t, "input") for t, _ in shown)),
                        },
                    ),
                )
            )
        return result

    if not pairs and evidence.alike():
        reason = Sentence(
            "The overlap needs two textures with defective test images, judged by windows."
        )
        runs = names([run for pair in evidence.alike() for run in pair])
        return Finding(8, OPEN, (), reason, (), 0, "", runs)
    if not pairs and evidence.measured_pairs():
        # Compared only where both solved the task; what is missing is said as for claims 5 to 7.
        finding = weights_move(evidence)
        return Finding(8, OPEN, (), finding.reason, (), finding.folds, "", finding.runs)
    first = _overlap(pairs[0][0]) if pairs else None
    caveats = (
        ()
        if first is None
        else (
            Sentence(
                "{pairs} pairs of aligned windows from {images} test images, {first} and {second}; "
                "probability above {level} counts as showing.",
                {
                    "pairs": str(len(first.layers[0].pairs)),
                    "images": str(first.images),
                    "first": first.textures[0],
                    "second": first.textures[1],
                    "level": f"{first.level:.1f}",
                },
            ),
        )
    )
    return _compare(8, evidence, parts, together, caveats, pairs)


def _overlap(run: RunEvidence) -> RunOverlap:
    assert run.overlap is not None
    return run.overlap


def _mean(run: RunEvidence, layer: str) -> float:
    return next(result.mean for result in _overlap(run).layers if result.layer == layer)


def _flat(
    name: Sentence, pairs: list[tuple[float, float]], margin: float
) -> tuple[Sentence, list[float], float, Sentence]:
    shown = Sentence(
        "{scratch} against {transfer}",
        {
            "scratch": f"{fmean(s for _, s in pairs):.3f}",
            "transfer": f"{fmean(t for t, _ in pairs):.3f}",
        },
    )
    return name, [log(s / t) if s > 0 and t > 0 else 0.0 for t, s in pairs], margin, shown


def _compare(
    claim: int,
    evidence: Evidence,
    parts: Callable[[Pairs], list[tuple[Sentence, list[float], float, Sentence]]],
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
    made = tuple(effect(*part) for part in parts(shown))
    runs = names([run for pair in shown for run in pair])
    values = {
        "transfer": _aucs([t for t, _ in shown]),
        "scratch": _aucs([s for _, s in shown]),
    }
    if not alike and any(run.validation_auc is None for pair in shown for run in pair):
        reason = Sentence(
            "These runs kept no validation images, so nobody can say whether both solved the task "
            "alike. Use the recommended preset."
        )
        return Finding(claim, OPEN, made, reason, caveats, len(shown), "measures", runs)
    if not alike:
        reason = Sentence(
            "The networks did not solve the task alike: validation AUC {scratch} for scratch-aug, "
            "{transfer} for transfer. Train scratch-aug longer.",
            values,
        )
        return Finding(claim, OPEN, made, reason, caveats, len(shown), "measures", runs)
    reason = Sentence(
        "Compared where both solved the task alike: validation AUC {scratch} and {transfer}.",
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


def _moved(*runs: RunEvidence) -> bool:
    """Whether layers of both runs moved at all: a ratio of nothing says nothing."""
    return all(_gammas(run) for run in runs)


def _held(run: RunEvidence) -> RunMeasures:
    assert run.measures is not None
    return run.measures


def _gammas(run: RunEvidence) -> list[float]:
    """Weight changes of the comparable layers, first to last."""
    changes = _held(run).changes
    return [c.weight for c in changes if c.comparable and c.weight is not None and c.weight > 0]


def _upper_to_lower(gammas: Sequence[float]) -> float:
    third = max(1, len(gammas) // 3)
    return fmean(gammas[-third:]) / fmean(gammas[:third])


def _dead(measures: RunMeasures, before: bool = False) -> float:
    result = measures.activity_before if before else measures.activity
    return fmean(layer.dead_share for layer in result.layers[-3:])


def _aucs(runs: Sequence[RunEvidence]) -> str:
    values = [run.validation_auc for run in runs if run.validation_auc is not None]
    return f"{mean_interval(values)[0]:.4f}" if values else "n/a"
