"""Looking a data set over: pairs that are alike, doubted labels, groups, folds, training views."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.check import duplicates
from engine.check.duplicates import LIKE, Pair, Pictures, correlation, find_pairs
from engine.check.label_errors import confident, suspects
from engine.check.messages import (
    CheckData,
    DataChecked,
    DecideCheck,
    FoldsPlanned,
    PlanFolds,
    ReadCheck,
    ShowViews,
    ViewsShown,
)
from engine.check.store import CheckStore, left_out
from engine.core.command import Cancel, Command
from engine.core.errors import RunError
from engine.core.recipe import View
from engine.core.values import Prediction, ReaderOptions
from engine.data.image import read_image, write_image
from engine.data.messages import DataOpened, OpenData
from engine.data.readers.detect import open_dataset
from engine.data.values import CheckItem, FoldPlan, GroupRule
from engine.data.views import Sampler
from engine.project.groups import as_kept, keep_groups, read_groups
from engine.project.runs import RunFolder
from engine.project.store import PredictionStore
from engine.regions.messages import RegionsChanged
from engine.training.messages import Train
from main import main
from tests.engine.conftest import Workspace, quick

# ---------------------------------------------------------------- alike


def part(seed: int) -> NDArray[np.uint8]:
    """One of many alike parts: the same disc on the same ground, with grain of its own."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[:128, :128]
    disc = np.where((x - 64) ** 2 + (y - 64) ** 2 < 40**2, 180.0, 60.0)
    return np.clip(disc + rng.normal(0, 12, disc.shape), 0, 255).astype(np.uint8)


def pairs_among(images: list[NDArray[np.uint8]]) -> set[tuple[int, int]]:
    pictures = Pictures()
    for number, each in enumerate(images):
        pictures.add(number, each)
    steps = list(find_pairs(pictures, [range(len(images))]))
    assert steps[-1] == (len(images), len(images))
    return {(s.first, s.second) for s in steps if isinstance(s, Pair)}


def test_many_images_are_compared_within_leaves_and_nothing_is_lost(monkeypatch):
    # All were compared with all: time grew with the square of a texture.
    images = [part(seed) for seed in range(150)]
    rng = np.random.default_rng(0)
    for number in range(0, 150, 10):
        noisy = images[number] * 1.1 + rng.normal(0, 6, (128, 128))
        images.append(np.clip(noisy, 0, 255).astype(np.uint8))
    every = pairs_among(images)
    assert every == {(number, 150 + number // 10) for number in range(0, 150, 10)}
    compared = []
    real = duplicates._Nearest.compare

    def compare(self, coarse, rows, others):
        compared.append(len(rows) * len(others))
        real(self, coarse, rows, others)

    monkeypatch.setattr(duplicates._Nearest, "compare", compare)
    monkeypatch.setattr(duplicates, "LARGE", 100)
    monkeypatch.setattr(duplicates, "LEAF", 24)
    assert pairs_among(images) == every
    assert max(compared) <= 24**2
    assert sum(compared) <= len(images) * 24 * duplicates.TREES


def test_parts_of_one_kind_are_not_called_the_same_picture():
    assert pairs_among([part(seed) for seed in range(40)]) == set()


def test_a_part_brightened_or_with_more_noise_is_the_same_picture():
    parts = [part(seed) for seed in range(40)]
    noisy = np.clip(parts[5] + np.random.default_rng(99).normal(0, 4, (128, 128)), 0, 255)
    bright = np.clip(parts[7].astype(float) * 1.1 + 8, 0, 255)
    found = pairs_among([*parts, noisy.astype(np.uint8), bright.astype(np.uint8)])
    assert found == {(5, 40), (7, 41)}


def test_textures_saved_again_are_found_and_others_are_not(tiny_set: Path):
    data = open_dataset(tiny_set)
    images = [read_image(s.path) for s in data.samples if s.label.texture == "Class5"]
    again = images[3] // 8 * 8
    assert pairs_among([*images, again]) == {(3, len(images))}


def test_flat_pictures_are_like_no_other():
    flat = np.full((64, 64), 100, np.uint8)
    assert pairs_among([flat, flat + 3, part(1), part(2)]) == set()
    assert correlation(flat.astype(np.float32), flat.astype(np.float32)) == 0


def test_correlation_is_one_with_itself_and_survives_a_small_shift():
    picture = np.asarray(part(3)[::2, ::2], np.float32)
    assert correlation(picture, picture) == pytest.approx(1, abs=1e-5)
    assert correlation(picture, np.roll(picture, (3, -5), (0, 1))) > LIKE


# ---------------------------------------------------------------- the audit and its decisions


@pytest.fixture
def faulty(tiny_set: Path, tmp_path: Path) -> Path:
    """The tiny set with an exact and a near duplicate and a cut file."""
    root = tmp_path / "set"
    shutil.copytree(tiny_set, root)
    data = open_dataset(root)
    clean = [s.path for s in data.samples if s.label.name == "Class5 normal"]
    clean[1].write_bytes(clean[0].read_bytes())
    write_image(clean[3], read_image(clean[2]) // 8 * 8)
    clean[4].write_bytes(clean[4].read_bytes()[:-60])
    return root


def opened(root: Path, project: Path) -> Workspace:
    workspace = Workspace()
    workspace.run(OpenData(1, str(root), project=str(project)))
    return workspace


def audited(workspace: Workspace, command: Command) -> tuple[CheckItem, ...]:
    (found,) = [e for e in workspace.run(command) if isinstance(e, DataChecked)]
    return found.items


def test_an_audit_and_its_decisions_survive_and_are_undone(faulty: Path, tmp_path: Path):
    project = tmp_path / "project"
    workspace = opened(faulty, project)
    assert not [e for e in workspace.run(ReadCheck(2)) if isinstance(e, DataChecked)]
    items = audited(workspace, CheckData(3))
    assert [item.kind for item in items] == ["file", "same", "near"]
    cut, same, near = items
    assert near.likeness >= LIKE and same.other >= 0 and cut.other == -1
    workspace.run(DecideCheck(4, str(project), ((same.key, "leave-out"), (near.key, "fine"))))
    again = audited(opened(faulty, project), ReadCheck(2))
    assert [item.decision for item in again] == ["", "leave-out", "fine"]
    assert left_out(again) == {same.index}
    workspace.run(DecideCheck(5, str(project), ((same.key, ""),)))
    assert [i.decision for i in audited(workspace, ReadCheck(6))] == ["", "", "fine"]


def test_a_cancelled_audit_keeps_what_was_found_before(faulty: Path, tmp_path: Path):
    workspace = opened(faulty, tmp_path / "project")
    audited(workspace, CheckData(2))
    workspace.post(CheckData(3))
    for _ in range(5):
        workspace.session.advance()
    workspace.post(Cancel(3))
    workspace.run()
    assert workspace.end(3).outcome == "cancelled"
    assert len(audited(workspace, ReadCheck(4))) == 3


def test_decisions_need_a_project(faulty: Path):
    workspace = Workspace()
    workspace.run(OpenData(1, str(faulty)))
    workspace.run(DecideCheck(2, "", ((("same", "a", "b"), "fine"),)))
    assert "Open a project" in workspace.end(2).message


def test_a_changed_set_is_another_set(faulty: Path, tmp_path: Path):
    project = tmp_path / "project"
    audited(opened(faulty, project), CheckData(2))
    next((faulty / "Class3" / "Train").glob("*.PNG")).unlink()
    with CheckStore(project) as store:
        assert store.items(open_dataset(faulty)) is None


# ---------------------------------------------------------------- labels in doubt


def test_confident_is_the_mean_self_confidence_of_the_other_class():
    scores = np.asarray([0.9, 0.8, 0.1, 0.2, 0.84, 0.86, 0.7])
    bad = np.asarray([True, True, True, False, False, False, False])
    # Mean p(defective) of the defective is 0.6; mean p(normal) of the normal 0.35.
    assert confident(scores, bad).tolist() == [False, False, True, False, True, True, True]
    assert not confident(scores, np.ones(7, np.bool_)).any()


def test_a_swapped_label_is_suspected_and_only_by_a_run_that_had_not_seen_it(
    trained: Path, tmp_path: Path
):
    project = tmp_path / "project"
    shutil.copytree(trained.parent.parent, project)
    (run,) = (project / "runs").iterdir()
    folder = RunFolder.load(run)
    data = open_dataset(Path(folder.record.data_path))
    split = folder.read_split(data)
    places = {data.files[i]: i for i in range(len(data.samples))}
    with PredictionStore(project) as store:
        kept = store.of_run(run.name, places)
    assert set(split.test) <= set(kept)

    def say(index: int, score: float) -> Prediction:
        texture = data.samples[index].label.texture
        state = "defective" if score > 0.5 else "normal"
        return Prediction(
            index, data.files[index], score, score > 0.5, f"{texture} {state}", texture,
            (0, 0, 1, 1), 1.0,
        )  # fmt: skip

    bad = {i for i in range(len(data.samples)) if data.samples[i].label.defective}
    wrong = next(i for i in split.test if i not in bad)
    learned = next(i for i in split.train if i not in bad)
    rows = [say(i, 0.9 if i in bad else 0.1) for i in split.test if i != wrong]
    with PredictionStore(project) as store:
        store.add(run.name, [*rows, say(wrong, 0.98), say(learned, 0.98)], alone=True)
    (item,) = suspects(project, data)
    assert (item.kind, item.index) == ("label", wrong)
    assert item.likeness == pytest.approx(0.02)
    assert run.name in item.problem.reason and "0.980" in item.problem.reason


# ---------------------------------------------------------------- groups and folds


def planned(workspace: Workspace, command: PlanFolds) -> FoldPlan:
    (found,) = [e for e in workspace.run(command) if isinstance(e, FoldsPlanned)]
    return found.plan


def test_groups_by_pattern_are_never_separated_and_count_for_training(
    tiny_set: Path, tmp_path: Path
):
    project = tmp_path / "project"
    workspace = opened(tiny_set, project)
    rule = GroupRule("pattern", r"(\d)\.PNG$")  # the last digit: a lot of its own each
    tried = planned(workspace, PlanFolds(2, str(project), rule, folds=4))
    assert not tried.kept and read_groups(open_dataset(tiny_set), project) is None
    by_group: dict[str, set[int]] = {}
    for group, fold in zip(tried.groups, tried.folds.tolist(), strict=True):
        by_group.setdefault(group, set()).add(fold)
    assert len(by_group) == tried.together == 10
    assert all(len(folds) == 1 for folds in by_group.values())
    assert tried.counts.sum() == 40
    events = workspace.run(PlanFolds(3, str(project), rule, keep=True, folds=4))
    rows = next(e for e in events if isinstance(e, RegionsChanged)).rows
    assert {row.group for row in rows} == set(by_group)
    data = as_kept(open_dataset(tiny_set), project)
    assert tuple(s.group for s in data.samples) == tried.groups
    assert data.fingerprint == open_dataset(tiny_set).fingerprint
    assert planned(opened(tiny_set, project), PlanFolds(2, str(project))).kept
    # Back to the set's own groups.
    workspace.run(PlanFolds(4, str(project), GroupRule(), keep=True))
    assert as_kept(open_dataset(tiny_set), project).samples == open_dataset(tiny_set).samples


def test_a_run_trained_with_groups_keeps_them_whole(tiny_set: Path, tmp_path: Path):
    data = open_dataset(tiny_set)
    groups = tuple(f"lot{n % 8}" for n in range(len(data.samples)))
    keep_groups(data, tmp_path, GroupRule("pattern", "lot"), groups)
    workspace = Workspace()
    workspace.run(Train(1, str(tiny_set), str(tmp_path), quick(iterations=1), ReaderOptions()))
    (run,) = (tmp_path / "runs").iterdir()
    split = RunFolder.load(run).read_split(data)
    parts = [{groups[i] for i in part} for part in (split.train, split.validation, split.test)]
    assert not (parts[0] & parts[1] or parts[0] & parts[2] or parts[1] & parts[2])


def test_alike_pictures_share_a_group_and_a_fold(faulty: Path, tmp_path: Path):
    project = tmp_path / "project"
    workspace = opened(faulty, project)
    items = audited(workspace, CheckData(2))
    plain = planned(workspace, PlanFolds(3, str(project), GroupRule()))
    assert plain.apart == sum(item.straddles for item in items)
    alike = planned(workspace, PlanFolds(4, str(project), GroupRule(alike=True)))
    assert (alike.apart, alike.together, alike.largest) == (0, 2, 2)
    lots = planned(workspace, PlanFolds(5, str(project), GroupRule("folder", "", True)))
    assert lots.problem is not None and "too few" in lots.problem.reason  # 4 folders, 5 folds


def test_a_wrong_pattern_says_so(tiny_set: Path, tmp_path: Path):
    workspace = opened(tiny_set, tmp_path)
    workspace.run(PlanFolds(2, str(tmp_path), GroupRule("pattern", "(")))
    assert "no regular expression" in workspace.end(2).message


def test_damaged_groups_are_named_and_training_refuses(tiny_set: Path, tmp_path: Path):
    data = open_dataset(tiny_set)
    keep_groups(data, tmp_path, GroupRule("folder"), tuple("x" for _ in data.samples))
    (path,) = (tmp_path / "groups").iterdir()
    path.write_text("{", "utf-8")
    with pytest.raises(RunError, match="groups cannot be read"):
        as_kept(data, tmp_path)
    (found,) = [e for e in opened(tiny_set, tmp_path).events if isinstance(e, DataOpened)]
    assert any(path.name in problem.file for problem in found.data.problems)


# ---------------------------------------------------------------- training views


def test_views_are_what_training_cuts(tiny_set: Path):
    data = open_dataset(tiny_set)
    index = next(i for i, s in enumerate(data.samples) if s.label.defective)
    workspace = Workspace()
    workspace.run(OpenData(1, str(tiny_set)))
    recipe = quick(view=View.PATCHES, rotate_flip=True, shift=True)
    (shown,) = [
        e for e in workspace.run(ShowViews(2, index, recipe, 6)) if isinstance(e, ViewsShown)
    ]
    assert shown.pixels.shape == (6, 64, 64)
    assert shown.defective.tolist() == [1] * 6 and shown.windows == 1
    assert len({v.tobytes() for v in shown.pixels}) == 6
    store = workspace.session._workspace.images
    sampler = Sampler(store, (index,), recipe, View.PATCHES)
    assert np.array_equal(shown.pixels[2], sampler.batch(2).pixels[0])
    still = quick(view=View.PATCHES, rotate_flip=False, shift=False)
    (fixed,) = [
        e for e in workspace.run(ShowViews(3, index, still, 3)) if isinstance(e, ViewsShown)
    ]
    assert len({v.tobytes() for v in fixed.pixels}) == 1


# ---------------------------------------------------------------- the command line


def test_check_with_a_project_keeps_what_it_finds(
    faulty: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["check", str(faulty), "--project", str(tmp_path / "p")]) == 0
    assert "Nearly the same picture" in capsys.readouterr().out
    assert len(audited(opened(faulty, tmp_path / "p"), ReadCheck(2))) == 3


def test_folds_command_tries_a_rule_and_keeps_it(
    tiny_set: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    order = ["folds", str(tiny_set), "--project", str(tmp_path), "--by", r"(\d)\.PNG$"]
    assert main(order) == 0
    assert "10 groups" in capsys.readouterr().out
    assert read_groups(open_dataset(tiny_set), tmp_path) is None
    assert main([*order, "--keep"]) == 0
    kept = read_groups(open_dataset(tiny_set), tmp_path)
    assert kept is not None and kept[0].pattern == r"(\d)\.PNG$"
    assert main(["folds", str(tiny_set), "--project", str(tmp_path), "--by", "("]) != 0
