"""The real window with the real engine: real files, real training, real verdicts."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from engine.core.recipe import Recipe, default_recipe
from engine.data.messages import Synthesise
from gui.shell.app import Parts, application, build, start_when_open
from gui.style.look import LOOK
from gui.style.theme import Mode
from gui.toolkit.settings import Memory
from tests.deleting import delete_now

LONG = 120_000


def quick(**values: object) -> Recipe:
    base = {"iterations": 60, "batch": 8, "window": 64, "crop": 128, "folds": 4}
    return default_recipe("small", **(base | values))


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    gc.disable()  # as in the running program: cycles are collected in the window's thread
    app = application()
    LOOK.apply(Mode.LIGHT)
    memory = Memory(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    made = build(memory)
    made.window.resize(1366, 768)
    made.window.show()
    yield made
    made.stores.client.shut_down()
    made.window.close()
    assert all(lane.isFinished() for lane in made.lanes)
    for item in (made.window, made.stores, *made.lanes):
        item.deleteLater()
    delete_now(app)
    gc.collect()
    assert app is QApplication.instance()


def test_open_train_judge_and_look(parts: Parts, tiny_set: Path, tmp_path: Path, qtbot):
    stores, state = parts.stores, parts.stores.world
    notices: list[str] = []
    stores.client.notice.connect(lambda notice: notices.append(notice.text))
    stores.world.open_project(str(tmp_path / "project"))
    stores.data.open(str(tiny_set))
    qtbot.waitUntil(lambda: state.data is not None, timeout=LONG)
    assert state.data.layout == "dagm"
    # The networks are offered once torch is loaded, after the pictures.
    qtbot.waitUntil(lambda: "resnet18" in dict(stores.client.networks), timeout=LONG)
    assert stores.client.device.startswith(("CPU", "NVIDIA"))
    qtbot.waitUntil(lambda: stores.regions.sample is not None, timeout=LONG)

    stores.train.train([quick(), quick(fold=2, iterations=100_000)])
    parts.window.show_page("train")
    first, second = state.runs[1], state.runs[0]
    qtbot.waitUntil(lambda: first.test is not None, timeout=LONG)
    assert first.state == "done"
    assert len(first.curve.loss) == 60
    assert first.test.images == 10

    # The second run trains while its predecessor judges and explains images.
    qtbot.waitUntil(lambda: second.iteration >= 3, timeout=LONG)
    parts.window.show_page("inspect")
    stores.inspect.choose_run(first.path)
    stores.inspect.judge(first.path)
    qtbot.waitUntil(lambda: len(state.predictions.get(first.path, {})) == 10, timeout=LONG)
    index = next(s.index for s in state.data.samples if s.defective)
    stores.inspect.inspect(index)
    qtbot.waitUntil(lambda: stores.inspect.state.inspected is not None, timeout=LONG)
    shown = stores.inspect.state.inspected
    assert shown.index == index
    assert shown.heat.shape == (32, 32)
    stores.inspect.list_channels("conv3")
    qtbot.waitUntil(lambda: stores.inspect.state.channels is not None, timeout=LONG)
    stores.inspect.show_channel(stores.inspect.state.channels.channels[0].number)
    qtbot.waitUntil(lambda: stores.inspect.state.channel is not None, timeout=LONG)
    assert np.isfinite(stores.inspect.state.channel.activation).all()

    assert second.job, "the second run must still be training"
    before = second.iteration
    stores.client.stop(second.job)
    qtbot.waitUntil(lambda: second.test is not None and not second.job, timeout=LONG)
    assert second.state == "stopped"
    assert second.iteration >= before
    assert (Path(second.path) / "best.safetensors").is_file()
    assert notices == []


def test_the_demo_draws_its_images_opens_them_and_trains(parts: Parts, tmp_path: Path, qtbot):
    state = parts.stores.world
    parts.stores.world.open_project(str(tmp_path / "project"))
    start_when_open(parts, [quick(iterations=4)])
    parts.stores.data.draw(
        Synthesise(0, str(tmp_path / "images"), (3, 5), normal=8, defective=4, size=128)
    )
    qtbot.waitUntil(lambda: bool(state.runs) and state.runs[0].test is not None, timeout=LONG)
    assert state.data is not None
    assert state.data.images == 24
    assert parts.window.page == "train"


def test_errors_reach_the_user_with_the_cure(parts: Parts, tmp_path: Path, qtbot, monkeypatch):
    state = parts.stores.world
    (tmp_path / "empty").mkdir()
    parts.stores.data.open(str(tmp_path / "empty"))
    qtbot.waitUntil(lambda: bool(state.open_failed), timeout=LONG)
    assert "no images" in state.open_failed


def test_missing_weights_reach_the_user(
    parts: Parts, tiny_set: Path, tmp_path: Path, qtbot, monkeypatch
):
    monkeypatch.setenv("TRANSFERLENS_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("TORCH_HOME", str(tmp_path / "torch"))
    notices: list[str] = []
    parts.stores.client.notice.connect(lambda notice: notices.append(notice.text))
    parts.stores.world.open_project(str(tmp_path / "project"))
    parts.stores.data.open(str(tiny_set))
    qtbot.waitUntil(lambda: parts.stores.world.data is not None, timeout=LONG)
    parts.stores.train.train([default_recipe("transfer", network="resnet18")])
    qtbot.waitUntil(lambda: bool(notices), timeout=LONG)
    assert "weights import" in notices[0]
    assert not (tmp_path / "project" / "runs").exists()


def test_closing_while_training_stops_keeps_and_joins(
    parts: Parts, tiny_set: Path, tmp_path: Path, qtbot, monkeypatch
):
    state = parts.stores.world
    parts.stores.world.open_project(str(tmp_path / "project"))
    parts.stores.data.open(str(tiny_set))
    qtbot.waitUntil(lambda: state.data is not None, timeout=LONG)
    parts.stores.train.train([quick(iterations=100_000)])
    qtbot.waitUntil(lambda: state.runs[0].iteration >= 3, timeout=LONG)
    monkeypatch.setattr(parts.window.closing, "ask", lambda: "keep")
    parts.window.close()
    qtbot.waitUntil(lambda: all(lane.isFinished() for lane in parts.lanes), timeout=LONG)
    (run,) = (tmp_path / "project" / "runs").iterdir()
    text = (run / "run.toml").read_text("utf-8")
    assert 'state = "stopped"' in text
    assert "[test]" in text
