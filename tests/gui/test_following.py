"""The window shows a run that another program trains, with the real engine in its lanes."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.core.values import ReaderOptions
from engine.session import Session
from engine.training.run import train_new
from gui.runs.follower import LIVE, QUIET
from gui.store.engine_thread import INSPECTION, TRAINING, EngineThread
from gui.stores import Stores
from gui.train.page import TrainPage
from tests.engine.conftest import quick

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

LONG = 60_000


def test_a_run_of_another_program_grows_in_the_window(qapp, qtbot, tiny_set: Path, tmp_path: Path):
    lanes = EngineThread(TRAINING, Session), EngineThread(INSPECTION, Session)
    for lane in lanes:
        lane.start()
    stores = Stores(*lanes)
    try:
        world, follower = stores.world, stores.runs.follower
        page = TrainPage(stores)
        qtbot.addWidget(page)
        page.show()
        work = train_new(
            1, tiny_set, tmp_path, quick(iterations=40), ReaderOptions(), "cpu", lambda: False
        )
        next(work)
        world.open_project(str(tmp_path))
        qtbot.waitUntil(lambda: not world.listing_runs, timeout=LONG)
        assert world.runs == []
        assert follower.timer.isActive()
        table = None
        while table is None or table.read_text().count("\n") < 4:
            next(work)
            table = next(tmp_path.glob("runs/*/metrics.csv"), None)
        # It was begun after the list was read: a look finds it.
        follower.look()
        qtbot.waitUntil(lambda: bool(world.runs), timeout=LONG)
        (run,) = world.runs
        assert run.state == "running"
        assert run.job == 0
        assert follower.timer.interval() == LIVE
        follower.look()
        qtbot.waitUntil(lambda: run.eta is not None, timeout=LONG)
        before = len(run.curve.loss)
        assert before >= 2
        assert page._shown_run() is run
        for _ in work:
            pass
        follower.look()
        qtbot.waitUntil(lambda: world.runs[0].state == "done", timeout=LONG)
        assert len(world.runs[0].curve.loss) == 40 > before
        assert world.runs[0].test is not None
        assert follower.timer.interval() == QUIET
    finally:
        stores.client.shut_down()
        for item in (stores, *lanes):
            item.deleteLater()
