"""Review: a person goes through the verdicts most worth a look."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui.regions.drawing_card import DrawingCard
from gui.review.agreement_card import AgreementCard
from gui.review.list_card import ListCard
from gui.review.say_card import CLASS_KEYS, SayCard
from gui.review.version_card import VersionCard
from gui.review.version_dialog import VersionAsker
from gui.stores import Stores
from gui.style.guard import guarded, guarded_to
from gui.style.theme import SPACE
from gui.toolkit.empty import EmptyState
from gui.toolkit.page import framed
from gui.toolkit.parts import ThemedButton, split_of
from gui.toolkit.plots import side_column
from gui.toolkit.run_page import RunPage
from gui.words.text import count

SIDE = 272
"""Width of the right column in pixels."""

STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Space: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}


class ReviewPage(RunPage):
    """Images on the left, the one looked at in the middle, verdict and review on the right.

    Attributes
    ----------
    list, drawing, say, versions
        The three columns; the last two share the right one.
    """

    def __init__(self, stores: Stores, parent: QWidget | None = None) -> None:
        super().__init__(stores, parent)
        self._found: object = None
        self._fresh = False
        self._empty_states()
        self._fill(
            "review",
            self.tr("The verdicts of a project's runs are gone through here, the oddest first."),
            self.tr("No finished run yet"),
            self.tr("Train one first; then go through what it says of images it never saw."),
            self._content(),
        )
        stores.client.jobs_changed.connect(self._pulse)
        stores.client.pulse.connect(self._pulse)
        stores.review.moved.connect(self._show_image)
        stores.review.said.connect(self._show_said)
        stores.regions.changed.connect(self._show_said)
        for signal in (
            stores.review.versions_changed,
            stores.check.decided,
            stores.check.changed,
        ):
            signal.connect(self._show_versions)
        stores.regions.sample_changed.connect(self._show_box)
        self._keys()
        self._keep_up(
            stores.world.project_changed,
            stores.world.runs_changed,
            stores.world.data_changed,
            stores.review.changed,
        )

    # ------------------------------------------------------------------ building

    def _empty_states(self) -> None:
        self.foreign = EmptyState(
            "review", self.tr("Its images are not open"), "", self.tr("Open its images")
        )
        self.foreign.asked.connect(
            lambda: self.stores.data.open_images_of(self.stores.review.state.run)
        )
        self.unjudged = EmptyState(
            "review",
            self.tr("None of its held-out images has been judged"),
            "",
            self.tr("Judge held-out images"),
        )
        self.unjudged.asked.connect(self.stores.review.judge)
        self.waiting = EmptyState("review", "", "")

    def _content(self) -> QWidget:
        self.list = ListCard(self.stores)
        self.list.picked.connect(self.stores.review.choose)
        split = split_of("review", (self.list, 252, 0), (self._middle(), 330, 1))
        split.setSizes([372, 560])
        self.say = SayCard(self.stores)
        self.say.said.connect(self._say)
        self.say.cleared.connect(self._clear)
        self.say.undo_asked.connect(self.undo)
        self.say.redo_asked.connect(self.stores.review.redo)
        self.versions = VersionCard(self.stores)
        self.versions.asked.connect(VersionAsker(self.stores, self).ask)
        column = QVBoxLayout()
        column.setSpacing(SPACE)
        column.addWidget(self.say)
        column.addWidget(self.versions)
        self.agreement = AgreementCard(self.stores)
        column.addWidget(self.agreement)
        column.addStretch(1)
        return framed(split, side_column(column, SIDE), wide=0)

    def _middle(self) -> QWidget:
        self.drawing = DrawingCard(self.stores, erases=False)
        self.drawing.ask_project.connect(self.ask_project)
        self._box = ThemedButton(
            "box", self.tr("Show the window with the highest score"), checkable=True
        )
        self._box.setChecked(True)
        self._box.toggled.connect(self._show_box)
        self.drawing.head.insertWidget(1, self._box)
        # An undone stroke may lie on another image than the one that was chosen.
        self.drawing.moved_to.connect(self._moved)
        self._middle_stack = QStackedWidget()
        for place in (self.drawing, self.foreign, self.unjudged, self.waiting):
            self._middle_stack.addWidget(place)
        return self._middle_stack

    def _keys(self) -> None:
        for keys, act in (
            ("A", lambda: self._say("agree")),
            ("O", lambda: self._say("overrule")),
            ("R", self.say.mark),
            ("Del", self._delete),
            ("Backspace", self._delete),
            ("Ctrl+Z", self.undo),
            ("Ctrl+Shift+Z", self.redo),
            ("Ctrl+Y", self.redo),
            *(
                (str(number), lambda n=number: self.say.mark_number(n))
                for number in range(1, CLASS_KEYS + 1)
            ),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        for widget in (self.list.gallery, self.drawing.canvas):
            widget.installEventFilter(self)
        self.setFocusProxy(self.list.gallery)

    # ------------------------------------------------------------------ rendering

    @property
    def _listed(self) -> bool:
        return self._shown and self._middle_stack.currentWidget() is self.drawing

    def _catch_up(self) -> None:
        """Show what can be shown; a hidden page costs nothing."""
        if not self._show_one_run(self.stores.review, self.list):
            return
        place = self._place()
        self._middle_stack.setCurrentWidget(place)
        self.say.setVisible(place is self.drawing)
        self.list.show_choices(visible=place is self.drawing)
        self.versions.refresh()
        self.list.refresh()
        if place is not self.drawing:
            self.list.nothing.hide()
            self.list.counts.setText("")
            return
        state = self.stores.review.state
        self._take_keys()
        if state.found is not self._found:
            self._found = state.found
            if state.index < 0:
                self.stores.review.look_at(self.list.after(-1))
                return
        if self.stores.regions.sample is None or self.stores.regions.sample.index != state.index:
            self.stores.review.look_at(state.index)  # another page shows other images
        else:
            self._show_image()

    def _take_keys(self) -> None:
        """Give the list the focus once it is there: when the page came up it was still empty."""
        if not self._fresh:
            return
        self._fresh = False
        held = QApplication.focusWidget()
        if held is None or held is self or not self.isAncestorOf(held):
            self.list.gallery.setFocus()

    def _place(self) -> QWidget:
        """Return the images, or what says why there are none."""
        state, look = self.stores.world, self.stores.review.state
        if not self.stores.world.fits_data(look.run):
            words = self.tr(
                "This run was trained on the images in {folder}. What was said of them is kept."
            )
            text = self._images_of(look.run, words)
            self.foreign.show_text(self.tr("Its images are not open"), text)
            return self.foreign
        if look.failed:
            self.waiting.show_text(self.tr("They cannot be listed"), look.failed)
            return self.waiting
        if look.found is None or state.data is None or state.opening:
            self.waiting.show_text(self.tr("Reading..."), "")
            return self.waiting
        if len(look.found):
            return self.drawing
        total = look.found.total
        if not total:
            self.waiting.show_text(
                self.tr("No held-out image"), self.tr("This run held no image out.")
            )
            return self.waiting
        if self.stores.review.judging() is not None:
            self.waiting.show_text(
                self.tr("Judging held-out images..."),
                self.tr("They come when the test images are judged."),
            )
            return self.waiting
        self.unjudged.show_text(
            self.tr("None of its held-out images has been judged"),
            self.tr(
                "Its network looks at {n} images once; the verdicts are kept.", "", total
            ).format(n=count(total)),
        )
        return self.unjudged

    def _show_image(self) -> None:
        if not self._listed:
            return
        self.list.gallery.mark(self.stores.review.state.index)
        self.say.show_image()
        self._show_box()

    def _show_box(self) -> None:
        """Frame the window with the highest score, if its image is the one shown."""
        state, shown = self.stores.review.state, self.stores.regions.sample
        verdict = state.found.predictions.get(state.index) if state.found else None
        fits = shown is not None and shown.index == state.index and self._box.isChecked()
        known = (
            any(each.defective is not None for each in state.found.classes) if state.found else 0
        )
        self.drawing.canvas.show_box(verdict.box if verdict and fits and known else None)

    def _show_said(self) -> None:
        if self._listed:
            self.list.show_rows()
            self.say.show_said()
            self.versions.refresh()
            self.agreement.show_agreement(self.stores.review.agreement)

    def _show_versions(self) -> None:
        if self._shown:
            self.versions.refresh()

    def _pulse(self) -> None:
        if self._shown:
            self.list.pulse()
            waits = self._middle_stack.currentWidget() in (self.waiting, self.unjudged)
            if waits and self._place() is not self._middle_stack.currentWidget():
                self._catch_up()

    # ------------------------------------------------------------------ intents

    def _say(self, what: str, becomes: str = "") -> None:
        index = self.stores.review.state.index
        if not self._listed or index < 0 or self.drawing.canvas.dragging:
            return
        after = self.list.after(index)
        self.stores.review.say(index, what, becomes, self.say.take_comment())
        if after >= 0:
            self.stores.review.look_at(after)

    def _clear(self) -> None:
        if self._listed:
            self.stores.review.clear(self.stores.review.state.index)

    def _delete(self) -> None:
        """Erase the shape that keys act on; without one, clear the review."""
        canvas = self.drawing.canvas
        if canvas.hasFocus() and canvas.chosen >= 0:
            canvas.erase()
        else:
            self._clear()

    def undo(self) -> None:
        """Drop a drag; without one, take the last review or stroke back."""
        if self.drawing.canvas.dragging:
            self.drawing.canvas.cancel()
        elif self._shown:
            self.stores.review.undo()

    def redo(self) -> None:
        """Do once more what was taken back last."""
        self.stores.review.redo()

    def undoable(self) -> tuple[str, str]:
        """Name what can be undone: a review or a stroke, whichever was later."""
        review, strokes = self.stores.review, self.stores.regions.strokes
        said, drawn = self.tr("review"), self.tr("stroke")
        undo, redo = review.undo_order, review.redo_order
        return (
            (drawn if undo == strokes.last else said) if undo else "",
            (drawn if redo == strokes.next else said) if redo else "",
        )

    def step(self, by: int) -> None:
        """Look at the next or previous image of the list."""
        after = self.list.after(self.stores.review.state.index, by)
        if self._listed and after >= 0:
            self.stores.review.look_at(after)

    def _moved(self, index: int) -> None:
        state = self.stores.review.state
        if self._listed and index >= 0 and index != state.index:
            self.stores.review.look_at(index)

    # ------------------------------------------------------------------ events of Qt

    @guarded_to(bool)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go through the list with the arrow keys and Space, unless they move a shape."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            canvas, by = self.drawing.canvas, STEPS.get(Qt.Key(event.key()), 0)
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            space = event.key() == Qt.Key.Key_Space
            drawn = watched is canvas and (canvas.chosen >= 0 or (space and bool(canvas.shapes)))
            up = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
            if by and plain and not drawn and not (watched is self.list.gallery and up):
                self.step(by)
                return True
        return super().eventFilter(watched, event)

    @guarded
    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while another page was shown."""
        self._fresh = True
        super().showEvent(event)
