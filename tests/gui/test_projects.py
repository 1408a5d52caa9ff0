"""Projects in the window: new, recent, dropped, gone on with, moved; and the window's layout."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QSplitter

from engine.core.recipe import default_recipe
from engine.core.values import ReaderOptions
from engine.data.messages import Synthesise
from gui.shell.app import build
from gui.shell.folders import DRAWN
from gui.toolkit.drops import Dropped, dropped, is_project, recognise
from gui.toolkit.settings import RECENT, LastData, fit_screen

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

COPY, LEFT, NONE = (
    Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
)  # fmt: skip


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    """A project, images, a manifest and things that are neither."""
    (tmp_path / "line 3" / "runs" / "a").mkdir(parents=True)
    (tmp_path / "line 3" / "runs" / "a" / "run.toml").write_text("")
    for name in ("good", "scratch"):
        folder = tmp_path / "wood" / name
        folder.mkdir(parents=True)
        (folder / "1.png").write_bytes(b"")
    (tmp_path / "wood" / "labels.csv").write_text("file,defect\n")
    (tmp_path / "empty").mkdir()
    (tmp_path / "notes.docx").write_text("")
    return tmp_path


def carry(*paths: Path | str) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl(x) if isinstance(x, str) else QUrl.fromLocalFile(str(x)) for x in paths])
    return mime


# ------------------------------------------------------------------ what a drag brings


def test_projects_images_and_tables_are_told_apart(disk: Path):
    project, wood = disk / "line 3", disk / "wood"
    assert recognise([project]) == Dropped(project=str(project))
    run = project / "runs" / "a"
    assert recognise([run]) == Dropped(project=str(project), run=str(run))
    assert recognise([run / "run.toml"]).run == str(run)
    assert recognise([wood]) == Dropped(data=str(wood))
    assert recognise([wood / "labels.csv"]) == Dropped(data=str(wood / "labels.csv"))
    assert recognise([wood / "good", wood / "scratch"]) == Dropped(data=str(wood))
    assert recognise([wood / "good" / "1.png"]) == Dropped(data=str(wood / "good"))
    assert recognise([project, wood]) == Dropped(project=str(project), data=str(wood))


def test_a_class_called_runs_is_no_project(disk: Path):
    paint = disk / "paint"
    (paint / "runs").mkdir(parents=True)
    assert is_project(paint), "a new project has an empty one"
    (paint / "runs" / "1.png").write_bytes(b"")
    assert not is_project(paint)
    (paint / "workbench.sqlite").write_bytes(b"")
    assert is_project(paint)


def test_what_cannot_be_opened_is_refused_with_the_reason(disk: Path, qapp):
    (disk / "other" / "runs").mkdir(parents=True)
    (disk / "wood" / "more.csv").write_text("file,defect\n")
    for paths, reason in (
        ([disk / "empty"], "empty is empty."),
        ([disk / "notes.docx"], "notes.docx is neither"),
        ([disk / "gone"], "gone is not there"),
        ([disk / "line 3", disk / "other"], "several projects"),
        ([disk / "wood" / "labels.csv", disk / "wood" / "more.csv"], "several tables"),
        (
            [disk / "wood" / "good" / "1.png", disk / "wood" / "scratch" / "1.png"],
            "several folders",
        ),
        (["https://example.org/set.zip"], "of this computer"),
    ):
        found = dropped(carry(*paths))
        assert found is not None
        assert reason in found.refused
        assert (found.project, found.data) == ("", "")
    text = QMimeData()
    text.setText("words")
    assert dropped(text) is None


# ------------------------------------------------------------------ dragging over the window


def drag(window, mime: QMimeData, at: QPoint) -> bool:
    """A drag from outside comes in and moves, as the system tells the window; returns accepted."""
    handle = window.windowHandle()
    enter = QDragEnterEvent(at, COPY, mime, LEFT, NONE)
    QApplication.sendEvent(handle, enter)
    move = QDragMoveEvent(at, COPY, mime, LEFT, NONE)
    QApplication.sendEvent(handle, move)
    return move.isAccepted()


def drop(window, mime: QMimeData, at: QPoint) -> None:
    QApplication.sendEvent(window.windowHandle(), QDropEvent(QPointF(at), COPY, mime, LEFT, NONE))


@pytest.mark.parametrize("page", ["data", "train", "inspect", "compress"])
def test_a_project_is_dropped_on_any_page(qtbot, parts, disk, page):
    window, at, mime = parts.window, QPoint(500, 400), carry(disk / "line 3")
    window.show_page(page)
    assert drag(window, mime, at)
    assert window.veil.isVisible()
    assert window.veil.geometry() == window.rect()
    assert window.veil._title.text() == "Open the project line 3"
    drop(window, mime, at)
    assert not window.veil.isVisible()
    assert parts.stores.world.project == str(disk / "line 3")
    assert window.page == page


def test_images_are_dropped_on_the_rail_and_on_a_field(qtbot, parts, disk):
    window, mime = parts.window, carry(disk / "wood")
    window.show_page("train")
    field = next(f for f in window.pages["train"].findChildren(QLineEdit) if f.isVisible())
    for at in (QPoint(20, 300), field.mapTo(window, field.rect().center())):
        window.show_page("train")
        assert drag(window, mime, at)
        drop(window, mime, at)
        assert window.page == "data"
        qtbot.waitUntil(lambda: parts.stores.world.data is not None)
        assert parts.stores.world.data.path == str(disk / "wood")


def test_a_run_is_dropped(qtbot, parts, world, disk):
    run = disk / "line 3" / "runs" / "a"
    world.runs = [replace(world.run(1, default_recipe("transfer"), "done"), path=str(run)),
                  world.run(2, default_recipe("scratch"), "done")]  # fmt: skip
    mime, at = carry(run), QPoint(500, 400)
    assert drag(parts.window, mime, at)
    drop(parts.window, mime, at)
    state = parts.stores.world
    qtbot.waitUntil(lambda: len(state.runs) == 2)
    assert parts.window.page == "inspect"
    assert parts.stores.inspect.state.run == str(run)


def test_a_refused_drag_says_why_and_opens_nothing(qtbot, parts, disk):
    window, at, mime = parts.window, QPoint(500, 400), carry(disk / "notes.docx")
    assert not drag(window, mime, at)
    assert window.veil.isVisible()
    assert window.veil._title.text() == "This cannot be opened"
    assert "neither a folder" in window.veil._hint.text()
    drop(window, mime, at)
    window.veil.dropEvent(QDropEvent(QPointF(at), COPY, mime, LEFT, NONE))
    assert window._notice.isVisible()
    assert "neither a folder" in window._notice._text.text()
    assert parts.stores.world.project == ""
    assert parts.stores.world.opening == ""


def test_a_drag_that_leaves_takes_the_veil_with_it(qtbot, parts, disk):
    window, at = parts.window, QPoint(500, 400)
    for paths in ([disk / "wood"], [disk / "notes.docx"]):
        drag(window, carry(*paths), at)
        assert window.veil.isVisible()
        QApplication.sendEvent(window.windowHandle(), QDragLeaveEvent())
        qtbot.waitUntil(lambda: not window.veil.isVisible())
    # It left before it moved.
    mime = carry(disk / "wood")  # events do not keep it alive
    QApplication.sendEvent(window, QDragEnterEvent(at, COPY, mime, LEFT, NONE))
    assert window.veil.isVisible()
    QApplication.sendEvent(window, QDragLeaveEvent())
    qtbot.waitUntil(lambda: not window.veil.isVisible())


def test_dragged_words_are_no_business_of_the_window(parts):
    mime = QMimeData()
    mime.setText("words")
    assert not drag(parts.window, mime, QPoint(500, 400))
    assert not parts.window.veil.isVisible()


# ------------------------------------------------------------------ recent folders


def texts(menu) -> list[tuple[str, bool]]:
    menu.aboutToShow.emit()
    return [(a.text(), a.isEnabled()) for a in menu.actions() if not a.isSeparator()]


def test_recent_projects_are_listed_and_opened(qtbot, parts, disk, memory):
    menu = parts.window.menus.recent["project"]
    assert not menu.isEnabled()
    for number in range(RECENT + 2):
        memory.remember("project", str(disk / f"p{number}"))
    parts.stores.world.open_project(str(disk / "line 3"))
    assert menu.isEnabled()
    listed = texts(menu)
    assert len(listed) == RECENT + 2, "eight of them, and two ways to shorten the list"
    assert listed[0][0].startswith("&1  line 3\t")
    assert listed[0][1]
    parts.stores.world.open_project("/elsewhere")
    texts(menu)
    menu.actions()[1].trigger()
    assert parts.stores.world.project == str(disk / "line 3")


def test_missing_ones_are_grey_with_the_reason_and_can_be_removed(parts, disk, memory):
    window = parts.window
    menu = window.menus.recent["data"]
    for path in ("/gone/here", str(disk / "wood"), "/gone/there"):
        memory.remember("data", path)
    window._show_recent()
    listed = texts(menu)
    assert listed[0] == ("&1  there\tnot there any more", False)
    assert listed[1][1]
    remove = next(a for a in menu.actions() if a.text() == "&Remove those that are gone")
    remove.trigger()
    assert memory.recent("data") == [str(disk / "wood")]
    texts(menu)
    menu.actions()[-1].trigger()
    assert memory.recent("data") == []
    assert not menu.isEnabled()


def test_an_ampersand_in_a_name_is_shown(parts, disk, memory):
    (disk / "R&D").mkdir()
    memory.remember("project", str(disk / "R&D"))
    assert "R&&D" in texts(parts.window.menus.recent["project"])[0][0]


# ------------------------------------------------------------------ new and opened projects


def test_a_new_project_has_a_folder_at_once(parts, disk, monkeypatch):
    wanted = disk / "new" / "line 4"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(wanted), ""))
    parts.window.menus.actions["new-project"].trigger()
    assert parts.stores.world.project == str(wanted)
    assert is_project(wanted)
    # What is there is left alone.
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(disk / "wood"), ""))
    parts.window.menus.actions["new-project"].trigger()
    assert parts.stores.world.project == str(wanted)
    assert "is there already" in parts.window._notice._text.text()
    assert not (disk / "wood" / "runs").exists()


def test_a_folder_of_other_things_is_asked_about(parts, disk, monkeypatch):
    folders, asked = parts.window.folders, []
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *a, **k: str(disk / "wood"))
    folders.ask_use = lambda folder: asked.append(folder) or False
    parts.window.ask_project()
    assert asked == [str(disk / "wood")]
    assert parts.stores.world.project == ""
    for name in ("line 3", "empty"):
        chosen = str(disk / name)
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *a, c=chosen, **k: c)
        parts.window.ask_project()
        assert parts.stores.world.project == chosen
    assert len(asked) == 1


# ------------------------------------------------------------------ the next start


@pytest.fixture
def again(qtbot, qapp, factory, memory):
    """Starts the window anew with the same memory."""
    made = []

    def start():
        parts = build(memory, factory)
        parts.window.show()
        made.append(parts)
        return parts

    yield start
    for parts in made:
        parts.stores.client.shut_down()
        parts.window.close()
        for item in (parts.window, parts.stores, *parts.lanes):
            item.deleteLater()
    qapp.processEvents()


def test_the_last_project_and_its_images_are_offered(qtbot, parts, memory, disk, again):
    project, data = str(disk / "line 3"), str(disk / "wood")
    parts.stores.world.open_project(project)
    parts.stores.data.open(data, ReaderOptions(normal="good"))
    qtbot.waitUntil(lambda: parts.stores.world.data is not None)
    parts.window.show_page("measures")
    parts.window.close()
    qtbot.waitUntil(lambda: not parts.window.isVisible())
    assert memory.data_of(project) == LastData(data, normal="good")

    window = (second := again()).window
    state = second.stores.world
    assert (state.project, state.data, window.page) == ("", None, "data"), "offered, not forced"
    button = window.pages["data"]._drop._go_on
    assert button.isVisible()
    assert button.text() == "Go on with line 3"
    assert window.menus.actions["go-on"].isEnabled()
    button.click()
    assert state.project == project
    qtbot.waitUntil(lambda: state.data is not None)
    assert state.data.path == data
    assert state.options.normal == "good"
    assert window.page == "measures"
    assert not window.menus.actions["go-on"].isEnabled()


def test_what_is_gone_is_not_offered(qtbot, memory, disk, again):
    memory.project = str(disk / "gone")
    parts = again()
    assert not parts.window.pages["data"]._drop._go_on.isVisible()
    assert not parts.window.menus.actions["go-on"].isEnabled()
    assert "not there any more" in parts.window.menus.actions["go-on"].toolTip()
    memory.project = str(disk / "line 3")
    memory.remember("project", memory.project)
    memory.remember_pair(memory.project, LastData(str(disk / "gone")))
    parts = again()
    parts.window.go_on()
    assert parts.stores.world.project == memory.project
    assert parts.stores.world.opening == ""


def test_a_damaged_memory_offers_nothing(memory):
    for text in ("[]", "{", '{"/p": 3}', '{"/p": {"path": "x"}}'):
        memory._settings.setValue("folders/pairs", text)
        assert memory.data_of("/p") is None


# ------------------------------------------------------------------ where are the images now?


@pytest.fixture
def lost(qtbot, parts, world):
    """A window with a project of two runs whose images are gone, and one whose are there."""
    world.runs = [
        replace(world.run(n, default_recipe("transfer"), state), data_path=path,
                data_missing=missing, options=ReaderOptions(normal="good"))
        for n, state, path, missing in (
            (1, "done", "/old/wood", True),
            (2, "interrupted", "/old/wood", True),
            (3, "done", "/data", False),
        )
    ]  # fmt: skip
    parts.stores.world.open_project("/p")
    qtbot.waitUntil(lambda: len(parts.stores.world.runs) == 3)
    return parts


def test_the_question_is_put_once_a_data_set(lost):
    bar = lost.window._place
    assert bar.isVisible()
    assert "2 runs" in bar._text.text()
    assert bar._path.whole == "/old/wood"
    bar._wait.click()
    assert not bar.isVisible()
    lost.stores.world.open_project("/p")
    assert not bar.isVisible(), "later is an answer too"


def test_the_answer_is_given_to_the_engine_and_the_images_are_opened(qtbot, lost, monkeypatch):
    bar, state = lost.window._place, lost.stores.world
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *a, **k: "/wrong")
    bar._choose.click()
    assert not bar._choose.isEnabled()
    qtbot.waitUntil(lambda: bool(bar._failed.text()))
    assert bar.isVisible()
    assert "not the images" in bar._failed.text()
    assert not lost.window._notice.isVisible(), "it is said once"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *a, **k: "/new/wood")
    bar._choose.click()
    qtbot.waitUntil(lambda: state.data is not None)
    assert state.data.path == "/new/wood"
    assert state.options.normal == "good"
    qtbot.waitUntil(lambda: not bar.isVisible())
    assert not any(run.summary.data_missing for run in state.runs)


def test_who_needs_the_images_is_asked_again(qtbot, lost, monkeypatch):
    bar, asked = lost.window._place, []
    bar._wait.click()
    monkeypatch.setattr(
        QFileDialog, "getExistingDirectory", lambda *a, **k: asked.append(1) or ""
    )  # fmt: skip
    interrupted = next(r for r in lost.stores.world.runs if r.state == "interrupted")
    lost.window.menus.actions["resume"].trigger()
    assert asked == [1]
    assert bar.isVisible()
    assert not interrupted.job, "it was not sent to fail"
    lost.stores.data.open_images_of(interrupted.path)
    assert asked == [1, 1]


def test_sample_parts_are_drawn_into_a_project_of_their_own(qtbot, parts, tmp_path, monkeypatch):
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(tmp_path))
    client, sent = parts.stores.client, []
    send = client.send
    monkeypatch.setattr(
        client,
        "send",
        lambda lane, command, take: (sent.append(command), send(lane, command, take)),
    )
    parts.window.pages["data"]._drop._sample.click()
    folder = tmp_path / "TransferLens" / "Sample parts"
    qtbot.waitUntil(lambda: parts.stores.world.project == str(folder / "project"))
    assert parts.window.page == "data"
    (drawn,) = [command for command in sent if isinstance(command, Synthesise)]
    assert drawn.path == str(folder / "images")
    assert len(drawn.textures) * (drawn.normal + drawn.defective) == 240
    # Drawn before, they are opened.
    (folder / "images").mkdir(exist_ok=True)
    (folder / "images" / DRAWN).write_text("{}")
    parts.window.try_sample()
    qtbot.waitUntil(lambda: parts.stores.world.data is not None)
    assert sum(isinstance(command, Synthesise) for command in sent) == 1
    assert parts.stores.world.data.path == str(folder / "images")
    assert is_project(folder / "project")


def test_a_folder_of_other_things_is_not_drawn_into(qtbot, parts, tmp_path, monkeypatch):
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(tmp_path))
    images = tmp_path / "TransferLens" / "Sample parts" / "images"
    images.mkdir(parents=True)
    (images / "mine.png").write_bytes(b"x")
    notices = []
    parts.stores.client.notice.connect(lambda notice: notices.append(notice.text))
    parts.window.try_sample()
    assert len(notices) == 1 and str(images) in notices[0]
    assert not parts.stores.world.project and (images / "mine.png").is_file()


def test_a_table_is_opened_by_dialog_too(qtbot, parts, monkeypatch):
    # Only a drop opened one.
    kinds = []

    def choose(_parent, _title, _start, kind):
        kinds.append(kind)
        return "/lists/parts.csv", kind

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    parts.window.menus.actions["open-table"].trigger()
    qtbot.waitUntil(lambda: parts.stores.world.data is not None)
    assert parts.stores.world.data.path == "/lists/parts.csv"
    assert parts.window.page == "data" and "*.csv" in kinds[0]


# ------------------------------------------------------------------ the layout


def test_tabs_are_remembered_by_their_key(parts, memory):
    page = parts.window.pages["compress"]
    names = [page.bar.tabData(place) for place in range(page.bar.count())]
    assert names == ["few", "dead", "fewer", "student", "speed", "export"]
    page.bar.setCurrentIndex(names.index("speed"))
    memory.save_window(parts.window, "compress")
    page.bar.setCurrentIndex(0)
    page.bar.moveTab(4, 1)  # as if an older version had it elsewhere
    memory.restore_parts(page)
    assert page.bar.tabData(page.bar.currentIndex()) == "speed"
    # A place that an older version wrote down says nothing.
    memory._settings.setValue("tab/compress-tab", "3")
    page.bar.setCurrentIndex(0)
    memory.restore_parts(page)
    assert page.bar.currentIndex() == 0


def test_every_page_with_tabs_names_them(parts):
    for page in parts.window.pages.values():
        bar = getattr(page, "bar", None)
        if bar is not None:
            keys = [bar.tabData(place) for place in range(bar.count())]
            assert all(keys), page
            assert len(set(keys)) == len(keys)


def test_a_window_fits_a_screen_that_is_smaller_than_before(parts):
    window = parts.window
    window.setGeometry(2000, 900, 1900, 1000)
    fit_screen(window, QRect(0, 30, 1366, 738))
    assert window.geometry() == QRect(0, 30, 1366, 738)
    window.setGeometry(-500, -200, 1100, 700)
    fit_screen(window, QRect(0, 30, 1366, 738))
    assert window.geometry() == QRect(0, 30, 1100, 700)
    window.setGeometry(100, 40, 1100, 700)
    fit_screen(window, QRect(0, 30, 1366, 738))
    assert window.geometry() == QRect(100, 40, 1100, 700)
    # Smaller than the window can be: its upper left corner with the menu is there.
    fit_screen(window, QRect(0, 0, 800, 600))
    assert window.geometry().topLeft() == QPoint(0, 0)


def test_splitters_and_page_come_back(qtbot, parts, memory, again):
    window = parts.window
    window.show_page("inspect")
    split = next(s for s in window.findChildren(QSplitter) if s.objectName() == "inspect")
    sizes = split.sizes()
    split.setSizes([sizes[0] + 60, *(size - 20 for size in sizes[1:])])
    kept = split.sizes()
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    window = again().window
    assert window.page == "inspect"
    split = next(s for s in window.findChildren(QSplitter) if s.objectName() == "inspect")
    assert split.sizes() == pytest.approx(kept, abs=2)
