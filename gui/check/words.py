"""The words of Check, Folds and Training views, and the list of findings as a table. No widgets."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from engine.core.table import Column, Columns, Table, of
from engine.core.values import SampleRow
from engine.data.values import CheckItem
from gui.toolkit.table import yes_no
from gui.words.text import problem_text

tr = QCoreApplication.translate

FILTERS = ("all", "file", "ask", "same", "near", "mask", "label", "lots", "note", "unread", "apart")
"""Kinds the list can be narrowed to; "apart": pairs that lie in different folds."""


def kind_name(kind: str) -> str:
    """Return the words for a kind of findings."""
    return {
        "all": tr("check", "All findings"),
        "file": tr("check", "Unreadable or left out"),
        "mask": tr("check", "Masks"),
        "same": tr("check", "Same picture"),
        "near": tr("check", "Nearly the same"),
        "label": tr("check", "Label in doubt"),
        "lots": tr("check", "Folders that may be lots"),
        "ask": tr("check", "Question for you"),
        "note": tr("check", "How it was read"),
        "unread": tr("check", "Not read"),
        "apart": tr("check", "Pair in two folds"),
    }[kind]


def decision_name(decision: str) -> str:
    """Return the words for a decision."""
    return {
        "": tr("check", "open"),
        "fine": tr("check", "fine as it is"),
        "leave-out": tr("check", "left out"),
        "leave-other": tr("check", "other one left out"),
    }[decision]


def fits(item: CheckItem, kind: str, state: str) -> bool:
    """Whether a filter shows a finding; `state` is all, open or decided."""
    if kind == "apart":
        if not item.straddles:
            return False
    elif kind not in ("all", item.kind):
        return False
    return state == "all" or bool(item.decision) == (state == "decided")


def spoken(item: CheckItem) -> str:
    """Return a finding in one line, as a screen reader says it."""
    return (
        f"{kind_name(item.kind)}: {item.problem.file}. {problem_text(item.problem)} "
        f"({decision_name(item.decision)})"
    )


def findings_table(items: Sequence[CheckItem], samples: Sequence[SampleRow]) -> Table[CheckItem]:
    """Findings with their files and what was decided."""
    pair: Columns[CheckItem] = (
        Column(tr("check", "other file"), lambda item: samples[item.other].file),
        Column(tr("check", "likeness"), lambda item: item.likeness),
        Column(tr("check", "in different folds"), lambda item: yes_no(item.straddles)),
    )
    return Table(
        (
            Column(tr("check", "finding"), lambda item: kind_name(item.kind)),
            Column(tr("check", "file"), lambda item: item.problem.file),
            *of(_paired, pair),
            Column(tr("check", "decision"), lambda item: decision_name(item.decision)),
            Column(tr("check", "reason"), lambda item: problem_text(item.problem)),
        ),
        items,
    )


def _paired(item: CheckItem) -> CheckItem | None:
    return item if item.other >= 0 else None
