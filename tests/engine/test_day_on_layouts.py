"""A quality engineer's whole day on small sets laid out as other people lay them out."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import numpy as np
import pytest

from engine.check.messages import CheckData, DataChecked, FoldsPlanned, PlanFolds
from engine.compare.messages import CELLS, CompareRuns, RunsCompared
from engine.core.command import Command
from engine.core.event import Event
from engine.core.recipe import Recipe
from engine.core.values import AS_FOUND, DataSummary, ReaderOptions
from engine.data.folds import split_for
from engine.data.messages import DataOpened, OpenData, SampleShown, ShowSample
from engine.data.readers.detect import LAYOUTS, open_dataset
from engine.data.sample import DataSet
from engine.data.values import GroupRule
from engine.evaluate.messages import (
    DefectsLocated,
    Evaluated,
    EvaluateRun,
    LocateDefects,
    ProposeThreshold,
    ThresholdProposed,
)
from engine.evaluate.values import confusion, standing
from engine.folder.messages import FolderGrown, FolderStarted, InspectFolder
from engine.inspect.messages import Predicted, PredictRun
from engine.project.runs import RunFolder
from engine.review.messages import (
    KeepReview,
    MakeVersion,
    ReadReviews,
    Review,
    ReviewKept,
    ReviewsListed,
    VersionMade,
)
from engine.signoff.messages import (
    CheckSignOff,
    RunSigned,
    SignOffChecked,
    SignOffWritten,
    SignRun,
    WriteSignOff,
)
from engine.training.messages import RunFinished, Train
from tests.engine.conftest import Workspace, quick
from tests.engine.layouts import WRITERS, Layout, part, put

FOLDS = 4
LAST_DIGIT = GroupRule("pattern", r"(\d)\.\w+$")
_E = TypeVar("_E", bound=Event)


def recipe(iterations: int = 60, **values: object) -> Recipe:
    return quick(iterations=iterations, folds=FOLDS, validation=0.2, **values)


@dataclass
class Day:
    """A project in which a run was trained on a set; its workspace has the set open."""

    made: Layout
    project: Path
    workspace: Workspace
    opened: DataSummary
    run: Path
    job: int = 100

    def ask(self, command: type[Command], kind: type[_E], *values: object, **named: object) -> _E:
        """Do a command to its end and return the one event of a kind."""
        (found,) = self.all(command, kind, *values, **named)
        return found

    def all(
        self, command: type[Command], kind: type[_E], *values: object, **named: object
    ) -> list[_E]:
        events = self.do(command, *values, **named)
        ended = self.workspace.end(self.job)
        assert ended.outcome == "done", ended.message
        return [event for event in events if isinstance(event, kind)]

    def do(self, command: type[Command], *values: object, **named: object) -> list[Event]:
        self.job += 1
        return self.workspace.run(command(self.job, *values, **named))

    def refused(self, command: type[Command], *values: object) -> str:
        """Do a command that must fail; returns what it says."""
        self.do(command, *values)
        ended = self.workspace.end(self.job)
        assert ended.outcome == "failed", f"{command.__name__} was {ended.outcome}"
        assert "{" not in ended.message
        return ended.message

    def open(self, path: Path, options: ReaderOptions = AS_FOUND) -> DataSummary:
        return self.ask(
            OpenData, DataOpened, str(path), options, folds=FOLDS, project=str(self.project)
        ).data

    def train(self, path: Path, wanted: Recipe, options: ReaderOptions = AS_FOUND) -> Path:
        found = self.ask(Train, RunFinished, str(path), str(self.project), wanted, options)
        return Path(found.run.path)

    def judge(self, run: Path) -> None:
        for each in ("test", "validation"):
            found = self.all(PredictRun, Predicted, str(run), each)
            assert found[-1].done == found[-1].total

    def beside(self) -> Day:
        """The same day at another workspace, where another set can be opened."""
        return replace(self, workspace=Workspace())

    def data(self, path: Path | None = None) -> DataSet:
        return open_dataset(path) if path else open_dataset(self.made.path, self.made.options)


def day_on(name: str, root: Path) -> Day:
    made = WRITERS[name](root / "set")
    project = root / "project"
    day = Day(made, project, Workspace(), None, Path())  # type: ignore[arg-type]
    day.opened = day.open(made.path, made.options)
    day.run = day.train(made.path, recipe(), made.options)
    day.judge(day.run)
    return day


@pytest.fixture(scope="module", autouse=True)
def own_keys(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRANSFERLENS_KEYS", str(tmp_path_factory.mktemp("keys")))
        yield


# One layout in every run, the others in the second stage.
@pytest.fixture(
    scope="module",
    params=[
        name if name == "folders" else pytest.param(name, marks=pytest.mark.trial)
        for name in WRITERS
        if name != "plain"
    ],
)
def day(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Day:
    return day_on(request.param, tmp_path_factory.mktemp(request.param))


@pytest.fixture(scope="module")
def nameless(tmp_path_factory: pytest.TempPathFactory) -> Day:
    return day_on("plain", tmp_path_factory.mktemp("plain"))


def test_every_layout_is_walked():
    assert {"folders", "mvtec", "csv", "dagm", "dagm6"} <= set(LAYOUTS) <= set(WRITERS)


def test_it_is_opened_as_it_was_meant(day: Day):
    found, made = day.opened, day.made
    assert (found.layout, dict(found.classes)) == (made.layout, made.classes)
    assert list(dict(found.classes)) == list(made.classes)
    assert found.images == sum(made.classes.values())
    assert found.masks == made.regions
    assert found.official_split is made.official
    assert any(row.group for row in found.samples) is made.grouped
    assert found.colour is (made.layout == "folders")
    assert found.view == ("patches" if made.regions else "whole")
    for row in found.samples:
        assert 1 <= row.fold <= FOLDS
        shown = day.ask(ShowSample, SampleShown, row.index) if row.index % 9 == 0 else None
        assert shown is None or bool(shown.outlines) is row.has_region


def test_the_check_finds_what_is_odd_and_nothing_else(day: Day):
    items = day.ask(CheckData, DataChecked).items
    found = [item for item in items if item.kind != "label"]
    for item, (kind, file, sentence) in zip(found, day.made.odd, strict=True):
        assert item.kind == kind
        assert item.problem.file.replace("\\", "/").endswith(file)
        assert item.problem.reason.startswith(sentence)
    twin = next(item for item in found if item.other >= 0)
    rows = day.opened.samples
    assert twin.straddles is (rows[twin.index].fold != rows[twin.other].fold)


def test_figures_are_those_of_the_held_out_images(day: Day):
    data, record = day.data(), RunFolder.load(day.run).record
    split = split_for(data, record.recipe, day.project)
    found = day.ask(EvaluateRun, Evaluated, str(day.run)).evaluation
    assert sorted(found.test.indices.tolist()) == sorted(split.test)
    assert sorted(found.validation.indices.tolist()) == sorted(split.validation)
    at = standing(found, found.whole, record.threshold)
    assert at.defective == sum(bool(data.samples[i].label.defective) for i in split.test) > 0
    assert at.normal == len(split.test) - at.defective > 0
    assert record.test is not None
    assert (at.overkills, at.escapes) == (record.test.overkills, record.test.escapes)
    assert found.whole.roc is not None and found.whole.roc.area >= 0.8, "the defects are plain"
    assert at.cost(20) is not None and at.escape_interval is not None
    assert confusion(found, found.test, record.threshold).sum() == len(split.test)
    textures = {label.texture for label in data.labels}
    assert len(found.subsets) == (1 if len(textures) == 1 else 1 + len(textures))
    proposal = day.ask(ProposeThreshold, ThresholdProposed, str(day.run)).proposal
    bad = sum(bool(data.samples[i].label.defective) for i in split.validation)
    assert (proposal.defective, proposal.normal) == (bad, len(split.validation) - bad)
    assert 0 < proposal.threshold < 1


def test_maps_are_held_against_known_regions(day: Day):
    if not day.made.regions:
        assert "no defective test image has a known region" in day.refused(
            LocateDefects, str(day.run)
        )
        return
    data = day.data()
    test = split_for(data, recipe(), day.project).test
    known = {i for i in test if data.samples[i].has_region}
    found = day.ask(LocateDefects, DefectsLocated, str(day.run)).located
    assert {each.index for each in found.images} == known
    assert found.defective == sum(bool(data.samples[i].label.defective) for i in test)
    assert all(each.pixel_auc is not None for each in found.images)
    assert np.mean([each.pixel_auc for each in found.images]) > 0.5, "better than by chance"


def version_of(day: Day, name: str = "second") -> tuple[int, Path]:
    """Relabel the image that the layout names and make a version; returns its number and folder."""
    listed = day.ask(ReadReviews, ReviewsListed, str(day.run)).found
    assert len(listed) == listed.total
    file, becomes = day.made.relabel
    (index,) = [row.index for row in day.opened.samples if row.file.endswith(file)]
    kinds = {each.name for each in listed.classes}
    assert becomes in kinds
    row = day.opened.samples[index]
    review = Review(row.file, "relabel", becomes, day.run.name, 0.5, becomes, reviewer="Kim")
    day.ask(KeepReview, ReviewKept, str(day.project), day.opened.fingerprint, row.file, review)
    made = day.ask(MakeVersion, VersionMade, str(day.project), name, "Kim").version
    assert (made.changed, made.images) == (1, day.opened.images)
    return index, Path(made.path)


@pytest.fixture(scope="module")
def version(day: Day) -> tuple[int, Path]:
    return version_of(day)


def same_but_one(day: Day, old: DataSet, new: DataSet, changed: int) -> None:
    assert new.fingerprint != old.fingerprint
    wrong = [
        i
        for i, (a, b) in enumerate(zip(old.samples, new.samples, strict=True))
        if a.label != b.label
    ]
    assert wrong == [changed]
    assert new.samples[changed].label.name == day.made.relabel[1]
    for a, b in zip(old.samples, new.samples, strict=True):
        assert a.path.samefile(b.path)
        assert (a.ellipse, a.group, a.part) == (b.ellipse, b.group, b.part)
        assert (a.mask is None) == (b.mask is None)
        assert a.mask is None or b.mask is None or a.mask.samefile(b.mask)


def test_a_version_changes_one_label_and_keeps_all_else(day: Day, version: tuple[int, Path]):
    day, (changed, path) = day.beside(), version
    new = day.open(path)
    assert [row.fold for row in new.samples] == [row.fold for row in day.opened.samples]
    assert new.masks == day.made.regions
    same_but_one(day, day.data(), day.data(path), changed)


def test_a_second_run_is_compared_on_the_same_images(day: Day):
    other = day.train(day.made.path, recipe(15, seed=0, learning_rate=1e-3), day.made.options)
    day.judge(other)
    found = day.ask(CompareRuns, RunsCompared, str(day.run), str(other)).pairing
    test = split_for(day.data(), recipe(), day.project).test
    assert found.indices.tolist() == sorted(test)
    assert (found.apart, found.unjudged) == (0, 0)
    assert sum(found.count(cell) for cell in CELLS) == len(test)
    assert 0 < found.p <= 1
    assert found.low <= found.difference <= found.high


def test_a_run_on_the_version_has_its_labels_and_folds(day: Day, version: tuple[int, Path]):
    day, (changed, path) = day.beside(), version
    row = day.open(path).samples[changed]
    run = day.train(path, recipe(15))
    day.judge(run)
    split = RunFolder.load(run).read_split(day.data(path))
    assert sorted(split.test) == sorted(split_for(day.data(), recipe(), day.project).test)
    found = day.ask(EvaluateRun, Evaluated, str(run)).evaluation
    assert len(found.test) == len(split.test)
    refusal = day.refused(CompareRuns, str(day.run), str(run))
    assert "other images" in refusal and str(day.made.path.name) in refusal
    # A version of the version goes back to where it came from.
    was = day.opened.samples[changed].class_name
    review = Review(row.file, "relabel", was, run.name, 0.5, was, reviewer="Kim")
    day.ask(KeepReview, ReviewKept, str(day.project), day.data(path).fingerprint, row.file, review)
    third = day.ask(MakeVersion, VersionMade, str(day.project), "third").version
    back = day.data(Path(third.path))
    assert [s.label for s in back.samples] == [s.label for s in day.data().samples]


def test_folds_by_a_pattern_keep_groups_whole(day: Day, tmp_path: Path):
    tried = day.ask(PlanFolds, FoldsPlanned, str(day.project), LAST_DIGIT, folds=FOLDS).plan
    assert not tried.kept and tried.problem is None
    digits = [Path(row.file).stem[-1] for row in day.opened.samples]
    assert list(tried.groups) == digits
    assert tried.counts.sum() == day.opened.images
    assert tried.together == len(set(digits))
    for digit in set(digits):
        assert (
            len({f for f, d in zip(tried.folds.tolist(), digits, strict=True) if d == digit}) == 1
        )
    # Used from now on in a project of its own: the next run's test images are whole groups.
    project = tmp_path / "project"
    other = Day(day.made, project, Workspace(), day.opened, day.run)
    other.open(day.made.path, day.made.options)
    kept = other.ask(PlanFolds, FoldsPlanned, str(project), LAST_DIGIT, True, folds=FOLDS).plan
    assert kept.kept and kept.folds.tolist() == tried.folds.tolist()
    run = other.train(day.made.path, recipe(2), day.made.options)
    split = RunFolder.load(run).read_split(day.data())
    assert sorted(split.test) == np.flatnonzero(kept.folds == 1).tolist()
    again = other.open(day.made.path, day.made.options)
    assert [row.group for row in again.samples] == digits
    # A version takes the groups along.
    file, becomes = day.made.relabel
    row = next(row for row in again.samples if row.file.endswith(file))
    review = Review(row.file, "relabel", becomes, run.name, 0.5, becomes)
    other.ask(KeepReview, ReviewKept, str(project), again.fingerprint, row.file, review)
    made = other.ask(MakeVersion, VersionMade, str(project), "grouped").version
    new = other.open(Path(made.path))
    assert [row.group for row in new.samples] == digits
    assert [row.fold for row in new.samples] == kept.folds.tolist()


def test_another_folder_is_inspected(day: Day, tmp_path: Path):
    shift = tmp_path / "Schicht 2"
    for k in range(5):
        put(shift / f"부품 {k}{('.png', '.bmp', '.jpg', '.tif', '.png')[k]}", part(900 + k))
    put(shift / "below" / "large.png", np.tile(part(910, "hole"), (2, 3)))
    put(shift / "below" / "tiny.png", part(911)[:20, :30])
    put(shift / "below" / "colour.png", np.stack([part(912), part(912) // 2, part(913)], axis=2))
    (shift / "torn.png").write_bytes((shift / "부품 0.png").read_bytes()[:500])
    events = day.do(InspectFolder, str(day.run), str(shift), keep=True, csv="v.csv")
    assert day.workspace.end(day.job).outcome == "done", day.workspace.end(day.job).message
    (head,) = [e.head for e in events if isinstance(e, FolderStarted)]
    rows = [row for e in events if isinstance(e, FolderGrown) for row in e.rows]
    assert len(rows) == 9
    (bad,) = [row for row in rows if row.problem is not None]
    assert bad.file.endswith("torn.png")
    read = [row for row in rows if row.prediction is not None]
    assert all(row.distance is not None for row in read)
    with Path(head.csv).open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    assert [line["file"] for line in lines] == [row.file for row in rows], "one a part"
    assert [float(line["score"]) for line in lines if line["score"]] == pytest.approx(
        [row.prediction.score for row in read if row.prediction], abs=1e-4
    )
    assert head.has_normal


def test_the_run_is_signed_off(day: Day):
    proof = day.ask(CheckSignOff, SignOffChecked, str(day.run), 0.6).proof
    data = day.data()
    test = split_for(data, recipe(), day.project).test
    assert proof.blocked is None and proof.unjudged == 0
    assert proof.defective == sum(bool(data.samples[i].label.defective) for i in test)
    assert len(proof.textures) == (
        len({x.texture for x in data.labels}) if data.labels[0].texture else 0
    )
    record = day.ask(SignRun, RunSigned, str(day.run), 0.6, "Kim", "첫 라인").record
    assert record.intact and record.own and record.holds
    assert record.proof.escapes == proof.escapes
    page = Path(day.ask(WriteSignOff, SignOffWritten, record.path, language="ko").path)
    assert "첫 라인" in page.read_text("utf-8")
    assert json.loads(Path(record.path).read_text("utf-8"))


# ---------------------------------------------------------------- without a normal class


def test_a_set_of_names_alone_goes_as_far_as_it_is_defined(nameless: Day, tmp_path: Path):
    day, made = nameless, nameless.made
    assert dict(day.opened.classes) == made.classes
    assert day.opened.defective is None and day.opened.view == "whole"
    items = day.ask(CheckData, DataChecked).items
    assert [(i.kind, i.problem.file) for i in items if i.kind != "label"] == [made.odd[0][:2]]
    found = day.ask(EvaluateRun, Evaluated, str(day.run)).evaluation
    at = standing(found, found.whole, found.threshold)
    assert not found.has_normal and at.accuracy is not None and at.baseline is not None
    assert (at.overkill, at.escape, found.whole.roc) == (None, None, None)
    for command, values in (
        (ProposeThreshold, ()), (CheckSignOff, (0.5,)), (SignRun, (0.5, "Kim")), (LocateDefects, ()),
    ):  # fmt: skip
        assert "normal class" in day.refused(command, str(day.run), *values)
    changed, path = version_of(day)
    new = day.open(path)
    assert dict(new.classes) == {"flat": 13, "lined": 14, "round": 15}
    assert [row.fold for row in new.samples] == [row.fold for row in day.opened.samples]
    same_but_one(day, day.data(), day.data(path), changed)
    day.open(made.path)
    other = day.train(made.path, recipe(15, learning_rate=1e-3))
    day.judge(other)
    pairing = day.ask(CompareRuns, RunsCompared, str(day.run), str(other)).pairing
    assert len(pairing) == at.images and (pairing.overkills, pairing.escapes) == ((0, 0), (0, 0))
    plan = day.ask(PlanFolds, FoldsPlanned, str(day.project), LAST_DIGIT, folds=FOLDS).plan
    assert plan.problem is None and plan.together == 10
    shutil.copytree(made.path / "round", tmp_path / "new")
    events = day.do(InspectFolder, str(day.run), str(tmp_path / "new"), csv=str(tmp_path / "v"))
    assert day.workspace.end(day.job).outcome == "done"
    rows = [row for e in events if isinstance(e, FolderGrown) for row in e.rows]
    assert len(rows) == 14 and {r.prediction.class_name for r in rows if r.prediction} <= set(
        made.classes
    )
    assert not any(e.head.has_normal for e in events if isinstance(e, FolderStarted))
