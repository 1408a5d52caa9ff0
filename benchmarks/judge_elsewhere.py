"""Judge labelled images that no run has seen with several runs, and compare the runs in pairs.

    python -m benchmarks.judge_elsewhere IMAGES --runs TEACHER STUDENT ... --out FOLDER [--threads N]

`--per-texture` also gives each texture a threshold of its own, for every run alike: where a logistic
regression of the label on the score's log-odds (Platt 1999), fitted on the run's own training and
validation images, says 0.5. The first run is what the others are compared with. Verdicts are appended to FOLDER/<run>.csv, so
that a program that was interrupted goes on, and a run added later is judged alone. Thresholds are
those of the runs: nothing is tuned on these images.
"""

from __future__ import annotations

import argparse
import csv
import platform
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from engine.data.readers.detect import open_dataset
from engine.data.sample import DataSet, Label
from engine.data.store import ImageStore
from engine.inspection.rates import paired_difference, rates
from engine.inspection.verdict import logit
from engine.project.runs import RunFolder
from engine.training.run import load_network, open_run_data


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("images", type=Path)
    parser.add_argument("--runs", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--per-texture", action="store_true")
    arguments = parser.parse_args()
    if arguments.threads:
        torch.set_num_threads(arguments.threads)
    data = open_dataset(arguments.images)
    store = ImageStore(data)
    for _ in store.build():
        pass
    arguments.out.mkdir(parents=True, exist_ok=True)
    right: list[NDArray[np.bool_]] = []
    tuned: list[NDArray[np.bool_]] = []
    print(f"{len(data.samples)} images, {platform.machine()}, torch {torch.__version__}")
    print("run | filters' kind | accuracy | AUC | overkill | escape | accuracy less the first's")
    for path in arguments.runs:
        folder = RunFolder.load(path)
        if {x.name for x in folder.record.labels} != {x.name for x in data.labels}:
            sys.exit(f"{path}: other classes than {arguments.images}")
        rows = judge(folder, data, store, arguments.out / f"{path.name}.csv")
        truth = [sample.label for sample in data.samples]
        known = {label.name: label for label in data.labels}
        named: list[Label] = [known[row[1]] for row in rows]
        scores = np.array([float(row[2]) for row in rows])
        found = rates(truth, named, scores, folder.record.threshold)
        right.append(np.array([t == n for t, n in zip(truth, named, strict=True)]))
        middle, low, high = paired_difference(right[-1], right[0])
        kind = folder.record.origin.kind if folder.record.origin else folder.record.recipe.setting
        print(
            f"{path.name} | {kind} | {found.accuracy:.4f} | {found.auc:.4f} | "
            f"{found.overkills}/{found.images - found.defective} | "
            f"{found.escapes}/{found.defective} | "
            f"{100 * middle:+.2f} points ({100 * low:+.2f} to {100 * high:+.2f})",
            flush=True,
        )
        if arguments.per_texture:
            tuned.append(per_texture(folder, truth, scores, arguments.out / f"{path.name}-own.csv"))
            middle, low, high = paired_difference(tuned[-1], tuned[0])
            bad = np.array([label.defective is True for label in truth])
            print(
                f"  each texture its threshold: {tuned[-1].mean():.4f} | overkill "
                f"{(~tuned[-1] & ~bad).sum()}, escape {(~tuned[-1] & bad).sum()} | "
                f"{100 * middle:+.2f} points ({100 * low:+.2f} to {100 * high:+.2f})",
                flush=True,
            )


def per_texture(
    folder: RunFolder, truth: list[Label], scores: NDArray[np.float64], file: Path
) -> NDArray[np.bool_]:
    """Which images are right with a threshold a texture (the texture itself taken as known)."""
    data, store = open_run_data(folder)
    split = folder.read_split(data)
    known = {*split.train, *split.validation}
    rows = judge(folder, data, store, file, known)
    labels = dict(zip(data.files, (sample.label for sample in data.samples), strict=True))
    own = [labels[row[0]] for row in rows]
    seen = logit(np.array([float(row[2]) for row in rows]))
    textures = np.array([label.texture for label in truth])
    bad, z = np.array([label.defective is True for label in truth]), logit(scores)
    found = np.zeros(len(truth), dtype=bool)
    for texture in sorted(set(textures.tolist())):
        mask = np.array([label.texture == texture for label in own])
        ours = np.array([label.defective is True for label in own])
        fit = LogisticRegression().fit(seen[mask][:, None], ours[mask])
        here = textures == texture
        found[here] = fit.predict(z[here][:, None]) == bad[here]
    return found


def judge(
    folder: RunFolder,
    data: DataSet,
    store: ImageStore,
    file: Path,
    only: set[int] | None = None,
) -> list[list[str]]:
    """(file, class named, score) of every image (or of these), in the data set's order."""
    record = folder.record
    done: dict[str, list[str]] = {}
    if file.is_file():
        with file.open(newline="", encoding="utf-8") as held:
            done = {row[0]: row for row in csv.reader(held)}
    wanted = [i for i in range(len(data.files)) if only is None or i in only]
    missing = [i for i in wanted if data.files[i] not in done]
    labels = record.labels
    numerics = replace(record.numerics, threads=torch.get_num_threads())
    judge = record.judge(load_network(folder), numerics)
    begun = time.monotonic()
    with file.open("a", newline="", encoding="utf-8") as held:
        writer = csv.writer(held)
        for count, index in enumerate(missing, start=1):
            verdict = judge.judge(store.image(index)).verdict
            row = [data.files[index], labels[verdict.label].name, repr(verdict.score)]
            done[row[0]] = row
            writer.writerow(row)
            if count % 20 == 0:
                held.flush()
                left = (time.monotonic() - begun) / count * (len(missing) - count)
                print(f"{count}/{len(missing)}, left {left:.0f} s", file=sys.stderr, flush=True)
    return [done[data.files[i]] for i in wanted]


if __name__ == "__main__":
    main()
