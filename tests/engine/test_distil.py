"""Students: their lessons, their loss, and the run they become."""

from __future__ import annotations

import json
import shutil
import time
from pathlib import Path

import numpy as np
import pytest
import torch

from engine.compress.distil import distil
from engine.compress.learning import Preview, make_student
from engine.compress.lessons import Course, Lesson, lesson_loss, of_windows
from engine.compress.messages import Distil, StudentReady, StudentStep
from engine.compress.synthetic_defects import make_defects
from engine.compress.teaching import read_lessons, teach
from engine.core.command import Stop
from engine.core.errors import DataError, RunError
from engine.core.student_size import WIDEST, student_widths
from engine.data.readers.detect import open_dataset
from engine.data.store import ImageStore
from engine.data.views import IGNORED
from engine.project.runs import RunFolder
from engine.training.run import load_judge
from main import main
from tests.engine.conftest import Workspace


def drain(work):
    steps = []
    while True:
        try:
            steps.append(next(work))
        except StopIteration as end:
            return steps, end.value


@pytest.fixture
def own(trained: Path, tmp_path: Path) -> Path:
    """A copy of the run: other tests count the files of the shared one."""
    shutil.copytree(trained.parent.parent, tmp_path / "project")
    return tmp_path / "project" / "runs" / trained.name


@pytest.mark.parametrize("filters", [12, 33, 66, 132, 2112])
def test_widths_add_up(filters: int):
    widths = student_widths(filters)
    assert filters - 3 * 7 <= sum(widths) <= filters
    assert min(widths) >= 2
    assert filters < 32 or not any(width % 8 for width in widths)
    assert student_widths(sum(WIDEST)) == WIDEST


def test_too_few_filters_are_refused():
    with pytest.raises(ValueError, match="12 to 2112"):
        student_widths(11)


def test_a_student_has_its_filters_and_judges_windows():
    student = make_student(33, 4, 128, 0).eval()
    assert [join.conv.out_channels for join in student.features] == [8, 8, 16]
    with torch.inference_mode():
        logits = student.dense(torch.zeros(1, 256, 256, dtype=torch.uint8)).logits
    assert logits.shape == (1, 4, 17, 17)


def test_what_is_said_turns_and_shifts_with_its_crop():
    window, stride = 64, 16
    rng = np.random.default_rng(0)
    image = rng.integers(0, 256, (326, 290), dtype=np.uint8)

    def cells(picture: np.ndarray) -> np.ndarray:
        rows, columns = (side // stride for side in picture.shape)
        whole = picture[: rows * stride, : columns * stride]
        return whole.reshape(rows, stride, columns, stride).mean((1, 3)).astype(np.float16)

    said = cells(image)[None]
    lessons = [
        Lesson(image, said, np.array([[3, 4]])), Lesson(image, said, np.zeros((0, 2), int))
    ]  # fmt: skip
    course = Course(lessons, window, stride, 0, flip=True)
    crops, words = course.batch(0)
    assert crops.shape[1:] == (192, 192)
    for crop, spoken in zip(crops.numpy(), words.numpy(), strict=True):
        assert np.allclose(cells(crop), spoken[0], atol=0.1)
    windows = of_windows(words, window // stride)
    first = crops[0, :window, :window].float().mean()
    assert float(windows[0, 0, 0, 0]) == pytest.approx(float(first), abs=0.1)
    again, _ = course.batch(0)
    assert torch.equal(again, crops)
    other, _ = course.batch(1)
    assert not torch.equal(other, crops)


def test_a_student_that_says_the_same_has_nothing_to_learn():
    said = torch.randn(2, 3, 4, 4)
    assert lesson_loss(said, said) == pytest.approx(0, abs=1e-6)
    assert lesson_loss(said + 5, said) == pytest.approx(0, abs=1e-6), "softmax knows no offset"
    assert lesson_loss(-said, said) > 0.1


def test_one_window_on_a_defect_weighs_as_much_as_all_beside_it():
    said = torch.zeros(1, 4, 4, dtype=torch.int64)
    said[0, 0, 0] = 1
    logits = torch.zeros(1, 2, 4, 4)
    logits[:, 0] = 2.0  # right for fifteen windows, wrong for one
    right, wrong = np.log1p(np.exp(-2.0)), np.log1p(np.exp(2.0))
    assert float(lesson_loss(logits, said)) == pytest.approx((right + wrong) / 2, rel=1e-5)
    said[0, 1:, :] = IGNORED
    assert float(lesson_loss(logits, said)) == pytest.approx((right + wrong) / 2, rel=1e-5)


def test_a_teacher_says_what_it_judges_and_is_asked_once(own: Path, tiny_set: Path):
    folder = RunFolder.load(own)
    store, judge = ImageStore(open_dataset(tiny_set)), load_judge(folder)
    work = teach(folder, judge, store, [0, 3])
    while 0 not in read_lessons(folder):
        step = next(work)
        if step[1] == 1:
            work.close()  # what was found stays
    assert list(read_lessons(folder)) == [0]
    _, said = drain(teach(folder, judge, store, [0, 3]))
    own_logits = judge.judge(store.image(3)).logits
    windows = of_windows(torch.from_numpy(said[3])[None].float(), judge.network.cells)[0].numpy()
    assert np.allclose(windows, own_logits, rtol=1e-3, atol=1e-3), "half precision"
    steps, _ = drain(teach(folder, judge, store, [0, 3]))
    assert steps == [("lessons", 2, 2)]
    (own / "best.safetensors").write_bytes((own / "last.safetensors").read_bytes() + b" ")
    assert read_lessons(RunFolder.load(own)) == {}


@pytest.mark.parametrize("lessons", ["teacher", pytest.param("labels", marks=pytest.mark.trial)])
def test_a_student_becomes_a_run(own: Path, tiny_set: Path, lessons: str):
    began = time.perf_counter()
    steps, found = drain(distil(own, filters=24, steps=60, lessons=lessons, made=0))
    shown = [step for step in steps if isinstance(step, Preview)]
    assert shown[-1].loss < shown[0].loss
    assert shown[-1].rates is not None
    folder, teacher = RunFolder.load(Path(found.run)), RunFolder.load(own)
    assert folder.record.origin.kind == "student"
    assert folder.record.origin.parent == own.name
    assert folder.record.origin.details["lessons"] == lessons
    took = time.perf_counter() - began
    assert 0 < folder.record.seconds < took, "its own time, not its teacher's"
    assert found.after.filters == 24
    assert found.after.multiply_adds > 0
    assert folder.record.test == found.test_after
    data = open_dataset(tiny_set)
    assert folder.read_split(data) == teacher.read_split(data)
    judged = load_judge(folder).judge(ImageStore(data).image(0))
    assert np.isfinite(judged.logits).all()
    assert main(["inspect", found.run, str(tiny_set / "Class1" / "Test"), "--json"]) in (0, 2)


def test_a_cancelled_student_leaves_no_run_but_its_lessons(own: Path):
    before = sorted(own.parent.iterdir())
    work = distil(own, filters=24, steps=60)
    for step in work:
        if isinstance(step, Preview):
            break
    work.close()
    assert sorted(own.parent.iterdir()) == before
    assert read_lessons(RunFolder.load(own))


def test_a_stopped_student_is_kept(own: Path):
    _, found = drain(distil(own, filters=24, steps=1000, stop=lambda: True))
    assert found.steps == 1
    assert RunFolder.load(Path(found.run)).record.state == "done"


def test_a_student_of_an_unfinished_run_is_refused(own: Path):
    RunFolder.load(own).update(state="failed")
    with pytest.raises(RunError, match="not finished"):
        next(distil(own))


@pytest.mark.trial
def test_the_command_line_teaches(own: Path, capsys):
    assert main(["compress", str(own), "--filters", "16", "--steps", "20", "--json"]) == 0
    said = capsys.readouterr().out
    values = json.loads(said.strip().splitlines()[-1])
    assert values["filters"]["after"] == 16
    assert values["lessons"] == "teacher"
    assert Path(values["run"]).is_dir()
    assert main(["compress", str(own), "--ratio", "4000"]) == 2


def test_the_session_teaches_and_stops(own: Path, workspace: Workspace):
    workspace.post(Distil(1, str(own), filters=16, steps=500))
    while not any(isinstance(event, StudentStep) for event in workspace.events):
        workspace.session.advance()
    workspace.post(Stop(1))
    workspace.run()
    (ready,) = [event for event in workspace.events if isinstance(event, StudentReady)]
    assert workspace.end(1).outcome == "stopped"
    assert ready.result.steps < 500
    assert ready.result.parent == str(own)


def test_made_defects_change_only_a_piece_of_normal_images(tiny_set: Path):
    store = ImageStore(open_dataset(tiny_set))
    samples = store.data.samples
    bad = [i for i, s in enumerate(samples) if s.label.defective][:2]
    good = [i for i, s in enumerate(samples) if s.label.defective is False]
    made = make_defects(store, bad, good, 6, 0)
    assert len(made) == 6
    for image in made:
        near = min((np.abs(image.astype(int) - store.image(i)) for i in good), key=np.sum)
        assert 0 < (near > 0).mean() < 0.9
    again = make_defects(store, bad, good, 6, 0)
    assert all(np.array_equal(a, b) for a, b in zip(made, again, strict=True))
    with pytest.raises(DataError, match="known region"):
        make_defects(store, good[:1], good, 1, 0)


def test_few_defects_are_made_more(own: Path, tiny_set: Path):
    steps, found = drain(distil(own, filters=16, steps=20, made=4))
    assert ("made", 3, 4) in steps
    assert RunFolder.load(Path(found.run)).record.origin.details["made"] == 4
