"""The page Sign-off over a scripted engine: the outcome, what is lacking, signing, records."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QFileDialog

from engine.core.recipe import default_recipe
from engine.core.values import Sentence
from engine.signoff.messages import Look
from gui.signoff.page import SignOffPage
from gui.style.look import LOOK
from gui.style.theme import Mode

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def runs(world):
    world.images = 40
    world.runs = [
        world.run(number, default_recipe(setting, iterations=20), "done")
        for number, setting in enumerate(("transfer", "small"), start=1)
    ]
    world.judged |= {(run.path, "test"): 40 for run in world.runs}
    return world.runs


@pytest.fixture
def page(qtbot, stores, runs, monkeypatch):
    monkeypatch.setattr("gui.signoff.page.QDesktopServices.openUrl", lambda url: True)
    page = SignOffPage(stores)
    qtbot.addWidget(page)
    page.resize(1280, 720)
    page.show()
    stores.world.open_project("/p")
    stores.data.open("/data")
    qtbot.waitUntil(lambda: stores.signoff.state.proof is not None)
    return page


def test_without_project_and_runs_it_says_what_to_do(qtbot, stores):
    page = SignOffPage(stores)
    qtbot.addWidget(page)
    page.show()
    asked = []
    page.ask_project.connect(lambda: asked.append("project"))
    page.go.connect(asked.append)
    page.no_project.asked.emit()
    stores.world.open_project("/p")
    qtbot.waitUntil(lambda: page._stack.currentIndex() == 1)
    page.no_run.asked.emit()
    assert asked == ["project", "train"]


def test_the_outcome_follows_the_limit(qtbot, page, stores):
    # 0 of 30: at most 9.5 %.
    assert not page.outcome.accepted and "Not proven" in page.outcome.verdict.text()
    assert "29 further defective parts" in page.outcome.reason.text()
    page.form.limit.setValue(10)
    qtbot.waitUntil(lambda: page.outcome.accepted)
    assert "Proven" in page.outcome.verdict.text()
    assert "9.50 %" in page.outcome.reason.text()
    assert "2 other runs" in page.caveats.text() and "3 of 100 normal" in page.caveats.text()


def test_a_rate_above_the_limit_is_said_to_be_hopeless(qtbot, page, stores, world):
    world.escapes = (6, 30)
    page.form.limit.setValue(8)
    qtbot.waitUntil(lambda: "unlikely" in page.outcome.reason.text())


def test_signing_takes_a_name_and_adds_a_record(qtbot, page, stores, world):
    qtbot.waitUntil(lambda: stores.signoff.state.records is not None)
    assert not page.form.sign.isEnabled()
    page.form.name.setText("  ")
    assert not page.form.sign.isEnabled()
    page.form.name.setText("Hana Kim")
    page.form.remark.setPlainText("line 3")
    assert "as not proven" in page.form.note.text()
    page.form.sign.click()
    qtbot.waitUntil(lambda: page.records.table.rowCount() == 1)
    (record,) = world.signed
    assert (record.name, record.comment, record.proof.passed) == ("Hana Kim", "line 3", False)
    assert page.records.table.item(0, 4).text() == "Hana Kim"
    assert page.records.chosen == record
    qtbot.waitUntil(page.form.sign.isEnabled)
    page.form.sign.click()
    qtbot.waitUntil(lambda: page.records.table.rowCount() == 2)
    assert page.records.table.currentRow() == 0, "the newest is chosen"


def test_records_that_cannot_be_relied_on_stand_out(qtbot, page, stores, world):
    stores.signoff.sign("Kim", "")
    qtbot.waitUntil(lambda: len(world.signed) == 1)
    world.signed[0] = replace(
        world.signed[0], intact=False,
        why=Sentence("The record was changed after it was signed. Do not rely on it."),
    )  # fmt: skip
    world.not_records = ("cut.json",)
    stores.world.project_left.emit()
    qtbot.waitUntil(lambda: bool(stores.signoff.state.records))
    table = page.records.table
    qtbot.waitUntil(lambda: table.rowCount() == 1)
    assert table.item(0, 5).text() == "changed after signing"
    assert table.item(0, 5).foreground().color().name() == LOOK.colours.bad.lower()
    assert "Do not rely on it" in page.records.why.text()


def test_a_hollow_proof_says_why(qtbot, page, stores, world):
    world.hollow = (
        Sentence("It also rejects {n} of {all} good parts, surely more than {limit}: rejecting "
                 "everything would prove the same.", {"n": "80", "all": "100", "limit": "20 %"}),
    )  # fmt: skip
    page.form.limit.setValue(10)
    qtbot.waitUntil(lambda: "rejecting everything" in page.outcome.reason.text())
    assert not page.outcome.accepted and "Not proven" in page.outcome.verdict.text()
    assert "AUC 0.910" in page.caveats.text()


def test_looks_are_planned_and_those_before_are_shown(qtbot, page, stores, world):
    world.looks = (Look("2026-01-01-small-01", 0.05, 0.95, 40, 1, 0.12, False, "2026-01-02T10"),)
    page.form.amount.setValue(4)
    page.form.plan.click()
    qtbot.waitUntil(lambda: "4 looks" in page.caveats.text())
    assert (world.plan.kind, world.plan.amount) == ("looks", 4)
    assert "1 of 40 escaped" in page.caveats.text()


def test_another_key_than_ones_own_stands_out(qtbot, page, stores, world):
    stores.signoff.sign("Kim", "")
    qtbot.waitUntil(lambda: len(world.signed) == 1)
    world.signed[0] = replace(world.signed[0], own=False)
    stores.world.project_left.emit()
    qtbot.waitUntil(lambda: bool(stores.signoff.state.records))
    table = page.records.table
    qtbot.waitUntil(lambda: table.rowCount() == 1)
    assert "another than yours" in table.item(0, 6).text()
    assert "another key than yours" in page.records.why.text()


def test_the_page_is_written_where_one_says(qtbot, page, stores, world, monkeypatch, tmp_path):
    target = str(tmp_path / "page.html")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (target, ""))
    page.form.name.setText("Kim")
    page.form.sign.click()
    qtbot.waitUntil(lambda: page.records.chosen is not None)
    with qtbot.waitSignal(stores.signoff.page_written):
        page.records.page.click()
    (command,) = world.pages
    assert (command.path, command.language) == (target, "en")


def test_unjudged_images_are_judged_first(qtbot, page, stores, world):
    run = world.runs[1].path
    world.judged.pop((run, "test"))
    stores.signoff.choose(run)
    qtbot.waitUntil(lambda: page.act.isVisible() and "Judge 10" in page.act.text())
    assert not page.facts.isVisible() and not page.form.sign.isEnabled()
    page.act.click()
    qtbot.waitUntil(lambda: page.facts.isVisible())
    assert not page.act.isVisible()


def test_other_images_are_opened_first(qtbot, page, stores, world):
    world.runs = [replace(run, fingerprint="other") for run in world.runs]
    stores.world.open_project("/q")
    qtbot.waitUntil(lambda: page.outcome.verdict.text() == "Its images are not open")
    assert page.act.isVisible() and page.act.text() == "Open its images"


def test_both_themes_paint(page):
    for mode in (Mode.DARK, Mode.LIGHT):
        LOOK.apply(mode)
        assert not page.grab().isNull()
