"""The article's head against ours: pool5 and two hidden layers of 4,096, or a mean and one layer.

    python -m benchmarks.wide_head DIR [--iterations 150] [--precision bfloat16] [--answer ...]

VGG-16 with source weights, everything trained, by the article's rule: plain SGD with momentum 0.9,
rate 1e-3, batch 32, weight decay 5e-4, windows of 64 px, fold 1 of 5. Both heads see the same
windows in the same order and are judged, now and then, on the same windows of the test images.
The hidden layers are new, drawn from N(0, 0.01) as VGG's own were, and have a dropout of a half;
source weights for them exist only for windows of 224 px. (Drawn as He et al. 2015 do they are far
too large for VGG's features: the loss begins at 15 and the maps die.) Printed beside accuracy and AUC: weight change over its
null in the lower and the upper third of the convolutions, and the dead share of the last three.
"""

from __future__ import annotations

import argparse
import itertools
import time
from pathlib import Path

import numpy as np
import torch
from sklearn.metrics import roc_auc_score
from torch import nn

from cli.arguments import reader_arguments, reader_options
from cli.terminal import table
from engine.core.recipe import Preset, View, default_recipe
from engine.core.runtime import processor_name
from engine.core.table import listed
from engine.data.folds import split_for
from engine.data.readers.detect import open_dataset
from engine.data.store import ImageStore
from engine.data.views import Batch, Sampler
from engine.measures.values import null_change
from engine.network.change import weight_change, weight_layers
from engine.network.initial import make_network
from engine.network.numerics import autocast, settle
from engine.network.values import Numerics
from engine.network.window_classifier import WindowClassifier
from engine.training.run import make_optimizer

HIDDEN = 4096
UNSEEN = 512
"""Windows of test images that both are judged on."""


class WideHead(nn.Module):
    """Pool5, two hidden layers with dropout, classes: on windows of one size."""

    def __init__(self, network: WindowClassifier, classes: int, window: int) -> None:
        super().__init__()
        self.network = network
        side = window // network.stride // 2
        wide = (network.backbone.channels or 0) * side * side
        layers: list[nn.Module] = [nn.MaxPool2d(2), nn.Flatten()]
        for size in (wide, HIDDEN):
            layers += [nn.Linear(size, HIDDEN), nn.ReLU(), nn.Dropout()]
        self.layers = nn.Sequential(*layers, nn.Linear(HIDDEN, classes))
        for layer in self.layers:
            if isinstance(layer, nn.Linear):
                nn.init.normal_(layer.weight, std=0.01)
                nn.init.zeros_(layer.bias)

    def forward(self, pixels: torch.Tensor) -> torch.Tensor:
        """Logits (n, classes) of uint8 windows."""
        logits: torch.Tensor = self.layers(self.network.features(self.network.prepare(pixels)))
        return logits


def judged(
    model: nn.Module, unseen: Batch, bad: np.ndarray, numerics: Numerics
) -> tuple[float, float]:
    """Accuracy and AUC on windows that were not trained on."""
    model.eval()
    truth = unseen.targets[:, 0, 0]
    with torch.inference_mode(), autocast(numerics):
        parts = [
            model(torch.from_numpy(part)).float()
            for part in np.array_split(unseen.pixels, max(1, len(truth) // 32))
        ]
    p = torch.cat(parts).softmax(1).numpy()
    model.train()
    return float((p.argmax(1) == truth).mean()), float(roc_auc_score(bad[truth], p[:, bad].sum(1)))


@torch.inference_mode()
def dead_share(network: WindowClassifier, unseen: Batch) -> float:
    """Share of channels of the last three convolutions that answer to none of the windows."""
    steps = list(network.features)
    maps = network.prepare(torch.from_numpy(unseen.pixels))
    shares, convolutions = [], [s for s in steps if isinstance(s, nn.Conv2d)][-3:]
    before: nn.Module | None = None
    for step in steps:
        maps = step(maps)
        if isinstance(step, nn.ReLU) and any(before is each for each in convolutions):
            shares.append(float((maps.amax((0, 2, 3)) <= 0).float().mean()))
        before = step
    return float(np.mean(shares))


def main() -> None:
    """Run the command line above."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--iterations", type=int, default=150)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--precision", default="float32", help="or bfloat16")
    reader_arguments(parser)
    arguments = parser.parse_args()
    data = open_dataset(arguments.data, reader_options(arguments))
    store = ImageStore(data)
    for _ in store.build():
        pass
    recipe = default_recipe(
        "transfer", Preset.ARTICLE, window=64, momentum=0.9, weight_decay=5e-4,
        iterations=arguments.iterations, seed=arguments.seed,
    )  # fmt: skip
    split = split_for(data, recipe)
    other = default_recipe("transfer", Preset.ARTICLE, window=64, batch=UNSEEN, seed=99)
    unseen = Sampler(store, split.test, other, View.PATCHES).batch(0)
    bad = np.asarray([label.defective is True for label in data.labels])
    truth = bad[unseen.targets[:, 0, 0]]
    print(processor_name())
    print(f"{len(truth)} unseen windows, {truth.mean():.1%} defective, seed {arguments.seed}")
    shown = {round(arguments.iterations * share) for share in (0.1, 0.25, 0.5, 1.0)}
    rows = []
    for wide in (False, True):
        torch.manual_seed(arguments.seed)
        network, _ = make_network(recipe, View.PATCHES, data.labels)
        numerics = Numerics("cpu", arguments.precision, True, recipe.batch, torch.get_num_threads())
        network = settle(network, numerics).train()
        first = {name: value.clone() for name, value in network.state_dict().items()}
        model: nn.Module = (
            WideHead(network, len(data.labels), recipe.window).train() if wide else network
        )
        optimizer = (
            torch.optim.SGD(
                [p for name, p in model.named_parameters() if not name.startswith("network.head")],
                recipe.learning_rate, recipe.momentum, weight_decay=recipe.weight_decay,
            ) if wide else make_optimizer(network, recipe)
        )  # fmt: skip
        sampler = Sampler(store, split.train, recipe, View.PATCHES)
        losses: list[float] = []
        began = time.perf_counter()
        for step in itertools.count():
            batch = sampler.batch(step)
            optimizer.zero_grad(set_to_none=True)
            with autocast(numerics):
                logits = model(torch.from_numpy(batch.pixels))
            loss = nn.functional.cross_entropy(
                logits.float(), torch.from_numpy(batch.targets[:, 0, 0])
            )
            loss.backward()
            optimizer.step()
            losses.append(float(loss.detach()))
            if step + 1 not in shown:
                continue
            accuracy, auc = judged(model, unseen, bad, numerics)
            moved = weight_change(first, network.state_dict(), weight_layers(network))
            null = null_change(moved)
            ratios = [each.weight / null[each.layer] for each in moved if each.layer in null]
            third = len(ratios) // 3
            rows.append([
                "pool5, 4,096, 4,096" if wide else "mean, one layer",
                str(step + 1), f"{np.mean(losses[-10:]):.4f}", f"{accuracy:.3f}", f"{auc:.4f}",
                f"{np.mean(ratios[:third]):.3f}", f"{np.mean(ratios[-third:]):.3f}",
                f"{dead_share(network, unseen):.3f}", f"{time.perf_counter() - began:.0f}",
            ])  # fmt: skip
            heads = [
                "head", "iterations", "loss, last 10", "accuracy", "AUC", "lower third", "upper third",
                "dead, last 3", "seconds",
            ]  # fmt: skip
            print(table(listed(heads, rows)), flush=True)
            if step + 1 >= arguments.iterations:
                break


if __name__ == "__main__":
    main()
