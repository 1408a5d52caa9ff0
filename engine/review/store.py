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
            # A review that is taken back was none: what was said before it stays.
            db.execute(
                "DELETE FROM review_history WHERE number = (SELECT MAX(h.number) FROM "
                "review_history h JOIN review r ON r.fingerprint = h.fingerprint AND r.file = "
                "h.file AND r.reviewer = h.reviewer AND r.time = h.time WHERE h.fingerprint = ? "
                "AND h.file = ?)",
                (fingerprint, file),
            )
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
            db.executemany(
                "INSERT INTO review_history (fingerprint, file, said, becomes, run, score, "
                "verdict, reviewer, time) VALUES (?,?,?,?,?,?,?,?,?)",
                [(*row[:7], *row[8:]) for row in rows],
            )

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

    def history(self, fingerprint: str) -> list[Review]:
        """All that was ever said of a data set's images, the earliest first.

        Raises
        ------
        RunError
            The file is damaged or locked for too long.
        """
        rows = self.rows(
            "SELECT file, said, becomes, run, score, verdict, reviewer, time FROM review_history "
            "WHERE fingerprint = ? ORDER BY number",
            fingerprint,
        )
        said = [
            Review(file, what, becomes, run, score, verdict, "", reviewer, time)
            for file, what, becomes, run, score, verdict, reviewer, time in cast(list[Any], rows)
        ]
        known = {(each.file, each.reviewer, each.time) for each in said}
        # Reviews from before their history was kept.
        early = [
            each
            for each in self.of_data(fingerprint)
            if (each.file, each.reviewer, each.time) not in known
        ]
        return [*early, *said]
