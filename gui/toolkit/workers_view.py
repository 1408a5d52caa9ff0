"""What every worker is at, and where Dask's own page of them is."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from engine.cluster.messages import ClusterJoined, WorkersNow
from engine.cluster.values import WorkerNow
from engine.core.table import Column, Table
from gui.style.theme import SPACE
from gui.toolkit.parts import label, row
from gui.toolkit.table import WideTable
from gui.words.text import count, stage_text


class WorkersView(QFrame):
    """One row a worker while several are at work.

    Parameters
    ----------
    what
        What a task of theirs is called, as the head of a column.
    """

    def __init__(self, what: str) -> None:
        super().__init__()
        self._what = what
        self.setProperty("role", "strip")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE + 4, SPACE, SPACE + 4, SPACE + 2)
        layout.setSpacing(SPACE - 2)
        self.words = label("", "muted", wrap=True)
        self.page = QLabel()
        self.page.setTextFormat(Qt.TextFormat.RichText)
        self.page.setOpenExternalLinks(True)
        self.page.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.page.setAccessibleName(self.tr("Dask's page of the workers"))
        head = row(self.words, self.page)
        head.setStretch(0, 1)
        self.table = WideTable(self.tr("Workers"))
        layout.addLayout(head)
        layout.addWidget(self.table)
        self.hide()

    def show_workers(
        self, joined: ClusterJoined | None, now: WorkersNow | None, tasks: Mapping[str, str]
    ) -> None:
        """Show who works at what; `tasks` are the words for what workers call their tasks."""
        self.setVisible(joined is not None)
        if joined is None:
            return
        parts = [self.tr("{n} workers", "", joined.workers).format(n=count(joined.workers))]
        if now is not None and now.waiting:
            waiting = self.tr("{n} tasks wait", "", now.waiting)
            parts.append(waiting.format(n=count(now.waiting)))
        if now is not None and now.lost:
            lost = self.tr("{n} were lost; their tasks went on elsewhere", "", now.lost)
            parts.append(lost.format(n=count(now.lost)))
        self.words.setText(" \N{MIDDLE DOT} ".join(parts))
        self.page.setVisible(bool(joined.dashboard))
        address = joined.dashboard.replace('"', "")
        words = self.tr("Dask's page")
        self.page.setText(f'<a href="{address}">{words}</a>')
        self.page.setToolTip(address)
        self.table.setVisible(now is not None and bool(now.workers))
        if now is not None and now.workers:
            self.table.show_table(self._table(now.workers, tasks))

    def _table(self, workers: tuple[WorkerNow, ...], tasks: Mapping[str, str]) -> Table[WorkerNow]:
        return Table(
            (
                Column(self._what, lambda each: tasks.get(each.task, each.task), text=True),
                Column(self.tr("Worker"), lambda each: each.worker, text=True),
                Column(self.tr("At"), lambda each: each.stage, stage_text, text=True),
                Column(self.tr("Done"), _done),
            ),
            workers,
        )


def _done(each: WorkerNow) -> str:
    return f"{count(each.done)} / {count(each.total)}" if each.total else ""
