"""What is no better than no network says so wherever it appears."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from cli.compress import beside
from engine.core.standing import auc_interval, worse_than
from engine.core.values import Rates
from engine.data.messages import OpenData
from engine.evaluate.messages import Evaluated, EvaluateRun
from engine.project.runs import RunFolder
from main import main
from tests.engine.conftest import Workspace


def figures(accuracy: float, auc: float | None, images: int = 100, defective: int = 30) -> Rates:
    normal = (images - defective) / images
    return Rates(
        images, defective, accuracy, auc, 0.1, 0.1, (0, 0.2), (0, 0.2), 7, 3, 0.5, normal, 0.4
    )


def test_worse_than_never_a_defect_and_than_chance_are_said():
    assert worse_than(figures(0.9, 0.95)) == ()
    (said,) = worse_than(figures(0.69, 0.95))
    assert "69.00 %" in str(said) and "70.00 %" in str(said)
    (said,) = worse_than(figures(0.9, 0.55))
    assert "better than chance" in str(said)
    assert len(worse_than(figures(0.3, 0.4))) == 2
    assert worse_than(figures(0.9, None)) == () == worse_than(None)


def test_an_auc_interval_covers_what_it_says():
    """Normal scores of both kinds, true AUC 0.8: about 95 % of intervals hold it."""
    rng = np.random.default_rng(0)
    covered = 0
    for _ in range(400):
        good, bad = rng.normal(0, 1, 30), rng.normal(1.19, 1, 15)
        seen = float((bad[:, None] > good[None, :]).mean())
        low, high = auc_interval(seen, 30, 15)
        covered += low <= 0.8 <= high
    assert 0.92 <= covered / 400 <= 0.99
    assert auc_interval(1.0, 40, 8)[1] == 1.0 and auc_interval(1.0, 40, 8)[0] > 0.8
    low, high = auc_interval(0.633, 8, 62)
    assert low < 0.5 < high
    with pytest.raises(ValueError, match="both kinds"):
        auc_interval(0.5, 0, 4)


def test_a_run_worse_than_none_says_so_wherever_it_appears(
    own_run: Path, capsys: pytest.CaptureFixture[str]
):
    folder = RunFolder.load(own_run)
    assert folder.record.test is not None
    folder.update(test=replace(folder.record.test, accuracy=0.1, auc=0.5))
    workspace = Workspace()
    workspace.run(OpenData(1, folder.record.data_path, project=str(folder.project)))
    events = workspace.run(EvaluateRun(2, str(own_run)))
    (found,) = [each.evaluation for each in events if isinstance(each, Evaluated)]
    assert len(found.caution) == 2
    main(["evaluate", str(own_run)])
    assert "caution: It is right less often (10.00 %)" in capsys.readouterr().out


def test_the_baseline_is_of_the_images_of_the_accuracy_beside_it(own_run: Path):
    """Also in what was written before: figures on disk once had the whole set's."""
    folder = RunFolder.load(own_run)
    test = folder.record.test
    assert test is not None
    normal = (test.images - test.defective) / test.images
    assert test.baseline == pytest.approx(normal)
    folder.update(test=replace(test, baseline=0.123))
    read = RunFolder.load(own_run).record.test
    assert read is not None and read.baseline == pytest.approx(normal)


def test_a_smaller_network_that_is_worse_than_none_says_so_in_the_terminal():
    # A student of 35 % beside a baseline of 67 % was shown without a word.
    cost = SimpleNamespace(
        size=(64, 64), filters=8, parameters=9, multiply_adds=10, weight_bytes=11
    )
    found = SimpleNamespace(
        before=cost, after=cost, parent="/p/runs/a", run="/p/runs/b",
        test_before=figures(0.97, 0.99), test_after=figures(0.35, 0.6),
    )  # fmt: skip
    shown = beside(found)  # type: ignore[arg-type]
    assert "caution" in shown and "35.00 %" in shown and "70.00 %" in shown
    found.test_after = figures(0.96, 0.99)
    assert "caution" not in beside(found)  # type: ignore[arg-type]
