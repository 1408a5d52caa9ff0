"""The menu bar: every action with its shortcut, and why it cannot be used now."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from gui.shell.recent_menu import RecentMenu
from gui.shell.registry import PAGES
from gui.store.run_record import RunRecord
from gui.store.world import World
from gui.stores import Stores
from gui.style.look import LOOK
from gui.style.theme import SIZES, Mode, Motion
from gui.toolkit.page import page_keys
from gui.toolkit.settings import Memory
from gui.words.text import file_name

tr = QCoreApplication.translate

Acts = Mapping[str, Callable[[], object]]
Keys = QKeySequence.StandardKey | str | None


class Menus(QObject):
    """Builds the menu bar and says what can be used.

    Parameters
    ----------
    window
        Whose menu bar it is.
    acts
        What each action does, by its key.
    folders
        Opens a recent folder, by its kind ("project", "data").
    choose
        Takes a choice of a setting, by the setting ("theme", "text", "motion", "language").
    show_page
        Goes to a page.

    Attributes
    ----------
    actions
        All actions by their key, which is their object name too.
    menus
        Those of the bar, from left to right.
    recent
        Menus of recent folders by their kind.
    """

    def __init__(
        self,
        window: QMainWindow,
        memory: Memory,
        languages: Sequence[tuple[str, str]],
        acts: Acts,
        folders: Mapping[str, Callable[[str], None]],
        choose: Mapping[str, Callable[[str], None]],
        show_page: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._window, self._memory, self._acts = window, memory, acts
        self.actions: dict[str, QAction] = {}
        # A menu that only Qt knows is lost as soon as Python has asked for it and forgets it.
        self.menus: list[QMenu] = []
        self._inner: list[QMenu] = []
        self.recent: dict[str, RecentMenu] = {}
        self._build_file(folders)
        self._build_edit()
        self._build_go(show_page)
        self._build_view(languages, choose)
        self._build_run()
        help_ = self._menu(tr("MainWindow", "&Help"))
        self._add(help_, "guide", tr("MainWindow", "&Guide"), "F1")
        self._add(help_, "tour", tr("MainWindow", "Guided &tour"), "Ctrl+Shift+G")
        self._add(help_, "glossary", tr("MainWindow", "Gl&ossary"), "Shift+F1")
        self._add(help_, "keys", tr("MainWindow", "&Keyboard shortcuts"), "Ctrl+F1")
        help_.addSeparator()
        self._add(help_, "diagnostics", tr("MainWindow", "&Copy diagnostics"), "Ctrl+Shift+D")
        self._add(help_, "log-folder", tr("MainWindow", "Open &log folder"), "Ctrl+Shift+L")
        help_.addSeparator()
        self._add(help_, "about", tr("MainWindow", "&About TransferLens"), "Ctrl+Shift+A")

    # ------------------------------------------------------------------ building

    def _build_file(self, folders: Mapping[str, Callable[[str], None]]) -> None:
        menu = self._menu(tr("MainWindow", "&File"))
        self._add(menu, "go-on", "", "Ctrl+G")
        self._add(menu, "new-project", tr("MainWindow", "&New project..."), "Ctrl+N")
        self._add(menu, "open-project", tr("MainWindow", "Open &project..."), "Ctrl+Shift+O")
        self._recent(menu, "project", tr("MainWindow", "Open &recent"), folders)
        menu.addSeparator()
        open_ = QKeySequence.StandardKey.Open
        self._add(menu, "open-data", tr("MainWindow", "Open &data..."), open_)
        self._add(menu, "open-table", tr("MainWindow", "Open a &table (CSV)..."), "Ctrl+Shift+T")
        self._recent(menu, "data", tr("MainWindow", "Recent da&ta"), folders)
        self._add(menu, "sample", tr("MainWindow", "Open &sample parts"), "Ctrl+Shift+S")
        menu.addSeparator()
        # Windows has no standard key for it.
        self._add(menu, "quit", tr("MainWindow", "&Quit"), "Ctrl+Q")

    def _build_edit(self) -> None:
        """The pages have these keys themselves: here they are shown, and do nothing twice."""
        self.edit = self._menu(tr("MainWindow", "&Edit"))
        for key, keys in (("undo", "Ctrl+Z"), ("redo", "Ctrl+Shift+Z")):
            action = self._add(self.edit, key, "", keys)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.show_edits("", "")

    def _build_go(self, show_page: Callable[[str], None]) -> None:
        menu = self._menu(tr("MainWindow", "&Go"))
        group = PAGES[0].group
        for number, entry in enumerate(PAGES, start=1):
            if entry.group != group:
                group = entry.group
                menu.addSeparator()
            go = self._add(menu, f"page/{entry.key}", entry.title(), page_keys(number))
            go.triggered.connect(lambda _=False, key=entry.key: show_page(key))
        menu.addSeparator()
        self._add(menu, "palette", tr("MainWindow", "&Find anything..."), "Ctrl+K")

    def _build_view(
        self, languages: Sequence[tuple[str, str]], choose: Mapping[str, Callable[[str], None]]
    ) -> None:
        menu = self._menu(tr("MainWindow", "&View"))
        modes = [
            (Mode.SYSTEM, tr("MainWindow", "As the system"), "Ctrl+T, S"),
            (Mode.LIGHT, tr("MainWindow", "Light"), "Ctrl+T, L"),
            (Mode.DARK, tr("MainWindow", "Dark"), "Ctrl+T, D"),
        ]
        theme = menu.addMenu(tr("MainWindow", "Theme"))
        self._choices(theme, "theme", modes, LOOK.mode, choose["theme"])
        sizes = [
            (str(size), f"{size} %", f"Ctrl+T, {number}") for number, size in enumerate(SIZES, 1)
        ]
        text = menu.addMenu(tr("MainWindow", "Text size"))
        self._choices(text, "text", sizes, str(self._memory.text_size), choose["text"])
        motions = [
            (Motion.SYSTEM, tr("MainWindow", "As the system"), "Ctrl+M, S"),
            (Motion.ALL, tr("MainWindow", "All"), "Ctrl+M, A"),
            (Motion.NONE, tr("MainWindow", "Reduced"), "Ctrl+M, R"),
        ]
        motion = menu.addMenu(tr("MainWindow", "Motion"))
        self._choices(motion, "motion", motions, self._memory.motion, choose["motion"])
        tongues = [(code, name, f"Ctrl+L, {(code or 'en')[0].upper()}") for code, name in languages]
        language = menu.addMenu(tr("MainWindow", "Language"))
        self._choices(language, "language", tongues, self._memory.language, choose["language"])

    def _build_run(self) -> None:
        menu = self._menu(tr("MainWindow", "&Run"))
        self._add(menu, "find-out", tr("MainWindow", "&Find out (first answer)"), "Ctrl+Shift+F")
        self._add(menu, "start", tr("MainWindow", "&Start"), "Ctrl+Return")
        self._add(menu, "pause", tr("MainWindow", "&Pause or resume"), "Ctrl+P")
        self._add(menu, "stop", tr("MainWindow", "S&top and keep"), "Ctrl+.")
        keys = "Ctrl+Shift+Return"
        self._add(menu, "resume", tr("MainWindow", "&Go on with the interrupted run"), keys)
        menu.addSeparator()
        self._add(menu, "judge", tr("MainWindow", "&Judge test images"), "Ctrl+J")
        self._add(menu, "audit", tr("MainWindow", "&Check every file"), "Ctrl+Shift+C")

    def _menu(self, title: str) -> QMenu:
        menu = self._window.menuBar().addMenu(title)
        menu.setToolTipsVisible(True)
        self.menus.append(menu)
        return menu

    def _add(self, menu: QMenu, key: str, text: str, keys: Keys = None) -> QAction:
        action = QAction(text, self._window)
        action.setObjectName(key)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        if key in self._acts:
            # A lambda drops the "checked" argument that the acts do not take.
            action.triggered.connect(lambda: self._acts[key]())
        menu.addAction(action)
        self.actions[key] = action
        return action

    def _recent(
        self, menu: QMenu, kind: str, title: str, folders: Mapping[str, Callable[[str], None]]
    ) -> None:
        self.recent[kind] = RecentMenu(title, kind, self._memory, folders[kind], menu)
        menu.addMenu(self.recent[kind])

    def _choices(
        self,
        menu: QMenu,
        kind: str,
        choices: Sequence[tuple[str, str, str]],
        current: str,
        use: Callable[[str], None],
    ) -> None:
        self._inner.append(menu)
        group = QActionGroup(menu)
        for value, name, keys in choices:
            action = self._add(menu, f"{kind}/{value or 'en'}", name, keys)
            action.setCheckable(True)
            action.setChecked(value == current)
            action.setData(value)
            group.addAction(action)
        group.triggered.connect(lambda action: use(action.data()))

    # ------------------------------------------------------------------ what can be used

    def show_state(self, stores: Stores, offered: str) -> None:
        """Say what can be used now; `offered` is the project that can be gone on with."""
        state = stores.world
        no_data = "" if state.data else tr("MainWindow", "Open images first.")
        run = state.current_run
        idle = "" if run else tr("MainWindow", "No run is being trained.")
        if run is not None and run.state in ("stopping", "cancelling"):
            idle = tr("MainWindow", "The run is ending already.")
        self._allow("start", no_data)
        self._allow("find-out", no_data)
        self._allow("pause", idle)
        self._allow("stop", idle)
        none = tr("MainWindow", "No run of this project was interrupted.")
        self._allow("resume", "" if resumable(state) else none)
        no_run = "" if stores.inspect.state.run else tr("MainWindow", "No finished run is chosen.")
        self._allow("judge", no_data or no_run)
        self._allow("audit", no_data)
        last = self.actions["go-on"]
        if offered:
            template = tr("MainWindow", "Go &on with {name}")
            last.setText(template.format(name=file_name(offered).replace("&", "&&")))
        else:
            last.setText(tr("MainWindow", "Go &on with the last project"))
        opened = tr("MainWindow", "A project is open.")
        never = tr("MainWindow", "There is none, or it is not there any more.")
        self._allow("go-on", "" if offered else opened if state.project else never)

    def show_edits(self, undo: str, redo: str) -> None:
        """Name what an undo and a redo would do; "" where there is nothing."""
        for key, what, word, named in (
            ("undo", undo, tr("MainWindow", "&Undo"), tr("MainWindow", "&Undo: {what}")),
            ("redo", redo, tr("MainWindow", "&Redo"), tr("MainWindow", "&Redo: {what}")),
        ):
            self.actions[key].setText(named.format(what=what) if what else word)
            self._allow(key, "" if what else tr("MainWindow", "Nothing to undo or redo here."))

    def _allow(self, key: str, why: str) -> None:
        action = self.actions[key]
        action.setEnabled(not why)
        action.setToolTip(why or action.text().replace("&", ""))
        action.setStatusTip(why)


def resumable(world: World) -> RunRecord | None:
    """Return the newest run that can be gone on with."""
    return next((run for run in world.runs if run.resumable), None)
