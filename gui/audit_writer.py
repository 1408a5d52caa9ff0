"""The one writer of the window's state: what concerns looking a data set over.

What is decided is on screen at once and on the disk a moment later, as reviews are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, Signal

from engine import messages as m
from engine.recipe import Recipe
from gui.check.old_state import Auditing, Decision, FoldChoice, FoldUse, Key, Moves, made_of
from gui.engine_thread import INSPECTION, EngineThread
from gui.questions import Question
from gui.review_writer import ReviewWriter
from gui.state_writer import HANDLERS

PICTURES = ("finding", "finding-other")
"""Questions for the images of a finding."""


class AuditWriter(ReviewWriter):
    """Works off what a check found, makes groups and folds, shows training views.

    Signals
    -------
    findings_changed()
        Other findings are known.
    decided()
        Something else is decided of findings, or the steps back are others.
    finding_moved()
        Another finding is looked at, or the other image of its pair.
    finding_shown()
        An image of it is there, or cannot be shown.
    plan_changed()
        Other groups and folds are known, or are in use.
    views_changed()
        Other training views are there, or none.
    version_planned(object)
        A `VersionPlan`: what a data version made now would change.
    """

    findings_changed = Signal()
    decided = Signal()
    finding_moved = Signal()
    finding_shown = Signal()
    plan_changed = Signal()
    views_changed = Signal()
    version_planned = Signal(object)

    def __init__(
        self, training: EngineThread, inspection: EngineThread, parent: QObject | None = None
    ) -> None:
        super().__init__(training, inspection, parent)
        for name in ("findings", *PICTURES, "plan", "views", "version"):
            self._questions[name] = Question(self._post)
        self._deciding: dict[int, m.DecideAudit] = {}
        self._looked: dict[int, int] = {}

    # ------------------------------------------------------------------ intents: findings

    def read_findings(self) -> None:
        """Ask for what is known of the open set; without a project nothing is kept."""
        if self.state.data is not None and self.state.project:
            self._questions["findings"].ask(m.ReadAudit(self._next()))

    def look_at_finding(self, place: int) -> None:
        """Look at a finding; -1 for none."""
        look = self.state.auditing
        before = look.item
        look.place = place if 0 <= place < len(look.items) else -1
        item = look.item
        if item is None or before is None or item.key != before.key or not look.pictures:
            look.other, look.pictures, look.failed = False, {}, {}
            self._forget(*PICTURES)
            wanted = (item.index, item.other) if item is not None else ()
            for name, index in zip(PICTURES, wanted, strict=False):
                if index >= 0:
                    command = m.ShowSample(self._next(), index)
                    self._looked[command.job] = index
                    self._questions[name].ask(command)
        self.finding_moved.emit()

    def swap_finding(self) -> None:
        """Let keys act on the other image of the pair."""
        look = self.state.auditing
        if look.item is not None and look.item.other >= 0:
            look.other = not look.other
            self.finding_moved.emit()

    @property
    def may_decide(self) -> bool:
        """Whether decisions can be kept now."""
        return bool(self.state.data and self.state.project and not self.state.opening)

    def decide_findings(self, places: Sequence[int], decision: str) -> None:
        """Decide of findings; "" opens them again."""
        look = self.state.auditing
        changes: dict[Key, tuple[Key, str, str]] = {}
        for place in places:
            item = look.items[place]
            lasting = decision == "leave-out" and item.index < 0  # it is in no version anyway
            alone = decision == "leave-other" and item.other < 0
            if item.decision != decision and not lasting and not alone:
                changes[item.key] = (item.key, item.decision, decision)
        if self.may_decide and changes:
            look.steps.add(Decision(tuple(changes.values()), self._next()))
            self._decide({key: after for key, _, after in changes.values()})

    def undo_decision(self) -> None:
        """Take the last decision back and show its finding."""
        steps = self.state.auditing.steps
        if steps.place and self.may_decide:
            step = steps.back()
            self._decide({key: before for key, before, _ in step.changes})
            self.look_at_finding(self.state.auditing.place_of(step.changes[0][0]))

    def redo_decision(self) -> None:
        """Decide once more what was taken back last."""
        steps = self.state.auditing.steps
        if steps.next and self.may_decide:
            step = steps.forth()
            self._decide({key: after for key, _, after in step.changes})
            self.look_at_finding(self.state.auditing.place_of(step.changes[0][0]))

    def _decide(self, decisions: dict[Key, str]) -> None:
        command = m.DecideAudit(self._next(), self.state.project, tuple(decisions.items()))
        self._deciding[command.job] = command
        self.state.auditing.decide(decisions)
        self._post(command)
        self.decided.emit()

    def plan_version(self) -> None:
        """Ask what a data version made now would change."""
        if self.may_decide:
            self._questions["version"].ask(m.PlanVersion(self._next(), self.state.project))

    # ------------------------------------------------------------------ intents: folds, views

    def plan_folds(self, choice: FoldChoice | None = None) -> None:
        """Ask what groups and folds come to; None: those in use."""
        if self.state.data is not None and not self.state.opening:
            command = m.PlanFolds(self._next(), self.state.project)
            if choice is not None and choice != self.state.auditing.choice:
                command = replace(command, rule=choice.rule, folds=choice.folds, seed=choice.seed)
            self._questions["plan"].ask(command)

    def use_folds(self, choice: FoldChoice) -> None:
        """Use groups and folds from now on: runs trained later have them."""
        look = self.state.auditing
        if self.may_decide and choice != look.choice:
            look.uses.add(FoldUse(look.choice or FoldChoice(), choice, self._next()))
            self._use(choice)

    def move_groups(self, names: Sequence[str], fold: int) -> None:
        """Put groups whole into another fold of those in use."""
        look = self.state.auditing
        plan, choice = look.plan, look.choice
        if not self.may_decide or self.using_groups or plan is None or choice is None:
            return
        if not plan.kept or plan.problem is not None:
            return
        where = dict(zip(plan.groups, plan.folds.tolist(), strict=True))
        moving = {name for name in names if where.get(name, fold) != fold}
        left = {n for group, n in zip(plan.groups, plan.folds.tolist(), strict=True)
                if group not in moving}  # fmt: skip
        empty = sorted(set(range(1, len(plan.counts) + 1)) - left - {fold})
        if moving and empty:
            template = QCoreApplication.translate(
                "Controller",
                "Fold {fold} would be empty. Move another group into it first, or use fewer folds.",
            )
            self._tell(template.format(fold=empty[0]))
            return
        back = tuple((name, where[name]) for name in names if where.get(name, fold) != fold)
        if back:
            forth = tuple((name, fold) for name, _ in back)
            look.uses.add(FoldUse(choice, choice, self._next(), back, forth))
            self._use(choice, forth)

    def undo_groups(self) -> None:
        """Use the groups and folds that were in use before."""
        uses = self.state.auditing.uses
        if uses.place and self.may_decide:
            use = uses.back()
            self._use(use.before, use.back)

    def redo_groups(self) -> None:
        """Use once more the groups and folds that were taken back last."""
        uses = self.state.auditing.uses
        if uses.next and self.may_decide:
            use = uses.forth()
            self._use(use.after, use.forth)

    def _use(self, choice: FoldChoice, moves: Moves = ()) -> None:
        self._forget("plan")  # what was tried before is not what is shown next
        command = m.PlanFolds(
            self._next(), self.state.project, choice.rule, keep=True, folds=choice.folds,
            seed=choice.seed, moves=moves,
        )  # fmt: skip
        # The groups in use are those that were named when they were chosen.
        self._start(INSPECTION, replace(command, rule=None) if moves else command)

    @property
    def using_groups(self) -> bool:
        """Whether other groups are on their way."""
        return any(isinstance(job.command, m.PlanFolds) for job in self.state.lane_jobs(INSPECTION))

    def show_views(self, index: int, recipe: Recipe, count: int, *, large: bool = False) -> None:
        """Ask for training views of an image."""
        if self.state.data is not None and not self.state.opening:
            command = m.ShowViews(self._next(), index, recipe, count, large)
            self._questions["views"].ask(command)

    # ------------------------------------------------------------------ events

    def _on_audited(self, event: m.DataAudited) -> None:
        asked = self._questions["findings"].accepts(event.job)
        data, look = self.state.data, self.state.auditing
        if data is None or not (asked or event.job in self.state.jobs):
            return
        before = look.item
        look.items, look.known = list(event.items), True
        for job, command in sorted(self._deciding.items()):
            if job > event.job:  # decided after it was asked
                look.decide(dict(command.decisions))
        look.place_pairs(data.samples)
        # An earlier check cannot know what is wrong with the project's own files now.
        fresh = () if not asked else tuple(p for p in data.problems if p not in event.problems)
        self.state.data = replace(data, problems=(*event.problems, *fresh))
        self.state.audited = True
        look.place = look.place_of(before.key) if before is not None else -1
        self.findings_changed.emit()
        self.audited.emit()

    def _on_sample(self, event: m.SampleShown) -> None:
        if any(self._questions[name].accepts(event.job) for name in PICTURES):
            self.state.auditing.pictures[event.index] = event
            self.finding_shown.emit()
        else:
            super()._on_sample(event)

    def _on_planned(self, event: m.FoldsPlanned) -> None:
        kept = event.job in self.state.jobs
        if kept or self._questions["plan"].accepts(event.job):
            look = self.state.auditing
            look.plan, look.plan_failed = event.plan, ""
            if event.plan.kept:
                look.choice = made_of(event.plan)
            self.plan_changed.emit()

    def _on_views(self, event: m.ViewsShown) -> None:
        if self._questions["views"].accepts(event.job):
            self.state.auditing.views, self.state.auditing.views_failed = event, ""
            self.views_changed.emit()

    def _on_version_plan(self, event: m.VersionPlanned) -> None:
        if self._questions["version"].accepts(event.job):
            self.version_planned.emit(event.plan)

    def _on_regions(self, event: m.RegionsChanged) -> None:
        anew = self._questions["regions"].accepts(event.job)
        super()._on_regions(event)
        if self.state.auditing.place_pairs(self.state.samples):
            self.findings_changed.emit()
        if anew:  # the engine has this project's groups and drawings now
            self.read_findings()
            self.plan_changed.emit()

    def _regroups(self, _job: int) -> bool:
        found = self.state.jobs.get(_job)
        return found is not None and isinstance(found.command, m.PlanFolds)

    def _on_data(self, event: m.DataOpened) -> None:
        known = event.job in self.state.jobs
        if known:
            # An index means another image from here on.
            self._forget("findings", *PICTURES, "plan", "views", "version")
            self._deciding.clear()
            self.state.auditing = Auditing()
        super()._on_data(event)
        if known:
            self.read_findings()
            for signal in (self.findings_changed, self.plan_changed, self.views_changed):
                signal.emit()

    def _on_ended(self, event: m.JobEnded) -> None:
        failed = event.outcome in (m.Outcome.FAILED, m.Outcome.REJECTED)
        if self._deciding.pop(event.job, None) is not None:
            if failed:
                # What the steps lead back to is not what there is: the engine knows.
                self.state.auditing.steps.clear()
                self._tell(self._sentence(event), event.details)
                self.read_findings()
            return
        job = self.state.jobs.get(event.job)
        super()._on_ended(event)
        command = job.command if job is not None else None
        if isinstance(command, m.PlanFolds):
            if failed:
                self.state.auditing.uses.clear()
            self.plan_changed.emit()

    def _on_run_judged(self, run: str, whole: bool) -> None:
        super()._on_run_judged(run, whole)
        if self.state.auditing.known:
            self.read_findings()  # a run may contradict more labels now

    def _answer_failed(self, name: str, question: Question, event: m.JobEnded) -> None:
        failed = event.outcome in (m.Outcome.FAILED, m.Outcome.REJECTED)
        look, index = self.state.auditing, self._looked.pop(event.job, -1)
        if name not in (*PICTURES, "plan", "views"):
            super()._answer_failed(name, question, event)
        elif failed and question.accepts(event.job):
            why = self._sentence(event)
            if name == "plan":
                look.plan, look.plan_failed = None, why
                self.plan_changed.emit()
            elif name == "views":
                look.views, look.views_failed = None, why
                self.views_changed.emit()
            else:
                look.failed[index] = why
                self.finding_shown.emit()

    def _on_run_renewed(self, path: str) -> None:
        super()._on_run_renewed(path)
        if path and self.state.auditing.known:
            self.read_findings()

    def _leave_runs(self) -> None:
        super()._leave_runs()
        look = self.state.auditing
        # Findings are the set's; what was decided of them is the project's.
        items = [replace(item, decision="") for item in look.items if item.kind != "label"]
        self._forget("findings", *PICTURES, "plan", "version")
        self._deciding.clear()
        self.state.auditing = Auditing(items=items, known=look.known, views=look.views)
        for signal in (self.findings_changed, self.plan_changed):
            signal.emit()


HANDLERS.update(
    {
        m.DataAudited: AuditWriter._on_audited,
        m.AuditDecided: lambda _writer, _event: None,
        m.SampleShown: AuditWriter._on_sample,
        m.FoldsPlanned: AuditWriter._on_planned,
        m.ViewsShown: AuditWriter._on_views,
        m.VersionPlanned: AuditWriter._on_version_plan,
        m.RegionsChanged: AuditWriter._on_regions,
        m.DataOpened: AuditWriter._on_data,
        m.JobEnded: AuditWriter._on_ended,
    }
)
