"""Findings as people read them: names, symbols and tones, never colour alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from engine.core.recipe import Setting
from engine.core.values import Sentence
from engine.study.values import Effect, Reach, StudyTask
from gui.words.terms import setting_name
from gui.words.text import count, engine_text, fixed, not_available

tr = QCoreApplication.translate

SYMBOLS = {
    "holds": "\N{CHECK MARK}",
    "fails": "\N{MULTIPLICATION X}",
    "open": "\N{WHITE CIRCLE}",
}
_SETTINGS = re.compile(
    r"(?<![\w-])(" + "|".join(sorted(Setting, key=len, reverse=True)) + r")(?![\w-])"
)
_NOT_WITH = re.compile(r"(?<=: )not with (\d+)")
TONES = {"holds": "good", "fails": "bad", "open": "warn"}


def outcome_text(outcome: str) -> str:
    """Return a finding's outcome with its symbol."""
    names = {
        "holds": tr("findings", "holds"),
        "fails": tr("findings", "fails"),
        "open": tr("findings", "open"),
    }
    return f"{SYMBOLS.get(outcome, '')} {names.get(outcome, outcome)}"


def sentence_text(sentence: Sentence | None) -> str:
    """Return a sentence of the board, translated; so are the words in its values."""
    if sentence is None:
        return ""
    values = {name: _value_text(value) for name, value in sentence.values.items()}
    return engine_text(sentence.template, values)


def _value_text(value: str) -> str:
    whole = {"none": tr("findings", "none"), "n/a": not_available()}
    if value in whole:
        return whole[value]
    # Settings, but not those in paths and in names of runs.
    if "/" in value or "\\" in value:
        return value
    names = {
        "scratch": tr("findings", "scratch"),
        "scratch-aug": tr("findings", "scratch-aug"),
        "transfer": tr("findings", "transfer"),
        "frozen": tr("findings", "frozen"),
        "small": tr("findings", "small"),
    }
    value = _SETTINGS.sub(lambda found: names[found[0]], value)
    missed = tr("findings", "not with {n}")
    return _NOT_WITH.sub(lambda found: missed.format(n=found[1]), value)


def effect_text(part: Effect) -> str:
    """Return an effect with its interval."""
    if part.low is None or part.high is None:
        return f"{part.mean:.3g}"
    template = tr("findings", "{mean} ({low} to {high})")
    return template.format(mean=f"{part.mean:.3g}", low=f"{part.low:.3g}", high=f"{part.high:.3g}")


def auc_text(mean: float | None, low: float | None, high: float | None) -> str:
    """Return a mean AUC with its interval over folds or draws."""
    if mean is None:
        return not_available()
    if low is None or high is None:
        return fixed(mean, 4)
    template = tr("findings", "{mean} ({low} to {high})")
    return template.format(mean=fixed(mean, 4), low=fixed(low, 3), high=fixed(high, 3))


def rate_text(events: int, trials: int, interval: tuple[float, float] | None) -> str:
    """Return a count with its exact interval: "0/279 (up to 1.3 %)"."""
    if interval is None or not trials:
        return not_available()
    template = tr("findings", "{events}/{trials} ({low} to {high} %)")
    return template.format(
        events=count(events),
        trials=count(trials),
        low=f"{100 * interval[0]:.1f}",
        high=f"{100 * interval[1]:.1f}",
    )


def task_text(task: StudyTask) -> str:
    """Return what a run of the queue is."""
    if task.part == "board":
        template = tr("findings", "{setting}, fold {fold}")
    else:
        template = tr("findings", "{setting}, {defects} defects, draw {fold}", "", task.defects)
    defects = count(max(0, task.defects)) if task.defects else tr("findings", "all")
    return template.format(setting=setting_name(task.setting), fold=task.fold, defects=defects)


def arrivals_sentence(rows: Sequence[Reach]) -> str:
    """Say in how many folds each setting arrived, and after how many iterations at the latest."""
    told = []
    for setting in Setting:
        mine = [one for one in rows if one.setting is setting]
        there = [one.iteration for one in mine if one.reached]
        if not mine:
            continue
        template = (
            tr(
                "findings",
                "{setting}: {n} of {all} folds, the last by iteration {i}",
                "",
                len(mine),
            )
            if there
            else tr("findings", "{setting}: no fold of {all}")
        )
        told.append(
            template.format(
                setting=setting_name(setting),
                n=count(len(there)),
                all=count(len(mine)),
                i=count(max(there, default=0)),
            )
        )
    return "; ".join(told) + "." if told else ""
