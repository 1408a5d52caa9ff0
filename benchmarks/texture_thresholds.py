"""One threshold, always one a texture, and the rule, for a run's images and others'.

    python -m benchmarks.texture_thresholds RUN [--others IMAGES VERDICTS.csv]

Thresholds are chosen on the run's validation images as training chose its own; the texture is the
one that the network named. VERDICTS.csv is what `benchmarks.judge_elsewhere` wrote of IMAGES with
this run; textures of which it holds only a part are left out.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.data.readers.detect import open_dataset
from engine.data.store import ImageStore
from engine.inspection.rates import _levels_of, choose_levels, choose_threshold
from engine.inspection.verdict import logit
from engine.project.runs import RunFolder
from engine.training.run import load_judge, open_run_data

Row = tuple[str, str, bool, float]
"""Texture it has, texture named, whether it is defective, score without levels."""


def say(name: str, rows: list[Row], threshold: float, levels: dict[str, float]) -> None:
    """Print accuracy (texture and defect right), overkills and escapes."""
    z = logit(np.array([score for _, _, _, score in rows]))
    z = z - np.array([levels.get(named, 0.0) for _, named, _, _ in rows])
    flagged, bad = z > logit(threshold), np.array([truth for _, _, truth, _ in rows])
    textured = np.array([own == named for own, named, _, _ in rows])
    right = textured & (flagged == bad)
    print(
        f"| {name} | {right.mean():.2%} | {(flagged & ~bad).sum()}/{(~bad).sum()} | "
        f"{(~flagged & bad).sum()}/{bad.sum()} |"
    )


def main() -> None:
    """Run the command line above."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("--others", nargs=2, type=Path)
    arguments = parser.parse_args()
    folder = RunFolder.load(arguments.run)
    data, store = open_run_data(folder)
    split, judge = folder.read_split(data), load_judge(folder)
    plain = folder.record.judge(judge.network, judge.numerics, folder.record.threshold)

    def judged(store: ImageStore, index: int) -> Row:
        sample = store.data.samples[index].label
        verdict = plain.judge(store.image(index)).verdict
        return sample.texture, verdict.texture, sample.defective is True, verdict.score

    known = [judged(store, index) for index in split.validation]
    scores: NDArray[np.float64] = np.array([row[3] for row in known])
    bad, named = np.array([row[2] for row in known]), [row[1] for row in known]
    ratio = folder.record.recipe.cost_ratio
    one = choose_threshold(scores, bad, ratio)
    always, levels = _levels_of(scores, bad, np.asarray(named), ratio, None)
    rule, kept = choose_levels(scores, bad, named, ratio)
    sets = {"test": [judged(store, index) for index in split.test]}
    if arguments.others:
        others = open_dataset(arguments.others[0])
        labels = {label.name: label for label in others.labels}
        own = dict(zip(others.files, (sample.label for sample in others.samples), strict=True))
        with arguments.others[1].open(newline="", encoding="utf-8") as file:
            found = {row[0]: row for row in csv.reader(file)}
        whole = Counter(label.texture for label in own.values())
        have = Counter(own[name].texture for name in found)
        sets["others"] = [
            (own[name].texture, labels[row[1]].texture, own[name].defective is True, float(row[2]))
            for name, row in found.items()
            if have[own[name].texture] == whole[own[name].texture]
        ]
    print(f"{len(known)} validation images ({bad.sum()} defective), cost ratio {ratio:g}")
    print("| threshold | accuracy | overkill | escape |\n|---|---|---|---|")
    for name, rows in sets.items():
        print(f"{name}: {len(rows)} images, {len({row[0] for row in rows})} textures")
        say("one", rows, one, {})
        say("always a texture", rows, always, levels)
        say(f"the rule ({'a texture' if kept else 'one'})", rows, rule, kept)


if __name__ == "__main__":
    main()
