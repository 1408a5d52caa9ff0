"""Reviews of verdicts and the data versions made of them."""

from __future__ import annotations

import json
import shutil
import tomllib
from pathlib import Path

import numpy as np
import pytest

from engine.check.messages import (
    CheckData,
    DataChecked,
    DecideCheck,
    FoldsPlanned,
    PlanFolds,
    ReadCheck,
)
from engine.check.store import CheckStore
from engine.core.errors import DataError
from engine.core.recipe import default_recipe
from engine.core.values import Prediction, Problem, ReaderOptions, Shape
from engine.data.folds import project_folds, split_for
from engine.data.messages import DataOpened, OpenData
from engine.data.readers.detect import open_dataset
from engine.data.region import load_region
from engine.data.sample import DataSet, Label, Sample
from engine.data.store import ImageStore
from engine.data.values import CheckItem
from engine.evaluate.evaluate import evaluate_run
from engine.evaluate.values import ClassState
from engine.inspect.messages import PredictRun
from engine.project.regions import keep_drawn, with_drawn
from engine.project.runs import RunFolder
from engine.regions.messages import ReadRegions
from engine.review.messages import (
    REASONS,
    KeepReview,
    ListVersions,
    MakeVersion,
    PlanVersion,
    ReadReviews,
    Review,
    ReviewKept,
    ReviewsListed,
    VersionMade,
    VersionPlan,
    VersionPlanned,
    VersionsListed,
    suggested_class,
)
from engine.review.order import put_in_order
from engine.review.store import ReviewStore
from engine.review.versions import (
    FOLDER,
    list_versions,
    make_version,
    plan_version,
    read_version,
)
from main import main
from tests.engine.conftest import Workspace
from tests.engine.test_readers import image, manifest, mask

FINGER = "f" * 64
BOX = Shape("box", 3, 4, 10, 12)


def said(file: str, what: str = "agree", becomes: str = "", **values) -> Review:
    base = {"run": "r", "score": 0.9, "verdict": "defective", "reviewer": "Kim"}
    return Review(file, what, becomes, **(base | values), time="2026-11-22T10:00:00+00:00")


def relabel(data: DataSet, **names: str) -> dict[int, Review]:
    """Reviews that relabel images, by the stem of their file."""
    return {
        index: said(file, "relabel", names[Path(file).stem])
        for index, file in enumerate(data.files)
        if Path(file).stem in names
    }


def made(data: DataSet, project: Path, reviews: dict, name: str = "second") -> DataSet:
    for _ in make_version(data, project, name, "Lee", "2026-11-22T11:00:00+00:00", reviews):
        pass
    return open_dataset(project / FOLDER / name)


# ------------------------------------------------------------------ the order


def hand_made(rows: list[tuple[str, bool | None, str, float]], threshold: float = 0.5):
    """Rows of (label's texture, defective, verdict's texture, score); returns their order."""
    labels = [Label(t, "" if not d else "scratch", d) for t, d, _, _ in rows]
    samples = [Sample(f"/x/{n}.png", label) for n, label in enumerate(labels)]
    both = [Sample("/x/n.png", Label("A", "", False))] if rows[0][1] is not None else []
    data = DataSet(Path("/x"), "folders", "", (*samples, *both))
    data.__dict__["fingerprint"] = FINGER  # these files are nowhere
    verdicts = {
        n: Prediction(n, f"{n}.png", score, score > threshold, texture, texture, (0, 0, 1, 1), 1.0)
        for n, (_, _, texture, score) in enumerate(rows)
    }
    return put_in_order(data, verdicts, "r", threshold, len(rows), frozenset({1}), {})


def test_contradictions_come_first_then_what_is_near_the_threshold():
    found = hand_made(
        [
            ("A", False, "A", 0.01),  # right and clear
            ("A", False, "A", 0.6),  # wrong, by a little
            ("A", True, "A", 0.6),  # right, near
            ("A", True, "A", 0.001),  # wrong, by far
            ("A", False, "A", 0.3),  # right, near, a little farther
            ("A", True, "A", 0.999999),  # right and clearest
            ("A", True, "B", 0.95),  # the texture is wrong
        ]
    )
    assert found.indices.tolist() == [3, 6, 1, 2, 4, 0, 5]
    assert [REASONS[n] for n in found.reasons] == [
        "contradiction", "contradiction", "contradiction", "near", "near", "rest", "rest",
    ]  # fmt: skip
    assert found.distances[1] == pytest.approx(np.log(19))
    assert found.validation.tolist() == [False, False, True, *[False] * 4]
    assert not found.indices.flags.writeable


def test_distances_are_taken_from_the_runs_own_threshold():
    rows = [("A", True, "A", 0.02), ("A", False, "A", 0.03), ("A", False, "A", 0.5)]
    found = hand_made(rows, 0.01)
    assert found.indices.tolist() == [2, 1, 0], "0.02 is above this threshold"
    assert found.distances[-1] == pytest.approx(np.log(0.02 / 0.98) - np.log(0.01 / 0.99))
    assert found.reasons.tolist() == [0, 0, 1]


def test_equal_ones_stay_in_the_sets_order_and_extremes_are_finite():
    found = hand_made([("A", False, "A", 1.0)] * 3 + [("A", True, "A", 0.0)] * 2)
    assert found.indices.tolist() == [0, 1, 2, 3, 4]
    assert np.isfinite(found.distances).all()


def test_without_a_normal_class_only_the_class_counts():
    found = hand_made([("A", None, "A", 0.0), ("B", None, "A", 0.0), ("C", None, "C", 0.0)])
    assert found.indices.tolist() == [1, 0, 2]
    assert found.reasons.tolist() == [0, 2, 2], "nothing is near a threshold that means nothing"


def test_the_class_suggested_is_the_opposite_state_of_the_texture():
    kinds = [("A", "", False), ("A", "hole", True), ("A", "scratch", True), ("B", "", False)]
    labels = [Label(*kind) for kind in kinds]
    classes = [ClassState(each.name, each.texture, each.defective) for each in labels]
    suggested = suggested_class
    assert suggested(classes, "A hole", "A normal") == "A normal"
    assert suggested(classes, "A hole", "A scratch") == "A normal"
    assert suggested(classes, "A normal", "A scratch") == "A scratch", "the kind the verdict names"
    assert suggested(classes, "A normal", "A normal") == "A hole"
    assert suggested(classes, "A normal", "B normal") == "B normal", "only the texture differs"
    assert suggested(classes, "B normal", "B normal") == "A normal"
    plain = [ClassState(name, name, None) for name in ("cat", "dog", "owl")]
    assert suggested(plain, "cat", "owl") == "owl"
    assert suggested(plain[:1], "cat", "cat") == ""


# ------------------------------------------------------------------ what is kept


def test_a_review_survives_a_new_database_and_can_be_taken_back(tmp_path: Path):
    one = said("good/1.png", "relabel", "scratch", comment="a hair, \N{HANGUL SYLLABLE GA}")
    with ReviewStore(tmp_path) as store:
        store.keep(FINGER, one.file, one)
        store.keep(FINGER, "good/2.png", said("good/2.png"))
        store.keep("other", one.file, said(one.file, "overrule"))
    with ReviewStore(tmp_path) as again:
        assert again.of_data(FINGER) == [one, said("good/2.png")]
        again.keep(FINGER, one.file, said(one.file, "overrule"))
        again.keep(FINGER, "good/2.png", None)
        again.keep(FINGER, "never there", None)
    with ReviewStore(tmp_path) as third:
        assert third.of_data(FINGER) == [said(one.file, "overrule")]
        assert len(third.of_data("other")) == 1


def test_reviews_of_many_images_are_one_query(tmp_path: Path):
    many = [said(f"good/{n:06d}.png") for n in range(20_000)]
    with ReviewStore(tmp_path) as store:
        store.keep_all(FINGER, many)
        asked: list[str] = []
        store._db.set_trace_callback(asked.append)
        assert store.of_data(FINGER) == many
    assert len(asked) == 1


def test_the_session_keeps_reviews_even_while_it_closes(workspace: Workspace, tmp_path: Path):
    workspace.run(KeepReview(1, str(tmp_path), FINGER, "a.png", said("a.png")))
    (kept,) = [event for event in workspace.of(1) if isinstance(event, ReviewKept)]
    assert kept.review == said("a.png")
    workspace.run(KeepReview(2, "", FINGER, "a.png", said("a.png")))
    assert "project" in workspace.end(2).message
    workspace.run(KeepReview(3, str(tmp_path), FINGER, "a.png", said("a.png", "relabel")))
    assert workspace.end(3).outcome == "failed", "no class to become"
    workspace.post(KeepReview(4, str(tmp_path), FINGER, "b.png", said("b.png")))
    workspace.post(KeepReview(5, str(tmp_path), FINGER, "a.png", None))
    workspace.session.close()
    with ReviewStore(tmp_path) as store:
        assert [each.file for each in store.of_data(FINGER)] == ["b.png"]


# ------------------------------------------------------------------ versions


def class_folders(root: Path) -> Path:
    for number in range(6):
        image(root / "good" / f"g{number}.png", seed=number)
    for number in range(3):
        image(root / "damaged" / f"d{number}.png", seed=20 + number)
        image(root / "0 holes" / f"h{number}.png", seed=30 + number)
    return root


def test_a_version_of_class_folders_keeps_all_but_the_labels_changed(tmp_path: Path):
    root, project = class_folders(tmp_path / "parts"), tmp_path / "project"
    data = open_dataset(root)
    assert {label.name for label in data.labels} == {"normal", "defective", "0 holes"}
    first = data.fingerprint
    bad = {Path(file).stem: index for index, file in enumerate(data.files)}
    keep_drawn(data, project, bad["h0"], (BOX,))
    keep_drawn(data, project, bad["h1"], (BOX, BOX))
    data = with_drawn(open_dataset(root), project)
    recipe = default_recipe("small", folds=3)
    folds = project_folds(data, recipe, project)
    version = made(data, project, relabel(data, g0="0 holes", h0="normal", d1="0 holes"))
    assert version.layout == "csv" and version.fingerprint != first
    assert [Path(file).name for file in version.files] == [Path(file).name for file in data.files]
    changed = {
        Path(new.path).stem: new.label.name
        for old, new in zip(data.samples, version.samples, strict=True)
        if old.label != new.label
    }
    assert changed == {"g0": "0 holes", "h0": "normal", "d1": "0 holes"}
    drawn = with_drawn(version, project)
    assert drawn.samples[bad["h1"]].drawn == (BOX, BOX)
    assert not drawn.samples[bad["h0"]].has_region, "it is normal now"
    assert project_folds(version, recipe, project).tolist() == folds.tolist()
    assert open_dataset(root).fingerprint == first
    assert with_drawn(open_dataset(root), project).samples[bad["h0"]].drawn == (BOX,)


def test_words_that_mean_a_state_stay_kinds_of_defects(tmp_path: Path):
    for name in ("A", "intact", "broken"):
        image(tmp_path / "set" / name / "1.png", seed=len(name))
        image(tmp_path / "set" / name / "2.png", seed=9 + len(name))
    data = open_dataset(tmp_path / "set", ReaderOptions(normal="A"))
    (index,) = [n for n, file in enumerate(data.files) if file == "A/2.png"]
    version = made(data, tmp_path / "p", {index: said("A/2.png", "relabel", "intact")})
    names = {file.split("/")[-2] + file[-5]: s.label.name
             for file, s in zip(version.files, version.samples, strict=True)}  # fmt: skip
    assert names == {"A1": "normal", "A2": "intact", "intact1": "intact", "intact2": "intact",
                     "broken1": "defective", "broken2": "defective"}  # fmt: skip


def test_a_version_of_dagm_keeps_masks_parts_and_the_official_split(tiny_set: Path, tmp_path: Path):
    data = open_dataset(tiny_set)
    index = next(n for n, s in enumerate(data.samples) if s.mask is not None)
    review = {index: said(data.files[index], "relabel", "Class3 normal")}
    version = made(data, tmp_path / "project", review)
    assert version.has_official_split
    assert [label.name for label in version.labels] == [label.name for label in data.labels]
    store, old = ImageStore(version), ImageStore(data)
    for n, sample in enumerate(data.samples):
        if n == index:
            assert store.region(n) is None
        elif sample.mask is not None:
            assert np.array_equal(store.region(n).mask, old.region(n).mask)
    assert sum(s.has_region for s in version.samples) == 15


def test_ellipses_of_the_six_class_release_are_not_lost(tmp_path: Path):
    root = tmp_path / "set"
    for number in range(1, 6):
        image(root / "Class1" / f"{number}.png", seed=number)
    for number in range(1, 4):
        image(root / "Class1_def" / f"{number}.png", seed=10 + number)
    (root / "Class1_def" / "labels.txt").write_text(
        "1\t8.25\t4.1\t0.3\t20.0\t15.0\n2\t5\t3\t0.5\t10\t12\n3\t5\t3\t0.5\t10\t12\n"
    )
    data = open_dataset(root)
    chosen = next(n for n, file in enumerate(data.files) if file == "Class1_def/3.png")
    review = {chosen: said(data.files[chosen], "relabel", "Class1 normal")}
    version = made(data, tmp_path / "project", review)
    for old, new in zip(data.samples, version.samples, strict=True):
        if old.label == new.label:
            assert new.ellipse == old.ellipse
    assert version.samples[chosen].ellipse is None
    first = next(s for s in version.samples if s.ellipse is not None)
    ys, _ = np.nonzero(load_region(first, 40, 40).mask)
    assert 10 < ys.min() < ys.max() < 20


def test_a_version_of_a_version_of_mvtec(tmp_path: Path):
    root = tmp_path / "work" / "mvtec" / "leather"
    for number in range(4):
        image(root / "train" / "good" / f"t{number}.png", seed=number)
        image(root / "test" / "good" / f"g{number}.png", seed=10 + number)
    for kind in ("cut", "bad"):
        for number in range(3):
            image(root / "test" / kind / f"{kind}{number}.png", seed=20 + number)
            mask(root / "ground_truth" / kind / f"{kind}{number}_mask.png")
    data, project = open_dataset(tmp_path / "work" / "mvtec"), tmp_path / "work" / "project"
    assert sum(s.has_region for s in data.samples) == 6
    second = made(data, project, relabel(data, cut0="leather bad", bad1="leather normal"))
    assert {label.name for label in second.labels} == {label.name for label in data.labels}
    assert sum(s.has_region for s in second.samples) == 5
    third = made(second, project, relabel(second, g0="leather cut"), "third")
    assert len({data.fingerprint, second.fingerprint, third.fingerprint}) == 3
    assert sum(s.has_region for s in third.samples) == 5
    moved = tmp_path / "elsewhere" / "deep"
    moved.parent.mkdir()
    shutil.move(tmp_path / "work", moved)
    again = open_dataset(moved / "project" / FOLDER / "third")
    assert again.problems == () and again.fingerprint == third.fingerprint
    assert [one.name for one in list_versions(moved / "project")] == ["third", "second"]


def test_groups_hold_and_images_far_away_are_named_in_full(tmp_path: Path, monkeypatch):
    far = tmp_path / "a" / "b" / "c" / "far"
    rows = [
        {"file": str(image(far / f"{n}.png", seed=n)), "defect": str(int(n % 3 == 0)),
         "lot": f"L{n // 2}", "split": "Train" if n < 6 else "Test"}
        for n in range(12)
    ]  # fmt: skip
    data = open_dataset(manifest(far / "labels.csv", rows).parent)
    project = tmp_path / "x" / "y" / "z" / "project"
    recipe = default_recipe("small", folds=3)
    folds = project_folds(data, recipe, project)
    version = made(data, project, relabel(data, **{"3": "normal"}))
    assert version.files[0] == (far / "0.png").as_posix()
    assert [s.group for s in version.samples] == [s.group for s in data.samples]
    assert project_folds(version, recipe, project).tolist() == folds.tolist()
    assert split_for(version, recipe, project).test == split_for(data, recipe, project).test


def test_a_set_without_a_normal_class_stays_one(tmp_path: Path):
    for name in ("cat", "dog", "owl"):
        for number in range(3):
            image(tmp_path / "set" / name / f"{name}{number}.png", seed=number)
    data = open_dataset(tmp_path / "set")
    version = made(data, tmp_path / "p", relabel(data, cat0="owl"))
    assert not version.has_normal
    assert [s.label.name for s in version.samples].count("owl") == 4


def test_what_cannot_be_made_leaves_nothing(tmp_path: Path):
    data, project = open_dataset(class_folders(tmp_path / "parts")), tmp_path / "project"
    with pytest.raises(DataError, match="nothing to make"):
        made(data, project, {0: said(data.files[0])})
    for name in ("", "../out", "a/b", ".hidden", "CON", "end.", "x" * 61):
        with pytest.raises(DataError, match="name of a version"):
            made(data, project, relabel(data, g0="defective"), name)
    with pytest.raises(DataError, match="no class of this set"):
        made(data, project, relabel(data, g0="unheard of"))
    everything = {f"g{n}": "defective" for n in range(6)}
    with pytest.raises(DataError, match="No normal image"):
        made(data, project, relabel(data, **everything))
    first = made(data, project, relabel(data, g0="defective"))
    before = {p: p.read_bytes() for p in (project / FOLDER / "second").iterdir()}
    with pytest.raises(DataError, match="there already"):
        made(data, project, relabel(data, g1="defective"))
    assert {p: p.read_bytes() for p in (project / FOLDER / "second").iterdir()} == before
    work = make_version(data, project, "third", "", "", relabel(data, g1="defective"))
    next(work), next(work)
    work.close()
    assert [p.name for p in (project / FOLDER).iterdir() if p.is_dir()] == ["second"]
    assert open_dataset(project / FOLDER / "second").fingerprint == first.fingerprint


def test_a_version_says_what_it_is(tmp_path: Path):
    data, project = open_dataset(class_folders(tmp_path / "parts")), tmp_path / "project"
    version = made(data, project, relabel(data, g0="defective"))
    about = read_version(project / FOLDER / "second")
    assert (about.changed, about.images, about.by) == (1, 12, "Lee")
    assert (about.fingerprint, about.parent_fingerprint) == (version.fingerprint, data.fingerprint)
    values = tomllib.loads((project / FOLDER / "second" / "version.toml").read_text("utf-8"))
    (change,) = values["changes"]
    assert (change["file"], change["from"], change["to"], change["by"]) == (
        "good/g0.png", "normal", "defective", "Kim",
    )  # fmt: skip
    assert values["parent"]["relative"] == "../parts"
    (project / FOLDER / "second" / "version.toml").write_text("torn")
    assert list_versions(project) == ()


# ------------------------------------------------------------------ a real run, to the end


@pytest.fixture(scope="module")
def judged(trained: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the run's project with all held-out images judged; returns the run."""
    project = tmp_path_factory.mktemp("reviewed") / "project"
    shutil.copytree(trained.parent.parent, project)
    run = project / "runs" / trained.name
    workspace = Workspace()
    record = RunFolder.load(run).record
    workspace.run(OpenData(1, record.data_path, project=str(project)))
    for job, part in enumerate(("test", "validation"), start=2):
        workspace.run(PredictRun(job, str(run), part))
    return run


def test_relabel_version_reopen_and_the_old_run_stays(
    judged: Path, workspace: Workspace, tmp_path: Path
):
    project = tmp_path / "project"
    shutil.copytree(judged.parent.parent, project)
    run = project / "runs" / judged.name
    record = RunFolder.load(run).record
    workspace.run(OpenData(1, record.data_path, project=str(project)))
    workspace.run(ReadReviews(2, str(run)))
    (listed,) = [event.found for event in workspace.of(2) if isinstance(event, ReviewsListed)]
    assert len(listed) == listed.total and not listed.reviews
    data = open_dataset(Path(record.data_path))
    before = evaluate_run(RunFolder.load(run), data)
    index = int(listed.indices[0])
    verdict = listed.predictions[index]
    becomes = suggested_class(listed.classes, data.samples[index].label.name, verdict.class_name)
    review = said(verdict.file, "relabel", becomes, run=run.name, score=verdict.score)
    workspace.run(KeepReview(3, str(project), data.fingerprint, verdict.file, review))
    workspace.run(ReadReviews(4, str(run)))
    (listed,) = [event.found for event in workspace.of(4) if isinstance(event, ReviewsListed)]
    assert listed.reviews == {index: review}
    workspace.run(MakeVersion(5, str(project), "tiny-v2", "Kim"))
    assert workspace.end(5).outcome == "done", workspace.end(5)
    (made_one,) = [event.version for event in workspace.of(5) if isinstance(event, VersionMade)]
    workspace.run(ListVersions(6, str(project)))
    (versions,) = [event.versions for event in workspace.of(6) if isinstance(event, VersionsListed)]
    assert versions == (made_one,)
    workspace.run(OpenData(7, made_one.path, folds=4, project=str(project)))
    (opened,) = [event.data for event in workspace.of(7) if isinstance(event, DataOpened)]
    assert opened.fingerprint == made_one.fingerprint and opened.problems == ()
    assert opened.samples[index].class_name == becomes
    stored = project_folds(data, record.recipe, project, store=False)
    assert [row.fold for row in opened.samples] == stored.tolist(), "the folds the project keeps"
    workspace.run(ReadReviews(8, str(run)))
    assert "Open that folder first" in workspace.end(8).message
    assert RunFolder.load(run).record == record
    after = evaluate_run(RunFolder.load(run), open_dataset(Path(record.data_path)))
    assert np.array_equal(after.test.scores, before.test.scores)
    assert np.array_equal(after.test.classes, before.test.classes)


def test_a_cancelled_version_leaves_nothing(judged: Path, workspace: Workspace, tmp_path: Path):
    project = tmp_path / "project"
    shutil.copytree(judged.parent.parent, project)
    workspace.run(OpenData(1, RunFolder.load(judged).record.data_path, project=str(project)))
    workspace.run(MakeVersion(2, str(project), "v2"))
    assert "Mark one" in workspace.end(2).message
    assert not (project / FOLDER / "v2").exists()


def test_the_command_lists_what_is_worth_a_look(judged: Path, tmp_path: Path, capsys):
    file = tmp_path / "review.csv"
    assert main(["review", str(judged), "--json", "--csv", str(file)]) == 0
    out = capsys.readouterr().out
    values = json.loads(out.splitlines()[-1])
    assert values["judged"] == values["total"] == len(values["images"])
    assert values["images"][0]["reason"] in REASONS
    lines = file.read_text("utf-8").splitlines()
    assert lines[0].startswith("place,file,part,label,verdict,score")
    assert len(lines) == values["total"] + 1
    assert main(["review", str(judged), "--csv", str(file)]) == 2, "nothing is overwritten"


# ------------------------------------------------------------------ images left out


def finding(data: DataSet, stem: str, decision: str, other: str = "") -> CheckItem:
    """A finding about an image, by the stem of its file, and what was decided of it."""
    places = {Path(file).stem: index for index, file in enumerate(data.files)}
    values = {"other": data.files[places[other]]} if other else {}
    problem = Problem(data.files[places[stem]], "Twice: {other}" if other else "Odd.", values)
    kind = "same" if other else "file"
    return CheckItem(
        kind, problem, places[stem], places.get(other, -1), decision=decision
    )  # fmt: skip


def test_images_left_out_are_not_in_the_version_and_the_others_stay_as_they_are(tmp_path: Path):
    root, project = class_folders(tmp_path / "parts"), tmp_path / "project"
    data = open_dataset(root)
    places = {Path(file).stem: index for index, file in enumerate(data.files)}
    keep_drawn(data, project, places["h2"], (BOX,))
    data = with_drawn(open_dataset(root), project)
    recipe = default_recipe("small", folds=3)
    folds = dict(zip(data.files, project_folds(data, recipe, project).tolist(), strict=True))
    items = [
        finding(data, "g0", "leave-out"),
        finding(data, "d1", "leave-other", "g2"),
        finding(data, "g3", "fine", "g4"),
        finding(data, "h0", ""),
    ]
    reviews = relabel(data, g0="0 holes", g1="0 holes")
    plan = plan_version(data, reviews, items)
    assert (plan.changes, plan.changed, plan.left_out) == ((("normal", "0 holes", 1),), 1, 2)
    for _ in make_version(data, project, "second", "Lee", "2026-11-22", reviews, items):
        pass
    version = open_dataset(project / FOLDER / "second")
    stems = [Path(file).stem for file in version.files]
    assert stems == [Path(f).stem for f in data.files if Path(f).stem not in ("g0", "g2")]
    about = read_version(project / FOLDER / "second")
    assert (about.changed, about.left_out, about.images) == (1, 2, 10)
    values = tomllib.loads((project / FOLDER / "second" / "version.toml").read_text("utf-8"))
    assert [(row["file"], row["finding"], row["beside"]) for row in values["left"]] == [
        ("good/g0.png", "file", ""), ("good/g2.png", "same", "damaged/d1.png"),
    ]  # fmt: skip
    assert [Path(row["file"]).stem for row in values["changes"]] == ["g1"], "g0 is not there"
    again = project_folds(version, recipe, project).tolist()
    assert again == [folds[f] for f in data.files if Path(f).stem not in ("g0", "g2")]
    drawn = with_drawn(version, project)
    assert drawn.samples[stems.index("h2")].drawn == (BOX,)
    assert sum(bool(sample.drawn) for sample in drawn.samples) == 1


def test_a_version_may_only_leave_images_out_but_not_all(tmp_path: Path):
    data, project = open_dataset(class_folders(tmp_path / "parts")), tmp_path / "project"
    for _ in make_version(data, project, "less", "", "", {}, [finding(data, "g0", "leave-out")]):
        pass
    assert len(open_dataset(project / FOLDER / "less").samples) == 11
    every = [finding(data, Path(file).stem, "leave-out") for file in data.files]
    for items, words in ((every, "No image would be left"), (every[6:], "No normal image")):
        with pytest.raises(DataError, match=words):
            for _ in make_version(data, project, "none", "", "", {}, items):
                pass
    assert not (project / FOLDER / "none").exists()
    old = project / FOLDER / "less" / "version.toml"
    old.write_text(old.read_text("utf-8").replace("left_out = 1\n", ""), "utf-8")
    assert read_version(project / FOLDER / "less").left_out == 0, "as older ones say nothing of it"


def test_decisions_of_the_check_reach_the_next_version(tmp_path: Path, workspace: Workspace):
    root, project = class_folders(tmp_path / "parts"), tmp_path / "project"
    (root / "good" / "g5.png").write_bytes((root / "good" / "g4.png").read_bytes())
    workspace.run(OpenData(1, str(root)))
    workspace.run(CheckData(2))  # before a project is open
    workspace.run(ReadRegions(3, str(project)))
    workspace.run(ReadCheck(4))
    (same,) = next(e.items for e in workspace.of(4) if isinstance(e, DataChecked))
    assert same.kind == "same"
    workspace.run(DecideCheck(5, str(project), ((same.key, "leave-other"),)))
    workspace.run(PlanVersion(6, str(project)))
    (plan,) = [e.plan for e in workspace.of(6) if isinstance(e, VersionPlanned)]
    assert plan == VersionPlan((), 1)
    workspace.run(MakeVersion(7, str(project), "v2", "Kim"))
    (made_one,) = [e.version for e in workspace.of(7) if isinstance(e, VersionMade)]
    assert (made_one.left_out, made_one.changed, made_one.images) == (1, 0, 11)
    assert not any("g4" in file for file in open_dataset(Path(made_one.path)).files)
    workspace.post(DecideCheck(8, str(project), ((same.key, ""),)))
    workspace.session.close()
    with CheckStore(project) as store:
        assert store.decisions(open_dataset(root).fingerprint) == {}, "kept while it closes"


def test_a_versions_own_folds_are_those_that_are_planned(tmp_path: Path, workspace: Workspace):
    root, project = class_folders(tmp_path / "parts"), tmp_path / "project"
    data = open_dataset(root)
    recipe = default_recipe("small", folds=3)
    project_folds(data, recipe, project)
    version = made(data, project, relabel(data, g0="0 holes"))
    workspace.run(OpenData(1, str(version.root), folds=3, project=str(project)))
    workspace.run(PlanFolds(2, str(project), folds=3))
    (plan,) = [e.plan for e in workspace.of(2) if isinstance(e, FoldsPlanned)]
    assert plan.folds.tolist() == project_folds(version, recipe, project).tolist()
