"""Filling the board: evidence in, findings and tables out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from statistics import fmean

from engine.core.recipe import Setting
from engine.core.runtime import versions
from engine.core.values import Sentence
from engine.project.runs import RunFolder
from engine.study.budget import label_budget
from engine.study.claims import JUDGES
from engine.study.evidence import Evidence
from engine.study.plan import Task
from engine.study.rules import rules_hash
from engine.study.tables import curve_dots, defects_answer, reach, setting_row
from engine.study.values import Board, StudyTask

RIVAL_GAP = 0.01
"""A rival does as well as transfer where its AUC lies less than this below."""

RIVALS = (Setting.FILTERS, Setting.PROBE, Setting.SMALL)
"""Plain rivals, first on every board: who can do without a large network should hear it first."""


def fill_board(
    evidence: Evidence,
    curve: Sequence[tuple[Task, RunFolder, int]],
    tasks: Sequence[StudyTask],
    failed: Sequence[tuple[str, str]],
) -> Board:
    """Say what a study found so far.

    Parameters
    ----------
    evidence
        Finished runs of the board.
    curve
        Tasks of the curve of labelled defects with their finished runs, and the labelled
        defects there are for them.
    tasks
        Every run of the plan as it stands.
    failed
        (run or task, why) of what went wrong.
    """
    plan, data = evidence.plan, evidence.data
    rows = tuple(
        setting_row(setting, list(runs.values()), evidence.shared)
        for setting in sorted(plan.settings, key=lambda each: each not in RIVALS)
        if (runs := evidence.of(setting))
    )
    dots = curve_dots(curve)
    devices = {run.folder.record.device_name for run in evidence.runs.values()}
    devices |= {run.record.device_name for _, run, _ in curve}
    return Board(
        study=plan.name,
        plan=plan,
        on_test=any(r.folder.record.on_test for r in evidence.runs.values()),
        data=plan.data,
        fingerprint=data.fingerprint,
        images=len(data.samples),
        defective=(
            sum(sample.label.defective is True for sample in data.samples)
            if data.has_normal
            else None
        ),
        baseline=evidence.baseline or data.baseline,
        target=plan.target,
        rows=rows,
        rival=rival(evidence),
        rivals=rivals(evidence),
        rules_hash=rules_hash(),
        findings=tuple(judge(evidence) for judge in JUDGES),
        reach=reach(evidence),
        curve=dots,
        answer=defects_answer(dots),
        budgets=label_budget(dots, 1 / (plan.folds - 1)),
        done=sum(task.state == "done" for task in tasks),
        total=len(tasks),
        failed=tuple(failed),
        device=", ".join(sorted(devices)),
        versions=versions(),
        created=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
    )


def rival(evidence: Evidence) -> Sentence | None:
    """What the small network shows beside transfer on the same folds; None without any."""
    pairs = [
        (s, t)
        for s, t in evidence.paired(Setting.SMALL, Setting.TRANSFER)
        if s.test.auc is not None and t.test.auc is not None
    ]
    if not pairs:
        return None
    small, transfer = (
        setting_row(*each, evidence.shared)
        for each in (
            (Setting.SMALL, [s for s, _ in pairs]),
            (Setting.TRANSFER, [t for _, t in pairs]),
        )
    )
    assert small.auc is not None
    assert transfer.auc is not None
    values = {
        "small": f"{small.auc:.4f}",
        "transfer": f"{transfer.auc:.4f}",
        "seconds": f"{small.seconds:,.0f}",
        "longer": f"{transfer.seconds:,.0f}",
    }
    if small.auc > transfer.auc - RIVAL_GAP:
        return Sentence(
            "The small network does as well here: AUC {small} after {seconds} s of training, "
            "transfer {transfer} after {longer} s. Transfer has to earn its place with few labels.",
            values,
        )
    return Sentence(
        "The small network stays behind: AUC {small} after {seconds} s of training, transfer "
        "{transfer} after {longer} s.",
        values,
    )


def rivals(evidence: Evidence) -> tuple[Sentence, ...]:
    """What each plain rival shows beside transfer on the same folds, plainest first."""
    result = [fitted_rival(evidence, setting) for setting in RIVALS[:2]]
    return tuple(each for each in (*result, rival(evidence)) if each is not None)


def fitted_rival(evidence: Evidence, setting: Setting) -> Sentence | None:
    """What plain filters or the probe show; None without runs of both on one fold."""
    aucs = [
        (mine.test.auc, theirs.test.auc)
        for mine, theirs in evidence.paired(setting, Setting.TRANSFER)
        if mine.test.auc is not None and theirs.test.auc is not None
    ]
    if not aucs:
        return None
    mine, theirs = (fmean(side) for side in zip(*aucs, strict=True))
    values = {"auc": f"{mine:.4f}", "transfer": f"{theirs:.4f}"}
    as_well = mine > theirs - RIVAL_GAP
    if setting is Setting.FILTERS:
        return Sentence(
            "Plain filters do as well here: AUC {auc}, transfer {transfer}. These images decide "
            "nothing between networks."
            if as_well
            else "Plain filters stay behind: AUC {auc}, transfer {transfer}.",
            values,
        )
    return Sentence(
        "The probe does as well here, without any training: AUC {auc}, transfer {transfer}."
        if as_well
        else "The probe stays behind: AUC {auc}, transfer {transfer}.",
        values,
    )
