"""How a folder is read: what lies in it, what is said of it, and what would come of it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QVBoxLayout, QWidget

from engine.core.values import AS_FOUND, FOLDER_ROLES
from gui.reading.folder_table import FolderTable
from gui.reading.result_card import ResultCard
from gui.reading.say_card import SayCard, TablesCard
from gui.reading.store import ReadingStore
from gui.reading.words import key_words, role_key, role_name
from gui.style.guard import guarded
from gui.style.theme import SPACE
from gui.toolkit.numbers import QuietCombo
from gui.toolkit.parts import ElidedLabel, IconButton, label, panel, row, split_of
from gui.words.text import count, file_name


class ReadingView(QWidget):
    """Folders with a picture each on the left; what is said and what results on the right.

    Attributes
    ----------
    table, role, say, tables, result
        The folders, the role of those that are chosen, the forms, and what results.
    open, leave, reset
        The buttons.

    Signals
    -------
    left()
        The person goes back without opening anything.
    """

    left = Signal()

    def __init__(self, store: ReadingStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._quiet = store, False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, SPACE + 4, 2 * SPACE, 2 * SPACE)
        layout.setSpacing(SPACE + 4)
        self._title, self._path = label("", "h1"), ElidedLabel("", "muted")
        self.reset = IconButton(self.tr("As found"), "undo")
        self.reset.setToolTip(self.tr("Take back all that was said of this folder"))
        self.leave = IconButton(self.tr("Cancel"), "cancel")
        self.open = IconButton(self.tr("Open as shown"), "next", primary=True)
        self.reset.clicked.connect(store.reset)
        self.leave.clicked.connect(self._leave)
        self.open.clicked.connect(store.apply)
        header = row(self._title, self._path, self.reset, self.leave, self.open)
        header.setStretch(1, 1)
        layout.addLayout(header)
        split = split_of("data-reading", (self._folders(), 420, 1), (self._right(), 380, 0))
        split.setSizes([620, 460])
        layout.addWidget(split, 1)
        away = QShortcut(QKeySequence("Escape"), self)
        away.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        away.activated.connect(self._leave)
        self.table.accepted.connect(store.apply)
        store.changed.connect(self.render)

    def _folders(self) -> QWidget:
        card, box = panel()
        self.table = FolderTable(self._store)
        self.table.said.connect(self._say)
        self.table.chosen.connect(self._show_role)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._menu)
        self.role = QuietCombo()
        self.role.setAccessibleName(self.tr("Role of the chosen folders"))
        self.role.addItem(self.tr("as proposed"), "")
        for each in FOLDER_ROLES:
            self.role.addItem(role_name(each), each)
        self.role.currentIndexChanged.connect(self._choose_role)
        self._more = label("", "small")
        self._keys = label(
            self.tr("Keys: {keys}; Delete: as proposed; Enter opens.").format(keys=key_words()),
            "small",
            wrap=True,
        )
        line = row(label(self.tr("Role of the chosen folders"), "muted"), self.role, None)
        line.setContentsMargins(SPACE, SPACE, SPACE, 0)
        box.addWidget(self.table, 1)
        box.addLayout(line)
        for words in (self._more, self._keys):
            words.setContentsMargins(SPACE, 0, SPACE, SPACE // 2)
            box.addWidget(words)
        return card

    def _right(self) -> QWidget:
        inner = QWidget()
        box = QVBoxLayout(inner)
        box.setContentsMargins(0, 0, SPACE, 0)
        box.setSpacing(SPACE)
        self.result = ResultCard()
        self.say, self.tables = SayCard(self._store), TablesCard(self._store)
        for widget in (self.result, self.say, self.tables):
            box.addWidget(widget)
        box.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setAccessibleName(self.tr("What the reading came to"))
        area.setWidget(inner)
        return area

    # ------------------------------------------------------------------ rendering

    def render(self) -> None:  # type: ignore[override]
        """Show what the store holds."""
        store, look = self._store, self._store.look
        if not store.path or not self.isVisible():
            return
        template = self.tr("How {name} is read")
        self._title.setText(template.format(name=file_name(store.path)))
        self._path.set_whole(store.path)
        self.result.show_look(None if store.busy else look)
        self.open.setEnabled(look is not None and look.unclear is None and not store.busy)
        self.reset.setEnabled(store.options != AS_FOUND)
        if look is None:
            return
        self.table.show_rows(look.folders)
        self._more.setVisible(bool(look.more_folders))
        self._more.setText(
            self.tr("{n} more folders", "", look.more_folders).format(n=count(look.more_folders))
        )
        self.say.show_look(look)
        self.tables.show_look(look)
        self._show_role()

    @guarded
    def showEvent(self, event: QShowEvent) -> None:
        """Show what came while something else was shown; the keys go to the folders."""
        super().showEvent(event)
        self.render()
        self.table.setFocus()

    def _show_role(self) -> None:
        chosen = self.table.folders
        roles = {folder.role if folder.said else "" for folder in chosen}
        self._quiet = True
        self.role.setEnabled(bool(chosen))
        self.role.setCurrentIndex(self.role.findData(roles.pop()) if len(roles) == 1 else -1)
        self._quiet = False

    # ------------------------------------------------------------------ intents

    def _say(self, role: str) -> None:
        folders = tuple(folder.path for folder in self.table.folders)
        if folders:
            self._store.set_roles(folders, role)

    def _choose_role(self) -> None:
        if not self._quiet and self.role.currentIndex() >= 0:
            self._say(self.role.currentData() or "")

    def _menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        for each in FOLDER_ROLES:
            act = menu.addAction(f"{role_name(each)}\t{role_key(each)}")
            act.triggered.connect(lambda _, each=each: self._say(each))
        menu.addSeparator()
        menu.addAction(self.tr("as proposed")).triggered.connect(lambda: self._say(""))
        menu.popup(self.table.viewport().mapToGlobal(place))

    def _leave(self) -> None:
        self._store.leave()
        self.left.emit()
