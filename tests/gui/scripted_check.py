"""Made-up findings, groups and folds, and training views of one grey each."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import numpy as np

from engine.check.messages import (
    CheckDecided,
    DataChecked,
    DecideCheck,
    FoldsPlanned,
    PlanFolds,
    ReadCheck,
    ShowViews,
    ViewsShown,
)
from engine.core.command import Command
from engine.core.values import Problem
from engine.data.values import CheckItem, FoldPlan, GroupRule
from engine.regions.messages import RegionsChanged
from tests.gui.answers import Emit, answers
from tests.gui.scripted_interpolate import RefusedError

TORN = CheckItem("file", Problem("images/torn.png", "The file ends too early."))


def pair(kind: str, index: int, other: int, likeness: float = 1.0) -> CheckItem:
    """Two images that are the same, or nearly."""
    values = {"other": f"images/{other:05d}.png"}
    words = "Nearly the same picture as {other}." if kind == "near" else "The same as {other}."
    problem = Problem(f"images/{index:05d}.png", words, values)
    return CheckItem(kind, problem, index, other, likeness)


def doubted(index: int, run: str) -> CheckItem:
    """A label that a run contradicts."""
    problem = Problem(f"images/{index:05d}.png", "{run} contradicts its label.", {"run": run})
    return CheckItem("label", problem, index, -1, 0.02)


def some(run: str = "transfer-01") -> list[CheckItem]:
    """One finding of each kind but masks."""
    return [TORN, pair("same", 3, 2), pair("near", 7, 6, 0.93), doubted(5, run)]


def audit(world: Any) -> None:
    """Check every file; without findings of its own, a world has a torn file."""
    world.checked = True
    if not world.findings:
        world.findings = [TORN]


def decided(world: Any) -> list[CheckItem]:
    """The world's findings with its decisions."""
    return [replace(item, decision=world.decided.get(item.key, "")) for item in world.findings]


def leaving(world: Any) -> set[int]:
    """Images that the next version is made without."""
    return {item.leaves for item in decided(world) if item.leaves >= 0}


def audited(world: Any, job: int) -> DataChecked:
    """What the engine would say of the findings."""
    return DataChecked(job, tuple(decided(world)))


def plan(world: Any, rule: GroupRule, *, kept: bool, folds_: int = 5, seed: int = 0) -> FoldPlan:
    """Folds by image number and seed; pairs share one where the rule says so, groups were moved."""
    rows = world.samples()
    groups = [""] * len(rows)
    if rule.source == "folder":
        groups = [row.file.rsplit("/", 1)[0] for row in rows]
    elif rule.source == "pattern":
        try:
            found = [re.search(rule.pattern, row.file) for row in rows]
        except re.error as error:
            raise RefusedError(f"'{rule.pattern}' is no regular expression.") from error
        groups = [each.group() if each else "" for each in found]
    folds = np.asarray([(row.index + seed) % folds_ + 1 for row in rows], dtype=np.int64)
    for index, group in enumerate(groups):
        if group:  # a group lies where its first image does, or where it was moved to
            folds[index] = world.moved.get((group, folds_, seed), folds[groups.index(group)])
    apart = 0
    for item in world.findings:
        if item.other >= 0 and rule.alike:
            folds[item.index] = folds[item.other]
        elif item.other >= 0:
            apart += int(folds[item.index] != folds[item.other])
    names = [name for name, _ in world.summary("").classes]
    counts = np.zeros((folds_, len(names)), dtype=np.int64)
    for row, fold in zip(rows, folds.tolist(), strict=True):
        counts[fold - 1, names.index(row.class_name)] += 1
    sizes = [groups.count(name) for name in set(groups) if name]
    problem = Problem("set", "Too few groups.") if rule.source == "folder" else None
    return FoldPlan(
        rule, tuple(groups), folds, counts, sum(size > 1 for size in sizes),
        max(sizes, default=0), apart, kept, problem, seed,
        counts[:, [name.endswith("defective") for name in names]].sum(axis=1),
    )  # fmt: skip


@answers(ReadCheck, DecideCheck, PlanFolds, ShowViews)
def answer(emit: Emit, world: Any, command: Command) -> None:
    """Answer a command; raises RefusedError as the engine refuses."""
    job = command.job
    if isinstance(command, ReadCheck):
        if world.checked:
            emit(audited(world, job))
    elif isinstance(command, DecideCheck):
        if world.forgets:
            why, world.forgets = world.forgets, ""
            raise RefusedError(why)
        world.decided |= {key: said for key, said in command.decisions if said}
        for key, said in command.decisions:
            if not said:
                world.decided.pop(key, None)
        emit(CheckDecided(job, command.decisions))
    elif isinstance(command, PlanFolds):
        world.planned.append(command)
        count = world.spread[0] if command.folds is None else command.folds
        seed = world.spread[1] if command.seed is None else command.seed
        for group, fold in command.moves:
            world.moved[group, count, seed] = fold
        kept = command.keep or (command.rule is None and (count, seed) == world.spread)
        made = plan(world, command.rule or world.rule, kept=kept, folds_=count, seed=seed)
        if command.keep:
            world.rule, world.spread = made.rule, (count, seed)
            rows = tuple(
                replace(row, group=group, fold=fold)
                for row, group, fold in zip(
                    world.samples(), made.groups, made.folds.tolist(), strict=True
                )
            )
            emit(
                RegionsChanged(
                    job, command.project, rows, 3, "patches", "Known.", folds=count, seed=seed
                )
            )
        emit(FoldsPlanned(job, made))
    elif isinstance(command, ShowViews):
        emit(views(world, command))


def views(world: Any, command: ShowViews) -> ViewsShown:
    """Grey squares, every third one ignored."""
    if command.index in world.unseen:
        raise RefusedError("No defect region is known. Draw the regions on the Data page.")
    side = command.recipe.window
    greys = np.linspace(0, 255, command.count, dtype=np.uint8)
    pixels = np.broadcast_to(greys[:, None, None], (command.count, side, side)).copy()
    windows = 9 if command.large else 1
    bad = np.full(command.count, int(world.defective(command.index)), dtype=np.int64)
    out = np.zeros(command.count, dtype=np.int64)
    out[::3] = windows
    bad[::3] = 0
    return ViewsShown(
        command.job, command.index, command.recipe, pixels, bad, out, windows, "patches",
        "The regions of the defects are known: windows at native resolution.",
    )  # fmt: skip
