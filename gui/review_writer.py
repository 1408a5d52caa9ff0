"""The one writer of the window's state: what concerns reviews and data versions.

What is said is on screen at once and on the disk a moment later: each review is sent by itself and
in order, an undone one too. One that cannot be kept is taken back, and the user is told.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from engine import messages as m
from gui.engine_thread import INSPECTION, EngineThread
from gui.place_writer import PlaceWriter
from gui.questions import Question
from gui.review.state import Reviewing, Step
from gui.state_writer import HANDLERS
from gui.store.engine_client import Job


class ReviewWriter(PlaceWriter):
    """Goes through one run's verdicts at a time.

    Signals
    -------
    review_changed()
        Another run is gone through, or its images are listed anew.
    review_moved()
        Another image is looked at.
    said_changed()
        Something else is said of an image, or the steps back are others.
    versions_changed()
        The project has other data versions, or one is being made.
    reviewer_changed(str)
        Somebody else reviews.
    """

    review_changed = Signal()
    review_moved = Signal()
    said_changed = Signal()
    versions_changed = Signal()
    reviewer_changed = Signal(str)

    def __init__(
        self, training: EngineThread, inspection: EngineThread, parent: QObject | None = None
    ) -> None:
        super().__init__(training, inspection, parent)
        for name in ("reviews", "versions"):
            self._questions[name] = Question(self._post)
        self._saying: dict[int, m.KeepReview] = {}
        self.project_changed.connect(self.list_versions)

    # ------------------------------------------------------------------ intents: looking

    def choose_reviewed_run(self, path: str) -> None:
        """Go through another run's verdicts; what was said of the images stays."""
        if path != self.state.reviewing.run:
            self._review_anew(path)

    def refresh_reviews(self) -> None:
        """Ask for the chosen run's images, if those known do not hold."""
        look, state = self.state.reviewing, self.state
        if look.stale and self.state.fits_data(look.run) and not state.opening:
            look.stale = False
            self._questions["reviews"].ask(m.ReadReviews(self._next(), look.run))

    def look_at(self, index: int) -> None:
        """Look at an image; -1 for none."""
        look, shown = self.state.reviewing, self.state.sample
        there = look.index == index and shown is not None and shown.index == index
        look.index = index
        if index >= 0 and not there:
            self.show_sample(index)
        self.review_moved.emit()

    def judge_for_review(self) -> None:
        """Judge what has not been judged of the chosen run's test and validation images."""
        run = self.state.reviewing.run
        for part in ("test", "validation"):
            self.state.judge(run, part)

    def judging_for_review(self) -> Job | None:
        """Return the job that judges the chosen run's held-out images, if one does."""
        run = self.state.reviewing.run
        return self.state.judging(run, "test") or self.state.judging(run, "validation")

    # ------------------------------------------------------------------ intents: saying

    def use_reviewer(self, name: str) -> None:
        """Say who reviews from now on."""
        name = name.strip()
        if name != self.state.reviewing.reviewer:
            self.state.reviewing.reviewer = name
            self.reviewer_changed.emit(name)

    def say(self, index: int, what: str, becomes: str = "", comment: str = "") -> None:
        """Agree with a verdict, overrule it, or mark its image for relabel."""
        look = self.state.reviewing
        verdict = look.found.predictions.get(index) if look.found else None
        if look.found is None or verdict is None or (what == "relabel") != bool(becomes):
            return
        now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        self._step(
            index,
            m.Review(
                verdict.file, what, becomes, look.found.run, verdict.score, verdict.class_name,
                comment.strip(), look.reviewer, now,
            ),
        )  # fmt: skip

    def comment_review(self, index: int, comment: str) -> None:
        """Change the comment of a review that is there."""
        review = self.state.reviewing.said.get(index)
        if review is not None and review.comment != comment.strip():
            self._step(index, replace(review, comment=comment.strip()))

    def clear_review(self, index: int) -> None:
        """Say nothing of an image any more."""
        if index in self.state.reviewing.said:
            self._step(index, None)

    @property
    def undo_order(self) -> int:
        """Order of what an undo takes back, a stroke or a review; 0 if there is nothing."""
        return max(self.state.reviewing.steps.last, self.state.strokes.last)

    @property
    def redo_order(self) -> int:
        """Order of what a redo makes once more; what was done since then forbids it."""
        both = (self.state.reviewing.steps.next, self.state.strokes.next)
        first = min((order for order in both if order), default=0)
        return first if first > self.undo_order else 0

    def undo_review(self) -> None:
        """Take back what was done last, a review or a stroke, and show its image."""
        order, steps = self.undo_order, self.state.reviewing.steps
        if not order or not self._may_say():
            return
        if order == self.state.strokes.last:
            self.undo_region()
            return
        step = steps.back()
        self._keep_review(step.index, step.file, step.before)
        self.look_at(step.index)

    def redo_review(self) -> None:
        """Do once more what was taken back last."""
        order, steps = self.redo_order, self.state.reviewing.steps
        if not order or not self._may_say():
            return
        if order == self.state.strokes.next:
            self.redo_region()
            return
        step = steps.forth()
        self._keep_review(step.index, step.file, step.after)
        self.look_at(step.index)

    def _may_say(self) -> bool:
        # While another set is read, a number may mean another image in a moment.
        return bool(self.state.data and self.state.project and not self.state.opening)

    def _step(self, index: int, review: m.Review | None) -> None:
        look = self.state.reviewing
        before = look.said.get(index)
        if not self._may_say() or (review is None and before is None):
            return
        file = review.file if review else before.file if before else ""
        look.steps.add(Step(index, file, before, review, self._next()))
        self._keep_review(index, file, review)

    def _keep_review(self, index: int, file: str, review: m.Review | None) -> None:
        look, data = self.state.reviewing, self.state.data
        assert data is not None
        command = m.KeepReview(self._next(), self.state.project, data.fingerprint, file, review)
        self._saying[command.job] = command
        self._put(look.said, index, review)
        self._post(command)
        self.said_changed.emit()

    @staticmethod
    def _put(said: dict[int, m.Review], index: int, review: m.Review | None) -> None:
        if review is None:
            said.pop(index, None)
        else:
            said[index] = review

    # ------------------------------------------------------------------ intents: versions

    def list_versions(self) -> None:
        """Ask for the data versions of the open project."""
        if self.state.project:
            self._questions["versions"].ask(m.ListVersions(self._next(), self.state.project))

    def make_version(self, name: str) -> None:
        """Write the relabelled images as a new data version."""
        if self._may_say() and self.making_version is None:
            by = self.state.reviewing.reviewer
            self._start(INSPECTION, m.MakeVersion(self._next(), self.state.project, name, by))
            self.versions_changed.emit()

    def open_version(self, version: m.DataVersion) -> None:
        """Open a data version in place of the open set."""
        self.open_data(version.path)

    @property
    def making_version(self) -> Job | None:
        """The job that makes a version, if one does."""
        for job in self.state.lane_jobs(INSPECTION):
            if isinstance(job.command, m.MakeVersion):
                return job
        return None

    # ------------------------------------------------------------------ events

    def _on_reviews(self, event: m.ReviewsListed) -> None:
        look = self.state.reviewing
        if not self._questions["reviews"].accepts(event.job) or event.run != look.run:
            return
        look.found, look.failed = event.found, ""
        look.said = dict(event.found.reviews)
        places = {row.file: row.index for row in self.state.samples} if self._saying else {}
        for command in self._saying.values():  # said after it was asked
            same = command.fingerprint == event.found.fingerprint
            if same and command.project == self.state.project and command.file in places:
                self._put(look.said, places[command.file], command.review)
        if look.index not in event.found.predictions:
            look.index = -1
        self.review_changed.emit()

    def _on_versions(self, event: m.VersionsListed) -> None:
        if self._questions["versions"].accepts(event.job) and event.project == self.state.project:
            self.state.reviewing.versions = event.versions
            self.versions_changed.emit()

    def _on_version(self, event: m.VersionMade) -> None:
        if event.project == self.state.project:
            look = self.state.reviewing
            others = tuple(one for one in look.versions if one.path != event.version.path)
            look.versions, look.made = (event.version, *others), event.version
            self.versions_changed.emit()

    def _on_ended(self, event: m.JobEnded) -> None:
        said = self._saying.pop(event.job, None)
        if said is not None:
            if event.outcome in (m.Outcome.FAILED, m.Outcome.REJECTED):
                # What the steps lead back to is not what there is: the engine knows.
                self.state.reviewing.steps.clear()
                self._tell(self._sentence(event), event.details)
                self._list_anew()
            return
        job = self.state.jobs.get(event.job)
        super()._on_ended(event)
        if job is not None and isinstance(job.command, m.MakeVersion):
            self.versions_changed.emit()

    def _on_run_judged(self, run: str, whole: bool) -> None:
        super()._on_run_judged(run, whole)
        if run == self.state.reviewing.run:
            self._list_anew()

    def _answer_failed(self, name: str, question: Question, event: m.JobEnded) -> None:
        failed = event.outcome in (m.Outcome.FAILED, m.Outcome.REJECTED)
        if name != "reviews":
            super()._answer_failed(name, question, event)
        elif failed and question.accepts(event.job):
            self.state.reviewing.failed = self._sentence(event)
            self.review_changed.emit()

    def _on_data(self, event: m.DataOpened) -> None:
        known = event.job in self.state.jobs
        super()._on_data(event)
        if known:
            # An index means another image from here on.
            self.state.reviewing.steps.clear()
            self.state.reviewing.made = None
            self._review_anew(self._run_for_data())

    def _on_run_renewed(self, path: str) -> None:
        super()._on_run_renewed(path)
        if path and path == self.state.reviewing.run:
            self._review_anew(path)

    # ------------------------------------------------------------------ helpers

    def _run_for_data(self) -> str:
        """Return the chosen run, or one that was trained on the open images if it was not."""
        run = self.state.reviewing.run
        if self.state.fits_data(run):
            return run
        usable = (one.path for one in self.state.runs if one.usable and one.test is not None)
        return next((path for path in usable if self.state.fits_data(path)), run)

    def _review_anew(self, run: str) -> None:
        """Forget what is known of the images; what can be undone and the versions stay."""
        self._forget("reviews")
        old = self.state.reviewing
        self.state.reviewing = Reviewing(
            run=run, steps=old.steps, versions=old.versions, made=old.made, reviewer=old.reviewer
        )
        self.review_changed.emit()
        self.versions_changed.emit()

    def _list_anew(self) -> None:
        """What is known of the images may not hold."""
        self.state.reviewing.stale = True
        self.review_changed.emit()

    def _leave_runs(self) -> None:
        super()._leave_runs()
        look = self.state.reviewing
        look.steps.clear()
        look.versions, look.made = (), None
        self._forget("versions")
        self._review_anew("")


HANDLERS.update(
    {
        m.ReviewsListed: ReviewWriter._on_reviews,
        m.ReviewKept: lambda _writer, _event: None,
        m.VersionsListed: ReviewWriter._on_versions,
        m.VersionMade: ReviewWriter._on_version,
        m.JobEnded: ReviewWriter._on_ended,
        m.DataOpened: ReviewWriter._on_data,
    }
)
