"""A tab with one picture, its caption, and ways to take picture and numbers along."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.core.table import Table
from gui.store.engine_client import Notice
from gui.stores import Stores
from gui.style.guard import guarded
from gui.style.look import LOOK
from gui.style.theme import SPACE
from gui.toolkit.empty import EmptyState
from gui.toolkit.explained import Explained
from gui.toolkit.export import csv_bytes, png_bytes, svg_bytes, write_atomic
from gui.toolkit.parts import ElidedLabel, IconButton, row
from gui.toolkit.take_along import copy_image
from gui.words.text import count


class PictureTab(QWidget):
    """Base of such tabs.

    Attributes
    ----------
    key, icon
        Name of the tab in files and in memory; what is drawn where there is no picture.
    tools
        Row above the picture; add choices to its left.
    body
        Layout of the picture; its caption follows below.
    explained
        What the picture comes to, and how it is read.
    empty
        What is said in the picture's place.
    """

    key = ""
    icon = ""

    def __init__(self, stores: Stores, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stores = stores
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(SPACE)
        self.readout = ElidedLabel("", "small")
        self._copy = IconButton(self.tr("Copy table"), "copy")
        self._copy.setToolTip(self.tr("Copy the numbers, in full precision, for a spreadsheet"))
        self._copy.clicked.connect(self.copy_table)
        self._save = self._save_button()
        self._save.setFixedHeight(self._copy.sizeHint().height())
        # Choices on the left; what is taken along goes below them where there is no room beside.
        choices, self._along = QHBoxLayout(), row(self.readout, self._copy, self._save)
        choices.addLayout(self.tools)
        choices.addStretch()
        self._along.setStretch(0, 1)
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lines.setSpacing(SPACE)
        self._lines.addLayout(choices)
        self._lines.addLayout(self._along, 1)
        layout.addLayout(self._lines)
        self.picture = QFrame()
        self.picture.setProperty("role", "card")
        inner = QVBoxLayout(self.picture)
        inner.setContentsMargins(SPACE + 4, SPACE, SPACE + 4, SPACE)
        inner.setSpacing(SPACE - 2)
        self.explained = Explained(self.key)
        inner.addWidget(self.explained)
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACE - 2)
        inner.addLayout(self.body, 1)
        self.caption = self.explained.text
        inner.addWidget(self.caption)
        self.empty = EmptyState(self.icon, "", "")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.picture)
        layout.addWidget(self.stack, 1)
        LOOK.changed.connect(self._recolour)

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use two lines of choices where one is too short."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        needed = self.tools.minimumSize().width() + SPACE + self._along.minimumSize().width()
        side = QBoxLayout.Direction
        fits = needed <= self.width() or not self.tools.count()
        self._lines.setDirection(side.LeftToRight if fits else side.TopToBottom)

    # ------------------------------------------------------------------ for the tabs

    def refresh(self) -> None:
        """Bring the tab up to date with the state."""
        raise NotImplementedError

    def _recolour(self) -> None:
        """Another look is in use; a hidden tab is refreshed when it is shown."""
        if self.isVisible():
            self.refresh()

    def pulse(self) -> None:
        """Live figures moved; most tabs do not care."""

    def table(self) -> Table[Any] | None:
        """Return the numbers shown, None if there are none."""
        raise NotImplementedError

    def show_empty(self, title: str, text: str) -> None:
        """Show a sentence in the picture's place."""
        self.empty.show_text(title, text)
        self._show(0)

    def show_picture(self, caption: str, result: str = "") -> None:
        """Show the picture with its caption; `result` says what it comes to for these data.

        Where there is a result the caption folds: it says how the picture is read.
        """
        self.explained.explain(caption, result)
        self._show(1)

    def _show(self, place: int) -> None:
        self.stack.setCurrentIndex(place)
        for button in (self._copy, self._save):
            button.setEnabled(place == 1)
        if place == 0:
            self.readout.set_whole("")

    # ------------------------------------------------------------------ taking it along

    def _save_button(self) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "button")
        button.setText(self.tr("Save"))
        button.setToolTip(self.tr("Save the numbers or the picture, caption included"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        for name, suffix in (
            (self.tr("Numbers as CSV..."), "csv"),
            (self.tr("Picture as PNG..."), "png"),
            (self.tr("Picture as SVG..."), "svg"),
        ):
            action = menu.addAction(name)
            action.triggered.connect(lambda _=False, kind=suffix: self.save_as(kind))
        menu.addSeparator()
        menu.addAction(self.tr("Copy picture")).triggered.connect(self.copy_picture)
        button.setMenu(menu)
        return button

    def copy_picture(self) -> None:
        """Put the picture on the clipboard, caption included."""
        with self.explained.unfolded():
            copy_image(self.picture)
        self.readout.set_whole(self.tr("Copied the picture"))

    def copy_table(self) -> None:
        """Put the table on the clipboard."""
        table = self.table()
        if table is not None:
            QGuiApplication.clipboard().setText(table.tsv)
            template = self.tr("Copied {n} rows", "", len(table))
            self.readout.set_whole(template.format(n=count(len(table))))

    def save_as(self, kind: str) -> None:
        """Ask for a file and write "csv", "png" or "svg" to it."""
        path = self.ask_file(kind)
        if not path:
            return
        if not Path(path).suffix:
            path = f"{path}.{kind}"
        makers: dict[str, Callable[[], bytes]] = {
            "csv": self._csv,
            "png": lambda: png_bytes(self.picture),
            "svg": lambda: svg_bytes(self.picture, self._told()),
        }
        try:
            with self.explained.unfolded():
                content = makers[kind]()
            write_atomic(path, content)
        except OSError as error:
            template = self.tr("{file} cannot be written: {why}. Choose another folder.")
            text = template.format(file=path, why=error.strerror or error)
            self.stores.client.notice.emit(Notice("error", text))
            return
        self.readout.set_whole(self.tr("Saved {file}").format(file=path))

    def ask_file(self, kind: str) -> str:
        """Ask where to save; empty if the user changed their mind."""
        names = {
            "csv": self.tr("Table (*.csv)"),
            "png": self.tr("Picture (*.png)"),
            "svg": self.tr("Drawing (*.svg)"),
        }
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save"), f"{self.key}.{kind}", names[kind]
        )
        return path

    def _told(self) -> str:
        return " ".join(filter(None, (self.explained.result.text(), self.caption.text())))

    def _csv(self) -> bytes:
        table = self.table()
        return csv_bytes(table) if table is not None else b""
