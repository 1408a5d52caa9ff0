"""What the session does for reviews and data versions."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from pathlib import Path

from engine.check.label_errors import known_findings
from engine.core.errors import DataError, RunError
from engine.core.event import Progress
from engine.core.job import Steps, Stop, job, relay
from engine.data.sample import DataSet
from engine.data.values import CheckItem
from engine.project.runs import RunFolder
from engine.project.store import PredictionStore
from engine.review.agreement import agreement_of
from engine.review.messages import (
    SAID,
    AgreementRead,
    KeepReview,
    LabelsWritten,
    ListVersions,
    MakeVersion,
    PlanVersion,
    ReadAgreement,
    ReadReviews,
    Review,
    ReviewKept,
    ReviewsListed,
    VersionMade,
    VersionPlanned,
    VersionsListed,
    WriteLabels,
)
from engine.review.order import list_reviews
from engine.review.store import ReviewStore
from engine.review.versions import (
    FOLDER,
    STEPS,
    list_versions,
    make_version,
    plan_version,
    read_version,
)
from engine.review.written import write_for
from engine.workspace import Workspace


@job(ReadReviews)
def read_reviews(workspace: Workspace, command: ReadReviews) -> Steps:
    """List a run's judged images, those most worth a look first, and what people said."""
    folder = RunFolder.load(Path(command.run))
    workspace.check_folder(folder)
    yield ReviewsListed(command.job, command.run, list_reviews(folder, workspace.images.data))


@job(ReadAgreement)
def read_agreement(workspace: Workspace, command: ReadAgreement) -> Steps:
    """Say how far people, a run and the labels agree."""
    folder = RunFolder.load(Path(command.run))
    workspace.check_folder(folder)
    data = workspace.images.data
    with ReviewStore(folder.project) as store:
        history = store.history(data.fingerprint)
    with PredictionStore(folder.project) as verdicts:
        places = {file: index for index, file in enumerate(data.files)}
        known = verdicts.of_run(folder.path.name, places)
    found = agreement_of(data, known, history, folder.path.name)
    yield AgreementRead(command.job, command.run, found)


@job(KeepReview)
def keep_review(command: KeepReview) -> Steps:
    """Write a review down: it is on the disk before anybody is told."""
    review = command.review
    if not command.project:
        raise RunError("Reviews are kept with a project. Open a project folder first.")
    if review is not None and (
        review.said not in SAID or (review.said == "relabel") != bool(review.becomes)
    ):
        raise DataError("{file}: this cannot be said of a verdict.", file=command.file)
    with ReviewStore(Path(command.project)) as store:
        store.keep(command.fingerprint, command.file, review)
    yield ReviewKept(command.job, command.fingerprint, command.file, review)


@job(ListVersions)
def read_versions(command: ListVersions) -> Steps:
    """List a project's data versions."""
    yield VersionsListed(command.job, command.project, list_versions(Path(command.project)))


@job(PlanVersion)
def plan_next(workspace: Workspace, command: PlanVersion) -> Steps:
    """Say what a data version made now would change."""
    data = workspace.images.data
    plan = plan_version(data, *_decided(data, Path(command.project)))
    yield VersionPlanned(command.job, plan)


def _decided(data: DataSet, project: Path) -> tuple[dict[int, Review], tuple[CheckItem, ...]]:
    """What people said of a set's verdicts and of what its check found."""
    with ReviewStore(project) as store:
        kept = {review.file: review for review in store.of_data(data.fingerprint)}
    reviews = {index: kept[file] for index, file in enumerate(data.files) if file in kept}
    return reviews, known_findings(project, data)


@job(MakeVersion)
def write_version(workspace: Workspace, command: MakeVersion, stop: Stop) -> Steps:
    """Make a data version of the open set; nothing is left of one that is cancelled."""
    project = Path(command.project)
    yield Progress(command.job, "saving", 0, STEPS)
    if command.project != workspace.project:
        workspace.use_project(command.project)  # what is drawn in this project goes along
    data = workspace.images.data
    reviews, items = _decided(data, project)
    made = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    work = make_version(data, project, command.name, command.by, made, reviews, items)
    with closing(work):
        for done in work:
            yield Progress(command.job, "saving", done, STEPS)
            if stop():
                return
    version = read_version(project / FOLDER / command.name)
    yield VersionMade(command.job, command.project, version)


@job(WriteLabels)
def write_labels(workspace: Workspace, command: WriteLabels) -> Steps:
    """Write regions, labels and reviews for other tools."""
    store = workspace.images
    reviews: dict[int, Review] = {}
    if workspace.project:
        reviews, _ = _decided(store.data, Path(workspace.project))

    def each(step: tuple[int, int]) -> Progress | None:
        done, total = step
        shown = done % 20 == 0 or done == total
        return Progress(command.job, "saving", done, total) if shown else None

    work = write_for(store, Path(command.path), command.format, reviews)
    images, regions = yield from relay(work, each)
    yield LabelsWritten(command.job, command.path, images, regions)
