"""The first minute: the place of a project, the time things take, and the ways in."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from engine.core.recipe import default_recipe
from engine.training.messages import Train
from engine.training.values import Expected
from gui.answer.line import AnswerLine
from gui.compress.page import FEW
from gui.shell import folders
from gui.store.engine_client import Job
from gui.store.engine_thread import TRAINING
from gui.store.run_record import RunRecord
from gui.words.pace import about, runs_words

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

DATA = "/data/leather"


@pytest.fixture
def documents(tmp_path: Path, monkeypatch) -> Path:
    monkeypatch.setattr(folders, "documents", lambda: tmp_path)
    return tmp_path / "TransferLens"


def opened(qtbot, parts) -> None:
    parts.stores.data.open(DATA)
    qtbot.waitUntil(lambda: parts.stores.world.data is not None and not parts.stores.client.jobs)


def test_find_out_asks_for_the_projects_place_and_goes_on(qtbot, parts, documents):
    """It was a bare chooser of folders that refused a new name."""
    window, stores = parts.window, parts.stores
    opened(qtbot, parts)
    line = window.pages["data"].findChild(AnswerLine)
    qtbot.waitUntil(lambda: bool(line.cost.text()))
    bar = window.project_bar
    assert bar.isHidden()
    line.begin.click()
    assert not bar.isHidden()
    assert bar.place.text() == str(documents / "made-up")
    assert "About 40 seconds" in bar.words.text()
    assert stores.answer.job is None
    bar.later.click()
    assert bar.isHidden()
    window.menus.actions["find-out"].trigger()
    bar.place.setText(str(documents / "a new name"))
    bar.start.click()
    assert bar.isHidden()
    assert (documents / "a new name" / "runs").is_dir()
    assert stores.world.project == str(documents / "a new name")
    qtbot.waitUntil(lambda: stores.answer.state.answer is not None)
    assert window.pages["data"].tab == "answer"


def test_what_was_wanted_waits_for_the_place(qtbot, parts, documents):
    window, stores = parts.window, parts.stores
    opened(qtbot, parts)
    page, bar = window.pages["train"], window.project_bar
    window.show_page("train")
    qtbot.waitUntil(lambda: "2026-11-29" in page._form.time.text())
    assert page._form.time.text().startswith("About 2 minutes")
    page.submit_current()
    assert not bar.isHidden()
    assert "About 2 minutes" in bar.words.text()
    assert not stores.world.runs
    # What is there and no project is left alone, and the bar says so.
    (documents / "other").mkdir(parents=True)
    (documents / "other" / "a.txt").write_text("mine")
    bar.place.setText("other")
    bar.start.click()
    assert "is there already" in bar.failed.text()
    bar.place.setText("")
    bar.start.click()
    assert not bar.failed.isHidden()
    bar.place.setText("line 4")
    bar.start.click()
    assert stores.world.project == str(documents / "line 4"), "a bare name lies among the others"
    assert len(stores.world.runs) == 1


def test_a_place_is_proposed_that_is_free_or_ours(qtbot, parts, documents):
    opened(qtbot, parts)
    place = parts.window.folders
    assert place.proposed() == str(documents / "made-up")
    (documents / "made-up" / "runs").mkdir(parents=True)  # somebody else's
    assert place.proposed() == str(documents / "made-up 2")
    parts.stores.world.open_project(str(documents / "made-up"))
    assert place.proposed() == str(documents / "made-up"), "it was used with these images"
    assert place.inside(str(documents / "made-up")) == str(documents / "made-up")


def test_few_defects_are_a_way_in(qtbot, parts, documents, monkeypatch):
    window, stores = parts.window, parts.stores
    page = window.pages["data"]
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *a, **k: "")
    page._drop._few.click()
    assert not page._few, "no folder was chosen"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *a, **k: DATA)
    page._drop._few.click()
    qtbot.waitUntil(lambda: stores.world.data is not None and window.page == "compress")
    assert window.pages["compress"].bar.key == FEW
    assert not window.project_bar.isHidden()
    window.project_bar.start.click()
    assert stores.world.project == str(documents / "made-up")


def test_times_promise_no_more_than_is_known(qapp):
    assert about(3) == "about 10 seconds"
    assert about(44) == "about 40 seconds"
    assert about(59) == "about 1 minute"
    assert about(700) == "about 12 minutes"
    assert about(9000) == "about 2.5 hours"
    assert "not yet known" in runs_words((None, None))
    one, other = Expected(600, "2026-11-29"), Expected(120, "2026-11-02")
    both = runs_words((one, other))
    assert both == "About 12 minutes on this computer (measured on 2026-11-02)"
    assert "roughly" in runs_words((one, Expected(9, "2026-11-29", rough=True)))
    assert "for 1 of 2 runs" in runs_words((one, None))


def test_a_study_says_how_long_it_takes(qtbot, parts):
    opened(qtbot, parts)
    window = parts.window
    window.show_page("study")
    form = window.pages["study"].form
    qtbot.waitUntil(lambda: bool(form.time.text()))
    assert "runs; the others were never timed here" in form.time.text()


def test_the_trying_of_number_formats_is_told_in_plain_words(qtbot, parts):
    """Users read "Measuring the number format" for minutes."""
    status = parts.window.pages["train"]._status
    recipe = default_recipe("transfer")
    run = RunRecord(1, "", recipe, iterations=recipe.iterations)
    job = Job(1, TRAINING, Train(1, DATA, "/p", recipe))
    job.state, job.stage = "running", "probing"
    status.show_run(run, job, [run])
    assert not status.explained.isHidden()
    assert "at most a minute" in status.explained.text()
    job.stage = "training"
    status.show_run(run, job, [run])
    assert status.explained.isHidden()
