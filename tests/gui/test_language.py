"""A language chosen in the window is spoken at once, by a new window over the same stores."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit

from engine.core.recipe import default_recipe
from gui.study.plan_form import PlanForm
from tests.deleting import delete_now
from tests.gui.test_translations import HANGUL

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def speaking(qtbot, parts, world):
    """The window with a project and images open, and whatever it spoke before at the end."""
    world.runs = [world.run(1, default_recipe("transfer"), "done")]
    parts.stores.world.open_project("/p")
    parts.stores.data.open("/data")
    qtbot.waitUntil(lambda: parts.stores.world.data is not None and bool(parts.stores.world.runs))
    yield parts
    parts.tongue.speak("")


def speak(qtbot, qapp, parts, language: str) -> weakref.ref:
    held, gone = weakref.ref(parts.window), []
    parts.window.destroyed.connect(lambda: gone.append(True))
    parts.window.menus.actions[f"language/{language}"].trigger()
    qtbot.waitUntil(lambda: parts.window is not held())
    delete_now(qapp)
    assert gone == [True]
    gc.collect()
    return held


def texts(window) -> list[str]:
    return [
        part.text()
        for kind in (QLabel, QAbstractButton)
        for part in window.findChildren(kind)
        if part.isVisible() and part.text()
    ]


def test_a_language_is_spoken_at_once_and_the_old_window_is_gone(qtbot, qapp, speaking, memory):
    speaking.window.show_page("runs")
    speaking.window.resize(1100, 700)
    client = speaking.stores.client
    before = {language: speak(qtbot, qapp, speaking, language) for language in ("ko", "en")}
    assert {language: held() for language, held in before.items()} == {"ko": None, "en": None}
    window = speaking.window
    assert window.isVisible() and (window.width(), window.height()) == (1100, 700)
    assert window.page == "runs" and memory.language == ""
    assert speaking.stores.client is client and client.lanes_ended is False
    assert not [text for text in texts(window) if HANGUL.search(text)]
    speak(qtbot, qapp, speaking, "ko")
    window = speaking.window
    assert "프로젝트" in window._project.text()
    assert HANGUL.search(window.menuBar().actions()[0].text())
    assert sum(bool(HANGUL.search(text)) for text in texts(window)) > 10
    assert window.menus.actions["language/ko"].isChecked()
    window.show_page("data")
    assert window.pages["data"].isVisible()
    # An image that was looked at is looked at.
    speaking.stores.inspect.inspect(1)
    qtbot.waitUntil(lambda: speaking.stores.inspect.state.inspected is not None)
    shown = window.pages["inspect"]._name.whole
    speak(qtbot, qapp, speaking, "en")
    window = speaking.window
    assert window.pages["inspect"]._name.whole == shown != ""
    # What the old windows were told, nobody is told any more.
    stores = speaking.stores
    for signal in (stores.world.data_changed, stores.world.runs_changed, stores.client.pulse):
        signal.emit()


def test_work_goes_on_and_stays_in_sight_in_another_language(qtbot, qapp, speaking, world):
    go = threading.Event()
    world.step_wait = lambda: go.wait(10) and None
    stores = speaking.stores
    stores.train.train([default_recipe("transfer", iterations=3)])
    qtbot.waitUntil(lambda: stores.world.current_run is not None)
    job = stores.world.current_run.job
    speak(qtbot, qapp, speaking, "ko")
    assert stores.world.current_run.job == job
    assert speaking.window.menus.actions["stop"].isEnabled()
    go.set()
    qtbot.waitUntil(lambda: stores.world.current_run is None)


def test_what_stands_in_a_form_is_taken_along_to_another_language(qtbot, qapp, speaking):
    window = speaking.window
    window.show_page("train")
    form = window.pages["train"]._form
    other = default_recipe("small", preset="article", fold=3, seed=11, learning_rate=0.002)
    form.show_recipe(other)
    assert form.recipe == other
    plan = window.pages["study"].findChild(PlanForm)
    names = [field for field in plan.findChildren(QLineEdit) if field.isEnabled()]
    names[0].setText("overnight")
    names[0].editingFinished.emit()
    for language, page in (("ko", "train"), ("en", "runs")):
        window.show_page(page)  # Study is built later than the window, and remembers all the same
        speak(qtbot, qapp, speaking, language)
        window = speaking.window
        assert window.pages["train"]._form.recipe == other
    plan = window.pages["study"].findChild(PlanForm)
    assert "overnight" in [field.text() for field in plan.findChildren(QLineEdit)]


def test_the_empty_page_offers_language_and_theme_in_its_corner(qtbot, qapp, parts):
    from gui.shell.corner import LookCorner
    from gui.style.look import LOOK
    from gui.style.theme import Mode

    corner = parts.window.findChild(LookCorner)
    assert corner.isVisible()
    assert [corner.languages.itemText(n) for n in range(2)] == ["English", "한국어"]
    corner.themes.setCurrentIndex(2)
    corner.themes.activated.emit(2)
    try:
        assert LOOK.mode is Mode.DARK
        assert parts.window.menus.actions["theme/dark"].isChecked()
        parts.window.menus.actions["theme/light"].trigger()
        assert corner.themes.currentData() == "light"
        old = parts.window
        corner.languages.setCurrentIndex(1)
        corner.languages.activated.emit(1)
        qtbot.waitUntil(lambda: parts.window is not old)
        assert parts.window.findChild(LookCorner).languages.currentText() == "한국어"
    finally:
        LOOK.apply(Mode.LIGHT)
        parts.tongue.speak("")
