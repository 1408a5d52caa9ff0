"""Optimisers of the transfer recipe at equal training time, judged on unseen windows.

    python benchmarks/optimisers.py SET --seconds 70 "batch=32 optimizer=sgd learning_rate=0.001" \
        "batch=16" "batch=16 learning_rate=0.00003"

Each argument after SET is a recipe: the recommended one with single entries replaced. Only single
windows are shown (no late crops, constant rate), fold 1 of 5 is left out for the 120 windows.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Generator
from pathlib import Path

import numpy as np
import torch
from sklearn.metrics import roc_auc_score

sys.path.insert(0, str(Path(__file__).parent.parent))

from cli.terminal import table
from cli.train import parse_value
from engine.core.recipe import View, default_recipe
from engine.core.table import listed
from engine.data.folds import split_for
from engine.data.readers.detect import open_dataset
from engine.data.store import ImageStore
from engine.data.views import Sampler
from engine.network.initial import make_network
from engine.network.numerics import autocast, measure, settle
from engine.network.values import Numerics
from engine.training.run import make_optimizer
from engine.training.step import window_loss


def finished(work: Generator[None, None, Numerics]) -> Numerics:
    """What a measurement comes to."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            result: Numerics = end.value
            return result


def main() -> None:
    """Run the command line above."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("recipes", nargs="+")
    parser.add_argument("--seconds", type=float, default=70)
    arguments = parser.parse_args()
    data = open_dataset(arguments.data)
    store = ImageStore(data)
    for _ in store.build():
        pass
    split = split_for(data, default_recipe("transfer"))
    unseen = Sampler(
        store, split.test, default_recipe("transfer", seed=99, batch=120), View.PATCHES
    ).batch(0)
    bad = np.asarray([label.defective is True for label in data.labels])
    truth = unseen.targets[:, 0, 0]
    rows = [["recipe", "iterations", "loss, last quarter", "accuracy", "AUC"]]
    for text in arguments.recipes:
        pairs = [item.split("=") for item in text.split()]
        recipe = default_recipe("transfer", **{name: parse_value(name, v) for name, v in pairs})
        network, _ = make_network(recipe, View.PATCHES, data.labels)
        numerics = finished(measure(recipe, network, (recipe.window, recipe.window)))
        network = settle(network, numerics).train()
        optimizer = make_optimizer(network, recipe)
        sampler = Sampler(store, split.train, recipe, View.PATCHES)
        losses: list[float] = []
        end = time.monotonic() + arguments.seconds
        while time.monotonic() < end:
            batch = sampler.batch(len(losses))
            optimizer.zero_grad()
            total = 0.0
            for start in range(0, recipe.batch, numerics.micro_batch):
                part = slice(start, start + numerics.micro_batch)
                with autocast(numerics):
                    logits = network.dense(torch.from_numpy(batch.pixels[part])).logits
                targets = torch.from_numpy(batch.targets[part])
                loss = window_loss(logits, targets).sum() / recipe.batch
                loss.backward()
                total += float(loss.detach())
            torch.nn.utils.clip_grad_norm_(network.parameters(), recipe.clip)
            optimizer.step()
            losses.append(total)
        network.eval()
        with torch.inference_mode(), autocast(numerics):
            parts = [network(torch.from_numpy(p)).float() for p in np.split(unseen.pixels, 6)]
        p = torch.cat(parts).softmax(1).numpy()
        quarter = np.mean(losses[-(len(losses) // 4 or 1) :])
        rows.append([
            text, str(len(losses)), f"{quarter:.3f}", f"{(p.argmax(1) == truth).mean():.3f}",
            f"{roc_auc_score(bad[truth], p[:, bad].sum(1)):.3f}",
        ])  # fmt: skip
        print(table(listed(rows[0], rows[1:])), flush=True)


if __name__ == "__main__":
    main()
