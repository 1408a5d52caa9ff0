"""Reports on the inspection shown, and where its results lie."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QToolButton, QWidget

from engine.folder.messages import FolderReported, WriteFolderReport
from gui.folder.pdf import pdf_bytes
from gui.store.engine_client import Notice
from gui.stores import Stores
from gui.style.theme import SPACE
from gui.toolkit.export import write_atomic
from gui.toolkit.parts import IconButton


class ReportBar(QWidget):
    """Buttons: a report as a page or on paper, the report written last, the folder of results."""

    def __init__(self, stores: Stores, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stores = stores
        self._paths: dict[int, str] = {}
        self.write = QToolButton()
        self.write.setProperty("role", "button")
        self.write.setText(self.tr("Report"))
        self.write.setToolTip(self.tr("Counts, scores, the worst images and what they do not say"))
        self.write.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.write)
        for name, language, paper in (
            (self.tr("Page (HTML) in English"), "en", False),
            (self.tr("Page (HTML) in Korean"), "ko", False),
            (self.tr("Print to PDF in English..."), "en", True),
            (self.tr("Print to PDF in Korean..."), "ko", True),
        ):
            action = menu.addAction(name)
            action.triggered.connect(
                lambda _=False, chosen=language, pages=paper: self.report(chosen, paper=pages)
            )
        self.write.setMenu(menu)
        self.open_report = IconButton(self.tr("Open report"), "open")
        self.open_report.clicked.connect(lambda: self._open(stores.folder.state.report))
        self.open_out = IconButton(self.tr("Open results"), "folder")
        self.open_out.clicked.connect(self._open_out)
        self.write.setFixedHeight(self.open_out.sizeHint().height())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        for part in (self.write, self.open_report, self.open_out):
            layout.addWidget(part)
        stores.folder.printed.connect(self._print)

    def refresh(self) -> None:
        """Show what can be done now."""
        state, head = self.stores.folder.state, self.stores.folder.state.head
        busy = self.stores.folder.reporting is not None
        able = head is not None and head.number > 0 and bool(state.rows) and not busy
        self.write.setEnabled(able)
        self.write.setText(self.tr("Writing...") if busy else self.tr("Report"))
        self.open_report.setVisible(bool(state.report))
        self.open_report.setToolTip(state.report)
        self.open_out.setVisible(head is not None and bool(head.out))
        self.open_out.setToolTip(head.out if head is not None else "")

    def report(self, language: str, *, paper: bool = False) -> None:
        """Write a report; its place is asked for where it is printed or has none of its own."""
        head = self.stores.folder.state.head
        if head is None:
            return
        path = ""
        if paper or not head.out:
            kind = "pdf" if paper else "html"
            path = self.ask_file(kind, head.out)
            if not path:
                return
            if not Path(path).suffix:
                path = f"{path}.{kind}"
        self.stores.folder.report(path, language, paper=paper)

    def ask_file(self, kind: str, folder: str) -> str:
        """Ask where to write; empty if the user changed their mind."""
        names = {"pdf": self.tr("Pages (*.pdf)"), "html": self.tr("Page (*.html)")}
        start = str(Path(folder) / f"report.{kind}")
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Report"), start, names[kind])
        return path

    def _print(self, event: FolderReported) -> None:
        job = self.stores.client.jobs.get(event.job)
        if job is None or not isinstance(job.command, WriteFolderReport):
            return
        path = job.command.path
        content = pdf_bytes(event.html, dict(event.pictures), self.tr("Inspection report"))
        try:
            write_atomic(path, content)
        except OSError as error:
            template = self.tr("{file} cannot be written: {why}. Choose another folder.")
            text = template.format(file=path, why=error.strerror or error)
            self.stores.client.notice.emit(Notice("error", text))
            return
        self.stores.folder.note_report(path)

    def _open_out(self) -> None:
        head = self.stores.folder.state.head
        if head is not None:
            self._open(head.out)

    def _open(self, path: str) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(path))
