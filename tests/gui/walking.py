"""A window with every page filled from one scripted day, and a walk through all of it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QDeadlineTimer, QElapsedTimer
from PySide6.QtWidgets import QApplication, QWidget

from engine.core.recipe import default_recipe
from gui.shell.app import Parts
from gui.shell.main_window import MainWindow
from gui.shell.registry import PAGES
from gui.toolkit.tabs import Tabs
from tests.gui.scripted import World

PROJECT, DATA = "/p", "/data"
QUIET_S = 0.06
"""So long nothing may be under way: longer than the delays with which pictures are drawn."""


@dataclass(frozen=True)
class Place:
    """Something to look at: a page, and one of its tabs where it has any."""

    page: str
    tab: str
    widget: QWidget

    def __str__(self) -> str:
        return f"{self.page}/{self.tab}" if self.tab else self.page


def fill(world: World) -> None:
    """Let a world hold two finished runs of which all is known, so that no page is empty."""
    world.images, world.textures = 40, 2
    world.runs = [
        world.run(number, default_recipe(setting, iterations=20), "done")
        for number, setting in enumerate(("transfer", "small"), start=1)
    ]
    for run in world.runs:
        world.judged |= {(run.path, part): 40 for part in ("test", "validation")}
        world.measured[run.path] = world.measures(run.path)
        world.logged[run.path] = (5, 10, 20)
        world.located.add(run.path)


def settle(app: QApplication, parts: Parts, limit_s: float = 5.0) -> None:
    """Wait until the lanes have nothing to do and what they said is painted."""
    end, quiet = QDeadlineTimer(int(1000 * limit_s)), QElapsedTimer()
    quiet.start()
    while not end.hasExpired() and quiet.elapsed() < 1000 * QUIET_S:
        app.processEvents()
        if parts.stores.client._waiting:
            quiet.restart()
        time.sleep(0.002)


def open_day(app: QApplication, parts: Parts) -> None:
    """Open the project and its images, look at an image, and inspect a folder."""
    stores = parts.stores
    stores.review.use_reviewer("Kim")
    stores.world.open_project(PROJECT)
    stores.data.open(DATA)
    settle(app, parts)
    run = stores.world.runs[-1].path
    stores.inspect.choose_run(run)
    stores.inspect.judge(run)
    settle(app, parts)
    stores.inspect.inspect(1)
    settle(app, parts)
    page = parts.window.pages["folder"]
    parts.window.show_page("folder")
    settle(app, parts)
    page.setup.use_folder("/photos")
    page._options_changed()
    page.start()
    settle(app, parts)


def make_all(window: MainWindow) -> None:
    """Build every page and every tab."""
    for entry in PAGES:
        window.pages[entry.key]
    while window.make_next():
        pass


def walk(app: QApplication, parts: Parts, *, wait: bool = True) -> Iterator[Place]:
    """Show every page and every tab of it, each in turn; the first tabs are shown again last."""
    window = parts.window
    for entry in PAGES:
        window.show_page(entry.key)
        page = window.pages[entry.key]
        bars = page.findChildren(Tabs)
        if wait or bars:
            settle(app, parts)
        if not bars:
            yield Place(entry.key, "", page)
            continue
        (bar,) = bars
        for key in bar.keys:
            if not bar.isTabVisible(bar.keys.index(key)):
                continue
            bar.show_key(key)
            if wait:
                settle(app, parts)
            yield Place(entry.key, key, page)
        bar.setCurrentIndex(0)
