"""Which images stay together, what folds that gives, and going back and forth between them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from engine.check.messages import FoldsPlanned, PlanFolds
from engine.core.event import JobEnded
from engine.regions.messages import RegionsChanged
from gui.check.state import FoldChoice, Folding, FoldUse, Moves, made_of
from gui.regions.store import RegionsStore
from gui.store.asking import Ask, Task
from gui.store.engine_client import EngineClient, Job, ended_badly, sentence
from gui.store.engine_thread import INSPECTION
from gui.store.world import World


class FoldsStore(QObject):
    """Groups and folds tried, and those in use.

    Signals
    -------
    changed()
        Other groups and folds are known, or are in use.
    """

    changed = Signal()

    def __init__(
        self,
        client: EngineClient,
        world: World,
        regions: RegionsStore,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._client, self._world = client, world
        self.state = Folding()
        self._plan = Ask(client, self._on_planned, self._no_plan)
        self._keep = Task(
            client,
            INSPECTION,
            PlanFolds,
            {FoldsPlanned: self._on_planned, RegionsChanged: regions.take_rows},
            ended=self._on_ended,
        )
        regions.reread.connect(self.changed)
        world.data_opened.connect(self._on_data)
        world.project_left.connect(self._on_project_left)

    # ------------------------------------------------------------------ intents

    def plan(self, choice: FoldChoice | None = None) -> None:
        """Ask what groups and folds come to; None: those in use."""
        if self._world.data is not None and not self._world.opening:
            tried: dict[str, Any] = {}
            if choice is not None and choice != self.state.choice:
                tried = {"rule": choice.rule, "folds": choice.folds, "seed": choice.seed}
            self._plan(PlanFolds, self._world.project, **tried)

    def use(self, choice: FoldChoice) -> None:
        """Use groups and folds from now on: runs trained later have them."""
        state = self.state
        if self._world.may_change and choice != state.choice:
            before = state.choice or FoldChoice()
            state.uses.add(FoldUse(before, choice, self._client.number()))
            self._use(choice)

    def move_groups(self, names: Sequence[str], fold: int) -> None:
        """Put groups whole into another fold of those in use."""
        plan, choice = self.state.plan, self.state.choice
        if not self._world.may_change or self.busy or plan is None or choice is None:
            return
        if not plan.kept or plan.problem is not None:
            return
        where = dict(zip(plan.groups, plan.folds.tolist(), strict=True))
        moving = {name for name in names if where.get(name, fold) != fold}
        folds = zip(plan.groups, plan.folds.tolist(), strict=True)
        left = {number for group, number in folds if group not in moving}
        empty = sorted(set(range(1, len(plan.counts) + 1)) - left - {fold})
        if moving and empty:
            template = QCoreApplication.translate(
                "stores",
                "Fold {fold} would be empty. Move another group into it first, or use fewer folds.",
            )
            self._client.tell(template.format(fold=empty[0]))
            return
        back = tuple((name, where[name]) for name in names if where.get(name, fold) != fold)
        if back:
            forth = tuple((name, fold) for name, _ in back)
            self.state.uses.add(FoldUse(choice, choice, self._client.number(), back, forth))
            self._use(choice, forth)

    def undo(self) -> None:
        """Use the groups and folds that were in use before."""
        uses = self.state.uses
        if uses.place and self._world.may_change:
            use = uses.back()
            self._use(use.before, use.back)

    def redo(self) -> None:
        """Use once more the groups and folds that were taken back last."""
        uses = self.state.uses
        if uses.next and self._world.may_change:
            use = uses.forth()
            self._use(use.after, use.forth)

    def _use(self, choice: FoldChoice, moves: Moves = ()) -> None:
        self._plan.forget()  # what was tried before is not what is shown next
        # The groups in use are those that were named when they were chosen.
        rule = None if moves else choice.rule
        self._keep(
            self._world.project,
            rule,
            keep=True,
            folds=choice.folds,
            seed=choice.seed,
            moves=moves,
        )

    @property
    def busy(self) -> bool:
        """Whether other groups are on their way."""
        return bool(self._keep.jobs)

    # ------------------------------------------------------------------ answers

    def _on_planned(self, event: FoldsPlanned) -> None:
        state = self.state
        state.plan, state.failed = event.plan, ""
        if event.plan.kept:
            state.choice = made_of(event.plan)
        self.changed.emit()

    def _no_plan(self, event: JobEnded) -> None:
        self.state.plan, self.state.failed = None, sentence(event)
        self.changed.emit()

    def _on_ended(self, event: JobEnded, _job: Job) -> None:
        if ended_badly(event):
            self.state.uses.clear()
        self.changed.emit()

    # ------------------------------------------------------------------ the world

    def _on_data(self) -> None:
        self._anew()

    def _on_project_left(self) -> None:
        self._anew()

    def _anew(self) -> None:
        self._plan.forget()
        self.state = Folding()
        self.changed.emit()
