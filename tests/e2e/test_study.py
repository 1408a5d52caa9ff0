"""A study through the real window and the real engine."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.core.recipe import Setting
from engine.study.plan import StudyPlan
from gui.shell.app import Parts
from tests.e2e.test_window import LONG, parts  # noqa: F401 - the fixture

pytestmark = pytest.mark.trial


def test_a_study_fills_the_board_and_writes_its_report(
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
    entries = {"iterations": 30, "batch": 8, "window": 64, "crop": 128}
    changes = tuple((Setting.SMALL, name, value) for name, value in entries.items())
    page.form.show_plan(
        StudyPlan(
            name="ours", data=str(tiny_set), settings=(Setting.SMALL,), folds=4, run_folds=(1,),
            changes=changes, curve=(2, 0), curve_settings=(Setting.SMALL,), draws=2,
            curve_changes=changes,
        )
    )  # fmt: skip
    page.form._start.click()
    qtbot.waitUntil(lambda: stores.study.job() is not None, timeout=LONG)
    qtbot.waitUntil(lambda: any(run.job for run in state.runs), timeout=LONG)
    assert page.queue.isVisible()
    qtbot.waitUntil(lambda: stores.study.job() is None, timeout=LONG)
    board = stores.study.studies["ours"].board
    assert board is not None
    assert board.done == board.total == 5
    assert page.board.table.rowCount() == 1
    assert all(run.state == "done" and not run.job for run in state.runs)
    # Two draws of two defects, one of all: the other is the board's own run.
    assert len(state.runs) == 4

    with qtbot.waitSignal(stores.study.report_written, timeout=LONG) as written:
        stores.study.write_report("ko")
    html = Path(written.args[0]).read_text("utf-8")
    assert "소형 네트워크" in html
    assert notices == []
