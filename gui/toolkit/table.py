"""Numbers as a table to take along, in full precision. No widgets here."""

from __future__ import annotations

import csv
import io
import math
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

tr = QCoreApplication.translate
Cell = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads; None is an empty cell."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def tsv(self) -> str:
        """The table as a spreadsheet takes it from the clipboard."""
        lines = [self.heads, *(tuple(_plain(cell) for cell in row) for row in self.rows)]
        clean = str.maketrans("\t\r\n", "   ")
        return "\n".join("\t".join(cell.translate(clean) for cell in line) for line in lines)

    @property
    def csv(self) -> str:
        """The table as a file (RFC 4180)."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow(self.heads)
        writer.writerows([[_plain(cell) for cell in row] for row in self.rows])
        return text.getvalue()


def _plain(cell: Cell) -> str:
    if cell is None or (isinstance(cell, float) and math.isnan(cell)):
        return ""
    if isinstance(cell, bool):
        return tr("tables", "yes") if cell else tr("tables", "no")
    # repr is the shortest text that reads back as the same number.
    return repr(cell) if isinstance(cell, float) else str(cell)
