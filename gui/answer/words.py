"""The first answer in the window's words. No widgets here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from engine.answer.values import FINEST, Answer, Example, Rung
from engine.core.recipe import Setting
from engine.core.table import Column, Columns, Table
from gui.words.terms import setting_name
from gui.words.text import (
    count,
    duration,
    engine_text,
    fixed,
    not_available,
    percent,
    percent_range,
)

tr = QCoreApplication.translate


def statistic_name(name: str, octave: int, side: str) -> str:
    """What a statistic of plain filters is about, for example "dark spots, about 8 px"."""
    words = {
        ("band", "high"): tr("answer", "bright spots"),
        ("band", "low"): tr("answer", "dark spots"),
        ("energy", "high"): tr("answer", "local contrast too high"),
        ("energy", "low"): tr("answer", "local contrast too low"),
        ("direction", "high"): tr("answer", "upright structure"),
        ("direction", "low"): tr("answer", "level structure"),
    }
    template = tr("answer", "{what}, about {n} px")
    return template.format(what=words[name, side], n=count(FINEST << octave))


def interval(pair: tuple[float, float] | None) -> str:
    """An interval of AUC."""
    if pair is None:
        return not_available()
    return tr("text", "{low} to {high}").format(low=fixed(pair[0]), high=fixed(pair[1]))


def _setting(rung: Rung) -> str:
    return setting_name(Setting(rung.setting))


def rung_table(rungs: Sequence[Rung]) -> Table[Rung]:
    """The rungs side by side."""
    columns: Columns[Rung] = (
        Column(
            tr("answer", "Setting"), lambda rung: setting_name(Setting(rung.setting)), text=True
        ),
        Column(tr("answer", "Defects used"), lambda rung: rung.defects_used, count),
        Column("AUC", lambda rung: rung.auc, fixed),
        Column(tr("answer", "95 %"), lambda rung: rung.auc_interval, interval),
        Column(tr("answer", "Overkill"), lambda rung: rung.overkill, percent),
        Column(tr("answer", "95 %"), lambda rung: rung.overkill_interval, percent_range),
        Column(tr("answer", "Escape"), lambda rung: rung.escape, percent),
        Column(tr("answer", "95 %"), lambda rung: rung.escape_interval, percent_range),
        Column(tr("answer", "Time"), lambda rung: rung.seconds, duration),
    )
    return Table(columns, rungs)


def headline(answer: Answer) -> str:
    """The answer in one sentence."""
    return engine_text(answer.sentence.template, answer.sentence.values)


def so_far(rungs: Sequence[Rung]) -> str:
    """What is known while the next rung is at work."""
    if not rungs or rungs[-1].auc is None:
        return tr("answer", "The probe is at work...")
    template = tr("answer", "{setting} so far: AUC {auc}. The probe is at work...")
    return template.format(setting=_setting(rungs[-1]), auc=fixed(rungs[-1].auc))


def remarks(answer: Answer) -> str:
    """What limits it, and what stands out, one sentence after another."""
    said = [engine_text(each.template, each.values) for each in answer.remarks]
    for rung in answer.rungs:
        if rung.decided:
            template = tr("answer", "To plain filters defects stand out by {what}.")
            names = [statistic_name(*each[:3]) for each in rung.decided[:2] if each[3] >= 0.1]
            said.append(template.format(what=tr("answer", " and ").join(names)))
    return " ".join(said)


def held_out(rung: Rung) -> str:
    """On how many images the figures rest."""
    normal = tr("answer", "{n} normal images", "", rung.normal).format(n=count(rung.normal))
    bad = tr("answer", "{n} defects", "", rung.defective).format(n=count(rung.defective))
    template = tr("answer", "Figures of {normal} and {defects} that the rule was not fitted on.")
    return template.format(normal=normal, defects=bad)


def baseline_words(answer: Answer) -> str:
    """What the answer is to be held against."""
    template = tr("answer", "Always saying good is right in {share} of all images: beat that.")
    return template.format(share=percent(answer.baseline))


def cost_words(answer: Answer) -> str:
    """What the next rung would take; "" if that is not known."""
    if answer.training_seconds is None:
        return ""
    template = tr("answer", "Training transfer would take about {time} on this computer.")
    return template.format(time=duration(answer.training_seconds))


def example_words(example: Example) -> str:
    """What happened to an image."""
    if example.right:
        words = tr("answer", "found, score {score}")
    elif example.defective:
        words = tr("answer", "a defect that passes, score {score}")
    else:
        words = tr("answer", "a good part rejected, score {score}")
    return words.format(score=fixed(example.score))
