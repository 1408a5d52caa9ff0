"""Folders inspected with a run: rows, watching, familiarity, drift, reports."""

from __future__ import annotations

import csv
import itertools
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from engine.core.command import Cancel, Pause, Resume, Stop
from engine.core.errors import DataError, RunError
from engine.core.event import Event
from engine.core.report_words import Words
from engine.data.image import read_image, write_image
from engine.evaluate.intervals import all_intervals
from engine.folder.arrivals import find_images
from engine.folder.control_chart import FALSE_ALARMS, RUN_LENGTH, follow, limit_for
from engine.folder.drift import make_drift, read_drift
from engine.folder.inspection import make_out
from engine.folder.messages import (
    DriftRead,
    FolderGrown,
    FolderHead,
    FolderReported,
    FolderRow,
    FolderStarted,
    InspectFolder,
    OpenFolder,
    ReadDrift,
    WriteFolderReport,
)
from engine.folder.picture import STRIP, heat_picture
from engine.folder.results import PATIENCE, Arrivals, judge_file
from engine.folder.store import OperationStore
from engine.project.runs import RunFolder
from engine.project.titles import keep_title
from engine.runs.messages import ListRuns
from engine.session import Session
from engine.training.familiarity import (
    NEIGHBOURS,
    conformal_limit,
    image_features,
    kept_reference,
    make_reference,
)
from engine.training.run import load_judge
from main import main
from tests.engine.conftest import Workspace

ODD = '사진 "quoted" \'<script>alert(1)<_script>.png'


@pytest.fixture(scope="module")
def run(trained: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run of its own, because inspections are kept in its project."""
    project = tmp_path_factory.mktemp("operation") / "project"
    shutil.copytree(trained.parent.parent, project)
    return project / "runs" / trained.name


@pytest.fixture
def folder(tiny_set: Path, tmp_path: Path) -> Path:
    """Images of the set, in folders, with odd names, one noisy and one cut off."""
    result = tmp_path / "새 폴더"
    (result / "below" / "further").mkdir(parents=True)
    files = sorted((tiny_set / "Class3" / "Test").glob("*.PNG"))
    shutil.copy(files[0], result / "b.PNG")
    shutil.copy(files[1], result / "below" / "a.PNG")
    shutil.copy(files[2], result / "below" / "further" / ODD)
    noise = np.random.default_rng(0).integers(0, 256, (256, 256)).astype(np.uint8)
    write_image(result / "noise.png", noise)
    (result / "torn.png").write_bytes(files[3].read_bytes()[:2000])
    return result


def grown(events: list[Event]) -> list[FolderRow]:
    return [row for e in events if isinstance(e, FolderGrown) for row in e.rows]


def begun(events: list[Event]) -> FolderHead:
    (head,) = [e.head for e in events if isinstance(e, FolderStarted)]
    return head


def table(path: str) -> list[dict[str, str]]:
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


# ------------------------------------------------------------------ a folder


def test_a_folder_is_judged_file_by_file(run, folder, workspace):
    command = InspectFolder(1, str(run), str(folder), keep=True, csv="v.csv", heat="heat")
    events = workspace.run(command)
    assert workspace.end(1).outcome == "done"
    head, rows = begun(events), grown(events)
    assert [row.file for row in rows] == [str(file) for file in find_images(folder)]
    assert [row.number for row in rows] == [0, 1, 2, 3, 4]
    (bad,) = [row for row in rows if row.problem is not None]
    assert bad.file.endswith("torn.png")
    assert "cut off" in bad.problem.reason
    # The same verdict as an image judged by itself.
    alone = judge_file(load_judge(RunFolder.load(run)), folder / "b.PNG", 0)
    (same,) = [row for row in rows if row.file.endswith("b.PNG")]
    assert same.prediction.score == alone.prediction.score
    assert same.prediction.box == alone.prediction.box
    # One row a file, those without a verdict with its reason, and a picture of each image.
    lines = table(head.csv)
    assert [line["file"] for line in lines] == [row.file for row in rows]
    assert [line["file"] for line in lines if line["verdict"] == "unreadable"] == [bad.file]
    assert [line["class"] for line in lines if line["score"] == ""] == [bad.problem.reason]
    pictures = {str(p.relative_to(head.heat)) for p in Path(head.heat).rglob("*.png")}
    assert pictures == {
        "b.PNG.png", "noise.png.png", "below/a.PNG.png", f"below/further/{ODD}.png",
    }  # fmt: skip
    assert not list(Path(head.out).rglob("*.part"))
    shown = read_image(Path(head.heat) / "b.PNG.png")
    assert shown.shape == (256 + STRIP, 256, 3)


def test_results_never_take_the_place_of_others(run, folder, workspace):
    first, second = (
        begun(workspace.run(InspectFolder(job, str(run), str(folder), keep=True, csv="v.csv")))
        for job in (1, 2)
    )
    assert first.out != second.out
    assert Path(first.out).parent == run.parent.parent / "inspections"
    assert make_out(run.parent.parent, run.name) not in (Path(first.out), Path(second.out))
    assert Path(first.out).name.count("-") == Path(second.out).name.count("-")


def test_cancelled_it_keeps_what_was_judged(run, folder, workspace):
    workspace.post(InspectFolder(1, str(run), str(folder), keep=True, csv="v.csv"))
    while not grown(workspace.events):
        workspace.session.advance()
    workspace.post(Cancel(1))
    assert workspace.end(1).outcome == "cancelled"
    head, rows = begun(workspace.events), grown(workspace.events)
    assert [line["file"] for line in table(head.csv)] == [row.file for row in rows]
    workspace.run(OpenFolder(2, str(run.parent.parent), head.number))
    kept = [row for e in workspace.of(2) if isinstance(e, FolderGrown) for row in e.rows]
    assert kept == rows


def test_stopped_it_ends_after_the_image_at_hand(run, folder, workspace):
    workspace.post(InspectFolder(1, str(run), str(folder), keep=True))
    while len(grown(workspace.events)) < 2:
        workspace.session.advance()
    workspace.post(Stop(1))
    workspace.run()
    assert workspace.end(1).outcome == "stopped"
    assert len(grown(workspace.events)) == 2


def test_one_strange_file_does_not_end_it(run, folder, workspace, monkeypatch):
    from engine.folder import judging

    def judge(judge, path, number, image=None):
        if path.name == "b.PNG":
            raise RuntimeError("out of memory")
        return judge_file(judge, path, number, image)

    monkeypatch.setattr(judging, "judge_file", judge)
    rows = grown(workspace.run(InspectFolder(1, str(run), str(folder))))
    assert len(rows) == 5
    assert "out of memory" in next(r for r in rows if r.file.endswith("b.PNG")).problem.reason


def test_a_folder_without_images_is_refused(run, tmp_path, workspace):
    workspace.run(InspectFolder(1, str(run), str(tmp_path)))
    assert workspace.end(1).template == "{path}: no images in it."


def test_without_a_database_or_training_images_it_judges_all_the_same(
    run, folder, workspace, monkeypatch
):
    from engine.folder import inspection, jobs

    def gone(*_: object) -> Iterator[object]:
        raise DataError("{path}: the images are gone.", path="/x")
        yield

    class Locked:
        def __init__(self, _project: Path) -> None:
            raise RunError("{path}: cannot be opened.", path="/x")

    monkeypatch.setattr(jobs, "kept_reference", lambda _folder: None)
    monkeypatch.setattr(jobs, "WORTH_IT", 1)
    monkeypatch.setattr(jobs, "look_up", gone)
    monkeypatch.setattr(inspection, "OperationStore", Locked)
    events = workspace.run(InspectFolder(1, str(run), str(folder)))
    assert workspace.end(1).outcome == "done"
    head = begun(events)
    assert head.number == 0
    assert [remark.template for remark in head.remarks] == [
        "{path}: the images are gone.", "{path}: cannot be opened.",
    ]  # fmt: skip
    assert all(row.distance is None and not row.unlike for row in grown(events))


# ------------------------------------------------------------------ watching


def test_a_file_arrives_when_it_no_longer_grows(tmp_path):
    arrivals = Arrivals(tmp_path)
    assert arrivals.look() == []
    whole, half = tmp_path / "whole.png", tmp_path / "half.png"
    whole.write_bytes(b"12345")
    half.write_bytes(b"1")
    assert arrivals.look() == []
    assert arrivals.pending == 2
    half.write_bytes(b"12")
    assert arrivals.look() == [whole]
    assert arrivals.look() == [half]
    assert arrivals.look() == []
    assert arrivals.pending == 0
    whole.write_bytes(b"123456")
    assert arrivals.look() == [] and arrivals.look() == [whole], "written again: judged again"
    assert arrivals.look() == []


def test_a_file_that_cannot_be_read_yet_is_named_again(tmp_path):
    arrivals = Arrivals(tmp_path)
    torn = tmp_path / "torn.png"
    torn.write_bytes(b"1")
    arrivals.look()
    for _ in range(PATIENCE - 1):
        assert arrivals.look() == [torn]
        assert arrivals.again(torn)
    assert arrivals.look() == [torn]
    assert not arrivals.again(torn), "nobody writes it any more"
    assert arrivals.look() == []


def test_files_and_folders_that_vanish_are_survived(tmp_path):
    place = tmp_path / "share"
    place.mkdir()
    arrivals = Arrivals(place)
    file = place / "a.png"
    file.write_bytes(b"1")
    arrivals.look()
    assert arrivals.look() == [file]
    shutil.rmtree(place)
    assert arrivals.again(file)
    assert arrivals.look() == []
    assert arrivals.lost
    place.mkdir()
    file.write_bytes(b"1")
    arrivals.look()
    assert arrivals.look() == [file]
    assert not arrivals.lost


def test_results_below_a_watched_folder_do_not_arrive(tmp_path):
    arrivals = Arrivals(tmp_path, tmp_path / "out")
    (tmp_path / "out" / "heat").mkdir(parents=True)
    (tmp_path / "out" / "heat" / "a.png").write_bytes(b"1")
    arrivals.look()
    assert arrivals.look() == []


class Clock:
    """Time that only goes on when it is told to."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def watched(run, tmp_path):
    """A session that watches an empty folder, by a clock that is turned by hand."""
    workspace, clock = Workspace(), Clock()
    workspace.session = Session("test", workspace.events.append, clock)
    place = tmp_path / "in"
    place.mkdir()
    workspace.post(InspectFolder(1, str(run), str(place), watch=True, keep=True, csv="v.csv"))

    def look() -> None:
        clock.now += 1e6
        while workspace.session.advance():
            pass

    return workspace, place, look


def test_a_watched_folder_lets_others_pass_and_sleeps(watched, run, tiny_set):
    workspace, place, look = watched
    look()
    assert not workspace.session.advance(), "nothing to do right now"
    assert workspace.session.rest() == pytest.approx(0.5, abs=0.4)
    assert [e for e in workspace.events if isinstance(e, FolderGrown)][-1].waiting
    # A click, and another long job behind it.
    workspace.run(ListRuns(2, str(run.parent.parent)))
    assert workspace.end(2).outcome == "done"
    other = place.parent / "other"
    other.mkdir()
    file = next((tiny_set / "Class5" / "Test").glob("*.PNG"))
    shutil.copy(file, other / "x.png")
    workspace.run(InspectFolder(3, str(run), str(other)))
    assert workspace.end(3).outcome == "done"
    # A whole file, and one that is still being written.
    shutil.copy(file, place / "whole.png")
    (place / "half.png").write_bytes(file.read_bytes()[:1000])
    look()
    assert not grown(workspace.of(1))
    with (place / "half.png").open("ab") as writing:
        writing.write(file.read_bytes()[1000:2000])
    look()
    assert [Path(row.file).name for row in grown(workspace.of(1))] == ["whole.png"]
    shutil.copy(file, place / "half.png")
    look()
    look()
    look()
    assert [Path(row.file).name for row in grown(workspace.of(1))] == ["whole.png", "half.png"]
    assert all(row.prediction is not None for row in grown(workspace.of(1)))
    # Stop is heard although it rests.
    workspace.post(Stop(1))
    workspace.run()
    assert workspace.end(1).outcome == "stopped"
    assert len(table(begun(workspace.of(1)).csv)) == 2
    assert workspace.session.rest() is None


def test_a_paused_watcher_does_not_hold_others(watched, run):
    workspace, place, look = watched
    look()
    workspace.post(Pause(1))
    assert workspace.session.rest() is None
    write_image(place / "a.png", np.zeros((256, 256), np.uint8))
    look()
    look()
    assert not grown(workspace.of(1))
    workspace.run(ReadDrift(2, str(run)))
    assert workspace.end(2).outcome == "done"
    workspace.post(Resume(1))
    look()
    look()
    assert len(grown(workspace.of(1))) == 1


# ------------------------------------------------------------------ familiarity


def test_images_unlike_the_training_images_are_flagged(run, tiny_set, tmp_path, workspace):
    folder = RunFolder.load(run)
    known, strange = tmp_path / "known", tmp_path / "strange"
    known.mkdir()
    strange.mkdir()
    with (run / "split.csv").open(newline="") as file:
        held_out = [row["file"] for row in csv.DictReader(file) if row["part"] == "test"]
    for number, name in enumerate(held_out):
        shutil.copy(tiny_set / name, known / f"{number}.png")
    rng = np.random.default_rng(1)
    ramp = np.tile(np.linspace(0, 255, 256), (256, 1))
    pictures = {
        "noise": rng.integers(0, 256, (256, 256)),
        "dark": rng.integers(0, 256, (256, 256)) // 4,
        "ramp": ramp,
        "checks": 255 * ((np.indices((256, 256)) // 16).sum(0) % 2),
    }
    for name, picture in pictures.items():
        write_image(strange / f"{name}.png", picture.astype(np.uint8))
    alike = grown(workspace.run(InspectFolder(1, str(run), str(known))))
    unlike = grown(workspace.run(InspectFolder(2, str(run), str(strange))))
    assert len(alike) == len(held_out)
    assert sum(row.unlike for row in alike) <= 0.2 * len(alike)
    assert all(row.unlike for row in unlike), [(r.file, r.distance) for r in unlike]
    reference = kept_reference(folder)
    assert reference is not None
    assert (
        reference.about == begun(workspace.of(1)).familiarity == begun(workspace.of(2)).familiarity
    )
    assert reference.about.training == reference.rows.shape[0]
    assert 0 < reference.about.alarms < 0.2


def test_a_reference_is_kept_for_these_weights_alone(run, folder, workspace):
    workspace.run(InspectFolder(1, str(run), str(folder)))
    folder = RunFolder.load(run)
    assert kept_reference(folder) is not None
    file = run / "measures" / "familiarity.npz"
    held, weights = file.read_bytes(), folder.weights.read_bytes()
    try:
        file.write_bytes(b"broken")
        assert kept_reference(folder) is None
        file.write_bytes(held)
        folder.weights.write_bytes(weights + b" ")
        assert kept_reference(folder) is None
    finally:
        file.write_bytes(held)
        folder.weights.write_bytes(weights)


def test_the_distance_is_the_mean_of_the_nearest_in_standard_deviations():
    rng = np.random.default_rng(2)
    rows = (rng.normal(size=(30, 4)) * [1, 10, 100, 0] + [0, 5, 7, 3]).astype(np.float32)
    reference = make_reference(rows, np.empty((0, 4), np.float32))
    scale = np.maximum(rows.std(axis=0), 0.1 * np.sqrt(np.mean(rows.std(axis=0) ** 2)))
    point = np.array([1, 2, 3, 4], np.float32)
    apart = np.sort(np.linalg.norm((rows - point) / scale, axis=1))
    assert reference.distance(point) == pytest.approx(apart[:NEIGHBOURS].mean(), rel=1e-4)
    assert not reference.about.held_out


def test_the_limit_is_exceeded_as_rarely_as_it_promises():
    rng = np.random.default_rng(3)
    over = []
    for _ in range(400):
        values = rng.exponential(size=60)
        limit, rate = conformal_limit(values[:-1], 0.05)
        over.append(values[-1] > limit)
    assert rate == 0.05
    assert np.mean(over) == pytest.approx(0.05, abs=0.03)
    assert conformal_limit(np.array([1.0, 3.0, 2.0]), 0.05) == (3.0, 0.25)
    with pytest.raises(DataError, match="too few"):
        make_reference(np.zeros((5, 2), np.float32), np.empty((0, 2), np.float32))


def test_features_cost_no_second_pass(run, folder, monkeypatch, workspace):
    from engine.network.window_classifier import WindowClassifier

    passes = []
    whole = WindowClassifier.dense
    monkeypatch.setattr(
        WindowClassifier, "dense", lambda self, x: passes.append(1) or whole(self, x)
    )
    rows = grown(workspace.run(InspectFolder(1, str(run), str(folder), keep=True, heat="heat")))
    assert len(passes) == sum(row.prediction is not None for row in rows)
    assert all(row.distance is not None for row in rows if row.prediction is not None)


def test_features_are_means_over_the_image(run, folder):
    found = judge_file(load_judge(RunFolder.load(run)), folder / "b.PNG", 0)
    maps = found.judged.features
    assert image_features(maps) == pytest.approx(maps[0].float().mean((1, 2)).numpy())


# ------------------------------------------------------------------ pictures


def test_the_pictures_legend_says_what_its_colours_are():
    image = np.full((100, 100), 128, np.uint8)
    heat = np.array([[-2.0, 0.0], [0.0, 1.0]], np.float32)
    shown = heat_picture(image, heat, (50.0, 50.0), (0, 0, 40, 40))
    assert shown.shape == (100 + STRIP, 240, 3)
    against, nothing, speaks = shown[45, 45], shown[25, 75], shown[75, 75]
    assert against[2] > against[0] + 40, "blue speaks against"
    assert speaks[0] > speaks[2] + 40, "orange speaks for"
    assert nothing.tolist() == [128, 128, 128]
    assert shown[0, 0].tolist() == [255, 216, 74]
    # The same colours in the strip: at its ends the largest absolute value, which is 2.
    assert shown[100 + 8, 6].tolist() == pytest.approx(against.tolist(), abs=2)
    half = 6 + round(0.75 * (240 - 12 - 1))
    assert shown[100 + 8, half].tolist() == pytest.approx(speaks.tolist(), abs=4)


# ------------------------------------------------------------------ drift


def rows_of(scores: np.ndarray, threshold: float = 0.5) -> list[tuple]:
    return [
        (f"2026-01-01T00:00:{n:09.3f}", float(s), bool(s > threshold), 1.0, bool(s > 0.95))
        for n, s in enumerate(scores)
    ]


def test_drift_is_summed_up_in_blocks():
    rng = np.random.default_rng(4)
    scores = rng.random(130)
    found = make_drift("run", 0.5, rows_of(scores), rng.random(80), "test", True, 50)
    assert [block.images for block in found.blocks] == [50, 50, 30]
    intervals = all_intervals(50)
    for place, block in enumerate(found.blocks[:2]):
        part = scores[50 * place : 50 * place + 50]
        assert block.defective == (part > 0.5).sum()
        assert block.defective_interval == pytest.approx(tuple(intervals[block.defective]))
        assert 1 / (1 + np.exp(-block.middle)) == pytest.approx(np.median(part), abs=0.02)
    assert len(found.at) == 81
    last = np.quantile(found.odds[-50:], (0.25, 0.5, 0.75))
    assert found.rolling[-1] == pytest.approx(last)
    assert not found.odds.flags.writeable
    assert found.chart is not None
    assert (found.chart.images, found.chart.reference) == (len(scores), 80)


def test_the_chart_sees_a_shift_and_since_when():
    rng = np.random.default_rng(5)
    held_out = rng.beta(2, 8, 200)
    same = make_drift("r", 0.9, rows_of(rng.beta(2, 8, 200)), held_out, "test", True, 50)
    later = np.concatenate([rng.beta(2, 8, 150), rng.beta(4, 6, 60)])
    moved = make_drift("r", 0.9, rows_of(later), held_out, "test", True, 50)
    assert same.chart is not None and same.chart.alarm is None
    assert moved.chart is not None and moved.chart.alarm is not None
    assert 150 <= moved.chart.alarm < 200 and abs(moved.chart.value) > moved.chart.limit
    assert make_drift("r", 0.9, rows_of(rng.random(10)), held_out, "test", True, 50).chart is None


def test_the_rate_of_false_alarms_is_the_one_stated():
    """Over 1,000 images like the reference, whatever scores are distributed like, ties included."""
    rng = np.random.default_rng(11)
    for count, draw in ((30, rng.standard_cauchy), (120, lambda n: rng.integers(0, 6, n) / 6.0)):
        limit = limit_for(count)
        alarms = sum(
            bool(follow(np.asarray(draw(RUN_LENGTH)), np.asarray(draw(count)), limit).alarms)
            for _ in range(300)
        )
        assert alarms / 300 <= FALSE_ALARMS + 3 * (0.05 * 0.95 / 300) ** 0.5


def test_a_look_more_changes_nothing_of_the_chart_before():
    rng = np.random.default_rng(2)
    held_out, drawn = rng.random(60), rng.random(1500)
    drawn[1200:] += 2
    limit = limit_for(60)
    whole = follow(drawn, held_out, limit)
    assert whole.alarms and whole.first == 1000
    looks = [follow(drawn[:n], held_out, limit).alarms for n in range(1190, 1500, 10)]
    assert {a for seen in looks for a in seen} <= set(whole.alarms)


def test_drift_outlives_the_program(run, folder, workspace):
    before = read_drift(RunFolder.load(run)).total
    workspace.run(InspectFolder(1, str(run), str(folder)))
    events = Workspace().run(ReadDrift(1, str(run)))
    (found,) = [event.drift for event in events if isinstance(event, DriftRead)]
    assert found.total == before + 4, "unreadable files have no score"
    with OperationStore(run.parent.parent) as store:
        listed = store.inspections()
    number = begun(workspace.events).number
    assert listed[0].number == number
    assert listed[0].rows == 5
    with OperationStore(run.parent.parent) as store:
        assert list(store.files(number)) == grown(workspace.events)
        assert store.head(number, run.parent) == begun(workspace.events)
        with pytest.raises(RunError, match="no inspection number"):
            store.head(10**6, run.parent)


def test_drift_is_held_against_the_runs_own_normal_test_images(run):
    found = read_drift(RunFolder.load(run))
    assert found.part == "test"
    assert found.normals_only
    with (run / "split.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    labels = {label.name: label.defective for label in RunFolder.load(run).record.labels}
    normal = sum(row["part"] == "test" and labels[row["class"]] is False for row in rows)
    assert len(found.reference) == normal


# ------------------------------------------------------------------ report


def reported(workspace: Workspace, run: Path, number: int, **values) -> FolderReported:
    job = 1000 + len(workspace.events)
    workspace.run(WriteFolderReport(job, str(run.parent.parent), number, **values))
    (event,) = [e for e in workspace.of(job) if isinstance(e, FolderReported)]
    return event


def test_a_report_stands_by_itself_and_escapes_names(run, folder, workspace):
    workspace.run(InspectFolder(1, str(run), str(folder), keep=True, csv="v.csv"))
    head = begun(workspace.events)
    made = reported(workspace, run, head.number)
    text = Path(made.path).read_text("utf-8")
    assert Path(made.path).parent == Path(head.out)
    assert "<script" not in text
    assert "&lt;script&gt;alert(1)" in text
    assert "사진" in text
    assert 'src="data:image/jpeg;base64,' in text
    assert 'src="http' not in text
    assert 'href="http' not in text
    for words in (
        run.name, head.fingerprint, "the file is cut off", "is not known from this inspection",
        "unlike the training images", head.began[:10], "<svg",
    ):  # fmt: skip
        assert words in text, words
    again = reported(workspace, run, head.number)
    assert again.path != made.path


def test_a_report_calls_the_run_by_the_name_a_person_gave_it(run, folder, workspace):
    workspace.run(InspectFolder(1, str(run), str(folder), keep=True))
    keep_title(run, "Line 3 <new lamp>")
    try:
        made = reported(workspace, run, begun(workspace.events).number)
    finally:
        keep_title(run, "")
    text = Path(made.path).read_text("utf-8")
    assert f"Line 3 &lt;new lamp&gt; ({run.name})" in text


def test_pages_to_print_come_with_their_pictures(run, folder, workspace):
    workspace.run(InspectFolder(1, str(run), str(folder), keep=True))
    number = begun(workspace.events).number
    made = reported(workspace, run, number, path="/somewhere/r.pdf", language="ko", paper=True)
    pictures = dict(made.pictures)
    assert pictures["scores.svg"].startswith(b"<svg")
    drawn = [name for name in pictures if name.endswith(".jpg")]
    assert len(drawn) == 4
    assert all(f'src="{name}"' in made.html for name in pictures)
    assert not Path(made.path).exists()


def test_a_report_on_files_that_are_gone_has_no_pictures_of_them(run, folder, workspace):
    workspace.run(InspectFolder(1, str(run), str(folder), keep=True))
    shutil.rmtree(folder)
    text = Path(reported(workspace, run, begun(workspace.events).number).path).read_text("utf-8")
    assert "data:image" not in text
    assert "b.PNG" in text


def test_words_of_the_report_have_their_fields():
    template = (Path(__file__).parents[2] / "resources" / "report" / "batch.html").read_text()
    assert template.count('words("') > 40
    assert Words("en")("{n} more are in the table of all images.", n="3").startswith("3 more")


# ------------------------------------------------------------------ command line


def last_json(capsys) -> dict:
    return json.loads(capsys.readouterr().out.strip().splitlines()[-1])


def test_the_command_line_does_the_same(run, folder, tmp_path, capsys):
    file, heat, report = tmp_path / "v.csv", tmp_path / "heat", tmp_path / "r.html"
    words = ["inspect", str(run), str(folder), "--csv", str(file), "--heat", str(heat)]
    assert main([*words, "--report", str(report), "--json"]) == 4, "one cannot be read"
    said = capsys.readouterr().out
    found = json.loads(said.strip().splitlines()[-1])
    assert found["images"] == 4
    assert found["unlike"] >= 1
    assert "unlike the training images: " in said
    assert report.read_text("utf-8").startswith("<!DOCTYPE html>")
    rows = {Path(row["file"]).name: row for row in table(str(file))}
    assert rows["noise.png"]["familiar"] == "no"
    assert rows["b.PNG"]["familiar"] == "yes"
    assert len(list(heat.rglob("*.png"))) == 4
    assert main(["inspect", str(run), str(folder), "--no-familiarity", "--json"]) == 4
    assert last_json(capsys)["unlike"] is None
    assert main(["drift", str(run), "--block", "4", "--json"]) == 0
    found = last_json(capsys)
    assert found["images"] == sum(b["last"] - b["first"] + 1 for b in found["blocks"])
    assert found["reference"]["part"] == "test"
    assert main(["drift", str(run), "--block", "1"]) == 2


def test_every_row_of_a_batch_has_a_time_in_order(run, folder, workspace):
    rows = grown(workspace.run(InspectFolder(1, str(run), str(folder))))
    assert all(a.time <= b.time for a, b in itertools.pairwise(rows))
