"""Whether stated rates are kept: sign-off plans, the threshold's bound, drift, the 90/95 point.

    python -m benchmarks.simulate [plan] [bound] [textures] [drift] [pod] [--seed S]

Each is the product's own code on drawn numbers; without a name all of them run, some minutes.
"""

from __future__ import annotations

import argparse

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, logit

from engine.evaluate.detection import fit_pod
from engine.folder.control_chart import FALSE_ALARMS, RUN_LENGTH, follow, limit_for
from engine.inspection.rates import (
    choose_levels,
    choose_threshold,
    counted_from,
    overkill_bound,
)
from engine.signoff.looks import LOOKS, PARTS, place
from engine.signoff.messages import Look, Plan
from engine.signoff.proof import upper_bound

LIMIT, CONFIDENCE = 0.05, 0.95


def plan(seed: int) -> None:
    """Share of inspectors with a true escape rate of exactly the limit that are called proven."""
    rng = np.random.default_rng(seed)
    print("## Sign-off: a true escape rate of 5 %, called 'at most 5 %' with 95 % confidence")
    print("| how it is looked at | parts | proven (promised: at most 5 %) |\n|---|---|---|")
    trials = 4000
    for last in (200, 600):
        steps = np.arange(60, last + 1, 20)
        outcomes = np.cumsum(rng.random((trials, last)) < LIMIT, axis=1)[:, steps - 1]
        plain = [
            any(
                upper_bound(int(e), int(n), CONFIDENCE) <= LIMIT
                for e, n in zip(row, steps, strict=True)
            )
            for row in outcomes
        ]
        print(f"| again and again, no plan asked (before) | 60 to {last} | {np.mean(plain):.1%} |")
        for name, agreed in (
            ("no plan: one look counts", None),
            ("3 looks planned", Plan(1, LOOKS, 3, LIMIT, CONFIDENCE, "1")),
            (f"{last} parts planned", Plan(1, PARTS, last, LIMIT, CONFIDENCE, "1")),
        ):
            passed = [_looked(row, steps, agreed) for row in outcomes[:1500]]
            print(f"| {name} | 60 to {last} | {np.mean(passed):.1%} |")


def _looked(escapes: NDArray[np.int64], steps: NDArray[np.int64], agreed: Plan | None) -> bool:
    """Whether any look of one inspector is proven, as the product counts looks."""
    looks: list[tuple[Look, frozenset[str]]] = []
    for number, (count, parts) in enumerate(zip(escapes, steps, strict=True)):
        names = frozenset(map(str, range(int(parts))))
        standing = place(agreed, looks, names, CONFIDENCE)
        upper = upper_bound(int(count), int(parts), standing.level)
        if standing.spent is None and upper <= LIMIT:
            return True
        made = f"2{number:03d}"
        looks.append(
            (Look("r", LIMIT, CONFIDENCE, int(parts), int(count), upper, False, made), names)
        )
    return False


def bound(seed: int) -> None:
    """Promised and seen overkill of the threshold's distribution-free bound."""
    rng = np.random.default_rng(seed)
    print("\n## Threshold: promised and seen overkill of the distribution-free bound")
    print(
        "| normal validation images | promised | logistic | heavy tails | two kinds |\n|---|---|---|---|---|"
    )
    draws = {
        "logistic": lambda n: rng.logistic(-4, 1, n),
        "heavy tails": lambda n: np.clip(rng.standard_t(2, n) - 4, -25, 25),
        "two kinds": lambda n: np.where(
            rng.random(n) < 0.9, rng.normal(-6, 1, n), rng.normal(-1, 1, n)
        ),
    }
    for count in (5, 9, 19, 49, 99, 199):
        seen, promised = [], 0.0
        for draw in draws.values():
            found = []
            for _ in range(400):
                threshold, promised = overkill_bound(expit(draw(count)), np.zeros(count, bool))  # type: ignore[arg-type]
                found.append((expit(draw(2000)) > threshold).mean())
            seen.append(np.mean(found))
        print(f"| {count} | {promised:.1%} | " + " | ".join(f"{s:.1%}" for s in seen) + " |")


def textures(seed: int) -> None:
    """Expected cost of one threshold, of each texture's by itself, and of the product's rule."""
    rng = np.random.default_rng(seed)
    print(
        "\n## A threshold a texture: expected cost (an escape is 20 overkills), six textures on levels of their own"
    )
    print(
        "| normal + defective validation images a texture | one threshold | each by itself | the rule |\n|---|---|---|---|"
    )
    for normal, bad in ((8, 2), (15, 3), (30, 5), (90, 13)):
        costs = []
        for _ in range(120):
            kinds = (rng.normal(-3, 3, 6), rng.uniform(3, 10, 6), rng.uniform(0.4, 1.3, 6))
            z, d, t = _texture_images(rng, kinds, normal, bad)
            new, truth, named = _texture_images(rng, kinds, 300, 300)
            one = float(logit(choose_threshold(expit(z), d, 20.0)))
            own = {
                k: float(logit(choose_threshold(expit(z[t == k]), d[t == k], 20.0))) for k in set(t)
            }
            threshold, levels = choose_levels(expit(z), d, list(t), 20.0)
            counted = counted_from(expit(new), [levels.get(str(k), 0.0) for k in named])
            costs.append(
                [
                    _cost(new > one, truth),
                    _cost(new > np.array([own[k] for k in named]), truth),
                    _cost(counted > threshold, truth),
                ]
            )
        print(
            f"| {normal} + {bad} | " + " | ".join(f"{c:.2f}" for c in np.mean(costs, axis=0)) + " |"
        )


def _texture_images(rng, kinds, normal, bad):  # type: ignore[no-untyped-def]
    z, d, t = [], [], []
    for k, (level, gap, scale) in enumerate(zip(*kinds, strict=True)):
        z += [rng.logistic(level, scale, normal), rng.logistic(level + gap, 1.5 * scale, bad)]
        d += [np.zeros(normal, bool), np.ones(bad, bool)]
        t += [str(k)] * (normal + bad)
    return np.concatenate(z), np.concatenate(d), np.array(t)


def _cost(flagged: NDArray[np.bool_], bad: NDArray[np.bool_]) -> float:
    return float(flagged[~bad].mean() + 20 * 0.13 / 0.87 * (~flagged[bad]).mean())


def drift(seed: int) -> None:
    """False alarms in a run of the stated length, and how soon a shift is seen."""
    rng = np.random.default_rng(seed)
    print(
        f"\n## Drift: false alarms in {RUN_LENGTH:,} images like the reference (stated: {FALSE_ALARMS:.0%}), and images until a shift is seen"
    )
    print(
        "| reference images | limit | false alarms | a test at p < 0.01 every 50 images | shift of 1 SD: median | of 2 SD: median |\n|---|---|---|---|---|---|"
    )
    from scipy.stats import ks_2samp

    for count in (20, 50, 150, 500):
        limit, alarms, tests = limit_for(count), 0, 0
        for _ in range(400):
            reference, stream = rng.normal(size=count), rng.normal(size=RUN_LENGTH)
            alarms += bool(follow(stream, reference, limit).alarms)
            tests += any(
                ks_2samp(stream[end - 50 : end], reference, method="asymp").pvalue < 0.01
                for end in range(50, RUN_LENGTH + 1, 50)
            )
        waits = []
        for shift in (1.0, 2.0):
            found = [
                follow(rng.normal(shift, 1, 500), rng.normal(size=count), limit).alarms
                for _ in range(200)
            ]
            waits.append(float(np.median([a[0] + 1 if a else 500 for a in found])))
        print(
            f"| {count} | {limit:.2f} | {alarms / 400:.1%} | {tests / 400:.1%} | {waits[0]:.0f} | {waits[1]:.0f} |"
        )


def pod(seed: int) -> None:
    """How often the 90/95 point lies at or above the true 90 % size."""
    rng = np.random.default_rng(seed)
    print(
        "\n## Probability of detection: the 90/95 point covers the true 90 % size (promised: at least 95 %)"
    )
    print(
        "| defects | slope | covered | no point named | median point (true: 10) |\n|---|---|---|---|---|"
    )
    for count in (20, 60, 200):
        for slope in (1.5, 4.0):
            covered, named = 0, []
            for _ in range(200):
                sizes = np.exp(rng.uniform(np.log(2), np.log(40), count))
                found = rng.random(count) < expit(logit(0.9) + slope * np.log(sizes / 10))
                fitted = fit_pod(sizes, found, "size", "regions")
                point = fitted.a90_95 if fitted else None
                covered += point is None or point >= 10
                if point is not None:
                    named.append(point)
            middle = f"{np.median(named):.1f}" if named else "n/a"
            print(
                f"| {count} | {slope} | {covered / 200:.1%} | {1 - len(named) / 200:.0%} | {middle} |"
            )


ALL = {"plan": plan, "bound": bound, "textures": textures, "drift": drift, "pod": pod}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("names", nargs="*", choices=[*ALL, []], metavar="NAME")
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    for name in arguments.names or ALL:
        ALL[name](arguments.seed)


if __name__ == "__main__":
    main()
