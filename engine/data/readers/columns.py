"""Which column of a table is what: by its heading, by what stands below it, or as a user said."""

from __future__ import annotations

from collections.abc import Mapping

from engine.core.errors import DataError
from engine.data.header import ENDINGS
from engine.data.readers.listing import DEFECT_NAMES, NORMAL_NAMES, folded, split_name
from engine.data.readers.names import Names
from engine.data.readers.tables import Table
from engine.data.readers.tree import Folder

STATE = "label_state"
"""Heading of a column that says "normal" or "defective" whatever the kind of defect is called.
Manifests of data versions have it: a kind may be called like a word that means a state."""

ELLIPSE = "region_ellipse"
"""Heading of a column with a region given as an ellipse: x, y, half axes, angle in radians."""

REGION_MARKS = "region_marks"
"""Heading of a column with what other tools drew, as JSON."""

MORE = "more_masks"
"""Heading of a column with further masks of an image, with | between them."""

ROLES: dict[str, tuple[str, ...]] = {
    "image": (
        *("file", "path", "image", "filename", "file_name", "image_path", "img", "file path"),
        *("filepath", "image_name", "imagename", "image name", "file name", "image_id", "imageid"),
        *("datei", "dateiname", "bild", "bilddatei", "파일", "파일명", "이미지", "fichier"),
    ),
    "class": (
        *("class", "texture", "product", "category", "dagm_class", "object", "produkt", "제품"),
    ),
    "defect": (
        *("defect", "defective", "label", "is_defect", "anomaly", "target", "result", "defects"),
        *("labels", "is_anomaly", "defect_type", "klasse", "fehler", "befund", "urteil", "판정"),
        *("불량", "라벨", "결과", "결함", "verdict"),
    ),
    "mask": ("mask", "mask_path", "region", "ground_truth", "maske", "mask path", "마스크"),
    "group": ("group", "part", "lot", "date", "batch", "serial", "charge", "로트"),
    "split": ("split", "subset", "set", "fold_name", "train_test"),
    "state": (STATE,),
    "ellipse": (ELLIPSE,),
    "marks": (REGION_MARKS,),
    "more": (MORE,),
}
"""Headings understood for each role, in order of preference."""

MOST_KINDS = 50
"""Different cells of a column that may be kinds of defect."""

LOOKED_AT = 200
"""Rows that are looked at to find out."""

_PICTURES = tuple(ending for endings in ENDINGS.values() for ending in endings)


def assign_columns(header: list[str], given: Mapping[str, str]) -> dict[str, str]:
    """Map roles to headings: those given by the user first, the rest by name."""
    lower = {name.strip().lower(): name for name in header}
    result: dict[str, str] = {}
    assigned = {heading for heading in given.values() if heading}
    for role, names in ROLES.items():
        if given.get(role):
            if given[role] not in header:
                raise DataError(
                    "The manifest has no column '{column}'. Its columns are: {header}.",
                    column=given[role],
                    header=", ".join(header),
                )
            result[role] = given[role]
            continue
        for name in names:
            if name in lower and lower[name] not in {*result.values(), *assigned}:
                result[role] = lower[name]
                break
    return result


def guess_columns(
    table: Table, roles: dict[str, str], names: Names, folder: Folder | None
) -> set[str]:
    """Add the columns that headings do not tell, by what stands below them; returns their roles."""
    guessed: set[str] = set()
    rest = [heading for heading in table.header if heading not in roles.values()]
    if "image" not in roles:
        best = max(rest, key=lambda h: _pictures(table.column(h), names, folder), default="")
        if best and _pictures(table.column(best), names, folder) >= 0.5:
            roles["image"] = best
            guessed.add("image")
            rest.remove(best)
    # A heading such as "class" may stand over kinds of defect.
    if "image" in roles and "defect" not in roles and "state" not in roles:
        if "class" in roles and _score(table.column(roles["class"])) >= 3:
            return guessed  # read as it is: a class that is called normal
        scores = {heading: _score(table.column(heading)) for heading in rest}
        best = max(rest, key=lambda h: scores[h], default="")
        if best and (scores[best] >= 3 or (scores[best] and "class" not in roles)):
            roles["defect"] = best
            guessed.add("defect")
    return guessed


def _pictures(cells: list[str], names: Names, folder: Folder | None) -> float:
    """Share of cells that name a picture that is there."""
    spread = [cell for cell in cells[:: max(1, len(cells) // LOOKED_AT)] if cell.strip()]
    if not spread:
        return 0.0
    # A number may be called like a picture without its ending: a table is not a list for that.
    named = [c for c in spread if c.strip().lower().endswith(_PICTURES) or not _is_number(c)]
    return sum(bool(names.find(cell, folder)) for cell in named) / len(spread)


def _is_number(cell: str) -> bool:
    try:
        float(cell.replace(",", "."))
    except ValueError:
        return False
    return True


def _score(cells: list[str]) -> int:
    """How much a column looks like labels: 3 sure, 1 perhaps, 0 not."""
    kinds = {folded(cell) for cell in cells}
    if probabilities(cells):
        return 3
    if len(kinds) < 2 or len(kinds) > MOST_KINDS or all(split_name(kind) for kind in kinds):
        return 0
    said = kinds & (NORMAL_NAMES | {"0.0", "none", "false", "no"})
    if said:
        return 4 if kinds & DEFECT_NAMES or len(kinds) == 2 else 3
    if all(map(_is_number, kinds)):
        return 0
    return 1


def probabilities(cells: list[str]) -> list[float]:
    """The different values of a column of probabilities; [] if it is none.

    Shares of 0 and 1 alone are labels.
    """
    kinds = {cell.strip() for cell in cells} - {""}
    if not kinds:
        return []
    try:
        values = sorted({float(kind.replace(",", ".")) for kind in kinds})
    except ValueError:
        return []
    inside = all(0 <= value <= 1 for value in values)
    return values if inside and not set(values) <= {0.0, 1.0} else []
