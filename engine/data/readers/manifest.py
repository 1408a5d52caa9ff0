"""Tables that list images: one row each, columns found by name, by content, or said by the user."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.core.errors import DataError
from engine.core.values import Problem, ReaderOptions
from engine.data.marks import MARKS, Mark
from engine.data.readers.annotations.rle_table import is_region_table
from engine.data.readers.columns import (
    assign_columns,
    guess_columns,
    probabilities,
)
from engine.data.readers.listing import (
    DEFECT_NAMES,
    NO_CLASS,
    NORMAL_NAMES,
    PARTS,
    folded,
    split_name,
)
from engine.data.readers.masks import is_mask_folder, looks_like_mask
from engine.data.readers.names import Below, Names, outside
from engine.data.readers.reading import TABLE, Reading, said_by_folder
from engine.data.readers.tables import SUFFIXES, Table, read_table
from engine.data.readers.tree import Folder, Tree
from engine.data.sample import Ellipse, Label, Sample

_KOREAN_PARTS = {
    "학습": "train",
    "훈련": "train",
    "검증": "val",
    "테스트": "test",
    "시험": "test",
}

CUT = "0.5"
"""Probability from which on an image counts as defective, until somebody says another one."""

DEEPEST_TABLE = 3
"""Levels of folders below the root in which tables are looked for."""

MOST_TABLES = 200


@dataclass(slots=True)
class Manifest:
    """A table with what its columns are.

    Attributes
    ----------
    table : its cells
    roles : headings by role
    guessed : roles whose columns were found by what is in them
    folder : that it lies in, as it is listed; None where a table was opened by itself
    """

    table: Table
    roles: dict[str, str]
    guessed: set[str]
    folder: Folder | None


def find_manifests(tree: Tree, names: Names, options: ReaderOptions) -> list[Manifest]:
    """The tables of a tree that list its images; those that say more of a split first."""
    result = []
    given = dict(options.columns)
    for folder, name in tables_of(tree)[:MOST_TABLES]:
        path = Path(folder.at(name))
        try:
            table = read_table(path)
        except DataError:
            if options.layout == "csv":
                raise
            continue
        if not table.rows or (is_region_table(table) and not given.get("image")):
            continue
        chosen = given.get("image") in table.header if given else False
        try:
            roles = assign_columns(table.header, given if chosen or not given else {})
        except DataError:
            if chosen:
                raise
            continue
        guessed = guess_columns(table, roles, names, folder)
        # A list of verdicts, such as `inspect --csv` writes, is no list of labels.
        if not chosen and {"verdict", "score"} <= set(table.header):
            continue
        if "image" in roles and not chosen and not _lists_images(table, roles, names, folder):
            continue
        if "image" in roles:
            result.append(Manifest(table, roles, guessed, folder))
    result.sort(
        key=lambda m: (
            "image" in m.guessed,
            not ({"class", "defect"} & set(m.roles)),
            "split" not in m.roles,
            len(m.folder.parts) if m.folder else 0,
        )
    )
    return result


def tables_of(tree: Tree) -> list[tuple[Folder, str]]:
    """Tables near the root, by folder and name."""
    return [
        (folder, name)
        for folder in tree.seen()
        if len(folder.parts) <= DEEPEST_TABLE
        for name in folder.others
        if name.lower().endswith(SUFFIXES) and name[0] != "."
    ]


def _lists_images(table: Table, roles: dict[str, str], names: Names, folder: Folder) -> bool:
    """Whether a column that is called like one of images is one: something in it is there."""
    cells = [cell for cell in table.column(roles["image"]) if cell.strip()]
    spread = cells[:: max(1, len(cells) // 50)][:60]
    pictures = any("." in cell[-6:] for cell in spread)
    return pictures or any(names.find(cell, folder) for cell in spread)


def read_manifests(
    found: Sequence[Manifest], names: Names, root: Path, options: ReaderOptions
) -> Reading:
    """Read tables one after the other; one that lists nothing new is named and not read.

    Raises
    ------
    DataError
        No column of the first one names images, or says what is defective.
    """
    result = Reading()
    used: dict[str, Label] = {}
    first = found[0]
    need_columns(first)
    several = len(found) > 1
    for manifest in found:
        if manifest is not first and not {"class", "defect"} & set(manifest.roles):
            continue
        before = len(result.samples)
        part = (
            split_name(manifest.table.path.stem) if several or "split" not in manifest.roles else ""
        )
        problems = len(result.problems)
        _read_one(manifest, names, root, options, part, used, result, quiet=manifest is not first)
        if manifest is first or len(result.samples) > before:
            result.used[str(manifest.table.path)] = TABLE
        else:
            del result.problems[problems:]
            why = "Another list of images that are read already. It is not read."
            result.problems.append(Problem(str(manifest.table.path), why, {}, "note", files=1))
    _say_columns(first, result)
    if (
        options.normal
        and result.samples
        and all(s.label.defective is not False for s in result.samples)
    ):
        result.problems.append(
            Problem(
                str(first.table.path),
                "No row is of the class '{normal}'.",
                {"normal": options.normal},
            )
        )
    return result


def need_columns(manifest: Manifest) -> None:
    """Refuse a table that does not say which images there are, or what they are."""
    header = ", ".join(manifest.table.header)
    if "image" not in manifest.roles:
        raise DataError(
            "{path}: no column names the images. Call it 'file' or assign one of: {header}.",
            path=manifest.table.path,
            header=header,
        )
    if not {"class", "defect", "state"} & set(manifest.roles):
        raise DataError(
            "{path}: no column says what is defective. Call it 'defect' or assign one of: "
            "{header}.",
            path=manifest.table.path,
            header=header,
        )


def _say_columns(manifest: Manifest, result: Reading) -> None:
    """Show which columns were guessed."""
    result.shown |= manifest.roles
    if manifest.guessed:
        said = ", ".join(f"{role} = {heading}" for role, heading in manifest.roles.items())
        template = (
            "Its columns were told by what is in them: {columns}. Say others if that is not so: "
            "assign columns."
        )
        path = str(manifest.table.path)
        result.problems.append(Problem(path, template, {"columns": said}, "note"))


def _read_one(
    manifest: Manifest,
    names: Names,
    root: Path,
    options: ReaderOptions,
    table_part: str,
    used: dict[str, Label],
    result: Reading,
    *,
    quiet: bool,
) -> None:
    table, roles = manifest.table, manifest.roles
    rows = table.dictionaries()
    base = table.path.parent
    # A mask is often called like its image: folders of masks are the last place for images.
    mask_places = {
        folded(Path(row[roles["mask"]].replace("\\", "/")).parent.name)
        for row in rows
        if "mask" in roles
    } - {""}
    locate = _Locator(names, base, manifest.folder, mask_places)
    cut = _cut(table, roles, options, result, quiet=quiet)
    for row in rows:
        name = row[roles["image"]].strip()
        if not name:
            continue
        label = _row_label(row, roles, options.normal, cut)
        images = locate.image(name)
        if len(images) > 1:
            images = _agreeing(images, label, names.tree) or images
        if len(images) > 1:
            values = {"first": _short(images[0], root), "second": _short(images[1], root)}
            template = "It may be {first} or {second}. Write the folder before the name."
            result.problems.append(Problem(name, template, values))
            continue
        if not images:
            result.problems.append(
                Problem(_cropped(name), "Listed in the manifest, but the file is missing.")
            )
            continue
        image = images[0]
        if image in used:
            if used[image] != label:
                values = {"first": used[image].name, "second": label.name}
                template = (
                    "Listed twice, as {first} and as {second}. The first row counts: delete the "
                    "wrong one."
                )
                result.problems.append(Problem(name, template, values))
            elif not quiet:
                result.problems.append(Problem(name, "Listed twice. The first row counts."))
            continue
        used[image] = label
        masks = [
            mask
            for role in ("mask", "more")
            if role in roles
            for cell in row[roles[role]].split("|" if role == "more" else "\0")
            if cell.strip()
            for mask in _mask(cell.strip(), locate, image, result)
        ]
        part = _part(row[roles["split"]]) if "split" in roles else table_part
        bad = label.defective
        result.samples.append(
            Sample(
                image,
                label,
                Path(masks[0]) if masks and bad else None,
                _ellipse(row, roles) if bad else None,
                group=row[roles["group"]].strip() if "group" in roles else "",
                part=part,
                marks=_marks(row, roles) if bad else (),
                more=tuple(map(Path, masks[1:])) if bad else (),
            )
        )
        if not bad:
            result.used |= dict.fromkeys(masks, "mask")


class _Locator:
    """Finds files that a table names: in the tree, else from the table's own folder."""

    def __init__(
        self, names: Names, base: Path, folder: Folder | None, mask_places: set[str]
    ) -> None:
        self._names, self._base, self._folder = names, base, folder
        self._mask_places = mask_places
        self._looks: dict[str, bool] = {}
        self._below = Below(base)

    def image(self, name: str) -> list[str]:
        """Files that may be meant; one where it is clear."""
        found = self._all(name)
        found = [path for path in found if not self._is_mask(path)] or found
        if len(found) > 1:  # pictures drawn on, or masks, may be called like those they are of
            found = [path for path in found if not self._drawn(path)] or found
        if len(found) > 1:
            named = [path for path in found if self._parent(path) in NO_CLASS]
            found = named if len(named) == 1 else found
        return found

    @staticmethod
    def _parent(path: str) -> str:
        return folded(Path(path).parent.name)

    def _drawn(self, path: str) -> bool:
        """Whether the pictures of a folder look like masks; two of each are looked at."""
        place = self._names.tree.place(path)
        if place is None:
            return False
        folder = place[0]
        if folder.path not in self._looks:
            few = folder.images[:: max(1, len(folder.images) // 2)][:2]
            self._looks[folder.path] = all(looks_like_mask(folder.at(name)) for name in few)
        return self._looks[folder.path]

    def mask(self, name: str, image: str) -> list[str]:
        """Masks that may be meant, never the image itself."""
        found = [path for path in self._all(name) if path != image]
        if not found:
            found = [path for path in self._names.find(name) if path != image]
        return [path for path in found if self._is_mask(path)] or found

    def _is_mask(self, path: str) -> bool:
        place = self._names.tree.place(path)
        folders = place[0].parts if place else Path(path).parts[-2:-1]
        return any(is_mask_folder(part) or folded(part) in self._mask_places for part in folders)

    def _all(self, name: str) -> list[str]:
        for form in ("NFC", "NFD"):
            exact = outside(unicodedata.normalize(form, name), self._base)
            if exact is not None:
                return [self._listed(exact)]
        found = self._names.find(name, self._folder)
        if not found and (below := self._below.find(name)) is not None:
            return [self._listed(below)]
        return found

    def _listed(self, path: Path) -> str:
        """The path as the tree has it, so that a file is the same however it is named."""
        plain = str(path)
        if ".." in path.parts:
            found = self._names.find(plain, self._folder)
            for each in found:
                if Path(each).samefile(path):
                    return each
        return plain


def _agreeing(images: list[str], label: Label, tree: Tree) -> list[str]:
    """Of pictures of one name those whose folder says what the row says."""
    result = []
    for path in images:
        place = tree.place(path)
        if place is None:
            continue
        said = said_by_folder(place[0])
        parts = {folded(part) for part in place[0].parts}
        if (said is not None and said == label.defective) or (
            label.defect and folded(label.defect) in parts
        ):
            result.append(path)
    return result if len(result) == 1 else []


def _mask(cell: str, locate: _Locator, image: str, result: Reading) -> list[str]:
    found = locate.mask(cell, image)
    if len(found) == 1:
        return found
    if len(found) > 1:
        nearest = [p for p in found if Path(p).parent.name == Path(image).parent.name]
        if len(nearest) == 1:
            return nearest
        template = "Its mask is listed, but there are several files of that name. Write its folder."
    else:
        template = "Its mask is listed, but the file is missing."
    result.problems.append(Problem(_cropped(cell), template, kind="mask"))
    return []


def _short(path: str, root: Path) -> str:
    try:
        return Path(path).relative_to(root).as_posix()
    except ValueError:
        return path


def _cropped(name: str) -> str:
    return name if len(name) <= 200 else f"{name[:200]}..."


# ---------------------------------------------------------------- labels


def _cut(
    table: Table,
    roles: dict[str, str],
    options: ReaderOptions,
    result: Reading,
    *,
    quiet: bool,
) -> float | None:
    """Where probabilities are cut; None where the column holds none."""
    heading = roles.get("defect", "")
    if not heading:
        return None
    values = probabilities(table.column(heading))
    if not values:
        return None
    said = options.answer("cut")
    try:
        cut = float(said or CUT)
    except ValueError:
        raise DataError("The cut '{cut}' is no number. Say one like 0.5.", cut=said) from None
    if not quiet:
        shown = ", ".join(f"{value:.3g}" for value in values[:5])
        template = (
            "The column '{column}' holds probabilities ({values}) and no kinds of defect: from "
            "{cut} on an image counts as defective. Say another one if that is not so: cut = 0.6."
        )
        filled = {"column": heading, "values": shown, "cut": f"{cut:g}"}
        kind = "note" if said else "ask"
        result.problems.append(Problem(str(table.path), template, filled, kind))
    return cut


def _row_label(
    row: dict[str, str], roles: Mapping[str, str], normal: str, cut: float | None
) -> Label:
    texture = row[roles["class"]].strip() if "class" in roles else ""
    cell = row.get(roles.get("defect", ""), "")
    if cut is not None:
        try:
            bad = float(cell.replace(",", ".")) >= cut
        except ValueError:
            bad = False
        return Label(texture, "defective" if bad else "", bad)
    label = _label(texture, cell, "defect" in roles, normal)
    state = row[roles["state"]].strip().lower() if "state" in roles else ""
    if state in ("normal", "defective"):
        bad = state == "defective"
        label = Label(texture, (cell.strip() or "defective") if bad else "", bad)
    return label


def _defective(value: str) -> tuple[bool | None, str]:
    """Read a defect cell: (defective, kind of defect)."""
    text = value.strip()
    lower = folded(text)
    if lower in ("", "none", "false", "no", "0.0") or lower in NORMAL_NAMES:
        return False, ""
    if lower in ("true", "yes", "1.0") or lower in DEFECT_NAMES:
        return True, "defective"
    return True, text


def _label(texture: str, cell: str, has_defect_column: bool, normal: str) -> Label:
    if has_defect_column:
        if normal and folded(normal) in (folded(cell), folded(f"{texture} {cell}")):
            return Label(texture, "", False)
        defective, kind = _defective(cell)
        return Label(texture, kind, defective)
    if folded(texture) == folded(normal) if normal else folded(texture) in NORMAL_NAMES:
        return Label("", "", False)
    return Label("", "defective" if folded(texture) in DEFECT_NAMES else texture, True)


def _ellipse(row: dict[str, str], roles: Mapping[str, str]) -> Ellipse | None:
    """The ellipse of a row; None if it has none, or no five numbers."""
    try:
        x, y, a, b, angle = (float(each) for each in row[roles["ellipse"]].split())
    except (KeyError, ValueError):
        return None
    return Ellipse(x, y, a, b, angle)


def _marks(row: dict[str, str], roles: Mapping[str, str]) -> tuple[Mark, ...]:
    """Regions that a version of a set carries along; () where the cell holds none."""
    try:
        values = json.loads(row[roles["marks"]] or "[]")
        return tuple(
            Mark(str(kind), tuple(map(float, numbers)), str(label), bool(relative))
            for kind, numbers, label, relative in values
            if kind in MARKS
        )
    except (KeyError, ValueError, TypeError, RecursionError):
        return ()


def _part(cell: str) -> str:
    name = folded(cell)
    return PARTS.get(name) or _KOREAN_PARTS.get(name, name)
