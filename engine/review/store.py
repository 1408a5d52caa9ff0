"""What people say of verdicts, in the project's SQLite file: one row an image and data set."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from engine.project.database import Database
from engine.review.messages import Review


class ReviewStore(Database):
    """Reviews of a project, by the data set's fingerprint and relative file."""

    def keep(self, fingerprint: str, file: str, review: Review | None) -> None:
        """Write one image's review in place of the one before; None removes it.

        Raises
        ------
        RunError
            The file cannot be written.
        """
        if review is not None:
            self.keep_all(fingerprint, (review,))
            return
        with self.writing() as db:
            db.execute("DELETE FROM review WHERE fingerprint = ? AND file = ?", (fingerprint, file))

    def keep_all(self, fingerprint: str, reviews: Iterable[Review]) -> None:
        """Write several images' reviews in one transaction.

        Raises
        ------
        RunError
            The file cannot be written.
        """
        rows = [
            (
                fingerprint,
                r.file,
                r.said,
                r.becomes,
                r.run,
                r.score,
                r.verdict,
                r.comment,
                r.reviewer,
                r.time,
            )
            for r in reviews
        ]
        with self.writing() as db:
            db.executemany("INSERT OR REPLACE INTO review VALUES (?,?,?,?,?,?,?,?,?,?)", rows)

    def of_data(self, fingerprint: str) -> list[Review]:
        """All reviews of a data set, in the order of file names.

        Raises
        ------
        RunError
            The file is damaged or locked for too long.
        """
        rows = self.rows(
            "SELECT file, said, becomes, run, score, verdict, comment, reviewer, time "
            "FROM review WHERE fingerprint = ? ORDER BY file",
            fingerprint,
        )
        return [Review(*row) for row in cast(list[Any], rows)]
