"""Check: what is odd about the data set, worked off one finding after another."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QProgressBar,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from engine.core.table import Table
from gui.check.decide_bar import DecideBar
from gui.check.finding_list import FindingList
from gui.check.finding_view import FindingView
from gui.check.words import FILTERS, findings_table, kind_name
from gui.store.engine_client import Notice
from gui.stores import Stores
from gui.style.guard import guarded, guarded_to
from gui.style.theme import SPACE
from gui.toolkit.empty import EmptyState
from gui.toolkit.export import csv_bytes, write_atomic
from gui.toolkit.numbers import QuietCombo
from gui.toolkit.parts import ThemedButton, label, row
from gui.words.text import count


class CheckTab(QWidget):
    """Filters and list on the left, the finding with its pictures on the right.

    Attributes
    ----------
    kind, open
        The filters.
    list, view, bar
        Findings, the one looked at, and what can be decided of it.

    Signals
    -------
    audit_asked(), ask_project(), alike_asked(), version_asked()
        The user wants every file checked, a project, alike pictures in one group, a data version.
    show_image(object), review_asked(object)
        The user wants to see an image on the first tab, or to review it; by index.
    """

    key = "check"
    audit_asked = Signal()
    ask_project = Signal()
    alike_asked = Signal()
    version_asked = Signal()
    show_image = Signal(object)
    review_asked = Signal(object)

    def __init__(self, stores: Stores) -> None:
        super().__init__()
        self.stores = stores
        self._stack = QStackedWidget(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.unchecked = EmptyState(
            "search",
            self.tr("Not checked yet"),
            self.tr(
                "Every image and mask is decoded once: what cannot be read, what is there twice or "
                "nearly so, and labels that finished runs contradict are listed here."
            ),
            self.tr("Check every file"),
        )
        self.unchecked.asked.connect(self.audit_asked)
        self.clean = EmptyState(
            "check",
            self.tr("Nothing odd was found"),
            self.tr("Every image and mask was decoded; no picture is there twice."),
            self.tr("Check again"),
        )
        self.clean.asked.connect(self.audit_asked)
        self.busy = EmptyState("search", self.tr("Checking images..."), "", self.tr("Cancel"))
        self.busy.asked.connect(self.audit_asked)
        for page in (self.unchecked, self.clean, self.busy, self._content()):
            self._stack.addWidget(page)
        stores.check.changed.connect(self.refresh)
        stores.check.decided.connect(self.show_rows)
        stores.check.moved.connect(self._show_finding)
        stores.check.shown.connect(self._show_finding)
        stores.world.project_changed.connect(self._show_finding)
        stores.client.jobs_changed.connect(self._pulse)
        stores.client.pulse.connect(self._pulse)
        stores.review.versions_changed.connect(self._show_finding)
        self._keys()
        self.refresh()

    # ------------------------------------------------------------------ building

    def _content(self) -> QWidget:
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setObjectName("data-check")
        split.setChildrenCollapsible(False)
        split.setHandleWidth(SPACE)
        split.addWidget(self._left())
        right = QFrame()
        right.setProperty("role", "card")
        layout = QVBoxLayout(right)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(SPACE - 2)
        self.view = FindingView(self.stores)
        self.bar = DecideBar(self.stores)
        self.bar.decided.connect(self.decide)
        self.bar.swapped.connect(self.stores.check.swap)
        self.bar.undone.connect(self.stores.check.undo)
        self.bar.redone.connect(self.stores.check.redo)
        self.bar.ask_project.connect(self.ask_project)
        self.bar.alike_asked.connect(self.alike_asked)
        self.bar.version_asked.connect(self.version_asked)
        self.bar.review_asked.connect(self._review)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.bar)
        split.addWidget(right)
        for place, (least, stretch) in enumerate(((200, 0), (380, 1))):
            split.widget(place).setMinimumWidth(least)
            split.setStretchFactor(place, stretch)
        split.setSizes([280, 660])
        return split

    def _left(self) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        self.kind, self.open = QuietCombo(), QuietCombo()
        self.kind.setAccessibleName(self.tr("Kind of findings"))
        self.open.setAccessibleName(self.tr("Open or decided"))
        for key in FILTERS:
            self.kind.addItem(kind_name(key), key)
        for key, name in (
            ("all", self.tr("All")),
            ("open", self.tr("Open")),
            ("decided", self.tr("Decided")),
        ):
            self.open.addItem(name, key)
        for combo in (self.kind, self.open):
            combo.setSizeAdjustPolicy(
                QuietCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            combo.currentIndexChanged.connect(lambda _: self.show_rows())
        self.progress = label("", "small")
        self.done = QProgressBar()
        self.done.setTextVisible(False)
        self.done.setAccessibleName(self.tr("Findings worked off"))
        copy = ThemedButton("copy", self.tr("Copy this list for a spreadsheet"))
        copy.clicked.connect(self.copy)
        save = ThemedButton("save", self.tr("Save this list as CSV..."))
        save.clicked.connect(self.save)
        top = QVBoxLayout()
        top.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        top.setSpacing(SPACE - 2)
        filters = row(self.kind, self.open, spacing=SPACE - 2)
        filters.setStretch(0, 2)
        filters.setStretch(1, 1)
        top.addLayout(filters)
        top.addLayout(row(self.progress, None, copy, save, spacing=2))
        top.addWidget(self.done)
        layout.addLayout(top)
        self.list = FindingList()
        self.list.chosen.connect(self.stores.check.look_at)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._show_bar())
        self.list.doubleClicked.connect(lambda _: self._show_image())
        self.list.installEventFilter(self)
        layout.addWidget(self.list, 1)
        self.nothing = label(self.tr("No finding of this kind."), "muted", wrap=True)
        self.nothing.setContentsMargins(SPACE + 4, 0, SPACE + 4, SPACE + 4)
        layout.addWidget(self.nothing)
        self.setFocusProxy(self.list)
        return card

    def _keys(self) -> None:
        for keys, act in (
            ("F", lambda: self.decide("fine")),
            ("L", self.leave_out),
            ("S", self.stores.check.swap),
            ("R", self._review),
            ("Del", lambda: self.decide("")),
            ("Backspace", lambda: self.decide("")),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # ------------------------------------------------------------------ rendering

    def refresh(self) -> None:
        """Show the findings there are."""
        look, state = self.stores.check.state, self.stores.world
        if not self.isVisible():
            return
        busy = self.stores.check.checking is not None
        page: QWidget = self._stack.widget(3)
        if busy:
            page = self.busy
        elif not look.known:
            page = self.unchecked
        elif not look.items:
            page = self.clean
        self._stack.setCurrentWidget(page)
        if state.data is None or page is not self._stack.widget(3):
            self._pulse()
            return
        result = Counter(item.kind for item in look.items)
        result["all"], result["apart"] = len(look.items), sum(i.straddles for i in look.items)
        for place, key in enumerate(FILTERS):
            template = self.tr("{kind} ({n})")
            self.kind.setItemText(place, template.format(kind=kind_name(key), n=count(result[key])))
        self.show_rows()

    def show_rows(self) -> None:
        """Filter anew; the finding looked at stays marked where it is shown."""
        look = self.stores.check.state
        if not self.isVisible() or self._stack.currentIndex() != 3:
            return
        kind, state = self.kind.currentData() or "all", self.open.currentData() or "all"
        self.list.show_items(look.items, kind, state)
        done, total = look.decided, len(look.items)
        template = self.tr("{n} of {all} worked off")
        self.progress.setText(template.format(n=count(done), all=count(total)))
        self.done.setRange(0, max(1, total))
        self.done.setValue(done)
        self.nothing.setVisible(not self.list.rows.places)
        if look.item is None and self.list.rows.places:
            self.stores.check.look_at(self.list.rows.places[0])
        else:
            self._show_finding()

    def _show_finding(self) -> None:
        if self.isVisible() and self._stack.currentIndex() == 3:
            self.list.mark(self.stores.check.state.place)
            self.view.refresh()
            self._show_bar()

    def _show_bar(self) -> None:
        self.bar.refresh(len(self.list.selected))

    def _pulse(self) -> None:
        if not self.isVisible():
            return
        job = self.stores.check.checking
        if (job is not None) != (self._stack.currentWidget() is self.busy):
            self.refresh()
        if job is not None:
            template = self.tr("{done} of {total}. What was found before is kept if you cancel.")
            words = template.format(done=count(job.done), total=count(job.total))
            self.busy.show_text(self.tr("Checking images..."), words if job.total else "")

    # ------------------------------------------------------------------ intents

    def decide(self, decision: str) -> None:
        """Decide of all findings that are chosen, then go on to the next."""
        places = self.list.selected
        if not places or not self.stores.world.may_change:
            return
        after = self.list.after(places[-1]) if decision else -1
        self.stores.check.decide(places, decision)
        if after >= 0:
            self.stores.check.look_at(after)

    def leave_out(self) -> None:
        """Leave the image that keys act on out of the next data version."""
        self.decide("leave-other" if self.stores.check.state.other else "leave-out")

    def table(self) -> Table[Any]:
        """Return the findings the filters show."""
        state = self.stores.world
        items = [self.stores.check.state.items[place] for place in self.list.rows.places]
        return findings_table(items, state.samples)

    def copy(self) -> None:
        """Put the list on the clipboard."""
        table = self.table()
        QGuiApplication.clipboard().setText(table.tsv)
        self.progress.setText(
            self.tr("Copied {n} rows", "", len(table)).format(n=count(len(table)))
        )

    def save(self) -> None:
        """Ask for a file and write the list to it."""
        path = self.ask_file()
        if not path:
            return
        path = path if Path(path).suffix else f"{path}.csv"
        try:
            write_atomic(path, csv_bytes(self.table()))
        except OSError as error:
            template = self.tr("{file} cannot be written: {why}. Choose another folder.")
            text = template.format(file=path, why=error.strerror or error)
            self.stores.client.notice.emit(Notice("error", text))
            return
        self.progress.setText(self.tr("Saved {file}").format(file=Path(path).name))

    def ask_file(self) -> str:
        """Ask where to save; empty if the user changed their mind."""
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save"), "findings.csv", self.tr("Table (*.csv)")
        )
        return path

    def _review(self) -> None:
        item = self.stores.check.state.item
        if item is not None and item.kind == "label":
            self.review_asked.emit(item)

    def _show_image(self) -> None:
        state = self.stores.check.state
        item = state.item
        index = -1 if item is None else item.other if state.other else item.index
        if index >= 0:
            self.show_image.emit(index)

    # ------------------------------------------------------------------ events of Qt

    @guarded_to(bool)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space goes on, Enter shows the image."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key == Qt.Key.Key_Space and not event.modifiers():
                after = self.list.after(self.stores.check.state.place)
                if after >= 0:
                    self.stores.check.look_at(after)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
                self._show_image()
                return True
        return super().eventFilter(watched, event)

    @guarded
    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while something else was shown."""
        super().showEvent(event)
        self.refresh()
