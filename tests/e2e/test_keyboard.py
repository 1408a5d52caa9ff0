"""A whole day with the keyboard alone: the real engine, no mouse, no call but key presses."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QSpinBox,
    QTabBar,
    QWidget,
)

from gui.evaluate.score_bars import ScoreBars
from gui.help.window import HelpWindow
from gui.shell.app import Parts, application, build
from gui.shell.registry import PAGES
from gui.style.look import LOOK
from gui.style.theme import Mode
from gui.toolkit.settings import Memory
from tests.deleting import delete_now

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

LONG = 120_000
KEY, NONE = Qt.Key, Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    gc.disable()  # as in the running program: cycles are collected in the window's thread
    app = application()
    LOOK.apply(Mode.LIGHT)
    made = build(Memory(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)))
    made.window.resize(1366, 768)
    made.window.show()
    made.window.activateWindow()
    yield made
    made.stores.client.shut_down()
    made.window.close()
    for item in (made.window, made.stores, *made.lanes):
        item.deleteLater()
    delete_now(app)
    gc.collect()


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press a key where the focus is."""
    where = QApplication.focusWidget() or QApplication.activeWindow()
    assert where is not None
    QTest.keyClick(where, key, modifiers)


def write(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)


def tab_to(wanted: Callable[[QWidget], bool]) -> QWidget:
    """Press Tab until something has the focus."""
    for _ in range(150):
        now = QApplication.focusWidget()
        if now is not None and wanted(now):
            return now
        press(KEY.Key_Tab)
    raise AssertionError("Tab never came there")


def named(kind: type[QWidget], name: str) -> Callable[[QWidget], bool]:
    return lambda widget: isinstance(widget, kind) and widget.accessibleName() == name


def go(number: int) -> None:
    press(KEY(int(KEY.Key_0) + number % 10), CTRL if number <= 10 else ALT)


def page_number(key: str) -> int:
    return [entry.key for entry in PAGES].index(key) + 1


def test_a_day_with_the_keyboard_alone(
    parts: Parts, tiny_set: Path, tmp_path: Path, qtbot, monkeypatch
):
    stores, state, window = parts.stores, parts.stores.world, parts.window
    stores.answer.by_itself = False
    project = str(tmp_path / "project")
    # The system's own windows are worked with keys by whoever made them.
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (project, ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(tiny_set))
    press(KEY.Key_N, CTRL)
    qtbot.waitUntil(lambda: state.project == project, timeout=LONG)
    press(KEY.Key_K, CTRL)
    write("open data")
    press(KEY.Key_Return)
    qtbot.waitUntil(lambda: state.data is not None, timeout=LONG)

    go(page_number("data"))
    press(KEY.Key_F, CTRL | SHIFT)
    assert window.pages["data"].bar.key == "answer"
    # The whole answer takes longer than the rest of the day; keys end it, too.
    qtbot.waitUntil(lambda: stores.answer.job is not None, timeout=LONG)
    tab_to(lambda widget: isinstance(widget, QAbstractButton) and widget.text() == "Cancel")
    press(KEY.Key_Space)
    qtbot.waitUntil(lambda: stores.answer.job is None, timeout=LONG)

    go(page_number("train"))
    setting = tab_to(named(QComboBox, "Setting"))
    write("Small")
    assert setting.currentText().startswith("Small")
    tab_to(named(QSpinBox, "Iterations"))
    press(KEY.Key_A, CTRL)
    write("4")
    press(KEY.Key_Return, CTRL)
    qtbot.waitUntil(lambda: bool(state.runs) and state.runs[0].test is not None, timeout=LONG)
    run = state.runs[0]
    assert run.state == "done" and len(run.curve.loss) == 4

    go(page_number("inspect"))
    press(KEY.Key_N)
    first = stores.inspect.state.index
    press(KEY.Key_N)
    assert stores.inspect.state.index != first
    press(KEY.Key_P)
    assert stores.inspect.state.index == first
    canvas = window.pages["inspect"].canvas
    qtbot.waitUntil(lambda: canvas._values is not None, timeout=LONG)
    press(KEY.Key_H)
    assert canvas._values is None
    press(KEY.Key_J, CTRL)
    qtbot.waitUntil(lambda: bool(state.predictions.get(run.path)), timeout=LONG)
    qtbot.waitUntil(lambda: not stores.client.jobs, timeout=LONG)

    go(page_number("evaluate"))
    page = window.pages["evaluate"]
    qtbot.waitUntil(lambda: page.explored.found is not None, timeout=LONG)
    tab_to(lambda widget: isinstance(widget, ScoreBars))
    before = page.explored.threshold
    press(KEY.Key_Right, SHIFT)
    assert page.explored.threshold > before
    press(KEY.Key_Home)
    assert page.explored.threshold == before

    go(page_number("review"))
    review = stores.review
    qtbot.waitUntil(lambda: review.state.index >= 0, timeout=LONG)
    press(KEY.Key_A)
    qtbot.waitUntil(lambda: bool(review.state.said), timeout=LONG)

    go(page_number("compress"))
    bar = tab_to(lambda widget: isinstance(widget, QTabBar))
    press(KEY.Key_End)
    for _ in range(bar.count()):
        press(KEY.Key_Right)
    assert bar.key == "export"
    go(page_number("signoff"))
    assert window.page == "signoff"
    press(KEY.Key_F1)
    guide = next(top for top in QApplication.topLevelWidgets() if isinstance(top, HelpWindow))
    assert guide.isVisible()
    guide.activateWindow()  # a window system does so when it is shown
    qtbot.waitUntil(lambda: QApplication.activeWindow() is guide)
    press(KEY.Key_Escape)
    qtbot.waitUntil(lambda: not guide.isVisible())
