"""The project's SQLite file: one connection a use, short transactions, every table listed here.

The file can be opened with any SQLite browser. What it says of runs is a copy: a run's own folder
counts. Reviews, notes and sign-offs are nowhere else, so tables are only ever added to.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from engine.core.errors import RunError

NAME = "workbench.sqlite"

BUSY_SECONDS = 5.0
"""How long a lane waits for the other one's transaction."""

SCHEMA = (
    # Verdicts of finished runs on images of their data set, by its relative file names.
    """
    CREATE TABLE IF NOT EXISTS prediction (
        run TEXT NOT NULL, file TEXT NOT NULL, score REAL NOT NULL, defective INTEGER NOT NULL,
        class TEXT NOT NULL, texture TEXT NOT NULL, x INTEGER NOT NULL, y INTEGER NOT NULL,
        width INTEGER NOT NULL, height INTEGER NOT NULL, ms REAL NOT NULL,
        PRIMARY KEY (run, file)
    ) WITHOUT ROWID
    """,
    # What made a run's verdicts: see engine.project.judging.
    "CREATE TABLE IF NOT EXISTS judged_by (run TEXT PRIMARY KEY, mark TEXT NOT NULL)",
    # How often a proof may be looked at, written down before; `classes` says of which inspectors.
    """
    CREATE TABLE IF NOT EXISTS sign_off_plan (
        number INTEGER PRIMARY KEY AUTOINCREMENT, classes TEXT NOT NULL, kind TEXT NOT NULL,
        amount INTEGER NOT NULL, share REAL NOT NULL, confidence REAL NOT NULL, made TEXT NOT NULL
    )
    """,
    # Every look at a proof; `parts` are the files of the defective parts it counted.
    """
    CREATE TABLE IF NOT EXISTS sign_off_look (
        number INTEGER PRIMARY KEY AUTOINCREMENT, classes TEXT NOT NULL, run TEXT NOT NULL,
        share REAL NOT NULL, confidence REAL NOT NULL, defective INTEGER NOT NULL,
        escapes INTEGER NOT NULL, upper REAL NOT NULL, passed INTEGER NOT NULL,
        parts TEXT NOT NULL, made TEXT NOT NULL
    )
    """,
    # What was found wrong with a data set when every file was last checked, by its fingerprint.
    """
    CREATE TABLE IF NOT EXISTS audit_item (
        fingerprint TEXT NOT NULL, place INTEGER NOT NULL, kind TEXT NOT NULL, file TEXT NOT NULL,
        template TEXT NOT NULL, filled TEXT NOT NULL, image TEXT NOT NULL, other TEXT NOT NULL,
        likeness REAL NOT NULL, PRIMARY KEY (fingerprint, place)
    ) WITHOUT ROWID
    """,
    # That a data set was checked at all, though nothing was found.
    "CREATE TABLE IF NOT EXISTS audit (fingerprint TEXT PRIMARY KEY, made TEXT NOT NULL)",
    # What a person decided of a finding.
    """
    CREATE TABLE IF NOT EXISTS audit_decision (
        fingerprint TEXT NOT NULL, kind TEXT NOT NULL, file TEXT NOT NULL, other TEXT NOT NULL,
        decision TEXT NOT NULL, made TEXT NOT NULL, PRIMARY KEY (fingerprint, kind, file, other)
    ) WITHOUT ROWID
    """,
    # What runs came to: a copy, brought up to date when they are listed.
    """
    CREATE TABLE IF NOT EXISTS run (
        name TEXT PRIMARY KEY, stamp TEXT NOT NULL, state TEXT NOT NULL, setting TEXT NOT NULL,
        network TEXT NOT NULL, kind TEXT NOT NULL, parent TEXT NOT NULL, fold INTEGER NOT NULL,
        folds INTEGER NOT NULL, seed INTEGER NOT NULL, iterations INTEGER NOT NULL,
        iteration INTEGER NOT NULL, seconds REAL NOT NULL, fingerprint TEXT NOT NULL,
        threshold REAL NOT NULL, images INTEGER, defective INTEGER, accuracy REAL, auc REAL,
        overkills INTEGER, escapes INTEGER
    )
    """,
    # What a person wrote of a run; tags are separated by spaces.
    """
    CREATE TABLE IF NOT EXISTS run_note (
        run TEXT PRIMARY KEY, text TEXT NOT NULL, tags TEXT NOT NULL, made TEXT NOT NULL
    )
    """,
    # Runs that were put into the bin: their names are not used again.
    "CREATE TABLE IF NOT EXISTS binned (run TEXT PRIMARY KEY, made TEXT NOT NULL)",
    # What people say of verdicts, by the data set's fingerprint and its relative file names.
    """
    CREATE TABLE IF NOT EXISTS review (
        fingerprint TEXT NOT NULL, file TEXT NOT NULL, said TEXT NOT NULL, becomes TEXT NOT NULL,
        run TEXT NOT NULL, score REAL NOT NULL, verdict TEXT NOT NULL, comment TEXT NOT NULL,
        reviewer TEXT NOT NULL, time TEXT NOT NULL,
        PRIMARY KEY (fingerprint, file)
    ) WITHOUT ROWID
    """,
    # What everybody ever said of an image: a review takes the place of the one before, this stays.
    """
    CREATE TABLE IF NOT EXISTS review_history (
        number INTEGER PRIMARY KEY AUTOINCREMENT, fingerprint TEXT NOT NULL, file TEXT NOT NULL,
        said TEXT NOT NULL, becomes TEXT NOT NULL, run TEXT NOT NULL, score REAL NOT NULL,
        verdict TEXT NOT NULL, reviewer TEXT NOT NULL, time TEXT NOT NULL
    )
    """,
    # Inspections of folders that belong to no data set; `weights` is the hash of those that judged.
    """
    CREATE TABLE IF NOT EXISTS inspection (
        number INTEGER PRIMARY KEY AUTOINCREMENT, run TEXT NOT NULL, weights TEXT NOT NULL,
        folder TEXT NOT NULL, out TEXT NOT NULL, csv TEXT NOT NULL, heat TEXT NOT NULL,
        began TEXT NOT NULL, watched INTEGER NOT NULL, threshold REAL NOT NULL,
        fingerprint TEXT NOT NULL, has_normal INTEGER NOT NULL, familiarity TEXT NOT NULL
    )
    """,
    # Their files, in the order of inspection; `problem` is "" where there is a verdict.
    """
    CREATE TABLE IF NOT EXISTS inspected (
        inspection INTEGER NOT NULL, number INTEGER NOT NULL, file TEXT NOT NULL,
        time TEXT NOT NULL, score REAL, defective INTEGER, class TEXT, texture TEXT, x INTEGER,
        y INTEGER, width INTEGER, height INTEGER, ms REAL, distance REAL, unlike INTEGER NOT NULL,
        problem TEXT NOT NULL, PRIMARY KEY (inspection, number)
    ) WITHOUT ROWID
    """,
    # Which file each of them was, as it was then: its path in bytes, size and time of change.
    """
    CREATE TABLE IF NOT EXISTS inspected_version (
        inspection INTEGER NOT NULL, number INTEGER NOT NULL, path BLOB NOT NULL,
        size INTEGER NOT NULL, changed INTEGER NOT NULL, PRIMARY KEY (inspection, number)
    ) WITHOUT ROWID
    """,
)


CURES = {
    ("locked", "busy"): "{path}: another program is using the project's database ({why}). Close "
    "it, or wait until it is done, and try again.",
    (
        "disk is full",
        "disk i/o error",
    ): "{path}: the disk is full or does not answer ({why}). Free some space and try again; what "
    "is there can still be read.",
    ("readonly", "read-only"): "{path}: the project cannot be written ({why}). Check the folder's "
    "rights; what is there can still be read.",
    (
        "malformed",
        "not a database",
        "corrupt",
    ): "{path}: the project's database is damaged ({why}). Restore it from a copy, or move it "
    "away: runs stay, and their verdicts are made anew.",
}
"""What SQLite says, and what helps."""

OTHERWISE = {
    "open": "{path}: the project's database cannot be opened ({why}).",
    "read": "{path}: the project's database cannot be read ({why}).",
    "write": "{path}: the project's database cannot be written ({why}). Check free space and "
    "rights.",
}
"""What is said of anything else, by what was tried."""


def explained(path: Path, error: Exception, tried: str) -> RunError:
    """An error of SQLite's as a sentence with a cure; `tried` is a key of `OTHERWISE`."""
    words = str(error).lower()
    for signs, template in CURES.items():
        if any(sign in words for sign in signs):
            return RunError(template, path=path, why=error)
    return RunError(OTHERWISE[tried], path=path, why=error)


class Database:
    """An open project database; closes as a context manager.

    Where the project cannot be written - a full disk, a read-only one - what is there is read.

    Attributes
    ----------
    path : the file, ``workbench.sqlite`` in the project
    read_only : nothing can be written

    Raises
    ------
    RunError
        The file cannot be opened or is no database.
    """

    def __init__(self, project: Path) -> None:
        self.path = project / NAME
        self.read_only = False
        try:
            project.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(self.path, timeout=BUSY_SECONDS)
            try:
                # Write-ahead logging lets both lanes work at once; network drives cannot do it and
                # answer with another mode, which is slower but safe.
                self._db.execute("PRAGMA journal_mode=WAL")
                with self._db:
                    for table in SCHEMA:
                        self._db.execute(table)
            except sqlite3.Error:
                self._db.close()
                raise
        except (sqlite3.Error, OSError) as error:
            if not _unwritable(error) or not self._open_to_read():
                raise explained(self.path, error, "open") from error
        # Text that is no UTF-8 must not hide what else is there.
        self._db.text_factory = lambda raw: raw.decode("utf-8", "replace")

    def _open_to_read(self) -> bool:
        """Open what is there without touching the disk; False if it cannot be read either."""
        if not self.path.is_file():
            # Nothing was ever kept here: an empty database in memory answers so.
            self._db = sqlite3.connect(":memory:")
            for table in SCHEMA:
                self._db.execute(table)
            self.read_only = True
            return True
        for how in ("mode=ro", "mode=ro&immutable=1"):
            try:
                self._db = sqlite3.connect(f"{self.path.absolute().as_uri()}?{how}", uri=True)
                self._db.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()
                self.read_only = True
                return True
            except sqlite3.Error:
                self._db.close()
        return False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._db.close()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it or, if anything fails, nothing.

        Raises
        ------
        RunError
            The disk is full or cannot be written, or the file is locked for too long.
        """
        if self.read_only:
            raise RunError(
                "{path}: the project cannot be written. Check free space and the folder's rights; "
                "what is there can still be read.",
                path=self.path,
            )
        try:
            with self._db:
                yield self._db
        except sqlite3.Error as error:
            raise explained(self.path, error, "write") from error

    def rows(self, query: str, *values: object) -> list[tuple[object, ...]]:
        """All rows of a query, its ``?`` filled with `values`.

        Raises
        ------
        RunError
            The file is damaged or locked for too long.
        """
        try:
            return self._db.execute(query, values).fetchall()
        except sqlite3.Error as error:
            if self.read_only and "no such table" in str(error):
                return []  # of a version before this table
            raise explained(self.path, error, "read") from error


def _unwritable(error: Exception) -> bool:
    """Whether an error is one of writing, so that reading may still work."""
    if isinstance(error, OSError):
        return True
    words = str(error).lower()
    return any(sign in words for sign in ("full", "i/o", "readonly", "read-only", "unable to open"))
