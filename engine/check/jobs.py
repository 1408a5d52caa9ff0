"""What the session does while a person looks a data set over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.check.files import audit, by_severity
from engine.check.label_errors import with_decisions
from engine.check.messages import (
    CheckData,
    CheckDecided,
    DataChecked,
    DecideCheck,
    FoldsPlanned,
    PlanFolds,
    ReadCheck,
    ShowViews,
    ViewsShown,
)
from engine.check.store import CheckStore
from engine.core.arrays import frozen
from engine.core.errors import DataError, RunError
from engine.core.event import Progress
from engine.core.job import Steps, job, relay
from engine.core.recipe import Recipe, Setting, View
from engine.data.folds import keep_folds, project_folds
from engine.data.groups import move_groups, name_groups, plan_folds
from engine.data.sample import DataSet
from engine.data.values import CheckItem, GroupRule
from engine.data.views import Sampler, choose_view
from engine.project.groups import Spread, keep_groups, read_groups, read_spread
from engine.regions.messages import RegionsChanged
from engine.workspace import Workspace


@job(CheckData)
def check_data(workspace: Workspace, command: CheckData) -> Steps:
    """Decode everything and list what is wrong; kept with the project if one is open."""
    data = workspace.images.data

    def each(step: tuple[str, int, int]) -> Progress | None:
        _, done, total = step
        return Progress(command.job, *step) if done == total or done % 10 == 0 else None

    items = yield from relay(audit(data), each)
    workspace.found = items
    if workspace.project:
        with CheckStore(Path(workspace.project)) as store:
            store.keep(data, items)
    yield _checked(workspace, command.job, items)


@job(ReadCheck)
def read_check(workspace: Workspace, command: ReadCheck) -> Steps:
    """Read what the last check of the open data set found, and what runs have said since."""
    if workspace.store is None or not workspace.project:
        return
    with CheckStore(Path(workspace.project)) as store:
        items = store.items(workspace.images.data)
        if items is None and workspace.found is not None:
            items = (
                workspace.found
            )  # checked before a project was open: it is the project's from now on
            store.keep(workspace.images.data, items)
    if items is not None:
        yield _checked(workspace, command.job, items)


def _checked(workspace: Workspace, job: int, items: Sequence[CheckItem]) -> DataChecked:
    """Findings with what runs contradict, what was decided, and which pairs folds separate."""
    data, summary = workspace.images.data, workspace.summary
    assert summary is not None
    if workspace.project:
        items = with_decisions(Path(workspace.project), data, items)
    rows = summary.samples
    return DataChecked(
        job,
        tuple(
            replace(item, straddles=rows[item.index].fold != rows[item.other].fold)
            if item.other >= 0
            else item
            for item in by_severity(items)
        ),
    )


@job(DecideCheck)
def decide(workspace: Workspace, command: DecideCheck) -> Steps:
    """Remember decisions with the project."""
    if not command.project:
        raise RunError("Decisions are kept with a project. Open a project folder first.")
    with CheckStore(Path(command.project)) as store:
        store.decide(workspace.images.data, command.decisions)
    yield CheckDecided(command.job, command.decisions)


@job(PlanFolds)
def plan(workspace: Workspace, command: PlanFolds) -> Steps:
    """Say what groups come to, and use them from now on if asked to."""
    data = workspace.images.data
    project = Path(command.project) if command.project else None
    kept = read_groups(data, project) if project else None
    rule = command.rule or (kept[0] if kept else GroupRule())
    pairs: list[tuple[int, int]] = []
    if project:
        with CheckStore(project) as store:
            result = store.items(data) or ()
        pairs = [(item.other, item.index) for item in result if min(item.other, item.index) >= 0]
    spread = read_spread(data, project) if project else Spread()
    wanted = Spread(
        spread.folds if command.folds is None else command.folds,
        spread.seed if command.seed is None else command.seed,
    )
    in_use = kept is not None and command.rule is None
    groups = kept[1] if kept and in_use else name_groups(data, workspace.own_groups, rule, pairs)
    numbers: NDArray[np.int64] | None = None
    refusal: DataError | None = None
    try:  # folds that the project keeps for these groups count, a version's own above all
        numbers = _folds(data.with_groups(groups), wanted, project)
    except DataError as error:
        refusal = error
    if numbers is not None and command.moves:
        numbers = move_groups(groups, numbers, wanted.folds, command.moves)
    made = plan_folds(
        data,
        groups,
        rule,
        pairs,
        numbers=numbers,
        folds=wanted.folds,
        seed=wanted.seed,
        kept=command.rule is None and wanted == spread and not command.moves,
    )
    if refusal is not None and made.problem is None:
        raise refusal
    if command.keep and made.problem is None:
        if project is None:
            raise RunError("Groups are kept with a project. Open a project folder first.")
        numbered = made.folds.tolist()
        if command.moves:
            grouped = data.with_groups(groups)
            keep_folds(grouped, project, wanted.folds, wanted.seed, numbered)
        keep_groups(data, project, rule, groups, wanted)
        yield _regrouped(workspace, command.job, groups, numbered, wanted)
        made = replace(made, kept=True)
    yield FoldsPlanned(command.job, made)


def _folds(data: DataSet, wanted: Spread, project: Path | None) -> NDArray[np.int64]:
    recipe = Recipe(setting=Setting.TRANSFER, folds=wanted.folds, seed=wanted.seed)
    return project_folds(data, recipe, project, store=False)


def _regrouped(
    workspace: Workspace, job: int, groups: Sequence[str], folds: Sequence[int], spread: Spread
) -> RegionsChanged:
    rows = workspace.regroup(groups, folds, spread)
    summary = workspace.summary
    assert summary is not None
    return RegionsChanged(
        job,
        workspace.project,
        rows,
        summary.masks,
        summary.view,
        summary.view_reason,
        folds=spread.folds,
        seed=spread.seed,
    )


@job(ShowViews)
def show_views(workspace: Workspace, command: ShowViews) -> Steps:
    """Cut an image as training does, a few times."""
    store, recipe = workspace.images, command.recipe
    index, data = command.index, store.data
    longest = max(store.image(index).shape[:2])
    view, reason = choose_view(data, longest, recipe.window)
    if recipe.view is not View.AUTO:
        view, reason = recipe.view, ""
    sampler = Sampler(store, (index,), recipe, view)
    batch = sampler.views_of(index, command.count, large=command.large)
    bad = [number for number, label in enumerate(data.labels) if label.defective]
    flat = batch.targets.reshape(len(batch.targets), -1)
    yield ViewsShown(
        command.job,
        index,
        recipe,
        frozen(batch.pixels),
        frozen(np.isin(flat, bad).sum(axis=1)),
        frozen((flat < 0).sum(axis=1)),
        flat.shape[1],
        view.value,
        reason,
    )
