"""What a run is called, the same everywhere: the name a person gave it, or its folder's in words;
with its date where it takes one to tell runs apart. No widgets here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from engine.core.recipe import Setting
from gui.store.run_record import RunRecord
from gui.words.caution import caution_mark
from gui.words.terms import setting_name

tr = QCoreApplication.translate
_FOLDER = re.compile(r"^(?:(?P<date>\d{4}-\d{2}-\d{2})-)?(?P<kind>[a-z][a-z_-]*)-(?P<number>\d+)$")


def run_name(run: RunRecord) -> str:
    """Return the name of a run's folder, or what it will be: what files and tooltips say."""
    if run.name:
        return run.name
    template = "{setting}, {fold}/{folds}"
    return template.format(
        setting=setting_name(run.recipe.setting), fold=run.recipe.fold, folds=run.recipe.folds
    )


def plain_name(run: RunRecord) -> str:
    """Return what a run is called where the others are not known."""
    return run.title or _in_words(run)


def _in_words(run: RunRecord) -> str:
    """A folder does not say whether dead channels or more were removed; its record does."""
    found = _FOLDER.match(run_name(run))
    if found and kind_of(run) == "dead":
        return f"{tr('compress', 'Dead removed')} {int(found['number'])}"
    words = worded(run_name(run))
    if kind_of(run) == "threshold":
        template = tr("measures", "{name}, at 1 : {ratio}")
        return template.format(name=words, ratio=f"{run.recipe.cost_ratio:g}")
    return words


def kind_word(kind: str) -> str:
    """Return the word for what a run's folder begins with: a setting, or how it was made."""
    words = {
        "pruned": tr("runs", "Fewer filters"),
        "student": tr("runs", "Student"),
        "threshold": tr("runs", "Other costs"),
    }
    if kind in words:
        return words[kind]
    return setting_name(Setting(kind)) if kind in tuple(Setting) else kind


def worded(folder: str) -> str:
    """Return a folder's name in words, without its date: "Small rival 1"."""
    found = _FOLDER.match(folder)
    return f"{kind_word(found['kind'])} {int(found['number'])}" if found else folder


def _dated(short: str, folder: str) -> str:
    found = _FOLDER.match(folder)
    date = found["date"] if found else None
    return f"{short} ({date})" if date else folder


def shown(folder: str, runs: Iterable[RunRecord], others: Iterable[str] = ()) -> str:
    """Return what the run of a folder's name is called.

    Parameters
    ----------
    folder
        Name of a run's folder: ``2026-11-22-transfer-01``. It may be gone.
    runs
        All runs of the project.
    others
        Folders' names of runs that may be gone, which must not look alike either.
    """
    known = tuple(runs)
    run = next((run for run in known if run.name == folder), None)
    if run is not None and run.title:
        return run.title
    names = {run_name(run): _in_words(run) for run in known}
    names = {name: worded(name) for name in others} | names
    short = names.get(folder) or worded(folder)
    alike = any(name != folder and words == short for name, words in names.items())
    return _dated(short, folder) if alike else short


def shown_name(run: RunRecord, among: Iterable[RunRecord]) -> str:
    """Return what a run is called: the name a person gave it, or its folder's in words.

    The date stands after it where another run of the project would look alike.
    """
    return run.title or shown(run_name(run), among)


def shown_names(runs: Iterable[RunRecord]) -> dict[int, str]:
    """Return what runs are called, by their keys: `shown_name` of many at once."""
    known = tuple(runs)
    times = Counter({run_name(run): _in_words(run) for run in known}.values())

    def name(run: RunRecord) -> str:
        short = _in_words(run)
        return run.title or (_dated(short, run_name(run)) if times[short] > 1 else short)

    return {run.key: name(run) for run in known}


def called_already(title: str, run: RunRecord, among: Iterable[RunRecord]) -> RunRecord | None:
    """Return the other run that has this name already, None if none has."""
    wanted = " ".join(title.split()).casefold()
    known = tuple(among)
    names = shown_names(known)
    for other in known:
        taken = {names[other.key].casefold(), other.name.casefold()}
        if other.key != run.key and wanted in taken:
            return other
    return None


def run_tip(run: RunRecord) -> str:
    """Return what a name leaves out: the run's folder, its setting and fold."""
    recipe = run.recipe
    what = f"{setting_name(recipe.setting)}, {recipe.fold}/{recipe.folds}"
    name = run_name(run)
    lines = [] if name == what else [name]
    return "\n".join([*lines, what, *filter(None, [caution_mark(run.test)])])


def run_choice(run: RunRecord, among: Iterable[RunRecord]) -> str:
    """Return what a run is called in a list to choose from; a sign warns of one to distrust.

    The sign is short and stands behind: a narrow box cuts in front. The tip has the words.
    """
    name = shown_name(run, among)
    return f"{name} \N{WARNING SIGN}" if caution_mark(run.test) else name


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
