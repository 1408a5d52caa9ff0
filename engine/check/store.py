"""What checks of data sets found, and what a person decided of it, in the project's database."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

from engine.core.errors import RunError
from engine.core.values import Problem
from engine.data.sample import DataSet
from engine.data.values import CheckItem
from engine.project.database import Database

Key = tuple[str, str, str]

PLAIN = frozenset({"mask", "lots", "ask", "note", "unread"})
"""Kinds of findings that the reader's own problems have too."""


class CheckStore(Database):
    """Findings and decisions by the data set's fingerprint: a changed set is another set."""

    def keep(self, data: DataSet, items: Sequence[CheckItem]) -> None:
        """Keep what a check found in place of what the one before found; decisions stay."""
        key, names = data.fingerprint, data.files
        rows = [
            (
                key,
                place,
                item.kind,
                item.problem.file,
                item.problem.template,
                json.dumps(item.problem.values, ensure_ascii=False),
                names[item.index] if item.index >= 0 else "",
                names[item.other] if item.other >= 0 else "",
                item.likeness,
            )
            for place, item in enumerate(items)
        ]
        with self.writing() as db:
            db.execute("DELETE FROM audit_item WHERE fingerprint = ?", (key,))
            db.executemany("INSERT INTO audit_item VALUES (?,?,?,?,?,?,?,?,?)", rows)
            db.execute("INSERT OR REPLACE INTO audit VALUES (?,?)", (key, _now()))

    def items(self, data: DataSet) -> tuple[CheckItem, ...] | None:
        """What was found in a data set; None if it was never checked."""
        key = data.fingerprint
        if not self.rows("SELECT made FROM audit WHERE fingerprint = ?", key):
            return None
        place = {file: number for number, file in enumerate(data.files)}
        rows = self.rows(
            "SELECT kind, file, template, filled, image, other, likeness FROM audit_item "
            "WHERE fingerprint = ? ORDER BY place",
            key,
        )
        try:
            return tuple(
                CheckItem(
                    kind,
                    Problem(file, template, _texts(filled), kind if kind in PLAIN else "file"),
                    place.get(image, -1),
                    place.get(other, -1),
                    likeness,
                )
                for kind, file, template, filled, image, other, likeness in cast(list[Any], rows)
            )
        except ValueError as error:
            raise RunError(
                "{path}: the project's database cannot be read ({why}).", path=self.path, why=error
            ) from error

    def decide(self, data: DataSet, decisions: Iterable[tuple[Key, str]]) -> None:
        """Remember decisions by key; "" opens a finding again."""
        made = _now()
        with self.writing() as db:
            for key, decision in decisions:
                db.execute(
                    "DELETE FROM audit_decision WHERE fingerprint = ? AND kind = ? AND file = ? "
                    "AND other = ?",
                    (data.fingerprint, *key),
                )
                if decision:
                    db.execute(
                        "INSERT INTO audit_decision VALUES (?,?,?,?,?,?)",
                        (data.fingerprint, *key, decision, made),
                    )

    def decisions(self, fingerprint: str) -> dict[Key, str]:
        """All decisions on a data set, by key."""
        rows = self.rows(
            "SELECT kind, file, other, decision FROM audit_decision WHERE fingerprint = ?",
            fingerprint,
        )
        return {
            (kind, file, other): decision for kind, file, other, decision in cast(list[Any], rows)
        }


def decided(items: Sequence[CheckItem], known: Mapping[Key, str]) -> tuple[CheckItem, ...]:
    """Findings with what was decided of them."""
    return tuple(replace(item, decision=known.get(item.key, "")) for item in items)


def left_out(items: Sequence[CheckItem]) -> frozenset[int]:
    """Images that the next data version is to be made without, by index."""
    return frozenset(item.leaves for item in items if item.leaves >= 0)


def _texts(filled: str) -> dict[str, str]:
    values = json.loads(filled)
    return {str(name): str(value) for name, value in values.items()}


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
