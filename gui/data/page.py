"""Data: open a folder of images and see what it is before training on it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLineEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from engine.core.values import SampleRow
from engine.data.messages import OpenData, Synthesise
from engine.data.values import CheckItem
from gui.answer.line import AnswerLine
from gui.answer.tab import AnswerTab
from gui.check.check_tab import CheckTab
from gui.check.folds_tab import FoldsTab
from gui.check.views_tab import ViewsTab
from gui.data.data_facts import DataFacts
from gui.data.drop_area import DropArea
from gui.reading.view import ReadingView
from gui.regions.drawing_card import DrawingCard
from gui.regions.region_count import RegionCount
from gui.regions.strokes import next_without
from gui.review.version_dialog import VersionAsker
from gui.store.engine_thread import INSPECTION
from gui.store.throttle import Throttle
from gui.stores import Stores
from gui.style.theme import SPACE
from gui.toolkit.gallery import Gallery
from gui.toolkit.page import Page
from gui.toolkit.parts import ElidedLabel, IconButton, column, label, panel, row, split_of
from gui.toolkit.tabs import Tabs
from gui.toolkit.tally import select, telling_image
from gui.words.text import count, engine_text, file_name, stage_text


class DataPage(Page):
    """Facts on the left; right of them images, what is odd of them, folds, training views.

    Attributes
    ----------
    bar
        The tabs, by the keys images, answer, check, folds and views.
    answer, check, folds, views
        All tabs but the first one.

    Signals
    -------
    go_on()
        The user wants the last project again.
    few_defects()
        The user has only a few defects, and wants what is made for that.
    """

    go_on = Signal()
    few_defects = Signal()

    def __init__(self, stores: Stores, parent: QWidget | None = None) -> None:
        super().__init__(stores, parent)
        self._gallery_rows: tuple[SampleRow, ...] = ()
        self._drop = DropArea()
        self._drop.ask.connect(self.ask_data)
        self._drop.ask_table.connect(self.ask_table)
        self._drop.sample.connect(self.ask_sample)
        self._drop.opened.connect(stores.data.open)
        self._drop.go_on.connect(self.go_on)
        self._drop.few.connect(self._ask_few)
        self._no_data, self._opening = self._empty(), self._opening_view()
        self.reading = ReadingView(stores.reading)
        self._put(self._loaded(), self._no_data, self._opening, self.reading)
        stores.reading.changed.connect(self._show_place)
        self._few = False  # open images are wanted for Few defects
        self._filter_later = Throttle(120, self)
        self._filter_later.fired.connect(self._show_rows)
        stores.world.data_changed.connect(self._show_data)
        stores.regions.changed.connect(self._show_regions)
        stores.client.pulse.connect(self._show_progress)
        stores.client.pulse.connect(self._show_audit)
        stores.check.checked.connect(self._show_audit)
        stores.client.jobs_changed.connect(self._show_audit)
        self._show_data()

    def show_recent(self, folders: list[str]) -> None:
        """Offer folders that were open before."""
        self._drop.show_recent(folders)

    def show_offer(self, project: str, data: str) -> None:
        """Offer to go on with a project and its images; "" offers nothing."""
        self._drop.show_offer(project, data)

    def host(self, corner: QWidget) -> None:
        """Put what the window has to offer into the corner of the empty page."""
        self._corner.addWidget(corner)

    # ------------------------------------------------------------------ building

    def _empty(self) -> QWidget:
        result = QWidget()
        layout = QVBoxLayout(result)
        self._corner = row(None)
        layout.addLayout(self._corner)
        layout.addStretch(2)
        layout.addLayout(row(None, self._drop, None))
        layout.addStretch(3)
        return result

    def _opening_view(self) -> QWidget:
        result = QWidget()
        layout = QVBoxLayout(result)
        self._opening_title = label("", "h1")
        self._opening_text = label("", "muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(360)
        cancel = IconButton(self.tr("Cancel"), "cancel")
        cancel.clicked.connect(self._cancel)
        layout.addStretch(2)
        for widget in (self._opening_title, self._opening_text, self._bar, cancel):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignCenter)
            layout.addSpacing(SPACE)
        layout.addStretch(3)
        return result

    def _loaded(self) -> QWidget:
        result = QWidget()
        layout = QVBoxLayout(result)
        layout.setContentsMargins(2 * SPACE, SPACE + 4, 2 * SPACE, 2 * SPACE)
        layout.setSpacing(SPACE + 4)
        self._name = label("", "h1")
        self._layout_chip = label("", "chip")
        self._path = ElidedLabel("", "muted")
        open_other = IconButton(self.tr("Open data..."), "folder")
        open_other.clicked.connect(self.ask_data)
        train = IconButton(self.tr("Train on this set"), "next")
        train.clicked.connect(lambda: self.go.emit("train"))
        how = IconButton(self.tr("How it is read..."), "search")
        how.clicked.connect(self._ask_reading)
        header = row(self._name, self._layout_chip, self._path, how, open_other, train)
        header.setStretch(2, 1)
        layout.addLayout(header)
        line = AnswerLine(self.stores)
        line.asked.connect(lambda: self.show_tab("answer"))
        line.begun.connect(self.find_out)
        layout.addWidget(line)
        self._facts = DataFacts()
        self._facts.normal_chosen.connect(self.stores.data.choose_normal)
        self._facts.audit_asked.connect(self._audit)
        self._facts.check_asked.connect(lambda: self.show_tab("check"))
        split = split_of("data-page", (self._facts, 270, 0), (self._tabs(), 610, 1))
        split.setSizes([300, 950])
        layout.addWidget(split, 1)
        return result

    def _tabs(self) -> QWidget:
        images = split_of(
            "data-images", (self._gallery_card(), 270, 1), (self._canvas_card(), 330, 1)
        )
        images.setSizes([470, 480])
        self.check, self.folds = CheckTab(self.stores), FoldsTab(self.stores)
        self.views, self.answer = ViewsTab(self.stores), AnswerTab(self.stores)
        self.answer.go.connect(self.go)
        self.answer.show_image.connect(self._show_image)
        asker = VersionAsker(self.stores, self)
        self.check.audit_asked.connect(self._audit)
        self.check.version_asked.connect(asker.ask)
        self.check.show_image.connect(self._show_image)
        self.check.review_asked.connect(self._review)
        self.check.alike_asked.connect(self._keep_alike)
        self.views.chosen.connect(self.stores.regions.show_sample)
        self.views.draw_asked.connect(lambda: self.show_tab("images"))
        for tab in (self.check, self.folds):
            tab.ask_project.connect(self.ask_project)
        self.bar = Tabs("data", self.tr("What is shown of the data set"))
        self.bar.add("images", self.tr("Images"), images)
        self.bar.add(self.answer.key, self.tr("First answer"), self.answer)
        self.bar.add(self.check.key, self.tr("Check"), self.check)
        self.bar.add(self.folds.key, self.tr("Folds"), self.folds)
        self.bar.add(self.views.key, self.tr("Training views"), self.views)
        return column(row(self.bar, None), self.bar.views)

    def _gallery_card(self) -> QFrame:
        card, layout = panel()
        self._class = QComboBox()
        self._class.setAccessibleName(self.tr("Show class"))
        self._class.setMinimumContentsLength(10)
        self._class.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._class.currentIndexChanged.connect(lambda: self._filter_later.request())
        self._text = QLineEdit()
        self._text.setPlaceholderText(self.tr("Filter by file name"))
        self._text.setAccessibleName(self.tr("Filter by file name"))
        self._text.setClearButtonEnabled(True)
        self._text.textChanged.connect(lambda: self._filter_later.request())
        self._number = label("", "small")
        bar = row(self._class, self._text, self._number)
        bar.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        bar.setStretch(1, 1)
        layout.addLayout(bar)
        self._gallery = Gallery(self.stores.data.thumbnails)
        self._gallery.rows.marks_regions = True
        self._gallery.chosen.connect(self.stores.regions.show_sample)
        layout.addWidget(self._gallery, 1)
        self._count = RegionCount()
        self._count.next_asked.connect(self._go_to_next)
        layout.addWidget(self._count)
        return card

    def _canvas_card(self) -> DrawingCard:
        card = DrawingCard(self.stores)
        card.ask_project.connect(self.ask_project)
        # An undone stroke may lie on another image than the one that was chosen.
        card.moved_to.connect(self._mark)
        self._sample_name, self._canvas = card.name, card.canvas
        self._drawing = card
        for keys, act in (
            ("Ctrl+Z", self.undo),
            ("Ctrl+Shift+Z", self.redo),
            ("Ctrl+Y", self.redo),
            ("N", self._go_to_next),
            ("PgUp", lambda: self._step(-1)),
            ("PgDown", lambda: self._step(1)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        return card

    # ------------------------------------------------------------------ rendering

    def _show_data(self) -> None:
        state = self.stores.world
        self._drop.show_error(state.open_failed)
        if state.opening:
            drawing = any(
                isinstance(job.command, Synthesise)
                for job in self.stores.client.lane_jobs(INSPECTION)
            )
            template = self.tr("Drawing {name}") if drawing else self.tr("Reading {name}")
            self._opening_title.setText(template.format(name=file_name(state.opening)))
            self._show_progress()
            self._turn_to(self._opening)
            return
        data = state.data
        self._show_place()
        if data is None:
            return
        if self._few and not state.open_failed:
            self._few = False
            self.few_defects.emit()
        self._name.setText(data.name)
        self._layout_chip.setText(engine_text(data.layout_name))
        self._path.set_whole(data.path)
        self._facts.show_data(data)
        self._show_audit()
        self._class.blockSignals(True)
        self._class.clear()
        self._class.addItem(self.tr("All classes"), "")
        for name, number in data.classes:
            self._class.addItem(f"{name} ({count(number)})", name)
        self._class.blockSignals(False)
        self._gallery.mark(-1)
        self._show_rows()
        self._count.show_count(data.samples)
        if data.samples:
            first = telling_image(data.samples)
            self._gallery.mark(first, scroll=False)
            self.stores.regions.show_sample(first)

    def _show_place(self) -> None:
        """Turn to what is to be seen: a folder that is looked at goes before the open set."""
        state, reading = self.stores.world, self.stores.reading
        if state.opening:
            return
        if reading.path and reading.look is not None:
            if not self.reading.isVisible():
                self._turn_to(self.reading)
            return
        self._turn_to(self._no_data if state.data is None or state.open_failed else None)

    def _ask_reading(self) -> None:
        data = self.stores.world.data
        if data is not None:
            self.stores.reading.start(data.path, self.stores.world.options)

    def _show_progress(self) -> None:
        for job in self.stores.client.lane_jobs(INSPECTION):
            if isinstance(job.command, OpenData | Synthesise):
                self._bar.setRange(0, job.total)
                self._bar.setValue(job.done)
                template = self.tr("{stage}: {done} of {total}")
                self._opening_text.setText(
                    template.format(
                        stage=stage_text(job.stage), done=count(job.done), total=count(job.total)
                    )
                    if job.total
                    else self.tr("Starting...")
                )
                return  # the lane does the first one first

    def _show_audit(self) -> None:
        state, job = self.stores.world, self.stores.check.checking
        if state.data is not None and self.isVisible():
            total = max(1, job.total) if job else 0
            self._facts.show_audit(
                state.data,
                audited=self.stores.check.state.known,
                done=job.done if job else 0,
                total=total,
            )

    def _catch_up(self) -> None:
        """Show how far the check is by now."""
        self._show_audit()

    def _show_rows(self) -> None:
        samples = self._gallery_rows = self.stores.world.samples
        rows = select(
            samples, {}, class_name=self._class.currentData() or "", text=self._text.text()
        )
        self._gallery.show_rows(samples, {}, rows)
        template = self.tr("{shown} of {all}")
        self._number.setText(template.format(shown=count(len(rows)), all=count(len(samples))))

    def _mark(self, index: int) -> None:
        self._gallery.mark(index)
        if self._gallery.currentIndex().isValid():
            self._gallery.scrollTo(self._gallery.currentIndex())

    def _show_regions(self) -> None:
        data = self.stores.world.data
        if data is None:
            return
        self._count.show_count(data.samples)
        if data.samples is not self._gallery_rows:
            self._show_rows()
            self._facts.show_regions(data)
            self._show_audit()

    # ------------------------------------------------------------------ intents

    def find_out(self) -> None:
        """Ask for the first answer, and for the project's place first if none is open."""
        self.stores.world.with_project(self._find_out, self.stores.answer.cost_words)

    def _find_out(self) -> None:
        self.stores.answer.find_out()
        self.show_tab("answer")

    def _ask_few(self) -> None:
        self.ask_data.emit()
        self._few = bool(self.stores.world.opening)  # a folder was chosen

    def _go_to_next(self) -> None:
        if self.tab != "images":
            return
        shown = self.stores.regions.sample
        index = next_without(self.stores.world.samples, shown.index if shown else -1)
        if index >= 0:
            if self._gallery.rows.row_of(index) < 0:  # a filter hides it
                self._class.setCurrentIndex(0)
                self._text.clear()
                self._show_rows()
            self._gallery.mark(index)
            self.stores.regions.show_sample(index)

    @property
    def tab(self) -> str:
        """Key of the tab that is shown."""
        return self.bar.key

    def show_tab(self, key: str) -> None:
        """Go to a tab."""
        self.bar.show_key(key)
        self.bar.view.setFocus()

    def undoable(self) -> tuple[str, str]:
        """Name what can be undone on this tab: a decision, folds, or a stroke."""
        check, strokes = self.stores.check, self.stores.regions.strokes
        places, name = (strokes.place, strokes.next), self.tr("stroke")
        if self.tab == "check":
            places, name = (check.state.steps.place, check.state.steps.next), self.tr("decision")
        elif self.tab == "folds":
            uses = check.folds.state.uses
            places, name = (uses.place, uses.next), self.tr("change of folds")
        return name if places[0] else "", name if places[1] else ""

    def undo(self) -> None:
        """Take back what was done last on this tab."""
        acts = {"check": self.stores.check.undo, "folds": self.folds.undo_use}
        acts.get(self.tab, self._drawing.undo)()

    def redo(self) -> None:
        """Make again what was taken back last on this tab."""
        acts = {"check": self.stores.check.redo, "folds": self.folds.redo_use}
        acts.get(self.tab, self._drawing.redo)()

    def _step(self, by: int) -> None:
        if self.tab == "views":
            self.views.step(by)

    def _show_image(self, index: int) -> None:
        self.show_tab("images")
        if self._gallery.rows.row_of(index) < 0:  # a filter hides it
            self._class.setCurrentIndex(0)
            self._text.clear()
            self._show_rows()
        self._mark(index)
        self.stores.regions.show_sample(index)

    def _keep_alike(self) -> None:
        self.folds.keep_alike_together()
        self.show_tab("folds")

    def _review(self, item: CheckItem) -> None:
        """Go to the verdict that contradicts a label."""
        name = item.problem.values.get("run", "")
        run = next((run.path for run in self.stores.world.runs if run.name == name), "")
        if run:
            self.stores.review.choose(run)
            self.stores.review.look_at(item.index)
            self.go.emit("review")

    def _audit(self) -> None:
        job = self.stores.check.checking
        if job is None:
            self.stores.check.check_files()
        else:
            self.stores.client.cancel(job.number)

    def _cancel(self) -> None:
        for job in self.stores.client.lane_jobs(INSPECTION):
            if isinstance(job.command, OpenData | Synthesise):
                self.stores.client.cancel(job.number)
