"""Folds a person chooses: how many, drawn with which seed, single groups moved by hand."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from cli.main import build_parser
from cli.train import recipe_from
from engine.check.messages import FoldsPlanned, PlanFolds
from engine.core.errors import DataError
from engine.core.values import ReaderOptions
from engine.data.folds import keep_folds, split_for
from engine.data.messages import DataOpened, OpenData
from engine.data.readers.detect import open_dataset
from engine.data.values import FoldPlan, GroupRule
from engine.project.groups import as_kept
from engine.project.runs import RunFolder
from engine.regions.messages import ReadRegions, RegionsChanged
from engine.training.messages import Train
from main import main
from tests.engine.conftest import Workspace, quick


def opened(root: Path, project: Path) -> Workspace:
    workspace = Workspace()
    workspace.run(OpenData(1, str(root), project=str(project)))
    return workspace


def planned(workspace: Workspace, command: PlanFolds) -> FoldPlan:
    (found,) = [e for e in workspace.run(command) if isinstance(e, FoldsPlanned)]
    return found.plan


def test_the_number_of_folds_and_their_seed_are_kept_with_the_project(tiny_set, tmp_path):
    project = tmp_path / "p"
    workspace = opened(tiny_set, project)
    tried = planned(workspace, PlanFolds(2, str(project), folds=4, seed=3))
    assert (len(tried.counts), tried.seed, tried.kept) == (4, 3, False)
    assert tried.counts.sum() == tried.folds.size
    bad = [s.label.defective for s in open_dataset(tiny_set).samples]
    assert tried.defects.tolist() == [
        sum(b for b, n in zip(bad, tried.folds, strict=True) if n == fold) for fold in range(1, 5)
    ]
    events = workspace.run(PlanFolds(3, str(project), folds=4, seed=3, keep=True))
    (changed,) = [e for e in events if isinstance(e, RegionsChanged)]
    assert (changed.folds, changed.seed) == (4, 3)
    again = Workspace()
    (found,) = [
        e.data
        for e in again.run(OpenData(1, str(tiny_set), project=str(project)))
        if isinstance(e, DataOpened)
    ]
    assert (found.folds, found.seed) == (4, 3)
    assert [row.fold for row in found.samples] == tried.folds.tolist()
    kept = planned(again, PlanFolds(2, str(project)))
    assert kept.kept and np.array_equal(kept.folds, tried.folds)
    other = tmp_path / "other"
    other.mkdir()
    (moved,) = [e for e in again.run(ReadRegions(3, str(other))) if isinstance(e, RegionsChanged)]
    assert (moved.folds, moved.seed) == (5, 0), "another project has its own"
    again.run(PlanFolds(4, str(project), GroupRule(), keep=True, folds=5, seed=0))
    assert not list((project / "groups").iterdir()), "as without any choice"


def test_groups_are_moved_whole_and_runs_are_tested_on_them(tiny_set, tmp_path):
    project = tmp_path / "p"
    workspace = opened(tiny_set, project)
    rule = GroupRule("pattern", r"(\d)\.PNG$")
    first = planned(workspace, PlanFolds(2, str(project), rule, keep=True, folds=3, seed=1))
    before = dict(zip(first.groups, first.folds.tolist(), strict=True))
    group = next(iter(sorted(before)))
    goal = before[group] % 3 + 1
    tried = planned(workspace, PlanFolds(3, str(project), moves=((group, goal),)))
    assert not tried.kept
    assert np.array_equal(planned(workspace, PlanFolds(4, str(project))).folds, first.folds)
    kept = planned(workspace, PlanFolds(5, str(project), keep=True, moves=((group, goal),)))
    after = dict(zip(kept.groups, kept.folds.tolist(), strict=True))
    assert after == before | {group: goal}
    for name in set(kept.groups):
        assert len({n for g, n in zip(kept.groups, kept.folds, strict=True) if g == name}) == 1
    data = as_kept(open_dataset(tiny_set), project)
    recipe = quick(folds=3, seed=1, fold=goal)
    test = split_for(data, recipe, project).test
    assert {i for i, g in enumerate(kept.groups) if g == group} <= set(test)
    assert np.array_equal(planned(opened(tiny_set, project), PlanFolds(2, str(project))).folds,
                          kept.folds)  # fmt: skip
    workspace.run(PlanFolds(6, str(project), keep=True, moves=((group, before[group]),)))
    assert np.array_equal(planned(workspace, PlanFolds(7, str(project))).folds, first.folds)


def test_moves_that_cannot_be_are_refused_and_change_nothing(tiny_set, tmp_path):
    project = tmp_path / "p"
    workspace = opened(tiny_set, project)
    rule = GroupRule("pattern", r"(\d)\.PNG$")
    first = planned(workspace, PlanFolds(2, str(project), rule, keep=True, folds=2))
    all_of = tuple(sorted({g for g, n in zip(first.groups, first.folds, strict=True) if n == 1}))
    for job, moves, why in (
        (3, (("nobody", 1),), "no group 'nobody'"),
        (4, ((first.groups[0], 3),), "choose one of 1 to 2"),
        (5, tuple((g, 2) for g in all_of), "Fold 1 would be empty"),
        (6, (("", 1),), "no group"),
    ):
        workspace.run(PlanFolds(job, str(project), keep=True, moves=moves))
        assert workspace.end(job).outcome == "failed"
        assert why in workspace.end(job).message
    assert np.array_equal(planned(workspace, PlanFolds(7, str(project))).folds, first.folds)
    data = open_dataset(tiny_set).with_groups(first.groups)
    apart = [3 - n if i == 0 else n for i, n in enumerate(first.folds.tolist())]
    with pytest.raises(DataError, match="would lie in two folds"):
        keep_folds(data, project, 2, 0, apart)


def test_a_run_keeps_the_folds_it_was_made_with(tiny_set, tmp_path):
    project = tmp_path / "p"
    workspace = opened(tiny_set, project)
    rule = GroupRule("pattern", r"(\d)\.PNG$")
    plan = planned(workspace, PlanFolds(2, str(project), rule, keep=True, folds=3))
    recipe = quick(folds=3, iterations=2)
    workspace.run(Train(3, str(tiny_set), str(project), recipe, ReaderOptions()))
    (run,) = (project / "runs").iterdir()
    before = (run / "split.csv").read_bytes()
    folder, data = RunFolder.load(run), open_dataset(tiny_set)
    held = set(folder.read_split(data).test)
    assert held == set(np.flatnonzero(plan.folds == 1).tolist())
    group = next(g for g, n in zip(plan.groups, plan.folds, strict=True) if n == 2)
    workspace.run(PlanFolds(4, str(project), keep=True, moves=((group, 1),)))
    assert workspace.end(4).outcome == "done"
    assert (run / "split.csv").read_bytes() == before
    assert set(folder.read_split(data).test) == held
    now = set(split_for(as_kept(data, project), recipe, project).test)
    assert now == held | {i for i, g in enumerate(plan.groups) if g == group}


def test_folds_command_chooses_and_moves(tiny_set, tmp_path, capsys):
    order = ["folds", str(tiny_set), "--project", str(tmp_path), "--json"]
    by = ["--by", r"(\d)\.PNG$"]
    assert main([*order, *by, "--folds", "3", "--seed", "2", "--keep"]) == 0
    found = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (found["folds"], found["seed"], found["kept"]) == (3, 2, True)
    assert sum(found["defects"]) == 16
    groups = dict.fromkeys(planned(opened(tiny_set, tmp_path), PlanFolds(2, str(tmp_path))).groups)
    name = next(iter(groups))
    rows = []
    for fold in ("1", "2"):
        assert main([*order, "--move", f"{name}={fold}", "--keep"]) == 0
        rows.append(json.loads(capsys.readouterr().out.splitlines()[-1])["counts"])
    assert rows[0] != rows[1]
    assert main(order) == 0
    last = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert last["counts"] == rows[1] and last["seed"] == 2
    assert main([*order, "--move", "nobody=1"]) == 2
    assert "no group 'nobody'" in capsys.readouterr().err
    train = ["train", str(tiny_set), "--project", str(tmp_path), "--setting", "small"]
    parsed = build_parser(train).parse_args(train)
    assert (recipe_from(parsed).folds, recipe_from(parsed).seed) == (3, 2)
    said = build_parser(train).parse_args([*train, "--fold", "2/4", "--seed", "0"])
    recipe = recipe_from(said)
    assert (recipe.fold, recipe.folds, recipe.seed) == (2, 4, 0)
