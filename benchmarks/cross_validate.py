"""Train settings over all folds of a data set and pool their test figures.

    python benchmarks/cross_validate.py DATA PROJECT --settings transfer,scratch,small \
        --iterations 40 --out docs/results/class1

Runs that the project already holds are not trained again, so it can be stopped and restarted.
Writes OUT.json and OUT.md.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
from dataclasses import asdict
from pathlib import Path

import numpy as np
from sklearn.metrics import roc_auc_score

sys.path.insert(0, str(Path(__file__).parent.parent))

from cli.drive import Driver, next_job
from cli.terminal import Progress, percent, table
from engine.core.recipe import Recipe, default_recipe
from engine.core.table import listed
from engine.data.readers.detect import open_dataset
from engine.inspection.rates import exact_interval
from engine.project.runs import RunFolder, list_runs
from engine.project.store import PredictionStore
from engine.training.messages import Train


def find_or_train(data: Path, project: Path, recipe: Recipe) -> RunFolder:
    """The finished run of this recipe, trained now if need be."""
    for folder in list_runs(project):
        if folder.record.recipe == recipe and folder.record.state == "done":
            return folder
    Driver().run(Train(next_job(), str(data), str(project), recipe), progress=Progress())
    return next(f for f in list_runs(project) if f.record.recipe == recipe)


def bootstrap_auc(bad: np.ndarray, scores: np.ndarray, draws: int = 2000) -> tuple[float, float]:
    """95 % percentile interval of the AUC over resampled images (seed 0)."""
    rng = np.random.default_rng(0)
    good_at, bad_at = np.flatnonzero(~bad), np.flatnonzero(bad)
    found = []
    for _ in range(draws):
        rows = np.concatenate([rng.choice(good_at, len(good_at)), rng.choice(bad_at, len(bad_at))])
        found.append(roc_auc_score(bad[rows], scores[rows]))
    low, high = np.quantile(found, [0.025, 0.975])
    return float(low), float(high)


def pool(data_path: Path, project: Path, folders: list[RunFolder]) -> dict[str, object]:
    """Pool the test verdicts of several folds."""
    data = open_dataset(data_path)
    places = {file: index for index, file in enumerate(data.files)}
    scores, bad, flagged, folds, right = [], [], [], [], 0.0
    with PredictionStore(project) as store:
        for folder in folders:
            split = folder.read_split(data)
            rows = store.of_run(folder.path.name, places)
            test = folder.record.test
            assert test is not None
            for index in split.test:
                scores.append(rows[index].score)
                flagged.append(rows[index].defective)
                bad.append(data.samples[index].label.defective is True)
            right += test.accuracy * test.images
            folds.append(
                asdict(test)
                | {
                    "seconds": folder.record.seconds,
                    "best_iteration": folder.record.best_iteration,
                    "run": folder.path.name,
                }
            )
    truth, score, named = np.asarray(bad), np.asarray(scores), np.asarray(flagged)
    escapes, overkills = int((truth & ~named).sum()), int((~truth & named).sum())
    defective, normal = int(truth.sum()), int((~truth).sum())
    return {
        "images": len(truth),
        "defective": defective,
        "accuracy": right / len(truth),
        "baseline": data.baseline,
        "auc": float(roc_auc_score(truth, score)),
        "auc_interval": bootstrap_auc(truth, score),
        "fold_auc": [fold["auc"] for fold in folds],
        "escapes": escapes,
        "escape": escapes / defective,
        "escape_interval": exact_interval(escapes, defective),
        "overkills": overkills,
        "overkill": overkills / normal,
        "overkill_interval": exact_interval(overkills, normal),
        "seconds": sum(folder.record.seconds for folder in folders),
        "folds": folds,
    }


def markdown(settings: dict[str, dict[str, object]]) -> str:
    """The pooled figures as a markdown table."""
    rows = [["setting", "iterations", "AUC (95 %)", "least fold AUC", "accuracy", "never a defect",
             "escape (95 %)", "overkill (95 %)", "training, s a fold"]]  # fmt: skip
    for name, found in settings.items():
        low, high = found["auc_interval"]  # type: ignore[misc]
        e_low, e_high = found["escape_interval"]  # type: ignore[misc]
        o_low, o_high = found["overkill_interval"]  # type: ignore[misc]
        normal = found["images"] - found["defective"]  # type: ignore[operator]
        rows.append([
            name,
            str(found["iterations"]),
            f"{found['auc']:.4f} ({low:.4f} to {high:.4f})",
            f"{min(found['fold_auc']):.4f}",  # type: ignore[call-overload]
            percent(found["accuracy"]),  # type: ignore[arg-type]
            percent(found["baseline"]),  # type: ignore[arg-type]
            f"{found['escapes']}/{found['defective']} ({percent(e_low, 1)} to {percent(e_high, 1)})",
            f"{found['overkills']}/{normal} ({percent(o_low, 1)} to {percent(o_high, 1)})",
            f"{found['seconds'] / len(found['folds']):.0f}",  # type: ignore[arg-type,operator]
        ])  # fmt: skip
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    lines.insert(1, "|" + "---|" * len(rows[0]))
    return "\n".join(lines) + "\n"


def main() -> None:
    """Run the command line above."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("project", type=Path)
    parser.add_argument("--settings", default="transfer,scratch,small")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--iterations", type=int, default=40)
    parser.add_argument("--small-iterations", type=int, default=600)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    found: dict[str, dict[str, object]] = {}
    for setting in arguments.settings.split(","):
        count = arguments.small_iterations if setting == "small" else arguments.iterations
        folders = []
        for fold in range(1, arguments.folds + 1):
            recipe = default_recipe(setting, iterations=count, fold=fold, folds=arguments.folds)
            folders.append(find_or_train(arguments.data, arguments.project, recipe))
        found[setting] = {"iterations": count} | pool(arguments.data, arguments.project, folders)
        device = folders[0].record.device_name
        arguments.out.parent.mkdir(parents=True, exist_ok=True)
        about = {"machine": platform.platform(), "device": device,
                 "versions": folders[0].record.versions, "settings": found}  # fmt: skip
        arguments.out.with_suffix(".json").write_text(json.dumps(about, indent=1) + "\n", "utf-8")
        arguments.out.with_suffix(".md").write_text(markdown(found), "utf-8")
        print(table(listed(["setting", "AUC", "escapes", "overkills"],
                    [[setting, f"{found[setting]['auc']:.4f}", str(found[setting]["escapes"]),
                      str(found[setting]["overkills"])]])), flush=True)  # fmt: skip


if __name__ == "__main__":
    main()
