"""What Inspect shows again: kept verdicts, wrong reasons, and one scale of colours."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

from engine.core.values import ReaderOptions
from engine.data.messages import OpenData
from engine.inspect.kept import FILE, elsewhere, kept_verdicts, read_scale, spread_over_scores
from engine.inspect.messages import (
    HeatMeasured,
    MeasureHeat,
    PredictRun,
    ReadVerdicts,
    VerdictsRead,
)
from engine.project.runs import RunFolder
from tests.engine.conftest import Workspace


def test_kept_verdicts_are_read_and_one_scale_is_kept(
    trained: Path, tiny_set: Path, tmp_path: Path, workspace: Workspace
):
    shutil.copytree(trained.parent.parent, tmp_path / "project")
    run = tmp_path / "project" / "runs" / trained.name
    workspace.run(OpenData(1, str(tiny_set), ReaderOptions()))
    workspace.run(PredictRun(2, str(run)))
    events = workspace.run(ReadVerdicts(3, str(run)))
    read = [event for event in events if isinstance(event, VerdictsRead)][-1]
    assert len(read.predictions) == read.total > 0

    (found,) = [e for e in workspace.run(MeasureHeat(4, str(run))) if isinstance(e, HeatMeasured)]
    folder = RunFolder.load(run)
    assert found.limit > 0 and read_scale(folder) == (found.limit, found.images)
    values = json.loads((run / FILE).read_text())
    (run / FILE).write_text(json.dumps(values | {"weights": "others"}))
    assert read_scale(folder) is None, "a scale of other weights does not count"

    store = workspace.session._workspace.images
    known, _ = kept_verdicts(folder, store)
    chosen = spread_over_scores(known, 3)
    scores = sorted(said.score for said in known.values())
    assert known[chosen[0]].score == scores[0] and known[chosen[-1]].score == scores[-1]
    data = store.data
    bad = next(i for i in known if data.labels[data.classes[i]].defective and store.region(i))
    rows, columns = store.region(bad).mask.nonzero()
    on = replace(known[bad], defective=True, box=(int(columns[0]), int(rows[0]), 4, 4))
    empty = next(
        (x, y)
        for x in range(0, store.region(bad).mask.shape[1] - 2, 2)
        for y in range(0, store.region(bad).mask.shape[0] - 2, 2)
        if not store.region(bad).mask[y : y + 2, x : x + 2].any()
    )
    off = replace(on, box=(*empty, 2, 2))
    assert not list(elsewhere({bad: on}, store))
    assert list(elsewhere({bad: off}, store)) == [bad]
    assert not list(elsewhere({bad: replace(off, defective=False)}, store))
