"""The numbers behind the Inspect folder page as tables, in full precision. No widgets here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from engine.core.table import Column, Columns, Table, of
from engine.core.values import Prediction
from engine.folder.messages import Drift, DriftBlock, FolderHead, FolderRow
from gui.folder.words import head_run, verdict_word
from gui.toolkit.log_odds import score_of
from gui.toolkit.table import yes_no
from gui.words.text import problem_text

tr = QCoreApplication.translate


def files_table(head: FolderHead, rows: Sequence[FolderRow]) -> Table[FolderRow]:
    """Every file of an inspection, unreadable ones with their reason."""

    def verdict(row: FolderRow) -> str | None:
        return verdict_word(row) if head.has_normal or row.prediction is None else None

    judged: Columns[Prediction] = (
        Column(tr("folder", "score"), lambda found: found.score),
        Column(tr("folder", "class"), lambda found: found.class_name),
        Column("x", lambda found: found.box[0]),
        Column("y", lambda found: found.box[1]),
        Column(tr("folder", "width"), lambda found: found.box[2]),
        Column(tr("folder", "height"), lambda found: found.box[3]),
        Column("ms", lambda found: found.ms),
    )
    return Table(
        (
            Column(tr("folder", "run"), lambda _: head_run(head)),
            Column(tr("folder", "time"), lambda row: row.time),
            Column(tr("folder", "file"), lambda row: row.file),
            Column(tr("folder", "verdict"), verdict),
            *of(lambda row: row.prediction, judged),
            Column(tr("folder", "distance"), lambda row: row.distance),
            Column(
                tr("folder", "familiar"),
                lambda row: None if row.distance is None else yes_no(not row.unlike),
            ),
            Column(
                tr("folder", "reason"),
                lambda row: problem_text(row.problem) if row.problem is not None else None,
            ),
        ),
        rows,
    )


def drift_table(found: Drift) -> Table[DriftBlock]:
    """Every block of a run's images in operation."""
    undefined = (None, None)
    return Table(
        (
            Column(tr("folder", "run"), lambda _: found.run),
            Column(tr("folder", "first image"), lambda block: block.first + 1),
            Column(tr("folder", "last image"), lambda block: block.last + 1),
            Column(tr("folder", "from"), lambda block: block.began),
            Column(tr("folder", "until"), lambda block: block.ended),
            Column(tr("folder", "lower quartile of scores"), lambda block: score_of(block.low)),
            Column(tr("folder", "median score"), lambda block: score_of(block.middle)),
            Column(tr("folder", "upper quartile of scores"), lambda block: score_of(block.high)),
            Column(tr("folder", "defective"), lambda block: block.defective),
            Column(tr("folder", "share"), lambda block: block.defective / block.images),
            Column(tr("folder", "share low"), lambda block: block.defective_interval[0]),
            Column(tr("folder", "share high"), lambda block: block.defective_interval[1]),
            Column(tr("folder", "compared"), lambda block: block.compared),
            Column(tr("folder", "unlike training"), lambda block: block.unlike),
            Column(
                tr("folder", "share unlike low"),
                lambda block: (block.unlike_interval or undefined)[0],
            ),
            Column(
                tr("folder", "share unlike high"),
                lambda block: (block.unlike_interval or undefined)[1],
            ),
        ),
        found.blocks,
    )
