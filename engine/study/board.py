"""Filling the board: evidence in, findings and tables out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from engine.core.recipe import Setting
from engine.core.runtime import versions
from engine.core.values import Sentence
from engine.project.runs import RunFolder
from engine.study.budget import label_budget
from engine.study.claims import JUDGES
from engine.study.evidence import Evidence
from engine.study.plan import Task
from engine.study.tables import curve_dots, defects_answer, reach, setting_row
from engine.study.values import Board, StudyTask

RIVAL_GAP = 0.01
"""The small network does as well as transfer where its AUC lies less than this below."""


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
        setting_row(setting, list(runs.values()))
        for setting in plan.settings
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
        setting_row(*each)
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
