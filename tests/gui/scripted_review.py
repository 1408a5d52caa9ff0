"""Made-up reviews: the world's own verdicts in the engine's order, reviews kept in the world."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import numpy as np

from engine.core.command import Command
from engine.core.event import Event
from engine.inspection.verdict import logit
from engine.review.messages import (
    NEAR,
    Agreement,
    AgreementPair,
    AgreementRead,
    DataVersion,
    KeepReview,
    ListVersions,
    MakeVersion,
    PlanVersion,
    ReadAgreement,
    ReadReviews,
    ReviewKept,
    ReviewList,
    ReviewsListed,
    VersionMade,
    VersionPlan,
    VersionPlanned,
    VersionsListed,
)
from tests.gui.scripted_check import leaving
from tests.gui.scripted_evaluation import EvaluationDesk, frozen
from tests.gui.scripted_interpolate import RefusedError

REVIEWS = (ReadReviews, ReadAgreement, KeepReview, ListVersions, PlanVersion, MakeVersion)


def version_plan(world: Any) -> VersionPlan:
    """What a version made now would change."""
    own = {row.file: row.class_name for row in world.samples()}
    kinds = Counter(
        (own[each.file], each.becomes) for each in world.reviews.values() if each.said == "relabel"
    )
    changes = tuple((*names, n) for names, n in kinds.most_common())
    return VersionPlan(changes, len(leaving(world)))


class ReviewDesk:
    """Answers commands about reviews from a world; `forgets` refuses the next review kept."""

    def __init__(
        self, emit: Callable[[Event], None], world: Any, evaluation: EvaluationDesk
    ) -> None:
        self.emit, self.world, self.evaluation = emit, world, evaluation

    def listed(self, run: str) -> ReviewList:
        world, parts = self.world, self.evaluation.parts()
        rows = world.samples()
        judged = [
            index for part in parts for index in parts[part][: world.judged.get((run, part), 0)]
        ]
        distances = np.array([float(logit(world.score(i)) - logit(0.5)) for i in judged])
        wrong = np.array([(world.score(i) > 0.5) != world.defective(i) for i in judged], dtype=bool)
        wrong &= world.normal_known
        far = np.abs(distances)
        reasons = np.where(wrong, 0, np.where(far <= NEAR, 1, 2))
        order = np.lexsort((np.where(wrong, -far, far), reasons))
        places = {row.file: row.index for row in rows}
        return ReviewList(
            run=run.rsplit("/", 1)[-1],
            fingerprint="made-up",
            threshold=0.5,
            classes=self.evaluation.classes(),
            total=world.images,
            indices=frozen([judged[n] for n in order], np.int64),
            reasons=frozen(reasons[order], np.int8),
            distances=frozen(distances[order], np.float64),
            validation=frozen([judged[n] in parts["validation"] for n in order], np.bool_),
            predictions={index: world.prediction(index) for index in judged},
            reviews={places[file]: review for file, review in world.reviews.items()},
        )

    def answer(self, command: Command) -> None:
        """Answer a command; raises RefusedError as the engine refuses."""
        world, job = self.world, command.job
        if isinstance(command, ReadReviews):
            if command.run in world.unreadable:
                raise RefusedError("{path}: split.csv is missing or damaged. Train again.")
            self.emit(ReviewsListed(job, command.run, self.listed(command.run)))
        elif isinstance(command, ReadAgreement):
            pair = AgreementPair("network", "Kim", 20, 18, 0.78, (0.5, 1.0), 1, 1)
            again = AgreementPair("Kim", "Kim", 3, 3, None, None, 0, 0)
            name = command.run.rsplit("/", 1)[-1]
            self.emit(AgreementRead(job, command.run, Agreement(name, (pair, again))))
        elif isinstance(command, KeepReview):
            world.kept.append(command)
            if world.forgets:
                why, world.forgets = world.forgets, ""
                raise RefusedError(why)
            world.reviews.pop(command.file, None)
            if command.review is not None:
                world.reviews[command.file] = command.review
            self.emit(ReviewKept(job, command.fingerprint, command.file, command.review))
        elif isinstance(command, ListVersions):
            self.emit(VersionsListed(job, command.project, tuple(world.versions)))
        elif isinstance(command, PlanVersion):
            self.emit(VersionPlanned(job, version_plan(world)))
        elif isinstance(command, MakeVersion):
            marked = [each for each in world.reviews.values() if each.said == "relabel"]
            made = DataVersion(
                command.name, f"{command.project}/data-versions/{command.name}", "other", "/data",
                "made-up", "2026-11-22T10:00:00+00:00", command.by, len(marked),
                world.images - len(leaving(world)), len(leaving(world)),
            )  # fmt: skip
            world.versions.insert(0, made)
            self.emit(VersionMade(job, command.project, made))
