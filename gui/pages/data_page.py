"""Data: open a folder of images and see what it is before training on it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLineEdit,
    QProgressBar,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from engine.messages import OpenData, Synthesise
from gui.controller import Controller
from gui.engine_thread import INSPECTION
from gui.pages.page import Page
from gui.tally import select
from gui.terms import verdict_name
from gui.text import count, engine_text, file_name, stage_text
from gui.theme import SPACE
from gui.throttle import Throttle
from gui.widgets.data_facts import DataFacts
from gui.widgets.drop_area import DropArea, dropped_folder
from gui.widgets.gallery import Gallery
from gui.widgets.image_canvas import ImageCanvas
from gui.widgets.parts import ElidedLabel, IconButton, ThemedButton, label, row


class DataPage(Page):
    """Facts on the left, all images in the middle, the chosen image on the right."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(controller, parent)
        self.setAcceptDrops(True)
        self._drop = DropArea()
        self._drop.ask.connect(self.ask_data)
        self._drop.dropped.connect(controller.open_data)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty())
        self._stack.addWidget(self._opening_view())
        self._stack.addWidget(self._loaded())
        self._filter_later = Throttle(120, self)
        self._filter_later.fired.connect(self._show_rows)
        controller.data_changed.connect(self._show_data)
        controller.sample_changed.connect(self._show_sample)
        controller.pulse.connect(self._show_progress)
        controller.pulse.connect(self._show_audit)
        controller.audited.connect(self._show_audit)
        controller.jobs_changed.connect(self._show_audit)
        self._show_data()

    def show_recent(self, folders: list[str]) -> None:
        """Offer folders that were open before."""
        self._drop.show_recent(folders)

    # ------------------------------------------------------------------ building

    def _empty(self) -> QWidget:
        result = QWidget()
        layout = QVBoxLayout(result)
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
        train = IconButton(self.tr("Train on this set"), "next", primary=True)
        train.clicked.connect(lambda: self.go.emit("train"))
        header = row(self._name, self._layout_chip, self._path, open_other, train)
        header.setStretch(2, 1)
        layout.addLayout(header)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setObjectName("data")
        split.setChildrenCollapsible(False)
        split.setHandleWidth(SPACE)
        self._facts = DataFacts()
        self._facts.normal_chosen.connect(self.controller.choose_normal)
        self._facts.audit_asked.connect(self._audit)
        split.addWidget(self._facts)
        split.addWidget(self._gallery_card())
        split.addWidget(self._canvas_card())
        for place, (least, stretch) in enumerate(((270, 0), (270, 3), (270, 3))):
            split.widget(place).setMinimumWidth(least)
            split.setStretchFactor(place, stretch)
        split.setSizes([300, 470, 480])
        layout.addWidget(split, 1)
        return result

    def _gallery_card(self) -> QFrame:
        card, layout = _panel()
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
        self._shown = label("", "small")
        bar = row(self._class, self._text, self._shown)
        bar.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        bar.setStretch(1, 1)
        layout.addLayout(bar)
        self._gallery = Gallery(self.controller.thumbnails)
        self._gallery.chosen.connect(self.controller.show_sample)
        layout.addWidget(self._gallery, 1)
        return card

    def _canvas_card(self) -> QFrame:
        card, layout = _panel()
        self._sample_name = ElidedLabel("", "h2")
        self._sample_facts = label("", "muted")
        self._point = label("", "small")
        outline = ThemedButton("outline", self.tr("Show the region of the defect"), checkable=True)
        outline.setChecked(True)
        fit = ThemedButton("fit", self.tr("Fit the image into the view"))
        actual = ThemedButton("actual", self.tr("Show pixels at 100 %"))
        bar = row(self._sample_name, outline, fit, actual, spacing=2)
        bar.setContentsMargins(SPACE + 4, SPACE, SPACE, SPACE)
        bar.setStretch(0, 1)
        layout.addLayout(bar)
        self._canvas = ImageCanvas()
        layout.addWidget(self._canvas, 1)
        foot = row(self._sample_facts, None, self._point)
        foot.setContentsMargins(SPACE + 4, SPACE - 2, SPACE + 4, SPACE - 2)
        layout.addLayout(foot)
        outline.toggled.connect(self._canvas.set_outline_visible)
        fit.clicked.connect(self._canvas.fit)
        actual.clicked.connect(self._canvas.actual_size)
        self._canvas.hovered.connect(self._show_point)
        return card

    # ------------------------------------------------------------------ rendering

    def _show_data(self) -> None:
        state = self.controller.state
        self._drop.show_error(state.open_failed)
        if state.opening:
            drawing = any(
                isinstance(job.command, Synthesise) for job in state.lane_jobs(INSPECTION)
            )
            template = self.tr("Drawing {name}") if drawing else self.tr("Reading {name}")
            self._opening_title.setText(template.format(name=file_name(state.opening)))
            self._show_progress()
            self._stack.setCurrentIndex(1)
            return
        data = state.data
        self._stack.setCurrentIndex(0 if data is None or state.open_failed else 2)
        if data is None:
            return
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
        if data.samples:
            first = next((s for s in data.samples if s.has_region), data.samples[0])
            self._gallery.mark(first.index, scroll=False)
            self.controller.show_sample(first.index)

    def _show_progress(self) -> None:
        for job in self.controller.state.lane_jobs(INSPECTION):
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
        state, job = self.controller.state, self.controller.auditing
        if state.data is not None and self.isVisible():
            total = max(1, job.total) if job else 0
            self._facts.show_audit(
                state.data, audited=state.audited, done=job.done if job else 0, total=total
            )

    def showEvent(self, event: object) -> None:
        """Catch up with what happened while another page was shown."""
        super().showEvent(event)  # type: ignore[arg-type]
        self._show_audit()

    def _show_rows(self) -> None:
        samples = self.controller.state.samples
        rows = select(
            samples, {}, class_name=self._class.currentData() or "", text=self._text.text()
        )
        self._gallery.show_rows(samples, {}, rows)
        template = self.tr("{shown} of {all}")
        self._shown.setText(template.format(shown=count(len(rows)), all=count(len(samples))))

    def _show_sample(self) -> None:
        shown = self.controller.state.sample
        self._canvas.show_image(shown.image if shown else None, shown.outlines if shown else ())
        samples = self.controller.state.samples
        if shown is None or shown.index >= len(samples):
            self._sample_name.set_whole("")
            self._sample_facts.setText("")
            return
        sample = samples[shown.index]
        self._sample_name.set_whole(file_name(sample.file))
        height, width = shown.image.shape[:2]
        facts = [
            sample.class_name,
            verdict_name(sample.defective),
            f"{width} \N{MULTIPLICATION SIGN} {height}",
        ]
        if sample.fold:
            facts.append(self.tr("fold {n}").format(n=sample.fold))
        if sample.group:
            facts.append(self.tr("group {name}").format(name=sample.group))
        self._sample_facts.setText("  \N{MIDDLE DOT}  ".join(facts))

    def _show_point(self, point: tuple[float, float] | None) -> None:
        self._point.setText("" if point is None else f"x {int(point[0])}  y {int(point[1])}")

    # ------------------------------------------------------------------ intents

    def _audit(self) -> None:
        job = self.controller.auditing
        if job is None:
            self.controller.audit()
        else:
            self.controller.cancel(job.number)

    def _cancel(self) -> None:
        for job in self.controller.state.lane_jobs(INSPECTION):
            if isinstance(job.command, OpenData | Synthesise):
                self.controller.cancel(job.number)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A folder may be dropped anywhere on the page."""
        if dropped_folder(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the folder."""
        folder = dropped_folder(event.mimeData())
        if folder:
            event.acceptProposedAction()
            self.controller.open_data(folder)


def _panel() -> tuple[QFrame, QVBoxLayout]:
    card = QFrame()
    card.setProperty("role", "card")
    layout = QVBoxLayout(card)
    layout.setContentsMargins(1, 1, 1, 1)
    layout.setSpacing(0)
    return card, layout
