"""Regions a person draws: the file, what counts, and runs that keep their own."""

from __future__ import annotations

import json
import shutil
import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.check.messages import CheckData
from engine.compress.messages import Distil
from engine.compress.synthetic_defects import make_defects
from engine.core.command import Shutdown
from engine.core.errors import DataError, RunError
from engine.core.files import write_atomic
from engine.core.recipe import View
from engine.core.values import ReaderOptions, Shape
from engine.data.image import read_mask
from engine.data.messages import DataOpened, OpenData, SampleShown, ShowSample
from engine.data.readers.detect import open_dataset
from engine.data.region import Region, draw_shapes, fit_ellipse
from engine.data.sample import DataSet, Ellipse
from engine.data.store import ImageStore
from engine.data.views import IGNORED, Sampler, choose_view, place_on_defect, window_targets
from engine.inspect.messages import Predicted, PredictRun
from engine.measures.features import windows_of
from engine.project import regions
from engine.project.regions import keep_drawn, read_drawn, with_drawn
from engine.project.runs import RunFolder
from engine.regions.messages import DrawRegion, ReadRegions, RegionsChanged, RegionShown
from engine.study.queue import find_run
from engine.training import trainer
from engine.training.messages import StepDone, Train
from engine.training.run import open_run_data, resume, train_new
from main import main
from tests.engine.conftest import Workspace, quick
from tests.engine.test_study import small_plan

BOX = Shape("box", 10, 20, 30, 12)
ELLIPSE = Shape("ellipse", 100, 40, 41, 21)


def box_around(mask: np.ndarray) -> Shape:
    ys, xs = np.nonzero(mask)
    x, y = int(xs.min()), int(ys.min())
    return Shape("box", x, y, int(xs.max()) - x + 1, int(ys.max()) - y + 1)


@pytest.fixture(scope="session")
def plain_set(tiny_set: Path, tmp_path_factory: pytest.TempPathFactory):
    """The tiny set's first texture as class folders without masks, and where its defects are."""
    root = tmp_path_factory.mktemp("plain") / "parts"
    data = open_dataset(tiny_set)
    texture = data.samples[0].label.texture
    shapes = {}
    for number, sample in enumerate(s for s in data.samples if s.label.texture == texture):
        folder = root / ("bad" if sample.label.defective else "good")
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(sample.path, folder / f"{number:02d}.png")
        if sample.mask is not None:
            shapes[f"bad/{number:02d}.png"] = (box_around(read_mask(sample.mask)),)
    return root, shapes


def draw_all(data: DataSet, project: Path, shapes: dict) -> None:
    for index, file in enumerate(data.files):
        if file in shapes:
            keep_drawn(data, project, index, shapes[file])


def first_bad(data: DataSet) -> int:
    return next(i for i, s in enumerate(data.samples) if s.label.defective)


def the_file(project: Path) -> Path:
    (path,) = (project / "regions").glob("*.json")
    return path


# ------------------------------------------------------------------ shapes


def test_a_box_and_an_ellipse_cover_their_pixels():
    box = draw_shapes((BOX,), 100, 200)
    ys, xs = np.nonzero(box.mask)
    assert (xs.min(), xs.max(), ys.min(), ys.max()) == (10, 39, 20, 31)
    assert box.mask.sum() == 30 * 12
    assert box.ellipse == Ellipse(
        24.5, 25.5, pytest.approx(30 / 3**0.5), pytest.approx(12 / 3**0.5), 0
    )
    fitted = fit_ellipse(box.mask)
    assert (fitted.a, fitted.b) == (
        pytest.approx(box.ellipse.a, 0.01),
        pytest.approx(box.ellipse.b, 0.01),
    )
    oval = draw_shapes((ELLIPSE,), 100, 200)
    ys, xs = np.nonzero(oval.mask)
    assert (xs.min(), xs.max(), ys.min(), ys.max()) == (100, 140, 40, 60)
    assert oval.mask.sum() == pytest.approx(np.pi * 20.5 * 10.5, rel=0.02)
    dot = draw_shapes((Shape("ellipse", 5, 6, 1, 1),), 10, 10)
    assert dot.mask.sum() == 1 and dot.mask[6, 5]


def test_nothing_between_two_shapes_counts_as_defective():
    region = draw_shapes((Shape("box", 10, 100, 20, 20), Shape("box", 370, 100, 20, 20)), 200, 400)
    assert len(region.parts) == 2
    rng = np.random.default_rng(0)
    places = {place_on_defect(region, (200, 400), 64, rng)[1] for _ in range(60)}
    assert all(left < 40 or left > 300 for left in places)
    assert min(places) < 40 and max(places) > 300
    targets = window_targets(region, (78, 0), 64, 16, (1, 22), 1, 0)[0]
    assert targets[0] == 1 and targets[-1] == 1
    assert set(targets[4:17]) == {0}
    assert IGNORED in targets


def test_one_shape_draws_the_same_random_numbers_as_a_mask():
    region = draw_shapes((ELLIPSE,), 200, 400)
    other = Region(region.mask, region.ellipse)
    a, b = (place_on_defect(r, (200, 400), 64, np.random.default_rng(1)) for r in (region, other))
    assert a == b


# ------------------------------------------------------------------ the file


def test_what_is_drawn_comes_back_and_can_be_erased(plain_set, tmp_path: Path):
    data = open_dataset(plain_set[0])
    index = first_bad(data)
    before = data.fingerprint
    keep_drawn(data, tmp_path, index, (BOX, ELLIPSE))
    drawn = with_drawn(open_dataset(plain_set[0]), tmp_path)
    assert drawn.samples[index].drawn == (BOX, ELLIPSE)
    assert drawn.samples[index].has_region and not drawn.samples[index].has_own_region
    assert drawn.fingerprint == before and drawn.place_key == data.place_key
    assert drawn.drawn_hash and not data.drawn_hash
    store = ImageStore(drawn)
    assert store.region(index).mask[25, 15]
    text = json.loads(the_file(tmp_path).read_text("utf-8"))
    assert text["images"][data.files[index]]["shapes"][0] == {
        "kind": "box", "x": 10, "y": 20, "width": 30, "height": 12
    }  # fmt: skip
    assert text["places"] == [str(plain_set[0])]
    keep_drawn(data, tmp_path, index, ())
    assert with_drawn(data, tmp_path).drawn == {}
    assert sorted(p.name for p in plain_set[0].iterdir()) == ["bad", "good"], (
        "never the user's folder"
    )


def test_a_project_and_its_images_can_be_copied_elsewhere(plain_set, tmp_path: Path):
    root, shapes = plain_set
    draw_all(open_dataset(root), tmp_path / "project", shapes)
    shutil.copytree(tmp_path / "project", tmp_path / "elsewhere")
    shutil.copytree(root, tmp_path / "images")
    copy = with_drawn(open_dataset(tmp_path / "images"), tmp_path / "elsewhere")
    assert copy.drawn == shapes
    keep_drawn(copy, tmp_path / "elsewhere", first_bad(copy), (BOX,))
    assert len(json.loads(the_file(tmp_path / "elsewhere").read_text())["places"]) == 2


def test_regions_stay_when_images_are_added_and_go_with_another_picture(plain_set, tmp_path: Path):
    root = tmp_path / "images"
    shutil.copytree(plain_set[0], root)
    data = open_dataset(root)
    draw_all(data, tmp_path / "project", plain_set[1])
    shutil.copy(
        root / "good" / sorted(p.name for p in (root / "good").iterdir())[0],
        root / "good" / "new.png",
    )
    more = open_dataset(root)
    assert more.fingerprint != data.fingerprint
    assert with_drawn(more, tmp_path / "project").drawn == plain_set[1]
    name = sorted(plain_set[1])[0]
    shutil.copy(root / "good" / "new.png", root / name)
    changed = open_dataset(root)
    found, problems = read_drawn(changed, tmp_path / "project")
    assert len(found) == len(plain_set[1]) - 1
    assert [(p.file, "another picture" in p.reason) for p in problems] == [(name, True)]


def test_a_label_that_became_normal_is_a_problem(plain_set, tmp_path: Path):
    data = open_dataset(plain_set[0])
    keep_drawn(data, tmp_path, first_bad(data), (BOX,))
    other = open_dataset(plain_set[0], ReaderOptions(normal="bad"))
    found, problems = read_drawn(other, tmp_path)
    assert found == {} and "label does not say defective" in problems[0].reason


def test_two_data_sets_have_files_of_their_own(plain_set, tiny_set: Path, tmp_path: Path):
    one, two = open_dataset(plain_set[0]), open_dataset(tiny_set)
    keep_drawn(one, tmp_path, first_bad(one), (BOX,))
    keep_drawn(two, tmp_path, first_bad(two), (ELLIPSE,))
    assert len(list((tmp_path / "regions").glob("*.json"))) == 2
    assert list(with_drawn(one, tmp_path).drawn.values()) == [(BOX,)]
    assert list(with_drawn(two, tmp_path).drawn.values()) == [(ELLIPSE,)]


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", '{"format": 2}', '{"format": 1, "places": []}',
        '{"format": 1, "places": [], "fingerprint": "", "images": {"a": {"picture": "", "shapes": [{"kind": "star"}]}}}',
        '{"format": 1, "places": [], "fingerprint": "", "images": {"a": {"picture": "", "shapes": '
        '[{"kind": "box", "x": 1.5, "y": 0, "width": 1, "height": 1}]}}}',
        '{"format": 1, "places": [], "fingerprint": "", "images": {"a": {"picture": "", "shapes": '
        '[{"kind": "box", "x": 1, "y": 0, "width": 0, "height": 1}]}}}',
    ],
)  # fmt: skip
def test_a_damaged_file_is_named_and_never_written_over(plain_set, tmp_path: Path, text: str):
    data = open_dataset(plain_set[0])
    keep_drawn(data, tmp_path, first_bad(data), (BOX,))
    path = the_file(tmp_path)
    path.write_text(text)
    with pytest.raises(RunError) as caught:
        with_drawn(data, tmp_path)
    assert str(path) in str(caught.value) and "Restore this file" in str(caught.value)
    with pytest.raises(RunError):
        keep_drawn(data, tmp_path, first_bad(data), (ELLIPSE,))
    assert path.read_text() == text
    # Under another name it may be this set's as well: nothing is drawn beside it.
    path.rename(path.with_name("copied.json"))
    with pytest.raises(RunError, match=r"copied\.json"):
        with_drawn(data, tmp_path)


def test_a_crash_while_writing_leaves_the_old_file(plain_set, tmp_path: Path, monkeypatch):
    data = open_dataset(plain_set[0])
    index = first_bad(data)
    keep_drawn(data, tmp_path, index, (BOX,))
    before = the_file(tmp_path).read_bytes()

    def full(path: Path, content: str) -> None:
        monkeypatch.setattr("os.replace", broken)
        write_atomic(path, content)

    def broken(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(regions, "write_atomic", full)
    with pytest.raises(RunError, match="No space left"):
        keep_drawn(data, tmp_path, index, (ELLIPSE,))
    assert the_file(tmp_path).read_bytes() == before
    assert [p.suffix for p in (tmp_path / "regions").iterdir() if p.suffix == ".part"] == []


def test_two_writers_lose_nothing(plain_set, tmp_path: Path):
    root, shapes = plain_set
    halves = sorted(shapes)[::2], sorted(shapes)[1::2]

    def write(files: list[str]) -> None:
        data = open_dataset(root)
        draw_all(data, tmp_path, {file: shapes[file] for file in files})

    writers = [threading.Thread(target=write, args=(half,)) for half in halves]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert with_drawn(open_dataset(root), tmp_path).drawn == shapes


# ------------------------------------------------------------------ what counts


def test_the_drawn_region_wins_and_erasing_brings_the_mask_back(
    tiny_set: Path, tmp_path: Path, workspace: Workspace
):
    workspace.run(OpenData(1, str(tiny_set), project=str(tmp_path)))
    index = first_bad(open_dataset(tiny_set))
    (plain,) = [e for e in workspace.run(ShowSample(2, index)) if isinstance(e, SampleShown)]
    assert plain.shapes == () and plain.own == () and plain.outlines
    events = workspace.run(DrawRegion(3, str(tmp_path), index, (BOX,)))
    changed, shown = (e for e in events if isinstance(e, RegionsChanged | RegionShown))
    assert [(r.index, r.has_region, r.drawn) for r in changed.rows] == [(index, True, True)]
    assert shown.shapes == (BOX,)
    assert shown.outlines[0].min(axis=0).tolist() == [10, 20]
    assert np.array_equal(shown.own[0], plain.outlines[0])
    events = workspace.run(DrawRegion(4, str(tmp_path), index, ()))
    changed, shown = (e for e in events if isinstance(e, RegionsChanged | RegionShown))
    assert not changed.rows[0].drawn and changed.rows[0].has_region
    assert np.array_equal(shown.outlines[0], plain.outlines[0]) and shown.own == ()


def test_drawing_changes_the_view_that_is_chosen(plain_set, tmp_path: Path, workspace: Workspace):
    root, shapes = plain_set
    (opened,) = [e.data for e in workspace.run(OpenData(1, str(root))) if isinstance(e, DataOpened)]
    assert opened.masks == 0 and opened.view == "whole"
    project, job = str(tmp_path / "p"), 1
    for row in opened.samples:
        if row.file in shapes:
            job += 1
            events = workspace.run(DrawRegion(job, project, row.index, shapes[row.file]))
    changed = [e for e in events if isinstance(e, RegionsChanged)][-1]
    assert (changed.masks, changed.view) == (8, "patches")
    assert "regions of the defects are known" in changed.view_reason
    # Another project has nothing drawn; this one's come back, also when the set is opened anew.
    (other,) = [e for e in workspace.run(ReadRegions(50, "")) if isinstance(e, RegionsChanged)]
    assert other.masks == 0 and len(other.rows) == 8
    (back,) = [e for e in workspace.run(ReadRegions(51, project)) if isinstance(e, RegionsChanged)]
    assert back.masks == 8 and all(row.drawn for row in back.rows)
    (again,) = [
        e.data
        for e in workspace.run(OpenData(52, str(root), project=project))
        if isinstance(e, DataOpened)
    ]
    assert again.masks == 8 and again.fingerprint == opened.fingerprint


def test_reading_regions_without_a_data_set_says_nothing(workspace: Workspace, tmp_path: Path):
    workspace.run(ReadRegions(1, str(tmp_path)))
    assert workspace.end(1).outcome == "done"
    assert not any(isinstance(e, RegionsChanged) for e in workspace.events)


def test_a_stroke_is_kept_although_the_program_closes(
    plain_set, tmp_path: Path, workspace: Workspace
):
    workspace.run(OpenData(1, str(plain_set[0])))
    index = first_bad(open_dataset(plain_set[0]))
    workspace.post(CheckData(2))
    workspace.session.advance()
    workspace.post(DrawRegion(3, str(tmp_path), index, (BOX,)))
    workspace.post(Shutdown())  # type: ignore[arg-type]
    assert (workspace.end(2).outcome, workspace.end(3).outcome) == ("cancelled", "done")
    assert list(with_drawn(open_dataset(plain_set[0]), tmp_path).drawn.values()) == [(BOX,)]


def test_the_command_line_trains_with_a_projects_regions(plain_set, tmp_path: Path, capsys):
    root, shapes = plain_set
    draw_all(open_dataset(root), tmp_path, shapes)
    words = ["train", str(root), "--project", str(tmp_path), "--setting", "small", "--fold", "1/4"]
    for entry in ("iterations=2", "batch=8", "window=64", "crop=128", "precision=float32"):
        words += ["--set", entry]
    assert main(words) == 0, capsys.readouterr().err
    (run,) = (tmp_path / "runs").iterdir()
    record = RunFolder.load(run).record
    assert record.view == "patches" and record.drawn


def test_what_cannot_be_drawn_is_refused_with_a_cure(
    plain_set, tmp_path: Path, workspace: Workspace
):
    root, _ = plain_set
    workspace.run(OpenData(1, str(root)))
    data = open_dataset(root)
    good = next(i for i, s in enumerate(data.samples) if s.label.defective is False)
    bad = first_bad(data)
    for job, command, words in (
        (2, DrawRegion(2, str(tmp_path), good, (BOX,)), "Label it as defective first"),
        (3, DrawRegion(3, "", bad, (BOX,)), "Open a project"),
        (4, DrawRegion(4, str(tmp_path), bad, (Shape("box", 250, 0, 20, 5),)), "Draw it again"),
        (5, DrawRegion(5, str(tmp_path), 999, (BOX,)), "no image number"),
        (6, DrawRegion(6, str(tmp_path), bad, (Shape("star", 0, 0, 20, 5),)), "Draw it again"),
    ):
        workspace.run(command)
        assert workspace.end(job).outcome == "failed"
        assert words in workspace.end(job).message
    assert not (tmp_path / "regions").exists()
    workspace.run(DrawRegion(7, str(tmp_path), good, ()))
    assert workspace.end(7).outcome == "done", "there is nothing to erase, and no harm in it"


def test_a_set_without_a_normal_class_says_what_is_missing(
    plain_set, tmp_path: Path, workspace: Workspace
):
    root = tmp_path / "kinds"
    shutil.copytree(plain_set[0] / "bad", root / "dent")
    shutil.copytree(plain_set[0] / "good", root / "stain")
    workspace.run(OpenData(1, str(root)))
    workspace.run(DrawRegion(2, str(tmp_path / "p"), 0, (BOX,)))
    assert "Say which class is normal first" in workspace.end(2).message


def test_a_data_set_opens_beside_a_damaged_file_and_says_so(
    plain_set, tmp_path: Path, workspace: Workspace
):
    data = open_dataset(plain_set[0])
    keep_drawn(data, tmp_path, first_bad(data), (BOX,))
    the_file(tmp_path).write_text("{")
    workspace.run(OpenData(1, str(plain_set[0]), project=str(tmp_path)))
    (opened,) = [e.data for e in workspace.events if isinstance(e, DataOpened)]
    assert opened.masks == 0
    assert str(the_file(tmp_path)) == opened.problems[-1].file
    assert "Restore this file" in opened.problems[-1].reason
    workspace.run(DrawRegion(2, str(tmp_path), first_bad(data), (BOX,)))
    assert workspace.end(2).outcome == "failed"
    workspace.run(Train(3, str(plain_set[0]), str(tmp_path), quick()))
    assert "drawn regions cannot be read" in workspace.end(3).message
    assert not (tmp_path / "runs").exists()


def test_everything_that_asks_for_a_region_gets_the_drawn_one(plain_set, tmp_path: Path):
    root, shapes = plain_set
    bare = ImageStore(open_dataset(root))
    draw_all(bare.data, tmp_path, shapes)
    store = ImageStore(with_drawn(open_dataset(root), tmp_path))
    bad = [i for i, s in enumerate(store.data.samples) if s.label.defective]
    good = [i for i, s in enumerate(store.data.samples) if not s.label.defective]
    assert choose_view(store.data, 256, 64)[0] == "patches"
    assert choose_view(bare.data, 256, 64)[0] == "bags"
    assert len(list(make_defects(store, bad, good, 4, 0))) == 4
    (x, y, w, h) = (lambda s: (s.x, s.y, s.width, s.height))(shapes[store.data.files[bad[0]]][0])
    for window in windows_of(store, bad[0], 64, 0):
        middle = window.top + 32, window.left + 32
        inside = y - 32 <= middle[0] <= y + h + 32 and x - 32 <= middle[1] <= x + w + 32
        assert inside, "windows of a measure lie on the drawn box"
    sampler = Sampler(store, (*bad, *good), quick(), View.PATCHES)
    assert sampler.images == len(bad) + len(good)
    with pytest.raises(DataError, match="No defect region is known"):
        Sampler(bare, (*bad, *good), quick(), View.PATCHES)


# ------------------------------------------------------------------ runs


@pytest.fixture(scope="session")
def drawn_run(plain_set, tmp_path_factory: pytest.TempPathFactory):
    """A run on drawn boxes that was cut off, as a pulled plug would have left it."""
    root, shapes = plain_set
    project = tmp_path_factory.mktemp("drawn") / "project"
    draw_all(open_dataset(root), project, shapes)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(trainer, "CHECKPOINT_SECONDS", 0.0)
        steps = train_new(
            1, root, project, quick(iterations=10), ReaderOptions(), "cpu", lambda: False
        )
        for event in steps:
            if isinstance(event, StepDone) and event.iteration == 5:
                break
        steps.close()
    (run,) = (project / "runs").iterdir()
    return run


@pytest.fixture
def run(drawn_run: Path, tmp_path: Path) -> Path:
    shutil.copytree(drawn_run.parent.parent, tmp_path / "project")
    return tmp_path / "project" / "runs" / drawn_run.name


def test_a_run_keeps_the_regions_it_was_trained_with(plain_set, run: Path, workspace: Workspace):
    root, shapes = plain_set
    project = run.parent.parent
    folder = RunFolder.load(run)
    assert folder.record.view == "patches"
    assert folder.record.drawn == with_drawn(open_dataset(root), project).drawn_hash
    assert (run / "regions.json").is_file()

    data = open_dataset(root)
    for index, file in enumerate(data.files):
        if file in shapes:
            keep_drawn(data, project, index, (BOX,))
    held, store = open_run_data(folder)
    assert held.drawn == shapes, "what is drawn since is for the runs that come"
    bad = first_bad(data)
    assert np.array_equal(
        store.region(bad).mask, draw_shapes(shapes[data.files[bad]], 256, 256).mask
    )

    list(resume(2, run, lambda: False))
    done = RunFolder.load(run)
    assert done.record.state == "done" and done.record.drawn == folder.record.drawn
    workspace.run(OpenData(3, str(root), project=str(project)))
    found = [e for e in workspace.run(PredictRun(4, str(run), "all")) if isinstance(e, Predicted)]
    assert workspace.end(4).outcome == "done" and found[-1].done == 20

    # A new run learns from the new drawing, and a student of the old one from the old.
    workspace.run(Train(5, str(root), str(project), quick(iterations=2)))
    assert workspace.end(5).outcome == "done", workspace.end(5)
    newest = next(p for p in (project / "runs").iterdir() if p != run)
    record = RunFolder.load(newest).record
    assert record.drawn == with_drawn(data, project).drawn_hash != folder.record.drawn
    workspace.run(Distil(6, str(run), filters=12, steps=2, lessons="labels"))
    assert workspace.end(6).outcome == "done", workspace.end(6)
    student = next(p for p in (project / "runs").iterdir() if "student" in p.name)
    assert RunFolder.load(student).record.drawn == folder.record.drawn
    assert open_run_data(RunFolder.load(student))[0].drawn == shapes


def test_a_run_without_its_regions_says_which_file_is_missing(run: Path):
    (run / "regions.json").unlink()
    with pytest.raises(RunError, match=r"regions\.json.*Restore this"):
        open_run_data(RunFolder.load(run))
    (run / "regions.json").write_text("{}")
    with pytest.raises(RunError, match="not those it was trained with"):
        open_run_data(RunFolder.load(run))


def test_runs_without_drawn_regions_are_written_as_before(trained: Path, tmp_path: Path):
    assert not (trained / "regions.json").exists()
    assert "drawn" not in (trained / "run.toml").read_text("utf-8")
    assert RunFolder.load(trained).record.drawn == ""


def test_an_old_run_opens_after_the_first_drawing(trained: Path, tiny_set: Path, tmp_path: Path):
    shutil.copytree(trained.parent.parent, tmp_path / "project")
    data = open_dataset(tiny_set)
    keep_drawn(data, tmp_path / "project", first_bad(data), (BOX,))
    held, _ = open_run_data(RunFolder.load(tmp_path / "project" / "runs" / trained.name))
    assert held.drawn == {} and held.fingerprint == data.fingerprint


def test_a_study_does_not_mix_runs_with_other_drawings(
    trained: Path, tiny_set: Path, tmp_path: Path
):
    data = open_dataset(tiny_set)
    folder = RunFolder.load(trained)
    task = next(iter(small_plan(tiny_set).tasks))
    task = replace(task, recipe=folder.record.recipe)
    assert find_run(task, [folder], data, trained.parent.parent) is folder
    other = data.with_drawn({first_bad(data): (BOX,)})
    assert find_run(task, [folder], other, trained.parent.parent) is None
