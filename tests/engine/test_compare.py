"""Two runs side by side: the four cells, McNemar's test, and what cannot be compared."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from scipy.stats import binom

from engine.compare.mcnemar import mcnemar
from engine.compare.messages import CELLS, CompareRuns, PairedVerdicts, RunsCompared
from engine.core.values import Prediction
from engine.data.messages import OpenData
from engine.data.readers.detect import open_dataset
from engine.project.runs import RunFolder
from engine.project.store import PredictionStore
from main import main
from tests.engine.conftest import Workspace


@pytest.mark.parametrize(("b", "c"), [(0, 0), (1, 0), (5, 5), (2, 11), (0, 6), (30, 12)])
def test_mcnemar_is_the_exact_two_sided_binomial(b: int, c: int):
    expected = min(1.0, 2 * binom.cdf(min(b, c), b + c, 0.5)) if b + c else 1.0
    assert mcnemar(b, c) == pytest.approx(expected)


@pytest.fixture
def pair(trained: Path, tmp_path: Path) -> tuple[Path, Path]:
    """A run and a copy of it whose verdicts on two images are turned round."""
    shutil.copytree(trained.parent.parent, tmp_path / "project")
    one = tmp_path / "project" / "runs" / trained.name
    other = one.with_name("2026-01-01-small-09")
    shutil.copytree(one, other)
    return one, other


def turned(pair: tuple[Path, Path], turn: int) -> list[int]:
    """Give the second run the verdicts of the first, but for `turn` images it is right on."""
    one, other = pair
    data = open_dataset(Path(RunFolder.load(one).record.data_path))
    test = RunFolder.load(one).read_split(data).test
    places = {data.files[i]: i for i in test}
    with PredictionStore(one.parent.parent) as store:
        kept = store.of_run(one.name, places)
        right = [
            i for i in test
            if kept[i].defective == bool(data.samples[i].label.defective)
            and kept[i].texture == data.samples[i].label.texture
        ][:turn]  # fmt: skip
        rows = []
        for i, row in kept.items():
            bad = not row.defective if i in right else row.defective
            rows.append(
                Prediction(i, row.file, row.score, bad, row.class_name, row.texture, row.box, 1.0)
            )
        store.add(other.name, rows, alone=True)
    return right


def compared(one: Path, other: Path) -> PairedVerdicts:
    workspace = Workspace()
    workspace.run(OpenData(1, RunFolder.load(one).record.data_path, project=str(one.parent.parent)))
    events = workspace.run(CompareRuns(2, str(one), str(other)))
    assert workspace.end(2).outcome == "done", workspace.end(2).message
    return next(e.pairing for e in events if isinstance(e, RunsCompared))


def test_cells_counts_and_difference(pair: tuple[Path, Path]):
    changed = turned(pair, 2)
    found = compared(*pair)
    test = RunFolder.load(pair[0]).record.test
    assert test is not None and len(found) == test.images
    assert sorted(found.indices[found.rows("one")].tolist()) == sorted(changed)
    assert found.count("other") == 0 and found.apart == found.unjudged == 0
    assert sum(found.count(cell) for cell in CELLS) == len(found)
    assert len(found.rows("")) == len(found)
    assert found.difference == pytest.approx(2 / len(found))
    assert found.low < 2 / len(found) < found.high
    assert found.p == mcnemar(2, 0)
    assert (found.overkills[0], found.escapes[0]) == (test.overkills, test.escapes)
    assert sum(found.overkills) + sum(found.escapes) == 2 * (test.overkills + test.escapes) + 2
    assert not found.scores.flags.writeable
    back = compared(*pair[::-1])
    assert back.difference == -found.difference and back.p == found.p
    assert np.array_equal(back.rows("other"), found.rows("one"))


def test_runs_that_agree_do_not_differ(pair: tuple[Path, Path]):
    turned(pair, 0)
    found = compared(*pair)
    assert found.p == 1 and found.difference == 0 and found.low < 0 < found.high


def test_images_not_judged_by_both_do_not_count(pair: tuple[Path, Path]):
    turned(pair, 0)
    with PredictionStore(pair[0].parent.parent) as store, store.writing() as db:
        db.execute("DELETE FROM prediction WHERE run = ? AND file LIKE '%1.PNG'", (pair[1].name,))
    found = compared(*pair)
    assert found.unjudged > 0
    with PredictionStore(pair[0].parent.parent) as store:
        store.add(pair[1].name, [], alone=True)
    assert len(compared(*pair)) == 0


def test_runs_of_other_folds_cannot_be_compared(pair: tuple[Path, Path]):
    one, other = pair
    text = (other / "split.csv").read_text("utf-8")
    swapped = text.replace(',"test"', ',"x"').replace(',"train"', ',"test"')
    (other / "split.csv").write_text(swapped.replace(',"x"', ',"train"'), "utf-8")
    workspace = Workspace()
    workspace.run(OpenData(1, RunFolder.load(one).record.data_path, project=str(one.parent.parent)))
    workspace.run(CompareRuns(2, str(one), str(other)))
    assert "same fold" in workspace.end(2).message
    workspace.run(CompareRuns(3, str(one), str(one)))
    assert "two different runs" in workspace.end(3).message


def test_the_command_says_all_four_cells(
    pair: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
):
    turned(pair, 1)
    assert main(["compare", str(pair[0]), str(pair[1]), "--json"]) == 0
    said = json.loads(capsys.readouterr().out.strip().splitlines()[-1])
    assert said["one"] == 1 and said["other"] == 0 and said["p"] == 1.0
