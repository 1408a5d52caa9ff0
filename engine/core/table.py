"""A table whose columns are declared once: for a window, a file, a terminal and a script."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import Any, Generic, TypeVar

R = TypeVar("R")
S = TypeVar("S")
Cell = str | int | float | bool | tuple[float, float] | None
"""A value as it was measured; None where it is not defined. Intervals are pairs."""


def plain(cell: Cell) -> str:
    """Return a cell in full precision; "" where it is not defined."""
    if not _defined(cell):
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    # repr is the shortest text that reads back as the same number.
    return repr(cell) if isinstance(cell, float) else str(cell)


FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""A spreadsheet runs a cell that begins so; a file of that name came from somebody."""


def harmless(cell: Cell) -> str:
    """Return a cell for a spreadsheet: text that it would run stands behind an apostrophe."""
    text = plain(cell)
    return f"'{text}" if isinstance(cell, str) and text.startswith(FORMULA) else text


def _defined(cell: Cell) -> bool:
    return cell is not None and not (isinstance(cell, float) and math.isnan(cell))


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """What a column is of every record.

    Attributes
    ----------
    name
        Its head, in the reader's language; "" where only scripts get it.
    value
        A record's cell.
    show
        How people read a cell.
    tip
        What more is to be known of it.
    key
        What scripts call it; "" where they do not get it.
    text
        Words, which stand left; numbers stand right.
    """

    name: str
    value: Callable[[R], Any]
    show: Callable[[Any], str] = plain
    tip: str = ""
    key: str = ""
    text: bool = False

    def shown(self, record: R) -> str:
        """Return a record's cell as people read it."""
        return self.show(self.value(record))


Columns = tuple[Column[R], ...]


def of(inner: Callable[[R], S | None], columns: Sequence[Column[S]]) -> Columns[R]:
    """Return the columns of something that a record holds; empty where it holds none."""

    def outer(column: Column[S]) -> Column[R]:
        def value(record: R) -> Any:
            held = inner(record)
            return None if held is None else column.value(held)

        return Column(column.name, value, column.show, column.tip, column.key, column.text)

    return tuple(outer(column) for column in columns)


@dataclass(frozen=True, slots=True)
class Table(Generic[R]):
    """Records under columns; cells are worked out when they are asked for."""

    columns: Columns[R]
    records: Sequence[R]

    def __len__(self) -> int:
        return len(self.records)

    @property
    def heads(self) -> tuple[str, ...]:
        """The columns' names."""
        return tuple(column.name for column in self.columns)

    @property
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """All cells as they were measured."""
        return tuple(tuple(c.value(record) for c in self.columns) for record in self.records)

    @property
    def shown(self) -> tuple[tuple[str, ...], ...]:
        """All cells as people read them."""
        return tuple(tuple(c.shown(record) for c in self.columns) for record in self.records)

    @property
    def tsv(self) -> str:
        """The table in full precision as a spreadsheet takes it from the clipboard."""
        lines = [self.heads, *(tuple(harmless(cell) for cell in row) for row in self.rows)]
        clean = str.maketrans("\t\r\n", "   ")
        return "\n".join("\t".join(cell.translate(clean) for cell in line) for line in lines)

    @property
    def csv(self) -> str:
        """The table in full precision as a file (RFC 4180) for a spreadsheet."""
        return self._written("\r\n", harmless)

    def written(self, end: str) -> str:
        """Return the table as a file that we read again, letter by letter as it is."""
        return self._written(end, plain)

    def _written(self, end: str, cell: Callable[[Cell], str]) -> str:
        text = io.StringIO()
        writer = csv.writer(text, lineterminator=end)
        writer.writerow(self.heads)
        writer.writerows([[cell(each) for each in row] for row in self.rows])
        return text.getvalue()

    def json(self) -> list[dict[str, Any]]:
        """Return what scripts get: a record's cells by their keys, None where undefined."""
        kept = [column for column in self.columns if column.key]

        def cells(record: R) -> dict[str, Any]:
            pairs = ((column.key, column.value(record)) for column in kept)
            return {key: cell if _defined(cell) else None for key, cell in pairs}

        return [cells(record) for record in self.records]

    @property
    def for_people(self) -> Table[R]:
        """The table without the columns that only scripts get."""
        return replace(self, columns=tuple(column for column in self.columns if column.name))


def listed(heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Table[Sequence[Cell]]:
    """Return cells that were worked out before as a table; the first column is of words."""
    columns: Columns[Sequence[Cell]] = tuple(
        Column(name, itemgetter(n), text=n == 0) for n, name in enumerate(heads)
    )
    return Table(columns, rows)


def side_by_side(columns: Sequence[Column[S]], *records: S) -> list[tuple[Cell, ...]]:
    """Return a row a column: its name, then its cell of every record."""
    return [(column.name, *(column.value(each) for each in records)) for column in columns]
