"""A network that gives something that is no number never passes a part as normal."""

from __future__ import annotations

import csv
import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from safetensors.torch import load_file, save_file

from engine.core.errors import RunError
from engine.data.sample import Label
from engine.inspection.verdict import judge
from main import main

WHY = "gives no number for this image"


@pytest.fixture
def spoilt(own_run: Path) -> Path:
    """A run of whose weights one value is no number."""
    weights = load_file(own_run / "best.safetensors")
    name = next(name for name in weights if weights[name].is_floating_point())
    weights[name].view(-1)[0] = float("nan")
    save_file(weights, own_run / "best.safetensors")
    return own_run


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_logits_that_are_no_numbers_are_no_verdict(value):
    labels = (Label("a", "", False), Label("a", "hole", True))
    logits = np.zeros((2, 3, 3), dtype=np.float32)
    assert judge(logits, labels, 0.5).score == 0.5
    logits[1, 2, 2] = value
    with pytest.raises(RunError, match=WHY):
        judge(logits, labels, 0.5)


def test_a_folder_s_parts_fail_with_the_reason_and_none_is_normal(
    spoilt: Path, tiny_set: Path, tmp_path: Path, capsys
):
    images = next(path.parent for path in tiny_set.rglob("*.PNG") if "Label" not in str(path))
    table = tmp_path / "verdicts.csv"
    main(["inspect", str(spoilt), str(images), "--csv", str(table), "--no-familiarity"])
    said = capsys.readouterr()
    assert WHY in said.out + said.err
    with table.open(encoding="utf-8-sig") as file:
        assert [row for row in csv.DictReader(file) if row["verdict"] == "normal"] == []


def test_judging_says_it_instead_of_blaming_the_database(spoilt: Path, tiny_set: Path, capsys):
    with closing(sqlite3.connect(spoilt.parent.parent / "workbench.sqlite")) as base, base:
        base.execute("DELETE FROM prediction")
    assert main(["evaluate", str(spoilt), "--data", str(tiny_set)]) == 2
    assert WHY in capsys.readouterr().err
