"""The window: menu, navigation, pages and status bar. Pages do the rest."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui.compress.page import FEW, CompressPage
from gui.data.page import DataPage
from gui.data.place_bar import PlaceBar
from gui.folder.page import FolderPage
from gui.help.window import GLOSSARY, GUIDE, KEYS
from gui.shell.closing import Closing
from gui.shell.corner import LookCorner
from gui.shell.cover import Cover
from gui.shell.drop_veil import DropVeil
from gui.shell.folders import Folders
from gui.shell.help_acts import HelpActs
from gui.shell.lane_status import LaneStatus
from gui.shell.menus import Menus
from gui.shell.nav_rail import NavRail
from gui.shell.notice_bar import NoticeBar
from gui.shell.other_window import OtherWindow
from gui.shell.pages import Pages
from gui.shell.palette.entries import Entry
from gui.shell.palette.gather import folder_entries, menu_entries, run_entries
from gui.shell.palette.palette import Palette
from gui.shell.project_bar import ProjectBar
from gui.shell.registry import GROUPS, PAGES, missing
from gui.shell.run_actions import RunActs
from gui.shell.tour_acts import show_stop
from gui.store.engine_client import Notice
from gui.store.engine_thread import INSPECTION, TRAINING
from gui.store.run_record import RunRecord
from gui.stores import Stores
from gui.study.page import StudyPage
from gui.style.guard import guarded
from gui.style.look import LOOK
from gui.style.theme import Mode, Motion
from gui.toolkit.drops import Dropped
from gui.toolkit.page import Page, PageEntry
from gui.toolkit.parts import label
from gui.toolkit.settings import Memory
from gui.toolkit.tabs import Tabs
from gui.toolkit.take_along import offer_copies
from gui.tour.panel import TourPanel
from gui.tour.stops import Stop
from gui.words.text import device_name, file_name

AT_ONCE = ("data", "train", "inspect")
"""Pages built with the window: a day begins with them, and the run that Inspect chooses is the one
the menus work on.
"""


class MainWindow(QMainWindow):
    """Holds the pages and everything around them.

    Attributes
    ----------
    stores
        The one writer of the state; the window owns nothing of it.
    pages
        Pages by their key.

    Signals
    -------
    language_wanted(str)
        Another language was chosen: whoever made the window makes it anew.
    """

    language_wanted = Signal(str)

    def __init__(self, stores: Stores, memory: Memory, languages: Sequence[str] = ()) -> None:
        super().__init__()
        self.stores = stores
        self.memory = memory
        self._tongues = [("", "English"), *((code, _language_name(code)) for code in languages)]
        self.help = HelpActs(self, stores, memory.language, self._show_notice)
        self.setWindowTitle(self.tr("TransferLens"))
        self.resize(1366, 768)
        self.setMinimumSize(1000, 620)
        self.folders = Folders(stores, memory, self)
        self._build()
        self.closing = Closing(self, stores.client, lambda: memory.save_window(self, self.page))
        self.acts = RunActs(stores, self.pages, self.show_page)
        self._build_menu()
        self._build_covers()
        self._build_status()
        stores.client.notice.connect(self._show_notice)
        stores.world.data_changed.connect(self._data_changed)
        stores.world.project_changed.connect(self._project_changed)
        stores.world.runs_changed.connect(self._show_actions)
        stores.client.jobs_changed.connect(self._show_actions)
        stores.world.runs_changed.connect(self._show_device)
        stores.client.ready.connect(self._show_device)
        stores.inspect.changed.connect(self._show_actions)
        stores.train.place_wanted.connect(self._ask_place)
        self._show_actions()
        self._show_recent()
        self._show_titles()
        self._show_device()
        page = memory.restore_window(self)
        self._page_before = page if page in self.pages else "data"
        # What was open last is offered there.
        self.show_page("data" if self.folders.offered else self._page_before)

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        centre = QWidget()
        layout = QHBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._rail = NavRail(PAGES, [title() for title in GROUPS])
        self._rail.chosen.connect(self.show_page)
        layout.addWidget(self._rail)
        right = QVBoxLayout()
        right.setSpacing(0)
        self._notice = NoticeBar()
        self._place = PlaceBar(self.stores)
        self._place.asked.connect(self.folders.ask_place)
        right.addWidget(self._notice)
        self.project_bar = ProjectBar(self.stores, self.folders)
        right.addWidget(OtherWindow(self.stores.presence))
        right.addWidget(self._place)
        right.addWidget(self.project_bar)
        self._stack = QStackedWidget()
        right.addWidget(self._stack, 1)
        self.tour = TourPanel(self.stores, self.memory)
        self.tour.sample_wanted.connect(self.try_sample)
        self.tour.wanted.connect(self._show_stop)
        right.addWidget(self.tour)
        layout.addLayout(right, 1)
        self.setCentralWidget(centre)
        self.pages = Pages(PAGES, self._build_page, self._stack)
        for key in AT_ONCE:
            self.pages[key]
        self._build_corner()

    def _build_corner(self) -> None:
        page = self.pages["data"]
        corner = LookCorner(self._tongues, self.memory.language)
        corner.theme.connect(self._use_mode)
        corner.language.connect(self._use_language)
        if isinstance(page, DataPage):
            page.host(corner)

    def _build_page(self, entry: PageEntry) -> Page:
        page = entry.build(self.stores)
        page.go.connect(self.show_page)
        page.ask_data.connect(self.ask_data)
        page.ask_table.connect(self.ask_table)
        page.ask_sample.connect(self.try_sample)
        page.ask_project.connect(self._need_project)
        if isinstance(page, DataPage):
            page.go_on.connect(self.go_on)
            page.few_defects.connect(self.few_defects)
        if isinstance(page, FolderPage | StudyPage):
            page.use_memory(self.memory)
        for bar in page.findChildren(Tabs):
            bar.made.connect(self._dress)
        self._dress(page)
        return page

    def _dress(self, part: QWidget) -> None:
        """Give a page, or a tab that was made later, what every part of the window has."""
        # A folder is opened wherever it is let go: a field would write its path down instead.
        for field in part.findChildren(QLineEdit):
            field.setAcceptDrops(False)
        offer_copies(part)
        self.memory.restore_parts(part)

    def make_next(self) -> bool:
        """Build one more page, or tab of one, ahead of its time; return False if all are there."""
        return self.pages.make_next() or any(
            bar.make_next() for bar in self._stack.findChildren(Tabs)
        )

    def _build_menu(self) -> None:
        self.menus = Menus(
            self,
            self.memory,
            self._tongues,
            {
                "go-on": self.go_on,
                "new-project": self.folders.ask_new_project,
                "open-project": self.ask_project,
                "open-data": self.ask_data,
                "open-table": self.ask_table,
                "sample": self.try_sample,
                "quit": self.close,
                "palette": self._toggle_palette,
                "start": self.acts.start,
                "pause": self.acts.pause,
                "stop": self.acts.stop,
                "resume": self.acts.resume,
                "find-out": self.find_out,
                "judge": self.acts.judge,
                "audit": self.acts.audit,
                "guide": lambda: self.show_help(GUIDE),
                "tour": self.tour.begin,
                "glossary": lambda: self.show_help(GLOSSARY),
                "keys": lambda: self.show_help(KEYS),
                "undo": lambda: self.pages[self.page].undo(),
                "redo": lambda: self.pages[self.page].redo(),
                "about": self.help.about,
                "diagnostics": self.help.copy_diagnostics,
                "log-folder": self.help.open_logs,
            },
            {"data": self._open_data, "project": self.stores.world.open_project},
            {
                "theme": self._use_mode,
                "text": self._use_text_size,
                "motion": self._use_motion,
                "language": self._use_language,
            },
            self.show_page,
        )
        self.menus.edit.aboutToShow.connect(self._show_edits)
        for menu in self.menus.recent.values():
            menu.edited.connect(self._show_recent)

    def _build_covers(self) -> None:
        self.palette_ = Palette(self, self.memory, self._entries)
        self.veil = DropVeil(self)
        self.veil.here = lambda paths: self.pages[self.page].recognise(paths)
        self.veil.opened.connect(self._open_dropped)
        self.veil.refused.connect(lambda why: self._show_notice(Notice("error", why)))
        self.setAcceptDrops(True)

    def _build_status(self) -> None:
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        bar.addWidget(LaneStatus(self.stores, TRAINING, self.tr("Training")))
        bar.addWidget(LaneStatus(self.stores, INSPECTION, self.tr("Inspection")))
        self._device = label("", "small")
        self._project = label("", "small")
        for text in (self._project, self._device):
            text.setContentsMargins(10, 0, 10, 0)
        bar.addPermanentWidget(self._project)
        bar.addPermanentWidget(self._device)

    # ------------------------------------------------------------------ pages, folders

    def show_page(self, key: str) -> None:
        """Go to a page."""
        self._stack.setCurrentWidget(self.pages[key])
        # Keys belong to the page, and no button of the rail looks chosen by accident.
        self.pages[key].setFocus()
        self._rail.show_page(key)

    def take_over(self, old: MainWindow) -> None:
        """Stand where a window of another language stands, on its page, and be shown as it is."""
        self.pages.take_over(old.pages)
        self.show_page(old.page)
        self._page_before = old._page_before
        if not old.tour.isHidden():
            self.tour.begin()
        if old.isVisible():
            if old.isMaximized() or old.isFullScreen():
                self.restoreGeometry(old.saveGeometry())
            else:
                self.setGeometry(old.geometry())
            self.show()
            self.activateWindow()

    @property
    def page(self) -> str:
        """Key of the page that is shown."""
        return self.pages.shown

    def ask_data(self) -> None:
        """Ask for a folder of images and open it."""
        if self.folders.ask_data():
            self.show_page("data")

    def ask_table(self) -> None:
        """Ask for a table that lists images and open it."""
        if self.folders.ask_table():
            self.show_page("data")

    def try_sample(self) -> None:
        """Draw the sample parts, or open them again, in a project of their own."""
        self.folders.try_sample()
        self.show_page("data")

    def ask_project(self) -> None:
        """Ask for a project folder and open it; an empty folder is a new project."""
        self.folders.ask_project()

    def _need_project(self) -> None:
        """Ask for another project where one is open, else for the place of a new one."""
        if self.stores.world.project:
            self.ask_project()
        else:
            self.stores.world.with_project()

    def find_out(self) -> None:
        """Ask for the first answer to the open data set."""
        page = self.pages["data"]
        self.show_page("data")
        if isinstance(page, DataPage):
            page.find_out()

    def few_defects(self) -> None:
        """Go to where an inspector is made from few defects, as soon as images are open."""
        page = self.pages["compress"]
        self.show_page("compress")
        if isinstance(page, CompressPage):
            page.show_tab(FEW)
        self.stores.world.with_project()

    def go_on(self) -> None:
        """Open the last project and its images, on the page where one was."""
        opens = self.folders.go_on()
        if self._page_before in self.pages and not (opens and self._page_before == "data"):
            self.show_page(self._page_before)

    def _show_stop(self, stop: Stop, runs: Sequence[RunRecord]) -> None:
        show_stop(stop, runs, self.stores, self.pages, self.show_page)

    def _show_edits(self) -> None:
        page = self.pages.get(self.page)
        self.menus.show_edits(*(page.undoable() if page is not None else ("", "")))

    def _open_data(self, folder: str) -> None:
        self.show_page("data")
        self.stores.data.open(folder)

    def _open_dropped(self, found: Dropped) -> None:
        page = self.pages[self.page]
        if found.inspect and isinstance(page, FolderPage):
            page.use_folder(found.inspect)
            return
        self.folders.open_dropped(found)
        if found.data or found.run:
            self.show_page("data" if found.data else "inspect")

    def _ask_place(self, run: str) -> None:
        self._place.ask_again(run)
        self.folders.ask_place(run)

    def _data_changed(self) -> None:
        if self.stores.world.data is not None and not self.stores.world.opening:
            self._show_titles()
            self._show_recent()
        self._show_actions()

    def _show_titles(self) -> None:
        """Name what is open; a window may be built after it was opened."""
        data, project = self.stores.world.data, self.stores.world.project
        if data is not None:
            self.setWindowTitle(self.tr("{name} - TransferLens").format(name=data.name))
        if project:
            self._project.setText(self.tr("Project {name}").format(name=file_name(project)))
            self._project.setToolTip(project)

    def _project_changed(self) -> None:
        self._show_titles()
        self._show_recent()
        self._show_actions()

    def _show_recent(self) -> None:
        for menu in self.menus.recent.values():
            menu.refresh()
        page = self.pages["data"]
        if isinstance(page, DataPage):
            page.show_recent(self.memory.recent("data"))
            data = self.folders.offered_data
            page.show_offer(self.folders.offered, data.path if data else "")

    # ------------------------------------------------------------------ palette

    def _toggle_palette(self) -> None:
        self.palette_.toggle()

    def _entries(self) -> list[Entry]:
        """What can be done now."""
        self._show_edits()
        titles = {entry.key: entry.title() for entry in PAGES}
        memory, stores = self.memory, self.stores
        projects = [p for p in memory.recent("project") if p != stores.world.project]
        return [
            *menu_entries(self.menus.menus, skip=("palette",)),
            *run_entries(stores.world.runs, titles, self.acts.open),
            *folder_entries(projects, "project", stores.world.open_project),
            *folder_entries(memory.recent("data"), "data", self._open_data),
        ]

    # ------------------------------------------------------------------ runs

    def _show_actions(self) -> None:
        self.menus.show_state(self.stores, self.folders.offered)
        self._rail.show_missing({e.key: missing(e, self.stores.world) for e in PAGES})
        self._show_edits()

    def _show_device(self) -> None:
        devices = [run for run in self.stores.world.runs if run.device]
        current = self.stores.world.current_run
        run = current if current and current.device else (devices[0] if devices else None)
        words = device_name(self.stores.client.device)
        if run:
            words = f"{device_name(run.device)}, {run.precision}"
        self._device.setText(self.tr("Computes on {device}").format(device=words) if words else "")

    # ------------------------------------------------------------------ looks, help

    def _use_mode(self, mode: str) -> None:
        self.memory.mode = Mode(mode)
        LOOK.apply(Mode(mode))
        self.menus.actions[f"theme/{mode}"].setChecked(True)

    def _use_text_size(self, size: str) -> None:
        self.memory.text_size = int(size)
        LOOK.resize_text(int(size) / 100)

    def _use_motion(self, motion: str) -> None:
        self.memory.motion = Motion(motion)
        LOOK.move(Motion(motion))

    def _use_language(self, language: str) -> None:
        if language != self.memory.language:
            self.memory.language = language
            self.language_wanted.emit(language)

    def show_help(self, what: str) -> None:
        """Show a page of the help; the guide at what the page that is shown is about."""
        self.help.show(what, self.page, self.menus.menus)

    def _show_notice(self, notice: Notice) -> None:
        self._notice.show_notice(notice)

    # ------------------------------------------------------------------ covers, dragging

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        """What lies over the window stays as large as it."""
        super().resizeEvent(event)
        for cover in self.findChildren(Cover):
            cover.fit()

    @guarded
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say over the whole window what would be opened."""
        if self.veil.show_drag(event.mimeData()):
            event.acceptProposedAction()

    @guarded
    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """The veil takes the drag over at its next move; if there is none, it has left."""
        QTimer.singleShot(0, lambda: None if self.veil.entered else self.veil.lift())

    @guarded
    def dropEvent(self, event: QDropEvent) -> None:
        """A drop without any move before it."""
        self.veil.dropEvent(event)

    # ------------------------------------------------------------------ closing

    @guarded
    def closeEvent(self, event: QCloseEvent) -> None:
        """Close at once when idle; else ask, let the engine end, then close."""
        self.closing.take(event)


def _language_name(code: str) -> str:
    return {"ko": "\N{HANGUL SYLLABLE HAN}\N{HANGUL SYLLABLE GUG}\N{HANGUL SYLLABLE EO}"}.get(
        code, code
    )
