"""The ten stops of the tour: where the picture behind a claim is, and on which runs. No widgets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.core.recipe import Recipe, Setting, default_recipe
from engine.study.values import Board, Finding, StudySummary
from gui.store.run_record import RunRecord

STEPS = 20
"""Iterations of a run that the tour offers to make: enough to see where to look, no more."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One claim of the article.

    Attributes
    ----------
    claim : its number, 1 to 10
    page, tab : where its picture is, by their keys; a page without tabs has ""
    settings : a finished run of each is wanted, of the same images and fold where two are
    figure : what the page Train draws below the loss
    """

    claim: int
    page: str
    tab: str
    settings: tuple[Setting, ...]
    figure: str = ""


_PAIR = (Setting.TRANSFER, Setting.SCRATCH_AUG)

STOPS = (
    Stop(1, "measures", "source-and-target", (Setting.TRANSFER,)),
    Stop(2, "train", "", (Setting.SCRATCH,), "accuracy"),
    Stop(3, "train", "", _PAIR, "auc"),
    Stop(4, "evaluate", "curves", (Setting.TRANSFER,)),
    Stop(5, "measures", "weight-change", _PAIR),
    Stop(6, "measures", "dead-channels", _PAIR),
    Stop(7, "measures", "flatness", _PAIR),
    Stop(8, "interpolate", "overlap", _PAIR),
    Stop(9, "compare", "", (Setting.TRANSFER, Setting.FROZEN)),
    Stop(10, "compress", "student", _PAIR),
)
"""In the order of the claims."""


def runs_for(
    stop: Stop, runs: Sequence[RunRecord], fingerprint: str = ""
) -> tuple[RunRecord | None, ...]:
    """Choose the runs a stop is shown on, one a setting in its order; None where there is none.

    Parameters
    ----------
    runs
        All runs of the project, the newest first.
    fingerprint
        Of the open images: runs of these come first.
    """
    fitting = [
        run for run in runs if run.usable and not (run.summary is not None and run.summary.parent)
    ]
    fitting.sort(key=lambda run: not fingerprint or _marks(run)[0] != fingerprint)
    by = {one: [run for run in fitting if run.recipe.setting is one] for one in stop.settings}
    first, *others = stop.settings
    for run in by[first]:
        beside = [
            next((other for other in by[one] if _marks(other) == _marks(run)), None)
            for one in others
        ]
        if None not in beside:
            return run, *beside
    # Not one fold has all of them: what there is, of whichever fold.
    return tuple(next(iter(by[one]), None) for one in stop.settings)


def _marks(run: RunRecord) -> tuple[str, int, int]:
    """What two runs share that saw the same images in training and in the test."""
    return run.summary.fingerprint if run.summary else "", run.recipe.fold, run.recipe.folds


def recipes_for(stop: Stop, found: Sequence[RunRecord | None]) -> tuple[Recipe, ...]:
    """Return short runs of the settings that are missing, of the fold of one that is there."""
    there = next((run.recipe for run in found if run is not None), None)
    short = [
        default_recipe(setting, iterations=STEPS)
        for setting, run in zip(stop.settings, found, strict=True)
        if run is None
    ]
    if there is None:
        return tuple(short)
    return tuple(
        recipe.changed(fold=there.fold, folds=there.folds, seed=there.seed) for recipe in short
    )


def newest_board(studies: Sequence[StudySummary]) -> Board | None:
    """Return the board that was filled last, None if none was."""
    boards = [study.board for study in studies if study.board is not None]
    return max(boards, key=lambda board: board.created, default=None)


def finding_of(claim: int, studies: Sequence[StudySummary]) -> Finding | None:
    """Return what the newest board says of a claim, None if it says nothing."""
    board = newest_board(studies)
    findings = board.findings if board is not None else ()
    return next((one for one in findings if one.claim == claim), None)
