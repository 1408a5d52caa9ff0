"""The probe against anomalib's PatchCore on the same maps, with one labelled defect known to both.

    pip install anomalib==2.7.0     # into an environment of its own: it is large
    python -m benchmarks.peer DIR [--folds 1,2,3] [--ratio 0.01]

Both see the same normal training images and the same maps (VGG-16, relu4_3 and relu3_3, float32,
one thread). PatchCore keeps a coreset of their patches (`--ratio`; 1 %, as its paper's smallest).
Its threshold is the one of greatest F1 on further normal images and the one defect, as anomalib
chooses it; the probe's is that of its own run. CPU seconds an image hold reading, network and
score of whole test images, in turns.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from sklearn.metrics import precision_recall_curve, roc_auc_score
from torch import nn

from engine.core.recipe import Setting, View, default_recipe
from engine.core.runtime import processor_name
from engine.data.folds import split_for
from engine.data.readers.detect import open_dataset
from engine.data.store import ImageStore
from engine.inspection.dense import Judge
from engine.inspection.rates import choose_threshold
from engine.network.initial import make_network
from engine.network.numerics import settle
from engine.network.values import Numerics
from engine.training.closed_form import probe
from engine.training.closed_form.calibrate import probability
from engine.training.closed_form.material import choose
from engine.training.closed_form.run import fit

CALIBRATION = 16
"""Further normal images for PatchCore's threshold: those it has learnt lie too near."""


class Maps(nn.Module):
    """The probe's own maps, as PatchCore's feature extractor gives them."""

    def __init__(self, judge: Judge) -> None:
        super().__init__()
        self.judge = judge

    def forward(self, pixels: torch.Tensor) -> dict[str, torch.Tensor]:
        """Return relu4_3 and relu3_3 of prepared pixels (1, 3, h, w)."""
        *lower, readings, _evidence, _logits = self.judge.network.features
        maps = pixels
        for step in lower:
            maps = step(maps)
        return {"relu4_3": readings.upper(maps), "relu3_3": maps}


def patchcore(judge: Judge) -> nn.Module:
    """Anomalib's own model over the probe's maps."""
    from anomalib.models.image.patchcore.torch_model import PatchcoreModel

    # Its own extractor is made first, untrained, since the constructor asks for one.
    model = PatchcoreModel(layers=["layer2", "layer3"], backbone="resnet18", pre_trained=False)
    model.layers, model.feature_extractor = ["relu4_3", "relu3_3"], Maps(judge)
    return model


def one(path: Path, fold: int, ratio: float) -> None:
    """Both sides of one fold."""
    data = open_dataset(path)
    recipe = default_recipe(Setting.PROBE, defects=1, fold=fold)
    split, store = split_for(data, recipe), ImageStore(data)
    network, _ = make_network(recipe, View.PATCHES, data.labels)
    numerics = Numerics("cpu", "float32", True, 1, 1)
    judge = Judge(settle(network, numerics).eval(), numerics, data.labels)
    chosen = choose(data, split.train, probe.NORMAL, probe.DEFECTIVE, recipe.seed)
    bad = np.array([data.samples[index].label.defective is True for index in split.test])

    def prepared(index: int) -> torch.Tensor:
        return judge.network.prepare(judge.input(store.image(index))[0])

    began = time.process_time()
    peer = patchcore(judge).train()
    with torch.inference_mode():
        for index in chosen.normal:
            peer(prepared(index))
        peer.subsample_embedding(ratio)
        peer.eval()
        others = [i for i in split.train if data.samples[i].label.defective is False]
        others = [i for i in others if i not in chosen.normal][:CALIBRATION]
        known = np.array([False] * len(others) + [True] * len(chosen.defective))
        seen = np.array([float(peer(prepared(i)).pred_score) for i in (*others, *chosen.defective)])
    precision, recall, levels = precision_recall_curve(known, seen)
    f1 = 2 * precision * recall / np.maximum(precision + recall, 1e-12)
    peer_threshold = float(levels[int(np.argmax(f1[:-1]))])
    middle = time.process_time()
    work = fit(judge, store, chosen)
    while True:
        try:
            next(work)
        except StopIteration as end:
            held = end.value
            break
    last = judge.network.features[-1]
    truth = np.array([data.samples[i].label.defective is True for i in held.indices])
    threshold = choose_threshold(probability(last, held.evidence), truth, recipe.cost_ratio)  # type: ignore[arg-type]
    fitted = replace(judge, threshold=threshold)
    ended = time.process_time()
    scores: dict[str, list[float]] = {"PatchCore": [], "probe": []}
    spent = {"PatchCore": 0.0, "probe": 0.0}
    for number, index in enumerate(split.test):
        sides = list(spent) if number % 2 else list(spent)[::-1]
        for side in sides:
            start = time.process_time()
            if side == "probe":
                scores[side].append(fitted.judge(store.image(index)).verdict.score)
            else:
                with torch.inference_mode():
                    scores[side].append(float(peer(prepared(index)).pred_score))
            spent[side] += time.process_time() - start
    print(
        f"fold {fold}: {len(chosen.normal)} normal, {len(chosen.defective)} defect, "
        f"{len(split.test)} test images ({bad.sum()} defective)"
    )
    for side, level, fitting in (
        ("PatchCore", peer_threshold, middle - began), ("probe", threshold, ended - middle),
    ):  # fmt: skip
        # anomalib flags a score at its threshold, a run one above it.
        at = np.array(scores[side])
        flagged = at >= level if side == "PatchCore" else at > level
        print(
            f"  {side}: AUC {roc_auc_score(bad, at):.3f}, escapes {(~flagged & bad).sum()}, "
            f"overkills {(flagged & ~bad).sum()}, {spent[side] / len(at):.2f} CPU s an image, "
            f"fitted in {fitting:.0f} CPU s",
            flush=True,
        )


def main() -> None:
    """Run the command line above."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--folds", default="1,2,3")
    parser.add_argument("--ratio", type=float, default=0.01)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    print(f"{processor_name()}, one thread, torch {torch.__version__}")
    for fold in map(int, arguments.folds.split(",")):
        one(arguments.data, fold, arguments.ratio)


if __name__ == "__main__":
    main()
