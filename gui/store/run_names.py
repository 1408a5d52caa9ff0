"""What a run is called where people read it: without its date, unless it takes one to tell runs
apart. No widgets here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from gui.store.run_record import RunRecord
from gui.words.caution import caution_mark
from gui.words.terms import setting_name

tr = QCoreApplication.translate
_DATE = re.compile(r"^\d{4}-\d{2}-\d{2}-")


def run_name(run: RunRecord) -> str:
    """Return the name of a run's folder, or what it will be: what files and tooltips say."""
    if run.name:
        return run.name
    template = "{setting}, {fold}/{folds}"
    return template.format(
        setting=setting_name(run.recipe.setting), fold=run.recipe.fold, folds=run.recipe.folds
    )


def shown(name: str, among: Iterable[str]) -> str:
    """Return a folder's name without its date; with it where another of `among` would look alike.

    Parameters
    ----------
    name
        Name of a run's folder: ``2026-11-22-transfer-01``.
    among
        Names of all runs there are; `name` itself may be one of them.
    """
    short = _DATE.sub("", name)
    alike = any(other != name and _DATE.sub("", other) == short for other in among)
    return name if alike else short


def shown_name(run: RunRecord, among: Iterable[RunRecord]) -> str:
    """Return what a run is called among the others of its project; see `shown`."""
    return shown(run_name(run), map(run_name, among))


def shown_names(runs: Iterable[RunRecord]) -> dict[int, str]:
    """Return what runs are called, by their keys: `shown_name` of many at once."""
    names = {run.key: run_name(run) for run in runs}
    times = Counter(_DATE.sub("", name) for name in set(names.values()))
    short = {key: _DATE.sub("", name) for key, name in names.items()}
    return {key: name if times[short[key]] > 1 else short[key] for key, name in names.items()}


def two_lines(name: str) -> str:
    """Return a name with its date, if it has one, on a line of its own."""
    return _DATE.sub(lambda found: found[0].removesuffix("-") + "\n", name)


def short_run(run: RunRecord, among: Iterable[RunRecord] = ()) -> str:
    """Return setting and fold: how a run is called where there is little room.

    Where a run of `among` has the same, the name comes behind.
    """
    name = _setting_and_fold(run)
    others = tuple(among)
    if any(
        other is not run and other.path and _setting_and_fold(other) == name for other in others
    ):
        return _joined(name, shown_name(run, others))
    return name


def run_choice(run: RunRecord, among: Iterable[RunRecord]) -> str:
    """Return setting, fold and name: how a run is called in a list to choose from."""
    return _joined(_setting_and_fold(run), shown_name(run, among))


def _joined(name: str, folder: str) -> str:
    return f"{name}  \N{MIDDLE DOT}  {folder}"


def _setting_and_fold(run: RunRecord) -> str:
    mark = caution_mark(run.test)
    return f"{_what(run)} ({mark})" if mark else _what(run)


def _what(run: RunRecord) -> str:
    recipe = run.recipe
    name = f"{setting_name(recipe.setting)}, {recipe.fold}/{recipe.folds}"
    summary = run.summary
    # A threshold for other costs may be that of a network made smaller, which knows what it costs.
    if summary and summary.parent and (summary.kind != "threshold" or summary.cost):
        name = tr("measures", "{name}, made smaller").format(name=name)
    if summary and summary.kind == "threshold":
        template = tr("measures", "{name}, at 1 : {ratio}")
        return template.format(name=name, ratio=f"{recipe.cost_ratio:g}")
    return name


def kind_of(run: RunRecord) -> str:
    """Say what a run is: trained, dead (removed), pruned, student, labels (without teacher),
    threshold (the same network for other costs).
    """
    summary = run.summary
    if summary is None or not summary.parent:
        return "trained"
    return "labels" if summary.lessons == "labels" else summary.kind


def made_words(run: RunRecord) -> str:
    """Return how a run was made of another, "" where it was trained."""
    kind = kind_of(run)
    if kind == "trained":
        return ""
    return {
        "dead": tr("compress", "Dead removed"),
        "threshold": tr("compress", "Threshold at 1 : {ratio}").format(
            ratio=f"{run.recipe.cost_ratio:g}"
        ),
        "pruned": tr("compress", "Fewer filters"),
        "student": tr("compress", "Student"),
        "labels": tr("compress", "Student, from labels"),
    }.get(kind, tr("compress", "Made smaller"))
