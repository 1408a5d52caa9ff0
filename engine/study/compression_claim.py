"""Claim 10: which network's students lose less."""

from __future__ import annotations

from typing import Any

from engine.core.recipe import Setting
from engine.core.values import Sentence
from engine.project.runs import RunFolder
from engine.study.effects import OPEN, effect
from engine.study.evidence import Evidence, RunEvidence, names, solved_alike
from engine.study.training_claims import missing, one_fold, percent
from engine.study.values import Finding

MARGIN = 0.05


def compresses_better(evidence: Evidence) -> Finding:
    """Claim 10."""
    pairs = evidence.paired(Setting.TRANSFER, Setting.SCRATCH_AUG)
    if not pairs:
        reason = missing(evidence, Setting.TRANSFER, Setting.SCRATCH_AUG)
        return Finding(10, OPEN, (), reason, (), 0, "compress", ())
    alike = [pair for pair in pairs if solved_alike(*pair)]
    if not alike:
        reason = Sentence("No fold has two networks that solved the task alike.")
        return Finding(10, OPEN, (), reason, (), 0, "compress", ())
    taught = [(t, s, both) for t, s in alike if (both := _students(evidence, t, s))]
    if not taught:
        reason = Sentence(
            "Students of both networks of the same size and as many steps are missing. Teach them "
            "on the page Compress."
        )
        return Finding(10, OPEN, (), reason, (), 0, "compress", ())
    drops = [(_drop(t, ours), _drop(s, theirs)) for t, s, (ours, theirs) in taught]
    values = {
        "transfer": percent(sum(t for t, _ in drops) / len(drops)),
        "scratch": percent(sum(s for _, s in drops) / len(drops)),
        "filters": ", ".join(sorted({str(_filters(ours)) for _, _, (ours, _) in taught}, key=int)),
    }
    part = effect(
        Sentence("accuracy lost by the student, scratch-aug less transfer"),
        [s - t for t, s in drops],
        MARGIN,
        Sentence("{transfer} against {scratch}, {filters} filters", values),
    )
    runs = names([run for t, s, _ in taught for run in (t, s)])
    reason = Sentence("The smallest students that learned alike from both networks.")
    return Finding(
        10,
        part.outcome,
        (part,),
        reason,
        one_fold(len(taught)),
        len(taught),
        "compress",
        runs,
    )


def _students(
    evidence: Evidence, one: RunEvidence, other: RunEvidence
) -> tuple[RunFolder, RunFolder] | None:
    """The smallest pair of students that learned alike from both; the newest where several did."""
    mine = {_terms(run): run for run in reversed(evidence.students.get(one.name, ()))}
    theirs = {_terms(run): run for run in reversed(evidence.students.get(other.name, ()))}
    shared = sorted(mine.keys() & theirs.keys())
    return (mine[shared[0]], theirs[shared[0]]) if shared else None


def _terms(student: RunFolder) -> tuple[int, int, int, int, bool, str]:
    """What must be alike of two students: filters, steps, made defects, normals, cells, form."""
    details = _details(student)
    return (
        _filters(student),
        int(details.get("steps", 0)),
        int(details.get("made", 0)),
        int(details.get("normals", 0)),
        bool(details.get("cells", False)),
        student.record.recipe.network,
    )


def _filters(student: RunFolder) -> int:
    return int(_details(student)["filters"])


def _details(student: RunFolder) -> dict[str, Any]:
    assert student.record.origin is not None
    return student.record.origin.details


def _drop(teacher: RunEvidence, student: RunFolder) -> float:
    assert student.record.test is not None
    return teacher.test.accuracy - student.record.test.accuracy
