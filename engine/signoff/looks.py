"""How often a proof is looked at, so that its level holds over all looks.

The exact bound holds for one look. Who adds parts and looks again until it passes proves a true
escape rate of 5 % in 11 % (up to 200 parts) or 20 % (up to 600) of cases. So either the number of
parts or the number of looks is written down beforehand, and every look is kept:

- without a plan one look counts, with the whole level;
- a plan of *parts* has its look when that many parts are judged;
- a plan of *looks* spends the level in equal shares (Bonferroni: the sum over looks is the level,
  whatever they have in common).

A plan counts parts that nobody had looked at when it was made.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from engine.core.errors import DataError
from engine.core.values import Sentence
from engine.project.database import Database
from engine.signoff.messages import Look, Plan

PARTS, LOOKS = "parts", "looks"
MOST_LOOKS = 20

WHY_SPENT = Sentence(
    "The parts of this project were looked at before, with fewer of them or others, and one look "
    "was all that counts without a plan. Plan the looks beforehand; parts that come after the plan "
    "count."
)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a look stands.

    Attributes
    ----------
    level : confidence that this look's bound is worked out with
    spent : why this look can prove nothing, None if it can
    """

    level: float
    spent: Sentence | None = None


class PlanStore(Database):
    """Plans and looks in the project's database, by the classes that are told apart."""

    def plan(self, classes: Sequence[str], limit: float, confidence: float) -> Plan | None:
        """The newest plan for a statement."""
        rows = self.rows(
            "SELECT number, kind, amount, share, confidence, made FROM sign_off_plan "
            "WHERE classes = ? ORDER BY number DESC",
            _key(classes),
        )
        for number, kind, amount, share, sure, made in cast(list[Any], rows):
            if abs(share - limit) < 1e-9 and abs(sure - confidence) < 1e-9:
                return Plan(number, kind, amount, share, sure, made)
        return None

    def make(
        self, classes: Sequence[str], kind: str, amount: int, limit: float, confidence: float
    ) -> Plan:
        """Write a plan down.

        Raises
        ------
        DataError
            It plans nothing.
        """
        most = MOST_LOOKS if kind == LOOKS else 10_000_000
        if kind not in (PARTS, LOOKS) or not 1 <= amount <= most:
            raise DataError(
                "A plan is of 1 or more parts, or of 1 to {most} looks.", most=MOST_LOOKS
            )
        with self.writing() as db:
            db.execute(
                "INSERT INTO sign_off_plan (classes, kind, amount, share, confidence, made) "
                "VALUES (?,?,?,?,?,?)",
                (_key(classes), kind, amount, limit, confidence, _now()),
            )
        made = self.plan(classes, limit, confidence)
        assert made is not None
        return made

    def looks(self, classes: Sequence[str]) -> list[tuple[Look, frozenset[str]]]:
        """All looks so far, the first one first, with the parts that each counted."""
        rows = self.rows(
            "SELECT run, share, confidence, defective, escapes, upper, passed, parts, made "
            "FROM sign_off_look WHERE classes = ? ORDER BY number",
            _key(classes),
        )
        result = []
        for run, share, sure, defective, escapes, upper, passed, parts, made in cast(
            list[Any], rows
        ):
            look = Look(run, share, sure, defective, escapes, upper, bool(passed), made)
            result.append((look, frozenset(_names(parts))))
        return result

    def keep(self, classes: Sequence[str], look: Look, parts: Sequence[str]) -> None:
        """Keep a look."""
        with self.writing() as db:
            db.execute(
                "INSERT INTO sign_off_look (classes, run, share, confidence, defective, escapes, "
                "upper, passed, parts, made) VALUES (?,?,?,?,?,?,?,?,?,?)",
                (
                    _key(classes),
                    look.run,
                    look.limit,
                    look.confidence,
                    look.defective,
                    look.escapes,
                    look.upper,
                    look.passed,
                    json.dumps(sorted(parts)),
                    look.made,
                ),
            )


def new_parts(
    plan: Plan | None, looks: Sequence[tuple[Look, frozenset[str]]], parts: Sequence[str]
) -> frozenset[str]:
    """Parts that count: all without a plan, else those nobody had looked at when it was made."""
    if plan is None:
        return frozenset(parts)
    before = {name for look, names in looks if look.made < plan.made for name in names}
    return frozenset(parts) - before


def place(
    plan: Plan | None,
    looks: Sequence[tuple[Look, frozenset[str]]],
    parts: frozenset[str],
    confidence: float,
) -> Standing:
    """Where a look at these parts stands among those before it; the same parts are the same look.

    Parameters
    ----------
    looks
        All looks so far.
    parts
        Defective parts that count, as :func:`new_parts` says.
    """
    mine = [(k, names) for k, names in looks if plan is None or k.made >= plan.made]
    earlier: list[frozenset[str]] = []
    for _, names in mine:
        if names == parts:
            break
        if names not in earlier:
            earlier.append(names)
    if plan is None:
        return Standing(confidence, WHY_SPENT if earlier else None)
    if plan.kind == PARTS:
        if len(parts) < plan.amount:
            return Standing(
                confidence,
                Sentence(
                    "{n} of the {all} defective parts planned are judged: nothing is proven before "
                    "all are.",
                    {"n": str(len(parts)), "all": str(plan.amount)},
                ),
            )
        done = any(len(names) >= plan.amount for names in earlier)
        words = Sentence(
            "The {all} parts planned were looked at before. Plan anew; parts that come after the "
            "plan count.",
            {"all": str(plan.amount)},
        )
        return Standing(confidence, words if done else None)
    level = 1 - (1 - confidence) / plan.amount
    if len(earlier) >= plan.amount:
        words = Sentence(
            "All {all} looks planned were taken. Plan anew; parts that come after the plan count.",
            {"all": str(plan.amount)},
        )
        return Standing(level, words)
    return Standing(level)


def _key(classes: Sequence[str]) -> str:
    return json.dumps(sorted(classes), ensure_ascii=False)


def _names(text: str) -> list[str]:
    try:
        return [str(name) for name in json.loads(text)]
    except (ValueError, TypeError, RecursionError):
        return []


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="microseconds")
