"""The numbers behind the Inspect folder page as tables, in full precision. No widgets here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from engine.folder.messages import Drift, FolderHead, FolderRow
from gui.folder.words import head_run, verdict_word
from gui.toolkit.log_odds import score_of
from gui.toolkit.table import Cell, Table
from gui.words.text import problem_text

tr = QCoreApplication.translate


def files_table(head: FolderHead, rows: Sequence[FolderRow]) -> Table:
    """Every file of an inspection, unreadable ones with their reason."""
    cells: list[tuple[Cell, ...]] = []
    for row in rows:
        found = row.prediction
        verdict = verdict_word(row) if head.has_normal or found is None else None
        said: tuple[Cell, ...] = (None,) * 7
        if found is not None:
            said = (found.score, found.class_name, *found.box, found.ms)
        reason = problem_text(row.problem) if row.problem is not None else None
        familiar = None if row.distance is None else not row.unlike
        cells.append(
            (head_run(head), row.time, row.file, verdict, *said, row.distance, familiar, reason)
        )
    return Table(
        (
            tr("folder", "run"),
            tr("folder", "time"),
            tr("folder", "file"),
            tr("folder", "verdict"),
            tr("folder", "score"),
            tr("folder", "class"),
            "x",
            "y",
            tr("folder", "width"),
            tr("folder", "height"),
            "ms",
            tr("folder", "distance"),
            tr("folder", "familiar"),
            tr("folder", "reason"),
        ),
        tuple(cells),
    )


def drift_table(found: Drift) -> Table:
    """Every block of a run's images in operation."""
    return Table(
        (
            tr("folder", "run"),
            tr("folder", "first image"),
            tr("folder", "last image"),
            tr("folder", "from"),
            tr("folder", "until"),
            tr("folder", "lower quartile of scores"),
            tr("folder", "median score"),
            tr("folder", "upper quartile of scores"),
            tr("folder", "defective"),
            tr("folder", "share"),
            tr("folder", "share low"),
            tr("folder", "share high"),
            tr("folder", "compared"),
            tr("folder", "unlike training"),
            tr("folder", "share unlike low"),
            tr("folder", "share unlike high"),
        ),
        tuple(
            (
                found.run,
                block.first + 1,
                block.last + 1,
                block.began,
                block.ended,
                score_of(block.low),
                score_of(block.middle),
                score_of(block.high),
                block.defective,
                block.defective / block.images,
                *block.defective_interval,
                block.compared,
                block.unlike,
                *(block.unlike_interval or (None, None)),
            )
            for block in found.blocks
        ),
    )
