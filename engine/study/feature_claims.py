"""Claims about networks from within: weights, sparsity, flatness, overlap (5 to 8)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import log, log2
from statistics import fmean, geometric_mean

from engine.core.values import Sentence
from engine.measures.values import RunMeasures, RunOverlap
from engine.study.alike import Pairs, Part, compare_alike, gamma_of, held, moved_by
from engine.study.effects import FAILS, HOLDS, OPEN, together
from engine.study.evidence import Evidence, RunEvidence, names
from engine.study.rules import (
    FLATTER,
    FLATTER_BESIDE,
    LEANING,
    LESS_MOVED,
    OVERLAPPING,
    PAIRS_WANTED,
    SPARSER,
)
from engine.study.training_claims import percent
from engine.study.values import Finding
from engine.training.step import rate_share


def weights_move(evidence: Evidence) -> Finding:
    """Claim 5, on the change beside its null: an equal displacement of every weight.

    gamma / null is the root mean square displacement of a layer, but for one factor that is the
    same for all layers and networks.
    """

    def parts(pairs: Pairs) -> list[Part]:
        moved = [(moved_by(t), moved_by(s)) for t, s in pairs]
        means = [(geometric_mean(t), geometric_mean(s)) for t, s in moved]
        upper = [_upper_to_lower(t) for t, _ in moved]
        lower = [1 / _upper_to_lower(s) for _, s in moved]
        raw = [(_upper_to_lower(gamma_of(t)), 1 / _upper_to_lower(gamma_of(s))) for t, s in pairs]
        rates = [(t / _summed_rate(a), s / _summed_rate(b)) for (t, s), (a, b)
                 in zip(means, pairs, strict=True)]  # fmt: skip
        return [
            (
                Sentence("log2 of the mean displacement, scratch-aug / transfer"),
                [log2(s / t) for t, s in means],
                LESS_MOVED,
                Sentence(
                    "{scratch} against {transfer}; in units of the summed learning rate "
                    "{scratch_rate} against {transfer_rate}",
                    {
                        "scratch": f"{fmean(s for _, s in means):.3g}",
                        "transfer": f"{fmean(t for t, _ in means):.3g}",
                        "scratch_rate": f"{fmean(s for _, s in rates):.3g}",
                        "transfer_rate": f"{fmean(t for t, _ in rates):.3g}",
                    },
                ),
            ),
            (
                Sentence("log2 of transfer's change / null, upper third of layers / lower third"),
                [log2(value) for value in upper],
                LEANING,
                Sentence(
                    "{times} times; without the null {plain}",
                    {
                        "times": f"{fmean(upper):.2f}",
                        "plain": f"{fmean(a for a, _ in raw):.2f}",
                    },
                ),
            ),
            (
                Sentence(
                    "log2 of scratch-aug's change / null, lower third of layers / upper third"
                ),
                [log2(value) for value in lower],
                LEANING,
                Sentence(
                    "{times} times; without the null {plain}",
                    {
                        "times": f"{fmean(lower):.2f}",
                        "plain": f"{fmean(b for _, b in raw):.2f}",
                    },
                ),
            ),
        ]

    found = compare_alike(5, evidence, parts, together, ())
    runs = [run for pair in evidence.measured_pairs() for run in pair]
    if found.outcome == OPEN or not runs:
        return found
    if any(run.recipe.optimizer != "sgd" for run in runs):
        why = Sentence(
            "The optimiser equalises steps: AdamW moves every weight about equally far, whatever "
            "the data. Train both with SGD (article preset)."
        )
        return replace(found, outcome=OPEN, reason=why)
    if len({run.recipe.learning_rate for run in runs}) > 1:
        why = Sentence("The learning rates differ, and displacement follows them. Use equal ones.")
        return replace(found, outcome=OPEN, reason=why)
    return found


def _summed_rate(run: RunEvidence) -> float:
    """Learning rate summed over a run's steps: the farthest that steps of length 1 lead."""
    recipe, steps = run.recipe, max(1, run.folder.record.iteration)
    shares = (
        rate_share(recipe.schedule, step / max(1, recipe.iterations), recipe.crop_from)
        for step in range(steps)
    )
    return recipe.learning_rate * sum(shares)


def upper_layers_sparse(evidence: Evidence) -> Finding:
    """Claim 6."""

    def parts(pairs: Pairs) -> list[Part]:
        ours = [_dead(held(t)) for t, _ in pairs]
        theirs = [_dead(held(s)) for _, s in pairs]
        start = [_dead(held(t), before=True) for t, _ in pairs]
        last = [held(run).activity.layers[-1].dead_share for pair in pairs for run in pair]
        return [
            (
                Sentence("dead share of the last three layers, transfer less scratch-aug"),
                [a - b for a, b in zip(ours, theirs, strict=True)],
                SPARSER,
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
    return compare_alike(6, evidence, parts, together, (caveat,))


def features_flatter(evidence: Evidence) -> Finding:
    """Claim 7."""

    def parts(pairs: Pairs) -> list[Part]:
        both = [(held(t).flatness, held(s).flatness) for t, s in pairs]
        index = [(t.index or 0.0, s.index or 0.0) for t, s in both]
        beside = [
            (i / (t.control or 1.0), j / (s.control or 1.0))
            for (i, j), (t, s) in zip(index, both, strict=True)
        ]
        return [
            _flat(Sentence("ln of D, scratch-aug / transfer"), index, FLATTER),
            _flat(
                Sentence("ln of D / its Gaussian control, scratch-aug / transfer"),
                beside,
                FLATTER_BESIDE,
            ),
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
    return compare_alike(7, evidence, parts, decided, (caveat,), usable)


def less_overlap(evidence: Evidence) -> Finding:
    """Claim 8."""
    pairs = [pair for pair in evidence.alike() if all(run.overlap for run in pair)]

    def parts(shown: Pairs) -> list[Part]:
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
                    OVERLAPPING,
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
    fewest = min((_overlap(run).counted for pair in pairs for run in pair), default=0)
    if pairs and fewest < PAIRS_WANTED:
        reason = Sentence(
            "Only {counted} pairs have two ends that both networks call defective; {wanted} are "
            "needed. Nothing overlaps where a network sees no defect to begin with.",
            {"counted": str(fewest), "wanted": str(PAIRS_WANTED)},
        )
        runs = names([run for pair in pairs for run in pair])
        return Finding(8, OPEN, (), reason, (), len(pairs), "interpolate", runs)
    first = _overlap(pairs[0][0]) if pairs else None
    caveats = (
        ()
        if first is None
        else (
            Sentence(
                "{pairs} pairs of aligned windows from {images} test images, {first} and {second}, "
                "of which {counted} at the fewest have two ends called defective; mean over the "
                "levels {levels}.",
                {
                    "pairs": str(len(first.layers[0].pairs)),
                    "counted": str(fewest),
                    "images": str(first.images),
                    "first": first.textures[0],
                    "second": first.textures[1],
                    "levels": ", ".join(f"{level:g}" for level in first.levels),
                },
            ),
        )
    )
    return compare_alike(8, evidence, parts, together, caveats, pairs)


def _overlap(run: RunEvidence) -> RunOverlap:
    assert run.overlap is not None
    return run.overlap


def _mean(run: RunEvidence, layer: str) -> float:
    """Overlap at a layer, mean over the levels."""
    return next(result.mean for result in _overlap(run).layers if result.layer == layer)


def _flat(name: Sentence, pairs: list[tuple[float, float]], margin: float) -> Part:
    shown = Sentence(
        "{scratch} against {transfer}",
        {
            "scratch": f"{fmean(s for _, s in pairs):.3f}",
            "transfer": f"{fmean(t for t, _ in pairs):.3f}",
        },
    )
    return name, [log(s / t) if s > 0 and t > 0 else 0.0 for t, s in pairs], margin, shown


def _upper_to_lower(gammas: Sequence[float]) -> float:
    third = max(1, len(gammas) // 3)
    return fmean(gammas[-third:]) / fmean(gammas[:third])


def _dead(measures: RunMeasures, before: bool = False) -> float:
    result = measures.activity_before if before else measures.activity
    return fmean(layer.dead_share for layer in result.layers[-3:])
