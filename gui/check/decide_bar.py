"""What can be decided of a finding: a button for every key, and where to go on from it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.stores import Stores
from gui.style.theme import SPACE
from gui.toolkit.parts import IconButton, ThemedButton, label, row
from gui.words.text import count


class DecideBar(QWidget):
    """Buttons below the pictures.

    Attributes
    ----------
    fine, leave, reopen, swap, undo, redo, alike, review, version, project
        The buttons.

    Signals
    -------
    decided(str)
        What is decided; see `DECISIONS`, "" opens the finding again.
    swapped(), undone(), redone(), ask_project(), alike_asked(), review_asked(), version_asked()
        A button was pressed.
    """

    decided = Signal(str)
    swapped = Signal()
    undone = Signal()
    redone = Signal()
    ask_project = Signal()
    alike_asked = Signal()
    review_asked = Signal()
    version_asked = Signal()

    def __init__(self, stores: Stores) -> None:
        super().__init__()
        self.stores = stores
        self.fine = IconButton(self.tr("Fine (F)"), "check")
        self.fine.setToolTip(self.tr("The image is right as it is"))
        self.fine.clicked.connect(lambda: self.decided.emit("fine"))
        self.leave = IconButton(self.tr("Leave out (L)"), "cancel")
        self.leave.clicked.connect(self._leave)
        self.reopen = ThemedButton("review", self.tr("Open it again (Del)"))
        self.reopen.clicked.connect(lambda: self.decided.emit(""))
        self.swap = ThemedButton("swap", self.tr("Act on the other picture of the pair (S)"))
        self.swap.clicked.connect(self.swapped)
        self.undo = ThemedButton("undo", self.tr("Undo (Ctrl+Z)"))
        self.undo.clicked.connect(self.undone)
        self.redo = ThemedButton("redo", self.tr("Redo (Ctrl+Shift+Z)"))
        self.redo.clicked.connect(self.redone)
        self.alike = IconButton(self.tr("Keep alike pictures together..."), "boundary")
        self.alike.setToolTip(self.tr("Groups that no fold separates; nothing is left out"))
        self.alike.clicked.connect(self.alike_asked)
        self.review = IconButton(self.tr("Review it (R)"), "review")
        self.review.setToolTip(self.tr("See the verdict in Review and relabel the image there"))
        self.review.clicked.connect(self.review_asked)
        self.version = IconButton(self.tr("Make a data version..."), "save")
        self.version.clicked.connect(self.version_asked)
        self.words = label("", "small", wrap=True)
        self.project = IconButton(
            self.tr("Open a project to keep decisions"), "folder", primary=True
        )
        self.project.clicked.connect(self.ask_project)
        self.open_made = IconButton(self.tr("Open version"), "open", primary=True)
        self.open_made.clicked.connect(self._open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE + 4, 0, SPACE + 4, SPACE)
        layout.setSpacing(SPACE - 2)
        layout.addLayout(
            row(
                self.fine, self.leave, self.swap, self.reopen, None, self.undo, self.redo, spacing=4
            )
        )
        layout.addLayout(
            row(self.project, self.alike, self.review, self.open_made, None, spacing=4)
        )
        last = row(self.words, self.version)
        last.setStretch(0, 1)
        layout.addLayout(last)

    def refresh(self, chosen: int) -> None:
        """Allow what can be done with the findings that are chosen, and say what comes of it."""
        state = self.stores.world
        look = self.stores.check.state
        item, may = look.item, self.stores.world.may_change
        pair = item is not None and item.other >= 0
        inside = item is not None and (item.index >= 0 or chosen > 1)
        self.fine.setEnabled(may and chosen > 0)
        self.leave.setEnabled(may and chosen > 0 and inside)
        self.leave.setToolTip(
            self.tr("Make the next data version without the framed picture")
            if pair
            else self.tr("Make the next data version without this image")
            if inside
            else self.tr("It is left out already: it is none of the set's images")
        )
        self.reopen.setEnabled(may and item is not None and bool(item.decision or chosen > 1))
        self.swap.setVisible(pair)
        self.undo.setEnabled(may and look.steps.place > 0)
        self.redo.setEnabled(may and look.steps.next > 0)
        self.project.setVisible(not state.project)
        self.alike.setVisible(pair and bool(state.project))
        self.review.setVisible(item is not None and item.kind == "label")
        self.version.setVisible(bool(state.project))
        making, made = self.stores.review.making_version is not None, self.stores.review.state.made
        self.version.setEnabled(may and not making)
        self.open_made.setVisible(made is not None)
        self.open_made.setEnabled(not state.opening)
        if made is not None:
            template = self.tr("{name} is made. Open it to train on it; old runs stay as they are.")
            self.words.setText(template.format(name=made.name))
        elif chosen > 1:
            self.words.setText(
                self.tr("{n} findings are chosen.", "", chosen).format(n=count(chosen))
            )
        elif look.left_out:
            template = self.tr("Left out of the next data version: {n}")
            self.words.setText(template.format(n=count(look.left_out)))
        else:
            self.words.setText(self.tr("No file is deleted: a data version does without it."))

    def _leave(self) -> None:
        self.decided.emit("leave-other" if self.stores.check.state.other else "leave-out")

    def _open(self) -> None:
        made = self.stores.review.state.made
        if made is not None:
            self.stores.review.open_version(made)
