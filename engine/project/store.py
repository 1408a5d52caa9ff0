"""The project's verdicts in its SQLite file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from engine.core.values import Prediction
from engine.project.database import Database
from engine.project.judging import judging_mark


class PredictionStore(Database):
    """Verdicts of a project's runs, by run name and relative file.

    With them stands the mark of what made them (:mod:`engine.project.judging`): verdicts of other
    weights, another threshold or other classes than a run has now are none of its verdicts.
    """

    def add(self, run: str, predictions: Iterable[Prediction], *, alone: bool = False) -> None:
        """Keep predictions, replacing those of the same run and file.

        `alone`: also drop all others of the run, which were said by weights it had before; so are
        all whose mark is another.
        """
        rows = [
            (run, p.file, p.score, p.defective, p.class_name, p.texture, *p.box, p.ms)
            for p in predictions
        ]
        if not rows and not alone:
            return
        mark, kept = self._mark(run), self.mark(run)
        with self.writing() as db:
            if alone or (kept and kept != mark):
                db.execute("DELETE FROM prediction WHERE run = ?", (run,))
            first = db.execute("SELECT 1 FROM prediction WHERE run = ? LIMIT 1", (run,)).fetchone()
            if mark and (kept or not first):
                db.execute("INSERT OR REPLACE INTO judged_by VALUES (?,?)", (run, mark))
            db.executemany("INSERT OR REPLACE INTO prediction VALUES (?,?,?,?,?,?,?,?,?,?,?)", rows)

    def of_run(self, run: str, places: dict[str, int]) -> dict[int, Prediction]:
        """A run's predictions by index; `places` gives the index of a relative file name.

        None where the run was changed since they were made.
        """
        kept = self.mark(run)
        if kept and self._mark(run) not in (kept, ""):
            return {}
        rows = self.rows(
            "SELECT file, score, defective, class, texture, x, y, width, height, ms "
            "FROM prediction WHERE run = ?",
            run,
        )
        return {
            places[file]: Prediction(
                places[file], file, score, bool(defective), name, texture, (x, y, w, h), ms
            )
            for file, score, defective, name, texture, x, y, w, h, ms in cast(list[Any], rows)
            if file in places
        }

    def mark(self, run: str) -> str:
        """The mark of what made a run's kept verdicts; "" of those from before marks were kept."""
        rows = cast(list[Any], self.rows("SELECT mark FROM judged_by WHERE run = ?", run))
        return str(rows[0][0]) if rows else ""

    def _mark(self, run: str) -> str:
        return judging_mark(self.path.parent / "runs" / run)
