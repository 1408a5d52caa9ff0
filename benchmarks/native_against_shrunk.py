"""The same recipe on native windows and on whole images shrunk to 224 px, texture by texture.

    python main.py synth SET --normal 80 --defective 40
    python benchmarks/native_against_shrunk.py SET PROJECT --setting small --seconds 270 \
        --out docs/results/shrunk.md

Both runs train for the same time. Runs that the project already holds are not trained again, and
--native and --shrunk name finished runs to compare instead.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np
from sklearn.metrics import roc_auc_score

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.cross_validate import find_or_train
from cli.terminal import table
from engine.core.recipe import default_recipe
from engine.core.table import listed
from engine.data.readers.detect import open_dataset
from engine.project.runs import RunFolder
from engine.project.store import PredictionStore


def texture_aucs(data_path: Path, project: Path, folder: RunFolder) -> dict[str, float]:
    """AUC of a run's test images for each texture."""
    data = open_dataset(data_path)
    places = {file: index for index, file in enumerate(data.files)}
    with PredictionStore(project) as store:
        rows = store.of_run(folder.path.name, places)
    test = folder.read_split(data).test
    found = {}
    for texture in dict.fromkeys(label.texture for label in data.labels):
        mine = [i for i in test if data.samples[i].label.texture == texture]
        bad = [data.samples[i].label.defective is True for i in mine]
        found[texture] = float(roc_auc_score(bad, [rows[i].score for i in mine]))
    return found


def main() -> None:
    """Run the command line above."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("project", type=Path)
    parser.add_argument("--setting", default="transfer")
    parser.add_argument("--iterations", type=int, default=50_000)
    parser.add_argument("--seconds", type=float, default=270)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--native", type=Path, help="a run to take as the native one")
    parser.add_argument("--shrunk", type=Path, help="a run to take as the shrunk one")
    arguments = parser.parse_args()
    found, seconds, accuracy = {}, {}, {}
    for view in ("patches", "whole"):
        given = arguments.native if view == "patches" else arguments.shrunk
        recipe = default_recipe(
            arguments.setting,
            view=view,
            iterations=arguments.iterations,
            seconds=arguments.seconds,
        )
        folder = (
            RunFolder.load(given)
            if given is not None
            else find_or_train(arguments.data, arguments.project, recipe)
        )
        project = folder.path.parent.parent
        found[view] = texture_aucs(arguments.data, project, folder)
        seconds[view] = folder.record.seconds
        assert folder.record.test is not None
        accuracy[view] = folder.record.test.accuracy
    rows = [["texture", "native windows", "whole, 224 px", "lost"]]
    rows += [
        [t, f"{found['patches'][t]:.3f}", f"{found['whole'][t]:.3f}",
         f"{found['patches'][t] - found['whole'][t]:+.3f}"]
        for t in found["patches"]
    ]  # fmt: skip
    means = [float(np.mean(list(found[view].values()))) for view in ("patches", "whole")]
    rows.append(["mean", f"{means[0]:.3f}", f"{means[1]:.3f}", f"{means[0] - means[1]:+.3f}"])
    rows.append(["accuracy, 12 classes", *(f"{accuracy[v]:.3f}" for v in found), ""])
    rows.append(["training, s", *(f"{seconds[v]:.0f}" for v in found), ""])
    print(table(listed(rows[0], rows[1:])))
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    lines.insert(1, "|---|---|---|---|")
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    arguments.out.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
