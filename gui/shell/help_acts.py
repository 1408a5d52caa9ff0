"""What the menu Help does: the guide and its companions, about, diagnostics, the log's folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QWidget

from engine.core.folders import log_folder
from gui.help.window import GUIDE, SECTIONS, HelpWindow
from gui.shell.diagnostics import diagnostics
from gui.shell.shortcuts import shortcuts
from gui.store.engine_client import Notice
from gui.stores import Stores


class HelpActs(QObject):
    """Acts of one window.

    Attributes
    ----------
    window : the help's own window, once it was asked for
    """

    def __init__(
        self, parent: QWidget, stores: Stores, language: str, tell: Callable[[Notice], None]
    ) -> None:
        super().__init__(parent)
        self._parent, self._stores = parent, stores
        self._language, self._tell = language, tell
        self.window: HelpWindow | None = None

    def show(self, what: str, page: str, menus: Sequence[QMenu]) -> None:
        """Show a page of the help; the guide at what the page that is shown is about."""
        if self.window is None:
            self.window = HelpWindow(self._parent, self._language, shortcuts(menus))
        section = SECTIONS.get(page, 0) if what == GUIDE and self._stores.world.data else 0
        self.window.show_page(what, section)

    def about(self) -> None:
        """Say what the program is, and its version."""
        QMessageBox.about(
            self._parent,
            self.tr("About TransferLens"),
            self.tr(
                "<b>TransferLens</b> {version}<p>Does ImageNet transfer learning solve your "
                "visual inspection task? Find out on your own images, on your own computer.</p>"
                "<p>Nothing is sent anywhere.</p>"
            ).format(version=QApplication.applicationVersion()),
        )

    def copy_diagnostics(self) -> None:
        """Put what helpers need to know on the clipboard."""
        text = diagnostics(log_folder(), self._stores.client.device)
        QGuiApplication.clipboard().setText(text)
        said = self.tr(
            "Versions, this computer and the last log are on the clipboard: no image, but names of "
            "files. Paste them into your message."
        )
        self._tell(Notice("info", said))

    def open_logs(self) -> None:
        """Open the folder of the log."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_folder())))
