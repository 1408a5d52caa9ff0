"""Fixtures: an application without a screen, scripted lanes, and a window of them."""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import gc
import sys
import threading
import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from engine.core.event import Event
from gui.shell.app import Parts, application, build
from gui.store.engine_thread import INSPECTION, TRAINING, EngineThread
from gui.stores import Stores
from gui.style.look import LOOK
from gui.style.theme import Mode
from gui.toolkit.settings import Memory
from tests.deleting import delete_now
from tests.gui.scripted import ScriptedSession, World


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    app = application()
    LOOK.apply(Mode.LIGHT)
    return app


_loaded = 0
"""Modules at the last time that what was left over was put aside."""


@pytest.fixture(autouse=True)
def collect_here() -> Iterator[None]:
    """Collect cycles in the window's thread alone, as the running program does.

    Modules stay until the end, and looking through them after each test takes a fifth of a second:
    whenever some were loaded they are put aside, what a test leaves behind is not.
    """
    global _loaded
    gc.disable()
    if len(sys.modules) > _loaded:
        gc.collect()
        gc.freeze()
        _loaded = len(sys.modules)
    yield
    gc.collect()


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def sessions() -> list[ScriptedSession]:
    """Every session a test's lanes built."""
    return []


@pytest.fixture
def factory(
    world: World, sessions: list[ScriptedSession], pytestconfig: pytest.Config
) -> Callable[..., ScriptedSession]:
    delay_s = pytestconfig.getoption("--lane-delay") / 1000

    def make(lane: str, emit: Callable) -> ScriptedSession:
        def emit_and_rest(event: Event) -> None:
            emit(event)
            time.sleep(delay_s)

        sessions.append(ScriptedSession(lane, emit_and_rest if delay_s else emit, world))
        return sessions[-1]

    return make


@pytest.fixture
def stores(qapp: QApplication, factory: Callable) -> Iterator[Stores]:
    lanes = EngineThread(TRAINING, factory), EngineThread(INSPECTION, factory)
    for lane in lanes:
        lane.start()
    result = Stores(*lanes)
    yield result
    result.client.shut_down()
    for item in (result, *lanes):
        item.deleteLater()
    delete_now(qapp)


@pytest.fixture
def memory(tmp_path: object) -> Memory:
    return Memory(QSettings(f"{tmp_path}/settings.ini", QSettings.Format.IniFormat))


@pytest.fixture
def parts(qapp: QApplication, factory: Callable, memory: Memory) -> Iterator[Parts]:
    before = threading.active_count()
    result = build(memory, factory)
    result.window.show()
    yield result
    result.stores.client.shut_down()
    result.window.close()
    for item in (result.window, result.stores, *result.lanes):
        item.deleteLater()
    delete_now(qapp)
    assert threading.active_count() <= before + 2
