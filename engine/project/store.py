"""The project's predictions in SQLite: one file, one connection a lane, short transactions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType

from engine.errors import RunError
from engine.messages import Prediction

_SCHEMA = """
CREATE TABLE IF NOT EXISTS prediction (
    run TEXT NOT NULL, file TEXT NOT NULL, score REAL NOT NULL, defective INTEGER NOT NULL,
    class TEXT NOT NULL, texture TEXT NOT NULL, x INTEGER NOT NULL, y INTEGER NOT NULL,
    width INTEGER NOT NULL, height INTEGER NOT NULL, ms REAL NOT NULL,
    PRIMARY KEY (run, file)
) WITHOUT ROWID
"""


class PredictionStore:
    """Verdicts of a project's runs, by run name and relative file; closes as a context manager.

    Attributes
    ----------
    path : the SQLite file, ``workbench.sqlite`` in the project
    """

    def __init__(self, project: Path) -> None:
        self.path = project / "workbench.sqlite"
        try:
            project.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(self.path, timeout=5.0)
            # Write-ahead logging lets both lanes work at once; network drives cannot do it and
            # answer with another mode, which is slower but safe.
            self._db.execute("PRAGMA journal_mode=WAL")
            with self._db:
                self._db.execute(_SCHEMA)
        except (sqlite3.Error, OSError) as error:
            raise RunError(
                "{path}: the project's database cannot be opened ({why}).",
                path=self.path,
                why=error,
            ) from error

    def __enter__(self) -> PredictionStore:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._db.close()

    def add(self, run: str, predictions: Iterable[Prediction], *, alone: bool = False) -> None:
        """Keep predictions, replacing those of the same run and file.

        `alone`: also drop all others of the run, which were said by weights it had before.
        """
        rows = [
            (run, p.file, p.score, p.defective, p.class_name, p.texture, *p.box, p.ms)
            for p in predictions
        ]
        try:
            with self._db:
                if alone:
                    self._db.execute("DELETE FROM prediction WHERE run = ?", (run,))
                self._db.executemany(
                    "INSERT OR REPLACE INTO prediction VALUES (?,?,?,?,?,?,?,?,?,?,?)", rows
                )
        except sqlite3.Error as error:
            raise RunError(
                "{path}: verdicts cannot be stored ({why}). Check free space and rights.",
                path=self.path,
                why=error,
            ) from error

    def of_run(self, run: str, places: dict[str, int]) -> dict[int, Prediction]:
        """A run's predictions by index; `places` gives the index of a relative file name."""
        rows = self._db.execute(
            "SELECT file, score, defective, class, texture, x, y, width, height, ms "
            "FROM prediction WHERE run = ?",
            (run,),
        )
        return {
            places[file]: Prediction(
                places[file], file, score, bool(defective), name, texture, (x, y, w, h), ms
            )
            for file, score, defective, name, texture, x, y, w, h, ms in rows
            if file in places
        }
