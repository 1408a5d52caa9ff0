"""The page Inspect folder over a scripted engine: begun, held, ended, looked at, taken along."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl

from engine.cluster.messages import ClusterJoined, WorkersNow
from engine.cluster.values import WorkerNow
from engine.core.recipe import default_recipe
from engine.folder.arrivals import Parts
from engine.folder.messages import FolderHead, InspectFolder
from gui.folder import model as columns
from gui.folder.model import FolderModel
from gui.folder.page import FolderPage
from gui.folder.pdf import pdf_bytes
from gui.folder.state import FolderState
from gui.style.look import LOOK
from gui.style.theme import Mode
from gui.toolkit.drops import dropped
from gui.toolkit.settings import FolderOptions
from tests.calls import calls
from tests.gui.scripted_folder import PNG, SVG, made_row

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def runs(world):
    world.runs = [
        world.run(number, default_recipe(setting, iterations=20), "done")
        for number, setting in enumerate(("transfer", "small"), start=1)
    ]
    # What was made smaller judges folders like any other.
    world.runs.append(replace(world.runs[1], path="/p/runs/student-01", name="student-01",
                              parent=world.runs[0].name, kind="student"))  # fmt: skip
    world.runs.append(world.run(9, default_recipe("frozen", iterations=20), "failed"))
    return world.runs


@pytest.fixture
def bare(qtbot, stores):
    page = FolderPage(stores)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    return page


@pytest.fixture
def page(qtbot, bare, stores, runs):
    stores.world.open_project("/p")
    qtbot.waitUntil(lambda: bare.setup.run.run is not None)
    bare.setup.use_folder("/photos")
    bare._options_changed()
    return bare


def inspected(qtbot, page):
    """Inspect to the end."""
    page.start()
    qtbot.waitUntil(lambda: page.stores.folder.state.outcome != "")
    rows = page.stores.folder.state.rows
    qtbot.waitUntil(lambda: page.images.model.rowCount() == len(rows) > 0)


@pytest.fixture
def gate(world):
    """Files are judged one by one, as often as it is released."""
    result = threading.Semaphore(0)
    world.step_wait = lambda: result.acquire(timeout=5)
    yield result
    world.step_wait = lambda: None
    result.release(10_000)


# ------------------------------------------------------------------ beginning


def test_empty_states_say_what_is_missing(qtbot, bare, stores, world):
    assert bare._stack.currentWidget() is bare.no_project
    world.runs = []
    stores.world.open_project("/p")
    qtbot.waitUntil(lambda: bare._stack.currentWidget() is bare.no_run)


def test_only_finished_runs_are_offered(page, runs):
    offered = {page.setup.run.itemData(place) for place in range(page.setup.run.count())}
    assert offered == {run.path for run in runs[:3]}
    assert page.setup.start.isEnabled()
    page.setup.use_folder("")
    page._options_changed()
    assert not page.setup.start.isEnabled()
    assert page.setup.start.toolTip()


def test_options_become_the_command(qtbot, page, world):
    page.setup.run.choose("/p/runs/student-01")
    for check in (page.setup.heat, page.setup.watch):
        check.click()
    page.setup.compare.setChecked(False)
    page.setup.csv.setChecked(True)
    page.setup.out = "/results"
    page.start()
    qtbot.waitUntil(lambda: bool(world.asked) and isinstance(world.asked[-1], InspectFolder))
    command = world.asked[-1]
    assert (command.run, command.path) == ("/p/runs/student-01", "/photos")
    assert (command.csv, command.heat, command.out) == ("verdicts.csv", "heat", "/results")
    assert command.watch
    assert command.keep
    assert not command.compare


def test_a_folder_goes_to_the_workers_that_study_names(qtbot, parts, memory, world, runs):
    parts.stores.world.open_project("/p")
    parts.stores.data.open("/data")
    qtbot.waitUntil(lambda: bool(parts.stores.world.runs) and parts.stores.world.data is not None)
    parts.window.show_page("folder")
    page = parts.window.pages["folder"]
    assert not page.setup.workers.isVisible(), "nobody named any"
    parts.window.show_page("study")
    field = parts.window.pages["study"].form._computers
    for text, kept in (("local:", ""), ("local:2", "local:2")):
        field.setText(text)
        assert memory.computers == kept
    parts.window.show_page("folder")
    qtbot.waitUntil(page.setup.workers.isVisible)
    assert "local:2" in page.setup.workers.toolTip()
    page.use_folder("/photos")

    def inspections() -> list[InspectFolder]:
        return [command for command in world.asked if isinstance(command, InspectFolder)]

    for wanted in ("", "local:2"):
        world.asked.clear()
        page.start()
        qtbot.waitUntil(lambda: bool(inspections()))
        assert [command.scheduler for command in inspections()] == [wanted]
        qtbot.waitUntil(lambda: parts.stores.folder.job is None)
        page.setup.workers.click()
    assert memory.batch.workers is False, "clicked twice"


def test_every_worker_has_a_row_while_the_folder_is_judged_on_several(qtbot, page, gate):
    stores = page.stores
    page.start()
    qtbot.waitUntil(lambda: stores.folder.state.head is not None)
    # Nothing is judged before the network is there: "Judging 0 of 0" was said then.
    assert stores.folder.state.total == 0
    assert "0 of 0" not in page.strip.words.text()
    number = stores.folder.state.job
    assert page.workers.isHidden()
    stores.client.apply(ClusterJoined(number, "local:2", 2, ""))
    now = (WorkerNow("pc:11", "part 3", "judging", 3, 32), WorkerNow("pc:12", "part 4", "begun"))
    stores.client.apply(WorkersNow(number, now, 5, 1))
    assert page.workers.isVisible()
    cells = [[page.workers.table.item(r, c).text() for c in range(4)] for r in range(2)]
    assert cells[0] == ["Part 3", "pc:11", "Judging images", "3 / 32"]
    assert "5 tasks wait" in page.workers.words.text()
    gate.release(10_000)
    qtbot.waitUntil(lambda: stores.folder.job is None)
    assert page.workers.isHidden()


def test_options_are_remembered(qtbot, parts, memory, tmp_path, runs):
    page = parts.window.pages["folder"]
    parts.stores.world.open_project("/p")
    qtbot.waitUntil(lambda: bool(parts.stores.world.runs))
    parts.window.show_page("folder")
    page.setup.heat.click()
    page.use_folder(str(tmp_path))
    assert memory.batch == FolderOptions(str(tmp_path), heat=True)
    page.setup.use_options(FolderOptions("/gone", watch=True))
    assert page.setup.folder == ""
    assert page.setup.watch.isChecked()
    memory._settings.setValue("batch/options", "{broken")
    assert memory.batch == FolderOptions()


def test_one_image_that_is_dropped_on_the_page_is_inspected(qtbot, parts, tmp_path, runs):
    # It would have replaced the images that are open.
    window = parts.window
    parts.stores.world.open_project("/p")
    qtbot.waitUntil(lambda: bool(parts.stores.world.runs))
    file = tmp_path / "part.PNG"
    file.write_bytes(b"")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    window.show_page("folder")
    found = dropped(mime, window.veil.here)
    assert found.inspect == str(file) and not found.data
    window._open_dropped(found)
    assert window.pages["folder"].setup.folder == str(file)


def test_a_folder_is_dropped_on_the_page(qtbot, parts, tmp_path, runs):
    window, page = parts.window, parts.window.pages["folder"]
    parts.stores.world.open_project("/p")
    qtbot.waitUntil(lambda: bool(parts.stores.world.runs))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    window.show_page("folder")
    # Also an empty one: it can be watched.
    found = dropped(mime, window.veil.here)
    assert found.inspect == str(tmp_path)
    window._open_dropped(found)
    assert page.setup.folder == str(tmp_path)
    assert window.page == "folder"
    window.show_page("train")
    assert dropped(mime, window.veil.here).inspect == ""
    project = tmp_path / "project"
    (project / "runs").mkdir(parents=True)
    window.show_page("folder")
    mime.setUrls([QUrl.fromLocalFile(str(project))])
    assert dropped(mime, window.veil.here).project == str(project)


def test_what_cannot_begin_says_why(qtbot, page):
    page.setup.use_folder("/empty")
    page.start()
    qtbot.waitUntil(lambda: page.stores.folder.state.failed != "")
    qtbot.waitUntil(lambda: page._files.currentWidget() is page.nothing)
    assert "no images" in page.nothing._text.text()
    assert page.setup.start.isEnabled()


# ------------------------------------------------------------------ under way


def test_rows_come_while_it_runs_and_it_can_be_held(qtbot, page, gate, world):
    page.start()
    strip = page.strip
    qtbot.waitUntil(lambda: strip.isVisible())
    assert not page.setup.start.isEnabled()
    assert not page.setup.run.isEnabled()
    gate.release(6)
    qtbot.waitUntil(lambda: page.images.model.rowCount() == 6)
    qtbot.waitUntil(lambda: "6" in strip.words.whole and "images/s" in strip.words.whole)
    strip.pause.click()
    gate.release(1)
    qtbot.waitUntil(lambda: strip.buttons.held)
    qtbot.waitUntil(lambda: strip.pause.isEnabled())
    strip.pause.click()
    gate.release(100)
    qtbot.waitUntil(lambda: page.images.model.rowCount() == 24)
    qtbot.waitUntil(lambda: "24" in strip.words.whole and not strip.pause.isVisible())
    assert page.setup.start.isEnabled()


def test_cancelled_it_keeps_its_rows(qtbot, page, gate):
    page.start()
    gate.release(5)
    qtbot.waitUntil(lambda: page.images.model.rowCount() == 5)
    page.strip.cancel.click()
    gate.release(1)
    qtbot.waitUntil(lambda: page.stores.folder.state.outcome == "cancelled")
    rows = page.stores.folder.state.rows
    qtbot.waitUntil(lambda: page.images.model.rowCount() == len(rows))
    assert len(rows) >= 5
    qtbot.waitUntil(lambda: "Cancelled" in page.strip.words.whole)


def test_a_watched_folder_waits_and_is_stopped(qtbot, page, gate, world):
    page.setup.watch.click()
    page.start()
    gate.release(30)
    qtbot.waitUntil(lambda: "Waiting for new files" in page.strip.words.whole)
    qtbot.waitUntil(lambda: page.images.model.rowCount() == 24)
    world.arriving = 26
    gate.release(4)
    qtbot.waitUntil(lambda: page.images.model.rowCount() == 26)
    page.strip.stop.click()
    gate.release(3)
    qtbot.waitUntil(lambda: page.stores.folder.state.outcome == "stopped")
    qtbot.waitUntil(lambda: "Stopped after 26" in page.strip.words.whole)


def test_a_watch_of_a_folder_that_was_inspected_offers_to_go_on(qtbot, page, world):
    setup = page.setup

    def orders() -> list[bool]:
        return [each.go_on for each in world.asked if isinstance(each, InspectFolder)]

    inspected(qtbot, page)
    assert not setup.go_on.isVisibleTo(setup), "nothing is watched"
    setup.watch.click()
    qtbot.waitUntil(lambda: setup.go_on.isVisibleTo(setup))
    assert setup.goes_on
    assert not setup.csv.isVisibleTo(setup), "it writes where it wrote"
    page.start()
    qtbot.waitUntil(lambda: orders() == [False, True])
    page.strip.stop.click()
    qtbot.waitUntil(lambda: page.stores.folder.job is None)
    setup.go_on.click()
    assert setup.csv.isVisibleTo(setup)
    page.start()
    qtbot.waitUntil(lambda: orders() == [False, True, False])
    page.strip.stop.click()
    qtbot.waitUntil(lambda: page.stores.folder.job is None)
    setup.use_folder("/elsewhere")
    assert not setup.go_on.isVisibleTo(setup)


def test_another_project_is_not_shown_the_old_rows(qtbot, page, gate, stores):
    page.start()
    gate.release(5)
    qtbot.waitUntil(lambda: page.images.model.rowCount() == 5)
    stores.world.open_project("/q")
    gate.release(100)
    qtbot.waitUntil(lambda: stores.folder.job is None)
    assert stores.folder.state.rows == []
    assert stores.folder.state.head is None


# ------------------------------------------------------------------ what came of it


def test_strange_images_are_warned_of(qtbot, page):
    inspected(qtbot, page)
    rows = page.stores.folder.state.rows
    unlike, compared = sum(r.unlike for r in rows), sum(r.prediction is not None for r in rows)
    assert f"{unlike} of {compared} images are unlike" in page.warning.text()
    assert page.warning.isVisible()
    page.images.limit(columns.STRANGE)
    assert page.images.model.rowCount() == unlike
    place = page.images.model.index(0, columns.UNLIKE)
    assert "unlike" in place.data()
    assert place.data().startswith("1.50")


def test_files_are_limited_searched_and_ordered(qtbot, page):
    inspected(qtbot, page)
    images = page.images
    rows = page.stores.folder.state.rows
    images.limit(columns.UNREADABLE)
    assert images.model.rowCount() == sum(row.problem is not None for row in rows)
    assert "3" in images.kind.itemText(2)
    images.limit(columns.ALL)
    images.search.setText("PART-001")
    qtbot.waitUntil(lambda: images.model.rowCount() == 10)
    images.search.clear()
    qtbot.waitUntil(lambda: images.model.rowCount() == 24)
    images.table.sortByColumn(columns.SCORE, Qt.SortOrder.DescendingOrder)
    scores = [images.model.row(n).prediction for n in range(24)]
    held = [found.score for found in scores if found is not None]
    assert held == sorted(held, reverse=True)
    assert scores[-1] is None


def test_an_image_is_looked_at_with_the_keys(qtbot, page):
    inspected(qtbot, page)
    images = page.images
    images.table.setFocus()
    qtbot.keyClick(images.table, Qt.Key.Key_Home)
    images.choose(4)
    qtbot.waitUntil(lambda: page.stores.folder.state.shown is not None)
    assert images.card.name.whole == "part-0004.png"
    assert images.card.canvas.image_size == (64, 64)
    assert "above the threshold" in images.card.words.text()
    assert images.card.canvas._box.isVisible()
    assert images.card.scale.isVisible()
    qtbot.keyClick(images.table, Qt.Key.Key_B)
    qtbot.keyClick(images.table, Qt.Key.Key_H)
    assert not images.card.canvas._box.isVisible()
    assert not images.card.scale.isVisible()
    qtbot.keyClick(images.table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: images.card.name.whole == "part-0005.png")
    assert "no test backs" in images.card.more.text()
    images.choose(7)
    assert "cut off" in images.card.words.text()
    assert images.card.canvas.image_size == (0, 0)


def test_the_summary_says_what_is_not_known(qtbot, page):
    inspected(qtbot, page)
    page.bar.setCurrentIndex(1)
    tab = page.summary
    assert tab.figures["judged"]._value.text() == "21"
    assert tab.figures["wrong"]._value.text() == "not known"
    assert "No labels" in tab.caption.text()
    assert tab.worst.rowCount() == 20
    tab.worst.cellActivated.emit(0, 0)
    assert page.bar.currentIndex() == 0
    assert page.images.chosen.prediction.score == max(
        row.prediction.score for row in page.stores.folder.state.rows if row.prediction
    )
    table = tab.table()
    assert len(table.rows) == 24
    assert len(table.heads) == len(table.rows[0])


def test_without_a_normal_class_there_are_classes_only(qtbot, page, world):
    world.normal_known = False
    inspected(qtbot, page)
    assert page.images.table.isColumnHidden(columns.SCORE)
    page.bar.setCurrentIndex(1)
    assert not page.summary.figures["wrong"].isVisible()
    assert not page.summary.plot.isVisible()
    assert page.summary.classes.rowCount() == 2


def test_drift_is_shown_for_the_chosen_run(qtbot, page, stores):
    page.bar.setCurrentIndex(2)
    qtbot.waitUntil(lambda: page.drift.empty._title.text().startswith("Nothing judged"))
    page.bar.setCurrentIndex(0)
    inspected(qtbot, page)
    page.bar.setCurrentIndex(2)
    qtbot.waitUntil(lambda: page.drift.stack.currentIndex() == 1)
    found = stores.folder.others.drift
    assert found.total == 21
    assert "moving average" in page.drift.statement.text()
    assert "however often one looks" in page.drift.caption.text()
    assert "no proof of worse verdicts" in page.drift.caption.text()
    page.drift.plot._hover(3.0)
    assert "images 1 to 20" in page.drift.readout.whole
    table = page.drift.table()
    assert len(table.heads) == len(table.rows[0])
    LOOK.apply(Mode.DARK)
    LOOK.apply(Mode.LIGHT)


def test_drift_that_cannot_be_read_says_why(qtbot, page, world, runs):
    world.unreadable.add(runs[0].path)
    page.setup.run.choose(runs[0].path)
    page.bar.setCurrentIndex(2)
    qtbot.waitUntil(lambda: "database" in page.drift.empty._text.text())


def test_an_earlier_inspection_is_opened_again(qtbot, page, stores):
    inspected(qtbot, page)
    page.setup.use_folder("/others")
    inspected(qtbot, page)
    qtbot.waitUntil(lambda: page.kept.count() == 2)
    assert page.kept.currentData() == 2
    page.kept.setCurrentIndex(page.kept.findData(1))
    page._open_kept(0)
    qtbot.waitUntil(lambda: stores.folder.state.head is not None)
    assert stores.folder.state.head.folder == "/photos"
    qtbot.waitUntil(lambda: page.images.model.rowCount() == 24)
    assert "An inspection of" in page.strip.words.whole


# ------------------------------------------------------------------ reports


def test_a_report_is_written_beside_the_results(qtbot, page, world):
    assert not page.reports.write.isEnabled()
    inspected(qtbot, page)
    page.reports.report("ko")
    qtbot.waitUntil(lambda: page.reports.open_report.isVisible())
    assert page.stores.folder.state.report == "/p/inspections/01/report-ko.html"
    assert world.asked[-1].language == "ko"


def test_pages_are_printed_to_a_file(qtbot, page, tmp_path, monkeypatch):
    inspected(qtbot, page)
    target = tmp_path / "검사"
    monkeypatch.setattr(page.reports, "ask_file", lambda _kind, _folder: str(target))
    page.reports.report("en", paper=True)
    file = Path(f"{target}.pdf")
    qtbot.waitUntil(lambda: page.stores.folder.state.report == str(file))
    assert file.read_bytes().startswith(b"%PDF")
    monkeypatch.setattr(page.reports, "ask_file", lambda _kind, _folder: str(tmp_path / "no" / "x"))
    with qtbot.waitSignal(page.stores.client.notice) as caught:
        page.reports.report("en", paper=True)
    assert "cannot be written" in caught.args[0].text


def test_a_pdf_has_pages_and_pictures(qapp):
    html = '<h1>A</h1><p><img src="a.png"><img src="s.svg" width="300"></p>' + "<p>x</p>" * 120
    content = pdf_bytes(html, {"a.png": PNG, "s.svg": SVG}, "T")
    assert content.startswith(b"%PDF")
    assert content.rstrip().endswith(b"%%EOF")
    assert content.count(b"/Subtype /Image") >= 2
    assert content.count(b"/Type /Page\n") >= 3


# ------------------------------------------------------------------ the table


def test_a_hundred_thousand_files_do_not_stall(qapp):
    look = FolderState()
    model = FolderModel()
    head = FolderHead(1, "/r", "/f", "", "", "", "", False, 0.5, "", True)
    model.show_rows(look.rows, head)
    made = [made_row(number, "/f") for number in range(1000)]
    for first in range(0, 100_000, 1000):
        look.add([replace(row, number=first + row.number) for row in made])
        if first == 0:
            one = calls(model.grow)
    model.grow()
    assert model.rowCount() == 100_000
    # Adding costs what is added, not what is there: no comparison, no look at old rows.
    look.add([replace(row, number=100_000 + row.number) for row in made])
    assert calls(model.grow) < 2 * one
    assert model.rowCount() == 101_000
    model.sort(columns.SCORE, Qt.SortOrder.DescendingOrder)
    assert model.row(0).prediction.score == max(r.prediction.score for r in made if r.prediction)
    model.limit(columns.DEFECTIVE)
    assert model.rowCount() == look.defective


def test_what_is_chosen_stays_chosen_when_the_order_changes(qtbot, page):
    inspected(qtbot, page)
    images = page.images
    images.choose(9)
    for column in (columns.SCORE, columns.FILE, columns.UNLIKE, columns.NUMBER):
        images.table.sortByColumn(column, Qt.SortOrder.DescendingOrder)
        assert images.chosen.number == 9
    images.limit(columns.DEFECTIVE)
    assert images.chosen.number == 9
    images.limit(columns.UNREADABLE)
    assert images.chosen is None
    images.choose(9)
    assert images.chosen.number == 9


def test_rows_that_come_while_it_is_ordered_find_their_place(qapp):
    model, rows = FolderModel(), [made_row(number, "/f") for number in range(5)]
    model.show_rows(rows, None)
    model.sort(columns.SCORE, Qt.SortOrder.AscendingOrder)
    rows += [made_row(number, "/f") for number in range(5, 12)]
    model.grow()
    held = [model.row(place).prediction for place in range(12)]
    scores = [-1.0 if found is None else found.score for found in held]
    assert scores == sorted(scores)


def test_masks_that_are_left_out_are_said(qtbot, page, world):
    world.left_out = Parts((), (Path("/photos/Label/1.png"), Path("/photos/Label/2.png"))).left_out(
        Path("/photos")
    )
    inspected(qtbot, page)
    assert "2 pictures are left out" in page.warning.text()
    assert page.warning.isVisible()
