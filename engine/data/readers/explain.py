"""What was found in a folder, and what would come of it, however often its roles are changed."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from engine.core.errors import DataError
from engine.core.values import ANSWERS, ReaderOptions, Sentence
from engine.data.readers.annotations.read import FORMATS
from engine.data.readers.columns import assign_columns, guess_columns
from engine.data.readers.detect import LAYOUTS, Scene, dataset_of, read_scene
from engine.data.readers.grey import WINDOW_FOUND, WINDOW_FRACTIONS, WINDOW_SAID
from engine.data.readers.manifest import tables_of
from engine.data.readers.tables import read_table
from engine.data.readers.tree import Tree, list_tree
from engine.data.sample import DataSet
from engine.data.values import (
    KINDS,
    MOST_COLUMNS,
    MOST_FOLDERS,
    MOST_ROWS,
    MOST_TABLES,
    Explained,
    FolderLook,
    TableLook,
)

GREY_SAID = (WINDOW_FOUND, WINDOW_SAID, WINDOW_FRACTIONS)
"""Findings about files with more than 8 bits."""


class Explainer:
    """A folder that is being looked at; it is listed once, however often roles are changed."""

    def __init__(self, path: Path) -> None:
        root = path.expanduser().absolute()
        if not root.exists():
            raise DataError("{path}: no such folder. Check the path.", path=path)
        self.path = root if root.is_dir() else root.parent
        self._tree = list_tree(self.path)
        self._scene: Scene | None = None

    def look(self, options: ReaderOptions) -> Explained:
        """Say what is there and what would be read of it."""
        scene = self._scene = Scene(self._tree, options, self._scene)
        unclear: Sentence | None = None
        data: DataSet | None = None
        layout = name = ""
        try:
            layout, name, reading = read_scene(self.path, scene, options)
            data = dataset_of(self.path, self._tree, layout, name, reading, options)
        except DataError as error:
            unclear = Sentence(error.template, error.values)
            layout = name = ""
        counts = Counter(sample.label.name for sample in data.samples) if data else Counter()
        problems = data.problems if data else ()
        total = sum(len(f.images) + len(f.others) for f in self._tree.folders.values())
        return Explained(
            path=str(self.path),
            options=options,
            layout=layout,
            layout_name=name,
            folders=_folders(self._tree, scene, options),
            more_folders=max(0, len(self._tree.seen()) - MOST_FOLDERS),
            labels=_labels(scene),
            tables=_tables(scene, options),
            classes=tuple((label.name, counts[label.name]) for label in data.labels)
            if data
            else (),
            images=len(data.samples) if data else 0,
            regions=sum(sample.has_region for sample in data.samples) if data else 0,
            questions=_questions(problems, options),
            problems=tuple(sorted(problems, key=lambda p: KINDS.index(p.kind))),
            unclear=unclear,
            read=data.account.read if data else 0,
            there=data.account.there if data else total,
            grey=data.grey if data else (0.0, 65535.0),
            layouts=tuple(LAYOUTS.items()),
            deep=any(problem.template in GREY_SAID for problem in problems),
        )


def _questions(problems: tuple[object, ...], options: ReaderOptions) -> tuple[str, ...]:
    """Questions that findings ask, and those that were answered."""
    asked = " ".join(getattr(problem, "template", "") for problem in problems)
    words = {"masks": "masks =", "cut": "cut =", "unlabelled": "unlabelled ="}
    return tuple(q for q in ANSWERS if words[q] in asked or options.answer(q))


def _folders(tree: Tree, scene: Scene, options: ReaderOptions) -> tuple[FolderLook, ...]:
    roles = scene.proposal.roles
    said = {path for path, _ in options.roles}
    below: Counter[tuple[str, ...]] = Counter()
    first: dict[tuple[str, ...], str] = {}
    for folder in tree.seen():
        for k in range(len(folder.parts) + 1):
            below[folder.parts[:k]] += len(folder.images)
            if folder.images:
                first.setdefault(folder.parts[:k], folder.at(folder.images[0]))
    ordered = sorted(tree.seen(), key=lambda folder: folder.parts)[:MOST_FOLDERS]
    return tuple(
        FolderLook(
            "/".join(folder.parts),
            folder.name or tree.root.name,
            len(folder.parts),
            len(folder.images),
            len(folder.others),
            below[folder.parts],
            roles.get(folder.parts, "through") or "through",
            "/".join(folder.parts) in said,
            first.get(folder.parts, ""),
        )
        for folder in ordered
    )


def _labels(scene: Scene) -> tuple[tuple[str, int], ...]:
    counts = Counter(scene.annotations.format_of.values())
    return tuple((FORMATS[kind], count) for kind, count in counts.most_common())


def _tables(scene: Scene, options: ReaderOptions) -> tuple[TableLook, ...]:
    result = []
    for folder, name in tables_of(scene.tree)[:MOST_TABLES]:
        path = Path(folder.at(name))
        try:
            table = read_table(path)
            given = dict(options.columns)
            fits = all(heading in table.header for heading in given.values())
            roles = assign_columns(table.header, given if fits else {})
            guess_columns(table, roles, scene.names, folder)
        except DataError:
            continue
        result.append(
            TableLook(
                "/".join((*folder.parts, name)),
                tuple(table.header[:MOST_COLUMNS]),
                tuple(tuple(c[:80] for c in row[:MOST_COLUMNS]) for row in table.rows[:MOST_ROWS]),
                len(table.rows),
                tuple(roles.items()),
            )
        )
    return tuple(result)
