"""The tables of a study: figures by setting, and figures by labelled defects."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from engine.core.table import Column, Table
from engine.study.values import CurveDot, SettingRow
from gui.study.words import auc_text, rate_text
from gui.words.terms import setting_name
from gui.words.text import count, percent

tr = QCoreApplication.translate


def settings_table(rows: Sequence[SettingRow]) -> Table[SettingRow]:
    """Every setting's figures over its folds."""
    return Table(
        (
            Column(tr("findings", "Setting"), lambda row: row.setting, setting_name, text=True),
            Column(tr("findings", "Folds"), lambda row: row.folds, count),
            Column(tr("findings", "Iterations"), lambda row: row.iterations, count),
            Column(tr("findings", "Accuracy"), lambda row: row.accuracy, percent),
            Column(
                tr("findings", "AUC (95 %)"),
                lambda row: auc_text(row.auc, row.auc_low, row.auc_high),
            ),
            Column(
                tr("findings", "Overkill (95 %)"),
                lambda row: rate_text(
                    row.overkills, row.images - row.defective, row.overkill_interval
                ),
            ),
            Column(
                tr("findings", "Escape (95 %)"),
                lambda row: rate_text(row.escapes, row.defective, row.escape_interval),
            ),
            Column(tr("findings", "Training, s"), lambda row: round(row.seconds), count),
        ),
        rows,
    )


def defects_table(dots: Sequence[CurveDot]) -> Table[CurveDot]:
    """Every point of the curve of labelled defects."""
    return Table(
        (
            Column(tr("findings", "Setting"), lambda dot: dot.setting, setting_name, text=True),
            Column(tr("findings", "Labelled defects"), _defects),
            Column(tr("findings", "Draws"), lambda dot: len(dot.draws), count),
            Column(
                tr("findings", "AUC (95 %)"),
                lambda dot: auc_text(dot.auc, dot.auc_low, dot.auc_high),
            ),
            Column(
                tr("findings", "Overkill (95 %)"),
                lambda dot: rate_text(
                    sum(draw.overkills for draw in dot.draws),
                    sum(draw.normal for draw in dot.draws),
                    dot.overkill_interval,
                ),
            ),
            Column(
                tr("findings", "Escape (95 %)"),
                lambda dot: rate_text(
                    sum(draw.escapes for draw in dot.draws),
                    sum(draw.defective for draw in dot.draws),
                    dot.escape_interval,
                ),
            ),
        ),
        dots,
    )


def _defects(dot: CurveDot) -> str:
    name = count(dot.defects)
    return tr("findings", "{n} (all)").format(n=name) if dot.everything else name
