"""A project made by the build before the house was rebuilt (8363c73) opens as it was.

`tests/data/project-before.zip` holds it with its images: three runs, reviews, a drawn region, notes,
a data version, folds, an inspection, a study and a sign-off. `project-before.json` holds what that
build said of it.
"""

from __future__ import annotations

import json
import zipfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.core.values import ReaderOptions
from engine.data.messages import DataOpened, OpenData
from engine.evaluate.messages import Evaluated, EvaluateRun
from engine.evaluate.values import standing
from engine.folder.messages import FoldersListed, FolderStarted, ListFolders, OpenFolder
from engine.inspect.messages import Inspected, InspectImage
from engine.measures.messages import Measured, ReadMeasures
from engine.project.places import say_where
from engine.project.runs import RunFolder
from engine.regions.messages import ReadRegions, RegionsChanged
from engine.review.messages import ListVersions, ReadReviews, ReviewsListed, VersionsListed
from engine.runs.messages import ListRuns, NotesRead, ReadNotes, RunsListed
from engine.signoff.messages import ReadSignOffs, SignOffsRead
from engine.study.messages import ReadStudies, StudiesListed
from tests.engine.conftest import Workspace

DATA = Path(__file__).parent.parent / "data"
NAME = "2026-11-29-small-01"


@pytest.fixture(scope="module")
def said() -> dict[str, Any]:
    """What the build before said of it."""
    found: dict[str, Any] = json.loads((DATA / "project-before.json").read_text("utf-8"))
    return found


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project, carried to another place with its images."""
    place = tmp_path_factory.mktemp("before")
    with zipfile.ZipFile(DATA / "project-before.zip") as packed:
        packed.extractall(place)
    say_where(RunFolder.load(place / "project" / "runs" / NAME), place / "images")
    return place / "project"


@pytest.fixture
def opened(workspace: Workspace, before: Path) -> Workspace:
    images = str(before.parent / "images")
    workspace.run(OpenData(1, images, ReaderOptions(), project=str(before)))
    assert workspace.end(1).outcome == "done", workspace.end(1)
    return workspace


def answer(workspace: Workspace, command: Any, kind: type) -> Any:
    events = workspace.run(command)
    assert workspace.end(command.job).outcome == "done", workspace.end(command.job)
    (found,) = [event for event in events if isinstance(event, kind)]
    return found


def test_its_runs_are_listed_with_their_figures_and_notes(opened, before, said):
    listed = answer(opened, ListRuns(2, str(before)), RunsListed).runs
    assert len(listed) == len(said["runs"]) == 3
    for run, old in zip(listed, said["runs"], strict=True):
        assert not run.data_missing
        assert (run.name, run.state, run.iteration) == (old["name"], old["state"], old["iteration"])
        assert (str(run.recipe.setting), run.baseline) == (old["setting"], old["baseline"])
        assert json.loads(json.dumps(asdict(run.test))) == old["test"]
    notes = answer(opened, ReadNotes(3, str(before)), NotesRead).notes
    assert [json.loads(json.dumps(asdict(note))) for note in notes] == said["notes"]


def test_its_verdicts_hold_and_judge_alike(opened, before, said):
    run, old = str(before / "runs" / NAME), said["evaluate"]
    found = answer(opened, EvaluateRun(2, run), Evaluated).evaluation
    at = standing(found, found.subsets[0], found.threshold)
    (row,) = old["rows"]
    assert found.threshold == old["threshold"]
    for name in ("images", "defective", "overkills", "escapes", "accuracy", "baseline"):
        assert getattr(at, name) == row[name], name
    kept = answer(opened, ReadReviews(3, run), ReviewsListed).found.predictions
    index, verdict = next(iter(kept.items()))
    again = answer(opened, InspectImage(4, run, index), Inspected).prediction
    assert again.class_name == verdict.class_name
    assert np.isclose(again.score, verdict.score, atol=1e-5), "the same weights, judged anew"


def test_its_reviews_regions_and_versions_are_there(opened, before, said):
    run, old = str(before / "runs" / NAME), said["review"]
    found = answer(opened, ReadReviews(2, run), ReviewsListed).found
    kept = [(each["file"], each["said"], each["becomes"]) for each in old["images"] if each["said"]]
    ours = [(each.file, each.said, each.becomes or None) for each in found.reviews.values()]
    assert sorted(ours) == sorted(kept) and len(ours) == 3
    (data,) = [event.data for event in opened.events if isinstance(event, DataOpened)]
    assert sum(row.drawn for row in data.samples) == 1
    assert answer(opened, ReadRegions(3, str(before)), RegionsChanged).masks == data.masks
    versions = answer(opened, ListVersions(4, str(before)), VersionsListed).versions
    assert [version.name for version in versions] == said["versions"]
    assert [(row.file, row.fold) for row in data.samples if not row.fold] == []
    assert (data.folds, data.seed) == (said["folds"]["folds"], said["folds"]["seed"])


def test_its_study_inspection_and_measures_are_there(opened, before, said):
    (study,) = answer(opened, ReadStudies(2, str(before)), StudiesListed).studies
    (old,) = said["studies"]
    assert study.plan.name == old["name"]
    assert [[each.claim, each.outcome] for each in study.board.findings] == old["findings"]
    kept = answer(opened, ListFolders(3, str(before)), FoldersListed).inspections
    assert [each.number for each in kept] == said["inspections"]
    head = answer(opened, OpenFolder(4, str(before), 1), FolderStarted).head
    assert Path(head.run).name == NAME
    run = str(before / "runs" / NAME)
    measures = answer(opened, ReadMeasures(5, run), Measured).measures
    assert measures.changes and measures.activity.layers
    assert measures.embedding is None, "it was compared otherwise, and is to be measured again"


def test_its_sign_off_is_intact_and_its_run_is_the_one_that_was_signed(opened, before, said):
    (record,) = answer(opened, ReadSignOffs(2, str(before)), SignOffsRead).records
    assert record.intact and record.holds
    old = said["sign_off"]
    assert (record.proof.limit, record.proof.escapes) == (old["limit"], old["escapes"])
    assert record.key == old["key"]
