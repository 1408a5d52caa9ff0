"""A table says the same to people, files and scripts."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass

import pytest

from cli.terminal import table
from engine.core.table import Column, Columns, Table, listed, of, plain, side_by_side


@dataclass(frozen=True)
class Rates:
    escape: float | None
    interval: tuple[float, float] | None


@dataclass(frozen=True)
class Run:
    name: str
    images: int
    test: Rates | None = None


def columns() -> Columns[Run]:
    rates: Columns[Rates] = (
        Column("escape", lambda test: test.escape, dash, "of defects", key="escape"),
        Column("", lambda test: test.interval, key="interval"),
    )
    return (
        Column("run", lambda run: run.name, key="run", text=True),
        Column("images", lambda run: run.images, "{:,}".format),
        *of(lambda run: run.test, rates),
    )


def dash(value: float | None) -> str:
    return "-" if value is None else f"{value:.1%}"


THIRD = 1 / 3
RUNS = [
    Run("a,\tb", 1200, Rates(THIRD, (0.1, 0.5))),
    Run("c", 7, Rates(float("nan"), None)),
    Run("d", 0),
]


def test_files_have_every_digit_and_people_what_they_read():
    found = Table(columns(), RUNS)
    assert found.heads == ("run", "images", "escape", "")
    assert found.rows[0] == ("a,\tb", 1200, THIRD, (0.1, 0.5))
    assert found.shown[0][:3] == ("a,\tb", "1,200", "33.3%")
    assert found.shown[2][2] == "-"
    read = list(csv.reader(io.StringIO(found.csv)))
    assert [row[:3] for row in read[1:]] == [
        ["a,\tb", "1200", repr(THIRD)], ["c", "7", ""], ["d", "0", ""],
    ]  # fmt: skip
    assert float(read[1][2]) == THIRD
    assert found.tsv.splitlines()[1].startswith(f"a, b\t1200\t{THIRD!r}")
    assert found.csv == found.written("\n").replace("\n", "\r\n")


def test_scripts_get_what_has_a_key_and_null_for_what_is_undefined():
    found = Table(columns(), RUNS).json()
    assert found == [
        {"run": "a,\tb", "escape": THIRD, "interval": (0.1, 0.5)},
        {"run": "c", "escape": None, "interval": None},
        {"run": "d", "escape": None, "interval": None},
    ]
    json.dumps(found, allow_nan=False)


def test_people_do_not_see_columns_without_a_name():
    assert Table(columns(), RUNS).for_people.heads == ("run", "images", "escape")


def test_columns_of_something_held_keep_all_but_their_records():
    escape = columns()[2]
    assert (escape.tip, escape.key, escape.text) == ("of defects", "escape", False)
    assert escape.value(RUNS[2]) is None
    assert escape.shown(RUNS[0]) == "33.3%"


def test_cells_are_worked_out_when_they_are_asked_for():
    asked = []
    slow: Columns[int] = (Column("n", lambda n: asked.append(n) or n),)
    found = Table(slow, range(100_000))
    assert len(found) == 100_000 and not asked
    assert found.columns[0].shown(99_999) == "99999" and asked == [99_999]


def test_lists_and_pairs_become_tables():
    found = listed(("what", "n"), [("x", 1), ("y", None)])
    assert [column.text for column in found.columns] == [True, False]
    assert found.shown == (("x", "1"), ("y", ""))
    assert side_by_side(columns()[:2], *RUNS[:2]) == [("run", "a,\tb", "c"), ("images", 1200, 7)]


def test_a_terminal_aligns_columns():
    assert table(listed(("", "n"), [("long", 1), ("x", 22)])).splitlines() == [
        "      n", "----  --", "long  1", "x     22",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "text"),
    [(None, ""), (float("nan"), ""), (True, "yes"), (False, "no"), (0, "0"), (0.1, "0.1")],
)
def test_plain_cells(cell: object, text: str):
    assert plain(cell) == text
