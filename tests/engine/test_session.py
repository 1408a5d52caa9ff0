from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from engine.core.command import Cancel, Command, Pause, Resume, Shutdown, Stop
from engine.core.errors import RunError
from engine.core.event import EngineReady, Event
from engine.core.job import JOBS
from engine.data.messages import (
    DataOpened,
    LoadThumbnails,
    OpenData,
    SampleShown,
    ShowSample,
    Thumbnail,
)
from engine.inspect.messages import (
    ChannelShown,
    ChannelsListed,
    Inspected,
    InspectImage,
    ListChannels,
    Predicted,
    PredictRun,
    ShowChannel,
)
from engine.project.runs import RunFolder
from engine.project.store import PredictionStore
from engine.runs.messages import ListRuns, RunsListed
from engine.training.messages import StepDone, Train
from tests.engine.conftest import Workspace, quick


def test_a_session_says_first_what_it_offers(workspace: Workspace):
    (ready,) = workspace.events
    assert isinstance(ready, EngineReady)
    assert dict(ready.networks)["vgg16"] == "VGG-16"
    assert ready.device


def train(job: int, data: Path, project: Path, **values) -> Train:
    return Train(job, str(data), str(project), quick(**values))


def test_interactive_work_goes_before_the_next_step_of_a_training(
    workspace: Workspace, tiny_set: Path, tmp_path: Path
):
    workspace.run(OpenData(1, str(tiny_set)))
    workspace.post(train(2, tiny_set, tmp_path, iterations=30))
    while not any(isinstance(e, StepDone) for e in workspace.events):
        workspace.session.advance()
    workspace.post(ShowSample(3, 0))
    workspace.session.advance()
    assert isinstance(workspace.events[-1], SampleShown)
    workspace.run()
    assert workspace.end(2).outcome == workspace.end(3).outcome == "done"


def test_trainings_queue_and_a_queued_one_can_be_cancelled(
    workspace: Workspace, tiny_set: Path, tmp_path: Path
):
    for job in (1, 2, 3):
        workspace.post(train(job, tiny_set, tmp_path, iterations=2))
    workspace.session.advance()
    workspace.post(Cancel(2))
    workspace.run()
    assert [workspace.end(job).outcome for job in (1, 2, 3)] == ["done", "cancelled", "done"]
    assert len(list((tmp_path / "runs").iterdir())) == 2


def test_pause_holds_the_lane_and_resume_goes_on(
    workspace: Workspace, tiny_set: Path, tmp_path: Path
):
    workspace.post(train(1, tiny_set, tmp_path, iterations=3))
    for _ in range(5):
        workspace.session.advance()
    workspace.post(Pause(1))
    count = len(workspace.events)
    assert not workspace.session.advance()
    assert len(workspace.events) == count
    workspace.post(Resume(1))
    workspace.run()
    assert workspace.end(1).outcome == "done"


def test_stop_ends_stopped_and_cancel_ends_cancelled(
    workspace: Workspace, tiny_set: Path, tmp_path: Path
):
    workspace.post(train(1, tiny_set, tmp_path, iterations=5000))
    while not any(isinstance(e, StepDone) for e in workspace.events):
        workspace.session.advance()
    workspace.post(Stop(1))
    workspace.run()
    assert workspace.end(1).outcome == "stopped"
    workspace.post(train(2, tiny_set, tmp_path, iterations=5000))
    for _ in range(20):
        workspace.session.advance()
    workspace.post(Cancel(2))
    assert workspace.end(2).outcome == "cancelled"
    workspace.post(Cancel(2))  # too late: answered by its JobEnded alone
    workspace.run()
    workspace.end(2)


def test_failures_carry_a_sentence_and_its_template(workspace: Workspace, tmp_path: Path):
    workspace.run(OpenData(1, str(tmp_path / "gone")))
    ended = workspace.end(1)
    assert ended.outcome == "failed"
    assert ended.message == ended.template.format(**ended.values)
    assert "no such folder" in ended.message
    assert ended.details == ""


def test_a_bug_is_reported_with_its_traceback_and_the_lane_lives_on(
    workspace: Workspace, tiny_set: Path, monkeypatch
):
    def broken(*_):
        raise ZeroDivisionError("boom")
        yield

    monkeypatch.setitem(JOBS, ListRuns, broken)
    workspace.run(ListRuns(1, "x"))
    assert workspace.end(1).outcome == "failed"
    assert "ZeroDivisionError" in workspace.end(1).details
    workspace.run(OpenData(2, str(tiny_set)))
    assert workspace.end(2).outcome == "done"


def test_after_shutdown_everything_is_rejected(
    workspace: Workspace, tiny_set: Path, tmp_path: Path
):
    workspace.post(train(1, tiny_set, tmp_path))
    workspace.session.advance()
    workspace.session.handle(Shutdown())
    assert workspace.end(1).outcome == "cancelled"
    workspace.post(OpenData(2, str(tiny_set)))
    assert workspace.end(2).outcome == "rejected"


def test_unknown_commands_are_rejected(workspace: Workspace):
    workspace.run(Command(1))
    assert workspace.end(1).outcome == "rejected"


def test_looking_at_images_needs_an_open_set(workspace: Workspace):
    workspace.run(ShowSample(1, 0))
    assert "Open a folder first" in workspace.end(1).message


# ---------------------------------------------------------------- with a trained network


@pytest.fixture
def opened(workspace: Workspace, tiny_set: Path) -> Workspace:
    workspace.run(OpenData(1, str(tiny_set)))
    return workspace


def test_inspect_channels_and_activations_of_a_real_run(opened: Workspace, trained: Path):
    workspace, run = opened, str(trained)
    (shown,) = [e for e in workspace.run(InspectImage(2, run, 3)) if isinstance(e, Inspected)]
    assert shown.image.shape == (256, 256)
    assert shown.scores.shape == (25, 25)
    assert shown.scores.max() == pytest.approx(shown.prediction.score)
    assert sum(p for _, p in shown.probabilities) == pytest.approx(1)
    x, y, width, height = shown.prediction.box
    row, column = np.unravel_index(shown.scores.argmax(), shown.scores.shape)
    assert (x, y, width, height) == (column * 8, row * 8, 64, 64)
    assert shown.layers == ("conv1", "conv2", "conv3", "conv4")
    for array in (shown.image, shown.heat, shown.scores):
        assert not array.flags.writeable
        assert array.flags.c_contiguous
    (listed,) = [
        e for e in workspace.run(ListChannels(3, run, 3, "conv4")) if isinstance(e, ChannelsListed)
    ]
    assert len(listed.channels) == 24
    (channel,) = [
        e for e in workspace.run(ShowChannel(4, run, 3, "conv4", listed.channels[0].number))
        if isinstance(e, ChannelShown)
    ]  # fmt: skip
    assert channel.activation.shape == (32, 32)
    workspace.run(ShowChannel(5, run, 3, "conv4", 99))
    assert "no channel 99" in workspace.end(5).message


def test_predictions_agree_with_the_runs_own_test_figures(opened: Workspace, trained: Path):
    events = opened.run(PredictRun(2, str(trained), "test"))
    rows = [p for e in events if isinstance(e, Predicted) for p in e.predictions]
    record = RunFolder.load(trained).record
    assert record.test is not None
    data = next(e.data for e in opened.events if isinstance(e, DataOpened))
    assert len(rows) == record.test.images
    flagged = {p.index for p in rows if p.defective}
    bad = {p.index for p in rows if data.samples[p.index].defective}
    assert (len(flagged - bad), len(bad - flagged)) == (record.test.overkills, record.test.escapes)


def test_new_verdicts_are_stored_and_equal_when_asked_again(opened: Workspace, own_run: Path):
    first = opened.run(PredictRun(2, str(own_run), "validation"))
    again = opened.run(PredictRun(3, str(own_run), "validation"))

    def scores(events: list[Event]) -> dict[int, float]:
        return {p.index: p.score for e in events if isinstance(e, Predicted) for p in e.predictions}

    assert scores(first) == scores(again)
    assert sum(isinstance(e, Predicted) for e in again) == 1, "all from the store at once"


def test_a_run_of_another_set_is_refused(workspace: Workspace, trained: Path, tmp_path: Path):
    from engine.data.synth.writer import SynthSpec, write_dataset

    for _ in write_dataset(tmp_path / "other", SynthSpec((1,), 2, 1, 128), workers=0):
        pass
    workspace.run(OpenData(1, str(tmp_path / "other")))
    workspace.run(InspectImage(2, str(trained), 0))
    assert "was trained on other images" in workspace.end(2).message


def test_thumbnails_leave_out_what_cannot_be_read(opened: Workspace):
    events = opened.run(LoadThumbnails(2, (0, 9999, 1), 64))
    thumbs = [e for e in events if isinstance(e, Thumbnail)]
    assert [t.index for t in thumbs] == [0, 1]
    assert thumbs[0].image.shape == (64, 64)


def test_damaged_runs_are_named(trained: Path, tmp_path: Path):
    with pytest.raises(RunError, match="not a run"):
        RunFolder.load(tmp_path)
    (tmp_path / "run.toml").write_text("[recipe\n")
    with pytest.raises(RunError, match="damaged"):
        RunFolder.load(tmp_path)


def test_a_damaged_run_does_not_hide_the_others(
    workspace: Workspace, trained: Path, tmp_path: Path
):
    import shutil

    shutil.copytree(trained, tmp_path / "runs" / "good")
    (tmp_path / "runs" / "bad").mkdir()
    (tmp_path / "runs" / "bad" / "run.toml").write_text("nonsense")
    (listed,) = [e for e in workspace.run(ListRuns(1, str(tmp_path))) if isinstance(e, RunsListed)]
    assert [run.name for run in listed.runs] == ["good"]
    assert listed.runs[0].curve[0].loss is not None


def test_a_database_that_is_none_is_named(tmp_path: Path):
    (tmp_path / "workbench.sqlite").write_bytes(b"not a database" * 100)
    with pytest.raises(RunError, match=r"workbench\.sqlite"):
        PredictionStore(tmp_path)


PICTURES_FIRST = """
import sys, time
from engine.answer.messages import FindOut
from engine.core.event import EngineReady, JobEnded
from engine.data.messages import LoadThumbnails, OpenData, Thumbnail
from engine.runs.messages import ListRuns
from engine.session import Session

said = []
lane = Session("test", lambda event: said.append((type(event).__name__, "torch" in sys.modules)))
lane.handle(ListRuns(1, sys.argv[2]))  # a project that is opened before its images
lane.handle(OpenData(2, sys.argv[1]))
lane.handle(FindOut(3))  # asked for as soon as the images are there
while lane.advance():
    pass
assert lane.rest() > 0
lane.handle(LoadThumbnails(4, (0, 1), 64))
while lane.advance():
    pass
assert [loaded for name, loaded in said if name == "Thumbnail"] == [False, False], said
time.sleep(lane.rest())
lane.advance()
assert ("EngineReady", True) in said, said
assert lane.rest() is None
"""


def test_pictures_of_a_folder_come_before_torch_is_loaded(tiny_set, tmp_path):
    """Torch takes seconds; a click on a folder waited for it."""
    done = subprocess.run(
        [sys.executable, "-c", PICTURES_FIRST, str(tiny_set), str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert not done.returncode, done.stderr
