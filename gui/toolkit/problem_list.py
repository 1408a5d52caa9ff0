"""Files that cannot be used as they are: which, why, and a way to copy the list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from engine.core.values import Problem
from gui.toolkit.parts import ThemedButton, label, row
from gui.words.text import problem_text

SHOWN = 500
"""A list longer than this is copied, not read."""


class ProblemList(QWidget):
    """File and reason one below the other, with a copy button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problems: tuple[Problem, ...] = ()
        self._filled = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._count = label("", "small")
        self._copy = ThemedButton("copy", self.tr("Copy all problems"))
        self._copy.clicked.connect(self.copy)
        layout.addLayout(row(self._count, None, self._copy))
        self._list = QListWidget()
        self._list.setProperty("role", "problems")
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAlternatingRowColors(True)
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setMinimumHeight(130)
        self._list.setAccessibleName(self.tr("Problems"))
        layout.addWidget(self._list)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show another list; the same one costs nothing."""
        if self._filled and (problems is self._problems or tuple(problems) == self._problems):
            return
        self._problems, self._filled = tuple(problems), True
        self._count.setText(
            self.tr("{n} files need a look", "", len(problems)).format(n=len(problems))
        )
        self._list.setVisible(bool(problems))
        self._copy.setVisible(bool(problems))
        self._count.setVisible(bool(problems))
        self._list.clear()
        for problem in problems[:SHOWN]:
            self._list.addItem(QListWidgetItem(f"{problem.file}\n{problem_text(problem)}"))

    @property
    def filled(self) -> bool:
        """Whether there are any."""
        return bool(self._problems)

    def copy(self) -> None:
        """Put the whole list on the clipboard, a tab between file and reason."""
        lines = [f"{problem.file}\t{problem_text(problem)}" for problem in self._problems]
        QGuiApplication.clipboard().setText("\n".join(lines))
