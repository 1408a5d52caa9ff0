"""The confusion matrix as a grid of cells, each with the images behind it. No widgets here."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from engine.evaluate.values import (
    ClassState,
    Evaluation,
    defective_rows,
    named_columns,
    right_cells,
)
from gui.words.terms import verdict_name

tr = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows are labels, columns verdicts.

    Attributes
    ----------
    rows, columns : names
    members : places in the test verdicts behind each cell, lowest score first
    tones : "right", "overkill", "escape" or "texture" of each cell
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    members: tuple[tuple[NDArray[np.int64], ...], ...]
    tones: tuple[tuple[str, ...], ...]

    def count(self, row: int, column: int) -> int:
        """Return how many images a cell holds."""
        return len(self.members[row][column])

    def total(self, row: int) -> int:
        """Return how many images a row holds."""
        return sum(len(each) for each in self.members[row])

    def first_mistake(self) -> tuple[int, int] | None:
        """Return the cell that is looked at first: escapes before overkills before textures."""
        for tone in ("escape", "overkill", "texture", "right"):
            for row, tones in enumerate(self.tones):
                for column, name in enumerate(tones):
                    if name == tone and self.count(row, column):
                        return row, column
        return None


def texture_name(texture: str) -> str:
    """Return the name of a subset."""
    return texture or tr("evaluate", "All textures")


def column_name(column: ClassState) -> str:
    """Return what a verdict says."""
    if column.defective is None:
        return column.name
    return f"{column.texture} {verdict_name(column.defective)}".strip()


def row_name(each: ClassState) -> str:
    """Return a labelled class: its kind of defect as the data set names it."""
    if each.defective is None:
        return each.name
    plain = f"{each.texture} {'defective' if each.defective else 'normal'}".strip()
    return column_name(each) if each.name == plain else each.name


def _tone(row: ClassState, column: ClassState, *, right: bool) -> str:
    if right:
        return "right"
    if row.defective is True and column.defective is False:
        return "escape"
    if row.defective is False and column.defective is True:
        return "overkill"
    return "texture"


def by_class(found: Evaluation, threshold: float, texture: str = "") -> Grid:
    """Every labelled class against what a verdict can be."""
    columns, right = found.columns, right_cells(found)
    named = named_columns(found, found.test, threshold)
    chosen = [number for number, each in enumerate(found.classes) if texture in ("", each.texture)]
    return Grid(
        tuple(row_name(found.classes[number]) for number in chosen),
        tuple(column_name(column) for column in columns),
        tuple(
            tuple(
                np.flatnonzero((found.test.classes == number) & (named == place))
                for place in range(len(columns))
            )
            for number in chosen
        ),
        tuple(
            tuple(
                _tone(found.classes[number], column, right=bool(right[number, place]))
                for place, column in enumerate(columns)
            )
            for number in chosen
        ),
    )


def by_state(found: Evaluation, threshold: float, texture: str = "") -> Grid:
    """Normal and defective images against passed and rejected: all, then texture by texture."""
    test = found.test
    bad, rejected = defective_rows(found, test), test.scores > threshold
    names, members, tones = [], [], []
    for subset in found.subsets:
        if texture and subset.texture != texture:
            continue
        mine = np.zeros(len(test), dtype=np.bool_)
        mine[subset.rows] = True
        for state in (False, True):
            of_texture = texture_name(subset.texture) if len(found.subsets) > 1 else ""
            names.append(f"{of_texture}: {verdict_name(state)}".lstrip(": "))
            members.append(
                tuple(
                    np.flatnonzero(mine & (bad == state) & (rejected == flag))
                    for flag in (False, True)
                )
            )
            tones.append(("escape", "right") if state else ("right", "overkill"))
    return Grid(
        tuple(names),
        (tr("evaluate", "passed"), tr("evaluate", "rejected")),
        tuple(members),
        tuple(tones),
    )
