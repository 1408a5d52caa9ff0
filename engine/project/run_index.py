"""A copy of what runs came to, in the project's database, for anybody who can ask SQLite.

The runs' own folders count; a row is written when a run is listed and has changed since.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

from engine.core.values import RunSummary
from engine.project.database import Database

COLUMNS = (
    "name",
    "stamp",
    "state",
    "setting",
    "network",
    "kind",
    "parent",
    "fold",
    "folds",
    "seed",
    "iterations",
    "iteration",
    "seconds",
    "fingerprint",
    "threshold",
    "images",
    "defective",
    "accuracy",
    "auc",
    "overkills",
    "escapes",
)


class RunIndex(Database):
    """Rows by the run's name."""

    def update(self, runs: Iterable[RunSummary]) -> int:
        """Write the rows of runs that changed and drop those of runs that are gone.

        Returns how many were written or dropped.
        """
        rows = {run.name: _row(run) for run in runs}
        known = dict(cast(list[Any], self.rows("SELECT name, stamp FROM run")))
        changed = [row for name, row in rows.items() if known.get(name) != row[1]]
        gone = [(name,) for name in known if name not in rows]
        if changed or gone:
            marks = ",".join("?" * len(COLUMNS))
            with self.writing() as db:
                db.executemany(f"INSERT OR REPLACE INTO run VALUES ({marks})", changed)  # noqa: S608
                db.executemany("DELETE FROM run WHERE name = ?", gone)
        return len(changed) + len(gone)


def _row(run: RunSummary) -> tuple[object, ...]:
    recipe, test = run.recipe, run.test
    try:
        stamp = str((Path(run.path) / "run.toml").stat().st_mtime_ns)
    except OSError:
        stamp = ""
    return (
        run.name,
        f"{stamp} {run.state}",
        run.state,
        str(recipe.setting),
        recipe.network,
        run.kind,
        run.parent,
        recipe.fold,
        recipe.folds,
        recipe.seed,
        recipe.iterations,
        run.iteration,
        run.seconds,
        run.fingerprint,
        run.threshold,
        test.images if test else None,
        test.defective if test else None,
        test.accuracy if test else None,
        test.auc if test else None,
        test.overkills if test else None,
        test.escapes if test else None,
    )
