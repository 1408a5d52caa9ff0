"""Goes through one run's verdicts at a time, and keeps what a person says of them.

What is said is on screen at once and on the disk a moment later: each review is sent by itself and
in order, an undone one too. One that cannot be kept is taken back, and the user is told.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from engine.core.event import JobEnded
from engine.review.messages import (
    Agreement,
    AgreementRead,
    DataVersion,
    KeepReview,
    ListVersions,
    MakeVersion,
    ReadAgreement,
    ReadReviews,
    Review,
    ReviewsListed,
    VersionMade,
    VersionsListed,
)
from gui.data.store import DataStore
from gui.regions.store import RegionsStore
from gui.review.state import Reviewing, Step
from gui.store.asking import Ask, Post, Task
from gui.store.engine_client import EngineClient, Job, sentence
from gui.store.engine_thread import INSPECTION
from gui.store.world import World


class ReviewStore(QObject):
    """The run gone through, what was said of its images, and the project's data versions.

    Signals
    -------
    changed()
        Another run is gone through, or its images are listed anew.
    moved()
        Another image is looked at.
    said()
        Something else is said of an image, or the steps back are others.
    versions_changed()
        The project has other data versions, or one is being made.
    reviewer_changed(str)
        Somebody else reviews.
    """

    changed = Signal()
    moved = Signal()
    said = Signal()
    versions_changed = Signal()
    reviewer_changed = Signal(str)

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
        self._regions, self._data = regions, data
        self.state = Reviewing()
        self._list = Ask(client, self._on_listed, self._on_failed)
        self._versions = Ask(client, self._on_versions)
        self._keep = Post(client, self._on_refused)
        self.agreement: Agreement | None = None
        self._compare = Ask(client, self._on_agreement)
        self._make = Task(
            client,
            INSPECTION,
            MakeVersion,
            {VersionMade: self._on_version},
            ended=lambda _event, _job: self.versions_changed.emit(),
        )
        world.project_left.connect(self._on_project_left)
        world.project_changed.connect(self.list_versions)
        world.data_opened.connect(self._on_data)
        world.judged.connect(self._on_judged)
        world.verdicts_stale.connect(self._on_stale)

    # ------------------------------------------------------------------ intents: looking

    def choose(self, path: str) -> None:
        """Go through another run's verdicts; what was said of the images stays."""
        if path != self.state.run:
            self._anew(path)

    def refresh(self) -> None:
        """Ask for the chosen run's images, if those known do not hold."""
        state, world = self.state, self._world
        if state.stale and world.fits_data(state.run) and not world.opening:
            state.stale = False
            self._list(ReadReviews, state.run)

    def look_at(self, index: int) -> None:
        """Look at an image; -1 for none."""
        state, shown = self.state, self._regions.sample
        there = state.index == index and shown is not None and shown.index == index
        state.index = index
        if index >= 0 and not there:
            self._regions.show_sample(index)
        self.moved.emit()

    def judge(self) -> None:
        """Judge what has not been judged of the chosen run's test and validation images."""
        for part in ("test", "validation"):
            self._world.judge(self.state.run, part)

    def judging(self) -> Job | None:
        """Return the job that judges the chosen run's held-out images, if one does."""
        run = self.state.run
        return self._world.judging(run, "test") or self._world.judging(run, "validation")

    def compare(self) -> None:
        """Ask how far the network, people and labels agree."""
        if self.state.run:
            self._compare(ReadAgreement, self.state.run)

    def _on_agreement(self, event: AgreementRead) -> None:
        if event.run == self.state.run:
            self.agreement = event.agreement
            self.said.emit()

    # ------------------------------------------------------------------ intents: saying

    def use_reviewer(self, name: str) -> None:
        """Say who reviews from now on."""
        name = name.strip()
        if name != self.state.reviewer:
            self.state.reviewer = name
            self.reviewer_changed.emit(name)

    def say(self, index: int, what: str, becomes: str = "", comment: str = "") -> None:
        """Agree with a verdict, overrule it, or mark its image for relabel."""
        result = self.state.found
        verdict = result.predictions.get(index) if result else None
        if result is None or verdict is None or (what == "relabel") != bool(becomes):
            return
        now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        self._step(
            index,
            Review(
                verdict.file,
                what,
                becomes,
                result.run,
                verdict.score,
                verdict.class_name,
                comment.strip(),
                self.state.reviewer,
                now,
            ),
        )

    def comment(self, index: int, comment: str) -> None:
        """Change the comment of a review that is there."""
        review = self.state.said.get(index)
        if review is not None and review.comment != comment.strip():
            self._step(index, replace(review, comment=comment.strip()))

    def clear(self, index: int) -> None:
        """Say nothing of an image any more."""
        if index in self.state.said:
            self._step(index, None)

    @property
    def undo_order(self) -> int:
        """Order of what an undo takes back, a stroke or a review; 0 if there is nothing."""
        return max(self.state.steps.last, self._regions.strokes.last)

    @property
    def redo_order(self) -> int:
        """Order of what a redo makes once more; what was done since then forbids it."""
        both = (self.state.steps.next, self._regions.strokes.next)
        first = min((order for order in both if order), default=0)
        return first if first > self.undo_order else 0

    def undo(self) -> None:
        """Take back what was done last, a review or a stroke, and show its image."""
        order = self.undo_order
        if not order or not self._world.may_change:
            return
        if order == self._regions.strokes.last:
            self._regions.undo()
            return
        step = self.state.steps.back()
        self._send(step.index, step.file, step.before)
        self.look_at(step.index)

    def redo(self) -> None:
        """Do once more what was taken back last."""
        order = self.redo_order
        if not order or not self._world.may_change:
            return
        if order == self._regions.strokes.next:
            self._regions.redo()
            return
        step = self.state.steps.forth()
        self._send(step.index, step.file, step.after)
        self.look_at(step.index)

    def _step(self, index: int, review: Review | None) -> None:
        before = self.state.said.get(index)
        if not self._world.may_change or (review is None and before is None):
            return
        file = review.file if review else before.file if before else ""
        self.state.steps.add(Step(index, file, before, review, self._client.number()))
        self._send(index, file, review)

    def _send(self, index: int, file: str, review: Review | None) -> None:
        data = self._world.data
        assert data is not None
        self._keep(KeepReview, self._world.project, data.fingerprint, file, review)
        self.state.put(index, review)
        self.said.emit()

    # ------------------------------------------------------------------ intents: versions

    def list_versions(self) -> None:
        """Ask for the data versions of the open project."""
        if self._world.project:
            self._versions(ListVersions, self._world.project)

    def make_version(self, name: str) -> None:
        """Write the relabelled images as a new data version."""
        if self._world.may_change and self.making_version is None:
            self._make(self._world.project, name, self.state.reviewer)
            self.versions_changed.emit()

    def open_version(self, version: DataVersion) -> None:
        """Open a data version in place of the open set."""
        self._data.open(version.path)

    @property
    def making_version(self) -> Job | None:
        """The job that makes a version, if one does."""
        return self._make.job()

    # ------------------------------------------------------------------ answers

    def _on_listed(self, event: ReviewsListed) -> None:
        state, world = self.state, self._world
        if event.run != state.run:
            return
        state.found, state.failed = event.found, ""
        state.said = dict(event.found.reviews)
        pending = self._keep.pending.values()
        places = {row.file: row.index for row in world.samples} if pending else {}
        for command in pending:  # said after it was asked
            same = command.fingerprint == event.found.fingerprint
            if same and command.project == world.project and command.file in places:
                state.put(places[command.file], command.review)
        if state.index not in event.found.predictions:
            state.index = -1
        self.changed.emit()

    def _on_failed(self, event: JobEnded) -> None:
        self.state.failed = sentence(event)
        self.changed.emit()

    def _on_refused(self, _command: KeepReview, event: JobEnded) -> None:
        # What the steps lead back to is not what there is: the engine knows.
        self.state.steps.clear()
        self._client.tell_failure(event)
        self._list_again()

    def _on_versions(self, event: VersionsListed) -> None:
        if event.project == self._world.project:
            self.state.versions = event.versions
            self.versions_changed.emit()

    def _on_version(self, event: VersionMade) -> None:
        if event.project == self._world.project:
            state = self.state
            others = tuple(one for one in state.versions if one.path != event.version.path)
            state.versions, state.made = (event.version, *others), event.version
            self.versions_changed.emit()

    # ------------------------------------------------------------------ the world

    def _on_data(self) -> None:
        # An index means another image from here on.
        self.state.steps.clear()
        self.state.made = None
        self._anew(self._run_for_data())

    def _on_judged(self, run: str, _whole: bool) -> None:
        if run == self.state.run:
            self._list_again()

    def _on_stale(self, run: str) -> None:
        if run and run == self.state.run:
            self._anew(run)

    def _run_for_data(self) -> str:
        """Return the chosen run, or one that was trained on the open images if it was not."""
        run, world = self.state.run, self._world
        if world.fits_data(run):
            return run
        usable = (one.path for one in world.runs if one.usable and one.test is not None)
        return next((path for path in usable if world.fits_data(path)), run)

    def _anew(self, run: str) -> None:
        """Forget what is known of the images; what can be undone and the versions stay."""
        self._list.forget()
        self._compare.forget()
        self.agreement = None
        old = self.state
        self.state = Reviewing(
            run=run, steps=old.steps, versions=old.versions, made=old.made, reviewer=old.reviewer
        )
        self.changed.emit()
        self.versions_changed.emit()

    def _list_again(self) -> None:
        """What is known of the images may not hold."""
        self.state.stale = True
        self.changed.emit()

    def _on_project_left(self) -> None:
        self.state.steps.clear()
        self.state.versions, self.state.made = (), None
        self._versions.forget()
        self._anew("")
