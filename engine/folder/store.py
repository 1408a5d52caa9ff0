"""The project's inspections of folders in its SQLite file."""

from __future__ import annotations

import json
import math
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, cast

from engine.core.errors import RunError
from engine.core.outside import DAMAGED, parse_json
from engine.core.values import Prediction, Problem
from engine.folder.messages import FolderEntry, FolderHead, FolderRow
from engine.project.database import Database
from engine.training.values import Familiarity

COLUMNS = (
    "number, file, time, score, defective, class, texture, x, y, width, height, ms, distance, "
    "unlike, problem"
)


@dataclass(frozen=True, slots=True)
class Version:
    """A file as it was: its path, size in bytes, and time of change in nanoseconds."""

    path: str
    size: int
    changed: int


class OperationStore(Database):
    """Inspections by number, and their files in the order of inspection."""

    def begin(self, head: FolderHead, weights: str) -> FolderHead:
        """Keep a new inspection; returns it with its number."""
        about = asdict(head.familiarity) if head.familiarity is not None else None
        with self.writing() as db:
            result = db.execute(
                "INSERT INTO inspection (run, weights, folder, out, csv, heat, began, watched, "
                "threshold, fingerprint, has_normal, familiarity) "
                "VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
                (
                    Path(head.run).name,
                    weights,
                    head.folder,
                    head.out,
                    head.csv,
                    head.heat,
                    head.began,
                    head.watched,
                    head.threshold,
                    head.fingerprint,
                    head.has_normal,
                    json.dumps(about),
                ),
            )
        return replace(head, number=int(result.lastrowid or 0))

    def add(
        self,
        inspection: int,
        rows: Iterable[FolderRow],
        versions: Iterable[tuple[int, Version]] = (),
    ) -> None:
        """Keep files of an inspection, by number, and which versions of the files they were."""
        with self.writing() as db:
            db.executemany(
                "INSERT OR REPLACE INTO inspected VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                [(inspection, *_cells(row)) for row in rows],
            )
            db.executemany(
                "INSERT OR REPLACE INTO inspected_version VALUES (?,?,?,?,?)",
                [
                    (inspection, number, os.fsencode(each.path), each.size, each.changed)
                    for number, each in versions
                ],
            )

    def versions(self, inspection: int) -> dict[Path, tuple[int, int]]:
        """Size and time of change of each file, as it was judged last."""
        query = (
            "SELECT path, size, changed FROM inspected_version WHERE inspection = ? ORDER BY number"
        )
        rows = cast(list[Any], self.rows(query, inspection))
        return {Path(os.fsdecode(path)): (size, changed) for path, size, changed in rows}

    def last(self, run: str, weights: str, folder: str, table: str | None) -> int | None:
        """Number of the newest inspection of a folder by a run, with these weights; None: none.

        Parameters
        ----------
        run
            Name of the run's folder.
        table
            Its CSV file; None: whatever it wrote.
        """
        query = "SELECT number, folder, csv FROM inspection WHERE run = ? AND weights = ?"
        for number, place, csv in reversed(cast(list[Any], self.rows(query, run, weights))):
            same = Path(place).absolute() == Path(folder).absolute()
            if same and (table is None or _same(csv, table)):
                return int(number)
        return None

    def inspections(self) -> tuple[FolderEntry, ...]:
        """All inspections with files, the newest first."""
        rows = self.rows(
            "SELECT i.number, i.run, i.folder, i.began, COUNT(*) FROM inspection i "
            "JOIN inspected f ON f.inspection = i.number GROUP BY i.number ORDER BY i.number DESC"
        )
        return tuple(FolderEntry(*row) for row in cast(list[Any], rows))

    def head(self, inspection: int, runs: Path) -> FolderHead:
        """What an inspection was; `runs` is the folder of the project's runs.

        Raises
        ------
        RunError
            There is none of that number.
        """
        rows = self.rows(
            "SELECT run, folder, out, csv, heat, began, watched, threshold, fingerprint, "
            "has_normal, familiarity FROM inspection WHERE number = ?",
            inspection,
        )
        if not rows:
            raise RunError(
                "{path}: there is no inspection number {number}. Choose another.",
                path=self.path,
                number=inspection,
            )
        run, folder, out, table, heat, began, watched, threshold, mark, normal, about = cast(
            list[Any], rows
        )[0]
        try:
            values = parse_json(about)
            known = None if values is None else Familiarity(**values)
        except DAMAGED as error:
            raise RunError(
                "{path}: what inspection {number} was compared with is damaged ({why}). Inspect "
                "the folder anew.",
                path=self.path,
                number=inspection,
                why=error,
            ) from error
        return FolderHead(
            inspection,
            str(runs / run),
            folder,
            out,
            table,
            heat,
            began,
            bool(watched),
            threshold,
            mark,
            bool(normal),
            known,
        )

    def files(self, inspection: int) -> Iterator[FolderRow]:
        """The files of an inspection, in its order."""
        query = f"SELECT {COLUMNS} FROM inspected WHERE inspection = ? ORDER BY number"  # noqa: S608
        return (_row(cells) for cells in cast(list[Any], self.rows(query, inspection)))

    def judged(self, run: str, weights: str) -> list[tuple[str, float, bool, float | None, bool]]:
        """(time, score, defective, distance, unlike) of all a run has judged with these weights."""
        rows = self.rows(
            "SELECT f.time, f.score, f.defective, f.distance, f.unlike FROM inspected f "
            "JOIN inspection i ON i.number = f.inspection "
            "WHERE i.run = ? AND i.weights = ? AND f.score IS NOT NULL "
            # Two inspections may run at a time: what counts is when a file was judged.
            "ORDER BY f.time, f.inspection, f.number",
            run,
            weights,
        )
        return [(t, s, bool(d), far, bool(u)) for t, s, d, far, u in cast(list[Any], rows)]

    def verdicts(self, run: str) -> dict[str, float]:
        """Scores that a run keeps of images of its data set, by relative file."""
        rows = self.rows("SELECT file, score FROM prediction WHERE run = ?", run)
        return dict(cast(list[Any], rows))


def _same(one: str, other: str) -> bool:
    if not one or not other:
        return one == other
    return Path(one).absolute() == Path(other).absolute()


def _cells(row: FolderRow) -> tuple[object, ...]:
    result, problem = row.prediction, row.problem
    words = json.dumps([problem.template, problem.values]) if problem is not None else ""
    verdict: tuple[object, ...] = (None,) * 9
    if result is not None:
        verdict = (
            result.score,
            result.defective,
            result.class_name,
            result.texture,
            *result.box,
            result.ms,
        )
    return (row.number, row.file, row.time, *verdict, row.distance, row.unlike, words)


def _row(cells: Any) -> FolderRow:
    number, file, time, score, bad, name, texture, x, y, w, h, ms, distance, unlike, words = cells
    try:
        if score is None:
            template, values = parse_json(words)
            values = {str(key): str(value) for key, value in values.items()}
            problem = Problem(file, str(template), values)
            _ = problem.reason  # a damaged sentence is found here, not where it is shown
            return FolderRow(number, file, time, problem=problem)
        box = (int(x), int(y), int(w), int(h))
        if not math.isfinite(score):
            raise ValueError("score")
        result = Prediction(number, file, float(score), bool(bad), name, texture, box, float(ms))
    except DAMAGED as error:
        template = "{path}: what was kept of it is damaged ({why}). Inspect it anew."
        values = {"path": str(file), "why": str(error)}
        return FolderRow(number, str(file), str(time), problem=Problem(str(file), template, values))
    return FolderRow(number, file, time, result, None, distance, bool(unlike))
