"""Start-up: application, look, language, lanes, window. `build` makes, `run_window` runs."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import metadata, resources
from types import TracebackType

import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from engine.core.recipe import Recipe
from engine.data.messages import Synthesise
from gui.shell.collector import Collector
from gui.shell.idle import Idle
from gui.shell.main_window import MainWindow
from gui.store.engine_client import Notice
from gui.store.engine_thread import INSPECTION, TRAINING, EngineThread, SessionFactory
from gui.stores import Stores
from gui.style.icons import app_icon
from gui.style.look import LOOK
from gui.toolkit.settings import APPLICATION, ORGANISATION, Memory
from gui.toolkit.spoken import install_roles

log = logging.getLogger(__name__)

FONTS = {
    "ko": (
        QFontDatabase.WritingSystem.Korean,
        ("Malgun Gothic", "Apple SD Gothic Neo", "Noto Sans CJK KR", "Noto Sans KR", "NanumGothic"),
    ),
}
"""A language's script, and fonts that write it beside Latin letters, best first."""


class Tongue:
    """The language the application speaks, and its font."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._families = app.font().families()
        self._translators: list[QTranslator] = []

    def speak(self, language: str) -> None:
        """Load another language in the place of the last one."""
        for translator in self._translators:
            self._app.removeTranslator(translator)
            translator.deleteLater()
        font = self._app.font()
        if font.families() != self._families:
            font.setFamilies(self._families)
            self._app.setFont(font)
        self._translators = load_language(self._app, language)


@dataclass(slots=True)
class Parts:
    """What `build` made; keep it as long as the window lives."""

    stores: Stores
    window: MainWindow
    lanes: tuple[EngineThread, EngineThread]
    tongue: Tongue


def languages() -> list[str]:
    """Return the languages there are translations for, English aside."""
    folder = resources.files("resources").joinpath("translations")
    if not folder.is_dir():
        return []
    prefix, suffix = "transferlens_", ".qm"
    result = {
        file.name[len(prefix) : -len(suffix)]
        for file in folder.iterdir()
        if file.name.startswith(prefix) and file.name.endswith(suffix)
    }
    return sorted(result - {"en"})


def application() -> QApplication:
    """Return the one application, made if there is none."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setOrganizationName(ORGANISATION)
    app.setApplicationName(APPLICATION)
    app.setApplicationDisplayName(APPLICATION)
    app.setApplicationVersion(_version())
    app.setDesktopFileName("transferlens")  # Wayland finds name and icon by it
    app.setWindowIcon(app_icon())
    pg.setConfigOptions(imageAxisOrder="row-major", antialias=False)
    _load_english(app)
    install_roles()
    return app


def _version() -> str:
    """Version of this program; "" in a checkout that was never installed."""
    try:
        return metadata.version("transferlens")
    except metadata.PackageNotFoundError:
        return ""


def _load_english(app: QApplication) -> None:
    """Load what English says of one of something; below any other language."""
    if app.findChild(QTranslator, "english") is None:
        english = QTranslator(app)
        english.setObjectName("english")
        folder = resources.files("resources").joinpath("translations")
        if english.load("transferlens_en", str(folder)):
            app.installTranslator(english)


def load_language(app: QApplication, language: str) -> list[QTranslator]:
    """Load our texts and Qt's own in a language; an unknown one leaves English."""
    result = []
    folder = resources.files("resources").joinpath("translations")
    ours = QTranslator(app)
    if language and ours.load(f"transferlens_{language}", str(folder)):
        result.append(ours)
        qts = QTranslator(app)
        where = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if qts.load(QLocale(language), "qtbase", "_", where):
            result.append(qts)
    for translator in result:
        app.installTranslator(translator)
    if result:
        use_font(app, language)
    return result


def use_font(app: QApplication, language: str) -> None:
    """Take one font for both scripts where the system's font lacks a language's letters.

    Letters borrowed from a second font stand on another line in plots.
    """
    font = app.font()
    script, wanted = FONTS.get(language, (None, ()))
    if script is None or script in QFontDatabase.writingSystems(font.family()):
        return
    there = set(QFontDatabase.families())
    result = [family for family in wanted if family in there]
    if result:
        font.setFamilies([*result[:1], font.family()])
        app.setFont(font)


def build(
    memory: Memory, session_factory: SessionFactory | None = None, tongue: Tongue | None = None
) -> Parts:
    """Make lanes, stores and window, and start the lanes; nothing is shown yet."""
    training = EngineThread(TRAINING, session_factory)
    inspection = EngineThread(INSPECTION, session_factory)
    stores = Stores(training, inspection)
    stores.review.use_reviewer(memory.reviewer)
    stores.review.reviewer_changed.connect(lambda name: setattr(memory, "reviewer", name))
    window = MainWindow(stores, memory, languages())
    parts = Parts(stores, window, (training, inspection), tongue or Tongue(application()))
    _follow_language(parts, memory)
    training.start()
    inspection.start()
    return parts


def _follow_language(parts: Parts, memory: Memory) -> None:
    """Make the window anew when another language is chosen."""
    # Later, because the old window's own menu is still at work when it says so.
    parts.window.language_wanted.connect(
        lambda language: _speak(parts, memory, language), Qt.ConnectionType.QueuedConnection
    )


def _speak(parts: Parts, memory: Memory, language: str) -> None:
    """Put a window of another language where the old one is.

    A new window says everything in one language; to say each text of the old one again, every
    widget would have to know how. Stores and lanes stay, so work goes on.
    """
    old = parts.window
    if old.closing.begun:
        return
    memory.save_window(old, old.page)
    parts.tongue.speak(language)
    parts.window = MainWindow(parts.stores, memory, languages())
    _follow_language(parts, memory)
    parts.window.take_over(old)
    old.hide()
    old.deleteLater()


def install_excepthook(parts: Parts) -> None:
    """Show errors that escape a slot, and log them; the window goes on."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        details = "".join(traceback.format_exception(kind, error, trace))
        log.error("An error escaped:\n%s", details)
        if issubclass(kind, KeyboardInterrupt):
            parts.window.close()
            return
        text = QCoreApplication.translate("app", "Something went wrong in the window: {error}")
        parts.stores.client.notice.emit(Notice("error", text.format(error=error), details))

    sys.excepthook = hook


def start_when_open(parts: Parts, recipes: Sequence[Recipe]) -> None:
    """Queue runs once the data set is open, and show them train."""
    stores = parts.stores

    def begin() -> None:
        if stores.world.data is None:
            return
        stores.world.data_changed.disconnect(begin)
        stores.train.train(recipes)
        parts.window.show_page("train")

    stores.world.data_changed.connect(begin)


def run_window(
    *,
    data: str = "",
    project: str = "",
    autostart: Sequence[Recipe] = (),
    draw: Synthesise | None = None,
    session_factory: SessionFactory | None = None,
) -> int:
    """Show the window until it is closed.

    Parameters
    ----------
    data
        Folder of images to open.
    project
        Project folder to use; without one, the last one is offered.
    autostart
        Recipes to queue as soon as `data` is open; they need a project.
    draw
        A generated set to draw into `data` first.
    session_factory
        Makes the engine's sessions; the real ones if None.
    """
    app = application()
    memory = Memory()
    LOOK.scale = memory.text_size / 100
    LOOK.apply(memory.mode)
    LOOK.move(memory.motion)
    LOOK.follow_system()
    tongue = Tongue(app)
    tongue.speak(memory.language)
    parts = build(memory, session_factory, tongue)
    # Runs that begin by themselves give the same answers, and would share the cores with it.
    parts.stores.answer.by_itself = not autostart
    install_excepthook(parts)
    collector = Collector(parent=app)
    collector.start()
    app.aboutToQuit.connect(parts.stores.client.shut_down)
    app.aboutToQuit.connect(parts.stores.presence.leave)
    parts.window.show()
    idle = Idle(lambda: parts.window, app)
    idle.start()
    if project:
        parts.stores.world.open_project(project)
    if autostart:
        start_when_open(parts, autostart)
    if draw is not None:
        parts.stores.data.draw(draw)
    elif data:
        parts.stores.data.open(data)
    code = app.exec()
    collector.stop()
    return code
