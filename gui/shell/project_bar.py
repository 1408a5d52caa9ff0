"""The question where a project is to be kept, asked in one line when something needs one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QFrame, QLineEdit, QVBoxLayout, QWidget

from gui.shell.folders import Folders
from gui.stores import Stores
from gui.style.theme import SPACE
from gui.toolkit.parts import IconButton, IconLabel, ThemedButton, label, row


class ProjectBar(QFrame):
    """Stands above the pages while something waits for a project: its place, proposed, and Start.

    Attributes
    ----------
    place
        The folder; it need not be there yet.
    start, later
        Make it, open it and go on; or do without.
    """

    def __init__(self, stores: Stores, folders: Folders, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stores, self._folders = stores, folders
        self.setProperty("role", "question")
        self.setAccessibleName(self.tr("Where shall the project be kept?"))
        self.place = QLineEdit()
        self.place.setAccessibleName(self.tr("Folder of the project"))
        self.place.returnPressed.connect(self._start)
        self.place.textEdited.connect(lambda: self._refuse(""))
        browse = ThemedButton("folder", self.tr("Choose another folder..."))
        browse.clicked.connect(self._browse)
        self.start = IconButton(self.tr("Start here"), "play", primary=True)
        self.start.clicked.connect(self._start)
        self.later = IconButton(self.tr("Not now"))
        self.later.clicked.connect(stores.world.want_no_project)
        self.words = label("", "small", wrap=True)
        self.failed = label("", "error", wrap=True, select=True)
        self.other = IconButton(self.tr("Open one that is there..."))
        self.other.setProperty("role", "link")
        self.other.clicked.connect(folders.ask_project)
        line = row(self.place, browse, self.start, self.later)
        line.setStretch(0, 1)
        column = QVBoxLayout()
        column.setSpacing(SPACE // 2)
        column.addWidget(label(self.tr("Where shall the project be kept?"), "h3"))
        column.addLayout(line)
        column.addWidget(self.failed)
        foot = row(self.words, self.other)
        foot.setStretch(0, 1)
        column.addLayout(foot)
        layout = row(IconLabel("open", 22, "accent"), 4)
        layout.addLayout(column, 1)
        layout.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        self.setLayout(layout)
        stores.world.project_wanted.connect(self._ask)
        stores.world.data_changed.connect(self._propose)
        stores.client.pulse.connect(self._show_cost)
        stores.answer.changed.connect(self._show_cost)
        self.hide()

    def _ask(self) -> None:
        wanted = self._stores.world.wanted
        was = self.isVisible()
        self.setVisible(wanted is not None)
        if wanted is None:
            return
        self._refuse("")
        if not was:
            self._propose()
        self._show_cost()
        self.start.setFocus()

    def _propose(self) -> None:
        """Propose a place, unless the user is writing another."""
        if self._stores.world.wanted is not None and not self.place.hasFocus():
            self.place.setText(self._folders.proposed())

    def _show_cost(self) -> None:
        wanted = self._stores.world.wanted
        if wanted is not None:
            kept = self.tr("Runs, verdicts and what you say of images are kept there.")
            self.words.setText("    ".join(part for part in (wanted.cost(), kept) if part))

    def _refuse(self, why: str) -> None:
        self.failed.setText(why)
        self.failed.setVisible(bool(why))

    def _browse(self) -> None:
        title = self.tr("Where shall the project be kept?")
        near = Path(self.place.text() or ".").parent
        while not near.is_dir() and near != near.parent:
            near = near.parent
        folder = QFileDialog.getExistingDirectory(self, title, str(near))
        if folder:
            self.place.setText(self._folders.inside(folder))
            self._refuse("")

    def _start(self) -> None:
        self._refuse(self._folders.start_in(self.place.text()))
