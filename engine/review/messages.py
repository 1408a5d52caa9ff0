"""What a review is: plain values, commands and events.

A verdict is the network's, a review is a person's. Reviews belong to an image of a data set, found
by the set's fingerprint and the image's relative name, and remember on which run's verdict they
were made. Nothing here imports torch or Qt; arrays are contiguous and read-only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.core.command import Command, Priority
from engine.core.event import Event
from engine.core.values import Prediction
from engine.evaluate.values import ClassState

SAID = ("agree", "overrule", "relabel")
"""What a person can say of a verdict: it is right; it is wrong and the label stays; the label is
wrong."""

REASONS = ("contradiction", "near", "rest")
"""Why an image is worth a look, the likeliest to be wrong first."""

NEAR = 1.0
"""Log-odds beside the threshold within which a verdict is near it."""


@dataclass(frozen=True, slots=True)
class Review:
    """What a person says of the verdict on one image.

    Attributes
    ----------
    file : relative name of the image in its data set
    said : one of `SAID`
    becomes : for "relabel" the class it is to be of, else ""
    run, score, verdict : name of the run, its score in [0, 1] and the class it named
    comment : "" for none
    reviewer : the person's name
    time : when, UTC, ISO 8601
    """

    file: str
    said: str
    becomes: str
    run: str
    score: float
    verdict: str
    comment: str = ""
    reviewer: str = ""
    time: str = ""


@dataclass(frozen=True, slots=True)
class DataVersion:
    """A data set made of another one by changing labels and leaving images out.

    Attributes
    ----------
    name, path : its name in the project and its folder
    fingerprint, parent_fingerprint : of itself and of the set it was made from
    parent : folder of that set, as it was called when the version was made
    made : when, UTC, ISO 8601
    by : the name of who made it
    changed, images : labels changed, and images altogether
    left_out : images of its parent that it is made without
    """

    name: str
    path: str
    fingerprint: str
    parent: str
    parent_fingerprint: str
    made: str
    by: str
    changed: int
    images: int
    left_out: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class ReviewList:
    """The judged images of a run, those most worth a look first. Order: docs/glossary.md.

    Attributes
    ----------
    run : name of its folder
    fingerprint : of the data set
    threshold : the run's
    classes : in the network's order
    total : test and validation images; fewer may have been judged
    indices : int64, of the images in the data set
    reasons : int8, number in `REASONS`
    distances : float64, log-odds of the score less those of the threshold
    validation : bool, whether it is a validation image
    predictions : verdicts by index
    reviews : all that the project keeps for this data set, by index
    """

    run: str
    fingerprint: str
    threshold: float
    classes: tuple[ClassState, ...]
    total: int
    indices: NDArray[np.int64]
    reasons: NDArray[np.int8]
    distances: NDArray[np.float64]
    validation: NDArray[np.bool_]
    predictions: Mapping[int, Prediction]
    reviews: Mapping[int, Review]

    def __len__(self) -> int:
        return len(self.indices)


@dataclass(frozen=True, slots=True)
class AgreementPair:
    """Two who said of the same images whether they are defective; see engine.review.agreement.

    Attributes
    ----------
    one, other : names; "network", "labels"; twice the same name: a person at two times
    images, agreed : that both said something of, and of which the same
    kappa, interval : Cohen's kappa and its 95 % interval; None with few images or one state alone
    first_only, second_only : images that only the one, only the other calls defective
    """

    one: str
    other: str
    images: int
    agreed: int
    kappa: float | None
    interval: tuple[float, float] | None
    first_only: int
    second_only: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """The network against inspectors, each other, themselves, and the labels."""

    run: str
    pairs: tuple[AgreementPair, ...]


def suggested_class(classes: Sequence[ClassState], own: str, named: str) -> str:
    """Return the class a wrongly labelled image most likely is of; "" if there is no other one.

    The opposite state of the same texture, as the verdict names it if it does; where the verdict
    only names another texture, that class.
    """
    others = [each for each in classes if each.name != own]
    mine = next((each for each in classes if each.name == own), None)
    said = [each for each in others if each.name == named]
    if mine is None or mine.defective is None:
        return next((each.name for each in [*said, *others]), "")
    moved = [e for e in said if e.texture != mine.texture and e.defective is mine.defective]
    opposite = [
        e for e in others if e.texture == mine.texture and e.defective is not mine.defective
    ]
    result = [*moved, *(e for e in said if e in opposite), *opposite, *said, *others]
    return result[0].name if result else ""


@dataclass(frozen=True, slots=True)
class VersionPlan:
    """What a data version made now would change.

    Attributes
    ----------
    changes : (label now, new label, images) of each kind of change, the most frequent first
    left_out : images that it is made without
    """

    changes: tuple[tuple[str, str, int], ...]
    left_out: int

    @property
    def changed(self) -> int:
        """Labels that change."""
        return sum(images for _, _, images in self.changes)


# ---------------------------------------------------------------- commands


@dataclass(frozen=True, slots=True)
class ReadReviews(Command):
    """ReviewsListed: a run's judged images of the current data set, most worth a look first.

    Interactive; nothing is judged and no image is decoded.
    """

    priority = Priority.INTERACTIVE

    run: str


@dataclass(frozen=True, slots=True)
class KeepReview(Command):
    """Write down what a person says of an image, None for nothing any more: ReviewKept.

    It is on the disk when that is said. Interactive.
    """

    priority = Priority.INTERACTIVE
    kept_at_close = True

    project: str
    fingerprint: str
    file: str
    review: Review | None


@dataclass(frozen=True, slots=True)
class ListVersions(Command):
    """VersionsListed: the data versions of a project, newest first. Interactive."""

    priority = Priority.INTERACTIVE

    project: str


@dataclass(frozen=True, slots=True)
class PlanVersion(Command):
    """VersionPlanned: what a version of the current set would change. Interactive."""

    priority = Priority.INTERACTIVE

    project: str


@dataclass(frozen=True, slots=True)
class WriteLabels(Command):
    """Write the regions and labels of the current set for other tools: LabelsWritten.

    `format` is one of `engine.data.values.WRITTEN`. What is drawn in the project counts in place of
    the set's own regions. The folder must be new or empty.
    """

    path: str
    format: str


@dataclass(frozen=True, slots=True)
class MakeVersion(Command):
    """Write the current set with its relabelled images, and without those that a check's findings
    leave out, as a new data version of the project.

    Progress*, VersionMade. Long; nothing is left of a cancelled or failed one. Images are not
    copied, no version is overwritten, and the set itself stays as it is.
    """

    project: str
    name: str
    by: str = ""


# ---------------------------------------------------------------- events


@dataclass(frozen=True, slots=True)
class ReviewsListed(Event):
    """`run`: the run's folder."""

    run: str
    found: ReviewList


@dataclass(frozen=True, slots=True)
class ReviewKept(Event):
    """A review is on the disk, or (None) removed there."""

    fingerprint: str
    file: str
    review: Review | None


@dataclass(frozen=True, slots=True)
class VersionsListed(Event):
    """The data versions of a project, newest first."""

    project: str
    versions: tuple[DataVersion, ...]


@dataclass(frozen=True, slots=True)
class VersionPlanned(Event):
    """What a version of the current set would change."""

    plan: VersionPlan


@dataclass(frozen=True, slots=True)
class VersionMade(Event):
    """A data version is on the disk."""

    project: str
    version: DataVersion


@dataclass(frozen=True, slots=True)
class ReadAgreement(Command):
    """AgreementRead: how far people and a run agree, from all reviews ever kept. Interactive."""

    priority = Priority.INTERACTIVE

    run: str


@dataclass(frozen=True, slots=True)
class AgreementRead(Event):
    """How far people, a run and the labels agree."""

    run: str
    agreement: Agreement


@dataclass(frozen=True, slots=True)
class LabelsWritten(Event):
    """So many images were written, in files below `path`."""

    path: str
    images: int
    regions: int
