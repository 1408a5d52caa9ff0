"""Claim 10: which network's students lose less."""

from __future__ import annotations

from collections import defaultdict
from statistics import fmean
from typing import Any

from engine.core.recipe import Setting
from engine.core.values import Rates, Sentence
from engine.project.runs import RunFolder
from engine.study.effects import OPEN, effect, together
from engine.study.evidence import Evidence, RunEvidence, names, solved_alike
from engine.study.rules import LOST, SEEDS
from engine.study.students import filters_of
from engine.study.training_claims import missing, one_fold, percent
from engine.study.values import Effect, Finding


def compresses_better(evidence: Evidence) -> Finding:
    """Claim 10."""
    pairs = evidence.paired(Setting.TRANSFER, Setting.SCRATCH_AUG)
    if not pairs:
        reason = missing(evidence, Setting.TRANSFER, Setting.SCRATCH_AUG)
        return Finding(10, OPEN, (), reason, (), 0, "compress", ())
    same = [pair for pair in pairs if solved_alike(*pair)]
    alike = [pair for pair in same if all(run.converged for run in pair)]
    if not alike:
        reason = Sentence(
            "Not converged: the training loss still falls. Train longer."
            if same
            else "No fold has two networks that solved the task alike."
        )
        return Finding(10, OPEN, (), reason, (), 0, "compress", ())
    taught = [(t, s, both) for t, s in alike if (both := _students(evidence, t, s))]
    if not taught:
        reason = Sentence(
            "Students of both networks of the same size and as many steps are missing, {seeds} "
            "seeds of each. Teach them on the page Compress.",
            {"seeds": str(SEEDS)},
        )
        return Finding(10, OPEN, (), reason, (), 0, "compress", ())
    filters = sorted({filters_of(ours[0]) for _, _, (ours, _) in taught})
    parts = tuple(
        _part(name, [(measure(t, ours), measure(s, theirs)) for t, s, (ours, theirs) in taught],
              filters, evidence.shared)
        for name, measure in (
            (Sentence("accuracy lost by the student, scratch-aug less transfer"), _accuracy_lost),
            (Sentence("AUC lost by the student, scratch-aug less transfer"), _auc_lost),
        )
    )  # fmt: skip
    runs = names([run for t, s, _ in taught for run in (t, s)])
    fewest = min(min(len(ours), len(theirs)) for _, _, (ours, theirs) in taught)
    reason = Sentence(
        "The smallest students that learned alike from both networks, {seeds} seeds each.",
        {"seeds": str(fewest)},
    )
    return Finding(
        10,
        together([part.outcome for part in parts]),
        parts,
        reason,
        one_fold(len(taught)),
        len(taught),
        "compress",
        runs,
    )


def _part(
    name: Sentence, lost: list[tuple[float, float]], filters: list[int], shared: float
) -> Effect:
    values = {
        "transfer": percent(fmean(t for t, _ in lost)),
        "scratch": percent(fmean(s for _, s in lost)),
        "filters": ", ".join(map(str, filters)),
    }
    shown = Sentence("{transfer} against {scratch}, {filters} filters", values)
    return effect(name, [s - t for t, s in lost], LOST, shown, shared)


Students = list[RunFolder]


def _students(
    evidence: Evidence, one: RunEvidence, other: RunEvidence
) -> tuple[Students, Students] | None:
    """The smallest students that learned alike from both, with seeds enough: one a seed, the
    newest where several have it.
    """
    mine = _by_terms(evidence.students.get(one.name, []))
    theirs = _by_terms(evidence.students.get(other.name, []))
    for terms in sorted(mine.keys() & theirs.keys()):
        seeds = sorted(mine[terms].keys() & theirs[terms].keys())
        if len(seeds) >= SEEDS:
            return [mine[terms][seed] for seed in seeds], [theirs[terms][seed] for seed in seeds]
    return None


Terms = tuple[int, int, int, int, bool, str]


def _by_terms(students: Students) -> dict[Terms, dict[int, RunFolder]]:
    result: dict[Terms, dict[int, RunFolder]] = defaultdict(dict)
    for student in reversed(students):  # newest first: those replace older ones
        result[_terms(student)][_seed(student)] = student
    return result


def _seed(student: RunFolder) -> int:
    """The seed of a student's initial weights and lessons."""
    return int(_details(student).get("seed", student.record.recipe.seed))


def _terms(student: RunFolder) -> Terms:
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
    """Filters that were asked for."""
    return int(_details(student)["filters"])


def _details(student: RunFolder) -> dict[str, Any]:
    assert student.record.origin is not None
    return student.record.origin.details


def _accuracy_lost(teacher: RunEvidence, students: Students) -> float:
    return teacher.test.accuracy - fmean(_test(student).accuracy for student in students)


def _auc_lost(teacher: RunEvidence, students: Students) -> float:
    return (teacher.test.auc or 0.0) - fmean(_test(student).auc or 0.0 for student in students)


def _test(student: RunFolder) -> Rates:
    assert student.record.test is not None
    return student.record.test
