"""A study on two workers of this computer, through the real window and the real engine."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.core.recipe import Setting
from engine.study.plan import StudyPlan
from gui.shell.app import Parts
from tests.e2e.test_window import LONG, parts  # noqa: F401 - the fixture


@pytest.mark.trial
def test_a_study_on_two_workers_is_seen_and_cancelled_and_its_board_comes(
    parts: Parts,  # noqa: F811
    tiny_set: Path,
    tmp_path: Path,
    qtbot,
):
    stores, state = parts.stores, parts.stores.world
    notices: list[str] = []
    stores.client.notice.connect(lambda notice: notices.append(notice.text))
    stores.world.open_project(str(tmp_path / "project"))
    stores.data.open(str(tiny_set))
    qtbot.waitUntil(lambda: state.data is not None, timeout=LONG)
    parts.window.show_page("study")
    page = parts.window.pages["study"]

    entries = {"iterations": 100_000, "batch": 4, "window": 64, "crop": 128}
    page.form.show_plan(
        StudyPlan(
            name="ours", data=str(tiny_set), settings=(Setting.FILTERS, Setting.SMALL), folds=4,
            run_folds=(1, 2), changes=tuple((Setting.SMALL, *each) for each in entries.items()),
        )
    )  # fmt: skip
    # A slip is said while it is typed, an address where nobody is when it is asked.
    page.form.use_scheduler("tcp:/here")
    assert not page.form._start.isEnabled()
    assert "local:2" in page.form._problem.text()
    page.form.use_scheduler("tcp://127.0.0.1:9")
    page.form._start.click()
    qtbot.waitUntil(lambda: notices != [] and stores.study.job() is None, timeout=LONG)
    assert "dask scheduler" in notices.pop()

    page.form.use_scheduler("local:2")
    page.form._start.click()
    qtbot.waitUntil(lambda: stores.study.joined is not None, timeout=LONG)
    assert page.workers.isVisible()
    assert "2" in page.workers.words.text()
    assert page.workers.page.isVisible() is bool(stores.study.joined.dashboard)
    assert page.queue.buttons.cancel.isVisible()
    assert not page.queue.buttons.pause.isVisible(), "workers would go on"

    def training() -> bool:
        now = stores.study.workers
        over = sum(task.state == "done" for task in stores.study.studies["ours"].tasks)
        at = now is not None and any(each.stage == "training" for each in now.workers)
        return at and over == 2  # the filters come first

    qtbot.waitUntil(training, timeout=LONG)
    assert page.workers.table.isVisible()
    page.queue.buttons.cancel.click()
    qtbot.waitUntil(lambda: stores.study.job() is None, timeout=LONG)
    assert page.workers.isHidden()

    page.form.use_scheduler("")
    page.form._judge.click()
    qtbot.waitUntil(lambda: stores.study.studies["ours"].board is not None, timeout=LONG)
    qtbot.waitUntil(lambda: stores.study.job() is None, timeout=LONG)
    board = stores.study.studies["ours"].board
    assert board is not None
    assert (board.done, board.total) == (2, 4)
    assert page.board.table.rowCount() >= 1
    assert notices == []
