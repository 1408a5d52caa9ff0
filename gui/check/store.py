"""Works off what a check found, makes groups and folds, shows training views.

What is decided is on screen at once and on the disk a moment later, as reviews are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from engine.check.messages import (
    CheckData,
    DataChecked,
    DecideCheck,
    ReadCheck,
    ShowViews,
    ViewsShown,
)
from engine.core.event import JobEnded
from engine.core.recipe import Recipe
from engine.data.messages import SampleShown, ShowSample
from engine.review.messages import PlanVersion, VersionPlanned
from gui.check.folds import FoldsStore
from gui.check.state import Checking, Decision, Key
from gui.data.store import DataStore
from gui.regions.store import RegionsStore
from gui.store.asking import Ask, Post, Task
from gui.store.engine_client import EngineClient, Job, sentence
from gui.store.engine_thread import INSPECTION
from gui.store.world import World


class CheckStore(QObject):
    """What is odd about the open data set, and what was decided of it.

    Attributes
    ----------
    folds
        Groups and folds of the set.

    Signals
    -------
    checked()
        Every file of the data set was checked; its problems are new.
    changed()
        Other findings are known.
    decided()
        Something else is decided of findings, or the steps back are others.
    moved()
        Another finding is looked at, or the other image of its pair.
    shown()
        An image of it is there, or cannot be shown.
    views_changed()
        Other training views are there, or none.
    version_planned(object)
        A `VersionPlan`: what a data version made now would change.
    """

    checked = Signal()
    changed = Signal()
    decided = Signal()
    moved = Signal()
    shown = Signal()
    views_changed = Signal()
    version_planned = Signal(object)

    def __init__(
        self,
        client: EngineClient,
        world: World,
        regions: RegionsStore,
        data: DataStore,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._client, self._world = client, world
        self.state = Checking()
        self.folds = FoldsStore(client, world, regions, self)
        self._audit = Task(client, INSPECTION, CheckData, {DataChecked: self._on_checked})
        self._read = Ask(client, self._on_read)
        # The image of a finding, and the other one of its pair.
        self._pictures = tuple(Ask(client, self._on_picture, self._no_picture) for _ in range(2))
        self._looked: dict[int, int] = {}
        self._decide = Post(client, self._on_refused)
        self._views = Ask(client, self._on_views, self._no_views)
        self._version = Ask(client, self._on_version_plan)
        data.opening.connect(self._on_opening)
        world.project_left.connect(self._on_project_left)
        world.data_opened.connect(self._on_data)
        world.judged.connect(self._on_judged)
        world.verdicts_stale.connect(self._on_stale)
        regions.rows_changed.connect(self._on_rows)
        regions.reread.connect(self.read)

    # ------------------------------------------------------------------ intents: findings

    def check_files(self) -> None:
        """Decode every image and mask of the data set."""
        if self._world.data is not None and self.checking is None:
            self._audit()

    @property
    def checking(self) -> Job | None:
        """The job that checks every file, if one does."""
        return self._audit.job()

    def read(self) -> None:
        """Ask for what is known of the open set; without a project nothing is kept."""
        if self._world.data is not None and self._world.project:
            self._read(ReadCheck)

    def look_at(self, place: int) -> None:
        """Look at a finding; -1 for none."""
        state = self.state
        before = state.item
        state.place = place if 0 <= place < len(state.items) else -1
        item = state.item
        if item is None or before is None or item.key != before.key or not state.pictures:
            state.other, state.pictures, state.failed = False, {}, {}
            self._forget_pictures()
            wanted = (item.index, item.other) if item is not None else ()
            for ask, index in zip(self._pictures, wanted, strict=False):
                if index >= 0:
                    self._looked[ask(ShowSample, index)] = index
        self.moved.emit()

    def swap(self) -> None:
        """Let keys act on the other image of the pair."""
        state = self.state
        if state.item is not None and state.item.other >= 0:
            state.other = not state.other
            self.moved.emit()

    def decide(self, places: Sequence[int], decision: str) -> None:
        """Decide of findings; "" opens them again."""
        state = self.state
        changes: dict[Key, tuple[Key, str, str]] = {}
        for place in places:
            item = state.items[place]
            lasting = decision == "leave-out" and item.index < 0  # it is in no version anyway
            alone = decision == "leave-other" and item.other < 0
            if item.decision != decision and not lasting and not alone:
                changes[item.key] = (item.key, item.decision, decision)
        if self._world.may_change and changes:
            state.steps.add(Decision(tuple(changes.values()), self._client.number()))
            self._send({key: after for key, _, after in changes.values()})

    def undo(self) -> None:
        """Take the last decision back and show its finding."""
        steps = self.state.steps
        if steps.place and self._world.may_change:
            step = steps.back()
            self._send({key: before for key, before, _ in step.changes})
            self.look_at(self.state.place_of(step.changes[0][0]))

    def redo(self) -> None:
        """Decide once more what was taken back last."""
        steps = self.state.steps
        if steps.next and self._world.may_change:
            step = steps.forth()
            self._send({key: after for key, _, after in step.changes})
            self.look_at(self.state.place_of(step.changes[0][0]))

    def _send(self, decisions: dict[Key, str]) -> None:
        self._decide(DecideCheck, self._world.project, tuple(decisions.items()))
        self.state.decide(decisions)
        self.decided.emit()

    def plan_version(self) -> None:
        """Ask what a data version made now would change."""
        if self._world.may_change:
            self._version(PlanVersion, self._world.project)

    def show_views(self, index: int, recipe: Recipe, count: int, *, large: bool = False) -> None:
        """Ask for training views of an image."""
        if self._world.data is not None and not self._world.opening:
            self._views(ShowViews, index, recipe, count, large)

    # ------------------------------------------------------------------ answers

    def _on_checked(self, event: DataChecked) -> None:
        self._take(event, asked=False)

    def _on_read(self, event: DataChecked) -> None:
        self._take(event, asked=True)

    def _take(self, event: DataChecked, *, asked: bool) -> None:
        data, state = self._world.data, self.state
        if data is None:
            return
        before = state.item
        state.items, state.known = list(event.items), True
        for job, command in sorted(self._decide.pending.items()):
            if job > event.job:  # decided after it was asked
                state.decide(dict(command.decisions))
        state.place_pairs(data.samples)
        # An earlier check cannot know what is wrong with the project's own files now.
        fresh = () if not asked else tuple(p for p in data.problems if p not in event.problems)
        self._world.data = replace(data, problems=(*event.problems, *fresh))
        state.place = state.place_of(before.key) if before is not None else -1
        self.changed.emit()
        self.checked.emit()

    def _on_picture(self, event: SampleShown) -> None:
        self._looked.pop(event.job, None)
        self.state.pictures[event.index] = event
        self.shown.emit()

    def _no_picture(self, event: JobEnded) -> None:
        self.state.failed[self._looked.pop(event.job, -1)] = sentence(event)
        self.shown.emit()

    def _on_refused(self, _command: DecideCheck, event: JobEnded) -> None:
        # What the steps lead back to is not what there is: the engine knows.
        self.state.steps.clear()
        self._client.tell_failure(event)
        self.read()

    def _on_views(self, event: ViewsShown) -> None:
        self.state.views, self.state.views_failed = event, ""
        self.views_changed.emit()

    def _no_views(self, event: JobEnded) -> None:
        self.state.views, self.state.views_failed = None, sentence(event)
        self.views_changed.emit()

    def _on_version_plan(self, event: VersionPlanned) -> None:
        self.version_planned.emit(event.plan)

    # ------------------------------------------------------------------ the world

    def _on_opening(self) -> None:
        job = self.checking
        if job is not None:
            self._client.cancel(job.number)

    def _on_data(self) -> None:
        # An index means another image from here on.
        for ask in (self._read, self._views, self._version):
            ask.forget()
        self._forget_pictures()
        self._decide.forget()
        self.state = Checking()
        self.read()
        self.changed.emit()
        self.views_changed.emit()

    def _on_judged(self, _run: str, _whole: bool) -> None:
        if self.state.known:
            self.read()  # a run may contradict more labels now

    def _on_stale(self, run: str) -> None:
        if run and self.state.known:
            self.read()

    def _on_rows(self) -> None:
        if self.state.place_pairs(self._world.samples):
            self.changed.emit()

    def _on_project_left(self) -> None:
        state = self.state
        # Findings are the set's; what was decided of them is the project's.
        items = [replace(item, decision="") for item in state.items if item.kind != "label"]
        for ask in (self._read, self._version):
            ask.forget()
        self._forget_pictures()
        self._decide.forget()
        self.state = Checking(items=items, known=state.known, views=state.views)
        self.changed.emit()

    def _forget_pictures(self) -> None:
        for ask in self._pictures:
            ask.forget()
