"""A transfer run whose head is fitted on frozen features first, against one with a random head.

    python -m benchmarks.probe_start DIR [DIR ...] [--defects 5] [--iterations 24] [--seeds 1,2]
        [--starts random,fitted]

The fitted head is a logistic regression of class on the last layer's means over training windows,
strongly regularised and on unscaled features, so that it leans on what varies most: the first
steps destroy a whitened direction. Its windows are taken off the other side's advantage: a forward
pass is a third of a step. Equal folds, seeds and steps of time; test images of the fold, whole.
`--defects 0` trains with all labelled defects.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path
from unittest.mock import patch

import numpy as np
import torch
from sklearn.linear_model import LogisticRegression

from cli.arguments import answer
from engine.core.recipe import default_recipe
from engine.core.runtime import processor_name
from engine.core.values import ReaderOptions
from engine.project.runs import RunFolder
from engine.training import run as runs

BATCHES = 9
"""Windows for the head, in batches of the run: as much time as three steps."""

STRENGTH = 1.0


def fit_head(sampler, network) -> None:  # type: ignore[no-untyped-def]
    """Put a logistic regression into a network's head, in place."""
    features, classes = [], []
    with torch.inference_mode():
        for number in range(BATCHES):
            drawn = sampler.batch(number)
            maps = network.features(network.prepare(torch.from_numpy(drawn.pixels)))
            features.append(maps.mean((2, 3)).float().numpy())
            classes.append(drawn.targets.reshape(len(drawn.pixels), -1)[:, 0])
    x, y = np.concatenate(features), np.concatenate(classes)
    model = LogisticRegression(C=STRENGTH, max_iter=2000, class_weight="balanced").fit(x, y)
    weight, bias = (
        np.zeros((network.head.out_features, x.shape[1])),
        np.full(network.head.out_features, -10.0),
    )
    if len(model.classes_) == 2:
        weight[model.classes_] = np.vstack([-model.coef_[0], model.coef_[0]]) / 2
        bias[model.classes_] = np.array([-model.intercept_[0], model.intercept_[0]]) / 2
    else:
        weight[model.classes_], bias[model.classes_] = model.coef_, model.intercept_
    with torch.no_grad():
        network.head.weight.copy_(torch.from_numpy(weight))
        network.head.bias.copy_(torch.from_numpy(bias))


def one(
    data: Path, options: ReaderOptions, start: str, defects: int, iterations: int, seed: int
) -> tuple[float, list[float], float]:
    """Train and judge one fold; returns its test AUC, that of each live validation, CPU seconds."""
    began, plain = time.process_time(), runs.sampler_for

    def sampler_of(store, split, recipe, view, network):  # type: ignore[no-untyped-def]
        sampler = plain(store, split, recipe, view, network)
        if start == "fitted":
            fit_head(sampler, network)
        return sampler

    spared = BATCHES // 3 if start == "fitted" else 0
    recipe = default_recipe(
        "transfer", defects=defects, iterations=iterations - spared, window=64, crop=0,
        seed=seed, fold=seed,
    )  # fmt: skip
    with tempfile.TemporaryDirectory() as project, patch.object(runs, "_sampler", sampler_of):
        work = runs.train_new(0, data, Path(project), recipe, options, "cpu", lambda: False)
        for _ in work:
            pass
        (folder,) = (RunFolder.load(path) for path in (Path(project) / "runs").iterdir())
        test = folder.record.test
        auc = (test.auc or 0.0) if test else 0.0
        return auc, list(folder.live), time.process_time() - began


def main() -> None:
    """Run the command line above."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="+", type=Path)
    parser.add_argument("--defects", type=int, default=5)
    parser.add_argument("--iterations", type=int, default=24)
    parser.add_argument("--seeds", default="1")
    parser.add_argument("--answer", type=answer, action="append", default=[])
    parser.add_argument("--starts", default="random,fitted")
    arguments = parser.parse_args()
    print(f"{processor_name()}, {torch.get_num_threads()} threads, torch {torch.__version__}")
    options = ReaderOptions(answers=tuple(arguments.answer))
    for data in arguments.data:
        for seed in map(int, arguments.seeds.split(",")):
            for start in arguments.starts.split(","):
                auc, live, spent = one(
                    data, options, start, arguments.defects, arguments.iterations, seed
                )
                shown = ", ".join(f"{value:.3f}" for value in live)
                print(
                    f"{data.name}, seed {seed}, {start}: test AUC {auc:.3f}; live {shown}; "
                    f"{spent:.0f} CPU s",
                    flush=True,
                )


if __name__ == "__main__":
    main()
