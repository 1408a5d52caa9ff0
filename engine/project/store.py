"""The project's verdicts in its SQLite file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from engine.core.values import Prediction
from engine.project.database import Database


class PredictionStore(Database):
    """Verdicts of a project's runs, by run name and relative file."""

    def add(self, run: str, predictions: Iterable[Prediction], *, alone: bool = False) -> None:
        """Keep predictions, replacing those of the same run and file.

        `alone`: also drop all others of the run, which were said by weights it had before.
        """
        rows = [
            (run, p.file, p.score, p.defective, p.class_name, p.texture, *p.box, p.ms)
            for p in predictions
        ]
        with self.writing() as db:
            if alone:
                db.execute("DELETE FROM prediction WHERE run = ?", (run,))
            db.executemany("INSERT OR REPLACE INTO prediction VALUES (?,?,?,?,?,?,?,?,?,?,?)", rows)

    def of_run(self, run: str, places: dict[str, int]) -> dict[int, Prediction]:
        """A run's predictions by index; `places` gives the index of a relative file name."""
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
