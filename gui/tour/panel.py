"""The tour's panel: one claim at a time, the way to its picture, and the runs it is shown on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from engine.study.values import CLAIMS
from engine.training.messages import ExpectRuns, RunsExpected
from gui.store.asking import Ask
from gui.store.run_names import shown_name
from gui.store.run_record import RunRecord
from gui.stores import Stores
from gui.study.words import TONES, outcome_text, sentence_text
from gui.style.theme import SPACE
from gui.toolkit.parts import IconButton, label, row, set_property
from gui.toolkit.settings import Memory
from gui.tour.stops import STEPS, STOPS, Stop, finding_of, recipes_for, runs_for
from gui.tour.words import missing_words, stop_words
from gui.words.pace import runs_words
from gui.words.text import count, engine_text


class TourPanel(QFrame):
    """Stands below the pages for as long as the tour lasts.

    Attributes
    ----------
    back, next, leave, show_me, make
        Its buttons.

    Signals
    -------
    wanted(object, object)
        The user wants the picture of a `Stop`, on these runs.
    sample_wanted()
        Sample parts are to be drawn and opened.
    """

    wanted = Signal(object, object)
    sample_wanted = Signal()

    def __init__(self, stores: Stores, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "question")
        self.stores, self._memory = stores, memory
        self._place = 0
        self._asked: object = None
        self._drawing = False
        self._expect = Ask(stores.client, self._show_time, failed=lambda _event: None)
        self.destroyed.connect(self._expect.forget)  # in another language it is made anew
        self.setLayout(self._content())
        for sequence, act in (("Alt+Right", self._forth), ("Alt+Left", self._step_back)):
            QShortcut(QKeySequence(sequence), self).activated.connect(act)
        escape = QShortcut(QKeySequence("Escape"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.end)
        world = stores.world
        for signal in (
            world.runs_changed,
            world.project_changed,
            world.data_changed,
            stores.study.changed,
        ):
            signal.connect(self._follow)
        world.data_changed.connect(self._go_on)
        self.hide()

    def _content(self) -> QHBoxLayout:
        self.counted = label("", "caption")
        self.claim = label("", "h3", wrap=True)
        self.words = label("", wrap=True, select=True)
        self.finding = label("", "finding", wrap=True, select=True)
        self.shown = label("", "small", wrap=True, select=True)
        said = QVBoxLayout()
        said.setSpacing(3)
        for part in (self.counted, self.claim, self.words, self.finding, self.shown):
            said.addWidget(part)
        said.addStretch(1)
        self.show_me = IconButton(self.tr("Show me"), "inspect", primary=True)
        self.show_me.clicked.connect(self._show_me)
        self.make = IconButton("", "play", primary=True)
        self.make.setAccessibleName(self.tr("Train what is missing"))
        self.make.clicked.connect(self._make)
        self.back = IconButton(self.tr("Back"), "previous")
        self.back.setToolTip(self.tr("The stop before (Alt+Left)"))
        self.back.clicked.connect(self._step_back)
        self.next = IconButton(self.tr("Next"), "next")
        self.next.setToolTip(self.tr("The next stop (Alt+Right)"))
        self.next.clicked.connect(self._forth)
        self.leave = IconButton(self.tr("Leave"), "cancel")
        self.leave.setToolTip(self.tr("Leave the tour; it goes on here the next time"))
        self.leave.clicked.connect(self.end)
        steer = QVBoxLayout()
        steer.setSpacing(SPACE)
        steer.addWidget(self.show_me)
        steer.addWidget(self.make)
        steer.addLayout(row(self.back, self.next, self.leave, spacing=SPACE // 2))
        steer.addStretch(1)
        layout = QHBoxLayout()
        layout.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        layout.setSpacing(2 * SPACE)
        layout.addLayout(said, 1)
        layout.addLayout(steer)
        return layout

    # ------------------------------------------------------------------ walking

    @property
    def stop(self) -> Stop:
        """The stop that is shown."""
        return STOPS[self._place]

    def begin(self) -> None:
        """Show the stop that was left last."""
        self._place = min(max(0, self._memory.tour - 1), len(STOPS) - 1)
        self.show()
        self.stores.study.read()
        self._render()
        self.next.setFocus()

    def end(self) -> None:
        """Leave; the stop is remembered."""
        self._drawing = False
        self.hide()

    def _forth(self) -> None:
        if self._place + 1 < len(STOPS):
            self._go(self._place + 1)
        else:
            self._memory.tour = 1  # all of it was seen: the next one begins at the beginning
            self.end()

    def _step_back(self) -> None:
        if self._place:
            self._go(self._place - 1)

    def _go(self, place: int) -> None:
        self._place, self._drawing = place, False
        self._memory.tour = place + 1
        self._render()

    # ------------------------------------------------------------------ rendering

    def _follow(self) -> None:
        if self.isVisible():
            self._render()

    def _found(self) -> tuple[RunRecord | None, ...]:
        world = self.stores.world
        fingerprint = world.data.fingerprint if world.data else ""
        return runs_for(self.stop, world.runs, fingerprint)

    def _render(self) -> None:
        stop, last = self.stop, self._place + 1 == len(STOPS)
        template = self.tr("Guided tour through the article, stop {n} of {all}")
        self.counted.setText(template.format(n=stop.claim, all=len(STOPS)))
        self.claim.setText(engine_text(CLAIMS[stop.claim]))
        self.words.setText(stop_words(stop.claim))
        self.back.setEnabled(self._place > 0)
        self.next.setText(self.tr("Finish") if last else self.tr("Next"))
        self._show_finding()
        found = self._found()
        there = [run for run in found if run is not None]
        whole = len(there) == len(found)
        self.show_me.setVisible(bool(there))
        self.make.setVisible(not whole)
        if whole:
            self._asked = None
            names = ", ".join(shown_name(run, self.stores.world.runs) for run in there)
            self.shown.setText(self.tr("Shown on: {runs}").format(runs=names))
        else:
            self._show_missing(found)

    def _show_finding(self) -> None:
        finding = finding_of(self.stop.claim, tuple(self.stores.study.studies.values()))
        self.finding.setVisible(finding is not None)
        if finding is not None:
            template = self.tr("Your newest study: {outcome}. {reason}")
            part, reason = finding.deciding, sentence_text(finding.reason)
            if part is not None:
                figures = f"{sentence_text(part.name)}: {sentence_text(part.shown)}."
                # What is open is open for a reason; what is decided is decided by its figures.
                reason = f"{figures} {reason}" if finding.outcome == "open" else figures
            self.finding.setText(
                template.format(outcome=outcome_text(finding.outcome), reason=reason)
            )
            set_property(self.finding, "tone", TONES[finding.outcome])

    def _show_missing(self, found: tuple[RunRecord | None, ...]) -> None:
        world = self.stores.world
        recipes = recipes_for(self.stop, found)
        under_way = {run.recipe.setting for run in world.runs if run.job}
        busy = self._drawing or bool(world.opening)
        busy = busy or all(recipe.setting in under_way for recipe in recipes)
        self.make.setEnabled(not busy)
        if world.data is None:
            self.make.setText(self.tr("Draw sample parts and train"))
        else:
            self.make.setText(self.tr("Train what is missing"))
        lacking = missing_words([recipe.setting for recipe in recipes])
        if busy:
            words = self.tr("Under way: it can be shown as soon as the runs are finished.")
        else:
            template = self.tr(
                "Can be trained here, {n} iterations each: so short a run shows where to look, not "
                "what the article found."
            )
            words = template.format(n=count(STEPS))
        self._said = f"{lacking} {words}"
        if world.data is None or busy:
            self._asked = None
            self.shown.setText(self._said)
        elif self._asked != (recipes, world.data.path):
            self._asked = recipes, world.data.path
            self.shown.setText(self._said)
            self._expect(ExpectRuns, recipes)

    def _show_time(self, event: RunsExpected) -> None:
        if self._asked is not None and self.isVisible():
            self.shown.setText(f"{self._said} {runs_words(event.runs)}")

    # ------------------------------------------------------------------ intents

    def _show_me(self) -> None:
        runs = tuple(run for run in self._found() if run is not None)
        if runs:
            self.wanted.emit(self.stop, runs)

    def _make(self) -> None:
        """Train what is missing; without images the sample parts are drawn first."""
        if self.stores.world.data is None:
            self._drawing = True
            self.sample_wanted.emit()
            self._render()
        else:
            self.stores.world.with_project(self._train)

    def _go_on(self) -> None:
        """The sample parts that the tour asked for are open, or could not be."""
        world = self.stores.world
        if self._drawing and not world.opening and (world.data or world.open_failed):
            self._drawing = False
            if world.data is not None:
                world.with_project(self._train)
            self._follow()

    def _train(self) -> None:
        self.stores.train.train(recipes_for(self.stop, self._found()))
