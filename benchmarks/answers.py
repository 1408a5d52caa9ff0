"""Filters, probe, small and transfer on data sets, by labelled defects: AUC over draws.

    python -m benchmarks.answers DIR [DIR ...] [--counts 0,1,2,5,10,all] [--draws 5] [--keep FOLDER]
    python -m benchmarks.answers DIR --settings small,transfer --counts 5,all --draws 3

A draw is a fold: everything is chosen, fitted and calibrated on the images outside it, and the AUC
is of those in it, judged whole. Every image is read once and used in all draws; CPU seconds are
those of reading what a fit looks at, and of the fit. A trained setting is a whole run, judging
included: `--iterations` and `--window` change its recipe. `--texture NAME` keeps one texture of a set.
`--keep` keeps what was read, so that the table can be made again.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from sklearn.metrics import roc_auc_score

from cli.arguments import answer
from engine.core.recipe import FITTED_SETTINGS, NO_DEFECTS, Recipe, Setting, View, default_recipe
from engine.core.runtime import processor_name
from engine.core.values import ReaderOptions
from engine.data.folds import split_for
from engine.data.readers.detect import open_dataset
from engine.data.sample import DataSet
from engine.data.store import ImageStore
from engine.inspection.dense import Judge
from engine.inspection.verdict import judge as verdict_of
from engine.network.backbones.filters import READINGS, Bank
from engine.network.initial import make_network
from engine.network.numerics import settle
from engine.network.values import Numerics
from engine.project.runs import RunFolder
from engine.training.closed_form import filters, probe
from engine.training.closed_form.calibrate import settle_logits
from engine.training.closed_form.material import Chosen, choose, defect_part, textures
from engine.training.given import Given
from engine.training.run import train_new


def judge_for(data: DataSet, setting: Setting) -> Judge:
    """An unfitted network of one thread."""
    network, _ = make_network(default_recipe(setting), View.PATCHES, data.labels)
    numerics = Numerics("cpu", "float32", setting is Setting.PROBE, 1, 1)
    return Judge(settle(network, numerics).eval(), numerics, data.labels)


class Read:
    """What a setting's fixed steps make of every image, and what that took.

    Attributes
    ----------
    whole : readings of each image, by index
    part : `Shown` of the part of each defective image (probe), or `Measured` of each (filters)
    seconds : CPU seconds of each, (whole, part)
    """

    def __init__(self, data: DataSet, setting: Setting, kept: Path | None) -> None:
        store, judge = ImageStore(data), judge_for(data, setting)
        self.judge, self.setting = judge, setting
        self.whole: dict[int, np.ndarray] = {}
        self.part: dict[int, probe.Shown | filters.Measured] = {}
        self.seconds: dict[int, tuple[float, float]] = {}
        names = textures(data)
        old = dict(np.load(kept, allow_pickle=False)) if kept and kept.is_file() else {}
        for index, sample in enumerate(data.samples):
            texture = names.index(sample.label.texture)
            began = time.process_time()
            key = f"{index}"
            if key in old:
                self.whole[index] = old[key]
            elif setting is Setting.PROBE:
                self.whole[index] = probe.read_shown(judge, store.image(index))
            else:
                self.whole[index] = self._bank(store.image(index))
            middle = time.process_time()
            if setting is Setting.FILTERS:
                self.part[index] = self._measured(index, texture)
            elif sample.label.defective:
                pixels, region = defect_part(store, index, probe.LEAST, probe.MARGIN)
                held = old.get(f"{key}.part")
                readings = probe.read_shown(judge, pixels) if held is None else held
                covered = None
                if region is not None:
                    side = (int(readings.shape[1]), int(readings.shape[2]))
                    covered = probe._cover(region, judge.network.window, side)
                self.part[index] = probe.Shown(index, texture, readings, covered)
            else:
                self.part[index] = probe.Shown(index, texture, self.whole[index])
            spent = (middle - began, time.process_time() - middle)
            took = old.get(f"{key}.seconds", spent)
            self.seconds[index] = (float(took[0]), float(took[1]))
        if kept and not old:
            arrays = {f"{index}": value for index, value in self.whole.items()}
            arrays |= {f"{index}.seconds": np.asarray(v) for index, v in self.seconds.items()}
            for index, item in self.part.items():
                if isinstance(item, probe.Shown) and data.samples[index].label.defective:
                    arrays[f"{index}.part"] = item.readings
            np.savez(kept, **arrays)  # type: ignore[arg-type]

    def _bank(self, image: np.ndarray) -> np.ndarray:
        bank = self.judge.network.features[0]
        assert isinstance(bank, Bank)
        pixels, _ = self.judge.input(image)
        with torch.inference_mode():
            return np.asarray(bank(self.judge.network.prepare(pixels))[0].numpy())

    def _measured(self, index: int, texture: int) -> filters.Measured:
        step = self.judge.network.features[1]
        maps = torch.from_numpy(self.whole[index])[None]
        with torch.inference_mode():
            largest = step.statistics(maps).amax((2, 3))[0].double().numpy()
            means = maps[0, 2 * READINGS // 3 :].mean((1, 2)).double().numpy()
        return filters.Measured(index, texture, largest, means)

    def fit(self, data: DataSet, chosen: Chosen) -> None:
        """Fit the last steps on these images."""
        step, last = self.judge.network.features[-2], self.judge.network.features[-1]
        count, names = len(textures(data)), textures(data)
        normal = [self.part[index] for index in chosen.normal]
        bad = [self.part[index] for index in chosen.defective]
        kinds = [data.classes[index] for index in chosen.defective]
        if self.setting is Setting.PROBE:
            owners = [names.index(label.texture) for label in data.labels]
            work = probe.fit_probe(step, normal, bad, chosen.folds, count, kinds, owners)  # type: ignore[arg-type]
            while True:
                try:
                    next(work)
                except StopIteration as end:
                    held = end.value
                    break
        else:
            held = filters.fit_filters(step, normal, bad, chosen.folds, count, kinds)  # type: ignore[arg-type]
        settle_logits(last, data.labels, held)  # type: ignore[arg-type]

    def score(self, index: int) -> float:
        """Score of a whole image."""
        features = self.judge.network.features
        with torch.inference_mode():
            maps = torch.from_numpy(self.whole[index].astype(np.float32))[None]
            logits = features[-1](features[-2](maps))[0].numpy()
        return verdict_of(logits, self.judge.labels, 0.5).score

    def cost(self, chosen: Chosen) -> float:
        """CPU seconds of reading what a fit looks at."""
        column = 1 if self.setting is Setting.PROBE else 0
        whole = sum(self.seconds[index][0] for index in chosen.normal)
        return whole + sum(self.seconds[index][column] for index in chosen.defective)


def trained(
    path: Path, data: DataSet, options: ReaderOptions, recipe: Recipe
) -> tuple[float, float]:
    """Test AUC of a run, and the CPU seconds of all of it."""
    began = time.process_time()
    with tempfile.TemporaryDirectory() as project:
        job = (0, path, Path(project), recipe, options, "cpu", lambda: False, Given(data=data))
        for _ in train_new(*job):
            pass
        (folder,) = (RunFolder.load(run) for run in (Path(project) / "runs").iterdir())
        test = folder.record.test
        auc = (test.auc or 0.0) if test else 0.0
    return auc, time.process_time() - began


def print_row(setting: Setting, count: int, aucs: list[float], costs: list[float]) -> None:
    """One row of the table."""
    name = "0" if count == NO_DEFECTS else count or "all"
    print(
        f"| {setting.value} | {name} | {min(aucs):.3f} | {np.mean(aucs):.3f} | "
        f"{np.mean(costs):.1f} |",
        flush=True,
    )


def one(data: DataSet, setting: Setting, counts: list[int], draws: int, kept: Path | None) -> None:
    """Rows of a set and a setting."""
    read = Read(data, setting, kept)
    room = probe if setting is Setting.PROBE else filters
    for count in counts:
        aucs, costs = [], []
        for draw in range(1, draws + 1):
            recipe: Recipe = default_recipe(setting, defects=count, fold=draw)
            split = split_for(data, recipe)
            chosen = choose(data, split.train, room.NORMAL, room.DEFECTIVE, recipe.seed)
            began = time.process_time()
            read.fit(data, chosen)
            costs.append(read.cost(chosen) + time.process_time() - began)
            bad = [data.samples[index].label.defective is True for index in split.test]
            aucs.append(float(roc_auc_score(bad, [read.score(index) for index in split.test])))
        print_row(setting, count, aucs, costs)


def all_trained(
    path: Path,
    data: DataSet,
    options: ReaderOptions,
    setting: Setting,
    counts: list[int],
    draws: int,
    changes: dict[str, int],
) -> None:
    """Rows of a set and a setting that is trained."""
    for count in counts:
        if count == NO_DEFECTS:
            continue
        aucs, costs = [], []
        for draw in range(1, draws + 1):
            recipe = default_recipe(setting, defects=count, fold=draw, seed=draw, **changes)  # type: ignore[arg-type]
            auc, cost = trained(path, data, options, recipe)
            aucs.append(auc)
            costs.append(cost)
        print_row(setting, count, aucs, costs)


def main() -> None:
    """Run the command line above."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="+", type=Path)
    parser.add_argument("--counts", default="0,1,2,5,10,all")
    parser.add_argument("--draws", type=int, default=5)
    parser.add_argument("--texture", default="")
    parser.add_argument("--settings", default="filters,probe")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--answer", type=answer, action="append", default=[])
    parser.add_argument("--iterations", type=int, default=0)
    parser.add_argument("--window", type=int, default=0)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    counts = [
        0 if part == "all" else int(part) or NO_DEFECTS for part in arguments.counts.split(",")
    ]
    options = ReaderOptions(answers=tuple(arguments.answer))
    changes = {"iterations": arguments.iterations} if arguments.iterations else {}
    if arguments.window:
        changes |= {"window": arguments.window, "crop": 0}
    print(f"{processor_name()}, one thread, torch {torch.__version__}")
    for path in arguments.data:
        data = open_dataset(path, options)
        if arguments.texture:
            samples = [s for s in data.samples if s.label.texture == arguments.texture]
            data = replace(data, samples=tuple(samples))
        bad = sum(sample.label.defective is True for sample in data.samples)
        name = f"{path.name} {arguments.texture}".strip()
        print(f"\n{name}: {len(data.samples)} images, {bad} defective, {arguments.draws} draws\n")
        print(
            "| setting | labelled defects | least AUC | mean AUC | CPU s |\n|---|---|---|---|---|"
        )
        for setting in map(Setting, arguments.settings.split(",")):
            if setting not in FITTED_SETTINGS:
                all_trained(path, data, options, setting, counts, arguments.draws, changes)
                continue
            kept = None
            if arguments.keep:
                arguments.keep.mkdir(parents=True, exist_ok=True)
                kept = arguments.keep / f"{name.replace(' ', '-')}-{setting.value}.npz"
            one(data, setting, counts, arguments.draws, kept)


if __name__ == "__main__":
    sys.exit(main())
