"""What runs of other programs have written since the last look."""

from __future__ import annotations

from pathlib import Path

from engine.core.values import ReaderOptions
from engine.project.runs import RunFolder
from engine.runs.following import grown, run_names
from engine.training.run import train_new
from tests.engine.conftest import quick


def test_a_run_that_another_program_trains_is_followed(tiny_set: Path, tmp_path: Path):
    recipe = quick(iterations=30)
    work = train_new(1, tiny_set, tmp_path, recipe, ReaderOptions(), "cpu", lambda: False)
    path = None
    while path is None:
        next(work)
        path = next((p.parent for p in tmp_path.glob("runs/*/metrics.csv")), None)
    table = path / "metrics.csv"
    while table.read_text().count("\n") < 5:
        next(work)
    first = grown(path, 0)
    assert first.state == "running"
    assert first.begun_anew
    assert first.read == table.stat().st_size
    assert [point.iteration for point in first.points if point.loss is not None][:2] == [1, 2]
    # Half a row is none: it is read when the rest is there.
    whole = table.read_bytes()
    table.write_bytes(whole + b"999,1.5,0.")
    half = grown(path, first.read)
    assert (half.points, half.read, half.begun_anew) == ((), first.read, False)
    table.write_bytes(whole)
    for _ in work:
        pass
    rest = grown(path, first.read)
    assert rest.state == "done"
    assert not rest.begun_anew
    assert first.points + rest.points == RunFolder.load(path).curve()
    # A run that is resumed writes its table anew, and shorter.
    RunFolder.load(path).rewind(2)
    again = grown(path, rest.read)
    assert again.begun_anew
    assert max(point.iteration for point in again.points) == 2


def test_a_folder_without_a_record_is_no_run_yet(tmp_path: Path):
    assert run_names(tmp_path) == frozenset()
    (tmp_path / "runs" / "begun").mkdir(parents=True)
    assert run_names(tmp_path) == frozenset()
    (tmp_path / "runs" / "begun" / "run.toml").write_text("")
    assert run_names(tmp_path) == {"begun"}
