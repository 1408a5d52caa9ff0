"""The finding looked at: its picture, or both pictures of a pair side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from engine.data.values import CheckItem
from gui.check.words import decision_name, kind_name
from gui.stores import Stores
from gui.style.theme import SPACE
from gui.toolkit.image_canvas import ImageCanvas
from gui.toolkit.parts import ElidedLabel, label, row, set_property
from gui.words.text import file_name, fixed, problem_text


class PictureBox(QFrame):
    """One image with its name above and its facts below; framed if keys act on it.

    Attributes
    ----------
    canvas
        The image.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "picked")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(2)
        self.name = ElidedLabel("", "h3")
        self.facts = ElidedLabel("", "small")
        self.canvas = ImageCanvas()
        self.canvas.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys stay with the list
        self.why = label("", "muted", wrap=True)
        self.why.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.why.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.canvas)
        self._stack.addWidget(self.why)
        for part in (self.name, self.facts):
            part.setContentsMargins(SPACE - 2, 1, SPACE - 2, 1)
        layout.addWidget(self.name)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.facts)

    def show_picture(self, stores: Stores, index: int, *, chosen: bool) -> None:
        """Show an image of the data set, or why it cannot be shown."""
        state = stores.world
        look, sample = stores.check.state, state.samples[index]
        shown, why = look.pictures.get(index), look.failed.get(index, "")
        self.name.set_whole(file_name(sample.file))
        self.name.setToolTip(sample.file)
        # What may be cut off where it is narrow stands in the middle.
        facts = [self.tr("fold {n}").format(n=sample.fold)] if sample.fold else []
        facts.append(sample.class_name)
        if shown is not None:
            height, width = shown.image.shape[:2]
            facts.append(f"{width} \N{MULTIPLICATION SIGN} {height}")
        if index == (look.item.leaves if look.item else -1):
            facts.insert(0, self.tr("LEFT OUT"))
        self.facts.set_whole("  \N{MIDDLE DOT}  ".join(facts))
        self.canvas.show_image(shown.image if shown else None, shown.outlines if shown else ())
        self.canvas.setAccessibleName(sample.file)
        said = look.item is not None and look.item.kind == "file"  # above the pictures
        self.why.setText(self.tr("It cannot be shown.") if why and said else why)
        self._stack.setCurrentIndex(1 if why else 0)
        set_property(self, "chosen", "true" if chosen else "false")


class FindingView(QWidget):
    """What the finding says, with its pictures.

    Attributes
    ----------
    boxes
        The image, and the other one of a pair.
    """

    def __init__(self, stores: Stores) -> None:
        super().__init__()
        self.stores = stores
        self.kind = label("", "chip")
        self.state = label("", "small")
        self.likeness = label("", "small")
        self.reason = label("", wrap=True, select=True)
        self.boxes = (PictureBox(), PictureBox())
        self.nothing = label("", "muted", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE + 4, SPACE, SPACE + 4, 0)
        layout.setSpacing(SPACE - 2)
        self.apart = label(
            self.tr("They lie in different folds: one is tested on what the other taught."),
            "warn",
            wrap=True,
        )
        layout.addLayout(row(self.kind, self.state, None, self.likeness))
        layout.addWidget(self.reason)
        layout.addWidget(self.apart)
        pictures = row(*self.boxes, spacing=SPACE - 2)
        for place in range(2):
            pictures.setStretch(place, 1)
        layout.addLayout(pictures, 1)
        layout.addWidget(self.nothing, 1)
        self.refresh()

    def refresh(self) -> None:
        """Show the finding looked at."""
        state = self.stores.check.state
        item = state.item
        for part in (self.kind, self.state, self.reason):
            part.setVisible(item is not None)
        if item is None:
            self.likeness.setText("")
            self.apart.hide()
            self._show_boxes(None)
            self.nothing.setText(self.tr("Choose a finding on the left."))
            return
        self.kind.setText(kind_name(item.kind))
        self.state.setText(decision_name(item.decision))
        self.reason.setText(f"{item.problem.file}\n{problem_text(item.problem)}")
        near = item.kind == "near"
        words = self.tr("likeness {value}").format(value=fixed(item.likeness)) if near else ""
        self.likeness.setText(words)
        self.apart.setVisible(item.straddles)
        self._show_boxes(item)
        self.nothing.setText(
            self.tr("This file is not among the images of the set, so no version holds it.")
        )

    def _show_boxes(self, item: CheckItem | None) -> None:
        pair = (item.index, item.other) if item is not None else (-1, -1)
        state = self.stores.check.state
        for place, (box, index) in enumerate(zip(self.boxes, pair, strict=True)):
            box.setVisible(index >= 0)
            if index >= 0:
                chosen = pair[1] >= 0 and state.other == bool(place)
                box.show_picture(self.stores, index, chosen=chosen)
        self.nothing.setVisible(pair[0] < 0)
