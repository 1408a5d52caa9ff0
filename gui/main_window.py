"""The window: menu, navigation, pages and status bar. Pages do the rest."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QMessageBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui.controller import Controller, Notice
from gui.engine_thread import INSPECTION, TRAINING
from gui.look import LOOK
from gui.pages.data_page import DataPage
from gui.pages.page import Page
from gui.pages.registry import PAGES
from gui.pages.train_page import TrainPage
from gui.settings import Memory
from gui.text import device_name, file_name
from gui.theme import Mode
from gui.widgets.lane_status import LaneStatus
from gui.widgets.nav_rail import NavRail
from gui.widgets.notice_bar import NoticeBar
from gui.widgets.parts import label


class MainWindow(QMainWindow):
    """Holds the pages and everything around them.

    Attributes
    ----------
    controller
        The one writer of the state; the window owns nothing of it.
    pages
        Pages by their key.
    """

    def __init__(
        self, controller: Controller, memory: Memory, languages: Sequence[str] = ()
    ) -> None:
        super().__init__()
        self.controller = controller
        self.memory = memory
        self._languages = tuple(languages)
        self._closing = ""
        self.setWindowTitle(self.tr("TransferLens"))
        self.resize(1366, 768)
        self.setMinimumSize(1000, 620)
        self._build()
        self._build_menu()
        self._build_status()
        controller.notice.connect(self._show_notice)
        controller.data_changed.connect(self._data_changed)
        controller.project_changed.connect(self._project_changed)
        controller.runs_changed.connect(self._run_actions)
        controller.jobs_changed.connect(self._jobs_changed)
        controller.runs_changed.connect(self._show_device)
        controller.engine_ready.connect(self._show_device)
        self._ended = QTimer(self)
        self._ended.setInterval(40)
        self._ended.timeout.connect(self._close_if_ended)
        self._run_actions()
        self._show_recent()
        page = memory.restore_window(self)
        self.show_page(page if page in self.pages else "data")

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        centre = QWidget()
        layout = QHBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._rail = NavRail(PAGES)
        self._rail.chosen.connect(self.show_page)
        layout.addWidget(self._rail)
        right = QVBoxLayout()
        right.setSpacing(0)
        self._notice = NoticeBar()
        right.addWidget(self._notice)
        self._stack = QStackedWidget()
        right.addWidget(self._stack, 1)
        layout.addLayout(right, 1)
        self.pages: dict[str, Page] = {}
        for entry in PAGES:
            page = entry.build(self.controller)
            page.go.connect(self.show_page)
            page.ask_data.connect(self.ask_data)
            page.ask_project.connect(self.ask_project)
            self.pages[entry.key] = page
            self._stack.addWidget(page)
        self.setCentralWidget(centre)

    def _build_menu(self) -> None:
        bar = self.menuBar()
        file = bar.addMenu(self.tr("&File"))
        self._add(file, self.tr("Open &data..."), self.ask_data, QKeySequence.StandardKey.Open)
        self._add(file, self.tr("Open &project..."), self.ask_project, "Ctrl+Shift+O")
        self._recent_data = file.addMenu(self.tr("Recent data"))
        self._recent_projects = file.addMenu(self.tr("Recent projects"))
        file.addSeparator()
        self._add(file, self.tr("&Quit"), self.close, QKeySequence.StandardKey.Quit)
        view = bar.addMenu(self.tr("&View"))
        theme = view.addMenu(self.tr("Theme"))
        names = {
            Mode.SYSTEM: self.tr("As the system"),
            Mode.LIGHT: self.tr("Light"),
            Mode.DARK: self.tr("Dark"),
        }
        self._choices(theme, [(mode, names[mode]) for mode in Mode], LOOK.mode, self._use_mode)
        language = view.addMenu(self.tr("Language"))
        self._choices(
            language,
            [("", "English"), *((code, _language_name(code)) for code in self._languages)],
            self.memory.language,
            self._use_language,
        )
        run = bar.addMenu(self.tr("&Run"))
        self._start = self._add(run, self.tr("&Start"), self._start_run, "Ctrl+Return")
        self._pause = self._add(run, self.tr("&Pause or resume"), self._pause_run, "Ctrl+P")
        self._stop = self._add(run, self.tr("S&top and keep"), self._stop_run, "Ctrl+.")
        about = bar.addMenu(self.tr("&Help"))
        self._add(about, self.tr("&About TransferLens"), self._about)

    def _add(
        self,
        menu: QMenu,
        text: str,
        act: object,
        keys: QKeySequence.StandardKey | str | None = None,
    ) -> QAction:
        action = QAction(text, self)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        # A lambda drops the "checked" argument that methods here do not take.
        action.triggered.connect(lambda: act())  # type: ignore[operator]
        menu.addAction(action)
        return action

    def _choices(
        self,
        menu: QMenu,
        choices: Sequence[tuple[str, str]],
        current: str,
        use: object,
    ) -> None:
        group = QActionGroup(menu)
        for key, name in choices:
            action = QAction(name, menu)
            action.setCheckable(True)
            action.setChecked(key == current)
            action.setData(key)
            group.addAction(action)
            menu.addAction(action)
        group.triggered.connect(lambda action: use(action.data()))  # type: ignore[operator]

    def _build_status(self) -> None:
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        bar.addWidget(LaneStatus(self.controller, TRAINING, self.tr("Training")))
        bar.addWidget(LaneStatus(self.controller, INSPECTION, self.tr("Inspection")))
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

    @property
    def page(self) -> str:
        """Key of the page that is shown."""
        shown = self._stack.currentWidget()
        return next(key for key, page in self.pages.items() if page is shown)

    def ask_data(self) -> None:
        """Ask for a folder of images and open it."""
        start = (self.memory.recent("data") or [""])[0]
        folder = QFileDialog.getExistingDirectory(self, self.tr("Open a folder of images"), start)
        if folder:
            self.show_page("data")
            self.controller.open_data(folder)

    def ask_project(self) -> None:
        """Ask for a project folder and open it; a new, empty folder is a new project."""
        start = self.controller.state.project or self.memory.project
        folder = QFileDialog.getExistingDirectory(
            self, self.tr("Choose a project folder, or make a new one"), start
        )
        if folder:
            self.controller.open_project(folder)

    def _data_changed(self) -> None:
        data = self.controller.state.data
        if data is not None and not self.controller.state.opening:
            self.memory.remember("data", data.path)
            self.setWindowTitle(self.tr("{name} - TransferLens").format(name=data.name))
            self._show_recent()

    def _project_changed(self) -> None:
        project = self.controller.state.project
        self.memory.project = project
        self.memory.remember("project", project)
        self._project.setText(self.tr("Project {name}").format(name=file_name(project)))
        self._project.setToolTip(project)
        self._show_recent()

    def _show_recent(self) -> None:
        for menu, kind, open_ in (
            (self._recent_data, "data", self.controller.open_data),
            (self._recent_projects, "project", self.controller.open_project),
        ):
            menu.clear()
            for folder in self.memory.recent(kind):
                action = menu.addAction(folder)
                action.triggered.connect(lambda _=False, f=folder, o=open_: o(f))
            menu.setEnabled(bool(self.memory.recent(kind)))
        page = self.pages.get("data")
        if isinstance(page, DataPage):
            page.show_recent(self.memory.recent("data"))

    # ------------------------------------------------------------------ runs

    def _run_actions(self) -> None:
        run = self.controller.state.current_run
        ending = run is not None and run.state in ("stopping", "cancelling")
        self._start.setEnabled(self.controller.state.data is not None)
        self._pause.setEnabled(run is not None and not ending)
        self._stop.setEnabled(run is not None and not ending)

    def _start_run(self) -> None:
        page = self.pages["train"]
        self.show_page("train")
        if isinstance(page, TrainPage):
            page.submit_current()

    def _pause_run(self) -> None:
        run = self.controller.state.current_run
        if run is not None:
            held = run.state in ("paused", "pausing")
            (self.controller.resume if held else self.controller.pause)(run.job)

    def _stop_run(self) -> None:
        run = self.controller.state.current_run
        if run is not None:
            self.controller.stop(run.job)

    def _show_device(self) -> None:
        devices = [run for run in self.controller.state.runs if run.device]
        current = self.controller.state.current_run
        run = current if current and current.device else (devices[0] if devices else None)
        words = device_name(self.controller.state.device)
        if run:
            words = f"{device_name(run.device)}, {run.precision}"
        self._device.setText(self.tr("Computes on {device}").format(device=words) if words else "")

    # ------------------------------------------------------------------ looks, help

    def _use_mode(self, mode: str) -> None:
        self.memory.mode = Mode(mode)
        LOOK.apply(Mode(mode))

    def _use_language(self, language: str) -> None:
        self.memory.language = language
        QMessageBox.information(
            self, self.tr("Language"), self.tr("The language changes at the next start.")
        )

    def _about(self) -> None:
        QMessageBox.about(
            self,
            self.tr("About TransferLens"),
            self.tr(
                "<b>TransferLens</b> {version}<p>Does ImageNet transfer learning solve your "
                "visual inspection task? Find out on your own images, on your own computer.</p>"
                "<p>Nothing is sent anywhere.</p>"
            ).format(version=QApplication.applicationVersion()),
        )

    def _show_notice(self, notice: Notice) -> None:
        self._notice.show_notice(notice)

    # ------------------------------------------------------------------ closing

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close at once when idle; else ask, let the engine end, then close."""
        if self.controller.lanes_ended:
            self.memory.save_window(self, self.page)
            event.accept()
            return
        event.ignore()
        if self._closing == "now":
            return
        choice = self.ask_close() if self.controller.busy else "now"
        if choice == "stay":
            return
        self._closing = choice
        if choice == "keep":
            self.statusBar().showMessage(self.tr("Stopping; closes when the run is kept"))
            self.controller.wind_down()
            self._jobs_changed()
        else:
            self._end_lanes()

    def ask_close(self) -> str:
        """Ask what to do with work under way: "keep", "now" (drop it) or "stay"."""
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Work is under way"))
        box.setText(self.tr("The engine is still at work. Close all the same?"))
        box.setInformativeText(
            self.tr("A cancelled run keeps its last checkpoint and can be resumed.")
        )
        keep = box.addButton(
            self.tr("Stop and keep, then close"), QMessageBox.ButtonRole.AcceptRole
        )
        drop = box.addButton(
            self.tr("Cancel work and close"), QMessageBox.ButtonRole.DestructiveRole
        )
        stay = box.addButton(self.tr("Stay"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.exec()
        clicked = box.clickedButton()
        return "keep" if clicked is keep else "now" if clicked is drop else "stay"

    def _jobs_changed(self) -> None:
        self._run_actions()
        if self._closing == "keep" and not self.controller.busy:
            self._end_lanes()

    def _end_lanes(self) -> None:
        self._closing = "now"
        self.statusBar().showMessage(self.tr("Saving and closing..."))
        self.controller.request_shut_down()
        self._ended.start()

    def _close_if_ended(self) -> None:
        if self.controller.lanes_ended:
            self._ended.stop()
            self.close()


def _language_name(code: str) -> str:
    return {"ko": "\N{HANGUL SYLLABLE HAN}\N{HANGUL SYLLABLE GUG}\N{HANGUL SYLLABLE EO}"}.get(
        code, code
    )
