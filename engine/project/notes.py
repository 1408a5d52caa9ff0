"""Notes and tags of runs, in the project's database.

A run that goes into the bin takes its note along as a file, so that one that is taken out of the
bin has it again.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any, cast

from engine.core.errors import DataError, RunError
from engine.core.files import write_atomic
from engine.core.outside import DAMAGED, read_json
from engine.core.values import LONGEST_NOTE, RunNote
from engine.project.database import NAME, Database

FILE = "note.json"


class NoteStore(Database):
    """Notes by the run's name."""

    def keep(self, note: RunNote) -> RunNote:
        """Keep a note; returns it as it is kept, tags sorted and once each.

        Raises
        ------
        DataError
            It is too long.
        """
        if len(note.text) > LONGEST_NOTE:
            raise DataError("The note is too long: {n} characters at most.", n=LONGEST_NOTE)
        tags = tuple(sorted({"-".join(tag.split()) for tag in note.tags if tag.strip()}))
        clean = RunNote(note.run, note.text.strip(), tags)
        with self.writing() as db:
            db.execute("DELETE FROM run_note WHERE run = ?", (note.run,))
            if clean.text or clean.tags:
                db.execute(
                    "INSERT INTO run_note VALUES (?,?,?,?)",
                    (clean.run, clean.text, " ".join(clean.tags), _now()),
                )
        return clean

    def all(self) -> tuple[RunNote, ...]:
        """Every note; those of runs taken out of the bin are kept here again."""
        self._take_back()
        rows = cast(list[Any], self.rows("SELECT run, text, tags FROM run_note ORDER BY run"))
        return tuple(RunNote(run, text, tuple(tags.split())) for run, text, tags in rows)

    def send_along(self, folder: Path) -> None:
        """Write a run's note into its folder, if it has one."""
        note = next((note for note in self.all() if note.run == folder.name), None)
        if note is not None:
            values = {"text": note.text, "tags": list(note.tags)}
            write_atomic(folder / FILE, json.dumps(values, ensure_ascii=False) + "\n")

    def forget(self, run: str) -> None:
        """Forget what is said of a run that is gone; its name is not used again."""
        with self.writing() as db:
            for table in ("run_note", "prediction", "run"):
                column = "name" if table == "run" else "run"
                db.execute(f"DELETE FROM {table} WHERE {column} = ?", (run,))  # noqa: S608
            db.execute("INSERT OR REPLACE INTO binned VALUES (?,?)", (run, _now()))

    def binned(self) -> frozenset[str]:
        """Names of runs that were put into the bin."""
        rows = cast(list[Any], self.rows("SELECT run FROM binned"))
        return frozenset(run for (run,) in rows)

    def _take_back(self) -> None:
        for file in (self.path.parent / "runs").glob(f"*/{FILE}"):
            try:
                values = read_json(file)
                note = RunNote(file.parent.name, str(values["text"]), tuple(values["tags"]))
                self.keep(note)
                file.unlink()
            except DAMAGED:
                continue  # a note is no reason to hide a run


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


def names_in_bin(project: Path) -> frozenset[str]:
    """Names of runs that were put into the bin; none where the database cannot be read."""
    if not (project / NAME).is_file():
        return frozenset()
    try:
        with NoteStore(project) as store:
            return store.binned()
    except RunError:
        return frozenset()  # a new run is worth more than a name
